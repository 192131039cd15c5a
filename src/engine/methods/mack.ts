/** One row of a triangle a year, oldest first: cumulative amounts, each row as long as it is known. */
export type Triangle = readonly (readonly number[])[];

/** Chain-ladder estimate with Mack's standard error; amounts in the unit of the triangle. */
export interface MackEstimate {
  readonly fullYear: number;
  readonly reserve: number;
  readonly standardError: number;
}

export interface MackResult {
  /** Development factors f_k from period k to k + 1. */
  readonly factors: readonly number[];
  /** Mack's sigma_k squared; the last one is extrapolated. */
  readonly variances: readonly number[];
  readonly years: readonly MackEstimate[];
  readonly total: { readonly reserve: number; readonly standardError: number };
}

const at = (row: readonly number[] | undefined, k: number): number => row?.[k] as number;

/** Mack (1993), p. 217: with a single ratio left, the last variance continues the decline of the two before it. */
function lastVariance(variances: readonly number[]): number {
  const one = variances[variances.length - 1];
  const two = variances[variances.length - 2];
  if (one === undefined) return 0;
  if (two === undefined || two === 0) return one;
  return Math.min((one * one) / two, two, one);
}

/**
 * Chain ladder with Mack's distribution-free standard error, for a cumulative triangle (years by periods), of each
 * year and of the sum of all. Also month by month within a year: rows are years, columns months. Factors are
 * volume weighted; the error holds the process and the parameter part, not that of the model.
 * @see Mack (1993), ASTIN Bulletin 23, 213-225: factors (2), sigma p. 217, error of a year (7), of the total p. 220
 */
export function mackChainLadder(triangle: Triangle): MackResult {
  const periods = Math.max(...triangle.map((row) => row.length));
  const factors: number[] = [];
  const variances: number[] = [];
  for (let k = 0; k < periods - 1; k++) {
    const rows = triangle.filter((row) => row.length > k + 1);
    let from = 0;
    let to = 0;
    for (const row of rows) {
      from += at(row, k);
      to += at(row, k + 1);
    }
    const factor = to / from;
    factors.push(factor);
    let squares = 0;
    for (const row of rows) squares += at(row, k) * (at(row, k + 1) / at(row, k) - factor) ** 2;
    variances.push(rows.length > 1 ? squares / (rows.length - 1) : lastVariance(variances));
  }
  const observed = factors.map((_, k) =>
    triangle.reduce((sum, row) => sum + (row.length > k + 1 ? at(row, k) : 0), 0),
  );

  const completed = triangle.map((row) => {
    const full = [...row];
    for (let k = row.length - 1; k < periods - 1; k++) full.push(at(full, k) * (factors[k] as number));
    return full;
  });
  const relative = (k: number): number => (variances[k] as number) / (factors[k] as number) ** 2;
  const years = completed.map((full, i): MackEstimate => {
    const known = (triangle[i] as readonly number[]).length;
    const fullYear = at(full, periods - 1);
    let sum = 0;
    for (let k = known - 1; k < periods - 1; k++)
      sum += relative(k) * (1 / at(full, k) + 1 / (observed[k] as number));
    return { fullYear, reserve: fullYear - at(full, known - 1), standardError: fullYear * Math.sqrt(sum) };
  });

  let reserve = 0;
  let square = 0;
  years.forEach((year, i) => {
    reserve += year.reserve;
    const laterFullYears = years.slice(i + 1).reduce((sum, later) => sum + later.fullYear, 0);
    const known = (triangle[i] as readonly number[]).length;
    let shared = 0;
    for (let k = known - 1; k < periods - 1; k++) shared += (2 * relative(k)) / (observed[k] as number);
    square += year.standardError ** 2 + year.fullYear * laterFullYears * shared;
  });
  return { factors, variances, years, total: { reserve, standardError: Math.sqrt(square) } };
}
