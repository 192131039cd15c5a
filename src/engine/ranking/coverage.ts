import { isCompared, type KnownPlace } from "./known-place.ts";
import type { RankingQuestion } from "./ranking-question.ts";

/** Which of a region's places are there; `isComplete` is absent where nobody told how many there should be. */
export interface Coverage {
  /** Places with a figure. */
  readonly given: number;
  readonly of?: number;
  /** Names of places that should be there and have no figure. */
  readonly missing: readonly string[];
  /** How many are missing, the unnamed among them. */
  readonly missingCount?: number;
  /** Places that have figures and are not among those expected. */
  readonly unexpected: readonly string[];
  readonly isComplete?: boolean;
}

/** The places given against those expected. */
export function coverageOf(
  { expected, of }: Pick<RankingQuestion, "expected" | "of">,
  known: readonly KnownPlace[],
): Coverage {
  const compared = known.filter(isCompared);
  const keys = new Set(compared.map(({ key }) => key));
  const wanted = expected ?? known;
  const missing = wanted.filter(({ key }) => !keys.has(key)).map(({ name }) => name);
  const expectedKeys = new Set(expected?.map(({ key }) => key));
  const unexpected = expected
    ? compared.filter(({ key }) => !expectedKeys.has(key)).map(({ name }) => name)
    : [];
  const size = expected?.length ?? of;
  const missingCount =
    size === undefined
      ? missing.length || undefined
      : Math.max(missing.length, size - compared.length + unexpected.length);
  return {
    given: compared.length,
    ...(size !== undefined && { of: size }),
    missing,
    ...(missingCount !== undefined && { missingCount }),
    unexpected,
    ...(missingCount !== undefined && { isComplete: missingCount === 0 && unexpected.length === 0 }),
  };
}
