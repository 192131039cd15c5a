import type { Operation } from "../operation.ts";
import { attainmentOperation } from "./attainment.ts";
import { breakdownOperation } from "./breakdown.ts";
import { coherenceOperation } from "./coherence.ts";
import { currenciesOperation } from "./currencies.ts";
import { forecastOperation } from "./forecast.ts";
import { growthScenariosOperation } from "./growth-scenarios.ts";
import { outlookOperation } from "./outlook.ts";
import { placesOperation } from "./places.ts";
import { planOperation } from "./plan.ts";
import { rankingOperation } from "./ranking.ts";
import { runRateOperation } from "./run-rate.ts";
import { scenariosOperation } from "./scenarios.ts";
import { stocksOperation } from "./stocks.ts";

/** Every function of the service, the main one first; paths, documents and tests follow from this list. */
export const OPERATIONS: readonly Operation[] = [
  outlookOperation,
  runRateOperation,
  forecastOperation,
  attainmentOperation,
  scenariosOperation,
  coherenceOperation,
  planOperation,
  growthScenariosOperation,
  placesOperation,
  stocksOperation,
  currenciesOperation,
  rankingOperation,
  breakdownOperation,
];
