import { z } from "zod";
import { BREAKDOWN_NOTE_CODES } from "../engine/breakdown/breakdown-note.ts";
import { PARTS_SUBJECTS } from "../engine/breakdown/parts-coherence.ts";
import { PART_ORIGINS } from "../engine/breakdown/told-parts.ts";
import { NOTE_CODES } from "../engine/note.ts";
import { ATTAINMENT_STATUSES } from "../engine/target/attainment-status.ts";
import { number, optionalNumber, probability, text } from "./described.ts";
import { Forecast } from "./forecast-answer.ts";
import { Coherence, KnownFigure, noteOf, QuestionAnswer } from "./report-answer.ts";

const interval80 = {
  lower: number("80% interval, lower end"),
  upper: number("80% interval, upper end"),
};

const ownForecast = z
  .strictObject({
    tier: z.enum(["snapshot", "growth", "shares", "history", "complete", "share"]).meta({
      description:
        "How much was known; share: no more than the amount or the share, so that the forecast of the whole is followed",
    }),
    median: number("The point forecast"),
    ...interval80,
    askFor: Forecast.shape.askFor,
  })
  .meta({ id: "OwnForecast", description: "A forecast from one report alone, before all agree" });

const influenceShape = {
  atLower: probability("The probability of the target if the part ends at its 10% quantile"),
  atUpper: probability("The same if it ends at its 90% quantile"),
  swing: number("The difference of the two"),
  varianceShare: number("Its part in the variance of the total; the parts of the total sum to 1"),
};

const targetShape = {
  name: text("What the target is called"),
  value: number("The target itself"),
  gapToTarget: number("Target less year-to-date: positive is still to come"),
  projectedAttainment: number("Reconciled median over target"),
  attainmentProbability: probability(
    "P(full year >= target), from the reconciled distribution; exactly 1 once reached",
  ),
  status: z
    .enum(ATTAINMENT_STATUSES)
    .meta({ description: "attained and missed are facts; otherwise by probability, as in /v1/outlook" }),
};

const Component = z
  .strictObject({
    name: text("What the part is called; rest is what the named parts leave"),
    path: text('Its names from the top down: "Asia / Japan"'),
    parent: text("The path of what it is a part of; absent for parts of the total").optional(),
    depth: number("1 for parts of the total"),
    origin: z.enum(PART_ORIGINS).meta({
      description:
        "Where its amount comes from: its own report, its share of the whole, the sum of its parts, or what the others leave",
    }),
    ytd: KnownFigure,
    shareOfTotal: z
      .strictObject({
        value: number("The share, a fraction"),
        lower: optionalNumber("The lower end that the digits allow"),
        upper: optionalNumber("The upper end"),
      })
      .optional()
      .meta({ description: "Its share of the total so far; parts of an index have none" }),
    growth: optionalNumber("Growth so far on the same period of last year"),
    contribution: optionalNumber(
      "What it adds to the total's growth so far, in points as a fraction: 0.011 is 1.1 points",
    ),
    forecast: ownForecast.optional(),
    fullYear: z
      .strictObject({
        median: number("The full year that agrees with its parts and its whole"),
        ...interval80,
        growth: optionalNumber("Its growth on last year"),
        contribution: optionalNumber(
          "What it adds to the total's growth over the year, in points as a fraction",
        ),
      })
      .meta({ description: "The reconciled full year" }),
    target: z.strictObject(targetShape).optional().meta({ description: "Its own target" }),
    influence: z
      .strictObject(influenceShape)
      .optional()
      .meta({ description: "On the probability of the total's first target; of parts of the total" }),
  })
  .meta({ id: "ComponentAnswer", description: "One part of the total" });

const GoalSeek = z
  .strictObject({
    sharedBy: z.enum(["size", "slack"]).meta({
      description:
        "size: every free part the same percentage more than forecast; slack: what is statistically cheapest, most from what strays most",
    }),
    shares: z
      .array(
        z.strictObject({
          name: text("What the part is called"),
          path: text("Its path"),
          extra: number("What it must bring beyond its forecast"),
          fullYear: number("Forecast and extra together"),
          growth: optionalNumber("The growth of the full year that this needs"),
          remainderGrowth: optionalNumber("The growth of the remaining periods that this needs"),
          ratioToForecast: optionalNumber("What is still to come over its forecast: 1.09 is 9% more"),
          isCapped: z.boolean().meta({ description: "Whether it is at its cap" }),
        }),
      )
      .meta({ description: "Every part that is not locked, in the order of the components" }),
    unplaced: number("What caps and locked parts leave unplaced"),
  })
  .meta({ id: "GoalSeek", description: "A way to share what a target lacks over the free parts" });

const Target = z
  .strictObject({
    ...targetShape,
    origin: z.enum(["stated", "growthOnLastYear", "impliedByShare"]).meta({
      description: "Told as a level, as a growth on last year, or only by the reported share of it",
    }),
    attainment: number("Year-to-date over target"),
    missing: number("Target less reconciled median: what is missing where positive"),
    mostInfluential: z
      .strictObject({ name: text("What it is called"), path: text("Its path"), ...influenceShape })
      .optional()
      .meta({ description: "The part of the total whose result moves the probability most" }),
    goalSeek: z
      .array(GoalSeek)
      .optional()
      .meta({ description: "How what is missing can be shared; absent where nothing is" }),
  })
  .meta({ id: "BreakdownTarget", description: "A target of the total" });

const finding = Coherence.shape.findings.element.extend({
  subject: z.enum(PARTS_SUBJECTS).optional().meta({
    description:
      "Of findings about parts: amounts, shares or last year's amounts against the whole, a part's amount against its share, one part against the whole, or a part's own report",
  }),
  component: text("The path of the whole or the part that it is about, empty for the total").optional(),
});

/** The published answer of `/v1/breakdown`. */
export const BreakdownAnswer = z
  .strictObject({
    question: QuestionAnswer.extend({
      exhaustive: z.boolean().meta({ description: "Whether the parts were taken to make the whole" }),
    }).meta({ id: "BreakdownQuestionAnswer", description: "What was asked, after its texts were read" }),
    figures: z.record(z.string(), KnownFigure).meta({
      description: "Every figure of the total that is known, by name, as in /v1/outlook",
    }),
    coherence: z
      .strictObject({
        verdict: Coherence.shape.verdict,
        findings: z
          .array(finding.meta({ id: "BreakdownFinding", description: "What one relation says" }))
          .meta({ description: "Of the total's own report first, then of parts and wholes" }),
      })
      .meta({ description: "Whether the figures agree, at every level" }),
    components: z
      .array(Component)
      .meta({ description: "Every part, each before its own parts, in the order asked" }),
    concentration: z
      .strictObject({
        herfindahl: number("Sum of the squared shares: 1 where one part is everything"),
        effectiveNumber: number("As many equal parts would be as concentrated"),
        largest: text("The path of the largest part"),
        largestShare: number("Its share"),
        topThreeShare: optionalNumber("Share of the three largest, where there are more than three"),
      })
      .optional()
      .meta({ description: "How the total so far is spread over its parts" }),
    total: z
      .strictObject({
        own: ownForecast.optional(),
        bottomUp: z
          .strictObject({ median: number("The median of the sum of the parts"), ...interval80 })
          .optional()
          .meta({
            description:
              "From the parts alone, their errors correlated; of skew parts the median of the sum is above the sum of the medians",
          }),
        ownWeight: optionalNumber("How far the reconciled total follows its own forecast, 0 to 1"),
        median: number("The reconciled full year: the sum of its parts"),
        growth: optionalNumber("Its growth on last year"),
        quantiles: Forecast.shape.quantiles,
        intervals: Forecast.shape.intervals,
        assumptions: Forecast.shape.assumptions,
      })
      .meta({ description: "The full year of the total: own, from its parts, and both together" }),
    targets: z.array(Target).meta({ description: "The targets of the total, in the order asked" }),
    partTargets: z
      .strictObject({
        count: number("Parts with a target of their own, at the highest level where several have one"),
        allProbability: probability("That all of them reach it, their years being correlated"),
      })
      .optional()
      .meta({ description: "The parts' own targets together, where there are several" }),
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z
      .array(noteOf([...NOTE_CODES, ...BREAKDOWN_NOTE_CODES]))
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "BreakdownAnswer", description: "A total, its parts, and what they come to together" });
