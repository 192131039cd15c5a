import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

// `npm test` has built them; whoever runs the suite alone, on a fresh clone, has not.
if (!existsSync(`${root}.assets`)) execFileSync(process.execPath, [`${root}src/web/build.ts`]);

/** The suite that runs inside workerd, the runtime of the platform, with the configuration that is deployed. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: `${root}wrangler.toml` },
    }),
  ],
  test: {
    name: "worker",
    root,
    include: ["test/worker/**/*.test.ts"],
    globalSetup: [`${root}test/worker/node-answers.ts`, `${root}test/worker/node-picture.ts`],
  },
});
