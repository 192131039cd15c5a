import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswerOf, PARTS, type Part } from "../../src/presentation/answers.ts";
import type { CellOptions } from "../../src/presentation/csv.ts";
import { cellText, delimited, snakeCase } from "../../src/presentation/delimited.ts";
import { written } from "../../src/presentation/presenter.ts";
import { reportPresenter } from "../../src/presentation/report-presenter.ts";
import { exports2024, exportsPlan2024, history2024, OUTLOOKS, output2023 } from "./fixtures.ts";

const presentCsv = <P extends Part>(answer: AnswerOf[P], part: P, options: CellOptions) =>
  written(reportPresenter(part), answer, { ...options, format: "csv" });

const point = { lang: "en", decimal: "point", engine: "0.1.0" } as const;
const comma = { lang: "vi", decimal: "comma", engine: "0.1.0" } as const;

/** RFC 4180 read by its grammar, one character at a time: the obvious reader. */
function parse(text: string, separator: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else isQuoted = false;
    } else if (character === '"' && field === "") isQuoted = true;
    else if (character === separator) {
      record.push(field);
      field = "";
    } else if (character === "\r" && text[at + 1] === "\n") {
      records.push([...record, field]);
      record = [];
      field = "";
      at++;
    } else field += character;
  }
  return records;
}

test("run rates have one row a target", () => {
  expect(presentCsv(exportsPlan2024, "run-rate", point)).toBe(
    "name,value,origin,gap_to_target,attainment,per_period,ratio_to_pace,ratio_to_seasonal_pace,growth_on_last_year,acceleration_points,per_working_day,best_remainder,ratio_to_best\r\n" +
      "plan,920,stated,630,0.31521739,78.75,1.086206897,,0.0147,-0.1979,,,\r\n",
  );
});

test("a comma as decimal sign parts cells by semicolons", () => {
  expect(presentCsv(output2023, "attainment", comma)).toBe(
    "\uFEFFname;value;origin;gap_to_target;attainment;projected_attainment;attainment_probability;plan_weighted_probability;status;per_period;ratio_to_pace;growth_on_last_year\r\n" +
      "plan;48,18;stated;30,38;0,36944;1,012;0,5904;;likely;4,34;1,219101124;0,0686\r\n",
  );
});

test("texts that a sheet would take for a formula are escaped, negative numbers are not", () => {
  const csv = presentCsv(exports2024, "scenarios", point);
  expect(csv).toContain("\r\n'=cautious,remainderGrowth,");
  expect(presentCsv(exports2024, "run-rate", comma)).toContain(";-0,069;");
  for (const text of ["=1", "+1", "-1", "@x", "\tx", "\rx"]) expect(cellText(text, "point")).toBe(`'${text}`);
  expect(cellText(-1, "point")).toBe("-1");
});

test("the outlook is one long table with a number in value and a text in note", () => {
  const [header, ...rows] = parse(presentCsv(exports2024, "outlook", point), ",");
  expect(header).toEqual([
    "section",
    "name",
    "measure",
    "period",
    "level",
    "value",
    "lower",
    "upper",
    "note",
  ]);
  expect(rows).toContainEqual(["targets", "target", "attainment_probability", "", "", "0.4312", "", "", ""]);
  expect(rows).toContainEqual(["forecast", "full_year", "interval", "", "0.8", "", "897.42", "1081.5", ""]);
  expect(rows).toContainEqual(["path", "cumulative", "actual", "2024-04", "", "290", "", "", ""]);
  expect(rows).toContainEqual(["targets", "target", "status", "", "", "", "", "", "atRisk"]);
});

test("a forecast has its quantiles and its path", () => {
  const csv = presentCsv(exports2024, "forecast", point);
  expect(csv).toMatch(/^measure,period,status,quantile_level,interval_level,value,lower,upper\r\n/);
  expect(csv).toContain("full_year_median,,,0.5,,985.3127,,\r\n");
  expect(csv).toContain("full_year_interval,,,,0.8,,897.42,1081.5\r\n");
  expect(csv).toContain("full_year_quantile,,,0.9,,1081.5,,\r\n");
  expect(csv).toContain("period,2024-05,forecast,,0.8,82.34567,70.1,95.2\r\n");
});

test("a forecast from history goes on with quarters, the next year and the backtest", () => {
  const csv = presentCsv(history2024, "forecast", point);
  for (const row of [
    "period,2025-01,forecast,,0.8,81.5,71.5,91.5",
    "cumulative,2025-01,forecast,,0.8,81.5,61.5,101.5",
    "quarter,2024-Q3,actual,,,225.36,,",
    "quarter,2024-Q4,forecast,,0.8,226.32,213,240.1",
    "next_full_year_median,2025,,0.5,,941.7,,",
    "next_full_year_interval,2025,,,0.8,,884,1003.2",
    "next_full_year_quantile,2025,,0.9,,1003.2,,",
    "backtest_median,2021,forecast,,0.8,790,770,810",
    "backtest_full_year,2021,actual,,,760,,",
    "backtest_inside,2021,,,,0,,",
    "backtest_inside,2023,,,,1,,",
  ])
    expect(csv).toContain(`\r\n${row}\r\n`);
  expect(presentCsv(exports2024, "forecast", point)).not.toMatch(/quarter|next_full_year|backtest/);
});

test("the long table has them as sections of its own", () => {
  const rows = parse(presentCsv(history2024, "outlook", point), ",").map((row) => row.join("|"));
  for (const row of [
    "forecast|full_year|tier||||||history",
    "path|quarter|forecast|2024-Q4||226.32|213|240.1|",
    "forecast|next_full_year|median|2025||941.7|||",
    "forecast|next_full_year|interval|2025|0.8||884|1003.2|",
    "forecast|next_full_year|quantile|2025|0.9|1003.2|||",
    "backtest|summary|elapsed|||10|||",
    "backtest|summary|coverage|||0.6666666667|||",
    "backtest|summary|mean_absolute_percent_error|||0.0198|||",
    "backtest|full_year|forecast|2021|0.8|790|770|810|",
    "backtest|full_year|actual|2021||760|||",
    "backtest|full_year|inside|2021||0|||",
    "backtest|full_year|crps|2022||7.25|||",
  ])
    expect(rows).toContain(row);
});

test("a break-even names its target", () => {
  const [header, ...rows] = parse(presentCsv(exports2024, "scenarios", point), ",");
  expect(header?.slice(0, 4)).toEqual(["name", "kind", "target", "assumption"]);
  expect(rows.map((row) => row.slice(1, 3))).toEqual([
    ["currentPace", ""],
    ["breakEven", "target"],
    ["remainderGrowth", ""],
  ]);
  expect(
    parse(presentCsv(exports2024, "outlook", point), ",")
      .filter((row) => row[2] === "probability_at_least")
      .map((row) => row.at(-1)),
  ).toEqual(["", "target", ""]);
});

test("only a table for a sheet with a decimal comma begins with a byte order mark", () => {
  for (const part of PARTS) {
    expect(presentCsv(exports2024, part, comma)).toMatch(/^\uFEFF[a-z_]+;/);
    expect(presentCsv(exports2024, part, point)).toMatch(/^[a-z_]+,/);
    // IMPORTDATA, which parts cells at commas in every locale, may take the mark for a part of the first name.
    expect(presentCsv(exports2024, part, { ...comma, delimiter: "comma" })).toMatch(/^[a-z_]+,/);
  }
});

test("coherence has one row a finding", () => {
  const rows = parse(presentCsv(exports2024, "coherence", point), ",");
  expect(rows).toHaveLength(3);
  expect(rows[1]?.slice(0, 7)).toEqual([
    "ytd = target * shareOfTarget",
    "target",
    "contradicts",
    "916.271722",
    "922.3454834",
    "1000",
    "1000",
  ]);
});

describe.each(Object.entries(OUTLOOKS))("%s", (_, outlook) => {
  test.each(PARTS)("%s is rectangular and says nothing that is not there", (part) => {
    for (const options of [point, comma]) {
      const csv = presentCsv(outlook, part, options);
      expect(csv).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      const records = parse(csv.replace("\uFEFF", ""), options.decimal === "comma" ? ";" : ",");
      for (const record of records) expect(record).toHaveLength(records[0]?.length ?? 0);
      expect(records[0]?.every((name) => /^[a-z_]+$/.test(name))).toBe(true);
    }
  });
});

test("any table reads back", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[=+\-@;,"\r\n a]{0,6}$/),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
      .map((x) => (Math.abs(x) < 1e-60 ? 0 : Number(x.toPrecision(10)))),
    fc.constant(undefined),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })),
      fc.constantFrom("point" as const, "comma" as const),
      (rows, decimal) => {
        const text = delimited({ columns: ["name", "perPeriod"], rows }, { decimal });
        const [header, ...records] = parse(text, decimal === "comma" ? ";" : ",");
        expect(header).toEqual(["name", "per_period"]);
        expect(records).toEqual(rows.map((row) => row.map((each) => cellText(each, decimal))));
        for (const [at, row] of rows.entries())
          for (const [column, each] of row.entries())
            if (typeof each === "number")
              expect(Number(records[at]?.[column]?.replace(",", ".")) + 0).toBe(each + 0);
      },
    ),
  );
});

test("columns are named by one rule", () => {
  expect(snakeCase("planWeightedProbability")).toBe("plan_weighted_probability");
  expect(snakeCase("ytd")).toBe("ytd");
});
