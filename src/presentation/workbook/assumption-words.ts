import type { Lang } from "../language.ts";

/** What forecasts assume, in Vietnamese, by code or where one code says two things by its text; the answer tells it in English. */
const IN_VIETNAMESE: Readonly<Record<string, string>> = {
  indicatorClass: "hệ số rút ra từ số liệu của nhóm chỉ tiêu này",
  usualShare: "tỷ trọng của cả năm mà nhóm chỉ tiêu thường đạt đến kỳ này",
  growthPersistence: "phần chênh lệch từ đầu năm được coi là tiếp tục trong các kỳ còn lại",
  tet: "tháng 1 và tháng 2 được chia theo tuần nghỉ Tết Nguyên đán",
  firstMonth: "một tháng hầu như chưa nói lên tốc độ tăng: phần lớn không được coi là tiếp tục",
  revisedBase: "tốc độ tăng cho thấy số gốc khác với số đã công bố",
  trend: "mức tăng (lô-ga-rít) của phần còn lại so với các phương pháp",
  scale: "độ phân tán của phần chưa thực hiện",
  degreesOfFreedom: "số bậc tự do của phân phối t Student",
  "the methods are fitted to logs": "các phương pháp được ước lượng trên lô-ga-rít của số liệu",
  "the methods are fitted to the amounts themselves": "các phương pháp được ước lượng trên chính số liệu",
  historyLength: "số kỳ của chuỗi số liệu dùng để ước lượng",
  tetHolidayWeek:
    "ảnh hưởng (lô-ga-rít) của trọn tuần nghỉ Tết đến một tháng, được tách ra khi ước lượng rồi cộng lại",
  calendar: "độ dài và số ngày trong tuần của từng tháng được tách ra khi ước lượng rồi cộng lại",
  nothingBooked: "chưa có số thực hiện trong năm: dự báo chỉ dựa vào các năm trước",
  carriedIndex: "các kỳ còn lại giữ mức bình quân từ đầu năm",
  remainderScale: "độ phân tán (lô-ga-rít) của phần còn lại, theo phân phối t Student",
  carriedLevel: "giữ mức mới nhất, cộng một nửa tốc độ tăng nếu biết",
  assumedSpread: "độ phân tán là giả định, không rút ra từ số liệu",
};

/**
 * What was assumed, as the table of assumptions tells it.
 * @example assumptionWords({ code: "usualShare", text: "share of the year" }, "en") // => "share of the year"
 */
export function assumptionWords(
  { code, text }: { readonly code: string; readonly text: string },
  lang: Lang,
): string {
  const known = [code, text].find((key) => Object.hasOwn(IN_VIETNAMESE, key));
  return lang === "vi" && known !== undefined ? (IN_VIETNAMESE[known] ?? text) : text;
}
