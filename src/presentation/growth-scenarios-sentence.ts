import type { GrowthScenario, GrowthScenariosAnswer } from "../engine/growth-scenarios/answer.ts";
import { QUARTER_SPANS, TABLE_SPANS } from "../engine/growth-scenarios/quarter-span.ts";
import { growthInProse, growthRange, pointsOf, spanInProse } from "./growth-scenarios-words.ts";
import { indicatorName } from "./indicator-words.ts";
import { type Lang, listed, sentenceCase } from "./language.ts";
import { placeName } from "./place-words.ts";

/** A paragraph with more scenarios than this is no longer read; the table has them all. */
const MAX_SCENARIOS_IN_PROSE = 3;
const QUARTERS = ["Q1", "Q2", "Q3", "Q4"] as const;

/** The answer as a paragraph that a report can take over: what is known, and what each scenario needs. */
export function growthScenariosSentence(answer: GrowthScenariosAnswer, lang: Lang): string {
  return [
    openingOf(answer, lang),
    ...answer.scenarios
      .slice(0, MAX_SCENARIOS_IN_PROSE)
      .map((scenario) => scenarioSentence(scenario, answer, lang)),
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

/** What is known of the year, by its longest cumulative span. */
function openingOf({ question, known, scenarios }: GrowthScenariosAnswer, lang: Lang): string {
  const [first] = scenarios;
  const columns = first?.columns ?? [];
  const done = TABLE_SPANS.filter(
    (span) =>
      QUARTER_SPANS[span].from === 0 &&
      columns.some((column) => column.span === span && column.origin === "known"),
  ).at(-1);
  if (!first || !done || known.length === 0) return "";
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
  const quarters = open.map(
    (quarter) => `${quarterName(quarter, lang)} ${growthOf(scenario, quarter, lang)}`,
  );
  const list = quarters.length > (rest ? 1 : 0) ? ` (${listed(quarters, lang)})` : "";
  const before = versionClause(scenario, lang);
  if (lang === "vi") {
    const goal = changeInVietnamese(yearGrowth, { upper: upper?.yearGrowth, isAtLeast: ends === "atLeast" });
    const lead = `Kịch bản ${name}:`;
    if (!rest) return `${lead} cả năm ${question.year} ${goal}${list}${before}.`;
    const need = changeInVietnamese(rest.growth, { upper: upper?.rest?.growth, isAtLeast: false });
    const compared = comparedWithSoFar(rest.accelerationPoints, upper !== undefined, lang);
    return `${lead} để cả năm ${question.year} ${goal}, ${spanInProse(rest.span, lang)} cần ${need}${compared}${list}${before}.`;
  }
  const goal = `growth of ${ends === "atLeast" ? "at least " : ""}${year} in ${question.year}`;
  if (!rest) return `Scenario ${name}: ${goal}${list}${before}.`;
  const need = growthRange(rest.growth, upper?.rest?.growth, { lang, write: growthInProse });
  const compared = comparedWithSoFar(rest.accelerationPoints, upper !== undefined, lang);
  return `Scenario ${name}: ${goal} needs ${need} in ${spanInProse(rest.span, lang)}${compared}${list}${before}.`;
}

/** A growth with its verb; what a fall may come to at most. */
function changeInVietnamese(
  growth: number,
  { upper, isAtLeast }: { readonly upper: number | undefined; readonly isAtLeast: boolean },
): string {
  if (upper === undefined && isFall(growth)) return `giảm không quá ${size(growth, "vi")}`;
  const range = growthRange(growth, upper, { lang: "vi", write: growthInProse });
  return `tăng ${isAtLeast ? `từ ${range} trở lên` : range}`;
}

const isOpen = ({ columns }: GrowthScenario, quarter: string): boolean =>
  columns.some(({ span, origin }) => span === quarter && origin !== "known");

const quarterName = (quarter: (typeof QUARTERS)[number], lang: Lang): string =>
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

function versionClause({ previous, yearGrowth }: GrowthScenario, lang: Lang): string {
  if (!previous) return "";
  const before = growthRange(previous.yearGrowth, previous.upperYearGrowth, { lang, write: growthInProse });
  const points = yearGrowth - previous.yearGrowth;
  const difference =
    Math.abs(points) < 0.00005 || previous.upperYearGrowth !== undefined ? "" : pointsOf(points, lang);
  if (lang === "vi") {
    const change = difference && `, nay ${points > 0 ? "cao hơn" : "thấp hơn"} ${difference}`;
    return `; kịch bản trước (${previous.name}) là ${before}${change}`;
  }
  return `; the version before (${previous.name}) had ${before}${difference && `, ${difference} ${points > 0 ? "less" : "more"}`}`;
}

function carryOverSentence({ carryOver, scenarios }: GrowthScenariosAnswer, lang: Lang): string {
  if (!carryOver) return "";
  const { latest } = carryOver;
  const [first] = scenarios;
  const growth = growthInProse(latest.growth, lang);
  if (lang === "vi") {
    const need = first?.carryOver
      ? `; kịch bản ${first.name} ${first.carryOver.growthNeeded < 0 ? "thấp hơn mức đó" : "còn phải tăng thêm"} ${pointsOf(first.carryOver.growthNeeded, lang)}`
      : "";
    return `Nếu giữ nguyên mức của kỳ mới nhất (đã điều chỉnh mùa vụ), cả năm ${isFall(latest.growth) ? "giảm" : "tăng"} ${size(latest.growth, lang)}${need}.`;
  }
  const need = first?.carryOver
    ? `; scenario ${first.name} needs ${pointsOf(first.carryOver.growthNeeded, lang)} ${first.carryOver.growthNeeded < 0 ? "less" : "more"}`
    : "";
  return `If seasonally adjusted levels stay where they are, the carry-over gives ${growth} for the year${need}.`;
}
