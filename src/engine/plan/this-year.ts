import { throughLabel } from "../calendar/period.ts";
import type { Figure } from "../figure/figure.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import { spreadOf } from "../forecast/quantile-answers.ts";
import { runRates } from "../outlook.ts";
import type {
  Coherence,
  ForecastAnswerParts,
  IntervalAnswer,
  QuantileAnswer,
  RequiredRunRate,
} from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import type { ReportReading } from "../report/read-report.ts";
import { averageGrowth } from "./average-growth.ts";
import type { KnownYears } from "./plan-progress.ts";
import type { PlanTargetAnswer } from "./plan-target.ts";

/** This year's own target against what the path asks of the year. */
export interface AnnualTarget {
  readonly name: string;
  readonly value: number;
  /** Growth on last year that it makes. */
  readonly growth?: number;
  /** The target less the level of the path: negative is less than the path asks. */
  readonly gapToPath: number;
  readonly isEnough: boolean;
  /** Growth that each later year needs when this year lands on the target; absent in the plan's last year. */
  readonly laterGrowth?: number;
  readonly attainmentProbability: number;
}

/** The running year against the path of the plan. */
export interface ThisYear {
  readonly fiscalYear: number;
  readonly through: string;
  readonly elapsed: number;
  readonly remaining: number;
  readonly ytd: number;
  /** The level that the path asks of the year, and the growth on the level before that makes. */
  readonly pathLevel: number;
  readonly pathGrowth: number;
  readonly gapToPath: number;
  /** What the rest of the year must bring for the path; absent once it is reached. */
  readonly requiredRunRate?: RequiredRunRate;
  readonly attainmentProbability: number;
  readonly forecast: {
    readonly tier: ForecastAnswerParts["tier"];
    readonly median: number;
    readonly growth?: number;
    readonly quantiles: readonly QuantileAnswer[];
    readonly intervals: readonly IntervalAnswer[];
  };
  /** Growth that each later year needs when this year ends at its median; absent in the plan's last year. */
  readonly laterGrowth?: number;
  readonly targets: readonly AnnualTarget[];
  readonly coherence: Coherence["verdict"];
}

/** What the path of a target asks of the running year; undefined without a report of it, and once it is complete. */
export function thisYear(
  { progress, levels, current }: KnownYears,
  target: PlanTargetAnswer,
  knowledge: Knowledge,
): ThisYear | undefined {
  if (!current?.distribution) return undefined;
  const { question, reading, tier, distribution } = current;
  const { position } = question;
  const pathLevel = target[target.reading]?.path.find(
    ({ fiscalYear }) => fiscalYear === position.year,
  )?.value;
  if (pathLevel === undefined || target.requiredGrowth === undefined) return undefined;
  const { ytd } = reading.year;
  const [rate] = runRates(withPathAsTarget(question, reading, pathLevel), knowledge).targets;
  const levelBefore = levels.get(position.year - 1)?.value;
  const growthTo = (level: number) => levelBefore !== undefined && { growth: level / levelBefore - 1 };
  const years = progress.lastYear - position.year;
  const laterGrowthFrom = (level: number) =>
    years > 0 && level > 0 && { laterGrowth: averageGrowth({ from: level, to: target.finalLevel, years }) };
  return {
    fiscalYear: position.year,
    through: throughLabel(position),
    elapsed: position.elapsed,
    remaining: position.periodsPerYear - position.elapsed,
    ytd,
    pathLevel,
    pathGrowth: target.requiredGrowth,
    gapToPath: pathLevel - ytd,
    ...(rate?.requiredRunRate && { requiredRunRate: rate.requiredRunRate }),
    attainmentProbability: distribution.survival(pathLevel),
    forecast: {
      tier,
      median: distribution.median,
      ...growthTo(distribution.median),
      ...spreadOf(distribution, question.levels),
    },
    ...laterGrowthFrom(distribution.median),
    targets: reading.targets.map(({ name, value }) => ({
      name,
      value,
      ...growthTo(value),
      gapToPath: value - pathLevel,
      isEnough: value >= pathLevel,
      ...laterGrowthFrom(value),
      attainmentProbability: distribution.survival(value),
    })),
    coherence: reading.coherence.verdict,
  };
}

/**
 * The report with the path's level as its only target. A share is one of the year's own plan, so what followed from it
 * is told in its place.
 */
function withPathAsTarget(question: Question, { figures }: ReportReading, level: number): Question {
  const known = (name: "ytd" | "growth" | "priorYtd" | "priorFullYear"): Figure | undefined => {
    const told = question.figures[name];
    const figure = figures[name];
    if (told || !figure || figure.origin === "estimated") return told;
    return parseFigure(figure.value, { role: name === "growth" ? "growth" : "amount", path: name });
  };
  const ytd = known("ytd");
  const growth = known("growth");
  const priorYtd = known("priorYtd");
  const priorFullYear = known("priorFullYear");
  return {
    ...question,
    figures: {
      ...(ytd && { ytd }),
      ...(growth && { growth }),
      ...(priorYtd && { priorYtd }),
      ...(priorFullYear && { priorFullYear }),
    },
    targets: [{ name: "path", level: parseFigure(level, { role: "target", path: "target" }) }],
  };
}
