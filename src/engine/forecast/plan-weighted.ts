import { directMackError } from "../methods/chain-ladder.ts";
import { planRealised } from "../methods/plan-methods.ts";
import { atMonth } from "./anchor-months.ts";
import type { Assumption, Member } from "./answer.ts";
import { type Combination, combine } from "./combination.ts";
import type { Evidence } from "./evidence.ts";
import type { Completed } from "./known.ts";
import type { DataInformation, PlanPriors, Priors } from "./priors.ts";

/** A combination that has seen the plan, and how. */
export interface PlanCombination {
  readonly combination: Combination;
  readonly assumptions: readonly Assumption[];
}

const notice: Assumption = {
  code: "usesPlan",
  text: "the plan is part of this number: it must not be read as evidence that the plan will be met",
};

/**
 * Credibility mean of the data and of the plan in logs, each weighted by the inverse of its variance; the errors are
 * taken as independent.
 * @see Buhlmann and Gisler (2005), A Course in Credibility Theory, section 2.2
 */
export function credibility(
  known: Completed,
  data: Combination,
  plan: PlanPriors,
): PlanCombination | undefined {
  const planned = planRealised.logRemainder(known);
  if (planned === undefined) return undefined;
  const fullYear = known.ytd + Math.exp(data.logRemainder);
  const toTotal = Math.exp(data.logRemainder) / fullYear;
  const planScale = plan.logSpread / Math.max(toTotal, 1e-6);
  const weight = 1 / (1 + (planScale / data.scale) ** 2);
  const members = data.members.map((member) => ({ ...member, weight: member.weight * (1 - weight) }));
  const combination: Combination = {
    ...data,
    logRemainder: (1 - weight) * data.logRemainder + weight * planned,
    scale: data.scale * Math.sqrt(1 - weight),
    members: [...members, { name: planRealised.name, logRemainder: planned, weight }],
  };
  return {
    combination,
    assumptions: [
      notice,
      { code: "planSpread", text: "scale of log(full year / plan) for this class", value: plan.logSpread },
      { code: "planWeight", text: "weight of the plan against the data", value: weight },
    ],
  };
}

/** The forecast with the plan as prior: a learned combination where the class has one, credibility otherwise. */
export function planWeightedCombination(
  evidence: Evidence,
  known: Completed,
  data: Combination | undefined,
  information: DataInformation,
  priors: Priors,
): PlanCombination | undefined {
  if (known.plan === undefined) return undefined;
  const learned = priors.models[`plan+${information}`];
  const ofClass = learned?.classes[evidence.indicatorClass];
  const combination =
    learned === undefined || ofClass === undefined || known.ytd <= 0
      ? undefined
      : combine(known, learned, ofClass, priors.anchorMonths);
  const plan = priors.plans[evidence.indicatorClass];
  if (combination !== undefined)
    return {
      combination,
      assumptions: [
        notice,
        {
          code: "planRealisation",
          text: "usual log of full year over plan, as quoted at this month",
          value: atMonth({ anchors: priors.anchorMonths, values: plan.logRealisation, month: known.elapsed }),
        },
        {
          code: "planWeight",
          text: "weight of the methods that start from the plan",
          value: combination.members.reduce((sum, m) => sum + (m.name.startsWith("plan") ? m.weight : 0), 0),
        },
      ],
    };
  return data === undefined ? undefined : credibility(known, data, plan);
}

/** Members of an answer from members in logs. */
export function membersOf(known: Completed, combination: Combination): Member[] {
  const mackError = directMackError({ ytd: known.ytd, past: known.past });
  return combination.members.map(({ name, logRemainder, weight }) => ({
    method: name,
    fullYear: known.ytd + Math.exp(logRemainder),
    weight,
    ...(name === "chainLadder" && mackError !== undefined && { standardError: mackError }),
  }));
}
