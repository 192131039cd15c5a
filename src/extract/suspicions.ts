import type { Suspicion } from "./extraction.ts";
import { currencySlips } from "./suspicions/currency-slip.ts";
import { levelsFromGrowth } from "./suspicions/level-from-growth.ts";
import { partsAboveTotal } from "./suspicions/part-above-total.ts";
import { percentagesOfForUp } from "./suspicions/percent-of-for-percent-up.ts";
import type { ReadText } from "./suspicions/read-text.ts";
import { scaleSlips } from "./suspicions/scale-slip.ts";
import { twoValues } from "./suspicions/two-values.ts";

/** A text that raises more is no article. */
const MOST = 50;

/** What looks wrong between the lines of a text, in its order; each figure by itself is for the coherence engine. */
export const suspicionsOf = (text: ReadText): readonly Suspicion[] =>
  [
    ...ambiguousDates(text),
    ...levelsFromGrowth(text),
    ...scaleSlips(text),
    ...currencySlips(text),
    ...twoValues(text),
    ...partsAboveTotal(text),
    ...percentagesOfForUp(text),
  ]
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
    .slice(0, MOST);

/** The date line, where nobody said when the text was published and day and month may stand either way round. */
function ambiguousDates({ reference, dates, spanOf, wordsOf }: ReadText): readonly Suspicion[] {
  const [first, second] = reference.ambiguous ?? [];
  const line = dates.find(({ alternatives }) => alternatives[0] === first && alternatives[1] === second);
  if (first === undefined || second === undefined || !line) return [];
  return [
    {
      code: "ambiguousDate",
      span: spanOf(line.from, line.to),
      values: { written: wordsOf(line), first, second },
    },
  ];
}
