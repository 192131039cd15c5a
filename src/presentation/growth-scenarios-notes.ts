import type {
  GrowthScenariosNote,
  GrowthScenariosNoteValues,
} from "../engine/growth-scenarios/growth-scenarios-note.ts";
import { growthInProse, pointsOf, spanInProse } from "./growth-scenarios-words.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";

const english: SentencesOf<GrowthScenariosNoteValues> = {
  nominalGrowth: () =>
    "Growth at current prices is nominal: it holds the change of prices. Weights and growths of a growth scenario are usually told at constant prices.",
  priceBasisNotTold: () =>
    "The prices were not told; last year's weights and the growths are taken to be at the same constant prices.",
  sharesScaled: ({ sum }) =>
    `Last year's shares add up to ${growthInProse(sum, "en")} and were scaled to 100%.`,
  roundedStatement: ({ scenario, span, stated, growth }) =>
    `Scenario ${scenario}: ${spanInProse(span, "en")} was told as ${growthInProse(stated, "en")}; the other figures make ${growthInProse(growth, "en")}, which agrees within their digits.`,
  solvedAtLowerEnd: ({ scenario, growth }) =>
    `Scenario ${scenario} asks for at least ${growthInProse(growth, "en")}; its quarters are those of exactly that growth.`,
  componentsDiffer: ({ scenario, span, points }) =>
    `Scenario ${scenario}: over ${spanInProse(span, "en")} the components together make ${pointsOf(points, "en")} ${points > 0 ? "more" : "less"} than the growth of the total.`,
  componentLeft: ({ scenario, component, span, stated, growth }) =>
    `Scenario ${scenario}: ${component} was told to grow ${growthInProse(stated, "en")} in ${spanInProse(span, "en")}, while the total and the other components leave it ${growthInProse(growth, "en")}.`,
  knownAsAWhole: ({ span }) =>
    `Only the whole of ${spanInProse(span, "en")} is known: how its quarters differ is assumed, not reported.`,
  monthsNotUsed: ({ months }) =>
    months === 1
      ? "The latest month was not used, as its quarter is not complete."
      : `The latest ${months} months were not used, as their quarter is not complete.`,
};

const vietnamese: SentencesOf<GrowthScenariosNoteValues> = {
  nominalGrowth: () =>
    "Tốc độ tăng theo giá hiện hành là tăng danh nghĩa, đã bao gồm biến động giá. Tỷ trọng và tốc độ tăng trong kịch bản tăng trưởng thường tính theo giá so sánh.",
  priceBasisNotTold: () =>
    "Chưa nêu loại giá; tỷ trọng năm trước và tốc độ tăng được hiểu là tính theo cùng một loại giá so sánh.",
  sharesScaled: ({ sum }) =>
    `Tỷ trọng các quý năm trước cộng lại bằng ${growthInProse(sum, "vi")}, đã được quy về 100%.`,
  roundedStatement: ({ scenario, span, stated, growth }) =>
    `Kịch bản ${scenario}: ${spanInProse(span, "vi")} được nêu là ${growthInProse(stated, "vi")}; tính từ các số liệu khác là ${growthInProse(growth, "vi")}, khớp nhau trong phạm vi làm tròn.`,
  solvedAtLowerEnd: ({ scenario, growth }) =>
    `Kịch bản ${scenario} đặt mục tiêu từ ${growthInProse(growth, "vi")} trở lên; các quý được tính cho đúng mức này.`,
  componentsDiffer: ({ scenario, span, points }) =>
    `Kịch bản ${scenario}: tính cho ${spanInProse(span, "vi")}, các khu vực cộng lại ${points > 0 ? "cao hơn" : "thấp hơn"} mức tăng chung ${pointsOf(points, "vi")}.`,
  componentLeft: ({ scenario, component, span, stated, growth }) =>
    `Kịch bản ${scenario}: ${component} được nêu tốc độ tăng ${growthInProse(stated, "vi")} trong ${spanInProse(span, "vi")}, trong khi tính từ mức tăng chung và các khu vực khác là ${growthInProse(growth, "vi")}.`,
  knownAsAWhole: ({ span }) =>
    `Mới có số liệu chung của ${spanInProse(span, "vi")}; tốc độ tăng từng quý trong đó là giả định, không phải số liệu báo cáo.`,
  monthsNotUsed: ({ months }) => `Chưa dùng số liệu ${months} tháng gần nhất vì quý chưa đủ tháng.`,
};

/** A remark on growth scenarios in words. */
export const growthScenariosNote = (note: GrowthScenariosNote, lang: Lang): string =>
  sentenceCase(sentenceOf(note, lang === "vi" ? vietnamese : english));
