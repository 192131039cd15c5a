import { monthsBetween } from "../calendar/months-between.ts";
import type { Figure } from "../figure/figure.ts";
import {
  eachOf,
  exactly,
  type Measured,
  type MeasuredAnswer,
  measuredAnswer,
  minus,
  over,
} from "../figure/measured.ts";
import { wholeUp } from "./whole-up.ts";

/** A target that a level is to reach from below, by a day where one is told. */
export interface TargetAnswer {
  readonly value: number;
  readonly date?: string;
  /** By the value as reported: reached, still to be reached, or not reached by its day. */
  readonly status: "attained" | "open" | "missed";
  readonly attainment: MeasuredAnswer;
  /** Target minus value; negative once it is exceeded. */
  readonly gap: MeasuredAnswer;
  /** What must still be added, in whole units where there are no parts; 0 once it is attained. */
  readonly additions: MeasuredAnswer;
  /** Months left until the day of the target, and what each of them must add. */
  readonly monthsLeft?: number;
  readonly requiredPerMonth?: MeasuredAnswer;
}

/** How far a level is from its target, and what is missing. `missing` are the additions as told in their own unit. */
export function targetAnswer(level: Measured, { target, date, asOf, missing }: TargetAsk): TargetAnswer {
  const gap = minus(exactly(target.value), level);
  const isAttained = level.value >= target.value;
  const monthsLeft = date !== undefined && asOf !== undefined ? monthsBetween(asOf, date) : undefined;
  const isOver = monthsLeft !== undefined && monthsLeft <= 0;
  return {
    value: target.value,
    ...(date !== undefined && { date }),
    status: isAttained ? "attained" : isOver ? "missed" : "open",
    attainment: measuredAnswer(over(level, exactly(target.value))),
    gap: measuredAnswer(gap),
    additions: measuredAnswer(missing),
    ...(monthsLeft !== undefined &&
      !isOver &&
      !isAttained && {
        monthsLeft,
        requiredPerMonth: measuredAnswer(over(missing, exactly(monthsLeft))),
      }),
  };
}

interface TargetAsk {
  readonly target: Pick<Figure, "value">;
  readonly date: string | undefined;
  readonly asOf: string | undefined;
  readonly missing: Measured;
}

/** What must be added for a gap: nothing below zero, and whole units where there are no parts of one. */
export const additionsFor = (gap: Measured, isWhole: boolean): Measured =>
  eachOf(gap, (x) => Math.max(0, isWhole ? wholeUp(x) : x) || 0);
