import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { classOf } from "./dataset-class.ts";
import { readPublished } from "./learn-cases.ts";
import { readSeriesCases } from "./series-cases.ts";

export const LONGEST = 5;
const MONTHS = 12;

/** Growth after one year of one series, in logs. */
export interface GrowthRow {
  readonly series: string;
  /** Series that tell much the same and are left out together. */
  readonly group: string;
  /** What it counts: series of one class that tell much the same share the weight of one. */
  readonly weight: number;
  readonly indicatorClass: IndicatorClass;
  /** The last year that is known. */
  readonly year: number;
  /** Growth in `year`. */
  readonly before: number;
  readonly years: number;
  /** Growth over the `years` after `year`. */
  readonly after: number;
}

type Series = Pick<GrowthRow, "series" | "group" | "indicatorClass">;
type Unweighted = Omit<GrowthRow, "weight">;

/** Every year of a series that has a growth, with every number of years after it. */
function rowsOf(series: Series, growths: ReadonlyMap<number, number>): Unweighted[] {
  return [...growths].flatMap(([year, before]) => {
    const rows: Unweighted[] = [];
    let after = 0;
    for (let years = 1; years <= LONGEST; years++) {
      const next = growths.get(year + years);
      if (next === undefined) break;
      after += next;
      rows.push({ ...series, year, before, years, after });
    }
    return rows;
  });
}

/**
 * Growths of Viet Nam as they were published with the total, on the base as it was then known: a base that was revised
 * is no growth. Only where no growth was published is it that of the two totals.
 */
function publishedRows(file: string): GrowthRow[] {
  const rows = readPublished(file).series.flatMap((series) => {
    const growths = new Map<number, number>();
    for (const [year, { ytd, yoy }] of Object.entries(series.years)) {
      const published = yoy?.[MONTHS - 1];
      const total = ytd[MONTHS - 1];
      const base = series.years[Number(year) - 1]?.ytd[MONTHS - 1];
      const ratio = published != null ? 1 + published / 100 : total && base ? total / base : undefined;
      if (ratio !== undefined && ratio > 0) growths.set(Number(year), Math.log(ratio));
    }
    const { id, group } = series;
    return rowsOf({ series: id, group, indicatorClass: classOf(series) }, growths);
  });
  const alike = ({ group, indicatorClass, year, years }: Unweighted): string =>
    [group, indicatorClass, year, years].join("|");
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(alike(row), (counts.get(alike(row)) ?? 0) + 1);
  return rows.map((row) => ({
    ...row,
    // All retail is one group: single series are left out there.
    group: row.indicatorClass === "retail" ? row.series : row.group,
    weight: 1 / (counts.get(alike(row)) as number),
  }));
}

/** Growths of calendar years of monthly series of other countries: the class `general`. */
function monthlyRows(file: string): GrowthRow[] {
  return readSeriesCases(file).series.flatMap(({ id, group, start, values }) => {
    const skip = (MONTHS + 1 - start.month) % MONTHS;
    const first = start.year + (skip > 0 ? 1 : 0);
    const totals: number[] = [];
    for (let k = skip; k + MONTHS <= values.length; k += MONTHS)
      totals.push(values.slice(k, k + MONTHS).reduce((sum, value) => sum + value, 0));
    const growths = new Map<number, number>();
    for (let k = 1; k < totals.length; k++) {
      const ratio = (totals[k] as number) / (totals[k - 1] as number);
      if (ratio > 0 && Number.isFinite(ratio)) growths.set(first + k, Math.log(ratio));
    }
    return rowsOf({ series: id, group, indicatorClass: "general" }, growths).map((row) => ({
      ...row,
      weight: 1,
    }));
  });
}

/** Rows of all classes; single figures of the press that belong to no class are left out. */
export const growthRows = (vietnam: string, monthly: string): GrowthRow[] => [
  ...publishedRows(vietnam).filter(({ indicatorClass }) => indicatorClass !== "general"),
  ...monthlyRows(monthly),
];

export const rowsOfClass = (rows: readonly GrowthRow[], indicatorClass: IndicatorClass): GrowthRow[] =>
  rows.filter((row) => row.indicatorClass === indicatorClass);

export const CLASS_INDEX: ReadonlyMap<IndicatorClass, number> = new Map(
  INDICATOR_CLASSES.map((name, c) => [name, c]),
);
