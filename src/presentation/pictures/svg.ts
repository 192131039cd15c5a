import type { Lang } from "../language.ts";
import type { Theme } from "./theme.ts";

/** Markup that is safe to stand in a document, as only this file makes it. */
export interface Svg {
  readonly markup: string;
}

type AttributeValue = string | number | undefined;
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The fonts of every picture: the first is the one that PNG files are drawn with and that widths are known of. */
export const FONT_FAMILY = "'Be Vietnam Pro','Noto Sans',system-ui,sans-serif";

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids must not reach it
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;
/** Marks that turn the direction of everything behind them. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as one line that may stand in a picture: no control characters, no marks of direction, single spaces.
 * @example oneLine(" rice\u0000\n and  fish ") // => "rice and fish"
 */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(NOT_IN_XML, " ").replace(DIRECTIONS, "").replace(/\s+/g, " ").trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replace(NOT_IN_XML, " ").replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);

/**
 * A coordinate as SVG writes it, to a hundredth of a pixel.
 * @example coordinate(12.3456) // => "12.35"
 * @throws RangeError where it is no number: a picture must not be drawn of it
 */
export function coordinate(x: number): string {
  if (!Number.isFinite(x)) throw new RangeError("a coordinate must be a finite number");
  const rounded = Math.round(x * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/**
 * One element. Texts among the children and attributes are escaped, numbers rounded, undefined attributes left out.
 * @example element("text", { x: 1.005, fill: undefined }, ["a < b"]).markup // => "<text x=\"1\">a &lt; b</text>"
 */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (Svg | string | undefined)[] = [],
): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === "number" ? coordinate(value) : escaped(String(value))}"`,
    )
    .join("");
  const inner = children
    .map((child) => (child === undefined ? "" : typeof child === "string" ? escaped(child) : child.markup))
    .join("");
  return { markup: inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/**
 * The path data of straight lines through points.
 * @example lineThrough([[0, 1.234], [5, 2]]) // => "M0 1.23L5 2"
 */
export function lineThrough(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? "M" : "L"}${coordinate(x)} ${coordinate(y)}`)
    .join("");
}

/** Elements that share attributes; none where there is nothing to group. */
export function group(attributes: Attributes, children: readonly (Svg | undefined)[]): Svg | undefined {
  return children.some((child) => child !== undefined) ? element("g", attributes, children) : undefined;
}

/** What stands around every picture. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly lang: Lang;
  readonly theme: Theme;
  /** The name of the picture for screen readers and as a tooltip. */
  readonly title: string;
  /** What the picture shows, in a sentence or a few. */
  readonly description: string;
}

/** The whole document: an image with a name and a description, on the ground of its theme. */
export function svgDocument(frame: Frame, children: readonly (Svg | undefined)[]): string {
  const { width, height, lang, theme, title, description } = frame;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
      role: "img",
      "xml:lang": lang,
      "font-family": FONT_FAMILY,
      fill: theme.text,
    },
    [
      element("title", {}, [oneLine(title)]),
      element("desc", {}, [oneLine(description)]),
      element("rect", { width, height, fill: theme.background }),
      ...children,
    ],
  ).markup;
}
