import type { Doubt } from "./extraction.ts";
import type { Item } from "./items.ts";
import type { PlaceMention } from "./places.ts";
import { type Reading, segmentBefore } from "./reading.ts";
import { ADJACENT, FARTHEST, has, lastOf, type Sentence } from "./sentence.ts";
import type { Token } from "./token.ts";

/** The place that an amount is of: before it, right behind it ("5 billion USD in Can Tho"), or what was spoken of. */
export const placeOfAmount = (
  reading: Reading,
  at: number,
  start: number,
  doubts: Set<Doubt>,
): string | undefined =>
  placeIn(reading.sentence, start, at) ??
  placeAfter(reading.sentence, at) ??
  placeBefore(reading, at, doubts);

/** The place of growth that is told alone, "Can Tho's industrial output rose 5%", or what was spoken of. */
export function placeBefore(reading: Reading, at: number, doubts: Set<Doubt>): string | undefined {
  const { sentence, article, last } = reading;
  const place = placeIn(sentence, segmentBefore(reading, at), at) ?? last?.place ?? placeIn(sentence, 0, at);
  if (place) return place;
  if (!article.place) return placeAt(sentence, lastOf(sentence, "province", at, sentence.items.length))?.name;
  doubts.add("placeCarried");
  return article.place;
}

function placeAfter({ items, tokens }: Sentence, at: number): string | undefined {
  const amount = items[at] as Item;
  const next = items[at + 1];
  if (next?.kind !== "place" || next.level === "foreign" || next.from - amount.to > 2) return undefined;
  return isModifier(next, tokens) ? undefined : next.name;
}

/**
 * The place in a range that figures behind it are of: the last province, or behind it the region or country whose
 * indicator is named, "exports of the Mekong Delta", or that is the subject itself, "the Mekong Delta earned".
 */
export function placeIn(sentence: Sentence, from: number, to: number): string | undefined {
  const province = lastOf(sentence, "province", from, to);
  let at = to;
  for (let looked = 0; looked < FARTHEST; looked += 1) {
    at = lastOf(sentence, "place", Math.max(from, province + 1), at);
    if (at < 0) break;
    if (isWiderPlace(sentence, at, from)) return (sentence.items[at] as PlaceMention).name;
  }
  return placeAt(sentence, province)?.name;
}

function isWiderPlace(sentence: Sentence, at: number, from: number): boolean {
  const { items, tokens } = sentence;
  const place = items[at] as PlaceMention;
  if (place.level === "foreign" || isModifier(place, tokens)) return false;
  const previous = items[at - 1];
  const isOfIndicator = previous?.kind === "indicator" && place.from - previous.to <= ADJACENT;
  const isNamed = place.level === "region" || !place.isCommon;
  return isOfIndicator || (isNamed && !has(sentence, "indicator", from, at));
}

const placeAt = ({ items }: Sentence, at: number): PlaceMention | undefined =>
  items[at] as PlaceMention | undefined;

const MODIFIED = new Set(["province", "provinces", "city", "cities", "locality", "localities"]);

/** "the Mekong Delta province of": the region only says where the province lies. */
function isModifier({ to }: PlaceMention, tokens: readonly Token[]): boolean {
  const after = tokens[to]?.text ?? "";
  return MODIFIED.has(after) || (after === "'" && MODIFIED.has(tokens[to + 2]?.text ?? ""));
}
