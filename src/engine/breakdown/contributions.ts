/** An amount now and in the year before, in one unit; the prior is absent where it is not known. */
export interface PriorAndCurrent {
  readonly current: number;
  readonly prior?: number;
}

export interface NamedPriorAndCurrent extends PriorAndCurrent {
  readonly name: string;
}

/** What one part, or the rest, adds to the total's change. */
export interface Contribution {
  readonly current: number;
  readonly prior: number;
  /** current - prior, in the unit of the amounts. */
  readonly change: number;
  /** The part's own growth, a fraction; absent where its prior is zero or below. */
  readonly growth?: number;
  /** change / prior total, a fraction: 0.011 is 1.1 points of the total's growth; absent where the prior total is zero or below. */
  readonly contribution?: number;
}

export interface NamedContribution extends Contribution {
  readonly name: string;
}

export interface Contributions {
  readonly total: Contribution;
  readonly parts: readonly NamedContribution[];
  /** The total less the parts with a known prior; absent where nothing is left. */
  readonly rest?: Contribution;
  /** Parts whose prior is not known: they are inside the rest. */
  readonly leftOut: readonly string[];
}

/** Amounts that differ by less than this part of the total differ because the machine rounds. */
const ROUNDING = 1e-9;

/**
 * Contributions of parts to the growth of their total, in points (as fractions): those of the parts and of the rest
 * add up to the growth.
 */
export function contributionsTo(
  total: { readonly current: number; readonly prior: number },
  parts: readonly NamedPriorAndCurrent[],
): Contributions {
  const of = (current: number, prior: number): Contribution => ({
    current,
    prior,
    change: current - prior,
    ...(prior > 0 && { growth: (current - prior) / prior }),
    ...(total.prior > 0 && { contribution: (current - prior) / total.prior }),
  });
  const known: NamedContribution[] = [];
  const leftOut: string[] = [];
  let current = total.current;
  let prior = total.prior;
  for (const part of parts) {
    if (part.prior === undefined) {
      leftOut.push(part.name);
      continue;
    }
    known.push({ name: part.name, ...of(part.current, part.prior) });
    current -= part.current;
    prior -= part.prior;
  }
  const size = ROUNDING * Math.max(Math.abs(total.current), Math.abs(total.prior));
  const isWhole = Math.abs(current) <= size && Math.abs(prior) <= size;
  return {
    total: of(total.current, total.prior),
    parts: known,
    ...(!isWhole && { rest: of(current, prior) }),
    leftOut,
  };
}
