import type { PartForecast } from "../../src/engine/breakdown/part-forecast.ts";
import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import type { IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { forecastFullYear } from "../../src/engine/forecast/forecast.ts";
import type { Priors } from "../../src/engine/forecast/priors.ts";
import { normalQuantile } from "../../src/engine/normal-quantile.ts";
import { evidenceAt, type Level, type Moment } from "./learn-cases.ts";

/** One part of a total at one month of one year: what was forecast and what came. */
export interface PartRow {
  readonly total: string;
  readonly indicatorClass: IndicatorClass;
  readonly series: string;
  readonly year: number;
  readonly elapsed: number;
  readonly forecast: PartForecast;
  readonly fullYear: number;
  /** Normal score of what came, at most `FARTHEST` to either side: above 0 where it was more than the median. */
  readonly score: number;
}

const RICHEST_FIRST: readonly Level[] = ["L3", "L2", "L1", "L0"];
/** One revision or one wrong figure must not be what parts have in common. */
const FARTHEST = 2.5;
const LEAST_PROBABILITY = 1e-6;

/** Totals whose parts are among the monthly series, by the beginning of their names; sums of others are no parts. */
const MONTHLY_TOTALS: readonly (readonly [total: string, part: RegExp])[] = [
  ["retail of Australia", /^aus_retail-/],
  ["retail of the United States", /^us_retail-(?!Retail_sales)/],
  ["arrivals in Australia", /^aus_arrivals-arrivals/],
  ["departures from Australia", /^aus_arrivals-departures/],
  ["slaughter of Australia", /^aus_livestock-/],
  ["gas of the United States", /^usgas-(?!U_S_|.*Delivered)/],
  ["prescriptions of Australia", /^pbs-/],
  ["trade of the United Kingdom", /^trade-uk/],
];
const SUMS_OF_RETAIL = /TONG_SO|Ban_le_hang_hoa/;

/** The total that a series is a part of; undefined where it is of none that is known. */
function totalOf({ dataset, indicatorClass }: Moment, series: string): string | undefined {
  switch (dataset) {
    case "vn-trade":
      return `${indicatorClass} of Viet Nam`;
    case "vn-product":
      return "products of Viet Nam";
    case "vn-invest":
      return "investment of Viet Nam";
    case "vn-retail":
      return SUMS_OF_RETAIL.test(series) ? undefined : "retail of Viet Nam";
    default:
      return MONTHLY_TOTALS.find(([, part]) => part.test(series))?.[0];
  }
}

/** Forecasts of all parts by the richest evidence of each. */
export function partRows(moments: readonly Moment[], priors: Priors, tet: TetCalendar): PartRow[] {
  return moments.flatMap((moment) => {
    const series = moment.id.slice(0, moment.id.lastIndexOf(":"));
    const total = totalOf(moment, series);
    if (total === undefined) return [];
    const evidence = RICHEST_FIRST.map((level) => evidenceAt(moment, level)).find((e) => e !== undefined);
    if (evidence === undefined) return [];
    const { distribution, degreesOfFreedom } = forecastFullYear(evidence, priors, tet);
    const { indicatorClass, year, elapsed, fullYear, ytd } = moment;
    const below = 1 - distribution.survival(fullYear);
    const score = normalQuantile(Math.min(1 - LEAST_PROBABILITY, Math.max(LEAST_PROBABILITY, below)));
    return [
      {
        total,
        indicatorClass,
        series,
        year,
        elapsed,
        fullYear,
        score: Math.max(-FARTHEST, Math.min(FARTHEST, score)),
        forecast: {
          booked: ytd,
          median: distribution.median,
          lower: distribution.quantile(0.1),
          upper: distribution.quantile(0.9),
          degreesOfFreedom,
        },
      },
    ];
  });
}
