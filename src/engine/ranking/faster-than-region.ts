import type { Measured } from "../figure/measured.ts";
import { orderOf } from "./order.ts";

/** Whether a place grew faster than its region. */
export type Beats = "yes" | "no" | "digitsCannotTell";

/** How many places grew faster than the region. */
export interface FasterCount {
  /** Certainly faster, and those that may be for all that the digits tell. */
  readonly count: number;
  readonly uncertain: number;
  /** Places whose growth is known. */
  readonly outOf: number;
  /** `count` in `outOf`. */
  readonly share: number;
}

/**
 * Whether a growth is above the one that it is compared with.
 * @example beats({ value: 0.1, lower: 0.095, upper: 0.105 }, { value: 0.08, lower: 0.0795, upper: 0.0805 }) // => "yes"
 */
export function beats(growth: Measured, comparedWith: Measured): Beats {
  const order = orderOf(growth, comparedWith);
  if (order === "open") return "digitsCannotTell";
  return order === "above" ? "yes" : "no";
}

/**
 * How many grew faster; undefined where no growth was compared.
 * @param answers one for each place whose growth is known
 * @example countFaster(["yes", "no", "digitsCannotTell", "yes"]) // => { "count": 2, "uncertain": 1, "outOf": 4, "share": 0.5 }
 */
export function countFaster(answers: readonly Beats[]): FasterCount | undefined {
  if (answers.length === 0) return undefined;
  const count = answers.filter((answer) => answer === "yes").length;
  const uncertain = answers.filter((answer) => answer === "digitsCannotTell").length;
  return { count, uncertain, outOf: answers.length, share: count / answers.length };
}
