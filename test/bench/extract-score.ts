import { foldPlace } from "../../src/engine/geography/administrative-unit.ts";
import type { ExtractedFigure } from "../../src/extract/extraction.ts";
import { bestAssignment } from "./extract-assignment.ts";
import type { Claim } from "./extract-labels.ts";

/** What is compared of a figure and a claim; "strict" also where the text cannot tell the year. */
export const FIELDS = [
  "value and unit",
  "geography",
  "indicator",
  "year",
  "from month",
  "through month",
  "months",
  "period",
  "period (strict)",
  "share",
  "growth",
  "target",
  "qualifier",
  "whole claim",
  "whole claim (strict)",
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that a mistake is named by: the others follow from them. */
const NAMED: readonly Field[] = [
  "value and unit",
  "geography",
  "indicator",
  "year",
  "months",
  "share",
  "growth",
  "target",
  "qualifier",
];

const VALUE_TOLERANCE = 0.001;
/** Half a digit of a percentage with one decimal place; the rest is for the last bit. */
const POINTS_TOLERANCE = 0.05 + 1e-9;

export interface FieldCount {
  correct: number;
  predicted: number;
  labelled: number;
}
export type Counts = Record<Field, FieldCount>;

/** A claim and the figure it was paired with, or one of them alone. */
export interface Pairing {
  readonly claim?: Claim;
  readonly figure?: ExtractedFigure;
  /** Fields that differ. */
  readonly wrong: readonly Field[];
}

export interface TextScore {
  readonly counts: Counts;
  readonly pairings: readonly Pairing[];
  /** Claims whose year the text does not tell. */
  readonly yearless: number;
}

export function noCounts(): Counts {
  return Object.fromEntries(
    FIELDS.map((field) => [field, { correct: 0, predicted: 0, labelled: 0 }]),
  ) as Counts;
}

export function addCounts(to: Counts, more: Counts): void {
  for (const field of FIELDS)
    for (const key of ["correct", "predicted", "labelled"] as const) to[field][key] += more[field][key];
}

/** Precision, recall and their harmonic mean; a share of nothing is 1. */
export function accuracyOf({ correct, predicted, labelled }: FieldCount): {
  precision: number;
  recall: number;
  f1: number;
} {
  const share = (whole: number) => (whole === 0 ? 1 : correct / whole);
  return {
    precision: share(predicted),
    recall: share(labelled),
    f1: predicted + labelled === 0 ? 1 : (2 * correct) / (predicted + labelled),
  };
}

/** Figures of one text against its claims; `tells` says whether the text tells a year. */
export function scoreText(
  figures: readonly ExtractedFigure[],
  claims: readonly Claim[],
  tells: (year: number) => boolean,
): TextScore {
  const agreementOf = (claim: Claim, figure: ExtractedFigure) =>
    agreement(claim, figure, tells(claim.period.year ?? 0));
  const pairs = bestAssignment(
    claims.map((claim) => figures.map((figure) => weightOf(agreementOf(claim, figure), claim))),
  );
  const counts = noCounts();
  const pairings: Pairing[] = [];
  for (const claim of claims)
    for (const field of FIELDS) if (isLabelled(claim, field)) counts[field].labelled += 1;
  for (const [index, figure] of figures.entries()) {
    const [row = -1] = pairs.find(([, column]) => column === index) ?? [];
    const claim = claims[row];
    for (const field of FIELDS) if (isPredicted(figure, field, claim)) counts[field].predicted += 1;
    if (!claim) {
      pairings.push({ figure, wrong: [] });
      continue;
    }
    const agrees = agreementOf(claim, figure);
    for (const field of FIELDS)
      if (agrees[field] && isLabelled(claim, field) && isPredicted(figure, field, claim))
        counts[field].correct += 1;
    pairings.push({ claim, figure, wrong: NAMED.filter((field) => !agrees[field]) });
  }
  const paired = new Set(pairs.map(([row]) => row));
  for (const [row, claim] of claims.entries()) if (!paired.has(row)) pairings.push({ claim, wrong: [] });
  return {
    counts,
    pairings,
    yearless: claims.filter(({ period: { year } }) => year == null || !tells(year)).length,
  };
}

const isGrowthOnly = ({ value, unit }: Claim): boolean => value === null || unit === "percent_yoy";

const isLabelled = (claim: Claim, field: Field): boolean =>
  field === "share"
    ? claim.pct_of_target != null
    : field === "growth"
      ? claim.yoy_pct != null
      : field === "target"
        ? claim.target != null
        : field === "qualifier"
          ? isJudged(claim)
          : true;

const isPredicted = (figure: ExtractedFigure, field: Field, claim?: Claim): boolean =>
  field === "share"
    ? figure.shareOfTarget !== undefined
    : field === "growth"
      ? figure.growth !== undefined
      : field === "target"
        ? figure.target !== undefined
        : field === "qualifier"
          ? !claim || isJudged(claim)
          : true;

const isJudged = ({ qualifier }: Claim): boolean => qualifier != null && qualifier !== "";

/** Which fields of a figure are as labelled; what neither tells agrees. */
function agreement(claim: Claim, figure: ExtractedFigure, tellsYear: boolean): Record<Field, boolean> {
  const growth = sameRatio(claim.yoy_pct, figure.growth);
  const share = sameRatio(claim.pct_of_target, figure.shareOfTarget);
  const value = isGrowthOnly(claim)
    ? figure.growth !== undefined && growth && (figure.value === undefined || figure.unit === "percent_yoy")
    : figure.unit === claim.unit && isNear(figure.value, claim.value as number);
  const target =
    claim.target == null
      ? figure.target === undefined
      : figure.target?.unit === claim.target.unit && isNear(figure.target.value, claim.target.value);
  const geography = foldPlace(figure.geography ?? "") === foldPlace(claim.geography);
  const indicator = figure.indicator === claim.indicator;
  const from = figure.period.fromMonth === claim.period.from_month;
  const through = figure.period.throughMonth === claim.period.through_month;
  const sameYear = figure.period.year === (claim.period.year ?? undefined);
  const year = sameYear || (!tellsYear && figure.period.year === undefined);
  const butPeriod = value && indicator && geography && share && growth && (target || claim.target == null);
  return {
    "value and unit": value,
    geography,
    indicator,
    year,
    "from month": from,
    "through month": through,
    months: from && through,
    period: year && from && through,
    "period (strict)": sameYear && from && through,
    share,
    growth,
    target,
    qualifier: !isJudged(claim) || figure.qualifier === claim.qualifier,
    "whole claim": butPeriod && year && from && through,
    "whole claim (strict)": butPeriod && sameYear && from && through,
  };
}

/** How much speaks for a pair: value before indicator before the rest; nothing where no number and not all names agree. */
function weightOf(agrees: Record<Field, boolean>, claim: Claim): number {
  const isSameRatio =
    (claim.pct_of_target != null && agrees.share) || (claim.yoy_pct != null && agrees.growth);
  const isSameName = agrees.indicator && agrees.geography && agrees.months;
  if (!agrees["value and unit"] && !isSameName && !(isSameRatio && agrees.indicator)) return 0;
  const lesser: readonly Field[] = [
    "geography",
    "year",
    "from month",
    "through month",
    "share",
    "growth",
    "target",
  ];
  return (
    (agrees["value and unit"] ? 100 : 0) +
    (agrees.indicator ? 40 : 0) +
    (isSameRatio ? 10 : 0) +
    lesser.filter((field) => agrees[field]).length
  );
}

function sameRatio(percent: number | null | undefined, fraction: number | undefined): boolean {
  if (percent == null || fraction === undefined) return percent == null && fraction === undefined;
  return Math.abs(fraction * 100 - percent) <= POINTS_TOLERANCE;
}

const isNear = (value: number | undefined, wanted: number): boolean =>
  value !== undefined && Math.abs(value - wanted) <= VALUE_TOLERANCE * Math.abs(wanted);
