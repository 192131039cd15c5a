import { amountRole } from "./amount-role.ts";
import type { Draft, Subject } from "./draft.ts";
import type { Doubt } from "./extraction.ts";
import { periodNamed, periodOfAmount, periodOfTarget } from "./figure-period.ts";
import { placeOfAmount } from "./figure-place.ts";
import { settleGrowthAlone } from "./growth-alone.ts";
import { labelOf } from "./indicators.ts";
import type { Item } from "./items.ts";
import type { Amount, Hedge, PeriodMention } from "./mention.ts";
import {
  attachPercent,
  attributeEquality,
  attributePercent,
  shareTakenBefore,
} from "./percent-attribution.ts";
import { type ArticleState, type Reading, readingOf, segmentBefore } from "./reading.ts";
import { has, lastOf, type Sentence, sentenceOf } from "./sentence.ts";
import { subjectOfAmount } from "./subject.ts";
import { tradedBy } from "./traders.ts";

/** A text that tells more figures than this is a table. */
const MOST_FIGURES = 2000;
/** Without these, and with nothing told before, a percentage is of nothing. */
const TELLING: ReadonlySet<Item["kind"]> = new Set<Item["kind"]>(["amount", "indicator", "component"]);

/** What says of which months and of what the next sentences are. */
const SPEAKING: ReadonlySet<Item["kind"]> = new Set<Item["kind"]>(["period", "word", "cue", "place", "sign"]);

/** Adds the figures of one sentence to those of the article: "Exports reached 5 billion USD, up 8%." */
export function readSentence(given: readonly Item[], article: ArticleState): void {
  if (article.drafts.length >= MOST_FIGURES) return;
  const canTell = article.current !== undefined || given.some(({ kind }) => TELLING.has(kind));
  if (!canTell) {
    const others = given.filter(({ kind }) => SPEAKING.has(kind));
    const isSpeaking = others.some(({ kind }) => kind === "period" || kind === "word");
    if (isSpeaking) rememberWhatIsSpokenOf(readingOf(sentenceOf(others, article.tokens), article));
    return;
  }
  const reading = readingOf(sentenceOf(given, article.tokens), article);
  // What a bracket tells ends with it: the figure before the bracket is the last one again.
  const interrupted: (Draft | undefined)[] = [];
  for (const [at, item] of reading.sentence.items.entries()) {
    if (item.kind === "amount") readAmount(reading, item, at);
    else if (item.kind === "percent" || item.kind === "multiple") attributePercent(reading, at);
    else if (item.kind === "cue" && (item.cue === "onPlan" || item.cue === "unchanged"))
      attributeEquality(reading, at);
    else if (item.kind === "indicator") settleGrowthAlone(reading, false);
    else if (item.kind === "sign" && item.sign === "(") interrupted.push(reading.last);
    else if (item.kind === "sign" && item.sign === ")") reading.last = interrupted.pop() ?? reading.last;
  }
  settleGrowthAlone(reading, true);
  rememberWhatIsSpokenOf(reading);
}

function readAmount(reading: Reading, amount: Amount, at: number): void {
  const start = segmentBefore(reading, at);
  const role = amountRole(reading, at, start);
  if (role === "conversion") return;
  if (role === "base") {
    readBase(reading, amount, at, start);
    return;
  }
  reading.segment = at + 1;
  const draft = role === "skip" ? undefined : draftOf(reading, amount, at, start, role);
  if (role === "skip" && reading.last?.points !== undefined) reading.last.excess ??= amount;
  if (draft) {
    takePending(reading, draft);
    if (draft.purpose !== "target") shareTakenBefore(reading, draft, at);
    remember(reading, draft, at, start);
  }
  reading.pending = [];
}

/** "Compared to 566 million USD a year earlier": the level of the year before, of the figure before it or to come. */
function readBase(reading: Reading, amount: Amount, at: number, start: number): void {
  const { sentence, last, article } = reading;
  const hasSubject = has(sentence, "indicator", start, at) || has(sentence, "component", start, at);
  const draft = last ?? (hasSubject ? undefined : article.current);
  if (!draft) {
    reading.priorAhead = amount;
    return;
  }
  reading.segment = at + 1;
  if (draft.amount?.unit === amount.unit) draft.prior ??= amount;
}

/** The figure of an amount, unless it is of nothing that is known or of months to come. */
function draftOf(
  reading: Reading,
  amount: Amount,
  at: number,
  start: number,
  purpose: Draft["purpose"],
): Draft | undefined {
  const { sentence, article } = reading;
  const doubts = new Set<Doubt>();
  const isTarget = purpose === "target";
  const found =
    subjectOfAmount(reading, at, start, doubts) ?? (isTarget ? lastToldIn(article, amount) : undefined);
  if (!found && !(isTarget && !article.subject)) {
    // "Exports passed the 1-billion-USD mark: at more than 1 billion USD they were ..."
    if (reading.last?.amount?.value === amount.value) return undefined;
    reading.last = undefined;
    article.current = undefined;
    return undefined;
  }
  const targetPeriod = isTarget ? periodOfTarget(reading, at, start) : undefined;
  const period = isTarget ? targetPeriod : periodOfAmount(reading, at, start, doubts);
  if (!isTarget && period?.isRest) return undefined;
  if (period) reading.segment = pastPeriod(reading, at, period);
  return {
    ...(found ? subjectOnly(found) : UNNAMED),
    amount,
    place: placeOfAmount(reading, at, start, doubts),
    period,
    hedge: hedgeOf(sentence, amount, at, start),
    purpose,
    targetPeriod,
    ...(sentence.paired.has(amount) && { isPaired: true }),
    ...((has(sentence, "ofWhich", start, at) || has(sentence, "boundary", start, at)) && { isWithin: true }),
    doubts,
    from: amount.from,
    to: amount.to,
    sentence: article.sentence,
  };
}

/** "1.2 billion USD in May and 9.6 billion USD in": the months behind an amount are not of the next one. */
function pastPeriod({ sentence, segment }: Reading, at: number, { from }: PeriodMention): number {
  for (let index = at + 1; index < at + NEAR; index += 1)
    if (sentence.items[index]?.kind === "period" && sentence.items[index]?.from === from)
      return Math.max(segment, index + 1);
  return segment;
}

/** The months of an amount stand at most so many items behind it. */
const NEAR = 8;

/** "The year's target of 860 million USD", after output in dong: of the last figure in dollars. */
const lastToldIn = ({ drafts }: ArticleState, { unit }: Amount): Draft | undefined =>
  drafts
    .slice(-MOST_RECENT)
    .findLast((draft) => draft.purpose === "value" && !draft.component && draft.amount?.unit === unit);

const MOST_RECENT = 40;

/** "The target is 5 billion USD" at the beginning of a text: of what, the next figure tells. */
const UNNAMED: Subject = { indicator: "" };

const subjectOnly = ({ indicator, component, isOther }: Subject): Subject => ({
  indicator,
  ...(component && { component }),
  ...(isOther && { isOther }),
});

function hedgeOf(sentence: Sentence, amount: Amount, at: number, start: number): Hedge {
  if (amount.hedge !== "exact") return amount.hedge;
  const from = sentence.paired.has(amount) ? 0 : start;
  return has(sentence, "estimate", from, at) || has(sentence, "modal", from, at) ? "estimated" : "exact";
}

/** What was told before its amount: "grew by 28.87% to 17.2 billion", "from 566 to 674 million USD". */
function takePending(reading: Reading, draft: Draft): void {
  const { sentence, pending, priorAhead } = reading;
  for (const { told, role, at } of pending) {
    attachPercent(sentence, draft, told, role, at);
    draft.from = Math.min(draft.from, (sentence.items[at] as Item).from);
  }
  if (priorAhead && priorAhead.unit === draft.amount?.unit) draft.prior = priorAhead;
  reading.priorAhead = undefined;
}

/** Adds a figure to those of the article, and what the next figures may leave out. */
function remember(reading: Reading, draft: Draft, at: number, start: number): void {
  const { article, lastValue } = reading;
  const { doubts, period } = draft;
  const isTarget = draft.purpose === "target";
  article.drafts.push(draft);
  if (isTarget) article.target = draft;
  if (isTarget && lastValue && isOfShare(reading.sentence, at, start)) {
    reading.last = lastValue;
    return;
  }
  reading.last = draft;
  if (draft.isOther) return;
  article.current = draft;
  if (draft.place && !(isTarget && doubts.has("placeCarried"))) article.place = draft.place;
  if (!draft.component && !(isTarget && doubts.has("indicatorCarried")))
    article.subject = { indicator: draft.indicator };
  if (article.subject?.indicator !== draft.indicator) article.subject = { indicator: draft.indicator };
  if (isTarget) return;
  reading.lastValue = draft;
  reading.values.push(draft);
  if (!draft.component) article.headline = draft;
  const isTold = period && !doubts.has("periodCarried");
  if (isTold && (period.isCumulative || period.isYear || !article.period)) article.period = period;
}

/** "65.6% of the yearly target of US$1.07 billion": what follows speaks of the value again. */
function isOfShare(sentence: Sentence, at: number, start: number): boolean {
  const target = lastOf(sentence, "target", start, at);
  const isCut = (["aim", "percent", ";"] as const).some((mark) => has(sentence, mark, target + 1, at));
  return target >= 0 && !isCut && sentence.consumed.has(sentence.items[target] as Item);
}

/** A sentence without figures may say what the next ones speak of: "Exports in the first nine months were a bright spot." */
function rememberWhatIsSpokenOf({ sentence, article }: Reading): void {
  const { items } = sentence;
  const hasDraft = article.drafts.at(-1)?.sentence === article.sentence;
  if (!hasDraft) rememberSubject(items, article);
  if (hasDraft && article.period) return;
  if (has(sentence, "aim", 0, items.length)) return;
  const period = periodNamed(sentence);
  if (!period || period.isRest || period.throughYear !== undefined) return;
  const isNewer = period.isCumulative || (period.isYear && article.period?.isYear);
  if (!article.period || isNewer) article.period = period;
}

function rememberSubject(items: readonly Item[], article: ArticleState): void {
  const named = items.findLast((item) => item.kind === "indicator" && !item.isOther);
  const traded = items.map((item) => (item.kind === "word" ? tradedBy(item.text) : undefined)).find(Boolean);
  if (traded) article.subject ??= { indicator: traded };
  if (named?.kind !== "indicator") return;
  const opensSentence = items.slice(0, 3).includes(named);
  if (!article.subject || opensSentence) article.subject = { indicator: labelOf(named) };
}
