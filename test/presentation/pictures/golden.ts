import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** That a picture is the one that was looked at; GOLDEN_WRITE=1 rewrites them, then look at each. */
export function expectGolden(name: string, svg: string): void {
  const file = join(import.meta.dirname, "golden", `${name}.svg`);
  // A line for each element, so that a difference shows where it is.
  const text = `${svg.replaceAll("><", ">\n<")}\n`;
  if (process.env.GOLDEN_WRITE) writeFileSync(file, text);
  expect(existsSync(file), `${file} is there`).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
