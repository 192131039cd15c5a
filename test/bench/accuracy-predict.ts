import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import type { Distribution } from "../../src/engine/forecast/distribution.ts";
import { forecastFullYear } from "../../src/engine/forecast/forecast.ts";
import type { Priors } from "../../src/engine/forecast/priors.ts";
import { SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import type { Graded } from "./accuracy-table.ts";
import { evidenceAt, type Level, type Moment, TARGET_RATIOS } from "./learn-cases.ts";

export const LEVELS: readonly Level[] = ["L0", "L1", "L2", "L3"];
/** A plan counts as met when the printed figures cannot tell the difference. */
const MET = 0.9999;

/** One answered question: the moment, what the engine said, and the parts that are scored. */
export interface Answered {
  readonly moment: Moment;
  readonly level: Level;
  readonly distribution: Distribution;
  readonly quantiles: readonly number[];
  readonly pTarget: readonly number[];
  readonly pPlan: number | undefined;
}

/** Asks the engine; where a plan was stated its plan-weighted number is the answer, elsewhere the data-only one. */
export function answer(moment: Moment, level: Level, priors: Priors, tet: TetCalendar): Answered | undefined {
  const evidence = evidenceAt(moment, level);
  if (evidence === undefined) return undefined;
  const forecast = forecastFullYear(evidence, priors, tet);
  const distribution = forecast.planWeighted?.distribution ?? forecast.distribution;
  const last = evidence.priorFullYear;
  return {
    moment,
    level,
    distribution,
    quantiles: SCORED_LEVELS.map((l) => distribution.quantile(l)),
    pTarget: last === undefined ? [] : TARGET_RATIOS.map((ratio) => distribution.survival(ratio * last)),
    pPlan: evidence.plan === undefined ? undefined : distribution.survival(evidence.plan),
  };
}

/** The line of the prediction file. */
export function predictionLine({ moment, level, distribution, quantiles, pTarget, pPlan }: Answered): string {
  return JSON.stringify({
    id: moment.id,
    m: moment.elapsed,
    level,
    mean: distribution.median,
    median: distribution.median,
    q: Object.fromEntries(SCORED_LEVELS.map((l, i) => [String(l), quantiles[i]])),
    ...(pTarget.length === 0
      ? {}
      : { pTarget: Object.fromEntries(TARGET_RATIOS.map((ratio, i) => [ratio.toFixed(2), pTarget[i]])) }),
    ...(pPlan === undefined ? {} : { pPlan }),
  });
}

/** Ready for the table: targets relative to last year, and beside them the plan as the only one. */
export function graded({ moment, level, quantiles, pTarget, pPlan }: Answered): Graded {
  const { dataset, fullYear: observed, priorFullYear, plan } = moment;
  return {
    label: level,
    dataset,
    forecast: {
      observed,
      quantiles,
      targets: pTarget.map((probability, i) => ({
        probability,
        happened: observed >= (TARGET_RATIOS[i] as number) * (priorFullYear as number),
      })),
    },
    ...(pPlan !== undefined &&
      plan !== undefined && {
        onPlan: {
          observed,
          quantiles,
          targets: [{ probability: pPlan, happened: observed >= MET * plan }],
        },
      }),
  };
}
