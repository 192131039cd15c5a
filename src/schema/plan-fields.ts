import { z } from "zod";
import { PLAN_READINGS } from "../engine/plan/plan-question.ts";
import { FigureInput, MAX_TEXT, numberOrText, questionShape, RatioInput } from "./fields.ts";
import { ALIASES, entries, type FlatForm, REPORT_FORM } from "./query.ts";

export const MAX_PLAN_STATEMENTS = 200;
export const MAX_PLAN_TARGETS = 20;

const asOf = z
  .string()
  .max(MAX_TEXT)
  .optional()
  .meta({ description: "The date on which it was published", example: "2024-01-09" });
const year = numberOrText.meta({
  description: "The fiscal year, by the calendar year in which it starts",
  example: 2023,
});

const BaseVintage = z
  .strictObject({ year: year.optional(), value: FigureInput, asOf })
  .meta({ id: "PlanBase", description: "The level of the base year, in one of its vintages" });

const Actual = z
  .strictObject({
    year,
    value: FigureInput.optional().meta({ description: "The full year's level" }),
    growth: RatioInput.optional().meta({ description: "Its growth on the year before" }),
    asOf,
  })
  .meta({
    id: "PlanActual",
    description: "A full year that is known, by its level, its growth or both",
    example: { year: 2023, value: 49496.26 },
  });

const averageGrowth = RatioInput.meta({
  description: "Average growth a year over all years of the plan",
  example: "8%",
});
const finalLevel = FigureInput.meta({
  description:
    'The level to be reached in the last year; "147%" is that percent of the base year\'s level, "up 47%" the growth on it over the whole plan',
  example: 68350,
});

const PlanTargetInput = z
  .strictObject({
    name: z.string().max(MAX_TEXT).optional().meta({ description: "What it is called", example: "plan" }),
    averageGrowth: averageGrowth.optional(),
    finalLevel: finalLevel.optional(),
    from: numberOrText
      .optional()
      .meta({ description: "Since when it is in force: a fiscal year or a date", example: 2023 }),
  })
  .meta({
    id: "PlanTarget",
    description: "A version of the plan's target",
    example: { name: "revised plan", averageGrowth: "9%", from: 2023 },
  });

const { scenarios: _scenarios, horizon: _horizon, backtest: _backtest, ...reportShape } = questionShape;

/** The fields of the plan itself, before those of the running year's report. */
export const planShape = {
  years: z.string().max(MAX_TEXT).optional().meta({
    description:
      'First and last fiscal year of the plan: "2021-2025" has five steps of growth, from the base of 2020. Needed.',
    example: "2021-2025",
  }),
  base: z
    .union([z.string().max(MAX_TEXT), z.number(), BaseVintage, z.array(BaseVintage).min(1).max(20)])
    .optional()
    .meta({
      description:
        'The level of the year before the first: 46515, "2020: 46515", or several vintages of it, of which the latest counts. In a URL: "2020: 46515; 2020@2022-06-30: 46900". It may stand among the actuals instead.',
      example: "2020: 46515",
    }),
  averageGrowth: averageGrowth.optional().meta({
    description: 'The target as average growth a year over all years of the plan: 0.08 or "8%"',
    example: "8%",
  }),
  finalLevel: finalLevel.optional().meta({
    description:
      'The target as the level of the last year: 68350; "147%" is that percent of the base year\'s level, "up 47%" the growth on it over the whole plan',
    example: 68350,
  }),
  targets: z.array(PlanTargetInput).min(1).max(MAX_PLAN_TARGETS).optional().meta({
    description:
      'Versions of the target, each answered on its own, the latest in force first. In a URL: "plan: 8%; revised plan@2023: 9%; ambition@2024-06-15: 70000"; percentages are average growth a year. The target of the running year alone is `target`.',
  }),
  actuals: z.array(Actual).max(MAX_PLAN_STATEMENTS).optional().meta({
    description:
      'Full years that are known, by level or growth, later vintages of a year with a date. In a URL: "2021: 46000; 2022: 3.1%; 2023: 49496.26 (11.11%); 2023@2024-03-29: 49510".',
    example: "2021: 46000; 2022: 3.1%; 2023: 49496.26",
  }),
  reading: z.enum(PLAN_READINGS).optional().meta({
    description:
      'What an average a year is: geometric (one constant growth, by default; what "bình quân .../năm" means), or arithmetic (the mean of the years\' growths). Both are answered; this one is used.',
  }),
} as const;

export const PlanQuestionInput = z
  .strictObject({ ...planShape, ...reportShape })
  .meta({ id: "PlanQuestion" });

/** A year, and the date of its vintage behind an at sign: "2020@2022-06-30". */
function dated(
  name: string | undefined,
  key: "asOf" | "from",
): { readonly name?: string; readonly date?: object } {
  if (name === undefined) return {};
  const [what = "", date] = name.split("@").map((part) => part.trim());
  return { name: what, ...(date !== undefined && { date: { [key]: date } }) };
}

/** A level "49496.26", a growth "11.11%", or a level with its growth behind it: "49496.26 (11.11%)". */
function levelAndGrowth(text: string): { readonly value?: string; readonly growth?: string } {
  const [, value, growth] = /^([^()%]+)\(([^()]*%[^()]*)\)$/.exec(text) ?? [];
  if (value !== undefined && growth !== undefined) return { value: value.trim(), growth: growth.trim() };
  return isPercent(text) ? { growth: text } : { value: text };
}

const isPercent = (text: string): boolean => text.includes("%");

/** A target with the time since which it is in force in words: "9% from 2023". */
const SINCE = /^(.*\S)\s+(?:from|since|từ(?: năm| ngày)?)\s+(\d{4}(?:-\d\d-\d\d)?)$/u;

/** How a plan is written flat; the report of its running year as everywhere. */
export const PLAN_FORM: FlatForm = {
  names: Object.keys(PlanQuestionInput.shape),
  aliases: Object.fromEntries(Object.entries(ALIASES).filter(([alias]) => alias !== "targets")),
  labels: REPORT_FORM.labels,
  texts: {
    ...REPORT_FORM.texts,
    base: (text) =>
      entries(text).map(({ name, value }) => {
        const { name: baseYear, date } = dated(name, "asOf");
        return { ...(baseYear !== undefined && { year: baseYear }), value, ...date };
      }),
    actuals: (text) =>
      entries(text).map(({ name, value }) => {
        const { name: actualYear = "", date } = dated(name, "asOf");
        return { year: actualYear, ...levelAndGrowth(value), ...date };
      }),
    targets: (text) =>
      entries(text).map(({ name, value }) => {
        const { name: called, date } = dated(name, "from");
        const [, told = value, from] = SINCE.exec(value) ?? [];
        return {
          ...(called && { name: called }),
          ...(isPercent(told) ? { averageGrowth: told } : { finalLevel: told }),
          ...(from !== undefined && { from }),
          ...date,
        };
      }),
  },
  several: {
    targets: 'versions of the target go into one parameter: "plan: 8%; revised plan@2023: 9%"',
    actuals: 'all years go into one parameter: "2021: 46000; 2022: 3.1%"',
    base: 'all vintages go into one parameter: "2020: 46515; 2020@2022-06-30: 46900"',
    ...REPORT_FORM.several,
  },
};
