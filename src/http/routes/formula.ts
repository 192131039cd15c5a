import type { PresentedExtract } from "../../presentation/extract-answer.ts";
import { cellsAsCsv, type FormulaAnswer, formulaPresenter } from "../../presentation/formula.ts";
import { defaultFigure, figureRows } from "../../presentation/formula-figures.ts";
import { type Block, filled, type Layout, laidOut } from "../../presentation/formula-layout.ts";
import type { FormulaNote } from "../../presentation/formula-note.ts";
import { FORMULA_WORDS } from "../../presentation/formula-words.ts";
import { readPictureOptions } from "../../presentation/pictures/options.ts";
import { EXTRACT_FORM } from "../../schema/extract-question.ts";
import { type FormulaOptions, readOptions } from "../../schema/formula-options.ts";
import {
  FORMULA_FORM,
  FORMULAS,
  type FormulaAsk,
  FormulaQuestionInput,
  PREFIX,
  readFormulaQuestion,
} from "../../schema/formula-question.ts";
import { type SheetQuestions, sheetQuestions } from "../../schema/formula-questions.ts";
import { InvalidQuestion, ProblemList } from "../../schema/problems.ts";
import { questionFromBody, REPORT_FORM } from "../../schema/query.ts";
import { type Asking, addressesOf, attempted, blockOf, cellAt, type ResultForm } from "../formula-block.ts";
import type { Ask, Operation } from "../operation.ts";
import { representWith } from "./answer.ts";
import { extractOperation } from "./extract.ts";

export const formulaOperation: Operation = {
  name: "formula",
  summary: "A custom function of a spreadsheet: ranges in, cells out",
  description:
    "Understands ranges as people have them in a sheet and answers with the cells to spill: one month and its year to date, a column of months beside each month's own amounts, several such columns, or a report in each row. Months are dates, numbers of days or texts in English or Vietnamese; heads and totals are left out. The custom functions of Google Sheets, Excel and LibreOffice ask here, so that they understand alike. One cell (.txt) tells the first value of them: of an outlook its forecast.",
  question: FormulaQuestionInput,
  form: FORMULA_FORM,
  answer: async () => (await import("../../schema/formula-answer.ts")).FormulaAnswer,
  example: {
    formula: "ONPACE_FORECAST",
    arguments: ["2024-04", "over 290", 920, null, "21.26%", 860, "headers=true; unit=million USD"],
  },
  respond(raw, ask) {
    const asked = readFormulaQuestion(raw);
    const { form, answer, first } =
      asked.formula === "EXTRACT" ? extracted(asked, ask) : answered(asked, ask);
    const { decimal = form.lang === "vi" ? "comma" : "point" } = form;
    if (ask.format === "csv")
      return cellsAsCsv(answer.cells, { decimal: ask.decimal ?? decimal, ...delimiterOf(ask) });
    return representWith(formulaPresenter<Echo>(first), answer, { ...form }, ask);
  },
};

const delimiterOf = ({ delimiter }: Ask) => (delimiter === undefined ? {} : { delimiter });

interface Echo {
  readonly formula: string;
  readonly function: string;
  readonly kind: SheetQuestions["kind"] | "text";
  readonly questions: number;
  readonly asks: readonly string[];
}

interface Result {
  readonly form: ResultForm;
  readonly answer: FormulaAnswer<Echo>;
  /** The value that one cell tells. */
  readonly first: string | number | undefined;
}

function formOf(
  { fields }: FormulaOptions,
  { lang, decimal }: Pick<FormulaAsk, "lang" | "decimal">,
): ResultForm {
  const told = fields.lang ?? lang;
  const sign = fields.decimal ?? decimal;
  return {
    lang: told === "vi" ? "vi" : "en",
    ...((sign === "comma" || sign === "point") && { decimal: sign }),
  };
}

type ReportAsk = Exclude<FormulaAsk, { formula: "EXTRACT" }>;

function answered(asked: ReportAsk, ask: Ask): Result {
  const { formula, ranges, lang, decimal } = asked;
  const problems = new ProblemList();
  const options = readOptions(problems, ranges.options, {
    form: REPORT_FORM,
    takesPicture: formula === "PICTURE",
  });
  for (const { path, message, hint } of readPictureOptions(options.picture).problems)
    problems.add(path, message, hint);
  problems.throwIfAny();
  const sheet = sheetQuestions(ranges, {
    ...options,
    fields: { ...(lang && { lang }), ...(decimal && { decimal }), ...options.fields },
  });
  const { kind, questions } = sheet;
  const form = formOf(options, asked);
  if (isSeveral(sheet) && formula === "SCENARIOS" && options.field === undefined)
    throw new InvalidQuestion([
      {
        path: "values",
        message: `these are ${questions.length} questions, and scenarios are a table for each`,
        hint: "ask about one at a time, or pick one number with the option field=scenarios.breakEven.probabilityAtLeast",
      },
    ]);
  const asking: Asking = { formula, options, form, ask };
  const blocks = questions.map((question) =>
    isSeveral(sheet) ? attempted(question, asking) : blockOf(question, asking),
  );
  return {
    form,
    answer: {
      question: {
        formula: `${PREFIX}${formula}`,
        function: FORMULAS[formula],
        kind,
        questions: askedOf(sheet),
        asks: addressesOf(questions, formula),
      },
      cells: laidOut(blocks, layoutOf(sheet, asking)),
      notes: notesOn(sheet, blocks.filter(({ isRefused }) => isRefused).length),
    },
    first: firstValue(blocks[0], asking),
  };
}

/** The first value of a result: of an outlook its forecast, of scenarios the year at the current pace. */
function firstValue(
  block: Block | undefined,
  { formula, options, form }: Asking,
): string | number | undefined {
  const { record = [], table } = block ?? {};
  if (table) return table.rows[0]?.[1];
  const { forecast } = FORMULA_WORDS[form.lang];
  const isOutlook = formula === "OUTLOOK" && options.field === undefined;
  return ((isOutlook && record.find(({ label }) => label === forecast)) || record[0])?.value;
}

/** How many questions have cells that are not blank. */
const askedOf = ({ questions }: SheetQuestions): number =>
  questions.filter(({ raw, problems }) => raw ?? problems).length;

/** How results lie: of one question as they are, of several as the questions do. */
function layoutOf(sheet: SheetQuestions, { formula, options }: Asking): Layout {
  const isOutlook = formula === "OUTLOOK" && options.field === undefined;
  const isTable = formula === "SCENARIOS" && options.field === undefined;
  const areOfTargets = formula === "RUNRATE" || formula === "PROBABILITY";
  const standsBelow = areOfTargets && sheet.hasTargetsBelow && options.field === undefined;
  return {
    ofOne: isOutlook ? "outlook" : standsBelow ? "column" : "row",
    ...(isSeveral(sheet) && {
      ofSeveral: (sheet.kind === "columns") === sheet.isAcross ? "rows" : "columns",
    }),
    // Rows under a head keep their places beside the ranges, from the head on.
    withHeaders:
      options.headers ?? (isOutlook || isTable || (sheet.kind === "reportsByRow" && sheet.hasHeader)),
  };
}

const isSeveral = ({ kind }: SheetQuestions): boolean => kind === "reportsByRow" || kind === "columns";

function notesOn(sheet: SheetQuestions, refused: number): readonly FormulaNote[] {
  const { hasHeader, totals, zeros, isCumulative } = sheet;
  const notes: FormulaNote[] = [];
  if (hasHeader) notes.push({ code: "headerLeftOut", values: {} });
  if (totals > 0) notes.push({ code: "totalsLeftOut", values: { count: totals } });
  if (zeros > 0) notes.push({ code: "zerosAtEnd", values: { count: zeros } });
  if (isCumulative) notes.push({ code: "readAsCumulative", values: {} });
  if (refused > 0) notes.push({ code: "someRefused", values: { count: refused, asked: askedOf(sheet) } });
  return notes;
}

function extracted({ ranges, ...told }: Extract<FormulaAsk, { formula: "EXTRACT" }>, ask: Ask): Result {
  const problems = new ProblemList();
  const options = readOptions(problems, ranges.options, { form: EXTRACT_FORM, takesPicture: false });
  if (!ranges.text) problems.add("text", "text is blank", "name the cell that has the text");
  if ("text" in options.fields) problems.add("options", "text is an argument and an option", "tell it once");
  problems.throwIfAny();
  const form = formOf(options, told);
  const text = (ranges.text ?? [])
    .map((row) => row.filter((cell) => cell !== undefined).join("\t"))
    .join("\n");
  const question = questionFromBody({ lang: form.lang, ...options.fields, text }, EXTRACT_FORM);
  const json = extractOperation.respond(question, {
    dependencies: ask.dependencies,
    format: "json",
    field: undefined,
  });
  const read = JSON.parse(json) as PresentedExtract;
  const value = options.field === undefined ? defaultFigure(read) : cellAt(read, options.field);
  const cells =
    options.field === undefined
      ? figureRows(read, { lang: form.lang, withHeaders: options.headers ?? true })
      : [[value]];
  return {
    form,
    answer: {
      question: { formula: `${PREFIX}EXTRACT`, function: "extract", kind: "text", questions: 1, asks: [] },
      cells: filled(cells),
      notes: [],
    },
    first: value,
  };
}
