import { isConversion } from "./conversion.ts";
import type { Subject } from "./draft.ts";
import type { Doubt } from "./extraction.ts";
import { periodIn, periodPast } from "./figure-period.ts";
import { isKnownIndicator, isToldIn } from "./headline-indicators.ts";
import { labelOf } from "./indicators.ts";
import type { Item } from "./items.ts";
import type { Amount } from "./mention.ts";
import { partnerOf, subjectFrom, subjectNamed } from "./named-subject.ts";
import type { Reading } from "./reading.ts";
import { ADJACENT, countOf, FARTHEST, has, lastOf, type Sentence } from "./sentence.ts";
import { tradedBy } from "./traders.ts";

/**
 * What the amount at an index is of: what its words name before it ("exports of 5 billion USD"), right behind it
 * ("5 billion USD from exports") or farther on, or what was spoken of. Where the words behind it name it, they are
 * taken, and the segment of the next amount begins behind them.
 */
export function subjectOfAmount(
  reading: Reading,
  at: number,
  start: number,
  doubts: Set<Doubt>,
): Subject | undefined {
  const { sentence, last, article } = reading;
  const after = subjectAfter(reading, at);
  const before = subjectNamed(reading, start, at);
  if (after && typeof before !== "object") reading.segment = pastSubject(sentence, reading.segment, at);
  if (typeof before === "object")
    return after && !has(sentence, "indicator", start, at) ? ofSector(before, after) : before;
  if (after) return after;
  // "Goods account for 17,137 billion VND": a part, though its noun says little.
  const isShareOfWhole = has(sentence, "composition", Math.max(start, at - 2), at);
  if (last && isShareOfWhole && !hasOwnWords(sentence, at, start)) return undefined;
  const ahead = last ? undefined : subjectAhead(sentence, at, start);
  if (ahead) return ahead;
  const { unit } = sentence.items[at] as Amount;
  if (before === "unknown") {
    const isTotal =
      has(sentence, "total", start, at) && countOf(sentence, "word", start, at) <= MOST_WORDS_OF_TOTAL;
    const isOfWhole = isTotal || isMeasured(sentence, at, start);
    if (isOfWhole && !has(sentence, "ofWhich", start, at)) return spokenOf(reading, unit, doubts);
    if (isOfPlace(reading, start, at)) {
      doubts.add("attributionDistant");
      return spokenOf(reading, unit, doubts);
    }
  } else if (last) {
    const isOther = last.isOther || (last.purpose !== "target" && !hasOwnWords(sentence, at, start));
    return isOther ? undefined : last;
  }
  if (!last && !article.subject) return firstAhead(reading, at, start);
  return before === "unknown" ? freePart(reading, start, at) : spokenOf(reading, unit, doubts);
}

/** "Industry and construction made 7,151 billion VND of added value": the sector before, the indicator behind. */
const ofSector = (before: Subject, { indicator, component, isOther }: Subject): Subject =>
  before.component && !component && !isOther ? { indicator, component: before.component } : before;

/** More unknown words than this are of something else, though "the total" stands among them. */
const MOST_WORDS_OF_TOTAL = 4;

/** Where the words begin that are no longer of an amount's subject: "290 million USD from exports, up 21%". */
function pastSubject(sentence: Sentence, segment: number, at: number): number {
  const { items } = sentence;
  let next = segment;
  while (next <= at + 4 && next < items.length) {
    const item = items[next] as Item;
    next += 1;
    if (item.kind !== "indicator" && item.kind !== "component") continue;
    return partnerOf(sentence, item) ? next + 1 : next;
  }
  return next;
}

/** "232 million USD from exports", "42 million USD from rice", "82 trillion VND of registered capital". */
function subjectAfter({ sentence, last, article }: Reading, at: number): Subject | undefined {
  const { items } = sentence;
  const amount = items[at] as Item;
  for (let after = at + 1; after <= at + 4; after += 1) {
    const item = items[after];
    if (!item || item.from - amount.to > ADJACENT + 1) return undefined;
    if (item.kind === "indicator") {
      const component = partnerOf(sentence, item);
      return isLinked(sentence, amount, item) ? subjectFrom(item, component?.name) : undefined;
    }
    if (item.kind === "component") {
      if (!isLinked(sentence, amount, item)) return undefined;
      const indicator = partnerOf(sentence, item);
      if (indicator?.kind === "indicator") return { indicator: labelOf(indicator), component: item.name };
      const carried = last ?? article.subject;
      return carried && { indicator: carried.indicator, component: item.name };
    }
    if (item.kind === "sign" || item.kind === "amount" || item.kind === "percent") return undefined;
    if (item.kind === "cue" && item.cue !== "comparedTo" && item.cue !== "to") return undefined;
  }
  return undefined;
}

const LINKS = new Set([
  "from",
  "of",
  "for",
  "in",
  "worth",
  "through",
  "on",
  "into",
  "từ",
  "là",
  "cho",
  "tiền",
  "by",
]);

function isLinked({ tokens }: Sentence, amount: Item, item: Item): boolean {
  const between = tokens.slice(amount.to, item.from + 1);
  return (
    between.some(({ text }) => LINKS.has(text)) || (item.kind === "indicator" && item.from === amount.to)
  );
}

/** "With 1.12 billion USD in 2022, exports were": an amount that opens its sentence is of what comes next. */
function subjectAhead(sentence: Sentence, at: number, start: number): Subject | undefined {
  const { items } = sentence;
  const opensSentence = start === 0 && items.slice(0, at).every(({ kind }) => OPENING.has(kind));
  if (!opensSentence || has(sentence, "total", 0, at)) return undefined;
  for (const [index, item] of items.slice(at + 1, at + 8).entries()) {
    if (item.kind === "amount" && isConversion(sentence, at + 1 + index)) continue;
    if (item.kind === "amount" || item.kind === "percent" || item.kind === "component") return undefined;
    if (item.kind === "indicator") return item.isOther ? undefined : { indicator: labelOf(item) };
  }
  return undefined;
}

const OPENING: ReadonlySet<Item["kind"]> = new Set<Item["kind"]>(["cue", "sign", "period", "place"]);

/** Where nothing was spoken of yet, an amount is of what its clause names behind it. */
function firstAhead(reading: Reading, at: number, start: number): Subject | undefined {
  const { items } = reading.sentence;
  for (const [index, item] of items.slice(at + 1, at + 10).entries()) {
    const isNext = item.kind === "amount" && !isConversion(reading.sentence, at + 1 + index);
    if (isNext || (item.kind === "sign" && item.sign === ";")) return undefined;
    const traded = item.kind === "word" ? tradedBy(item.text) : undefined;
    if (traded) return { indicator: traded };
    if (item.kind !== "indicator") continue;
    reading.segment = at + 1 + index + 1;
    const part = items.slice(start, at).find(({ kind }) => kind === "component");
    return subjectFrom(item, part?.kind === "component" ? part.name : undefined);
  }
  return undefined;
}

/** Months before it and a share of the plan behind it are told of a whole, whatever words stand between. */
function isMeasured(sentence: Sentence, at: number, start: number): boolean {
  const { items, roles } = sentence;
  if (!periodIn(sentence, start, at)) return false;
  for (let after = at + 1; after < items.length && after - at < FARTHEST; after += 1) {
    const item = items[after] as Item;
    if (item.kind === "amount" && !isConversion(sentence, after)) return false;
    if (roles.get(item)?.role === "share") return true;
  }
  return false;
}

/** "Ho Chi Minh City remained in first place with": a place is the subject where no other noun is. */
function isOfPlace({ sentence, article }: Reading, start: number, at: number): boolean {
  const first = sentence.items.slice(start, at).find(({ kind }) => kind === "place" || kind === "word");
  if (first?.kind !== "place" || first.level === "foreign") return false;
  const listed = article.headline?.place;
  const mostWords = listed !== undefined && listed !== first.name ? 8 : 3;
  return countOf(sentence, "word", start, at) <= mostWords && !has(sentence, "ofWhich", start, at);
}

/** A part that the vocabulary does not know, by its own words: "8 million USD from bird's nests". */
function freePart({ sentence, last, article }: Reading, start: number, at: number): Subject | undefined {
  const carried = last ?? article.subject;
  const count = countOf(sentence, "word", start, at);
  if (!carried || carried.isOther || count === 0 || count > 4) return undefined;
  const words = sentence.items.slice(start, at).filter(({ kind }) => kind === "word");
  const component = words.map(({ from }) => sentence.tokens[from]?.folded ?? "").join("_");
  return { indicator: carried.indicator, component };
}

/** A second amount of one subject says what it is of: other months, another place, a total. */
function hasOwnWords(sentence: Sentence, at: number, start: number): boolean {
  // The words up to a percentage, and to a semicolon, are of what was told before.
  const from = Math.max(start, lastOf(sentence, "percent", start, at), lastOf(sentence, ";", start, at));
  return (
    sentence.paired.has(sentence.items[at] as Item) ||
    OWN_WORDS.some((mark) => has(sentence, mark, from, at)) ||
    periodPast(sentence, at) !== undefined
  );
}

const OWN_WORDS = ["period", "place", "total", "aim", "target"] as const;

/** What the article speaks of, where it is told in the amount's currency: "The province earned 5 billion USD". */
function spokenOf(
  { article: { subject } }: Reading,
  unit: Amount["unit"],
  doubts: Set<Doubt>,
): Subject | undefined {
  if (!subject) return undefined;
  if (isKnownIndicator(subject.indicator) && !isToldIn(subject.indicator, unit)) return undefined;
  doubts.add("indicatorCarried");
  return subject;
}
