import { EngineError } from "../engine-error.ts";
import {
  type DecimalSign,
  decimalMoved,
  decimalNegative,
  mayGroup,
  numberOf,
  readDecimal,
  type WrittenDecimal,
} from "./decimal.ts";
import { type Figure, type FigureRole, type FigureSource, figureOf } from "./figure.ts";
import { readPhrases } from "./figure-phrases.ts";
import { type Measure, splitPriceBasis } from "./measure.ts";
import {
  decimalSignOfWords,
  QUALIFIERS,
  type Qualifier,
  withoutAccents,
  withTimesWritten,
} from "./vocabulary.ts";

/** A figure given in parts: `digits` is how many digits of `value` are significant ("31,000" meant to the hundred: 3). */
export interface FigureParts {
  readonly value: number | string;
  readonly qualifier?: Qualifier;
  readonly digits?: number;
  readonly measure?: Measure;
}

/** How a figure is to be read; `path` names the field in errors. */
export interface FigureContext {
  readonly role: FigureRole;
  /** The decimal sign, where it was told; the digits overrule it only where they can be read in no other way. */
  readonly decimal?: DecimalSign;
  /** The decimal sign that the figure's surroundings suggest; the language of its own words goes before it. */
  readonly likelyDecimal?: DecimalSign;
  readonly path: string;
}

/** A share or growth beyond 500% is rarer than a forgotten percent sign; a bare number above this is refused. */
export const LARGEST_BARE_RATIO = 5;

/** Beyond this, neighbouring whole numbers are no longer told apart, and no economy has such amounts. */
export const LARGEST_VALUE = 1e18;

/** Longest text taken for one figure; anything longer is a sentence. */
const LONGEST_TEXT = 120;

/**
 * One reported number with its digits, hedge and unit, from a number, a text in English or Vietnamese or its parts.
 * Ratios and growths come out as fractions; growth is negative for a fall, and "2.2 times" is growth of 1.2
 * (so is "tăng 2,2 lần", which in reports says what the amount became, not what was added), as "doubled" is of 1.
 * @throws EngineError invalidFigure naming `path` when the figure cannot be read or cannot be meant
 * @example parseFigure("more than US$290 million", { role: "amount", path: "ytd" }).upper // => 291
 * @example parseFigure("31,6%", { role: "ratio", path: "shareOfTarget" }).lower // => 0.3155
 * @example parseFigure("giảm 5%", { role: "growth", path: "growth" }).value // => -0.05
 * @example parseFigure({ value: 31000, qualifier: "nearly", digits: 3 }, { role: "amount", path: "ytd" }).lower // => 30900
 */
export function parseFigure(given: number | string | FigureParts, context: FigureContext): Figure {
  const parts = typeof given === "object" && given !== null ? given : { value: given };
  const source =
    typeof parts.value === "number"
      ? fromNumber(parts.value, context)
      : fromText(requireText(parts.value, context.path), context);
  const figure = figureOf(withParts(source, parts, context.path));
  requirePossible(figure, context.path);
  return figure;
}

function requireText(value: unknown, path: string): string {
  if (typeof value === "string") return value;
  throw new EngineError(
    "invalidFigure",
    path,
    `${path} must be a number or a text`,
    'write 290 or "over 290"',
  );
}

function fromNumber(value: number, { role, path }: FigureContext): FigureSource {
  if (!Number.isFinite(value)) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} must be a finite number`,
      "leave the field out when the figure is not known",
    );
  }
  requireFraction(value, role, path);
  // The shortest decimal notation that gives this number back is what was typed, short of trailing zeros.
  const shortest = readDecimal(String(Math.abs(value)).replace("e+", "e"), "point", path);
  const written = isFraction(role) ? percentDigits(shortest, true) : shortest;
  return {
    role,
    qualifier: "none",
    written: String(value || 0),
    digits: value < 0 ? decimalNegative(written) : written,
    isFall: false,
  };
}

function fromText(text: string, { role, decimal, likelyDecimal, path }: FigureContext): FigureSource {
  if (text.length > LONGEST_TEXT) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} is longer than ${LONGEST_TEXT} characters`,
      "give the one number only",
    );
  }
  const { priceBasis, rest } = splitPriceBasis(withoutAccents(text));
  const plain = role === "growth" ? withTimesWritten(rest) : rest;
  const phrases = readPhrases(plain, role, path);
  const signs = [decimalSignOfWords(plain), likelyDecimal].filter((sign) => sign !== undefined);
  const isTold = decimal !== undefined || new Set(signs).size === 1;
  let digits = readDecimal(phrases.literal, decimal ?? signs[0] ?? "point", path);
  if (phrases.isPercent) digits = decimalMoved(digits, -2);
  if (phrases.isTimes) digits = timesAsRatio(digits, role);
  const isBare = !phrases.isPercent && !phrases.isTimes;
  if (isBare) requireFraction(numberOf(digits), role, path);
  if (isFraction(role)) digits = percentDigits(digits, isBare);
  if (phrases.isNegative) digits = decimalNegative(digits);
  const { qualifier, isFall, unit, literal } = phrases;
  return {
    role,
    qualifier,
    written: text.trim(),
    digits,
    isFall,
    ...(unit && { unit }),
    ...(priceBasis && { measure: { priceBasis } }),
    ...(!isTold && mayGroup(literal) && { isAmbiguous: true }),
  };
}

/** "2.2 times" as much is a ratio of 2.2 and a growth of 1.2, to the same last digit. */
function timesAsRatio(digits: WrittenDecimal, role: FigureRole): WrittenDecimal {
  if (role !== "growth" && role !== "targetGrowth") return digits;
  const exponent = Math.min(0, digits.exponent);
  const mantissa = digits.mantissa * 10 ** (digits.exponent - exponent) - 10 ** -exponent;
  const { unitExponent, coarseExponent } = digits;
  return { mantissa, exponent, unitExponent, coarseExponent };
}

function withParts(source: FigureSource, parts: FigureParts, path: string): FigureSource {
  let { qualifier, digits } = source;
  if (parts.qualifier !== undefined) {
    if (!QUALIFIERS.includes(parts.qualifier)) {
      throw new EngineError(
        "invalidFigure",
        `${path}.qualifier`,
        `${path}.qualifier is not one of the hedges known`,
        `write one of ${QUALIFIERS.join(", ")}`,
      );
    }
    if (qualifier !== "none" && qualifier !== parts.qualifier) {
      throw new EngineError(
        "invalidFigure",
        path,
        `${path} says "${qualifier}" in its text and "${parts.qualifier}" beside it`,
        "give one qualifier",
      );
    }
    qualifier = parts.qualifier;
  }
  if (parts.digits !== undefined) {
    if (!Number.isInteger(parts.digits) || parts.digits < 1 || parts.digits > 17) {
      throw new EngineError(
        "invalidFigure",
        `${path}.digits`,
        `${path}.digits must be a whole number from 1 to 17`,
        "count the significant digits: 31,000 to the hundred has 3",
      );
    }
    const leading = digits.mantissa === 0 ? 1 : String(Math.abs(digits.mantissa)).length;
    const unitExponent = digits.exponent + leading - parts.digits;
    digits = { ...digits, unitExponent, coarseExponent: unitExponent };
  }
  const measure = parts.measure && { ...source.measure, ...parts.measure };
  return { ...source, qualifier, digits, ...(measure && { measure }) };
}

const isFraction = (role: FigureRole): boolean =>
  role === "ratio" || role === "growth" || role === "targetGrowth";

/**
 * Fractions stand for percents. A bare 0.1 says 10%, not "between 5% and 15%", so its last digit is a whole percent or
 * finer; and "70%" is rounded to a whole percent, never to tens, so its zero is significant.
 */
function percentDigits(digits: WrittenDecimal, isBare: boolean): WrittenDecimal {
  const unitExponent = isBare ? Math.min(digits.unitExponent, -2) : digits.unitExponent;
  return { ...digits, unitExponent, coarseExponent: unitExponent };
}

function requireFraction(value: number, role: FigureRole, path: string): void {
  if (!isFraction(role) || Math.abs(value) <= LARGEST_BARE_RATIO) return;
  throw new EngineError(
    "invalidFigure",
    path,
    `${path} is ${value}, which as a fraction would be ${Number((value * 100).toPrecision(12))}%`,
    'write a fraction or a percent sign: 0.316 or "31.6%"',
  );
}

function requirePossible(figure: Figure, path: string): void {
  if (Math.abs(figure.value) >= LARGEST_VALUE) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} is 10^18 or more`,
      "use a larger unit, such as billion VND",
    );
  }
  const isGrowth = figure.role === "growth" || figure.role === "targetGrowth";
  if (isGrowth && figure.value <= -1) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} is a fall of 100% or more, which leaves nothing to grow from`,
      "growth is negative for a fall and stays above -100%; give the amounts instead",
    );
  }
}
