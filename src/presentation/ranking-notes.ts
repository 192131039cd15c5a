import type { RankingNote, RankingNoteValues } from "../engine/ranking/ranking-note.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import type { Lang } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";
import { dateName } from "./period-words.ts";
import { placeName } from "./place-words.ts";
import { placeNames } from "./ranking-words.ts";

/** A remark about a ranking in words. */
export function rankingNoteMessage(note: RankingNote, lang: Lang): string {
  return sentenceOf(note, SENTENCES[lang]);
}

const english = (name: string): string => placeName(name, "en");
const vietnamese = (name: string): string => placeName(name, "vi");

const SENTENCES: Readonly<Record<Lang, SentencesOf<RankingNoteValues>>> = {
  en: {
    onlyGrowths: () =>
      "No levels were given, so nothing is said of who is first in level, and growths are not weighted by level.",
    onlyLevels: () => "No growths and no figures of last year were given, so nothing is said of growth.",
    placesMissing: ({ count, names }) =>
      names.length > 0
        ? `Without figures: ${placeNames(names, "en", count)}. What is said holds among the places given.`
        : `${count} ${count === 1 ? "place is" : "places are"} missing. What is said holds among the places given.`,
    placesUnexpected: ({ names }) =>
      `Not among the places expected: ${placeNames(names, "en")}. They are ranked all the same.`,
    completenessNotTold: () =>
      "How many places the region has was not told (of, or expected), so what is said holds among the places given, and the region's growth is not checked against theirs.",
    levelNotKnown: ({ names }) => `No level is known of ${placeNames(names, "en")}.`,
    growthNotKnown: ({ names }) => `No growth is known of ${placeNames(names, "en")}.`,
    weightsNeeded: () =>
      "Levels that do not add up weigh nothing by themselves: with a weight for each place (value added of the base year, for an index of production) the weighted growth and the contributions follow.",
    comparedWithSimpleAverage: () =>
      "The places are compared with the simple average of their growths, since neither the region's growth nor what it could be weighted with is known; a small place counts in it as much as a large one.",
    comparedWithGivenPlaces: () =>
      "The places are compared with the weighted growth of those given, which is the region's only if they are all of it.",
    sharesOfGivenPlaces: () => "Shares are of the places given, not of the region.",
    regionGrowthOutside: ({ growth, side, place }) =>
      `The region's growth of ${formatPercent(growth, "en")} is ${side} that of every place given (${english(place)} comes nearest): either places are missing, or a figure is wrong.`,
    smallBase: ({ place, growth }) =>
      `The growth of ${english(place)}, ${formatPercent(growth, "en", 0)}, says more about how little there was a year ago than about this year.`,
    growthUndefined: ({ place }) =>
      `No growth of ${english(place)} is worked out, since last year's figure may be zero.`,
    ambiguousDecimal: ({ place, written, value }) =>
      `“${written}” of ${english(place)} was read as ${formatNumber(value, "en")}; say decimal=comma or decimal=point if its sign means something else.`,
    placeEnded: ({ place, successor, lastDay }) =>
      `${english(place)} ended on ${dateName(lastDay, "en")} and is a part of ${english(successor)} since; its figure is of an area that is no unit of this period. Write boundaries=before if all figures are of the units before, or boundaries=restate to add them up.`,
    placeNotYet: ({ place, firstDay }) =>
      `${english(place)} was formed on ${dateName(firstDay, "en")}, after this period; its figure is of an area that was no unit then.`,
    baseOfOtherArea: ({ places, changedOn }) =>
      `The area of ${placeNames(places, "en")} changed on ${dateName(changedOn, "en")}: growth and last year's figures must be of the area of today too, as /v1/places restates them.`,
    didYouMean: ({ place, suggested }) =>
      `“${place}” is no province or city of Viet Nam that is known; did you mean ${english(suggested)}? It is ranked under the name given.`,
    restated: ({ place, parts }) =>
      `${english(place)} of today is restated from ${placeNames(parts, "en")}: levels are added, growths weighted by last year's levels. What was counted in two of them is counted twice.`,
  },
  vi: {
    onlyGrowths: () =>
      "Không có số liệu về quy mô nên chưa xác định được địa phương dẫn đầu về quy mô, và tốc độ tăng không được bình quân gia quyền.",
    onlyLevels: () =>
      "Không có tốc độ tăng và số liệu cùng kỳ năm trước nên chưa so sánh được về tốc độ tăng.",
    placesMissing: ({ count, names }) =>
      names.length > 0
        ? `Chưa có số liệu của ${placeNames(names, "vi", count)}. Kết quả chỉ xét trong các địa phương có số liệu.`
        : `Còn thiếu ${count} địa phương. Kết quả chỉ xét trong các địa phương có số liệu.`,
    placesUnexpected: ({ names }) =>
      `Không thuộc danh sách địa phương cần có: ${placeNames(names, "vi")}. Các địa phương này vẫn được xếp hạng.`,
    completenessNotTold: () =>
      "Chưa cho biết vùng có bao nhiêu địa phương (of hoặc expected), nên kết quả chỉ xét trong các địa phương có số liệu và chưa đối chiếu được tốc độ tăng của vùng với các địa phương.",
    levelNotKnown: ({ names }) => `Chưa có số liệu về quy mô của ${placeNames(names, "vi")}.`,
    growthNotKnown: ({ names }) => `Chưa có tốc độ tăng của ${placeNames(names, "vi")}.`,
    weightsNeeded: () =>
      "Chỉ tiêu không cộng được giữa các địa phương nên cần quyền số của từng địa phương (chẳng hạn giá trị tăng thêm năm gốc đối với chỉ số sản xuất công nghiệp) để tính tốc độ tăng bình quân gia quyền và mức đóng góp.",
    comparedWithSimpleAverage: () =>
      "Các địa phương được so với bình quân giản đơn của tốc độ tăng, do chưa có tốc độ tăng của vùng và quyền số; địa phương nhỏ và lớn được tính như nhau.",
    comparedWithGivenPlaces: () =>
      "Các địa phương được so với tốc độ tăng bình quân gia quyền của các địa phương có số liệu; đây là tốc độ tăng của vùng chỉ khi đã đủ các địa phương.",
    sharesOfGivenPlaces: () =>
      "Tỷ trọng được tính trong các địa phương có số liệu, không phải trong toàn vùng.",
    regionGrowthOutside: ({ growth, side, place }) =>
      `Tốc độ tăng ${formatPercent(growth, "vi")} của vùng ${side === "above" ? "cao hơn" : "thấp hơn"} mọi địa phương có số liệu (gần nhất là ${vietnamese(place)}): hoặc còn thiếu địa phương, hoặc có số liệu sai.`,
    smallBase: ({ place, growth }) =>
      `Tốc độ tăng ${formatPercent(growth, "vi", 0)} của ${vietnamese(place)} chủ yếu do số cùng kỳ năm trước rất thấp.`,
    growthUndefined: ({ place }) =>
      `Không tính được tốc độ tăng của ${vietnamese(place)} vì số cùng kỳ năm trước có thể bằng 0.`,
    ambiguousDecimal: ({ place, written, value }) =>
      `“${written}” của ${vietnamese(place)} được hiểu là ${formatNumber(value, "vi")}; nếu không đúng, hãy ghi rõ decimal=comma hoặc decimal=point.`,
    placeEnded: ({ place, successor, lastDay }) =>
      `${vietnamese(place)} kết thúc hoạt động vào ngày ${dateName(lastDay, "vi")} và nay thuộc ${vietnamese(successor)}; số liệu này không thuộc đơn vị hành chính nào của kỳ báo cáo. Ghi boundaries=before nếu mọi số liệu theo đơn vị cũ, hoặc boundaries=restate để quy về đơn vị mới.`,
    placeNotYet: ({ place, firstDay }) =>
      `${vietnamese(place)} được thành lập ngày ${dateName(firstDay, "vi")}, sau kỳ báo cáo; khi đó chưa có đơn vị hành chính này.`,
    baseOfOtherArea: ({ places, changedOn }) =>
      `Địa giới của ${placeNames(places, "vi")} thay đổi từ ngày ${dateName(changedOn, "vi")}: tốc độ tăng và số cùng kỳ năm trước phải tính theo địa giới mới, tức là tổng hợp số liệu của các đơn vị cũ (/v1/places).`,
    didYouMean: ({ place, suggested }) =>
      `Không tìm thấy tỉnh, thành phố “${place}”; có phải là ${vietnamese(suggested)}? Địa phương vẫn được xếp hạng theo tên đã ghi.`,
    restated: ({ place, parts }) =>
      `Số liệu ${vietnamese(place)} (mới) được quy đổi từ ${placeNames(parts, "vi")}: quy mô được cộng lại, tốc độ tăng được bình quân theo số cùng kỳ năm trước. Phần được tính ở hai nơi bị tính hai lần.`,
  },
};
