import { gammaln } from "simple-statistics";
import type { FeatureValues } from "../../src/engine/forecast/combination.ts";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { featuresOf } from "../../src/engine/forecast/features.ts";
import type { Completed } from "../../src/engine/forecast/known.ts";
import type { FeatureName, MemberName } from "../../src/engine/forecast/priors.ts";
import { METHODS } from "../../src/engine/methods/index.ts";
import { ANCHORS, betweenAnchors, type Layout, type Structure } from "./learn-parameters.ts";

/** One month of one complete year as a state of information sees it. */
export interface Row {
  readonly indicatorClass: IndicatorClass;
  readonly elapsed: number;
  readonly known: Completed;
  readonly fullYear: number;
}

/** A row in numbers; `estimates` holds NaN where a method does not apply. */
export interface Prepared {
  readonly c: number;
  readonly anchor: number;
  readonly right: number;
  readonly estimates: Float64Array;
  readonly gateValues: Float64Array;
  readonly slopeValues: Float64Array;
  readonly shiftValues: Float64Array;
  readonly target: number;
}

/** Below this a t has no variance, and quantiles far out lose their meaning. */
const LEAST_DF = 2;
const DF_STEP = 1e-4;
/** A revision can leave a year no remainder: this part of the total is the least that is learned from. */
const LEAST_PART = 2e-3;

/** A case in numbers, whatever the methods are: estimates and features by name. */
export interface Facts {
  readonly indicatorClass: IndicatorClass;
  readonly elapsed: number;
  readonly estimates: ReadonlyMap<MemberName, number>;
  readonly features: FeatureValues;
  /** Remainder, at least `LEAST_PART` of the full year. */
  readonly remainder: number;
}

export function prepareFacts(facts: Facts, structure: Structure): Prepared {
  const { estimates, features } = facts;
  const valuesOf = (names: readonly FeatureName[]): Float64Array =>
    Float64Array.from(names, (name) => features[name] as number);
  return {
    c: INDICATOR_CLASSES.indexOf(facts.indicatorClass),
    ...betweenAnchors(facts.elapsed),
    estimates: Float64Array.from(structure.methods, (name) => estimates.get(name) ?? Number.NaN),
    gateValues: valuesOf(structure.gates.map(([, feature]) => feature)),
    slopeValues: valuesOf(structure.scaleFeatures),
    shiftValues: valuesOf(structure.shifts ?? []),
    target: Math.log(facts.remainder),
  };
}

export const remainderOf = (fullYear: number, ytd: number): number =>
  Math.max(fullYear - ytd, LEAST_PART * fullYear);

export function prepare(row: Row, structure: Structure): Prepared | undefined {
  const estimates = new Map<MemberName, number>();
  for (const method of METHODS) {
    if (!structure.methods.includes(method.name)) continue;
    const value = method.logRemainder(row.known);
    if (value !== undefined && Number.isFinite(value)) estimates.set(method.name, value);
  }
  if (estimates.size === 0) return undefined;
  const inOrder = structure.methods.flatMap((name) => estimates.get(name) ?? []);
  return prepareFacts(
    {
      indicatorClass: row.indicatorClass,
      elapsed: row.elapsed,
      estimates,
      features: featuresOf(row.known, inOrder),
      remainder: remainderOf(row.fullYear, row.known.ytd),
    },
    structure,
  );
}

/** Degrees of freedom of class `c`. */
export const degreesOfFreedomOf = (theta: Float64Array, layout: Layout, c: number): number =>
  LEAST_DF +
  Math.exp((theta[layout.degreesOfFreedom] as number) + (theta[layout.degreesOfFreedom + 1 + c] as number));

const logConstant = (df: number): number =>
  gammaln((df + 1) / 2) - gammaln(df / 2) - 0.5 * Math.log(df * Math.PI);

/** Log scale of a prepared row. */
export function logScaleOf(theta: Float64Array, layout: Layout, row: Prepared): number {
  let logScale = anchored(theta, layout, layout.logScale, row);
  for (let f = 0; f < row.slopeValues.length; f++)
    logScale += (theta[layout.slopes + f] as number) * (row.slopeValues[f] as number);
  return logScale;
}

function anchored(theta: Float64Array, layout: Layout, kind: number, row: Prepared): number {
  const p = kind * ANCHORS + row.anchor;
  const o = p + (row.c + 1) * (layout.methods + 2) * ANCHORS;
  return (
    (1 - row.right) * ((theta[p] as number) + (theta[o] as number)) +
    row.right * ((theta[p + 1] as number) + (theta[o + 1] as number))
  );
}

/**
 * Negative log likelihood of Student's t for the log remainders, times `rowWeight`; its gradient is added to
 * `gradient`. Location: softmax-weighted mean of the methods plus trend; log scale: anchors plus features.
 */
export function negativeLogLikelihood(
  theta: Float64Array,
  gradient: Float64Array,
  rows: readonly Prepared[],
  layout: Layout,
  gateMethods: readonly number[],
  rowWeight: number,
): number {
  const J = layout.methods;
  const raw = new Float64Array(J);
  const tails = INDICATOR_CLASSES.map((_, c) => {
    const df = degreesOfFreedomOf(theta, layout, c);
    const constant = logConstant(df);
    return { df, constant, slope: (logConstant(df + DF_STEP) - constant) / DF_STEP };
  });
  const addTo = (i: number, value: number): void => {
    gradient[i] = (gradient[i] as number) + value;
  };
  const addAnchored = (kind: number, row: Prepared, value: number): void => {
    const p = kind * ANCHORS + row.anchor;
    const o = p + (row.c + 1) * (J + 2) * ANCHORS;
    const left = (1 - row.right) * value;
    const right = row.right * value;
    addTo(p, left);
    addTo(p + 1, right);
    addTo(o, left);
    addTo(o + 1, right);
  };
  let loss = 0;
  for (const row of rows) {
    const { estimates, gateValues, slopeValues } = row;
    for (let j = 0; j < J; j++)
      raw[j] = Number.isNaN(estimates[j]) ? Number.NEGATIVE_INFINITY : anchored(theta, layout, j, row);
    for (let g = 0; g < gateMethods.length; g++) {
      const j = gateMethods[g] as number;
      raw[j] = (raw[j] as number) + (theta[layout.gates + g] as number) * (gateValues[g] as number);
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < J; j++) top = Math.max(top, raw[j] as number);
    let total = 0;
    let mean = 0;
    for (let j = 0; j < J; j++) {
      const w = Math.exp((raw[j] as number) - top);
      raw[j] = w;
      total += w;
      if (w > 0) mean += w * (estimates[j] as number);
    }
    mean /= total;
    const logScale = logScaleOf(theta, layout, row);
    const scale = Math.exp(logScale);
    let shift = anchored(theta, layout, layout.trend, row);
    for (let f = 0; f < row.shiftValues.length; f++) {
      const i = layout.shifts + f * ANCHORS + row.anchor;
      shift +=
        (row.shiftValues[f] as number) *
        ((1 - row.right) * (theta[i] as number) + row.right * (theta[i + 1] as number));
    }
    const { df, constant, slope } = tails[row.c] as (typeof tails)[number];
    const z = (row.target - mean - shift) / scale;
    const ratio = (z * z) / df;
    const tail = ratio / (1 + ratio);
    loss += rowWeight * (logScale - constant + ((df + 1) / 2) * Math.log1p(ratio));
    const dMean = (rowWeight * -((df + 1) / df) * (z / (1 + ratio))) / scale;
    const dScale = rowWeight * (1 - (df + 1) * tail);
    const dTail =
      rowWeight * (df - LEAST_DF) * (-slope + 0.5 * Math.log1p(ratio) - (((df + 1) / 2) * tail) / df);
    addTo(layout.degreesOfFreedom, dTail);
    addTo(layout.degreesOfFreedom + 1 + row.c, dTail);
    addAnchored(layout.trend, row, dMean);
    addAnchored(layout.logScale, row, dScale);
    for (let f = 0; f < row.shiftValues.length; f++) {
      const i = layout.shifts + f * ANCHORS + row.anchor;
      const d = dMean * (row.shiftValues[f] as number);
      addTo(i, (1 - row.right) * d);
      addTo(i + 1, row.right * d);
    }
    for (let f = 0; f < slopeValues.length; f++)
      addTo(layout.slopes + f, dScale * (slopeValues[f] as number));
    if (J === 1) continue;
    for (let j = 0; j < J; j++) {
      const weight = (raw[j] as number) / total;
      raw[j] = weight === 0 ? 0 : dMean * weight * ((estimates[j] as number) - mean);
      if (weight > 0) addAnchored(j, row, raw[j] as number);
    }
    for (let g = 0; g < gateMethods.length; g++)
      addTo(layout.gates + g, (raw[gateMethods[g] as number] as number) * (gateValues[g] as number));
  }
  return loss;
}
