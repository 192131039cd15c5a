import { EngineError } from "../engine-error.ts";
import type { KnownFigure } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type ReportReading, readReport } from "../report/read-report.ts";
import { type BreakdownAsk, type ComponentAsk, partPath } from "./ask.ts";
import {
  atLeastNothing,
  type FollowingAmounts,
  followingFigure,
  leftOver,
  shareOfAmount,
  sumsOf,
  type WeightedFigures,
  YEAR_AMOUNTS,
  type YearAmount,
} from "./following-amounts.ts";
import { mapUpwards, type Tree } from "./tree.ts";

/** Where the amount of a part comes from. */
export const PART_ORIGINS = ["reported", "share", "sum", "rest"] as const;
export type PartOrigin = (typeof PART_ORIGINS)[number];

/** A total, or one of its parts, with what is known of its year. */
export interface ToldPart {
  /** Its names from the top down, parted by " / "; empty for the total. */
  readonly path: string;
  readonly origin: PartOrigin;
  /** The part as it was asked; absent for the total and for what the named parts leave. */
  readonly ask?: ComponentAsk;
  /** Its report, and what follows from its parts, its share or its whole in the place of what was not told. */
  readonly question: Question;
  readonly reading: ReportReading;
  readonly ytd: KnownFigure;
  /** What one unit of it counts in the total: 1 for sums, for an index its weight in that of the total. */
  readonly scale: number;
  /** Whether something was reported of the part itself from which a forecast follows. */
  readonly hasOwnReport: boolean;
  /** Whether its parts are told to make all of it. */
  readonly isExhaustive: boolean;
}

/** A total or a part as it is asked; `weight` is its part in one unit of its whole. */
interface Asked extends Pick<ToldPart, "path" | "scale" | "isExhaustive"> {
  readonly ask?: ComponentAsk;
  readonly question: Question;
  readonly weight: number;
}

type Reading = Pick<ToldPart, "question" | "reading" | "ytd" | "origin">;

/** A part whose amount is known, or not yet: what has only a share, or nothing, waits for its whole. */
interface Read extends Asked {
  readonly read?: Reading;
}

/** The name of what the named parts leave of their whole, and another where a part is called so. */
const REST = ["rest", "remainder"] as const;

/**
 * The tree of a total and its parts with the amount of each: as reported, as a share of its whole, as the sum of its
 * parts, or as what the others leave. What is left over of a whole whose parts do not make all of it is a part too.
 * @throws EngineError notEnoughKnown where the amount of a part cannot be told, naming its field
 */
export function toldParts(ask: BreakdownAsk, knowledge: Knowledge): Tree<ToldPart> {
  const tree = mapUpwards<Asked, Read>(askedTree(ask), ({ value }, children) =>
    readAlone(value, children, knowledge),
  );
  const { value, children } = tree;
  if (value.read) return completed(tree, value.read, knowledge);
  // A total of which only a share or a growth was told is measured by that, as long as its parts are no amounts.
  const reading = readReport(value.question, knowledge);
  if (reading.basis !== undefined && children.some(({ value: part }) => part.read))
    throw new EngineError(
      "notEnoughKnown",
      "ytd",
      "the total is not known, while some of its parts are shares of it or not known",
      "give the total's ytd, or that of every part",
    );
  return completed(tree, { ...told(value.question, reading), origin: "reported" }, knowledge);
}

function askedTree({ question, components, isExhaustive }: BreakdownAsk): Tree<Asked> {
  const isMean = question.aggregation === "average";
  const parts = (list: readonly ComponentAsk[], whole: Pick<Asked, "path" | "scale">): Tree<Asked>[] => {
    const weights = list.reduce((sum, { weight = 0 }) => sum + weight, 0);
    return list.map((ask) => {
      const weight = isMean ? (ask.weight ?? 0) / weights : 1;
      const path = partPath(whole.path, ask.name);
      const scale = whole.scale * weight;
      const { name, question, isExhaustive } = ask;
      return {
        name,
        value: { path, scale, weight, ask, question, isExhaustive: isExhaustive || isMean },
        children: parts(ask.components, { path, scale }),
      };
    });
  };
  const value = { path: "", scale: 1, weight: 1, question, isExhaustive: isExhaustive || isMean };
  return { name: "", value, children: parts(components, value) };
}

/** What is known of a part without its whole: its own report, or the sum of parts that are all known. */
function readAlone(asked: Asked, children: readonly Tree<Read>[], knowledge: Knowledge): Read {
  const { question, ask } = asked;
  if (tellsAmount(question)) {
    const sums =
      asked.isExhaustive && children.length > 0
        ? sumsOf(children.map(figuresOf), unknownOfLastYear(question))
        : {};
    const read = readWith(asked, sums, "reported", knowledge);
    return read.reading.basis === undefined ? { ...asked, read } : asked;
  }
  if (ask?.share || children.length === 0 || children.some(({ value }) => !value.read)) return asked;
  return { ...asked, read: readWith(asked, sumsOf(children.map(figuresOf), YEAR_AMOUNTS), "sum", knowledge) };
}

/** The figures of last year that a report neither tells nor implies. */
function unknownOfLastYear({ figures, targets }: Question): readonly YearAmount[] {
  const { growth, priorYtd, priorFullYear } = figures;
  const isImplied = targets.some((target) => target.level && target.growth);
  return [
    ...(growth || priorYtd ? [] : ["priorYtd" as const]),
    ...(priorFullYear || isImplied ? [] : ["priorFullYear" as const]),
  ];
}

/** Whether a report tells its amount, or figures from which it follows. */
function tellsAmount({ figures, history, targets, reports }: Question): boolean {
  const { ytd, growth, priorYtd, shareOfTarget } = figures;
  if (ytd || history) return true;
  if (growth && (priorYtd || reports.length > 0)) return true;
  return shareOfTarget !== undefined && targets.some(({ level }) => level);
}

const figuresOf = ({ value }: Tree<Read>): WeightedFigures => ({
  figures: value.read?.reading.figures ?? {},
  weight: value.weight,
});

/** The report of a part with what follows from others in the place of figures that it does not tell. */
function readWith(
  { question, ask }: Pick<Asked, "question" | "ask">,
  following: FollowingAmounts,
  origin: PartOrigin,
  knowledge: Knowledge,
): Reading {
  const set = Object.entries(following).filter(
    ([name]) => question.figures[name as keyof Question["figures"]] === undefined,
  );
  const figures = {
    ...question.figures,
    ...Object.fromEntries(set.map(([name, each]) => [name, followingFigure(each)])),
  };
  const completeQuestion = { ...question, figures };
  const reading = within(ask?.field, () => readReport(completeQuestion, knowledge));
  const marked = Object.fromEntries(
    set.map(([name, { from }]) => [
      name,
      { ...(reading.figures[name] as KnownFigure), origin: "derived" as const, from },
    ]),
  );
  const withOrigins = set.length === 0 ? reading : { ...reading, figures: { ...reading.figures, ...marked } };
  return { ...told(completeQuestion, withOrigins), origin };
}

const told = (question: Question, reading: ReportReading) => ({
  question,
  reading,
  ytd: reading.figures.ytd as KnownFigure,
});

/** A refusal with the field of the part that it is about. */
function within<T>(field: string | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EngineError) || field === undefined) throw error;
    throw new EngineError(error.code, `${field}.${error.path}`, error.message, error.hint);
  }
}

/** The tree below a part whose amount is known, from the top down. */
function completed(
  { name, value: asked, children }: Tree<Read>,
  read: Reading,
  knowledge: Knowledge,
): Tree<ToldPart> {
  const shared = children.map((child) => ({ ...child, value: readAsShare(child.value, read, knowledge) }));
  const unknown = shared.filter(({ value }) => !value.read);
  if (unknown.length > 1) throw undetermined((unknown[0] as Tree<Read>).value);
  const known = shared.filter(({ value }) => value.read).map(figuresOf);
  const isPartial = children.length > 0 && (unknown.length > 0 || !asked.isExhaustive);
  const left = isPartial ? leftOver(read.reading.figures, known) : {};
  const parts = shared.map(
    (part): Tree<Read> =>
      part.value.read ? part : { ...part, value: readAsRest(part.value, left, knowledge) },
  );
  if (unknown.length === 0 && left.ytd && left.ytd.lower > 0)
    parts.push(restOf(asked, read, left, shared, knowledge));
  return {
    name,
    value: {
      ...read,
      path: asked.path,
      scale: asked.scale,
      isExhaustive: asked.isExhaustive,
      hasOwnReport: hasEvidence(asked.question),
      ...(asked.ask && { ask: asked.ask }),
    },
    children: parts.map((part) => completed(part, part.value.read as Reading, knowledge)),
  };
}

/** What says something of the rest of the year besides the targets. */
const hasEvidence = ({ figures, history, reports }: Question): boolean =>
  history !== undefined ||
  reports.length > 0 ||
  (["ytd", "growth", "priorYtd", "priorFullYear"] as const).some((name) => figures[name]);

function readAsShare(part: Read, whole: Reading, knowledge: Knowledge): Read {
  const share = part.ask?.share;
  if (part.read || !share) return part;
  return { ...part, read: readWith(part, { ytd: shareOfAmount(share, whole.ytd) }, "share", knowledge) };
}

const readAsRest = (part: Asked, left: FollowingAmounts, knowledge: Knowledge): Read => ({
  ...part,
  read: readWith(part, atLeastNothing(left, part.weight), "rest", knowledge),
});

function restOf(
  whole: Asked,
  { question }: Reading,
  left: FollowingAmounts,
  siblings: readonly Tree<Read>[],
  knowledge: Knowledge,
): Tree<Read> {
  const name = REST.find((each) => siblings.every((sibling) => sibling.name !== each)) ?? REST[0];
  const { history: _history, ...report } = question;
  const asked: Asked = {
    path: partPath(whole.path, name),
    scale: whole.scale,
    weight: 1,
    isExhaustive: true,
    question: { ...report, figures: {}, targets: [], reports: [] },
  };
  return { name, value: readAsRest(asked, left, knowledge), children: [] };
}

const undetermined = ({ ask }: Asked): EngineError =>
  new EngineError(
    "notEnoughKnown",
    ask?.field ?? "components",
    `nothing tells the amount of ${ask?.name ?? "the part"}`,
    "give ytd, or share; one part of a whole may be left out and follows from the others",
  );
