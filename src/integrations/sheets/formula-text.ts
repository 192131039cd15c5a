/** A cell or a range as it is written in a formula: A2, A2:A13, A:A, 'Exports 2024'!B2:B13. */
const RANGE = /^(?:(?:'(?:[^']|'')+'|[^\s!'"]+)!)?\$?[A-Z]{1,3}(?:\$?\d+)?(?::\$?[A-Z]{1,3}(?:\$?\d+)?)?$/i;

/**
 * Whether a text names cells rather than a value.
 * @example isRange("'Exports 2024'!B2:B13") // => true
 * @example isRange("31.6%") // => false
 */
export function isRange(text: string): boolean {
  return RANGE.test(text) && /[:\d]/.test(text.slice(text.lastIndexOf("!") + 1));
}

/**
 * A call as it is typed into a cell. Semicolons part arguments in the sheets of every locale; a value with a decimal
 * part goes as text, since its point or comma belongs to the locale; cells of the same sheet need no name of it.
 * @example formulaText("ONPACE_RUNRATE", ["Data!A2:A13", "Data!B2:B13", "920", ""], "Data") // => "=ONPACE_RUNRATE(A2:A13; B2:B13; 920)"
 * @example formulaText("ONPACE_RUNRATE", ["2024-04", "290", "", "31.6%"], "Data") // => "=ONPACE_RUNRATE(\"2024-04\"; 290; ; \"31.6%\")"
 */
export function formulaText(name: string, fields: readonly string[], sheet: string): string {
  const written = fields.map((field) => argumentText(field.trim(), sheet));
  while (written.length > 0 && written[written.length - 1] === "") written.pop();
  return `=${name}(${written.join("; ")})`;
}

function argumentText(field: string, sheet: string): string {
  if (field === "" || /^\d+$/.test(field)) return field;
  if (!isRange(field)) return `"${field.replace(/"/g, '""')}"`;
  const at = field.lastIndexOf("!");
  return at >= 0 && sheetOf(field) === sheet ? field.slice(at + 1) : field;
}

/** The sheet that a range names. */
function sheetOf(range: string): string {
  const name = range.slice(0, range.lastIndexOf("!"));
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/**
 * A range with the name of its sheet before it, quoted so that any name will do.
 * @example rangeText("Exports 2024", "B2:B13") // => "'Exports 2024'!B2:B13"
 */
export function rangeText(sheet: string, cells: string): string {
  return `'${sheet.replace(/'/g, "''")}'!${cells}`;
}
