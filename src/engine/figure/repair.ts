import type { Check, Known } from "./derivation.ts";
import { type Figure, figureMoved, figureShifted, readingOf } from "./figure.ts";
import { type Bounds, boundsOf } from "./interval.ts";
import { otherValues } from "./other-value.ts";
import { parseRelation, type Relation } from "./relation.ts";
import { holds } from "./repair-trial.ts";
import { revisedBases } from "./revised-base.ts";

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
  /** What the quantity would have to be. */
  readonly interval?: Bounds;
  readonly value?: number;
  /** By how much a base was revised, a fraction. */
  readonly revision?: number;
}

type Figures = Readonly<Record<string, Figure>>;

/** The weaker reading under which a relation holds, pinned on one figure where one is enough. */
export function readingRepair(
  check: Check,
  verdict: "holdsIfCoarse" | "holdsIfTruncated",
  figures: Figures,
): Repair {
  const reading = verdict === "holdsIfCoarse" ? "coarse" : "truncated";
  const alone = check.figures.find((name) =>
    holds(check.relations, figures, [name, readingOf(figures[name] as Figure, reading)]),
  );
  const quantity = alone ?? check.figures[0] ?? check.quantity;
  const figure = figures[quantity];
  const interval = figure === undefined ? {} : { interval: boundsOf(readingOf(figure, reading)) };
  return { kind: reading === "coarse" ? "coarseZeros" : "truncated", quantity, ...interval };
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
    if (figure === undefined || figure.value === 0) continue;
    if (figure.role !== "amount" && figure.role !== "target") continue;
    for (const places of [3, -3]) {
      const moved = figureMoved(figure, places);
      if (!holds(relations, figures, [name, moved])) continue;
      repairs.push({
        kind: "slipOfThousand",
        quantity: name,
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
    for (const { kind, relation: text } of relation.otherMeanings ?? []) {
      const { otherMeanings: _, ...options } = relation;
      const meant = { ...options, ...parseRelation(text) };
      const origins = meant.names.flatMap((name) => known.get(name)?.relations ?? []);
      const others = [...relations, ...origins].filter((each) => each !== relation);
      if (!holds([...new Set(others), meant], figures)) continue;
      repairs.push({ kind, quantity: relation.solveFor ?? relation.names[0] ?? text });
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
      if (!holds(relations, figures, [name, shifted])) continue;
      repairs.push({
        kind: "percentOfForPercentUp",
        quantity: name,
        interval: boundsOf(shifted),
        value: shifted.value,
      });
    }
  }
  return repairs;
}
