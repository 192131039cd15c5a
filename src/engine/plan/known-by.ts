import { fiscalPosition, lastDayOf } from "../calendar/period.ts";
import type { PlanQuestion, PlanTargetAsk, YearStatement } from "./plan-question.ts";

/** What a question tells that was known by its `asOf`, and how much was not. */
export interface KnownPlan {
  readonly statements: readonly YearStatement[];
  readonly targets: readonly PlanTargetAsk[];
  readonly leftOut: number;
}

/**
 * The statements and targets that were known by the question's `asOf`: published by then or, undated, of years that had
 * ended by then. Everything without an `asOf`.
 */
export function knownBy({ frame, fiscalYearStart, statements, targets }: PlanQuestion): KnownPlan {
  const { asOf } = frame;
  if (asOf === undefined) return { statements, targets, leftOut: 0 };
  const endOf = (year: number): string => lastDayOf(fiscalPosition({ through: 12, year, fiscalYearStart }));
  const known = {
    statements: statements.filter((statement) => (statement.asOf ?? endOf(statement.fiscalYear)) <= asOf),
    targets: targets.filter(({ from }) => inForceSince(from, fiscalYearStart) <= asOf),
  };
  const leftOut = statements.length - known.statements.length + targets.length - known.targets.length;
  return { ...known, leftOut };
}

/**
 * The day since which a target is in force, ISO: of a fiscal year its first day; of one that was always so the empty text.
 * @example inForceSince("2023", 4) // => "2023-04-01"
 */
export function inForceSince(from: string | undefined, fiscalYearStart: number): string {
  if (from === undefined) return "";
  return from.length === 4 ? `${from}-${String(fiscalYearStart).padStart(2, "0")}-01` : from;
}

/**
 * The latest targets in force first, earlier versions after them; those of one day in the order told.
 */
export function latestFirst(
  targets: readonly PlanTargetAsk[],
  fiscalYearStart: number,
): readonly { readonly ask: PlanTargetAsk; readonly inForce: boolean }[] {
  const since = ({ from }: PlanTargetAsk): string => inForceSince(from, fiscalYearStart);
  const sorted = [...targets].sort((a, b) => (since(a) < since(b) ? 1 : since(a) > since(b) ? -1 : 0));
  const latest = sorted[0] && since(sorted[0]);
  return sorted.map((ask) => ({ ask, inForce: since(ask) === latest }));
}
