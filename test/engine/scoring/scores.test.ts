import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { studentTQuantile } from "../../../src/engine/forecast/student-t.ts";
import { brierScore } from "../../../src/engine/scoring/brier.ts";
import { crpsOfQuantiles, SCORED_LEVELS } from "../../../src/engine/scoring/crps.ts";
import { scorecard } from "../../../src/engine/scoring/scorecard.ts";
import { trimmedMean } from "../../../src/engine/scoring/trimmed-mean.ts";

const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
const normal = SCORED_LEVELS.map((level) => studentTQuantile(level, 1e7));

describe("continuous ranked probability score", () => {
  test("a sure forecast scores its absolute error", () => {
    fc.assert(
      fc.property(amount, amount, (said, observed) => {
        const quantiles = SCORED_LEVELS.map(() => said);
        expect(crpsOfQuantiles({ quantiles, observed })).toBeCloseTo(Math.abs(said - observed), 6);
      }),
    );
  });

  // Gneiting and Raftery (2007), p. 367: CRPS(N(0, 1), 0) = (sqrt(2) - 1) / sqrt(pi).
  test("the standard normal at its centre", () => {
    const score = crpsOfQuantiles({ quantiles: normal, observed: 0 });
    expect(score).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 3);
  });

  test("of two forecasts with the same centre the narrow one wins where it is right, and loses far away", () => {
    const wide = normal.map((z) => 100 + 20 * z);
    const narrow = normal.map((z) => 100 + 5 * z);
    expect(crpsOfQuantiles({ quantiles: narrow, observed: 101 })).toBeLessThan(
      crpsOfQuantiles({ quantiles: wide, observed: 101 }),
    );
    expect(crpsOfQuantiles({ quantiles: narrow, observed: 150 })).toBeGreaterThan(
      crpsOfQuantiles({ quantiles: wide, observed: 150 }),
    );
  });
});

test("Brier score: 0 when sure and right, 1 when sure and wrong, a quarter without knowledge", () => {
  expect(brierScore({ probability: 1, happened: true })).toBe(0);
  expect(brierScore({ probability: 1, happened: false })).toBe(1);
  expect(brierScore({ probability: 0.5, happened: true })).toBe(0.25);
});

test("trimming nothing is the mean, and never raises it", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 50 }), (values) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      expect(trimmedMean({ values, part: 0 })).toBeCloseTo(mean, 4);
      expect(trimmedMean({ values, part: 0.02 })).toBeLessThanOrEqual(mean + 1e-6);
    }),
  );
});

test("a scorecard does not depend on the unit", () => {
  const one = {
    observed: 110,
    quantiles: normal.map((z) => 100 + 10 * z),
    targets: [{ probability: 0.6, happened: true }],
  };
  const thousand = { ...one, observed: 110_000, quantiles: one.quantiles.map((q) => 1000 * q) };
  const small = scorecard([one]);
  const large = scorecard([thousand]);
  expect(large.crps).toBeCloseTo(small.crps, 9);
  expect(large.absoluteError).toBeCloseTo(small.absoluteError, 9);
  expect(small.coverage80).toBe(100);
  expect(small.brier).toBeCloseTo(0.16, 12);
});
