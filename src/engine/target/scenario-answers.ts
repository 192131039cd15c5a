import type { Distribution } from "../forecast/distribution.ts";
import type { Note } from "../note.ts";
import type { ScenarioAsk } from "../question.ts";
import { type Scenario, scenario } from "./scenario.ts";
import type { YearToDate } from "./year-to-date.ts";

/** Scenarios worked out in the order asked; one that cannot be is told in a note with its reason. */
export function scenarioAnswers(
  year: YearToDate,
  asked: readonly ScenarioAsk[],
  forecast: Distribution | undefined,
  target: number | undefined,
): { readonly scenarios: readonly Scenario[]; readonly notes: readonly Note[] } {
  const scenarios: Scenario[] = [];
  const notes: Note[] = [];
  for (const ask of asked) {
    const result = forecast ? scenario(year, ask, forecast, target) : "yearComplete";
    if (typeof result !== "string") scenarios.push(result);
    else notes.push({ code: "scenarioNotPossible", values: { scenario: ask.name, obstacle: result } });
  }
  return { scenarios, notes };
}
