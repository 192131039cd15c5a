import { dayAfter, monthsBetween } from "../calendar/months-between.ts";
import {
  exactly,
  type Measured,
  type MeasuredAnswer,
  measuredAnswer,
  minus,
  over,
} from "../figure/measured.ts";
import type { Stock } from "./stock.ts";

/** Beyond a century a pace says nothing about a day. */
export const LONGEST_MONTHS = 1200;

/**
 * How a level changed since an earlier day, in months of calendar time, and when that pace reaches the target if it
 * goes on. A projection of one straight line, not a forecast, and never a year's amount.
 */
export interface PaceAnswer {
  readonly since: string;
  readonly months: number;
  readonly earlier: MeasuredAnswer;
  readonly change: MeasuredAnswer;
  readonly perMonth: MeasuredAnswer;
  /** Whether the pace reaches the target; absent without an open target. */
  readonly outcome?: "reached" | "notAtThisPace" | "notWithinCentury";
  /** The day on which the line through the reported values reaches the target, and the first and last that their digits allow. */
  readonly reached?: string;
  readonly earliest?: string;
  readonly latest?: string;
  /** The level on the day of the target if the pace goes on. */
  readonly atTargetDate?: MeasuredAnswer;
}

/** The change of a stock since one of its earlier values, and what the same change a month leads to. */
export function paceSince(
  { value, target, targetDate }: Pick<Stock, "value" | "target" | "targetDate">,
  earlier: Stock["earlier"][number],
  asOf: string,
): PaceAnswer {
  const months = monthsBetween(earlier.date, asOf);
  const change = minus(value, earlier.value);
  const perMonth = over(change, exactly(months));
  const gap = target && value.value < target.value ? minus(exactly(target.value), value) : undefined;
  const ahead = targetDate === undefined ? 0 : monthsBetween(asOf, targetDate);
  return {
    since: earlier.date,
    months,
    earlier: measuredAnswer(earlier.value),
    change: measuredAnswer(change),
    perMonth: measuredAnswer(perMonth),
    ...(gap && arrival(gap, perMonth, asOf)),
    ...(gap && ahead > 0 && { atTargetDate: measuredAnswer(levelAfter({ value, earlier, months, ahead })) }),
  };
}

function arrival(
  gap: Measured,
  perMonth: Measured,
  asOf: string,
): Pick<PaceAnswer, "outcome" | "reached" | "earliest" | "latest"> {
  if (!(perMonth.value > 0)) return { outcome: "notAtThisPace" };
  const monthsNeeded = gap.value / perMonth.value;
  if (monthsNeeded > LONGEST_MONTHS) return { outcome: "notWithinCentury" };
  const soonest = Math.max(0, gap.lower) / perMonth.upper;
  const latest = perMonth.lower > 0 ? gap.upper / perMonth.lower : Number.POSITIVE_INFINITY;
  return {
    outcome: "reached",
    reached: dayAfter(asOf, monthsNeeded),
    earliest: dayAfter(asOf, soonest),
    ...(latest <= LONGEST_MONTHS && { latest: dayAfter(asOf, latest) }),
  };
}

/** The value after so many months more: it occurs in the level and in the pace, so that its ends go together. */
export function levelAfter({
  value,
  earlier,
  months,
  ahead,
}: {
  readonly value: Measured;
  readonly earlier: { readonly value: Measured };
  readonly months: number;
  readonly ahead: number;
}): Measured {
  const after = (now: number, then: number): number => now + ((now - then) / months) * ahead;
  return {
    value: after(value.value, earlier.value.value),
    lower: after(value.lower, earlier.value.upper),
    upper: after(value.upper, earlier.value.lower),
  };
}
