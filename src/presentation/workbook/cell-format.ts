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

/**
 * The format of amounts: the smallest with about as many digits as prose has, and never fewer decimals than were reported.
 * @example amountFormatOf([1000, 290], [290]) // => "#,##0.0"
 * @example amountFormatOf([49496.26], [49496.26]) // => "#,##0.00"
 */
export function amountFormatOf(amounts: readonly number[], reported: readonly number[]): CellFormat {
  const size = Math.min(...amounts.map(Math.abs).filter((amount) => amount > 0));
  const whole = size < 1 ? 0 : Number.isFinite(size) ? Math.floor(Math.log10(size)) + 1 : PROSE_DIGITS;
  const decimals = Math.max(0, PROSE_DIGITS - whole, ...reported.map(decimalsOf));
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(Math.min(MOST_DECIMALS, decimals))}`;
}

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
  return amountFormatOf([ytd?.value ?? 0, ...targets.map(({ value }) => value)], reported);
}
