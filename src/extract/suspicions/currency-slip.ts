import { VND_PER_USD } from "../../engine/figure/exchange-rate.ts";
import type { Interval } from "../../engine/figure/interval.ts";
import type { Draft } from "../draft.ts";
import type { Suspicion } from "../extraction.ts";
import { INDICATORS } from "../indicators.ts";
import type { Item } from "../items.ts";
import type { Amount } from "../mention.ts";
import { type PlausibleAmount, plausibleAmount } from "./plausible-amount.ts";
import { isReported, type ReadText } from "./read-text.ts";

/** Amounts without a conversion in the currency that their indicator is not told in, which can only be meant in it. */
export function currencySlips(text: ReadText): readonly Suspicion[] {
  const reported = text.drafts.filter(isReported);
  const largest = largestTold(reported);
  return reported.flatMap((draft) => {
    const { amount, indicator, component, place, from, to } = draft;
    const usual = UNITS.get(indicator);
    if (!amount || usual === undefined || amount.unit === usual || !amount.scale.includes(" ")) return [];
    const bounds = plausibleAmount(component ? `${indicator}:${component}` : indicator, place);
    if (!bounds || isConverted(amount, text.sentences[draft.sentence] ?? [])) return [];
    const months = draft.period
      ? Math.max(1, draft.period.throughMonth - draft.period.fromMonth + 1)
      : MONTHS;
    // The same digits and magnitude in the usual currency.
    const meant = usual === "VND billion" ? amount.value / 1000 : amount.value * 1000;
    const total = component ? largest.get(indicator) : undefined;
    if (!isWithin(bounds, meant / months) || meant > (total ?? Number.POSITIVE_INFINITY)) return [];
    if (total === undefined && isWithin(inOtherCurrency(bounds), amount.value / months)) return [];
    const suggested = `${amount.literal} ${amount.scale.replace(/\w+$/, usual.slice(0, 3))}`;
    return [
      {
        code: "currencySlip" as const,
        span: text.spanOf(from, to),
        values: { written: text.wordsOf(amount), suggested },
      },
    ];
  });
}

const MONTHS = 12;
const UNITS = new Map(INDICATORS.map(({ name, unit }) => [name, unit]));

/** The largest amount of each indicator in its usual currency: its total, where the text tells it. */
function largestTold(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const { amount, indicator } of drafts)
    if (amount && amount.unit === UNITS.get(indicator))
      largest.set(indicator, Math.max(amount.value, largest.get(indicator) ?? 0));
  return largest;
}

/** How many items after or before an amount its conversion stands. */
const NEAR = 2;

function isConverted(amount: Amount, items: readonly Item[]): boolean {
  const at = items.indexOf(amount);
  return items
    .slice(Math.max(0, at - NEAR), at + NEAR + 1)
    .some((item) => item.kind === "amount" && item.unit !== amount.unit);
}

const isWithin = ({ lower, upper }: Interval, amount: number): boolean => amount >= lower && amount <= upper;

/** Bounds at any rate of the dollar. */
function inOtherCurrency({ unit, lower, upper }: PlausibleAmount): Interval {
  if (unit === "USD million")
    return { lower: (lower * VND_PER_USD.lower) / 1000, upper: (upper * VND_PER_USD.upper) / 1000 };
  return { lower: (lower * 1000) / VND_PER_USD.upper, upper: (upper * 1000) / VND_PER_USD.lower };
}
