import type { Dependencies } from "../src/http/dependencies.ts";
import { isVietnamese, knowledge } from "../src/knowledge.ts";

/** What the app needs of the world, in tests: a clock that stands still, and nothing deployed beside the functions. */
export const dependencies: Dependencies = {
  version: "0.0.0-test",
  knowledge,
  isVietnamese,
  rasteriserFiles: () => Promise.reject(new Error("nothing is drawn here")),
  now: () => 0,
  report: () => undefined,
  asset: async () => undefined,
};
