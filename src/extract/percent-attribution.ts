import { isConversion } from "./conversion.ts";
import type { Draft, Subject, Told } from "./draft.ts";
import { periodIn } from "./figure-period.ts";
import { placeIn } from "./figure-place.ts";
import type { Item } from "./items.ts";
import type { Percent } from "./mention.ts";
import { subjectNamed } from "./named-subject.ts";
import { toldLike } from "./percent-role.ts";
import { type Reading, segmentBefore } from "./reading.ts";
import { FARTHEST, firstOf, has, isOfTarget, type Sentence } from "./sentence.ts";

type ShareOrGrowth = "share" | "growth";

/**
 * Gives the percentage or the multiple at an index to its figure: the one before it ("5 billion USD, up 8%"), the one
 * that comes ("grew by 8% to 5 billion USD"), that of its place in a list, or the one last spoken of. What is of no
 * amount yet waits.
 */
export function attributePercent(reading: Reading, at: number): void {
  const { sentence, article, last } = reading;
  const item = sentence.items[at] as Item;
  const impliedBy = valueOfPlan(reading, item);
  if (impliedBy) reading.last = impliedBy;
  const found = impliedBy && item.kind === "percent" ? toldLike("share", item) : sentence.roles.get(item);
  if (found?.role === "pointsAbove" && last) last.points = found.written;
  if (found?.role !== "share" && found?.role !== "growth") return;
  const { role, ratio, written } = found;
  if (role === "growth" && isOfCount(sentence, at)) return;
  const told: Told = { ratio, written };
  const attach = (draft: Draft | undefined): void => attachPercent(sentence, draft, told, role, at);
  const ofList = figureOfList(reading, item);
  if (ofList) {
    attach(ofList);
    return;
  }
  const segment = segmentBefore(reading, at);
  const subject = subjectNamed(reading, segment, at);
  const named = typeof subject === "object" ? subject : undefined;
  const wait = (): void => {
    reading.pending.push({ told, role, at, subject: named });
  };
  if (isOfNext(reading, at, subject !== "none")) {
    wait();
    return;
  }
  const isOfWhole = article.current?.component && has(sentence, "total", segment, at);
  const current = reading.last ?? (isOfWhole ? article.headline : article.current);
  if (subject === "none") {
    if (!reading.last && opensSentence(sentence, at)) wait();
    else if (reading.last || role === "share" || !isOfWish(sentence, at)) attach(current);
  } else if (subject === "unknown") {
    if (role === "share" && reading.last && !has(sentence, "ofWhich", segment, at)) attach(reading.last);
  } else if (current && isOfFigure(reading, subject, current, at)) attach(current);
  else wait();
}

/** Gives "unchanged" (no growth) and "equal to the plan" (a share of 100%) to their figure. */
export function attributeEquality(reading: Reading, at: number): void {
  const { sentence, last, article } = reading;
  const isOnPlan = (sentence.items[at] as Item & { kind: "cue" }).cue === "onPlan";
  const told: Told = isOnPlan
    ? { ratio: 1, written: "100%", isOnPlan }
    : { ratio: 0, written: "0%", isRough: true };
  const role = isOnPlan ? "share" : "growth";
  if (!last && has(sentence, "amount", at + 1, at + 8)) {
    reading.pending.push({ told, role, at, subject: undefined });
    return;
  }
  const draft = last ?? article.current;
  attachPercent(sentence, draft, told, role, at);
}

/** Writes a share or growth into a figure that has none yet: "76% of the 2022 target" also names the plan's year. */
export function attachPercent(
  sentence: Sentence,
  draft: Draft | undefined,
  told: Told,
  role: ShareOrGrowth,
  at: number,
): void {
  if (!draft) return;
  if (role === "share") {
    const planYear = planYearOf(sentence, at);
    if (planYear !== undefined) draft.planYear ??= planYear;
    if (draft.share) {
      draft.doubts.add("severalShares");
      return;
    }
    draft.share = told;
    if (told.isOnPlan) draft.isOnPlan = true;
  } else {
    if (draft.growth && !draft.growth.isRough) return;
    draft.growth = told;
  }
  draft.to = Math.max(draft.to, (sentence.items[at] as Item).to);
}

function planYearOf(sentence: Sentence, at: number): number | undefined {
  const period = firstOf(sentence, "period", at + 1, at + 4);
  const item = sentence.items[period];
  const next = sentence.items[period + 1];
  if (item?.kind !== "period" || !item.isYear) return undefined;
  const isYearOfPlan = (next?.kind === "cue" && next.cue === "target") || isOfTarget(sentence, period);
  return isYearOfPlan ? item.year : undefined;
}

/** How far a share may be from the quotient of its rounded value and target. */
const SHARE_TOLERANCE = 0.012;

/** Whether a percentage that says nothing itself is the share that a value has of the target told last. */
function isShareOfTarget({ sentence, article }: Reading, item: Item, value: Draft): item is Percent {
  const role = sentence.roles.get(item)?.role;
  if (item.kind !== "percent" || (role !== "none" && role !== "composition")) return false;
  const target = article.target?.amount;
  if (!value.amount || !target || value.share || value.amount.unit !== target.unit) return false;
  const implied = value.amount.value / target.value;
  return Math.abs(implied - item.value) <= SHARE_TOLERANCE * item.value;
}

/**
 * The value that a bare percentage is the share of, where a value and a target told before make it: "900 million USD
 * planned, 684 million, or 76%".
 */
function valueOfPlan(reading: Reading, item: Item): Draft | undefined {
  const { article, last, lastValue } = reading;
  const value = last?.purpose === "target" ? (lastValue ?? article.headline) : (last ?? article.current);
  return value && isShareOfTarget(reading, item, value) ? value : undefined;
}

/** "Of the plan of 1 billion USD 85 percent was achieved: 850 million USD": the share stands before its value. */
export function shareTakenBefore(reading: Reading, draft: Draft, at: number): void {
  const { sentence } = reading;
  for (let before = at - 1; before >= Math.max(0, at - FARTHEST); before -= 1) {
    const item = sentence.items[before] as Item;
    if (!isShareOfTarget(reading, item, draft)) continue;
    attachPercent(sentence, draft, toldLike("share", item), "share", before);
    return;
  }
}

/** "Both provinces expect orders to pick up by 5 percent": nothing that was told before. */
const isOfWish = (sentence: Sentence, at: number): boolean => has(sentence, "modal", 0, at);

/** "At constant 2010 prices" counts nothing. */
const PRICES = /price|giá/;

/** "205,000 tonnes, up 14%": growth of something that is not money. */
function isOfCount({ items }: Sentence, at: number): boolean {
  const nearest = items
    .slice(Math.max(0, at - 8), at)
    .findLast(({ kind }) => kind === "amount" || kind === "indicator" || kind === "other");
  return nearest?.kind === "other" && nearest.noun !== undefined && !PRICES.test(nearest.noun);
}

/** "exports were A and imports B, up 41 and 57 percent": the k-th percentage is of the k-th amount. */
function figureOfList({ sentence, values }: Reading, item: Item): Draft | undefined {
  const run = sentence.percentRuns.get(item);
  if (!run || run.members.length > FARTHEST || sentence.paired.has(item)) return undefined;
  const roles = new Set(run.members.map((member) => sentence.roles.get(member)?.role));
  if (roles.size > 1) return undefined;
  const drafts = values.slice(-run.members.length);
  const different = new Set(
    drafts.map(({ indicator, component, place, period }) =>
      [indicator, component, place, period?.from].join("|"),
    ),
  );
  const isOfEach = drafts.length === run.members.length && different.size === drafts.length;
  return isOfEach ? drafts[run.members.indexOf(item)] : undefined;
}

/** "Grew by 28.87% to 17.2 billion": whether a percentage speaks of the amount that follows. */
function isOfNext({ sentence, last }: Reading, at: number, isNewSubject: boolean): boolean {
  const { items, tokens } = sentence;
  const end = Math.min(items.length, at + FARTHEST);
  for (let after = at + 1; after < end; after += 1) {
    const item = items[after] as Item;
    const isEnd = item.kind === "sign" && item.sign === ";";
    if (isEnd || item.kind === "indicator" || item.kind === "component") return false;
    if (item.kind !== "amount" || isConversion(sentence, after)) continue;
    const before = items[after - 1];
    if (before?.kind !== "cue" || before.cue !== "to") return false;
    return isNewSubject || !last || ARRIVING.has(tokens[item.from - 1]?.text ?? "");
  }
  return false;
}

/** "Up 5% to": what follows is the level that the change led to. */
const ARRIVING = new Set(["to", "lên", "xuống"]);

/** "Fulfilling 48.9 percent of the target, exports amounted to 655 million USD". */
function opensSentence(sentence: Sentence, at: number): boolean {
  if (has(sentence, "total", 0, at)) return false;
  const amount = firstOf(sentence, "amount", at + 1, at + FARTHEST);
  return amount >= 0 && has(sentence, "indicator", at + 1, amount);
}

/** Whether a percentage whose subject is named is of a figure all the same: "exports were 5 billion. Exports grew 8%". */
function isOfFigure(reading: Reading, subject: Subject, figure: Draft, at: number): boolean {
  const { sentence } = reading;
  if (figure.indicator !== subject.indicator || figure.component !== subject.component) return false;
  if (figure.purpose !== "value") return false;
  const start = segmentBefore(reading, at);
  const place = placeIn(sentence, start, at);
  if (place !== undefined && place !== figure.place) return false;
  const period = periodIn(sentence, start, at);
  return (
    period === undefined ||
    (period.fromMonth === figure.period?.fromMonth &&
      period.throughMonth === figure.period.throughMonth &&
      (period.year === undefined || period.year === figure.period.year))
  );
}
