import type { Figure } from "../engine/figure/figure.ts";
import { SPAN_NAMES, type SpanName } from "../engine/growth-scenarios/quarter-span.ts";
import type { StatedGrowth } from "../engine/growth-scenarios/stated-growth.ts";
import { foldText } from "../engine/indicator-class.ts";
import type { FigureText } from "./fields.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { GrowthOrSpans, SpanFigures } from "./growth-scenarios-question.ts";
import type { ProblemList } from "./problems.ts";
import { entries } from "./query.ts";

/** Names of spans in English and Vietnamese, without accents and hyphens. */
const SPAN_WORDS: readonly (readonly [SpanName, RegExp])[] = [
  ["Q1", /^(?:q ?1|(?:quy|quarter) (?:1|i)|(?:first|1st) quarter|3 ?m|3 (?:months|thang)(?: dau nam)?)$/],
  ["Q2", /^(?:q ?2|(?:quy|quarter) (?:2|ii)|(?:second|2nd) quarter)$/],
  ["Q3", /^(?:q ?3|(?:quy|quarter) (?:3|iii)|(?:third|3rd) quarter)$/],
  ["Q4", /^(?:q ?4|(?:quy|quarter) (?:4|iv)|(?:fourth|4th) quarter)$/],
  ["H1", /^(?:h ?1|6 ?m|6 (?:months|thang)(?: dau nam)?|first half|(?:6 )?thang dau nam|q1 q2)$/],
  ["H2", /^(?:h ?2|second half|6 thang cuoi nam|q3 q4)$/],
  ["9M", /^(?:9 ?m|9 (?:months|thang)(?: dau nam)?|q1 q3)$/],
  ["Q2-Q3", /^q2 q3$/],
  ["Q2-Q4", /^(?:q2 q4|9 thang cuoi nam)$/],
  ["year", /^(?:year|fy|full year|12 ?m|12 (?:months|thang)|ca nam|nam|q1 q4)$/],
];

/** The span that a name means, in either language. */
export const spanNamed = (name: string): SpanName | undefined => {
  const folded = foldText(name);
  return SPAN_WORDS.find(([, words]) => words.test(folded))?.[0];
};

export interface SpanText {
  readonly span: SpanName;
  readonly text: FigureText;
  readonly path: string;
}

/** Figures of spans in whichever form they were given; an unknown or repeated span is noted. */
export function spanTexts(
  problems: ProblemList,
  given: SpanFigures | undefined,
  path: string,
): readonly SpanText[] {
  const seen = new Set<SpanName>();
  return rowsOf(given).flatMap(({ name, text }): readonly SpanText[] => {
    const span = spanNamed(name);
    const at = `${path}.${name}`;
    if (!span)
      problems.add(at, `"${name}" is no quarter or span of a year`, `write one of ${SPAN_NAMES.join(", ")}`);
    else if (seen.has(span)) problems.add(at, `${span} is told twice`, "give it once");
    else {
      seen.add(span);
      return [{ span, text, path: at }];
    }
    return [];
  });
}

function rowsOf(
  given: SpanFigures | undefined,
): readonly { readonly name: string; readonly text: FigureText }[] {
  if (given === undefined) return [];
  if (typeof given === "string") return entries(given).map(({ name = "", value }) => ({ name, text: value }));
  if (Array.isArray(given)) return given.map(({ span, value }) => ({ name: span, text: value }));
  return Object.entries(given).map(([name, text]) => ({ name, text }));
}

/** A growth that may stand alone, for `span`, as rows of spans. */
export function growthTexts(
  problems: ProblemList,
  given: GrowthOrSpans,
  { span, path }: { readonly span: SpanName; readonly path: string },
): readonly SpanText[] {
  if (typeof given === "number" || (typeof given === "string" && !given.includes(":")))
    return [{ span, text: given, path }];
  return spanTexts(problems, given, path);
}

/** A quarter smaller than this beside the others is a slip of units, and nothing is solved for it exactly. */
const SMALLEST_QUARTER = 1e-6;

/** Notes quarters of last year that cannot be of one indicator. */
export function checkScale(problems: ProblemList, amounts: readonly number[], path: string): void {
  if (Math.min(...amounts) < SMALLEST_QUARTER * Math.max(...amounts))
    problems.add(
      path,
      `the amounts of ${path} are of different scale: one is more than a million times another`,
      "give all of them in one unit",
    );
}

/** A told growth: one figure or both ends of a range, and whether it is only a lower end. */
export interface GrowthEnds {
  readonly lower: StatedGrowth;
  readonly upper: StatedGrowth;
  readonly isRange: boolean;
  readonly isAtLeast: boolean;
}

const NUMBER = String.raw`[+-]?\d+(?:[.,]\d+)?`;
const RANGE = new RegExp(
  String.raw`^\s*(?:from|between|từ)?\s*(${NUMBER})\s*(%?)\s*(?:-|–|—|to|and|đến|tới)\s*(${NUMBER})\s*(%?)\s*$`,
  "iu",
);

/** Reads the growths of scenarios, ranges and lower ends among them. */
export function readGrowthEnds(
  problems: ProblemList,
  figures: FigureReader,
  { span, text, path }: SpanText,
  of: "known" | "scenario" | "component",
): GrowthEnds | undefined {
  const range = typeof text === "string" ? RANGE.exec(text.normalize("NFC")) : null;
  const [, low, lowSign, high, highSign] = range ?? [];
  const texts = range ? [`${low}${lowSign || highSign}`, `${high}${highSign || lowSign}`] : [text];
  const [lower, upper = lower] = texts.map((each) => figures.growth(each, path));
  if (!lower || !upper) return undefined;
  if (upper.value < lower.value)
    problems.add(
      path,
      `the range ${String(text)} ends below its start`,
      'write the lower end first: "8.3-8.5%"',
    );
  if (range && of !== "scenario")
    problems.add(path, `${path} is a range, where only one number can be used`, "write one growth");
  if (of === "scenario" && lower.qualifier === "atMost")
    problems.add(
      path,
      `${path} is an upper end, from which no quarter follows`,
      'write the growth itself, a range "7.5-8%", or a lower end "at least 7.5%"',
    );
  const stated = (figure: Figure): StatedGrowth => ({
    span,
    growth: figure.value,
    lower: figure.lower,
    upper: figure.upper,
    path,
    isKnown: of === "known",
  });
  return {
    lower: stated(lower),
    upper: stated(upper),
    isRange: range !== null && upper.value !== lower.value,
    isAtLeast: lower.qualifier === "atLeast" || lower.qualifier === "over",
  };
}
