import { checkCoherence, worstVerdict } from "../figure/coherence.ts";
import { type Expression, expressionText, namesOf } from "../figure/expression.ts";
import type { Figure } from "../figure/figure.ts";
import type { Finding, Verdict } from "../figure/finding.ts";
import type { Comparison, Relation } from "../figure/relation.ts";
import type { Coherence, KnownFigure } from "../outlook-types.ts";
import { followingFigure, intervalOf, SUM_OF_PARTS } from "./following-amounts.ts";
import type { ToldPart } from "./told-parts.ts";
import { nodesOf, type Tree } from "./tree.ts";

/**
 * What is compared: parts with their whole, by amount, by share, or of last year; a part's amount with its share of the whole;
 * one part with its whole; or the figures of one part's own report.
 */
export const PARTS_SUBJECTS = ["amounts", "shares", "priorAmounts", "share", "part", "report"] as const;
export type PartsSubject = (typeof PARTS_SUBJECTS)[number];

/** A finding about parts and their whole. Quantities are "ytd" for the total and "components.<path>" for its parts. */
export interface PartsFinding extends Finding {
  readonly subject: PartsSubject;
  /** The path of the whole, or of the part where the subject is one part; empty for the total. */
  readonly component: string;
  /** The paths of the parts that were compared with it. */
  readonly parts: readonly string[];
}

/** What a tree of parts says of itself. */
export interface PartsCoherence {
  readonly findings: readonly PartsFinding[];
  /** The worst verdict of these findings and of the reports of the parts. */
  readonly verdict: Coherence["verdict"];
  /** The paths of wholes whose parts told by amount and parts told by share fit each on their own, but not together. */
  readonly twofold: readonly string[];
  /** The paths of wholes that their parts contradict, so that no full year agrees with all figures. */
  readonly misfits: ReadonlySet<string>;
}

type Part = Tree<ToldPart>;

/** Whether parts fit into their whole at every level, and the report of each part into itself. */
export function partsCoherence(tree: Part): PartsCoherence {
  const findings: PartsFinding[] = [];
  const verdicts: Verdict[] = [];
  const twofold: string[] = [];
  for (const node of nodesOf(tree)) {
    const { ask, path, reading } = node.value;
    if (ask) {
      verdicts.push(reading.coherence.verdict);
      for (const finding of reading.coherence.findings)
        if (QUESTIONABLE.includes(finding.verdict))
          findings.push({ ...finding, subject: "report", component: path, parts: [] });
    }
    if (node.children.length === 0) continue;
    findings.push(...findingsOf(node));
    if (isTwofold(node)) twofold.push(path);
  }
  verdicts.push(...findings.map(({ verdict }) => verdict));
  return { findings, verdict: worstVerdict(verdicts), twofold, misfits: misfitsAmong(findings) };
}

/** What leaves no full year that agrees with all figures where it contradicts. */
const OF_WHOLE: readonly PartsSubject[] = ["amounts", "shares", "part"];

const misfitsAmong = (findings: readonly PartsFinding[]): ReadonlySet<string> =>
  new Set(
    findings
      .filter(({ verdict, subject }) => verdict === "contradicts" && OF_WHOLE.includes(subject))
      .map(({ component }) => component),
  );

/** The findings about a part's own report that say more than that it agrees. */
const QUESTIONABLE: readonly Verdict[] = ["holdsIfCoarse", "holdsIfTruncated", "contradicts"];

function findingsOf(node: Part): readonly PartsFinding[] {
  const claims = claimsOf(node);
  const found = claims.flatMap((claim) => checked(claim, node.value.path));
  const tooMuch = claims.find(({ subject }) => subject === "amounts");
  const isTooMuch = found.some(({ subject, verdict }) => subject === "amounts" && verdict === "contradicts");
  if (!tooMuch || !isTooMuch || node.value.question.aggregation === "average") return found;
  // A part that is larger than its whole says more than a sum that is.
  const alone = Object.keys(tooMuch.figures)
    .filter((name) => name !== tooMuch.whole)
    .flatMap((name) => checked(partAlone(tooMuch, name), node.value.path))
    .filter(({ verdict }) => verdict === "contradicts");
  return alone.length > 0 ? [...found.filter(({ subject }) => subject !== "amounts"), ...alone] : found;
}

/** Something that parts and whole should satisfy. */
interface Claim {
  readonly subject: PartsSubject;
  readonly relation: Relation;
  readonly figures: Readonly<Record<string, Figure>>;
  /** The name of the whole in the relation. */
  readonly whole: string;
  readonly parts: readonly string[];
}

const checked = ({ subject, relation, figures, parts }: Claim, component: string): readonly PartsFinding[] =>
  checkCoherence({ quantities: figures, relations: [relation] }).findings.map((finding) => ({
    ...finding,
    subject,
    component,
    parts,
  }));

function claimsOf(node: Part): readonly Claim[] {
  const { value: whole, children } = node;
  const named = children.filter(({ value }) => value.ask && value.origin !== "rest");
  const isWhole = whole.isExhaustive && named.length === children.length;
  const claims: Claim[] = [];
  const byAmount = named.filter(({ value }) => value.origin === "reported" || value.origin === "sum");
  const byShare = named.filter(({ value }) => value.origin === "share");
  if (whole.origin !== "sum" && byAmount.length > 0) claims.push(amounts(whole, byAmount, byShare, isWhole));
  if (byShare.length > 0) claims.push(shares(whole, byShare, isWhole && byAmount.length === 0));
  for (const { value: part } of byAmount)
    if (part.ask?.share) claims.push(share(whole, part, part.ask.share));
  const prior = isWhole ? priorAmounts(whole, named) : undefined;
  if (prior) claims.push(prior);
  return claims;
}

const nameOf = (path: string): string => (path === "" ? "ytd" : `components.${path}`);
const name = (of: string): Expression => ({ kind: "name", name: of });
const number = (value: number): Expression => ({ kind: "number", value });
const sum = (terms: readonly Expression[]): Expression =>
  terms.reduce((left, right) => ({ kind: "sum", left, right }));

function relationOf(left: Expression, comparison: Comparison, right: Expression): Relation {
  const names = [...new Set([...namesOf(left), ...namesOf(right)])];
  const text = `${expressionText(left)} ${comparison} ${expressionText(right)}`;
  const solutions =
    comparison === "=" && right.kind === "name"
      ? new Map([[right.name, { formula: left, text: expressionText(left) }]])
      : new Map();
  return { text, left, right, comparison, names, solutions };
}

/** The amount of a part as it was told, with its digits; the interval of one that follows. */
const amountOf = ({ question, reading, ytd, origin }: ToldPart): Figure =>
  (origin === "reported" ? (question.figures.ytd ?? reading.reportedYtd) : undefined) ?? interval(ytd);

const interval = (known: KnownFigure): Figure =>
  followingFigure({ value: known.value, ...intervalOf(known) });

/** A part's amount counted in its whole: as it is, or by its weight in an index. */
function counted(whole: ToldPart, part: ToldPart, named: string): Expression {
  const weight = part.scale / whole.scale;
  const amount = name(named);
  return weight === 1 ? amount : { kind: "product", left: number(weight), right: amount };
}

function amounts(
  whole: ToldPart,
  byAmount: readonly Part[],
  byShare: readonly Part[],
  isWhole: boolean,
): Claim {
  const figures: Record<string, Figure> = { [nameOf(whole.path)]: amountOf(whole) };
  for (const { value } of byAmount) figures[nameOf(value.path)] = amountOf(value);
  const taken = byShare.map(({ value }) => {
    figures[shareName(value)] = value.ask?.share as Figure;
    return name(shareName(value));
  });
  const all = name(nameOf(whole.path));
  const right: Expression =
    taken.length === 0
      ? all
      : { kind: "product", left: all, right: { kind: "difference", left: number(1), right: sum(taken) } };
  return {
    subject: "amounts",
    relation: relationOf(
      sum(byAmount.map(({ value }) => counted(whole, value, nameOf(value.path)))),
      isWhole ? "=" : "<=",
      right,
    ),
    figures,
    whole: nameOf(whole.path),
    parts: byAmount.map(({ value }) => value.path),
  };
}

const shareName = ({ path }: ToldPart): string => `${nameOf(path)}.share`;

function shares(whole: ToldPart, byShare: readonly Part[], isWhole: boolean): Claim {
  return {
    subject: "shares",
    relation: relationOf(
      sum(byShare.map(({ value }) => name(shareName(value)))),
      isWhole ? "=" : "<=",
      number(1),
    ),
    figures: Object.fromEntries(byShare.map(({ value }) => [shareName(value), value.ask?.share as Figure])),
    whole: nameOf(whole.path),
    parts: byShare.map(({ value }) => value.path),
  };
}

/** A part that tells both its amount and its share. */
function share(whole: ToldPart, part: ToldPart, told: Figure): Claim {
  const product: Expression = {
    kind: "product",
    left: name(shareName(part)),
    right: name(nameOf(whole.path)),
  };
  return {
    subject: "share",
    relation: relationOf(product, "=", name(nameOf(part.path))),
    figures: {
      [shareName(part)]: told,
      [nameOf(whole.path)]: amountOf(whole),
      [nameOf(part.path)]: amountOf(part),
    },
    whole: nameOf(whole.path),
    parts: [part.path],
  };
}

/** Last year's same period: growths of parts that cannot make the growth of the whole show here. */
function priorAmounts(whole: ToldPart, named: readonly Part[]): Claim | undefined {
  const all = whole.reading.figures.priorYtd;
  if (!all || all.from === SUM_OF_PARTS || all.origin === "estimated") return undefined;
  const figures: Record<string, Figure> = { [priorName(whole)]: interval(all) };
  for (const { value: part } of named) {
    const prior = part.reading.figures.priorYtd;
    if (!prior || prior.origin === "estimated") return undefined;
    figures[priorName(part)] = interval(prior);
  }
  const terms = named.map(({ value: part }) => counted(whole, part, priorName(part)));
  return {
    subject: "priorAmounts",
    relation: relationOf(sum(terms), "=", name(priorName(whole))),
    figures,
    whole: priorName(whole),
    parts: named.map(({ value }) => value.path),
  };
}

const priorName = ({ path }: ToldPart): string => (path === "" ? "priorYtd" : `${nameOf(path)}.priorYtd`);

function partAlone({ figures, whole }: Claim, part: string): Claim {
  return {
    subject: "part",
    relation: relationOf(name(part), "<=", name(whole)),
    figures: { [part]: figures[part] as Figure, [whole]: figures[whole] as Figure },
    whole,
    parts: [part.replace(/^components\./, "")],
  };
}

/** Parts by amount and parts by share that are more than the whole together, and fit into it one kind at a time. */
function isTwofold({ value: whole, children }: Part): boolean {
  let amount = 0;
  let shared = 0;
  for (const { value } of children)
    if (value.origin === "share") shared += value.ask?.share?.lower ?? 0;
    else if (value.ask && value.origin !== "rest") amount += value.ytd.lower ?? value.ytd.value;
  const all = whole.ytd.upper ?? whole.ytd.value;
  return shared > 0 && amount > 0 && shared <= 1 && amount <= all && amount > all * (1 - shared);
}
