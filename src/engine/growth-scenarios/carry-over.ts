/** A mean that stays at its latest level for the rest of the year, and what it comes to. */
export interface CarryOver {
  /** Reported periods of this year. */
  readonly elapsed: number;
  /** Growth of the year if every period to come stays at the latest level; a fraction. */
  readonly growth: number;
  /** The same for next year, if all of this year's remaining periods stay there too. */
  readonly nextYear: number;
}

/**
 * The statistical overhang: how much the year grows if seasonally adjusted levels stay where they are. Before the year
 * starts that is last year's final level over last year's mean, less one; after m of n periods it is
 * (sum of the m + (n - m) times the latest) / last year's total - 1. (ECB, Economic Bulletin 7/2022, box 3.) It means
 * nothing for unadjusted levels, of which the latest has its own season.
 *
 * @param lastYear all seasonally adjusted levels of last year, quarters or months, above zero
 * @param thisYear those of this year so far; none, some or all
 * @example carryOver([100, 101, 102, 105], []) // => {"elapsed":0,"growth":0.029411764705882353,"nextYear":0}
 */
export function carryOver(lastYear: readonly number[], thisYear: readonly number[]): CarryOver {
  const latest = [...lastYear, ...thisYear].at(-1) as number;
  const remaining = lastYear.length - thisYear.length;
  const year = sum(thisYear) + remaining * latest;
  return {
    elapsed: thisYear.length,
    growth: year / sum(lastYear) - 1,
    nextYear: (latest * lastYear.length) / year - 1,
  };
}

const sum = (levels: readonly number[]): number => levels.reduce((total, level) => total + level, 0);
