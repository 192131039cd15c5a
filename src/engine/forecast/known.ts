import type { TetCalendar } from "../calendar/tet.ts";
import type { CompleteYear, Known } from "../methods/method.ts";
import { pooledMean } from "../methods/pooled-shares.ts";
import { atMonth } from "./anchor-months.ts";
import { classShare } from "./class-share.ts";
import type { Evidence } from "./evidence.ts";
import type { Priors } from "./priors.ts";

/** A revised base can leave last year no remainder at all: at least this part of the usual one is kept. */
const LEAST_PART_OF_USUAL_REMAINDER = 0.25;
/** A past year whose total adds less than this part to its year to date is a revision, not a year. */
const LEAST_REMAINDER = 1e-4;

/** Learning period: practice before and after is taken to be that of its first and last year. */
const FIRST_YEAR = 2012;
const LAST_YEAR = 2024;

function eraOf(year: number): number {
  const middle = (FIRST_YEAR + LAST_YEAR) / 2;
  return (Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year)) - middle) / (LAST_YEAR - middle);
}

/** Facts that need two vintages of one figure: undefined where only one is known. */
export interface Vintages {
  /** log of the same period of last year as implied by the growth, over the one published at the time. */
  readonly baseGap: number | undefined;
}

/** The evidence with everything that follows from it, for the methods and the features. */
export type Completed = Known & Vintages;

/** Derives what the evidence implies: last year's period from growth or the reverse, usable past years, shares. */
export function completeEvidence(evidence: Evidence, priors: Priors, tet: TetCalendar): Completed {
  const { ytd, elapsed, indicatorClass, fiscalYear, fiscalYearStart, observesTet } = evidence;
  const shareOf = (year: number): number =>
    classShare(priors, { indicatorClass, fiscalYear: year, fiscalYearStart, observesTet }, elapsed, tet);
  const share = shareOf(fiscalYear);
  const logOdds = Math.log((1 - share) / share);

  const past: CompleteYear[] = [];
  for (const year of evidence.past) {
    if (year.fiscalYear >= fiscalYear) continue;
    if (!(year.ytd > 0 && year.fullYear > year.ytd * (1 + LEAST_REMAINDER))) continue;
    const usual = shareOf(year.fiscalYear);
    // What Tet (or a drifting pattern) did to that year is taken out and what it does to this year put in.
    const moved = logOdds - Math.log((1 - usual) / usual);
    const own = Math.log((year.fullYear - year.ytd) / year.ytd);
    past.push({
      fiscalYear: year.fiscalYear,
      ytd: year.ytd,
      fullYear: year.fullYear,
      plan: year.plan,
      logOdds: own + moved,
    });
  }
  past.sort((a, b) => a.fiscalYear - b.fiscalYear);
  const last = past[past.length - 1];
  const lastYear = last !== undefined && last.fiscalYear === fiscalYear - 1 ? last : undefined;

  const published = evidence.priorYtd ?? lastYear?.ytd;
  const implied =
    evidence.growth !== undefined && evidence.growth > -1 && ytd > 0
      ? ytd / (1 + evidence.growth)
      : undefined;
  const base = implied ?? published;
  const priorYtd = base !== undefined && base > 0 ? base : undefined;
  const total = evidence.priorFullYear ?? lastYear?.fullYear;
  const priorFullYear = total !== undefined && total > 0 ? total : undefined;
  const usualPrior = shareOf(fiscalYear - 1);
  const priorRemainder =
    priorFullYear !== undefined && priorYtd !== undefined
      ? Math.max(priorFullYear - priorYtd, LEAST_PART_OF_USUAL_REMAINDER * priorFullYear * (1 - usualPrior))
      : undefined;
  const ownOdds =
    past.length > 1
      ? past.map((year) => year.logOdds)
      : priorRemainder !== undefined && priorYtd !== undefined
        ? [Math.log(priorRemainder / priorYtd) + logOdds - Math.log((1 - usualPrior) / usualPrior)]
        : [];
  const plan = priors.plans[indicatorClass];
  return {
    ytd,
    elapsed,
    ownShare: 1 / (1 + Math.exp(pooledMean({ own: ownOdds, ofClass: logOdds }))),
    share,
    logOdds,
    plan: evidence.plan !== undefined && evidence.plan > 0 ? evidence.plan : undefined,
    priorYtd,
    priorFullYear,
    priorRemainder,
    logGrowth:
      priorYtd !== undefined && ytd > 0 ? Math.log(ytd / priorYtd) - Math.log(share / usualPrior) : undefined,
    past,
    logPlanRealisation: atMonth({
      anchors: priors.anchorMonths,
      values: plan.logRealisation,
      month: elapsed,
    }),
    era: eraOf(fiscalYear),
    baseGap:
      implied !== undefined && published !== undefined && published > 0
        ? Math.log(implied / published)
        : undefined,
  };
}
