import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { RankingAnswer } from "../../src/schema/ranking-answer.ts";
import { ask, type Question } from "../http/ask.ts";

type Answer = z.infer<typeof RankingAnswer>;

/** Places with levels of four digits and growths of two decimals, some of them with only one of the two. */
const places = fc
  .array(
    fc.record({
      value: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
      growth: fc.option(fc.integer({ min: -9000, max: 30_000 }), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ value, growth }, index) => ({
      place: `Place ${String.fromCharCode(65 + index)}`,
      ...(value !== undefined && { value }),
      growth: growth === undefined && value !== undefined ? undefined : `${(growth ?? 0) / 100}%`,
    })),
  );
/** All of them with both. */
const complete = places.map((list) =>
  list.map(({ place, value = 1, growth = "0%" }) => ({ place, value, growth })),
);

const asking = (list: Question["places"], more: Question = {}): Promise<Answer> =>
  ask("ranking", { places: list, ...more });

const holds = (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns: 60 });

describe("identities of a ranking", () => {
  test("the order in which places are told changes nothing", () =>
    holds(
      fc.asyncProperty(
        places.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        async ([list, shuffled]) => {
          expect(await asking(shuffled)).toEqual(await asking(list));
        },
      ),
    ));

  test("levels a thousand times as large change no rank, no share and no growth", () =>
    holds(
      fc.asyncProperty(complete, async (list) => {
        const larger = list.map((place) => ({ ...place, value: `${place.value} thousand` }));
        const [one, other] = [
          await asking(list, { unit: "tonnes" }),
          await asking(larger, { unit: "tonnes" }),
        ];
        for (const [index, place] of one.places.entries()) {
          const scaled = other.places[index];
          expect(scaled?.name).toBe(place.name);
          const bare = ({ next: _gap, ...rank }: NonNullable<typeof place.levelRank>) => rank;
          expect(bare(scaled?.levelRank as never)).toEqual(bare(place.levelRank as never));
          expect(scaled?.growthRank).toEqual(place.growthRank);
          expect(scaled?.share?.value).toBeCloseTo(place.share?.value ?? Number.NaN, 9);
          expect(scaled?.contribution?.value).toBeCloseTo(place.contribution?.value ?? Number.NaN, 9);
        }
      }),
    ));

  test("of every place: shares sum to one, contributions to the growth, which lies between the places", () =>
    holds(
      fc.asyncProperty(complete, async (list) => {
        const { places: ranked, region } = await asking(list, { of: list.length });
        const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
        expect(sum(ranked.map(({ share }) => share?.value ?? 0))).toBeCloseTo(1, 8);
        const growth = region.growth.weighted?.value as number;
        expect(
          Math.abs(sum(ranked.map(({ contribution }) => contribution?.value ?? 0)) - growth),
        ).toBeLessThan(1e-8 * (1 + Math.abs(growth)));
        const growths = ranked.map((place) => place.growth?.value as number);
        expect(growth).toBeGreaterThanOrEqual(Math.min(...growths) - 1e-9);
        expect(growth).toBeLessThanOrEqual(Math.max(...growths) + 1e-9);
        const prior = sum(ranked.map((place) => place.prior?.value as number));
        const value = sum(list.map((place) => place.value));
        expect(value / prior - 1).toBeCloseTo(growth, 8);
      }),
    ));

  test("ranks go from 1 on, within what the digits allow, and who is first is of rank 1", () =>
    holds(
      fc.asyncProperty(places, async (list) => {
        const { places: ranked, leaders } = await asking(list);
        for (const [measure, of] of [
          ["level", "levelRank"],
          ["growth", "growthRank"],
        ] as const) {
          const placings = ranked.flatMap((place) => place[of] ?? []);
          for (const { rank, best, worst, isCertain } of placings) {
            expect(rank).toBeGreaterThanOrEqual(best);
            expect(rank).toBeLessThanOrEqual(worst);
            expect(worst).toBeLessThanOrEqual(placings.length);
            expect(isCertain).toBe(best === worst);
          }
          const first = ranked.filter((place) => place[of]?.rank === 1).map(({ name }) => name);
          expect([...(leaders[measure]?.places ?? [])].sort()).toEqual(first.sort());
        }
      }),
    ));

  test("figures that are true agree with the region's, however they are rounded", () =>
    holds(
      fc.asyncProperty(complete, fc.integer({ min: 0, max: 3 }), async (list, digits) => {
        const value = list.reduce((total, place) => total + place.value, 0);
        const exact = await asking(list, { of: list.length });
        const growth = exact.region.growth.weighted?.value as number;
        const { coherence } = await asking(list, {
          of: list.length,
          regionValue: value,
          regionGrowth: `${(growth * 100).toFixed(digits)}%`,
          beating: exact.faster?.count,
        });
        expect(coherence.findings.map(({ kind }) => kind)).toEqual(
          expect.arrayContaining(["sumOfPlaces", "regionGrowth", "regionGrowthWithin"]),
        );
        expect(
          coherence.findings.filter(({ kind }) => kind !== "beating").map(({ verdict }) => verdict),
        ).toEqual(["holds", "holds", "holds"]);
      }),
    ));
});
