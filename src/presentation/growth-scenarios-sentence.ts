import type { GrowthScenario, GrowthScenariosAnswer } from "../engine/growth-scenarios/answer.ts";
import { QUARTER_SPANS, TABLE_SPANS } from "../engine/growth-scenarios/quarter-span.ts";
import {
  componentName,
  growthInProse,
  growthRange,
  pointsOf,
  spanInProse,
} from "./growth-scenarios-words.ts";
import { indicatorName } from "./indicator-words.ts";
import { type Lang, listed, sentenceCase } from "./language.ts";
import { placeName } from "./place-words.ts";

/** A paragraph with more scenarios than this is no longer read; the table has them all. */
const MAX_SCENARIOS_IN_PROSE = 3;
const QUARTERS = ["Q1", "Q2", "Q3", "Q4"] as const;
type Quarter = (typeof QUARTERS)[number];

/** The answer as a paragraph that a report can take over: what is known, and what each scenario needs. */
export function growthScenariosSentence(answer: GrowthScenariosAnswer, lang: Lang): string {
  return [
    openingOf(answer, lang),
    ...answer.scenarios
      .slice(0, MAX_SCENARIOS_IN_PROSE)
      .flatMap((scenario) => [scenarioSentence(scenario, answer, lang), componentsSentence(scenario, lang)]),
    carryOverSentence(answer, lang),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function subjectOf({ indicator, geography }: GrowthScenariosAnswer["question"], lang: Lang): string {
  const name =
    indicator === undefined ? (lang === "vi" ? "chỉ tiêu" : "the indicator") : indicatorName(indicator, lang);
  if (geography === undefined) return name;
  return lang === "vi"
    ? `${name} của ${placeName(geography, lang)}`
    : `${name} of ${placeName(geography, lang)}`;
}

const isFall = (growth: number): boolean => growthInProse(growth, "en").startsWith("-");
const size = (growth: number, lang: Lang): string => growthInProse(Math.abs(growth), lang);

/** What is known of the year, by its longest cumulative span; what the scenarios are of where nothing is. */
function openingOf({ question, known, scenarios }: GrowthScenariosAnswer, lang: Lang): string {
  const [first] = scenarios;
  const columns = first?.columns ?? [];
  const done = TABLE_SPANS.filter(
    (span) =>
      QUARTER_SPANS[span].from === 0 &&
      columns.some((column) => column.span === span && column.origin === "known"),
  ).at(-1);
  if (!first) return "";
  if (!done || known.length === 0)
    return lang === "vi"
      ? `Kịch bản tăng trưởng ${subjectOf(question, lang)} năm ${question.year}:`
      : `Growth scenarios for ${subjectOf(question, lang)} in ${question.year}:`;
  const growth = columns.find(({ span }) => span === done)?.growth as number;
  const subject = sentenceCase(subjectOf(question, lang));
  if (lang === "vi") {
    const span = spanInProse(done, lang).replace(/ năm$/, "");
    return `${subject} ${span} năm ${question.year} ${isFall(growth) ? "giảm" : "tăng"} ${size(growth, lang)} so với cùng kỳ năm trước.`;
  }
  const when = done === "year" ? String(question.year) : `${spanInProse(done, lang)} of ${question.year}`;
  return `${subject} ${isFall(growth) ? "fell" : "grew"} ${size(growth, lang)} in ${when}.`;
}

function scenarioSentence(scenario: GrowthScenario, { question }: GrowthScenariosAnswer, lang: Lang): string {
  const { name, ends, yearGrowth, upper, rest } = scenario;
  const year = growthRange(yearGrowth, upper?.yearGrowth, { lang, write: growthInProse });
  const { from } = rest ? QUARTER_SPANS[rest.span] : { from: 0 };
  const open = QUARTERS.filter((quarter) => QUARTER_SPANS[quarter].from >= from && isOpen(scenario, quarter));
  const list = open.length > (rest ? 1 : 0) ? ` (${quarterList(scenario, open, lang)})` : "";
  const before = versionClause(scenario, lang);
  if (lang === "vi") {
    const goal = changeInVietnamese(yearGrowth, { upper: upper?.yearGrowth, isAtLeast: ends === "atLeast" });
    const lead = `Kịch bản ${name}:`;
    if (!rest) return `${lead} cả năm ${question.year} ${goal}${list}${before}.`;
    const need = changeInVietnamese(rest.growth, {
      upper: upper?.rest?.growth,
      isAtLeast: ends === "atLeast",
    });
    const compared = comparedWithSoFar(rest.accelerationPoints, upper !== undefined, lang);
    return `${lead} để cả năm ${question.year} ${goal}, ${spanInProse(rest.span, lang)} cần ${need}${compared}${list}${before}.`;
  }
  const least = ends === "atLeast" ? "at least " : "";
  const goal = `growth of ${least}${year} in ${question.year}`;
  if (!rest) return `Scenario ${name}: ${goal}${list}${before}.`;
  const need = growthRange(rest.growth, upper?.rest?.growth, { lang, write: growthInProse });
  const compared = comparedWithSoFar(rest.accelerationPoints, upper !== undefined, lang);
  return `Scenario ${name}: ${goal} needs ${least}${need} in ${spanInProse(rest.span, lang)}${compared}${list}${before}.`;
}

/** A paragraph with more components than this is no longer read. */
const MAX_COMPONENTS_IN_PROSE = 4;

/** What the components of the total add to its growth over their last span, the largest first; nothing of a range. */
function componentsSentence({ components = [], upper }: GrowthScenario, lang: Lang): string {
  const span = components[0]?.columns.at(-1)?.span;
  if (span === undefined || upper) return "";
  const parts = components
    .filter(({ partOf }) => partOf === undefined)
    .map((component) => ({
      name: componentName(component, lang),
      points: component.columns.at(-1)?.contribution ?? 0,
    }))
    .sort((a, b) => b.points - a.points)
    .slice(0, MAX_COMPONENTS_IN_PROSE)
    .map(({ name, points }) => `${name} ${points < 0 ? "-" : ""}${pointsOf(points, lang)}`);
  const when = spanInProse(span, lang);
  return lang === "vi"
    ? `Đóng góp vào tốc độ tăng ${when}: ${listed(parts, lang)}.`
    : `Contributions to the growth of ${when}: ${listed(parts, lang)}.`;
}

/** A growth with its verb; what a fall may come to at most. */
function changeInVietnamese(
  growth: number,
  { upper, isAtLeast }: { readonly upper: number | undefined; readonly isAtLeast: boolean },
): string {
  const range = growthRange(growth, upper, { lang: "vi", write: growthInProse });
  if (upper !== undefined && range !== growthInProse(growth, "vi"))
    return `${isFall(growth) ? "tăng trưởng" : "tăng"} từ ${range}`;
  if (isFall(growth)) return `giảm không quá ${size(growth, "vi")}`;
  if (isAtLeast) return `tăng từ ${range} trở lên`;
  return size(growth, "vi") === "0%" ? "giữ bằng cùng kỳ năm trước" : `tăng ${range}`;
}

const isOpen = ({ columns }: GrowthScenario, quarter: string): boolean =>
  columns.some(({ span, origin }) => span === quarter && origin !== "known");

/** The growth of every open quarter; one that all share is not told for each. */
function quarterList(scenario: GrowthScenario, open: readonly Quarter[], lang: Lang): string {
  const growths = open.map((quarter) => growthOf(scenario, quarter, lang));
  if (growths.length > 1 && new Set(growths).size === 1)
    return lang === "vi" ? "các quý tăng như nhau" : "the same in each quarter";
  return listed(
    open.map((quarter, index) => `${quarterName(quarter, lang)} ${growths[index]}`),
    lang,
  );
}

const quarterName = (quarter: Quarter, lang: Lang): string =>
  lang === "vi" ? spanInProse(quarter, lang) : quarter;

function growthOf({ columns, upper }: GrowthScenario, quarter: string, lang: Lang): string {
  const find = (list: GrowthScenario["columns"] | undefined) =>
    list?.find(({ span }) => span === quarter)?.growth;
  return growthRange(find(columns) as number, find(upper?.columns), { lang, write: growthInProse });
}

/** How the rest compares with the year so far; of a range nothing is said, as its ends may lie on either side. */
function comparedWithSoFar(points: number, isRange: boolean, lang: Lang): string {
  if (isRange || Math.abs(points) < 0.00005) return "";
  if (lang === "vi")
    return `, ${points > 0 ? "cao hơn" : "thấp hơn"} ${pointsOf(points, lang)} so với tốc độ tăng từ đầu năm`;
  return `, ${pointsOf(points, lang)} ${points > 0 ? "above" : "below"} the growth so far`;
}

/** The year of the version before; how far apart is told of single numbers only, as ends of a range differ by their own. */
function versionClause({ previous, yearGrowth, upper }: GrowthScenario, lang: Lang): string {
  if (!previous) return "";
  const before = growthRange(previous.yearGrowth, previous.upperYearGrowth, { lang, write: growthInProse });
  const points = yearGrowth - previous.yearGrowth;
  const isRange = upper !== undefined || previous.upperYearGrowth !== undefined;
  const difference = Math.abs(points) < 0.00005 || isRange ? "" : pointsOf(points, lang);
  if (lang === "vi") {
    const change = difference && `, nay ${points > 0 ? "cao hơn" : "thấp hơn"} ${difference}`;
    return `; trước khi điều chỉnh (${previous.name}) là ${before}${change}`;
  }
  return `; the version before (${previous.name}) had ${before}${difference && `, ${difference} ${points > 0 ? "less" : "more"}`}`;
}

function carryOverSentence({ question, carryOver, scenarios }: GrowthScenariosAnswer, lang: Lang): string {
  if (!carryOver) return "";
  const { latest } = carryOver;
  const [first] = scenarios;
  const subject = subjectOf(question, lang);
  const growth = growthInProse(latest.growth, lang);
  if (lang === "vi") {
    const need = first?.carryOver
      ? `; ${first.carryOver.growthNeeded < 0 ? `kịch bản ${first.name} thấp hơn mức đó` : `để đạt kịch bản ${first.name} còn phải tăng thêm`} ${pointsOf(first.carryOver.growthNeeded, lang)}`
      : "";
    return `Nếu giữ nguyên mức của kỳ mới nhất (đã điều chỉnh mùa vụ), ${subject} cả năm ${question.year} ${isFall(latest.growth) ? "giảm" : "tăng"} ${size(latest.growth, lang)}${need}.`;
  }
  const need = first?.carryOver
    ? `; scenario ${first.name} needs ${pointsOf(first.carryOver.growthNeeded, lang)} ${first.carryOver.growthNeeded < 0 ? "less" : "more"}`
    : "";
  return `If the seasonally adjusted levels of ${subject} stay where they are, the carry-over gives ${growth} for ${question.year}${need}.`;
}
