import { z } from "zod";
import { INDICATOR_CLASSES } from "../engine/forecast/evidence.ts";
import { NOTE_CODES } from "../engine/note.ts";
import { ATTAINMENT_STATUSES } from "../engine/target/attainment-status.ts";
import { AGGREGATIONS } from "../engine/target/year-to-date.ts";

/**
 * The published shapes of the answers. They are strict, so that a field which is not documented fails the tests;
 * what cannot be said is absent, never null.
 */
const number = (description: string) => z.number().meta({ description });
const optionalNumber = (description: string) => number(description).optional();
const probability = (description: string) => z.number().min(0).max(1).meta({ description });

export const QuestionAnswer = z
  .strictObject({
    indicator: z.string().optional(),
    geography: z.string().optional(),
    unit: z.string().optional(),
    fiscalYear: number("The calendar year in which the fiscal year starts"),
    fiscalYearStart: number("The first month of the fiscal year, 1 to 12"),
    through: z.string().meta({ description: "The last reported period" }),
    elapsed: number("Reported periods"),
    remaining: number("Periods still to come; the running period is one of them until it is reported"),
    aggregation: z.enum(AGGREGATIONS),
    indicatorClass: z
      .enum(INDICATOR_CLASSES)
      .meta({ description: "Whose learned season and spread were used" }),
  })
  .meta({ id: "QuestionAnswer" });

export const KnownFigure = z
  .strictObject({
    value: number("The central value; ratios are fractions"),
    lower: optionalNumber("The lower end that its digits and qualifier allow; absent when there is none"),
    upper: optionalNumber("The upper end; absent when there is none"),
    origin: z.enum(["reported", "derived", "estimated"]),
    from: z.string().optional().meta({ description: "The formula a derived figure came from" }),
    narrowed: z
      .strictObject({ lower: z.number().optional(), upper: z.number().optional(), from: z.string() })
      .optional()
      .meta({ description: "What the other figures leave of a reported interval, when they leave less" }),
  })
  .meta({ id: "KnownFigure" });

const IntervalShape = {
  lower: optionalNumber("Absent when there is no lower end"),
  upper: optionalNumber("Absent when there is no upper end"),
};

export const Finding = z
  .strictObject({
    relation: z
      .string()
      .meta({ description: 'The relation that was checked, e.g. "target * shareOfTarget = ytd"' }),
    quantity: z.string().meta({ description: "The figure it was solved for" }),
    derived: z.strictObject(IntervalShape),
    formula: z.string().meta({ description: "How the other figures give it" }),
    stated: z.strictObject(IntervalShape).optional(),
    verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "derived", "notChecked"]),
    message: z.string(),
    conflict: z
      .array(z.string())
      .optional()
      .meta({ description: "The smallest set of figures that cannot all be true" }),
    repairs: z
      .array(
        z.strictObject({
          kind: z.string(),
          quantity: z.string(),
          description: z.string(),
          value: z.number().optional(),
          ...IntervalShape,
        }),
      )
      .optional()
      .meta({ description: "What would make them agree, the most plausible first" }),
  })
  .meta({ id: "Finding" });

export const Coherence = z
  .strictObject({
    verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "notChecked"]),
    findings: z.array(Finding),
  })
  .meta({ id: "Coherence" });

const Member = z.strictObject({
  method: z.string(),
  fullYear: z.number(),
  weight: z.number(),
  standardError: optionalNumber("Mack's standard error, where the method has one"),
});
const Assumption = z.strictObject({ code: z.string(), text: z.string(), value: z.number().optional() });
const Quantile = z.strictObject({ quantileLevel: z.number(), value: z.number() });
const PredictionInterval = z.strictObject({ level: z.number(), lower: z.number(), upper: z.number() });
const PathPeriod = z.strictObject({
  period: z.string(),
  status: z.enum(["actual", "forecast"]),
  value: optionalNumber("The period's own amount"),
  lower: optionalNumber("80% interval of the period's own amount"),
  upper: z.number().optional(),
  cumulative: number("The year to date through this period"),
  cumulativeLower: optionalNumber("80% interval of the cumulative amount"),
  cumulativeUpper: z.number().optional(),
});

export const Forecast = z
  .strictObject({
    tier: z.enum(["snapshot", "growth", "shares", "complete"]).meta({ description: "How much was known" }),
    median: number("The point forecast of the full year"),
    growth: optionalNumber("Growth of the median on last year"),
    quantiles: z.array(Quantile),
    intervals: z.array(PredictionInterval),
    path: z.array(PathPeriod),
    members: z.array(Member).meta({ description: "What was combined, with weights that sum to 1" }),
    assumptions: z.array(Assumption),
    varianceShares: z.strictObject({ disagreement: z.number(), noise: z.number() }).optional(),
    planWeighted: z
      .strictObject({
        plan: z.number(),
        median: z.number(),
        bornhuetterFerguson: number("What is booked and the usual remaining part of the plan"),
        benktander: number("The same once more, with that result in the place of the plan"),
        quantiles: z.array(Quantile),
        intervals: z.array(PredictionInterval),
        attainmentProbability: probability("P(full year >= plan) when the plan itself is taken as evidence"),
        members: z.array(Member),
        assumptions: z.array(Assumption),
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
  .meta({ id: "Forecast" });

const PeriodAmount = z.strictObject({ period: z.string(), value: z.number() });

export const RequiredRunRate = z
  .strictObject({
    perPeriod: number("Each remaining period, evenly; the needed mean for averages, the addition for stocks"),
    ratioToPace: optionalNumber("Over what each elapsed period brought"),
    ratioToSeasonalPace: optionalNumber("Over what the season makes usual after such a start"),
    growthOnLastYear: optionalNumber("Growth needed on last year's same remaining periods"),
    accelerationPoints: optionalNumber(
      "That growth less the growth so far, as a fraction: -0.031 is 3.1 points of slack",
    ),
    perWorkingDay: optionalNumber("Each remaining working day"),
    seasonalPath: z.array(PeriodAmount),
    feasibility: z
      .strictObject({ bestRemainder: z.number(), ratioToBest: z.number() })
      .optional()
      .meta({ description: "Against the best remaining periods of the past years that were told" }),
  })
  .meta({ id: "RequiredRunRate" });

const targetShape = {
  name: z.string(),
  value: z.number(),
  origin: z.enum(["stated", "growthOnLastYear", "impliedByShare"]),
  gapToTarget: number("Target less year-to-date: positive is still to come"),
  attainment: number("Year-to-date over target"),
  requiredRunRate: RequiredRunRate.optional(),
};

export const RunRateTarget = z.strictObject(targetShape).meta({ id: "RunRateTarget" });

export const Target = z
  .strictObject({
    ...targetShape,
    projectedAttainment: number("Median forecast over target"),
    attainmentProbability: probability(
      "P(full year >= target), without the plan as evidence; exactly 1 once reached",
    ),
    planWeightedProbability: probability("The same with the plan as evidence").optional(),
    status: z.enum(ATTAINMENT_STATUSES),
  })
  .meta({ id: "TargetAnswer" });

export const Scenario = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    assumption: z.string(),
    fullYear: z.number(),
    growth: optionalNumber("Growth of the full year on last year"),
    remainderGrowth: optionalNumber("Growth of the remaining periods on last year's"),
    attainment: optionalNumber("Full year over the first target"),
    gap: optionalNumber("First target less full year"),
    probabilityAtLeast: probability("That the remaining periods do at least this well"),
  })
  .meta({ id: "Scenario" });

export const Note = z.strictObject({ code: z.enum(NOTE_CODES), message: z.string() }).meta({ id: "Note" });

const common = {
  question: QuestionAnswer,
  figures: z.record(z.string(), KnownFigure),
  notes: z.array(Note),
  engine: z.string().meta({ description: "The version that answered" }),
};

export const OutlookAnswer = z
  .strictObject({
    ...common,
    coherence: Coherence,
    forecast: Forecast,
    targets: z.array(Target),
    scenarios: z.array(Scenario),
    sentence: z.string(),
  })
  .meta({ id: "OutlookAnswer" });
export const RunRateAnswer = z
  .strictObject({ ...common, targets: z.array(RunRateTarget) })
  .meta({ id: "RunRateAnswer" });
export const ForecastAnswer = z
  .strictObject({ ...common, forecast: Forecast })
  .meta({ id: "ForecastAnswer" });
export const AttainmentAnswer = z
  .strictObject({ ...common, targets: z.array(Target) })
  .meta({ id: "AttainmentAnswer" });
export const ScenariosAnswer = z
  .strictObject({ ...common, scenarios: z.array(Scenario), targets: z.array(RunRateTarget) })
  .meta({ id: "ScenariosAnswer" });
export const CoherenceAnswer = z
  .strictObject({ ...common, question: QuestionAnswer.partial(), coherence: Coherence })
  .meta({ id: "CoherenceAnswer" });

export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string(), hint: z.string().optional() })),
  })
  .meta({
    id: "Problem",
    description: "Problem details (RFC 9457); `errors` names every field that is wrong",
  });
