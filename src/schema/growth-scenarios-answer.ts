import { z } from "zod";
import { GROWTH_SCENARIOS_NOTE_CODES } from "../engine/growth-scenarios/growth-scenarios-note.ts";
import { SPAN_NAMES } from "../engine/growth-scenarios/quarter-span.ts";
import { number, optionalNumber, text } from "./described.ts";
import { noteOf } from "./report-answer.ts";

const span = z.enum(SPAN_NAMES).meta({
  description: "The span of the year: a quarter, H1, 9M (nine months), H2, year, Q2-Q3 or Q2-Q4",
});

const GrowthColumn = z
  .strictObject({
    span,
    growth: number("Growth on the same span of last year, a fraction"),
    stated: optionalNumber(
      "The growth as it was told, where finer figures make another one within its digits",
    ),
    origin: z.enum(["known", "stated", "solved", "shaped"]).meta({
      description:
        "Whether the growth happened, was told by the scenario, follows exactly, or was spread over open quarters by the shape",
    }),
    contribution: number("Points of the year's growth that come from the span, a fraction"),
    level: optionalNumber("The span's level this year, where last year's is known"),
    pointsOnScenarioBefore: optionalNumber("Points of growth above the scenario before, a fraction"),
    pointsOnPrevious: optionalNumber(
      "Points of growth above the previous version of the scenario, a fraction",
    ),
  })
  .meta({ id: "GrowthColumn", description: "One column of a scenario's table" });

const columns = z
  .array(GrowthColumn)
  .meta({ description: "Q1, Q2, H1, Q3, 9M, Q4, H2 and year: quarters with the cumulative spans between" });

const path = {
  yearGrowth: number("Growth of the year, a fraction"),
  columns,
  rest: z
    .strictObject({
      span,
      growth: number("Growth that the rest of the year must bring, a fraction"),
      accelerationPoints: number("Points above the known growth so far, a fraction"),
    })
    .optional()
    .meta({ description: "What is left after the quarters that are known" }),
} as const;

const ComponentColumn = z
  .strictObject({
    span,
    growth: optionalNumber("Growth on last year, a fraction; absent where last year had nothing above zero"),
    stated: optionalNumber("The growth as it was told, where the others leave another one"),
    contribution: number("Points of the total's growth in the span that come from the component, a fraction"),
    share: number("Last year's share of the total in the span"),
  })
  .meta({ id: "GrowthComponentColumn", description: "One column of a component's row" });

const ComponentRow = z
  .strictObject({
    name: text(
      "The component as it was named; productTaxesLessSubsidies (other, where the total is no GDP) for what nobody named",
    ),
    partOf: text("The component that it is a part of; it is not added up").optional(),
    origin: z.enum(["stated", "solved", "residual"]).meta({
      description:
        "Whether its growth was told, is what the others leave, or is that of the part of the total that nobody named",
    }),
    columns: z.array(ComponentColumn).meta({ description: "The spans that components are told for" }),
    pointsOnPrevious: optionalNumber(
      "Points of its growth above the scenario's previous version, in its last column",
    ),
  })
  .meta({ id: "GrowthComponentRow", description: "A component of the total in one scenario" });

const components = z
  .array(ComponentRow)
  .optional()
  .meta({ description: "What the total is made of, in the order told" });

const GrowthScenario = z
  .strictObject({
    name: text("The scenario as it was named"),
    ends: z.enum(["exact", "range", "atLeast"]).meta({
      description: "One growth; a range, whose upper end is in `upper`; or a lower end to reach or exceed",
    }),
    shape: z
      .enum(["equal", "rising", "likePrevious"])
      .meta({ description: "How growth was spread over open quarters" }),
    step: optionalNumber("By how much growth rises from a quarter to the next, a fraction"),
    conditions: z.array(z.string()).optional().meta({ description: "What must come true for it" }),
    owner: text("Who answers for it").optional(),
    ...path,
    upper: z
      .strictObject({ ...path, components })
      .optional()
      .meta({ description: "The upper end of a range, solved from upper ends" }),
    previous: z
      .strictObject({
        name: text("The version as it was named"),
        yearGrowth: number("Growth of the year, a fraction"),
        upperYearGrowth: optionalNumber("The upper end of its year, where it has ranges"),
        columns,
      })
      .optional()
      .meta({ description: "The earlier version of the scenario" }),
    components,
    componentsDifference: z
      .array(z.strictObject({ span, points: number("Points of the total's growth, a fraction") }))
      .optional()
      .meta({
        description: "By how much the components together exceed the total's growth, where all were told",
      }),
    carryOver: z
      .strictObject({
        growthNeeded: number(
          "Points of growth that the year must still bring above the carry-over, a fraction",
        ),
        nextYear: number("The carry-over into next year if the scenario comes true, a fraction"),
      })
      .optional()
      .meta({ description: "The scenario against the carry-over" }),
  })
  .meta({ id: "GrowthScenario", description: "A growth scenario with every quarter solved for" });

export const GrowthScenariosAnswer = z
  .strictObject({
    question: z
      .strictObject({
        indicator: text("What grows, as it was told").optional(),
        geography: text("The place, as it was told").optional(),
        unit: text("The unit of levels, as it was told").optional(),
        priceBasis: text("The prices of levels and growths, where they are known").optional(),
        aggregation: z
          .enum(["sum", "average"])
          .meta({ description: "How levels of periods make those of longer spans" }),
        year: number("The year of the scenarios"),
        seasonallyAdjusted: z.boolean().meta({ description: "Whether levels are seasonally adjusted" }),
      })
      .meta({ description: "What was asked, after its texts were read" }),
    weights: z
      .array(
        z.strictObject({
          span,
          share: number("Last year's share of the span in the year, which weights its growth"),
          level: optionalNumber("Last year's level"),
        }),
      )
      .meta({ description: "Last year's quarters and spans" }),
    known: z
      .array(z.strictObject({ span, growth: number("Its growth, a fraction") }))
      .meta({ description: "What is known of this year" }),
    scenarios: z.array(GrowthScenario).meta({ description: "The scenarios in the order told" }),
    carryOver: z
      .strictObject({
        period: z.enum(["quarter", "month"]).meta({ description: "What last year's levels are of" }),
        atStart: number("Growth of the year if every period stays at last year's final level, a fraction"),
        latest: z
          .strictObject({
            elapsed: number("Reported periods of this year"),
            growth: number("Growth of the year if the rest stays at the latest level, a fraction"),
            nextYear: number("The same for next year, if all of this year's rest stays there, a fraction"),
          })
          .meta({ description: "The carry-over as of the latest level" }),
      })
      .optional()
      .meta({ description: "The statistical overhang of seasonally adjusted levels" }),
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z
      .array(
        noteOf(GROWTH_SCENARIOS_NOTE_CODES).meta({
          id: "GrowthScenariosNote",
          description: "A remark to read the scenarios with",
        }),
      )
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "GrowthScenariosAnswer", description: "Growth scenarios by quarter" });
