import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import type { Priors } from "../../src/engine/forecast/priors.ts";
import { type Answered, answer, LEVELS } from "./accuracy-predict.ts";
import { calibrated, type Residual, residualsOf } from "./learn-calibration.ts";
import type { Moment } from "./learn-cases.ts";
import { learnPriors } from "./learn-model.ts";

/** Small stable hash (FNV-1a), so that folds do not depend on the order of the file. */
function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16777619) >>> 0;
  return value;
}

/** Whole groups of related series are left out together; retail is one group in all, so there single series are. */
const unitOf = (moment: Moment): string =>
  moment.dataset === "vn-retail" ? moment.id.slice(0, moment.id.lastIndexOf(":")) : moment.group;

/** Fold of every left-out unit, 0 to folds - 1: dealt out in turn, dataset by dataset so that each is spread evenly. */
export function foldsOf(moments: readonly Moment[], folds: number): (moment: Moment) => number {
  const datasets = new Map<string, string>();
  for (const moment of moments)
    if (!datasets.has(unitOf(moment))) datasets.set(unitOf(moment), moment.dataset);
  const units = [...datasets].sort(([a, da], [b, db]) => (da === db ? hash(a) - hash(b) : da < db ? -1 : 1));
  const order = new Map(units.map(([unit], i) => [unit, i % folds]));
  return (moment) => order.get(unitOf(moment)) as number;
}

const asked = (moments: readonly Moment[], priors: Priors, tet: TetCalendar): Answered[] =>
  moments
    .filter((m) => m.asked)
    .flatMap((m) => LEVELS.map((level) => answer(m, level, priors, tet)))
    .filter((a) => a !== undefined);

/** Numbers learned without each fold, and how its years fell. */
function leftOut(
  moments: readonly Moment[],
  tet: TetCalendar,
  folds: number,
): { parts: { priors: Priors; left: readonly Moment[] }[]; residuals: Residual[] } {
  const fold = foldsOf(moments, folds);
  const residuals: Residual[] = [];
  const parts = Array.from({ length: folds }, (_, f) => {
    const left = moments.filter((m) => fold(m) === f);
    const priors = learnPriors(
      moments.filter((m) => fold(m) !== f),
      tet,
    );
    residuals.push(...residualsOf(left, priors, tet, f));
    return { priors, left };
  });
  return { parts, residuals };
}

/** Answers to every question by numbers learned, and scales calibrated, without the question's group of series. */
export function crossValidated(moments: readonly Moment[], tet: TetCalendar, folds: number): Answered[] {
  const { parts, residuals } = leftOut(moments, tet, folds);
  return parts.flatMap(({ priors, left }, f) =>
    asked(
      left,
      calibrated(
        priors,
        residuals.filter((r) => r.fold !== f),
      ),
      tet,
    ),
  );
}

/** Numbers learned from all years, with scales calibrated on years that were left out. */
export function calibratedPriors(moments: readonly Moment[], tet: TetCalendar, folds: number): Priors {
  return calibrated(learnPriors(moments, tet), leftOut(moments, tet, folds).residuals);
}

/** Answers for later years by numbers learned on years up to `lastYear`, other countries' series included. */
export function splitByTime(
  moments: readonly Moment[],
  tet: TetCalendar,
  lastYear: number,
  folds: number,
): Answered[] {
  const earlier = moments.filter((m) => m.year <= lastYear || m.dataset === "monthly");
  return asked(
    moments.filter((m) => m.year > lastYear),
    calibratedPriors(earlier, tet, folds),
    tet,
  );
}
