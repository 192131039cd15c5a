import type { PeriodOrdinal, RegularHistory } from "./history.ts";
import { type LevelShift, searchLevelShifts } from "./level-shift.ts";
import { type Outlier, searchOutliers } from "./outliers.ts";

/** A value as reported and as season and neighbours let expect, in the unit of the history. */
export interface UnusualValue {
  readonly period: PeriodOrdinal;
  readonly value: number;
  readonly expected: number;
}

/** `count` values that stand alone and were replaced, for fitting only, by what was expected. */
export interface OutliersSetAside {
  readonly code: "outliersSetAside";
  readonly values: { readonly count: number; readonly outliers: readonly UnusualValue[] };
}

/** A value among the latest three that stands out and was kept: it may be the start of a new level. */
export interface LatestUnusual {
  readonly code: "latestUnusual";
  readonly values: UnusualValue;
}

/** From `period` on the level is `after`, season aside, where it was `before`. */
export interface LevelShifted {
  readonly code: "levelShift";
  readonly values: { readonly period: PeriodOrdinal; readonly before: number; readonly after: number };
}

/** The level was `during` from `from` to `to` and then came back to where it was, `before`; fitted as if it had stayed. */
export interface UnusualSpell {
  readonly code: "unusualSpell";
  readonly values: {
    readonly from: PeriodOrdinal;
    readonly to: PeriodOrdinal;
    readonly before: number;
    readonly during: number;
  };
}

export type CleaningRemark = OutliersSetAside | LatestUnusual | LevelShifted | UnusualSpell;

/**
 * The history with its outliers replaced for fitting, and what was noticed: outliers, unusual latest values, shifts
 * of the level and spells between two of them, which are lifted to the level around them. Shifts and the latest values
 * stay in the history. What has been booked keeps its value: sums of the year to date must come from the history as it
 * was reported.
 */
export function cleanedHistory(history: RegularHistory): {
  readonly history: RegularHistory;
  readonly remarks: readonly CleaningRemark[];
} {
  const { first, periodsPerYear: period } = history;
  const { values, setAside, latest } = searchOutliers({ values: history.values, period });
  const unusual = ({ index, value, expected }: Outlier): UnusualValue => ({
    period: first + index,
    value,
    expected,
  });
  const remarks: CleaningRemark[] = [];
  if (setAside.length > 0)
    remarks.push({
      code: "outliersSetAside",
      values: { count: setAside.length, outliers: setAside.map(unusual) },
    });
  remarks.push(...latest.map((one): LatestUnusual => ({ code: "latestUnusual", values: unusual(one) })));
  const shifts = searchLevelShifts({ values, period });
  const fitted = values.slice();
  for (let i = 0; i < shifts.length; i++) {
    const shift = shifts[i] as LevelShift;
    const { until } = shift;
    if (until !== undefined) {
      remarks.push({
        code: "unusualSpell",
        values: {
          from: first + shift.index,
          to: first + until - 1,
          before: shift.before,
          during: shift.after,
        },
      });
      if (shift.before > 0 && shift.after > 0)
        for (let t = shift.index; t < until; t++)
          fitted[t] = ((values[t] as number) * shift.before) / shift.after;
      // The way back is part of the spell.
      while ((shifts[i + 1]?.index ?? Number.POSITIVE_INFINITY) <= until) i++;
    } else
      remarks.push({
        code: "levelShift",
        values: { period: first + shift.index, before: shift.before, after: shift.after },
      });
  }
  return { history: { ...history, values: fitted }, remarks };
}
