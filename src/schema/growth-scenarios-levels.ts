import type { GrowthScenariosAsk } from "../engine/growth-scenarios/ask.ts";
import {
  type LevelScale,
  levelOf,
  QUARTER_SPANS,
  type Quarters,
  spanBetween,
  sumOver,
} from "../engine/growth-scenarios/quarter-span.ts";
import { impliedGrowth, type StatedGrowth } from "../engine/growth-scenarios/stated-growth.ts";
import { usualAggregation } from "../engine/indicator-class.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { TotalBases } from "./growth-scenarios-components.ts";
import { checkScale, spanTexts } from "./growth-scenarios-figures.ts";
import { GROWTH_SCENARIOS_HINTS, type GrowthScenariosQuestionInput } from "./growth-scenarios-question.ts";
import type { ProblemList } from "./problems.ts";

type Input = Partial<GrowthScenariosQuestionInput>;

/** Shares may miss 1 by this much and still be shares, and by this much without a word. */
const SHARES = { tolerance: 0.02, silent: 0.0005 } as const;

/** Last year as it was told. */
export interface LastYear extends TotalBases {
  readonly sharesSum?: number;
  /** The levels as they were told, quarters or months. */
  readonly levels: readonly number[];
  readonly scale: LevelScale;
}

/** Last year's quarters, as levels or as shares of the year. */
export function readLastYear(
  problems: ProblemList,
  figures: FigureReader,
  raw: Readonly<Record<string, unknown>>,
  { lastYear: input, indicator = "", aggregation }: Input,
): LastYear | undefined {
  const hint = GROWTH_SCENARIOS_HINTS.lastYear;
  if (!Array.isArray(input)) {
    if (raw.lastYear === undefined) problems.add("lastYear", "lastYear is required", hint);
    return undefined;
  }
  if (input.length !== 4 && input.length !== 12) {
    problems.add(
      "lastYear",
      `lastYear has ${input.length} values, and a year four quarters or twelve months`,
      hint,
    );
    return undefined;
  }
  const isIndex = (aggregation ?? usualAggregation(indicator)) === "average";
  const scale: LevelScale = {
    aggregation: isIndex ? "average" : "sum",
    periodsPerQuarter: input.length / 4,
  };
  if (areShares(input)) {
    const shares = sharesOf(problems, figures, input);
    return shares && { ...shares, scale };
  }
  const read = input.map((text, index) => figures.base(text, `lastYear.${index}`)?.value);
  if (read.includes(undefined)) return undefined;
  const levels = read as readonly number[];
  checkScale(problems, levels, "lastYear");
  return { lastYear: quartersOf(levels), areLevels: true, levels, scale };
}

const isPercent = (text: string | number): boolean => typeof text === "string" && text.includes("%");

/** Percents are shares, and so are four bare numbers below 1 that come near 1 together. */
function areShares(input: readonly (string | number)[]): boolean {
  if (input.some(isPercent)) return true;
  const numbers = input.map((text) => Number(String(text).replace(",", ".")));
  const sum = numbers.reduce((total, x) => total + x, 0);
  return input.length === 4 && numbers.every((x) => x > 0 && x < 1) && Math.abs(sum - 1) < 0.2;
}

function sharesOf(
  problems: ProblemList,
  figures: FigureReader,
  input: readonly (string | number)[],
): Omit<LastYear, "scale"> | undefined {
  const read = input.map((text, index) => {
    const path = `lastYear.${index}`;
    const share = figures.share(text, path)?.value;
    if (share === 0) problems.add(path, `${path} is zero`, "growth on nothing says nothing");
    return share;
  });
  if (read.some((share) => !share)) return undefined;
  const shares = read as readonly number[];
  checkScale(problems, shares, "lastYear");
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > SHARES.tolerance) {
    problems.add(
      "lastYear",
      `the shares of last year add up to ${Number((sum * 100).toPrecision(6))}%, not to 100%`,
      "give the shares of all quarters in the year, or their levels",
    );
    return undefined;
  }
  const scaled = shares.map((share) => share / sum);
  return {
    lastYear: quartersOf(scaled),
    areLevels: false,
    levels: scaled,
    ...(Math.abs(sum - 1) > SHARES.silent && { sharesSum: sum }),
  };
}

function quartersOf(periods: readonly number[]): Quarters {
  const each = periods.length / 4;
  return [0, 1, 2, 3].map((quarter) =>
    periods.slice(quarter * each, (quarter + 1) * each).reduce((total, x) => total + x, 0),
  ) as unknown as Quarters;
}

interface Actuals {
  readonly growths: readonly StatedGrowth[];
  /** Levels that were given in order. */
  readonly listed?: readonly number[];
  readonly monthsNotUsed: number;
}

/** This year's levels as growths on last year's. */
export function readActuals(
  problems: ProblemList,
  figures: FigureReader,
  { actuals }: Input,
  total: LastYear,
): Actuals {
  if (actuals === undefined) return { growths: [], monthsNotUsed: 0 };
  if (!total.areLevels) {
    problems.add(
      "actuals",
      "levels of this year cannot be compared with shares of last year",
      "give known growths, or last year's levels",
    );
    return { growths: [], monthsNotUsed: 0 };
  }
  const grown = (
    level: { value: number; lower: number; upper: number },
    base: number,
    span: StatedGrowth["span"],
    path: string,
  ): StatedGrowth => ({
    span,
    growth: level.value / base - 1,
    lower: level.lower / base - 1,
    upper: level.upper / base - 1,
    path,
    isKnown: true,
  });
  if (!isListed(actuals)) {
    const growths = spanTexts(problems, actuals, "actuals").flatMap(({ span, text, path }) => {
      const level = figures.base(text, path);
      const base = levelOf(sumOver(total.lastYear, span), span, total.scale);
      return level ? [grown(level, base, span, path)] : [];
    });
    return { growths, monthsNotUsed: 0 };
  }
  const most = total.levels.length;
  if (actuals.length > most)
    problems.add(
      "actuals",
      `actuals has ${actuals.length} values, and last year ${most}`,
      "give one for each period of this year so far",
    );
  const read = actuals.map((text, index) => figures.base(text, `actuals.${index}`));
  if (read.includes(undefined)) return { growths: [], monthsNotUsed: 0 };
  const levels = read.slice(0, most) as readonly { value: number; lower: number; upper: number }[];
  const each = most / 4;
  const complete = Math.floor(levels.length / each);
  const sum = (end: "value" | "lower" | "upper", quarter: number) =>
    levels.slice(quarter * each, (quarter + 1) * each).reduce((all, level) => all + level[end], 0);
  const growths = Array.from({ length: complete }, (_, quarter) => {
    const level = {
      value: sum("value", quarter),
      lower: sum("lower", quarter),
      upper: sum("upper", quarter),
    };
    return grown(
      level,
      total.lastYear[quarter] as number,
      spanBetween(quarter, quarter + 1),
      `actuals.${quarter * each}`,
    );
  });
  return {
    growths,
    listed: levels.map(({ value }) => value),
    monthsNotUsed: levels.length - complete * each,
  };
}

const isListed = (actuals: NonNullable<Input["actuals"]>): actuals is (string | number)[] =>
  Array.isArray(actuals) && actuals.every((each) => typeof each !== "object");

/** This year's seasonally adjusted levels in order: as they were listed, or from the growth of each known quarter. */
export function adjustedLevels(
  problems: ProblemList,
  { lastYear, levels }: LastYear,
  listed: readonly number[] | undefined,
  known: readonly StatedGrowth[],
): NonNullable<GrowthScenariosAsk["carryOver"]> {
  if (listed) return { lastYear: levels, thisYear: listed };
  const thisYear: number[] = [];
  for (const [quarter, base] of lastYear.entries()) {
    const growth = impliedGrowth(lastYear, known, spanBetween(quarter, quarter + 1));
    if (growth === undefined) break;
    thisYear.push(base * (1 + growth));
  }
  if (levels.length === 12 && known.length > 0)
    problems.add(
      "actuals",
      "the carry-over of months needs this year's months",
      "list them in order, as those of last year",
    );
  else if (known.some(({ span }) => QUARTER_SPANS[span].to > thisYear.length))
    problems.add(
      "actuals",
      "the carry-over needs each quarter that is known by itself",
      'give "Q1" and "Q2" rather than "H1"',
    );
  return { lastYear: levels, thisYear };
}
