import type { Draft, Subject } from "./draft.ts";
import type { Doubt } from "./extraction.ts";
import { carriedPeriod, ofYearSpokenOf, periodOfGrowth } from "./figure-period.ts";
import { placeBefore } from "./figure-place.ts";
import { isKnownIndicator } from "./headline-indicators.ts";
import type { Item } from "./items.ts";
import type { Pending, Reading } from "./reading.ts";
import { has, type Sentence, segmentStart } from "./sentence.ts";

/**
 * Growth whose amount never came is a figure of its own: "retail sales rose 12% and exports 8%". What names no subject
 * waits on for an amount until the sentence ends; shares by themselves tell nothing.
 */
export function settleGrowthAlone(reading: Reading, isSentenceOver: boolean): void {
  for (const pending of reading.pending) {
    const draft = growthAlone(reading, pending);
    if (draft) reading.article.drafts.push(draft);
  }
  reading.pending = isSentenceOver ? [] : reading.pending.filter(({ subject }) => subject === undefined);
}

function growthAlone(reading: Reading, { told, role, at, subject }: Pending): Draft | undefined {
  const { sentence, article } = reading;
  if (role !== "growth" || !subject || !isReportedAlone(subject) || isAimedAt(sentence, at)) return undefined;
  const item = sentence.items[at] as Item;
  const own = periodOfGrowth(sentence, at);
  const period = own && ofYearSpokenOf(own, article);
  if (period?.isRest || period?.throughYear !== undefined) return undefined;
  const doubts = new Set<Doubt>();
  const start = segmentStart(sentence, at);
  const hedge = "hedge" in item ? item.hedge : "exact";
  return {
    ...subject,
    place: placeBefore(reading, at, doubts),
    period: period ?? carriedPeriod(article, doubts),
    growth: told,
    hedge: has(sentence, "estimate", start, at) ? "estimated" : hedge,
    purpose: has(sentence, "modal", start, at) ? "expected" : "value",
    doubts,
    from: item.from,
    to: item.to,
    sentence: article.sentence,
  };
}

const isReportedAlone = ({ indicator, component, isOther }: Subject): boolean =>
  !isOther && !component && isKnownIndicator(indicator);

/** "Aims for growth of 8%", "its target of 8% growth", but not "8% up on the plan", which has its target already. */
function isAimedAt(sentence: Sentence, at: number): boolean {
  const start = segmentStart(sentence, at);
  return (
    has(sentence, "aim", start, at) ||
    sentence.items
      .slice(start, at)
      .some((item) => item.kind === "cue" && item.cue === "target" && !sentence.consumed.has(item))
  );
}
