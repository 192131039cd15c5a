import type { NoteOf } from "../engine/note.ts";
import { formatNumber } from "./format-number.ts";
import type { Lang } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";

/** How the ranges of a formula were understood, as far as it was not told, by code. */
export interface FormulaNoteValues {
  /** The first row names the columns. */
  readonly headerLeftOut: Readonly<Record<never, never>>;
  /** `count` rows are totals. */
  readonly totalsLeftOut: { readonly count: number };
  /** The last `count` months are told as 0. */
  readonly zerosAtEnd: { readonly count: number };
  /** The months are told as "4 tháng", or the head of the values as "Lũy kế", so that the values are years to date. */
  readonly readAsCumulative: Readonly<Record<never, never>>;
  /** `count` of the `asked` questions are refused in their own cells. */
  readonly someRefused: { readonly count: number; readonly asked: number };
}

export type FormulaNote = NoteOf<FormulaNoteValues>;

/**
 * A remark on how ranges were understood, in words.
 * @example formulaNoteMessage({ code: "headerLeftOut", values: {} }, "en") // => "The first row was taken for the names of the columns."
 */
export function formulaNoteMessage(note: FormulaNote, lang: Lang): string {
  return sentenceOf(note, SENTENCES[lang]);
}

const SENTENCES: Readonly<Record<Lang, SentencesOf<FormulaNoteValues>>> = {
  en: {
    headerLeftOut: () => "The first row was taken for the names of the columns.",
    totalsLeftOut: ({ count }) =>
      count === 1
        ? "One row is a total and was left out."
        : `${formatNumber(count, "en")} rows are totals and were left out.`,
    zerosAtEnd: ({ count }) =>
      count === 1
        ? "The last month is 0: leave its cell blank if it is still to come."
        : `The last ${formatNumber(count, "en")} months are 0: leave their cells blank if they are still to come.`,
    readAsCumulative: () =>
      "The cells call the values sums since January, so they were read as years to date.",
    someRefused: ({ count, asked }) =>
      `${formatNumber(count, "en")} of ${formatNumber(asked, "en")} questions could not be answered; their cells say why.`,
  },
  vi: {
    headerLeftOut: () => "Dòng đầu được hiểu là tên các cột.",
    totalsLeftOut: ({ count }) => `Đã bỏ ${formatNumber(count, "vi")} dòng là số tổng cộng.`,
    zerosAtEnd: ({ count }) =>
      `${formatNumber(count, "vi")} tháng cuối bằng 0: cần để trống các ô này nếu chưa có số liệu.`,
    readAsCumulative: () => "Các ô ghi là số cộng dồn từ tháng 1 nên giá trị được hiểu là lũy kế.",
    someRefused: ({ count, asked }) =>
      `${formatNumber(count, "vi")} trong ${formatNumber(asked, "vi")} câu hỏi chưa trả lời được; lý do ghi trong ô tương ứng.`,
  },
};
