import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtractedFigure, ExtractedTarget } from "../../src/extract/extraction.ts";
import { readText } from "./read-text.ts";

/** What a case says about a figure. */
export type ExpectedFigure = Pick<ExtractedFigure, "indicator" | "unit" | "qualifier" | "period"> &
  Partial<Pick<ExtractedFigure, "geography" | "value" | "shareOfTarget" | "growth">> & {
    readonly target?: Partial<ExtractedTarget>;
    readonly otherTargets?: readonly Partial<ExtractedTarget>[];
    readonly priorYtd?: number;
    readonly isExpected?: boolean;
    readonly parts?: readonly ExpectedPart[];
  };
type ExpectedPart = Partial<Pick<ExtractedFigure, "indicator" | "value" | "unit">>;

/** A sentence with the figures that a careful reader finds in it. */
export interface CorpusCase {
  readonly text: string;
  readonly published?: string;
  readonly figures: readonly ExpectedFigure[];
  readonly why: string;
}

const RELATIVE_TOLERANCE = 1e-9;
/** What a case leaves out of these must be absent. */
const TOLD = ["geography", "indicator", "unit", "qualifier", "period", "shareOfTarget", "growth"] as const;
/** These are compared where a case names them. */
const TOLD_SOMETIMES = ["priorYtd", "isExpected"] as const;
const folder = join(import.meta.dirname, "corpus");

/** The cases of each file of the corpus. */
export function readCorpus(): { file: string; cases: readonly CorpusCase[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith("-sentences.json"))
    .sort()
    .map((file) => ({ file, cases: casesOf(file) }));
}

/** The cases of one file of the corpus. */
export const casesOf = (file: string): readonly CorpusCase[] =>
  (JSON.parse(readFileSync(join(folder, file), "utf8")) as { cases: CorpusCase[] }).cases;

/** What the reader gets wrong of a case, a line each: "-" for what is wanted, "+" for what it read instead. */
export function differencesOf({ text, published, figures }: CorpusCase): string[] {
  const read = readText(text, published).figures;
  const unread = [...read];
  const missed = figures.filter((expected) => {
    const at = unread.findIndex((figure) => isAsExpected(figure, expected));
    if (at >= 0) unread.splice(at, 1);
    return at < 0;
  });
  const parts = read.flatMap((figure) => figure.parts ?? []);
  const missedParts = figures
    .flatMap((expected) => expected.parts ?? [])
    .filter((expected) => !parts.some((part) => agrees(part, expected)));
  return [
    ...missed.map((expected) => `- ${lineOf(expected, expected.target)}`),
    ...unread.map((figure) => `+ ${lineOf(figure, figure.target)}`),
    ...missedParts.map((part) => `- part ${JSON.stringify(part)}`),
    ...(missedParts.length === 0 ? [] : parts.map((part) => `+ part ${lineOf(part, undefined)}`)),
  ];
}

function isAsExpected(figure: ExtractedFigure, expected: ExpectedFigure): boolean {
  const { otherTargets = [] } = figure;
  return (
    TOLD.every((key) => isSame(figure[key], expected[key])) &&
    TOLD_SOMETIMES.every((key) => expected[key] === undefined || isSame(figure[key], expected[key])) &&
    hasValue(figure, expected) &&
    (expected.target === undefined) === (figure.target === undefined) &&
    agrees(figure.target ?? {}, expected.target ?? {}) &&
    (expected.otherTargets ?? []).every((each) => otherTargets.some((other) => agrees(other, each)))
  );
}

/** The value of an index is its growth: a figure need not say it twice. */
function hasValue(figure: ExtractedFigure, { unit, value }: ExpectedFigure): boolean {
  return (unit === "percent_yoy" && figure.value === undefined) || isSame(figure.value, value);
}

/** Whether something has all that is expected of it, and maybe more. */
function agrees(actual: object, expected: object): boolean {
  return Object.entries(expected).every(([key, value]) =>
    isSame((actual as Record<string, unknown>)[key], value),
  );
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (typeof actual === "number" && typeof expected === "number")
    return Math.abs(actual - expected) <= RELATIVE_TOLERANCE * Math.abs(expected);
  if (typeof actual === "object" && typeof expected === "object" && actual && expected)
    return agrees(actual, expected) && agrees(expected, actual);
  return actual === expected;
}

function lineOf(
  figure: ExpectedFigure | ExtractedFigure,
  target: Partial<ExtractedTarget> | undefined,
): string {
  const { period } = figure;
  const ratio = (name: string, value: number | undefined) =>
    value === undefined ? [] : [`${name} ${Number((value * 100).toFixed(6))}%`];
  return [
    figure.geography ?? "(nowhere)",
    figure.indicator,
    figure.value ?? "(growth)",
    figure.unit,
    figure.qualifier,
    `${period.year ?? "?"}/${period.fromMonth}-${period.throughMonth}`,
    ...ratio("share", figure.shareOfTarget),
    ...ratio("growth", figure.growth),
    ...(figure.priorYtd === undefined ? [] : [`prior ${figure.priorYtd}`]),
    ...(figure.isExpected === undefined ? [] : [`expected ${figure.isExpected}`]),
    ...(target ? [`target ${targetLine(target)}`] : []),
    ...(figure.otherTargets ?? []).map((other) => `other target ${targetLine(other)}`),
  ].join(" ");
}

const targetLine = ({ value, unit, year, kind }: Partial<ExtractedTarget>): string =>
  `${value} ${unit} ${year ?? "?"} ${kind ?? ""}`;
