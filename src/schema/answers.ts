import { z } from "zod";
import { INDICATOR_CLASSES } from "../engine/forecast/evidence.ts";
import { NOTE_CODES } from "../engine/note.ts";
import { ATTAINMENT_STATUSES } from "../engine/target/attainment-status.ts";
import { AGGREGATIONS } from "../engine/target/year-to-date.ts";

/**
 * The published shapes of the answers. They are strict, so that a field which is not documented fails the tests;
 * what cannot be said is absent, never null.
 */
const text = (description: string) => z.string().meta({ description });
const number = (description: string) => z.number().meta({ description });
const optionalNumber = (description: string) => number(description).optional();
const probability = (description: string) => z.number().min(0).max(1).meta({ description });

const QuestionAnswer = z
  .strictObject({
    indicator: text("What is measured, as it was told").optional(),
    geography: text("The place, as it was told").optional(),
    unit: text("The unit of all amounts, as it was told").optional(),
    fiscalYear: number("The calendar year in which the fiscal year starts"),
    fiscalYearStart: number("The first month of the fiscal year, 1 to 12"),
    through: text(
      'The last reported period: a calendar month "2024-04", or a quarter of the fiscal year "2024-Q2"',
    ),
    elapsed: number("Reported periods"),
    remaining: number("Periods still to come; the running period is one of them until it is reported"),
    aggregation: z.enum(AGGREGATIONS).meta({
      description: "How periods make the year: sum (flows), average (indices), last (stocks, ratios)",
    }),
    amountsAre: z.enum(["sharesOfTarget", "indexOfLastYear"]).optional().meta({
      description:
        "What amounts are measured in when none was reported: shares of the target, or last year's same period at 100",
    }),
    indicatorClass: z
      .enum(INDICATOR_CLASSES)
      .meta({ description: "Whose learned season and spread were used" }),
  })
  .meta({ id: "QuestionAnswer", description: "What was asked, after its texts were read" });

const KnownFigure = z
  .strictObject({
    value: number("The central value; ratios are fractions"),
    lower: optionalNumber("The lower end that its digits and qualifier allow; absent when there is none"),
    upper: optionalNumber("The upper end; absent when there is none"),
    origin: z
      .enum(["reported", "derived", "estimated"])
      .meta({ description: "As it was reported, worked out from others, or estimated with a prior" }),
    from: text("The formula a derived figure came from").optional(),
    narrowed: z
      .strictObject({
        lower: optionalNumber("The lower end that is left"),
        upper: optionalNumber("The upper end that is left"),
        from: text("The formula that narrows it"),
      })
      .optional()
      .meta({ description: "What the other figures leave of a reported interval, when they leave less" }),
  })
  .meta({ id: "KnownFigure", description: "A figure with the interval that it is known to lie in" });

const IntervalShape = {
  lower: optionalNumber("Absent when there is no lower end"),
  upper: optionalNumber("Absent when there is no upper end"),
};

const Finding = z
  .strictObject({
    relation: text('The relation that was checked, e.g. "target * shareOfTarget = ytd"'),
    quantity: text("The figure it was solved for"),
    derived: z
      .strictObject(IntervalShape)
      .meta({ description: "The figure as the others give it, within what their digits allow" }),
    formula: text("How the other figures give it"),
    stated: z
      .strictObject(IntervalShape)
      .optional()
      .meta({ description: "The figure as it was reported; absent when it was only derived" }),
    verdict: z
      .enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "derived", "notChecked"])
      .meta({
        description:
          "Whether both can be true: as written, only if trailing zeros are rounding, only if digits were cut off, or not; derived where there was nothing to compare",
      }),
    message: text("The finding as a sentence"),
    conflict: z
      .array(z.string())
      .optional()
      .meta({ description: "The smallest set of figures that cannot all be true" }),
    repairs: z
      .array(
        z.strictObject({
          kind: text("What may have gone wrong, e.g. slipOfThousand"),
          quantity: text("The figure to be understood differently"),
          description: text("The repair as a sentence"),
          value: optionalNumber("What the figure would be, where that is one number"),
          revision: optionalNumber("By how much a base was revised, a fraction"),
          ...IntervalShape,
        }),
      )
      .optional()
      .meta({ description: "What would make them agree, the most plausible first" }),
  })
  .meta({ id: "Finding", description: "What one relation says about one figure" });

const Coherence = z
  .strictObject({
    verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "notChecked"]).meta({
      description: "The worst verdict of the findings; notChecked when there was nothing to compare",
    }),
    findings: z.array(Finding).meta({ description: "Every relation that could be used" }),
  })
  .meta({ id: "Coherence", description: "Whether the figures of the report agree with each other" });

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
});

const Forecast = z
  .strictObject({
    tier: z.enum(["snapshot", "growth", "shares", "complete"]).meta({ description: "How much was known" }),
    median: number("The point forecast of the full year"),
    growth: optionalNumber("Growth of the median on last year"),
    quantiles,
    intervals,
    path: z.array(PathPeriod).meta({ description: "The year period by period, reported and forecast" }),
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

const PeriodAmount = z.strictObject({
  period: text("A remaining period"),
  value: number("What it must bring"),
});

const RequiredRunRate = z
  .strictObject({
    perPeriod: number("Each remaining period, evenly; the needed mean for averages, the addition for stocks"),
    ratioToPace: optionalNumber("Over what each elapsed period brought"),
    ratioToSeasonalPace: optionalNumber("Over what the season makes usual after such a start"),
    growthOnLastYear: optionalNumber("Growth needed on last year's same remaining periods"),
    accelerationPoints: optionalNumber(
      "That growth less the growth so far, as a fraction: -0.031 is 3.1 points of slack",
    ),
    perWorkingDay: optionalNumber("Each remaining working day"),
    seasonalPath: z.array(PeriodAmount).meta({
      description: "What is still to come, spread over the remaining periods as the season usually does",
    }),
    feasibility: z
      .strictObject({
        bestRemainder: number("The best remaining periods of any past year"),
        ratioToBest: number("What is still to come over that; above 1 no past year did as much"),
      })
      .optional()
      .meta({ description: "Against the best remaining periods of the past years that were told" }),
  })
  .meta({
    id: "RequiredRunRate",
    description:
      "What the remaining periods must bring; absent once the target is reached or the year is over",
  });

const targetShape = {
  name: text('What the target is called; "impliedByShare" when only its share was told'),
  value: number("The target itself, in the unit of the question"),
  origin: z
    .enum(["stated", "growthOnLastYear", "impliedByShare"])
    .meta({ description: "Told as a level, as a growth on last year, or only by the reported share of it" }),
  gapToTarget: number("Target less year-to-date: positive is still to come"),
  attainment: number("Year-to-date over target"),
  requiredRunRate: RequiredRunRate.optional(),
};

const RunRateTarget = z
  .strictObject(targetShape)
  .meta({ id: "RunRateTarget", description: "A target and what it asks of the rest of the year" });

const Target = z
  .strictObject({
    ...targetShape,
    projectedAttainment: number("Median forecast over target"),
    attainmentProbability: probability(
      "P(full year >= target), without the plan as evidence; exactly 1 once reached",
    ),
    planWeightedProbability: probability("The same with the plan as evidence").optional(),
    status: z.enum(ATTAINMENT_STATUSES).meta({
      description:
        "attained and missed are facts; otherwise by probability: onCourse from 0.8, likely from 0.5, atRisk from 0.2, outOfReach below",
    }),
  })
  .meta({ id: "TargetAnswer", description: "A target, how likely it is, and what it asks" });

const Scenario = z
  .strictObject({
    name: text("What the scenario is called: its kind for the standard ones, or the caller's name"),
    kind: text("The kind of assumption, e.g. currentPace, breakEven, remainderGrowth"),
    target: text("Of a break-even: the name of its target").optional(),
    assumption: text("The assumption in words"),
    fullYear: number("Where the year lands under the assumption"),
    growth: optionalNumber("Growth of the full year on last year"),
    remainderGrowth: optionalNumber("Growth of the remaining periods on last year's"),
    attainment: optionalNumber("Full year over the first target"),
    gap: optionalNumber("First target less full year"),
    probabilityAtLeast: probability("That the remaining periods do at least this well"),
  })
  .meta({ id: "Scenario", description: "An assumption about the rest of the year and where it leads" });

const Note = z
  .strictObject({
    code: z.enum(NOTE_CODES).meta({ description: "A name for machines" }),
    message: text("The remark as a sentence"),
  })
  .meta({ id: "Note", description: "A remark to read the answer with" });

const common = {
  question: QuestionAnswer,
  figures: z.record(z.string(), KnownFigure).meta({
    description:
      "Every figure that is known, by name (ytd, shareOfTarget, growth, priorYtd, priorFullYear, target, …): reported ones with all their digits, derived ones with their formula",
  }),
  notes: z.array(Note).meta({ description: "Remarks to read the answer with" }),
  engine: text("The version that answered"),
};
const targets = z
  .array(Target)
  .meta({ description: "Every target as a level, in the order asked, one implied by the share last" });
const runRateTargets = z.array(RunRateTarget).meta(targets.meta() ?? {});
const scenarios = z
  .array(Scenario)
  .meta({ description: "The standard scenarios, the break-even of every open target, and the caller's own" });

export const OutlookAnswer = z
  .strictObject({
    ...common,
    coherence: Coherence,
    forecast: Forecast,
    targets,
    scenarios,
    sentence: text("The answer as a paragraph that a report can take over"),
  })
  .meta({ id: "OutlookAnswer", description: "Everything about one indicator's year" });
export const RunRateAnswer = z
  .strictObject({ ...common, targets: runRateTargets })
  .meta({ id: "RunRateAnswer", description: "What each target asks of every remaining period" });
export const ForecastAnswer = z
  .strictObject({ ...common, forecast: Forecast })
  .meta({ id: "ForecastAnswer", description: "The predictive distribution of the full year" });
export const AttainmentAnswer = z
  .strictObject({ ...common, targets })
  .meta({ id: "AttainmentAnswer", description: "How likely each target is" });
export const ScenariosAnswer = z
  .strictObject({ ...common, scenarios, targets: runRateTargets })
  .meta({ id: "ScenariosAnswer", description: "Assumptions side by side" });
export const CoherenceAnswer = z
  .strictObject({
    ...common,
    question: QuestionAnswer.partial().meta({
      description: "What was asked; without a period only its labels",
    }),
    coherence: Coherence,
  })
  .meta({ id: "CoherenceAnswer", description: "Whether the figures agree" });

export const Problem = z
  .strictObject({
    type: text("The page that explains the kind of problem"),
    title: text("The kind of problem"),
    status: z.number().int().meta({ description: "The HTTP status" }),
    detail: text("All errors in one line"),
    instance: text("The path that was asked"),
    errors: z
      .array(
        z.strictObject({
          path: text("The field, empty where no one field is wrong"),
          message: text("What is wrong"),
          hint: text("What to write instead").optional(),
        }),
      )
      .meta({ description: "Everything that is wrong at once" }),
  })
  .meta({
    id: "Problem",
    description: "Problem details (RFC 9457); `errors` names every field that is wrong",
  });
