import type { QuestionEcho } from "../engine/outlook-types.ts";
import type { PeriodAssumption, ScenarioAssumption } from "../engine/target/scenario.ts";
import { decimalsOf, formatPercent, roundSignificant } from "./format-number.ts";
import { type Lang, listed, type Wording } from "./language.ts";
import { periodName } from "./period-words.ts";
import { targetName, targetPhrase } from "./quantity-words.ts";
import { formatAmount } from "./unit-words.ts";

type Asked = Pick<Partial<QuestionEcho>, "elapsed" | "remaining" | "fiscalYearStart">;

/**
 * What a scenario assumes, as a clause without a full stop.
 *
 * @param question its periods tell months from quarters
 * @example assumptionText({ kind: "remainderGrowth", growth: 0.08 }, { elapsed: 4, remaining: 8 }, { lang: "en" }) // => "the remaining months grow 8% on last year's"
 * @example assumptionText({ kind: "remainderGrowth", growth: 0.08 }, { elapsed: 4, remaining: 8 }, { lang: "vi" }) // => "các tháng còn lại tăng 8% so với cùng kỳ năm trước"
 */
export function assumptionText(assumption: ScenarioAssumption, question: Asked, wording: Wording): string {
  return wording.lang === "vi"
    ? inVietnamese(assumption, question, wording)
    : inEnglish(assumption, question, wording);
}

const quarterly = ({ elapsed = 0, remaining = 0 }: Asked): boolean => elapsed + remaining === 4;

function inEnglish(assumption: ScenarioAssumption, question: Asked, wording: Wording): string {
  const period = quarterly(question) ? "quarter" : "month";
  const amount = (x: number) => formatAmount(x, wording, "all");
  switch (assumption.kind) {
    case "currentPace":
      return `each remaining ${period} brings as much as the elapsed ones did on average`;
    case "sameGrowth":
      return `the remaining ${period}s grow on last year's as much as the elapsed ones did`;
    case "flatOnLastYear":
      return `the remaining ${period}s equal last year's`;
    case "forecastMedian":
      return `the remaining ${period}s follow the median forecast`;
    case "plannedGrowth":
      return `the remaining ${period}s ${grow(assumption.growth)} on last year's, as planned for the year`;
    case "breakEven":
      return `the year ends exactly at ${targetPhrase({ name: assumption.target, value: assumption.value, origin: "stated" }, wording)}`;
    case "remainderGrowth":
      return `the remaining ${period}s ${grow(assumption.growth)} on last year's`;
    case "yearGrowth":
      return `the full year ${grows(assumption.growth)} on last year`;
    case "fullYear":
      return `the full year is ${amount(assumption.value)}`;
    case "perPeriod":
      return `each remaining ${period} is ${amount(assumption.value)}`;
    case "periods":
      return `${listed(assumption.periods.map(named), "en")}; the others follow the forecast`;
    case "shock": {
      const where = listed(
        assumption.periods.map((one) => periodName(one, "en", question.fiscalYearStart)),
        "en",
      );
      const side = assumption.change < 0 ? "below" : "above";
      return `${where} ${assumption.periods.length > 1 ? "come" : "comes"} ${percent(assumption.change, "en")} ${side} the forecast`;
    }
  }

  function named(one: PeriodAssumption): string {
    const name = periodName(one.period, "en", question.fiscalYearStart);
    return "growth" in one
      ? `${name} ${grows(one.growth)} on last year's`
      : `${name} is ${amount(one.value)}`;
  }
}

function inVietnamese(assumption: ScenarioAssumption, question: Asked, wording: Wording): string {
  const period = quarterly(question) ? "quý" : "tháng";
  const amount = (x: number) => formatAmount(x, wording, "all");
  const lastYear = "so với cùng kỳ năm trước";
  switch (assumption.kind) {
    case "currentPace":
      return `mỗi ${period} còn lại bằng mức bình quân từ đầu năm`;
    case "sameGrowth":
      return `các ${period} còn lại giữ nguyên tốc độ tăng từ đầu năm ${lastYear}`;
    case "flatOnLastYear":
      return `các ${period} còn lại bằng cùng kỳ năm trước`;
    case "forecastMedian":
      return `các ${period} còn lại theo trung vị của dự báo`;
    case "plannedGrowth":
      return `các ${period} còn lại ${changed(assumption.growth)} ${lastYear}, theo tốc độ tăng kế hoạch cả năm`;
    case "breakEven":
      return `cả năm vừa đạt ${targetPhrase({ name: assumption.target, value: assumption.value, origin: "stated" }, wording)}`;
    case "remainderGrowth":
      return `các ${period} còn lại ${changed(assumption.growth)} ${lastYear}`;
    case "yearGrowth":
      return `cả năm ${changed(assumption.growth)} so với năm trước`;
    case "fullYear":
      return `cả năm đạt ${amount(assumption.value)}`;
    case "perPeriod":
      return `mỗi ${period} còn lại đạt ${amount(assumption.value)}`;
    case "periods":
      return `${listed(assumption.periods.map(named), "vi")}; các ${period} khác theo dự báo`;
    case "shock": {
      const where = listed(
        assumption.periods.map((one) => periodName(one, "vi", question.fiscalYearStart)),
        "vi",
      );
      return `${where} ${assumption.change < 0 ? "thấp" : "cao"} hơn dự báo ${percent(assumption.change, "vi")}`;
    }
  }

  function named(one: PeriodAssumption): string {
    const name = periodName(one.period, "vi", question.fiscalYearStart);
    return "growth" in one
      ? `${name} ${changed(one.growth)} ${lastYear}`
      : `${name} đạt ${amount(one.value)}`;
  }
}

/** A stated growth keeps its digits; one that was worked out has too many, and is cut. */
function percent(fraction: number, lang: Lang): string {
  const size = roundSignificant(Math.abs(fraction) * 100, 10);
  return formatPercent(size / 100, lang, Math.min(2, decimalsOf(size)));
}

const grow = (growth: number): string =>
  growth < 0 ? `fall ${percent(growth, "en")}` : `grow ${percent(growth, "en")}`;
const grows = (growth: number): string =>
  growth < 0 ? `falls ${percent(growth, "en")}` : `grows ${percent(growth, "en")}`;
const changed = (growth: number): string => `${growth < 0 ? "giảm" : "tăng"} ${percent(growth, "vi")}`;

const STANDARD_NAMES: Readonly<Record<ScenarioAssumption["kind"], Readonly<Record<Lang, string>>>> = {
  currentPace: { en: "current pace", vi: "giữ nhịp độ hiện nay" },
  sameGrowth: { en: "same growth", vi: "giữ tốc độ tăng hiện nay" },
  flatOnLastYear: { en: "flat on last year", vi: "bằng cùng kỳ năm trước" },
  forecastMedian: { en: "median forecast", vi: "theo dự báo" },
  plannedGrowth: { en: "planned growth", vi: "tăng theo kế hoạch" },
  breakEven: { en: "break-even:", vi: "vừa đạt" },
  remainderGrowth: { en: "growth of the rest", vi: "tốc độ tăng phần còn lại" },
  yearGrowth: { en: "growth of the year", vi: "tốc độ tăng cả năm" },
  fullYear: { en: "full year", vi: "mức cả năm" },
  perPeriod: { en: "per period", vi: "mức mỗi kỳ" },
  periods: { en: "named periods", vi: "theo từng kỳ" },
  shock: { en: "shock", vi: "cú sốc" },
};

/**
 * The name of a scenario for people: the standard ones have words, the asker's own names stay.
 * @example scenarioName({ name: "currentPace", assumption: { kind: "currentPace" } }, "vi") // => "giữ nhịp độ hiện nay"
 */
export function scenarioName(
  { name, assumption }: { readonly name: string; readonly assumption: ScenarioAssumption },
  lang: Lang,
): string {
  if (name !== assumption.kind) return name;
  const standard = STANDARD_NAMES[assumption.kind][lang];
  return assumption.kind === "breakEven"
    ? `${standard} ${targetName({ name: assumption.target }, lang)}`
    : standard;
}
