/** An entry of a history: a value in the place after the one before it, or one that names its period. */
type Entry = string | { readonly period: string; readonly value: string };

/** A period in front of its values: "2022-01: 5.1", "2022-Q1 = 5.1", or the two columns of a table. */
const NAMED = /^(\d{4}-?Q\d|\d{4}-\d{2}(?:-\d{2})?)(?:\s*[:=]\s*|\s+|$)/i;
/** How tables write that there is no value. */
const GAP = /^\s*(?:[-–—]+|\.{1,3}|…|#?n\.?\/?a\.?|nan|null|none)?\s*$/i;
/** A number in digits alone. */
const NUMBER = /^[+-]?[\d.,']*\d(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * The entries of a written history. Entries are parted by semicolons or lines, and numbers within them by spaces, or by
 * commas with a space: each is of the period after the one before it, unless a period stands in front. Nothing between
 * two semicolons is a gap.
 * @example historyEntries("2022-01: 5.1 n/a 5.3") // => [{"period":"2022-01","value":"5.1"},"n/a","5.3"]
 * @example historyEntries("2022-01: 5.1; 2022-03: 5.3") // => [{"period":"2022-01","value":"5.1"},{"period":"2022-03","value":"5.3"}]
 * @example historyEntries("12,13.5,14") // => ["12","13.5","14"]
 */
export function historyEntries(text: string): readonly Entry[] {
  const parts = text.trim().split(/[;\n]/);
  return parts.flatMap((part): readonly Entry[] => {
    const entry = part.trim();
    const period = NAMED.exec(entry)?.[0] ?? /^[^:]*:/.exec(entry)?.[0];
    const [first = "", ...others] = valuesIn(entry.slice(period?.length ?? 0), parts.length === 1);
    return [period === undefined ? first : { period: nameOf(period), value: first }, ...others];
  });
}

/** Whether a text stands for a value that is not there. */
export const isGap = (text: string): boolean => GAP.test(text);

const nameOf = (period: string): string => period.replace(/[:=\s]+$/, "");

/**
 * The values of an entry: one figure where it has one number, in whatever words ("17.8 trillion VND"). Commas without a
 * space part numbers where they cannot be anything else.
 */
function valuesIn(text: string, isOnlyEntry: boolean): readonly string[] {
  const words = text.trim().split(/,?\s+/);
  const tokens = words.flatMap((word) => {
    const isGrouped = GROUPED.test(word) && !(isOnlyEntry && words.length === 1);
    return word.split(",").length > 2 && !isGrouped ? word.split(",") : [word];
  });
  const numbers = tokens.filter((token) => NUMBER.test(token));
  if (numbers.length < 2 && !tokens.some(isGap)) return [text.trim()];
  return tokens;
}
