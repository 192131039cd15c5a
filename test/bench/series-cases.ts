import { readFileSync } from "node:fs";

const PERIODS_PER_YEAR = 12;
const USUAL_RATIOS = ["1.00", "1.05", "1.08", "1.10"];

/** Month 1-12 of a calendar year. */
export interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** A monthly series as it is known today: a later vintage than what a question may see of its last month. */
export interface MonthlySeries {
  readonly id: string;
  readonly dataset: string;
  /** Series that tell much the same and must be left out together; the series itself where it stands alone. */
  readonly group: string;
  readonly start: YearMonth;
  readonly period: typeof PERIODS_PER_YEAR;
  readonly values: readonly number[];
}

/** Everything that a method may look at, and what came. */
export interface HistoryQuestion {
  readonly id: string;
  readonly seriesId: string;
  readonly dataset: string;
  /** What the series measures, where the case file tells: exports, imports, output. */
  readonly kind?: string;
  readonly geography?: string;
  /** Months of the year that are known, 1 to 11. */
  readonly elapsed: number;
  /** Month of `history[0]`. */
  readonly start: YearMonth;
  /** Monthly amounts from `start` to the last known month. NaN is a gap. */
  readonly history: readonly number[];
  /** Index in `history` of the first month of the year in question. */
  readonly yearStart: number;
  readonly ytd: number;
  readonly lastTotal: number;
  /** Growth of the year to date on the same months as it was published, a fraction, where it was. */
  readonly growth?: number;
  /** The year's total, to score by. */
  readonly truth: number;
  /** Targets by their ratio to last year's total, "1.05" for 5% more. */
  readonly targets: Readonly<Record<string, number>>;
}

export interface SeriesCases {
  readonly format: "ytd-annual-total/1" | "vn-ytd-annual-total/1";
  /** Every number of elapsed months that is asked, ascending. */
  readonly months: readonly number[];
  readonly series: readonly MonthlySeries[];
  questions(): Iterable<HistoryQuestion>;
}

type Values = readonly (number | null)[];

/** Format `ytd-annual-total/1`: complete monthly series. */
interface MonthlyFile {
  readonly format: "ytd-annual-total/1";
  readonly months: readonly number[];
  readonly targets?: readonly string[];
  readonly series: readonly { id: string; dataset: string; start: string; values: Values }[];
  readonly cases: readonly { id: string; series: string; yearStart: number }[];
}

/** Level H of format `vn-ytd-annual-total/1`: figures as revised, and `first` as they were first published. */
interface VietnamFile {
  readonly format: "vn-ytd-annual-total/1";
  readonly historyMonths?: readonly number[];
  readonly targets?: readonly string[];
  readonly series: readonly {
    id: string;
    dataset: string;
    kind: string;
    group: string;
    years: Readonly<Record<string, { ytd: Values; yoy?: Values }>>;
    history?: { start: string; values: Values; first: Values };
  }[];
  readonly cases: readonly {
    id: string;
    series: string;
    year: number;
    yearStart?: number;
    mh?: readonly number[];
  }[];
}

/** Reads a case file of either format; the questions of the Vietnamese one are those of level H. */
export function readSeriesCases(path: string): SeriesCases {
  const file = JSON.parse(readFileSync(path, "utf8")) as MonthlyFile | VietnamFile;
  if (file.format === "ytd-annual-total/1") return monthlyCases(file);
  if (file.format === "vn-ytd-annual-total/1") return vietnamCases(file);
  throw new Error(
    `${path}: not a case format that is known: ${String((file as { format: unknown }).format)}`,
  );
}

function monthlyCases({ format, months, targets, series, cases }: MonthlyFile): SeriesCases {
  const read = new Map(series.map((s) => [s.id, monthlySeries(s, s)]));
  return {
    format,
    months,
    series: [...read.values()],
    *questions() {
      for (const { id, series: seriesId, yearStart } of cases) {
        const own = known(read, seriesId);
        for (const elapsed of months)
          yield question({
            id,
            series: own,
            elapsed,
            yearStart,
            history: own.values.slice(0, yearStart + elapsed),
            lastTotal: sum(own.values, yearStart - PERIODS_PER_YEAR, yearStart),
            truth: sum(own.values, yearStart, yearStart + PERIODS_PER_YEAR),
            ratios: targets ?? USUAL_RATIOS,
          });
      }
    },
  };
}

function vietnamCases({ format, historyMonths, targets, series, cases }: VietnamFile): SeriesCases {
  const byId = new Map(series.map((s) => [s.id, s]));
  const read = new Map(
    series.flatMap((s) => (s.history ? [[s.id, monthlySeries(s, s.history)] as const] : [])),
  );
  const asked = cases.flatMap((c) => c.mh ?? []);
  return {
    format,
    months: historyMonths ?? [...new Set(asked)].sort((a, b) => a - b),
    series: [...read.values()],
    *questions() {
      for (const { id, series: seriesId, year, yearStart, mh = [] } of cases) {
        const { kind, years, history: vintages } = known(byId, seriesId);
        const lastTotal = years[year - 1]?.ytd[PERIODS_PER_YEAR - 1];
        if (yearStart === undefined || vintages === undefined || lastTotal == null) continue;
        const own = known(read, seriesId);
        for (const elapsed of mh) {
          const history = own.values.slice(0, yearStart + elapsed);
          history[history.length - 1] = vintages.first[history.length - 1] ?? Number.NaN;
          const growth = years[year]?.yoy?.[elapsed - 1];
          yield {
            ...question({
              id,
              series: own,
              elapsed,
              yearStart,
              history,
              lastTotal,
              truth: years[year]?.ytd[PERIODS_PER_YEAR - 1] ?? Number.NaN,
              ratios: targets ?? USUAL_RATIOS,
            }),
            kind,
            ...(growth != null && { growth: growth / 100 }),
            geography: "Viet Nam",
          };
        }
      }
    },
  };
}

function monthlySeries(
  { id, dataset, group = id }: { id: string; dataset: string; group?: string },
  { start, values }: { start: string; values: Values },
): MonthlySeries {
  return {
    id,
    dataset,
    // All retail is one group: single series are left out there.
    group: dataset === "vn-retail" ? id : group,
    start: { year: Number(start.slice(0, 4)), month: Number(start.slice(5, 7)) },
    period: PERIODS_PER_YEAR,
    values: values.map((value) => value ?? Number.NaN),
  };
}

function question({
  id,
  series,
  elapsed,
  yearStart,
  history,
  lastTotal,
  truth,
  ratios,
}: {
  id: string;
  series: MonthlySeries;
  elapsed: number;
  yearStart: number;
  history: readonly number[];
  lastTotal: number;
  truth: number;
  ratios: readonly string[];
}): HistoryQuestion {
  return {
    id,
    seriesId: series.id,
    dataset: series.dataset,
    elapsed,
    start: series.start,
    history,
    yearStart,
    ytd: sum(history, yearStart, yearStart + elapsed),
    lastTotal,
    truth,
    targets: Object.fromEntries(
      Number.isFinite(lastTotal) ? ratios.map((ratio) => [ratio, Number(ratio) * lastTotal]) : [],
    ),
  };
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i] ?? Number.NaN;
  return total;
}

function known<T>(byId: ReadonlyMap<string, T>, id: string): T {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`a case of the series ${id}, which is not in the file`);
  return found;
}
