import { z } from "zod";
import {
  FigureInput,
  MAX_TEXT,
  measureShape,
  numberOrText,
  questionShape,
  RatioInput,
  text,
} from "./fields.ts";
import { entries, type FlatForm } from "./query.ts";
import { HINTS } from "./validate.ts";

const MAX_GROWTH_SCENARIOS = 20;
const MAX_GROWTH_COMPONENTS = 40;
const MAX_CONDITIONS = 20;
const MAX_CONDITION = 400;
/** More spans than there are would name one twice. */
const MAX_SPANS = 12;

const SPANS = "Q1, Q2, Q3, Q4, H1, 9M, H2, Q2-Q3, Q2-Q4 or year";

const SpanRows = z
  .array(z.strictObject({ span: text("A quarter or span of the year", "Q1"), value: FigureInput }))
  .max(MAX_SPANS);

/** Figures of quarters and spans of them: by name, as rows, or written in one text. */
const SpanFigures = z.union([z.string().max(MAX_TEXT), SpanRows, z.record(z.string(), FigureInput)]);
export type SpanFigures = z.infer<typeof SpanFigures>;

/** A growth of the year, or growths of quarters and spans. */
const GrowthOrSpans = z.union([
  z.string().max(MAX_TEXT),
  z.number(),
  SpanRows,
  z.record(z.string(), FigureInput),
]);
export type GrowthOrSpans = z.infer<typeof GrowthOrSpans>;

const assumptionShape = {
  yearGrowth: RatioInput.optional().meta({
    description:
      'Growth of the year: "6.5%"; a range "8.3-8.5%", solved at both ends; or a lower end "at least 8%", "từ 8% trở lên"',
    example: "6.5%",
  }),
  fullYear: FigureInput.optional().meta({
    description: "The year itself instead of its growth, where last year was told as levels",
  }),
  quarters: SpanFigures.optional().meta({
    description: `Growths that are fixed, by span (${SPANS}): { "Q2": "5.85%", "H2": "8%" }, or "Q2: 5.85%; H2: 8%". Ranges as in yearGrowth.`,
    example: { Q2: "5.85%" },
  }),
  components: z.record(z.string().max(MAX_TEXT), GrowthOrSpans).optional().meta({
    description:
      'Growths of components by name: of the year (or of componentPeriod) { "industry": "9.9%" }, or by span { "industry": { "Q2": "9%", "year": "9.9%" } }',
  }),
} as const;

const VersionInput = z.strictObject({
  name: text("What the version is called", "25/NQ-CP").optional(),
  ...assumptionShape,
});

export const GrowthScenarioInput = z
  .strictObject({
    name: text("What the scenario is called; its growth by default", "base").optional(),
    ...assumptionShape,
    shape: z.enum(["equal", "rising", "likePrevious"]).optional().meta({
      description:
        "How growth is spread over quarters that are left open: equal (default), rising by `step` a quarter, or in proportion to the growths of `previous`",
    }),
    step: RatioInput.optional().meta({
      description:
        'By how much growth rises from one quarter to the next, for shape rising: "0.3 points" or 0.003',
      example: "0.3 points",
    }),
    conditions: z
      .union([z.string().max(MAX_CONDITION), z.array(z.string().max(MAX_CONDITION)).max(MAX_CONDITIONS)])
      .optional()
      .meta({ description: "What must come true for it", example: "project X starts in Q3" }),
    owner: text("Who answers for it", "Department of Industry and Trade").optional(),
    previous: VersionInput.optional().meta({
      description: "An earlier version of the same scenario, to compare with and for shape likePrevious",
    }),
  })
  .meta({
    id: "GrowthScenarioAsk",
    description: "A growth scenario: the growths that are fixed; the others are solved for.",
    example: { name: "base", yearGrowth: "6.5%", conditions: "project X starts in Q3" },
  });
export type GrowthScenarioInput = z.infer<typeof GrowthScenarioInput>;
export type VersionInput = z.infer<typeof VersionInput>;

const bases = (description: string, most: number) =>
  z.union([z.string().max(1000), z.array(numberOrText).min(1).max(most)]).meta({ description });

export const GrowthComponentInput = z
  .strictObject({
    name: text("The sector, product or market", "industry and construction"),
    partOf: text("The component that it is a part of; it is told, but not added up").optional(),
    lastYear: z
      .union([numberOrText, z.array(numberOrText).min(1).max(4)])
      .optional()
      .meta({
        description:
          "Its four quarters of last year, or one number for the year (or for componentPeriod): levels, or shares of the total in the same quarter. Absent for the one component that is what the others leave.",
      }),
    growth: GrowthOrSpans.optional().meta({
      description:
        "Its growth in every scenario that does not tell another: of the year (or of componentPeriod), or by span. Absent for the one component that is solved for.",
    }),
    known: SpanFigures.optional().meta({ description: "Its known growths of this year by span" }),
  })
  .meta({
    id: "GrowthComponent",
    description: "A sector, product or market of the total",
    example: { name: "services", lastYear: 11609, growth: "10.79%" },
  });
export type GrowthComponentInput = z.infer<typeof GrowthComponentInput>;

/** Every field of the question, in the order in which the documents tell them. */
const growthScenariosShape = {
  indicator: questionShape.indicator.meta({ description: "What grows", example: "GRDP" }),
  geography: questionShape.geography,
  unit: questionShape.unit,
  priceBasis: measureShape.priceBasis.meta({
    description:
      'The prices of all levels and growths: "current", "constant", "constant2010", or in words, "giá so sánh 2010". Weights belong at constant prices; figures at different prices are refused.',
    example: "constant2010",
  }),
  aggregation: z.enum(["sum", "average"]).optional().meta({
    description:
      "How levels of periods make those of longer spans: sum (flows) or average (indices); by default average where the indicator is named an index, otherwise sum",
  }),
  year: numberOrText.optional().meta({ description: "The year of the scenarios", example: 2024 }),
  lastYear: bases(
    'Last year\'s quarters at constant prices: four levels or shares of the year, or twelve monthly levels. In a URL: "0.2075; 0.2435; 0.2525; 0.2965".',
    12,
  )
    .optional()
    .meta({ example: [0.2075, 0.2435, 0.2525, 0.2965] }),
  known: SpanFigures.optional().meta({
    description: `This year's known growths by span (${SPANS}). In a URL: "Q1: 5.66%; H1: 6.42%".`,
    example: { Q1: "5.66%" },
  }),
  actuals: z
    .union([SpanFigures, z.array(numberOrText).max(12)])
    .optional()
    .meta({
      description:
        'This year\'s known levels, where last year\'s are levels: in order, one a quarter (a month where last year is monthly), "2600; 2700", or by span, "H1: 5300".',
    }),
  scenarios: z.array(GrowthScenarioInput).max(MAX_GROWTH_SCENARIOS).optional().meta({
    description: 'The scenarios. In a URL: JSON, or growths of the year: "base: 6%; high: 6.5%".',
  }),
  components: z.array(GrowthComponentInput).max(MAX_GROWTH_COMPONENTS).optional().meta({
    description:
      'What the total is made of. In a URL: JSON, or last year\'s amounts: "agriculture: 13560; services: 11609".',
  }),
  componentPeriod: text(
    "The span that components with one number are told for: year by default",
    "H1",
  ).optional(),
  seasonallyAdjusted: questionShape.cumulative.meta({
    description: "Whether levels are seasonally adjusted; false by default. Then the carry-over is told.",
    example: false,
  }),
  carryOver: questionShape.cumulative.meta({
    description:
      "Whether to tell the carry-over (overhang) of last year's levels; needs seasonally adjusted levels, for which it is true by default",
  }),
  decimal: questionShape.decimal,
  lang: questionShape.lang,
} as const;

export const GrowthScenariosQuestionInput = z
  .strictObject(growthScenariosShape)
  .meta({ id: "GrowthScenariosQuestion" });
export type GrowthScenariosQuestionInput = z.infer<typeof GrowthScenariosQuestionInput>;

const spanFiguresIn = (text: string): unknown => {
  const found = entries(text);
  return found.every(({ name }) => name === undefined)
    ? found.map(({ value }) => value)
    : found.map(({ name, value }) => ({ span: name ?? "", value }));
};

/** How the question is written flat. */
export const GROWTH_SCENARIOS_FORM: FlatForm = {
  names: Object.keys(growthScenariosShape),
  aliases: { priorYear: "lastYear", weights: "lastYear", targets: "scenarios" },
  labels: ["indicator", "geography", "unit", "priceBasis"],
  texts: {
    lastYear: (text) => entries(text).map(({ value }) => value),
    known: spanFiguresIn,
    actuals: spanFiguresIn,
    scenarios: (text) =>
      entries(text).map(({ name, value }) => ({ ...(name && { name }), yearGrowth: value })),
    components: (text) => entries(text).map(({ name, value }) => ({ name: name ?? value, lastYear: value })),
  },
  several: { scenarios: 'several scenarios go into one parameter: "base: 6%; high: 6.5%"' },
};

const SPAN_HINT = 'write { "Q1": "5.66%", "H1": "6.42%" } or "Q1: 5.66%; H1: 6.42%"';

export const GROWTH_SCENARIOS_HINTS = {
  ...HINTS,
  lastYear: "write four quarters [0.2075, 0.2435, 0.2525, 0.2965] or twelve months",
  known: SPAN_HINT,
  actuals: 'write [2600, 2700] or { "H1": 5300 }',
  quarters: SPAN_HINT,
  scenarios: 'write [{ "name": "base", "yearGrowth": "6.5%", "quarters": { "Q2": "5.85%" } }]',
  components: 'write [{ "name": "services", "lastYear": 11609, "growth": "10.79%" }]',
  componentPeriod: `write one of ${SPANS}`,
  step: 'write "0.3 points" or 0.003',
  conditions: "write a short text, or a list of them",
  owner: "write a short text",
  partOf: "write the name of another component",
  seasonallyAdjusted: "write true or false",
  carryOver: "write true or false",
} as const;
