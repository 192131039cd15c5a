import type { Mention, PeriodMention } from "./mention.ts";
import type { PrintedDate } from "./printed-dates.ts";
import type { Token } from "./token.ts";
import { addressRanges } from "./web-address.ts";

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that set a year beside the one that is told: "than in 2022", "so với năm 2020". */
const COMPARISONS = wordSet(
  "than from over on against versus kỳ ky với voi so same similar corresponding cùng cung",
);
/** "To" and "with" compare only after these. */
const COMPARED = wordSet("compared comparison relative comparing");
/** What may stand between a comparison and its year. */
const LINKS = wordSet(
  "in of the that those its figure figures level result results year period time thời thoi điểm diem mức muc",
);
/** A plan of the year: part of a share ("42% of the plan for 2024") or of a wish ("For 2024 the province targets"). */
const PLANS = wordSet("plan plans target targets targeted goal kh kế hoạch ke hoach tiêu tieu toán toan");
const WISHES = wordSet(
  "targets aims aim aimed aiming strives strive striving expects eyes eye plans intends will wants sets hopes should phấn đấu phan dau dự kiến sẽ",
);
const SENTENCE_END = wordSet(". ; ? !");
/** Periods, dates and addresses beyond these add nothing to what is known. */
const MOST_WITNESSES = 500;
/** How many tokens of a sentence are looked at on either side. */
const REACH = 16;

interface Text {
  readonly tokens: readonly Token[];
  readonly periods: readonly PeriodMention[];
  readonly dates: readonly PrintedDate[];
  readonly addresses?: readonly Mention[];
}

/**
 * How strongly a text's periods, comparisons, plans, dates and its own address speak for each year as the one it
 * means by "this year".
 */
export function votesForYears({
  tokens,
  periods,
  dates,
  addresses = addressRanges(tokens),
}: Text): ReadonlyMap<number, number> {
  const votes = new Map<number, number>();
  const vote = (year: number, weight: number): void => {
    votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  const isWithinYear = periods.some(
    ({ isYear, isRest, throughMonth, isCumulative }) =>
      !isYear && !isRest && (throughMonth < 11 || !isCumulative),
  );
  for (const period of periods.slice(0, MOST_WITNESSES)) {
    const { year } = period;
    if (year === undefined || period.throughYear !== undefined) continue;
    if (isCompared(tokens, period)) vote(year + 1, 4);
    else if (!period.isYear) vote(year, 6);
    else if (isPlanOf(tokens, period)) vote(year, 4);
    else if (isWished(tokens, period)) {
      // Beside a year that figures are told of, a goal's year is rather the next one.
      if (isWithinYear) vote(year, 1.5);
      else vote(year - 1, 3);
    } else vote(year, 2);
  }
  for (const { iso, alternatives } of dates.slice(0, MOST_WITNESSES))
    vote(Number((iso ?? alternatives[0] ?? "").slice(0, 4)), 1);
  for (const year of yearsOfAddresses(tokens, addresses)) vote(year, 1);
  return votes;
}

/**
 * Whether a period is what another one is compared with: "than in 2022", "the same period of 2021", "so với năm 2020".
 */
export function isCompared(tokens: readonly Token[], { from }: PeriodMention): boolean {
  for (let at = from - 1; at >= from - 6 && at >= 0; at -= 1) {
    const { text } = tokens[at] as Token;
    if (COMPARISONS.has(text)) return true;
    if (text === "to" || text === "with") return COMPARED.has(tokens[at - 1]?.text ?? "");
    if (!LINKS.has(text)) return text === "%" || text === "percent";
  }
  return false;
}

/** "The 2024 plan", "the target for 2024", "kế hoạch năm 2024" after a share. */
function isPlanOf(tokens: readonly Token[], { from, to }: PeriodMention): boolean {
  const next = tokens[to]?.text === "'" ? to + 2 : to;
  const near = [tokens[from - 1], tokens[from - 2], tokens[from - 3], tokens[next]];
  const isPlan = near.some((token) => token !== undefined && PLANS.has(token.text));
  return (
    isPlan &&
    nearby(
      tokens,
      { from, to },
      (token) => token.text === "%" || token.folded.startsWith("percent") || token.text === "cent",
    )
  );
}

/** Whether a period is of a wish: "for 2024 the province targets", "năm 2024 phấn đấu". */
export const isWished = (tokens: readonly Token[], period: PeriodMention): boolean =>
  nearby(tokens, period, ({ text }) => WISHES.has(text));

/** Whether a token of the same sentence, not far away, is one that is looked for. */
function nearby(
  tokens: readonly Token[],
  { from, to }: { from: number; to: number },
  isSought: (token: Token) => boolean,
): boolean {
  const isEnd = (token: Token): boolean => token.kind === "break" || SENTENCE_END.has(token.text);
  for (let at = from - 1; at >= 0 && at >= from - REACH; at -= 1) {
    const token = tokens[at] as Token;
    if (isEnd(token)) break;
    if (isSought(token)) return true;
  }
  for (let at = to; at < tokens.length && at < to + REACH; at += 1) {
    const token = tokens[at] as Token;
    if (isEnd(token)) break;
    if (isSought(token)) return true;
  }
  return false;
}

/** Years in addresses: "/202209/", "/2024/05/", "6-thang-dau-nam-2018". */
function* yearsOfAddresses(tokens: readonly Token[], addresses: readonly Mention[]): Generator<number> {
  for (const { from, to } of addresses.slice(0, MOST_WITNESSES))
    for (let at = from; at < to; at += 1) {
      const token = tokens[at] as Token;
      const isMonth = token.text.length === 6 && /^20[0-4]\d(?:0[1-9]|1[0-2])$/.test(token.text);
      const isYear = token.text.length === 4 && /^20[0-4]\d$/.test(token.text);
      const before = tokens[at - 1]?.text;
      const after = tokens[at + 1]?.text;
      const isPath =
        (before === "/" || before === "-") &&
        (at + 1 === to || after === "/" || after === "-" || after === ".");
      if ((isMonth && before === "/") || (isYear && isPath)) yield Number(token.text.slice(0, 4));
    }
}
