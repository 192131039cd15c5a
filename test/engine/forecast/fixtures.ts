import tet from "../../../data/calendars/tet.json" with { type: "json" };
import combinations from "../../../data/priors/combinations.json" with { type: "json" };
import seasons from "../../../data/priors/seasons.json" with { type: "json" };
import type { Evidence } from "../../../src/engine/forecast/evidence.ts";
import { type ForecastAnswer, forecastFullYear } from "../../../src/engine/forecast/forecast.ts";
import type { Priors } from "../../../src/engine/forecast/priors.ts";

export { tet };
export const priors = { ...seasons, ...combinations } as unknown as Priors;

const usual: Evidence = {
  indicatorClass: "exports",
  fiscalYear: 2024,
  fiscalYearStart: 1,
  elapsed: 4,
  ytd: 290,
  past: [],
  observesTet: true,
};

/** Evidence that differs from four months of exports in 2024 only where it is said. */
export const evidence = (known: Partial<Evidence>): Evidence => ({ ...usual, ...known });
export const forecast = (known: Partial<Evidence>): ForecastAnswer =>
  forecastFullYear(evidence(known), priors, tet);
