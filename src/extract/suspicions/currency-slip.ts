import type { ExtractedFigure, Suspicion } from "../extraction.ts";
import { INDICATORS } from "../indicators.ts";
import { plausibleAmount } from "./plausible-amount.ts";
import { type ReadText, withParts } from "./read-text.ts";

/** What is told in dong at home and in dollars abroad, whoever reports it. */
const IN_ONE_CURRENCY: ReadonlySet<string> = new Set([
  "exports",
  "imports",
  "trade_turnover",
  "industrial_production_value",
  "retail_sales",
  "state_budget",
]);
const UNITS = new Map(INDICATORS.map(({ name, unit }) => [name, unit]));

/** Amounts in the currency that their indicator is not told in, which fit it only in the other one. */
export function currencySlips(text: ReadText): readonly Suspicion[] {
  const all = withParts(text.figures);
  const usual = new Set(all.filter(isUsual).map(subjectOf));
  return all.flatMap((figure) => {
    const { written, span } = figure;
    if (written.value === undefined || isUsual(figure) || !IN_ONE_CURRENCY.has(baseOf(figure))) return [];
    if (isConverted(figure, text)) return [];
    const isBesideUsual = usual.has(subjectOf(figure));
    if (!isBesideUsual && isPossible(figure)) return [];
    const suggested = written.value.endsWith("USD")
      ? written.value.replace(/USD$/, "VND")
      : written.value.replace(/VND$/, "USD");
    return [{ code: "currencySlip" as const, span, values: { written: written.value, suggested } }];
  });
}
