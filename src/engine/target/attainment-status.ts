/**
 * Where a target stands, in words. `attained` and `missed` are facts; the others are classes of probability,
 * never of a ratio to a straight line.
 */
export const ATTAINMENT_STATUSES = [
  "attained",
  "onCourse",
  "likely",
  "atRisk",
  "outOfReach",
  "missed",
] as const;
export type AttainmentStatus = (typeof ATTAINMENT_STATUSES)[number];

/** Four in five, even odds and one in five: classes that a reader can bet on. */
export const STATUS_THRESHOLDS = { onCourse: 0.8, likely: 0.5, atRisk: 0.2 } as const;

/**
 * The status of a target from the probability of reaching it and what is already decided.
 * @example attainmentStatus({ probability: 0.63 }) // => "likely"
 * @example attainmentStatus({ probability: 1, decided: "attained" }) // => "attained"
 */
export function attainmentStatus(known: {
  readonly probability: number;
  readonly decided?: "attained" | "missed" | undefined;
}): AttainmentStatus {
  if (known.decided) return known.decided;
  if (known.probability >= STATUS_THRESHOLDS.onCourse) return "onCourse";
  if (known.probability >= STATUS_THRESHOLDS.likely) return "likely";
  return known.probability >= STATUS_THRESHOLDS.atRisk ? "atRisk" : "outOfReach";
}
