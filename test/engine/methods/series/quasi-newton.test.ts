import fc from "fast-check";
import { expect, test } from "vitest";
import { quasiNewton } from "../../../../src/engine/methods/series/quasi-newton.ts";

test("finds the bottom of a bowl from anywhere near", () => {
  const near = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(near, near, near, near, (a, b, startA, startB) => {
      const point = Float64Array.of(startA, startB);
      const least = quasiNewton(
        ([x, y]) =>
          50 * ((x as number) - a) ** 2 +
          30 * ((x as number) - a) * ((y as number) - b) +
          20 * ((y as number) - b) ** 2 +
          7,
        point,
        [100, 40],
      );
      expect(Math.abs(least - 7)).toBeLessThan(1e-4);
      expect(Math.abs((point[0] as number) - a)).toBeLessThan(2e-3);
      expect(Math.abs((point[1] as number) - b)).toBeLessThan(2e-3);
    }),
  );
});

test("Rosenbrock's valley", () => {
  const point = Float64Array.of(-1.2, 1);
  const rosenbrock = ([x, y]: Float64Array): number =>
    100 * ((y as number) - (x as number) ** 2) ** 2 + (1 - (x as number)) ** 2;
  expect(quasiNewton(rosenbrock, point, [1000, 200])).toBeLessThan(1e-4);
  expect(rosenbrock(point)).toBeLessThan(1e-4);
});

test("stays where there is no value", () => {
  const point = Float64Array.of(3);
  expect(quasiNewton(() => Number.POSITIVE_INFINITY, point, [1])).toBe(Number.POSITIVE_INFINITY);
  expect(point[0]).toBe(3);
});
