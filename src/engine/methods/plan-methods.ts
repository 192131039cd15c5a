import type { Known, Method } from "./method.ts";
import { benktander, bornhuetterFerguson, planShareBlend } from "./plan.ts";

/** A plan all but reached does not stop the year: at least this part of the usual remainder still comes. */
const LEAST_PART_OF_USUAL_REMAINDER = 0.15;

/** Log of what a full year leaves to come, kept above a part of the usual remainder. */
function logRest(known: Known, fullYear: number): number {
  const least = LEAST_PART_OF_USUAL_REMAINDER * (1 - known.ownShare) * fullYear;
  return Math.log(Math.max(fullYear - known.ytd, least));
}

const realised = (known: Known & { plan: number }): number => known.plan * Math.exp(known.logPlanRealisation);
const hasPlan = (known: Known): known is Known & { plan: number } => known.plan !== undefined;

/** The plan comes true as plans of the class usually do. */
export const planRealised: Method = {
  name: "planRealised",
  says: "the plan, realised as usual",
  logRemainder: (known) => (hasPlan(known) ? logRest(known, realised(known)) : undefined),
};

/** What is booked and the usual remaining share of the plan. */
export const planBornhuetterFerguson: Method = {
  name: "planBornhuetterFerguson",
  says: "what is booked and the usual remaining share of the plan (Bornhuetter-Ferguson)",
  logRemainder: (known) =>
    hasPlan(known)
      ? Math.log(
          bornhuetterFerguson({ ytd: known.ytd, share: known.ownShare, plan: realised(known) }) - known.ytd,
        )
      : undefined,
};

/** Plan and pace, weighted by the booked share. */
export const planBenktander: Method = {
  name: "planBenktander",
  says: "plan and pace weighted by the booked share (Benktander)",
  logRemainder: (known) =>
    hasPlan(known)
      ? Math.log(benktander({ ytd: known.ytd, share: known.ownShare, plan: realised(known) }) - known.ytd)
      : undefined,
};

/** Plan and pace as a geometric mean, weighted by the booked share. */
export const planShareBlendMethod: Method = {
  name: "planShareBlend",
  says: "plan and pace as a geometric mean weighted by the booked share",
  logRemainder: (known) =>
    hasPlan(known) && known.ytd > 0
      ? logRest(known, planShareBlend({ ytd: known.ytd, share: known.ownShare, plan: realised(known) }))
      : undefined,
};

/** Last year's remaining months, at the growth that the plan asks of the whole year. */
export const planPriorShare: Method = {
  name: "planPriorShare",
  says: "last year's remaining months at the growth of the plan",
  logRemainder: (known) =>
    hasPlan(known) && known.priorRemainder !== undefined && known.priorFullYear !== undefined
      ? Math.log((known.priorRemainder * realised(known)) / known.priorFullYear)
      : undefined,
};

/** Years of usual realisation that a record of own plans is pooled with. */
const USUAL_YEARS = 2;

/** The plan comes true as this series' own earlier plans did, quoted at the same month. */
export const planOwnRealisation: Method = {
  name: "planOwnRealisation",
  says: "the plan, realised as this series' earlier plans were",
  logRemainder: (known) => {
    if (!hasPlan(known)) return undefined;
    let sum = USUAL_YEARS * known.logPlanRealisation;
    let years = USUAL_YEARS;
    for (const year of known.past) {
      if (year.plan === undefined) continue;
      sum += Math.log(year.fullYear / year.plan);
      years++;
    }
    return years === USUAL_YEARS ? undefined : logRest(known, known.plan * Math.exp(sum / years));
  },
};
