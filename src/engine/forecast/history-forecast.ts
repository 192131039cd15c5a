import { calendarMonth } from "../calendar/period.ts";
import { exp, log } from "../elementary-functions.ts";
import { type CalendarEstimate, calendarEffects } from "../history/calendar-effects.ts";
import { type CleaningRemark, cleanedHistory, type UnusualValue } from "../history/cleaned-history.ts";
import type { RegularHistory } from "../history/history.ts";
import { chainLadder } from "../methods/chain-ladder.ts";
import type { Method } from "../methods/method.ts";
import { pooledShares } from "../methods/pooled-shares.ts";
import { SERIES_METHODS } from "../methods/series/index.ts";
import type { Knowledge } from "../report/knowledge.ts";
import {
  averageCombinations,
  type Combination,
  combineEstimates,
  type Estimate,
  methodEstimates,
  withUncertainBooked,
} from "./combination.ts";
import type { Evidence } from "./evidence.ts";
import { learnedCombination } from "./forecast.ts";
import { historyFeatures } from "./history-features.ts";
import { type AdjustedHistory, type HistoryMembers, historyMembers } from "./history-members.ts";
import { type Completed, completeEvidence } from "./known.ts";
import { pooledReading, varianceBetween } from "./pooled-reading.ts";
import type { HistoryFeatureName, MemberName } from "./priors.ts";

/** The methods of the earlier tiers that add something to those for regular history. */
const OF_PAST_YEARS: readonly Method[] = [pooledShares, chainLadder];

/** Every method that the tier combines. */
export const HISTORY_METHODS: readonly MemberName[] = [...SERIES_METHODS, ...OF_PAST_YEARS].map(
  ({ name }) => name,
);

/** What is known of a year of flows and of the periods before; the history ends with the last reported period. */
export interface HistoryEvidence extends Evidence {
  readonly history: RegularHistory;
}

/** Everything that the combination weighs: what learning needs as well. */
export interface HistoryReading {
  readonly known: Completed;
  readonly members: HistoryMembers;
  /** Log remainders of the methods for regular history and of those for past years. */
  readonly estimates: readonly Estimate[];
  readonly features: Readonly<Record<HistoryFeatureName, number>>;
  readonly remarks: readonly CleaningRemark[];
  /** Calendar effects as estimated; none for quarters. */
  readonly calendarEstimates: readonly CalendarEstimate[];
}

export interface HistoryForecast extends HistoryReading {
  readonly combination: Combination;
}

/**
 * Fits and features of a history of positive amounts, over `horizon` periods from its end. Undefined where an amount
 * is not positive or the history too short for exponential smoothing: an earlier tier says more then.
 */
export function readHistory(
  evidence: HistoryEvidence,
  { priors, tet, calendar }: Knowledge,
  horizon: number,
): HistoryReading | undefined {
  const { history } = evidence;
  if (!history.values.every((value) => value > 0)) return undefined;
  const { adjusted, ...noticed } = adjustedHistory(evidence, { tet, calendar });
  const period = history.periodsPerYear;
  const remaining = period - (evidence.elapsed * period) / 12;
  const members = historyMembers(adjusted, { horizon, remaining });
  if (members === undefined) return undefined;
  const known = completeEvidence(evidence, priors, tet);
  const estimates = [...members.estimates, ...methodEstimates(known, OF_PAST_YEARS)];
  const features = historyFeatures({
    logs: adjusted.logs,
    period,
    remaining,
    remainderDeviation: members.remainderDeviation,
    surprise: members.sigma,
    estimates: estimates.map(({ logRemainder }) => logRemainder),
  });
  return { known, members, estimates, features, ...noticed };
}

/**
 * The learned combination of everything that a history lets the methods say, averaged with the one that needs no
 * history where that was learned, in Viet Nam; undefined where {@link readHistory} is.
 */
export function forecastFromHistory(
  evidence: HistoryEvidence,
  knowledge: Knowledge,
  horizon: number,
): HistoryForecast | undefined {
  const { models, anchorMonths } = knowledge.priors;
  const model = models.history;
  const ofClass = model?.classes[evidence.indicatorClass] ?? model?.classes.general;
  if (model === undefined || ofClass === undefined) return undefined;
  const readings = possibleHistories(evidence.history).flatMap(
    (history) => readHistory({ ...evidence, history }, knowledge, horizon) ?? [],
  );
  if (readings.length === 0) return undefined;
  const combined = (reading: HistoryReading): Combination =>
    combineEstimates({ ...reading, month: evidence.elapsed }, model, ofClass, anchorMonths);
  const pooled = pooledReading(readings);
  const apart = varianceBetween(readings.map((reading) => combined(reading).logRemainder));
  const own = combined(pooled);
  const combination = { ...own, scale: Math.hypot(own.scale, Math.sqrt(apart)) };
  const part = evidence.observesTet ? (model.partOfFigures?.[evidence.indicatorClass] ?? 0) : 0;
  const ofFigures = part > 0 ? learnedCombination(evidence, pooled.known, knowledge.priors) : undefined;
  return {
    ...pooled,
    combination: withUncertainBooked(
      ofFigures ? averageCombinations(combination, ofFigures, part) : combination,
      evidence.ytdDeviation,
    ),
  };
}

/** The history, or, where much of it was filled in, what it may have been. */
function possibleHistories(history: RegularHistory): readonly RegularHistory[] {
  const { draws, values } = history;
  if (draws === undefined || draws.length === 0) return [history];
  return draws.map((draw) => ({ ...history, values: draw.subarray(0, values.length) }));
}

/** Logs of the history without what the calendar did and with freak values set aside. */
function adjustedHistory(
  { history, fiscalYearStart, indicatorClass, observesTet }: HistoryEvidence,
  { tet, calendar }: Pick<Knowledge, "tet" | "calendar">,
): { readonly adjusted: AdjustedHistory } & Pick<HistoryReading, "remarks" | "calendarEstimates"> {
  const { periodsPerYear: period, first, values } = history;
  const logs = values.map(log);
  const effects =
    period === 12
      ? calendarEffects({
          values: logs,
          first: calendarMonth(
            { year: Math.floor(first / period), startMonth: fiscalYearStart },
            first % period,
          ),
          indicatorClass,
          priors: calendar,
          ...(observesTet && { tet }),
        })
      : undefined;
  const effectOf = (index: number): number => effects?.effectOf(index) ?? 0;
  const plain = logs.map((value, index) => value - effectOf(index));
  const cleaned = cleanedHistory({ ...history, values: plain.map(exp) });
  return {
    adjusted: {
      logs: cleaned.history.values.map(log),
      period,
      effectOf: (step) => effectOf(values.length + step),
    },
    remarks: cleaned.remarks.map((remark) => asReported(remark, { first, effectOf })),
    calendarEstimates: effects?.estimates ?? [],
  };
}

/** Single amounts of a remark as they were reported: what the calendar did is put back. */
function asReported(
  remark: CleaningRemark,
  { first, effectOf }: { readonly first: number; effectOf(index: number): number },
): CleaningRemark {
  const reported = ({ period, value, expected }: UnusualValue): UnusualValue => {
    const effect = exp(effectOf(period - first));
    return { period, value: value * effect, expected: expected * effect };
  };
  switch (remark.code) {
    case "outliersSetAside":
      return { ...remark, values: { ...remark.values, outliers: remark.values.outliers.map(reported) } };
    case "latestUnusual":
      return { ...remark, values: reported(remark.values) };
    default:
      return remark;
  }
}
