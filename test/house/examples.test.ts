import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Every `@example call(...) // => result` of the docstrings is run. The call may use anything that its own file
 * exports; the result is JSON, and numbers agree to nine digits.
 */
const src = join(import.meta.dirname, "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && readFileSync(join(src, file), "utf8").includes("@example"),
);

const NINE_DIGITS = 1e-9;

function expectAlike(actual: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === "number" && typeof actual === "number") {
    expect(Math.abs(actual - wanted), `${where}: ${actual} is not ${wanted}`).toBeLessThanOrEqual(
      NINE_DIGITS * Math.max(1, Math.abs(wanted)),
    );
    return;
  }
  if (Array.isArray(wanted)) {
    expect(actual, where).toHaveLength(wanted.length);
    for (const [index, each] of wanted.entries())
      expectAlike((actual as unknown[])[index], each, `${where}[${index}]`);
    return;
  }
  if (typeof wanted === "object" && wanted !== null) {
    expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(wanted).sort());
    for (const [key, each] of Object.entries(wanted))
      expectAlike((actual as Record<string, unknown>)[key], each, `${where}.${key}`);
    return;
  }
  expect(actual, where).toEqual(wanted);
}

describe.each(files)("examples of %s", async (file) => {
  const text = readFileSync(join(src, file), "utf8").replaceAll("*\\/", "*/");
  const scope = (await import(join(src, file))) as Record<string, unknown>;
  const examples = [...text.matchAll(/@example\s+(.+?)\s+\/\/ => (.+?)\s*(?:\*\/)?$/gm)];

  test("are written so that they can be run", () => {
    expect(examples.length).toBe(text.split("@example").length - 1);
  });

  test.each(examples.map(([, call, wanted]) => [call as string, wanted as string]))("%s", (call, wanted) => {
    const names = Object.keys(scope);
    const result: unknown = new Function(...names, `return ${call}`)(...names.map((name) => scope[name]));
    expectAlike(result, JSON.parse(wanted), call);
  });
});
