import { lastOrdinal } from "../calendar/period.ts";
import type { HistoryAsk } from "../history/history.ts";
import { knownSums } from "../history/known-sums.ts";
import { RECENCY } from "../methods/recent-shares.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { classMonthShares } from "./class-share.ts";

/**
 * Usual share of each period in a year of a flow, sum 1: what the history's complete years had, recent ones more, with
 * the pattern of the class as one more year before them. What Tet moved in each year is moved as it does in this one.
 */
export function ownSeason(question: Question, { priors, tet }: Knowledge, history?: HistoryAsk): number[] {
  const { position, indicatorClass, observesTet } = question;
  const period = position.periodsPerYear;
  const ofClass = (fiscalYear: number): number[] => {
    const year = { indicatorClass, fiscalYear, fiscalYearStart: position.startMonth, observesTet };
    return inPeriods(classMonthShares(priors, year, tet), period);
  };
  const usual = ofClass(position.year);
  let weight = 1;
  const shares = new Array<number>(period).fill(0);
  const years = history ? yearsOf(history, lastOrdinal(position), period) : new Map<number, number[]>();
  for (const fiscalYear of [...years.keys()].filter((year) => year < position.year).sort((a, b) => b - a)) {
    const amounts = years.get(fiscalYear) as number[];
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    if (amounts.length < period || !amounts.every((amount) => amount >= 0) || total <= 0) continue;
    const then = ofClass(fiscalYear);
    amounts.forEach((amount, i) => {
      const moved = (usual[i] as number) / (then[i] as number);
      shares[i] = (shares[i] as number) + (weight * moved * amount) / total;
    });
    weight *= RECENCY;
  }
  const pooled = shares.map((share, i) => share + weight * (usual[i] as number));
  const all = pooled.reduce((sum, share) => sum + share, 0);
  return pooled.map((share) => share / all);
}

/**
 * Part of the year in its first `elapsed` periods.
 * @example partUpTo([0.1, 0.2, 0.3, 0.4], 1) // => 0.1
 */
export function partUpTo(shares: readonly number[], elapsed: number): number {
  return shares.slice(0, elapsed).reduce((sum, share) => sum + share, 0);
}

/**
 * Shares of the periods after `elapsed` in what they make together.
 * @example weightsFrom([0.5, 0.125, 0.125, 0.25], 1) // => [0.25,0.25,0.5]
 */
export function weightsFrom(shares: readonly number[], elapsed: number): readonly number[] {
  const left = shares.slice(elapsed);
  const total = left.reduce((sum, share) => sum + share, 0);
  return left.map((share) => share / total);
}

/** Twelve monthly shares as those of months or quarters. */
export function inPeriods(months: readonly number[], period: number): number[] {
  const perPeriod = months.length / period;
  return Array.from({ length: period }, (_, i) =>
    months.slice(i * perPeriod, (i + 1) * perPeriod).reduce((sum, share) => sum + share, 0),
  );
}

/** The amounts of the periods that are known one by one, by fiscal year; complete where there are as many as periods. */
function yearsOf(history: HistoryAsk, through: number, period: number): Map<number, number[]> {
  const years = new Map<number, number[]>();
  const known = knownSums(history, through);
  for (const { from, length, sum } of known?.sums ?? []) {
    if (length > 1 || known === undefined) continue;
    const year = Math.floor((known.first + from) / period);
    const amounts = years.get(year);
    if (amounts) amounts.push(sum);
    else years.set(year, [sum]);
  }
  return years;
}
