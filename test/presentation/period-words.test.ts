import { expect, test } from "vitest";
import {
  elapsedInEnglish,
  elapsedInVietnamese,
  periodName,
  type YearSpan,
  yearName,
} from "../../src/presentation/period-words.ts";

const span = (through: string, elapsed: number, remaining: number, fiscalYearStart = 1): YearSpan => ({
  fiscalYear: 2024,
  fiscalYearStart,
  through,
  elapsed,
  remaining,
});

test.each([
  [span("2024-01", 1, 11), "January 2024", "tháng 1/2024"],
  [span("2024-04", 4, 8), "the first four months of 2024", "4 tháng đầu năm 2024"],
  [span("2024-12", 12, 0), "2024", "năm 2024"],
  [span("2024-Q1", 1, 3), "the first quarter of 2024", "quý I/2024"],
  [span("2024-Q2", 2, 2), "the first half of 2024", "6 tháng đầu năm 2024"],
  [span("2024-Q3", 3, 1), "the first three quarters of 2024", "9 tháng đầu năm 2024"],
  [span("2024-Q4", 4, 0), "2024", "năm 2024"],
  [
    span("2024-10", 1, 11, 10),
    "October 2024, the first month of fiscal year 2024/25",
    "tháng 10/2024 (tháng đầu năm tài chính 2024-2025)",
  ],
  [
    span("2025-01", 4, 8, 10),
    "the first four months of fiscal year 2024/25",
    "4 tháng đầu năm tài chính 2024-2025",
  ],
  [span("2024-Q1", 1, 3, 7), "the first quarter of fiscal year 2024/25", "quý I năm tài chính 2024-2025"],
])("%o", (reported, en, vi) => {
  expect(elapsedInEnglish(reported)).toBe(en);
  expect(elapsedInVietnamese(reported)).toBe(vi);
});

test("periods and years by name", () => {
  expect(periodName("2024-11", "en")).toBe("November 2024");
  expect(periodName("2024-Q4", "vi")).toBe("quý IV/2024");
  expect(periodName("soon", "en")).toBe("soon");
  expect(yearName({ fiscalYear: 1999, fiscalYearStart: 4 }, "en")).toBe("fiscal year 1999/00");
});
