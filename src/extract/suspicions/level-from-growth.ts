import type { ExtractedFigure, Suspicion } from "../extraction.ts";
import { labelOf } from "../indicators.ts";
import type { Item } from "../items.ts";
import type { Mention } from "../mention.ts";
import { type FoundPhrase, phraseAt, phraseTable } from "../phrase-table.ts";
import { meaning } from "../vocabulary/phrase-template.ts";
import { type ReadText, withParts } from "./read-text.ts";

type Superlative =
  /** Says by itself that others are behind: "leads", "dẫn đầu". */
  | "leads"
  /** May compare with earlier years, unless others are named: "highest", "cao nhất". */
  | "most"
  /** Tells of others than the place before it: "led by". */
  | "ofOthers";

const SUPERLATIVES = phraseTable<Superlative>([
  ...meaning<Superlative>("ofOthers", ["(led|headed|topped) by", "dẫn đầu là|đứng đầu là"]),
  ...meaning<Superlative>("leads", [
    "leads|lead|led|leading|tops|topped|topping|heads|headed",
    "(takes|took|taking) the lead|(ranks|ranked|ranking|comes|came|is|was|are|were) (first|top|no 1|number one)",
    "(the|a) [export|import|industrial|retail] leader",
    "dẫn đầu|đứng đầu|đứng (thứ|vị trí thứ) nhất|xếp (thứ|vị trí thứ) nhất|đứng nhất|quán quân",
  ]),
  ...meaning<Superlative>("most", ["largest|biggest|highest|greatest", "lớn nhất|cao nhất|nhiều nhất|nhất"]),
]);

/** Words for those that a place is measured with, beside the names of regions. */
const OTHERS = phraseTable(
  meaning(true, [
    "(the|all|its) (region|regional|provinces|localities|nation|country|area)|(nationwide|countrywide|nation's|country's|region's)",
    "cả nước|toàn quốc|vùng|khu vực|miền|các tỉnh|các địa phương|tỉnh thành",
  ]),
);

/** How many items on either side of a superlative its place and its indicator stand. */
const REACH = 6;
/** How many words there may be between two items of one claim. */
const WIDEST_GAP = 5;

/** Places that are said to lead in a level of which the text tells only the growth. */
export function levelsFromGrowth(text: ReadText): readonly Suspicion[] {
  const told = toldBySubject(text.figures);
  const found: Suspicion[] = [];
  for (const items of text.sentences)
    for (const claim of claimsOf(items, text)) {
      const { place, indicator, from, to } = claim;
      if (told.get(`${place}|${indicator}`) !== "growth") continue;
      found.push({ code: "levelFromGrowth", span: text.spanOf(from, to), values: { place } });
    }
  return found;
}

/** Whether the text tells a level of a place and indicator, or growth alone. */
function toldBySubject(figures: readonly ExtractedFigure[]): ReadonlyMap<string, "level" | "growth"> {
  const told = new Map<string, "level" | "growth">();
  for (const { geography, indicator, value, unit } of withParts(figures)) {
    const subject = `${geography ?? ""}|${indicator}`;
    // An index has no level but its growth.
    if (unit === "percent_yoy") continue;
    if (value !== undefined || !told.has(subject))
      told.set(subject, value === undefined ? "growth" : "level");
  }
  return told;
}

interface Claim extends Mention {
  readonly place: string;
  readonly indicator: string;
}

function claimsOf(items: readonly Item[], text: ReadText): readonly Claim[] {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last || !items.some(isProvince)) return [];
  const claims: Claim[] = [];
  let at = 0;
  for (let token = first.from; token < last.to; token += 1) {
    while (at < items.length && (items[at] as Item).to <= token) at += 1;
    const superlative = phraseAt(SUPERLATIVES, text.tokens, token, text.folded, last.to);
    if (!superlative) continue;
    token = superlative.to - 1;
    const claim = claimOf(items, at, superlative, text);
    if (claim) claims.push(claim);
  }
  return claims;
}

const isProvince = (item: Item): boolean => item.kind === "place" && item.level === "province";

function claimOf(
  items: readonly Item[],
  at: number,
  superlative: FoundPhrase<Superlative>,
  text: ReadText,
): Claim | undefined {
  const clause = clauseAround(items, at, superlative);
  if (superlative.meaning === "ofOthers" || clause.some(isOfChange)) return undefined;
  const place = clause.findLast((item) => isProvince(item) && item.to <= superlative.from);
  const indicator =
    clause.find((item) => item.kind === "indicator" && item.from >= superlative.from) ??
    clause.findLast((item) => item.kind === "indicator");
  if (place?.kind !== "place" || indicator?.kind !== "indicator" || indicator.isOther) return undefined;
  const component = clause.find((item) => item.kind === "component");
  const whole = {
    from: Math.min(place.from, indicator.from, superlative.from),
    to: Math.max(place.to, indicator.to, superlative.to, ...clause.map(({ to }) => to)),
  };
  if (superlative.meaning === "most" && !namesOthers(clause, whole, text)) return undefined;
  return { place: place.name, indicator: labelOf(indicator, component?.name), ...whole };
}

/** The items around a superlative that no sign and no figure parts from it. */
function clauseAround(items: readonly Item[], at: number, superlative: Mention): readonly Item[] {
  let from = at;
  let start = superlative.from;
  while (from > 0 && at - from < REACH) {
    const item = items[from - 1] as Item;
    if (isBorder(item) || start - item.to > WIDEST_GAP) break;
    from -= 1;
    start = item.from;
  }
  let to = at;
  let end = superlative.to;
  while (to < items.length && to - at < REACH) {
    const item = items[to] as Item;
    if (isBorder(item) || item.from - end > WIDEST_GAP) break;
    to += 1;
    end = item.to;
  }
  return items.slice(from, to);
}

const isBorder = ({ kind }: Item): boolean =>
  kind === "sign" || kind === "amount" || kind === "percent" || kind === "multiple" || kind === "other";

const isOfChange = (item: Item): boolean =>
  item.kind === "cue" && (item.cue === "rise" || item.cue === "fall");

function namesOthers(clause: readonly Item[], { from, to }: Mention, { tokens, folded }: ReadText): boolean {
  if (clause.some((item) => item.kind === "place" && item.level !== "province")) return true;
  for (let at = from; at < to + WIDEST_GAP; at += 1) if (phraseAt(OTHERS, tokens, at, folded)) return true;
  return false;
}
