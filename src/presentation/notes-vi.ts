import type { AskFor } from "../engine/forecast/ask-for.ts";
import type { RestatedWay } from "../engine/geography/changed-area.ts";
import type { HistoryNotUsed, NoteValues } from "../engine/note.ts";
import type { ScenarioObstacle } from "../engine/target/scenario.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { listed, sentenceCase, type Wording } from "./language.ts";
import type { NoteSentences } from "./notes.ts";
import { dateName, periodName } from "./period-words.ts";
import { formerName, formerNames } from "./place-naming.ts";
import { quantityName, quantityRange, sizeOfChange, targetPhrase } from "./quantity-words.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

const ASKED = {
  growth: "tốc độ tăng so với cùng kỳ năm trước",
  reports: "số liệu các năm trước (cùng kỳ và cả năm)",
  target: "kế hoạch năm",
} as const;

const OBSTACLES = {
  needsLastYear: "chưa có số liệu các kỳ còn lại của năm trước",
  needsGrowth: "chưa có tốc độ tăng từ đầu năm",
  notForStocks: "chỉ tiêu thời điểm không có nhịp độ để kéo dài",
  yearComplete: "năm báo cáo đã kết thúc",
} as const satisfies Readonly<Record<ScenarioObstacle, string>>;

const TOO_SPARSE = {
  tooManyGaps: "Chuỗi số liệu thiếu quá nhiều kỳ",
  tooFewFigures: "Chuỗi số liệu có quá ít số so với khoảng thời gian bao quát",
} as const satisfies Readonly<Record<NoteValues["historyTooSparse"]["reason"], string>>;

const NOT_USED = {
  notPositive: "Chuỗi số liệu có giá trị không lớn hơn 0",
  endsEarlier: "Chuỗi số liệu kết thúc trước kỳ của số lũy kế và không suy ra được số liệu các kỳ ở giữa",
} as const satisfies Readonly<Record<HistoryNotUsed, string>>;

const RESTATED = {
  sum: "Số liệu các kỳ trước được cộng từ các đơn vị hợp thành; đơn vị hoạt động trên nhiều địa bàn có thể bị tính trùng nên kết quả so sánh là gần đúng.",
  official: "Số liệu các kỳ trước là số công bố theo địa giới hiện nay.",
} as const satisfies Readonly<Record<RestatedWay, string>>;

const ON_YEAR_TOTALS = "nên dự báo dựa trên số liệu tổng hợp theo năm";

/** A sentence with more periods or values than this is no longer read. */
const MOST_NAMED = 3;

/** The remarks in Vietnamese. */
export function notesInVietnamese(wording: Wording): NoteSentences {
  const named = (quantity: string) => quantityName(quantity, wording);
  /** A base is told by its period or, where last year's is meant, by its name. */
  const measured = (period: string): string =>
    /^\d/.test(period) ? `số lũy kế đến hết ${periodName(period, "vi")}` : named(period);
  const target = (name: string, value: number) => targetPhrase({ name, value, origin: "stated" }, wording);
  const asked = (figure: AskFor) => (figure === "priorFullYear" ? named(figure) : ASKED[figure]);
  const amount = (x: number) => formatAmount(x, wording);
  const exact = (x: number) => formatAmount(x, wording, "all");
  const change = (growth: number) => `Mức ${growth < 0 ? "giảm" : "tăng"} ${sizeOfChange(growth, "vi")}`;
  const unusual = (outliers: NoteValues["outliersSetAside"]["outliers"], count: number): string => {
    const told = outliers.slice(0, MOST_NAMED);
    const values = told.map(
      ({ period, value, expected }) =>
        `${periodName(period, "vi")}: ${exact(value)}, dự kiến khoảng ${amount(expected)}`,
    );
    return [...values, ...(count > told.length ? [`${count - told.length} giá trị khác`] : [])].join("; ");
  };
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
      `${sentenceCase(named(quantity))} được tính trên nền so sánh thấp, nên tỷ trọng và tốc độ tăng dự báo kém ổn định; nên xem thêm mức tăng tuyệt đối.`,
    growthUndefined: ({ quantity }) =>
      `Không xác định được tốc độ tăng vì ${named(quantity)} không lớn hơn 0; nên so sánh chênh lệch tuyệt đối.`,
    unitSlip: ({ quantity, value, suggested, comparedWith, comparedValue }) =>
      `${sentenceCase(named(quantity))} (${exact(value)}) chênh lệch quá lớn so với ${named(comparedWith)} (${exact(comparedValue)}); mức ${exact(suggested)} thì phù hợp. Cần kiểm tra đơn vị của hai số: tỷ hay nghìn tỷ, dấu phẩy hay dấu chấm.`,
    ambiguousDecimal: ({ quantity, written, value }) =>
      `${sentenceCase(named(quantity))} “${written}” được đọc là ${quantityRange(quantity, { lower: value, upper: value }, wording)}; dấu phân cách có thể là dấu thập phân hoặc dấu ngăn cách hàng nghìn. Có thể ghi rõ decimal=point hoặc decimal=comma.`,
    percentOfLastYear: ({ growth, instead }) =>
      `Mức tăng được nêu là ${formatPercent(growth, "vi")}. Nếu đây là tỷ lệ so với cùng kỳ (bằng ${formatPercent(growth, "vi")}) thì mức ${instead < 0 ? "giảm" : "tăng"} là ${formatPercent(Math.abs(instead), "vi")}; cần đối chiếu với số cùng kỳ năm trước.`,
    targetsConflict: ({ first, firstValue, second, secondValue }) =>
      `Báo cáo nêu hai mức khác nhau: ${target(first, firstValue)} và ${target(second, secondValue)}. Mỗi mức được đánh giá riêng.`,
    targetImpliedByShare: ({ target, lower, upper }) =>
      `Từ số lũy kế và tỷ lệ thực hiện suy ra kế hoạch năm khoảng ${amount(target)} (${formatRange({ lower, upper }, wording)}).`,
    growthTargetTakenAsPlan: ({ growth, target }) =>
      `Mục tiêu tăng ${formatPercent(growth, "vi")} so với năm trước được quy ra mức kế hoạch ${amount(target)}.`,
    priorFullYearEstimated: ({ priorFullYear, lower, upper }) =>
      `Chưa có số liệu cả năm trước; mức ước tính khoảng ${amount(priorFullYear)} (${formatRange({ lower, upper }, wording)}) dựa trên số cùng kỳ năm trước.`,
    lastYearNotUsed: ({ priorYtd, priorFullYear }) =>
      `Số cả năm trước (${amount(priorFullYear)}) không lớn hơn số cùng kỳ (${amount(priorYtd)}) nên không được dùng để dự báo.`,
    baseRevised: ({ period, before, after }) =>
      `${sentenceCase(measured(period))} công bố lần đầu là ${exact(before)}, trong khi các báo cáo sau cho thấy mức ${amount(after)}; nhiều khả năng số liệu đã được điều chỉnh.`,
    cumulativeFell: ({ period, before, after }) =>
      `Số lũy kế đến hết ${periodName(period, "vi")} giảm từ ${exact(before)} xuống ${exact(after)}; số lũy kế không thể giảm, nên một trong hai số đã được điều chỉnh hoặc bị nhầm.`,
    planNotInProbability: () =>
      "Xác suất đạt mục tiêu không lấy chính mục tiêu đó làm căn cứ; xác suất có lấy mục tiêu làm căn cứ được nêu riêng.",
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
    moreWouldHelp: ({ figure }) => `Thông tin giúp dự báo sát hơn nhiều nhất là ${asked(figure)}.`,
    reportsAfterAsOf: ({ count, asOf }) =>
      `Không sử dụng ${formatNumber(count, "vi")} báo cáo chưa được công bố tính đến ngày ${dateName(asOf, "vi")}.`,
    historyLeftOut: ({ count, period }) =>
      `Không sử dụng ${formatNumber(count, "vi")} số liệu của các kỳ sau ${periodName(period, "vi")} trong chuỗi số liệu, vì đến thời điểm đó chưa có.`,
    historyEndsEarlier: ({ period, through }) =>
      `Chuỗi số liệu kết thúc ở ${periodName(period, "vi")}; từ đó đến hết ${periodName(through, "vi")} chỉ biết số lũy kế.`,
    gapsFilled: ({ count, periods }) =>
      `${formatNumber(count, "vi")} kỳ không có số liệu (${few(periods)}) đã được ước tính theo mùa vụ và các kỳ lân cận.`,
    sumsSpread: ({ count, periods }) =>
      `${formatNumber(count, "vi")} kỳ (${few(periods)}) chỉ có số cộng dồn; số liệu từng kỳ được phân bổ theo quy luật thông thường, khớp mọi số lũy kế đã báo cáo.`,
    outliersSetAside: ({ count, outliers }) =>
      `${formatNumber(count, "vi")} giá trị bất thường (${unusual(outliers, count)}) không được dùng khi ước lượng mô hình.`,
    latestUnusual: ({ period, value, expected }) =>
      `Số liệu ${periodName(period, "vi")} là bất thường (${exact(value)}, dự kiến khoảng ${amount(expected)}); vẫn được giữ vì có thể là mặt bằng mới.`,
    levelShift: ({ period, before, after }) =>
      `Từ ${periodName(period, "vi")}, mặt bằng vào khoảng ${amount(after)}, trước đó khoảng ${amount(before)}.`,
    unusualSpell: ({ from, to, before, during }) =>
      `${from === to ? `Riêng ${periodName(from, "vi")}` : `Từ ${periodName(from, "vi")} đến ${periodName(to, "vi")}`}, mặt bằng ${during < before ? "chỉ khoảng" : "lên tới khoảng"} ${amount(during)} thay vì ${amount(before)}, sau đó trở lại; khi ước lượng mô hình, số liệu của đợt này được đưa về mặt bằng thông thường.`,
    historyTooShort: ({ count, needed, unit }) =>
      `Dự báo theo chuỗi số liệu cần ${needed} ${PERIODS[unit]}, hiện có ${count} ${PERIODS[unit]}, ${ON_YEAR_TOTALS}.`,
    historyTooSparse: ({ reason }) => `${TOO_SPARSE[reason]}, ${ON_YEAR_TOTALS}.`,
    historyNotUsed: ({ reason }) => `${NOT_USED[reason]}, ${ON_YEAR_TOTALS}.`,
    backtestTooShort: () =>
      "Chưa kiểm nghiệm được dự báo trên các năm trước, vì không năm nào có đủ số liệu của các kỳ trước đó.",
    figuresRestated: ({ restated }) => RESTATED[restated],
    unitEnded: ({ unit, successor, changedOn, isRenamed }) =>
      isRenamed
        ? `Từ ngày ${dateName(changedOn, "vi")}, ${unit.nameVi} có tên là ${successor.nameVi}, địa giới giữ nguyên.`
        : `Từ ngày ${dateName(changedOn, "vi")}, ${formerName(unit, successor, "vi")} là một phần của ${successor.nameVi}; số liệu các kỳ sau đó là của ${successor.nameVi}, trừ khi được báo cáo riêng cho địa bàn cũ.`,
    areaAroundChanged: ({ unit, changedOn }) =>
      `Địa bàn này thuộc ${unit.nameVi}, nơi có địa giới thay đổi từ ngày ${dateName(changedOn, "vi")}; số liệu của chính địa bàn này trước và sau thời điểm đó được so sánh trực tiếp.`,
    baseOfOtherArea: ({ unit, changedOn, before, figures }) =>
      `Địa giới ${unit.nameVi} thay đổi từ ngày ${dateName(changedOn, "vi")}: ${listed(figures.map(named), "vi")} phải tính theo địa giới mới, tức là tổng hợp của ${formerNames(before, unit, "vi")}.`,
    horizonNeedsHistory: () =>
      "Dự báo vượt quá cuối năm cần chuỗi số liệu theo tháng hoặc theo quý đủ dài; dự báo này chỉ đến hết năm.",
  };
}

const PERIODS = { months: "tháng", quarters: "quý" } as const;

function few(periods: readonly string[]): string {
  const named = periods.slice(0, MOST_NAMED).map((period) => periodName(period, "vi"));
  const more = periods.length - named.length;
  return listed([...named, ...(more > 0 ? [`${more} kỳ khác`] : [])], "vi");
}
