import type { IndicatorClass } from "../../src/engine/forecast/evidence.ts";

/** Class of a series by its dataset and, for press figures, the words of its name. */
export function classOf(series: { readonly id: string; readonly dataset: string }): IndicatorClass {
  if (series.dataset === "vn-invest") return "publicInvestment";
  if (series.dataset === "vn-retail" || /retail/.test(series.id)) return "retail";
  if (series.dataset === "vn-product" || /industrial|grdp/.test(series.id)) return "industrialOutput";
  if (/export/.test(series.id)) return "exports";
  if (/import/.test(series.id)) return "imports";
  return "general";
}
