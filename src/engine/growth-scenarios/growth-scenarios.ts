import type { PriceBasis } from "../figure/measure.ts";
import { foldText } from "../indicator-class.ts";
import { type CarryOver, carryOver } from "./carry-over.ts";
import {
  type ComponentAsk,
  type ComponentGrowth,
  type ComponentGrowths,
  componentGrowths,
} from "./component-growths.ts";
import type { GrowthScenariosNote } from "./growth-scenarios-note.ts";
import {
  type GrowthOrigin,
  type GrowthShape,
  originOf,
  type QuarterGrowths,
  solveQuarterGrowths,
} from "./quarter-growths.ts";
import {
  QUARTER_SPANS,
  type Quarters,
  type SpanName,
  spanBetween,
  spanGrowth,
  sumOver,
  TABLE_SPANS,
} from "./quarter-span.ts";
import { isSettled, type StatedGrowth } from "./stated-growth.ts";

/** What a scenario, or an earlier version of one, says: its lower ends, and its upper ends where it has ranges. */
export interface GrowthAssumptions {
  readonly stated: readonly StatedGrowth[];
  readonly upper?: readonly StatedGrowth[];
  /** What it says of each component, in the order of the components. */
  readonly components: readonly (readonly StatedGrowth[])[];
  readonly path: string;
}

export type ShapeKind = GrowthShape["kind"];

export interface GrowthScenarioAsk extends GrowthAssumptions {
  readonly name: string;
  /** Whether its year growth is one to reach or exceed. */
  readonly isAtLeast: boolean;
  readonly shape: ShapeKind;
  /** By how much growth rises from a quarter to the next, for the shape that rises; a fraction. */
  readonly step: number;
  readonly conditions: readonly string[];
  readonly owner?: string;
  readonly previous?: GrowthAssumptions & { readonly name: string };
}

/** Labels and bases of a question, as they were told. */
export interface GrowthScenariosQuestion {
  readonly indicator?: string;
  readonly geography?: string;
  readonly unit?: string;
  readonly priceBasis?: PriceBasis;
  readonly year: number;
  readonly seasonallyAdjusted: boolean;
}

export interface GrowthScenariosAsk {
  readonly question: GrowthScenariosQuestion;
  /** Last year at constant prices, above zero; levels, or shares on any scale. */
  readonly lastYear: Quarters;
  readonly areLevels: boolean;
  /** What shares added up to before they were scaled, where they were told so. */
  readonly sharesSum?: number;
  readonly known: readonly StatedGrowth[];
  readonly scenarios: readonly GrowthScenarioAsk[];
  readonly components: readonly ComponentAsk[];
  /** The span that components are told for, where they have one number for it. */
  readonly componentPeriod?: SpanName;
  /** Seasonally adjusted levels, quarters or months, where the carry-over is asked for. */
  readonly carryOver?: { readonly lastYear: readonly number[]; readonly thisYear: readonly number[] };
  /** Months of this year after its last complete quarter. */
  readonly monthsNotUsed: number;
}

/** One column of a scenario's table. */
export interface GrowthColumn {
  readonly span: SpanName;
  readonly growth: number;
  /** The growth as it was told, where finer figures make another one within its digits. */
  readonly stated?: number;
  readonly origin: GrowthOrigin;
  /** Points of the year's growth that come from the span, a fraction. */
  readonly contribution: number;
  /** The span's level this year, where last year's is known. */
  readonly level?: number;
  /** Points of growth above the scenario before, and above the previous version of this one; fractions. */
  readonly pointsOnScenarioBefore?: number;
  readonly pointsOnPrevious?: number;
}

/** What the rest of the year must bring after what is known. */
export interface RestOfYear {
  readonly span: SpanName;
  readonly growth: number;
  /** Points above the known growth so far, a fraction. */
  readonly accelerationPoints: number;
}

/** One end of a scenario. */
export interface GrowthPath {
  readonly yearGrowth: number;
  readonly columns: readonly GrowthColumn[];
  readonly rest?: RestOfYear;
}

/** A row of the component table, with how it differs from the previous version. */
export type ComponentRow = ComponentGrowth & { readonly pointsOnPrevious?: number };

export interface GrowthScenario extends GrowthPath {
  readonly name: string;
  /** One number, a range whose other end is in `upper`, or a lower end. */
  readonly ends: "exact" | "range" | "atLeast";
  readonly shape: ShapeKind;
  readonly step?: number;
  readonly conditions?: readonly string[];
  readonly owner?: string;
  readonly upper?: GrowthPath & { readonly components?: readonly ComponentRow[] };
  readonly previous?: {
    readonly name: string;
    readonly yearGrowth: number;
    /** The upper end of its year, where it has ranges. */
    readonly upperYearGrowth?: number;
    readonly columns: readonly GrowthColumn[];
  };
  readonly components?: readonly ComponentRow[];
  readonly componentsDifference?: ComponentGrowths["difference"];
  /** The growth that the year must still bring, points above the carry-over; and what it hands on to next year. */
  readonly carryOver?: { readonly growthNeeded: number; readonly nextYear: number };
}

export interface GrowthScenariosAnswer {
  readonly question: GrowthScenariosQuestion;
  readonly weights: readonly { readonly span: SpanName; readonly share: number; readonly level?: number }[];
  readonly known: readonly { readonly span: SpanName; readonly growth: number }[];
  readonly scenarios: readonly GrowthScenario[];
  readonly carryOver?: {
    readonly period: "quarter" | "month";
    readonly atStart: number;
    readonly latest: CarryOver;
  };
  readonly notes: readonly GrowthScenariosNote[];
}

/** A difference in growth that nobody prints: half of a tenth of a point. */
const PRINTED_POINT = 0.0005;
/** Two growths closer than this are the same. */
const SAME_GROWTH = 1e-9;

/**
 * Growth scenarios by quarter as planning offices make them: the year's growth is the mean of the quarters' weighted
 * with last year's quarters at constant prices; what a scenario leaves open is solved for.
 *
 * @throws EngineError invalidQuestion for figures that contradict each other; notEnoughKnown where the year does not
 *   follow
 */
export function growthScenarios(ask: GrowthScenariosAsk): GrowthScenariosAnswer {
  const { question, lastYear, areLevels, known } = ask;
  const notes: GrowthScenariosNote[] = [...generalNotes(ask)];
  const scenarios: GrowthScenario[] = [];
  for (const scenario of ask.scenarios)
    scenarios.push(solvedScenario(ask, scenario, scenarios.at(-1), notes));
  return {
    question,
    weights: TABLE_SPANS.map((span) => ({
      span,
      share: sumOver(lastYear, span) / sumOver(lastYear, "year"),
      ...(areLevels && { level: sumOver(lastYear, span) }),
    })),
    known: known.map(({ span, growth }) => ({ span, growth })),
    scenarios,
    ...(ask.carryOver && {
      carryOver: {
        period: ask.carryOver.lastYear.length === 12 ? "month" : "quarter",
        atStart: carryOver(ask.carryOver.lastYear, []).growth,
        latest: carryOver(ask.carryOver.lastYear, ask.carryOver.thisYear),
      },
    }),
    notes,
  };
}

function generalNotes({
  question,
  sharesSum,
  monthsNotUsed,
}: GrowthScenariosAsk): readonly GrowthScenariosNote[] {
  const { priceBasis } = question;
  return [
    ...(priceBasis === "current" ? [{ code: "nominalGrowth" as const, values: { priceBasis } }] : []),
    ...(priceBasis === undefined ? [{ code: "priceBasisNotTold" as const, values: {} }] : []),
    ...(sharesSum === undefined ? [] : [{ code: "sharesScaled" as const, values: { sum: sharesSum } }]),
    ...(monthsNotUsed > 0 ? [{ code: "monthsNotUsed" as const, values: { months: monthsNotUsed } }] : []),
  ];
}

function solvedScenario(
  ask: GrowthScenariosAsk,
  scenario: GrowthScenarioAsk,
  before: GrowthScenario | undefined,
  notes: GrowthScenariosNote[],
): GrowthScenario {
  const { name, conditions, owner, shape, step, isAtLeast } = scenario;
  const { previous, growths, path } = solvedEnd(ask, scenario, { end: "stated", before });
  const upper = scenario.upper && solvedEnd(ask, scenario, { end: "upper", before: before?.upper ?? before });
  const version = scenario.previous;
  const previousUpper = version?.upper && previousVersion(ask, version, "upper").path.yearGrowth;
  const parts = componentsOf(ask, scenario, growths);
  const upperParts = upper && componentsOf(ask, scenario, upper.growths);
  const earlier = version && previous && componentsOf(ask, version, previous.growths);
  notes.push(...scenarioNotes(scenario, path, parts));
  return {
    name,
    ends: upper ? "range" : isAtLeast ? "atLeast" : "exact",
    shape,
    ...(shape === "rising" && { step }),
    ...(conditions.length > 0 && { conditions }),
    ...(owner !== undefined && { owner }),
    ...path,
    ...(upper && {
      upper: { ...upper.path, ...(upperParts && { components: upperParts.components }) },
    }),
    ...(version &&
      previous && {
        previous: {
          name: version.name,
          yearGrowth: previous.path.yearGrowth,
          ...(previousUpper !== undefined && { upperYearGrowth: previousUpper }),
          columns: previous.path.columns,
        },
      }),
    ...(parts && { components: parts.components.map((row) => comparedRow(row, earlier?.components)) }),
    ...(parts && parts.difference.length > 0 && { componentsDifference: parts.difference }),
    ...(ask.carryOver && { carryOver: scenarioCarryOver(ask, ask.carryOver, growths) }),
  };
}

type End = "stated" | "upper";

/** One end of a scenario, compared with the same end of the scenario before and of its own previous version. */
function solvedEnd(
  ask: GrowthScenariosAsk,
  scenario: GrowthScenarioAsk,
  { end, before }: { readonly end: End; readonly before: GrowthPath | undefined },
) {
  const previous = scenario.previous && previousVersion(ask, scenario.previous, end);
  const solved = solveQuarterGrowths({
    weights: ask.lastYear,
    stated: [...ask.known, ...(scenario[end] ?? scenario.stated)],
    shape: shapeOf(scenario, previous?.growths),
    path: scenario.path,
  });
  const path = pathOf(ask, solved, { before: before?.columns, previous: previous?.path.columns });
  return { previous, growths: solved.growths, path };
}

function shapeOf({ shape, step }: GrowthScenarioAsk, previous: Quarters | undefined): GrowthShape {
  if (shape === "rising") return { kind: "rising", step };
  return shape === "likePrevious" && previous ? { kind: "likePrevious", previous } : { kind: "equal" };
}

/** An earlier version with its own growths, what is known since only where it leaves a quarter open. */
function previousVersion(ask: GrowthScenariosAsk, version: GrowthAssumptions, end: End) {
  const own = version[end] ?? version.stated;
  const open: StatedGrowth[] = [];
  for (const known of ask.known) if (!isSettled([...own, ...open], known.span)) open.push(known);
  const solved = solveQuarterGrowths({
    weights: ask.lastYear,
    stated: [...own, ...open],
    shape: { kind: "equal" },
    path: version.path,
  });
  return { growths: solved.growths, path: pathOf(ask, solved, {}) };
}

function pathOf(
  { lastYear, areLevels, known }: GrowthScenariosAsk,
  solved: QuarterGrowths,
  others: {
    readonly before?: readonly GrowthColumn[] | undefined;
    readonly previous?: readonly GrowthColumn[] | undefined;
  },
): GrowthPath {
  const { growths, implied } = solved;
  const growthOf = (span: SpanName) => spanGrowth(lastYear, growths, span);
  const columns = TABLE_SPANS.map((span, index): GrowthColumn => {
    const growth = growthOf(span);
    const base = sumOver(lastYear, span);
    const stated = implied.find((one) => one.span === span)?.growth;
    const before = others.before?.[index]?.growth;
    const previous = others.previous?.[index]?.growth;
    return {
      span,
      growth,
      ...(stated !== undefined && Math.abs(stated - growth) > SAME_GROWTH && { stated }),
      origin: originOf(span, solved),
      contribution: (growth * base) / sumOver(lastYear, "year"),
      ...(areLevels && { level: base * (1 + growth) }),
      ...(before !== undefined && { pointsOnScenarioBefore: growth - before }),
      ...(previous !== undefined && { pointsOnPrevious: growth - previous }),
    };
  });
  const elapsed = [3, 2, 1].find((quarters) => isSettled(known, spanBetween(0, quarters)));
  const rest = elapsed === undefined || isSettled(known, "year") ? undefined : spanBetween(elapsed, 4);
  return {
    yearGrowth: growthOf("year"),
    columns,
    ...(rest && {
      rest: {
        span: rest,
        growth: growthOf(rest),
        accelerationPoints: growthOf(rest) - growthOf(spanBetween(0, QUARTER_SPANS[rest].from)),
      },
    }),
  };
}

/** The total of a region or country has product taxes less subsidies besides its sectors; others have just a rest. */
const RESIDUAL = { ofProduct: "productTaxesLessSubsidies", ofOthers: "other" } as const;

function componentsOf(
  ask: GrowthScenariosAsk,
  { components, path }: GrowthAssumptions,
  growths: Quarters,
): ComponentGrowths | undefined {
  if (ask.components.length === 0) return undefined;
  const period = ask.componentPeriod;
  const isProduct = /\bg(?:rd|d)p\b|tong san pham|gross .*product/.test(
    foldText(ask.question.indicator ?? ""),
  );
  return componentGrowths({
    components: ask.components,
    stated: components,
    total: period
      ? {
          period,
          weights: [sumOver(ask.lastYear, period)],
          growths: [spanGrowth(ask.lastYear, growths, period)],
        }
      : { weights: ask.lastYear, growths },
    residualName: isProduct ? RESIDUAL.ofProduct : RESIDUAL.ofOthers,
    path,
  });
}

/** A component against its growth over the longest span of the previous version. */
function comparedRow(row: ComponentGrowth, earlier: readonly ComponentGrowth[] | undefined): ComponentRow {
  const now = row.columns.at(-1)?.growth;
  const then = earlier?.find(({ name }) => name === row.name)?.columns.at(-1)?.growth;
  return now === undefined || then === undefined ? row : { ...row, pointsOnPrevious: now - then };
}

function scenarioCarryOver(
  { lastYear }: GrowthScenariosAsk,
  adjusted: NonNullable<GrowthScenariosAsk["carryOver"]>,
  growths: Quarters,
): NonNullable<GrowthScenario["carryOver"]> {
  const { growth } = carryOver(adjusted.lastYear, adjusted.thisYear);
  const levels = lastYear.map((level, quarter) => level * (1 + (growths[quarter] as number)));
  return {
    growthNeeded: spanGrowth(lastYear, growths, "year") - growth,
    nextYear: carryOver(levels, []).growth,
  };
}

function scenarioNotes(
  { name: scenario, isAtLeast }: GrowthScenarioAsk,
  { columns, yearGrowth }: GrowthPath,
  parts: ComponentGrowths | undefined,
): readonly GrowthScenariosNote[] {
  const rounded = columns.filter(({ stated }) => stated !== undefined);
  const left = (parts?.components ?? []).flatMap(({ name: component, columns: own }) =>
    own.flatMap(({ span, stated, growth, share }) =>
      stated === undefined || growth === undefined || Math.abs(stated - growth) * share <= PRINTED_POINT
        ? []
        : [{ scenario, component, span, stated, growth }],
    ),
  );
  const differing = (parts?.difference ?? []).filter(({ points }) => Math.abs(points) > PRINTED_POINT);
  return [
    ...(isAtLeast ? [{ code: "solvedAtLowerEnd" as const, values: { scenario, growth: yearGrowth } }] : []),
    ...rounded.map(({ span, stated, growth }) => ({
      code: "roundedStatement" as const,
      values: { scenario, span, stated: stated as number, growth },
    })),
    ...differing
      .slice(-1)
      .map(({ span, points }) => ({ code: "componentsDiffer" as const, values: { scenario, span, points } })),
    ...left.map((values) => ({ code: "componentLeft" as const, values })),
  ];
}
