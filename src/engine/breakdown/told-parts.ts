import { EngineError } from "../engine-error.ts";
import type { Figure } from "../figure/figure.ts";
import {
  type Interval,
  intervalDifference,
  intervalProduct,
  intervalSum,
  UNBOUNDED,
} from "../figure/interval.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import type { KnownFigure } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type ReportReading, readReport } from "../report/read-report.ts";
import type { BreakdownAsk, ComponentAsk } from "./ask.ts";
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

/** An amount that follows from others, with the formula. */
interface Following extends Interval {
  readonly value: number;
  readonly from: string;
}

const OF_YEAR = ["ytd", "priorYtd", "priorFullYear"] as const;
type Amounts = Partial<Readonly<Record<(typeof OF_YEAR)[number], Following>>>;

/** A total or a part as it is asked; `weight` is its part in one unit of its whole. */
interface Asked extends Pick<ToldPart, "path" | "scale" | "isExhaustive"> {
  readonly ask?: ComponentAsk;
  readonly question: Question;
  readonly weight: number;
}

/** A part whose amount is known, or not yet: what has only a share, or nothing, waits for its whole. */
interface Read extends Asked {
  readonly read?: Pick<ToldPart, "question" | "reading" | "ytd" | "origin">;
}

/** The name of what the named parts leave of their whole, and another where a part is called so. */
const REST = ["rest", "remainder"] as const;
export const PATH_SEPARATOR = " / ";

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
      const path = pathOf(whole.path, ask.name);
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

const pathOf = (whole: string, name: string): string =>
  whole === "" ? name : `${whole}${PATH_SEPARATOR}${name}`;

/** What is known of a part without its whole: its own report, or the sum of parts that are all known. */
function readAlone(asked: Asked, children: readonly Tree<Read>[], knowledge: Knowledge): Read {
  const { question, ask } = asked;
  if (tellsAmount(question)) {
    const sums = asked.isExhaustive ? sumsOf(children, unknownOfLastYear(question)) : {};
    const read = readWith(asked, sums, "reported", knowledge);
    return read.reading.basis === undefined ? { ...asked, read } : asked;
  }
  if (ask?.share || children.length === 0 || children.some(({ value }) => !value.read)) return asked;
  return { ...asked, read: readWith(asked, sumsOf(children, OF_YEAR), "sum", knowledge) };
}

/** The figures of last year that a report neither tells nor implies. */
function unknownOfLastYear({ figures, targets }: Question): readonly (typeof OF_YEAR)[number][] {
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

/** The sums of parts, each by its weight, of the figures that all of them know. */
function sumsOf(children: readonly Tree<Read>[], names: readonly (typeof OF_YEAR)[number][]): Amounts {
  const sums: Record<string, Following> = {};
  if (children.length === 0) return sums;
  for (const name of names) {
    const sum = sumOf(children, name);
    if (sum) sums[name] = sum;
  }
  return sums;
}

function sumOf(children: readonly Tree<Read>[], name: (typeof OF_YEAR)[number]): Following | undefined {
  let value = 0;
  let interval: Interval = { lower: 0, upper: 0 };
  for (const { value: part } of children) {
    const figure = part.read?.reading.figures[name];
    if (!figure || isGuessed(figure, name)) return undefined;
    value += figure.value * part.weight;
    interval = intervalSum(interval, weighted(intervalOf(figure), part.weight));
  }
  return { value, ...interval, from: "sum of the parts" };
}

/** Last year's figures that were estimated are yardsticks for targets; an amount so far of filled-in periods is one. */
const isGuessed = ({ origin }: KnownFigure, name: (typeof OF_YEAR)[number]): boolean =>
  name !== "ytd" && origin === "estimated";

const intervalOf = ({ lower = UNBOUNDED.lower, upper = UNBOUNDED.upper }: KnownFigure): Interval => ({
  lower,
  upper,
});

const weighted = (interval: Interval, weight: number): Interval =>
  weight === 1 ? interval : intervalProduct(interval, { lower: weight, upper: weight });

/** The report of a part with what follows from others in the place of figures that it does not tell. */
function readWith(
  { question, ask }: Pick<Asked, "question" | "ask">,
  following: Amounts,
  origin: PartOrigin,
  knowledge: Knowledge,
): NonNullable<Read["read"]> {
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

/** A figure that follows from others: an interval in every reading, since it has no digits of its own. */
export function followingFigure({ value, lower, upper }: Interval & { readonly value: number }): Figure {
  const figure = parseFigure(value, { role: "amount", path: "ytd" });
  const { unitExponent } = figure.digits;
  return {
    ...figure,
    qualifier: "about",
    digits: { ...figure.digits, coarseExponent: unitExponent },
    lower: Math.min(lower, value),
    upper: Math.max(upper, value),
  };
}

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
  read: NonNullable<Read["read"]>,
  knowledge: Knowledge,
): Tree<ToldPart> {
  const shared = children.map((child) => ({ ...child, value: readAsShare(child.value, read, knowledge) }));
  const unknown = shared.filter(({ value }) => !value.read);
  if (unknown.length > 1) throw undetermined((unknown[0] as Tree<Read>).value);
  const known = shared.filter(({ value }) => value.read);
  const left = children.length > 0 && (unknown.length > 0 || !asked.isExhaustive) && leftOver(read, known);
  const parts = shared.map((part) => {
    if (part.value.read || !left) return part;
    return {
      ...part,
      value: {
        ...part.value,
        read: readWith(part.value, atLeastNothing(left, part.value.weight), "rest", knowledge),
      },
    };
  });
  if (left && unknown.length === 0 && left.ytd.lower > 0)
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
    children: parts.map((part) => completed(part, part.value.read as NonNullable<Read["read"]>, knowledge)),
  };
}

/** What says something of the rest of the year besides the targets. */
const hasEvidence = ({ figures, history, reports }: Question): boolean =>
  history !== undefined ||
  reports.length > 0 ||
  (["ytd", "growth", "priorYtd", "priorFullYear"] as const).some((name) => figures[name]);

function readAsShare(part: Read, whole: NonNullable<Read["read"]>, knowledge: Knowledge): Read {
  const share = part.ask?.share;
  if (part.read || !share) return part;
  const ytd = {
    value: share.value * whole.ytd.value,
    ...intervalProduct(share, intervalOf(whole.ytd)),
    from: "share * total",
  };
  return { ...part, read: readWith(part, { ytd }, "share", knowledge) };
}

/** What the known parts leave of their whole, of every figure that all of them tell. */
function leftOver(
  whole: NonNullable<Read["read"]>,
  known: readonly Tree<Read>[],
): Amounts & { readonly ytd: Following } {
  const left: Record<string, Following> = {};
  for (const name of OF_YEAR) {
    const all = whole.reading.figures[name];
    const sum = known.length === 0 ? NOTHING : sumOf(known, name);
    if (!all || !sum || isGuessed(all, name)) continue;
    const value = all.value - sum.value;
    if (name !== "ytd" && !(value > 0)) continue;
    left[name] = { value, ...intervalDifference(intervalOf(all), sum), from: "total - parts" };
  }
  return left as Amounts & { readonly ytd: Following };
}

const NOTHING: Following = { value: 0, lower: 0, upper: 0, from: "" };

/** What is left of a whole is told of one part by its weight, and is not below nothing. */
function atLeastNothing(left: Amounts, weight: number): Amounts {
  return Object.fromEntries(
    Object.entries(left).map(([name, { value, lower, upper, from }]) => [
      name,
      {
        value: Math.max(0, value / weight),
        lower: Math.max(0, lower / weight),
        upper: Math.max(0, upper / weight),
        from,
      },
    ]),
  );
}

function restOf(
  whole: Asked,
  { question }: NonNullable<Read["read"]>,
  left: Amounts,
  siblings: readonly Tree<Read>[],
  knowledge: Knowledge,
): Tree<Read> {
  const name = REST.find((each) => siblings.every((sibling) => sibling.name !== each)) ?? REST[0];
  const { history: _history, ...report } = question;
  const asked: Asked = {
    path: pathOf(whole.path, name),
    scale: whole.scale,
    weight: 1,
    isExhaustive: true,
    question: { ...report, figures: {}, targets: [], reports: [] },
  };
  return {
    name,
    value: { ...asked, read: readWith(asked, atLeastNothing(left, 1), "rest", knowledge) },
    children: [],
  };
}

const undetermined = ({ ask }: Asked): EngineError =>
  new EngineError(
    "notEnoughKnown",
    ask?.field ?? "components",
    `nothing tells the amount of ${ask?.name ?? "the part"}`,
    "give ytd, or share; one part of a whole may be left out and follows from the others",
  );
