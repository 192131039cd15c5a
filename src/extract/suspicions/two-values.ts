import type { Draft } from "../draft.ts";
import type { Suspicion } from "../extraction.ts";
import { amountInterval } from "./amount-interval.ts";
import { isReported, periodKey, type ReadText } from "./read-text.ts";

/** Two values that are further apart are of different things, one of which the text does not name as such. */
const FARTHEST_APART = 1.3;
/** Places, indicators and periods told with a second value that no rounding or hedge makes the first. */
export function twoValues(text: ReadText): readonly Suspicion[] {
  const firsts = new Map<string, Draft>();
  return text.drafts.flatMap((draft) => {
    const key = figureKey(draft, text);
    if (key === undefined) return [];
    const first = firsts.get(key);
    if (!first) firsts.set(key, draft);
    if (!first?.amount || !draft.amount || agree(first, draft, text)) return [];
    return [
      {
        code: "twoValues" as const,
        span: text.spanOf(draft.from, draft.to),
        values: { first: text.wordsOf(first.amount), second: text.wordsOf(draft.amount) },
      },
    ];
  });
}

function figureKey(draft: Draft, text: ReadText): string | undefined {
  const { amount, indicator, component, place, doubts } = draft;
  if (!amount || amount.isElliptic || !isReported(draft) || doubts.has("periodCarried")) return undefined;
  const period = periodKey(draft, text.reference);
  return period && `${place ?? ""}|${indicator}|${component ?? ""}|${amount.unit}|${period}`;
}

function agree(first: Draft, second: Draft, text: ReadText): boolean {
  const { amount: a } = first;
  const { amount: b } = second;
  if (!a || !b || a.value === b.value) return true;
  // What one sentence tells twice it tells of two things, such as a value and that of the year before.
  if (first.sentence === second.sentence) return true;
  if (Math.max(a.value, b.value) > FARTHEST_APART * Math.min(a.value, b.value)) return true;
  const [one, other] = [amountInterval(a), amountInterval(b)];
  if (!one || !other || (one.lower <= other.upper && other.lower <= one.upper)) return true;
  return namesPrices(first, text) || namesPrices(second, text);
}

/** A value at the prices of 2010 and one at those of the year are two figures. */
const namesPrices = ({ sentence }: Draft, { sentences }: ReadText): boolean =>
  sentences[sentence]?.some((item) => item.kind === "cue" && item.cue === "prices") ?? false;
