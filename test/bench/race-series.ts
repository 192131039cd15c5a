import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HistoryQuestion } from "./series-cases.ts";

/** Months of history of the series that race, as in the published comparisons of speed. */
export const LENGTHS = [60, 120, 240] as const;
/** Months of the unfinished year in each of them, and the months that are asked for. */
const ELAPSED = 5;
export const HORIZON = 12 - ELAPSED;

export interface RaceSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** Standard normal draws that are the same in every run (mulberry32 and Box-Muller). */
function draws(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A log series of a drifting level, a season that repeats, and noise: one kind of indicator each. */
const KINDS = {
  exports: { drift: 0.008, level: 0.03, season: 0.12, noise: 0.05, shiftAt: Number.POSITIVE_INFINITY },
  retail: { drift: 0.005, level: 0.006, season: 0.2, noise: 0.015, shiftAt: Number.POSITIVE_INFINITY },
  livestock: { drift: -0.001, level: 0.05, season: 0.06, noise: 0.09, shiftAt: Number.POSITIVE_INFINITY },
  tourism: { drift: 0.004, level: 0.01, season: 0.45, noise: 0.06, shiftAt: 30 },
} as const;

/** A generated series of one kind; `seed` gives others of the same kind. */
export function generated(kind: keyof typeof KINDS, length: number, seed = 1): RaceSeries {
  const { drift, level: levelScale, season, noise, shiftAt } = KINDS[kind];
  const draw = draws(seed * 7919 + kind.length);
  const pattern = Array.from({ length: 12 }, () => season * draw());
  let level = Math.log(100 + 50 * seed);
  const values = Array.from({ length }, (_, month) => {
    level += drift + levelScale * draw() - (month === shiftAt ? 0.3 : 0);
    return Math.exp(level + (pattern[month % 12] as number) + noise * draw());
  });
  return { name: kind, values };
}

/** The last months of the airline passengers of Box and Jenkins (1976), series G, where there are enough. */
function airPassengers(length: number): readonly RaceSeries[] {
  const file = join(import.meta.dirname, "../../data/reference/exponential-smoothing.json");
  const { series } = JSON.parse(readFileSync(file, "utf8")) as { series: RaceSeries[] };
  return series
    .filter(({ name, values }) => name === "AirPassengers" && values.length >= length)
    .map(({ name, values }) => ({ name, values: values.slice(-length) }));
}

/** The series that race at one length. */
export function seriesOf(length: number): readonly RaceSeries[] {
  return [
    ...airPassengers(length),
    ...(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => generated(kind, length)),
  ];
}

/** The question about the year that a series ends in, five months of it known. */
export function questionOf({ name, values }: RaceSeries): HistoryQuestion {
  const yearStart = values.length - ELAPSED;
  const sum = (from: number, to: number): number => values.slice(from, to).reduce((a, b) => a + b, 0);
  const lastTotal = sum(yearStart - 12, yearStart);
  return {
    id: name,
    seriesId: name,
    dataset: "race",
    elapsed: ELAPSED,
    start: { year: 2000, month: 1 + ((12 - (yearStart % 12)) % 12) },
    history: values,
    yearStart,
    ytd: sum(yearStart, values.length),
    lastTotal,
    truth: Number.NaN,
    targets: Object.fromEntries([1, 1.05, 1.08, 1.1].map((ratio) => [ratio.toFixed(2), ratio * lastTotal])),
  };
}
