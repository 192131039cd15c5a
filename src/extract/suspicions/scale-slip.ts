import { VND_PER_USD } from "../../engine/figure/exchange-rate.ts";
import type { Draft } from "../draft.ts";
import type { ExtractedFigure, Suspicion } from "../extraction.ts";
import type { Item } from "../items.ts";
import type { Amount } from "../mention.ts";
import { plausibleAmount } from "./plausible-amount.ts";
import { type ReadText, withParts } from "./read-text.ts";
import { rescaled } from "./rescaled.ts";

const THOUSAND = 1000;
/** How far a quotient may be from a thousand where its terms are rounded, and where they are of different months. */
const ROUNDED = 1.1;
const UNEVEN = 2;
const MONTHS = 12;

/** Amounts about a thousand times off: against other figures of the text, their conversion, or what is possible. */
export function scaleSlips(text: ReadText): readonly Suspicion[] {
  const conversions = text.sentences.flatMap((items) => slipsOfConversions(items, text));
  const starts = new Set(conversions.map(({ span }) => span[0]));
  const figures = withParts(text.figures);
  const ofSubject = bySubject(figures);
  return [
    ...conversions,
    ...figures.flatMap((figure) => (starts.has(figure.span[0]) ? [] : slipsOf(figure, ofSubject))),
    ...text.drafts.flatMap((draft) => slipOfBalance(draft, text)),
  ];
}

const subjectOf = ({ geography, indicator, unit }: ExtractedFigure): string =>
  `${geography ?? ""}|${indicator}|${unit}`;

/** The first few figures of each subject are what its others are held against. */
const MOST_COMPARED = 8;

function bySubject(figures: readonly ExtractedFigure[]): ReadonlyMap<string, readonly ExtractedFigure[]> {
  const groups = new Map<string, ExtractedFigure[]>();
  for (const figure of figures) {
    const subject = subjectOf(figure);
    const group = groups.get(subject);
    if (!group) groups.set(subject, [figure]);
    else if (group.length < MOST_COMPARED) group.push(figure);
  }
  return groups;
}

function slipsOf(
  figure: ExtractedFigure,
  ofSubject: ReadonlyMap<string, readonly ExtractedFigure[]>,
): readonly Suspicion[] {
  const { value, written, doubts, target, span } = figure;
  if (value === undefined || !(value > 0) || written.value === undefined) return [];
  // What is measured by a share or a growth is a report, whichever it is of.
  const isMeasured = figure.shareOfTarget !== undefined || figure.growth !== undefined;
  const isDoubted = doubts.includes("indicatorCarried") || doubts.includes("attributionDistant");
  if (isDoubted && !isMeasured) return [];
  const against = byTarget(figure, value) ?? byPrior(figure, value);
  if (against !== undefined && !isLikelier(figure, value, against)) {
    // The value is what such figures are: the target or the prior level slipped.
    const other = byTarget(figure, value) === undefined ? written.priorYtd : target?.written;
    return other === undefined ? [] : [slip(span, other, 1 / against, rescaled(other, 1 / against))];
  }
  const factor =
    against ?? byBounds(figure, value) ?? byOthers(figure, value, ofSubject.get(subjectOf(figure)) ?? []);
  return factor === undefined ? [] : [slip(span, written.value, factor, rescaled(written.value, factor))];
}

const slip = (
  span: Suspicion["span"],
  written: string,
  factor: number,
  suggested: string | undefined,
): Suspicion => ({
  code: "scaleSlip",
  span,
  values: {
    written,
    factor: Math.round(Math.max(factor, 1 / factor)),
    ...(suggested !== undefined && { suggested }),
  },
});

/** Whether a figure is nearer to the middle of what is possible once it is corrected. */
function isLikelier(figure: ExtractedFigure, value: number, factor: number): boolean {
  const bounds = plausibleAmount(figure.indicator, figure.geography);
  // A text leaves out a "thousand" more easily than it adds one.
  if (!bounds || bounds.unit !== figure.unit || bounds.lower === 0) return factor > 1;
  const middle = Math.log(bounds.lower * bounds.upper) / 2;
  const distance = (amount: number): number => Math.abs(Math.log(amount / monthsOf(figure)) - middle);
  return distance(value * factor) < distance(value);
}

/** A thousand or a thousandth where a quotient is that, within a tolerance. */
function thousandfold(quotient: number, tolerance: number): number | undefined {
  if (quotient > THOUSAND / tolerance && quotient < THOUSAND * tolerance) return THOUSAND;
  return quotient * THOUSAND > 1 / tolerance && quotient * THOUSAND < tolerance ? 1 / THOUSAND : undefined;
}

const monthsOf = ({ period }: ExtractedFigure): number =>
  Math.max(1, period.throughMonth - period.fromMonth + 1);

function byTarget(figure: ExtractedFigure, value: number): number | undefined {
  const { target, shareOfTarget, unit, period } = figure;
  if (!target || target.unit !== unit || target.kind !== "plan") return undefined;
  if (shareOfTarget !== undefined && shareOfTarget > 0)
    return thousandfold((target.value * shareOfTarget) / value, ROUNDED);
  if (period.fromMonth !== 1) return undefined;
  return thousandfold((target.value * monthsOf(figure)) / MONTHS / value, UNEVEN);
}

function byPrior({ priorYtd, growth }: ExtractedFigure, value: number): number | undefined {
  if (priorYtd === undefined || growth === undefined || growth <= -1) return undefined;
  return thousandfold((priorYtd * (1 + growth)) / value, ROUNDED);
}

/** Beyond what is possible, and possible a thousand times smaller or larger. */
function byBounds(figure: ExtractedFigure, value: number): number | undefined {
  const bounds = plausibleAmount(figure.indicator, figure.geography);
  if (!bounds || bounds.unit !== figure.unit) return undefined;
  const monthly = value / monthsOf(figure);
  const isPossible = (amount: number): boolean => amount >= bounds.lower && amount <= bounds.upper;
  if (isPossible(monthly)) return undefined;
  const factor = monthly > bounds.upper ? 1 / THOUSAND : THOUSAND;
  return isPossible(monthly * factor) ? factor : undefined;
}

/** Against what other months had, as far as all of them say the same. */
function byOthers(
  figure: ExtractedFigure,
  value: number,
  others: readonly ExtractedFigure[],
): number | undefined {
  const monthly = value / monthsOf(figure);
  const [factor, ...factors] = others
    .filter((other) => other !== figure && other.value !== undefined && other.value > 0)
    .map((other) => thousandfold((other.value ?? 0) / monthsOf(other) / monthly, UNEVEN));
  if (factor === undefined || factors.some((each) => each !== factor)) return undefined;
  return isLikelier(figure, value, factor) ? factor : undefined;
}

/** A surplus or deficit that no trade can leave: "792 billion USD". */
function slipOfBalance(
  { amount, indicator, place, period, from, to }: Draft,
  text: ReadText,
): readonly Suspicion[] {
  const bounds = plausibleAmount("trade_turnover", place);
  if (!amount || indicator !== "trade_balance" || amount.unit !== bounds?.unit) return [];
  const months = period ? Math.max(1, period.throughMonth - period.fromMonth + 1) : MONTHS;
  if (amount.value / months <= bounds.upper) return [];
  const written = `${amount.literal} ${amount.scale}`;
  return [slip(text.spanOf(from, to), written, 1 / THOUSAND, rescaled(written, 1 / THOUSAND))];
}

/** Amounts whose conversion in brackets is a power of a thousand off the rate of the dollar. */
function slipsOfConversions(items: readonly Item[], text: ReadText): readonly Suspicion[] {
  const found: Suspicion[] = [];
  for (const [at, item] of items.entries()) {
    const [opening, other, closing] = [items[at + 1], items[at + 2], items[at + 3]];
    if (item.kind !== "amount" || other?.kind !== "amount" || item.unit === other.unit) continue;
    if (opening?.kind !== "sign" || opening.sign !== "(") continue;
    if (closing?.kind !== "sign" || closing.sign !== ")") continue;
    const [dong, dollars] = item.unit === "VND billion" ? [item, other] : [other, item];
    const factor = rateFactor((dong.value * 1e9) / (dollars.value * 1e6));
    if (factor === undefined) continue;
    const whole = { from: item.from, to: closing.to };
    const meant = meantBy(dong, dollars, factor);
    found.push(slip(text.spanOf(whole.from, whole.to), text.wordsOf(whole), factor, meant));
  }
  return found;
}

/** By how much a rate is too low or too high: a power of a thousand, or nothing where it is another matter. */
function rateFactor(rate: number): number | undefined {
  const isRate = (each: number): boolean => each >= VND_PER_USD.lower && each <= VND_PER_USD.upper;
  return [THOUSAND, 1 / THOUSAND, THOUSAND ** 2, THOUSAND ** -2].find((factor) => isRate(rate * factor));
}

/** The one of two corrections that uses the magnitudes that reports use, where only one does. */
function meantBy(dong: Amount, dollars: Amount, factor: number): string | undefined {
  const corrections = [
    rescaled(`${dong.literal} ${dong.scale}`, factor),
    rescaled(`${dollars.literal} ${dollars.scale}`, 1 / factor),
  ].filter((each) => each !== undefined && !/thousand|quadrillion/.test(each));
  return corrections.length === 1 ? corrections[0] : undefined;
}
