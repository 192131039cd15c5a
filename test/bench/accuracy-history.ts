import type { Distribution } from "../../src/engine/forecast/distribution.ts";
import { forecastFullYear } from "../../src/engine/forecast/forecast.ts";
import { forecastHistoryYear } from "../../src/engine/forecast/history-year.ts";
import { SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import type { ScoredForecast } from "../../src/engine/scoring/scorecard.ts";
import { knowledge } from "../../src/knowledge.ts";
import type { Graded } from "./accuracy-table.ts";
import { figureEvidenceOf, historyEvidenceOf } from "./history-evidence.ts";
import type { HistoryQuestion } from "./series-cases.ts";

const MONTHS = 12;

/** A question answered from monthly history. */
export interface HistoryAnswer {
  readonly question: HistoryQuestion;
  readonly median: number;
  readonly mean: number;
  readonly quantiles: readonly number[];
  /** Probability of each target, in the order of `question.targets`. */
  readonly attainment: readonly number[];
}

/** Asks the engine for the distribution of the year's total from the history alone. */
export function answerFromHistory(question: HistoryQuestion): HistoryAnswer {
  const distribution = distributionOf(question);
  const answer: HistoryAnswer = {
    question,
    median: distribution.median,
    mean: distribution.median,
    quantiles: SCORED_LEVELS.map((level) => distribution.quantile(level)),
    attainment: Object.values(question.targets).map((target) => distribution.survival(target)),
  };
  checkAnswer(answer);
  return answer;
}

/** The tier of monthly history with all that it answers, or the earlier one that says more. */
function distributionOf(question: HistoryQuestion): Distribution {
  const evidence = historyEvidenceOf(question);
  const { fiscalYear: year, fiscalYearStart: startMonth, elapsed } = figureEvidenceOf(question);
  const position = { year, startMonth, periodsPerYear: MONTHS, elapsed } as const;
  const forecast =
    evidence &&
    forecastHistoryYear(
      { ...evidence, aggregation: "sum", position },
      evidence,
      evidence.history,
      knowledge,
      0,
    );
  return (
    forecast?.distribution ??
    forecastFullYear(figureEvidenceOf(question), knowledge.priors, knowledge.tet).distribution
  );
}

/** What a scorer would refuse is a failure of this question, told with its id. */
function checkAnswer({ median, mean, quantiles, attainment }: HistoryAnswer): void {
  if (![median, mean, ...quantiles].every(Number.isFinite)) throw new Error("a number is not finite");
  if (quantiles.some((value, i) => i > 0 && value < (quantiles[i - 1] as number)))
    throw new Error(`quantiles cross: ${quantiles.join(", ")}`);
  if (!attainment.every((p) => p >= 0 && p <= 1))
    throw new Error(`not a probability: ${attainment.join(", ")}`);
}

/** The line of the prediction file; the scorer of the Vietnamese format wants the level, the other one the run rate. */
export function historyPredictionLine(answer: HistoryAnswer, level?: "H"): string {
  const { question, median, mean, quantiles, attainment } = answer;
  const targets = Object.entries(question.targets);
  return JSON.stringify({
    id: question.id,
    m: question.elapsed,
    ...(level !== undefined && { level }),
    mean,
    median,
    q: Object.fromEntries(SCORED_LEVELS.map((l, i) => [String(l), quantiles[i]])),
    pTarget: Object.fromEntries(targets.map(([ratio], i) => [ratio, attainment[i]])),
    ...(level === undefined && {
      runRate: Object.fromEntries(
        targets.map(([ratio, target]) => [ratio, (target - question.ytd) / (MONTHS - question.elapsed)]),
      ),
    }),
  });
}

/** Ready for the table; undefined where errors relative to the truth mean nothing. */
export function gradedFromHistory(
  { question, quantiles, attainment }: HistoryAnswer,
  label: string,
): Graded | undefined {
  const { truth, targets, dataset } = question;
  if (!(truth > 0)) return undefined;
  const forecast: ScoredForecast = {
    observed: truth,
    quantiles,
    targets: Object.values(targets).map((target, i) => ({
      probability: attainment[i] as number,
      happened: truth >= target,
    })),
  };
  return { label, dataset, forecast };
}
