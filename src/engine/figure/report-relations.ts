import { parseRelation, type Relation } from "./relation.ts";

/** What decides which relations a report has. */
export interface ReportKind {
  /** How periods make the year; a mean or a last value is not a part of its year. Default "sum". */
  readonly aggregation?: "sum" | "average" | "last";
  /** Whether the last period of the year is reported, so that year-to-date figures are full-year figures. */
  readonly isComplete?: boolean;
  /** Whether periods below zero are known, so that the year can end below its year to date. */
  readonly canFall?: boolean;
}

/** What was reached above the target, as an amount. Before the share, since amounts are printed with more digits. */
const EXCESS_AMOUNT = parseRelation("ytd - target = excessAmount", {
  solveFor: "target",
  needsReported: ["excessAmount"],
});

/** What was reached above the target, as a fraction of the target. */
const EXCESS = parseRelation("ytd = target * (1 + excess)", {
  solveFor: "target",
  needsReported: ["excess"],
  otherMeanings: [
    { kind: "percentOfForPercentUp", relation: "ytd = target * excess" },
    { kind: "pointsForPercent", relation: "ytd = target + excess * priorYtd" },
  ],
});

const SHARE = parseRelation("ytd = target * shareOfTarget", { solveFor: "target" });

const GROWTH = parseRelation("ytd = priorYtd * (1 + growth)", {
  solveFor: "priorYtd",
  base: "priorYtd",
  positive: ["priorYtd"],
});

const PLANNED_GROWTH = parseRelation("target = priorFullYear * (1 + plannedGrowth)", {
  solveFor: "priorFullYear",
  base: "priorFullYear",
  positive: ["priorFullYear"],
});

const FULL_YEAR_GROWTH = parseRelation("fullYear = priorFullYear * (1 + fullYearGrowth)", {
  solveFor: "priorFullYear",
  needsReported: ["fullYearGrowth"],
  base: "priorFullYear",
  positive: ["priorFullYear"],
});

const PART_OF_PRIOR_YEAR = parseRelation("priorYtd <= priorFullYear", {
  positive: ["priorYtd"],
  isAsWritten: true,
});
const PART_OF_YEAR = parseRelation("ytd <= fullYear", { positive: ["ytd"], isAsWritten: true });

const COMPLETE_YEAR = parseRelation("fullYear = ytd", { solveFor: "fullYear" });
const COMPLETE_PRIOR_YEAR = parseRelation("priorFullYear = priorYtd", {
  solveFor: "priorFullYear",
  base: "priorFullYear",
});

/** Only the growth of a whole year can be held against the growth planned for it. */
const POINTS = parseRelation("growth - plannedGrowth = pointsAboveTarget", {
  solveFor: "plannedGrowth",
  needsReported: ["pointsAboveTarget"],
  otherMeanings: [
    { kind: "percentForPoints", relation: "growth = plannedGrowth * (1 + pointsAboveTarget)" },
    { kind: "percentForPoints", relation: "ytd = target * (1 + pointsAboveTarget)" },
  ],
});

/** The points above the planned growth, as an amount of last year's total. */
const POINTS_AMOUNT = parseRelation("excessAmount = pointsAboveTarget * priorFullYear", {
  solveFor: "excessAmount",
  needsReported: ["excessAmount", "pointsAboveTarget"],
  base: "priorFullYear",
  positive: ["priorFullYear"],
  otherMeanings: [{ kind: "percentForPoints", relation: "excessAmount = pointsAboveTarget * target" }],
});

const ALWAYS: readonly Relation[] = [EXCESS_AMOUNT, EXCESS, SHARE, GROWTH];
const RUNNING_SUM: readonly Relation[] = [
  ...ALWAYS,
  PLANNED_GROWTH,
  FULL_YEAR_GROWTH,
  PART_OF_PRIOR_YEAR,
  PART_OF_YEAR,
];
const RUNNING: readonly Relation[] = [...ALWAYS, PLANNED_GROWTH, FULL_YEAR_GROWTH];
const COMPLETE: readonly Relation[] = [
  ...ALWAYS,
  COMPLETE_YEAR,
  COMPLETE_PRIOR_YEAR,
  POINTS,
  PLANNED_GROWTH,
  FULL_YEAR_GROWTH,
  POINTS_AMOUNT,
];

/**
 * The relations of one report, over the names ytd, target, shareOfTarget, growth, priorYtd, priorFullYear,
 * plannedGrowth, excess, excessAmount, pointsAboveTarget, fullYear and fullYearGrowth. Relations whose quantities are
 * not known stay silent. The mean of some months is not a part of the year's mean, so averages, last values and sums that
 * can fall have no "no more than the year" relations.
 */
export function reportRelations({
  aggregation = "sum",
  isComplete = false,
  canFall = false,
}: ReportKind = {}): readonly Relation[] {
  if (isComplete) return COMPLETE;
  return aggregation === "sum" && !canFall ? RUNNING_SUM : RUNNING;
}

/**
 * The relation of parts and their total: equal when the list is exhaustive, otherwise at most the total.
 * @example sumOfParts(["rice", "seafood"], "ytd", { isExhaustive: false }).text // => "rice + seafood <= ytd"
 */
export function sumOfParts(
  parts: readonly string[],
  total: string,
  { isExhaustive }: { readonly isExhaustive: boolean },
): Relation {
  return parseRelation(`${parts.join(" + ")} ${isExhaustive ? "=" : "<="} ${total}`, { solveFor: total });
}
