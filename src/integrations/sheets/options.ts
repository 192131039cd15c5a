/** Options of a formula by name. */
export type Options = Readonly<Record<string, string | number>>;

/** Options that choose another result than the one that is needed. */
const OF_RESULT = ["field", "headers"];

/**
 * The options of a formula as they were given, a text or cells, with some set: those of the same name are dropped, and
 * so is what would choose another result.
 * @example optionsWith("unit=million USD; field=median", { field: "sentence" }) // => "unit=million USD; field=sentence"
 * @example optionsWith([["unit", "tấn"], ["headers", true]], { width: 300 }) // => [["unit","tấn"],["width",300]]
 */
export function optionsWith(given: unknown, set: Options): unknown {
  const rows: readonly (readonly unknown[])[] = Array.isArray(given) ? given : [[given]];
  const isDropped = (name: unknown) => [...OF_RESULT, ...Object.keys(set)].includes(String(name).trim());
  if (rows.every((row) => row.length === 2))
    return [...rows.filter(([name]) => !isDropped(name)), ...Object.entries(set)];
  const written = rows
    .map((row) => row.filter((cell) => cell !== undefined && cell !== "").join(";"))
    .join(";")
    .split(";")
    .filter((part) => part.trim() !== "" && !isDropped(part.split("=")[0]));
  const added = Object.entries(set).map(([name, value]) => `${name}=${value}`);
  return [...written.map((part) => part.trim()), ...added].join("; ");
}
