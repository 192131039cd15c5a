import { z } from "zod";
import { number, optionalNumber, probability, text } from "./described.ts";

const Member = z.strictObject({
  method: text("The forecasting method"),
  fullYear: number("The full year by this method alone"),
  weight: number("Its weight in the combination"),
  standardError: optionalNumber("Mack's standard error, where the method has one"),
});
const Assumption = z.strictObject({
  code: text("A name for machines"),
  text: text("What was assumed"),
  value: optionalNumber("The number that was assumed"),
});
const quantiles = z
  .array(
    z.strictObject({
      quantileLevel: number("The probability of ending at this value or below, 0.025 to 0.975"),
      value: number("The full year at that level"),
    }),
  )
  .meta({ description: "The predictive distribution of the full year by its quantiles; they never cross" });
const intervals = z
  .array(
    z.strictObject({
      level: number("The probability of ending inside, e.g. 0.8"),
      lower: number("The lower end"),
      upper: number("The upper end"),
    }),
  )
  .meta({ description: "Central prediction intervals of the full year, one for each of `levels`" });
const members = z.array(Member).meta({ description: "What was combined, with weights that sum to 1" });
const assumptions = z.array(Assumption).meta({ description: "Everything that was taken for granted" });
const PathPeriod = z.strictObject({
  period: text("A calendar month, or a quarter of the fiscal year"),
  status: z.enum(["actual", "forecast"]).meta({ description: "Whether it was reported or is still to come" }),
  value: optionalNumber("The period's own amount"),
  lower: optionalNumber("80% interval of the period's own amount, lower end"),
  upper: optionalNumber("80% interval of the period's own amount, upper end"),
  cumulative: number("The year to date through this period"),
  cumulativeLower: optionalNumber("80% interval of the cumulative amount, lower end"),
  cumulativeUpper: optionalNumber("80% interval of the cumulative amount, upper end"),
  lastYearCumulative: optionalNumber(
    "Last year's year to date through the same period, where the history or last year's totals tell it",
  ),
});

const QuarterAmount = z.strictObject({
  period: text("A quarter of the fiscal year"),
  status: z
    .enum(["actual", "forecast"])
    .meta({ description: "Forecast until all of its months are reported" }),
  value: number("The quarter's own amount, or the median of what it will be"),
  lower: optionalNumber("80% interval, lower end"),
  upper: optionalNumber("80% interval, upper end"),
});

const NextFullYear = z
  .strictObject({
    fiscalYear: number("The calendar year in which the next fiscal year starts"),
    median: number("The point forecast of the next full year"),
    quantiles,
    intervals,
  })
  .meta({ description: "The next full year, where the horizon reaches its end" });

const BacktestYear = z.strictObject({
  fiscalYear: number("The year that was forecast from the history up to the same period"),
  median: number("The forecast of its full year"),
  lower: number("The lower end of its interval"),
  upper: number("The upper end of its interval"),
  level: probability("The level of the interval"),
  fullYear: number("What the year came to"),
  inside: z.boolean().meta({ description: "Whether that lay inside the interval" }),
  percentError: optionalNumber(
    "Full year less median, as a fraction of the full year, where that is above zero",
  ),
  crps: number("Continuous ranked probability score, in the unit of the question; less is better"),
});

const Backtest = z
  .strictObject({
    elapsed: number("The reported periods of each of these years when it was forecast"),
    years: z.array(BacktestYear).meta({ description: "Earlier years, oldest first" }),
    coverage: probability("Share of the years that lay inside their interval"),
    meanCrps: number("Mean of the scores"),
    meanAbsolutePercentError: optionalNumber("Mean size of the errors in percent, as a fraction"),
  })
  .meta({ description: "How the forecast would have done at the same time of earlier years" });

export const Forecast = z
  .strictObject({
    tier: z
      .enum(["snapshot", "growth", "shares", "history", "complete"])
      .meta({ description: "How much was known" }),
    median: number("The point forecast of the full year"),
    growth: optionalNumber("Growth of the median on last year"),
    quantiles,
    intervals,
    path: z.array(PathPeriod).meta({
      description:
        "The year period by period, reported and forecast; with a horizon beyond the year's end it goes on",
    }),
    quarters: z
      .array(QuarterAmount)
      .optional()
      .meta({ description: "The quarters of a year that is told by months, each with its 80% interval" }),
    horizon: z
      .strictObject({ nextFullYear: NextFullYear.optional() })
      .optional()
      .meta({ description: "What lies beyond the year's end, as far as `horizon` asked" }),
    backtest: Backtest.optional(),
    members,
    assumptions,
    varianceShares: z
      .strictObject({
        disagreement: number("Share of the variance by which the methods disagree"),
        noise: number("Share of the variance that no method explains"),
      })
      .optional()
      .meta({ description: "Where the uncertainty comes from; sums to 1" }),
    planWeighted: z
      .strictObject({
        plan: number("The plan that was taken as evidence"),
        median: number("The full year with the plan as evidence"),
        bornhuetterFerguson: number("What is booked and the usual remaining part of the plan"),
        benktander: number("The same once more, with that result in the place of the plan"),
        quantiles,
        intervals,
        attainmentProbability: probability("P(full year >= plan) when the plan itself is taken as evidence"),
        members,
        assumptions,
      })
      .optional()
      .meta({
        description:
          "The same with the plan as one more source; kept apart, since it assumes part of the answer",
      }),
    askFor: z
      .enum(["growth", "priorFullYear", "reports", "target"])
      .optional()
      .meta({ description: "The one further figure that would narrow the answer most" }),
  })
  .meta({ id: "Forecast", description: "The predictive distribution of the full year and the path to it" });
