import { type Coherence, checkCoherence } from "./coherence.ts";
import { convertToUnit, type Figure, figureBetween } from "./figure.ts";
import type { Interval } from "./interval.ts";
import { parseRelation } from "./relation.ts";

/**
 * What a dollar can have cost in dong from 2005 to 2030. The State Bank's rates ran from about 15,800 in 2005 to about
 * 26,000 in 2025; the band leaves room on both sides and still shows a slip of ten or of a thousand at once.
 */
export const VND_PER_USD: Interval = { lower: 15_000, upper: 30_000 };

const IMPLIED_RATE = parseRelation("inDong = inDollars * dongPerDollar", { solveFor: "dongPerDollar" });

/** One amount given in both currencies. */
export interface TwoCurrencies {
  readonly inDong: Figure;
  readonly inDollars: Figure;
}

/**
 * Whether an amount printed in two currencies implies a plausible rate. Both figures must name their unit; the quantity
 * `dongPerDollar` is in dong per dollar.
 * @throws EngineError invalidFigure when a figure is in another currency
 */
export function checkImpliedRate({ inDong, inDollars }: TwoCurrencies): Coherence {
  return checkCoherence({
    quantities: {
      inDong: convertToUnit(inDong, { exponent: 0, scale: 1, currency: "VND" }, "inDong"),
      inDollars: convertToUnit(inDollars, { exponent: 0, scale: 1, currency: "USD" }, "inDollars"),
      dongPerDollar: figureBetween(VND_PER_USD, "amount", "15,000 to 30,000 dong per dollar"),
    },
    relations: [IMPLIED_RATE],
  });
}
