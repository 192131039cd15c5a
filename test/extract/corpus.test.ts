import { describe, expect, test } from "vitest";
import { casesOf, differencesOf, readCorpus } from "./corpus-case.ts";

describe.each(readCorpus())("$file", ({ cases }) => {
  test.each(cases)("$why: $text", (each) => {
    const differences = differencesOf(each);
    expect(differences, [each.text, ...differences].join("\n")).toEqual([]);
  });
});

describe("the limits of the reader", () => {
  test.each(casesOf("not-read.json"))("not read right yet: $why: $text", (each) => {
    expect(differencesOf(each), "read by now: it belongs to the sentences").not.toEqual([]);
  });
});

test("the corpus has at least 150 sentences, each told once, in both languages", () => {
  const corpus = readCorpus();
  const texts = corpus.flatMap(({ cases }) => cases.map(({ text }) => text));
  expect(corpus.map(({ file }) => file)).toEqual(["en-sentences.json", "vi-sentences.json"]);
  expect(texts.length).toBeGreaterThanOrEqual(150);
  expect(new Set(texts).size).toBe(texts.length);
});
