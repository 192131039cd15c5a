/**
 * Learns every number of `data/priors` again, each script after those whose numbers it uses.
 *   npm run bench:learn -- --vietnam CASES.json --monthly CASES.json --out data/priors
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const SCRIPTS = [
  "learn-priors.ts",
  "learn-calendar.ts",
  "learn-levels.ts",
  "learn-history.ts",
  "learn-components.ts",
  "learn-growth.ts",
] as const;

for (const script of SCRIPTS) {
  const path = join(import.meta.dirname, script);
  console.log(script);
  const { status } = spawnSync(process.execPath, [path, ...process.argv.slice(2)], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
