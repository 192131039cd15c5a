import type { CurrenciesNote, CurrenciesNoteValues } from "../engine/currencies/currencies-note.ts";
import { quantityNames } from "../engine/currencies/currency-pair.ts";
import type { CurrenciesAnswer, RatePlausibility } from "../engine/currencies.ts";
import type { KnownFigure } from "../engine/outlook-types.ts";
import { inCurrency, moneyFigure, moneyWords, rateDigits, rateUnit } from "./currencies-words.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { type Lang, listed } from "./language.ts";
import type { NamedCoherence } from "./named-coherence.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";
import { reportedPercent } from "./reported-digits.ts";

/** The answer as a paragraph that a report can take over. */
export function currenciesSentence(
  answer: CurrenciesAnswer,
  { findings }: NamedCoherence,
  lang: Lang,
): string {
  const contradiction = findings.find(({ verdict, mixes }) => verdict === "contradicts" || mixes);
  return [
    impliedRate(answer, "now", lang),
    impliedRate(answer, "prior", lang),
    ...answer.plausibility
      .filter(({ verdict }) => verdict === "implausible")
      .map((each) => slipSentence(each, answer, lang)),
    growthSentence(answer, lang),
    contradiction?.message ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The rate that two amounts imply or that was told, and whether it can have been one. */
function impliedRate(
  { question, figures, plausibility }: CurrenciesAnswer,
  when: "now" | "prior",
  lang: Lang,
): string {
  const names = quantityNames(question)[when];
  const [local, foreign, rate] = [figures[names.local], figures[names.foreign], figures[names.rate]];
  if (!rate) return "";
  const range = `${rateRange(rate, lang)} ${rateUnit(question, lang)}`;
  const judged = plausibility.find(({ quantity }) => quantity === names.rate);
  const verdict = judged ? `, ${plausibilityClause(judged, lang)}` : "";
  const areTold = [rate, local, foreign].map((figure) => figure?.origin === "reported");
  if (!local || !foreign || areTold.join() !== "false,true,true") {
    if (lang === "vi") return `Tỷ giá ${when === "prior" ? "năm trước " : ""}là ${range}${verdict}.`;
    return `The rate${when === "prior" ? " a year earlier" : ""} is ${range}${verdict}.`;
  }
  const [one, other] = [
    moneyFigure(local, question.local, lang),
    moneyFigure(foreign, question.foreign, lang),
  ];
  if (lang === "vi")
    return `${when === "prior" ? "Năm trước, " : ""}${one} tương đương ${other}, tức tỷ giá ${range}${verdict}.`.replace(
      /^./u,
      (letter) => letter.toUpperCase(),
    );
  const sentence = `${one} told as ${other} ${when === "prior" ? "a year earlier " : ""}implies ${range}${verdict}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * A rate with both ends that its digits allow.
 * @example rateRange({ value: 23483.1, lower: 23467.4, upper: 23630.4, origin: "derived" }, "en") // => "23,467 to 23,630"
 */
export function rateRange({ value, lower, upper, origin }: KnownFigure, lang: Lang): string {
  if (origin === "reported") return rateDigits(value, lang);
  if (lower === undefined)
    return upper === undefined
      ? rateDigits(value, lang)
      : `${lang === "vi" ? "tối đa" : "at most"} ${rateDigits(upper, lang)}`;
  if (upper === undefined) return `${lang === "vi" ? "ít nhất" : "at least"} ${rateDigits(lower, lang)}`;
  const [low, high] = [rateDigits(lower, lang), rateDigits(upper, lang)];
  if (low === high) return low;
  return lang === "vi" ? `từ ${low} đến ${high}` : `${low} to ${high}`;
}

function plausibilityClause({ year, band, verdict }: RatePlausibility, lang: Lang): string {
  const range = (to: string): string => `${rateDigits(band.lower, lang)}${to}${rateDigits(band.upper, lang)}`;
  const isPlausible = verdict === "plausible";
  const average = band.average === undefined ? undefined : formatNumber(band.average, lang, 0);
  if (lang === "vi") {
    const word = isPlausible ? "hợp lý" : "không hợp lý";
    return average === undefined
      ? `${word} so với khoảng ${range("–")} của hai thập kỷ qua`
      : `${word} so với năm ${year} (bình quân ${average}, khoảng ${range("–")})`;
  }
  const word = isPlausible ? "plausible" : "implausible";
  return average === undefined
    ? `${word} beside the ${range(" to ")} of two decades`
    : `${word} for ${year} (average ${average}, band ${range(" to ")})`;
}

function slipSentence({ slips }: RatePlausibility, { question }: CurrenciesAnswer, lang: Lang): string {
  if (slips.length === 0)
    return lang === "vi"
      ? "Nhầm đơn vị 1.000 lần không giải thích được tỷ giá này."
      : "No slip of 1,000 explains that rate.";
  const ways = slips.map(({ quantity, value }) => {
    const code = [question.local, question.foreign].find((each) => quantity.endsWith(each));
    if (code === undefined)
      return lang === "vi"
        ? `tỷ giá là ${rateDigits(value, lang)}`
        : `the rate is ${rateDigits(value, lang)}`;
    const amount = moneyWords(value, code, lang);
    return lang === "vi" ? `số ${inCurrency(code, lang)} là ${amount}` : `the amount in ${code} is ${amount}`;
  });
  return lang === "vi"
    ? `Tỷ giá sẽ hợp lý nếu có nhầm đơn vị 1.000 lần (chẳng hạn giữa tỷ và nghìn tỷ): ${ways.join(" hoặc ")}.`
    : `It fits after a slip of 1,000, such as billion for trillion: if ${ways.join(", or ")}.`;
}

function growthSentence({ question, figures, follows }: CurrenciesAnswer, lang: Lang): string {
  const names = quantityNames(question).growth;
  const parts = [
    { name: names.local, words: inCurrency(question.local, lang) },
    { name: names.foreign, words: inCurrency(question.foreign, lang) },
    { name: names.rate, words: lang === "vi" ? "tỷ giá" : "the rate" },
  ].flatMap(({ name, words }) => {
    const figure = figures[name];
    return figure ? [{ name, text: growthClause(figure, words, name === names.rate, lang) }] : [];
  });
  if (parts.length === 0) return "";
  const followed = parts.find(({ name }) => name === follows?.quantity);
  const others = parts.filter((part) => part !== followed).map(({ text }) => text);
  if (!followed) return `${capital(listed(others, lang))}.`;
  return lang === "vi"
    ? `${capital(listed(others, lang))}, do đó ${followed.text}.`
    : `${capital(listed(others, lang))}, hence ${followed.text}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function growthClause(figure: KnownFigure, words: string, isRate: boolean, lang: Lang): string {
  const size = growthSize(figure, lang);
  const isFall = figure.value < 0;
  if (lang === "vi") {
    const change = `${isFall ? "giảm" : "tăng"} ${size}`;
    return isRate ? `${words} ${change}` : `${change} ${words}`;
  }
  if (isRate) return `${words} ${isFall ? "fell" : "rose"} by ${size}`;
  return `${isFall ? "down" : "up"} ${size} ${words}`;
}

/**
 * The size of a growth without its sign: with the digits of the report, or as the range that it was derived to lie in.
 * @example growthSize({ value: 0.01382, lower: 0.0087, upper: 0.0189, origin: "derived" }, "en") // => "0.9 to 1.9%"
 */
export function growthSize(figure: KnownFigure, lang: Lang): string {
  const { value, lower, upper, origin } = figure;
  if (origin === "reported" || lower === undefined || upper === undefined)
    return reportedPercent(figure, lang);
  const sign = value < 0 ? -1 : 1;
  const [low, high] = [lower, upper]
    .map((x) => x * sign)
    .sort((a, b) => a - b)
    .map((x) => formatNumber(x * 100, lang, 1)) as [string, string];
  if (low === high) return `${low}%`;
  return lang === "vi" ? `từ ${low} đến ${high}%` : `${low} to ${high}%`;
}

/** A growth in a table: a fall with its sign, or in words where it is a range. */
export function growthWords(figure: KnownFigure, lang: Lang): string {
  const size = growthSize(figure, lang);
  if (figure.value >= 0) return size;
  if (!size.includes(" ")) return `-${size}`;
  return lang === "vi" ? `giảm ${size}` : `down ${size}`;
}

/**
 * A remark on two currencies in words.
 * @example currenciesNoteMessage({ code: "pairNotJudged", values: { local: "JPY", foreign: "EUR" } }, "en") // => "Whether JPY per EUR can have been so is not judged: only dong per dollar is."
 */
export function currenciesNoteMessage(note: CurrenciesNote, lang: Lang): string {
  return sentenceOf(note, SENTENCES[lang]);
}

const SENTENCES: Readonly<Record<Lang, SentencesOf<CurrenciesNoteValues>>> = {
  en: {
    growthPerCurrency: ({ local, foreign }) =>
      `Growth in ${local} is not growth in ${foreign}: (1 + growth in ${local}) is (1 + growth in ${foreign}) times (1 + growth of the rate).`,
    noYearAverage: ({ year }) =>
      year === undefined
        ? "No year was told, so the rate is held against all that a dollar cost in two decades; year would narrow that."
        : `No average rate is known for ${year}, so the rate is held against all that a dollar cost in two decades.`,
    yearNotJudged: ({ year }) =>
      `Whether the rate can have been so in ${year} is not judged: no rates of that time are known.`,
    pairNotJudged: ({ local, foreign }) =>
      `Whether ${local} per ${foreign} can have been so is not judged: only dong per dollar is.`,
    atAverageRates: ({ year, rateGrowth, told, growth, other, otherGrowth }) =>
      `If the rate changed as its yearly average did (${percent(rateGrowth, "en")} from ${year - 1} to ${year}), ${percent(growth, "en")} in ${told} is ${percent(otherGrowth, "en")} in ${other}; that is an assumption.`,
    ambiguousDecimal: ({ quantity, written, value }) =>
      `"${written}" of ${quantity} was read as ${formatNumber(value, "en")}; its one separator may be a decimal or a thousands sign. Say decimal=point or decimal=comma.`,
  },
  vi: {
    growthPerCurrency: ({ local, foreign }) =>
      `Tốc độ tăng ${inCurrency(local, "vi")} khác tốc độ tăng ${inCurrency(foreign, "vi")}: (1 + tốc độ tăng theo ${local}) bằng (1 + tốc độ tăng theo ${foreign}) nhân với (1 + mức tăng tỷ giá).`,
    noYearAverage: ({ year }) =>
      year === undefined
        ? "Chưa nêu năm nên tỷ giá được đối chiếu với khoảng của cả hai thập kỷ; bổ sung năm sẽ chặt chẽ hơn."
        : `Không có tỷ giá bình quân năm ${year} nên đối chiếu với khoảng của cả hai thập kỷ.`,
    yearNotJudged: ({ year }) =>
      `Không đánh giá tính hợp lý của tỷ giá năm ${year} vì không có số liệu tỷ giá thời kỳ đó.`,
    pairNotJudged: ({ local, foreign }) =>
      `Không đánh giá tính hợp lý của tỷ giá ${local}/${foreign}; chỉ đánh giá tỷ giá đồng/USD.`,
    atAverageRates: ({ year, rateGrowth, told, growth, other, otherGrowth }) =>
      `Nếu tỷ giá thay đổi như bình quân năm (${percent(rateGrowth, "vi")} từ ${year - 1} đến ${year}) thì mức ${percent(growth, "vi")} theo ${told} tương ứng ${percent(otherGrowth, "vi")} theo ${other}; đây chỉ là giả định.`,
    ambiguousDecimal: ({ quantity, written, value }) =>
      `“${written}” của ${quantity} được đọc là ${formatNumber(value, "vi")}; dấu phân cách có thể là dấu thập phân hoặc dấu ngăn cách hàng nghìn. Có thể ghi rõ decimal=point hoặc decimal=comma.`,
  },
};

const percent = (x: number, lang: Lang): string => (x > 0 ? "+" : "") + formatPercent(x, lang, 1);
