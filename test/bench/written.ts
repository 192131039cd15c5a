/** Three significant digits: more would be noise. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;

/** Arrays of numbers on one line, so that a change in one number is one line of a diff. */
export const written = (content: unknown): string =>
  `${JSON.stringify(content, rounded, 1).replace(/\[\s+([-\d.e,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, " ")}]`)}\n`;
