/** The representations of an answer, by suffix or by `Accept`. */
export const FORMATS = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type Format = keyof typeof FORMATS;

/** Formats that are made from the JSON answer, by libraries that the others do without. */
const MEDIA = ["svg", "png", "xlsx"] as const satisfies readonly Format[];
export type Medium = (typeof MEDIA)[number];
/** Formats that an operation writes itself. */
export type TextFormat = Exclude<Format, Medium>;

/** Whether a format is made from the JSON answer. */
export const isMedium = (format: Format): format is Medium => MEDIA.some((medium) => medium === format);

const ACCEPTED: readonly (readonly [string, Format])[] = [
  ["application/json", "json"],
  ["text/csv", "csv"],
  ["text/markdown", "md"],
  ["text/plain", "txt"],
  ["application/xml", "xml"],
  ["text/xml", "xml"],
  ["image/svg+xml", "svg"],
  ["image/png", "png"],
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"],
];

/**
 * The format that an Accept header asks for: the first of ours in its order of preference, JSON when it names none or
 * asks for a page.
 * @example formatAccepted("text/csv") // => "csv"
 * @example formatAccepted("text/xml;q=0.9,image/png;q=0.1") // => "xml"
 * @example formatAccepted("text/html,application/xhtml+xml,application/xml;q=0.9,*\/*;q=0.8") // => "json"
 */
export function formatAccepted(accept: string | undefined): Format {
  // A browser that opens an address lists XML and pictures too, as what it can show instead of a page.
  if (!accept || /\btext\/html\b/i.test(accept)) return "json";
  const wanted = accept
    .split(",")
    .map((entry) => {
      const [type = "", ...parameters] = entry.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { type: type.toLowerCase(), quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { type } of wanted) {
    const format = ACCEPTED.find(([ours]) => ours === type)?.[1];
    if (format) return format;
  }
  return "json";
}
