import type { BreakdownNote, BreakdownNoteValues } from "../engine/breakdown/breakdown-note.ts";
import { type PartNames, partsListed } from "./breakdown-names.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";
import { targetName } from "./quantity-words.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/** A remark about parts in words. */
export function breakdownNoteMessage(note: BreakdownNote, names: PartNames, wording: Wording): string {
  return sentenceCase(sentenceOf(note, SENTENCES[wording.lang](names, wording)));
}

type Sentences = (names: PartNames, wording: Wording) => SentencesOf<BreakdownNoteValues>;

const SENTENCES: Readonly<Record<Lang, Sentences>> = {
  en: (names, wording) => ({
    totalFromParts: () => "No figure of the total was given: it is the sum of its parts.",
    twoBreakdowns: ({ component }) =>
      `The parts told by amount and those told by share each fit into ${names(component)}, but not together: two breakdowns of the same whole, such as products and markets, are asked for one at a time.`,
    partsDoNotFit: ({ component }) =>
      `The parts do not fit into ${names(component)}, so that no full year agrees with all figures: settle that before using the forecasts.`,
    notForecast: ({ components }) =>
      `Nothing tells how ${partsListed(components, names, "en")} will go on, so that ${components.length === 1 ? "it stays at its figure" : "they stay at their figures"}.`,
    forecastByShare: ({ components }) =>
      `Of ${partsListed(components, names, "en")} no more than the amount so far is known: the forecast follows that of the whole. Growth or last year's figures would tell more.`,
    partTargetsDiffer: ({ sum, name, target }) =>
      `The parts' own targets come to ${formatAmount(sum, wording)}, ${formatAmount(Math.abs(sum - target), differenceWording(wording))} ${sum < target ? "less" : "more"} than ${targetName({ name }, "en")}.`,
    capBelowForecast: ({ components }) =>
      `The cap of ${partsListed(components, names, "en")} lies below the forecast; nothing more is asked of ${components.length === 1 ? "it" : "them"}.`,
    capNotKnown: ({ components }) =>
      `The cap of ${partsListed(components, names, "en")} is a growth on last year, which is not known: it was not used.`,
    ambiguousPart: ({ component, written, value }) =>
      `"${written}" of ${names(component)} was read as ${value}, since its separator may be a decimal or a thousands sign; decimal=comma or decimal=point decides.`,
  }),
  vi: (names, wording) => ({
    totalFromParts: () => "Không có số liệu tổng: lấy bằng tổng các thành phần.",
    twoBreakdowns: ({ component }) =>
      `Các thành phần nêu bằng giá trị và các thành phần nêu bằng tỷ trọng đều nằm trong ${names(component)}, nhưng cộng lại thì vượt: đây là hai cách phân tổ khác nhau (chẳng hạn theo mặt hàng và theo thị trường), cần tính riêng từng cách.`,
    partsDoNotFit: ({ component }) =>
      `Các thành phần không khớp với ${names(component)}, nên không có dự báo cả năm nào phù hợp với mọi số liệu: cần rà soát trước khi sử dụng dự báo.`,
    notForecast: ({ components }) =>
      `Không có căn cứ dự báo cho ${partsListed(components, names, "vi")}, nên giữ nguyên số hiện có.`,
    forecastByShare: ({ components }) =>
      `Với ${partsListed(components, names, "vi")} chỉ có số lũy kế, nên dự báo được tính theo dự báo chung. Nếu có thêm tốc độ tăng hoặc số năm trước, dự báo sẽ sát hơn.`,
    partTargetsDiffer: ({ sum, name, target }) =>
      `Tổng mục tiêu của các thành phần là ${formatAmount(sum, wording)}, ${sum < target ? "thấp" : "cao"} hơn ${targetName({ name }, "vi")} ${formatAmount(Math.abs(sum - target), differenceWording(wording))}.`,
    capBelowForecast: ({ components }) =>
      `Mức tối đa của ${partsListed(components, names, "vi")} thấp hơn dự báo, nên không giao thêm.`,
    capNotKnown: ({ components }) =>
      `Mức tối đa của ${partsListed(components, names, "vi")} là tốc độ tăng so với năm trước, nhưng chưa có số năm trước nên không sử dụng.`,
    ambiguousPart: ({ component, written, value }) =>
      `“${written}” của ${names(component)} được đọc là ${String(value).replace(".", ",")}, vì dấu phân cách có thể là dấu thập phân hoặc dấu hàng nghìn; dùng decimal=comma hoặc decimal=point để xác định.`,
  }),
};
