import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "../http/ask.ts";
import { named, type OutlookBody, post } from "../http/ask.ts";
import { type Drawn, PATIENCE, questions, SEARCH } from "./drawn.ts";

/** JSON has ten significant digits; sums and differences of such numbers lose a little. */
const CLOSE = 2e-9;
const near = (a: number, b: number, size = Math.max(Math.abs(a), Math.abs(b))): void => {
  expect(Math.abs(a - b), `${a} and ${b}`).toBeLessThanOrEqual(CLOSE * size);
};

interface Case {
  readonly question: Question;
  readonly answer: OutlookBody;
  readonly elapsed: number;
  readonly remaining: number;
  /** What the remaining periods bring when the year ends at a value: the inverse of the aggregation. */
  remainderOf(fullYear: number): number;
}

/** Each answered question; a refusal is an answer too, but says nothing about identities. */
function holds(title: string, check: (asked: Case) => void): void {
  test(title, PATIENCE, async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(questions, async (drawn: Drawn) => {
        const question = drawn.in(0);
        const { status, json } = await post("/v1/outlook", question);
        expect([200, 422]).toContain(status);
        if (status !== 200) return;
        answered += 1;
        const answer = json as OutlookBody;
        const { elapsed, remaining, aggregation } = answer.question;
        const ytd = answer.figures.ytd?.value ?? Number.NaN;
        const remainderOf = (fullYear: number) =>
          aggregation === "average" ? (elapsed + remaining) * fullYear - elapsed * ytd : fullYear - ytd;
        check({ question, answer, elapsed, remaining, remainderOf });
      }),
      SEARCH,
    );
    expect(answered).toBeGreaterThan(0.8 * SEARCH.numRuns);
  });
}

const ytdOf = ({ answer }: Case): number => answer.figures.ytd?.value ?? Number.NaN;
/** What cannot be lost again of the full year. */
const bookedOf = (asked: Case): number => {
  const { aggregation } = asked.answer.question;
  if (aggregation === "last") return 0;
  return aggregation === "sum"
    ? ytdOf(asked)
    : (ytdOf(asked) * asked.elapsed) / (asked.elapsed + asked.remaining);
};

describe("the predictive distribution", () => {
  holds("quantiles increase strictly and meet the median", ({ answer: { forecast } }) => {
    const values = forecast.quantiles.map(({ value }) => value);
    for (const [index, value] of values.entries())
      if (index > 0) expect(value).toBeGreaterThan(values[index - 1] as number);
    const half = forecast.quantiles.find(({ quantileLevel }) => quantileLevel === 0.5);
    if (half) near(half.value, forecast.median);
  });

  holds("nothing lies below what is booked", (asked) => {
    const booked = bookedOf(asked) * (1 - CLOSE);
    const { forecast } = asked.answer;
    for (const { value } of forecast.quantiles) expect(value).toBeGreaterThanOrEqual(booked);
    for (const { lower } of forecast.intervals) expect(lower).toBeGreaterThanOrEqual(booked);
    for (const { fullYear } of forecast.members) expect(fullYear).toBeGreaterThanOrEqual(booked);
  });

  holds("a wider level is never narrower and holds the median", ({ answer: { forecast } }) => {
    for (const [index, { level, lower, upper }] of forecast.intervals.entries()) {
      expect(lower).toBeLessThan(forecast.median);
      expect(upper).toBeGreaterThan(forecast.median);
      const narrower = forecast.intervals[index - 1];
      if (!narrower) continue;
      expect(level).toBeGreaterThan(narrower.level);
      expect(lower).toBeLessThanOrEqual(narrower.lower);
      expect(upper).toBeGreaterThanOrEqual(narrower.upper);
    }
  });

  holds("an interval is made of its quantiles", ({ answer: { forecast } }) => {
    for (const { level, lower, upper } of forecast.intervals)
      for (const { quantileLevel, value } of forecast.quantiles) {
        if (Math.abs(quantileLevel - (1 - level) / 2) < 1e-12) near(value, lower);
        if (Math.abs(quantileLevel - (1 + level) / 2) < 1e-12) near(value, upper);
      }
  });

  holds(
    "the weights of the members sum to 1 and the growth is the median's",
    ({ answer: { forecast, figures } }) => {
      if (forecast.members.length > 0)
        near(
          forecast.members.reduce((sum, { weight }) => sum + weight, 0),
          1,
        );
      for (const { weight } of forecast.members) expect(weight).toBeGreaterThanOrEqual(0);
      const prior = figures.priorFullYear;
      if (forecast.growth !== undefined && prior) near(prior.value * (1 + forecast.growth), forecast.median);
    },
  );
});

describe("the path", () => {
  holds("starts at what is reported, is consistent and ends at the median", (asked) => {
    const { forecast, question } = asked.answer;
    const [actual, ...rest] = forecast.path;
    expect(actual).toMatchObject({ period: question.through, status: "actual" });
    near(actual?.cumulative ?? Number.NaN, ytdOf(asked));
    expect(rest).toHaveLength(asked.remaining);
    let total = question.aggregation === "average" ? ytdOf(asked) * asked.elapsed : ytdOf(asked);
    for (const [step, { status, value = Number.NaN, cumulative }] of rest.entries()) {
      expect(status).toBe("forecast");
      total = question.aggregation === "last" ? value : total + value;
      const through = asked.elapsed + step + 1;
      near(cumulative, question.aggregation === "average" ? total / through : total);
    }
    near(forecast.path.at(-1)?.cumulative ?? Number.NaN, forecast.median);
  });

  holds("its intervals hold their values and never undo what is booked", (asked) => {
    for (const period of asked.answer.forecast.path.slice(1)) {
      expect(period.lower).toBeLessThanOrEqual(period.value as number);
      expect(period.upper).toBeGreaterThanOrEqual(period.value as number);
      expect(period.cumulativeLower).toBeLessThanOrEqual(period.cumulative);
      expect(period.cumulativeUpper).toBeGreaterThanOrEqual(period.cumulative);
      if (asked.answer.question.aggregation === "sum")
        expect(period.cumulativeLower).toBeGreaterThanOrEqual(ytdOf(asked) * (1 - CLOSE));
    }
  });

  holds("ends with the 80% interval of the year", ({ answer: { forecast, question } }) => {
    const year = forecast.intervals.find(({ level }) => level === 0.8);
    const last = forecast.path.at(-1);
    if (!year || question.remaining === 0) return;
    near(last?.cumulativeLower ?? Number.NaN, year.lower);
    near(last?.cumulativeUpper ?? Number.NaN, year.upper);
  });
});

describe("targets", () => {
  holds("what is booked is reached for certain, and only that is attained", (asked) => {
    for (const { value, attainmentProbability, status, requiredRunRate } of asked.answer.targets) {
      const isReached = asked.remainderOf(value) <= 0;
      if (asked.answer.question.aggregation !== "last" || asked.remaining === 0) {
        expect(status === "attained").toBe(isReached);
        if (isReached) expect(attainmentProbability).toBe(1);
      }
      expect(requiredRunRate === undefined).toBe(isReached || asked.remaining === 0);
      if (asked.remaining === 0) expect(["attained", "missed"]).toContain(status);
    }
  });

  holds("paying the required run rate lands on the target", (asked) => {
    for (const { value, gapToTarget, requiredRunRate } of asked.answer.targets) {
      near(gapToTarget, value - ytdOf(asked), value);
      if (!requiredRunRate) continue;
      const size = Math.max(value, ytdOf(asked)) * 12;
      near(requiredRunRate.perPeriod * asked.remaining, asked.remainderOf(value), size);
      const season = requiredRunRate.seasonalPath.reduce((sum, { value: part }) => sum + part, 0);
      near(season, requiredRunRate.perPeriod * asked.remaining);
      expect(requiredRunRate.seasonalPath).toHaveLength(asked.remaining);
      expect(requiredRunRate.perPeriod).toBeGreaterThan(0);
    }
  });

  holds("a higher target is never likelier, and status follows probability", ({ answer: { targets } }) => {
    const sorted = [...targets].sort((a, b) => a.value - b.value);
    for (const [index, target] of sorted.entries()) {
      const lower = sorted[index - 1];
      if (lower) expect(target.attainmentProbability).toBeLessThanOrEqual(lower.attainmentProbability);
      const { attainmentProbability: probability, status } = target;
      if (status === "onCourse") expect(probability).toBeGreaterThanOrEqual(0.8);
      if (status === "likely") expect(probability).toBeGreaterThanOrEqual(0.5);
      if (status === "outOfReach") expect(probability).toBeLessThan(0.2);
    }
  });

  holds("attainment and projected attainment are ratios of the same target", (asked) => {
    for (const target of asked.answer.targets) {
      near(target.attainment * target.value, ytdOf(asked));
      near(target.projectedAttainment * target.value, asked.answer.forecast.median);
    }
  });
});

describe("scenarios", () => {
  holds(
    "break-even lands on its target with the probability of that target",
    ({ answer: { scenarios, targets }, remaining, remainderOf }) => {
      for (const target of targets) {
        const isOpen = remaining > 0 && remainderOf(target.value) > 0;
        const found = scenarios.filter(({ kind, target: of }) => kind === "breakEven" && of === target.name);
        expect(found).toHaveLength(isOpen ? 1 : 0);
        for (const { fullYear, probabilityAtLeast } of found) {
          near(fullYear, target.value);
          expect(Math.abs(probabilityAtLeast - target.attainmentProbability)).toBeLessThanOrEqual(1e-6);
        }
      }
    },
  );

  holds("doing better than a better year is less likely", ({ answer: { scenarios } }) => {
    const sorted = [...scenarios].sort((a, b) => a.fullYear - b.fullYear);
    for (const [index, scenario] of sorted.entries())
      if (index > 0)
        expect(scenario.probabilityAtLeast).toBeLessThanOrEqual(
          (sorted[index - 1]?.probabilityAtLeast ?? 1) + 1e-6,
        );
  });

  holds(
    "the columns of a row agree with each other",
    ({ answer: { scenarios, targets, forecast, figures }, remaining }) => {
      if (remaining > 0) {
        const median = named(scenarios, "forecastMedian");
        near(median.fullYear, forecast.median);
        expect(median.probabilityAtLeast).toBeCloseTo(0.5, 6);
      }
      const [first] = targets;
      for (const { fullYear, growth, attainment, gap } of scenarios) {
        if (growth !== undefined) near((figures.priorFullYear?.value ?? Number.NaN) * (1 + growth), fullYear);
        if (!first) continue;
        near((attainment ?? Number.NaN) * first.value, fullYear);
        near(gap ?? Number.NaN, first.value - fullYear, Math.max(first.value, fullYear));
      }
    },
  );

  holds("a scenario of one's own does what it says", ({ question, answer: { scenarios } }) => {
    const asked = (question.scenarios ?? []) as Record<string, number>[];
    for (const [index, own] of asked.entries()) {
      const row = scenarios.find(({ name }) => name === `scenario ${index + 1}`);
      if (row?.growth !== undefined && own.yearGrowth !== undefined) near(1 + row.growth, 1 + own.yearGrowth);
      if (row?.remainderGrowth !== undefined && own.remainderGrowth !== undefined)
        near(1 + row.remainderGrowth, 1 + own.remainderGrowth, 4);
    }
  });
});
