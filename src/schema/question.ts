import type { z } from "zod";
import { type FiscalPosition, fiscalPosition, throughLabel } from "../engine/calendar/period.ts";
import type { Figure } from "../engine/figure/figure.ts";
import { plainNumber } from "../engine/figure/plain-number.ts";
import type { HistoryAsk } from "../engine/history/history.ts";
import { indicatorClassOf, usualAggregation } from "../engine/indicator-class.ts";
import type { Question, ReportAsk, TargetAsk } from "../engine/question.ts";
import { knownHistory, positionOfHistory } from "../engine/report/history-figures.ts";
import { MAX_HORIZON, QuestionInput, questionShape, type ReportInput, type TargetInput } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { isSet, readHistory, seriesName } from "./history.ts";
import { ProblemList } from "./problems.ts";
import { ALIASES } from "./query.ts";
import { readScenarios } from "./scenario.ts";
import { validate } from "./validate.ts";

/** The central half, four in five and nineteen in twenty: what fan charts show. */
const DEFAULT_LEVELS: readonly number[] = [0.5, 0.8, 0.95];

const FIELDS = [...Object.keys(questionShape), ...Object.keys(ALIASES)];

/** What reading a question needs to know of the world. */
export interface Surroundings {
  readonly isVietnamese: (geography: string) => boolean;
}

/**
 * A raw question, from a body or a query, as the engine's question: texts become figures in one unit, periods
 * become positions in a fiscal year.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readQuestion(raw: Readonly<Record<string, unknown>>, surroundings: Surroundings): Question {
  const problems = new ProblemList();
  if (raw.through === undefined && raw.history === undefined)
    problems.add("through", "through is required", THROUGH_HINT);
  const input = validate(QuestionInput, raw, FIELDS, problems);
  const fiscalYearStart = integer(problems, input.fiscalYearStart, "fiscalYearStart", MONTH) ?? 1;
  const year = integer(problems, input.year, "year", YEAR);
  const { through } = input;
  const stated =
    through === undefined
      ? undefined
      : problems.attempt(() =>
          fiscalPosition({ through, fiscalYearStart, ...(year !== undefined && { year }) }),
        );
  const indicator = input.indicator ?? seriesName(input.history);
  const aggregation = input.aggregation ?? usualAggregation(indicator ?? "");
  const figures = new FigureReader(problems, {
    input: { ...input, indicator },
    unit: input.unit,
    amountsMayBeNegative: aggregation !== "sum",
  });
  const reported = {
    ytd: figures.amount(input.ytd, "ytd"),
    shareOfTarget: figures.share(input.shareOfTarget, "shareOfTarget"),
    growth: figures.growth(input.growth, "growth"),
    priorYtd: figures.base(input.priorYtd, "priorYtd"),
    priorFullYear: figures.base(input.priorFullYear, "priorFullYear"),
  };
  const targets = readTargets(problems, figures, input.target, isPercent(input.ytd) || isPercent(input.unit));
  const reports = (input.reports ?? []).flatMap(
    (report, index) => readReport(problems, figures, report, `reports.${index}`, fiscalYearStart) ?? [],
  );
  const scenarios = readScenarios(problems, figures, input.scenarios ?? []);
  const levels = readLevels(problems, input.levels);
  if (input.asOf !== undefined) checkDate(problems, input.asOf, "asOf");
  const history = readHistory(problems, figures, input, {
    startMonth: fiscalYearStart,
    aggregation,
    position: stated,
  });
  const horizon = integer(problems, input.horizon, "horizon", HORIZON);
  const backtest = isSet(input.backtest);
  if (raw.history === undefined) checkNeedsHistory(problems, input, reports.length > 0);
  const position =
    raw.through === undefined
      ? positionBy(problems, history, { startMonth: fiscalYearStart, asOf: input.asOf })
      : stated;
  if (history && position) checkKnown(problems, history, position, input.asOf);
  if (aggregation === "sum") checkBareTargets(problems, targets, reported.ytd);
  problems.throwIfAny();
  const unit = figures.unit;
  const named = indicator === undefined ? "general" : indicatorClassOf(indicator);
  const inVietnam =
    input.geography === undefined ? named !== "general" : surroundings.isVietnamese(input.geography);
  const indicatorClass = input.indicatorClass ?? (inVietnam ? named : "general");
  return {
    ...(indicator !== undefined && { indicator }),
    ...(input.geography !== undefined && { geography: input.geography }),
    ...(unit !== undefined && { unit }),
    ...(Object.keys(figures.measure).length > 0 && { measure: figures.measure }),
    aggregation,
    position: position as FiscalPosition,
    indicatorClass,
    observesTet: input.tet === undefined ? inVietnam : isSet(input.tet),
    figures: present(reported),
    targets,
    reports,
    ...(history && { history }),
    scenarios,
    levels,
    ...(horizon !== undefined && { horizon }),
    ...(backtest && { backtest }),
    ...(input.restated !== undefined && { restated: input.restated }),
    ...(input.asOf !== undefined && { asOf: input.asOf }),
  };
}

const THROUGH_HINT = 'write "2024-04" for April 2024 or "2024-Q2" for a quarter';

/** Fields that say something about the history. */
const OF_HISTORY = ["historyStart", "cumulative", "horizon", "backtest"] as const;
/** Reports at many months of past years make a history too. */
const ALSO_OF_REPORTS: readonly (typeof OF_HISTORY)[number][] = ["horizon", "backtest"];

/** Notes every field that says something about a history where there is none. */
export function checkNeedsHistory(
  problems: ProblemList,
  input: Partial<QuestionInput>,
  hasReports = false,
): void {
  for (const field of OF_HISTORY)
    if (input[field] !== undefined && !(hasReports && ALSO_OF_REPORTS.includes(field)))
      problems.add(field, `${field} is about the history, which is not given`, HISTORY_HINT);
}

const HISTORY_HINT = 'give history="2018-01: 71.2 69.5 84"';

/** Where the year stands when it is not told: at the last value of the history that was known. */
function positionBy(
  problems: ProblemList,
  history: HistoryAsk | undefined,
  ask: { readonly startMonth: number; readonly asOf: string | undefined },
): FiscalPosition | undefined {
  const position = history && positionOfHistory(history, ask);
  if (history && !position)
    problems.add("asOf", `no period of the history had ended by ${ask.asOf}`, "give a later date");
  return position;
}

/** A history of which nothing was known by the period that is asked about is another question's. */
function checkKnown(
  problems: ProblemList,
  history: HistoryAsk,
  position: FiscalPosition,
  asOf: string | undefined,
): void {
  if (knownHistory({ history, position, ...(asOf !== undefined && { asOf }) })) return;
  problems.add(
    "history",
    `no value of the history was known by ${throughLabel(position)}${asOf === undefined ? "" : ` and ${asOf}`}`,
    "give earlier values, or leave out through",
  );
}

/** The entries of a record that have a value. */
function present<K extends string, V>(record: Record<K, V | undefined>): Partial<Record<K, V>> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<
    Record<K, V>
  >;
}

const isPercent = (text: unknown): boolean => typeof text === "string" && text.includes("%");

/**
 * Targets as levels or growths. One with a percent sign is growth on last year, unless what it is a target of is
 * itself told in percent ("43.2%" of clusters with "50%" as the target).
 */
function readTargets(
  problems: ProblemList,
  figures: FigureReader,
  input: z.infer<typeof TargetInput> | readonly z.infer<typeof TargetInput>[] | undefined,
  inPercent: boolean,
): readonly TargetAsk[] {
  if (input === undefined) return [];
  const list = Array.isArray(input) ? input : [input];
  const names = new Set<string>();
  return list.flatMap((target: z.infer<typeof TargetInput>, index): readonly TargetAsk[] => {
    const path = list.length === 1 ? "target" : `target.${index}`;
    const ask = typeof target === "object" ? target : { value: target };
    const name = ask.name || (index === 0 ? "target" : `target ${index + 1}`);
    if (names.has(name))
      problems.add(path, `two targets are called "${name}"`, "give each target its own name");
    names.add(name);
    const isGrowth = !inPercent && isPercent(ask.value) && ask.growth === undefined;
    const value = isGrowth ? undefined : ask.value;
    const growth = isGrowth ? ask.value : ask.growth;
    if (value === undefined && growth === undefined) {
      problems.add(path, "the target has neither a value nor a growth", 'write 920 or { "growth": 0.08 }');
      return [];
    }
    const level = figures.target(value, path);
    const read = figures.growth(growth, path, "targetGrowth");
    return [{ name, ...(level && { level }), ...(read && { growth: read }) }];
  });
}

/** A bare target below one beside a larger amount is a growth that lost its name; one with a unit is an amount. */
function checkBareTargets(
  problems: ProblemList,
  targets: readonly TargetAsk[],
  ytd: Figure | undefined,
): void {
  for (const { name, level } of targets)
    if (ytd && level && !level.unit && level.value < 1 && ytd.value > 10) {
      const percent = plainNumber(level.value * 100, 12);
      problems.add(
        "target",
        `the target "${name}" is ${level.value}, far below the year-to-date figure`,
        `for growth on last year write { "growth": ${level.value} } or "${percent}%"; for an amount name its unit`,
      );
    }
}

function readReport(
  problems: ProblemList,
  figures: FigureReader,
  report: z.infer<typeof ReportInput>,
  path: string,
  fiscalYearStart: number,
): ReportAsk | undefined {
  const year = integer(problems, report.year, `${path}.year`, YEAR);
  const position = problems.attempt(() =>
    fiscalPosition({
      through: report.through,
      fiscalYearStart,
      ...(year !== undefined && { year }),
      path: `${path}.through`,
    }),
  );
  if (report.asOf !== undefined) checkDate(problems, report.asOf, `${path}.asOf`);
  const figure: Partial<Record<"ytd" | "shareOfTarget" | "growth" | "target", Figure>> = present({
    ytd: figures.amount(report.ytd, `${path}.ytd`),
    shareOfTarget: figures.share(report.shareOfTarget, `${path}.shareOfTarget`),
    growth: figures.growth(report.growth, `${path}.growth`),
    target: figures.target(report.target, `${path}.target`),
  });
  if (Object.keys(figure).length === 0)
    problems.add(path, "the report holds no figure", "give it at least ytd");
  return position && { position, ...figure, ...(report.asOf !== undefined && { asOf: report.asOf }) };
}

function readLevels(
  problems: ProblemList,
  levels: readonly (number | string)[] | undefined,
): readonly number[] {
  if (levels === undefined) return DEFAULT_LEVELS;
  const read = levels.map((level, index) => {
    const percent = typeof level === "string" && level.trim().endsWith("%");
    const value = percent ? Number(level.trim().slice(0, -1)) / 100 : Number(level);
    if (!(value > 0 && value < 1))
      problems.add(
        levels.length === 1 ? "levels" : `levels.${index}`,
        `${level} is not a level between 0 and 1`,
        'a level is a fraction or a percentage: write 0.8 or "80%", not 80',
      );
    return value;
  });
  return [...new Set(read)].sort((a, b) => a - b);
}

export const YEAR = { low: 1900, high: 2200, example: 2024 } as const;
const MONTH = { low: 1, high: 12, example: 4 } as const;
const HORIZON = { low: 1, high: MAX_HORIZON, example: 12 } as const;

export function integer(
  problems: ProblemList,
  input: number | string | undefined,
  path: string,
  { low, high, example }: { readonly low: number; readonly high: number; readonly example: number },
): number | undefined {
  if (input === undefined) return undefined;
  const value = typeof input === "string" && input.trim() === "" ? Number.NaN : Number(input);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  problems.add(path, `${path} must be a whole number from ${low} to ${high}`, `write ${example}`);
  return undefined;
}

export function checkDate(problems: ProblemList, text: string, path: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    problems.add(path, `"${text}" is not a date`, 'write "2024-05-10"');
}
