import type { Language } from "./settings.ts";

/** The words of the menu, the dialogs and the errors of the script itself. */
export interface Words {
  readonly refreshAll: string;
  readonly fill: string;
  readonly panel: string;
  readonly example: string;
  readonly language: string;
  readonly server: string;
  readonly serverPrompt: (current: string) => string;
  readonly serverRefused: (address: string, why: string) => string;
  readonly notAnAddress: string;
  readonly fillHow: string;
  readonly fillTooWide: (most: number) => string;
  readonly fillOver: (cells: string) => string;
  readonly unreachable: (server: string, why: string) => string;
  readonly busy: (status: number) => string;
  readonly exampleSheet: string;
  readonly exampleHeader: readonly string[];
  readonly panelPage: PanelWords;
}

/** The words of the side panel, which the page itself has in both languages. */
export interface PanelWords {
  readonly useSelection: string;
  readonly more: string;
  readonly show: string;
  readonly working: string;
  readonly probability: string;
  readonly formula: string;
  readonly insertFormula: string;
  readonly insertPicture: string;
  readonly inserted: string;
  readonly pictureOf: string;
  readonly hint: string;
  /** The arguments of the functions, as labels. */
  readonly labels: Readonly<Record<string, string>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    refreshAll: "Refresh all",
    fill: "Fill a range in one request",
    panel: "Side panel",
    example: "Insert example",
    language: "Language",
    server: "Server address…",
    serverPrompt: (current) => `The address of the service, now ${current}:`,
    serverRefused: (address, why) => `${address} does not answer as Onpace does: ${why}`,
    notAnAddress: "This is not an address; write https://… without a path.",
    fillHow:
      "Select the rows first, one question a row, in the order of the function's arguments: month, year to date, target, share, growth, last year, options. The answers are written to the right of them.",
    fillTooWide: (most) => `Select at most ${most} columns.`,
    fillOver: (cells) => `${cells} is not empty. Write over it?`,
    unreachable: (server, why) => `${server} cannot be reached: ${why}`,
    busy: (status) => `the service is busy (HTTP ${status}); choose Onpace > Refresh all in a minute`,
    exampleSheet: "Onpace example",
    exampleHeader: ["Month", "Exports, million USD", "", "Formula", "Result"],
    panelPage: {
      useSelection: "Use selection",
      more: "More",
      show: "Show the outlook",
      working: "Working…",
      probability: "Probability of reaching the target",
      formula: "Formula",
      insertFormula: "Insert in the current cell",
      insertPicture: "Insert the picture",
      inserted: "Inserted",
      pictureOf: "Outlook of the year",
      hint: "Select cells in the sheet, or type a value such as 920, 31.6% or 2024-04.",
      labels: {
        months: "Months",
        values: "Values",
        target: "Target",
        share: "Share of target",
        growth: "Growth on last year",
        lastYear: "Last year's total",
        options: "Options",
      },
    },
  },
  vi: {
    refreshAll: "Cập nhật tất cả",
    fill: "Điền kết quả cho cả vùng trong một lần gọi",
    panel: "Bảng bên",
    example: "Chèn ví dụ",
    language: "Ngôn ngữ",
    server: "Địa chỉ máy chủ…",
    serverPrompt: (current) => `Địa chỉ dịch vụ, hiện là ${current}:`,
    serverRefused: (address, why) => `${address} không trả lời như dịch vụ Onpace: ${why}`,
    notAnAddress: "Đây không phải là địa chỉ; hãy viết https://… không kèm đường dẫn.",
    fillHow:
      "Trước hết hãy chọn các dòng, mỗi dòng một chỉ tiêu, theo thứ tự tham số của hàm: tháng, lũy kế, kế hoạch, tỷ lệ so với kế hoạch, tăng so với cùng kỳ, năm trước, tham số khác. Kết quả được ghi vào bên phải.",
    fillTooWide: (most) => `Chỉ chọn tối đa ${most} cột.`,
    fillOver: (cells) => `Vùng ${cells} đã có dữ liệu. Ghi đè?`,
    unreachable: (server, why) => `không kết nối được tới ${server}: ${why}`,
    busy: (status) => `dịch vụ đang bận (HTTP ${status}); sau một phút hãy chọn Onpace > Cập nhật tất cả`,
    exampleSheet: "Ví dụ Onpace",
    exampleHeader: ["Tháng", "Xuất khẩu, triệu USD", "", "Công thức", "Kết quả"],
    panelPage: {
      useSelection: "Lấy vùng chọn",
      more: "Thêm số liệu",
      show: "Xem dự báo",
      working: "Đang tính…",
      probability: "Xác suất đạt kế hoạch",
      formula: "Công thức",
      insertFormula: "Chèn vào ô hiện tại",
      insertPicture: "Chèn hình",
      inserted: "Đã chèn",
      pictureOf: "Dự báo cả năm",
      hint: "Chọn các ô trong trang tính, hoặc gõ giá trị như 920, 31,6% hay 2024-04.",
      labels: {
        months: "Các tháng",
        values: "Giá trị",
        target: "Kế hoạch năm",
        share: "Tỷ lệ so với kế hoạch",
        growth: "Tăng so với cùng kỳ",
        lastYear: "Cả năm trước",
        options: "Tham số khác",
      },
    },
  },
};
