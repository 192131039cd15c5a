import { EngineError } from "../engine-error.ts";
import type { CleaningRemark } from "../history/cleaned-history.ts";
import type { HistoryRemark } from "../history/regular-history.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type Member, scaledMember } from "./answer.ts";
import { type Distribution, scaledDistribution } from "./distribution.ts";
import type { IndicatorClass } from "./evidence.ts";
import { type ForecastAnswer, forecastFullYear } from "./forecast.ts";
import type { JointForecast } from "./joint-forecast.ts";
import { STOCK_DEGREES_OF_FREEDOM, stockForecast } from "./level-forecast.ts";
import type { Priors } from "./priors.ts";
import { remainderDistribution } from "./remainder-distribution.ts";
import { type ReportedYear, yearEvidence } from "./year-evidence.ts";

/** Cumulative shares after 1 to 11 months of a year whose months are equal. */
const EQUAL_MONTHS: readonly number[] = Array.from({ length: 11 }, (_, month) => (month + 1) / 12);

/** The forecast of an unfinished year, whatever its aggregation; amounts in the unit of the question. */
export type YearForecast = Omit<ForecastAnswer, "varianceShares"> &
  Partial<Pick<ForecastAnswer, "varianceShares">> & {
    /** The coming periods as one distribution, where a history tells how they hang together. */
    readonly joint?: JointForecast;
    /** What was noticed in the history; periods are running numbers. */
    readonly remarks?: readonly (CleaningRemark | HistoryRemark)[];
  };

/**
 * Forecast of the full year from one report: flows by the tier of what is known; indices as flows of their
 * periods, since a mean is a sum over the number of periods; stocks by their own level.
 * @throws EngineError notEnoughKnown when nothing can be said
 */
export function forecastYear(question: Question, year: ReportedYear, knowledge: Knowledge): YearForecast {
  switch (question.aggregation) {
    case "sum":
      return inPeriods(
        question,
        forecastFullYear(yearEvidence(question, year), knowledge.priors, knowledge.tet),
      );
    case "average":
      return averageForecast(question, year, knowledge);
    case "last":
      return lastForecast(question, year);
  }
}

/** The answer with the scatter of single periods instead of months. */
function inPeriods(question: Question, answer: ForecastAnswer): YearForecast {
  if (question.position.periodsPerYear === 12) return answer;
  // Three independent months in a quarter.
  return { ...answer, monthScale: answer.monthScale / Math.sqrt(3) };
}

/**
 * An index as the flow of its periods. They weigh the same, so the season is flat, and last year's mean is as good as
 * that of its part where only one of them is known.
 */
function averageForecast(question: Question, year: ReportedYear, { priors, tet }: Knowledge): YearForecast {
  const { periodsPerYear, elapsed } = question.position;
  if (year.ytd <= 0) throw aboveZero("the mean of the elapsed periods");
  const level = year.priorYtd ?? year.priorFullYear;
  const known = level !== undefined || year.past.length > 0;
  const lastYear = level === undefined ? {} : { priorYtd: level, priorFullYear: year.priorFullYear ?? level };
  const carried = known ? lastYear : { priorYtd: year.ytd, priorFullYear: year.ytd, growth: 0 };
  const flow = forecastFullYear(
    yearEvidence(question, { ...year, ...carried }),
    withoutSeason(priors, question.indicatorClass),
    tet,
  );
  const meanOf = (distribution: Distribution): Distribution =>
    scaledDistribution(distribution, periodsPerYear);
  const meanMember = (member: Member): Member => scaledMember(member, periodsPerYear);
  if (!known) {
    const { remainderScale: scale, degreesOfFreedom } = flow;
    return {
      tier: "snapshot",
      distribution: remainderDistribution({
        booked: (year.ytd * elapsed) / periodsPerYear,
        logRemainder: Math.log((year.ytd * (periodsPerYear - elapsed)) / periodsPerYear),
        scale,
        degreesOfFreedom,
      }),
      members: [{ method: "carriedIndex", fullYear: year.ytd, weight: 1 }],
      assumptions: [
        { code: "carriedIndex", text: "the remaining periods are taken to stay at the mean so far" },
        { code: "remainderScale", text: "logarithmic scale of the remainder, Student's t", value: scale },
      ],
      remainderScale: scale,
      degreesOfFreedom,
      monthScale: flow.monthScale,
      askFor: "priorFullYear",
    };
  }
  return {
    ...flow,
    distribution: meanOf(flow.distribution),
    members: flow.members.map(meanMember),
    ...(flow.planWeighted && {
      planWeighted: {
        ...flow.planWeighted,
        distribution: meanOf(flow.planWeighted.distribution),
        bornhuetterFerguson: flow.planWeighted.bornhuetterFerguson / periodsPerYear,
        benktander: flow.planWeighted.benktander / periodsPerYear,
        members: flow.planWeighted.members.map(meanMember),
      },
    }),
  };
}

/** The learned numbers of a class with equal months: an index does not grow over its year as its amounts do. */
export function withoutSeason(priors: Priors, indicatorClass: IndicatorClass): Priors {
  const { drift: _drift, ...season } = priors.seasons[indicatorClass];
  const flat = { ...season, cumulativeShares: EQUAL_MONTHS, holidayEffect: 0 };
  return { ...priors, seasons: { ...priors.seasons, [indicatorClass]: flat } };
}

function lastForecast(question: Question, year: ReportedYear): YearForecast {
  const { periodsPerYear, elapsed } = question.position;
  if (year.ytd <= 0) throw aboveZero("the latest value");
  const remaining = periodsPerYear - elapsed;
  const growth = year.growth ?? (year.priorYtd ? year.ytd / year.priorYtd - 1 : undefined);
  const distribution = stockForecast({
    latest: year.ytd,
    remainingShare: remaining / periodsPerYear,
    growth,
  });
  return {
    tier: growth === undefined ? "snapshot" : "growth",
    distribution,
    members: [{ method: "carriedLevel", fullYear: distribution.median, weight: 1 }],
    assumptions: [
      {
        code: "carriedLevel",
        text: "a stock stays at its latest value, moved on by half of its growth where that is known",
      },
      {
        code: "assumedSpread",
        text: "the spread of stocks is assumed, not learned from data",
        value: distribution.scale,
      },
    ],
    remainderScale: distribution.scale,
    degreesOfFreedom: STOCK_DEGREES_OF_FREEDOM,
    monthScale: 0,
    ...(growth === undefined && { askFor: "growth" }),
  };
}

const aboveZero = (what: string): EngineError =>
  new EngineError(
    "notEnoughKnown",
    "ytd",
    `${what} must be above zero to be forecast`,
    "give a figure above zero",
  );
