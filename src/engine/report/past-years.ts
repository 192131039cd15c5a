import { elapsedMonths, lastDayOf } from "../calendar/period.ts";
import type { PastYear } from "../forecast/evidence.ts";
import type { Question, ReportAsk } from "../question.ts";

/** Usual cumulative share of a fiscal year after a number of months, 0 < share < 1. */
export type UsualShare = (elapsed: number, fiscalYear: number) => number;

const logOdds = (share: number): number => Math.log(share / (1 - share));

/**
 * The reports that could be known: none of this fiscal year beyond the question's own period, and none that was
 * published, or whose period ended, after the question's `asOf`.
 */
export function knownReports({ reports, asOf, position }: Question): readonly ReportAsk[] {
  return reports.filter((report) => {
    if (report.position.year > position.year) return false;
    if (report.position.year === position.year && elapsedMonths(report.position) > elapsedMonths(position))
      return false;
    return asOf === undefined || (report.asOf ?? lastDayOf(report.position)) <= asOf;
  });
}

/** The latest report of a fiscal year through a number of months, later publications before earlier ones. */
export function reportOf(
  reports: readonly ReportAsk[],
  fiscalYear: number,
  elapsed: number,
): ReportAsk | undefined {
  return reports
    .filter(({ position, ytd }) => ytd && position.year === fiscalYear && elapsedMonths(position) === elapsed)
    .sort((a, b) => ((a.asOf ?? "") < (b.asOf ?? "") ? 1 : -1))[0];
}

/**
 * The complete past years that the reports tell, cut at `elapsed` months, oldest first. A year that was reported
 * through another month is moved to this one along the usual season: the log odds of its cumulative share keep
 * their distance from the usual ones. Means and stocks have no share of a year; without `usualShare` such a year is
 * left out.
 */
export function pastYears(
  reports: readonly ReportAsk[],
  ask: { readonly fiscalYear: number; readonly elapsed: number; readonly usualShare?: UsualShare },
): readonly PastYear[] {
  const { fiscalYear, elapsed, usualShare } = ask;
  const years = [...new Set(reports.map(({ position }) => position.year))]
    .filter((year) => year < fiscalYear)
    .sort();
  return years.flatMap((year): readonly PastYear[] => {
    const fullYear = reportOf(reports, year, 12)?.ytd?.value;
    if (fullYear === undefined || fullYear <= 0) return [];
    const same = reportOf(reports, year, elapsed);
    if (same?.ytd) {
      const plan = same.target?.value ?? impliedPlan(same);
      return [{ fiscalYear: year, ytd: same.ytd.value, fullYear, ...(plan !== undefined && { plan }) }];
    }
    if (!usualShare) return [];
    const nearest = nearestReport(reports, year, elapsed);
    const share = nearest?.ytd ? nearest.ytd.value / fullYear : 0;
    if (!nearest || share <= 0 || share >= 1) return [];
    const distance = logOdds(share) - logOdds(usualShare(elapsedMonths(nearest.position), year));
    const moved = logOdds(usualShare(elapsed, year)) + distance;
    return [{ fiscalYear: year, ytd: fullYear / (1 + Math.exp(-moved)), fullYear }];
  });
}

const impliedPlan = ({ ytd, shareOfTarget }: ReportAsk): number | undefined =>
  ytd && shareOfTarget && shareOfTarget.value > 0 ? ytd.value / shareOfTarget.value : undefined;

function nearestReport(reports: readonly ReportAsk[], year: number, elapsed: number): ReportAsk | undefined {
  const distance = ({ position }: ReportAsk) => Math.abs(elapsedMonths(position) - elapsed);
  return reports
    .filter(({ position, ytd }) => ytd && position.year === year && elapsedMonths(position) < 12)
    .sort((a, b) => distance(a) - distance(b))[0];
}
