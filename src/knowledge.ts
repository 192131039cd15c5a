import tetTable from "../data/calendars/tet.json" with { type: "json" };
import units from "../data/geography/units.json" with { type: "json" };
import calendar from "../data/priors/calendar.json" with { type: "json" };
import combinations from "../data/priors/combinations.json" with { type: "json" };
import components from "../data/priors/components.json" with { type: "json" };
import growth from "../data/priors/growth.json" with { type: "json" };
import history from "../data/priors/history.json" with { type: "json" };
import levels from "../data/priors/levels.json" with { type: "json" };
import seasons from "../data/priors/seasons.json" with { type: "json" };
import articleNumbers from "../data/reference/article-numbers.json" with { type: "json" };
import exchangeRates from "../data/reference/exchange-rates.json" with { type: "json" };
import type { Priors } from "./engine/forecast/priors.ts";
import { type Units, type UnitTable, unitsOf } from "./engine/geography/administrative-unit.ts";
import { vietnamesePlaces } from "./engine/geography/vietnamese-places.ts";
import type { Knowledge } from "./engine/report/knowledge.ts";

let indexed: Units | undefined;

/** The learned numbers and calendars of `data`, which the engine takes as an argument. */
export const knowledge: Knowledge = {
  priors: {
    ...seasons,
    models: { ...combinations.models, history: history.model },
  } as unknown as Priors,
  tet: tetTable,
  calendar,
  levels,
  components,
  growth,
  /** Indexed when first asked for, since the start of a Worker counts. */
  get units() {
    indexed ??= unitsOf(units as UnitTable);
    return indexed;
  },
  exchangeRates,
  articleNumbers,
};

export const isVietnamese = (geography: string): boolean => vietnamesePlaces(knowledge.units)(geography);
