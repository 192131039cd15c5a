import packageJson from "../package.json";
import tetTable from "../data/calendars/tet.json";
import provinces from "../data/geography/provinces.json";
import { vietnamesePlaces } from "./engine/geography.ts";
import { createApp } from "./http/app.ts";

/** The only place that knows the platform: bindings, the clock and the log. */
const app = createApp({
  version: packageJson.version,
  isVietnamese: vietnamesePlaces(provinces.rows),
  now: () => performance.now(),
  report: (error) => console.error(error),
} as never);

export default { fetch: app.fetch };
