import { SHARE_OF_TARGET, wordingOf } from "../answers.ts";
import {
  decimalsOf,
  formatNumber,
  formatSignificant,
  PROSE_DIGITS,
  roundSignificant,
} from "../format-number.ts";
import type { Lang, Wording } from "../language.ts";
import { formatAmount, formatRange, unitName } from "../unit-words.ts";
import type { PicturedAnswer } from "./answer.ts";
import { oneLine } from "./svg.ts";

/**
 * How the amounts of a picture are counted: in the unit of the question, or in thousands, millions, … of it where
 * its numbers would be too long to read.
 */
export interface AmountScale {
  /** The number that is shown for an amount of the answer. */
  shown(amount: number): number;
  /** An amount in four significant digits, with "%" where that is the unit, else bare. */
  label(amount: number): string;
  /** Two amounts with as many decimals as the larger of them shows. */
  range(lower: number, upper: number): string;
  /** An amount with its unit in words. */
  told(amount: number): string;
  /** A range of amounts with their unit in words. */
  toldRange(lower: number, upper: number): string;
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
  if (amountsAre === "indexOfLastYear")
    return inUnit(lang === "vi" ? "cùng kỳ năm trước = 100" : "same period of last year = 100", 0, lang, "");
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

function inUnit(unit: string, exponent: number, lang: Lang, suffix: string): AmountScale {
  const shown = (amount: number): number =>
    exponent < 0 ? amount * 10 ** -exponent : amount / 10 ** exponent;
  return {
    shown,
    label: (amount) => formatSignificant(shown(amount), lang) + suffix,
    range: (lower, upper) => {
      const ends = [shown(lower), shown(upper)];
      const larger = roundSignificant(Math.max(...ends.map(Math.abs)), PROSE_DIGITS);
      const decimals = decimalsOf(larger);
      const quantum =
        decimals > 0 ? 10 ** -decimals : 10 ** Math.max(0, exponentOf(larger) - PROSE_DIGITS + 1);
      const [from, to] = ends.map((end) => formatNumber(Math.round(end / quantum) * quantum, lang, decimals));
      // Between numbers with signs a dash would be one sign more.
      const between = lower < 0 ? (lang === "vi" ? " đến " : " to ") : "–";
      return `${from}${between}${to}${suffix}`;
    },
    ...inWords(shown, { lang, unit: unit === "" ? undefined : unit }),
    suffix,
    unit,
  };
}

const inWords = (
  shown: (amount: number) => number,
  wording: Wording,
): Pick<AmountScale, "told" | "toldRange"> => ({
  told: (amount) => formatAmount(shown(amount), wording),
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
