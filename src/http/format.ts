/** The representations of an answer, by suffix or by `Accept`. */
export const FORMATS = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
} as const;
export type Format = keyof typeof FORMATS;

const ACCEPTED: readonly (readonly [string, Format])[] = [
  ["application/json", "json"],
  ["text/csv", "csv"],
  ["text/markdown", "md"],
  ["text/plain", "txt"],
];

/**
 * The format that an Accept header asks for: the first of ours in its order of preference, JSON when it names none.
 * @example formatAccepted("text/csv") // => "csv"
 * @example formatAccepted("text/html,application/xhtml+xml,*\/*;q=0.8") // => "json"
 */
export function formatAccepted(accept: string | undefined): Format {
  if (!accept) return "json";
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
