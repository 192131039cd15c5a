import { EngineError } from "../engine-error.ts";

/**
 * A number as it was written: `mantissa` x 10^`exponent`, with the place of its last written digit. Figures keep this
 * form until the end so that a percent sign or a magnitude word moves the decimal point without rounding.
 */
export interface WrittenDecimal {
  /** Whole number with sign. */
  readonly mantissa: number;
  readonly exponent: number;
  /** The last written digit counts 10^`unitExponent`. */
  readonly unitExponent: number;
  /** The last digit before trailing zeros of a whole number counts 10^`coarseExponent`. */
  readonly coarseExponent: number;
  /** The number itself, where the mantissa has more digits than a binary number counts exactly. */
  readonly nearest?: number;
}

/** Which sign parts whole from fraction when the digits alone do not tell. */
export type DecimalSign = "point" | "comma";

/** A binary number carries 17 digits at most; with more, the last written digit could not be honoured. */
export const MOST_DIGITS = 17;

/** Largest power of ten that a binary number holds exactly. */
const LARGEST_EXACT_POWER = 22;
const POWERS = Array.from({ length: LARGEST_EXACT_POWER + 1 }, (_, power) => Number(`1e${power}`));

/**
 * mantissa x 10^exponent, correctly rounded.
 * @example decimalValue(316, -3) // => 0.316
 */
export function decimalValue(mantissa: number, exponent: number): number {
  // Dividing by an exact power rounds once; multiplying by 10^-3 would round twice and turn 0.316 into 0.31600000000000004.
  const power = POWERS[Math.abs(exponent)];
  if (power === undefined) return Number(`${mantissa}e${exponent}`);
  return exponent < 0 ? mantissa / power : mantissa * power;
}

/** Whether `decimalValue` rounds only once. */
const isCountedExactly = (mantissa: number, exponent: number): boolean =>
  mantissa <= Number.MAX_SAFE_INTEGER && Math.abs(exponent) <= LARGEST_EXACT_POWER;

/** The number a written decimal stands for; zero has no sign. */
export function numberOf({ mantissa, exponent, nearest }: WrittenDecimal): number {
  return (nearest ?? decimalValue(mantissa, exponent)) || 0;
}

/** The written number with its sign turned. */
export function decimalNegative(written: WrittenDecimal): WrittenDecimal {
  const { mantissa, nearest } = written;
  return { ...written, mantissa: 0 - mantissa, ...(nearest === undefined ? {} : { nearest: 0 - nearest }) };
}

/** The written number moved by `fives` x 5 x 10^`place`, exactly: halves of a unit are five of the next place. */
export function decimalShifted(written: WrittenDecimal, fives: number, place: number): number {
  const exponent = Math.min(written.exponent, place);
  const moved =
    written.mantissa * decimalValue(1, written.exponent - exponent) +
    fives * 5 * decimalValue(1, place - exponent);
  return decimalValue(moved, exponent);
}

/** The same digits with the decimal point moved: `places` -2 reads a percent as a fraction. */
export function decimalMoved(written: WrittenDecimal, places: number): WrittenDecimal {
  return {
    mantissa: written.mantissa,
    exponent: written.exponent + places,
    unitExponent: written.unitExponent + places,
    coarseExponent: written.coarseExponent + places,
    ...(written.nearest === undefined ? {} : { nearest: written.nearest * decimalValue(1, places) }),
  };
}

/** Whether the one separator of a literal parts off three digits, so that it may be a decimal or a thousands sign. */
export const mayGroup = (literal: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(literal);

/**
 * The decimal sign that a literal shows by itself: the last of two different signs, the one that is not repeated, or a
 * lone one that does not part off three digits. Undefined where it shows none.
 * @example decimalSignOf("49.496,26") // => "comma"
 * @example decimalSignOf("1,315,430") // => "point"
 * @example decimalSignOf("31.6") // => "point"
 */
export function decimalSignOf(literal: string): DecimalSign | undefined {
  const signs = literal.replace(/[^.,]/g, "");
  const last = signs.at(-1);
  if (last === undefined || mayGroup(literal)) return undefined;
  const isRepeated = signs.length > 1 && signs === last.repeat(signs.length);
  return (last === ".") === isRepeated ? "comma" : "point";
}

interface Separated {
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Digits of a number literal with "." and "," and spaces in any of the usual places. Both signs present, or one of them
 * repeated, settle which is which; a lone sign is a decimal sign unless it is not `decimal` and parts off exactly three
 * digits ("1,315" is 1315 under `point` and 1.315 under `comma`).
 * @throws EngineError invalidFigure when the signs cannot be a number ("1,23,4") or there are too many digits
 */
export function readDecimal(literal: string, decimal: DecimalSign, path: string): WrittenDecimal {
  const [digits = "", power = "0"] = literal.replace(/[ ']/g, "").split("e");
  const { whole, fraction } = separate(digits, decimal, path);
  const significant = `${whole}${fraction}`.replace(/^0+(?=\d)/, "");
  const kept = significant.replace(/0+$/, "").length;
  if (kept > MOST_DIGITS) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} has ${kept} digits, more than the ${MOST_DIGITS} that can be kept`,
      "leave out digits nobody reported",
    );
  }
  const exponent = Number(power) - fraction.length;
  const mantissa = Number(significant);
  const zeros = fraction === "" && /[1-9]/.test(whole) ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
  return {
    mantissa,
    exponent,
    unitExponent: exponent,
    coarseExponent: exponent + zeros,
    ...(isCountedExactly(mantissa, exponent) ? {} : { nearest: Number(`${significant}e${exponent}`) }),
  };
}

function separate(digits: string, decimal: DecimalSign, path: string): Separated {
  const points = count(digits, ".");
  const commas = count(digits, ",");
  if (points + commas === 0) return { whole: digits, fraction: "" };
  if (points > 0 && commas > 0) {
    const last = digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ",";
    if (count(digits, last) > 1) throw inconsistent(digits, path);
    return split(digits, last, path);
  }
  const sign = points > 0 ? "." : ",";
  if (points + commas > 1) return { whole: ungrouped(digits, sign, digits, path), fraction: "" };
  const isDecimalSign = sign === (decimal === "point" ? "." : ",");
  if (!isDecimalSign && mayGroup(digits)) {
    return { whole: ungrouped(digits, sign, digits, path), fraction: "" };
  }
  return split(digits, sign, path);
}

function split(digits: string, sign: string, path: string): Separated {
  const at = digits.lastIndexOf(sign);
  const whole = digits.slice(0, at);
  return {
    whole: /[.,]/.test(whole) ? ungrouped(whole, sign === "." ? "," : ".", digits, path) : whole || "0",
    fraction: digits.slice(at + 1),
  };
}

function ungrouped(whole: string, sign: string, digits: string, path: string): string {
  const [first = "", ...groups] = whole.split(sign);
  if (first === "" || first.length > 3 || groups.some((group) => group.length !== 3)) {
    throw inconsistent(digits, path);
  }
  return first + groups.join("");
}

function inconsistent(digits: string, path: string): EngineError {
  return new EngineError(
    "invalidFigure",
    path,
    `${path} has its points and commas in places where no number has them: "${digits.slice(0, 30)}"`,
    'write 1315.43, or "1,315.43", or "1.315,43"',
  );
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
