import { EngineError } from "../engine-error.ts";
import type { Figure } from "../figure/figure.ts";
import {
  type Interval,
  intervalIntersection,
  intervalProduct,
  intervalQuotient,
} from "../figure/interval.ts";
import type { PlanNote } from "./plan-note.ts";
import type { YearStatement } from "./plan-question.ts";

/** One state of a year's level, as it was told at one time. */
export interface LevelVintage {
  readonly value: number;
  readonly asOf?: string;
}

/** A full year whose level is known. */
export interface YearLevel {
  readonly fiscalYear: number;
  readonly value: number;
  readonly origin: "reported" | "derived";
  /** The level as a figure of a report, with the interval that its digits allow. */
  readonly figure: Figure;
  /** Growth on the year before: as told where that is on another base than the level before, else that of the levels. */
  readonly growth?: number;
  /** Everything that was told of the level, oldest first, where it was told more than once. */
  readonly vintages?: readonly LevelVintage[];
}

/**
 * The level of every year that the statements tell, by year: the latest vintage of each, an undated one being the
 * oldest. A growth alone makes a level of the one before; level and growth together make the one before where
 * nothing else tells it.
 * @throws EngineError notEnoughKnown for a growth that no level stands beside
 */
export function yearLevels(statements: readonly YearStatement[]): {
  readonly levels: ReadonlyMap<number, YearLevel>;
  readonly notes: readonly PlanNote[];
} {
  const byYear = new Map<number, readonly YearStatement[]>();
  for (const statement of [...statements].sort(byVintage))
    byYear.set(statement.fiscalYear, [...(byYear.get(statement.fiscalYear) ?? []), statement]);
  const figures = levelFigures(byYear);
  const levels = new Map<number, YearLevel>();
  const notes: PlanNote[] = [];
  for (const [fiscalYear, { figure, origin }] of [...figures].sort(([a], [b]) => a - b)) {
    const told = byYear.get(fiscalYear) ?? [];
    const before = figures.get(fiscalYear - 1)?.figure;
    const stated = told.findLast(({ growth }) => growth)?.growth;
    const isOfOtherBase =
      stated !== undefined &&
      before !== undefined &&
      origin === "reported" &&
      !intervalIntersection(intervalQuotient(figure, onePlus(stated)), before);
    // A told growth compares two figures of one time; the ratio of levels of two times holds a revision too.
    const growth = before && !isOfOtherBase ? figure.value / before.value - 1 : stated?.value;
    const vintages = told.flatMap((statement): readonly LevelVintage[] => {
      const value = figureOf(statement, before)?.value;
      return value === undefined
        ? []
        : [{ value, ...(statement.asOf !== undefined && { asOf: statement.asOf }) }];
    });
    levels.set(fiscalYear, {
      fiscalYear,
      value: figure.value,
      origin,
      figure,
      ...(growth !== undefined && { growth }),
      ...(vintages.length > 1 && { vintages }),
    });
    const [first] = vintages;
    if (first && vintages.length > 1 && first.value !== figure.value)
      notes.push({ code: "levelRevised", values: { fiscalYear, before: first.value, after: figure.value } });
    if (isOfOtherBase)
      notes.push({
        code: "growthImpliesOtherBase",
        values: {
          fiscalYear,
          growth: stated.value,
          implied: figure.value / (1 + stated.value),
          previous: before.value,
        },
      });
  }
  return { levels, notes };
}

const byVintage = (a: YearStatement, b: YearStatement): number =>
  (a.asOf ?? "") < (b.asOf ?? "") ? -1 : (a.asOf ?? "") > (b.asOf ?? "") ? 1 : 0;

interface LevelFigure {
  readonly figure: Figure;
  readonly origin: YearLevel["origin"];
}

function levelFigures(byYear: ReadonlyMap<number, readonly YearStatement[]>): Map<number, LevelFigure> {
  const figures = new Map<number, LevelFigure>();
  const years = [...byYear.keys()].sort((a, b) => a - b);
  for (const year of years) {
    const told = byYear.get(year) ?? [];
    const before = figures.get(year - 1)?.figure;
    const latest = told.findLast((statement) => figureOf(statement, before));
    const figure = latest && figureOf(latest, before);
    if (figure) figures.set(year, { figure, origin: latest.level ? "reported" : "derived" });
  }
  for (const year of years.toReversed()) {
    const figure = figures.get(year)?.figure;
    const growth = (byYear.get(year) ?? []).findLast((statement) => statement.growth)?.growth;
    if (figure && growth && !figures.has(year - 1))
      figures.set(year - 1, {
        figure: derived(figure, figure.value / (1 + growth.value), intervalQuotient(figure, onePlus(growth))),
        origin: "derived",
      });
  }
  for (const year of years)
    if (!figures.has(year))
      throw new EngineError(
        "notEnoughKnown",
        byYear.get(year)?.[0]?.path ?? "actuals",
        `the growth of ${year} makes no level, since that of ${year - 1} is not known`,
        `give the level of ${year} or of ${year - 1}`,
      );
  return figures;
}

/** The level that a statement makes: its own, or what its growth makes of the year before. */
function figureOf({ level, growth }: YearStatement, before: Figure | undefined): Figure | undefined {
  if (level || !growth || !before) return level;
  return derived(before, before.value * (1 + growth.value), intervalProduct(before, onePlus(growth)));
}

const onePlus = ({ lower, upper }: Interval): Interval => ({ lower: 1 + lower, upper: 1 + upper });

/** A level that was worked out: an interval that no weaker reading of its digits can widen. */
function derived(source: Figure, value: number, { lower, upper }: Interval): Figure {
  const { digits } = source;
  return {
    ...source,
    value,
    lower,
    upper,
    qualifier: "about",
    exact: false,
    digits: { ...digits, coarseExponent: digits.unitExponent },
  };
}
