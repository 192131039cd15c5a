import { gammaln } from "simple-statistics";
import { INDICATOR_CLASSES } from "../../src/engine/forecast/evidence.ts";
import type { GrowthPrior } from "../../src/engine/plan/growth-prior.ts";
import { CLASS_INDEX, type GrowthRow, LONGEST } from "./learn-growth-rows.ts";
import { minimise } from "./learn-optimiser.ts";
import { perClass } from "./per-class.ts";

const CLASSES = INDICATOR_CLASSES.length;
const LEAST_DF = 2;
const DF_STEP = 1e-4;
const ITERATIONS = 400;
/** Years of one series overlap and years of all series share their fortune: a row is not an observation. */
const ROW_WEIGHT = 0.5;

/** Where each kind of parameter starts; the first five kinds have one for each class. */
const GROWTH = 0;
/** Slope over one year. */
const SLOPE = GROWTH + CLASSES;
/** Log scale over one year. */
const SIZE = SLOPE + CLASSES;
const WIDENING = SIZE + CLASSES;
const TAIL = WIDENING + CLASSES;
/** Slope over two years and more as a multiple of that over one. */
const PERSISTENCE = TAIL + CLASSES;
/** Log of the step of the log scale from each horizon to the next. */
const STEP = PERSISTENCE + LONGEST - 1;
const COMMON_TAIL = STEP + LONGEST - 1;
const LENGTH = COMMON_TAIL + 1;

/** Where a parameter is drawn to, and how much it is free to differ (a standard deviation). */
const BELIEFS: readonly (readonly [start: number, count: number, centre: number, deviation: number])[] = [
  [GROWTH, CLASSES, 0.06, 0.05],
  [SLOPE, CLASSES, 0, 0.3],
  [SIZE, CLASSES, Math.log(0.12), 0.4],
  [WIDENING, CLASSES, 0, 0.3],
  [TAIL, CLASSES, 0, 0.5],
  [PERSISTENCE, LONGEST - 1, 1.3, 0.5],
  [STEP, LONGEST - 1, Math.log(0.2), 0.7],
  [COMMON_TAIL, 1, Math.log(3), 0.7],
];

const logConstant = (df: number): number =>
  gammaln((df + 1) / 2) - gammaln(df / 2) - 0.5 * Math.log(df * Math.PI);

const persistenceAt = (theta: Float64Array, years: number): number =>
  years === 1 ? 1 : (theta[PERSISTENCE + years - 2] as number);

/**
 * Growth comes back to what is usual in its class: over h years it is h times the usual growth plus a part of how far
 * the last year was from it. The log scale rises by a step from each horizon to the next, so that it never falls.
 */
function at(theta: Float64Array, c: number, years: number) {
  const growth = theta[GROWTH + c] as number;
  const slope = persistenceAt(theta, years) * (theta[SLOPE + c] as number);
  const steps = Array.from({ length: years - 1 }, (_, k) =>
    Math.exp((theta[STEP + k] as number) + (theta[WIDENING + c] as number)),
  );
  return {
    growth,
    slope,
    steps,
    logScale: steps.reduce((sum, step) => sum + step, theta[SIZE + c] as number),
    degreesOfFreedom: LEAST_DF + Math.exp((theta[COMMON_TAIL] as number) + (theta[TAIL + c] as number)),
  };
}

/** Negative log of the posterior; its gradient is written into the second argument. */
function objectiveOf(rows: readonly GrowthRow[]) {
  const cells = INDICATOR_CLASSES.flatMap((name, c) =>
    Array.from({ length: LONGEST }, (_, k) => ({
      c,
      years: k + 1,
      rows: rows.filter((row) => row.indicatorClass === name && row.years === k + 1),
    })),
  );
  return (theta: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    const add = (i: number, value: number): void => {
      gradient[i] = (gradient[i] as number) + value;
    };
    let loss = 0;
    for (const [start, count, centre, deviation] of BELIEFS)
      for (let i = start; i < start + count; i++) {
        const z = ((theta[i] as number) - centre) / deviation;
        loss += 0.5 * z * z;
        add(i, z / deviation);
      }
    for (const { c, years, rows: own } of cells) {
      const { growth, slope, steps, logScale, degreesOfFreedom: df } = at(theta, c, years);
      const constant = logConstant(df);
      const constantSlope = (logConstant(df + DF_STEP) - constant) / DF_STEP;
      const scale = Math.exp(logScale);
      let dGrowth = 0;
      let dSlope = 0;
      let dScale = 0;
      let dTail = 0;
      for (const { before, after, weight: share } of own) {
        const weight = (share * ROW_WEIGHT) / years;
        const z = (after - years * growth - slope * (before - growth)) / scale;
        const ratio = (z * z) / df;
        const tail = ratio / (1 + ratio);
        loss += weight * (logScale - constant + ((df + 1) / 2) * Math.log1p(ratio));
        const dMean = -(((df + 1) / df) * (z / (1 + ratio))) / scale;
        dGrowth += weight * dMean * (years - slope);
        dSlope += weight * dMean * (before - growth);
        dScale += weight * (1 - (df + 1) * tail);
        dTail += weight * (-constantSlope + 0.5 * Math.log1p(ratio) - (((df + 1) / 2) * tail) / df);
      }
      add(GROWTH + c, dGrowth);
      add(SLOPE + c, dSlope * persistenceAt(theta, years));
      if (years > 1) add(PERSISTENCE + years - 2, dSlope * (theta[SLOPE + c] as number));
      add(SIZE + c, dScale);
      steps.forEach((step, k) => {
        add(STEP + k, dScale * step);
        add(WIDENING + c, dScale * step);
      });
      add(COMMON_TAIL, dTail * (df - LEAST_DF));
      add(TAIL + c, dTail * (df - LEAST_DF));
    }
    return loss;
  };
}

/** The most likely numbers, by class and horizon; classes with few years stay near those of all. */
export function learnGrowth(rows: readonly GrowthRow[]): GrowthPrior {
  const start = new Float64Array(LENGTH);
  for (const [first, count, centre] of BELIEFS) start.fill(centre, first, first + count);
  const theta = minimise(objectiveOf(rows), start, ITERATIONS);
  return {
    classes: perClass((name) => ({
      horizons: Array.from({ length: LONGEST }, (_, k) => {
        const years = k + 1;
        const own = at(theta, CLASS_INDEX.get(name) as number, years);
        return {
          years,
          intercept: own.growth * (years - own.slope),
          slope: own.slope,
          scale: Math.exp(own.logScale),
          degreesOfFreedom: own.degreesOfFreedom,
        };
      }),
    })),
  };
}
