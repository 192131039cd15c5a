import { remainingLabels } from "../calendar/period.ts";
import { EngineError } from "../engine-error.ts";
import { spread } from "./required-run-rate.ts";
import {
  fullYearOf,
  priorRemainder,
  remainderOf,
  remainingPeriods,
  type YearToDate,
} from "./year-to-date.ts";

/** What a scenario assumes of the remaining periods. Growths and changes are fractions, amounts in the unit. */
export type ScenarioAssumption =
  | { readonly kind: "currentPace" }
  | { readonly kind: "sameGrowth" }
  | { readonly kind: "flatOnLastYear" }
  | { readonly kind: "forecastMedian" }
  | { readonly kind: "plannedGrowth"; readonly growth: number }
  | { readonly kind: "breakEven"; readonly target: string; readonly value: number }
  | { readonly kind: "remainderGrowth"; readonly growth: number }
  | { readonly kind: "yearGrowth"; readonly growth: number }
  | { readonly kind: "fullYear"; readonly value: number }
  | { readonly kind: "perPeriod"; readonly value: number }
  | { readonly kind: "periods"; readonly periods: readonly PeriodAssumption[] }
  | { readonly kind: "shock"; readonly change: number; readonly periods: readonly string[] };

/** One named month or quarter: its amount, or its growth on the same period of last year. */
export type PeriodAssumption =
  | { readonly period: string; readonly value: number }
  | { readonly period: string; readonly growth: number };

/** The reasons why a scenario cannot be worked out from what is known. */
export type ScenarioObstacle = "needsLastYear" | "needsGrowth" | "notForStocks" | "yearComplete";

/**
 * The remainder of the year under an assumption, or the reason why it cannot be told. Periods that a scenario
 * does not name follow the median forecast.
 *
 * @param medianFullYear the median forecast, in the unit of the question
 * @throws EngineError invalidPeriod when a named period is not one of the remaining ones
 */
export function scenarioRemainder(
  year: YearToDate,
  assumption: ScenarioAssumption,
  medianFullYear: number,
  path: string,
): number | ScenarioObstacle {
  const lastYear = priorRemainder(year);
  const remaining = remainingPeriods(year);
  const grown = (growth: number): number | ScenarioObstacle =>
    year.aggregation === "last"
      ? "notForStocks"
      : lastYear === undefined
        ? "needsLastYear"
        : lastYear * (1 + growth);
  const median = remainderOf(year, medianFullYear);
  switch (assumption.kind) {
    case "currentPace":
      if (year.aggregation === "last") return "notForStocks";
      return (year.aggregation === "average" ? year.ytd : year.ytd / year.position.elapsed) * remaining;
    case "sameGrowth":
      return year.growth === undefined ? "needsGrowth" : grown(year.growth);
    case "flatOnLastYear":
      return grown(0);
    case "plannedGrowth":
    case "remainderGrowth":
      return grown(assumption.growth);
    case "forecastMedian":
      return median;
    case "fullYear":
      if (year.aggregation === "sum" && assumption.value < year.ytd)
        throw new EngineError(
          "invalidQuestion",
          `${path}.fullYear`,
          "the scenario ends the year below what is already booked",
          `give at least ${year.ytd}`,
        );
      return remainderOf(year, assumption.value);
    case "breakEven":
      return remainderOf(year, assumption.value);
    case "yearGrowth":
      return year.priorFullYear === undefined
        ? "needsLastYear"
        : remainderOf(year, year.priorFullYear * (1 + assumption.growth));
    case "perPeriod":
      return assumption.value * remaining;
    case "shock": {
      const steps = new Set(
        assumption.periods.flatMap((period) => stepsOf(year, period, `${path}.shock.periods`)),
      );
      const hit = spread(year, median).reduce(
        (sum, { value }, step) => sum + (steps.has(step) ? value : 0),
        0,
      );
      return median + hit * assumption.change;
    }
    case "periods":
      return namedPeriods(year, assumption.periods, median, lastYear, `${path}.periods`);
  }
}

function namedPeriods(
  year: YearToDate,
  periods: readonly PeriodAssumption[],
  median: number,
  lastYear: number | undefined,
  path: string,
): number | ScenarioObstacle {
  const named = new Set<number>();
  let remainder = median;
  const medianPath = spread(year, median);
  for (const assumed of periods) {
    const steps = stepsOf(year, assumed.period, path);
    if (steps.some((step) => named.has(step)))
      throw new EngineError(
        "invalidPeriod",
        path,
        `${assumed.period} is named twice`,
        "name each period once",
      );
    if ("growth" in assumed && lastYear === undefined) return "needsLastYear";
    for (const step of steps) {
      named.add(step);
      const value =
        "growth" in assumed
          ? (lastYear ?? 0) * (year.remainderWeights[step] ?? 0) * (1 + assumed.growth)
          : assumed.value / (year.aggregation === "average" ? 1 : steps.length);
      remainder += value - (medianPath[step]?.value ?? 0);
    }
  }
  return remainder;
}

/** The remaining steps (0 = the first period still to come) that a month or quarter covers. */
function stepsOf(year: YearToDate, period: string, path: string): readonly number[] {
  const labels = remainingLabels(year.position);
  const step = labels.indexOf(period);
  if (step >= 0) return [step];
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter && year.position.periodsPerYear === 12 && Number(quarter[1]) === year.position.year) {
    const first = (Number(quarter[2]) - 1) * 3 - year.position.elapsed;
    if (first >= 0) return [first, first + 1, first + 2];
  }
  throw new EngineError(
    "invalidPeriod",
    path,
    `"${period}" is not a period that is still to come`,
    labels.length > 0 ? `the remaining periods are ${labels.join(", ")}` : "the year is complete",
  );
}

export interface Scenario {
  readonly name: string;
  readonly assumption: ScenarioAssumption;
  readonly fullYear: number;
  /** Growth of the full year on last year, a fraction. */
  readonly growth?: number;
  /** Growth of the remaining periods on last year's same periods, a fraction. */
  readonly remainderGrowth?: number;
  readonly attainment?: number;
  /** Target less full year, in the unit: positive is still missing. */
  readonly gap?: number;
  /** Probability that the remainder does at least this well. */
  readonly probabilityAtLeast: number;
}

/** The full year that an assumption names itself: on the way through the remainder its last digits would be lost. */
function namedFullYear(assumption: ScenarioAssumption, medianFullYear: number): number | undefined {
  switch (assumption.kind) {
    case "forecastMedian":
      return medianFullYear;
    case "breakEven":
    case "fullYear":
      return assumption.value;
    default:
      return undefined;
  }
}

/**
 * One scenario worked out: full year, growth, attainment of `target` and the probability of doing at least
 * this well. `survival` is the forecast's P(fullYear >= value).
 */
export function scenario(
  year: YearToDate,
  ask: { readonly name: string; readonly assumption: ScenarioAssumption; readonly path: string },
  forecast: { readonly median: number; survival(value: number): number },
  target: number | undefined,
): Scenario | ScenarioObstacle {
  const remainder = scenarioRemainder(year, ask.assumption, forecast.median, ask.path);
  if (typeof remainder === "string") return remainder;
  const fullYear = namedFullYear(ask.assumption, forecast.median) ?? fullYearOf(year, remainder);
  const lastYear = priorRemainder(year);
  return {
    name: ask.name,
    assumption: ask.assumption,
    fullYear,
    ...(year.priorFullYear && { growth: fullYear / year.priorFullYear - 1 }),
    ...(lastYear !== undefined && { remainderGrowth: remainder / lastYear - 1 }),
    ...(target !== undefined && target !== 0 && { attainment: fullYear / target }),
    ...(target !== undefined && { gap: target - fullYear }),
    probabilityAtLeast: forecast.survival(fullYear),
  };
}
