import type { StocksNote, StocksNoteValues } from "../engine/stocks/stocks-note.ts";
import { formatNumber } from "./format-number.ts";
import { type Lang, listed, sentenceCase } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";
import { stockWords } from "./stocks-words.ts";

/**
 * A remark on stocks in words.
 * @example stocksNoteMessage({ code: "stocksNotAnnualized", values: {} }, "en") // => "Stocks are levels at a day: they are neither added up over time nor extended to a year."
 */
export function stocksNoteMessage(note: StocksNote, lang: Lang): string {
  return sentenceOf(note, SENTENCES[lang]);
}

const SENTENCES: Readonly<Record<Lang, SentencesOf<StocksNoteValues>>> = {
  en: {
    occupancyNeedsLeasable: () =>
      "Occupancy is leased land over leasable industrial land, not over the total area; give the leasable land for it.",
    partsAndWhole: ({ whole, parts, rest }) => {
      const some = listed(
        parts.map((part) => stockWords(part, "en")),
        "en",
      );
      const all = stockWords(whole, "en");
      return rest === 0
        ? `${sentenceCase(some)} together make up all ${all}.`
        : `${sentenceCase(some)} leave ${formatNumber(rest, "en")} of the ${all} that are neither.`;
    },
    denominatorZero: ({ numerator, denominator }) =>
      `${sentenceCase(stockWords(numerator, "en"))} over ${stockWords(denominator, "en")} says nothing, since the latter is zero.`,
    ambiguousDecimal: ({ name, written, value }) =>
      `"${written}" of ${stockWords(name, "en")} was read as ${formatNumber(value, "en")}; its one separator may be a decimal or a thousands sign. Say decimal=point or decimal=comma.`,
    paceAssumed: () =>
      "A day told for a target assumes that the change since the earlier report goes on in a straight line; it is no forecast.",
    stocksNotAnnualized: () =>
      "Stocks are levels at a day: they are neither added up over time nor extended to a year.",
  },
  vi: {
    occupancyNeedsLeasable: () =>
      "Tỷ lệ lấp đầy tính trên diện tích đất công nghiệp có thể cho thuê, không tính trên tổng diện tích; cần bổ sung diện tích có thể cho thuê.",
    partsAndWhole: ({ whole, parts, rest }) => {
      const some = listed(
        parts.map((part) => stockWords(part, "vi")),
        "vi",
      );
      const all = stockWords(whole, "vi");
      return rest === 0
        ? `${sentenceCase(some)} cộng lại bằng đúng toàn bộ ${all}.`
        : `Ngoài ${some} còn ${formatNumber(rest, "vi")} ${all} chưa thuộc nhóm nào.`;
    },
    denominatorZero: ({ numerator, denominator }) =>
      `Không tính được tỷ lệ ${stockWords(numerator, "vi")} trên ${stockWords(denominator, "vi")} vì mẫu số bằng 0.`,
    ambiguousDecimal: ({ name, written, value }) =>
      `“${written}” của ${stockWords(name, "vi")} được đọc là ${formatNumber(value, "vi")}; dấu phân cách có thể là dấu thập phân hoặc dấu ngăn cách hàng nghìn. Có thể ghi rõ decimal=point hoặc decimal=comma.`,
    paceAssumed: () =>
      "Thời điểm đạt mục tiêu được tính với giả định mức thay đổi từ kỳ báo cáo trước tiếp tục đều như vậy; đây không phải là dự báo.",
    stocksNotAnnualized: () =>
      "Đây là các chỉ tiêu thời điểm, không cộng dồn theo thời gian và không suy rộng cho cả năm.",
  },
};
