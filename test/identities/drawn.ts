import fc from "fast-check";
import { type FiscalPosition, remainingLabels } from "../../src/engine/calendar/period.ts";
import { INDICATOR_CLASSES } from "../../src/engine/forecast/evidence.ts";
import type { Question } from "../http/ask.ts";

/** How far every property is searched; RUNS in the environment searches further, and SEED elsewhere. */
export const SEARCH = {
  numRuns: Number(process.env.RUNS ?? 100),
} as const;
/** A search may take longer than a test of one question. */
export const PATIENCE = { timeout: 600 * SEARCH.numRuns } as const;

/** A decimal number by its digits and exponent, so that it can be put into another unit exactly. */
export interface Written {
  readonly mantissa: number;
  readonly exponent: number;
}
export const numberOf = ({ mantissa, exponent }: Written, shift = 0): number =>
  Number(`${mantissa}e${exponent + shift}`);

/** A figure that says how many of its digits count, which no change of unit alters. */
const figureOf = (written: Written, shift: number) => ({
  value: numberOf(written, shift),
  digits: String(written.mantissa).length,
});

const times = ({ mantissa, exponent }: Written, factor: number): Written => ({
  mantissa: Math.max(1, Math.round(mantissa * factor * 100)),
  exponent: exponent - 2,
});

export const positions = fc
  .record({
    year: fc.integer({ min: 2012, max: 2035 }),
    startMonth: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 12 })),
    periodsPerYear: fc.constantFrom<4 | 12>(12, 12, 4),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(
    ({ part, ...position }): FiscalPosition => ({
      ...position,
      elapsed: 1 + Math.floor(part * 0.999 * position.periodsPerYear),
    }),
  );

const through = (position: FiscalPosition, elapsed = position.elapsed, year = position.year) =>
  position.periodsPerYear === 4 ? { through: `${year}-Q${elapsed}` } : { through: elapsed, year };

/** Numbers as reports have them, with four decimals at most. */
const factors = (min: number, max: number) =>
  fc
    .integer({ min: Math.round(min * 10_000), max: Math.round(max * 10_000) })
    .map((tenThousandths) => tenThousandths / 10_000);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** A question in any unit: `in(3)` asks the same with all amounts a thousand times as large. */
export interface Drawn {
  readonly position: FiscalPosition;
  readonly ytd: number;
  in(shift: number): Question;
}

const present = (record: Record<string, unknown>): Question =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const scenarioKinds = (labels: readonly string[]) =>
  fc.oneof(
    fc.record({ remainderGrowth: factors(-0.5, 1) }),
    fc.record({ yearGrowth: factors(-0.5, 1) }),
    ...(labels.length > 0
      ? [
          fc.record({
            shock: fc.record({
              change: factors(-0.9, 1),
              periods: fc.subarray([...labels], { minLength: 1 }),
            }),
          }),
          fc
            .subarray([...labels], { minLength: 1 })
            .chain((named) =>
              factors(-0.5, 1).map((growth) => ({ periods: named.map((period) => ({ period, growth })) })),
            ),
        ]
      : []),
  );

/** Questions of every kind that can be answered: the year-to-date figure is there, the rest may be. */
export const questions: fc.Arbitrary<Drawn> = positions.chain((position) =>
  fc
    .record({
      ytd: fc.record({
        mantissa: fc.integer({ min: 1, max: 999_999 }),
        exponent: fc.integer({ min: -3, max: 4 }),
      }),
      aggregation: fc.constantFrom("sum", "sum", "sum", "average", "last"),
      share: maybe(factors(0.02, 1.3)),
      growth: maybe(factors(-0.7, 2)),
      prior: maybe(factors(0.3, 2)),
      priorFull: maybe(factors(1.02, 6)),
      targets: fc.array(factors(0.3, 5), { maxLength: 4 }),
      growthTarget: maybe(factors(-0.2, 0.5)),
      past: fc.array(
        fc.record({ ytd: factors(0.4, 1.5), full: factors(1.05, 4), elapsed: factors(0, 0.99) }),
        { maxLength: 4 },
      ),
      indicatorClass: maybe(fc.constantFrom(...INDICATOR_CLASSES)),
      tet: maybe(fc.boolean()),
      lang: maybe(fc.constantFrom("en", "vi")),
      levels: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 })),
      scenarios: fc.array(scenarioKinds(remainingLabels(position)), { maxLength: 3 }),
    })
    .map((drawn): Drawn => {
      const { ytd, aggregation, share, growth, prior, priorFull, targets, growthTarget, past } = drawn;
      const lastYear = prior === undefined ? ytd : times(ytd, prior);
      const full =
        priorFull === undefined
          ? undefined
          : times(lastYear, aggregation === "sum" ? priorFull : 1 + priorFull / 20);
      const known = priorFull !== undefined || growth !== undefined || prior !== undefined;
      const ask = (shift: number): Question => {
        const named = targets.map((factor, index) => ({
          name: `t${index}`,
          value: numberOf(times(ytd, factor), shift),
        }));
        const grown = growthTarget !== undefined && known ? [{ name: "grown", growth: growthTarget }] : [];
        const target = [...named, ...grown];
        const reports = past.flatMap((year, back) => {
          const base = times(ytd, year.ytd);
          const elapsed = 1 + Math.floor(year.elapsed * (position.periodsPerYear - 1));
          return [
            { ...through(position, elapsed, position.year - 1 - back), ytd: figureOf(base, shift) },
            {
              ...through(position, position.periodsPerYear, position.year - 1 - back),
              ytd: figureOf(times(base, year.full), shift),
            },
          ];
        });
        return present({
          ...through(position),
          ...(position.startMonth !== 1 && { fiscalYearStart: position.startMonth }),
          aggregation,
          ytd: figureOf(ytd, shift),
          shareOfTarget: share,
          growth,
          priorYtd: prior === undefined ? undefined : figureOf(lastYear, shift),
          priorFullYear: full && figureOf(full, shift),
          target: target.length > 0 ? target : undefined,
          reports: reports.length > 0 ? reports : undefined,
          indicatorClass: drawn.indicatorClass,
          tet: drawn.tet,
          lang: drawn.lang,
          // In a query "1.999" is a text, and in Vietnamese it is a thousand times as much.
          decimal: drawn.lang === "vi" ? "point" : undefined,
          levels: drawn.levels?.map((level) => level / 100),
          scenarios: drawn.scenarios.length > 0 ? drawn.scenarios : undefined,
        });
      };
      const shown = { [fc.toStringMethod]: () => JSON.stringify(ask(0)) };
      return { ...shown, position, ytd: numberOf(ytd), in: ask };
    }),
);
