/**
 * Learns `data/priors/calendar.json`: how the coefficients of calendar regressors scatter over series.
 *   node test/bench/learn-calendar.ts --vietnam CASES.json --monthly CASES.json [--out data/priors]
 * Without `--out` it only prints.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { COMPOSITION_REGRESSORS } from "../../src/engine/calendar/month-composition.ts";
import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import {
  type CalendarPriors,
  type CoefficientPrior,
  calendarEffects,
} from "../../src/engine/history/calendar-effects.ts";
import { classOf } from "./dataset-class.ts";
import { readSeriesCases, type YearMonth } from "./series-cases.ts";

interface Learnable {
  readonly first: YearMonth;
  readonly values: Float64Array;
  readonly indicatorClass: IndicatorClass;
}

const { values: options } = parseArgs({
  options: {
    vietnam: { type: "string" },
    monthly: { type: "string" },
    out: { type: "string" },
  },
});
if (options.vietnam === undefined || options.monthly === undefined)
  throw new Error("--vietnam CASES.json and --monthly CASES.json are needed");

const tet = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/calendars/tet.json"), "utf8"),
) as TetCalendar;
const ROUNDS = 60;
/** Where learning starts: any effect is possible. */
const WIDE: CoefficientPrior = { mean: 0, standardDeviation: 0.3 };
/** A class of two series that say the same does not know how much others would scatter. */
const LEAST_DEVIATION = 0.03;

function readSeries(path: string): Learnable[] {
  return readSeriesCases(path)
    .series.filter(({ values }) => values.every((value) => value > 0))
    .map((series) => ({
      first: series.start,
      values: Float64Array.from(series.values, Math.log),
      indicatorClass: classOf(series),
    }));
}

/** Mean and spread of each coefficient over the series, the uncertainty of each series taken into account. */
function learn(
  series: readonly Learnable[],
  wide: CalendarPriors,
  estimatesOf: (
    one: Learnable,
    priors: CalendarPriors,
  ) => readonly { estimate: number; standardError: number }[],
  update: (learned: readonly CoefficientPrior[]) => CalendarPriors,
): CoefficientPrior[] {
  let priors = wide;
  let learned: CoefficientPrior[] = [];
  // Expectation and maximisation (Dempster, Laird and Rubin 1977) for normal coefficients.
  for (let round = 0; round < ROUNDS; round++) {
    const found = series.map((one) => estimatesOf(one, priors));
    learned = (found[0] ?? []).map((_, k) => {
      const coefficients = found.map((own) => own[k] as { estimate: number; standardError: number });
      const mean = average(coefficients.map((c) => c.estimate));
      const variance = average(coefficients.map((c) => (c.estimate - mean) ** 2 + c.standardError ** 2));
      return { mean, standardDeviation: Math.max(LEAST_DEVIATION, Math.sqrt(variance)) };
    });
    priors = update(learned);
  }
  return learned;
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const compositionPriors = (learned: readonly CoefficientPrior[]): CalendarPriors["composition"] =>
  Object.fromEntries(COMPOSITION_REGRESSORS.map((name, k) => [name, learned[k] ?? WIDE])) as Record<
    (typeof COMPOSITION_REGRESSORS)[number],
    CoefficientPrior
  >;
const holidayPriors = (learned: CoefficientPrior): CalendarPriors["holidayWeek"] =>
  Object.fromEntries(INDICATOR_CLASSES.map((name) => [name, learned])) as Record<
    IndicatorClass,
    CoefficientPrior
  >;
const wide: CalendarPriors = { composition: compositionPriors([]), holidayWeek: holidayPriors(WIDE) };

function learnComposition(series: readonly Learnable[]): CalendarPriors["composition"] {
  return compositionPriors(
    learn(
      series,
      wide,
      (one, priors) => calendarEffects({ ...one, priors }).estimates,
      (learned) => ({ ...wide, composition: compositionPriors(learned) }),
    ),
  );
}

function learnHolidayWeek(series: readonly Learnable[]): CoefficientPrior {
  return learn(
    series,
    wide,
    (one, priors) => calendarEffects({ ...one, priors, tet }).estimates,
    (learned) => ({ ...wide, holidayWeek: holidayPriors(learned[0] ?? WIDE) }),
  )[0] as CoefficientPrior;
}

const world = readSeries(options.monthly);
const vietnam = readSeries(options.vietnam);
const of = (...classes: readonly IndicatorClass[]): Learnable[] =>
  vietnam.filter(({ indicatorClass }) => classes.includes(indicatorClass));
// Exports and imports share one prior, as they share their season; classes without histories have that of all.
const trade = learnHolidayWeek(of("exports", "imports"));
const all = learnHolidayWeek(vietnam);
const priors: CalendarPriors = {
  composition: learnComposition(world),
  holidayWeek: {
    exports: trade,
    imports: trade,
    retail: learnHolidayWeek(of("retail")),
    industrialOutput: learnHolidayWeek(of("industrialOutput")),
    publicInvestment: all,
    general: all,
  },
};

/** Three significant digits: more would be noise. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(3)) : value;
const content = {
  title: "Effects of the calendar on the log of a month: what coefficients are usual, and how they scatter",
  source:
    "General Statistics Office of Viet Nam, monthly histories 2012-2024 of trade by commodity, retail sales and industrial products (holiday week of Tet); M3 and other public monthly series of countries without Tet (length and days of the week)",
  locator: `series: ${vietnam.length} of Viet Nam, ${world.length} others`,
  licence: "only numbers learned from the data are stored, not the data",
  retrieved: "2026-11-22",
  unit: "effect on the natural logarithm per unit of the regressor",
  made: "node test/bench/learn-calendar.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
  ...priors,
};
const written = `${JSON.stringify(content, rounded, 1).replace(/\{\s+("mean"[^}]*?)\s+\}/g, (_, pair: string) => `{ ${pair.replace(/\s+/g, " ")} }`)}\n`;
if (options.out === undefined) console.log(written);
else writeFileSync(join(options.out, "calendar.json"), written);
