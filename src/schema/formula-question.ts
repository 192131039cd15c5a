import { z } from "zod";
import { cellsIn, MAX_CELLS, type Range, rangeOf } from "./formula-cells.ts";
import { ProblemList } from "./problems.ts";
import type { FlatForm } from "./query.ts";
import { nearestName, validate } from "./validate.ts";

/** The custom functions, without the prefix that they have in a sheet, and the function of the service that answers. */
export const FORMULAS = {
  RUNRATE: "run-rate",
  FORECAST: "forecast",
  PROBABILITY: "attainment",
  SCENARIOS: "scenarios",
  OUTLOOK: "outlook",
  CHECK: "coherence",
  PICTURE: "outlook",
  EXTRACT: "extract",
} as const;
export type Formula = keyof typeof FORMULAS;
export type ReportFormula = Exclude<Formula, "EXTRACT">;
export const FORMULA_NAMES = Object.keys(FORMULAS) as readonly Formula[];

export const PREFIX = "ONPACE_";

/** The arguments of a formula about a report, by position. */
export const REPORT_ARGUMENTS = [
  "months",
  "values",
  "target",
  "share",
  "growth",
  "lastYear",
  "options",
] as const;
export type ReportArgument = (typeof REPORT_ARGUMENTS)[number];
export const EXTRACT_ARGUMENTS = ["text", "options"] as const;
export type ExtractArgument = (typeof EXTRACT_ARGUMENTS)[number];

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The question of `/v1/formula`. */
export const FormulaQuestionInput = z
  .strictObject({
    formula: z
      .string()
      .max(60)
      .optional()
      .meta({
        description: `The custom function, in any case, with or without its prefix: ${FORMULA_NAMES.map((name) => PREFIX + name).join(", ")}`,
        example: "ONPACE_RUNRATE",
      }),
    arguments: z
      .array(z.union([Cell, z.array(z.union([Cell, z.array(Cell)]))]))
      .optional()
      .meta({
        description: `Its arguments by position, as a sheet holds them: ${REPORT_ARGUMENTS.join(", ")}; for ONPACE_EXTRACT ${EXTRACT_ARGUMENTS.join(", ")}. Each is one cell, a row of cells, or rows of cells; a cell is a number, a text, true, false, or null where it is blank. At most ${MAX_CELLS} cells. Trailing arguments may be left out. A month with a value is a report: the year to date through that month. Months with a value each are a history of each month's own amounts, blank for months to come; beside several columns of values, one question a column. Where target, share, growth or lastYear is as long as the months, or all months are the same, each row is a report of its own.`,
        example: [["2024-01", "2024-02", "2024-03", "2024-04"], [68, 61, 80, 81], 920],
      }),
    decimal: z.enum(["point", "comma"]).optional().meta({
      description:
        "The decimal sign of numbers in texts, and of CSV and text answers; comma by default with lang=vi. The option of the same name goes before it",
    }),
    lang: z.enum(["en", "vi"]).optional().meta({
      description:
        "The language of words in cells; English by default. The option of the same name goes before it",
    }),
  })
  .meta({ id: "FormulaQuestion" });

/** How the question is written flat. */
export const FORMULA_FORM: FlatForm = {
  names: Object.keys(FormulaQuestionInput.shape),
  aliases: { args: "arguments" },
  labels: ["formula"],
  texts: {},
};

const FIELDS = [...FORMULA_FORM.names, ...Object.keys(FORMULA_FORM.aliases)];
const FORMULA_HINTS = {
  formula: `write one of ${FORMULA_NAMES.map((name) => PREFIX + name).join(", ")}`,
  arguments: 'write [["2024-01", "2024-02"], [68, 61], 920]: months, values, target',
};

/** What is asked of ranges of a sheet. */
export type FormulaAsk = (
  | { readonly formula: ReportFormula; readonly ranges: Ranges<ReportArgument> }
  | { readonly formula: "EXTRACT"; readonly ranges: Ranges<ExtractArgument> }
) & { readonly lang?: "en" | "vi"; readonly decimal?: "point" | "comma" };

export type Ranges<Argument extends string> = { readonly [Name in Argument]?: Range };

/**
 * A raw question about ranges of a sheet.
 * @throws InvalidQuestion with everything that is wrong, each with its argument
 */
export function readFormulaQuestion(raw: Readonly<Record<string, unknown>>): FormulaAsk {
  const problems = new ProblemList();
  const { arguments: given, ...others } = raw;
  // Thousands of cells are checked one by one below; here it only matters that there are some.
  const input = validate(FormulaQuestionInput, others, FIELDS, problems, FORMULA_HINTS);
  if (raw.formula === undefined) problems.add("formula", "formula is required", FORMULA_HINTS.formula);
  const formula = input.formula === undefined ? undefined : formulaNamed(problems, input.formula);
  const told = argumentsOf(problems, given);
  const names: readonly string[] = formula === "EXTRACT" ? EXTRACT_ARGUMENTS : REPORT_ARGUMENTS;
  const ranges = Object.fromEntries(
    told.flatMap((argument, index) => {
      const name = names[index];
      const range = rangeOf(problems, argument, name ?? "arguments");
      if (name === undefined && range)
        problems.add(
          "arguments",
          `there are more than ${names.length} arguments`,
          `they are ${names.join(", ")}`,
        );
      return name === undefined || !range ? [] : [[name, range]];
    }),
  );
  problems.throwIfAny();
  return {
    formula: formula as ReportFormula,
    ranges,
    ...(input.lang && { lang: input.lang }),
    ...(input.decimal && { decimal: input.decimal }),
  };
}

function formulaNamed(problems: ProblemList, written: string): Formula | undefined {
  const bare = written
    .trim()
    .toUpperCase()
    .replace(/^=?(?:ONPACE[_.])?/, "");
  const name = FORMULA_NAMES.find((each) => each === bare.replace(/[_-]/g, ""));
  if (!name)
    problems.add(
      "formula",
      `"${written}" is no function of the spreadsheets`,
      nearestName(bare, FORMULA_NAMES, "functions"),
    );
  return name;
}

/** More arguments than any function has, blank ones at the end included. */
const MAX_ARGUMENTS = 20;

function argumentsOf(problems: ProblemList, given: unknown): readonly unknown[] {
  if (!Array.isArray(given)) {
    problems.add(
      "arguments",
      given === undefined ? "arguments is required" : "arguments is no list",
      FORMULA_HINTS.arguments,
    );
    return [];
  }
  const cells = given.slice(0, MAX_ARGUMENTS).reduce((sum: number, argument) => sum + cellsIn(argument), 0);
  if (given.length <= MAX_ARGUMENTS && cells <= MAX_CELLS) return given;
  problems.add(
    "arguments",
    given.length > MAX_ARGUMENTS
      ? `there are ${given.length} arguments`
      : `the arguments have ${cells} cells, more than ${MAX_CELLS}`,
    given.length > MAX_ARGUMENTS ? `they are ${REPORT_ARGUMENTS.join(", ")}` : "name shorter ranges",
  );
  return [];
}
