import { type CoherenceNote, notesOf } from "./coherence-note.ts";
import { type Check, type Derivation, derive, type Known } from "./derivation.ts";
import { type Figure, type Reading, readingOf } from "./figure.ts";
import { type Finding, findingOf, type Verdict } from "./finding.ts";
import { type Bounds, boundsOf, type Interval, intervalHull, intervalIntersection } from "./interval.ts";
import { mixedFinding, mixedIn } from "./mixed-relation.ts";
import { propagate } from "./propagation.ts";
import { parseRelation, type Relation } from "./relation.ts";

/** Figures in one unit, and the relations that should tie them together. */
export interface CoherenceQuestion {
  readonly quantities: Readonly<Record<string, Figure>>;
  readonly relations: readonly (Relation | string)[];
}

/** One quantity of an answer; an end that cannot be said is absent. */
export interface CoherentQuantity extends Bounds {
  /** As reported, or the formula at the reported values, brought inside its bounds. */
  readonly value: number;
  readonly origin: "reported" | "derived";
  /** The formula of a derived quantity: "ytd / shareOfTarget". */
  readonly from?: string;
  /** What the other figures leave of a reported interval, when they leave less. */
  readonly narrowed?: Bounds & { readonly from: string };
}

export interface Coherence {
  /** The worst of the findings; `notChecked` when no relation could be put to the test. */
  readonly verdict: Exclude<Verdict, "derived">;
  readonly quantities: Readonly<Record<string, CoherentQuantity>>;
  readonly findings: readonly Finding[];
  readonly notes: readonly CoherenceNote[];
}

/** From strongest to weakest; a relation is judged by the first reading under which it holds. */
const READINGS = ["strict", "coarse", "truncated"] as const;

const VERDICT_OF: Readonly<Record<Reading, Verdict>> = {
  strict: "holds",
  coarse: "holdsIfCoarse",
  truncated: "holdsIfTruncated",
};

const WORST_LAST: readonly Verdict[] = [
  "notChecked",
  "derived",
  "holds",
  "holdsIfCoarse",
  "holdsIfTruncated",
  "contradicts",
];

/** The worst of some verdicts, as the verdict of a whole answer: what was only derived tells of no agreement. */
export function worstVerdict(verdicts: readonly Verdict[]): Coherence["verdict"] {
  const worst = WORST_LAST[Math.max(0, ...verdicts.map((verdict) => WORST_LAST.indexOf(verdict)))];
  return worst === undefined || worst === "derived" ? "notChecked" : worst;
}

/**
 * Whether reported figures agree with each other within what their digits allow, and what follows from them. A finding
 * compares one quantity as derived with the same quantity as stated; where they cannot meet it names the figures
 * that cannot all be true and what would repair them. All amounts must be in one unit.
 * @throws EngineError invalidRelation for a relation that cannot be read
 */
export function checkCoherence({ quantities: reported, relations: given }: CoherenceQuestion): Coherence {
  // Without a prototype, so that a quantity may be called "constructor".
  const figures: Record<string, Figure> = Object.assign(Object.create(null), reported);
  const refused: Finding[] = [];
  const relations = given
    .map((relation) => (typeof relation === "string" ? parseRelation(relation) : relation))
    .filter(({ needsReported }) => needsReported?.every((name) => figures[name] !== undefined) ?? true)
    .filter((relation) => {
      const mixed = mixedIn(relation, figures);
      if (mixed) refused.push(mixedFinding(relation, mixed));
      return mixed === undefined;
    });
  const strict = derive(knownUnder("strict", figures), relations);
  const weaker = new Map<Reading, Derivation>();
  const under = (reading: Reading): Derivation => {
    if (reading === "strict") return strict;
    const done = weaker.get(reading) ?? derive(knownUnder(reading, figures), relations);
    weaker.set(reading, done);
    return done;
  };
  const verdicts = strict.checks.map((check, index) =>
    verdictOf(check, (reading) => under(reading).checks[index]),
  );
  const together = jointly(figures, relations, verdicts, strict);
  const checks: (Check | undefined)[] = [...strict.checks];
  if (together.failed !== undefined) {
    const index = relations.indexOf(together.failed.relation);
    checks[index] = together.failed;
    verdicts[index] = together.verdict;
  }
  const findings: Finding[] = [];
  for (const [index, check] of checks.entries()) {
    const verdict = verdicts[index];
    if (check !== undefined && verdict !== undefined)
      findings.push(findingOf(check, verdict, { figures, known: strict.known }));
  }
  return {
    verdict: worstVerdict(findings.map(({ verdict }) => verdict)),
    quantities: coherentQuantities(strict.known, figures, together),
    findings: [...findings, ...refused],
    notes: notesOf(strict, figures),
  };
}

function knownUnder(reading: Reading, figures: Readonly<Record<string, Figure>>): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const [name, figure] of Object.entries(figures)) {
    known.set(name, {
      interval: readingOf(figure, reading),
      value: figure.value,
      figures: [name],
      relations: [],
    });
  }
  return known;
}

function verdictOf(
  check: Check | undefined,
  under: (reading: Reading) => Check | undefined,
): Verdict | undefined {
  if (check === undefined) return undefined;
  if (check.outcome === "derived") return "derived";
  if (check.outcome === "undefined") return "notChecked";
  const readings = check.relation.isAsWritten ? READINGS.slice(0, 1) : READINGS;
  const reading = readings.find((each) => under(each)?.outcome === "holds");
  return reading === undefined ? "contradicts" : VERDICT_OF[reading];
}

/** All relations at once: what they leave of each quantity, or the relation that fails only in company. */
interface Together {
  readonly verdict: Verdict;
  readonly box?: ReadonlyMap<string, Interval>;
  readonly narrowedBy?: ReadonlyMap<string, Relation>;
  readonly failed?: Check;
}

function jointly(
  figures: Readonly<Record<string, Figure>>,
  relations: readonly Relation[],
  verdicts: readonly (Verdict | undefined)[],
  strict: Derivation,
): Together {
  if (verdicts.includes("contradicts")) return { verdict: "contradicts" };
  const usable = relations.filter(
    (_, index) => verdicts[index] !== undefined && verdicts[index] !== "notChecked",
  );
  const weakest = READINGS.findLastIndex((reading) => verdicts.includes(VERDICT_OF[reading]));
  let failed: Check | undefined;
  for (const [index, reading] of READINGS.entries()) {
    if (index < weakest) continue;
    const intervals = new Map<string, Interval>();
    for (const [name, figure] of Object.entries(figures)) intervals.set(name, upTo(reading, figure));
    const { box, narrowedBy, emptiedBy } = propagate(intervals, usable);
    const verdict = VERDICT_OF[reading];
    if (emptiedBy === undefined)
      return { verdict, box, narrowedBy, ...(failed === undefined ? {} : { failed }) };
    failed ??= inCompany(emptiedBy, box, figures, usable) ?? strict.checks[relations.indexOf(emptiedBy)];
  }
  return failed === undefined ? { verdict: "contradicts" } : { verdict: "contradicts", failed };
}

function upTo(reading: Reading, figure: Figure): Interval {
  if (reading === "strict") return figure;
  const coarse = intervalHull(figure, readingOf(figure, "coarse"));
  return reading === "coarse" ? coarse : intervalHull(coarse, readingOf(figure, "truncated"));
}

/** The check of a relation among quantities already narrowed by the others, which is how it came to fail. */
function inCompany(
  relation: Relation,
  box: ReadonlyMap<string, Interval>,
  figures: Readonly<Record<string, Figure>>,
  relations: readonly Relation[],
): Check | undefined {
  const known = new Map<string, Known>();
  for (const [name, interval] of box) {
    known.set(name, {
      interval,
      value: figures[name]?.value ?? interval.lower,
      figures: Object.keys(figures),
      relations,
    });
  }
  return derive(known, [relation]).checks[0];
}

function coherentQuantities(
  known: ReadonlyMap<string, Known>,
  figures: Readonly<Record<string, Figure>>,
  { box, narrowedBy }: Together,
): Record<string, CoherentQuantity> {
  const quantities: Record<string, CoherentQuantity> = {};
  for (const [name, { interval, value, from }] of known) {
    const left = box?.get(name) ?? interval;
    const figure = figures[name];
    if (figure === undefined) {
      const inside = intervalIntersection(interval, left) ?? interval;
      const central = Math.min(Math.max(value, inside.lower), inside.upper);
      quantities[name] = {
        value: central,
        ...boundsOf(inside),
        origin: "derived",
        ...(from === undefined ? {} : { from }),
      };
      continue;
    }
    const by = narrowedBy?.get(name);
    const formula = by?.solutions.get(name)?.text ?? by?.text;
    const narrowed = formula === undefined ? {} : { narrowed: { ...boundsOf(left), from: formula } };
    quantities[name] = { value: figure.value, ...boundsOf(figure), origin: "reported", ...narrowed };
  }
  return quantities;
}
