import { decimalMoved, decimalShifted, decimalValue, numberOf, type WrittenDecimal } from "./decimal.ts";
import type { Interval } from "./interval.ts";
import type { Measure } from "./measure.ts";
import { requireSameKind, type Unit } from "./unit.ts";
import type { Qualifier } from "./vocabulary.ts";

/**
 * What a figure is used as. Amounts, ratios and growths are rounded measurements; counts are exact; a target and a
 * target growth are decided, hence exact, unless they are quoted with a hedge ("more than 48.18 trillion").
 */
export type FigureRole = "amount" | "ratio" | "growth" | "count" | "target" | "targetGrowth";

/**
 * How the digits are understood. `strict`: the last written digit is significant. `coarse`: trailing zeros of a whole
 * number are not. `truncated`: digits beyond the last were cut off, not rounded, as the press often does.
 */
export type Reading = "strict" | "coarse" | "truncated";

/** One reported number. `lower` and `upper` are its strict reading; ratios and growths are fractions. */
export interface Figure extends Interval {
  readonly value: number;
  readonly role: FigureRole;
  readonly qualifier: Qualifier;
  /** The figure as it was given. */
  readonly written: string;
  /** Whether the number is decided or counted, so that `lower` and `upper` are `value`. */
  readonly exact: boolean;
  /** What one step of the last written digit counts. */
  readonly unitOfLastDigit: number;
  /** The unit named with the figure; absent when it has the unit of the question. */
  readonly unit?: Unit;
  readonly digits: WrittenDecimal;
  /** Whether the qualifier speaks of the size of a fall: "down more than 5%" lies below -5%. */
  readonly isFall: boolean;
  /** What it measures, where its text or its writer tells. */
  readonly measure?: Measure;
  /** Whether the one separator in it may as well be the other sign, and nothing told which. */
  readonly isAmbiguous?: boolean;
}

/** What a figure is built from. */
export type FigureSource = Pick<Figure, "role" | "qualifier" | "written" | "digits" | "isFall"> & {
  readonly unit?: Unit;
  readonly measure?: Measure;
  readonly isAmbiguous?: boolean;
};

/** The figure with value and interval worked out from its digits, role and qualifier. */
export function figureOf(source: FigureSource): Figure {
  const { digits, qualifier, role } = source;
  const isDecided = role === "target" || role === "targetGrowth";
  // "At least 1 billion" as a plan is the threshold 1 billion; as a measurement it has no upper end.
  const exact =
    (qualifier === "none" && (isDecided || role === "count")) || (qualifier === "atLeast" && isDecided);
  const value = numberOf(digits);
  const interval = exact ? { lower: value, upper: value } : hedged(source, value, digits.unitExponent);
  return { ...source, value, exact, ...interval, unitOfLastDigit: decimalValue(1, digits.unitExponent) };
}

/**
 * Interval of a figure under one reading, by the table of hedges: none v-u/2..v+u/2, over v..v+u, nearly v-u..v, about
 * v-u..v+u, at least v.., at most ..v, with u the unit of the last significant digit. Truncated: v..v+u, towards zero.
 */
export function readingOf(figure: Figure, reading: Reading): Interval {
  if (reading === "strict" || figure.exact) return figure;
  if (reading === "coarse") {
    if (figure.digits.coarseExponent === figure.digits.unitExponent) return figure;
    return hedged(figure, figure.value, figure.digits.coarseExponent);
  }
  if (figure.qualifier !== "none") return figure;
  const { value, digits } = figure;
  const beyond = decimalShifted(digits, value < 0 ? -2 : 2, digits.unitExponent - 1);
  return value < 0 ? { lower: beyond, upper: value } : { lower: value, upper: beyond };
}

function hedged({ digits, qualifier, isFall }: FigureSource, value: number, unitExponent: number): Interval {
  // With 17 digits a half of the last is below what a binary number tells apart; the value stays inside.
  const shifted = (halves: number) => {
    const moved = decimalShifted(digits, halves, unitExponent - 1);
    return halves < 0 ? Math.min(moved, value) : Math.max(moved, value);
  };
  switch (isFall ? MIRRORED[qualifier] : qualifier) {
    case "none":
      return { lower: shifted(-1), upper: shifted(1) };
    case "about":
      return { lower: shifted(-2), upper: shifted(2) };
    case "over":
      return { lower: value, upper: shifted(2) };
    case "nearly":
      return { lower: shifted(-2), upper: value };
    case "atLeast":
      return { lower: value, upper: Number.POSITIVE_INFINITY };
    case "atMost":
      return { lower: Number.NEGATIVE_INFINITY, upper: value };
  }
}

const MIRRORED: Readonly<Record<Qualifier, Qualifier>> = {
  none: "none",
  about: "about",
  over: "nearly",
  nearly: "over",
  atLeast: "atMost",
  atMost: "atLeast",
};

/**
 * The figure in the unit of the question. A magnitude word moves the decimal point exactly; a bare number is taken to be
 * in the unit of the question already. An amount in whole currency that is as large as the unit itself ("290,000,000
 * USD" asked in million USD) was written out in full and is converted too.
 * @throws EngineError invalidFigure when currency or physical unit disagree
 */
export function convertToUnit(figure: Figure, unit: Unit | undefined, path: string): Figure {
  if (unit === undefined || figure.unit === undefined) return figure;
  requireSameKind(figure.unit, unit, path);
  const isWrittenOut =
    figure.unit.exponent === 0 && figure.unit.currency !== undefined && Math.abs(figure.value) >= unit.scale;
  const places = figure.unit.exponent > 0 || isWrittenOut ? figure.unit.exponent - unit.exponent : 0;
  return figureOf({ ...sourceOf(figure), digits: decimalMoved(figure.digits, places), unit });
}

/** The figure with its decimal point moved: `places` 3 turns million into billion. */
export function figureMoved(figure: Figure, places: number): Figure {
  return figureOf({ ...sourceOf(figure), digits: decimalMoved(figure.digits, places) });
}

/** The figure with a whole number added: -1 reads "123.7% of last year" as growth. */
export function figureShifted(figure: Figure, whole: number): Figure {
  const { digits } = figure;
  const exponent = Math.min(0, digits.exponent);
  const mantissa =
    digits.mantissa * decimalValue(1, digits.exponent - exponent) + whole * decimalValue(1, -exponent);
  const { unitExponent, coarseExponent } = digits;
  return figureOf({ ...sourceOf(figure), digits: { mantissa, exponent, unitExponent, coarseExponent } });
}

const sourceOf = (figure: Figure): FigureSource => {
  const { role, qualifier, written, digits, isFall, unit, measure, isAmbiguous } = figure;
  return {
    role,
    qualifier,
    written,
    digits,
    isFall,
    ...(unit && { unit }),
    ...(measure && { measure }),
    ...(isAmbiguous && { isAmbiguous }),
  };
};
