import { describe, expect, test } from "vitest";
import { isDayFirstIn, type MonthContext, readMonth } from "../../src/schema/formula-months.ts";

const NOTHING_TOLD: MonthContext = { year: undefined, fiscalYearStart: 1, isDayFirst: undefined };
const read = (cell: string | number | boolean, context: Partial<MonthContext> = {}) =>
  readMonth(cell, { ...NOTHING_TOLD, ...context });

describe("a cell of a column of months", () => {
  test.each([
    // Numbers of days, as Excel and LibreOffice hold dates; 45292 is 2024-01-01.
    [45292, "2024-01"],
    [45322.99, "2024-01"],
    [45323, "2024-02"],
    [18264, "1950-01"],
    [73415.5, "2100-12"],
    [202404, "2024-04"],
    ["2024-04", "2024-04"],
    ["2024-4", "2024-04"],
    ["2024/04", "2024-04"],
    ["2024M04", "2024-04"],
    ["2024-04-01", "2024-04"],
    ["2024-04-30", "2024-04"],
    ["2024-04-29T17:00:00.000Z", "2024-04"],
    ["2024-04-30T00:00:00.000Z", "2024-04"],
    ["04/2024", "2024-04"],
    ["4/2024", "2024-04"],
    ["4.2024", "2024-04"],
    ["  4 - 2024 ", "2024-04"],
    ["Apr 2024", "2024-04"],
    ["April 2024", "2024-04"],
    ["MAY 2024", "2024-05"],
    ["Sept. 2024", "2024-09"],
    ["Apr-24", "2024-04"],
    ["Apr '24", "2024-04"],
    ["30 April 2024", "2024-04"],
    ["Apr 30, 2024", "2024-04"],
    ["30-Apr-2024", "2024-04"],
    ["31/05/2024", "2024-05"],
    ["5/31/2024", "2024-05"],
    ["04/04/2024", "2024-04"],
    ["tháng 4/2024", "2024-04"],
    ["Tháng 04/2024", "2024-04"],
    ["THÁNG 4/2024", "2024-04"],
    ["thang 4 nam 2024", "2024-04"],
    ["Tháng 4 năm 2024", "2024-04"],
    ["Tháng tư năm 2024", "2024-04"],
    ["T4/2024", "2024-04"],
    ["T12.2024", "2024-12"],
    ["Ước tháng 4/2024", "2024-04"],
    ["Tháng 4 năm 2024 (ước)", "2024-04"],
    ["2024-Q2", "2024-Q2"],
    ["Q2/2024", "2024-Q2"],
    ["Q2 2024", "2024-Q2"],
    ["2Q2024", "2024-Q2"],
    ["Quý 2/2024", "2024-Q2"],
    ["Quý II năm 2024", "2024-Q2"],
    ["quy iii 2024", "2024-Q3"],
    ["second quarter of 2024", "2024-Q2"],
  ])("%s is %s", (cell, period) => {
    expect(read(cell)).toEqual({ kind: "period", period });
  });

  test("decomposed letters are the same letters", () => {
    expect(read("Tháng 4 năm 2024".normalize("NFD"))).toEqual({ kind: "period", period: "2024-04" });
  });

  test.each([
    ["4 tháng đầu năm 2024", "2024-04"],
    ["4 tháng năm 2024", "2024-04"],
    ["4T/2024", "2024-04"],
    ["4T2024", "2024-04"],
    ["Lũy kế 4 tháng 2024", "2024-04"],
    ["first four months of 2024", "2024-04"],
    ["Jan-Apr 2024", "2024-04"],
    ["H1 2024", "2024-06"],
  ])("%s is all months through %s", (cell, period) => {
    expect(read(cell)).toEqual({ kind: "toDate", period });
  });

  test.each(["Total", "Grand total", "Full year", "YTD", "Tổng", "Tổng cộng", "Tổng số", "Cộng", "Cả năm"])(
    "%s is a total",
    (cell) => {
      expect(read(cell)).toEqual({ kind: "total" });
    },
  );

  test.each(["Năm 2024", "Cả năm 2024", "2024", 2024, "full year 2024"])("%s is a year", (cell) => {
    expect(read(cell)).toEqual({ kind: "year" });
  });

  test.each(["Month", "Tháng", "Kỳ báo cáo", "Period", "Date", "🙂", "constructor"])(
    "%s is words",
    (cell) => {
      expect(read(cell)).toEqual({ kind: "words" });
    },
  );

  test.each([4, "4", "T4", "Tháng 4", "tháng tư", "Apr", "May", "Q2", "Quý 2"])(
    "%s has no year, unless the options tell it",
    (cell) => {
      expect(read(cell)).toMatchObject({ kind: "unreadable", message: `"${cell}" has no year` });
      const period = { "4": "2023-04", May: "2023-05", Q2: "2023-Q2", "Quý 2": "2023-Q2" }[cell] ?? "2023-04";
      expect(read(cell, { year: 2023 })).toEqual({ kind: "period", period });
    },
  );

  test("a year that begins in October has its January in the year after; a number counts from its start", () => {
    const context = { year: 2023, fiscalYearStart: 10 };
    expect(read("Jan", context)).toEqual({ kind: "period", period: "2024-01" });
    expect(read("Oct", context)).toEqual({ kind: "period", period: "2023-10" });
    expect(read(4, context)).toEqual({ kind: "period", period: "2024-01" });
  });

  test.each([
    0,
    13,
    -3,
    0.5,
    1.5,
    18263,
    73416,
    202413,
    1e20,
    Number.POSITIVE_INFINITY,
    true,
    "2024-13",
    "2024-00",
    "2024-04-31",
    "13/2024",
    "tháng 13/2024",
    "32/01/2024",
    "Apr 24",
    "2Q24",
    "Tháng 1 + 2/2024",
    "Tháng 5 đến tháng 12",
    "9999-12",
    "0001-01",
    "nửa cuối năm 2024",
    "last year",
    "x".repeat(5000) + 1,
  ])("%s cannot be read", (cell) => {
    expect(read(cell)).toMatchObject({ kind: expect.stringMatching(/unreadable|words/) });
  });

  test("a date that may be read in two ways is refused, unless the other cells tell", () => {
    expect(read("04/05/2024")).toMatchObject({
      kind: "unreadable",
      message: '"04/05/2024" may be day/month or month/day',
    });
    expect(read("04/05/2024", { isDayFirst: true })).toEqual({ kind: "period", period: "2024-05" });
    expect(read("04/05/2024", { isDayFirst: false })).toEqual({ kind: "period", period: "2024-04" });
  });

  test.each([
    [["04/05/2024", "17/05/2024"], true],
    [["04/05/2024", "05/17/2024"], false],
    [["01/01/2024", "01/02/2024", "01/03/2024"], true],
    [["01/01/2024", "02/01/2024", "03/01/2024"], false],
    [["04/05/2024"], undefined],
    [["04/05/2024", "05/06/2024"], undefined],
    [["17/05/2024", "05/17/2024"], undefined],
    [["2024-04", 45292, undefined], undefined],
  ])("in %s the day stands first: %s", (cells, expected) => {
    expect(isDayFirstIn(cells)).toBe(expected);
  });
});
