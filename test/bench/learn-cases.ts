import { readFileSync } from "node:fs";
import type { Evidence, IndicatorClass, PastYear } from "../../src/engine/forecast/evidence.ts";
import { classOf } from "./dataset-class.ts";

/** Format `vn-ytd-annual-total/1`: figures as first published, cumulated by month. */
interface PublishedYear {
  readonly ytd: readonly (number | null)[];
  readonly pct?: readonly (number | null)[];
  readonly yoy?: readonly (number | null)[];
}
interface PublishedSeries {
  readonly id: string;
  readonly dataset: string;
  readonly kind: string;
  readonly group: string;
  readonly years: Readonly<Record<string, PublishedYear>>;
}
interface PublishedCases {
  readonly format: string;
  readonly set: string;
  readonly series: readonly PublishedSeries[];
  readonly cases: readonly {
    readonly id: string;
    readonly series: string;
    readonly year: number;
    readonly months: readonly number[];
  }[];
}
/** Format `ytd-annual-total/1`: complete monthly series. */
interface MonthlyCases {
  readonly series: readonly {
    readonly id: string;
    readonly start: string;
    readonly values: readonly number[];
  }[];
}

export type Level = "L0" | "L1" | "L2" | "L3";

/** A year at one month: everything that was known, and what came. */
export interface Moment {
  readonly id: string;
  readonly dataset: string;
  readonly group: string;
  readonly indicatorClass: IndicatorClass;
  readonly year: number;
  readonly elapsed: number;
  readonly asked: boolean;
  readonly observesTet: boolean;
  readonly ytd: number;
  readonly fullYear: number;
  readonly plan: number | undefined;
  readonly growth: number | undefined;
  readonly priorFullYear: number | undefined;
  readonly past: readonly PastYear[];
}

export const TARGET_RATIOS = [1, 1.05, 1.08, 1.1] as const;
const PAST_YEARS = 10;

export function readPublished(file: string): PublishedCases {
  return JSON.parse(readFileSync(file, "utf8")) as PublishedCases;
}

/** Every month of every case; `asked` marks those of the benchmark. */
export function publishedMoments(cases: PublishedCases): Moment[] {
  const byId = new Map(cases.series.map((series) => [series.id, series]));
  const moments: Moment[] = [];
  for (const item of cases.cases) {
    const series = byId.get(item.series);
    const year = series?.years[item.year];
    const fullYear = year?.ytd[11];
    if (series === undefined || year === undefined || fullYear === null || fullYear === undefined) continue;
    for (let elapsed = 1; elapsed <= 11; elapsed++) {
      const i = elapsed - 1;
      const ytd = year.ytd[i];
      if (ytd === null || ytd === undefined || ytd <= 0) continue;
      const percent = year.pct?.[i];
      const growth = year.yoy?.[i];
      const past: PastYear[] = [];
      for (let y = item.year - PAST_YEARS; y < item.year; y++) {
        const earlier = series.years[y];
        const then = earlier?.ytd[i];
        const total = earlier?.ytd[11];
        const share = earlier?.pct?.[i];
        if (then === null || then === undefined || total === null || total === undefined) continue;
        past.push({
          fiscalYear: y,
          ytd: then,
          fullYear: total,
          ...(share ? { plan: then / (share / 100) } : {}),
        });
      }
      moments.push({
        id: item.id,
        dataset: series.dataset,
        group: series.group,
        indicatorClass: classOf(series),
        year: item.year,
        elapsed,
        asked: item.months.includes(elapsed),
        observesTet: true,
        ytd,
        fullYear,
        plan: percent ? ytd / (percent / 100) : undefined,
        growth: growth === null || growth === undefined ? undefined : growth / 100,
        priorFullYear: series.years[item.year - 1]?.ytd[11] ?? undefined,
        past,
      });
    }
  }
  return moments;
}

/** Monthly series of other countries, cut as if only cumulated figures had been reported: the class `general`. */
export function monthlyMoments(file: string): Moment[] {
  const { series } = JSON.parse(readFileSync(file, "utf8")) as MonthlyCases;
  const moments: Moment[] = [];
  for (const { id, start, values } of series) {
    const firstMonth = Number(start.slice(5, 7));
    const skip = (13 - firstMonth) % 12;
    const firstYear = Number(start.slice(0, 4)) + (skip > 0 ? 1 : 0);
    const years: number[][] = [];
    for (let k = skip; k + 12 <= values.length; k += 12) years.push(values.slice(k, k + 12));
    const sum = (months: readonly number[], n: number): number =>
      months.slice(0, n).reduce((a, b) => a + b, 0);
    for (let y = Math.max(1, years.length - 4); y < years.length; y++) {
      const months = years[y] as number[];
      for (let elapsed = 1; elapsed <= 11; elapsed++) {
        const ytd = sum(months, elapsed);
        const before = years[y - 1] as number[];
        if (!(ytd > 0 && sum(before, elapsed) > 0)) continue;
        const past: PastYear[] = [];
        for (let p = Math.max(0, y - PAST_YEARS); p < y; p++) {
          const earlier = years[p] as number[];
          past.push({ fiscalYear: firstYear + p, ytd: sum(earlier, elapsed), fullYear: sum(earlier, 12) });
        }
        moments.push({
          id: `${id}:${firstYear + y}`,
          dataset: "monthly",
          group: `m:${id}`,
          indicatorClass: "general",
          year: firstYear + y,
          elapsed,
          asked: true,
          observesTet: false,
          ytd,
          fullYear: sum(months, 12),
          plan: undefined,
          growth: ytd / sum(before, elapsed) - 1,
          priorFullYear: sum(before, 12),
          past,
        });
      }
    }
  }
  return moments;
}

/** What a level lets the engine know of a moment; undefined when the level does not exist for it. */
export function evidenceAt(moment: Moment, level: Level): Evidence | undefined {
  const base: Evidence = {
    indicatorClass: moment.indicatorClass,
    fiscalYear: moment.year,
    fiscalYearStart: 1,
    elapsed: moment.elapsed,
    ytd: moment.ytd,
    past: [],
    observesTet: moment.observesTet,
  };
  if (level === "L0") return base;
  const one: Evidence = {
    ...base,
    ...(moment.plan === undefined ? {} : { plan: moment.plan }),
    ...(moment.growth === undefined ? {} : { growth: moment.growth }),
  };
  if (level === "L1") return moment.plan === undefined ? undefined : one;
  if (moment.growth === undefined || moment.priorFullYear === undefined) return undefined;
  const two: Evidence = { ...one, priorFullYear: moment.priorFullYear };
  if (level === "L2") return two;
  return moment.past.length >= 2 ? { ...two, past: moment.past } : undefined;
}
