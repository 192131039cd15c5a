/// <reference types="custom-functions-runtime" />
import { check, extract, forecast, outlook, picture, probability, runRate, scenarios } from "./functions.ts";
import { openPane } from "./pane.ts";

// The shared runtime: functions and pane live in one page, which Excel keeps open. A browser has no custom functions.
if (typeof CustomFunctions !== "undefined")
  CustomFunctions.associate({
    ONPACE_RUNRATE: runRate,
    ONPACE_FORECAST: forecast,
    ONPACE_PROBABILITY: probability,
    ONPACE_SCENARIOS: scenarios,
    ONPACE_OUTLOOK: outlook,
    ONPACE_CHECK: check,
    ONPACE_PICTURE: picture,
    ONPACE_EXTRACT: extract,
  });
void openPane();
