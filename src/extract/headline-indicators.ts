import type { AmountUnit } from "./mention.ts";

const USD_INDICATORS = new Set(["exports", "imports", "trade_turnover", "fdi"]);
const VND_INDICATORS = new Set([
  "retail_sales",
  "industrial_production_value",
  "state_budget",
  "state_budget_expenditure",
  "grdp",
  "grdp_constant_2010",
  "value_added",
  "investment",
  "public_investment",
  "tourism_revenue",
]);
const INDEX_INDICATORS = new Set(["iip", "grdp_growth"]);

/**
 * Whether an indicator is one that articles report by itself, with or without its level.
 * @example isKnownIndicator("exports") // => true
 * @example isKnownIndicator("trade_balance") // => false
 */
export const isKnownIndicator = (indicator: string): boolean =>
  USD_INDICATORS.has(indicator) || VND_INDICATORS.has(indicator) || INDEX_INDICATORS.has(indicator);

/**
 * Whether the levels of an indicator are told in a currency.
 * @example isToldIn("exports", "USD million") // => true
 * @example isToldIn("retail_sales", "USD million") // => false
 */
export const isToldIn = (indicator: string, unit: AmountUnit): boolean =>
  (unit === "USD million" ? USD_INDICATORS : VND_INDICATORS).has(indicator);
