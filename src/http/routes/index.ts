import type { Operation } from "../operation.ts";
import { attainmentOperation } from "./attainment.ts";
import { coherenceOperation } from "./coherence.ts";
import { forecastOperation } from "./forecast.ts";
import { outlookOperation } from "./outlook.ts";
import { runRateOperation } from "./run-rate.ts";
import { scenariosOperation } from "./scenarios.ts";

/** A function of the service by the last part of its path. */
export interface Route {
  readonly name: string;
  readonly load: () => Operation | Promise<Operation>;
  /** The field that a body which is no JSON stands for. */
  readonly textField?: string;
}

const atHand = (operation: Operation): Route => ({ name: operation.name, load: () => operation });

/**
 * Every function of the service, the main one first; paths, documents and tests follow from this list. What most
 * requests ask for is at hand; the others are built when they are first asked for, so that the Worker starts fast.
 */
export const ROUTES: readonly Route[] = [
  atHand(outlookOperation),
  atHand(runRateOperation),
  atHand(forecastOperation),
  atHand(attainmentOperation),
  atHand(scenariosOperation),
  atHand(coherenceOperation),
  { name: "plan", load: async () => (await import("./plan.ts")).planOperation },
  {
    name: "growth-scenarios",
    load: async () => (await import("./growth-scenarios.ts")).growthScenariosOperation,
  },
  { name: "breakdown", load: async () => (await import("./breakdown.ts")).breakdownOperation },
  { name: "ranking", load: async () => (await import("./ranking.ts")).rankingOperation },
  { name: "places", load: async () => (await import("./places.ts")).placesOperation },
  { name: "stocks", load: async () => (await import("./stocks.ts")).stocksOperation },
  { name: "currencies", load: async () => (await import("./currencies.ts")).currenciesOperation },
  { name: "extract", load: async () => (await import("./extract.ts")).extractOperation, textField: "text" },
  { name: "formula", load: async () => (await import("./formula.ts")).formulaOperation },
];

/** All functions, for what tells of them all. */
export const allOperations = (): Promise<readonly Operation[]> =>
  Promise.all(ROUTES.map(({ load }) => load()));
