import { expect, test } from "vitest";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { certainty } from "../../../src/engine/target/attainment.ts";

const sure = (text: string | number, target: number): number => {
  const figure = parseFigure(text, { role: "amount", path: "ytd" });
  const { value, lower, upper } = figure;
  return certainty(figure, {
    value,
    origin: "reported",
    ...(Number.isFinite(lower) && { lower }),
    ...(Number.isFinite(upper) && { upper }),
  })(target);
};

test.each([
  ["1000", 1000, 1],
  ["over 1000", 1000, 1],
  ["nearly 1000", 1000, 0],
  ["about 1000", 1000, 0.5],
  ["at least 950", 1000, 0.5],
  ["at least 950", 900, 1],
  ["at most 950", 1000, 0],
  ["859.8", 860, 0],
])("%s reaches %d with certainty %d", (text, target, certain) => {
  expect(sure(text, target)).toBeCloseTo(certain, 9);
});
