import { EngineError } from "../engine-error.ts";
import { type Figure, type Reading, readingOf } from "../figure/figure.ts";
import { boundsOf, type Interval, intervalIntersection, intervalQuotient } from "../figure/interval.ts";
import type { Note } from "../note.ts";
import type { KnownFigure } from "../outlook-types.ts";
import type { TargetAsk } from "../question.ts";

/** A target as a level, and where the level came from. */
export interface ResolvedTarget {
  readonly name: string;
  readonly value: number;
  readonly origin: "stated" | "growthOnLastYear" | "impliedByShare";
}

/** The name of a target that nobody stated but that a reported share implies. */
export const IMPLIED_TARGET = "impliedByShare";

const READINGS: readonly Reading[] = ["strict", "coarse", "truncated"];

/**
 * Which of the stated level targets the reported share is a share of: the first that the digits allow. Without a
 * share it is the first; where the share fits none it is the first too, and `fits` is false.
 */
export function targetOfShare(
  targets: readonly TargetAsk[],
  ytd: Figure | undefined,
  shareOfTarget: Figure | undefined,
): { readonly target: TargetAsk | undefined; readonly fits: boolean } {
  const levels = targets.filter(({ level }) => level);
  if (!ytd || !shareOfTarget || levels.length === 0) return { target: levels[0], fits: true };
  const fitting = levels.find(({ level }) =>
    READINGS.some((reading) => {
      const share = readingOf(shareOfTarget, reading);
      return (
        level &&
        share.lower > 0 &&
        intervalIntersection(level, intervalQuotient(readingOf(ytd, reading), share))
      );
    }),
  );
  return { target: fitting ?? levels[0], fits: fitting !== undefined };
}

/** The target that a year-to-date figure and its share of it imply, as a derived figure; none where either may be 0. */
export function impliedTarget(ytd: KnownFigure, shareOfTarget: Figure): KnownFigure | undefined {
  if (shareOfTarget.lower <= 0 || ytd.value <= 0) return undefined;
  const interval: Interval = {
    lower: ytd.lower ?? Number.NEGATIVE_INFINITY,
    upper: ytd.upper ?? Number.POSITIVE_INFINITY,
  };
  return {
    value: ytd.value / shareOfTarget.value,
    ...boundsOf(intervalQuotient(interval, shareOfTarget)),
    origin: "derived",
    from: "ytd / shareOfTarget",
  };
}

/** What resolving targets needs of a report that was already checked. */
export interface CheckedTargets {
  readonly targets: readonly TargetAsk[];
  readonly figures: Readonly<Record<string, KnownFigure>>;
  /** The growth target that was tied to the plan's level by the check. */
  readonly planGrowth: TargetAsk | undefined;
  /** The target that the share implies, where no stated one is that target. */
  readonly implied: KnownFigure | undefined;
  /** Last year's total, or its estimate from the usual season; undefined when neither is known. */
  readonly lastYear: KnownFigure | undefined;
}

/**
 * Every target as a level, in the order asked, the one implied by the share last.
 * @throws EngineError notEnoughKnown when a target is a growth on a year that is not known
 */
export function resolveTargets(checked: CheckedTargets): {
  readonly targets: readonly ResolvedTarget[];
  readonly notes: readonly Note[];
} {
  const { figures, planGrowth, implied, lastYear } = checked;
  const notes: Note[] = [];
  const targets = checked.targets.map(({ name, level, growth }): ResolvedTarget => {
    if (level) return { name, value: level.value, origin: "stated" };
    const rate = growth?.value ?? 0;
    if (planGrowth?.name === name && figures.target) {
      if (figures.priorFullYear?.from?.startsWith("target"))
        notes.push({
          code: "growthTargetTakenAsPlan",
          values: { growth: rate, target: figures.target.value },
        });
      return { name, value: figures.target.value, origin: "growthOnLastYear" };
    }
    if (!lastYear)
      throw new EngineError(
        "notEnoughKnown",
        "target",
        `the target "${name}" is a growth on last year, which is not known`,
        "give priorFullYear, or priorYtd, or growth",
      );
    if (lastYear.value <= 0)
      throw new EngineError(
        "notEnoughKnown",
        "priorFullYear",
        "a growth on a year that is not above zero says nothing",
        "give the target as an amount",
      );
    return { name, value: lastYear.value * (1 + rate), origin: "growthOnLastYear" };
  });
  if (implied) {
    targets.push({ name: IMPLIED_TARGET, value: implied.value, origin: "impliedByShare" });
    notes.push(impliedNote(checked.targets, implied));
  }
  return { targets, notes };
}

function impliedNote(targets: readonly TargetAsk[], implied: KnownFigure): Note {
  const stated = targets.find(({ level }) => level);
  if (!stated?.level) {
    const { value, lower = value, upper = value } = implied;
    return { code: "targetImpliedByShare", values: { target: value, lower, upper } };
  }
  return {
    code: "targetsConflict",
    values: {
      first: stated.name,
      firstValue: stated.level.value,
      second: IMPLIED_TARGET,
      secondValue: implied.value,
    },
  };
}
