import type { MeasuredAnswer } from "../engine/figure/measured.ts";
import type { Lang, Wording } from "./language.ts";
import { type Hedge, hedgeOf, reportedAmount } from "./reported-digits.ts";
import { formatAmount } from "./unit-words.ts";

/** What stands before a hedged amount. */
export const HEDGES: Readonly<Record<Lang, Readonly<Record<Hedge, string>>>> = {
  en: {
    none: "",
    over: "over ",
    nearly: "nearly ",
    about: "about ",
    atLeast: "at least ",
    atMost: "at most ",
    between: "",
  },
  vi: {
    none: "",
    over: "hơn ",
    nearly: "gần ",
    about: "khoảng ",
    atLeast: "ít nhất ",
    atMost: "nhiều nhất ",
    between: "",
  },
};

/**
 * A reported amount with the hedge that its interval shows.
 * @example hedgedAmount({ value: 73800, lower: 73800, upper: 73801 }, { lang: "en", unit: "billion VND" }) // => "over VND73,800 billion"
 */
export function hedgedAmount(figure: MeasuredAnswer, wording: Wording): string {
  const { lower, ...upperOnly } = figure;
  // "At most 6" of what cannot be negative lies between 0 and 6.
  const isAtMost = lower === 0 && figure.value === figure.upper && figure.value > 0;
  // The digits of a zero reach no further down than it, which hedges nothing.
  if (figure.value === 0) return formatAmount(0, wording);
  const reported = { ...(isAtMost ? upperOnly : figure), origin: "reported" } as const;
  return HEDGES[wording.lang][hedgeOf(reported)] + reportedAmount(reported, wording);
}
