import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** The suite that uses the service as people do: through spreadsheets and a browser, against the running Worker. */
export default defineConfig({
  test: {
    name: "e2e",
    root,
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: `${root}test/e2e/service.ts`,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
