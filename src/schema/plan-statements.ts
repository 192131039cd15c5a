import type { z } from "zod";
import type { YearStatement } from "../engine/plan/plan-question.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { PlanQuestionInput } from "./plan-fields.ts";
import type { ProblemList } from "./problems.ts";
import { checkDate, integer, YEAR } from "./question.ts";

type Input = Partial<z.infer<typeof PlanQuestionInput>>;

/** First and last fiscal year of a plan. */
export interface PlanSpan {
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Longer spans are slips of a digit. */
const MOST_YEARS = 30;
const SPAN = /^\D*(\d{4})\s*(?:[-–—/]|to|đến)\s*(\d{4})\D*$/i;
const SPAN_HINT = 'write "2021-2025": five years of growth from the base of 2020';

/** The years of a plan. */
export function readSpan(problems: ProblemList, years: string): PlanSpan | undefined {
  const [, first, last] = SPAN.exec(years.normalize("NFC")) ?? [];
  if (first === undefined || last === undefined) {
    problems.add("years", `"${years}" does not name a first and a last year`, SPAN_HINT);
    return undefined;
  }
  const firstYear = integer(problems, first, "years", YEAR);
  const lastYear = integer(problems, last, "years", YEAR);
  if (firstYear === undefined || lastYear === undefined) return undefined;
  const count = lastYear - firstYear + 1;
  if (count < 1 || count > MOST_YEARS) {
    problems.add(
      "years",
      count < 1 ? `${years} ends before it begins` : `${years} are ${count} years`,
      `a plan has 1 to ${MOST_YEARS} years, such as "2021-2025"`,
    );
    return undefined;
  }
  return { firstYear, lastYear };
}

/** A statement as it was given, before its figures were read. */
type Given = NonNullable<Input["actuals"]>[number] & { readonly path: string };

/**
 * What the base and the actuals tell of full years. Undated entries of one year are one statement, so that its level
 * and its growth may be told apart; a second undated level is refused.
 */
export function readStatements(
  problems: ProblemList,
  figures: FigureReader,
  { base, actuals = [] }: Input,
  span: PlanSpan | undefined,
): readonly YearStatement[] {
  const given: readonly Given[] = [
    ...baseEntries(problems, base, span),
    ...actuals.map((actual, index) => ({ ...actual, path: `actuals.${index}` })),
  ];
  const statements = new Map<string, YearStatement>();
  for (const { year, value, growth, asOf, path } of given) {
    const fiscalYear = integer(problems, year, `${path}.year`, YEAR);
    if (asOf !== undefined) checkDate(problems, asOf, `${path}.asOf`);
    const level = figures.base(value, path.startsWith("base") ? path : `${path}.value`);
    const read = figures.growth(growth, `${path}.growth`);
    if (value === undefined && growth === undefined)
      problems.add(
        path,
        "the year has neither a level nor a growth",
        'write { "year": 2023, "value": 49496 }',
      );
    if (fiscalYear === undefined || (!level && !read)) continue;
    if (span && fiscalYear > span.lastYear)
      problems.add(path, `${fiscalYear} is after the plan's last year, ${span.lastYear}`, "leave it out");
    const vintage = `${fiscalYear}@${asOf ?? ""}`;
    const known = statements.get(vintage);
    if ((known?.level && level) || (known?.growth && read))
      problems.add(
        path,
        `${fiscalYear} is told twice${asOf === undefined ? " without a date" : ` as of ${asOf}`}`,
        `give the later vintage its date: "${fiscalYear}@2024-03-29: 49510", or asOf`,
      );
    statements.set(vintage, {
      fiscalYear,
      path,
      ...known,
      ...(level && { level }),
      ...(read && { growth: read }),
      ...(asOf !== undefined && { asOf }),
    });
  }
  return [...statements.values()];
}

function baseEntries(
  problems: ProblemList,
  base: Input["base"],
  span: PlanSpan | undefined,
): readonly Given[] {
  if (base === undefined) return [];
  const list = Array.isArray(base) ? base : [base];
  return list.flatMap((entry, index): readonly Given[] => {
    const path = list.length === 1 ? "base" : `base.${index}`;
    const { year, ...rest } = typeof entry === "object" ? entry : { year: undefined, value: entry };
    if (year === undefined) return span ? [{ ...rest, year: span.firstYear - 1, path }] : [];
    const baseYear = Number(year);
    if (span && Number.isInteger(baseYear) && baseYear !== span.firstYear - 1) {
      const { firstYear, lastYear } = span;
      problems.add(
        path,
        `the base of ${firstYear}-${lastYear} is ${firstYear - 1}, not ${baseYear}: the first of its ${lastYear - firstYear + 1} years already grows`,
        `give the level of ${firstYear - 1}, or write years=${baseYear + 1}-${baseYear + 1 + lastYear - firstYear}`,
      );
      return [];
    }
    return [{ ...rest, year, path }];
  });
}
