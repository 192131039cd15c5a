import { type Check, derive, type Known } from "./derivation.ts";
import { type Figure, figureMoved, figureShifted, readingOf } from "./figure.ts";
import { describeInterval, plainNumber } from "./figure-text.ts";
import { type Bounds, boundsOf, type Interval, isBounded } from "./interval.ts";
import { propagate } from "./propagation.ts";
import { parseRelation, type Relation } from "./relation.ts";

/** One change that would make contradicting figures agree. */
export interface Repair {
  readonly kind:
    | "coarseZeros"
    | "truncated"
    | "slipOfThousand"
    | "percentForPoints"
    | "pointsForPercent"
    | "percentOfForPercentUp"
    | "revisedBase"
    | "otherTarget"
    | "otherValue";
  /** The quantity to be understood differently. */
  readonly quantity: string;
  readonly description: string;
  /** What the quantity would have to be. */
  readonly interval?: Bounds;
  readonly value?: number;
}

type Figures = Readonly<Record<string, Figure>>;

/**
 * Largest change between two vintages of a base that is offered as an explanation. Of 32 provincial bases compared with
 * what was printed a year before, 26 moved by less than 10% and hardly any by more than 15%.
 */
export const LARGEST_REVISION = 0.15;

/** The weaker reading under which a relation holds, pinned on one figure where one is enough. */
export function readingRepair(
  check: Check,
  verdict: "holdsIfCoarse" | "holdsIfTruncated",
  figures: Figures,
): Repair {
  const reading = verdict === "holdsIfCoarse" ? "coarse" : "truncated";
  const alone = check.figures.find((name) =>
    holds(check.relations, figures, { [name]: readingOf(figures[name] as Figure, reading) }),
  );
  const quantity = alone ?? check.figures[0] ?? check.quantity;
  const figure = figures[quantity];
  const written = figure === undefined ? "" : ` ("${figure.written}")`;
  const description =
    reading === "coarse"
      ? `holds if the trailing zeros of ${quantity}${written} are not significant`
      : `holds if ${quantity}${written} was cut off instead of rounded`;
  const interval = figure === undefined ? {} : { interval: boundsOf(readingOf(figure, reading)) };
  return { kind: reading === "coarse" ? "coarseZeros" : "truncated", quantity, description, ...interval };
}

/** The figures of a question, and what follows from them. */
export interface Evidence {
  readonly figures: Figures;
  readonly known: ReadonlyMap<string, Known>;
}

/** Everything that would repair a contradiction, in the order in which such causes are worth asking about. */
export function repairsOf(check: Check, conflict: readonly string[], evidence: Evidence): readonly Repair[] {
  const { relations } = check;
  const { figures } = evidence;
  return [
    ...slipsOfThousand(relations, conflict, figures),
    ...otherMeanings(relations, evidence),
    ...percentOf(relations, conflict, figures),
    ...revisedBases(relations, figures),
    ...otherValues(relations, conflict, figures),
  ];
}

function slipsOfThousand(
  relations: readonly Relation[],
  conflict: readonly string[],
  figures: Figures,
): Repair[] {
  const repairs: Repair[] = [];
  for (const name of conflict) {
    const figure = figures[name];
    if (figure === undefined || (figure.role !== "amount" && figure.role !== "target")) continue;
    for (const places of [3, -3]) {
      const moved = figureMoved(figure, places);
      if (!holds(relations, figures, { [name]: moved })) continue;
      const slip = places > 0 ? "1,000 times larger" : "1,000 times smaller";
      repairs.push({
        kind: "slipOfThousand",
        quantity: name,
        description: `holds if ${name} ("${figure.written}") is ${slip}, a slip such as billion for trillion: ${plainNumber(moved.value, 12)}`,
        interval: boundsOf(moved),
        value: moved.value,
      });
    }
  }
  return repairs;
}

function otherMeanings(relations: readonly Relation[], { figures, known }: Evidence): Repair[] {
  const repairs: Repair[] = [];
  for (const relation of relations) {
    for (const { kind, relation: text, description } of relation.otherMeanings ?? []) {
      const { otherMeanings: _, ...options } = relation;
      const meant = { ...options, ...parseRelation(text) };
      const origins = meant.names.flatMap((name) => known.get(name)?.relations ?? []);
      const others = [...relations, ...origins].filter((each) => each !== relation);
      if (!holds([...new Set(others), meant], figures, {})) continue;
      repairs.push({
        kind,
        quantity: relation.solveFor ?? relation.names[0] ?? text,
        description: `holds if ${description}: ${text}`,
      });
    }
  }
  return repairs;
}

function percentOf(relations: readonly Relation[], conflict: readonly string[], figures: Figures): Repair[] {
  const repairs: Repair[] = [];
  for (const name of conflict) {
    const figure = figures[name];
    if (
      figure === undefined ||
      (figure.role !== "growth" && figure.role !== "ratio" && figure.role !== "targetGrowth")
    )
      continue;
    for (const whole of [-1, 1]) {
      const shifted = figureShifted(figure, whole);
      if (figure.role !== "ratio" && shifted.value <= -1) continue;
      if (!holds(relations, figures, { [name]: shifted })) continue;
      const [as, instead] = whole < 0 ? ["of the base", "above it"] : ["above the base", "of it"];
      repairs.push({
        kind: "percentOfForPercentUp",
        quantity: name,
        description: `holds if ${name} ("${figure.written}") is ${percent(figure.value)} ${as}, which is ${percent(shifted.value)} ${instead}`,
        interval: boundsOf(shifted),
        value: shifted.value,
      });
    }
  }
  return repairs;
}

const percent = (fraction: number): string => `${plainNumber(fraction * 100, 10)}%`;

/** Lets one relation see an older or newer vintage of its base than the others do. */
function revisedBases(relations: readonly Relation[], figures: Figures): Repair[] {
  const repairs = new Map<string, Repair>();
  // The relation that failed comes last in its chain and tells most plainly which vintage is the odd one.
  for (const relation of [...relations].reverse()) {
    const { base } = relation;
    if (base === undefined) continue;
    const vintage = `${base}OtherVintage`;
    const parted = parseRelation(relation.text.replace(new RegExp(`\\b${base}\\b`, "g"), vintage));
    const { box, emptiedBy } = propagate(
      intervalsOf(figures, {}),
      relations.map((each) => (each === relation ? parted : each)),
    );
    const here = box.get(vintage);
    const elsewhere = box.get(base);
    if (emptiedBy !== undefined || here === undefined || elsewhere === undefined) continue;
    const revision = middle(elsewhere) / middle(here) - 1;
    // Not finite where a vintage has no ends.
    if (!(Math.abs(revision) <= LARGEST_REVISION)) continue;
    const vintages = [middle(here), middle(elsewhere)]
      .map((value) => value.toPrecision(9))
      .sort()
      .join(" ");
    if (repairs.has(vintages)) continue;
    repairs.set(vintages, {
      kind: "revisedBase",
      quantity: base,
      description: `holds if ${base} has two vintages, ${describeInterval(here, base, figures)} in ${relation.text} and ${describeInterval(elsewhere, base, figures)} elsewhere, a difference of ${percent(Number(revision.toPrecision(3)))}`,
      interval: boundsOf(here),
      value: middle(here),
    });
  }
  return [...repairs.values()];
}

const middle = ({ lower, upper }: Interval): number => lower + (upper - lower) / 2;

/** For each figure of the conflict, what it would have to be; the least change first, decided numbers before measured ones. */
function otherValues(
  relations: readonly Relation[],
  conflict: readonly string[],
  figures: Figures,
): Repair[] {
  const found: { repair: Repair; change: number; rank: number }[] = [];
  for (const name of conflict) {
    const figure = figures[name];
    if (figure === undefined) continue;
    const others = intervalsOf(figures, {});
    others.delete(name);
    const { box, emptiedBy } = propagate(others, relations);
    const interval = box.get(name);
    if (emptiedBy !== undefined || interval === undefined || !isBounded(interval)) continue;
    const isTarget = figure.role === "target" || figure.role === "targetGrowth";
    const needed = describeInterval(interval, name, figures);
    found.push({
      repair: {
        kind: isTarget ? "otherTarget" : "otherValue",
        quantity: name,
        description: isTarget
          ? `holds if another target was meant: ${name} ${needed} instead of "${figure.written}"`
          : `holds if ${name} is ${needed} instead of "${figure.written}"`,
        interval: boundsOf(interval),
      },
      change: Number(changeBetween(figure, interval).toPrecision(6)),
      rank: isTarget ? 0 : figure.role === "amount" ? 1 : 2,
    });
  }
  // A product of figures is repaired by the same factor in any of them, so such ties are the rule.
  return found.sort((a, b) => a.change - b.change || a.rank - b.rank).map(({ repair }) => repair);
}

/** Logarithm of the factor that brings one interval to touch the other. */
function changeBetween(stated: Interval, needed: Interval): number {
  const [small, large] =
    stated.upper < needed.lower ? [stated.upper, needed.lower] : [needed.upper, stated.lower];
  return small > 0 && large > 0 ? Math.log(large / small) : Math.log1p(Math.abs(large - small));
}

function intervalsOf(figures: Figures, instead: Readonly<Record<string, Interval>>): Map<string, Interval> {
  return new Map(
    Object.entries({ ...figures, ...instead }).map(([name, { lower, upper }]) => [name, { lower, upper }]),
  );
}

/** Whether all of these relations can be checked and hold, one by one and together, with some figures replaced. */
function holds(
  relations: readonly Relation[],
  figures: Figures,
  instead: Readonly<Record<string, Interval>>,
): boolean {
  const intervals = intervalsOf(figures, instead);
  const known = new Map<string, Known>();
  for (const [name, interval] of intervals) {
    known.set(name, { interval, value: middle(interval), figures: [name], relations: [] });
  }
  const { checks } = derive(known, relations);
  if (checks.some((check) => check?.outcome !== "holds" && check?.outcome !== "derived")) return false;
  return propagate(intervals, relations).emptiedBy === undefined;
}
