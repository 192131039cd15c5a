import type { Hedge } from "./mention.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import { type Token, tokensOf } from "./token.ts";

const BEFORE: Readonly<Record<Hedge, readonly string[]>> = {
  exact: ["exactly", "precisely", "đúng", "tròn", "chẵn"],
  more_than: [
    "more than",
    "greater than",
    "a little more than",
    "slightly more than",
    "over",
    "well over",
    "just over",
    "slightly over",
    "a little over",
    "above",
    "well above",
    "in excess of",
    "upwards of",
    "north of",
    "beyond",
    "hơn",
    "trên",
    "nhỉnh hơn",
    ">",
  ],
  nearly: [
    "nearly",
    "almost",
    "close to",
    "just under",
    "just below",
    "just shy of",
    "approaching",
    "nearing",
    "gần",
    "gần bằng",
    "gần đạt",
    "ngót",
    "ngót nghét",
    "suýt soát",
    "chưa đến",
    "chưa tới",
  ],
  about: [
    "about",
    "around",
    "approximately",
    "approx",
    "approx.",
    "roughly",
    "circa",
    "some",
    "khoảng",
    "vào khoảng",
    "khoảng chừng",
    "chừng",
    "độ chừng",
    "cỡ",
    "xấp xỉ",
    "sấp sỉ",
    "xấp xỉ bằng",
    "trên dưới",
    "~",
    "\u2248",
  ],
  at_least: [
    "at least",
    "no less than",
    "not less than",
    "no fewer than",
    "no lower than",
    "a minimum of",
    "minimum",
    "ít nhất",
    "tối thiểu",
    "không dưới",
    "không thấp hơn",
    "không ít hơn",
    ">=",
    "\u2265",
  ],
  at_most: [
    "at most",
    "no more than",
    "not more than",
    "not over",
    "less than",
    "fewer than",
    "a maximum of",
    "maximum",
    "up to",
    "under",
    "below",
    "không quá",
    "không vượt quá",
    "tối đa",
    "dưới",
    "<",
    "<=",
    "\u2264",
  ],
  estimated: [
    "estimated",
    "an estimated",
    "estimated at",
    "estimated to be",
    "estimated to reach",
    "est",
    "est.",
    "ước",
    "ước đạt",
    "ước tính",
    "ước tính đạt",
    "ước thực hiện",
    "ước thực hiện đạt",
    "ước được",
    "ước thu",
    "dự kiến",
  ],
};

/** Verbs that hedge an amount they touch; before a percentage they tell a relation ("vượt 27% kế hoạch"). */
const VERBS_BEFORE: readonly string[] = [
  "topped",
  "tops",
  "topping",
  "exceeded",
  "exceeds",
  "exceed",
  "exceeding",
  "surpassed",
  "surpasses",
  "surpass",
  "surpassing",
  "passed",
  "pass",
  "passes",
  "passing",
  "top",
  "eclipsed",
  "eclipsing",
  "crossed",
  "crossing",
  "topped the",
  "exceeded the",
  "surpassed the",
  "surpassing the",
  "passed the",
  "crossed the",
  "vượt",
  "vượt mốc",
  "vượt ngưỡng",
  "vượt mức",
  "vượt qua",
  "vượt trên",
  "vượt con số",
];

const AFTER: Readonly<Partial<Record<Hedge, readonly string[]>>> = {
  at_least: ["or more", "or higher", "or above", "and above", "and more", "and over", "trở lên"],
  at_most: ["or less", "or lower", "or below", "trở xuống"],
  about: ["or so"],
};

const pairs = (table: Readonly<Partial<Record<Hedge, readonly string[]>>>): (readonly [string, Hedge])[] =>
  Object.entries(table).flatMap(([hedge, phrases]) =>
    phrases.map((phrase) => [phrase, hedge as Hedge] as const),
  );

const SHARE_PAIRS = pairs(BEFORE);
const AMOUNT_PAIRS = [...SHARE_PAIRS, ...VERBS_BEFORE.map((verb) => [verb, "more_than"] as const)];
const beforeAmount = phraseTable(AMOUNT_PAIRS);
const beforeShare = phraseTable(SHARE_PAIRS);
/** Most numbers have no hedge: the last token before them tells so at once. */
const LAST_TOKENS: ReadonlySet<string> = new Set(
  AMOUNT_PAIRS.map(([phrase]) => tokensOf(phrase).at(-1) as Token).flatMap(({ text, folded }) => [
    text,
    folded,
  ]),
);
const after = phraseTable(pairs(AFTER));

const LONGEST_PHRASE = 5;
const MOST_STACKED = 3;
/** "5% over 290 million" and "cao hơn 5%" compare. */
const COMPARING: ReadonlySet<string> = new Set(["over", "above", "more than", "hơn", "hon", "trên", "tren"]);
const COMPARED: ReadonlySet<string> = new Set(
  (
    "% percent cent pct times points cao thấp nhiều ít lớn nhỏ kém nhanh chậm tốt cao thap nhieu it lon nho kem " +
    "nhanh cham trăm tram higher lower turned turning turns hand handed took"
  ).split(" "),
);

/** Hedges that touch a mention, and the mention with them. */
export interface Hedged {
  readonly from: number;
  readonly to: number;
  readonly hedge: Hedge;
}

/**
 * The hedging words around tokens `from` to `to`, not before `floor`. Of several, the one that says most.
 */
export function hedgesAround(
  tokens: readonly Token[],
  from: number,
  to: number,
  floor: number,
  isShare: boolean,
  folded: boolean,
): Hedged {
  const table = isShare ? beforeShare : beforeAmount;
  let hedge: Hedge = "exact";
  let start = from;
  for (let stacked = 0; stacked < MOST_STACKED; stacked += 1) {
    const found = endingAt(tokens, start, floor, table, folded);
    if (!found) break;
    hedge = moreTelling(hedge, found.hedge);
    start = found.from;
  }
  const found = tokens[to]?.kind === "word" ? phraseAt(after, tokens, to, folded) : undefined;
  // "39 billion USD and over 45": the next number's.
  const behind = found && !leadsToNumber(tokens, found.to) ? found : undefined;
  if (behind) hedge = moreTelling(behind.meaning, hedge);
  return { from: start, to: behind?.to ?? to, hedge };
}

const leadsToNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "number" || tokens[at + 1]?.kind === "number";

/** What stands nearer to the number says more, unless it is a mere estimate. */
function moreTelling(nearer: Hedge, farther: Hedge): Hedge {
  return nearer === "exact" || nearer === "estimated" ? (farther === "exact" ? nearer : farther) : nearer;
}

function endingAt(
  tokens: readonly Token[],
  end: number,
  floor: number,
  table: typeof after,
  folded: boolean,
): { readonly from: number; readonly hedge: Hedge } | undefined {
  if (!LAST_TOKENS.has(tokens[end - 1]?.text ?? "")) return undefined;
  for (let from = Math.max(floor, end - LONGEST_PHRASE); from < end; from += 1) {
    const found = phraseAt(table, tokens, from, folded);
    if (found?.to !== end) continue;
    const isComparing =
      COMPARED.has(tokens[from - 1]?.text ?? "") && COMPARING.has(wordsOf(tokens, from, end));
    return isComparing ? undefined : { from, hedge: found.meaning };
  }
  return undefined;
}

const wordsOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
