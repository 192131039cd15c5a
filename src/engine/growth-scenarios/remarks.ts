import type { GrowthPath } from "./answer.ts";
import type { GrowthScenarioAsk, GrowthScenariosAsk } from "./ask.ts";
import type { ComponentGrowths } from "./component-growths.ts";
import type { GrowthScenariosNote } from "./growth-scenarios-note.ts";
import { QUARTER_SPANS, type SpanName } from "./quarter-span.ts";
import { isSettled, type StatedGrowth } from "./stated-growth.ts";

/** A difference in growth that nobody prints: half of a tenth of a point. */
const PRINTED_POINT = 0.0005;

/** Remarks on the figures that all scenarios share. */
export function generalNotes({
  question,
  sharesSum,
  known,
  monthsNotUsed,
}: GrowthScenariosAsk): readonly GrowthScenariosNote[] {
  const { priceBasis } = question;
  return [
    ...(priceBasis === "current" ? [{ code: "nominalGrowth" as const, values: { priceBasis } }] : []),
    ...(priceBasis === undefined ? [{ code: "priceBasisNotTold" as const, values: {} }] : []),
    ...(sharesSum === undefined ? [] : [{ code: "sharesScaled" as const, values: { sum: sharesSum } }]),
    ...spansKnownAsAWhole(known).map((span) => ({ code: "knownAsAWhole" as const, values: { span } })),
    ...(monthsNotUsed > 0 ? [{ code: "monthsNotUsed" as const, values: { months: monthsNotUsed } }] : []),
  ];
}

const QUARTERS = ["Q1", "Q2", "Q3", "Q4"] as const;

/** The shortest known spans with quarters that are not known by themselves. */
function spansKnownAsAWhole(known: readonly StatedGrowth[]): readonly SpanName[] {
  const whole = known
    .map(({ span }) => span)
    .filter((span) => QUARTERS.some((quarter) => isWithin(quarter, span) && !isSettled(known, quarter)));
  return whole.filter((span) => !whole.some((other) => other !== span && isWithin(other, span)));
}

const isWithin = (part: SpanName, whole: SpanName): boolean =>
  QUARTER_SPANS[part].from >= QUARTER_SPANS[whole].from && QUARTER_SPANS[part].to <= QUARTER_SPANS[whole].to;

/** Remarks on one scenario. */
export function scenarioNotes(
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
