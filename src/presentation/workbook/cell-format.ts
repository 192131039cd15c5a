import { isInSharesOfTarget } from "../answers.ts";
import { decimalsOf, PROSE_DIGITS } from "../format-number.ts";
import type { Presented } from "../json.ts";

/** A number format as a spreadsheet knows it; the sheet itself puts the separators of its reader's language. */
export type CellFormat = string;

export const PERCENT: CellFormat = "0.0%";
export const CHANGE: CellFormat = "+0.0%;-0.0%;0.0%";
export const RATIO: CellFormat = "0.00";
export const COUNT: CellFormat = "0";

const MOST_DECIMALS = 4;

/**
 * The format of a ratio, with the digits it was reported with.
 * @example percentFormat(0.2126) // => "0.00%"
 */
export function percentFormat(reported: number | undefined): CellFormat {
  const written = reported === undefined ? 0 : decimalsOf(reported) - 2;
  return `0.${"0".repeat(Math.min(MOST_DECIMALS, Math.max(1, written)))}%`;
}

/**
 * A probability in whole percent; one that is nearly sure is not shown as sure.
 * @example probabilityFormat(0.996) // => "\">99%\""
 */
export function probabilityFormat(probability: number): CellFormat {
  if (probability > 0.99 && probability < 1) return '">99%"';
  if (probability > 0 && probability < 0.01) return '"<1%"';
  return "0%";
}

/** Smaller amounts than these decimals tell are written with a power of ten. */
const FINEST_DECIMALS = 12;
const SCIENTIFIC: CellFormat = `0.${"0".repeat(PROSE_DIGITS - 1)}E+00`;

/**
 * The format of amounts: the smallest with about as many digits as prose has, and never fewer decimals than were reported.
 * @example amountFormatOf([1000, 290], [290]) // => "#,##0.0"
 * @example amountFormatOf([49496.26], [49496.26]) // => "#,##0.00"
 * @example amountFormatOf([0.000001234], []) // => "#,##0.000000000"
 * @example amountFormatOf([1.2e-12], []) // => "0.000E+00"
 */
export function amountFormatOf(amounts: readonly number[], reported: readonly number[]): CellFormat {
  const size = smallestOf(amounts);
  const whole = Number.isFinite(size) ? Math.floor(Math.log10(size)) + 1 : PROSE_DIGITS;
  const written = Math.min(MOST_DECIMALS, Math.max(0, ...reported.map(decimalsOf)));
  const decimals = Math.max(0, PROSE_DIGITS - whole, written);
  if (decimals > FINEST_DECIMALS) return SCIENTIFIC;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

/** The smallest size that is not zero; Infinity where there is none. */
const smallestOf = (amounts: readonly number[]): number =>
  Math.min(...amounts.map(Math.abs).filter((amount) => amount > 0));

/**
 * Decimals that a format writes.
 * @example formatDecimals("#,##0.00") // => 2
 */
export const formatDecimals = (format: CellFormat): number => /\.(0+)/.exec(format)?.[1]?.length ?? 0;

/** The format of an answer's amounts; shares of the plan are percentages. */
export function amountFormat(answer: Presented): CellFormat {
  if (isInSharesOfTarget(answer)) return PERCENT;
  const { ytd, priorFullYear } = answer.figures;
  const targets = answer.targets ?? [];
  const reported = [
    ...[ytd, priorFullYear]
      .filter((figure) => figure?.origin === "reported")
      .map((figure) => figure?.value ?? 0),
    ...targets.filter(({ origin }) => origin === "stated").map(({ value }) => value),
  ];
  const amounts = [ytd?.value ?? 0, ...targets.map(({ value }) => value)];
  return amountFormatOf([...amounts, ...smallParts(answer, smallestOf(amounts))], reported);
}

/** The part of an amount below which what a period needs is nearly nothing, and no reason for decimals. */
const NEARLY_NOTHING = 0.01;

/** What each period needs, where amounts are below one and their parts would lose their digits. */
function smallParts({ targets = [] }: Presented, size: number): readonly number[] {
  if (size >= 1) return [];
  return targets.flatMap(({ requiredRunRate }) => {
    const part = Math.abs(requiredRunRate?.perPeriod ?? 0);
    return part >= size * NEARLY_NOTHING ? [part] : [];
  });
}
