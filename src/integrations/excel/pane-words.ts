import type { Settings } from "./settings.ts";

/** What the pane says, by the `data-words` of its elements. */
export interface PaneWords {
  readonly lead: string;
  readonly server: string;
  readonly serverHint: string;
  readonly recalculate: string;
  readonly recalculateHint: string;
  readonly example: string;
  readonly exampleHint: string;
  readonly picture: string;
  readonly pictureHint: string;
  readonly functions: string;
  readonly guide: string;
  readonly recalculated: string;
  readonly written: string;
  readonly inserted: string;
  readonly noPicture: string;
  readonly failed: string;
  readonly badServer: string;
  readonly noExcel: string;
}

export const PANE_WORDS: Readonly<Record<Settings["language"], PaneWords>> = {
  en: {
    lead: "Are we on pace, how sure is that, and what must the rest of the year bring?",
    server: "Server",
    serverHint: "Where formulas are answered. Leave it as it is unless you run your own.",
    recalculate: "Recalculate",
    recalculateHint: "Forgets the answers of the last hour and asks for all of them again.",
    example: "Insert the example",
    exampleHint: "A new sheet with a year of months and the formulas about them.",
    picture: "Insert the picture",
    pictureHint: "Select a cell with =ONPACE_PICTURE(...): its picture is put beside it, as it is now.",
    functions: "Functions",
    guide: "Guide to the spreadsheets",
    recalculated: "Recalculated.",
    written: "The example is in a new sheet.",
    inserted: "The picture is in the sheet.",
    noPicture: "The selected cell holds no picture's address. Select a cell with =ONPACE_PICTURE(...).",
    failed: "That did not work:",
    badServer: "A server begins with https://",
    noExcel: "This page is the pane of the Excel add-in. Load the manifest into Excel to use it.",
  },
  vi: {
    lead: "Có theo kịp tiến độ không, chắc chắn đến đâu, và phần còn lại của năm cần đạt bao nhiêu?",
    server: "Máy chủ",
    serverHint: "Nơi trả lời các công thức. Giữ nguyên nếu không có máy chủ riêng.",
    recalculate: "Tính lại",
    recalculateHint: "Bỏ các kết quả của một giờ qua và hỏi lại tất cả.",
    example: "Chèn ví dụ",
    exampleHint: "Một trang tính mới với số liệu các tháng trong năm và các công thức.",
    picture: "Chèn hình",
    pictureHint: "Chọn ô có =ONPACE_PICTURE(...): hình hiện tại được đặt bên cạnh ô đó.",
    functions: "Các hàm",
    guide: "Hướng dẫn dùng trong bảng tính",
    recalculated: "Đã tính lại.",
    written: "Ví dụ nằm trong trang tính mới.",
    inserted: "Đã chèn hình vào trang tính.",
    noPicture: "Ô đang chọn không có địa chỉ hình. Hãy chọn ô có =ONPACE_PICTURE(...).",
    failed: "Không thực hiện được:",
    badServer: "Địa chỉ máy chủ bắt đầu bằng https://",
    noExcel: "Trang này là ngăn tác vụ của phần bổ trợ Excel. Hãy nạp tệp manifest vào Excel để sử dụng.",
  },
};
