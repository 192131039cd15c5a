import { describe, expect, test } from "vitest";
import { fiscalPosition } from "../../../src/engine/calendar/period.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import type { Question, ReportAsk } from "../../../src/engine/question.ts";
import { knownReports, pastYears, reportOf } from "../../../src/engine/report/past-years.ts";

const amount = (value: number) => parseFigure(value, { role: "amount", path: "ytd" });
const report = (through: string, ytd: number, asOf?: string): ReportAsk => ({
  position: fiscalPosition({ through, fiscalYearStart: 1 }),
  ytd: amount(ytd),
  ...(asOf !== undefined && { asOf }),
});
const question = (reports: readonly ReportAsk[], asOf?: string): Question => ({
  aggregation: "sum",
  position: fiscalPosition({ through: "2024-04", fiscalYearStart: 1 }),
  indicatorClass: "general",
  observesTet: false,
  figures: { ytd: amount(290) },
  targets: [],
  reports,
  scenarios: [],
  levels: [0.8],
  ...(asOf !== undefined && { asOf }),
});
const even = (elapsed: number): number => elapsed / 12;

describe("reports that could be known", () => {
  const reports = [
    report("2023-04", 240),
    report("2023-12", 860, "2024-01-05"),
    report("2023-12", 858, "2024-03-01"),
    report("2024-03", 210),
    report("2024-05", 380),
    report("2025-01", 80),
  ];

  test("none of the period that is asked about is from after it", () => {
    const known = knownReports(question(reports));
    expect(known.map(({ ytd }) => ytd?.value)).toEqual([240, 860, 858, 210]);
  });

  test.each([
    ["2023-05-01", [240]],
    ["2024-01-04", [240]],
    ["2024-01-05", [240, 860]],
    ["2024-03-30", [240, 860, 858]],
    ["2024-03-31", [240, 860, 858, 210]],
  ])("as of %s", (asOf, values) => {
    expect(knownReports(question(reports, asOf)).map(({ ytd }) => ytd?.value)).toEqual(values);
  });

  test("the later publication of one figure is the one that counts, whatever the order", () => {
    for (const list of [reports, [...reports].reverse()])
      expect(reportOf(list, 2023, 12)?.ytd?.value).toBe(858);
    expect(reportOf(reports, 2023, 7)).toBeUndefined();
  });

  test("a quarter and its months are the same report", () => {
    expect(reportOf([report("2023-Q2", 400)], 2023, 6)?.ytd?.value).toBe(400);
  });
});

describe("past years", () => {
  const ask = { fiscalYear: 2024, elapsed: 4, usualShare: even };

  test("of the same month are taken as they are, oldest first", () => {
    const reports = [
      report("2023-12", 860),
      report("2023-04", 240),
      report("2022-04", 231),
      report("2022-12", 780),
    ];
    expect(pastYears(reports, ask)).toEqual([
      { fiscalYear: 2022, ytd: 231, fullYear: 780 },
      { fiscalYear: 2023, ytd: 240, fullYear: 860 },
    ]);
  });

  test("of another month are moved along the usual season", () => {
    // With half of the year after six months the odds are the usual ones, so a third is had after four.
    expect(pastYears([report("2023-06", 430), report("2023-12", 860)], ask)[0]?.ytd).toBeCloseTo(860 / 3, 9);
    // A year that was ahead of the season stays ahead by the same log odds.
    const [ahead] = pastYears([report("2023-06", 516), report("2023-12", 860)], ask);
    const odds = (share: number) => Math.log(share / (1 - share));
    const share = (ahead?.ytd ?? 0) / 860;
    expect(odds(share) - odds(1 / 3)).toBeCloseTo(odds(0.6) - odds(0.5), 9);
  });

  test("the nearest month decides", () => {
    const reports = [report("2023-11", 800), report("2023-05", 300), report("2023-12", 860)];
    const alone = pastYears([report("2023-05", 300), report("2023-12", 860)], ask);
    expect(pastYears(reports, ask)).toEqual(alone);
  });

  test("without a full year, or with more than it by some month, there is no past year", () => {
    expect(pastYears([report("2023-04", 240)], ask)).toEqual([]);
    expect(pastYears([report("2023-12", 860)], ask)).toEqual([]);
    expect(pastYears([report("2023-06", 900), report("2023-12", 860)], ask)).toEqual([]);
    expect(pastYears([report("2023-04", 1), report("2023-12", 0)], ask)).toEqual([]);
  });

  test("this year's reports are no past", () => {
    expect(pastYears([report("2024-03", 210), report("2024-12", 900)], ask)).toEqual([]);
  });

  test("a plan quoted with the report, or implied by its share, comes along", () => {
    const plan = { ...report("2023-04", 240), target: parseFigure(860, { role: "target", path: "target" }) };
    expect(pastYears([plan, report("2023-12", 850)], ask)[0]?.plan).toBe(860);
    const share = {
      ...report("2023-04", 240),
      shareOfTarget: parseFigure("30%", { role: "ratio", path: "shareOfTarget" }),
    };
    expect(pastYears([share, report("2023-12", 850)], ask)[0]?.plan).toBeCloseTo(800, 9);
  });
});
