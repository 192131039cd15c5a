import { describe, expect, test } from "vitest";
import { EmptyCells } from "../../src/integrations/excel/empty-cells.ts";
import { argumentsOf, spilled } from "../../src/integrations/excel/excel-cells.ts";
import type { ExcelHost } from "../../src/integrations/excel/host.ts";

describe("arguments", () => {
  test("single cells are their values, what was left out at the end goes, what was left out between stays", () => {
    expect(argumentsOf([[["2024-04"]], [[290]], null, [[0.316]], undefined, null, null])).toEqual([
      "2024-04",
      290,
      null,
      0.316,
    ]);
  });

  test("blanks of every kind are null, serial dates, zeros, truths and texts stay what they are", () => {
    expect(argumentsOf([[[45292, "", null, undefined, "  ", 0, true, "8%"]]])).toEqual([
      [[45292, null, null, null, null, 0, true, "8%"]],
    ]);
  });

  test("data types are their basic values", () => {
    const cells = [
      { type: "FormattedNumber", basicValue: 45292, numberFormat: "yyyy-mm" },
      { type: "Empty", basicType: "Empty", basicValue: "" },
      { type: "Entity", text: "Bắc Ninh", basicValue: "#VALUE!" },
      { type: "Error", basicValue: "#N/A" },
    ];
    expect(argumentsOf([[cells]])).toEqual([[[45292, null, "#VALUE!", "#N/A"]]]);
  });

  test("whole columns end where the longest of them does, so that months to come keep their place", () => {
    const column = (...filled: readonly unknown[]) =>
      Array.from({ length: 1000 }, (_, index) => [filled[index] ?? null]);
    expect(argumentsOf([column("2024-01", "2024-02", "2024-03"), column(10, 20)])).toEqual([
      [["2024-01"], ["2024-02"], ["2024-03"]],
      [[10], [20], [null]],
    ]);
    expect(argumentsOf([column()])).toEqual([[[null]]]);
  });

  test("nothing at all is nothing", () => {
    expect(argumentsOf([null, [[""]], undefined])).toEqual([]);
  });
});

test("answers spill, blanks as empty texts, addresses with their server", () => {
  expect(spilled([["name", null, 1, false]], "https://onpace.example")).toEqual([["name", "", 1, false]]);
  expect(spilled([["/v1/outlook.png?ytd=290"]], "https://onpace.example")).toEqual([
    ["https://onpace.example/v1/outlook.png?ytd=290"],
  ]);
});

describe("zeros of an Excel that hands empty cells over as 0", () => {
  /** A sheet by its addresses; counts how often it was asked. */
  function excelWith(types: Readonly<Record<string, readonly (readonly string[])[]>>) {
    const asked: string[] = [];
    const excel = {
      run: (work: (context: unknown) => Promise<unknown>) =>
        work({
          workbook: {
            worksheets: {
              getItem: (sheet: string) => ({
                getRange(cells: string) {
                  asked.push(`${sheet}|${cells}`);
                  const valueTypes = types[cells];
                  if (!valueTypes) throw new Error("InvalidArgument");
                  return { load: () => undefined, valueTypes };
                },
              }),
            },
          },
          sync: async () => undefined,
        }),
    } as unknown as ExcelHost;
    return { asked, cells: new EmptyCells(() => excel) };
  }

  test("are told from blanks by the cells themselves", async () => {
    const { asked, cells } = excelWith({ "B2:B4": [["Double"], ["Double"], ["Empty"]] });
    const months = [[45292], [45323], [45352]];
    const ranges = [months, [[10], [0], [0]], null];
    expect(await cells.named(ranges, ["Sheet1!A2:A4", "'Q1''s plan'!B2:B4"])).toEqual([
      months,
      [[10], [0], [null]],
      undefined,
    ]);
    expect(asked).toEqual(["Q1's plan|B2:B4"]);
  });

  test("are what they are once this Excel has told a blank", async () => {
    const { asked, cells } = excelWith({});
    expect(await cells.named([[[1], [null]]], ["Sheet1!A1:A2"])).toEqual([[[1], [null]]]);
    expect(await cells.named([[[0], [1]]], ["Sheet1!A1:A2"])).toEqual([[[0], [1]]]);
    expect(asked).toEqual([]);
  });

  test("are still told apart after a formula that left an empty text", async () => {
    const { asked, cells } = excelWith({ "A1:A2": [["Empty"], ["Double"]] });
    expect(await cells.named([[[""], [1]]], ["Sheet1!A1:A2"])).toEqual([[[""], [1]]]);
    expect(await cells.named([[[0], [1]]], ["Sheet1!A1:A2"])).toEqual([[[null], [1]]]);
    expect(asked).toEqual(["Sheet1|A1:A2"]);
  });

  test("are what they are when Excel does not answer, tells no address, or the range is huge", async () => {
    const { asked, cells } = excelWith({});
    expect(await cells.named([[[0], [1]]], ["Sheet1!A1:A2"])).toEqual([[[0], [1]]]);
    expect(asked).toEqual(["Sheet1|A1:A2"]);
    expect(await cells.named([[[0], [1]]])).toEqual([[[0], [1]]]);
    const huge = Array.from({ length: 10_001 }, () => [0]);
    expect(await cells.named([huge], ["Sheet1!A:A"])).toEqual([huge]);
    expect(asked).toHaveLength(1);
  });

  test("are what they are outside of Excel", async () => {
    const ranges = [[[0]]];
    expect(await new EmptyCells(() => undefined).named(ranges, ["Sheet1!A1"])).toBe(ranges);
  });
});
