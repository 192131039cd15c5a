import { spawnSync } from "node:child_process";
import { join } from "node:path";

export type RModel = "ets" | "auto.arima" | "thetaf";

export interface RTask {
  readonly model: RModel;
  readonly values: readonly number[];
}

export interface RResult {
  /** CPU time of fitting and forecasting. */
  readonly seconds: number;
  readonly path: readonly number[];
}

/**
 * Forecasts by R's package forecast, in the order of the tasks; what was not done when the time was up is missing at
 * the end. Empty where there is no R with that package.
 */
export function runInR(tasks: readonly RTask[], horizon: number, mostSeconds: number): readonly RResult[] {
  const input = tasks.map(({ model, values }) => [model, horizon, ...values].join(","));
  const { stdout } = spawnSync("Rscript", [join(import.meta.dirname, "r-models.R")], {
    input: `${input.join("\n")}\n`,
    encoding: "utf8",
    timeout: 1000 * mostSeconds,
  });
  // The last line is whole only if it was ended.
  const lines = (stdout ?? "").split("\n").slice(0, -1);
  return lines.map((line) => {
    const [seconds = Number.NaN, ...path] = line.split(",").map(Number);
    return { seconds, path };
  });
}
