import type { MeasuredAnswer } from "../engine/stocks/measured.ts";
import type { PaceAnswer } from "../engine/stocks/pace.ts";
import type { RatioAnswer, RatioChange, RatioTargetAnswer } from "../engine/stocks/ratio.ts";
import type { TargetAnswer } from "../engine/stocks/stock-target.ts";
import type { StockAnswer, StocksAnswer } from "../engine/stocks.ts";
import { formatNumber, formatPercent, PRECISE_DIGITS, roundSignificant } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import type { NamedCoherence } from "./named-coherence.ts";
import { dateName } from "./period-words.ts";
import { placeName } from "./place-words.ts";
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
  const isCount = stock.isWhole && stock.standard !== undefined && stock.unit === undefined;
  return isCount ? `${amount} ${words}` : `${words} ${amount}`;
}

function derived(ratios: readonly RatioAnswer[], lang: Lang): string {
  if (ratios.length === 0) return "";
  const items = ratios
    .slice(0, TOLD_IN_PROSE)
    .map((ratio) => `${ratioWords(ratio, lang)} ${ratioAmount(ratio.value, ratio, lang)}`);
  return lang === "vi" ? `Từ đó tính được: ${items.join("; ")}.` : `This gives: ${items.join("; ")}.`;
}

/**
 * A ratio in words: percent of a share, so much of the numerator's unit for each of another.
 * @example ratioAmount(0.43243, { kind: "share" }, "vi") // => "43,2%"
 * @example ratioAmount(46.306, { kind: "perUnit", unit: "ha" }, "en") // => "46.31 hectares"
 */
export function ratioAmount(x: number, ratio: Pick<RatioAnswer, "kind" | "unit">, lang: Lang): string {
  return ratio.kind === "share" ? formatPercent(x, lang, 1) : formatAmount(x, { lang, unit: ratio.unit });
}

const wordingOf = ({ unit }: Pick<StockAnswer, "unit">, lang: Lang): Wording => ({ lang, unit });

const VERDICTS: Readonly<Record<Lang, Readonly<Partial<Record<string, string>>>>> = {
  en: {
    holds: "which agrees",
    holdsIfCoarse: "which agrees only if trailing zeros are rounding",
    holdsIfTruncated: "which agrees only if digits were cut off instead of rounded",
    contradicts: "which cannot both be true",
  },
  vi: {
    holds: "khớp với kết quả tính",
    holdsIfCoarse: "chỉ khớp nếu số liệu đã làm tròn",
    holdsIfTruncated: "chỉ khớp nếu số liệu bị cắt bớt chữ số",
    contradicts: "mâu thuẫn với kết quả tính",
  },
};

function statedSentence(ratio: RatioAnswer, lang: Lang): readonly string[] {
  const { stated } = ratio;
  const verdict = stated && VERDICTS[lang][stated.verdict];
  if (!stated || verdict === undefined) return [];
  const told = statedAmount(stated, ratio, lang);
  const name = ratioWords(ratio, lang);
  return [
    lang === "vi"
      ? `Báo cáo nêu ${name} ${told}, ${verdict}.`
      : `The report states ${told} for the ${name}, ${verdict}.`,
  ];
}

/** A ratio as it was stated, with its digits and its hedge. */
export function statedAmount(
  stated: MeasuredAnswer,
  { kind, unit }: Pick<RatioAnswer, "kind" | "unit">,
  lang: Lang,
): string {
  if (kind === "perUnit") return hedgedAmount(stated, { lang, unit });
  const { value, lower, upper } = stated;
  const percent = {
    value: hundredfold(value),
    ...(lower !== undefined && { lower: hundredfold(lower) }),
    ...(upper !== undefined && { upper: hundredfold(upper) }),
  };
  return hedgedAmount(percent, { lang, unit: "%" });
}

const hundredfold = (x: number): number => roundSignificant(x * 100, PRECISE_DIGITS);

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

/** What each month must add until the day of the target. */
function monthly({ requiredPerMonth, date }: TargetAnswer, wording: Wording): string {
  if (!requiredPerMonth || date === undefined) return "";
  const { lang } = wording;
  const each = monthlyAmount(requiredPerMonth.value, wording);
  return lang === "vi"
    ? `, bình quân ${each} mỗi tháng đến ngày ${dateName(date, lang)}`
    : `, ${each} a month until ${dateName(date, lang)}`;
}

/** A change a month, of which more than three digits would claim too much. */
export const monthlyAmount = (x: number, wording: Wording): string =>
  formatAmount(roundSignificant(x, 3), differenceWording(wording));

const signed = (x: number, amount: string): string => (x > 0 ? `+${amount}` : amount);

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

function ratioSentences(ratio: RatioAnswer, lang: Lang): readonly string[] {
  const { target, change } = ratio;
  return [
    ...(target ? [ratioTargetSentence(ratio, target, lang)] : []),
    ...(change ? [changeSentence(ratio, change, lang)] : []),
  ];
}

function ratioTargetSentence(ratio: RatioAnswer, target: RatioTargetAnswer, lang: Lang): string {
  const name = ratioWords(ratio, lang);
  const wording: Wording = { lang, unit: ratio.unit };
  const isShare = ratio.kind === "share";
  const level = isShare ? formatPercent(target.value, lang) : formatAmount(target.value, wording, "all");
  const now = ratioAmount(ratio.value, ratio, lang);
  if (target.status === "attained")
    return lang === "vi"
      ? `${sentenceCase(name)}: đã đạt mục tiêu ${level} (${now}).`
      : `${sentenceCase(name)}: the target of ${level} is reached (${now}).`;
  const numerator = stockWords(ratio.numerator, lang);
  const needed = formatAmount(target.numeratorNeeded.value, wording);
  const missing = formatAmount(target.additions.value, wording);
  const missed = target.status === "missed" && target.date !== undefined ? dateName(target.date, lang) : "";
  const more = otherWays(ratio, target, lang)
    .map((way) => `; ${way}`)
    .join("");
  return lang === "vi"
    ? `Để đạt mục tiêu ${level}${missed && ` (đã quá hạn ngày ${missed})`}, ${name} (hiện là ${now}) cần ${numerator} ở mức ${needed}, tức tăng thêm ${missing}${monthly(target, wording)}${more}.`
    : `To reach ${level}${missed && `, due on ${missed}`}, the ${name} (now ${now}) needs ${numerator} at ${needed}: ${missing} more${monthly(target, wording)}${more}.`;
}

/** Where the paces of both stocks of a ratio lead. */
function ratioPace({ pace }: RatioTargetAnswer, lang: Lang): readonly string[] {
  if (!pace) return [];
  const since = dateName(pace.since, lang);
  if (pace.reached !== undefined) {
    const day = dateName(pace.reached, lang);
    return [
      lang === "vi"
        ? `nếu cả hai giữ nhịp độ từ ngày ${since} thì đạt vào khoảng ngày ${day}`
        : `if both go on at their pace since ${since}, about ${day}`,
    ];
  }
  const isNever = pace.outcome === "notAtThisPace";
  return [
    lang === "vi"
      ? `với nhịp độ của cả hai từ ngày ${since} thì ${isNever ? "không đạt" : "100 năm nữa vẫn chưa đạt"}`
      : `not ${isNever ? "" : "within a century "}at the pace of both since ${since}`,
  ];
}

/** What the target takes when the denominator does not stay as it is. */
function otherWays(ratio: RatioAnswer, target: RatioTargetAnswer, lang: Lang): readonly string[] {
  const denominator = stockWords(ratio.denominator, lang);
  const plain = (x: number): string => formatAmount(x, { lang });
  const grown = target.ifDenominatorGrows.map(({ basis, denominator: then, additions }) => {
    const missing = formatAmount(additions.value, { lang, unit: ratio.unit });
    const isTarget = basis === "target";
    return lang === "vi"
      ? `nếu ${denominator} tăng lên ${plain(then.value)} (${isTarget ? "theo mục tiêu" : "theo nhịp độ đến nay"}) thì cần thêm ${missing}`
      : `with ${denominator} at ${plain(then.value)} (${isTarget ? "the target" : "the pace so far"}), ${missing} more`;
  });
  const newOnes = target.ifEveryNewOneCounts;
  const paces = ratioPace(target, lang);
  if (!newOnes) return [...grown, ...paces];
  return [
    ...grown,
    ...paces,
    lang === "vi"
      ? `nếu chỉ dựa vào các đơn vị mới đều đạt yêu cầu thì cần ${plain(newOnes.value)} đơn vị mới`
      : `if only new ones come that all count, ${plain(newOnes.value)} of them`,
  ];
}

function changeSentence(ratio: RatioAnswer, change: RatioChange, lang: Lang): string {
  const since = dateName(change.since, lang);
  const [from, to] = [change.from, change.to].map((x) => ratioAmount(x, ratio, lang));
  const effect = (x: number): string =>
    ratio.kind === "share"
      ? `${formatNumber(x * 100, lang, 1)} ${lang === "vi" ? "điểm phần trăm" : "percentage points"}`
      : formatAmount(roundSignificant(x, 3), { lang, unit: ratio.unit });
  const parts = listed(
    [
      { size: change.fromNumerator, of: ratio.numerator },
      { size: change.fromDenominator, of: ratio.denominator },
    ].map(
      ({ size, of }) =>
        `${signed(size, effect(size))} ${lang === "vi" ? "do" : "from"} ${stockWords(of, lang)}`,
    ),
    lang,
  );
  const name = sentenceCase(ratioWords(ratio, lang));
  return lang === "vi"
    ? `${name}: từ ${from} ngày ${since} ${change.change < 0 ? "xuống" : "lên"} ${to}, trong đó ${parts}.`
    : `${name}: from ${from} on ${since} to ${to}, ${parts}.`;
}
