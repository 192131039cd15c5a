import type { QuestionEcho } from "../../engine/outlook-types.ts";
import { SHARE_OF_TARGET, wordingOf } from "../answers.ts";
import {
  decimalsOf,
  formatNumber,
  formatSignificant,
  PROSE_DIGITS,
  roundSignificant,
} from "../format-number.ts";
import type { Lang, Wording } from "../language.ts";
import { elapsedInEnglish, elapsedInVietnamese, spanOf } from "../period-words.ts";
import { targetPhrase } from "../quantity-words.ts";
import { formatAmount, formatRange, unitName } from "../unit-words.ts";
import type { PicturedAnswer } from "./answer.ts";
import { oneLine } from "./svg.ts";

/** "all" for what was stated, which stays as it was; four significant ones for what was worked out. */
type Digits = "all" | undefined;

/**
 * The digits that a figure or a target is shown with.
 * @example digitsOf({ origin: "stated" }) // => "all"
 */
export const digitsOf = ({ origin }: { readonly origin?: string }): Digits =>
  origin === "stated" || origin === "reported" ? "all" : undefined;

/**
 * How the amounts of a picture are counted: in the unit of the question, or in thousands, millions, … of it where
 * its numbers would be too long to read.
 */
export interface AmountScale {
  /** The number that is shown for an amount of the answer. */
  shown(amount: number): number;
  /** An amount in four significant digits or with all that were stated, with "%" where that is the unit, else bare. */
  label(amount: number, digits?: Digits): string;
  /** Two amounts with as many decimals as the larger of them shows. */
  range(lower: number, upper: number): string;
  /** Two amounts in four significant digits each, as sentences tell them. */
  fullRange(lower: number, upper: number): string;
  /** An amount with its unit in words. */
  told(amount: number, digits?: Digits): string;
  /** A range of amounts with their unit in words. */
  toldRange(lower: number, upper: number): string;
  /** A target by name and amount. */
  toldTarget(target: Parameters<typeof targetPhrase>[0]): string;
  /** Behind each number of the axis: "%" or nothing. */
  readonly suffix: string;
  /** The unit in words, for the line above the axis; empty where there is none. */
  readonly unit: string;
}

const WORDS: Readonly<Record<Lang, readonly (readonly [number, string])[]>> = {
  en: [
    [15, "quadrillion"],
    [12, "trillion"],
    [9, "billion"],
    [6, "million"],
    [3, "thousand"],
  ],
  vi: [
    [15, "triệu tỷ"],
    [12, "nghìn tỷ"],
    [9, "tỷ"],
    [6, "triệu"],
    [3, "nghìn"],
  ],
};

/** Up to here numbers are shown as they are: 49,496 billion is how reports write it. */
const LONGEST = 1e6;
const SHORTEST = 1e-4;
/** A greater power of ten is no number any more. */
const LEAST_EXPONENT = -300;

/**
 * The scale for an answer's amounts.
 * @param amounts all that the picture shows
 */
export function amountScale(
  answer: Pick<PicturedAnswer, "question" | "figures">,
  amounts: readonly number[],
  lang: Lang,
): AmountScale {
  const { amountsAre } = answer.question;
  if (amountsAre === "sharesOfTarget" || wordingOf(answer, lang).unit === SHARE_OF_TARGET)
    return percentOfPlan(lang);
  if (amountsAre === "indexOfLastYear") return indexOfLastYear(answer.question, lang);
  const unit = oneLine(answer.question.unit ?? "");
  const name = unit === "" ? "" : unitName(unit, lang);
  if (name === "%") return { ...inUnit("", 0, lang, "%"), ...inWords((amount) => amount, { lang, unit }) };
  const exponent = exponentFor(amounts);
  if (exponent === 0) return { ...inUnit(name, 0, lang, ""), ...inWords((amount) => amount, { lang, unit }) };
  return inUnit(magnified(name, exponent, lang), exponent, lang, "");
}

const percentOfPlan = (lang: Lang): AmountScale => ({
  ...inUnit(lang === "vi" ? "% kế hoạch" : "% of the plan", -2, lang, "%"),
  ...inWords((amount) => amount, { lang, unit: SHARE_OF_TARGET }),
});

/** Of the reported part of last year, which must be named: a full year of 364 did not grow by 264%. */
function indexOfLastYear(question: Partial<QuestionEcho>, lang: Lang): AmountScale {
  const span = spanOf(question);
  const same = span && {
    ...span,
    fiscalYear: span.fiscalYear - 1,
    through: span.through.replace(/^\d{4}/, (year) => String(Number(year) - 1)),
  };
  const base =
    lang === "vi"
      ? (same && elapsedInVietnamese(same)) || "cùng kỳ năm trước"
      : (same && elapsedInEnglish(same).replace(/^the /, "")) || "same period of last year";
  const unit = `${base} = 100`;
  const words = inWords((amount) => amount, { lang });
  return {
    ...inUnit(unit, 0, lang, ""),
    told: (amount, digits) => `${words.told(amount, digits)} (${unit})`,
    toldRange: (lower, upper) => `${words.toldRange(lower, upper)} (${unit})`,
    toldTarget: (target) => `${words.toldTarget(target)} (${unit})`,
  };
}

function inUnit(unit: string, exponent: number, lang: Lang, suffix: string): AmountScale {
  const shown = (amount: number): number =>
    exponent < 0 ? amount * 10 ** -exponent : amount / 10 ** exponent;
  return {
    shown,
    label: (amount, digits) => formatAmount(shown(amount), { lang }, digits) + suffix,
    range: (lower, upper) => {
      const ends = [shown(lower), shown(upper)];
      const larger = roundSignificant(Math.max(...ends.map(Math.abs)), PROSE_DIGITS);
      const decimals = decimalsOf(larger);
      const quantum =
        decimals > 0 ? 10 ** -decimals : 10 ** Math.max(0, exponentOf(larger) - PROSE_DIGITS + 1);
      const [from, to] = ends.map((end) => formatNumber(Math.round(end / quantum) * quantum, lang, decimals));
      return `${from}${between(lower, lang)}${to}${suffix}`;
    },
    fullRange: (lower, upper) => {
      const [from, to] = [lower, upper].map((end) => formatSignificant(shown(end), lang));
      return `${from}${between(lower, lang)}${to}${suffix}`;
    },
    ...inWords(shown, { lang, unit: unit === "" ? undefined : unit }),
    suffix,
    unit,
  };
}

/** Between numbers with signs a dash would be one sign more. */
const between = (lower: number, lang: Lang): string => (lower < 0 ? (lang === "vi" ? " đến " : " to ") : "–");

const inWords = (
  shown: (amount: number) => number,
  wording: Wording,
): Pick<AmountScale, "told" | "toldRange" | "toldTarget"> => ({
  told: (amount, digits) => formatAmount(shown(amount), wording, digits),
  toldTarget: (target) => targetPhrase({ ...target, value: shown(target.value) }, wording),
  toldRange: (lower, upper) => formatRange({ lower: shown(lower), upper: shown(upper) }, wording),
});

/** The power of ten, a multiple of three, that leaves at most three digits before the decimal sign. */
function exponentFor(amounts: readonly number[]): number {
  const largest = Math.max(0, ...amounts.filter(Number.isFinite).map(Math.abs));
  if (largest === 0 || (largest >= SHORTEST && largest < LONGEST)) return 0;
  return Math.max(LEAST_EXPONENT, 3 * Math.floor(exponentOf(largest) / 3));
}

const exponentOf = (x: number): number => (x === 0 ? 0 : Math.floor(Math.log10(Math.abs(x)) + 1e-12));

/** "million USD" a thousandfold is "billion USD"; beyond words the power is written out. */
function magnified(name: string, exponent: number, lang: Lang): string {
  const own = WORDS[lang].find(([, word]) => name === word || name.startsWith(`${word} `));
  const rest = own ? name.slice(own[1].length).trim() : name;
  const whole = exponent + (own?.[0] ?? 0);
  const word = WORDS[lang].find(([power]) => power === whole)?.[1];
  return word === undefined && whole !== 0
    ? `× 10^${formatNumber(exponent, lang)} ${name}`.trim()
    : `${word ?? ""} ${rest}`.trim();
}
