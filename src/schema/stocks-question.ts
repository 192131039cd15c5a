import { z } from "zod";
import { FigureInput, MAX_TEXT, numberOrText, RatioInput } from "./fields.ts";
import type { FlatForm } from "./query.ts";
import { ratiosIn, stocksIn } from "./stocks-text.ts";

export const MAX_STOCKS = 60;
export const MAX_RATIOS = 60;
export const MAX_EARLIER = 60;
const MAX_RELATIONS = 60;

const DAY = numberOrText.meta({
  description: 'A day "2024-09-30", or the end of a month "2024-09", a quarter "2024-Q3" or a year "2024"',
  example: "2024-09-30",
});
const name = (description: string) => z.string().max(MAX_TEXT).meta({ description });

export const StockInput = z
  .strictObject({
    name: name(
      'What is counted. Names that parks and clusters report are recognised in English and Vietnamese: clusters, parks, area, leasable, leased, projects, registered, operating, under construction, capital, implemented capital, jobs, plants ("cụm công nghiệp", "vốn đăng ký", …)',
    ),
    value: FigureInput.meta({
      description: 'The stock as it was reported: 111, "5,140 ha", "over 73800 billion VND"',
    }),
    unit: name("The unit of its figures, where they do not name it").optional(),
    target: FigureInput.optional().meta({
      description: "The level to reach from below, an exact number",
      example: 120,
    }),
    targetDate: DAY.optional().meta({ description: "The day by which it is to be reached" }),
    earlier: z
      .array(
        z.strictObject({
          date: DAY.meta({ description: "The day of the earlier report" }),
          value: FigureInput.meta({ description: "What was reported then" }),
        }),
      )
      .max(MAX_EARLIER)
      .optional()
      .meta({ description: "What was reported at earlier days, for the pace" }),
    whole: z
      .union([z.boolean(), z.enum(["true", "false"])])
      .optional()
      .meta({
        description:
          "Whether it comes in whole units, so that what is missing is rounded up; by default where its figures have neither a unit nor decimals",
      }),
  })
  .meta({ id: "StockInput", description: "A level at a day", example: { name: "clusters", value: 111 } });

const OperandInput = numberOrText.meta({
  description: "The name of a stock, or a figure for this ratio alone",
});

export const StockRatioInput = z
  .strictObject({
    name: name(
      'What the ratio is called; "occupancy" ("tỷ lệ lấp đầy"), "share with waste-water plants" and "share in operation" need no numerator and denominator',
    ).optional(),
    numerator: OperandInput.optional(),
    denominator: OperandInput.optional(),
    stated: FigureInput.optional().meta({
      description: "The ratio as the report has it",
      example: "more than 43%",
    }),
    target: RatioInput.optional().meta({ description: 'The ratio to reach: "60%"' }),
    targetDate: DAY.optional().meta({ description: "The day by which it is to be reached" }),
  })
  .meta({
    id: "StockRatioInput",
    description: "A ratio of two stocks",
    example: { numerator: "plants", denominator: "clusters", target: "60%" },
  });

/** The question of `/v1/stocks`. */
export const StocksQuestionInput = z
  .strictObject({
    geography: name("The place").optional(),
    asOf: DAY.optional().meta({
      description:
        'The day of the report: "2024-09-30", or "2024-09" for the end of the month; also called date. Needed for paces and days of targets',
      example: "2024-09-30",
    }),
    stocks: z.array(StockInput).min(1).max(MAX_STOCKS).optional().meta({
      description:
        'Levels at that day. In a URL: "clusters: 111; area: 5140 ha; plants: 48 (2023-12: 44) -> 67 by 2025-12", with earlier values in parentheses and the target behind an arrow.',
    }),
    ratios: z.array(StockRatioInput).max(MAX_RATIOS).optional().meta({
      description:
        'Ratios beyond the standard ones, or with a target or a stated value. In a URL: "share with plant: plants / clusters = more than 43% -> 60% by 2025-12; occupancy = 52.8%".',
    }),
    relations: z.array(z.string().max(500)).max(MAX_RELATIONS).optional().meta({
      description:
        'What should tie the stocks, by their names, separated by semicolons in a URL: "operating + under construction = registered". That parts do not exceed their whole is checked without being asked.',
    }),
    decimal: z.enum(["point", "comma"]).optional().meta({
      description:
        "The decimal sign of written figures, and of CSV and text answers; comma by default with lang=vi",
    }),
    lang: z.enum(["en", "vi"]).optional().meta({ description: "The language of sentences and labels" }),
  })
  .meta({ id: "StocksQuestion" });

/** How the question is written flat. */
export const STOCKS_FORM: FlatForm = {
  names: Object.keys(StocksQuestionInput.shape),
  aliases: { date: "asOf", through: "asOf", stock: "stocks", ratio: "ratios", relation: "relations" },
  labels: ["geography"],
  texts: {
    stocks: stocksIn,
    ratios: ratiosIn,
    relations: (text) =>
      text
        .split(";")
        .map((relation) => relation.trim())
        .filter(Boolean),
  },
  several: {
    stocks: 'several stocks go into one parameter: "clusters: 111; projects: 1618"',
    ratios: 'several ratios go into one parameter: "plants / clusters; jobs / area"',
  },
};
