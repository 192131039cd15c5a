import { formatPercent } from "../format-number.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { periodName, yearName } from "../period-words.ts";
import { toldInterval } from "../sentence.ts";
import { type AmountScale, digitsOf } from "./amount-scale.ts";
import type { PicturedAnswer } from "./answer.ts";
import { chanceOf, forecastName, lastYearName, PICTURE_WORDS, targetLabel } from "./picture-words.ts";
import { yearPath } from "./year-path.ts";

const WORDS = {
  en: {
    through: (toDate: string, period: string) => `${toDate} through ${period}`,
    levelAt: (period: string) => `level at the end of ${period}`,
    range: (level: string, range: string) => `${level} interval: ${range}`,
    needed: {
      sum: (amount: string, period: string) => `${amount} needed each ${period} that remains`,
      average: (amount: string, period: string) =>
        `a mean of ${amount} needed in each ${period} that remains`,
      last: (amount: string, period: string) => `a change of ${amount} needed each ${period} that remains`,
    },
    month: "month",
    quarter: "quarter",
  },
  vi: {
    through: (toDate: string, period: string) => `${toDate} đến hết ${period}`,
    levelAt: (period: string) => `mức cuối ${period}`,
    range: (level: string, range: string) => `khoảng dự báo ${level}: ${range}`,
    needed: {
      sum: (amount: string, period: string) => `mỗi ${period} còn lại cần đạt ${amount}`,
      average: (amount: string, period: string) => `bình quân mỗi ${period} còn lại cần đạt ${amount}`,
      last: (amount: string, period: string) => `mỗi ${period} còn lại cần thay đổi ${amount}`,
    },
    month: "tháng",
    quarter: "quý",
  },
} as const;

/**
 * What a picture of one report shows, in short sentences: the year to date, the forecast with its interval, each
 * target and what became or may become of it, and last year.
 */
export function describedYear(answer: PicturedAnswer, scale: AmountScale, lang: Lang): string {
  const { question, forecast, targets = [], figures } = answer;
  const { aggregation, fiscalYearStart, through, remaining } = question;
  const words = WORDS[lang];
  const { lastYear, periods } = yearPath(answer);
  const period = periods.length === 4 ? words.quarter : words.month;
  const latest = periodName(through, lang, fiscalYearStart);
  const reported =
    aggregation === "last"
      ? words.levelAt(latest)
      : remaining === 0
        ? yearName(question, lang)
        : words.through(PICTURE_WORDS[lang].toDate[aggregation], latest);
  const interval = toldInterval(forecast?.intervals ?? []);
  const range =
    interval &&
    ` (${words.range(formatPercent(interval.level, lang), scale.toldRange(interval.lower, interval.upper))})`;
  const last = lastYear.find(({ index }) => index === periods.length - 1);
  return [
    ...(figures.ytd ? [`${reported}: ${scale.told(figures.ytd.value, digitsOf(figures.ytd))}`] : []),
    ...(forecast && remaining > 0
      ? [`${forecastName(aggregation, lang)}: ${scale.told(forecast.median)}${range ?? ""}`]
      : []),
    ...targets.map((target) => {
      const rate = target.requiredRunRate;
      return [
        `${targetLabel(target, lang)}: ${scale.told(target.value, digitsOf(target))}`,
        chanceOf(target, lang),
        rate && words.needed[aggregation](scale.told(rate.perPeriod), period),
      ]
        .filter(Boolean)
        .join(", ");
    }),
    ...(last
      ? [
          `${lastYearName(question, lang)}: ${scale.told(last.value, figures.priorFullYear && digitsOf(figures.priorFullYear))}`,
        ]
      : []),
  ]
    .map((sentence) => `${sentenceCase(sentence)}.`)
    .join(" ");
}
