import type { Interval } from "../../engine/figure/interval.ts";
import type { AmountUnit } from "../mention.ts";
import { REGIONS } from "../vocabulary/place-names.ts";

export interface PlausibleAmount extends Interval {
  readonly unit: AmountUnit;
}

/**
 * What a province can have a month. In what the press reported of 33 provinces from 2009 to 2025, exports ran from 10
 * million (Gia Lai 2009) to 7,740 million USD a month (Bac Ninh 2025), imports from 10 to 7,250 million, industrial
 * output from 390 (Kon Tum 2016) to 199,000 billion VND (Bac Ninh 2025), retail sales from 800 (Kon Tum 2014) to
 * 155,600 billion (Ho Chi Minh City 2025), and budget revenue from 210 (Kon Tum 2018) to 10,100 billion (Hai Phong
 * 2024; Ho Chi Minh City has four times as much). The bounds leave room for twice the largest and less than a tenth of
 * the smallest, and still show most slips of a thousand.
 */
const OF_PROVINCE: Readonly<Record<string, PlausibleAmount>> = {
  exports: { unit: "USD million", lower: 0.1, upper: 15_000 },
  imports: { unit: "USD million", lower: 0.02, upper: 15_000 },
  trade_turnover: { unit: "USD million", lower: 0.1, upper: 30_000 },
  industrial_production_value: { unit: "VND billion", lower: 30, upper: 400_000 },
  retail_sales: { unit: "VND billion", lower: 40, upper: 400_000 },
  state_budget: { unit: "VND billion", lower: 5, upper: 150_000 },
};

/**
 * What the whole country, and so any part of it, can have a month: twice what it had in 2024 and 2025 (national
 * statistics: exports 31,400 and retail sales 519,000 a month).
 */
const OF_COUNTRY: Readonly<Record<string, PlausibleAmount>> = {
  exports: { unit: "USD million", lower: 0, upper: 80_000 },
  imports: { unit: "USD million", lower: 0, upper: 80_000 },
  trade_turnover: { unit: "USD million", lower: 0, upper: 160_000 },
  industrial_production_value: { unit: "VND billion", lower: 0, upper: 4_000_000 },
  retail_sales: { unit: "VND billion", lower: 0, upper: 1_500_000 },
  state_budget: { unit: "VND billion", lower: 0, upper: 600_000 },
};

const WIDER_PLACES: ReadonlySet<string | undefined> = new Set([
  undefined,
  "Vietnam",
  ...Object.keys(REGIONS),
]);

/**
 * What an indicator of a place can be a month, in its unit, or nothing where that is not known.
 * @example plausibleAmount("exports", "Ca Mau")?.upper // => 15000
 * @example plausibleAmount("exports", "Vietnam")?.upper // => 80000
 */
export function plausibleAmount(indicator: string, geography?: string): PlausibleAmount | undefined {
  const [name = indicator, component] = indicator.split(":");
  const bounds = (WIDER_PLACES.has(geography) ? OF_COUNTRY : OF_PROVINCE)[name];
  // A part may be as small as it likes.
  return bounds && component !== undefined ? { ...bounds, lower: 0 } : bounds;
}
