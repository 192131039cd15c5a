import type { CurrenciesNote } from "./currencies/currencies-note.ts";
import { type CurrencyPair, pairRelations, quantityNames } from "./currencies/currency-pair.ts";
import {
  averageGrowth,
  isWithin,
  type RateBand,
  rateBand,
  slipOf,
  type YearlyRates,
} from "./currencies/rate-plausibility.ts";
import { EngineError } from "./engine-error.ts";
import { checkCoherence } from "./figure/coherence.ts";
import type { Figure } from "./figure/figure.ts";
import type { Interval } from "./figure/interval.ts";
import type { Coherence, KnownFigure } from "./outlook-types.ts";

/** One amount told in two currencies, in whole units of each, with whatever is known of its growth. */
export interface CurrenciesAsk extends CurrencyPair {
  /** The calendar year of the amounts. */
  readonly year?: number;
  /** By name: the codes of the currencies, "rate", and these with "prior" and "growth" in front. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** An amount that would bring the rate back into its band. */
export interface RateSlip {
  readonly quantity: string;
  readonly factor: number;
  readonly value: number;
}

/** Whether a rate can have been one. */
export interface RatePlausibility {
  readonly quantity: "rate" | "priorRate";
  readonly year?: number;
  readonly value: number;
  readonly band: RateBand;
  readonly verdict: "plausible" | "implausible";
  /** Each amount that a slip of a thousand in it alone would explain. */
  readonly slips: readonly RateSlip[];
}

export interface CurrenciesAnswer {
  readonly question: CurrencyPair & { readonly year?: number };
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly plausibility: readonly RatePlausibility[];
  /** The growth that follows from the two others, and the formula. */
  readonly follows?: { readonly quantity: string; readonly from: string };
  readonly coherence: Coherence;
  readonly notes: readonly CurrenciesNote[];
}

/**
 * What an amount told in two currencies says: the rate that it implies, whether there can have been such a rate, and
 * how growth in each currency and growth of the rate belong together, since (1 + local growth) is (1 + foreign growth)
 * times (1 + growth of the rate).
 * @throws EngineError notEnoughKnown when nothing follows from what was told
 */
export function currencies(ask: CurrenciesAsk, rates: YearlyRates): CurrenciesAnswer {
  const { local, foreign, year, figures: told } = ask;
  const relations = pairRelations(ask);
  const { quantities, findings, verdict } = checkCoherence({ quantities: told, relations });
  const plausibility = plausibilityOf(ask, quantities, rates);
  const notes = notesOf(ask, { quantities, plausibility, rates });
  const isAssumed = notes.some(({ code }) => code === "atAverageRates");
  if (findings.length === 0 && plausibility.length === 0 && !isAssumed)
    throw new EngineError(
      "notEnoughKnown",
      "amounts",
      "nothing follows from what was told",
      "give the amount in both currencies, or two of the growths: growths=VND: 10%; USD: 8.5%",
    );
  const follows = followingGrowth(ask, quantities);
  return {
    question: { local, foreign, ...(year !== undefined && { year }) },
    figures: quantities,
    plausibility,
    ...(follows && { follows }),
    coherence: { verdict, findings },
    notes,
  };
}

type Quantities = Readonly<Record<string, KnownFigure>>;

const boundsWithin = ({ lower, upper }: KnownFigure): Interval => ({
  lower: lower ?? Number.NEGATIVE_INFINITY,
  upper: upper ?? Number.POSITIVE_INFINITY,
});

const isJudged = ({ local, foreign }: CurrencyPair): boolean => local === "VND" && foreign === "USD";

function plausibilityOf(
  ask: CurrenciesAsk,
  quantities: Quantities,
  rates: YearlyRates,
): readonly RatePlausibility[] {
  if (!isJudged(ask)) return [];
  const { now, prior } = quantityNames(ask);
  return [
    { names: now, year: ask.year },
    { names: prior, year: ask.year === undefined ? undefined : ask.year - 1 },
  ].flatMap(({ names, year }): readonly RatePlausibility[] => {
    const rate = quantities[names.rate];
    const band = rateBand(rates, year);
    if (!rate || !band) return [];
    const isPlausible = isWithin(boundsWithin(rate), band);
    const factor = isPlausible ? undefined : slipOf(boundsWithin(rate), band);
    return [
      {
        quantity: names.rate,
        ...(year !== undefined && { year }),
        value: rate.value,
        band,
        verdict: isPlausible ? "plausible" : "implausible",
        slips: factor === undefined ? [] : slipsIn(names, quantities, factor),
      },
    ];
  });
}

/** Whichever amount was told may hold the slip: the dividend is then so much larger, or the divisor so much smaller. */
function slipsIn(
  names: { readonly local: string; readonly foreign: string; readonly rate: string },
  quantities: Quantities,
  factor: number,
): readonly RateSlip[] {
  const candidates = [
    { quantity: names.local, by: factor },
    { quantity: names.foreign, by: 1 / factor },
    { quantity: names.rate, by: factor },
  ];
  return candidates.flatMap(({ quantity, by }) => {
    const figure = quantities[quantity];
    return figure?.origin === "reported" ? [{ quantity, factor: by, value: figure.value * by }] : [];
  });
}

/** The one growth that was not told but follows from the other two. */
function followingGrowth(ask: CurrenciesAsk, quantities: Quantities): CurrenciesAnswer["follows"] {
  const names = Object.values(quantityNames(ask).growth);
  for (const quantity of names) {
    const { origin, from } = quantities[quantity] ?? {};
    const others = names.filter((name) => name !== quantity);
    if (origin === "derived" && from !== undefined && others.every((name) => from.includes(name)))
      return { quantity, from };
  }
  return undefined;
}

function notesOf(
  ask: CurrenciesAsk,
  {
    quantities,
    plausibility,
    rates,
  }: {
    readonly quantities: Quantities;
    readonly plausibility: readonly RatePlausibility[];
    readonly rates: YearlyRates;
  },
): readonly CurrenciesNote[] {
  const { local, foreign, year, figures } = ask;
  const { growth } = quantityNames(ask);
  const notes: CurrenciesNote[] = [];
  if (quantities[growth.local] || quantities[growth.foreign])
    notes.push({ code: "growthPerCurrency", values: { local, foreign } });
  const assumed = atAverageRates(ask, quantities, rates);
  if (assumed) notes.push(assumed);
  if (plausibility.some(({ quantity, band }) => quantity === "rate" && band.basis === "allYears"))
    notes.push({ code: "noYearAverage", values: year === undefined ? {} : { year } });
  if (isJudged(ask) && quantities.rate && year !== undefined && !rateBand(rates, year))
    notes.push({ code: "yearNotJudged", values: { year } });
  if (!isJudged(ask) && quantities.rate) notes.push({ code: "pairNotJudged", values: { local, foreign } });
  for (const [quantity, { isAmbiguous, written, value }] of Object.entries(figures))
    if (isAmbiguous) notes.push({ code: "ambiguousDecimal", values: { quantity, written, value } });
  return notes;
}

/** Where one growth alone is known, the other as it would be if the rate had grown like its yearly average. */
function atAverageRates(
  ask: CurrenciesAsk,
  quantities: Quantities,
  rates: YearlyRates,
): CurrenciesNote | undefined {
  const { local, foreign, year } = ask;
  const names = quantityNames(ask).growth;
  const rateGrowth = isJudged(ask) ? averageGrowth(rates, year) : undefined;
  const [inLocal, inForeign] = [quantities[names.local], quantities[names.foreign]];
  if (rateGrowth === undefined || year === undefined || quantities[names.rate]) return undefined;
  if (inLocal && !inForeign) {
    const otherGrowth = (1 + inLocal.value) / (1 + rateGrowth) - 1;
    const values = { year, rateGrowth, told: local, growth: inLocal.value, other: foreign, otherGrowth };
    return { code: "atAverageRates", values };
  }
  if (!inForeign || inLocal) return undefined;
  const otherGrowth = (1 + inForeign.value) * (1 + rateGrowth) - 1;
  const values = { year, rateGrowth, told: foreign, growth: inForeign.value, other: local, otherGrowth };
  return { code: "atAverageRates", values };
}
