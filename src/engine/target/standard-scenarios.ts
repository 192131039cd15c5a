import type { ScenarioAsk } from "../question.ts";
import { priorRemainder, remainderOf, remainingPeriods, type YearToDate } from "./year-to-date.ts";

/**
 * The scenarios that are always there, as far as the figures allow them: current pace, same growth, flat on last
 * year, the median forecast, the plan's growth, and the break-even of every target that is still open.
 */
export function standardScenarios(
  year: YearToDate,
  known: {
    readonly plannedGrowth?: number;
    readonly targets: readonly { readonly name: string; readonly value: number }[];
  },
): readonly ScenarioAsk[] {
  if (remainingPeriods(year) === 0) return [];
  const path = "scenarios";
  const hasLastYear = priorRemainder(year) !== undefined;
  const scenarios: ScenarioAsk[] = [];
  if (year.aggregation !== "last") {
    scenarios.push({ name: "currentPace", assumption: { kind: "currentPace" }, path });
    if (hasLastYear && year.growth !== undefined)
      scenarios.push({ name: "sameGrowth", assumption: { kind: "sameGrowth" }, path });
    if (hasLastYear) scenarios.push({ name: "flatOnLastYear", assumption: { kind: "flatOnLastYear" }, path });
  }
  scenarios.push({ name: "forecastMedian", assumption: { kind: "forecastMedian" }, path });
  if (hasLastYear && known.plannedGrowth !== undefined && year.aggregation !== "last")
    scenarios.push({
      name: "plannedGrowth",
      assumption: { kind: "plannedGrowth", growth: known.plannedGrowth },
      path,
    });
  for (const { name, value } of known.targets)
    if (remainderOf(year, value) > 0)
      scenarios.push({
        name: "breakEven",
        assumption: { kind: "breakEven", target: name, value },
        path,
      });
  return scenarios;
}
