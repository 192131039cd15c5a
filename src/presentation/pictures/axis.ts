import { scaleLinear } from "d3-scale";
import { formatNumber } from "../format-number.ts";
import type { Lang } from "../language.ts";
import { textWidth } from "./text-width.ts";

/** A value axis: where an amount stands, and the few round amounts that are named. */
export interface ValueAxis {
  /** The pixel of an amount. */
  position(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly value: number; readonly label: string }[];
  /** Of the widest label, in pixels. */
  readonly labelWidth: number;
}

/** What a value axis is to show. */
export interface ValueAxisOptions {
  /** All amounts that must find their place; none of them makes an axis from 0 to 1. */
  readonly values: readonly number[];
  /** Whether zero must be on it: bars and sums stand on zero, levels need not. */
  readonly fromZero: boolean;
  /** Pixels of the least and of the greatest amount. */
  readonly range: readonly [number, number];
  /** About how many amounts to name. */
  readonly count: number;
  readonly lang: Lang;
  readonly fontSize: number;
  /** What stands behind each number: "%" */
  readonly suffix?: string;
}

/** An axis with round ends, a few round ticks and their labels in the language. */
export function valueAxis(options: ValueAxisOptions): ValueAxis {
  const { range, count, lang, fontSize, suffix = "" } = options;
  const [lowest, highest] = extentOf(options);
  const scale = scaleLinear().domain([lowest, highest]).nice(count).range(range);
  const values = scale.ticks(count);
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  const decimals = Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
  const ticks = values.map((value) => ({
    at: scale(value),
    value,
    label: formatNumber(value, lang, decimals) + suffix,
  }));
  return {
    position: (value) => scale(value),
    ticks,
    labelWidth: Math.max(0, ...ticks.map(({ label }) => textWidth(label, fontSize))),
  };
}

/** Amounts that differ by less than this share of their size are the same to a picture. */
const SAME = 1e-9;
/** Of the range, at both ends of levels: a mark of one does not stand on the line of the axis. */
const SLACK = 0.05;
/** Less than this is nothing. */
const SMALLEST = 1e-80;

/** Two amounts apart: where all are the same, room is made around them. */
function extentOf({ values, fromZero }: ValueAxisOptions): readonly [number, number] {
  const all = values.filter(Number.isFinite);
  if (fromZero || all.length === 0) all.push(0);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const size = Math.max(Math.abs(lowest), Math.abs(highest));
  if (size < SMALLEST) return [0, 1];
  if (highest - lowest <= size * SAME) return [lowest - size / 10, highest + size / 10];
  if (fromZero) return [lowest, highest];
  const slack = (highest - lowest) * SLACK;
  return [lowest >= 0 ? Math.max(0, lowest - slack) : lowest - slack, highest + slack];
}

const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ROMAN = ["I", "II", "III", "IV"];

/**
 * The short name of a period on an axis.
 * @example periodLabel("2024-04", "en") // => "Apr"
 * @example periodLabel("2024-04", "vi") // => "T4"
 * @example periodLabel("2024-Q2", "vi") // => "Quý II"
 */
export function periodLabel(period: string, lang: Lang): string {
  const [, , month, quarter] = /^(\d{4})-(?:(\d{2})|Q([1-4]))$/.exec(period) ?? [];
  if (month !== undefined)
    return lang === "vi" ? `T${Number(month)}` : (ENGLISH_MONTHS[Number(month) - 1] ?? period);
  if (quarter !== undefined) return lang === "vi" ? `Quý ${ROMAN[Number(quarter) - 1]}` : `Q${quarter}`;
  return period;
}

/** A label of the period axis; those that would touch a neighbour are left out. */
export interface PeriodTick {
  readonly at: number;
  readonly label: string;
  /** The calendar or fiscal year, where it begins or changes and the axis runs over more than one. */
  readonly year?: string;
}

/** Between two labels, in shares of the font size. */
const LEAST_GAP = 0.5;

/**
 * Whether periods lie in more than one calendar year, so that the axis must name them.
 * @example inSeveralYears(["2024-12", "2025-01"]) // => true
 */
export function inSeveralYears(periods: readonly string[]): boolean {
  return new Set(periods.map((period) => period.slice(0, 4))).size > 1;
}

interface PeriodTickOptions {
  readonly lang: Lang;
  readonly fontSize: number;
  /** Labels that reach beyond these pixels are left out. */
  readonly within: readonly [number, number];
  /** Whether years are named where they begin. */
  readonly hasYears: boolean;
}

/**
 * The labels of a period axis, thinned out evenly until none touches another: every one, every second, third, …
 * The first period always keeps its label.
 *
 * @param periods months "2024-04" or quarters "2024-Q2" in order, each with the pixel of its middle
 */
export function periodTicks(
  periods: readonly { readonly period: string; readonly at: number }[],
  { lang, fontSize, within, hasYears }: PeriodTickOptions,
): readonly PeriodTick[] {
  const labels = periods.map(({ period, at }, index) => {
    const year = period.slice(0, 4);
    const begins = hasYears && year !== periods[index - 1]?.period.slice(0, 4);
    const label = periodLabel(period, lang);
    const half = Math.max(textWidth(label, fontSize), begins ? textWidth(year, fontSize) : 0) / 2;
    return { at, label, half, ...(begins && { year }) };
  });
  const shown = [1, 2, 3, 4, 6, 12, 24, 48]
    .map((every) => labels.filter((_, index) => index % every === 0))
    .find((some) => fits(some, fontSize * LEAST_GAP));
  return (shown ?? [])
    .map((tick, index, all) => ({ ...tick, ...yearOf(tick, index, all, labels) }))
    .filter(({ at, half }) => at - half >= within[0] && at + half <= within[1])
    .map(({ half: _, ...tick }) => tick);
}

interface MeasuredTick extends PeriodTick {
  readonly half: number;
}

const fits = (ticks: readonly MeasuredTick[], gap: number): boolean =>
  ticks.every(({ at, half }, index) => {
    const before = ticks[index - 1];
    return before === undefined || at - half - (before.at + before.half) >= gap;
  });

/** A year that began at a label that was left out is told at the next one that is shown. */
function yearOf(
  tick: MeasuredTick,
  index: number,
  shown: readonly MeasuredTick[],
  all: readonly MeasuredTick[],
): { readonly year?: string } {
  const before = shown[index - 1];
  const latest = all.findLast(
    ({ at, year }) => at <= tick.at && year !== undefined && (before === undefined || at > before.at),
  );
  return latest?.year === undefined ? {} : { year: latest.year };
}
