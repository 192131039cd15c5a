import type { PaceAnswer } from "../engine/stocks/pace.ts";
import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import { isCounted } from "../engine/stocks/standard-stocks.ts";
import type { TargetAnswer } from "../engine/stocks/stock-target.ts";
import type { StockAnswer, StocksAnswer } from "../engine/stocks.ts";
import { formatPercent } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import type { NamedCoherence } from "./named-coherence.ts";
import { dateName } from "./period-words.ts";
import { placeName } from "./place-words.ts";
import { monthly, monthlyAmount, ratioAmount, signed } from "./stocks-amounts.ts";
import { ratioSentences, statedSentence } from "./stocks-ratio-sentence.ts";
import { ratioWords, stockWords } from "./stocks-words.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/** More stocks than this are counted in prose, not told; the table has them all. */
const TOLD_IN_PROSE = 12;

/** The answer as a paragraph that a report can take over. */
export function stocksSentence(
  { question, stocks, ratios }: Pick<StocksAnswer, "question" | "stocks" | "ratios">,
  { findings }: NamedCoherence,
  lang: Lang,
): string {
  const contradiction = findings.find(({ verdict }) => verdict === "contradicts");
  return [
    opening({ question, stocks }, lang),
    derived(ratios, lang),
    ...ratios.flatMap((ratio) => statedSentence(ratio, lang)),
    ...stocks.flatMap((stock) => stockSentences(stock, lang)),
    ...ratios.flatMap((ratio) => ratioSentences(ratio, lang)),
    contradiction?.message ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

function opening({ question, stocks }: Pick<StocksAnswer, "question" | "stocks">, lang: Lang): string {
  if (stocks.length === 0) return "";
  const { geography, asOf } = question;
  const place = geography === undefined ? "" : placeName(geography, lang);
  const more = stocks.length - TOLD_IN_PROSE;
  const items = stocks.slice(0, TOLD_IN_PROSE).map((stock) => stockPhrase(stock, lang));
  if (lang === "vi") {
    const head = `Số liệu${place && ` của ${place}`}${asOf ? ` tính đến ngày ${dateName(asOf, lang)}` : ""}`;
    return `${head}: ${items.join("; ")}${more > 0 ? `; và ${more} chỉ tiêu khác` : ""}.`;
  }
  const head = `${asOf ? `On ${dateName(asOf, lang)} the` : "The"} figures${place && ` of ${place}`} were`;
  return `${head}: ${items.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

/** What is counted in reports stands behind its number, as in "111 industrial clusters". */
function stockPhrase(stock: StockAnswer, lang: Lang): string {
  const amount = hedgedAmount(stock, wordingOf(stock, lang));
  const words = stockWords(stock.name, lang);
  return isCounted(stock.standard) && stock.unit === undefined ? `${amount} ${words}` : `${words} ${amount}`;
}

function derived(ratios: readonly RatioAnswer[], lang: Lang): string {
  if (ratios.length === 0) return "";
  const items = ratios
    .slice(0, TOLD_IN_PROSE)
    .map((ratio) => `${ratioWords(ratio, lang)} ${ratioAmount(ratio.value, ratio, lang)}`);
  return lang === "vi" ? `Từ đó tính được: ${items.join("; ")}.` : `This gives: ${items.join("; ")}.`;
}

const wordingOf = ({ unit }: Pick<StockAnswer, "unit">, lang: Lang): Wording => ({ lang, unit });

function stockSentences(stock: StockAnswer, lang: Lang): readonly string[] {
  const { target } = stock;
  const wording = wordingOf(stock, lang);
  const name = sentenceCase(stockWords(stock.name, lang));
  const latest = stock.paces.at(-1);
  return [
    ...(target ? [`${name}: ${targetClause(target, wording)}.`] : []),
    ...(latest ? [`${name}: ${paceClause(latest, target, wording)}.`] : []),
  ];
}

function targetClause(target: TargetAnswer, wording: Wording): string {
  const { lang } = wording;
  const level = formatAmount(target.value, wording, "all");
  const share = formatPercent(target.attainment.value, lang, 1);
  const missing = formatAmount(target.additions.value, differenceWording(wording));
  const by = target.date === undefined ? "" : dateName(target.date, lang);
  if (lang === "vi") {
    if (target.status === "attained") return `đã đạt mục tiêu ${level} (${share})`;
    if (target.status === "missed")
      return `chưa đạt mục tiêu ${level} đề ra đến ngày ${by}, còn thiếu ${missing}`;
    return `đạt ${share} mục tiêu ${level}, cần tăng thêm ${missing}${monthly(target, wording)}`;
  }
  if (target.status === "attained") return `the target of ${level} is reached (${share})`;
  if (target.status === "missed") return `the target of ${level} by ${by} was missed by ${missing}`;
  return `${share} of the target of ${level}, ${missing} more needed${monthly(target, wording)}`;
}

function paceClause(pace: PaceAnswer, target: TargetAnswer | undefined, wording: Wording): string {
  const { lang } = wording;
  const { perMonth, outcome, reached } = pace;
  const since = dateName(pace.since, lang);
  const each = signed(perMonth.value, monthlyAmount(perMonth.value, wording));
  if (outcome === undefined || target === undefined)
    return lang === "vi"
      ? `bình quân ${each} mỗi tháng kể từ ngày ${since}`
      : `${each} a month since ${since}`;
  const level = formatAmount(target.value, wording, "all");
  if (reached !== undefined) {
    const day = dateName(reached, lang) + daysRange(pace, lang);
    return lang === "vi"
      ? `nếu giữ nhịp độ từ ngày ${since} (${each} mỗi tháng) thì đạt ${level} vào khoảng ngày ${day}`
      : `if the pace since ${since} goes on (${each} a month), ${level} is reached about ${day}`;
  }
  const isNever = outcome === "notAtThisPace";
  return lang === "vi"
    ? `với nhịp độ từ ngày ${since} (${each} mỗi tháng), ${isNever ? "không đạt" : "100 năm nữa vẫn chưa đạt"} mức ${level}`
    : `${level} is not reached ${isNever ? "" : "within a century "}at the pace since ${since} (${each} a month)`;
}

function daysRange({ earliest, latest, reached }: PaceAnswer, lang: Lang): string {
  if (earliest === undefined || (earliest === reached && latest === reached)) return "";
  const first = dateName(earliest, lang);
  if (latest === undefined) return lang === "vi" ? ` (sớm nhất ${first})` : ` (${first} at the earliest)`;
  const last = dateName(latest, lang);
  return lang === "vi" ? ` (từ ${first} đến ${last})` : ` (between ${first} and ${last})`;
}
