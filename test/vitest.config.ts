import { defineConfig } from "vitest/config";
import type { Reporter, TestModule } from "vitest/node";

/** The count as one plain line at the very end, whatever reporter tells of the run. */
const count: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter(
      (module) => module.state() === "failed" && module.children.size === 0,
    ).length;
    process.stdout.write(`\n${of("passed")} passed, ${of("failed") + broken} failed\n`);
  },
};

const root = new URL("..", import.meta.url).pathname;

export default defineConfig({
  test: {
    root,
    reporters: [process.env.CI ? "dot" : "default", count],
    projects: [
      {
        test: {
          name: "node",
          root,
          include: ["test/**/*.test.ts"],
          exclude: ["test/worker/**", "test/e2e/**"],
          setupFiles: ["test/seed.ts"],
          // Nothing is timed here, and a busy machine is not a failure.
          testTimeout: 30_000,
        },
      },
      `${root}test/worker/vitest.config.ts`,
      `${root}test/e2e/vitest.config.ts`,
    ],
  },
});
