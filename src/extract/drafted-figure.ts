import { confidenceOf } from "./confidence.ts";
import { datedPeriod, LAST_MONTH, type ReferenceDates } from "./dated-period.ts";
import type { Draft, Subject } from "./draft.ts";
import type { ExtractedFigure, ExtractedTarget, FigureUnit, TargetKind } from "./extraction.ts";
import type { Amount, Hedge, PeriodMention } from "./mention.ts";

/** What the figures of a text are read against. */
export interface Surroundings extends ReferenceDates {
  readonly isDecimalCertain: boolean;
  readonly spanOf: (from: number, to: number) => readonly [number, number];
  readonly unitOf: (indicator: string) => FigureUnit;
}

/** A figure with the draft that it was made of and the figures that are parts of it. */
export interface DraftedFigure {
  figure: ExtractedFigure;
  readonly draft: Draft;
  readonly parts: ExtractedFigure[];
}

/** The figure that a draft tells: "exports reached over 5 billion USD" has 5000 USD million, hedged. */
export function draftedFigure(given: Draft, around: Surroundings, isExpected = false): DraftedFigure {
  const draft = ofGrowthAlone(given);
  const doubts = new Set(draft.doubts);
  const period = datedPeriod(datedByPlan(draft), around, doubts);
  const { amount, share, growth, points, excess, hedge } = draft;
  const unit = amount?.unit ?? around.unitOf(draft.indicator);
  const range = grownTo(draft);
  const index = unit === "percent_yoy" && growth ? Number(growth.written.replace("%", "")) : undefined;
  const value = range?.value ?? amount?.value ?? index;
  const prior = draft.prior?.value ?? range?.prior;
  if (!draft.place) doubts.add("placeUnknown");
  if (!around.isDecimalCertain && amount && isAmbiguous(amount)) doubts.add("decimalSignUncertain");
  const figure: ExtractedFigure = {
    ...(draft.place && { geography: draft.place }),
    indicator: fullName(draft),
    ...(value !== undefined && { value }),
    unit,
    qualifier: hedge,
    period,
    ...(share && { shareOfTarget: share.ratio }),
    ...(growth && { growth: growth.ratio }),
    ...(draft.isOnPlan && amount && { target: targetOf(amount, period.year, "plan") }),
    ...(prior !== undefined && { priorYtd: prior }),
    ...(isExpected && { isExpected }),
    span: around.spanOf(draft.from, draft.to),
    confidence: confidenceOf(doubts),
    doubts: [...doubts],
    written: {
      ...(amount && { value: writtenAmount(amount, hedge) }),
      ...(share && { shareOfTarget: share.written }),
      ...(growth && { growth: growth.written }),
      ...(draft.prior && { priorYtd: writtenAmount(draft.prior) }),
      ...(points !== undefined && { pointsAboveTarget: points }),
      ...(excess && { excessAmount: writtenAmount(excess) }),
    },
  };
  return { figure, draft, parts: [] };
}

/**
 * The name of what a figure is of in answers.
 * @example fullName({ indicator: "exports", component: "rice" }) // => "exports:rice"
 */
export const fullName = ({ indicator, component }: Subject): string =>
  component ? `${indicator}:${component}` : indicator;

/** An amount as a target: "a plan of 5 billion USD for 2025". */
export const targetOf = (amount: Amount, year: number | undefined, kind: TargetKind): ExtractedTarget => ({
  value: amount.value,
  unit: amount.unit,
  ...(year !== undefined && { year }),
  kind,
  written: writtenAmount(amount, "exact"),
});

/** Whether a draft is of some months only: "in the first nine months", and neither "in 2025" nor "in 12 months". */
export const isPartOfYear = ({ period }: Draft): boolean =>
  period !== undefined && !period.isYear && !(period.fromMonth === 1 && period.throughMonth === LAST_MONTH);

/** "January to October exports: 103% of the 2022 target": months without a year are of the plan's. */
function datedByPlan({ period, planYear }: Draft): PeriodMention | undefined {
  const isDated = period?.year !== undefined || period?.yearOffset !== undefined;
  return period && planYear !== undefined && !isDated ? { ...period, year: planYear } : period;
}

/** Growth of the regional product without its level is an indicator of its own. */
const ofGrowthAlone = (draft: Draft): Draft =>
  !draft.amount && draft.indicator.startsWith("grdp") ? { ...draft, indicator: "grdp_growth" } : draft;

/** How far the ends of a range may be from the growth that is told beside it. */
const GROWTH_TOLERANCE = 0.02;

/** "(from 1.95 to 1.99 billion USD)": a range whose ends are as far apart as the growth says is last year and this. */
function grownTo({ amount, growth }: Draft): { value: number; prior: number } | undefined {
  if (!amount?.upTo || !growth) return undefined;
  return Math.abs(amount.upTo / amount.value - 1 - growth.ratio) < GROWTH_TOLERANCE
    ? { value: amount.upTo, prior: amount.value }
    : undefined;
}

/** "1.533" or "1,533": both conventions can be meant. */
const isAmbiguous = ({ literal }: Amount): boolean =>
  /^\d{1,3}\.\d{3}$/.test(literal) || /^\d{4,6}$/.test(literal);

const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  exact: "",
  more_than: "over ",
  nearly: "nearly ",
  about: "about ",
  estimated: "about ",
  at_least: "at least ",
  at_most: "at most ",
};

const writtenAmount = (amount: Amount, hedge: Hedge = amount.hedge): string =>
  `${HEDGE_WORDS[hedge]}${amount.literal} ${amount.scale}`;
