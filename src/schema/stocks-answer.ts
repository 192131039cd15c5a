import { z } from "zod";
import { STANDARD_RATIOS } from "../engine/stocks/standard-ratios.ts";
import { STANDARD_STOCKS } from "../engine/stocks/standard-stocks.ts";
import { STOCKS_NOTE_CODES } from "../engine/stocks/stocks-note.ts";
import { number, optionalNumber, text } from "./described.ts";
import { Coherence, noteOf } from "./report-answer.ts";

const ends = {
  lower: optionalNumber("The lower end that the digits allow; absent when there is none"),
  upper: optionalNumber("The upper end; absent when there is none"),
};
const measured = (description: string) =>
  z.strictObject({ value: number("The central value"), ...ends }).meta({ description });

const target = {
  value: number("The level or ratio to reach"),
  date: text("The day by which it is to be reached").optional(),
  status: z.enum(["attained", "open", "missed"]).meta({
    description: "Reached by the reported value, still to be reached, or not reached by its day",
  }),
  attainment: measured("The reported value as a share of the target"),
  gap: measured("Target minus value; negative once it is exceeded"),
  additions: measured(
    "What must still be added, of a ratio to its numerator with the denominator as it is; in whole units of what comes in whole units",
  ),
  monthsLeft: optionalNumber("Months from the day of the report to the day of the target"),
  requiredPerMonth: measured("What each of these months must add").optional(),
};

const Pace = z
  .strictObject({
    since: text("The day of the earlier report"),
    months: number("Months of calendar time since then"),
    earlier: measured("What was reported then"),
    change: measured("The change since then"),
    perMonth: measured("The change a month, in a straight line; never a year's amount"),
    outcome: z.enum(["reached", "notAtThisPace", "notWithinCentury"]).optional().meta({
      description: "Whether an open target is reached if the pace goes on",
    }),
    reached: text("The day on which it is, by the reported values").optional(),
    earliest: text("The first such day that the digits allow").optional(),
    latest: text("The last such day that the digits allow; absent when there is none").optional(),
    atTargetDate: measured("The level on the day of the target if the pace goes on").optional(),
  })
  .meta({ id: "StockPace", description: "The pace since an earlier report; a projection, not a forecast" });

const Stock = z
  .strictObject({
    name: text("The stock as the question named it"),
    standard: z
      .enum(STANDARD_STOCKS)
      .optional()
      .meta({ description: "What it stands for in reports of parks and clusters" }),
    unit: text("The unit of all its figures; absent for a plain count").optional(),
    whole: z.boolean().meta({ description: "Whether it comes in whole units" }),
    value: number("The stock as it was reported"),
    ...ends,
    target: z.strictObject(target).optional().meta({ description: "Its target, and what is missing" }),
    paces: z.array(Pace).optional().meta({ description: "One for each earlier value, the latest last" }),
  })
  .meta({ id: "Stock", description: "A level at a day" });

const Growing = z
  .strictObject({
    basis: z.enum(["target", "pace"]).meta({
      description: "The denominator at its own target, or where its pace leads by the day of the target",
    }),
    denominator: measured("The denominator then"),
    numeratorNeeded: measured("The numerator that the target then takes"),
    additions: measured("What must then be added to the numerator"),
  })
  .meta({ id: "GrowingDenominator", description: "What the target takes when the denominator grows" });

const RatioTarget = z
  .strictObject({
    ...target,
    pace: z
      .strictObject({
        since: text("The earlier day since which the pace is taken"),
        denominator: z.enum(["pace", "kept"]).meta({
          description: "Whether the denominator goes on at its pace too, or stays as it is",
        }),
        outcome: z.enum(["reached", "notAtThisPace", "notWithinCentury"]).meta({
          description: "Whether the target is reached if they go on changing in a straight line",
        }),
        reached: text("The day on which it is").optional(),
      })
      .optional()
      .meta({ description: "Where the paces of its stocks lead; a projection, not a forecast" }),
    numeratorNeeded: measured("The numerator that the target takes with the denominator as it is"),
    ifDenominatorGrows: z
      .array(Growing)
      .meta({ description: "What it takes when the denominator grows; empty where nothing tells that" }),
    ifEveryNewOneCounts: measured(
      "How many new ones it takes if each adds one to numerator and denominator; of shares of whole things",
    ).optional(),
  })
  .meta({ id: "StockRatioTarget", description: "The target of a ratio" });

const Ratio = z
  .strictObject({
    name: text("The name that the question gave it, that of a standard ratio, or its two stocks"),
    standard: z.enum(STANDARD_RATIOS).optional().meta({ description: "The standard ratio that it is" }),
    numerator: text("The stock that is divided"),
    denominator: text("The stock that it is divided by"),
    kind: z.enum(["share", "perUnit"]).meta({
      description: "A share of a whole, which is a fraction, or so much for each",
    }),
    unit: text("The unit of the numerator, which its additions are in; absent for a plain count").optional(),
    value: number("The ratio of the reported values"),
    ...ends,
    stated: z
      .strictObject({
        value: number("The ratio as it was stated"),
        ...ends,
        verdict: Coherence.shape.findings.element.shape.verdict,
      })
      .optional()
      .meta({ description: "What the report states, and whether it agrees with its own figures" }),
    target: RatioTarget.optional(),
    change: z
      .strictObject({
        since: text("A day on which both stocks were reported"),
        from: number("The ratio then"),
        to: number("The ratio now"),
        change: number("The difference"),
        fromNumerator: number("What the change of the numerator did to it"),
        fromDenominator: number("What the change of the denominator did to it"),
      })
      .optional()
      .meta({ description: "Where the change of the ratio came from; the two parts add up to it" }),
  })
  .meta({ id: "StockRatio", description: "A ratio of two stocks" });

export const StocksAnswer = z
  .strictObject({
    question: z
      .strictObject({
        geography: text("The place, as it was told").optional(),
        asOf: text("The day of the report").optional(),
      })
      .meta({ description: "What was asked" }),
    stocks: z.array(Stock).meta({ description: "The stocks, in the order asked" }),
    ratios: z.array(Ratio).meta({
      description: "The ratios that were asked for, then the standard ones that the stocks give",
    }),
    coherence: Coherence,
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z
      .array(noteOf(STOCKS_NOTE_CODES).meta({ id: "StocksNote", description: "A remark on the stocks" }))
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "StocksAnswer", description: "Stocks at a day, their targets and ratios" });
