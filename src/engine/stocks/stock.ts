import type { Figure } from "../figure/figure.ts";
import { type StandardStock, spokenName, standardStock } from "./standard-stocks.ts";

/** A stock as it was reported at one day, its figures in one unit. */
export interface Stock {
  readonly name: string;
  readonly value: Figure;
  /** The unit of all its figures as a question would write it; absent for a plain count. */
  readonly unit?: string;
  /** Whether it comes in whole units, which cannot be added in part: clusters, projects, jobs. */
  readonly isWhole: boolean;
  readonly target?: Figure;
  /** ISO days. */
  readonly targetDate?: string;
  /** What was reported at earlier days, oldest first. */
  readonly earlier: readonly { readonly date: string; readonly value: Figure }[];
}

/**
 * The stock that a name means: the one of that name, or the one that stands for the same in reports of parks and
 * clusters, as "building" means a stock told as "under construction".
 */
export function stockNamed(stocks: readonly Stock[], name: string): Stock | undefined {
  const spoken = spokenName(name);
  const own = stocks.find((stock) => spokenName(stock.name) === spoken);
  if (own) return own;
  const standard = standardStock(name);
  return standard && stockOf(stocks, standard);
}

/** The first stock that stands for one of the standard ones. */
export const stockOf = (stocks: readonly Stock[], standard: StandardStock): Stock | undefined =>
  stocks.find(({ name }) => standardStock(name) === standard);
