import type { InBothLanguages } from "../functions.ts";
import { heading, plain, result, type Say, text } from "./cells.ts";
import type { CellStyle, Sheet, SheetCell } from "./sheet.ts";

/** Where the Worker writes its own address into what it serves. */
const SERVER_PLACEHOLDER = "__ONPACE_SERVER__";

/** The first sheet: the cells that all formulas use, whether they work, and how to set them up. */
export function startSheet(say: Say, language: keyof InBothLanguages): Sheet {
  const named = (style: CellStyle, name: string, cell: Partial<SheetCell>): SheetCell => ({
    style,
    name,
    ...cell,
  });
  const step = (en: string, vi: string) => [text("wrapped", say({ en, vi }), 3)];
  return {
    name: say({ en: "Start", vi: "Bắt đầu" }),
    columnWidths: [5, 8, 15],
    rows: [
      [text("title", say({ en: "Onpace in LibreOffice Calc", vi: "Onpace trong LibreOffice Calc" }))],
      [
        plain(
          say({
            en: "Are we on pace, how sure is that, and what must the rest of the year bring?",
            vi: "Có kịp kế hoạch năm không, chắc đến đâu, và các tháng còn lại phải đạt bao nhiêu?",
          }),
        ),
      ],
      [],
      [
        heading(say({ en: "Server", vi: "Máy chủ" })),
        named("input", "server", { text: SERVER_PLACEHOLDER }),
        plain(
          say({
            en: "every formula of this document asks here",
            vi: "mọi công thức trong tệp này hỏi địa chỉ này",
          }),
        ),
      ],
      [
        heading(say({ en: "Language", vi: "Ngôn ngữ" })),
        named("input", "language", { text: language }),
        plain(say({ en: "of words in answers: en or vi", vi: "của phần chữ trong câu trả lời: vi hoặc en" })),
      ],
      [
        heading(say({ en: "Decimal sign", vi: "Dấu thập phân" })),
        named("resultText", "decimal", { formula: '=IF(MID(1/2;2;1)=",";"comma";"point")' }),
        plain(say({ en: "found by itself: that of your Calc", vi: "tự nhận biết theo Calc của bạn" })),
      ],
      [],
      [heading(say({ en: "Does it work?", vi: "Đã chạy chưa?" }))],
      [
        plain(say({ en: "Formulas by URL", vi: "Công thức theo địa chỉ" })),
        result('=WEBSERVICE(server&"/v1/run-rate.txt?through=2024-04&ytd=290&target=920")', "resultText"),
        plain(
          say({
            en: "78.75 when links may be updated: choose Allow updating in the bar above the sheet",
            vi: "là 78.75 khi được cập nhật liên kết: chọn Allow updating ở thanh phía trên bảng",
          }),
        ),
      ],
      [
        plain(say({ en: "Functions", vi: "Hàm ONPACE" })),
        result('=ONPACE_RUNRATE("2024-04";290;920)'),
        plain(
          say({
            en: "78.75 when the macros of this document may run, #VALUE! until they may: see below",
            vi: "là 78,75 khi macro của tệp này được phép chạy, #VALUE! khi chưa được phép: xem bên dưới",
          }),
        ),
      ],
      [],
      [heading(say({ en: "Set it up in a minute", vi: "Cài đặt trong một phút" }))],
      step("1. Save this file in a folder of your own.", "1. Lưu tệp này vào một thư mục riêng."),
      step(
        "2. Tools > Options > LibreOffice > Security > Macro Security… > Trusted Sources > Trusted File Locations > Add…: that folder. Its documents may then run their macros. (Or choose the security level Medium: Calc then asks each time.)",
        "2. Tools > Options > LibreOffice > Security > Macro Security… > Trusted Sources > Trusted File Locations > Add…: chọn thư mục đó. Các tệp trong thư mục được phép chạy macro. (Hoặc chọn mức Medium: Calc sẽ hỏi mỗi lần mở.)",
      ),
      step(
        "3. Open the file again and choose Allow updating. Ctrl+Shift+F9 calculates everything anew.",
        "3. Mở lại tệp và chọn Allow updating. Ctrl+Shift+F9 để tính lại toàn bộ.",
      ),
      step(
        "Formulas by URL need no macros. For the functions in all your documents, paste /libreoffice/onpace.bas of the server into a module under Tools > Macros > Edit Macros… > My Macros > Standard: macros of your own need no permission.",
        "Công thức theo địa chỉ không cần macro. Muốn dùng các hàm trong mọi tệp, dán /libreoffice/onpace.bas của máy chủ vào một module trong Tools > Macros > Edit Macros… > My Macros > Standard: macro của chính bạn không cần cấp phép.",
      ),
      step(
        "A function that answers several cells is entered with Ctrl+Shift+Enter, in one cell or over the cells that it is to fill.",
        "Hàm trả về nhiều ô thì nhập bằng Ctrl+Shift+Enter, vào một ô hoặc vào vùng ô cần điền.",
      ),
      step(
        'An argument is left out by "" or a blank cell. 0 counts as left out too: write no growth as "0%".',
        'Bỏ qua một tham số bằng "" hoặc một ô trống. Số 0 cũng được coi là bỏ qua: không tăng thì viết "0%".',
      ),
      step(
        "A formula sends its own arguments to the server and nothing else. Yellow cells are for your figures.",
        "Mỗi công thức chỉ gửi các tham số của nó đến máy chủ. Ô màu vàng để nhập số liệu của bạn.",
      ),
    ],
  };
}
