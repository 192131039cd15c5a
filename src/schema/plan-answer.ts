import { z } from "zod";
import { INDICATOR_CLASSES } from "../engine/forecast/evidence.ts";
import { NOTE_CODES } from "../engine/note.ts";
import { PLAN_NOTE_CODES } from "../engine/plan/plan-note.ts";
import { PLAN_READINGS } from "../engine/plan/plan-question.ts";
import { ATTAINMENT_STATUSES } from "../engine/target/attainment-status.ts";
import { AGGREGATIONS } from "../engine/target/year-to-date.ts";
import { number, optionalNumber, probability, text } from "./described.ts";
import { Forecast } from "./forecast-answer.ts";
import { Coherence, noteOf, QuestionAnswer } from "./report-answer.ts";
import { RunRateTarget } from "./target-answer.ts";

const { tier, quantiles, intervals, assumptions } = Forecast.shape;
const { requiredRunRate } = RunRateTarget.shape;
const { verdict } = Coherence.shape;
const { priceBasis, measure } = QuestionAnswer.shape;

const PlanEcho = z
  .strictObject({
    indicator: text("What is measured, as it was told").optional(),
    geography: text("The place, as it was told").optional(),
    unit: text("The unit of all levels, as it was told").optional(),
    priceBasis,
    measure,
    aggregation: z.enum(AGGREGATIONS).meta({
      description: "How periods make the year: sum (flows), average (indices), last (stocks, ratios)",
    }),
    indicatorClass: z
      .enum(INDICATOR_CLASSES)
      .meta({ description: "Whose learned season, spread and later growth were used" }),
    fiscalYearStart: number("The first month of the fiscal year, 1 to 12"),
    baseYear: number("The year from whose level the plan grows"),
    firstYear: number("The first year of the plan"),
    lastYear: number("The last year of the plan"),
    years: number("Years of the plan, hence steps of growth from the base"),
    knownThrough: number("The last year whose level is known"),
    remaining: number("Years of the plan after it, the running one included"),
    reading: z.enum(PLAN_READINGS).meta({ description: "What an average growth was taken to be" }),
    through: text("The last reported period of the running year").optional(),
  })
  .meta({ id: "PlanEcho", description: "What was asked, after its texts were read" });

const vintageShape = {
  value: number("The level as it was told then"),
  asOf: text("When it was published").optional(),
};
const LevelVintage = z.strictObject(vintageShape);

const PathYear = z.strictObject({
  fiscalYear: number("A remaining year"),
  value: number("Its level when every remaining year has the required growth"),
});

const readingShape = {
  finalLevel: number("The last year's level"),
  requiredGrowth: optionalNumber(
    "Growth a year that the remaining years need; absent once the last is known",
  ),
  path: z.array(PathYear).meta({ description: "The remaining years at that growth" }),
  attainmentProbability: probability("P(last year's level >= finalLevel); exactly 1 or 0 once it is known"),
};

const PlanTargetAnswer = z
  .strictObject({
    name: text("What the target is called"),
    from: text("Since when it is in force, as it was told").optional(),
    inForce: z.boolean().meta({ description: "Whether no later version replaces it" }),
    origin: z
      .enum(["averageGrowth", "finalLevel"])
      .meta({ description: "Whether it was told as an average growth or as a level" }),
    averageGrowth: number("Average growth a year over all years of the plan, told or implied by the level"),
    reading: z.enum(PLAN_READINGS).meta({ description: "The reading of the next four fields" }),
    finalLevel: readingShape.finalLevel,
    requiredGrowth: readingShape.requiredGrowth,
    attainmentProbability: readingShape.attainmentProbability,
    status: z.enum(ATTAINMENT_STATUSES).meta({
      description:
        "attained and missed are facts; otherwise by probability: onCourse from 0.8, likely from 0.5, atRisk from 0.2, outOfReach below",
    }),
    geometric: z
      .strictObject(readingShape)
      .meta({ description: "The average as the one constant growth from the base to the last year" }),
    arithmetic: z.strictObject(readingShape).optional().meta({
      description:
        "The average as the mean of the years' growths: never asks more. `requiredGrowth` is the mean that the rest needs, `finalLevel` what it comes to when every remaining year has just that, the highest level that this mean allows. Absent for a target told as a level, and where a known year's growth is missing",
    }),
  })
  .meta({
    id: "PlanTargetAnswer",
    description: "A version of the target and what it asks of the years left",
  });

const PlanYear = z
  .strictObject({
    fiscalYear: number("The year"),
    status: z.enum(["earlier", "base", "known", "unknown", "running", "required"]).meta({
      description:
        "earlier than the base, the base, known, not known although later ones are, running with a report, or still to come; the levels of the last two are those of the path",
    }),
    value: optionalNumber("Its level; what the path of the target in force asks where it is still to come"),
    growth: optionalNumber("Growth on the year before"),
    origin: z
      .enum(["reported", "derived"])
      .optional()
      .meta({ description: "Of a known level: as it was told, or worked out from a growth" }),
    evenLevel: optionalNumber("The level if every year of the plan had grown by the average"),
    gapToEven: optionalNumber("The level less that: negative is behind"),
    vintages: z
      .array(LevelVintage)
      .optional()
      .meta({ description: "Everything that was told of the level, oldest first" }),
  })
  .meta({ id: "PlanYear", description: "A year beside the even path" });

const RestOfPlanShape = {
  growth: number("The growth that every remaining year is taken to have"),
  finalLevel: number("Where the last year then ends"),
  averageGrowth: number("Average growth a year of the whole plan that this makes"),
  gap: number("That level less the target's: negative falls short"),
  reaches: z.boolean().meta({ description: "Whether it reaches the target" }),
};

const AnnualTarget = z.strictObject({
  name: text("What this year's own target is called"),
  value: number("Its level"),
  growth: optionalNumber("The growth on last year that it makes"),
  gapToPath: number("The target less what the path asks: negative is too little"),
  isEnough: z.boolean().meta({ description: "Whether it is at least what the path asks" }),
  laterGrowth: optionalNumber("Growth a year that the later years need when this year just meets it"),
  attainmentProbability: probability("P(this year >= the target)"),
});

const ThisYear = z
  .strictObject({
    fiscalYear: number("The running year"),
    through: text("Its last reported period"),
    elapsed: number("Reported periods"),
    remaining: number("Periods still to come"),
    ytd: number("The year-to-date figure"),
    pathLevel: number("What the path of the target in force asks of the year"),
    pathGrowth: number("The growth that makes"),
    gapToPath: number("That level less the year-to-date figure: positive is still to come"),
    requiredRunRate,
    attainmentProbability: probability("P(this year >= pathLevel)"),
    forecast: z
      .strictObject({
        tier,
        median: number("The point forecast of the year"),
        growth: optionalNumber("Its growth on last year"),
        quantiles,
        intervals,
      })
      .meta({ description: "Where the year will probably end" }),
    laterGrowth: optionalNumber("Growth a year that the later years need when this year ends at its median"),
    targets: z.array(AnnualTarget).meta({ description: "The year's own targets against the path" }),
    coherence: verdict,
  })
  .meta({ id: "PlanThisYear", description: "The running year against the path; absent without a report" });

const FinalYear = z
  .strictObject({
    fiscalYear: number("The plan's last year"),
    median: number("Its point forecast"),
    averageGrowth: number("Average growth a year from the base to the median"),
    quantiles,
    intervals,
    growthIntervals: z
      .array(
        z.strictObject({
          level: number("The probability of ending inside"),
          lower: number("The lower end"),
          upper: number("The upper end"),
        }),
      )
      .meta({ description: "The same intervals as average growth a year" }),
  })
  .meta({ id: "PlanFinalYear", description: "Where the plan's last year will probably end" });

export const PlanAnswer = z
  .strictObject({
    question: PlanEcho,
    base: z
      .strictObject({
        fiscalYear: number("The year before the plan's first"),
        value: number("Its level as it stands now"),
        vintages: z
          .array(
            z.strictObject({
              ...vintageShape,
              finalLevel: number("The last year's level of the target in force on this vintage"),
              averageGrowth: number("Its average growth a year on this vintage"),
            }),
          )
          .optional()
          .meta({ description: "Everything that was told of it, oldest first" }),
      })
      .meta({ description: "What the plan grows from" }),
    soFar: z
      .strictObject({
        through: number("The last known year"),
        years: number("Years since the base"),
        level: number("Its level"),
        averageGrowth: number("Geometric average growth a year since the base"),
        meanGrowth: optionalNumber(
          "Mean of the years' growths, where all are known; never below the average",
        ),
        evenLevel: number("The level if every year had grown by the average of the target in force"),
        gapToEven: number("The level less that: negative is behind"),
        ratioToEven: number("The level over that"),
      })
      .optional()
      .meta({ description: "The known years together; absent while only the base is known" }),
    targets: z
      .array(PlanTargetAnswer)
      .meta({ description: "The target in force first, earlier versions after it" }),
    years: z.array(PlanYear).meta({ description: "Year by year, for the target in force" }),
    thisYear: ThisYear.optional(),
    finalYear: FinalYear.optional(),
    oneGoodYear: z
      .strictObject({
        fiscalYear: number("The year with the best growth; the running one before any is known"),
        growth: number("Its growth"),
        origin: z
          .enum(["known", "forecast"])
          .meta({ description: "Whether that is known, or the median of its forecast" }),
        repeated: z
          .strictObject(RestOfPlanShape)
          .meta({ description: "Its growth once more in every year left" }),
        restAtAverage: z
          .strictObject(RestOfPlanShape)
          .meta({ description: "The plan's average in every year left, and no more" }),
        oneYearAlone: number("Growth that one of the years left needs when the others make the average"),
        verdict: z.enum(["enough", "notEnough"]).meta({
          description: "Whether the plan's average in every year left reaches the target",
        }),
        latestRepeated: z
          .strictObject({ fiscalYear: number("The latest known year"), ...RestOfPlanShape })
          .optional()
          .meta({ description: "The latest year's growth in every year left, where another was the best" }),
      })
      .optional()
      .meta({ description: "Whether one good year is enough; absent once the last year is known" }),
    assumptions,
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z.array(noteOf([...NOTE_CODES, ...PLAN_NOTE_CODES])).meta({
      description: "Remarks to read the answer with",
    }),
    engine: text("The version that answered"),
  })
  .meta({
    id: "PlanAnswer",
    description: "A target over several years: what is behind and what the years left must bring",
  });
