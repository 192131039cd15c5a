import { describe, expect, test } from "vitest";
import { DRAWS, normalDraws } from "../../../src/engine/forecast/normal-draws.ts";

const LONGEST = 48;
const coordinate = (draws: Float64Array, dimensions: number, d: number): number[] =>
  Array.from({ length: DRAWS }, (_, i) => draws[i * dimensions + d] as number);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe("draws of a standard normal vector", () => {
  test.each([1, 8, 12, LONGEST])("of %i dimensions have mean 0, variance 1 and no skew", (dimensions) => {
    const draws = normalDraws(dimensions);
    expect(draws).toHaveLength(DRAWS * dimensions);
    for (let d = 0; d < dimensions; d++) {
      const own = coordinate(draws, dimensions, d);
      expect(own.every(Number.isFinite)).toBe(true);
      expect(Math.abs(meanOf(own))).toBeLessThan(1e-12);
      expect(Math.abs(meanOf(own.map((z) => z * z)) - 1)).toBeLessThan(0.05);
      expect(Math.abs(meanOf(own.map((z) => z ** 3)))).toBeLessThan(1e-12);
    }
  });

  test("each coordinate has as much below every normal quantile as it should", () => {
    const draws = normalDraws(12);
    const quantiles = [
      [-1.959964, 0.025],
      [-1.281552, 0.1],
      [-0.67449, 0.25],
      [0.67449, 0.75],
      [1.281552, 0.9],
    ] as const;
    for (let d = 0; d < 12; d++)
      for (const [z, level] of quantiles) {
        const below = coordinate(draws, 12, d).filter((value) => value <= z).length / DRAWS;
        expect(Math.abs(below - level), `${d}: ${z}`).toBeLessThan(0.015);
      }
  });

  test("the coordinates of a year are nearly uncorrelated, those of three years still say little of each other", () => {
    for (const [dimensions, most] of [
      [12, 0.15],
      [36, 0.35],
    ] as const) {
      const draws = normalDraws(dimensions);
      for (let a = 1; a < dimensions; a++)
        for (let b = 0; b < a; b++) {
          const others = coordinate(draws, dimensions, b);
          const product = meanOf(coordinate(draws, dimensions, a).map((z, i) => z * (others[i] as number)));
          expect(Math.abs(product), `${a} and ${b}`).toBeLessThan(most);
        }
    }
  });

  test("each point is followed by its mirror image", () => {
    const draws = normalDraws(5);
    for (let i = 0; i < DRAWS; i += 2)
      for (let d = 0; d < 5; d++) expect(draws[(i + 1) * 5 + d]).toBe(0 - (draws[i * 5 + d] as number));
  });

  test("a horizon does not change what a shorter one draws", () => {
    const short = normalDraws(3);
    const long = normalDraws(7);
    for (let d = 0; d < 3; d++) expect(coordinate(long, 7, d)).toEqual(coordinate(short, 3, d));
    expect(normalDraws(3)).toEqual(short);
  });
});
