import type { z } from "zod";
import { throughLabel } from "../engine/calendar/period.ts";
import type { PlanQuestion } from "../engine/plan/plan-question.ts";
import type { Question } from "../engine/question.ts";
import { decimalShownBy } from "./decimal-evidence.ts";
import { FigureReader } from "./figure-reader.ts";
import { PLAN_FORM, PlanQuestionInput, planShape } from "./plan-fields.ts";
import { type PlanSpan, readSpan, readStatements } from "./plan-statements.ts";
import { readPlanTargets } from "./plan-targets.ts";
import { InvalidQuestion, ProblemList } from "./problems.ts";
import { readQuestion, type Surroundings } from "./question.ts";
import { HINTS, type Hints, validate } from "./validate.ts";

type Input = Partial<z.infer<typeof PlanQuestionInput>>;

const FIELDS = [...PLAN_FORM.names, ...Object.keys(PLAN_FORM.aliases)];

const PLAN_HINTS: Hints = {
  ...HINTS,
  years: 'write "2021-2025"',
  year: "write a year such as 2023",
  base: 'write "2020: 46515", or [{ "year": 2020, "value": 46515, "asOf": "2021-01-05" }]',
  averageGrowth: 'write a fraction such as 0.08, or "8%"',
  finalLevel: 'write a number, or a text such as "68.35 trillion VND"',
  targets: 'write [{ "name": "plan", "averageGrowth": "8%" }], or "plan: 8%; revised plan@2023: 9%"',
  from: 'write a year such as 2023, or "2023-07-01"',
  actuals: 'write [{ "year": 2023, "value": 49496.26 }], or "2022: 3.1%; 2023: 49496.26"',
};

/** Fields that say something about the running year. */
const OF_REPORT = [
  "through",
  "year",
  "ytd",
  "shareOfTarget",
  "growth",
  "priorYtd",
  "priorFullYear",
  "target",
  "reports",
  "history",
  "historyStart",
  "cumulative",
] as const satisfies readonly (keyof Input)[];

/**
 * A raw question about a plan as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readPlanQuestion(
  raw: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): PlanQuestion {
  const problems = new ProblemList();
  const input: Input = validate(PlanQuestionInput, raw, FIELDS, problems, PLAN_HINTS);
  if (raw.years === undefined) problems.add("years", "years is required", PLAN_HINTS.years);
  const span = input.years === undefined ? undefined : readSpan(problems, input.years);
  const figures = new FigureReader(problems, { input, unit: input.unit, amountsMayBeNegative: true });
  const statements = readStatements(problems, figures, input, span);
  const targets = readPlanTargets(problems, figures, input);
  if (["averageGrowth", "finalLevel", "targets"].every((field) => raw[field] === undefined))
    problems.add("averageGrowth", "the plan has no target", "write averageGrowth=8%, or finalLevel=68350");
  const hasReport = OF_REPORT.some((field) => raw[field] !== undefined);
  const decimal = input.decimal ?? decimalShownBy(input);
  const { priceBasis, concept } = figures.measure;
  const report = reportOf({
    ...input,
    ...(figures.unit !== undefined && { unit: figures.unit }),
    ...(decimal && { decimal }),
    ...(priceBasis && { priceBasis }),
    ...(concept && { measure: concept }),
  });
  // Without a report its labels are read beside a year that is over, of which nothing is asked.
  const told = readPart(
    problems,
    hasReport ? report : { ...report, through: 12, year: span?.lastYear ?? 2000 },
    surroundings,
  );
  if (told && span && hasReport) checkReport(problems, told, span, statements);
  if (raw.base === undefined && span && statements.length === 0 && !hasReport)
    problems.add(
      "base",
      `the level of ${span.firstYear - 1}, from which the plan grows, is required`,
      `write base=${span.firstYear - 1}: 46515`,
    );
  problems.throwIfAny();
  const { firstYear, lastYear } = span as PlanSpan;
  const frame = told as Question;
  return {
    frame,
    fiscalYearStart: frame.position.startMonth,
    firstYear,
    lastYear,
    statements,
    targets,
    reading: input.reading ?? "geometric",
    hasReport,
  };
}

/** The part of a question that is the report of its running year. */
const reportOf = (input: Input): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(input).filter(([field, value]) => !Object.hasOwn(planShape, field) && value !== undefined),
  );

/** The report read as its own question, its problems told together with the others. */
function readPart(
  problems: ProblemList,
  report: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): Question | undefined {
  try {
    return readQuestion(report, surroundings);
  } catch (error) {
    if (!(error instanceof InvalidQuestion)) throw error;
    for (const { path, message, hint } of error.problems)
      if (problems.all.every((known) => known.path !== path)) problems.add(path, message, hint);
    return undefined;
  }
}

/** The report is of the one year of the plan that comes after all known ones. */
function checkReport(
  problems: ProblemList,
  { position }: Question,
  { firstYear, lastYear }: PlanSpan,
  statements: PlanQuestion["statements"],
): void {
  const { year } = position;
  if (year < firstYear || year > lastYear) {
    problems.add(
      "through",
      `the report through ${throughLabel(position)} is of ${year}, which is not a year of the plan ${firstYear}-${lastYear}`,
      year === firstYear - 1
        ? `give what ${year} is expected to come to as base=${year}: 46515`
        : "report a year of the plan, or leave the report out",
    );
    return;
  }
  const told = `the report through ${throughLabel(position)}`;
  const isOver = position.elapsed === position.periodsPerYear;
  for (const { fiscalYear, path } of statements)
    if (fiscalYear >= year)
      problems.add(
        path,
        isOver && fiscalYear === year
          ? `${fiscalYear} is told by ${told} as well`
          : `${fiscalYear} is told as a full year, while ${told} says that ${fiscalYear === year ? "it" : year} is still running`,
        "leave out one of them",
      );
}
