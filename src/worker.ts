import { env, waitUntil } from "cloudflare:workers";
import { version } from "../package.json";
import { createApp } from "./http/app.ts";
import { isVietnamese, knowledge } from "./knowledge.ts";

interface Bindings {
  readonly ASSETS: Fetcher;
  readonly CF_VERSION: WorkerVersionMetadata;
}
const { ASSETS, CF_VERSION } = env as Bindings;

/** Each deployment has pictures of its own in the cache of the platform, which drops them when they age. */
const keptAt = (address: string): string =>
  `https://kept.local/${CF_VERSION.id}/${encodeURIComponent(address)}`;
const KEPT = { headers: { "Cache-Control": "public, max-age=86400" } };

/** The only place that knows the platform: bindings, the clock and the log. */
const app = createApp({
  version,
  knowledge,
  isVietnamese,
  rasteriserFiles: async () => (await import("./rasteriser-files.ts")).rasteriserFiles(),
  now: () => performance.now(),
  // biome-ignore lint/suspicious/noConsole: the log of the platform
  report: (error) => console.error(error),
  async asset(path) {
    const response = await ASSETS.fetch(new URL(path, "https://assets.local"));
    return response.ok ? response.arrayBuffer() : undefined;
  },
  keep: {
    async get(address) {
      const kept = await caches.default.match(keptAt(address));
      return kept && new Uint8Array(await kept.arrayBuffer());
    },
    put: (address, body) => waitUntil(caches.default.put(keptAt(address), new Response(body, KEPT))),
  },
});

export default { fetch: app.fetch } satisfies ExportedHandler;
