import { filledDraws } from "./filled-draws.ts";
import { filledPeriods } from "./gap-filling.ts";
import type { HistoryAsk, PeriodOrdinal, RegularHistory } from "./history.ts";
import { type CumulativeFell, knownSums } from "./known-sums.ts";

/** `count` periods that nobody reported, filled in from the season and the neighbours. */
export interface GapsFilled {
  readonly code: "gapsFilled";
  readonly values: { readonly count: number; readonly periods: readonly PeriodOrdinal[] };
}

/** `count` periods of which only sums over spans of them are known: spread by the usual pattern, meeting each sum. */
export interface SumsSpread {
  readonly code: "sumsSpread";
  readonly values: { readonly count: number; readonly periods: readonly PeriodOrdinal[] };
}

export type HistoryRemark = CumulativeFell | GapsFilled | SumsSpread;

/** Why there is no regular history: nothing told, too many periods unknown, or too few figures for the periods. */
export type HistoryObstacle = "noFigures" | "tooManyGaps" | "tooFewFigures";

export interface PreparedHistory {
  readonly history: RegularHistory;
  /** Standard deviations of the periods in `history.filled`, in the same order and the unit of the values. */
  readonly filledDeviations: readonly number[];
  readonly remarks: readonly HistoryRemark[];
}

/** Above this part without any figure, filling invents the history. */
const GREATEST_UNKNOWN_PART = 0.3;
/** A figure for every four periods: below, the periods in between are the pattern and nothing else. */
const LEAST_FIGURES_PART = 0.25;
/** Up to this part filled in, forecasts from the expected values were as good as from draws, and as well calibrated. */
const LEAST_DRAWN_PART = 0.1;

/**
 * The history ready for the methods: years to date differenced, gaps filled, sums spread, up to the last reported
 * period not after `through`; or why that cannot be.
 * @param usualShares what each period of a fiscal year usually has of it; used where the history cannot tell
 * @example regularHistory({ ask: { periodsPerYear: 4, first: 8000, values: [1, 3, 6, 10], isCumulative: true }, through: 8003 }) // => {"history":{"periodsPerYear":4,"first":8000,"values":{"0":1,"1":2,"2":3,"3":4},"filled":[]},"filledDeviations":[],"remarks":[]}
 * @example regularHistory({ ask: { periodsPerYear: 4, first: 8000, values: [], isCumulative: true }, through: 8003 }) // => "noFigures"
 */
export function regularHistory({
  ask,
  through,
  usualShares,
}: {
  readonly ask: HistoryAsk;
  readonly through: PeriodOrdinal;
  readonly usualShares?: readonly number[];
}): PreparedHistory | HistoryObstacle {
  const { periodsPerYear } = ask;
  const known = knownSums(ask, through);
  if (known === undefined) return "noFigures";
  const { first, length, sums } = known;
  const remarks: HistoryRemark[] = [...known.remarks];
  if (sums.length === length)
    return {
      history: { periodsPerYear, first, values: Float64Array.from(sums, ({ sum }) => sum), filled: [] },
      filledDeviations: [],
      remarks,
    };

  const unknown = new Set(Array.from({ length }, (_, t) => t));
  const spread: number[] = [];
  for (const span of sums)
    for (let t = span.from; t < span.from + span.length; t++) {
      unknown.delete(t);
      if (span.length > 1) spread.push(t);
    }
  const gaps = [...unknown];
  if (gaps.length > GREATEST_UNKNOWN_PART * length) return "tooManyGaps";
  if (sums.length < LEAST_FIGURES_PART * length) return "tooFewFigures";

  const periods = filledPeriods({
    known,
    periodsPerYear,
    ...(usualShares === undefined ? {} : { usualShares }),
  });
  const { values, deviations } = periods;
  const filled = [...gaps, ...spread].sort((a, b) => a - b);
  const ordinals = (indices: readonly number[]): PeriodOrdinal[] => indices.map((index) => first + index);
  if (gaps.length > 0)
    remarks.push({ code: "gapsFilled", values: { count: gaps.length, periods: ordinals(gaps) } });
  if (spread.length > 0)
    remarks.push({ code: "sumsSpread", values: { count: spread.length, periods: ordinals(spread) } });
  return {
    history: {
      periodsPerYear,
      first,
      values,
      filled,
      ...(filled.length > LEAST_DRAWN_PART * length && { draws: filledDraws(periods, sums) }),
    },
    filledDeviations: filled.map((index) => deviations[index] as number),
    remarks,
  };
}
