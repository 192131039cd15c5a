/** Currencies that are told apart, from the one of which most are had for another to the one of which fewest are. */
const BY_WORTH = ["VND", "KRW", "JPY", "THB", "CNY", "USD", "EUR", "GBP"] as const;

/** Two currencies; a rate is so many of the `local` one for one of the `foreign` one, hence above one as it is quoted. */
export interface CurrencyPair {
  readonly local: string;
  readonly foreign: string;
}

/**
 * The pair of two currencies, whichever is named first. Of one alone the other is the dollar, or the dong for the dollar.
 * @example currencyPair(["USD", "VND"]) // => {"local":"VND","foreign":"USD"}
 * @example currencyPair(["EUR"]) // => {"local":"USD","foreign":"EUR"}
 */
export function currencyPair(codes: readonly string[]): CurrencyPair {
  const [first = "VND"] = codes;
  const second = codes.find((code) => code !== first) ?? (first === "USD" ? "VND" : "USD");
  const rank = (code: string): number => (BY_WORTH as readonly string[]).indexOf(code);
  const [local, foreign] = rank(first) <= rank(second) ? [first, second] : [second, first];
  return { local, foreign };
}

/** The names of the quantities of a pair: "VND", "USD", "rate", with "prior" and "growth" in front. */
export const quantityNames = ({ local, foreign }: CurrencyPair) =>
  ({
    now: { local, foreign, rate: "rate" },
    prior: { local: `prior${local}`, foreign: `prior${foreign}`, rate: "priorRate" },
    growth: { local: `growth${local}`, foreign: `growth${foreign}`, rate: "growthRate" },
  }) as const;

/** What ties the quantities of a pair; amounts in whole units of their currency. */
export function pairRelations(pair: CurrencyPair): readonly string[] {
  const { now, prior, growth } = quantityNames(pair);
  return [
    `${now.local} = ${now.foreign} * ${now.rate}`,
    `${prior.local} = ${prior.foreign} * ${prior.rate}`,
    `${now.local} = ${prior.local} * (1 + ${growth.local})`,
    `${now.foreign} = ${prior.foreign} * (1 + ${growth.foreign})`,
    `${now.rate} = ${prior.rate} * (1 + ${growth.rate})`,
    `${growth.local} = (1 + ${growth.foreign}) * (1 + ${growth.rate}) - 1`,
  ];
}
