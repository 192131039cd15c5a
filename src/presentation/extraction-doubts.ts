import type { Doubt } from "../extract/extraction.ts";
import type { Lang } from "./language.ts";

/**
 * Why a figure is less than certain, as a sentence.
 * @example doubtMessage("yearInferred", "en") // => "The year is not told beside it; that of the text was taken."
 */
export const doubtMessage = (doubt: Doubt, lang: Lang): string => DOUBTS[doubt][lang];

const DOUBTS: Readonly<Record<Doubt, Readonly<Record<Lang, string>>>> = {
  indicatorCarried: {
    en: "The indicator is that of an earlier sentence.",
    vi: "Chỉ tiêu lấy theo câu trước.",
  },
  periodCarried: {
    en: "The period is that of an earlier sentence.",
    vi: "Kỳ báo cáo lấy theo câu trước.",
  },
  periodAssumed: {
    en: "No period is told beside it; the text's own was assumed.",
    vi: "Câu không nêu kỳ báo cáo; giả định là kỳ chung của văn bản.",
  },
  placeCarried: {
    en: "The place is that of an earlier sentence.",
    vi: "Địa phương lấy theo câu trước.",
  },
  placeUnknown: { en: "No place is told.", vi: "Văn bản không nêu địa phương." },
  yearInferred: {
    en: "The year is not told beside it; that of the text was taken.",
    vi: "Câu không nêu năm; năm được suy ra từ ngày đăng hoặc nội dung văn bản.",
  },
  yearUnknown: { en: "The year is not told.", vi: "Chưa xác định được năm." },
  attributionDistant: {
    en: "Share, growth or target stands far from the value it was taken for.",
    vi: "Tỷ lệ, tốc độ tăng hoặc kế hoạch đứng xa giá trị tương ứng.",
  },
  severalShares: {
    en: "Several shares are told beside one value.",
    vi: "Có nhiều tỷ lệ cùng đi với một giá trị.",
  },
  decimalSignUncertain: {
    en: "A point or comma in it may be a decimal or a thousands sign.",
    vi: "Dấu chấm hoặc dấu phẩy có thể là dấu thập phân hoặc dấu ngăn cách hàng nghìn.",
  },
};
