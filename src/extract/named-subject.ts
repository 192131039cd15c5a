import type { ComponentMention } from "./components.ts";
import type { Subject } from "./draft.ts";
import { type IndicatorMention, labelOf } from "./indicators.ts";
import type { Item } from "./items.ts";
import type { PlaceMention } from "./places.ts";
import type { Reading } from "./reading.ts";
import { ADJACENT, countOf, firstOf, has, isBeside, lastOf, type Sentence } from "./sentence.ts";

/**
 * The subject that items name: "exports of rice", "footwear"; "none" where they name none, "unknown" where it is not
 * in the vocabulary, "spending on ring roads".
 */
export function subjectNamed(reading: Reading, from: number, to: number): Subject | "none" | "unknown" {
  const { sentence, last, article } = reading;
  if (!NAMING.some((mark) => has(sentence, mark, from, to))) return "none";
  const { indicator, component } = lastNamed(sentence, from, to);
  const places = sentence.items.slice(from, to).filter((item) => item.kind === "place");
  if (indicator) {
    const foreign = places.findLast(({ level }) => level === "foreign");
    return subjectFrom(indicator, component?.name ?? marketOf(indicator, foreign));
  }
  if (component) {
    const carried = last ?? article.subject;
    if (component.of && !carried?.indicator.startsWith(component.of))
      return { indicator: component.of, component: component.name };
    return carried ? { indicator: carried.indicator, component: component.name } : "unknown";
  }
  if (isBracketed(sentence, to)) return "unknown";
  if (isOfProjects(sentence, from, to)) return { indicator: "other", isOther: true };
  const words = countOf(sentence, "word", from, to);
  if (has(sentence, "ofWhich", from, to)) return "unknown";
  const place = places.findLast(({ level }) => level !== "foreign");
  if (last && place && place.name !== last.place)
    return { indicator: last.indicator, ...(last.component && { component: last.component }) };
  const mostWords = last ? 10 : has(sentence, "total", from, to) ? 6 : 1;
  return words > mostWords ? "unknown" : "none";
}

/** What a subject can be named by. */
const NAMING = ["indicator", "component", "place", "word", "other", "ofWhich"] as const;

/** "Honey (210 million USD)": a noun before a bracket, and what it is of is not known. */
function isBracketed({ items }: Sentence, to: number): boolean {
  const bracket = items[to - 1];
  return bracket?.kind === "sign" && bracket.sign === "(" && items[to - 2]?.kind === "word";
}

const PROJECTS = /project|dự án|du an/;

/** "1,120 foreign-invested projects capitalised at 20.6 billion USD": their capital. */
const isOfProjects = ({ items }: Sentence, from: number, to: number): boolean =>
  items.slice(from, to).some((item) => item.kind === "other" && PROJECTS.test(item.noun ?? ""));

/** The last indicator in a range, and the component that belongs to it or stands alone. */
function lastNamed(
  sentence: Sentence,
  from: number,
  to: number,
): { indicator?: IndicatorMention | undefined; component?: ComponentMention | undefined } {
  const { items, consumed, paired, indexOf } = sentence;
  let indicator: IndicatorMention | undefined;
  let component: ComponentMention | undefined;
  for (let at = from; at < to; at += 1) {
    const item = items[at] as Item;
    if (item.kind === "indicator" && !consumed.has(item) && !isCostOf(sentence, item, indicator)) {
      const isKept = component && (isBeside(sentence, component, item) || isExclusion(component));
      if (!isKept) component = undefined;
      indicator = item;
    } else if (item.kind === "component") {
      const isOfIndicator =
        !indicator ||
        isBeside(sentence, indicator, item) ||
        has(sentence, "ofWhich", indexOf.get(indicator) ?? 0, at) ||
        isExclusion(item) ||
        (at === to - 1 && paired.has(items[to] as Item));
      if (isOfLand(sentence, item)) continue;
      if (isOfIndicator && (isExclusion(item) || !isApposition(sentence, at, to))) component = item;
    }
  }
  return { indicator, component };
}

/** "Imports cost 8 billion USD" tells of imports, and not of costs. */
const isCostOf = (
  { tokens }: Sentence,
  { from, isOther }: IndicatorMention,
  indicator: IndicatorMention | undefined,
): boolean => isOther === true && indicator?.to === from && tokens[from]?.text === "cost";

const LAND = new Set([
  "province",
  "city",
  "land",
  "capital",
  "region",
  "hub",
  "kingdom",
  "heartland",
  "bowl",
  "farms",
]);

/** "The coconut province". */
const isOfLand = ({ tokens }: Sentence, { to }: Item): boolean => LAND.has(tokens[to]?.text ?? "");

const isExclusion = ({ name }: ComponentMention): boolean => name.startsWith("excluding");

/** An indicator with its component as a subject: "exports of rice". */
export const subjectFrom = (indicator: IndicatorMention, component?: string): Subject => ({
  indicator: labelOf(indicator),
  ...(component && { component }),
  ...(indicator.isOther && { isOther: true }),
});

/** "Exports to Japan": the market as a part of the exports. */
function marketOf(indicator: IndicatorMention, place: PlaceMention | undefined): string | undefined {
  const isMarket = place && place.from > indicator.from && place.from - indicator.to <= ADJACENT + 1;
  return isMarket ? `to_${place.name.toLowerCase().replaceAll(" ", "_")}` : undefined;
}

/** "Thai Nguyen, home of a large mobile phone complex, followed with": a component that only describes a place. */
function isApposition(sentence: Sentence, at: number, to: number): boolean {
  const { items } = sentence;
  const opening = Math.max(lastOf(sentence, "sign", 0, at), lastOf(sentence, "amount", 0, at));
  const before = items[opening];
  const after = items[firstOf(sentence, "sign", at + 1, to)];
  return (
    before?.kind === "sign" &&
    before.sign === "," &&
    items[opening - 1]?.kind === "place" &&
    after?.kind === "sign" &&
    after.sign === ","
  );
}

/** The component of an indicator, or the indicator of a component, that follows right behind it. */
export function partnerOf(
  sentence: Sentence,
  item: IndicatorMention | ComponentMention,
): IndicatorMention | ComponentMention | undefined {
  const next = sentence.items[(sentence.indexOf.get(item) ?? 0) + 1];
  const isPair =
    (next?.kind === "component" && item.kind === "indicator") ||
    (next?.kind === "indicator" && item.kind === "component");
  return isPair && isBeside(sentence, item, next) ? next : undefined;
}
