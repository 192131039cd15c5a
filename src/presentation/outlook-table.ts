import type { Backtest, NextFullYear } from "../engine/outlook-types.ts";
import { type Cell, snakeCase, type Table } from "./delimited.ts";
import type { Presented } from "./json.ts";

const COLUMNS = ["section", "name", "measure", "period", "level", "value", "lower", "upper", "note"] as const;

type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], Cell>>>;

/**
 * The whole outlook as one long table that a sheet can filter: `section`, `name` and `measure` say what a row
 * holds, `value` is always a number and `note` always a text; beside a number of a break-even it names the target. Whether
 * an earlier year lay inside its interval is 1 or 0, so that a mean of them is the coverage.
 */
export function outlookTable(presented: Presented): Table {
  const rows: readonly Row[] = [
    ...questionRows(presented),
    ...figureRows(presented),
    ...targetRows(presented),
    ...forecastRows(presented),
    ...scenarioRows(presented),
    ...coherenceRows(presented),
    ...textRows(presented),
  ];
  return { columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((column) => row[column])) };
}

function questionRows({ question }: Presented): readonly Row[] {
  return Object.entries(question).map(([name, value]) => ({
    section: "question",
    name: snakeCase(name),
    ...valueOrNote(value),
  }));
}

function figureRows({ figures }: Presented): readonly Row[] {
  return Object.entries(figures).map(([name, { value, lower, upper, origin, from }]) => ({
    section: "figures",
    name: snakeCase(name),
    value,
    lower,
    upper,
    note: from ? `${origin}: ${from}` : origin,
  }));
}

function targetRows({ targets = [] }: Presented): readonly Row[] {
  return targets.flatMap(({ name, requiredRunRate, ...measures }) => {
    const { seasonalPath = [], feasibility, ...rates } = requiredRunRate ?? {};
    return [
      ...measureRows("targets", name, { ...measures, ...rates, ...feasibility }),
      ...seasonalPath.map(({ period, value }) => ({
        section: "targets",
        name,
        measure: snakeCase("seasonalPath"),
        period,
        value,
      })),
    ];
  });
}

function forecastRows({ forecast }: Presented): readonly Row[] {
  if (!forecast) return [];
  const { median, growth, tier, askFor, path, quarters = [], members, planWeighted } = forecast;
  return [
    ...measureRows("forecast", snakeCase("fullYear"), { median, growth, tier, askFor }),
    ...spreadRows(snakeCase("fullYear"), forecast),
    ...nextYearRows(forecast.horizon?.nextFullYear),
    ...path.flatMap(
      ({ period, status, value, lower, upper, cumulative, cumulativeLower, cumulativeUpper }) => [
        ...(value === undefined
          ? []
          : [{ section: "path", name: "period", measure: status, period, value, lower, upper }]),
        {
          section: "path",
          name: "cumulative",
          measure: status,
          period,
          value: cumulative,
          lower: cumulativeLower,
          upper: cumulativeUpper,
        },
      ],
    ),
    ...quarters.map(({ status, ...quarter }) => ({
      section: "path",
      name: "quarter",
      measure: status,
      ...quarter,
    })),
    ...backtestRows(forecast.backtest),
    ...members.flatMap(({ method, fullYear, weight }) =>
      measureRows("members", method, { fullYear, weight }),
    ),
    ...(planWeighted
      ? measureRows(snakeCase("planWeighted"), "plan", {
          plan: planWeighted.plan,
          median: planWeighted.median,
          attainmentProbability: planWeighted.attainmentProbability,
        })
      : []),
  ];
}

/** Intervals and quantiles of a distribution. */
function spreadRows(
  name: string,
  { intervals, quantiles }: Pick<NextFullYear, "intervals" | "quantiles">,
): readonly Row[] {
  return [
    ...intervals.map((interval) => ({ section: "forecast", name, measure: "interval", ...interval })),
    ...quantiles.map(({ quantileLevel, value }) => ({
      section: "forecast",
      name,
      measure: "quantile",
      level: quantileLevel,
      value,
    })),
  ];
}

function nextYearRows(next: NextFullYear | undefined): readonly Row[] {
  if (!next) return [];
  const name = snakeCase("nextFullYear");
  return [...measureRows("forecast", name, { median: next.median }), ...spreadRows(name, next)].map(
    (row) => ({ ...row, period: String(next.fiscalYear) }),
  );
}

function backtestRows(backtest: Backtest | undefined): readonly Row[] {
  if (!backtest) return [];
  const { years, ...summary } = backtest;
  const name = snakeCase("fullYear");
  return [
    ...measureRows("backtest", "summary", summary),
    ...years.flatMap(({ fiscalYear, median, lower, upper, level, fullYear, inside, ...scores }) =>
      [
        { section: "backtest", name, measure: "forecast", level, value: median, lower, upper },
        { section: "backtest", name, measure: "actual", value: fullYear },
        { section: "backtest", name, measure: "inside", value: Number(inside) },
        ...measureRows("backtest", name, scores),
      ].map((row) => ({ ...row, period: String(fiscalYear) })),
    ),
  ];
}

function scenarioRows({ scenarios = [] }: Presented): readonly Row[] {
  return scenarios.flatMap(({ name, kind, target, ...measures }) =>
    measureRows("scenarios", name, measures).map((row) => ({ ...(target && { note: target }), ...row })),
  );
}

function coherenceRows({ coherence }: Presented): readonly Row[] {
  if (!coherence) return [];
  return [
    { section: "coherence", name: "verdict", note: coherence.verdict },
    ...coherence.findings.flatMap(({ quantity, relation, derived, stated, verdict, message }) => [
      {
        section: "coherence",
        name: snakeCase(quantity),
        measure: "derived",
        ...derived,
        note: `${relation}: ${message}`,
      },
      ...(stated
        ? [{ section: "coherence", name: snakeCase(quantity), measure: "stated", ...stated, note: verdict }]
        : []),
    ]),
  ];
}

function textRows({ sentence, notes, engine }: Presented): readonly Row[] {
  return [
    ...(sentence ? [{ section: "sentence", name: "sentence", note: sentence }] : []),
    ...notes.map(({ code, message }) => ({ section: "notes", name: code, note: message })),
    { section: "engine", name: "version", note: engine },
  ];
}

function measureRows(section: string, name: string, measures: object): readonly Row[] {
  return Object.entries(measures)
    .filter(([, value]) => value !== undefined)
    .map(([measure, value]) => ({ section, name, measure: snakeCase(measure), ...valueOrNote(value) }));
}

const valueOrNote = (value: string | number): Row =>
  typeof value === "number" ? { value } : { note: value };
