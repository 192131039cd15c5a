import type { CompleteYear, Method } from "./method.ts";

/** Years of zero growth that a short record is pooled with: two remainders are not yet a trend. */
const STILL_YEARS = 2;

const remainderOf = (year: CompleteYear): number => year.fullYear - year.ytd;

/** The remainders of past years continued at their own mean growth, shrunk towards none. */
export const remainderTrend: Method = {
  name: "remainderTrend",
  says: "past remainders continued at their mean growth",
  logRemainder: ({ past, priorRemainder }) => {
    const first = past[0];
    const last = past[past.length - 1];
    if (first === undefined || last === undefined || first === last) return undefined;
    const years = last.fiscalYear - first.fiscalYear;
    const growth = Math.log(remainderOf(last) / remainderOf(first)) / (years + STILL_YEARS);
    return Math.log(priorRemainder ?? remainderOf(last)) + growth;
  },
};
