import { studentTSurvival } from "../../src/engine/forecast/student-t.ts";
import type { PartRow } from "./learn-components-rows.ts";

/** A correlation and how far it may be from the truth. */
export interface Estimate {
  readonly correlation: number;
  readonly standardError: number;
}

/** Scores of the parts of one total that have the same year and month. */
interface Cluster {
  readonly year: number;
  readonly parts: number;
  /** Mean product of two different parts. */
  readonly product: number;
}

const ROUNDS = 30;
/** Student's t with this many degrees of freedom is the normal distribution to seven digits. */
const NORMAL = 1e7;
const LARGEST = 0.95;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function clustersOf(rows: readonly PartRow[]): Cluster[] {
  const together = new Map<string, PartRow[]>();
  for (const row of rows) {
    const key = `${row.total}|${row.year}|${row.elapsed}`;
    together.set(key, [...(together.get(key) ?? []), row]);
  }
  return [...together.values()].flatMap((own): Cluster[] => {
    const parts = own.length;
    if (parts < 2) return [];
    const scores = own.map(({ score }) => score);
    const squares = sum(scores.map((score) => score * score));
    return [
      {
        year: (own[0] as PartRow).year,
        parts,
        product: (sum(scores) ** 2 - squares) / (parts * (parts - 1)),
      },
    ];
  });
}

/** Standard deviation of a cluster's mean product, with one factor common to all parts. */
const deviationOf = (correlation: number, parts: number): number =>
  Math.SQRT2 * (Math.max(0, correlation) + (1 - Math.max(0, correlation)) / parts);

/** Weighted mean product, every cluster weighted by how well it tells the correlation, over the mean square. */
function correlationOf(clusters: readonly Cluster[], meanSquare: number): number {
  let correlation = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const weights = clusters.map(({ parts }) => deviationOf(correlation, parts) ** -2);
    const mean = sum(clusters.map(({ product }, i) => product * (weights[i] as number))) / sum(weights);
    correlation = Math.max(-LARGEST, Math.min(LARGEST, mean / meanSquare));
  }
  return correlation;
}

/** How many pairs of parts were seen in the same year and month. */
export const pairsOf = (rows: readonly PartRow[]): number =>
  sum(clustersOf(rows).map(({ parts }) => (parts * (parts - 1)) / 2));

/**
 * Common correlation of the parts of one total. Its standard error is that of the years left out one at a time
 * (jackknife), at least what independent years with one common factor would give: all months of a year, and all parts,
 * share its fortune. Undefined where no two years have two parts.
 */
export function commonCorrelation(rows: readonly PartRow[]): Estimate | undefined {
  const clusters = clustersOf(rows);
  const years = [...new Set(clusters.map(({ year }) => year))];
  if (years.length < 2) return undefined;
  const meanSquare = sum(rows.map(({ score }) => score * score)) / rows.length;
  const correlation = correlationOf(clusters, meanSquare);
  const without = years.map((left) =>
    correlationOf(
      clusters.filter(({ year }) => year !== left),
      meanSquare,
    ),
  );
  const mean = sum(without) / years.length;
  const jackknife = ((years.length - 1) / years.length) * sum(without.map((one) => (one - mean) ** 2));
  const parts = sum(clusters.map((cluster) => cluster.parts)) / clusters.length;
  const least = deviationOf(correlation, parts) / Math.sqrt(years.length);
  return { correlation, standardError: Math.max(Math.sqrt(jackknife), least) };
}

/** Mean of several estimates, and how the truths behind them scatter. */
export interface Pooled extends Estimate {
  /** Standard deviation between totals. */
  readonly between: number;
}

/**
 * Random-effects mean of estimates of different totals (DerSimonian and Laird 1986); the truths are taken to scatter
 * by at least `leastBetween`, which a dozen totals cannot refute.
 */
export function pooled(estimates: readonly Estimate[], leastBetween: number): Pooled {
  const weights = estimates.map(({ standardError }) => standardError ** -2);
  const meanBy = (own: readonly number[]): number =>
    sum(estimates.map(({ correlation }, i) => correlation * (own[i] as number))) / sum(own);
  const fixed = meanBy(weights);
  const scatter = sum(
    estimates.map(({ correlation }, i) => (weights[i] as number) * (correlation - fixed) ** 2),
  );
  const freedom = sum(weights) - sum(weights.map((weight) => weight * weight)) / sum(weights);
  const variance = freedom > 0 ? (scatter - estimates.length + 1) / freedom : 0;
  const between = Math.max(leastBetween, Math.sqrt(Math.max(0, variance)));
  const random = estimates.map(({ standardError }) => 1 / (standardError ** 2 + between ** 2));
  return { correlation: meanBy(random), standardError: Math.sqrt(1 / sum(random)), between };
}

/**
 * What is believed of a correlation that was estimated: drawn towards the mean of all totals, as far as it is unsure and
 * totals are alike, and not below 0, which many parts cannot all be. The mean of that truncated normal distribution.
 */
export function believed({ correlation, standardError }: Estimate, all: Pooled): number {
  const precision = standardError ** -2 + all.between ** -2;
  const mean = (correlation * standardError ** -2 + all.correlation * all.between ** -2) / precision;
  const deviation = Math.sqrt(1 / precision);
  const from = -mean / deviation;
  const density = Math.exp((-from * from) / 2) / Math.sqrt(2 * Math.PI);
  return mean + (deviation * density) / studentTSurvival(from, NORMAL);
}
