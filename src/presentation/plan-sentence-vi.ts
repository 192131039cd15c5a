import type { PlanReading } from "../engine/plan/plan-question.ts";
import { indicatorName } from "./indicator-words.ts";
import { listed, sentenceCase } from "./language.ts";
import type { Change } from "./phrase-book.ts";
import { placeName } from "./place-words.ts";
import type { Distance, LevelInYear, PlanPhrases } from "./plan-phrases.ts";

const READINGS: Readonly<Record<PlanReading, string>> = {
  geometric: "bình quân nhân",
  arithmetic: "bình quân cộng",
};

/** The paragraph about a plan in Vietnamese, in the turns of five-year plans. */
export const vietnamesePlan: PlanPhrases = {
  opening({ indicator, geography, span, origin, average, base, final }) {
    const name = indicator ? indicatorName(indicator, "vi") : "chỉ tiêu";
    const subject = geography ? `${name} của ${placeName(geography, "vi")}` : name;
    const lead = `${sentenceCase(span)}, ${subject} phấn đấu`;
    const to = average.direction === "down" ? "xuống" : "lên";
    return origin === "averageGrowth"
      ? `${lead} ${yearly(average)}, từ ${base.level} ${base.year} ${to} ${final.level} ${final.year}.`
      : `${lead} đạt ${final.level} vào ${final.year}, từ ${base.level} ${base.year}, tức ${yearly(average)}.`;
  },

  behind: ({ reached, years, average, distance }) =>
    `Đến ${reached.year} đạt ${reached.level}, ${years === 1 ? change(average) : yearly(average)}, ${away(distance, "lộ trình tăng đều")}.`,

  need({ target, remaining, growth, reading, path, other }) {
    const years = remaining === 1 ? "năm còn lại" : `mỗi năm trong ${remaining} năm còn lại`;
    const levels = path.length > 0 ? `, đạt ${listed(path.map(inYear), "vi")}` : "";
    const otherwise = other
      ? ` Tính theo ${READINGS[other.reading]}, ${remaining === 1 ? "năm còn lại" : "các năm còn lại"} cần ${remaining === 1 ? change(other.growth) : yearly(other.growth)} và ${other.final.year} đạt ${other.reading === "arithmetic" ? "tối đa " : ""}${other.final.level}.`
      : "";
    const lead =
      growth.direction === "down"
        ? `${sentenceCase(years)} chỉ cần không giảm quá ${growth.size} là ${reaching(target)}`
        : `Để ${reaching(target)}, ${years} phải ${growth.direction === "same" ? "giữ nguyên mức đã đạt" : change(growth)}`;
    return `${lead} (theo ${READINGS[reading]})${levels}.${otherwise}`;
  },

  runningYear({ year, pathLevel, growth, yearsAfter, rate, median, interval, probability, targets }) {
    const range = interval ? ` (khoảng dự báo ${interval.level}: ${interval.range})` : "";
    const need = rate ? needOf(rate) : "";
    return [
      ...(yearsAfter === 0
        ? need
          ? [`${sentenceCase(need)}.`]
          : []
        : [
            `Theo lộ trình, ${year} phải đạt ${pathLevel}, ${change(growth)} so với năm trước${need && `; ${need}`}.`,
            `Dự báo ${year} đạt khoảng ${median}${range}; xác suất đạt mức của lộ trình ${being(probability)}.`,
          ]),
      ...targets.map(({ target, distance, laterGrowth }) => {
        const later =
          laterGrowth && distance.direction !== "same"
            ? `; nếu chỉ đạt đúng mức này, ${yearsAfter === 1 ? `năm sau phải ${change(laterGrowth)}` : `các năm sau phải ${yearly(laterGrowth)}`}`
            : "";
        const aim = yearsAfter === 0 ? "mức phải đạt theo kế hoạch" : "mức của lộ trình";
        return `${sentenceCase(target)} của riêng năm nay ${away(distance, aim)}${later}.`;
      }),
    ].join(" ");
  },

  chance({ target, probability, final, interval, average }) {
    const range = interval ? ` (khoảng dự báo ${interval.level}: ${interval.range})` : "";
    return `Xác suất ${reaching(target)} ${being(probability)}; dự báo ${final.year} đạt khoảng ${final.level}${range}, tính cả giai đoạn ${yearly(average)}.`;
  },

  settled: ({ target, isReached, isComplete, final, average, distance }) =>
    isComplete
      ? `${isReached ? "Đã" : "Không"} ${reaching(target)}: ${final.year} đạt ${final.level}, ${yearly(average)}, ${away(distance, "mục tiêu")}.`
      : `Đến nay đã ${reaching(target)}; dự báo ${final.year} đạt khoảng ${final.level}, ${yearly(average)}, ${away(distance, "mục tiêu")}.`,

  goodYear({
    isEnough,
    isGood,
    isForecast,
    isEnoughRepeated,
    year,
    growth,
    average,
    lastYear,
    remaining,
    repeated,
    atAverage,
    alone,
  }) {
    const rest = remaining === 1 ? "năm còn lại" : "các năm còn lại";
    const onlyAverage = `nếu ${rest} chỉ ${change(average)}${remaining === 1 ? "" : "/năm"} như mục tiêu bình quân thì ${lastYear} đạt ${atAverage.level}, ${away(atAverage.distance, "mục tiêu")}`;
    if (isEnough) return `Từ nay chỉ cần giữ tốc độ bình quân của kế hoạch: ${onlyAverage}.`;
    const oneAlone =
      remaining === 1
        ? ""
        : `; nếu các năm khác chỉ đạt tốc độ bình quân thì riêng một năm phải ${change(alone)}`;
    const again = `${rest} đều ${change(growth)} như ${isForecast ? "mức dự báo của " : ""}${year}`;
    const end = `${lastYear} đạt ${repeated.level}, ${away(repeated.distance, "mục tiêu")}`;
    if (isEnoughRepeated)
      return `Chỉ một năm tăng cao là chưa đủ: phải có ${again} thì ${end}; ${onlyAverage}${oneAlone}.`;
    const verdict = isGood
      ? "Một năm tăng cao là chưa đủ: nếu"
      : isForecast
        ? `Dự báo ${year} chưa đạt tốc độ bình quân của kế hoạch: nếu`
        : "Chưa năm nào đạt tốc độ bình quân của kế hoạch: kể cả khi";
    return `${verdict} ${again} thì ${end}; ${onlyAverage}${oneAlone}.`;
  },

  otherVersion({ target, average, final, need, probability, inForce }) {
    const lead = `${inForce ? "Với" : "Theo mục tiêu trước khi điều chỉnh,"} ${target} (${yearly(average)}, ${final.year} đạt ${final.level})`;
    return `${lead}, ${need ? `mỗi năm còn lại phải ${change(need)}; ` : ""}xác suất ${being(probability)}.`;
  },
};

const change = ({ direction, size }: Change): string =>
  direction === "same" ? "giữ nguyên" : `${direction === "up" ? "tăng" : "giảm"} ${size}`;

const yearly = ({ direction, size }: Change): string =>
  direction === "same" ? "không tăng" : `${direction === "up" ? "tăng" : "giảm"} bình quân ${size}/năm`;

const away = ({ direction, size }: Distance, what: string): string =>
  direction === "same"
    ? `bằng ${what}`
    : `${direction === "above" ? "cao" : "thấp"} hơn ${size} so với ${what}`;

const inYear = ({ year, level }: LevelInYear): string => `${level} ${year}`;

/** "Là 71%", but "dưới 1%" without a verb. */
const being = (probability: string): string => (/^\d/.test(probability) ? `là ${probability}` : probability);

/** Plans are completed, targets are reached. */
const reaching = (target: string): string =>
  `${/^(?:kế hoạch|dự toán)/.test(target) ? "hoàn thành" : "đạt"} ${target}`;

function needOf({
  amount,
  remaining,
  period,
  aggregation,
  growthOnLastYear,
}: NonNullable<Parameters<PlanPhrases["runningYear"]>[0]["rate"]>): string {
  const unit = period === "quarter" ? "quý" : "tháng";
  const must = aggregation === "last" ? "phải tăng thêm" : "phải đạt";
  const periods =
    remaining === 1 ? `${unit} còn lại` : `bình quân mỗi ${unit} trong ${remaining} ${unit} còn lại`;
  const onLastYear = growthOnLastYear ? `, ${change(growthOnLastYear)} so với cùng kỳ năm trước` : "";
  return `${periods} ${must} ${amount}${onLastYear}`;
}
