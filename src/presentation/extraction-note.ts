import type { NoteOf } from "../engine/note.ts";
import { formatNumber } from "./format-number.ts";
import type { Lang } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";

/** What the reading of a text leaves to be said, by code. */
export interface ExtractionNoteValues {
  readonly emptyText: Readonly<Record<never, never>>;
  readonly noFigures: Readonly<Record<never, never>>;
  /** The text is neither English nor Vietnamese. */
  readonly foreignLanguage: Readonly<Record<never, never>>;
  readonly htmlReduced: Readonly<Record<never, never>>;
  /** The date that is printed can be read in two ways. */
  readonly ambiguousDate: Readonly<Record<never, never>>;
  /** `count` figures whose year is not known. */
  readonly yearUnknown: { readonly count: number };
  /** `count` figures are told as reached in months that end after that of publication. */
  readonly afterPublication: { readonly count: number };
  /** The decimal sign could not be told from the text and was taken to be `decimal`. */
  readonly decimalUncertain: { readonly decimal: "point" | "comma" };
  /** `told` figures are answered of `found`. */
  readonly figuresCapped: { readonly told: number; readonly found: number };
  /** `told` outlooks are answered of `possible`. */
  readonly outlooksCapped: { readonly told: number; readonly possible: number };
}

export type ExtractionNote = NoteOf<ExtractionNoteValues>;

/**
 * A remark on the reading of a text in words.
 * @example extractionNoteMessage({ code: "emptyText", values: {} }, "en") // => "The text is empty."
 */
export function extractionNoteMessage(note: ExtractionNote, lang: Lang): string {
  return sentenceOf(note, SENTENCES[lang]);
}

const SENTENCES: Readonly<Record<Lang, SentencesOf<ExtractionNoteValues>>> = {
  en: {
    emptyText: () => "The text is empty.",
    noFigures: () =>
      "No figure was found. Read are the levels, the growth and the shares of targets of trade, industry, retail sales, state budgets, GRDP, investment, agriculture, fishery, construction and tourism.",
    foreignLanguage: () => "The text seems to be neither English nor Vietnamese, which are what is read.",
    htmlReduced: () =>
      "The text has HTML, which was reduced to its words; spans count in the text as it was sent.",
    ambiguousDate: () =>
      "The printed date can be read as day/month or month/day, so it was not used; give the date in published.",
    yearUnknown: ({ count }) =>
      `The year of ${count === 1 ? "one figure" : `${formatNumber(count, "en")} figures`} is not told; give the date of the text in published.`,
    afterPublication: ({ count }) =>
      `${count === 1 ? "One figure is" : `${formatNumber(count, "en")} figures are`} of months that end after the date of publication: that date, or a year, is not right.`,
    decimalUncertain: ({ decimal }) =>
      `Whether a lone point or comma is a decimal sign is not certain in this text; the ${decimal} was taken to be it.`,
    figuresCapped: ({ told, found }) =>
      `Only the first ${told} of ${formatNumber(found, "en")} figures are told; send the text in several parts.`,
    outlooksCapped: ({ told, possible }) =>
      `Outlooks are told of the first ${told} of ${formatNumber(possible, "en")} figures; send the report of each other one to /v1/outlook.`,
  },
  vi: {
    emptyText: () => "Văn bản trống.",
    noFigures: () =>
      "Không tìm thấy số liệu nào. Các số liệu đọc được là mức thực hiện, tốc độ tăng và tỷ lệ thực hiện kế hoạch về xuất nhập khẩu, công nghiệp, bán lẻ, ngân sách nhà nước, GRDP, vốn đầu tư, nông nghiệp, thủy sản, xây dựng và du lịch.",
    foreignLanguage: () =>
      "Văn bản dường như không phải tiếng Việt hoặc tiếng Anh nên chưa đọc được số liệu.",
    htmlReduced: () =>
      "Văn bản có mã HTML và đã được rút gọn thành chữ; vị trí trích dẫn tính theo văn bản gốc.",
    ambiguousDate: () =>
      "Ngày ghi trong văn bản có thể hiểu là ngày/tháng hoặc tháng/ngày nên không được sử dụng; cần ghi ngày đăng vào published.",
    yearUnknown: ({ count }) =>
      `Chưa xác định được năm của ${formatNumber(count, "vi")} số liệu; cần ghi ngày đăng vào published.`,
    afterPublication: ({ count }) =>
      `${formatNumber(count, "vi")} số liệu thuộc kỳ kết thúc sau ngày đăng: ngày đăng hoặc năm của số liệu chưa đúng.`,
    decimalUncertain: ({ decimal }) =>
      `Chưa chắc chắn dấu chấm hay dấu phẩy trong văn bản là dấu thập phân; ${decimal === "comma" ? "dấu phẩy" : "dấu chấm"} được hiểu là dấu thập phân.`,
    figuresCapped: ({ told, found }) =>
      `Chỉ nêu ${told} số liệu đầu trong tổng số ${formatNumber(found, "vi")} số liệu; có thể gửi văn bản thành nhiều phần.`,
    outlooksCapped: ({ told, possible }) =>
      `Chỉ dự báo cho ${told} số liệu đầu trong tổng số ${formatNumber(possible, "vi")} số liệu; có thể gửi report của từng số liệu còn lại tới /v1/outlook.`,
  },
};
