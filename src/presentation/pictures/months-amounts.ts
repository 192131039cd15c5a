import type { AnyTarget } from "../answers.ts";
import { isQuarterly } from "../period-words.ts";
import type { PicturedAnswer } from "./answer.ts";
import { periodsOf, type Stretch, stretches, yearPath } from "./year-path.ts";

type RequiredRunRate = NonNullable<AnyTarget["requiredRunRate"]>;

/** A period's own amount with its 80% interval. */
export interface ForecastAmount extends Stretch {
  readonly lower?: number | undefined;
  readonly upper?: number | undefined;
}

/** What a target asks of the periods that remain. */
export interface Needed {
  readonly target: AnyTarget;
  readonly rate: RequiredRunRate;
  readonly levels: readonly Stretch[];
}

/** Amounts of single periods, by their place on the axis. */
export interface Months {
  /** All periods of the year, and those beyond its end that the answer forecasts. */
  readonly periods: readonly string[];
  readonly isQuarterly: boolean;
  readonly actual: readonly Stretch[];
  readonly forecast: readonly ForecastAmount[];
  readonly lastYear: readonly Stretch[];
  readonly needed: readonly Needed[];
  /** What the first target asks by the usual season, where that is not the same in every period. */
  readonly seasonal: readonly Stretch[];
}

/** The amounts of single periods that an answer tells. */
export function monthsOf(answer: PicturedAnswer): Months {
  const { question, forecast, targets = [] } = answer;
  const { aggregation, elapsed, remaining } = question;
  const own = periodsOf(question);
  const beyond = (forecast?.path ?? []).map(({ period }) => period).filter((period) => !own.includes(period));
  const periods = [...own, ...beyond];
  const { actual, lastYear } = yearPath(answer);
  const needed = targets.flatMap((target) => {
    const rate = target.requiredRunRate;
    return rate === undefined
      ? []
      : [{ target, rate, levels: evenLevels(target, rate, { aggregation, elapsed, remaining }) }];
  });
  const seasonal = needed[0] && aggregation === "sum" ? seasonalLevels(needed[0].rate, periods) : [];
  return {
    periods,
    isQuarterly: isQuarterly(question),
    actual: stretches(actual, aggregation),
    forecast: (forecast?.path ?? []).flatMap(({ status, value, lower, upper, period }) => {
      const index = periods.indexOf(period);
      return status === "forecast" && value !== undefined
        ? [{ from: index, to: index, value, lower, upper }]
        : [];
    }),
    lastYear: stretches(lastYear, aggregation),
    needed,
    seasonal,
  };
}

/** The same in every period for sums and means; for stocks the way from the last level to the target. */
function evenLevels(
  { value, gapToTarget }: AnyTarget,
  { perPeriod }: RequiredRunRate,
  {
    aggregation,
    elapsed,
    remaining,
  }: Pick<PicturedAnswer["question"], "aggregation" | "elapsed" | "remaining">,
): readonly Stretch[] {
  if (aggregation !== "last") return [{ from: elapsed, to: elapsed + remaining - 1, value: perPeriod }];
  return Array.from({ length: remaining }, (_, step) => ({
    from: elapsed + step,
    to: elapsed + step,
    value: value - gapToTarget + perPeriod * (step + 1),
  }));
}

function seasonalLevels(
  { seasonalPath, perPeriod }: RequiredRunRate,
  periods: readonly string[],
): readonly Stretch[] {
  const isEven = seasonalPath.every(({ value }) => Math.abs(value - perPeriod) < Math.abs(perPeriod) * 0.005);
  if (isEven) return [];
  return seasonalPath.flatMap(({ period, value }) => {
    const index = periods.indexOf(period);
    return index < 0 ? [] : [{ from: index, to: index, value }];
  });
}
