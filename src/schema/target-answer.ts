import { z } from "zod";
import { ATTAINMENT_STATUSES } from "../engine/target/attainment-status.ts";
import { number, optionalNumber, probability, text } from "./described.ts";

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

export const RunRateTarget = z
  .strictObject(targetShape)
  .meta({ id: "RunRateTarget", description: "A target and what it asks of the rest of the year" });

export const Target = z
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

export const Scenario = z
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
