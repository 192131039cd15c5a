import type { MeasuredAnswer } from "../engine/stocks/measured.ts";
import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import type { TargetAnswer } from "../engine/stocks/stock-target.ts";
import { formatPercent, PRECISE_DIGITS, roundSignificant } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import type { Lang, Wording } from "./language.ts";
import { dateName } from "./period-words.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/**
 * A ratio in words: percent of a share, so much of the numerator's unit for each of another.
 * @example ratioAmount(0.43243, { kind: "share" }, "vi") // => "43,2%"
 * @example ratioAmount(46.306, { kind: "perUnit", unit: "ha" }, "en") // => "46.31 hectares"
 */
export function ratioAmount(x: number, ratio: Pick<RatioAnswer, "kind" | "unit">, lang: Lang): string {
  return ratio.kind === "share" ? formatPercent(x, lang, 1) : formatAmount(x, { lang, unit: ratio.unit });
}

/** A ratio as it was stated, with its digits and its hedge. */
export function statedAmount(
  stated: MeasuredAnswer,
  { kind, unit }: Pick<RatioAnswer, "kind" | "unit">,
  lang: Lang,
): string {
  if (kind === "perUnit") return hedgedAmount(stated, { lang, unit });
  const { value, lower, upper } = stated;
  const percent = {
    value: hundredfold(value),
    ...(lower !== undefined && { lower: hundredfold(lower) }),
    ...(upper !== undefined && { upper: hundredfold(upper) }),
  };
  return hedgedAmount(percent, { lang, unit: "%" });
}

const hundredfold = (x: number): number => roundSignificant(x * 100, PRECISE_DIGITS);

/** What each month must add until the day of the target. */
export function monthly({ requiredPerMonth, date }: TargetAnswer, wording: Wording): string {
  if (!requiredPerMonth || date === undefined) return "";
  const { lang } = wording;
  const each = monthlyAmount(requiredPerMonth.value, wording);
  return lang === "vi"
    ? `, bình quân ${each} mỗi tháng đến ngày ${dateName(date, lang)}`
    : `, ${each} a month until ${dateName(date, lang)}`;
}

/** A change a month, of which more than three digits would claim too much. */
export const monthlyAmount = (x: number, wording: Wording): string =>
  formatAmount(roundSignificant(x, 3), differenceWording(wording));

export const signed = (x: number, amount: string): string => (x > 0 ? `+${amount}` : amount);
