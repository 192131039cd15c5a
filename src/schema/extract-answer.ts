import { z } from "zod";
import { INDICATORS } from "../extract/vocabulary/indicator-phrases.ts";
import { OutlookAnswer } from "./answers.ts";
import { number, optionalNumber, probability, text } from "./described.ts";
import { Coherence, noteOf } from "./report-answer.ts";

export const EXTRACTION_NOTE_CODES = [
  "emptyText",
  "noFigures",
  "foreignLanguage",
  "htmlReduced",
  "ambiguousDate",
  "yearUnknown",
  "afterPublication",
  "decimalUncertain",
  "figuresCapped",
  "outlooksCapped",
] as const;

const flag = (description: string) => z.boolean().meta({ description });
const span = z.tuple([z.number().int(), z.number().int()]).meta({
  description: "Where it stands in the text as it was sent: UTF-16 units, the end exclusive",
});
const AMOUNT_UNITS = ["USD million", "VND billion"] as const;

const Target = z
  .strictObject({
    value: number("The amount, in `unit`"),
    unit: z.enum(AMOUNT_UNITS).meta({ description: "The unit of the amount" }),
    year: optionalNumber("The year that it is a target of"),
    kind: z.enum(["plan", "nextYearPlan", "expectedOutcome", "longTermGoal"]).meta({
      description:
        "The plan of the figure's year, that of the next year, what the year is expected to bring, or a later goal",
    }),
    growth: optionalNumber("What it asks of the year on the year before, where the text says so"),
  })
  .meta({ id: "ExtractedTarget", description: "A target that the text tells" });

const implied = (description: string) =>
  z
    .strictObject({
      lower: optionalNumber("Absent when there is no lower end"),
      upper: optionalNumber("Absent when there is no upper end"),
      from: text("The formula"),
    })
    .optional()
    .meta({ description });

const figureShape = {
  geography: text("The place, without accents: Kien Giang; absent where none is told").optional(),
  indicator: text(
    `What is measured, by a name of the vocabulary: ${INDICATORS.map(({ name }) => name).join(", ")}. A component stands after a colon, as in exports:rice; constant prices tell their year, as in grdp_constant_2010`,
  ),
  value: optionalNumber(
    "In `unit`: an amount, or the growth in percent of what only grows; absent where neither is told",
  ),
  unit: z.enum([...AMOUNT_UNITS, "percent_yoy"]).meta({
    description: "The unit of the value; percent_yoy where only growth on a year before is told",
  }),
  qualifier: z
    .enum(["exact", "more_than", "nearly", "about", "estimated", "at_least", "at_most"])
    .meta({ description: "How the value is hedged" }),
  period: z
    .strictObject({
      year: optionalNumber("Absent where it is not known"),
      fromMonth: number("The first month, 1 to 12"),
      throughMonth: number("The last month, 1 to 12"),
    })
    .meta({ description: "The months that the figure is of, both ends included" }),
  shareOfTarget: optionalNumber("The value over the annual target, a fraction"),
  growth: optionalNumber("Growth on the same months of the year before, a fraction"),
  target: Target.optional(),
  otherTargets: z
    .array(Target)
    .optional()
    .meta({ description: "Further targets of the same place and indicator" }),
  priorYtd: optionalNumber("The same months of the year before, where the text prints them"),
  isExpected: flag("A plan for a part of the year, a wish or a forecast: not what happened").optional(),
  span,
  quote: text("The words of the span, without markup, a long one shortened"),
  confidence: probability("How sure the reading is, 0 to 1"),
  reasons: z.array(z.string()).meta({ description: "Why it is less than certain, as sentences" }),
  report: z.record(z.string(), z.unknown()).optional().meta({
    description:
      "The question that sends the figure on to /v1/outlook, /v1/run-rate and their like as it is; only of figures that are cumulative since January and whose year is known",
  }),
  coherence: Coherence.optional().meta({
    description:
      "Whether the numbers of the figure agree, as /v1/coherence answers; absent where there is nothing to compare",
  }),
  implied: z
    .strictObject({
      target: implied("The plan, as value and share give it"),
      priorYtd: implied("The same months of the year before, as value and growth give them"),
    })
    .optional()
    .meta({ description: "What follows from the numbers of the figure, within what their digits allow" }),
  outlook: OutlookAnswer.optional().meta({
    description: "With outlook=true: what /v1/outlook answers to `report`",
  }),
  noOutlook: text("Why there is no outlook though it was asked for").optional(),
  partOf: text("The indicator that it is a part of, where parts are listed among the figures").optional(),
} as const;

type FigureShape = z.infer<z.ZodObject<typeof figureShape>>;
type ExtractedFigure = FigureShape & { readonly parts?: readonly ExtractedFigure[] | undefined };

const Figure = z
  .strictObject({
    ...figureShape,
    get parts(): z.ZodOptional<z.ZodArray<z.ZodType<ExtractedFigure>>> {
      return z
        .array(Figure as z.ZodType<ExtractedFigure>)
        .optional()
        .meta({ description: "Figures of parts of this one, such as products" });
    },
  })
  .meta({ id: "ExtractedFigure", description: "A figure that the text tells" });

const Suspicion = z
  .strictObject({
    code: z
      .enum([
        "levelFromGrowth",
        "scaleSlip",
        "currencySlip",
        "ambiguousDate",
        "twoValues",
        "partAboveTotal",
        "percentOfForPercentUp",
      ])
      .meta({ description: "A name for machines" }),
    message: text("The suspicion as a sentence"),
    span,
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .meta({ description: "What the sentence names: a place, amounts as written, a factor" }),
  })
  .meta({ id: "Suspicion", description: "What looks wrong in a text though its sentences can be read" });

export const ExtractAnswer = z
  .strictObject({
    question: z
      .strictObject({
        published: text("The date of publication, as it was told").optional(),
        lang: z.enum(["en", "vi"]).meta({ description: "The language of the answer" }),
        characters: number("The length of the text in UTF-16 units, in which spans count"),
        outlook: flag("Whether outlooks were asked for"),
        parts: flag("Whether parts are listed among the figures"),
      })
      .meta({ description: "What was asked, without the text" }),
    language: z.enum(["en", "vi", "other"]).meta({ description: "The language of the text" }),
    decimal: z.enum(["point", "comma"]).meta({ description: "The decimal sign of the text" }),
    published: text(
      "The date of publication, ISO, as told or as printed; absent where neither tells it",
    ).optional(),
    year: optionalNumber('The year that "this year" means'),
    figures: z.array(Figure).meta({ description: "The figures in the order of the text" }),
    coherence: z
      .strictObject({
        verdict: Coherence.shape.verdict,
        checked: number("Figures, parts included, whose numbers could be checked against each other"),
        contradicting: number("Those of them whose numbers cannot all be true"),
      })
      .meta({ description: "The worst verdict of all figures, and how many there are of each kind" }),
    suspicions: z.array(Suspicion).meta({ description: "What looks wrong between the figures" }),
    notes: z
      .array(
        noteOf(EXTRACTION_NOTE_CODES).meta({
          id: "ExtractionNote",
          description: "A remark on the reading of the text",
        }),
      )
      .meta({ description: "Remarks to read the answer with" }),
    sentence: text("How many figures there are, and the first contradiction"),
    engine: text("The version that answered"),
  })
  .meta({ id: "ExtractAnswer", description: "The figures that a text tells" });
