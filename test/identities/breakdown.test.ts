import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { BreakdownAnswer } from "../../src/schema/breakdown-answer.ts";
import { ask, type Question } from "../http/ask.ts";
import { PATIENCE, SEARCH } from "./drawn.ts";

type Answer = z.infer<typeof BreakdownAnswer>;

/** A part of amounts of four digits; a part of parts has none of its own, so that all amounts agree. */
interface DrawnPart {
  readonly amount: number;
  readonly growth?: number | undefined;
  readonly yearOnPart?: number | undefined;
  readonly target?: number | undefined;
  readonly locked?: boolean | undefined;
  readonly components?: readonly DrawnPart[] | undefined;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const leaf: fc.Arbitrary<DrawnPart> = fc.record({
  amount: fc.integer({ min: 1, max: 9999 }),
  growth: maybe(fc.integer({ min: -60, max: 200 })),
  yearOnPart: maybe(fc.integer({ min: 130, max: 400 })),
  target: maybe(fc.integer({ min: 2, max: 40_000 })),
  locked: maybe(fc.boolean()),
});
const parts: fc.Arbitrary<readonly DrawnPart[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc
        .tuple(leaf, fc.array(leaf, { minLength: 1, maxLength: 4 }))
        .map(([part, components]): DrawnPart => ({ ...part, components })),
    },
  ),
  { minLength: 1, maxLength: 6 },
);

const figure = (value: number, shift: number) => ({
  value: Number(`${value}e${shift}`),
  digits: String(value).length,
});

/** The parts as they are asked, all amounts in a unit that is smaller by `shift` digits. */
function asked(list: readonly DrawnPart[], shift = 0): readonly object[] {
  return list.map(({ amount, growth, yearOnPart, target, locked, components }, i) => ({
    name: `part ${i}`,
    ...(locked && { locked }),
    ...(target !== undefined && { target: { value: figure(target, shift) } }),
    ...(components
      ? { components: asked(components, shift), exhaustive: true }
      : {
          ytd: figure(amount, shift),
          ...(growth !== undefined && { growth: `${growth}%` }),
          ...(yearOnPart !== undefined && {
            priorFullYear: figure(
              Math.ceil((amount * yearOnPart * 100) / (100 + (growth ?? 0)) / 100),
              shift,
            ),
          }),
        }),
  }));
}

const amountOf = (list: readonly DrawnPart[]): number =>
  list.reduce((sum, { amount, components }) => sum + (components ? amountOf(components) : amount), 0);

const drawn = fc.record({
  list: parts,
  through: fc.integer({ min: 1, max: 11 }).map((month) => `2023-${String(month).padStart(2, "0")}`),
  indicator: fc.constantFrom("exports", "industrial output", "units"),
  /** What the total has besides its parts, if it is told at all. */
  left: maybe(fc.integer({ min: 0, max: 5000 })),
  growth: maybe(fc.integer({ min: -50, max: 100 })),
  target: maybe(fc.integer({ min: 100, max: 200_000 })),
  correlation: maybe(fc.integer({ min: 0, max: 95 })),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function question({ list, left, growth, target, correlation, ...same }: Drawn, shift = 0): Question {
  return {
    ...same,
    geography: "Viet Nam",
    ...(left !== undefined && { ytd: figure(amountOf(list) + left, shift) }),
    ...(left !== undefined && growth !== undefined && { growth: `${growth}%` }),
    ...(target !== undefined && { target: { name: "plan", value: figure(target, shift) } }),
    ...(correlation !== undefined && { correlation: `${correlation}%` }),
    components: asked(list, shift),
  };
}

const answered = (of: Drawn, shift = 0): Promise<Answer> => ask("breakdown", question(of, shift));

const near = (actual: number, wanted: number, where = ""): void =>
  expect(Math.abs(actual - wanted), `${where}: ${actual} is not ${wanted}`).toBeLessThanOrEqual(
    1e-7 * Math.max(1e-9, Math.abs(wanted), Math.abs(actual)),
  );

const childrenOf = ({ components }: Answer, path: string) =>
  components.filter(({ parent, depth }) => (path === "" ? depth === 1 : parent === path));

const holds = (check: (of: Drawn) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(drawn, async (of) => {
      await check(of);
    }),
    SEARCH,
  );

describe("identities of a breakdown", () => {
  test("amounts and full years of parts add up to their whole at every level", PATIENCE, () =>
    holds(async (of) => {
      const answer = await answered(of);
      const wholes = [
        { path: "", ytd: answer.figures.ytd?.value ?? Number.NaN, median: answer.total.median },
        ...answer.components.map(({ path, ytd, fullYear }) => ({
          path,
          ytd: ytd.value,
          median: fullYear.median,
        })),
      ];
      for (const { path, ytd, median } of wholes) {
        const children = childrenOf(answer, path);
        if (children.length === 0) continue;
        near(
          children.reduce((sum, child) => sum + child.fullYear.median, 0),
          median,
          path,
        );
        const booked = children.reduce((sum, child) => sum + child.ytd.value, 0);
        // A rest within the rounding of the parts is none.
        if (path !== "" || of.left === undefined || children.some(({ origin }) => origin === "rest"))
          near(booked, ytd, path);
      }
    }),
  );

  test("nothing falls below what is booked, and quantiles never cross", PATIENCE, () =>
    holds(async (of) => {
      const { components, total } = await answered(of);
      for (const { ytd, fullYear } of components) {
        expect(fullYear.lower).toBeGreaterThanOrEqual(ytd.value * (1 - 1e-9));
        expect(fullYear.lower).toBeLessThanOrEqual(fullYear.median);
        expect(fullYear.upper).toBeGreaterThanOrEqual(fullYear.median);
      }
      const values = total.quantiles.map(({ value }) => value);
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }),
  );

  test("another unit changes every amount and no ratio", PATIENCE, () =>
    holds(async (of) => {
      const [small, large] = [await answered(of), await answered(of, 3)];
      near(large.total.median, small.total.median * 1000);
      for (const [i, part] of small.components.entries()) {
        const other = large.components[i] as (typeof large.components)[number];
        near(other.fullYear.upper, part.fullYear.upper * 1000, part.path);
        near(other.shareOfTotal?.value ?? 0, part.shareOfTotal?.value ?? 0, part.path);
        near(other.contribution ?? 0, part.contribution ?? 0, part.path);
        expect(Math.abs((other.influence?.swing ?? 0) - (part.influence?.swing ?? 0))).toBeLessThan(1e-7);
      }
      for (const [i, target] of small.targets.entries())
        expect(
          Math.abs((large.targets[i]?.attainmentProbability ?? 0) - target.attainmentProbability),
        ).toBeLessThan(1e-7);
    }),
  );

  test("the order in which parts are told changes nothing", PATIENCE, () =>
    holds(async (of) => {
      const there = await answered(of);
      const { components, ...same } = question(of);
      const turned = (list: readonly object[]): readonly object[] =>
        [...list]
          .reverse()
          .map((part) =>
            "components" in part ? { ...part, components: turned(part.components as object[]) } : part,
          );
      const back = await ask("breakdown", { ...same, components: turned(components as object[]) });
      near(back.total.median, there.total.median);
      for (const part of there.components) {
        const same = back.components.find(({ path }) => path === part.path);
        near(same?.fullYear.median ?? Number.NaN, part.fullYear.median, part.path);
      }
      for (const [i, target] of there.targets.entries())
        expect(
          Math.abs((back.targets[i]?.attainmentProbability ?? 0) - target.attainmentProbability),
        ).toBeLessThan(1e-7);
    }),
  );

  test("what is missing is shared out in full, and locked parts bring none of it", PATIENCE, () =>
    holds(async (of) => {
      const { targets, components } = await answered(of);
      for (const { missing, goalSeek = [] } of targets) {
        expect(goalSeek.length).toBe(missing > 0 ? 2 : 0);
        for (const { shares, unplaced } of goalSeek) {
          const direct = shares.filter(({ path }) =>
            components.some((part) => part.path === path && part.depth === 1),
          );
          near(
            direct.reduce((sum, { extra }) => sum + extra, unplaced),
            missing,
          );
          for (const { extra } of shares) expect(extra).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );

  test("all own targets are met together no more often than the least likely of them", PATIENCE, () =>
    holds(async (of) => {
      const { partTargets, components } = await answered(of);
      const at = (level: number) =>
        components.flatMap(({ target, depth }) =>
          depth === level && target ? [target.attainmentProbability] : [],
        );
      const own = at(1).length > 1 ? at(1) : at(2);
      expect(partTargets?.count).toBe(own.length > 1 ? own.length : undefined);
      if (!partTargets) return;
      expect(partTargets.allProbability).toBeLessThanOrEqual(Math.min(...own) + 1e-12);
      const product = own.reduce((all, probability) => all * probability, 1);
      expect(partTargets.allProbability).toBeGreaterThanOrEqual(product - 1e-7);
    }),
  );
});
