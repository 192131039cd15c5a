import { type FiscalPosition, positionThrough, throughLabel } from "../calendar/period.ts";
import type { Note } from "../note.ts";
import type { CleaningRemark, UnusualValue } from "./cleaned-history.ts";
import type { PeriodOrdinal } from "./history.ts";
import type { HistoryRemark } from "./regular-history.ts";

/** A remark on a history as a note of the answer: running numbers become the labels of periods. */
export function historyNote(remark: CleaningRemark | HistoryRemark, position: FiscalPosition): Note {
  const label = (period: PeriodOrdinal): string => throughLabel(positionThrough(period, position));
  const labelled = <Value extends { readonly period: PeriodOrdinal }>(value: Value) => ({
    ...value,
    period: label(value.period),
  });
  switch (remark.code) {
    case "gapsFilled":
    case "sumsSpread":
      return {
        code: remark.code,
        values: { count: remark.values.count, periods: remark.values.periods.map(label) },
      };
    case "outliersSetAside":
      return {
        code: remark.code,
        values: {
          count: remark.values.count,
          outliers: remark.values.outliers.map((outlier: UnusualValue) => labelled(outlier)),
        },
      };
    case "unusualSpell": {
      const { from, to, before, during } = remark.values;
      return { code: remark.code, values: { from: label(from), to: label(to), before, during } };
    }
    case "levelShift":
      return { code: remark.code, values: labelled(remark.values) };
    case "latestUnusual":
      return { code: remark.code, values: labelled(remark.values) };
    case "cumulativeFell":
      return { code: remark.code, values: labelled(remark.values) };
  }
}
