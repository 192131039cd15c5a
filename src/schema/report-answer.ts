import { z } from "zod";
import { CONCEPTS } from "../engine/figure/measure.ts";
import { INDICATOR_CLASSES } from "../engine/forecast/evidence.ts";
import { RESTATED_WAYS } from "../engine/geography/changed-area.ts";
import { NOTE_CODES } from "../engine/note.ts";
import { AGGREGATIONS } from "../engine/target/year-to-date.ts";
import { number, optionalNumber, text } from "./described.ts";

export const QuestionAnswer = z
  .strictObject({
    indicator: text("What is measured, as it was told").optional(),
    geography: text("The place, as it was told").optional(),
    unit: text("The unit of all amounts, as it was told").optional(),
    priceBasis: text(
      'The prices of the amounts, as far as told: "current", "constant", "constant2010"',
    ).optional(),
    measure: z
      .enum(CONCEPTS)
      .optional()
      .meta({ description: "What of production is told, as far as the indicator or a figure says it" }),
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
    restated: z.enum(RESTATED_WAYS).optional().meta({
      description: "How earlier figures came to be on the area that the place has now, as it was told",
    }),
    historyStart: text("The first period of the history that was used").optional(),
    historyThrough: text("The last period of the history that was used").optional(),
    historyValues: optionalNumber("How many periods of the history have a value"),
  })
  .meta({ id: "QuestionAnswer", description: "What was asked, after its texts were read" });

export const KnownFigure = z
  .strictObject({
    value: number("The central value; ratios are fractions"),
    lower: optionalNumber("The lower end that its digits and qualifier allow; absent when there is none"),
    upper: optionalNumber("The upper end; absent when there is none"),
    origin: z.enum(["reported", "derived", "estimated"]).meta({
      description:
        "As it was reported, worked out from others, or estimated: its interval then holds it in four cases of five",
    }),
    from: text(
      'The formula a derived figure came from; "history" for one that the periods of the history make',
    ).optional(),
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
    conflict: z.array(z.string()).optional().meta({
      description:
        "The smallest set of figures that cannot all be true, or the two that must not be compared",
    }),
    mixes: z.enum(["priceBasis", "measure"]).optional().meta({
      description:
        "Why the relation was not asked: two of its figures are at different prices, or measure different things",
    }),
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

export const Coherence = z
  .strictObject({
    verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "notChecked"]).meta({
      description: "The worst verdict of the findings; notChecked when there was nothing to compare",
    }),
    findings: z.array(Finding).meta({ description: "Every relation that could be used" }),
  })
  .meta({ id: "Coherence", description: "Whether the figures of the report agree with each other" });

/** A remark of a function with its own codes. */
export const noteOf = (codes: readonly string[]) =>
  z.strictObject({
    code: z.enum(codes).meta({ description: "A name for machines" }),
    message: text("The remark as a sentence"),
  });

export const Note = noteOf(NOTE_CODES).meta({
  id: "Note",
  description: "A remark to read the answer with",
});
