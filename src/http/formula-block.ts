import { EngineError } from "../engine/engine-error.ts";
import { refuseUnitSlip } from "../presentation/default-cell.ts";
import type { Block } from "../presentation/formula-layout.ts";
import { RECORDS, scenarioRows } from "../presentation/formula-records.ts";
import { FORMULA_WORDS } from "../presentation/formula-words.ts";
import type { Presented } from "../presentation/json.ts";
import type { Lang } from "../presentation/language.ts";
import { cellError, valueAt } from "../presentation/text.ts";
import type { FormulaOptions } from "../schema/formula-options.ts";
import { inSheet, type Place } from "../schema/formula-problems.ts";
import { FORMULAS, type ReportFormula } from "../schema/formula-question.ts";
import type { SheetQuestion } from "../schema/formula-questions.ts";
import { InvalidQuestion, type Problem } from "../schema/problems.ts";
import { questionFromBody } from "../schema/query.ts";
import type { Ask, Operation } from "./operation.ts";
import { oneLine, PROBLEMS, problemOf } from "./problem.ts";
import { attainmentOperation } from "./routes/attainment.ts";
import { coherenceOperation } from "./routes/coherence.ts";
import { forecastOperation } from "./routes/forecast.ts";
import { outlookOperation } from "./routes/outlook.ts";
import { runRateOperation } from "./routes/run-rate.ts";
import { scenariosOperation } from "./routes/scenarios.ts";
import { LONGEST_ADDRESS, shortAddress } from "./short-address.ts";

/** The language and the decimal sign of the result: those of the options before those of the question. */
export interface ResultForm {
  readonly lang: Lang;
  readonly decimal?: "point" | "comma";
}
const OPERATIONS: Readonly<Record<ReportFormula, Operation>> = {
  RUNRATE: runRateOperation,
  FORECAST: forecastOperation,
  PROBABILITY: attainmentOperation,
  SCENARIOS: scenariosOperation,
  OUTLOOK: outlookOperation,
  CHECK: coherenceOperation,
  PICTURE: outlookOperation,
};

/** Levels that a result tells where the options name none; an outlook tells the one that its sentence does. */
const USUAL_LEVELS: Partial<Readonly<Record<ReportFormula, readonly number[]>>> = {
  FORECAST: [0.8, 0.95],
  OUTLOOK: [0.8],
};

/** How all questions of one formula are asked. */
export interface Asking {
  readonly formula: ReportFormula;
  readonly options: FormulaOptions;
  readonly form: ResultForm;
  readonly ask: Ask;
}

const MOST_ADDRESSES = 3;

/** The first questions as addresses that answer the same. */
export const addressesOf = (questions: readonly SheetQuestion[], formula: ReportFormula): readonly string[] =>
  questions
    .flatMap(({ raw }) => (raw ? [raw] : []))
    .slice(0, MOST_ADDRESSES)
    .map((raw) => shortAddress(`/v1/${FORMULAS[formula]}`, usual(raw, formula)))
    .filter((address) => address.length <= LONGEST_ADDRESS);

function usual(
  raw: Readonly<Record<string, unknown>>,
  formula: ReportFormula,
): Readonly<Record<string, unknown>> {
  const levels = USUAL_LEVELS[formula];
  return levels === undefined || "levels" in raw ? raw : { ...raw, levels };
}

/** A question's result; any fault of it stays in its own cells. */
export function attempted(question: SheetQuestion, asking: Asking): Block {
  try {
    return blockOf(question, asking);
  } catch (error) {
    const details = problemOf(error, "");
    if (details.status === PROBLEMS.internal.status) asking.ask.dependencies.report(error);
    return {
      record: [{ label: "", value: cellError(oneLine(details)) }],
      label: question.label,
      isRefused: true,
    };
  }
}

/**
 * A question's result.
 * @throws what the function that answers refuses, with the names that its cells have in the sheet
 */
export function blockOf(question: SheetQuestion, asking: Asking): Block {
  const { raw, problems, place, label } = question;
  if (problems) throw new InvalidQuestion(problems);
  if (!raw) return { record: [], label };
  const { formula, options, form } = asking;
  const { lang } = form;
  const words = FORMULA_WORDS[lang];
  try {
    const asked = questionFromBody(usual(raw, formula), OPERATIONS[formula].form);
    const answer = answerTo(asked, asking);
    if (options.field !== undefined)
      return { record: [{ label: words.value, value: cellAt(answer, options.field) }], label };
    if (formula === "PICTURE")
      return { record: [{ label: words.picture, value: pictureOf(raw, options) }], label };
    if (formula !== "CHECK") refuseUnitSlip(answer, words.oneUnit);
    if (formula === "SCENARIOS") return { record: [], table: scenarioRows(answer, lang), label };
    const targets = [asked.target ?? []].flat().length;
    const levels = "levels" in raw ? undefined : USUAL_LEVELS[formula];
    return { record: RECORDS[formula](answer, { lang, targets, levels }), label };
  } catch (error) {
    throw namedInSheet(error, place);
  }
}

function answerTo(question: Readonly<Record<string, unknown>>, { formula, ask }: Asking): Presented {
  const { dependencies } = ask;
  return JSON.parse(
    OPERATIONS[formula].respond(question, { dependencies, format: "json", field: undefined }),
  );
}

/** One value of an answer for a cell. */
export function cellAt(answer: object, field: string): string | number | undefined {
  const value = valueAt(answer, field);
  return typeof value === "boolean" ? String(value) : value;
}

/** What the reader of questions or the engine refuses, with the names that the cells have in the sheet. */
function namedInSheet(error: unknown, place: Place): unknown {
  if (error instanceof InvalidQuestion)
    return new InvalidQuestion(error.problems.map((problem) => inSheet(problem, place)));
  if (!(error instanceof EngineError)) return error;
  const { path, message, hint } = inSheet({ ...error, message: error.message } as Problem, place);
  return new EngineError(error.code, path, message, hint);
}

/** @throws InvalidQuestion when the address would be too long for a sheet */
function pictureOf(raw: Readonly<Record<string, unknown>>, { picture }: FormulaOptions): string {
  const address = shortAddress("/v1/outlook.png", { ...raw, ...picture });
  if (address.length <= LONGEST_ADDRESS) return address;
  throw new InvalidQuestion([
    {
      path: "values",
      message: `the address of the picture has ${address.length} characters, more than ${LONGEST_ADDRESS}`,
      hint: "name fewer months: the last three or four years are enough",
    },
  ]);
}
