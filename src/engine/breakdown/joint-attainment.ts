import { exp } from "../elementary-functions.ts";
import { studentTSurvival } from "../forecast/student-t.ts";
import { normalQuantile } from "../normal-quantile.ts";

/** The common factor beyond this many deviations counts for nothing. */
const REACH = 6;
/** The integrand is a normal density times curves that bend within the part's own deviation. */
const WIDEST_STEP = 0.25;
const STEPS_PER_DEVIATION = 2;
const REFINEMENTS = 3;

/** Student's t with this many degrees of freedom is the normal distribution to seven digits. */
const NORMAL_DF = 1e7;
/** Probabilities closer to 0 or 1 have no score that could be told from theirs. */
const LEAST_TAIL = 1e-12;

const density = (score: number): number => exp((-score * score) / 2) / Math.sqrt(2 * Math.PI);
const below = (score: number): number => studentTSurvival(-score, NORMAL_DF);

/** The score below which a share of the normal distribution lies, as exactly as `below` tells it. */
function scoreOf(probability: number): number {
  const inside = Math.min(1 - LEAST_TAIL, Math.max(LEAST_TAIL, probability));
  let score = normalQuantile(inside);
  for (let step = 0; step < REFINEMENTS; step++) score -= (below(score) - inside) / density(score);
  return score;
}

/**
 * The probability that several things happen together whose normal scores have one correlation (0 <= correlation < 1): given
 * the factor that they share they are independent, and the factor is integrated out. With a correlation above 0 it is
 * above the product of the probabilities, and never above the smallest of them.
 *
 * @see Vasicek (1987), Probability of loss on loan portfolio: the one-factor normal copula
 * @example jointAttainment([0.5, 0.5], 0) // => 0.25
 */
export function jointAttainment(probabilities: readonly number[], correlation: number): number {
  if (probabilities.some((probability) => probability <= 0)) return 0;
  const open = probabilities.filter((probability) => probability < 1);
  const [only] = open;
  if (only === undefined) return 1;
  if (open.length === 1) return only;
  if (correlation === 0) return open.reduce((product, probability) => product * probability, 1);
  const scores = open.map(scoreOf);
  const common = Math.sqrt(correlation);
  const own = Math.sqrt(1 - correlation);
  const steps = Math.ceil((2 * REACH) / Math.min(WIDEST_STEP, own / STEPS_PER_DEVIATION));
  let sum = 0;
  let weights = 0;
  for (let step = 0; step <= steps; step++) {
    const factor = REACH * ((2 * step) / steps - 1);
    const weight = density(factor);
    let together = weight;
    for (const score of scores) together *= below((score + common * factor) / own);
    sum += together;
    weights += weight;
  }
  return Math.min(sum / weights, ...open);
}
