import { cellTerm, remainderTerm, type Term, type YearTerms } from "./live-term.ts";

/** A number of the first sheet that formulas follow, and where it stands there. */
export interface PlannerCell {
  readonly address: string;
  readonly value: number;
}

/** Where the first sheet has the figures to plan with. */
export interface PlannerCells extends Pick<YearTerms, "aggregation"> {
  readonly ytd: PlannerCell;
  readonly elapsed: PlannerCell;
  readonly remaining: PlannerCell;
  readonly median?: PlannerCell | undefined;
  readonly priorYtd?: PlannerCell | undefined;
  readonly priorFullYear?: PlannerCell | undefined;
}

/** The figures to plan with as terms of formulas. */
export interface PlannerTerms extends YearTerms {
  readonly median?: Term | undefined;
  readonly priorYtd?: Term | undefined;
  readonly priorFullYear?: Term | undefined;
  /** Last year's periods that match the remaining ones, together; of flows only. */
  readonly priorRemainder?: Term | undefined;
}

/** The terms of formulas on the first sheet, or with `foreign` on another one. */
export function plannerTerms(
  cells: PlannerCells,
  foreign: (address: string) => string = (address) => address,
): PlannerTerms {
  const term = (cell: PlannerCell): Term => cellTerm(foreign(cell.address), cell.value);
  const maybe = (cell: PlannerCell | undefined) => cell && term(cell);
  const { aggregation } = cells;
  const year = {
    aggregation,
    ytd: term(cells.ytd),
    elapsed: term(cells.elapsed),
    remaining: term(cells.remaining),
  };
  const priorYtd = maybe(cells.priorYtd);
  const priorFullYear = maybe(cells.priorFullYear);
  const isComparable = aggregation !== "last" && priorYtd && priorFullYear;
  return {
    ...year,
    median: maybe(cells.median),
    priorYtd,
    priorFullYear,
    priorRemainder: isComparable ? remainderTerm({ ...year, ytd: priorYtd }, priorFullYear) : undefined,
  };
}
