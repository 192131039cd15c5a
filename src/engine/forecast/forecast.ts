import type { TetCalendar } from "../calendar/tet.ts";
import { EngineError } from "../engine-error.ts";
import { benktander, bornhuetterFerguson } from "../methods/plan.ts";
import type { Assumption, ForecastAnswer, PlanWeighted } from "./answer.ts";
import { askFor } from "./ask-for.ts";
import { assumptionsOf } from "./assumptions.ts";
import { type Combination, combine, withUncertainBooked } from "./combination.ts";
import type { Evidence } from "./evidence.ts";
import { informationOf } from "./information.ts";
import { type Completed, completeEvidence } from "./known.ts";
import { withoutYearToDate } from "./last-resort.ts";
import { membersOf, planWeightedCombination } from "./plan-weighted.ts";
import type { DataInformation, Priors } from "./priors.ts";
import { remainderDistribution } from "./remainder-distribution.ts";

export type { Assumption, ForecastAnswer, Member, PlanWeighted } from "./answer.ts";
export { classShare } from "./class-share.ts";

const TIERS: Readonly<Record<DataInformation, ForecastAnswer["tier"]>> = {
  ytd: "snapshot",
  growth: "growth",
  priorFullYear: "growth",
  "growth+priorFullYear": "growth",
  past: "shares",
  "growth+past": "shares",
};

/**
 * Variance of the log remainder between methods and within them, as shares of their sum: how far the answer would
 * move with another method, against how far the year itself strays.
 */
export function varianceShares({
  members,
  scale,
  degreesOfFreedom,
}: Combination): ForecastAnswer["varianceShares"] {
  let mean = 0;
  for (const member of members) mean += member.weight * member.logRemainder;
  let between = 0;
  for (const member of members) between += member.weight * (member.logRemainder - mean) ** 2;
  const within = (scale * scale * degreesOfFreedom) / (degreesOfFreedom - 2);
  return { disagreement: between / (between + within), noise: within / (between + within) };
}

/** The learned combination for the richest state of information without monthly history; none before anything is booked. */
export function learnedCombination(
  { indicatorClass }: Pick<Evidence, "indicatorClass">,
  known: Completed,
  priors: Priors,
): Combination | undefined {
  const model = priors.models[informationOf(known)];
  const ofClass = model?.classes[indicatorClass] ?? model?.classes.general;
  if (model === undefined || ofClass === undefined || known.ytd <= 0) return undefined;
  return combine(known, model, ofClass, priors.anchorMonths);
}

/**
 * Predictive distribution of the full year of a flow from what is known at one month, without monthly history: the
 * remainder is modelled and what is booked is added. Uses the richest state of information that is complete.
 * @throws EngineError notEnoughKnown when nothing is booked and no earlier year is known.
 */
export function forecastFullYear(evidence: Evidence, priors: Priors, tet: TetCalendar): ForecastAnswer {
  const known = completeEvidence(evidence, priors, tet);
  const information = informationOf(known);
  const learned = learnedCombination(evidence, known, priors);
  const certain = learned ?? withoutYearToDate(known);
  const combination = certain && withUncertainBooked(certain, evidence.ytdDeviation);
  if (combination === undefined)
    throw new EngineError(
      "notEnoughKnown",
      "ytd",
      "nothing is booked yet and no earlier year is known, so only the plan could be repeated",
      "give priorFullYear, or wait until something is booked",
    );

  const distributionOf = (from: Combination) => remainderDistribution({ booked: known.ytd, ...from });
  const assumptions: Assumption[] = assumptionsOf(evidence, known, combination);
  if (learned === undefined)
    assumptions.push({
      code: "nothingBooked",
      text: "nothing is booked yet: the forecast rests on earlier years alone",
    });

  const planned = planWeightedCombination(evidence, known, combination, information, priors);
  const classic = { ytd: known.ytd, share: known.ownShare, plan: known.plan ?? 0 };
  const planWeighted: PlanWeighted | undefined = planned && {
    distribution: distributionOf(planned.combination),
    bornhuetterFerguson: bornhuetterFerguson(classic),
    benktander: benktander(classic),
    members: membersOf(known, planned.combination),
    assumptions: [...planned.assumptions, ...assumptionsOf(evidence, known, planned.combination)],
  };

  const wanted = askFor(evidence, known, information, priors);
  return {
    tier: TIERS[information],
    distribution: distributionOf(combination),
    members: membersOf(known, combination),
    assumptions,
    ...(planWeighted === undefined ? {} : { planWeighted }),
    remainderScale: combination.scale,
    degreesOfFreedom: combination.degreesOfFreedom,
    monthScale: priors.seasons[evidence.indicatorClass].monthScale,
    ...(wanted !== undefined && { askFor: wanted }),
    varianceShares: varianceShares(combination),
  };
}
