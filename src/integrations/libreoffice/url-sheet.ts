import type { InBothLanguages } from "../functions.ts";
import {
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
import type { Sheet, SheetCell } from "./sheet.ts";

/** The question of a row of reports; blank cells are parameters that say nothing. */
const questionOfRow = (row: number): string =>
  `="indicator="&ENCODEURL(A${row})&"&geography="&ENCODEURL(B${row})&"&unit="&ENCODEURL(C${row})` +
  `&"&through="&YEAR(D${row})&"-"&TEXT(MONTH(D${row});"00")` +
  `&"&ytd="&E${row}&"&target="&F${row}&"&growth="&G${row}&"&priorFullYear="&H${row}` +
  '&"&lang="&language&"&decimal="&decimal&"&errors=cell"';

/** Reports as a department has them, one a row, asked by the address alone. */
export function urlSheet(say: Say): Sheet {
  const answer = (path: string, row: number) => `WEBSERVICE(server&"/v1/${path}?"&I${row})`;
  const report = (row: number, cells: readonly (SheetCell | undefined)[]) => [
    ...cells,
    { style: "formula", formula: questionOfRow(row) } as const,
    result(`=IFERROR(VALUE(${answer("run-rate.txt", row)});${answer("run-rate.txt", row)})`),
    result(
      `=IFERROR(VALUE(${answer("attainment.txt", row)});${answer("attainment.txt", row)})`,
      "resultPercent",
    ),
    result(`=VALUE(FILTERXML(${answer("forecast.xml", row)};"//forecast/median"))`),
  ];
  const exports = say({ en: "exports", vi: "xuất khẩu" });
  const shown = (label: InBothLanguages, cell: string): readonly (SheetCell | undefined)[] => [
    text("wrapped", say(label), 2),
    undefined,
    { ...formulaOf(cell), style: "formulaWrapped", across: 10 },
  ];
  return {
    name: say({ en: "By URL", vi: "Theo địa chỉ" }),
    columnWidths: [4, 2.5, 2.8, 1.9, 2.4, 1.8, 1.8, 2, 2.2, 3.2, 2.3, 2.2],
    rows: [
      [text("title", say({ en: "Formulas by URL", vi: "Công thức theo địa chỉ" }))],
      [
        plain(
          say({
            en: "No macro, no extension: =WEBSERVICE asks, ENCODEURL writes a cell into the address, FILTERXML picks a number of an .xml answer.",
            vi: "Không cần macro hay phần mở rộng: =WEBSERVICE gửi câu hỏi, ENCODEURL ghi ô vào địa chỉ, FILTERXML lấy một số từ câu trả lời .xml.",
          }),
        ),
      ],
      [],
      [
        ["Indicator", "Chỉ tiêu"],
        ["Place", "Địa phương"],
        ["Unit", "Đơn vị"],
        ["Month", "Tháng"],
        ["Year to date", "Lũy kế"],
        ["Target", "Kế hoạch"],
        ["Growth", "Tăng"],
        ["Last year", "Năm trước"],
        ["Question", "Câu hỏi"],
        ["Each month left", "Mỗi tháng còn lại"],
        ["Probability", "Xác suất"],
        ["Year near", "Cả năm"],
      ].map(([en = "", vi = ""]) => heading(say({ en, vi }))),
      report(5, [
        written(exports),
        written(say({ en: "Kien Giang", vi: "Kiên Giang" })),
        written(say({ en: "million USD", vi: "triệu USD" })),
        month("2024-04"),
        input(290),
        input(920),
        percent(0.2126),
        input(860),
      ]),
      report(6, [
        written(say({ en: "industrial output", vi: "sản xuất công nghiệp" })),
        written(say({ en: "Kien Giang", vi: "Kiên Giang" })),
        written(say({ en: "trillion VND", vi: "nghìn tỷ đồng" })),
        month("2023-05"),
        input(17.8),
        input(48.18),
        percent(0.1),
        input(),
      ]),
      report(7, [
        written(say({ en: "airline passengers", vi: "khách hàng không" })),
        written(say({ en: "international", vi: "quốc tế" })),
        written(say({ en: "thousand", vi: "nghìn" })),
        month("1960-05"),
        input(2160),
        input(5654),
        percent(0.123),
        input(5140),
      ]),
      [],
      [
        {
          ...text("wrapped", "", 12),
          formula: `=${answer("outlook.txt", 5).replace("?", "?field=sentence&")}`,
        },
      ],
      [],
      shown({ en: "the question, I5", vi: "câu hỏi, I5" }, "I5"),
      shown({ en: "each month left, J5", vi: "mỗi tháng còn lại, J5" }, "J5"),
      shown({ en: "probability, K5", vi: "xác suất, K5" }, "K5"),
      shown({ en: "year near, L5", vi: "cả năm, L5" }, "L5"),
      shown({ en: "the sentence, A9", vi: "câu nhận định, A9" }, "A9"),
    ],
  };
}
