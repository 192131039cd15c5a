import { version } from "../package.json";
import { createApp } from "./http/app.ts";
import { isVietnamese, knowledge } from "./knowledge.ts";

/** The only place that knows the platform: bindings, the clock and the log. */
const app = createApp({
  version,
  knowledge,
  isVietnamese,
  now: () => performance.now(),
  // biome-ignore lint/suspicious/noConsole: the log of the platform
  report: (error) => console.error(error),
});

export default { fetch: app.fetch } satisfies ExportedHandler;
