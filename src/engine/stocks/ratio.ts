import { dayAfter, monthsBetween } from "../calendar/months-between.ts";
import type { Figure } from "../figure/figure.ts";
import type { Verdict } from "../figure/finding.ts";
import {
  eachOf,
  exactly,
  type Measured,
  type MeasuredAnswer,
  measuredAnswer,
  minus,
  over,
} from "../figure/measured.ts";
import { LONGEST_MONTHS, levelAfter } from "./pace.ts";
import { type StandardRatio, standardRatio } from "./standard-ratios.ts";
import { standardStock } from "./standard-stocks.ts";
import type { Stock } from "./stock.ts";
import { additionsFor, type TargetAnswer, targetAnswer } from "./stock-target.ts";
import { wholeUp } from "./whole-up.ts";

/** A ratio of two stocks, or of figures told for it alone, which have no earlier values. */
export interface Ratio {
  /** The name that the question gave it. */
  readonly name?: string;
  readonly numerator: Stock;
  readonly denominator: Stock;
  readonly kind: "share" | "perUnit";
  readonly target?: Figure;
  readonly targetDate?: string;
  readonly stated?: Figure;
}

/** What a target of the ratio takes when its denominator does not stand still. */
export interface GrowingDenominator {
  /** The denominator at its own target, or where its pace leads by the day of the ratio's target. */
  readonly basis: "target" | "pace";
  readonly denominator: MeasuredAnswer;
  readonly numeratorNeeded: MeasuredAnswer;
  readonly additions: MeasuredAnswer;
}

/** Where the paces of a ratio's stocks since one day lead, if they go on in a straight line. */
export interface RatioPace {
  readonly since: string;
  /** Whether the denominator goes on too, or is kept as it is because nothing tells how it changed. */
  readonly denominator: "pace" | "kept";
  readonly outcome: "reached" | "notAtThisPace" | "notWithinCentury";
  readonly reached?: string;
}

export interface RatioTargetAnswer extends TargetAnswer {
  /** Only of an open target whose numerator was told at an earlier day too. */
  readonly pace?: RatioPace;
  /** The numerator that the target takes with the denominator as it is. */
  readonly numeratorNeeded: MeasuredAnswer;
  readonly ifDenominatorGrows: readonly GrowingDenominator[];
  /** How many new ones it takes if each adds one to the numerator and to the denominator; of a share of whole things. */
  readonly ifEveryNewOneCounts?: MeasuredAnswer;
}

/** The change of a ratio since a day on which both of its parts were told, and what each of them did to it. */
export interface RatioChange {
  readonly since: string;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly fromNumerator: number;
  readonly fromDenominator: number;
}

export interface RatioAnswer {
  readonly name: string;
  readonly standard?: StandardRatio;
  readonly numerator: string;
  readonly denominator: string;
  readonly kind: Ratio["kind"];
  /** The unit of the numerator, which its additions are in; absent for a plain count. */
  readonly unit?: string;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly stated?: MeasuredAnswer & { readonly verdict: Verdict };
  readonly target?: RatioTargetAnswer;
  readonly change?: RatioChange;
}

/** What a ratio is, what its target takes and where its change came from; undefined where the denominator is zero. */
export function ratioAnswer(
  ratio: Ratio,
  { asOf, verdict }: { readonly asOf: string | undefined; readonly verdict: Verdict | undefined },
): RatioAnswer | undefined {
  const { numerator, denominator, kind, stated } = ratio;
  if (denominator.value.value === 0) return undefined;
  const standard = standardOf(ratio);
  const change = changeOf(ratio);
  const target = ratioTarget(ratio, asOf);
  return {
    name: ratioName(ratio),
    ...(standard !== undefined && { standard }),
    numerator: numerator.name,
    denominator: denominator.name,
    kind,
    ...(numerator.unit !== undefined && { unit: numerator.unit }),
    ...measuredAnswer(over(numerator.value, denominator.value)),
    ...(stated && verdict && { stated: { ...measuredAnswer(stated), verdict } }),
    ...(target && { target }),
    ...(change && { change }),
  };
}

const standardOf = ({ numerator, denominator }: Ratio): StandardRatio | undefined =>
  standardRatio(standardStock(numerator.name), standardStock(denominator.name))?.name;

/** The name that the question gave a ratio, that of a standard ratio, or else its two stocks. */
export const ratioName = (ratio: Ratio): string =>
  ratio.name ?? standardOf(ratio) ?? `${ratio.numerator.name} / ${ratio.denominator.name}`;

function ratioTarget(ratio: Ratio, asOf: string | undefined): RatioTargetAnswer | undefined {
  const { numerator, denominator, target, targetDate: date } = ratio;
  if (!target) return undefined;
  const needed = neededOf(ratio, denominator.value, target.value);
  const newOnes = newOnesFor(ratio, target.value);
  const reached = targetAnswer(over(numerator.value, denominator.value), {
    target,
    date,
    asOf,
    missing: additionsFor(minus(needed, numerator.value), numerator.isWhole),
  });
  const pace = reached.status === "attained" ? undefined : paceOf(ratio, target.value, asOf);
  return {
    ...reached,
    ...(pace && { pace }),
    numeratorNeeded: measuredAnswer(needed),
    ifDenominatorGrows: growingDenominators(denominator, date, asOf).map(({ basis, level }) => {
      const then = neededOf(ratio, level, target.value);
      return {
        basis,
        denominator: measuredAnswer(level),
        numeratorNeeded: measuredAnswer(then),
        additions: measuredAnswer(additionsFor(minus(then, numerator.value), numerator.isWhole)),
      };
    }),
    ...(newOnes && { ifEveryNewOneCounts: measuredAnswer(newOnes) }),
  };
}

const neededOf = ({ numerator }: Ratio, denominator: Measured, target: number): Measured =>
  eachOf(denominator, (x) => (numerator.isWhole ? wholeUp(x * target) : x * target));

/** (n + x) / (d + x) reaches the target p at x = (p d - n) / (1 - p). */
function newOnesFor({ numerator, denominator, kind }: Ratio, target: number): Measured | undefined {
  const isCounted = kind === "share" && numerator.isWhole && denominator.isWhole;
  if (!isCounted || target >= 1) return undefined;
  const gap = minus(
    eachOf(denominator.value, (x) => x * target),
    numerator.value,
  );
  const missing = additionsFor(
    eachOf(gap, (x) => x / (1 - target)),
    true,
  );
  return missing.value > 0 ? missing : undefined;
}

/** The day on which (n + a t) / (d + b t) is the target p: t = (p d - n) / (a - p b), with the changes a and b a month. */
function paceOf(ratio: Ratio, target: number, asOf: string | undefined): RatioPace | undefined {
  const together = toldTogether(ratio);
  const told = together ?? numeratorAlone(ratio);
  if (!told || asOf === undefined) return undefined;
  const { since: day, n0, n1, d0, d1 } = told;
  const since = { since: day, denominator: together ? "pace" : "kept" } as const;
  const closing = (n1 - n0 - target * (d1 - d0)) / monthsBetween(day, asOf);
  if (!(closing > 0)) return { ...since, outcome: "notAtThisPace" };
  const months = (target * d1 - n1) / closing;
  if (months > LONGEST_MONTHS) return { ...since, outcome: "notWithinCentury" };
  return { ...since, outcome: "reached", reached: dayAfter(asOf, months) };
}

/** Where a denominator is to be or is heading, where that is more than it is. */
function growingDenominators(
  { value, target, earlier, isWhole }: Stock,
  date: string | undefined,
  asOf: string | undefined,
): readonly { readonly basis: GrowingDenominator["basis"]; readonly level: Measured }[] {
  const levels: { basis: GrowingDenominator["basis"]; level: Measured }[] = [];
  if (target && target.value > value.value) levels.push({ basis: "target", level: exactly(target.value) });
  const latest = earlier.at(-1);
  if (latest && date !== undefined && asOf !== undefined && monthsBetween(asOf, date) > 0) {
    const level = levelAfter({
      value,
      earlier: latest,
      months: monthsBetween(latest.date, asOf),
      ahead: monthsBetween(asOf, date),
    });
    if (level.value > value.value)
      levels.push({ basis: "pace", level: isWhole ? eachOf(level, Math.round) : level });
  }
  return levels;
}

/** Both stocks of a ratio now and at the latest earlier day on which both were told. */
function toldTogether({ numerator, denominator }: Ratio) {
  const then = numerator.earlier.findLast((each) =>
    denominator.earlier.some(({ date, value }) => date === each.date && value.value !== 0),
  );
  const base = then && denominator.earlier.find(({ date }) => date === then.date);
  if (!then || !base) return undefined;
  return {
    since: then.date,
    n0: then.value.value,
    n1: numerator.value.value,
    d0: base.value.value,
    d1: denominator.value.value,
  };
}

/** The numerator now and at its latest earlier day, over the denominator as it is. */
function numeratorAlone({ numerator, denominator }: Ratio) {
  const then = numerator.earlier.at(-1);
  if (!then) return undefined;
  const d1 = denominator.value.value;
  return { since: then.date, n0: then.value.value, n1: numerator.value.value, d0: d1, d1 };
}

/**
 * The change of a ratio shared between numerator and denominator, each changed first and last in turn and averaged, so
 * that the two parts add up to the change exactly.
 * @see J. W. Sun, Changes in energy consumption and energy intensity: a complete decomposition model, Energy Economics 20 (1998) 85-100
 */
function changeOf(ratio: Ratio): RatioChange | undefined {
  const told = toldTogether(ratio);
  if (!told) return undefined;
  const { since, n0, n1, d0, d1 } = told;
  return {
    since,
    from: n0 / d0,
    to: n1 / d1,
    change: n1 / d1 - n0 / d0,
    fromNumerator: ((n1 - n0) * (1 / d0 + 1 / d1)) / 2,
    fromDenominator: ((n0 + n1) * (1 / d1 - 1 / d0)) / 2,
  };
}
