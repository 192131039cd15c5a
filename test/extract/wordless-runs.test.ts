import { expect, test } from "vitest";
import { tokensOf } from "../../src/extract/token.ts";
import { withoutWordlessRuns } from "../../src/extract/wordless-runs.ts";
import { readText } from "./read-text.ts";

test("prose stays as it is", () => {
  const tokens = tokensOf("Exports: US$5.2 billion (+8.1%), imports: US$4.9 billion (+3.3%).");
  expect(withoutWordlessRuns(tokens)).toBe(tokens);
});

test("a column of numbers is cut, and what stands around it is read", () => {
  const column = "12.5\n".repeat(500);
  const text = `Exports of Hau Giang were 412.7 million USD in May 2031.\n${column}Imports were 300 million USD in May 2031.`;
  expect(withoutWordlessRuns(tokensOf(text)).length).toBeLessThan(150);
  const { figures } = readText(text);
  expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
    ["exports", 412.7],
    ["imports", 300],
  ]);
  expect(figures.map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
    "412.7 million USD",
    "300 million USD",
  ]);
});
