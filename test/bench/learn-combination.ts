import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { type Features, featuresOf } from "../../src/engine/forecast/features.ts";
import type { Completed } from "../../src/engine/forecast/known.ts";
import { logGamma } from "../../src/engine/forecast/log-gamma.ts";
import type {
  ClassCombinationPriors,
  CombinationPriors,
  FeatureName,
} from "../../src/engine/forecast/priors.ts";
import { studentTDensity, studentTSurvival } from "../../src/engine/forecast/student-t.ts";
import { METHODS } from "../../src/engine/methods/index.ts";
import type { MethodName } from "../../src/engine/methods/method.ts";
import { minimise, type Objective } from "./learn-optimiser.ts";
import { ANCHOR_MONTHS, median } from "./learn-seasons.ts";

/** What a combination is made of, and how hard each part is held back. */
export interface Structure {
  readonly methods: readonly MethodName[];
  readonly gates: readonly (readonly [MethodName, FeatureName])[];
  readonly scaleFeatures: readonly FeatureName[];
}

/** Penalties: `pooled` draws scores to equal weights, `own` classes to the pooled numbers, `smooth` months to a line. */
export interface Penalties {
  readonly pooled: number;
  readonly own: number;
  readonly smooth: number;
  readonly gate: number;
  readonly trend: number;
  readonly trendOwn: number;
  readonly scaleOwn: number;
  readonly scaleFeature: number;
  /** Cases' months are not independent; each row counts this much. */
  readonly rowWeight: number;
  /** Part of the loss that is CRPS of the total (the rest is the likelihood). */
  readonly crps: number;
}

export const PENALTIES: Penalties = {
  pooled: 0.5,
  own: 2,
  smooth: 2,
  gate: 1,
  trend: 2,
  trendOwn: 20,
  scaleOwn: 3,
  scaleFeature: 2,
  rowWeight: 0.3,
  crps: 0,
};

export interface Row {
  readonly indicatorClass: IndicatorClass;
  readonly elapsed: number;
  readonly known: Completed;
  readonly fullYear: number;
  readonly weight: number;
}

interface Prepared {
  readonly c: number;
  readonly anchor: number;
  readonly right: number;
  readonly estimates: Float64Array;
  readonly features: Features;
  readonly target: number;
  readonly part: number;
  readonly weight: number;
}

const A = ANCHOR_MONTHS.length;
const C = INDICATOR_CLASSES.length;
const LEAST_DF = 2;
const ITERATIONS = Number((globalThis as any).process.env.ITER??150);
const UNKNOWN_SCALE = 0.2;
/** Few series are far from their class, so the loss of belief starts from a clear no instead of from nothing. */
const FAR_SHARE_GATE = -8;

function hat(month: number): { anchor: number; right: number } {
  let i = 0;
  while (i < A - 2 && month > (ANCHOR_MONTHS[i + 1] as number)) i++;
  const from = ANCHOR_MONTHS[i] as number;
  return {
    anchor: i,
    right: Math.min(1, Math.max(0, (month - from) / ((ANCHOR_MONTHS[i + 1] as number) - from))),
  };
}

function prepare(row: Row, structure: Structure): Prepared | undefined {
  const logs = structure.methods.map((name) => {
    const value = METHODS.find((m) => m.name === name)?.logRemainder(row.known);
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  });
  if (logs.every((value) => value === undefined)) return undefined;
  const rest = Math.max(row.fullYear - row.known.ytd, 2e-3 * row.fullYear);
  return {
    c: INDICATOR_CLASSES.indexOf(row.indicatorClass),
    ...hat(row.elapsed),
    estimates: Float64Array.from(logs, (value) => value ?? Number.NaN),
    features: featuresOf(
      row.known,
      logs.filter((value) => value !== undefined),
    ),
    target: Math.log(rest),
    part: rest / row.fullYear,
    weight: row.weight,
  };
}

/** Positions of the parameters: blocks of anchors, pooled first and then one block a class. */
function layout(structure: Structure): {
  block: (kind: number, c: number) => number;
  gates: number;
  slopes: number;
  df: number;
  size: number;
} {
  const J = structure.methods.length;
  const block = (kind: number, c: number): number => (c * (J + 2) + kind) * A;
  const gates = (J + 2) * A * (C + 1);
  const slopes = gates + structure.gates.length;
  const df = slopes + structure.scaleFeatures.length;
  return { block, gates, slopes, df, size: df + 1 };
}

const logConstant = (df: number): number =>
  logGamma((df + 1) / 2) - logGamma(df / 2) - 0.5 * Math.log(df * Math.PI);

/** CRPS of the standard t at z = 0 offset: 2 sqrt(df) / (df - 1) * B(1/2, df - 1/2) / B(df/2, 1/2)^2. */
const crpsOffset = (df: number): number => {
  const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
  return ((2 * Math.sqrt(df)) / (df - 1)) * Math.exp(logBeta(0.5, df - 0.5) - 2 * logBeta(df / 2, 0.5));
};

/** Learns one combination for all classes at once: penalised t likelihood of the log remainder. */
export function learnCombination(
  rows: readonly Row[],
  structure: Structure,
  penalties: Penalties = PENALTIES,
): CombinationPriors {
  const prepared = rows.map((row) => prepare(row, structure)).filter((row) => row !== undefined);
  const general = INDICATOR_CLASSES.indexOf("general");
  /** The rows that the objective looks at; the series of other countries come after, and move only their own block. */
  let active = prepared.filter((row) => row.c !== general);
  const J = structure.methods.length;
  const { block, gates, slopes, df: dfAt, size } = layout(structure);
  const gateMethod = structure.gates.map(([name]) => structure.methods.indexOf(name));

  const start = new Float64Array(size);
  for (let a = 0; a < A; a++) start[block(J + 1, 0) + a] = Math.log(0.13);
  start[dfAt] = Math.log(3);
  const raw = new Float64Array(J);
  const x = (theta: Float64Array, kind: number, row: Prepared): number => {
    const p = block(kind, 0) + row.anchor;
    const o = block(kind, row.c + 1) + row.anchor;
    return (
      (1 - row.right) * ((theta[p] as number) + (theta[o] as number)) +
      row.right * ((theta[p + 1] as number) + (theta[o + 1] as number))
    );
  };

  const objective = (theta: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    const add = (kind: number, row: Prepared, value: number): void => {
      for (const base of [block(kind, 0) + row.anchor, block(kind, row.c + 1) + row.anchor]) {
        gradient[base] = (gradient[base] as number) + (1 - row.right) * value;
        gradient[base + 1] = (gradient[base + 1] as number) + row.right * value;
      }
    };
    const df = LEAST_DF + Math.exp(theta[dfAt] as number);
    const step = 1e-4;
    const constant = logConstant(df);
    const constantSlope = (logConstant(df + step) - constant) / step;
    const offset = crpsOffset(df);
    let loss = 0;
    for (const row of active) {
      let total = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < J; j++) {
        if (Number.isNaN(row.estimates[j])) {
          raw[j] = Number.NEGATIVE_INFINITY;
          continue;
        }
        let score = x(theta, j, row);
        for (let g = 0; g < gateMethod.length; g++)
          if (gateMethod[g] === j)
            score +=
              (theta[gates + g] as number) *
              row.features[(structure.gates[g] as [MethodName, FeatureName])[1]];
        raw[j] = score;
        if (score > top) top = score;
      }
      let mean = 0;
      for (let j = 0; j < J; j++) {
        const w = Math.exp((raw[j] as number) - top);
        raw[j] = w;
        total += w;
        if (w > 0) mean += w * (row.estimates[j] as number);
      }
      mean /= total;
      let logScale = x(theta, J + 1, row);
      for (let f = 0; f < structure.scaleFeatures.length; f++)
        logScale += (theta[slopes + f] as number) * row.features[structure.scaleFeatures[f] as FeatureName];
      const scale = Math.exp(logScale);
      const z = (row.target - mean - x(theta, J, row)) / scale;
      const w = row.weight * penalties.rowWeight;
      const ratio = (z * z) / df;
      let dMean = ((-(df + 1) / df) * (z / (1 + ratio))) / scale;
      let dScale = 1 - (df + 1) * (ratio / (1 + ratio));
      let value = logScale - constant + ((df + 1) / 2) * Math.log1p(ratio);
      if (penalties.crps > 0) {
        const k = penalties.crps * row.part * 10;
        const upper = studentTSurvival(z, df);
        const slope = 1 - 2 * upper;
        const c = z * slope + (2 * studentTDensity(z, df) * (df + z * z)) / (df - 1) - offset;
        value = (1 - penalties.crps) * value + k * scale * c;
        dMean = (1 - penalties.crps) * dMean - k * slope;
        dScale = (1 - penalties.crps) * dScale + k * scale * (c - z * slope);
      }
      loss += w * value;
      const likelihoodPart = penalties.crps > 0 ? 1 - penalties.crps : 1;
      gradient[dfAt] =
        (gradient[dfAt] as number) +
        w *
          likelihoodPart *
          (df - LEAST_DF) *
          (-constantSlope + 0.5 * Math.log1p(ratio) - ((df + 1) / 2) * (ratio / df / (1 + ratio)));
      add(J, row, w * dMean);
      add(J + 1, row, w * dScale);
      for (let f = 0; f < structure.scaleFeatures.length; f++)
        gradient[slopes + f] =
          (gradient[slopes + f] as number) +
          w * dScale * row.features[structure.scaleFeatures[f] as FeatureName];
      if (J > 1)
        for (let j = 0; j < J; j++) {
          if (raw[j] === 0) continue;
          const d = w * dMean * ((raw[j] as number) / total) * ((row.estimates[j] as number) - mean);
          add(j, row, d);
          for (let g = 0; g < gateMethod.length; g++)
            if (gateMethod[g] === j)
              gradient[gates + g] =
                (gradient[gates + g] as number) +
                d * row.features[(structure.gates[g] as [MethodName, FeatureName])[1]];
        }
    }
    const ridge = (i: number, strength: number, centre = 0): void => {
      const d = (theta[i] as number) - centre;
      loss += 0.5 * strength * d * d;
      gradient[i] = (gradient[i] as number) + strength * d;
    };
    for (let kind = 0; kind < J + 2; kind++)
      for (let c = 0; c <= C; c++) {
        const base = block(kind, c);
        const own = kind < J ? penalties.own : kind === J ? penalties.trendOwn : penalties.scaleOwn;
        const pooled = kind < J ? penalties.pooled : kind === J ? penalties.trend : 0.01;
        for (let a = 0; a < A; a++)
          ridge(base + a, c === 0 ? pooled : own, kind === J + 1 && c === 0 ? Math.log(0.13) : 0);
        for (let a = 1; a < A - 1; a++) {
          const left = (ANCHOR_MONTHS[a] as number) - (ANCHOR_MONTHS[a - 1] as number);
          const right = (ANCHOR_MONTHS[a + 1] as number) - (ANCHOR_MONTHS[a] as number);
          const l = right / (left + right);
          const r = left / (left + right);
          const bend =
            (theta[base + a] as number) -
            l * (theta[base + a - 1] as number) -
            r * (theta[base + a + 1] as number);
          const s = penalties.smooth * (kind < J ? 1 : 5);
          loss += 0.5 * s * bend * bend;
          gradient[base + a] = (gradient[base + a] as number) + s * bend;
          gradient[base + a - 1] = (gradient[base + a - 1] as number) - s * bend * l;
          gradient[base + a + 1] = (gradient[base + a + 1] as number) - s * bend * r;
        }
      }
    for (let g = 0; g < gateMethod.length; g++)
      ridge(gates + g, penalties.gate, structure.gates[g]?.[1] === "farShare" ? FAR_SHARE_GATE : 0);
    for (let f = 0; f < structure.scaleFeatures.length; f++) ridge(slopes + f, penalties.scaleFeature);
    ridge(dfAt, 2, Math.log(3));
    return loss;
  };

  let theta = minimise(objective, start, ITERATIONS);
  active = prepared.filter((row) => row.c === general);
  if (active.length > 0) {
    const first = block(0, general + 1);
    const frozen: Objective = (point, gradient) => {
      const value = objective(point, gradient);
      gradient.fill(0, 0, first);
      gradient.fill(0, gates);
      return value;
    };
    theta = minimise(frozen, theta, ITERATIONS);
  }
  const scaleOf = (row: Prepared): number =>
    structure.scaleFeatures.reduce(
      (sum, f, i) => sum + (theta[slopes + i] as number) * row.features[f],
      x(theta, J + 1, row),
    );
  const classes: Partial<Record<IndicatorClass, ClassCombinationPriors>> = {};
  INDICATOR_CLASSES.forEach((indicatorClass, c) => {
    const own = prepared.filter((row) => row.c === c);
    if (own.length === 0) return;
    const at = (kind: number): number[] =>
      ANCHOR_MONTHS.map(
        (_, a) => (theta[block(kind, 0) + a] as number) + (theta[block(kind, c + 1) + a] as number),
      );
    classes[indicatorClass] = {
      scores: Object.fromEntries(structure.methods.map((name, j) => [name, at(j)])),
      trend: at(J),
      logScale: at(J + 1),
      calibration: 1,
      typicalScale: ANCHOR_MONTHS.map((_, a) => {
        const near = own.filter(
          (row) => (row.anchor === a && row.right < 0.5) || (row.anchor === a - 1 && row.right >= 0.5),
        );
        return near.length === 0 ? UNKNOWN_SCALE : Math.exp(median(near.map(scaleOf)));
      }),
    };
  });
  const gateRecord: Partial<Record<MethodName, Partial<Record<FeatureName, number>>>> = {};
  structure.gates.forEach(([name, feature], g) => {
    gateRecord[name] = { ...gateRecord[name], [feature]: theta[gates + g] as number };
  });
  return {
    gates: gateRecord,
    scaleFeatures: Object.fromEntries(
      structure.scaleFeatures.map((f, i) => [f, theta[slopes + i] as number]),
    ),
    degreesOfFreedom: LEAST_DF + Math.exp(theta[dfAt] as number),
    classes,
  };
}
