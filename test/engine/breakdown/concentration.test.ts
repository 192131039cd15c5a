import fc from "fast-check";
import { expect, test } from "vitest";
import { concentrationOf } from "../../../src/engine/breakdown/concentration.ts";

test("shares, index and the three largest", () => {
  expect(concentrationOf([10, 50, 20, 20])).toEqual({
    shares: [0.1, 0.5, 0.2, 0.2],
    herfindahl: expect.closeTo(0.34, 12),
    effectiveNumber: expect.closeTo(1 / 0.34, 12),
    largest: 1,
    topThree: expect.closeTo(0.9, 12),
  });
});

test("what the parts leave of the total counts as one more part", () => {
  expect(concentrationOf([83.25], 100)).toEqual({
    shares: [0.8325],
    herfindahl: expect.closeTo(0.8325 ** 2 + 0.1675 ** 2, 12),
    effectiveNumber: expect.closeTo(1 / (0.8325 ** 2 + 0.1675 ** 2), 12),
    largest: 0,
  });
});

test("equal parts are as many as they are; one part is one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1e6 }), (n, amount) => {
      const answer = concentrationOf(Array.from({ length: n }, () => amount));
      expect(answer?.effectiveNumber).toBeCloseTo(n, 8);
      expect(answer?.herfindahl).toBeCloseTo(1 / n, 8);
    }),
  );
});

test("the index lies between 1/n and 1, whatever the unit", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }), (amounts) => {
      const answer = concentrationOf(amounts);
      if (amounts.every((amount) => amount === 0)) return expect(answer).toBeUndefined();
      expect(answer?.herfindahl).toBeGreaterThanOrEqual(1 / amounts.length - 1e-12);
      expect(answer?.herfindahl).toBeLessThanOrEqual(1 + 1e-12);
      expect(concentrationOf(amounts.map((a) => a * 1000))?.herfindahl).toBeCloseTo(
        answer?.herfindahl as number,
        10,
      );
      return undefined;
    }),
  );
});

test.each([
  ["nothing", [], 10],
  ["a part below zero", [5, -1], 10],
  ["a total of zero", [0, 0], 0],
  ["parts that are more than the total", [8, 4], 10],
])("%s has no shares", (_, amounts, total) => {
  expect(concentrationOf(amounts, total)).toBeUndefined();
});
