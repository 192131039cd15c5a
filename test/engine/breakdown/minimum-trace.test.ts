import fc from "fast-check";
import { expect, test } from "vitest";
import { minimumTrace, minimumTraceWeights } from "./minimum-trace.ts";

test("forecasts that add up already are left alone: G S = I", () => {
  const S = [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 25, maxLength: 25 }),
      fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }),
      (entries, bottom) => {
        // A A' + I is a covariance whatever A is.
        const row = (i: number) => entries.slice(5 * i, 5 * i + 5);
        const W = S.map((_, i) =>
          S.map((__, j) => row(i).reduce((sum, a, k) => sum + a * (row(j)[k] as number), i === j ? 1 : 0)),
        );
        const coherent = S.map((weights) =>
          weights.reduce((sum, w, k) => sum + w * (bottom[k] as number), 0),
        );
        for (const [i, value] of minimumTrace(S, W, coherent).entries())
          expect(value).toBeCloseTo(coherent[i] as number, 6);
        minimumTraceWeights(S, W).forEach((weights, i) => {
          for (let j = 0; j < 3; j++) {
            const product = weights.reduce((sum, w, k) => sum + w * (S[k]?.[j] as number), 0);
            expect(product).toBeCloseTo(i === j ? 1 : 0, 6);
          }
        });
      },
    ),
  );
});
