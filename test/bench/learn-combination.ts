import { median } from "simple-statistics";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import type {
  ClassCombinationPriors,
  CombinationPriors,
  FeatureName,
  MemberName,
} from "../../src/engine/forecast/priors.ts";
import { degreesOfFreedomOf, logScaleOf, negativeLogLikelihood, type Prepared } from "./learn-likelihood.ts";
import { minimise, type Objective } from "./learn-optimiser.ts";
import { ANCHORS, blockAt, layoutOf, type Structure } from "./learn-parameters.ts";
import { PENALTIES, type Penalties, penalty, USUAL_LOG_DF, USUAL_LOG_SCALE } from "./learn-penalty.ts";
import { ANCHOR_MONTHS } from "./learn-seasons.ts";

const ITERATIONS = 300;
const UNKNOWN_SCALE = 0.2;

/**
 * Learns one combination for all classes at once: penalised Student's t likelihood of the log remainder. Unless all are
 * to be learned `together`, the series of other countries (class `general`) come after, and move only their own block:
 * what is usual there is no evidence about Viet Nam. How a method for monthly history does is.
 */
export function learnCombination(
  prepared: readonly Prepared[],
  structure: Structure,
  penalties: Penalties = PENALTIES,
  together = false,
): CombinationPriors {
  const layout = layoutOf(structure);
  const gateMethods = structure.gates.map(([name]) => structure.methods.indexOf(name));
  const general = INDICATOR_CLASSES.indexOf("general");

  const objectiveOf =
    (active: readonly Prepared[]): Objective =>
    (theta, gradient) => {
      gradient.fill(0);
      const loss = negativeLogLikelihood(theta, gradient, active, layout, gateMethods, penalties.rowWeight);
      return loss + penalty(theta, gradient, layout, structure, penalties);
    };

  const start = new Float64Array(layout.size);
  for (let a = 0; a < ANCHORS; a++) start[blockAt(layout, layout.logScale, 0) + a] = USUAL_LOG_SCALE;
  start[layout.degreesOfFreedom] = USUAL_LOG_DF;
  let theta = minimise(
    objectiveOf(together ? prepared : prepared.filter((row) => row.c !== general)),
    start,
    ITERATIONS,
  );

  const others = together ? [] : prepared.filter((row) => row.c === general);
  if (others.length > 0) {
    const first = blockAt(layout, 0, general + 1);
    const full = objectiveOf(others);
    const ownBlockOnly: Objective = (point, gradient) => {
      const value = full(point, gradient);
      gradient.fill(0, 0, first);
      gradient.fill(0, layout.gates);
      return value;
    };
    theta = minimise(ownBlockOnly, theta, ITERATIONS);
  }

  const classes: Partial<Record<IndicatorClass, ClassCombinationPriors>> = {};
  INDICATOR_CLASSES.forEach((indicatorClass, c) => {
    const own = prepared.filter((row) => row.c === c);
    if (own.length === 0) return;
    const at = (kind: number): number[] =>
      ANCHOR_MONTHS.map(
        (_, a) =>
          (theta[blockAt(layout, kind, 0) + a] as number) +
          (theta[blockAt(layout, kind, c + 1) + a] as number),
      );
    classes[indicatorClass] = {
      scores: Object.fromEntries(structure.methods.map((name, j) => [name, at(j)])),
      trend: at(layout.trend),
      logScale: at(layout.logScale),
      degreesOfFreedom: degreesOfFreedomOf(theta, layout, c),
      calibration: 1,
      typicalScale: ANCHOR_MONTHS.map((_, a) => {
        const near = own.filter(
          (row) => (row.anchor === a && row.right < 0.5) || (row.anchor === a - 1 && row.right >= 0.5),
        );
        return near.length === 0
          ? UNKNOWN_SCALE
          : Math.exp(median(near.map((row) => logScaleOf(theta, layout, row))));
      }),
    };
  });
  const gates: Partial<Record<MemberName, Partial<Record<FeatureName, number>>>> = {};
  structure.gates.forEach(([name, feature], g) => {
    gates[name] = { ...gates[name], [feature]: theta[layout.gates + g] as number };
  });
  return {
    gates,
    shifts: Object.fromEntries(
      (structure.shifts ?? []).map((feature, f) => [
        feature,
        Array.from(theta.slice(layout.shifts + f * ANCHORS, layout.shifts + (f + 1) * ANCHORS)),
      ]),
    ),
    scaleFeatures: Object.fromEntries(
      structure.scaleFeatures.map((feature, f) => [feature, theta[layout.slopes + f] as number]),
    ),
    classes,
  };
}
