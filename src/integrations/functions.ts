/** A text in both languages of the service. */
export interface InBothLanguages {
  readonly en: string;
  readonly vi: string;
}

/** An argument of a custom function, by position. */
export interface FunctionArgument {
  /** As the users of a sheet know it: problems name it so. */
  readonly name: string;
  readonly description: InBothLanguages;
  readonly optional: boolean;
}

/** What a custom function leaves in a sheet: one cell, or cells that spill. */
export type ResultShape = "number" | "row" | "table" | "address";

/** A custom function of the spreadsheets, the same in all of them. */
export interface SheetFunction {
  readonly name: `ONPACE_${string}`;
  /** The function of the service that answers. */
  readonly operation: string;
  readonly description: InBothLanguages;
  readonly arguments: readonly FunctionArgument[];
  readonly result: ResultShape;
  /** What stands in the cells of one question's result. */
  readonly resultDescription: InBothLanguages;
}

const OPTIONS: FunctionArgument = {
  name: "options",
  description: {
    en: 'Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.',
    vi: 'Các tham số khác, viết "tên=giá trị; tên=giá trị" hoặc một vùng hai cột gồm tên và giá trị: "unit=triệu USD; levels=80%; lang=vi". field=... lấy một số trong kết quả, headers=true thêm dòng tiêu đề.',
  },
  optional: true,
};

const OF_REPORT: readonly FunctionArgument[] = [
  {
    name: "months",
    description: {
      en: "The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.",
      vi: "Tháng báo cáo gần nhất trong một ô, hoặc một vùng các tháng bên cạnh giá trị; ngày tháng, 2024-04, 4/2024, tháng 4/2024.",
    },
    optional: false,
  },
  {
    name: "values",
    description: {
      en: "The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.",
      vi: "Số lũy kế đến tháng đó, hoặc giá trị riêng của từng tháng nếu là một vùng các tháng, để trống các tháng chưa có.",
    },
    optional: false,
  },
  {
    name: "target",
    description: {
      en: 'The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".',
      vi: 'Kế hoạch năm: một mức, tốc độ tăng so với năm trước như "8%", hoặc nhiều mức: "kế hoạch: 920; phấn đấu: 1000".',
    },
    optional: true,
  },
  {
    name: "share",
    description: {
      en: 'Year to date over target as reported: 0.316 or "31.6%".',
      vi: 'Tỷ lệ lũy kế so với kế hoạch năm như đã báo cáo: 0,316 hoặc "31,6%".',
    },
    optional: true,
  },
  {
    name: "growth",
    description: {
      en: 'Growth of the year to date on the same period of last year: 0.2126 or "21.26%".',
      vi: 'Tốc độ tăng của lũy kế so với cùng kỳ năm trước: 0,2126 hoặc "21,26%".',
    },
    optional: true,
  },
  {
    name: "lastYear",
    description: {
      en: "Last year's full-year total.",
      vi: "Tổng giá trị cả năm trước.",
    },
    optional: true,
  },
  OPTIONS,
];

/** The custom functions of the spreadsheets: names, arguments and their order, the one list that every client follows. */
export const SHEET_FUNCTIONS: readonly SheetFunction[] = [
  {
    name: "ONPACE_RUNRATE",
    operation: "run-rate",
    description: {
      en: "What each remaining month must bring to reach the annual target.",
      vi: "Mức bình quân mỗi tháng còn lại cần đạt để hoàn thành kế hoạch năm.",
    },
    arguments: OF_REPORT,
    result: "number",
    resultDescription: {
      en: "One number: the amount per remaining month, or quarter of quarterly figures; 0 once the target is reached.",
      vi: "Một số: mức cần đạt mỗi tháng còn lại (mỗi quý nếu số liệu theo quý), bằng 0 khi đã đạt kế hoạch.",
    },
  },
  {
    name: "ONPACE_FORECAST",
    operation: "forecast",
    description: {
      en: "Where the year is likely to end, with its 80% and 95% intervals.",
      vi: "Dự báo cả năm cùng các khoảng dự báo 80% và 95%.",
    },
    arguments: OF_REPORT,
    result: "row",
    resultDescription: {
      en: "One row: median, 80% low, 80% high, 95% low, 95% high; other levels by the option levels.",
      vi: "Một dòng: trung vị, cận dưới và cận trên 80%, cận dưới và cận trên 95%; mức khác theo tham số levels.",
    },
  },
  {
    name: "ONPACE_PROBABILITY",
    operation: "attainment",
    description: {
      en: "The probability of reaching the annual target.",
      vi: "Xác suất đạt kế hoạch năm.",
    },
    arguments: OF_REPORT,
    result: "number",
    resultDescription: {
      en: "One number from 0 to 1.",
      vi: "Một số từ 0 đến 1.",
    },
  },
  {
    name: "ONPACE_SCENARIOS",
    operation: "scenarios",
    description: {
      en: "The year under named assumptions, side by side.",
      vi: "Kết quả cả năm theo các kịch bản.",
    },
    arguments: OF_REPORT,
    result: "table",
    resultDescription: {
      en: "A header row and a row for each scenario: name, full year, growth, attainment, probability of at least this.",
      vi: "Dòng tiêu đề và mỗi kịch bản một dòng: tên, cả năm, so với năm trước, tỷ lệ thực hiện, xác suất đạt ít nhất mức này.",
    },
  },
  {
    name: "ONPACE_OUTLOOK",
    operation: "outlook",
    description: {
      en: "Everything about the year in one table: forecast, target, probability, what is required, in words too.",
      vi: "Toàn cảnh cả năm trong một bảng: dự báo, kế hoạch, xác suất, mức cần đạt và lời nhận định.",
    },
    arguments: OF_REPORT,
    result: "table",
    resultDescription: {
      en: "Two columns, names and values; for several questions a header row and a row for each.",
      vi: "Hai cột tên và giá trị; nếu có nhiều chỉ tiêu thì một dòng tiêu đề và mỗi chỉ tiêu một dòng.",
    },
  },
  {
    name: "ONPACE_CHECK",
    operation: "coherence",
    description: {
      en: "Do the reported figures agree with each other?",
      vi: "Các số liệu báo cáo có khớp nhau không?",
    },
    arguments: OF_REPORT,
    result: "row",
    resultDescription: {
      en: "One row: the verdict, and what it rests on in a sentence.",
      vi: "Một dòng: kết luận và câu giải thích.",
    },
  },
  {
    name: "ONPACE_PICTURE",
    operation: "outlook",
    description: {
      en: "The address of a picture of the outlook, for =IMAGE(...).",
      vi: "Địa chỉ hình vẽ dự báo, dùng với =IMAGE(...).",
    },
    arguments: OF_REPORT,
    result: "address",
    resultDescription: {
      en: "One address that begins with /v1/; options picture, size, theme, width, height choose the picture.",
      vi: "Một địa chỉ bắt đầu bằng /v1/; các tham số picture, size, theme, width, height chọn hình.",
    },
  },
  {
    name: "ONPACE_EXTRACT",
    operation: "extract",
    description: {
      en: "The figures that a text tells, one row each.",
      vi: "Các số liệu có trong một văn bản, mỗi số liệu một dòng.",
    },
    arguments: [
      {
        name: "text",
        description: {
          en: "The text of an article or a report in English or Vietnamese, in one cell or several.",
          vi: "Văn bản bài báo hoặc báo cáo, tiếng Việt hoặc tiếng Anh, trong một hoặc nhiều ô.",
        },
        optional: false,
      },
      OPTIONS,
    ],
    result: "table",
    resultDescription: {
      en: "A header row and a row for each figure: place, indicator, value, unit, period, share of target, growth, target and more.",
      vi: "Dòng tiêu đề và mỗi số liệu một dòng: địa phương, chỉ tiêu, giá trị, đơn vị, kỳ, so với kế hoạch, so với cùng kỳ, kế hoạch và các cột khác.",
    },
  },
];
