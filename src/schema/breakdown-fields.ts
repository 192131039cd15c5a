import { z } from "zod";
import {
  FigureInput,
  flag,
  MAX_TEXT,
  numberOrText,
  questionShape,
  RatioInput,
  ReportInput,
  TargetInput,
  text,
} from "./fields.ts";
import { ALIASES, entries, type FlatForm, REPORT_FORM } from "./query.ts";
import { HINTS } from "./validate.ts";

/** Children of one total or part. */
const MAX_CHILDREN = 40;
/** Parts of all levels together: 34 provinces with ten products each, and room for what is left over. */
export const MAX_COMPONENTS = 500;
/** Deeper than any classification goes. */
export const MAX_DEPTH = 8;
/** Values of all histories together: each takes its share of the time of an answer. */
export const MAX_HISTORY_VALUES = 6000;
/** Earlier reports of one part. */
const MAX_PART_REPORTS = 60;

const { scenarios: _scenarios, horizon: _horizon, backtest: _backtest, ...ofTotal } = questionShape;
/** The question about one report, as far as a breakdown answers it of the total. */
export const totalShape = ofTotal;

export const CapInput = z.union([
  z.string().max(MAX_TEXT),
  z.number(),
  z.strictObject({ value: FigureInput.optional(), growth: RatioInput.optional() }),
]);

/** The figures of a part's own report, told as those of the total are. */
const partShape = {
  ytd: FigureInput.optional().meta({ description: "Its year-to-date figure", example: 100.43 }),
  growth: questionShape.growth,
  priorYtd: questionShape.priorYtd,
  priorFullYear: questionShape.priorFullYear,
  shareOfTarget: RatioInput.optional().meta({ description: "The reported share of its own target" }),
  target: TargetInput.optional().meta({ description: "Its own target, an amount or growth on last year" }),
  reports: z
    .array(ReportInput)
    .max(MAX_PART_REPORTS)
    .optional()
    .meta({ description: "Its earlier reports, of this year and of past ones" }),
  history: questionShape.history,
  indicator: text("What it measures, where that of the total does not tell", "rice exports").optional(),
  geography: text("Its place, where it is not that of the total", "Kien Giang").optional(),
} as const;

/** What of a part is read as a report. */
export const OF_REPORT = Object.keys(partShape) as readonly (keyof typeof partShape)[];

const placeShape = {
  name: text("What the part is called", "rice"),
  share: RatioInput.optional().meta({
    description: "Its share of what it is a part of, instead of its amount or beside it",
    example: "83.25%",
  }),
  weight: z.number().positive().optional().meta({
    description: "Of an index (aggregation average): its weight in what it is a part of, in any scale",
  }),
  locked: flag.optional().meta({
    description: "Whether its forecast stands when what is missing is shared out; false by default",
  }),
  cap: CapInput.optional().meta({
    description: 'The most it can reach over the year: an amount, or growth on last year such as "25%"',
  }),
  exhaustive: flag.optional().meta({
    description: "Whether its own parts make all of it; by default as it is told of what it is a part of",
  }),
} as const;

type PartInput = z.infer<z.ZodObject<typeof partShape & typeof placeShape>>;
export type ComponentInput = PartInput & { readonly components?: readonly ComponentInput[] | undefined };

/** A part of the total: its own report or its share, and the parts that it is made of. */
export const ComponentInput = z
  .strictObject({
    ...placeShape,
    ...partShape,
    get components(): z.ZodOptional<z.ZodArray<z.ZodType<ComponentInput>>> {
      return z
        .array(ComponentInput as z.ZodType<ComponentInput>)
        .max(MAX_CHILDREN)
        .optional()
        .meta({ description: "The parts that it is made of" });
    },
  })
  .meta({
    id: "Component",
    description: "A part of the total with its own report or its share, and with its own parts",
    example: { name: "rice", ytd: 100.43, growth: "15%" },
  });

/** The question of `/v1/breakdown`: a report, and the parts of its total. */
export const BreakdownQuestionInput = z
  .strictObject({
    ...totalShape,
    components: z
      .array(ComponentInput)
      .min(1)
      .max(MAX_CHILDREN)
      .optional()
      .meta({
        description: `The parts of the total, ${MAX_CHILDREN} at most, and theirs, ${MAX_COMPONENTS} in all: [{ "name": "rice", "ytd": 100.43, "growth": "15%" }]. In a URL: "rice: 100.43; seafood: 64.53", with growth "rice: 100.43 / 15%"; a percent in the place of the amount is a share of the total: "Asia: 83.25%".`,
      }),
    exhaustive: flag.optional().meta({
      description:
        "Whether the parts make the whole; by default what is left over becomes a part of its own, called rest. Without any figure of the total, and of an index, they always do",
      example: true,
    }),
    correlation: numberOrText.optional().meta({
      description:
        "Correlation of the forecast errors of any two parts, from 0 up to 1; by default the learned one of the indicator's class",
      example: 0.3,
    }),
  })
  .meta({ id: "BreakdownQuestion" });

/** A part in short: its amount or, as a percent, its share, and behind a stroke its growth: "100.43 / 15%". */
function partIn(text: string): object {
  const [amount = "", ...growth] = text.split("/").map((figure) => figure.trim());
  return {
    ...(amount.endsWith("%") ? { share: amount } : { ytd: amount }),
    // A second stroke has no meaning: what is behind it is refused with the growth.
    ...(growth.length > 0 && { growth: growth.join(" / ") }),
  };
}

/** How the question is written flat. */
export const BREAKDOWN_FORM: FlatForm = {
  ...REPORT_FORM,
  names: Object.keys(BreakdownQuestionInput.shape),
  aliases: { ...ALIASES, parts: "components" },
  entryAliases: {
    components: {
      value: "ytd",
      this_ytd_total: "ytd",
      last_ytd_total: "priorYtd",
      prior: "priorYtd",
      parts: "components",
    },
  },
  texts: {
    ...REPORT_FORM.texts,
    components: (text) => entries(text).map(({ name, value }) => ({ name: name ?? "", ...partIn(value) })),
  },
  several: {
    ...REPORT_FORM.several,
    components: 'all parts go into one parameter: "rice: 100.43; seafood: 64.53"',
  },
};

export const COMPONENTS_HINT = 'write "rice: 100.43; seafood: 64.53", or [{ "name": "rice", "ytd": 100.43 }]';

/** What to write, by the name of the field. */
export const BREAKDOWN_HINTS = {
  ...HINTS,
  share: 'write a fraction such as 0.8325, or "83.25%"',
  weight: "write a number above zero",
  locked: "write true or false",
  cap: 'write 120, "25%", { "value": 120 } or { "growth": 0.25 }',
  exhaustive: "write true or false",
  correlation: "write 0.3",
  components: COMPONENTS_HINT,
} as const;
