import {
  type LevelErrorPriors,
  type LevelHistoryForecast,
  type LevelPriors,
  levelHistoryForecast,
} from "../../src/engine/forecast/level-history.ts";
import type { MonthlySeries } from "./series-cases.ts";

const MONTHS = 12;
export const ELAPSED = [1, 3, 4, 6, 9, 11];
const FIRST_YEAR = 2;
const YEARS_BEFORE = 8;
/** A third of the months is emptied at random, or four in a row every year. */
const EMPTIED = 0.3;
const DEAD_MONTHS = 4;

/** What is made of a development series, all of whose values are above zero. */
export interface Variant {
  readonly name: string;
  readonly kind: keyof LevelPriors;
  readonly aggregation: "sum" | "last";
  change(series: MonthlySeries): Float64Array;
}

const usual = (values: readonly number[]): number =>
  values.slice(0, FIRST_YEAR * MONTHS).reduce((sum, value) => sum + value, 0) / (FIRST_YEAR * MONTHS);
/** Amounts on both sides of zero. */
const balance = ({ values }: MonthlySeries): Float64Array =>
  Float64Array.from(values, (value) => value - usual(values));
/** A stock that a flow adds to, the flow of some years at the start. */
function accumulated({ values }: MonthlySeries): Float64Array {
  let stock = YEARS_BEFORE * MONTHS * usual(values);
  return Float64Array.from(values, (value) => {
    stock += value;
    return stock;
  });
}
/** A stock that rises and falls: what a balance adds up to. */
function drained(series: MonthlySeries): Float64Array {
  let stock = 0;
  return balance(series).map((value) => {
    stock += value;
    return stock;
  });
}

export const VARIANTS: readonly Variant[] = [
  { name: "balance", kind: "flow", aggregation: "sum", change: balance },
  {
    name: "intermittent",
    kind: "flow",
    aggregation: "sum",
    change: ({ id, values }) =>
      Float64Array.from(values, (value, t) => (share(`${id}|${t}`) < EMPTIED ? 0 : value)),
  },
  {
    name: "dead season",
    kind: "flow",
    aggregation: "sum",
    change: ({ id, values }) => {
      const first = Math.floor(share(id) * MONTHS);
      return Float64Array.from(values, (value, t) =>
        (t + MONTHS - first) % MONTHS < DEAD_MONTHS ? 0 : value,
      );
    },
  },
  {
    name: "positive stock",
    kind: "logStock",
    aggregation: "last",
    change: ({ values }) => Float64Array.from(values),
  },
  { name: "rising stock", kind: "logStock", aggregation: "last", change: accumulated },
  { name: "balance as stock", kind: "stock", aggregation: "last", change: balance },
  { name: "drained stock", kind: "stock", aggregation: "last", change: drained },
];

export interface LevelRow {
  readonly variant: Variant;
  readonly group: string;
  readonly elapsed: number;
  readonly booked: number;
  readonly truth: number;
  /** With a factor of 1. */
  readonly forecast: LevelHistoryForecast;
  /** Each period as a year before, and the root mean square of its errors over as many periods of the history. */
  readonly naive: { readonly fullYear: number; readonly error: number };
  /** Every series counts the same. */
  readonly weight: number;
}

/** Between 0 and 1, evenly spread over texts (FNV-1a, then mixed as by MurmurHash3). */
function share(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16777619);
  for (const [shift, factor] of [
    [16, 0x85ebca6b],
    [13, 0xc2b2ae35],
  ] as const)
    value = Math.imul(value ^ (value >>> shift), factor);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

const sum = (values: Float64Array, from: number, to: number): number =>
  values.subarray(from, to).reduce((total, value) => total + value, 0);

export const UNLEARNED: LevelErrorPriors = { inflation: 1, degreesOfFreedom: 4 };

export function levelRows(variant: Variant, series: MonthlySeries): LevelRow[] {
  const { aggregation } = variant;
  const values = variant.change(series);
  const outcome = (from: number, to: number): number =>
    aggregation === "sum" ? sum(values, from, to) : (values[to - 1] as number);
  const rows: Omit<LevelRow, "weight">[] = [];
  for (
    let yearStart = (MONTHS + 1 - series.start.month) % MONTHS;
    yearStart + MONTHS <= values.length;
    yearStart += MONTHS
  ) {
    if (yearStart < FIRST_YEAR * MONTHS) continue;
    for (const elapsed of ELAPSED) {
      const end = yearStart + elapsed;
      const remaining = MONTHS - elapsed;
      const booked = aggregation === "sum" ? sum(values, yearStart, end) : 0;
      const forecast = levelHistoryForecast({
        history: { periodsPerYear: MONTHS, first: 0, values: values.slice(0, end), filled: [] },
        remaining,
        horizon: remaining,
        aggregation,
        booked,
        priors: { flow: UNLEARNED, stock: UNLEARNED, logStock: UNLEARNED },
      });
      let squares = 0;
      let count = 0;
      for (let from = MONTHS; from + remaining <= end; from++) {
        squares += (outcome(from, from + remaining) - outcome(from - MONTHS, from + remaining - MONTHS)) ** 2;
        count++;
      }
      if (forecast === undefined || squares === 0) continue;
      rows.push({
        variant,
        group: `${series.dataset}|${series.group}`,
        elapsed,
        booked,
        truth: booked + outcome(end, yearStart + MONTHS),
        forecast,
        naive: {
          fullYear: booked + outcome(end - MONTHS, yearStart),
          error: Math.sqrt(squares / count),
        },
      });
    }
  }
  return rows.map((row) => ({ ...row, weight: 1 / rows.length }));
}
