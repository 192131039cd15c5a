import type { BacktestYear, NextFullYear } from "../engine/outlook-types.ts";
import type { AnyTarget, Part } from "./answers.ts";
import { snakeCase, type Table, tableOf } from "./delimited.ts";
import type { Form } from "./form.ts";
import type { Presented, PresentedFinding, PresentOptions } from "./json.ts";
import { outlookTable } from "./outlook-table.ts";

/**
 * An answer as one tidy table: the whole outlook long (one row a number), a forecast one row a period or quantile,
 * and targets, scenarios or findings one row each. Columns are always there, in this order, so that a sheet can
 * count on them; what cannot be said is an empty cell. Numbers and texts are those of the JSON answer.
 */
export const tableOfPart = (presented: Presented, part: Part): Table => TABLES[part](presented);

/** How an answer is written where a spreadsheet reads it. */
export type CellOptions = PresentOptions & Omit<Form, "lang">;

const TABLES: Readonly<Record<Part, (presented: Presented) => Table>> = {
  outlook: outlookTable,
  "run-rate": runRateTable,
  forecast: forecastTable,
  attainment: attainmentTable,
  scenarios: scenariosTable,
  coherence: coherenceTable,
};

const RUN_RATE_COLUMNS = [
  "name",
  "value",
  "origin",
  "gapToTarget",
  "attainment",
  "perPeriod",
  "ratioToPace",
  "ratioToSeasonalPace",
  "growthOnLastYear",
  "accelerationPoints",
  "perWorkingDay",
  "bestRemainder",
  "ratioToBest",
] as const;

function runRateTable({ targets = [] }: Presented): Table {
  return tableOf(
    RUN_RATE_COLUMNS,
    targets.map((target) => flattened(target)),
  );
}

const ATTAINMENT_COLUMNS = [
  "name",
  "value",
  "origin",
  "gapToTarget",
  "attainment",
  "projectedAttainment",
  "attainmentProbability",
  "planWeightedProbability",
  "status",
  "perPeriod",
  "ratioToPace",
  "growthOnLastYear",
] as const;

function attainmentTable({ targets = [] }: Presented): Table {
  return tableOf(
    ATTAINMENT_COLUMNS,
    targets.map((target) => flattened(target)),
  );
}

/** A target with what it requires on the same row. */
function flattened({ requiredRunRate, ...target }: AnyTarget): object {
  return { ...target, ...requiredRunRate, ...requiredRunRate?.feasibility };
}

const SCENARIO_COLUMNS = [
  "name",
  "kind",
  "target",
  "assumption",
  "fullYear",
  "growth",
  "remainderGrowth",
  "attainment",
  "gap",
  "probabilityAtLeast",
] as const;

function scenariosTable({ scenarios = [] }: Presented): Table {
  return tableOf(SCENARIO_COLUMNS, scenarios);
}

const FORECAST_COLUMNS = [
  "measure",
  "period",
  "status",
  "quantileLevel",
  "intervalLevel",
  "value",
  "lower",
  "upper",
] as const;

/** The interval that the path carries. */
const PATH_LEVEL = 0.8;

function forecastTable({ forecast }: Presented): Table {
  if (!forecast) return tableOf(FORECAST_COLUMNS, []);
  const { path, quarters = [], horizon, backtest } = forecast;
  const next = horizon?.nextFullYear;
  const levelOf = (end: number | undefined) => (end === undefined ? undefined : PATH_LEVEL);
  return tableOf(FORECAST_COLUMNS, [
    ...distributionRows("fullYear", forecast),
    ...path
      .filter(({ value }) => value !== undefined)
      .map(({ period, status, value, lower, upper }) => ({
        measure: "period",
        period,
        status,
        intervalLevel: levelOf(lower),
        value,
        lower,
        upper,
      })),
    ...path.map(({ period, status, cumulative, cumulativeLower, cumulativeUpper }) => ({
      measure: "cumulative",
      period,
      status,
      intervalLevel: levelOf(cumulativeLower),
      value: cumulative,
      lower: cumulativeLower,
      upper: cumulativeUpper,
    })),
    ...quarters.map((quarter) => ({
      measure: "quarter",
      intervalLevel: levelOf(quarter.lower),
      ...quarter,
    })),
    ...(next
      ? distributionRows("nextFullYear", next).map((row) => ({ ...row, period: String(next.fiscalYear) }))
      : []),
    ...(backtest?.years ?? []).flatMap(backtestRows),
  ]);
}

function distributionRows(
  name: "fullYear" | "nextFullYear",
  { median, intervals, quantiles }: Pick<NextFullYear, "median" | "intervals" | "quantiles">,
): readonly object[] {
  return [
    { measure: snakeCase(`${name}Median`), quantileLevel: 0.5, value: median },
    ...intervals.map(({ level, lower, upper }) => ({
      measure: snakeCase(`${name}Interval`),
      intervalLevel: level,
      lower,
      upper,
    })),
    ...quantiles.map(({ quantileLevel, value }) => ({
      measure: snakeCase(`${name}Quantile`),
      quantileLevel,
      value,
    })),
  ];
}

/** An earlier year as it would have been forecast, what came, and 1 or 0 for inside its interval or not. */
function backtestRows({ fiscalYear, ...year }: BacktestYear): readonly object[] {
  const { median, lower, upper, level, fullYear, inside } = year;
  const period = String(fiscalYear);
  const named = (measure: string) => ({ measure: snakeCase(measure), period });
  return [
    { ...named("backtestMedian"), status: "forecast", intervalLevel: level, value: median, lower, upper },
    { ...named("backtestFullYear"), status: "actual", value: fullYear },
    { ...named("backtestInside"), value: Number(inside) },
  ];
}

const COHERENCE_COLUMNS = [
  "relation",
  "quantity",
  "verdict",
  "derivedLower",
  "derivedUpper",
  "statedLower",
  "statedUpper",
  "message",
  "conflict",
  "repairs",
] as const;

function coherenceTable({ coherence }: Presented): Table {
  return tableOf(COHERENCE_COLUMNS, (coherence?.findings ?? []).map(findingRow));
}

function findingRow({ derived, stated, conflict, repairs, ...finding }: PresentedFinding): object {
  return {
    ...finding,
    derivedLower: derived.lower,
    derivedUpper: derived.upper,
    statedLower: stated?.lower,
    statedUpper: stated?.upper,
    conflict: conflict?.join(", "),
    repairs: repairs?.map(({ description }) => description).join("; "),
  };
}
