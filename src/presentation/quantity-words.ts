import type { Verdict } from "../engine/figure/finding.ts";
import type { Bounds } from "../engine/figure/interval.ts";
import { IMPLIED_TARGET } from "../engine/report/targets.ts";
import type { AttainmentStatus } from "../engine/target/attainment-status.ts";
import type { Aggregation } from "../engine/target/year-to-date.ts";
import { type AnyTarget, SHARE_OF_TARGET } from "./answers.ts";
import { formatPercent } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

type Named = Readonly<Record<Lang, string>>;

/** Names of figures where the year is not a sum of its periods. */
const OTHERWISE_NAMED: Readonly<Record<Exclude<Aggregation, "sum">, Readonly<Record<string, Named>>>> = {
  average: {
    ytd: { en: "the average so far", vi: "mức bình quân từ đầu năm" },
    priorYtd: { en: "last year's average of the same period", vi: "bình quân cùng kỳ năm trước" },
    priorFullYear: { en: "last year's average", vi: "bình quân năm trước" },
    fullYear: { en: "the year's average", vi: "bình quân cả năm" },
    historyYtd: {
      en: "the mean of the history's periods",
      vi: "bình quân các kỳ trong chuỗi số liệu",
    },
    historyPriorYtd: {
      en: "the history's average of last year's same period",
      vi: "bình quân cùng kỳ năm trước theo chuỗi số liệu",
    },
    historyPriorFullYear: {
      en: "the history's average of last year",
      vi: "bình quân năm trước theo chuỗi số liệu",
    },
  },
  last: {
    ytd: { en: "the latest level", vi: "mức đến kỳ báo cáo" },
    priorYtd: { en: "the level a year earlier", vi: "mức cùng kỳ năm trước" },
    priorFullYear: { en: "the level at the end of last year", vi: "mức cuối năm trước" },
    fullYear: { en: "the level at the end of the year", vi: "mức cuối năm" },
    historyYtd: { en: "the last value of the history", vi: "mức cuối cùng trong chuỗi số liệu" },
    historyPriorYtd: {
      en: "the history's level a year earlier",
      vi: "mức cùng kỳ năm trước theo chuỗi số liệu",
    },
    historyPriorFullYear: {
      en: "the history's level at the end of last year",
      vi: "mức cuối năm trước theo chuỗi số liệu",
    },
  },
};

/** Names of the figures of a report; whether they are amounts in the unit, ratios or neither. */
const QUANTITIES: Readonly<Record<string, Named & { readonly kind: "amount" | "ratio" | "points" }>> = {
  ytd: { en: "the year-to-date figure", vi: "số lũy kế", kind: "amount" },
  shareOfTarget: { en: "the share of the plan", vi: "tỷ lệ thực hiện kế hoạch", kind: "ratio" },
  growth: { en: "the growth on last year's same period", vi: "tốc độ tăng so với cùng kỳ", kind: "ratio" },
  priorYtd: { en: "last year's same period", vi: "số cùng kỳ năm trước", kind: "amount" },
  priorFullYear: { en: "last year's total", vi: "số cả năm trước", kind: "amount" },
  fullYear: { en: "the full year", vi: "số cả năm", kind: "amount" },
  historyYtd: {
    en: "the sum of the history's periods",
    vi: "tổng các kỳ trong chuỗi số liệu",
    kind: "amount",
  },
  historyPriorYtd: {
    en: "the history's same period of last year",
    vi: "số cùng kỳ năm trước theo chuỗi số liệu",
    kind: "amount",
  },
  historyPriorFullYear: {
    en: "the history's total of last year",
    vi: "số cả năm trước theo chuỗi số liệu",
    kind: "amount",
  },
  target: { en: "the target", vi: "kế hoạch năm", kind: "amount" },
  impliedTarget: {
    en: "the target implied by the share",
    vi: "kế hoạch suy ra từ tỷ lệ thực hiện",
    kind: "amount",
  },
  plannedGrowth: { en: "the planned growth", vi: "tốc độ tăng theo kế hoạch", kind: "ratio" },
  fullYearGrowth: { en: "the growth of the full year", vi: "tốc độ tăng cả năm", kind: "ratio" },
  excess: { en: "the excess over the target", vi: "tỷ lệ vượt kế hoạch", kind: "ratio" },
  excessAmount: { en: "the amount above the target", vi: "giá trị vượt kế hoạch", kind: "amount" },
  pointsAboveTarget: {
    en: "the points above the planned growth",
    vi: "mức cao hơn tốc độ tăng kế hoạch",
    kind: "points",
  },
};

/**
 * The name of a figure in prose; figures that the question named itself keep their name in quotation marks.
 * @example quantityName("ytd", { lang: "vi" }) // => "số lũy kế"
 * @example quantityName("priorFullYear", { lang: "vi", aggregation: "average" }) // => "bình quân năm trước"
 */
export function quantityName(quantity: string, { lang, aggregation = "sum" }: Wording): string {
  const other = aggregation === "sum" ? undefined : own(OTHERWISE_NAMED[aggregation], quantity);
  const known = other ?? own(QUANTITIES, quantity);
  if (known) return known[lang];
  const target = /^targets?[.:](.+)$/.exec(quantity)?.[1];
  if (target !== undefined) return targetName({ name: target }, lang);
  return lang === "vi" ? `“${quantity}”` : `"${quantity}"`;
}

/** What the numbers of a figure are: amounts in the unit, fractions, differences of fractions, or bare numbers. */
export type QuantityKind = "amount" | "ratio" | "points" | "other";

/**
 * What the numbers of a figure are; one that the question named itself is told by its name.
 * @example quantityKind("priorYtd") // => "amount"
 * @example quantityKind("toYearEndFactor") // => "other"
 */
export function quantityKind(quantity: string): QuantityKind {
  const known = own(QUANTITIES, quantity)?.kind;
  if (known) return known;
  if (/^targets?[.:]/.test(quantity)) return "amount";
  return /growth|share|ratio|percent/i.test(quantity) ? "ratio" : "other";
}

/** A range of a figure in the words that fit it: an amount with its unit, a ratio in percent, a bare number. */
export function quantityRange(quantity: string, range: Bounds, { lang, unit }: Wording): string {
  const kind = quantityKind(quantity);
  if (kind === "amount") return formatRange(range, { lang, unit });
  if (kind === "other") return formatRange(range, { lang });
  if (kind === "ratio") return formatRange(hundredfold(range), { lang, unit: "%" });
  return formatRange(hundredfold(range), {
    lang,
    unit: lang === "vi" ? "điểm phần trăm" : "percentage points",
  });
}

function hundredfold({ lower, upper }: Bounds): Bounds {
  return {
    ...(lower !== undefined && { lower: lower * 100 }),
    ...(upper !== undefined && { upper: upper * 100 }),
  };
}

const TARGET_NAMES: readonly { readonly written: RegExp; readonly en: string; readonly vi: string }[] = [
  { written: /^(?:the )?plan$|^kế hoạch(?: năm)?$/i, en: "the plan", vi: "kế hoạch" },
  { written: /^(?:the )?target$|^(?:mục tiêu|chỉ tiêu)$/i, en: "the target", vi: "mục tiêu" },
  { written: /^(?:the )?budget$|^dự toán$/i, en: "the budget", vi: "dự toán" },
  { written: /^(?:the )?ambition$|^mục tiêu phấn đấu$/i, en: "the ambition", vi: "mục tiêu phấn đấu" },
  {
    written: /^(?:the )?resolution$|^nghị quyết$/i,
    en: "the resolution's target",
    vi: "mục tiêu theo nghị quyết",
  },
  { written: /^(?:the )?stated target$/i, en: "the stated target", vi: "mục tiêu công bố" },
];

type NamedTarget = Pick<AnyTarget, "name"> & Partial<Pick<AnyTarget, "origin">>;

const isImplied = ({ name, origin }: NamedTarget): boolean =>
  origin === "impliedByShare" || name === IMPLIED_TARGET;

/**
 * A target by name in prose. What follows from the share is called so, since nobody stated it.
 * @example targetName({ name: "plan" }, "vi") // => "kế hoạch"
 */
export function targetName(target: NamedTarget, lang: Lang): string {
  if (isImplied(target))
    return lang === "vi" ? "kế hoạch suy ra từ tỷ lệ thực hiện" : "the plan implied by the share";
  const known = TARGET_NAMES.find(({ written }) => written.test(target.name.trim()));
  if (known) return known[lang];
  return lang === "vi" ? `mục tiêu “${target.name}”` : `the target "${target.name}"`;
}

/** A target's amount: every digit of a stated one, four of one that was worked out. */
export function targetAmount(target: Pick<AnyTarget, "name" | "value" | "origin">, wording: Wording): string {
  const isStated = target.origin === "stated" && !isImplied(target);
  return formatAmount(target.value, wording, isStated ? "all" : undefined);
}

/**
 * A target by name and amount.
 * @example targetPhrase({ name: "plan", value: 920, origin: "stated" }, { lang: "en", unit: "million USD" }) // => "the plan of US$920 million"
 * @example targetPhrase({ name: "", value: 917.7, origin: "impliedByShare" }, { lang: "vi", unit: "triệu USD" }) // => "kế hoạch khoảng 917,7 triệu USD suy ra từ tỷ lệ thực hiện"
 */
export function targetPhrase(target: Pick<AnyTarget, "name" | "value" | "origin">, wording: Wording): string {
  const { lang } = wording;
  // Of amounts that are shares of the plan, the plan itself is the whole.
  if (wording.unit === SHARE_OF_TARGET && target.value === 1) return lang === "vi" ? "kế hoạch" : "the plan";
  const amount = targetAmount(target, wording);
  if (isImplied(target))
    return lang === "vi"
      ? `kế hoạch khoảng ${amount} suy ra từ tỷ lệ thực hiện`
      : `the plan of about ${amount} implied by the share`;
  return `${targetName(target, lang)}${lang === "vi" ? " " : " of "}${amount}`;
}

export const STATUS_WORDS: Readonly<Record<AttainmentStatus, Named>> = {
  attained: { en: "attained", vi: "đã hoàn thành" },
  onCourse: { en: "on course", vi: "đúng tiến độ" },
  likely: { en: "likely", vi: "nhiều khả năng đạt" },
  atRisk: { en: "at risk", vi: "có nguy cơ không đạt" },
  outOfReach: { en: "out of reach", vi: "khó đạt" },
  missed: { en: "missed", vi: "không hoàn thành" },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, Named>> = {
  holds: { en: "holds", vi: "khớp" },
  holdsIfCoarse: { en: "holds if trailing zeros are rounding", vi: "chỉ khớp nếu số liệu đã làm tròn" },
  holdsIfTruncated: { en: "holds if digits were cut off", vi: "chỉ khớp nếu số liệu bị cắt bớt chữ số" },
  contradicts: { en: "contradicts", vi: "mâu thuẫn" },
  notChecked: { en: "not checked", vi: "chưa kiểm tra" },
  derived: { en: "derived", vi: "suy ra" },
};

/**
 * A fraction as a change in percent with one decimal, without its sign.
 * @example sizeOfChange(-0.0314, "vi") // => "3,1%"
 */
export function sizeOfChange(fraction: number, lang: Lang): string {
  const size = Math.abs(fraction);
  const decimals = size >= 1 ? 0 : 1;
  return formatPercent(size, lang, decimals).replace(/[.,]0%$/, "%");
}

/** A value of a table by its own key only, so that "constructor" is a name like any other. */
function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
