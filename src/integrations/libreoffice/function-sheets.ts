import {
  filled,
  formulaOf,
  heading,
  input,
  month,
  percent,
  plain,
  result,
  type Say,
  text,
  written,
} from "./cells.ts";
import { besideMonths, functionNamed, headOf, type Side } from "./months-sheet.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

/** One sheet for each function. */
export function functionSheets(say: Say): readonly Sheet[] {
  const label = (en: string, vi: string): SheetCell => plain(say({ en, vi }));
  const target: Side = [label("Target", "Kế hoạch năm"), input(5654)];
  const lastYear: Side = [label("Last year", "Năm trước"), input(5140)];
  const growth: Side = [label("Growth so far", "Tăng so với cùng kỳ"), percent(0.123)];
  const note = (en: string, vi: string): Side => [label(en, vi)];
  const formula = (cell: string): Side => [heading(say({ en: "Formula", vi: "Công thức" })), formulaOf(cell)];
  const resultHead = heading(say({ en: "Result", vi: "Kết quả" }));

  const runRate = besideMonths(
    "ONPACE_RUNRATE",
    say,
    [
      target,
      [],
      formula("E7"),
      [resultHead, result("=ONPACE_RUNRATE(A5:A16;B5:B16;E4)")],
      note(
        "Thousands of passengers that each of the months left must bring on average.",
        "Số nghìn hành khách mà mỗi tháng còn lại phải đạt bình quân.",
      ),
      [],
      [label("Last reported month", "Tháng báo cáo gần nhất"), month("2024-04")],
      [label("Exports, million USD", "Xuất khẩu, triệu USD"), input(290)],
      [label("Plan", "Kế hoạch"), input(920)],
      formula("E14"),
      [resultHead, result("=ONPACE_RUNRATE(E10;E11;E12)")],
      note(
        "One month and its year to date do as well: exports of Kien Giang in 2024.",
        "Chỉ cần một tháng và số lũy kế: xuất khẩu của Kiên Giang năm 2024.",
      ),
    ],
    [4.6, 3, 3, 3],
  );
  const forecast = besideMonths(
    "ONPACE_FORECAST",
    say,
    [
      lastYear,
      growth,
      [],
      formula("D8"),
      [filled('=ONPACE_FORECAST(A5:A16;B5:B16;"";"";E5;E4;"headers=true")', [2, 5])],
      [],
      [],
      note(
        "The year is as likely to end above the median as below; in 8 of 10 such cases it ends within the 80% interval.",
        "Cả năm có khả năng cao hơn hoặc thấp hơn trung vị như nhau; 8/10 trường hợp nằm trong khoảng 80%.",
      ),
      note(
        "The next month's figure goes into the next yellow cell, and everything follows.",
        "Nhập số của tháng tiếp theo vào ô vàng kế tiếp, mọi số khác sẽ tính lại.",
      ),
    ],
    [5, 3, 3, 3, 3],
  );
  const probability = besideMonths(
    "ONPACE_PROBABILITY",
    say,
    [
      target,
      growth,
      lastYear,
      formula("E8"),
      [resultHead, result('=ONPACE_PROBABILITY(A5:A16;B5:B16;E4;"";E5;E6)', "resultPercent")],
      [],
      [label("Last reported month", "Tháng báo cáo gần nhất"), month("2024-04")],
      [label("Exports, million USD", "Xuất khẩu, triệu USD"), input(290)],
      [label("Plan", "Kế hoạch"), input(920)],
      [label("Growth", "Tăng so với cùng kỳ"), percent(0.2126)],
      [label("Last year", "Năm trước"), input(860)],
      formula("E16"),
      [resultHead, result('=ONPACE_PROBABILITY(E10;E11;E12;"";E13;E14)', "resultPercent")],
    ],
    [4.6, 3, 3, 3],
  );
  const scenarios = besideMonths(
    "ONPACE_SCENARIOS",
    say,
    [
      target,
      growth,
      lastYear,
      formula("D8"),
      [filled('=ONPACE_SCENARIOS(A5:A16;B5:B16;E4;"";E5;E6)', [8, 5], { percentColumns: [2, 3, 4] })],
    ],
    [5, 3, 3, 3, 5],
  );
  const outlook = besideMonths(
    "ONPACE_OUTLOOK",
    say,
    [
      [formulaOf("D5")],
      [filled('=ONPACE_OUTLOOK(A5:A16;B5:B16;B21;"";B22;B23;B24)', [15, 2], { style: "resultWrapped" })],
    ],
    [6.6, 14],
    [
      ...[[], [], [], []],
      target,
      growth,
      lastYear,
      [
        label("Options", "Tùy chọn"),
        written(
          say({
            en: "indicator=airline passengers; unit=thousand",
            vi: "indicator=lượng khách hàng không; unit=nghìn lượt",
          }),
        ),
      ],
    ],
  );
  return [runRate, forecast, probability, scenarios, outlook, check(say), extract(say)];
}

function check(say: Say): Sheet {
  const label = (en: string, vi: string): SheetCell => plain(say({ en, vi }));
  return {
    name: "ONPACE_CHECK",
    columnWidths: [4.2, 3.4, 3.4, 3.4, 3.4, 3.4, 8.4],
    rows: [
      ...headOf(functionNamed("ONPACE_CHECK"), say, 7),
      [
        undefined,
        heading(say({ en: "As reported", vi: "Theo bài báo" })),
        heading(say({ en: "By the plan", vi: "Theo kế hoạch" })),
      ],
      [label("Last reported month", "Tháng báo cáo gần nhất"), month("2024-04"), month("2024-04")],
      [
        label("Exports, million USD", "Xuất khẩu, triệu USD"),
        written(say({ en: "over 290", vi: "hơn 290" })),
        written(say({ en: "over 290", vi: "hơn 290" })),
      ],
      [label("Target", "Kế hoạch"), input(1000), input(920)],
      [label("Share of the target", "So với kế hoạch"), percent(0.316), percent(0.316)],
      [label("Growth", "Tăng so với cùng kỳ"), percent(0.2126), percent(0.2126)],
      [],
      [heading(say({ en: "Formula", vi: "Công thức" })), formulaOf("A12")],
      [filled("=ONPACE_CHECK(B5;B6;B7;B8;B9)", [1, 2])],
      [heading(say({ en: "Formula", vi: "Công thức" })), formulaOf("A14")],
      [filled("=ONPACE_CHECK(C5;C6;C7;C8;C9)", [1, 2])],
      [],
      [
        label(
          "An article told exports of Kien Giang with a target of a billion; 31.6% fits the plan of 920 million instead.",
          "Một bài báo nêu kế hoạch xuất khẩu 1 tỷ USD của Kiên Giang; tỷ lệ 31,6% chỉ khớp với kế hoạch 920 triệu.",
        ),
      ],
    ],
  };
}

function extract(say: Say): Sheet {
  return {
    name: "ONPACE_EXTRACT",
    columnWidths: [3, 4.4, 2, 2.6, 1.6, 2.8, 3.2, 3.2],
    rows: [
      ...headOf(functionNamed("ONPACE_EXTRACT"), say, 8),
      [
        {
          ...text(
            "wrapped",
            say({
              en: "In the first four months of 2024, exports of Kien Giang reached over US$290 million, 31.6% of the plan, up 21.26% on the same period of last year.",
              vi: "Bốn tháng đầu năm 2024, kim ngạch xuất khẩu của tỉnh Kiên Giang đạt hơn 290 triệu USD, bằng 31,6% kế hoạch, tăng 21,26% so với cùng kỳ năm trước.",
            }),
            8,
          ),
        },
      ],
      [],
      [heading(say({ en: "Formula", vi: "Công thức" })), formulaOf("A7")],
      [filled("=ONPACE_EXTRACT(A4)", [3, 8], { style: "resultText" })],
    ],
  };
}
