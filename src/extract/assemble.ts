import { yearOf } from "./dated-period.ts";
import type { Draft } from "./draft.ts";
import {
  type DraftedFigure,
  draftedFigure,
  fullName,
  isPartOfYear,
  type Surroundings,
} from "./drafted-figure.ts";
import type { ExtractedFigure } from "./extraction.ts";
import { mergedFigures } from "./merged-figures.ts";
import { nestedParts } from "./nested-parts.ts";
import { attachTargets } from "./targets.ts";

/** From what each sentence told to the figures of the text: told once, with their targets and their parts. */
export function assemble(drafts: readonly Draft[], around: Surroundings): readonly ExtractedFigure[] {
  const reported = withSubjects(drafts.filter((draft) => !draft.isOther));
  const values = reported
    .filter(({ purpose }) => purpose === "value")
    .map((draft) => draftedFigure(draft, around));
  const firstYears = firstYearsOf(values);
  const ahead = reported.filter(({ purpose }) => purpose !== "value");
  const reports = new Set(ahead.filter((draft) => isReport(draft, firstYears, around)));
  const expected = [...reports].map((draft) => draftedFigure(draft, around, true));
  const figures = mergedFigures([...values, ...expected].filter(isTold));
  const targets = ahead.filter((draft) => !reports.has(draft) && !isPartOfYear(draft));
  attachTargets(figures, targets, around);
  return nestedParts(figures);
}

/** How far ahead the figure may be that a target at the beginning of a text is of. */
const FARTHEST_AHEAD = 40;

/** A target that was told before anything else is of the first figure in its currency. */
const withSubjects = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.flatMap((draft, index) => {
    if (draft.indicator !== "") return [draft];
    const next = drafts
      .slice(index + 1, index + FARTHEST_AHEAD)
      .find(({ indicator, amount }) => indicator !== "" && amount?.unit === draft.amount?.unit);
    return next ? [{ ...draft, indicator: next.indicator }] : [];
  });

/** What mostly frames its parts: a figure where the text says more of it than its value. */
const FRAMES = new Set(["trade_turnover", "state_budget_expenditure", "tourism_revenue"]);

function isTold({ figure }: DraftedFigure): boolean {
  const { indicator, value, growth, shareOfTarget } = figure;
  if (FRAMES.has(indicator)) return value !== undefined && (growth ?? shareOfTarget) !== undefined;
  return (value ?? growth) !== undefined;
}

/** The first year that a value is told of, by indicator and place; a value without a year is of any. */
type FirstYears = ReadonlyMap<string, number>;

const ANYWHERE = "*";

function firstYearsOf(values: readonly DraftedFigure[]): FirstYears {
  const years = new Map<string, number>();
  for (const { figure } of values)
    for (const place of [figure.geography ?? "", ANYWHERE]) {
      const key = `${figure.indicator}|${place}`;
      const year = figure.period.year ?? Number.NEGATIVE_INFINITY;
      years.set(key, Math.min(years.get(key) ?? year, year));
    }
  return years;
}

/**
 * A figure that is wished for or expected is a report where it is of a part of the year and measured against the
 * year's plan, or where nothing else is known of the year.
 */
function isReport(draft: Draft, firstYears: FirstYears, around: Surroundings): boolean {
  const { period, amount, share, growth, purpose, place } = draft;
  if (period?.isRest || period?.throughYear !== undefined) return false;
  if (isPartOfYear(draft))
    return (
      period?.fromMonth === 1 &&
      (share !== undefined || (purpose === "expected" && growth !== undefined && amount !== undefined))
    );
  if (purpose === "target" || !amount) return false;
  const year = yearOf(period, around) ?? 0;
  return (place ? [place, ""] : [ANYWHERE]).every(
    (where) => (firstYears.get(`${fullName(draft)}|${where}`) ?? Number.POSITIVE_INFINITY) > year,
  );
}
