import { type Lang, listed, sentenceCase } from "./language.ts";
import { countWord } from "./period-words.ts";

/** A part with its amount so far and its share of the total. */
interface NamedPart {
  readonly name: string;
  readonly amount: string;
  readonly share: string | undefined;
}

/** A part that is asked for more than forecast. */
interface AskedPart {
  readonly name: string;
  /** What it must bring beyond its forecast; of an index, the level that it must reach. */
  readonly amount: string;
  /** The growth of its year that this needs, with its sign. */
  readonly growth: string | undefined;
  /** How much more than forecast its remaining periods must bring, where no growth can be told. */
  readonly aboveForecast: string | undefined;
}

/** The sentences of a breakdown in one language, besides those of any outlook. */
export interface BreakdownPhrases {
  /** The largest parts, how many others there are, and what is left over. */
  parts(told: {
    /** Whether they are averaged into the total, not added up. */
    readonly isMean: boolean;
    readonly named: readonly NamedPart[];
    readonly others: number;
    readonly rest: NamedPart | undefined;
  }): string;
  /** The part that adds most to the growth so far, and the one that takes most away; in points. */
  contributions(told: {
    /** The size of the total's growth or fall. */
    readonly growth: string;
    readonly isFall: boolean;
    readonly most: { readonly name: string; readonly points: string } | undefined;
    readonly least: { readonly name: string; readonly points: string } | undefined;
  }): string;
  /** The probability of a target with the part at the low and at the high end of what is likely. */
  influence(told: {
    readonly name: string;
    readonly target: string;
    readonly low: string;
    readonly high: string;
  }): string;
  goalSeek(told: {
    readonly isMean: boolean;
    readonly target: string;
    readonly missing: string;
    readonly asked: readonly AskedPart[];
    readonly others: number;
    /** What the free parts cannot bring. */
    readonly unplaced: string | undefined;
  }): string;
  /** The parts' own targets together. */
  allTargets(told: { readonly count: number; readonly probability: string }): string;
  /** The same of a year that is over. */
  settledTargets(told: { readonly count: number; readonly attained: number }): string;
  /** In the place of the full year of a total into which its parts do not fit. */
  readonly onOwnReport: string;
}

const withShare = ({ name, amount, share }: NamedPart): string =>
  share === undefined ? `${name} ${amount}` : `${name} ${amount} (${share})`;

const english: BreakdownPhrases = {
  parts({ isMean, named, others, rest }) {
    const told = named.map(withShare);
    const more = others > 0 ? [`${others} other part${others > 1 ? "s" : ""}`] : [];
    const left = rest ? `; ${rest.amount} is left for the rest${rest.share ? ` (${rest.share})` : ""}` : "";
    return `${isMean ? "Its parts are" : "Of this,"} ${listed([...told, ...more], "en")}${left}.`;
  },
  contributions({ growth, isFall, most, least }) {
    const [along, against] = isFall ? [least, most] : [most, least];
    const change = `the ${isFall ? "fall" : "growth"} of ${growth}`;
    const opposite = isFall ? "the largest offset" : "the largest drag";
    const first = along
      ? `the largest contribution to ${change} comes from ${along.name} (${along.points} percentage points)`
      : "";
    const second = against
      ? `${opposite}${along ? "" : ` ${isFall ? "to" : "on"} ${change}`} comes from ${against.name} (${against.points} percentage points)`
      : "";
    return `${sentenceCase([first, second].filter(Boolean).join("; "))}.`;
  },
  influence: ({ name, target, low, high }) =>
    `The result of ${name} matters most: from the low to the high end of its own 80% interval the probability of reaching ${target} goes from ${low} to ${high}.`,
  goalSeek({ isMean, target, missing, asked, others, unplaced }) {
    const shares = asked.map(({ name, amount, growth, aboveForecast }) => {
      const rest = aboveForecast ? ` (the rest of its year ${aboveForecast} above forecast)` : "";
      return `${name} ${amount}${growth ? ` (the year then ${growth})` : rest}`;
    });
    const more = others > 0 ? [`${others} other part${others > 1 ? "s" : ""} what remains`] : [];
    const lead = `To reach ${target}, ${missing} more than forecast is needed`;
    if (shares.length === 0) return `${lead}; the caps and locks leave no part that could bring it.`;
    const by = isMean ? "shared by size, the parts would have to reach" : "shared by size";
    const left = unplaced ? `; ${unplaced} of it finds no place under the caps and locks` : "";
    return `${lead}; ${by}: ${listed([...shares, ...more], "en")}${left}.`;
  },
  allTargets: ({ count, probability }) =>
    `The probability that ${count === 2 ? "both" : `all ${countWord(count)}`} parts reach their own targets is ${probability}.`,
  settledTargets: ({ count, attained }) =>
    attained === count
      ? `${count === 2 ? "Both" : `All ${countWord(count)}`} parts reached their own targets.`
      : `${attained === 0 ? "None" : sentenceCase(countWord(attained))} of the ${countWord(count)} parts with a target of their own reached it.`,
  onOwnReport: "As long as the parts do not fit into the total, its full year rests on its own report alone.",
};

const vietnamese: BreakdownPhrases = {
  parts({ named, others, rest }) {
    const told = named.map(withShare);
    const more = others > 0 ? [`${others} thành phần khác`] : [];
    const left = rest ? `; phần còn lại ${rest.amount}${rest.share ? ` (${rest.share})` : ""}` : "";
    return `Trong đó: ${listed([...told, ...more], "vi")}${left}.`;
  },
  contributions({ growth, isFall, most, least }) {
    const change = `mức ${isFall ? "giảm" : "tăng"} ${growth}`;
    const adds =
      most &&
      `${most.name} đóng góp ${isFall ? "tăng " : ""}nhiều nhất${isFall ? "" : ` vào ${change}`} (${most.points} điểm phần trăm)`;
    const takes =
      least &&
      `${least.name} làm giảm nhiều nhất${isFall ? ` trong ${change}` : ""} (${least.points} điểm phần trăm)`;
    return `${sentenceCase((isFall ? [takes, adds] : [adds, takes]).filter(Boolean).join("; "))}.`;
  },
  influence: ({ name, target, low, high }) =>
    `Kết quả của ${name} có ảnh hưởng lớn nhất: nếu đi từ cận dưới lên cận trên của khoảng dự báo 80% của chính thành phần này, xác suất đạt ${target} tăng từ ${low} lên ${high}.`,
  goalSeek({ isMean, target, missing, asked, others, unplaced }) {
    const shares = asked.map(({ name, amount, growth, aboveForecast }) => {
      const rest = aboveForecast ? ` (phần còn lại của năm cao hơn dự báo ${aboveForecast})` : "";
      return `${name} ${isMean ? "" : "thêm "}${amount}${growth ? ` (khi đó cả năm ${growth})` : rest}`;
    });
    const more = others > 0 ? [`${others} thành phần khác đảm nhận số còn lại`] : [];
    const lead = `Để đạt ${target}, cần thêm ${missing} so với dự báo`;
    if (shares.length === 0)
      return `${lead}, nhưng các thành phần đều đã đến mức tối đa hoặc được giữ nguyên nên không phân bổ được.`;
    const by = isMean ? "nếu phân bổ theo quy mô, các thành phần phải đạt" : "phân bổ theo quy mô";
    const left = unplaced
      ? `; còn ${unplaced} không phân bổ được vì các thành phần đã đến mức tối đa hoặc được giữ nguyên`
      : "";
    return `${lead}; ${by}: ${listed([...shares, ...more], "vi")}${left}.`;
  },
  allTargets: ({ count, probability }) =>
    `Xác suất để cả ${count} thành phần cùng đạt mục tiêu riêng ${/^\d/.test(probability) ? "là " : ""}${probability}.`,
  settledTargets: ({ count, attained }) =>
    attained === count
      ? `Cả ${count} thành phần đều đạt mục tiêu riêng.`
      : `Có ${attained}/${count} thành phần đạt mục tiêu riêng.`,
  onOwnReport:
    "Khi các thành phần chưa khớp với tổng số, dự báo cả năm chỉ dựa trên số liệu của chính tổng số.",
};

export const BREAKDOWN_PHRASES: Readonly<Record<Lang, BreakdownPhrases>> = { en: english, vi: vietnamese };
