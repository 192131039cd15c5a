import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { lettersOf } from "./font-letters.ts";
import { type Area, LARGEST_SCALE, largestScale, MAX_PIXELS } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { withSigns } from "./unknown-letters.ts";

/** What drawing letters and lines into pixels needs; how the bytes are reached is the platform's affair. */
export interface RasteriserFiles {
  /** The rasteriser, `@resvg/resvg-wasm/index_bg.wasm`: compiled, or its bytes where those may be compiled. */
  readonly wasm: WebAssembly.Module | Uint8Array<ArrayBuffer>;
  /** TrueType files, each with every letter of its weight: a letter that the first lacks is not found in others. */
  readonly fonts: readonly Uint8Array[];
}

interface Request {
  /** Pixels for one CSS pixel. */
  readonly scale: number;
  /** Is asked for when the first picture is drawn, and not again. */
  readonly files: () => Promise<RasteriserFiles>;
}

/** The family that the fonts name themselves; there is no other to fall back on. */
const FAMILY = "Be Vietnam Pro";

/** The rasteriser refuses to be started twice. */
let started: Promise<Fonts> | undefined;

interface Fonts {
  readonly fonts: readonly Uint8Array[];
  /** Those that all fonts have. */
  isDrawn(letter: string): boolean;
}

async function start(files: Request["files"]): Promise<Fonts> {
  const { wasm, fonts } = await files();
  await initWasm(wasm);
  const letters = fonts.map(lettersOf);
  return { fonts, isDrawn: (letter) => letters.every((some) => some.has(letter.codePointAt(0) ?? 0)) };
}

/** A start that failed is tried anew by the next request. */
function fontsOf(files: Request["files"]): Promise<Fonts> {
  started ??= start(files).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** The refusal names a scale that works, where there is one. */
function tooLarge({ width, height }: Area): PictureError {
  const works = largestScale(
    { width, height },
    Array.from({ length: LARGEST_SCALE }, (_, index) => index + 1),
  );
  return new PictureError({
    path: "scale",
    message: `the picture would have more than ${MAX_PIXELS / 1e6} million pixels`,
    hint:
      works === undefined
        ? "ask for a smaller width or height"
        : `write scale=${works}, the largest for ${width} × ${height}, or a smaller width or height`,
  });
}

/**
 * A picture as a PNG file: the same bytes on every machine. Letters that the fonts lack are drawn as question marks.
 *
 * @param svg a document with a width and a height in CSS pixels
 * @throws PictureError where it would have more pixels than `MAX_PIXELS`
 */
export async function pngOf(svg: string, { scale, files }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const { fonts, isDrawn } = await fontsOf(files);
  const drawing = new Resvg(withSigns(svg, isDrawn), {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  // The memory of the rasteriser is its own, where nothing is collected.
  try {
    if (largestScale(drawing, [scale]) === undefined) throw tooLarge(drawing);
    const image = drawing.render();
    try {
      return image.asPng() as Uint8Array<ArrayBuffer>;
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
