import { HEDGES } from "./hedged-amount.ts";
import { indicatorName } from "./indicator-words.ts";
import { sentenceCase } from "./language.ts";
import { elapsedInVietnamese, periodName, yearName } from "./period-words.ts";
import type { Change, Opening, PaceRatio, PhraseBook, Requirement } from "./phrase-book.ts";
import { placeName } from "./place-words.ts";

/** The paragraph in Vietnamese, in the turns of provincial reports. */
export const vietnamesePhrases: PhraseBook = {
  opening(told) {
    const { isComplete, growth, share } = told;
    const amount = `${HEDGES.vi[told.hedge]}${told.amount}`;
    const base = isComplete ? "năm trước" : "cùng kỳ năm trước";
    return `${[
      `${subject(told)}${when(told)} đạt ${amount}`,
      ...(share ? [`bằng ${share.size} ${whole(share.of)}`] : []),
      ...(growth ? [comparison(growth, base)] : []),
    ].join(", ")}.`;
  },

  forecast({ growth, history, span, ...landing }) {
    const basis = history
      ? `theo chuỗi số liệu ${history.count} ${history.period === "quarter" ? "quý" : "tháng"}, `
      : "";
    const year = span ? yearName(span, "vi") : "năm";
    const change = growth ? `, ${comparison(growth, "năm trước")}` : "";
    return `${sentenceCase(`${basis}dự báo ${endOf({ ...landing, year })}`)}${change}.`;
  },

  nextYear: (landing) => `Dự báo ${endOf(landing)}.`,

  chances(chances) {
    const told = chances.map(
      ({ target, probability }) => `xác suất ${reaching(target)} ${being(probability)}`,
    );
    return `${sentenceCase(told.join("; "))}.`;
  },

  settled({ target, outcome, isComplete, difference, share }) {
    if (outcome === "justMissed") return `Chưa ${reaching(target)}.`;
    if (outcome === "missed") return `Không ${reaching(target)}, thiếu ${difference} (${share}).`;
    const done = `${isComplete ? "Đã" : "Đến nay đã"} ${reaching(target)}`;
    if (outcome === "met") return `${done}.`;
    return outcome === "passed" ? `${done} và vượt mức đề ra.` : `${done}, vượt ${difference} (${share}).`;
  },

  requirements([first, ...others]) {
    if (!first) return "";
    const { growthOnLastYear, ratioToPace, acceleration } = first;
    const comparisons = [
      ...(ratioToPace ? [comparedWithPace(ratioToPace)] : []),
      ...(growthOnLastYear ? [needComparedWithLastYear(growthOnLastYear)] : []),
    ];
    const points = acceleration
      ? ` (${acceleration.direction === "below" ? "thấp" : "cao"} hơn tốc độ tăng từ đầu năm ${acceleration.points} điểm phần trăm)`
      : "";
    const record = first.isBeyondRecord ? " Mức này cao hơn cùng kỳ của tất cả các năm đã có số liệu." : "";
    const lead = `Để ${reaching(first.target)}, ${need(first)} ${first.amount}`;
    const further = others.map(({ target, amount }) => `; để ${reaching(target)}, con số này là ${amount}`);
    return `${[lead, ...comparisons].join(", ")}${points}${further.join("")}.${record}`;
  },

  planWeighted: ({ target, probability, median }) =>
    `Nếu lấy chính ${target} làm một căn cứ dự báo (số tham khảo, tính riêng), cả năm đạt khoảng ${median} và xác suất ${reachingIt(target)} ${being(probability)}.`,

  backtest({ count, held, onlyYear, level, meanError }) {
    const error = (of: string): string => (meanError === undefined ? "" : `; ${of} là ${meanError}`);
    if (onlyYear)
      return `Cùng thời điểm này của ${onlyYear}, khoảng dự báo ${level} ${held > 0 ? "chứa" : "không chứa"} kết quả thực tế${error("sai số")}.`;
    const times =
      held === count ? `trong cả ${count} năm` : held === 0 ? "trong năm nào" : `trong ${held} năm`;
    return `Cùng thời điểm này của ${count} năm đã qua, khoảng dự báo ${level} ${held > 0 ? "chứa" : "không chứa"} kết quả thực tế ${times}${error("sai số tuyệt đối bình quân")}.`;
  },

  contradiction: ({ clause, others }) =>
    `Số liệu báo cáo có mâu thuẫn: ${clause}${others > 0 ? `; ngoài ra còn ${others} điểm mâu thuẫn khác` : ""}.`,

  agreesIfCoarse: "Các số liệu chỉ khớp nhau nếu coi các chữ số 0 ở cuối là do làm tròn.",
  agreesIfTruncated: "Các số liệu chỉ khớp nhau nếu coi chữ số cuối bị cắt bớt thay vì làm tròn.",
};

function endOf({ aggregation, year, median, interval }: Parameters<PhraseBook["nextYear"]>[0]): string {
  const what = {
    sum: `cả ${year} đạt`,
    average: `bình quân cả ${year} đạt`,
    last: `đến cuối ${year} đạt`,
  }[aggregation];
  const range = interval ? ` (khoảng dự báo ${interval.level}: ${interval.range})` : "";
  return `${what} khoảng ${median}${range}`;
}

function subject({ indicator, geography }: Opening): string {
  const name = sentenceCase(indicator ? indicatorName(indicator, "vi") : "chỉ tiêu");
  return geography ? `${name} của ${placeName(geography, "vi")}` : name;
}

const whole = (target: string | undefined): string =>
  target === undefined || target === "kế hoạch" ? "kế hoạch năm" : target;

function when({ span, aggregation, isComplete }: Opening): string {
  if (!span) return "";
  if (aggregation === "average") return ` bình quân ${elapsedInVietnamese(span)}`;
  if (aggregation === "sum") return ` ${elapsedInVietnamese(span)}`;
  return isComplete
    ? ` đến cuối ${yearName(span, "vi")}`
    : ` đến hết ${periodName(span.through, "vi", span.fiscalYearStart)}`;
}

function comparison({ direction, size }: Change, base: string): string {
  if (direction === "same") return `tương đương ${base}`;
  return `${direction === "up" ? "tăng" : "giảm"} ${size} so với ${base}`;
}

/** What has to be is not told as a fall. */
function needComparedWithLastYear(change: Change): string {
  if (change.direction !== "down") return comparison(change, "cùng kỳ năm trước");
  return `thấp hơn ${change.size} so với cùng kỳ năm trước`;
}

/** "Là 71%", but "dưới 1%" without a verb. */
const being = (probability: string): string => (/^\d/.test(probability) ? `là ${probability}` : probability);

/** Plans are completed, targets are reached. */
function reaching(target: string): string {
  return `${/^(?:kế hoạch|dự toán)/.test(target) ? "hoàn thành" : "đạt"} ${target}`;
}

/** A target that was just named. */
const reachingIt = (target: string): string =>
  reaching(`${/^(?:kế hoạch|dự toán)/.exec(target)?.[0] ?? "mục tiêu"} này`);

function comparedWithPace({ size, times }: PaceRatio): string {
  const pace = "mức bình quân từ đầu năm";
  if (size === "small") return `chỉ bằng một phần nhỏ ${pace}`;
  if (size === "same") return `bằng ${pace}`;
  return `${size === "more" ? "gấp" : "bằng"} ${times} lần ${pace}`;
}

function need({ aggregation, remaining, period }: Requirement): string {
  const unit = period === "quarter" ? "quý" : "tháng";
  const must = aggregation === "last" ? "phải tăng thêm" : "phải đạt";
  if (remaining === 1) return `${unit} còn lại ${must}`;
  return `bình quân mỗi ${unit} trong ${remaining} ${unit} còn lại ${must}`;
}
