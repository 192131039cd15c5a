import { EngineError } from "../engine-error.ts";
import { foldText } from "../indicator-class.ts";
import type { ComponentRow, GrowthPath, GrowthScenario, GrowthScenariosAnswer } from "./answer.ts";
import type { GrowthAssumptions, GrowthScenarioAsk, GrowthScenariosAsk } from "./ask.ts";
import { carryOver } from "./carry-over.ts";
import { type ComponentGrowth, type ComponentGrowths, componentGrowths } from "./component-growths.ts";
import { growthPath } from "./growth-path.ts";
import type { GrowthScenariosNote } from "./growth-scenarios-note.ts";
import { type GrowthShape, solveQuarterGrowths } from "./quarter-growths.ts";
import { levelOf, type Quarters, spanGrowth, sumOver, TABLE_SPANS } from "./quarter-span.ts";
import { generalNotes, scenarioNotes } from "./remarks.ts";
import { isSettled, type StatedGrowth } from "./stated-growth.ts";

/**
 * Growth scenarios by quarter as planning offices make them: the year's growth is the mean of the quarters' weighted
 * with last year's quarters at constant prices; what a scenario leaves open is solved for.
 *
 * @throws EngineError invalidQuestion for figures that contradict each other; notEnoughKnown where the year does not
 *   follow
 */
export function growthScenarios(ask: GrowthScenariosAsk): GrowthScenariosAnswer {
  const { question, lastYear, areLevels, scale, known } = ask;
  const notes: GrowthScenariosNote[] = [...generalNotes(ask)];
  const scenarios: GrowthScenario[] = [];
  for (const scenario of ask.scenarios)
    scenarios.push(solvedScenario(ask, scenario, scenarios.at(-1), notes));
  return {
    question,
    weights: TABLE_SPANS.map((span) => ({
      span,
      share: sumOver(lastYear, span) / sumOver(lastYear, "year"),
      ...(areLevels && { level: levelOf(sumOver(lastYear, span), span, scale) }),
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
  const earlier = version && previous && versionComponents(ask, version, previous.growths);
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
  const path = growthPath(ask, solved, { before: before?.columns, previous: previous?.path.columns });
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
  return { growths: solved.growths, path: growthPath(ask, solved, {}) };
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

/** The components of an earlier version; a version need not tell of them. */
function versionComponents(
  ask: GrowthScenariosAsk,
  version: GrowthAssumptions,
  growths: Quarters,
): ComponentGrowths | undefined {
  try {
    return componentsOf(ask, version, growths);
  } catch (error) {
    if (error instanceof EngineError && error.code === "notEnoughKnown") return undefined;
    throw error;
  }
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
