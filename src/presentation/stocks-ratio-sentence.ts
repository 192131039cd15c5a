import type { RatioAnswer, RatioChange, RatioTargetAnswer } from "../engine/stocks/ratio.ts";
import { isCounted, standardStock } from "../engine/stocks/standard-stocks.ts";
import { formatNumber, formatPercent, roundSignificant } from "./format-number.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import { dateName } from "./period-words.ts";
import { monthly, ratioAmount, signed, statedAmount } from "./stocks-amounts.ts";
import { ratioWords, stockWords } from "./stocks-words.ts";
import { formatAmount } from "./unit-words.ts";

const VERDICTS: Readonly<Record<Lang, Readonly<Partial<Record<string, string>>>>> = {
  en: {
    holds: "which agrees",
    holdsIfCoarse: "which agrees only if trailing zeros are rounding",
    holdsIfTruncated: "which agrees only if digits were cut off instead of rounded",
    contradicts: "which contradicts its own figures",
  },
  vi: {
    holds: "khớp với kết quả tính",
    holdsIfCoarse: "chỉ khớp nếu số liệu đã làm tròn",
    holdsIfTruncated: "chỉ khớp nếu số liệu bị cắt bớt chữ số",
    contradicts: "mâu thuẫn với kết quả tính",
  },
};

/** Whether a ratio is as it was stated; nothing where none was. */
export function statedSentence(ratio: RatioAnswer, lang: Lang): readonly string[] {
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

/** What the target of a ratio takes, and where its change came from. */
export function ratioSentences(ratio: RatioAnswer, lang: Lang): readonly string[] {
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
  const level = isShare ? formatPercent(target.value, lang) : ratioAmount(target.value, ratio, lang);
  const now = ratioAmount(ratio.value, ratio, lang);
  if (target.status === "attained")
    return lang === "vi"
      ? `${sentenceCase(name)}: đã đạt mục tiêu ${level} (${now}).`
      : `${sentenceCase(name)}: the target of ${level} is reached (${now}).`;
  const needed = neededPhrase(ratio, formatAmount(target.numeratorNeeded.value, wording), lang);
  const missing = formatAmount(target.additions.value, wording);
  const missed = target.status === "missed" && target.date !== undefined ? dateName(target.date, lang) : "";
  const more = otherWays(ratio, target, lang)
    .map((way) => `; ${way}`)
    .join("");
  return lang === "vi"
    ? `Để đạt mục tiêu ${level}${missed && ` (đã quá hạn ngày ${missed})`}, ${name} (hiện là ${now}) cần có ${needed}, tức tăng thêm ${missing}${monthly(target, wording)}${more}.`
    : `To reach ${level}${missed && `, due on ${missed}`}, the ${name} (now ${now}) needs ${needed}: ${missing} more${monthly(target, wording)}${more}.`;
}

function neededPhrase({ numerator, unit }: RatioAnswer, amount: string, lang: Lang): string {
  const words = stockWords(numerator, lang);
  if (isCounted(standardStock(numerator)) && unit === undefined) return `${amount} ${words}`;
  return lang === "vi" ? `${words} ở mức ${amount}` : `${words} at ${amount}`;
}

/** Where the paces of the stocks of a ratio lead. */
function ratioPace({ numerator }: RatioAnswer, { pace }: RatioTargetAnswer, lang: Lang): readonly string[] {
  if (!pace) return [];
  const since = dateName(pace.since, lang);
  const isBoth = pace.denominator === "pace";
  const isNever = pace.outcome === "notAtThisPace";
  const reached = pace.reached === undefined ? undefined : dateName(pace.reached, lang);
  if (lang === "vi") {
    const who = isBoth ? "cả hai" : stockWords(numerator, lang);
    const result = reached ?? (isNever ? "không đạt" : "100 năm nữa vẫn chưa đạt");
    return reached === undefined
      ? [`với nhịp độ của ${who} từ ngày ${since} thì ${result}`]
      : [`nếu ${who} giữ nhịp độ từ ngày ${since} thì đạt vào khoảng ngày ${result}`];
  }
  const whose = isBoth ? "of both" : `of ${stockWords(numerator, lang)}`;
  return reached === undefined
    ? [`not ${isNever ? "" : "within a century "}at the pace ${whose} since ${since}`]
    : [`about ${reached} if the pace ${whose} since ${since} goes on`];
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
  const paces = ratioPace(ratio, target, lang);
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
      : ratioAmount(roundSignificant(x, 3), ratio, lang);
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
