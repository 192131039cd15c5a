import { EngineError } from "../engine-error.ts";
import type { Assumption } from "../forecast/answer.ts";
import type { AskFor } from "../forecast/ask-for.ts";
import { type Distribution, scaledDistribution } from "../forecast/distribution.ts";
import { historyOutlook } from "../forecast/history-outlook.ts";
import { forecastYear, type YearForecast } from "../forecast/year-forecast.ts";
import type { Note } from "../note.ts";
import type { ForecastAnswerParts } from "../outlook-types.ts";
import type { Knowledge } from "../report/knowledge.ts";
import type { PartForecast } from "./part-forecast.ts";
import type { ToldPart } from "./told-parts.ts";

/** The forecast of a part or a total from its own report alone, in the unit of the total. */
export interface OwnForecast {
  readonly tier: ForecastAnswerParts["tier"] | "share";
  readonly distribution: Distribution;
  readonly part: PartForecast;
  readonly assumptions: readonly Assumption[];
  readonly askFor?: AskFor;
  /** What was noticed in its history. */
  readonly notes: readonly Note[];
}

/**
 * The forecast of one report, by the richest tier that it allows; undefined where nothing can be said of the rest of the
 * year.
 */
export function ownForecast(told: ToldPart, knowledge: Knowledge): OwnForecast | undefined {
  const { question, reading, scale } = told;
  const history = historyOutlook(question, reading, knowledge);
  const forecast = history.forecast ?? fromFigures(told, knowledge);
  if (!forecast || !Number.isFinite(forecast.distribution.median)) return undefined;
  const distribution = scaledDistribution(forecast.distribution, 1 / scale);
  return {
    tier: forecast.tier,
    distribution,
    part: {
      booked: bookedOf(told),
      median: distribution.median,
      lower: distribution.quantile(0.1),
      upper: distribution.quantile(0.9),
      degreesOfFreedom: forecast.degreesOfFreedom,
    },
    assumptions: forecast.assumptions,
    ...(forecast.askFor && { askFor: forecast.askFor }),
    notes: history.notes,
  };
}

function fromFigures({ question, reading }: ToldPart, knowledge: Knowledge): YearForecast | undefined {
  try {
    return forecastYear(question, reading.year, knowledge);
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** What of a part cannot be lost again, in the unit of the total: nothing of a stock, or of a flow of either sign. */
export function bookedOf({ question, reading, ytd, scale }: ToldPart): number {
  const { aggregation, position } = question;
  if (aggregation === "last" || reading.canFall) return Number.NEGATIVE_INFINITY;
  const part = aggregation === "average" ? position.elapsed / position.periodsPerYear : 1;
  return ytd.value * scale * part;
}

/** An amount that nothing changes any more. */
export const settled = (amount: number): PartForecast => ({
  booked: amount,
  median: amount,
  lower: amount,
  upper: amount,
  degreesOfFreedom: 1,
});
