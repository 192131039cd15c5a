import type { ArticleNumbers, NumberedArticle } from "../engine/report/article-numbers.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";

/** When an article appeared by its number, as far as that can be told: ISO days. */
export interface DatedByNumber {
  readonly earliest: string;
  readonly latest: string;
}

const FEWEST_DIGITS = 5;
const MOST_DIGITS = 10;

/**
 * The site of a web address and the number of its article: the largest in it that is no date. Undefined where it has
 * none of at least five digits. "https://www.site.vn/exports-up/201824.vnp" is number 201824 of "site.vn".
 */
export function articleNumberOf(
  tokens: readonly Token[],
  { from, to }: Mention,
): Pick<NumberedArticle, "site" | "number"> | undefined {
  let at = from;
  if (tokens[at + 1]?.text === ":") at += 4;
  if (tokens[at]?.text === "www" || tokens[at]?.text === "m") at += 2;
  const start = at;
  while (at < to && tokens[at]?.text !== "/") at += 1;
  const site = tokens
    .slice(start, at)
    .map(({ text }) => text)
    .join("");
  let number = 0;
  for (; at < to; at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== "number" || text.length < FEWEST_DIGITS || text.length > MOST_DIGITS) continue;
    if (!isMonth(tokens, at)) number = Math.max(number, Number(text));
  }
  return number > 0 ? { site, number } : undefined;
}

/** A folder of a month: "/202209/". */
const isMonth = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.text === "/" &&
  tokens[at + 1]?.text === "/" &&
  /^20[0-4]\d(?:0[1-9]|1[0-2])$/.test(tokens[at]?.text ?? "");

const DAY = 86_400_000;
const YEAR = 365;
/** Articles nearer than this do not tell how fast a site numbers them. */
const FEWEST_DAYS = 90;
/** How far an estimate may be off right beside an article of known date, and for each day that this one is away. */
const NEAREST = 30;
const PER_DAY = 0.4;

/**
 * When an article with this number appeared, between the neighbours of its site with known dates, or within a year
 * beyond the last of them as fast as the site went on before.
 */
export function publishedByNumber(
  { site, number }: Pick<NumberedArticle, "site" | "number">,
  numbers: ArticleNumbers,
): DatedByNumber | undefined {
  const [low, high] = neighbours(number, anchorsOf(numbers).get(site) ?? []);
  if (!low || !high) return undefined;
  const day = low.day + ((number - low.number) / (high.number - low.number)) * (high.day - low.day);
  const distance = Math.min(Math.abs(day - low.day), Math.abs(day - high.day));
  const isBetween = number >= low.number && number <= high.number;
  return isBetween || distance <= YEAR ? around(day, distance) : undefined;
}

/** The articles on either side of a number, or the last two that are far enough apart to tell how fast the site goes on. */
function neighbours(number: number, anchors: readonly Anchor[]): readonly (Anchor | undefined)[] {
  const after = anchors.findIndex((anchor) => anchor.number >= number);
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (!first || !last) return [];
  if (after < 0) return [anchors.findLast(({ day }) => day <= last.day - FEWEST_DAYS), last];
  if (after > 0 || first.number === number)
    return [anchors[Math.max(0, after - 1)], anchors[Math.max(1, after)]];
  return [first, anchors.find(({ day }) => day >= first.day + FEWEST_DAYS)];
}

const around = (day: number, distance: number): DatedByNumber => {
  const margin = NEAREST + PER_DAY * distance;
  return { earliest: isoOf(day - margin), latest: isoOf(day + margin) };
};

interface Anchor {
  readonly number: number;
  readonly day: number;
}

const anchorsBySite = new WeakMap<ArticleNumbers, ReadonlyMap<string, readonly Anchor[]>>();

/** The anchors of each site in the order of their numbers. */
function anchorsOf(numbers: ArticleNumbers): ReadonlyMap<string, readonly Anchor[]> {
  const known = anchorsBySite.get(numbers);
  if (known) return known;
  const bySite = new Map<string, Anchor[]>();
  for (const { site, number, published } of numbers.anchors) {
    const anchors = bySite.get(site) ?? [];
    anchors.push({ number, day: dayOf(published) });
    bySite.set(site, anchors);
  }
  for (const anchors of bySite.values()) anchors.sort((a, b) => a.number - b.number);
  anchorsBySite.set(numbers, bySite);
  return bySite;
}

const MIDDLE_OF_MONTH = "-15";

/** Days since 1970; the middle of a month where no day is known. */
export const dayOf = (iso: string): number =>
  Date.parse(iso.length === "2020-01".length ? iso + MIDDLE_OF_MONTH : iso) / DAY;

const isoOf = (day: number): string => new Date(Math.round(day) * DAY).toISOString().slice(0, 10);

/** When an article appeared by the first address in its text, which is its own where it has one. */
export function publishedFromAddress(
  tokens: readonly Token[],
  addresses: readonly Mention[],
  numbers: ArticleNumbers,
): DatedByNumber | undefined {
  const [own] = addresses;
  const article = own && articleNumberOf(tokens, own);
  return article && publishedByNumber(article, numbers);
}

/** From the first day of a month to the last on which articles still tell of it as the latest. */
const TOLD_FOR = 100;

/**
 * The years whose month an article can tell of as the latest: "eleven months" is of last year in January.
 * @example yearsOfMonth({ earliest: "2021-12-10", latest: "2022-01-20" }, 11) // => [2021]
 * @example yearsOfMonth({ earliest: "2021-12-10", latest: "2022-01-20" }, 1) // => [2022]
 */
export function yearsOfMonth({ earliest, latest }: DatedByNumber, month: number): readonly number[] {
  const years: number[] = [];
  for (let year = Number(earliest.slice(0, 4)) - 1; year <= Number(latest.slice(0, 4)); year += 1) {
    const first = Date.UTC(year, month - 1) / DAY;
    if (first <= dayOf(latest) && first + TOLD_FOR >= dayOf(earliest)) years.push(year);
  }
  return years;
}
