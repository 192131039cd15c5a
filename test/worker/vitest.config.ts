import "../../src/web/build.ts";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** The suite that runs inside workerd, the runtime of the platform, with the configuration that is deployed. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: `${root}wrangler.toml` },
      // The deployed worker never asks for its assets, the platform serves them first; a test must ask for them.
      miniflare: { assets: { directory: `${root}.assets`, binding: "ASSETS" } },
    }),
  ],
  test: {
    name: "worker",
    root,
    include: ["test/worker/**/*.test.ts"],
    globalSetup: `${root}test/worker/node-answers.ts`,
  },
});
