import fc from "fast-check";
import { expect, test } from "vitest";
import { directChainLadder, directMackError } from "../../../src/engine/methods/chain-ladder.ts";
import { mackChainLadder } from "../../../src/engine/methods/mack.ts";

const years = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 })), {
  minLength: 2,
  maxLength: 8,
});

test("the direct version is Mack's with two columns", () => {
  fc.assert(
    fc.property(years, fc.integer({ min: 1, max: 1000 }), (pairs, ytd) => {
      const past = pairs.map(([booked, rest]) => ({ ytd: booked, fullYear: booked + rest }));
      const stepwise = mackChainLadder([...past.map((p) => [p.ytd, p.fullYear]), [ytd]]);
      const last = stepwise.years[past.length];
      expect(directChainLadder({ ytd, past })).toBeCloseTo(last?.fullYear ?? Number.NaN, 6);
      expect(directMackError({ ytd, past }) ?? Number.NaN).toBeCloseTo(last?.standardError ?? Number.NaN, 6);
    }),
  );
});

test("one past year gives a point and no error", () => {
  expect(directMackError({ ytd: 10, past: [{ ytd: 5, fullYear: 12 }] })).toBeUndefined();
});

test("one past year by the chain ladder is the same growth: one estimator under two names", () => {
  const ytd = 55;
  const last = { ytd: 50, fullYear: 120 };
  expect(directChainLadder({ ytd, past: [last] })).toBeCloseTo(last.fullYear * (ytd / last.ytd), 12);
});
