import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

interface Mstl {
  fit(values: Float64Array): void;
  predict(horizon: number, level: number): { readonly point: number[] };
  free(): void;
}
interface MstlModule {
  readonly MSTL: { ets(periods: number[]): Mstl };
  initSync(options: { module: Uint8Array }): unknown;
}

/** Directory of the installed package; `AUGURS` names another one. */
export function augursDirectory(): string | undefined {
  try {
    return process.env.AUGURS ?? dirname(createRequire(import.meta.url).resolve("@bsull/augurs"));
  } catch {
    return undefined;
  }
}

/**
 * The single model of augurs that knows seasons: MSTL with automatic exponential smoothing of the rest, on logs, with
 * one interval. Undefined where the package is not installed.
 */
export async function loadAugurs(): Promise<
  ((values: readonly number[], horizon: number) => number) | undefined
> {
  const directory = augursDirectory();
  if (directory === undefined) return undefined;
  const module = (await import(pathToFileURL(join(directory, "mstl.js")).href)) as MstlModule;
  module.initSync({ module: readFileSync(join(directory, "mstl_bg.wasm")) });
  return (values, horizon) => {
    const model = module.MSTL.ets([12]);
    model.fit(Float64Array.from(values, Math.log));
    const { point } = model.predict(horizon, 0.8);
    model.free();
    return point.reduce((sum, log) => sum + Math.exp(log), 0);
  };
}

/** A worker of the same model, for the same harness: the last number of a POSTed list is the horizon. */
export const AUGURS_WORKER = `
import { MSTL, initSync } from "./mstl.js";
import wasm from "./mstl_bg.wasm";
initSync({ module: wasm });
export default {
  async fetch(request) {
    const { history } = await request.json();
    const path = new URL(request.url).pathname;
    if (path !== "/race/forecast") return Response.json({ length: history.length });
    const model = MSTL.ets([12]);
    model.fit(Float64Array.from(history, Math.log));
    const { point } = model.predict(7, 0.8);
    model.free();
    return Response.json({ total: point.reduce((sum, log) => sum + Math.exp(log), 0) });
  },
};
`;
