import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { delimited } from "../../../src/presentation/delimited.ts";
import { csvTable, tableWorkbook } from "../../../src/presentation/workbook/table-workbook.ts";
import { ALL_NAMES, post } from "../../http/ask.ts";
import { packageParts } from "./package-parts.ts";
import { expectSound } from "./sound-package.ts";

const TABLE = {
  columns: ["name", "attainmentProbability", "note"],
  rows: [
    ["plan", 0.714, undefined],
    ["=1+1", -12.5, "#N/A"],
  ],
};

test("a table keeps its columns, its numbers and its texts", async () => {
  const bytes = await tableWorkbook([{ name: "attainment", table: TABLE }], "Attainment");
  expectSound(packageParts(bytes));
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["attainment"]);
  expect(sheets[0]?.rows).toEqual([
    ["name", "attainment_probability", "note"],
    ["plan", 0.714, null],
    ["=1+1", -12.5, "#N/A"],
  ]);
});

test("a table without rows is a sheet with its head", async () => {
  const bytes = await tableWorkbook([{ name: "empty", table: { columns: ["name"], rows: [] } }], "Empty");
  expectSound(packageParts(bytes));
  expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([["name"]]);
});

test("a table is read back from its .csv", () => {
  const { columns, rows } = csvTable(delimited(TABLE, { decimal: "point" }));
  expect(columns).toEqual(["name", "attainment_probability", "note"]);
  expect(rows).toEqual(TABLE.rows);
});

test("the .csv of a function makes a sound workbook", async () => {
  expect(ALL_NAMES).toContain("plan");
  const { text } = await post("/v1/attainment.csv", { through: "2024-04", ytd: 290, target: 920 });
  const bytes = await tableWorkbook([{ name: "attainment", table: csvTable(text) }], "Attainment");
  expectSound(packageParts(bytes));
  expect((await readXlsx(bytes)).sheets[0]?.rows[1]?.slice(0, 2)).toEqual(["target", 920]);
});

test("cells without names of columns stand as they are: equal ones are no columns of one name", async () => {
  for (const [args, rows] of [
    [["2024-04", 950, 920], [[0]]],
    [
      [
        ["2024-04", "2024-04"],
        [950, 950],
        [920, 920],
      ],
      [[0, 0]],
    ],
  ] as const) {
    const { text, status } = await post("/v1/formula.csv", { formula: "ONPACE_RUNRATE", arguments: args });
    expect(status, text).toBe(200);
    const bytes = await tableWorkbook([{ name: "formula", table: csvTable(text) }], "Formula");
    expectSound(packageParts(bytes));
    expect((await readXlsx(bytes)).sheets[0]?.rows.flat()).toEqual(rows.flat());
  }
});

test("heads in words stay as they are written", async () => {
  const { text } = await post("/v1/formula.csv", {
    formula: "ONPACE_SCENARIOS",
    arguments: ["2024-04", 290, 920],
  });
  const bytes = await tableWorkbook([{ name: "formula", table: csvTable(text) }], "Formula");
  expect((await readXlsx(bytes)).sheets[0]?.rows[0]?.slice(0, 2)).toEqual(["Scenario", "Full year"]);
});
