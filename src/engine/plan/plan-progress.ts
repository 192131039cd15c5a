import { EngineError } from "../engine-error.ts";
import { intervalIntersection } from "../figure/interval.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import { areaRemarks } from "../geography/changed-area.ts";
import type { Note } from "../note.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type CurrentYear, currentYear, withFullYears } from "./current-year.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanQuestion, YearStatement } from "./plan-question.ts";
import type { PlanProgress } from "./plan-target.ts";
import { type YearLevel, yearLevels } from "./year-levels.ts";

/** Everything that is known of a plan's years: full years, the running one, and how far they reach. */
export interface KnownYears {
  readonly progress: PlanProgress;
  readonly levels: ReadonlyMap<number, YearLevel>;
  readonly current?: CurrentYear;
  readonly notes: readonly (Note | PlanNote)[];
}

/**
 * The levels of all known years. The report of the running year adds last year where nothing else tells it, and the
 * year itself once it is complete.
 * @throws EngineError notEnoughKnown where the base is not known
 */
export function knownYears(
  question: PlanQuestion,
  statements: readonly YearStatement[],
  knowledge: Knowledge,
): KnownYears {
  const { firstYear, lastYear, frame, hasReport } = question;
  const told = yearLevels(statements);
  const levels = new Map(told.levels);
  const notes: (Note | PlanNote)[] = [...told.notes];
  const areas = areaNotes(hasReport ? frame : lastKnown(frame, levels), levels, knowledge);
  const current = hasReport ? currentYear(frame, told.levels, knowledge) : undefined;
  if (!current) notes.push(...areas);
  if (current) {
    addReported(levels, current);
    notes.push(...lastYearDiffers(told.levels, current), ...current.notes);
  }
  const base = levels.get(firstYear - 1);
  if (!base)
    throw new EngineError(
      "notEnoughKnown",
      "base",
      `the level of ${firstYear - 1}, from which the plan grows, is not known`,
      `write base=${firstYear - 1}: 46515`,
    );
  const inPlan = [...levels.keys()].filter((year) => year >= firstYear && year <= lastYear);
  const knownThrough = Math.max(firstYear - 1, ...inPlan);
  const running = current?.question.position.year ?? knownThrough + 1;
  const between = Array.from({ length: running - knownThrough - 1 }, (_, step) => knownThrough + 1 + step);
  if (between.length > 0) notes.push({ code: "yearsOverNotTold", values: { years: between } });
  const growths = new Map<number, number>();
  for (const year of inPlan) {
    const growth = levels.get(year)?.growth;
    if (growth !== undefined) growths.set(year, growth);
  }
  const latest = levels.get(knownThrough);
  return {
    progress: {
      firstYear,
      lastYear,
      baseLevel: base.value,
      knownThrough,
      level: latest?.value ?? base.value,
      growths,
      ...(latest?.growth !== undefined && { latestGrowth: latest.growth }),
    },
    levels,
    ...(current && { current }),
    notes,
  };
}

/** The frame of the last year that is known, complete. */
function lastKnown(frame: Question, levels: ReadonlyMap<number, YearLevel>): Question {
  const { position } = frame;
  return {
    ...frame,
    position: { ...position, year: Math.max(...levels.keys()), elapsed: position.periodsPerYear },
  };
}

/**
 * What to tell of a place whose area changed between the years of the plan.
 * @throws EngineError notEnoughKnown where levels of different areas would be compared
 */
function areaNotes(
  latest: Question,
  levels: ReadonlyMap<number, YearLevel>,
  { units }: Knowledge,
): readonly Note[] {
  if (levels.size === 0) return [];
  try {
    return areaRemarks(withFullYears(latest, levels), units);
  } catch (error) {
    if (!(error instanceof EngineError) || latest.reports.length > 0) throw error;
    throw new EngineError(
      error.code,
      "actuals",
      error.message.replace(/^reports reach/, "base and actuals reach"),
      error.hint,
    );
  }
}

/** Last year as the report tells it, and the running year itself once it is over. */
function addReported(levels: Map<number, YearLevel>, { question, reading, distribution }: CurrentYear): void {
  const { year } = question.position;
  const { ytd, priorFullYear } = reading.figures;
  for (const [fiscalYear, figure] of [
    [year - 1, priorFullYear],
    [year, distribution ? undefined : ytd],
  ] as const) {
    if (!figure || figure.origin === "estimated" || figure.value <= 0 || levels.has(fiscalYear)) continue;
    const before = levels.get(fiscalYear - 1)?.value;
    levels.set(fiscalYear, {
      fiscalYear,
      value: figure.value,
      origin: figure.origin,
      figure: parseFigure(figure.value, {
        role: "amount",
        path: fiscalYear === year ? "ytd" : "priorFullYear",
      }),
      ...(before !== undefined && { growth: figure.value / before - 1 }),
    });
  }
}

function lastYearDiffers(
  levels: ReadonlyMap<number, YearLevel>,
  { question }: CurrentYear,
): readonly PlanNote[] {
  const fiscalYear = question.position.year - 1;
  const reported = question.figures.priorFullYear;
  const known = levels.get(fiscalYear);
  if (!reported || !known || intervalIntersection(reported, known.figure)) return [];
  return [{ code: "lastYearDiffers", values: { fiscalYear, level: known.value, reported: reported.value } }];
}
