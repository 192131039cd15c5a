import type { Bounds } from "../engine/figure/interval.ts";
import type { MeasuredAnswer } from "../engine/figure/measured.ts";
import { parseUnit } from "../engine/figure/unit.ts";
import { unitName } from "../engine/figure/unit-name.ts";
import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import type { TargetAnswer } from "../engine/stocks/stock-target.ts";
import { formatPercent, PRECISE_DIGITS, roundSignificant } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import type { Lang, Wording } from "./language.ts";
import { dateName } from "./period-words.ts";
import { differenceWording, formatAmount, formatRange } from "./unit-words.ts";

/** What the words of a ratio go by: its own value decides their unit. */
type RatioKind = Pick<RatioAnswer, "kind" | "unit" | "value">;

/**
 * A ratio in words: percent of a share, so much of the numerator's unit for each of another.
 * @example ratioAmount(0.43243, { kind: "share", value: 0.43243 }, "vi") // => "43,2%"
 * @example ratioAmount(0.28042, { kind: "perUnit", unit: "trillion VND", value: 0.28042 }, "en") // => "VND280.4 billion"
 */
export function ratioAmount(x: number, ratio: RatioKind, lang: Lang): string {
  if (ratio.kind === "share") return formatPercent(x, lang, 1);
  const { unit, scale } = toldIn(ratio);
  return formatAmount(x * scale, { lang, unit });
}

/** A range of a ratio in words. */
export function ratioRange(range: Bounds, ratio: RatioKind, lang: Lang): string {
  const { unit, scale } = toldIn(ratio);
  return formatRange(scaledBy(range, scale), { lang, unit });
}

/** A ratio as it was stated, with its digits and its hedge. */
export function statedAmount(stated: MeasuredAnswer, ratio: RatioKind, lang: Lang): string {
  const { unit, scale } = toldIn(ratio);
  const value = roundSignificant(stated.value * scale, PRECISE_DIGITS);
  return hedgedAmount({ value, ...scaledBy(stated, scale) }, { lang, unit });
}

const toldIn = ({ kind, unit, value }: RatioKind): Told =>
  kind === "share" ? { unit: "%", scale: 100 } : legibleUnit(value, unit);

/** A unit, and how many of it make one of the unit that the number is in. */
interface Told {
  readonly unit: string | undefined;
  readonly scale: number;
}

/** The unit that leaves at least one of a number: 24 projects of 6.73 trillion have 280.4 billion each, not 0.2804 trillion. */
function legibleUnit(x: number, unit: string | undefined): Told {
  if (unit === undefined || x === 0) return { unit, scale: 1 };
  const parsed = parseUnit(unit, "unit");
  let { exponent } = parsed;
  let scale = 1;
  while (Math.abs(x) * scale < 1 && exponent >= THOUSAND) {
    exponent -= THOUSAND;
    scale *= 1000;
  }
  return scale === 1 ? { unit, scale } : { unit: unitName({ ...parsed, exponent }), scale };
}

/** The exponent between one name of a magnitude and the next. */
const THOUSAND = 3;

function scaledBy({ lower, upper }: Bounds, scale: number): Bounds {
  return {
    ...(lower !== undefined && { lower: roundSignificant(lower * scale, PRECISE_DIGITS) }),
    ...(upper !== undefined && { upper: roundSignificant(upper * scale, PRECISE_DIGITS) }),
  };
}

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
export function monthlyAmount(x: number, { lang, unit }: Wording): string {
  const told = legibleUnit(x, unit);
  return formatAmount(roundSignificant(x * told.scale, 3), differenceWording({ lang, unit: told.unit }));
}

export const signed = (x: number, amount: string): string => (x > 0 ? `+${amount}` : amount);
