import type { Figure } from "./figure.ts";
import type { Interval } from "./interval.ts";
import { parseRelation, type Relation } from "./relation.ts";

/**
 * What a dollar can have cost in dong from 2005 to 2030. The State Bank's rates ran from about 15,800 in 2005 to about
 * 26,000 in 2025; the band leaves room on both sides and still shows a slip of ten or of a thousand at once.
 */
export const VND_PER_USD: Interval = { lower: 15_000, upper: 30_000 };

/**
 * The bounds that a plausible rate sets where one of the relations ties the only amount in dong to the only one in
 * dollars, as "rate = vnd / usd" does. Amounts that nothing ties may be of different things.
 * @example plausibleRate({}, []) // => []
 */
export function plausibleRate(
  figures: Readonly<Record<string, Figure>>,
  relations: readonly Relation[],
): readonly Relation[] {
  const [dong, otherDong] = namesIn("VND", figures);
  const [dollars, otherDollars] = namesIn("USD", figures);
  if (dong === undefined || dollars === undefined || otherDong !== undefined || otherDollars !== undefined)
    return [];
  if (!relations.some(({ names }) => names.includes(dong) && names.includes(dollars))) return [];
  const { lower, upper } = VND_PER_USD;
  return [
    parseRelation(`${dong} >= ${lower} * ${dollars}`),
    parseRelation(`${dong} <= ${upper} * ${dollars}`),
  ];
}

/** The names of the amounts in whole units of a currency. */
const namesIn = (currency: string, figures: Readonly<Record<string, Figure>>): readonly string[] =>
  Object.keys(figures).filter((name) => {
    const unit = figures[name]?.unit;
    return unit?.currency === currency && unit.exponent === 0;
  });
