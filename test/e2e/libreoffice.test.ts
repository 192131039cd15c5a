import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { describeWithSoffice, withSoffice } from "./soffice.ts";

const service = inject("service");
const script = join(import.meta.dirname, "libreoffice.py");

type Shown = number | string | { readonly error: number; readonly text: string };
/** What the cells of each sheet show, by name and address. */
type State = Readonly<Record<string, Readonly<Record<string, Shown>>>>;
/** What is typed: sheet, cell, and what into it. */
type Change = readonly [sheet: string, cell: string, content: number | string];

const directories: string[] = [];
afterAll(() => Promise.all(directories.map((each) => rm(each, { recursive: true, force: true }))));

/** A file as a user saves it: what the Worker hands out at its address. */
async function saved(directory: string, file: string): Promise<string> {
  const response = await fetch(`${service}/libreoffice/${file}`);
  expect(response.status, file).toBe(200);
  const text = await response.text();
  expect(text).toContain(service);
  expect(text).not.toContain("__ONPACE_SERVER__");
  const path = join(directory, file);
  await writeFile(path, text);
  return path;
}

/** What the document shows when it is opened, and after each list of changes; then without macros; last, another one with pasted ones. */
async function opened(
  file: string,
  steps: readonly (readonly Change[])[],
  locale = "en-US",
): Promise<readonly State[]> {
  const directory = await mkdtemp(join(tmpdir(), "onpace-document-"));
  directories.push(directory);
  const path = await saved(directory, file);
  const module = await saved(directory, "onpace.bas");
  const printed = await withSoffice(script, [path, JSON.stringify(steps), module], {
    trusted: [directory],
    locale,
  });
  return JSON.parse(printed) as readonly State[];
}

type Cells = readonly (readonly (number | string)[])[];

/** The cells of a formula as the service itself answers them. */
async function cellsOf(formula: string, args: readonly unknown[], lang = "en"): Promise<Cells> {
  const response = await fetch(`${service}/v1/formula`, {
    method: "POST",
    body: JSON.stringify({ formula, arguments: args, lang }),
  });
  expect(response.status, formula).toBe(200);
  return ((await response.json()) as { cells: Cells }).cells;
}

/** Cells of a sheet from the one at the top left, as many as `cells` has. */
function expectCells(state: State, sheet: string, topLeft: string, cells: Cells): void {
  const column = topLeft.charCodeAt(0);
  const top = Number(topLeft.slice(1));
  for (const [row, line] of cells.entries())
    for (const [index, cell] of line.entries()) {
      const address = `${String.fromCharCode(column + index)}${top + row}`;
      const shown = state[sheet]?.[address] ?? "";
      if (typeof cell === "number") expect(shown, `${sheet} ${address}`).toBeCloseTo(cell, 9);
      else expect(shown, `${sheet} ${address}`).toBe(cell);
    }
}

function expectNoError(state: State): void {
  for (const [sheet, cells] of Object.entries(state))
    for (const [address, shown] of Object.entries(cells)) {
      expect(typeof shown, `${sheet} ${address} ${JSON.stringify(shown)}`).not.toBe("object");
      expect(String(shown), `${sheet} ${address}`).not.toMatch(/^#/);
    }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => [`1960-${String(index + 1).padStart(2, "0")}`]);
const passengers = (...values: readonly number[]) => MONTHS.map((_, index) => [values[index] ?? null]);
const REPORTED = passengers(417, 391, 419, 461, 472);
const outlookWith = (options: string) => [MONTHS, REPORTED, 5654, null, 0.123, 5140, options];
const OUTLOOK = outlookWith("indicator=airline passengers; unit=thousand");

describeWithSoffice("the document in LibreOffice", () => {
  let states: readonly State[] = [];
  beforeAll(async () => {
    states = await opened("onpace.fods", [
      [
        ["ONPACE_RUNRATE", "B10", 535],
        ["By URL", "E5", 380],
        ["By URL", "D5", 45444],
      ],
      [
        ["ONPACE_RUNRATE", "A7", "March of the next"],
        ["By URL", "G5", "plenty"],
      ],
      [
        ["Start", "B4", "http://127.0.0.1:9"],
        ["ONPACE_PROBABILITY", "E4", 6000],
      ],
    ]);
  });
  const state = (index: number): State => states[index] ?? {};

  test("no cell has an error when it is opened", () => {
    expect(Object.keys(state(0))).toHaveLength(9);
    expectNoError(state(0));
  });

  test.each([5, 6, 7])("formulas by URL: row %i says what the service answers", async (row) => {
    const shown = state(0)["By URL"] ?? {};
    const answer = async (path: string) => (await fetch(`${service}/v1/${path}?${shown[`I${row}`]}`)).text();
    expect(shown[`J${row}`]).toBeCloseTo(Number(await answer("run-rate.txt")), 9);
    expect(shown[`K${row}`]).toBeCloseTo(Number(await answer("attainment.txt")), 9);
    const { forecast } = JSON.parse(await answer("forecast.json")) as { forecast: { median: number } };
    expect(shown[`L${row}`]).toBeCloseTo(forecast.median, 9);
  });

  test("formulas by URL: the sentence is shown", () => {
    expect(state(0)["By URL"]?.A9).toMatch(/^Exports of Kien Giang reached US\$290 million/);
    expect(state(0).Start?.B9).toBe("78.75");
  });

  test("ONPACE_RUNRATE of a column of months with blanks, and of one cell", async () => {
    expectCells(state(0), "ONPACE_RUNRATE", "E7", await cellsOf("ONPACE_RUNRATE", [MONTHS, REPORTED, 5654]));
    expectCells(state(0), "ONPACE_RUNRATE", "E14", [[78.75]]);
    expectCells(state(0), "Start", "B10", [[78.75]]);
  });

  test("ONPACE_FORECAST fills a row under its heads", async () => {
    const args = [MONTHS, REPORTED, null, null, 0.123, 5140, "headers=true"];
    expectCells(state(0), "ONPACE_FORECAST", "D8", await cellsOf("ONPACE_FORECAST", args));
  });

  test("ONPACE_PROBABILITY", async () => {
    const args = [MONTHS, REPORTED, 5654, null, 0.123, 5140];
    expectCells(state(0), "ONPACE_PROBABILITY", "E8", await cellsOf("ONPACE_PROBABILITY", args));
    const exports = await cellsOf("ONPACE_PROBABILITY", ["2024-04", 290, 920, null, 0.2126, 860]);
    expectCells(state(0), "ONPACE_PROBABILITY", "E16", exports);
  });

  test("ONPACE_SCENARIOS fills a table, blank beyond its end", async () => {
    const cells = await cellsOf("ONPACE_SCENARIOS", [MONTHS, REPORTED, 5654, null, 0.123, 5140]);
    expect(cells.length).toBeGreaterThan(5);
    expectCells(state(0), "ONPACE_SCENARIOS", "D8", [...cells, ["", "", "", "", ""]]);
  });

  test("ONPACE_OUTLOOK fills names and values", async () => {
    const cells = await cellsOf("ONPACE_OUTLOOK", OUTLOOK);
    expect(cells.length).toBeGreaterThan(10);
    expectCells(state(0), "ONPACE_OUTLOOK", "D5", cells);
  });

  test("ONPACE_CHECK finds the contradiction", async () => {
    const reported = ["2024-04", "over 290", 1000, 0.316, 0.2126];
    expectCells(state(0), "ONPACE_CHECK", "A12", await cellsOf("ONPACE_CHECK", reported));
    expect(state(0).ONPACE_CHECK?.A12).toBe("contradicts");
    expect(state(0).ONPACE_CHECK?.A14).toBe("holds");
  });

  test("ONPACE_EXTRACT reads a text in a cell", async () => {
    const cells = await cellsOf("ONPACE_EXTRACT", [state(0).ONPACE_EXTRACT?.A4]);
    expectCells(
      state(0),
      "ONPACE_EXTRACT",
      "A7",
      cells.map((row) => row.slice(0, 8)),
    );
    expect(state(0).ONPACE_EXTRACT?.A8).toBe("Kien Giang");
  });

  test("the next month's figure calculates everything anew", async () => {
    expectNoError(state(1));
    const values = passengers(417, 391, 419, 461, 472, 535);
    const cells = await cellsOf("ONPACE_RUNRATE", [MONTHS, values, 5654]);
    expectCells(state(1), "ONPACE_RUNRATE", "E7", cells);
    expect(state(1).ONPACE_RUNRATE?.E7).not.toBe(state(0).ONPACE_RUNRATE?.E7);
    // (920 - 380) / 6 months after June.
    expectCells(state(1), "By URL", "J5", [[90]]);
  });

  test("what cannot be read is said in the cell", () => {
    expect(state(2).ONPACE_RUNRATE?.E7).toMatch(/^#ONPACE: months/);
    expect(state(2)["By URL"]?.J5).toMatch(/^#ONPACE: growth/);
  });

  test("a server that does not answer is named in the cell", () => {
    expect(state(3).ONPACE_PROBABILITY?.E8).toMatch(/^#ONPACE: no answer from http:\/\/127\.0\.0\.1:9\//);
  });

  test("pasted into one's own macros, the functions work in any document", () => {
    expect(state(5).own?.A1).toBe(78.75);
  });

  test("where macros may not run, formulas by URL still answer", () => {
    expect(state(4).Start?.B9).toBe("78.75");
    expect(state(4).Start?.B10).toMatchObject({ text: "#VALUE!" });
    expectNoError({ "By URL": state(4)["By URL"] ?? {} });
  });
});

describeWithSoffice("the Vietnamese document where 1,5 is one and a half", () => {
  test("its words are Vietnamese, its numbers the same", async () => {
    const [state = {}, missing = {}] = await opened(
      "onpace-vi.fods",
      [
        [
          ["Bắt đầu", "B4", "http://127.0.0.1:9"],
          ["ONPACE_PROBABILITY", "E4", 6000],
        ],
      ],
      "vi-VN",
    );
    expect(missing.ONPACE_PROBABILITY?.E8).toMatch(/^#ONPACE: không có trả lời từ http:\/\/127\.0\.0\.1:9\//);
    expectNoError(state);
    expect(state["Bắt đầu"]?.B6).toBe("comma");
    const reports = state["Theo địa chỉ"] ?? {};
    expect(reports.I6).toContain("&ytd=17,8&target=48,18&growth=0,1&");
    expect(reports.A9).toMatch(/4 tháng đầu năm 2024/);
    expectCells(state, "Theo địa chỉ", "J5", [[78.75]]);
    const asked = new URLSearchParams({ through: "2023-05", ytd: "17.8", target: "48.18", growth: "0.1" });
    const answer = await fetch(
      `${service}/v1/forecast?${asked}&indicator=industrial%20output&geography=Kien%20Giang`,
    );
    const { forecast } = (await answer.json()) as { forecast: { median: number } };
    expect(reports.L6).toBeCloseTo(forecast.median, 6);
    expectCells(state, "ONPACE_RUNRATE", "E14", [[78.75]]);
    const outlook = outlookWith("indicator=lượng khách hàng không; unit=nghìn lượt");
    expectCells(state, "ONPACE_OUTLOOK", "D5", await cellsOf("ONPACE_OUTLOOK", outlook, "vi"));
  });
});
