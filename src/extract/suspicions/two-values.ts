import type { Draft } from "../draft.ts";
import type { Suspicion } from "../extraction.ts";
import { amountInterval } from "./amount-interval.ts";
import { isReported, periodKey, type ReadText } from "./read-text.ts";

/** Two values that are further apart are of different things, one of which the text does not name as such. */
const FARTHEST_APART = 1.3;
/** How many values of one figure a further one is held against. */
const MOST_COMPARED = 5;

/** Places, indicators and periods told with two values that no rounding or hedge makes one. */
export function twoValues(text: ReadText): readonly Suspicion[] {
  const byFigure = new Map<string, Draft[]>();
  return text.drafts.flatMap((draft) => {
    const key = figureKey(draft, text);
    if (key === undefined) return [];
    const known = byFigure.get(key) ?? [];
    byFigure.set(key, known);
    const other = known.find((each) => !agree(each, draft));
    if (known.length < MOST_COMPARED) known.push(draft);
    if (!other?.amount || !draft.amount || other !== known[0]) return [];
    return [
      {
        code: "twoValues" as const,
        span: text.spanOf(draft.from, draft.to),
        values: { first: text.wordsOf(other.amount), second: text.wordsOf(draft.amount) },
      },
    ];
  });
}

function figureKey(draft: Draft, text: ReadText): string | undefined {
  const { amount, indicator, component, place, doubts, sentence } = draft;
  if (!amount || amount.isElliptic || !isReported(draft) || doubts.has("periodCarried")) return undefined;
  const period = periodKey(draft, text.reference);
  if (period === undefined) return undefined;
  // A value at the prices of 2010 and one at those of the year are two figures.
  const hasPrices = text.sentences[sentence]?.some((item) => item.kind === "cue" && item.cue === "prices");
  return hasPrices ? undefined : `${place ?? ""}|${indicator}|${component ?? ""}|${amount.unit}|${period}`;
}

function agree({ amount: a, sentence }: Draft, { amount: b, sentence: other }: Draft): boolean {
  // What one sentence tells twice it tells of two things, such as a value and that of the year before.
  if (!a || !b || sentence === other) return true;
  const [first, second] = [amountInterval(a), amountInterval(b)];
  if (!first || !second) return true;
  if (Math.max(a.value, b.value) > FARTHEST_APART * Math.min(a.value, b.value)) return true;
  return first.lower <= second.upper && second.lower <= first.upper;
}
