import type { AskFor } from "./ask-for.ts";
import type { Distribution } from "./distribution.ts";

/** One method's part in an answer; weights sum to 1. */
export interface Member {
  readonly method: string;
  readonly fullYear: number;
  readonly weight: number;
  /** Mack's standard error of the full year, where the method has one. */
  readonly standardError?: number;
}

/** A member's part in a sum of periods, told as their mean. */
export function scaledMember({ standardError, ...member }: Member, divisor: number): Member {
  return {
    ...member,
    fullYear: member.fullYear / divisor,
    ...(standardError !== undefined && { standardError: standardError / divisor }),
  };
}

/** Something that was assumed: a code for machines, English for people, a number where there is one. */
export interface Assumption {
  readonly code: string;
  readonly text: string;
  readonly value?: number;
}

/** A number that uses this year's plan as a prior, always beside the one that does not. */
export interface PlanWeighted {
  readonly distribution: Distribution;
  /** The full year by the two classic blends of plan and pace, the plan taken as it stands. */
  readonly bornhuetterFerguson: number;
  readonly benktander: number;
  readonly members: readonly Member[];
  readonly assumptions: readonly Assumption[];
}

export interface ForecastAnswer {
  readonly tier: "snapshot" | "growth" | "shares" | "history";
  /** From data alone: does not use this year's plan. */
  readonly distribution: Distribution;
  readonly members: readonly Member[];
  readonly assumptions: readonly Assumption[];
  /** Present only when a plan is known. */
  readonly planWeighted?: PlanWeighted;
  /** Scale and degrees of freedom of the log remainder. */
  readonly remainderScale: number;
  readonly degreesOfFreedom: number;
  /** Extra log scale of one remaining month around its share of the remainder. */
  readonly monthScale: number;
  /** The one further input that would narrow the answer most; absent when there is none left. */
  readonly askFor?: AskFor;
  /** How much of the variance of the log remainder is the methods' disagreement, and how much their common noise. */
  readonly varianceShares: { readonly disagreement: number; readonly noise: number };
}
