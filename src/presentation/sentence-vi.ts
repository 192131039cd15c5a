import { sentenceCase } from "./language.ts";
import { elapsedInVietnamese, periodName, yearName } from "./period-words.ts";
import type { Change, Opening, PhraseBook, Requirement } from "./phrase-book.ts";

const HEDGES: Readonly<Record<Opening["hedge"], string>> = {
  none: "",
  over: "hơn ",
  nearly: "gần ",
  about: "khoảng ",
  atLeast: "ít nhất ",
  atMost: "nhiều nhất ",
  between: "",
};

/** The paragraph in Vietnamese, in the turns of provincial reports. */
export const vietnamesePhrases: PhraseBook = {
  opening(told) {
    const { isComplete, growth, share } = told;
    const amount = `${HEDGES[told.hedge]}${told.amount}`;
    const base = isComplete ? "năm trước" : "cùng kỳ năm trước";
    return `${[
      `${subject(told)}${when(told)} đạt ${amount}`,
      ...(share ? [`bằng ${share} kế hoạch năm`] : []),
      ...(growth ? [comparison(growth, base)] : []),
    ].join(", ")}.`;
  },

  forecast({ aggregation, span, median, interval, growth }) {
    const year = span ? yearName(span, "vi") : "năm";
    const what = {
      sum: `cả ${year} đạt`,
      average: `bình quân cả ${year} đạt`,
      last: `đến cuối ${year} đạt`,
    }[aggregation];
    const range = interval ? ` (khoảng dự báo ${interval.level}: ${interval.range})` : "";
    return `Dự báo ${what} khoảng ${median}${range}${growth ? `, ${comparison(growth, "năm trước")}` : ""}.`;
  },

  chances(chances) {
    const told = chances.map(
      ({ name, amount, probability }) => `xác suất ${reaching(name)} ${amount} là ${probability}`,
    );
    return `${sentenceCase(told.join("; "))}.`;
  },

  settled({ name, amount, outcome, isComplete, difference, share }) {
    const target = `${name} ${amount}`;
    if (outcome === "missed")
      return `${sentenceCase(target)} không hoàn thành, còn thiếu ${difference} (${share}).`;
    const done = `${sentenceCase(target)} ${isComplete ? "đã hoàn thành" : "đã hoàn thành trước thời hạn"}`;
    return outcome === "met" ? `${done}.` : `${done}, vượt ${difference} (${share}).`;
  },

  requirements([first, ...others]) {
    if (!first) return "";
    const { growthOnLastYear, ratioToPace, acceleration } = first;
    const comparisons = [
      ...(ratioToPace ? [`bằng ${ratioToPace} lần mức bình quân từ đầu năm`] : []),
      ...(growthOnLastYear ? [comparison(growthOnLastYear, "cùng kỳ năm trước")] : []),
    ];
    const points = acceleration
      ? ` (${acceleration.direction === "below" ? "thấp" : "cao"} hơn tốc độ tăng từ đầu năm ${acceleration.points} điểm phần trăm)`
      : "";
    const record = first.isBeyondRecord ? " Đây là mức cao hơn cùng kỳ của tất cả các năm có số liệu." : "";
    const lead = `Để ${toReach(first)}, ${need(first)} ${first.amount}`;
    const further = others.map((other) => `; để ${toReach(other)}, con số này là ${other.amount}`);
    return `${[lead, ...comparisons].join(", ")}${points}${further.join("")}.${record}`;
  },

  planWeighted: ({ probability }) =>
    `Số liệu tham khảo tính riêng, có lấy chính kế hoạch làm căn cứ: xác suất hoàn thành kế hoạch là ${probability}.`,

  contradiction: ({ clause, others }) =>
    `Số liệu báo cáo có mâu thuẫn: ${clause}${others > 0 ? `; ngoài ra còn ${others} điểm mâu thuẫn khác` : ""}.`,

  agreesIfCoarse: "Các số liệu chỉ khớp nhau nếu coi các chữ số 0 ở cuối là do làm tròn.",
  agreesIfTruncated: "Các số liệu chỉ khớp nhau nếu coi chữ số cuối bị cắt bớt thay vì làm tròn.",
};

function subject({ indicator, geography }: Opening): string {
  return sentenceCase(indicator ?? "chỉ tiêu") + (geography ? ` của ${geography}` : "");
}

function when({ span, aggregation, isComplete }: Opening): string {
  if (!span) return "";
  if (aggregation === "average") return ` bình quân ${elapsedInVietnamese(span)}`;
  if (aggregation === "sum") return ` ${elapsedInVietnamese(span)}`;
  return isComplete
    ? ` đến cuối ${yearName(span, "vi")}`
    : ` đến hết ${periodName(span.through, "vi", span.fiscalYearStart)}`;
}

function comparison({ direction, size }: Change, base: string): string {
  if (direction === "same") return `bằng mức ${base}`;
  return `${direction === "up" ? "tăng" : "giảm"} ${size} so với ${base}`;
}

/** Plans are completed, targets are reached. */
function reaching(name: string): string {
  return `${/^(?:kế hoạch|dự toán)/.test(name) ? "hoàn thành" : "đạt"} ${name}`;
}

function toReach({ name, targetAmount }: Requirement): string {
  return reaching(name) + (targetAmount ? ` ${targetAmount}` : "");
}

function need({ aggregation, remaining, period }: Requirement): string {
  const unit = period === "quarter" ? "quý" : "tháng";
  const must = aggregation === "last" ? "phải tăng thêm" : "phải đạt";
  if (remaining === 1) return `${unit} còn lại ${must}`;
  return `bình quân mỗi ${unit} trong ${remaining} ${unit} còn lại ${must}`;
}
