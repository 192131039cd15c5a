import { EngineError } from "../engine-error.ts";
import { solveQuarterGrowths } from "./quarter-growths.ts";
import { QUARTER_SPANS, type Quarters, type SpanName, TABLE_SPANS } from "./quarter-span.ts";
import { independentGrowths, isSettled, percent, SAME_GROWTH, type StatedGrowth } from "./stated-growth.ts";

/** A sector, product or market of the total. */
export interface ComponentAsk {
  readonly name: string;
  /** The component that it is a part of; it is then told, but not added up. */
  readonly partOf?: string;
  /**
   * Last year's amounts on the scale of the total, one a quarter, or one for the span that all components are told for;
   * absent for the one component that is what the others leave.
   */
  readonly base?: readonly number[];
  readonly known: readonly StatedGrowth[];
  readonly path: string;
}

/** The total that components make, quarter by quarter or over one span only. */
export interface ComponentTotal {
  /** Last year's amounts, above zero, and their growths. */
  readonly weights: readonly number[];
  readonly growths: readonly number[];
  /** The only span, where there is one number for it. */
  readonly period?: SpanName;
}

export interface ComponentColumn {
  readonly span: SpanName;
  /** Growth on last year, a fraction; absent where last year's amount was not above zero. */
  readonly growth?: number;
  /** The growth as it was told, where the others leave another one. */
  readonly stated?: number;
  /** Points of the total's growth in the span that come from this component, a fraction. */
  readonly contribution: number;
  /** Last year's share of the total in the span. */
  readonly share: number;
}

/**
 * Whether a component's growth was told; is what the others leave of the total's growth; or is that of the part of the
 * total that nobody named.
 */
export type ComponentOrigin = "stated" | "solved" | "residual";

export interface ComponentGrowth {
  readonly name: string;
  readonly partOf?: string;
  readonly origin: ComponentOrigin;
  readonly columns: readonly ComponentColumn[];
}

export interface ComponentGrowths {
  readonly components: readonly ComponentGrowth[];
  /** By how many points the components together exceed the total's growth, by span; none where one was solved. */
  readonly difference: readonly { readonly span: SpanName; readonly points: number }[];
}

/** Amounts told as rounded shares may miss the total by this much without anything being left over. */
const ROUNDING_OF_SHARES = 0.005;

/** A component that is what the others leave has at least this share of the total in every quarter. */
const SMALLEST_REST = 1e-6;

/**
 * The growths of components and what each contributes to the total: a component that brings the share b of last year's
 * total and grows by g contributes b g points. One component may be without a growth: it gets what the others leave.
 *
 * @param stated what a scenario says of each component, in their order
 * @param residualName the name of what is left of the total where the components do not add up to it
 * @throws EngineError invalidQuestion when the components exceed the total, or more than one of them is open
 */
export function componentGrowths(ask: {
  readonly components: readonly ComponentAsk[];
  readonly stated: readonly (readonly StatedGrowth[])[];
  readonly total: ComponentTotal;
  readonly residualName: string;
  readonly path: string;
}): ComponentGrowths {
  const { total, path } = ask;
  const spans = spansOf(total);
  const all = withBases(ask).map((component) => ({ ...component, growths: toldGrowths(component, total) }));
  const summands = all.filter(({ partOf }) => partOf === undefined);
  const open = all.filter(({ growths }) => growths === undefined);
  const [first] = open;
  if (open.length > 1 || first?.partOf !== undefined) throw severalOpen(open, path);
  const gained = total.weights.map((weight, part) => weight * (total.growths[part] as number));
  const left = gained.map((gain, part) =>
    summands.reduce(
      (rest, { base, growths }) => rest - (growths ? (base[part] as number) * (growths[part] as number) : 0),
      gain,
    ),
  );
  const components = all.map((component) => {
    const { name, partOf, base, growths, origin, told } = component;
    const gains = growths ? base.map((amount, part) => amount * (growths[part] as number)) : left;
    const columns = spans.map((span) => columnOf(span, { base, gains, weights: total.weights, told }));
    const fallen = columns.find(({ growth = 0 }) => growth <= -1);
    if (fallen && origin !== "residual")
      throw new EngineError(
        "invalidQuestion",
        `${path}.components`,
        `${name} would have to grow by ${percent(fallen.growth as number)} in ${fallen.span}, which leaves less than nothing`,
        "the growths of the other components and of the total cannot all hold",
      );
    return {
      name,
      ...(partOf !== undefined && { partOf }),
      origin: growths ? ("stated" as const) : origin === "residual" ? origin : ("solved" as const),
      columns,
    };
  });
  const difference = spans.map(({ name, from, to }) => ({
    span: name,
    points: -sumOfParts(left, from, to) / sumOfParts(total.weights, from, to),
  }));
  return { components, difference: first ? [] : difference };
}

interface Part {
  readonly name: SpanName;
  readonly from: number;
  readonly to: number;
}

const spansOf = ({ period }: ComponentTotal): readonly Part[] =>
  period ? [{ name: period, from: 0, to: 1 }] : TABLE_SPANS.map((name) => ({ name, ...QUARTER_SPANS[name] }));

function sumOfParts(parts: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let part = from; part < to; part++) sum += parts[part] as number;
  return sum;
}

interface BasedComponent {
  readonly name: string;
  readonly partOf?: string;
  readonly origin: "stated" | "residual";
  readonly base: readonly number[];
  readonly told: readonly StatedGrowth[];
  readonly path: string;
}

/** Components with last year's amounts, those of the one that was not told being what is left of the total. */
function withBases({
  components,
  stated,
  total,
  residualName,
  path,
}: Parameters<typeof componentGrowths>[0]): readonly BasedComponent[] {
  const told = components.map((component, index) => ({
    ...component,
    origin: "stated" as const,
    told: [...component.known, ...(stated[index] ?? [])],
  }));
  const based = told.filter(({ base, partOf }) => base && partOf === undefined);
  const left = total.weights.map((weight, part) =>
    based.reduce((rest, { base }) => rest - (base?.[part] as number), weight),
  );
  const share = sumOfParts(left, 0, left.length) / sumOfParts(total.weights, 0, left.length);
  const baseless = told.filter(({ base }) => !base);
  if (share < -ROUNDING_OF_SHARES)
    throw new EngineError(
      "invalidQuestion",
      "components",
      `the components add up to ${percent(1 - share)} of the total`,
      "name with partOf what is already in another component",
    );
  if (baseless.length > 1)
    throw new EngineError(
      "invalidQuestion",
      baseless[1]?.path ?? path,
      `last year is told neither of ${baseless.map(({ name }) => name).join(" nor of ")}`,
      "one component at most can be what the others leave",
    );
  if (
    baseless.length > 0 &&
    left.some((amount, part) => amount < SMALLEST_REST * (total.weights[part] as number))
  )
    throw new EngineError(
      "invalidQuestion",
      baseless[0]?.path ?? path,
      `the other components leave nothing of the total for ${baseless[0]?.name}, in one quarter at least`,
      "give its own lastYear, or check theirs",
    );
  const all = told.map(({ base = left, ...component }) => ({ ...component, base }));
  if (baseless.length > 0 || share <= ROUNDING_OF_SHARES) return all;
  return [...all, { name: residualName, origin: "residual", base: left, told: [], path }];
}

/** The growths of a component that was told enough of; undefined where it was not. */
function toldGrowths(
  { base, told, path }: BasedComponent,
  { period }: ComponentTotal,
): readonly number[] | undefined {
  if (period) {
    const weights = [1, 1, 1, 1] as const;
    const { used } = independentGrowths(weights, told);
    return used.length > 0 ? [(used[0] as StatedGrowth).growth] : undefined;
  }
  const weights = base as unknown as Quarters;
  const { used } = independentGrowths(weights, told);
  if (!isSettled(used, "year")) return undefined;
  return solveQuarterGrowths({ weights, stated: told, shape: { kind: "equal" }, path }).growths;
}

function columnOf(
  { name, from, to }: Part,
  amounts: {
    readonly base: readonly number[];
    readonly gains: readonly number[];
    readonly weights: readonly number[];
    readonly told: readonly StatedGrowth[];
  },
): ComponentColumn {
  const base = sumOfParts(amounts.base, from, to);
  const gain = sumOfParts(amounts.gains, from, to);
  const whole = sumOfParts(amounts.weights, from, to);
  const growth = base > 0 ? gain / base : undefined;
  const stated = amounts.told.find(({ span }) => span === name)?.growth;
  return {
    span: name,
    ...(growth !== undefined && { growth }),
    ...(stated !== undefined && !(Math.abs(stated - (growth ?? Number.NaN)) <= SAME_GROWTH) && { stated }),
    contribution: gain / whole,
    share: base / whole,
  };
}

function severalOpen(
  open: readonly { readonly name: string; readonly origin: BasedComponent["origin"] }[],
  path: string,
): EngineError {
  const names = open.map(({ name, origin }) =>
    origin === "residual" ? "the part of the total that no component names" : name,
  );
  return new EngineError(
    "notEnoughKnown",
    `${path}.components`,
    `the growth of ${names.join(" and of ")} is not told${open.length > 1 ? "" : ", and it is a part of another component"}`,
    "give all but one a growth: what is left of the total's growth is that of the last one",
  );
}
