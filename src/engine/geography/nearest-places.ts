import { foldPlace, type Units } from "./administrative-unit.ts";

/** A name of which more than this share of the letters differs is not meant. */
const MOST_DIFFERENT = 0.4;
const MOST_NAMED = 3;
/** No name is this long; more of a text costs time and tells nothing. */
const LONGEST = 40;

/** The names of units that are written most like a text, the nearest first; none where none is like it. */
export function nearestPlaces({ rows }: Units, text: string): readonly string[] {
  const asked = foldPlace(text).slice(0, LONGEST);
  const names = [...new Set(rows.map(({ name }) => name))];
  return names
    .map((name) => {
      const folded = foldPlace(name);
      return { name, difference: slips(asked, folded) / Math.max(1, asked.length, folded.length) };
    })
    .filter(({ difference }) => difference <= MOST_DIFFERENT)
    .sort((a, b) => a.difference - b.difference)
    .slice(0, MOST_NAMED)
    .map(({ name }) => name);
}

/**
 * Letters added, left out, replaced, or exchanged with their neighbour between two texts (Damerau 1964, "optimal
 * string alignment").
 */
function slips(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const least = Math.min(replaced, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      const isExchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isExchanged ? Math.min(least, (beforeLast[j - 2] as number) + 1) : least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
