import type { ScenarioObstacle } from "../engine/target/scenario.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { sentenceCase, type Wording } from "./language.ts";
import type { NoteSentences } from "./notes.ts";
import { dateName, periodName } from "./period-words.ts";
import { quantityName, sizeOfChange, targetName } from "./quantity-words.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

const ASKED = {
  growth: "tốc độ tăng so với cùng kỳ năm trước",
  priorFullYear: "số cả năm trước",
  reports: "số liệu các năm trước (cùng kỳ và cả năm)",
  target: "kế hoạch năm",
} as const;

const OBSTACLES = {
  needsLastYear: "chưa có số liệu các kỳ còn lại của năm trước",
  needsGrowth: "chưa có tốc độ tăng từ đầu năm",
  notForStocks: "chỉ tiêu thời điểm không có nhịp độ để kéo dài",
  yearComplete: "năm báo cáo đã kết thúc",
} as const satisfies Readonly<Record<ScenarioObstacle, string>>;

/** The remarks in Vietnamese. */
export function notesInVietnamese(unit: string | undefined): NoteSentences {
  const wording: Wording = { lang: "vi", unit };
  const amount = (x: number) => formatAmount(x, wording);
  const exact = (x: number) => formatAmount(x, wording, "all");
  const change = (growth: number) => `Mức ${growth < 0 ? "giảm" : "tăng"} ${sizeOfChange(growth, "vi")}`;
  return {
    januaryAlone: ({ period }) =>
      `Riêng ${periodName(period, "vi")} chưa nói được nhiều về cả năm, vì tỷ trọng của tháng này tùy thuộc Tết Nguyên đán có rơi vào tháng hay không.`,
    tetInWindow: ({ thisYear, lastYear }) =>
      `Tết Nguyên đán năm nay vào ngày ${dateName(thisYear, "vi")}, năm trước vào ngày ${dateName(lastYear, "vi")}; do số ngày làm việc khác nhau nên tốc độ tăng so với cùng kỳ cần được xem xét thận trọng.`,
    seasonNotKnown: () =>
      "Chưa biết tính mùa vụ của chỉ tiêu này nên dùng mùa vụ bình quân của nhiều chuỗi số liệu khác nhau; số liệu năm trước sẽ cho kết quả sát hơn.",
    earlyGrowthFades: ({ growth, elapsed }) =>
      `${change(growth)} sau ${elapsed} tháng thường thu hẹp dần trong các tháng còn lại; dự báo không giữ nguyên tốc độ này cho cả năm.`,
    smallBase: ({ quantity }) =>
      `${sentenceCase(quantityName(quantity, "vi"))} được tính trên nền so sánh thấp, nên tỷ trọng và tốc độ tăng dự báo kém ổn định; nên xem thêm mức tăng tuyệt đối.`,
    growthUndefined: ({ quantity }) =>
      `Không xác định được tốc độ tăng vì ${quantityName(quantity, "vi")} không lớn hơn 0; nên so sánh chênh lệch tuyệt đối.`,
    targetsConflict: ({ first, firstValue, second, secondValue }) =>
      `Báo cáo nêu hai mức khác nhau: ${targetName({ name: first }, "vi")} ${exact(firstValue)} và ${targetName({ name: second }, "vi")} ${exact(secondValue)}. Mỗi mức được đánh giá riêng.`,
    targetImpliedByShare: ({ target, lower, upper }) =>
      `Từ số lũy kế và tỷ lệ thực hiện suy ra kế hoạch năm khoảng ${amount(target)} (${formatRange({ lower, upper }, wording)}).`,
    growthTargetTakenAsPlan: ({ growth, target }) =>
      `Mục tiêu tăng ${formatPercent(growth, "vi")} so với năm trước được quy ra mức kế hoạch ${amount(target)}.`,
    priorFullYearEstimated: ({ priorFullYear, lower, upper }) =>
      `Chưa có số liệu cả năm trước; mức ước tính khoảng ${amount(priorFullYear)} (${formatRange({ lower, upper }, wording)}) dựa trên số cùng kỳ năm trước.`,
    baseRevised: ({ period, before, after }) =>
      `${sentenceCase(measured(period))} công bố lần đầu là ${exact(before)}, trong khi các báo cáo sau cho thấy mức ${amount(after)}; nhiều khả năng số liệu đã được điều chỉnh.`,
    cumulativeFell: ({ period, before, after }) =>
      `Số lũy kế đến hết ${periodName(period, "vi")} giảm từ ${exact(before)} xuống ${exact(after)}; số lũy kế không thể giảm, nên một trong hai số đã được điều chỉnh hoặc bị nhầm.`,
    planNotInProbability: () =>
      "Xác suất hoàn thành kế hoạch không lấy chính kế hoạch làm căn cứ; số liệu có tính đến kế hoạch được nêu riêng.",
    equalsPlan: ({ fiscalYear, fullYear }) =>
      `Số liệu cả năm ${fiscalYear} trùng khớp với kế hoạch (${exact(fullYear)}); đây có thể là số ước tính trước khi kết thúc năm.`,
    estimateBeforePeriodEnd: ({ period, asOf }) =>
      `Số liệu đến hết ${periodName(period, "vi")} được công bố ngày ${dateName(asOf, "vi")}, trước khi kết thúc kỳ báo cáo, nên có một phần là số ước tính.`,
    scenarioNotPossible: ({ scenario, obstacle }) =>
      `Không tính được kịch bản “${scenario}”: ${OBSTACLES[obstacle]}.`,
    stockNotAnnualized: () =>
      "Chỉ tiêu thời điểm không được cộng dồn trong năm và không suy rộng theo nhịp độ.",
    averageNotSummed: () =>
      "Chỉ số được tính bình quân các kỳ trong năm với quyền số bằng nhau, không cộng dồn.",
    moreWouldHelp: ({ figure }) => `Nếu có thêm ${ASKED[figure]} thì dự báo sẽ sát hơn nhiều nhất.`,
    reportsAfterAsOf: ({ count, asOf }) =>
      `Không sử dụng ${formatNumber(count, "vi")} báo cáo chưa được công bố tính đến ngày ${dateName(asOf, "vi")}.`,
  };
}

/** A base is told by its period or, where last year's is meant, by its name. */
const measured = (period: string): string =>
  /^\d/.test(period) ? `số lũy kế đến hết ${periodName(period, "vi")}` : quantityName(period, "vi");
