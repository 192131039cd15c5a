import type { DraftedFigure } from "./drafted-figure.ts";
import type { ExtractedFigure } from "./extraction.ts";

/** How far two values of one figure may be apart that one sentence rounds and another does not. */
const ROUNDED_APART = 0.02;
/** How far the growth of one figure may be apart that two sentences round. */
const GROWTH_APART = 0.011;
/** How many figures of one place and indicator a new one is compared with. */
const MOST_COMPARED = 40;

/**
 * One figure for each that is told twice, with what each sentence adds: "exports exceeded 5 billion USD" in the first
 * paragraph and "exports were 5.04 billion USD, up 8%" in the third.
 */
export function mergedFigures(all: readonly DraftedFigure[]): readonly DraftedFigure[] {
  const kept: DraftedFigure[] = [];
  const byKey = new Map<string, DraftedFigure[]>();
  for (const next of all) {
    const key = `${next.figure.indicator}|${next.figure.geography ?? ""}`;
    const known = byKey.get(key) ?? [];
    byKey.set(key, known);
    const same = known.slice(-MOST_COMPARED).find((one) => isSame(one.figure, next.figure));
    if (same) same.figure = union(same.figure, next.figure);
    else {
      kept.push(next);
      known.push(next);
    }
  }
  return kept;
}

function isSame(a: ExtractedFigure, b: ExtractedFigure): boolean {
  const isSamePeriod =
    a.period.year === b.period.year &&
    a.period.fromMonth === b.period.fromMonth &&
    a.period.throughMonth === b.period.throughMonth;
  const isEitherCarried = isPeriodCarried(a) || isPeriodCarried(b);
  if (a.value === undefined || b.value === undefined || a.unit === "percent_yoy")
    return isSamePeriod || (isEitherCarried && isGrowthClose(a, b));
  if (isValueClose(a, b)) return isSamePeriod || isEitherCarried;
  // Of two values of one figure the one that was only thought to be of it goes.
  return isSamePeriod && isCarried(b) && !isCarried(a);
}

const isPeriodCarried = ({ doubts }: ExtractedFigure): boolean =>
  doubts.includes("periodCarried") || doubts.includes("periodAssumed");

const isCarried = (figure: ExtractedFigure): boolean =>
  isPeriodCarried(figure) || figure.doubts.includes("indicatorCarried");

const isGrowthClose = ({ growth: a }: ExtractedFigure, { growth: b }: ExtractedFigure): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) < GROWTH_APART;

const isValueClose = ({ value: a }: ExtractedFigure, { value: b }: ExtractedFigure): boolean =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= ROUNDED_APART * Math.abs(a);

const digitsOf = ({ written }: ExtractedFigure): number => written.value?.replace(/\D/g, "").length ?? 0;

/** What both tell, from the one that has a value, or has it with more digits. */
function union(a: ExtractedFigure, b: ExtractedFigure): ExtractedFigure {
  const isPreciser = isValueClose(a, b) && digitsOf(b) > digitsOf(a);
  const [main, other] = a.value === undefined || isPreciser ? [b, a] : [a, b];
  return { ...other, ...main, written: { ...other.written, ...main.written } };
}
