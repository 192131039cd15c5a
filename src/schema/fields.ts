import { z } from "zod";
import { CONCEPTS } from "../engine/figure/measure.ts";
import { RESTATED_WAYS } from "../engine/geography/changed-area.ts";

/** Texts of a question are short; a longer one is a mistake or an attack. */
export const MAX_TEXT = 200;
export const MAX_TARGETS = 20;
export const MAX_SCENARIOS = 50;
export const MAX_REPORTS = 400;
export const MAX_LEVELS = 9;
/** Fifty years of months. */
export const MAX_HISTORY = 600;
export const MAX_HORIZON = 36;

/** A short text of a question, with what the documents say of it. */
export const text = (description: string, example?: string) =>
  z
    .string()
    .max(MAX_TEXT)
    .meta({ description, ...(example && { example }) });

/** What amounts measure, for the question and for a single figure. */
export const measureShape = {
  priceBasis: text(
    'The prices of the amounts: "current", "constant", or those of one year such as "constant2010"; also understood in the text of a figure ("9,361 billion VND at current prices") or of the indicator. Figures at different prices are not compared.',
    "constant2010",
  ).optional(),
  measure: z.enum(CONCEPTS).optional().meta({
    description:
      "What of production is told: grossOutput, valueAdded, or volumeIndex (such as IIP). Figures of different kinds are not compared.",
  }),
} as const;

/** Texts first: a query has nothing else, and a branch of a union that fails costs more than one that fits. */
export const numberOrText = z.union([z.string().max(MAX_TEXT), z.number()]);

/** A figure as reported: a number, the text as it was written, or the parts of it. */
export const FigureInput = z
  .union([
    z.string().max(MAX_TEXT),
    z.number(),
    z.strictObject({
      value: numberOrText.meta({ description: "The number, or the text as it was written" }),
      qualifier: z
        .enum(["none", "over", "nearly", "about", "atLeast", "atMost"])
        .optional()
        .meta({ description: "How the report hedged it" }),
      digits: z
        .number()
        .int()
        .min(1)
        .max(15)
        .optional()
        .meta({ description: "How many digits are significant" }),
      ...measureShape,
    }),
  ])
  .meta({
    id: "Figure",
    description:
      'A reported figure: 290, "over 290", "17.8 trillion VND", "49.496,26" with decimal=comma. Its digits and its qualifier give it an interval. With lang=vi or decimal=comma a point groups thousands, so that the text "1.999" means 1999; the JSON number 1.999 is never read so.',
    example: "over 290",
  });

export type FigureText = z.infer<typeof FigureInput>;

/** A ratio: a fraction, or a text with a percent sign. */
export const RatioInput = FigureInput.meta({
  id: "Ratio",
  description: 'A ratio: the fraction 0.316, or a text with a percent sign, "31.6%". Never 31.6.',
  example: "31.6%",
});

const PERIOD =
  'The last reported period: a month "2024-04" or "4/2024", a quarter "2024-Q2", 4 (elapsed months) together with `year`, or 45412 (a date cell of a sheet). Months are calendar months; quarters are quarters of the fiscal year: with fiscalYearStart=4, "2024-Q3" is October to December 2024.';

export const PeriodInput = z.union([z.string().max(MAX_TEXT), z.number()]).meta({
  id: "Period",
  description: PERIOD,
  example: "2024-04",
});

const TargetObject = z.strictObject({
  name: text("What the target is called", "plan").optional(),
  value: FigureInput.optional(),
  growth: RatioInput.optional(),
});

export const TargetInput = z.union([z.string().max(MAX_TEXT), z.number(), TargetObject]).meta({
  id: "Target",
  description:
    'An annual target, an exact number: a level (920, "US$1 billion"), growth on last year ({ "growth": 0.08 }, "8%"), or both for a plan whose level and growth are told; last year then follows.',
  example: { name: "plan", value: 920 },
});

const PeriodAssumptionInput = z.strictObject({
  period: text("A remaining month or quarter", "2024-Q3"),
  value: FigureInput.optional(),
  growth: RatioInput.optional(),
});

export const ScenarioInput = z
  .strictObject({
    name: text("What the scenario is called", "cautious").optional(),
    remainderGrowth: RatioInput.optional().meta({
      description: "Growth of the remaining periods on last year's",
    }),
    yearGrowth: RatioInput.optional().meta({ description: "Growth of the full year on last year" }),
    fullYear: FigureInput.optional().meta({ description: "The full year itself" }),
    perPeriod: FigureInput.optional().meta({ description: "What each remaining period brings" }),
    periods: z
      .array(PeriodAssumptionInput)
      .min(1)
      .max(24)
      .optional()
      .meta({ description: "Named months or quarters; the others follow the forecast" }),
    shock: z
      .strictObject({
        change: RatioInput.meta({
          description: "Change of the named periods against the forecast",
          example: "-20%",
        }),
        periods: z
          .array(z.string().max(MAX_TEXT))
          .min(1)
          .max(12)
          .meta({ description: "The months or quarters that are hit" }),
      })
      .optional()
      .meta({ description: "Named periods that come below or above the forecast" }),
  })
  .meta({
    id: "ScenarioAsk",
    description: "A named assumption about the rest of the year: exactly one of the assumptions.",
    example: { name: "cautious", remainderGrowth: 0.02 },
  });

export const ReportInput = z
  .strictObject({
    through: PeriodInput,
    year: numberOrText.optional().meta({ description: "The fiscal year, when `through` is a number" }),
    ytd: FigureInput.optional().meta({ description: "The year-to-date figure of that report" }),
    shareOfTarget: RatioInput.optional().meta({ description: "Its share of that year's target" }),
    growth: RatioInput.optional().meta({ description: "Its growth on the same period of the year before" }),
    target: FigureInput.optional().meta({ description: "That year's target" }),
    asOf: text("The date on which it was published", "2023-05-26").optional(),
  })
  .meta({
    id: "Report",
    description: "An earlier report of the same indicator: of this year or of a past one.",
    example: { through: "2023-04", ytd: 239.5 },
  });

const gapOrAmount = z.union([z.string().max(MAX_TEXT), z.number(), z.null()]);

const HistoryRow = z
  .strictObject({
    period: text("The month or quarter", "2024-04").optional(),
    value: gapOrAmount.optional().meta({ description: "Its value; null is a gap" }),
    ds: text("The same as `period`, as other tools write it: any day of the month", "2024-04-30").optional(),
    y: gapOrAmount.optional().meta({ description: "The same as `value`" }),
    unique_id: numberOrText
      .optional()
      .meta({ description: "The name of the series, one for all rows; the indicator where none is told" }),
  })
  .meta({
    id: "HistoryRow",
    description: "One period of the history; without a period, the one after the row before it.",
    example: { period: "2024-04", value: 78.4 },
  });

const HistoryEntries = z
  .array(z.union([z.string().max(MAX_TEXT), z.number(), z.null(), HistoryRow]))
  .min(1)
  .max(MAX_HISTORY);

/** Yes or no, as JSON or as a URL writes it. */
export const flag = z.union([z.boolean(), z.enum(["true", "false", "1", "0"])]);

/** Every field of the question, in the order in which the documents tell them. */
export const questionShape = {
  indicator: text("What is measured; recognised words choose the prior", "exports").optional(),
  geography: text("The place", "Kien Giang").optional(),
  unit: text("The unit of all amounts", "million USD").optional(),
  ...measureShape,
  aggregation: z.enum(["sum", "average", "last"]).optional().meta({
    description:
      "How periods make the year: sum (flows), average (indices), last (stocks, ratios); by default average where the indicator is named an index, otherwise sum",
  }),
  through: PeriodInput.optional().meta({
    description: `${PERIOD} Needed unless \`history\` is given; then it is the period of its last value by default.`,
  }),
  year: numberOrText
    .optional()
    .meta({ description: "The calendar year in which the fiscal year starts, when `through` is a number" }),
  fiscalYearStart: numberOrText
    .optional()
    .meta({ description: "The first month of the fiscal year, 1 to 12; 1 by default" }),
  ytd: FigureInput.optional().meta({
    description:
      'The year-to-date figure as it was reported: 290, "over 290", "17.8 trillion VND". As text with lang=vi or decimal=comma, "1.999" means 1999.',
    example: "over 290",
  }),
  shareOfTarget: RatioInput.optional().meta({
    description: 'The reported share of the annual target: 0.316 or "31.6%", never 31.6',
    example: "31.6%",
  }),
  growth: RatioInput.optional().meta({
    description: "Growth of the year-to-date figure on the same period of last year",
    example: "21.26%",
  }),
  priorYtd: FigureInput.optional().meta({ description: "Last year's same period", example: 239.5 }),
  priorFullYear: FigureInput.optional().meta({ description: "Last year's total", example: 860 }),
  target: z
    .union([TargetInput, z.array(TargetInput).min(1).max(MAX_TARGETS)])
    .optional()
    .meta({
      description:
        'One target or several. In a URL: "920", "8%", or "plan: 920; ambition: 1000; resolution: 8%".',
      example: "plan: 920; ambition: 1000",
    }),
  reports: z.array(ReportInput).max(MAX_REPORTS).optional().meta({
    description: 'Earlier reports. In a URL: JSON, or "2022-04: 231; 2022-12: 780".',
  }),
  history: z
    .union([
      HistoryEntries,
      z.strictObject({
        start: text("The period of the first value", "2018-01").optional(),
        values: HistoryEntries.meta({ description: "One value a period, null for a gap, or rows" }),
        cumulative: flag.optional().meta({ description: "Whether each value is the year to date" }),
      }),
    ])
    .optional()
    .meta({
      description: `Monthly or quarterly values of the same indicator, oldest first, null or "n/a" for a gap, ${MAX_HISTORY} periods at most: { "start": "2018-01", "values": [71.2, null, 84] }, [{ "period": "2018-01", "value": 71.2 }] in any order, or a table with the columns ds and y. Without ytd and through, both follow from it. In a URL: JSON, "2018-01: 71.2 n/a 84" (values parted by spaces or semicolons, each the period after the one before), or "2018-01: 71.2; 2018-03: 84".`,
      example: { start: "2018-01", values: [71.2, null, 84] },
    }),
  historyStart: text(
    "The period of the first value of `history`, where that names none; by default its last value is that of `through`",
    "2018-01",
  ).optional(),
  cumulative: flag.optional().meta({
    description: "Whether each value of `history` is the year to date of its fiscal year; false by default",
    example: false,
  }),
  horizon: numberOrText.optional().meta({
    description: `Periods to forecast after the last reported one, 1 to ${MAX_HORIZON}, to look beyond the year's end; needs \`history\`, and is answered by /v1/forecast and /v1/outlook`,
    example: 18,
  }),
  backtest: flag.optional().meta({
    description:
      "Whether to tell how the forecast would have done at the same time of earlier years; needs `history`, and is answered by /v1/forecast and /v1/outlook",
    example: true,
  }),
  scenarios: z.array(ScenarioInput).max(MAX_SCENARIOS).optional().meta({
    description:
      'Further assumptions. In a URL: JSON, or "cautious: 2%; bold: 15%" for growths of the remainder.',
  }),
  levels: z
    .array(numberOrText)
    .min(1)
    .max(MAX_LEVELS)
    .optional()
    .meta({ description: 'Interval levels, [0.5, 0.8, 0.95] by default. In a URL: "0.8;0.95" or "80%"' }),
  indicatorClass: z
    .enum(["exports", "imports", "retail", "industrialOutput", "publicInvestment", "general"])
    .optional()
    .meta({ description: "Whose learned season and spread to use; by default recognised from `indicator`" }),
  tet: flag.optional().meta({
    description:
      "Whether the Lunar New Year moves the indicator, whatever the place; by default only for places in Viet Nam",
    example: true,
  }),
  restated: z.enum(RESTATED_WAYS).optional().meta({
    description:
      "That earlier figures are on the area that the place has now, added up from its predecessors (sum, see /v1/places) or published so (official). Needed where `geography` is a province of Viet Nam that merged on 1 July 2025 and `reports` or `history` reach back to before.",
    example: "sum",
  }),
  asOf: text("Use only reports published by this date", "2024-05-10").optional(),
  decimal: z.enum(["point", "comma"]).optional().meta({
    description:
      "The decimal sign of written figures, and of CSV and text answers; comma by default with lang=vi. With comma a bare text 1.999 means 1999, while a JSON number never does; CSV parts its cells by semicolons and begins with a byte order mark, as Excel on Windows expects.",
  }),
  lang: z.enum(["en", "vi"]).optional().meta({ description: "The language of sentences and labels" }),
} as const;

export const QuestionInput = z.strictObject(questionShape).meta({ id: "Question" });
export type QuestionInput = z.infer<typeof QuestionInput>;
