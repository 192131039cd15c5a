import type { ComponentAnswer } from "../engine/breakdown/answer-types.ts";
import type { KnownFigure } from "../engine/outlook-types.ts";
import { formatPercent, PROSE_DIGITS, roundSignificant } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { hedgeOf, reportedAmount, reportedDecimals } from "./reported-digits.ts";
import { formatAmount } from "./unit-words.ts";

/**
 * The amount of a part: as reported, or with as many digits as its interval allows, so that what follows from a large
 * total and a share is not rounded out of where it must lie.
 * @example partAmount({ value: 47273.878, lower: 47271.398, upper: 47276.358, origin: "derived" }, { lang: "en" }) // => "47,274"
 */
export function partAmount(figure: KnownFigure, wording: Wording): string {
  const { value, lower, upper } = figure;
  const width = upper === undefined || lower === undefined ? 0 : upper - lower;
  if (figure.origin === "reported" || !(width > 0) || hedgeOf(figure) === "between")
    return reportedAmount(figure, wording);
  const digits = Math.max(PROSE_DIGITS, Math.ceil(Math.log10(Math.abs(value) / width)) + 1);
  return formatAmount(roundSignificant(value, Math.min(digits, MOST_DIGITS)), wording, "all");
}

const MOST_DIGITS = 10;
/** Of shares that were worked out. */
const DECIMALS = 1;

type WithShare = Pick<ComponentAnswer, "origin" | "depth" | "shareOfTotal">;

/** How shares of the total are written: those that were told and what they leave as finely as they were told. */
export function shareWriter(
  parts: readonly WithShare[],
  lang: Lang,
): (part: WithShare) => string | undefined {
  const told = parts.flatMap(({ origin, depth, shareOfTotal }) =>
    origin === "share" && depth === 1 && shareOfTotal
      ? [Math.max(0, reportedDecimals({ ...shareOfTotal, origin: "reported" }) - 2)]
      : [],
  );
  const decimals = told.length > 0 ? Math.max(...told) : DECIMALS;
  return ({ shareOfTotal }) => shareOfTotal && formatPercent(shareOfTotal.value, lang, decimals);
}
