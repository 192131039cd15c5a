import { holidayInJanuary, type TetCalendar } from "../calendar/tet.ts";
import { atMonth } from "./anchor-months.ts";
import type { IndicatorClass } from "./evidence.ts";
import type { Priors, SeasonPriors } from "./priors.ts";

/** Which year of which class is meant; Tet dates decide how January and February divide. */
export interface ClassYear {
  readonly indicatorClass: IndicatorClass;
  readonly fiscalYear: number;
  readonly fiscalYearStart: number;
  readonly observesTet: boolean;
}

const MONTHS = 12;

/** Cumulative shares after 0..12 months of the fiscal year, after drift, before Tet and rotation. */
function cumulativeOf(priors: Priors, season: SeasonPriors, fiscalYear: number): number[] {
  const cumulative = [0, ...season.cumulativeShares, 1];
  const drift = season.drift;
  if (drift === undefined) return cumulative;
  const years = Math.min(drift.last, Math.max(drift.first, fiscalYear)) - drift.reference;
  for (let month = 1; month < MONTHS; month++) {
    const share = cumulative[month] as number;
    const slope = atMonth({ anchors: priors.anchorMonths, values: drift.perYear, month });
    const odds = (share / (1 - share)) * Math.exp(slope * years);
    cumulative[month] = odds / (1 + odds);
  }
  return cumulative;
}

/**
 * Usual share of the year in each month of the fiscal year, in fiscal order; the twelve sum to 1. A pattern by
 * calendar month is rotated to the fiscal year, except for public investment, whose pattern follows the budget
 * year. Where Tet is kept, the holiday week moves value between January and February and nothing else.
 */
export function classMonthShares(priors: Priors, year: ClassYear, tet: TetCalendar): number[] {
  const season = priors.seasons[year.indicatorClass];
  const cumulative = cumulativeOf(priors, season, year.fiscalYear);
  const start = year.fiscalYearStart - 1;
  const offset = year.indicatorClass === "publicInvestment" ? 0 : start;
  const months: number[] = [];
  for (let i = 0; i < MONTHS; i++) {
    const source = (i + offset) % MONTHS;
    months.push((cumulative[source + 1] as number) - (cumulative[source] as number));
  }
  const january = (MONTHS - start) % MONTHS;
  // A fiscal year that starts in February parts the two months between two years: nothing to exchange inside it.
  if (!year.observesTet || january === MONTHS - 1) return months;
  const held = holidayInJanuary(tet, start === 0 ? year.fiscalYear : year.fiscalYear + 1);
  if (held === undefined) return months;
  const first = months[january] as number;
  const second = months[january + 1] as number;
  const firstMoved = first * Math.exp(season.holidayEffect * held);
  const secondMoved = second * Math.exp(-season.holidayEffect * held);
  const keepsSum = (first + second) / (firstMoved + secondMoved);
  months[january] = firstMoved * keepsSum;
  months[january + 1] = secondMoved * keepsSum;
  return months;
}

/**
 * Prior cumulative share of the class: which part of the year is usually reached after `elapsed` months (1-11) of
 * this fiscal year. The basis of seasonal run rates and of pace.
 */
export function classShare(priors: Priors, year: ClassYear, elapsed: number, tet: TetCalendar): number {
  const months = classMonthShares(priors, year, tet);
  let share = 0;
  for (let i = 0; i < elapsed; i++) share += months[i] as number;
  return share;
}
