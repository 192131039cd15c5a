import { quantile } from "simple-statistics";
import {
  averageCombinations,
  type Combination,
  combineEstimates,
} from "../../src/engine/forecast/combination.ts";
import type { IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { learnedCombination } from "../../src/engine/forecast/forecast.ts";
import { completeEvidence } from "../../src/engine/forecast/known.ts";
import type { ClassCombinationPriors, CombinationPriors, Priors } from "../../src/engine/forecast/priors.ts";
import { remainderDistribution } from "../../src/engine/forecast/remainder-distribution.ts";
import { studentTQuantile } from "../../src/engine/forecast/student-t.ts";
import { SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import { knowledge } from "../../src/knowledge.ts";
import type { HistoryAnswer } from "./accuracy-history.ts";
import { figureEvidenceOf } from "./history-evidence.ts";
import type { Moment } from "./learn-cases.ts";
import { learnCombination } from "./learn-combination.ts";
import type { HistoryRow } from "./learn-history-rows.ts";
import { prepareFacts } from "./learn-likelihood.ts";
import { learnPriors } from "./learn-model.ts";
import { PENALTIES } from "./learn-penalty.ts";
import { ANCHOR_MONTHS } from "./learn-seasons.ts";
import { HISTORY_STRUCTURE } from "./learn-structures.ts";

/** Questions that the pooled factor of Viet Nam, or of the other countries, is worth against those of one class. */
const POOLED_QUESTIONS = 300;
const LEVEL = 0.8;
/**
 * Weight of the combination that needs no monthly history. In Viet Nam, where it was learned from many years of figures
 * as first published, the mean of the two has a CRPS 5% below that of history alone, and anything from .3 to .7 does
 * nearly as well; elsewhere it only costs.
 */
const PART_OF_FIGURES: NonNullable<CombinationPriors["partOfFigures"]> = {
  exports: 0.5,
  imports: 0.5,
  retail: 0.5,
  industrialOutput: 0.5,
  publicInvestment: 0.5,
};
/** Latest years of each series that stand in for the asked questions where those are not to be known. */
const LATEST_YEARS = 2;

/** What is known of a year beside its monthly history: growth, and at least one past year. */
const INFORMATIONS_WITH_HISTORY = ["growth+priorFullYear", "growth+past"] as const;

/** How far one year strayed from what numbers that were learned without its fold said of it. */
interface Miss {
  readonly row: HistoryRow;
  readonly fold: number;
  /** |error| of the log remainder over the half-width of the 80% interval. */
  readonly ratio: number;
}

/** Numbers learned and calibrated without each fold of series. */
export interface LeftOut {
  readonly foldOf: (row: HistoryRow) => number;
  readonly models: readonly CombinationPriors[];
  readonly misses: readonly Miss[];
}

const learn = (from: readonly HistoryRow[]): CombinationPriors =>
  learnCombination(
    from.map((row) => prepareFacts(row, HISTORY_STRUCTURE)),
    HISTORY_STRUCTURE,
    PENALTIES,
    true,
  );

/** Fold of every group of series: dealt out in turn in the order of a hash, dataset by dataset. */
function foldsOf(rows: readonly HistoryRow[], folds: number): (row: HistoryRow) => number {
  const groups = [...new Map(rows.map((row) => [row.group, row.dataset]))];
  groups.sort(([a, da], [b, db]) => (da === db ? hash(a) - hash(b) : da < db ? -1 : 1));
  const order = new Map(groups.map(([group], i) => [group, i % folds]));
  return (row) => order.get(row.group) as number;
}

/** Small stable hash (FNV-1a), so that folds do not depend on the order of the file. */
function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16777619) >>> 0;
  return value;
}

const combinationOf = (row: HistoryRow, model: CombinationPriors): Combination =>
  combineEstimates(
    {
      estimates: [...row.estimates].map(([name, logRemainder]) => ({ name, logRemainder })),
      features: row.features,
      month: row.elapsed,
    },
    model,
    model.classes[row.indicatorClass] as ClassCombinationPriors,
    ANCHOR_MONTHS,
  );

function missOf(row: HistoryRow, model: CombinationPriors): number {
  const { logRemainder, scale, degreesOfFreedom } = combinationOf(row, model);
  const width = scale * studentTQuantile((1 + LEVEL) / 2, degreesOfFreedom);
  return Math.abs(Math.log(row.remainder) - logRemainder) / width;
}

/**
 * Scales multiplied by what makes the 80% interval hold 80% of the asked questions that were not learned from: they
 * are the latest years, and those of Viet Nam were asked of figures as first published.
 */
function calibrated(model: CombinationPriors, misses: readonly Miss[]): CombinationPriors {
  const asked = misses.filter(({ row }) => row.isAsked);
  const factorOf = (of: readonly Miss[]): number =>
    Math.log(
      quantile(
        of.map(({ ratio }) => ratio),
        LEVEL,
      ),
    );
  const classes = Object.entries(model.classes).map(([name, ofClass]) => {
    const isGeneral = name === "general";
    const near = asked.filter(({ row }) => (row.indicatorClass === "general") === isGeneral);
    const own = near.filter(({ row }) => row.indicatorClass === name);
    const pooled = POOLED_QUESTIONS * (near.length === 0 ? 0 : factorOf(near));
    const sum = pooled + own.length * (own.length === 0 ? 0 : factorOf(own));
    const calibration = Math.exp(sum / (POOLED_QUESTIONS + own.length));
    return [name, { ...(ofClass as ClassCombinationPriors), calibration }];
  });
  return { ...model, classes: Object.fromEntries(classes), partOfFigures: PART_OF_FIGURES };
}

export function leftOut(rows: readonly HistoryRow[], folds: number): LeftOut {
  const foldOf = foldsOf(rows, folds);
  const parts = Array.from({ length: folds }, (_, fold) => learn(rows.filter((row) => foldOf(row) !== fold)));
  const misses = rows.map((row): Miss => {
    const fold = foldOf(row);
    return { row, fold, ratio: missOf(row, parts[fold] as CombinationPriors) };
  });
  const models = parts.map((model, fold) =>
    calibrated(
      model,
      misses.filter((miss) => miss.fold !== fold),
    ),
  );
  return { foldOf, models, misses };
}

/** Numbers learned from all rows, with scales calibrated on series that were left out. */
export const calibratedModel = (rows: readonly HistoryRow[], { misses }: LeftOut): CombinationPriors =>
  calibrated(learn(rows), misses);

/**
 * Numbers of the earlier tiers that were learned without a fold's groups of series, for the part that they have in
 * the answer; their calibration is that of all series.
 */
export function figuresWithout(
  moments: readonly Moment[],
  rows: readonly HistoryRow[],
  isLeft: (row: HistoryRow) => boolean,
): Priors {
  const left = new Set(rows.filter(isLeft).map(({ group }) => group));
  const groupOf = ({ dataset, group, id }: Moment): string =>
    `${dataset}|${dataset === "vn-retail" ? id.slice(0, id.lastIndexOf(":")) : group}`;
  const learned = learnPriors(
    moments.filter((moment) => !left.has(groupOf(moment))),
    knowledge.tet,
    INFORMATIONS_WITH_HISTORY,
  );
  const models = INFORMATIONS_WITH_HISTORY.map((information) => {
    const model = learned.models[information] as CombinationPriors;
    const calibrations = knowledge.priors.models[information]?.classes ?? {};
    const classes = Object.entries(model.classes).map(([name, ofClass]) => {
      const { calibration = 1 } = calibrations[name as IndicatorClass] ?? {};
      return [name, { ...(ofClass as ClassCombinationPriors), calibration }];
    });
    return [information, { ...model, classes: Object.fromEntries(classes) }];
  });
  return { ...learned, models: Object.fromEntries(models) };
}

/** The answer of the numbers of `model`, and of `figures` for their part where given, to the question of a row. */
export function answerOf(row: HistoryRow, model: CombinationPriors, figures?: Priors): HistoryAnswer {
  const { question, indicatorClass } = row;
  const own = combinationOf(row, model);
  const evidence = figureEvidenceOf(question);
  const part = evidence.observesTet ? (model.partOfFigures?.[indicatorClass] ?? 0) : 0;
  const ofFigures =
    figures && part > 0
      ? learnedCombination(evidence, completeEvidence(evidence, figures, knowledge.tet), figures)
      : undefined;
  const combination = ofFigures ? averageCombinations(own, ofFigures, part) : own;
  const distribution = remainderDistribution({ booked: question.ytd, ...combination });
  return {
    question,
    median: distribution.median,
    mean: distribution.median,
    quantiles: SCORED_LEVELS.map((level) => distribution.quantile(level)),
    attainment: Object.values(question.targets).map((target) => distribution.survival(target)),
  };
}

/**
 * Answers to the asked questions of later years by numbers that were learned, and scales that were calibrated, on
 * earlier years of the same and other series.
 */
export function splitByTime(
  rows: readonly HistoryRow[],
  isLater: (row: HistoryRow) => boolean,
  folds: number,
): HistoryAnswer[] {
  const earlier = rows.filter((row) => !isLater(row));
  const yearsLeft = yearsToCome(earlier);
  const asIfAsked = earlier.map((row) => ({ ...row, isAsked: row.isAsked || yearsLeft(row) < LATEST_YEARS }));
  const model = calibratedModel(asIfAsked, leftOut(asIfAsked, folds));
  // The part of the earlier tiers is left out: their numbers were learned from all years.
  return rows.filter((row) => row.isAsked && isLater(row)).map((row) => answerOf(row, model));
}

/** How many years of its series the rows hold after that of a row. */
export function yearsToCome(rows: readonly HistoryRow[]): (row: HistoryRow) => number {
  const last = new Map<string, number>();
  for (const { question } of rows)
    last.set(question.seriesId, Math.max(question.yearStart, last.get(question.seriesId) ?? 0));
  return ({ question }) => ((last.get(question.seriesId) as number) - question.yearStart) / 12;
}
