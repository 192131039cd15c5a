import type { Lang } from "../language.ts";

/** Every kind of picture, by the name that the parameter `picture` takes. */
export const PICTURES = ["fan", "months", "gauge", "scenarios", "sparkline", "ranking", "breakdown"] as const;
export type PictureKind = (typeof PICTURES)[number];

export const THEMES = ["light", "dark"] as const;
export type ThemeName = (typeof THEMES)[number];

/** Named sizes in CSS pixels: a merged cell of a sheet, half of a 16:9 slide's pixels, the column of a page. */
export const SIZES = {
  cell: { width: 200, height: 100 },
  slide: { width: 960, height: 540 },
  page: { width: 720, height: 430 },
} as const;
export type SizeName = keyof typeof SIZES;

/** A line in a cell is as flat as the row it stands in. */
const SPARKLINE_CELL = { width: 240, height: 60 } as const;

/** Bounds of `width` and `height`: smaller shows nothing, larger costs the rasteriser too much. */
export const SMALLEST_SIDE = 60;
export const LARGEST_SIDE = 2000;
/** Pixels of a PNG for one CSS pixel. */
export const LARGEST_SCALE = 3;
/** Of a PNG. Four bytes each and as much again while it is compressed fit a Worker's memory many times. */
export const MAX_PIXELS = 4_000_000;
/** Twice the size that a picture is shown at, as most screens have pixels for; simply where that would be too large. */
const USUAL_SCALES = [2, 1] as const;

/** What the parameter `scale` does, for those who read about the parameters. */
export const SCALE_DESCRIPTION = `For .png: pixels to a CSS pixel, 1 to ${LARGEST_SCALE}; by default ${USUAL_SCALES[0]}, or less where the picture would have more than ${MAX_PIXELS / 1e6} million pixels, which is the limit`;

export interface Area {
  readonly width: number;
  readonly height: number;
}

/**
 * The largest of some scales at which a picture has no more pixels than the limit; undefined where none is so small.
 * @example largestScale({ width: 1200, height: 900 }, [3, 2, 1]) // => 1
 */
export function largestScale({ width, height }: Area, scales: readonly number[]): number | undefined {
  return scales.toSorted((a, b) => b - a).find((scale) => width * height * scale * scale <= MAX_PIXELS);
}

/** How a picture is to be drawn; without `picture` it is the function's usual one. */
export interface PictureOptions {
  readonly picture?: PictureKind;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly theme: ThemeName;
  readonly lang: Lang;
  /** Pixels of a PNG for one CSS pixel; an SVG has none. */
  readonly scale?: number;
}

/** One thing wrong with the parameters: which, what, and what to write instead. */
export interface PictureProblem {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** The names of the parameters that `readPictureOptions` reads, besides `lang`. */
export const PICTURE_PARAMETERS = ["picture", "size", "width", "height", "theme", "scale"] as const;

type Parameters = Readonly<
  Partial<Record<(typeof PICTURE_PARAMETERS)[number] | "lang", string | number | undefined>>
>;

/**
 * The options of a picture from query parameters. What is wrong is told all at once and stands for its default.
 * A width or height of one's own goes before `size`, whose proportions a missing one keeps.
 *
 * @param parameters texts as a query carries them; `lang` is taken over as the question read it
 */
export function readPictureOptions(parameters: Parameters): {
  readonly options: PictureOptions & Required<Pick<PictureOptions, "scale">>;
  readonly problems: readonly PictureProblem[];
} {
  const problems: PictureProblem[] = [];
  const named = <const Name extends string>(path: keyof Parameters, names: readonly Name[]) => {
    const written = textOf(parameters[path]);
    const name = names.find((each) => each === written.toLowerCase());
    if (name === undefined && written !== "")
      problems.push({
        path,
        message: `${path} is none of its known values`,
        hint: `write one of ${names.join(", ")}`,
      });
    return name;
  };
  const whole = (path: keyof Parameters, least: number, most: number) => {
    const written = textOf(parameters[path]);
    if (written === "") return undefined;
    const number = /^\d{1,6}$/.test(written) ? Number(written) : Number.NaN;
    if (number >= least && number <= most) return number;
    problems.push({
      path,
      message: `${path} is not a whole number from ${least} to ${most}`,
      hint: `write a number such as ${path === "scale" ? 2 : 600}`,
    });
    return undefined;
  };
  const picture = named("picture", PICTURES);
  const sizeName = named("size", Object.keys(SIZES) as SizeName[]) ?? "page";
  const size = picture === "sparkline" && sizeName === "cell" ? SPARKLINE_CELL : SIZES[sizeName];
  const width = whole("width", SMALLEST_SIDE, LARGEST_SIDE);
  const height = whole("height", SMALLEST_SIDE, LARGEST_SIDE);
  const theme = named("theme", THEMES) ?? "light";
  const area = {
    width: width ?? inProportion(height, size.width / size.height) ?? size.width,
    height: height ?? inProportion(width, size.height / size.width) ?? size.height,
  };
  return {
    options: {
      ...(picture && { picture }),
      ...area,
      theme,
      lang: parameters.lang === "vi" ? "vi" : "en",
      scale: whole("scale", 1, LARGEST_SCALE) ?? largestScale(area, USUAL_SCALES) ?? 1,
    },
    problems,
  };
}

const textOf = (value: string | number | undefined): string => String(value ?? "").trim();

const inProportion = (side: number | undefined, ratio: number): number | undefined =>
  side === undefined ? undefined : Math.min(LARGEST_SIDE, Math.max(SMALLEST_SIDE, Math.round(side * ratio)));
