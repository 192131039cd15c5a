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
  readonly extra: string;
  /** The growth of its year that this needs, with its sign. */
  readonly growth: string | undefined;
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
    readonly growth: string;
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
    readonly target: string;
    readonly missing: string;
    readonly asked: readonly AskedPart[];
    readonly others: number;
    /** What the free parts cannot bring. */
    readonly unplaced: string | undefined;
  }): string;
  /** The parts' own targets together. */
  allTargets(told: { readonly count: number; readonly probability: string }): string;
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
  contributions({ growth, most, least }) {
    const adds = most
      ? `the largest contribution to the growth of ${growth} comes from ${most.name} (${most.points} percentage points)`
      : "";
    const takes = least
      ? `${most ? "the largest drag" : `the largest drag on the growth of ${growth}`} comes from ${least.name} (${least.points} percentage points)`
      : "";
    return `${sentenceCase([adds, takes].filter(Boolean).join("; "))}.`;
  },
  influence: ({ name, target, low, high }) =>
    `The result of ${name} matters most: from the low to the high end of its own 80% interval the probability of reaching ${target} goes from ${low} to ${high}.`,
  goalSeek({ target, missing, asked, others, unplaced }) {
    const shares = asked.map(
      ({ name, extra, growth }) => `${name} ${extra}${growth ? ` (the year then ${growth})` : ""}`,
    );
    const more = others > 0 ? [`${others} other part${others > 1 ? "s" : ""} what remains`] : [];
    const lead = `To reach ${target}, ${missing} more than forecast is needed`;
    const each = shares.length > 0 ? `; shared by size: ${listed([...shares, ...more], "en")}` : "";
    return `${lead}${each}${unplaced ? `; ${unplaced} of it finds no place under the caps and locks` : ""}.`;
  },
  allTargets: ({ count, probability }) =>
    `The probability that ${count === 2 ? "both" : `all ${countWord(count)}`} parts reach their own targets is ${probability}.`,
};

const vietnamese: BreakdownPhrases = {
  parts({ named, others, rest }) {
    const told = named.map(withShare);
    const more = others > 0 ? [`${others} thành phần khác`] : [];
    const left = rest ? `; phần còn lại ${rest.amount}${rest.share ? ` (${rest.share})` : ""}` : "";
    return `Trong đó: ${listed([...told, ...more], "vi")}${left}.`;
  },
  contributions({ growth, most, least }) {
    const adds = most
      ? `${most.name} đóng góp nhiều nhất vào mức tăng ${growth} (${most.points} điểm phần trăm)`
      : "";
    const takes = least
      ? `${least.name} kéo giảm nhiều nhất${most ? "" : ` trong mức ${growth}`} (${least.points} điểm phần trăm)`
      : "";
    return `${sentenceCase([adds, takes].filter(Boolean).join("; "))}.`;
  },
  influence: ({ name, target, low, high }) =>
    `Kết quả của ${name} có ảnh hưởng lớn nhất: từ đầu thấp đến đầu cao của khoảng dự báo 80% của riêng thành phần này, xác suất thực hiện được ${target} đi từ ${low} đến ${high}.`,
  goalSeek({ target, missing, asked, others, unplaced }) {
    const shares = asked.map(
      ({ name, extra, growth }) => `${name} thêm ${extra}${growth ? ` (khi đó cả năm ${growth})` : ""}`,
    );
    const more = others > 0 ? [`${others} thành phần khác đảm nhận số còn lại`] : [];
    const lead = `Để thực hiện được ${target}, cần thêm ${missing} so với dự báo`;
    const each = shares.length > 0 ? `; phân bổ theo quy mô: ${listed([...shares, ...more], "vi")}` : "";
    return `${lead}${each}${unplaced ? `; còn ${unplaced} không phân bổ được do mức tối đa hoặc do giữ nguyên` : ""}.`;
  },
  allTargets: ({ count, probability }) =>
    `Xác suất để cả ${count} thành phần cùng đạt mục tiêu riêng ${/^\d/.test(probability) ? "là " : ""}${probability}.`,
};

export const BREAKDOWN_PHRASES: Readonly<Record<Lang, BreakdownPhrases>> = { en: english, vi: vietnamese };
