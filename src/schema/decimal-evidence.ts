import {
  type DecimalSign,
  decimalSignOf,
  mayGroup,
  numberOf,
  readDecimal,
} from "../engine/figure/decimal.ts";
import { literalIn } from "../engine/figure/figure-phrases.ts";
import { decimalSignOfWords, withoutAccents } from "../engine/figure/vocabulary.ts";

/** Fields whose numbers are no figures: labels, and what is written with a point whatever the language. */
const NO_FIGURES = new Set(["indicator", "geography", "unit", "name", "unique_id", "relations", "levels"]);

/** What the figures of a question tell of their decimal sign. */
export interface DecimalEvidence {
  /** A number that shows it, by the sign; of "1.234,5" beyond doubt, and "2250.5" as any program writes it, the first. */
  readonly shown: ReadonlyMap<DecimalSign, string>;
  readonly isBeyondDoubt: boolean;
  /** A number that the sign changes by a thousand, such as "1.315". */
  readonly open: string | undefined;
}

interface Collected {
  readonly beyondDoubt: Map<DecimalSign, string>;
  readonly byOneSign: Map<DecimalSign, string>;
  open: string | undefined;
}

/** The numbers of a question by the decimal sign that they show by themselves: "49.496,26" has a decimal comma. */
export function decimalEvidence(input: unknown): DecimalEvidence {
  const collected: Collected = { beyondDoubt: new Map(), byOneSign: new Map(), open: undefined };
  collect(input, collected);
  const { beyondDoubt, byOneSign, open } = collected;
  const isBeyondDoubt = beyondDoubt.size > 0;
  return { shown: isBeyondDoubt ? beyondDoubt : byOneSign, isBeyondDoubt, open };
}

/** The sign that all numbers show; undefined where none shows it, and where they disagree. */
export function soleSign({ shown }: DecimalEvidence): DecimalSign | undefined {
  const [sign] = shown.keys();
  return shown.size === 1 ? sign : undefined;
}

/**
 * The decimal sign that the figures of a question show by themselves: "49.496,26" beside "1.315" says that its writer
 * has decimal commas. Undefined where none shows it, and where they disagree.
 * @example decimalShownBy(["49.496,26", "1.315"]) // => "comma"
 */
export const decimalShownBy = (input: unknown): DecimalSign | undefined => soleSign(decimalEvidence(input));

function collect(value: unknown, evidence: Collected): void {
  if (typeof value === "string") {
    const literal = /\d[.,]\d/.test(value) ? literalIn(value) : undefined;
    if (literal === undefined) return;
    const sign = decimalSignOf(literal);
    if (sign) {
      const shown = literal.replace(/[^.,]/g, "").length > 1 ? evidence.beyondDoubt : evidence.byOneSign;
      if (!shown.has(sign)) shown.set(sign, literal);
    } else evidence.open ??= literal;
  } else if (typeof value === "object" && value !== null)
    for (const [field, part] of Object.entries(value)) if (!NO_FIGURES.has(field)) collect(part, evidence);
}

/** Why numbers that the decimal sign changes by a thousand cannot be read. */
export interface DecimalClash {
  /** The numbers that show it. */
  readonly reason: string;
  /** The separator of the numbers in question. */
  readonly separators: string;
}

/**
 * Numbers that show both signs leave every "1.315" open; where the language has another sign than those that a program may
 * have written, a number with their separator may be either's. Undefined where they agree.
 * @example decimalClash(decimalEvidence(["2250.5", "20.000"]), "comma") // => { "reason": "2250.5 has a decimal point", "separators": "." }
 */
export function decimalClash(
  { shown, isBeyondDoubt }: DecimalEvidence,
  ofLanguage: DecimalSign | undefined,
): DecimalClash | undefined {
  const reason = [...shown].map(([sign, literal]) => `${literal} has a decimal ${sign}`).join(", ");
  if (shown.size > 1) return { reason, separators: ".," };
  const [sign] = shown.keys();
  if (!sign || isBeyondDoubt || !ofLanguage || sign === ofLanguage) return undefined;
  return { reason, separators: sign === "point" ? "." : "," };
}

/** The decimal sign that a language writes; undefined where none is told. */
export const signOfLanguage = (lang: unknown): DecimalSign | undefined =>
  lang === "vi" ? "comma" : lang === "en" ? "point" : undefined;

/** Whether a clash leaves a text's number open: it changes by a thousand with the decimal sign, and no word tells. */
export function isOpen(text: string, { separators }: DecimalClash): boolean {
  const plain = withoutAccents(text);
  const literal = literalIn(plain);
  if (literal === undefined || !mayGroup(literal) || decimalSignOfWords(plain) !== undefined) return false;
  return separators.includes(literal.replace(/\d/g, ""));
}

/** What the reader of a figure is to tell. */
export const DECIMAL_HINT = "tell the sign: decimal=point or decimal=comma";

const PLAIN = /^\s*[+-]?[\d.,]+\s*$/;
/** A number that a sheet may have made of a text by another decimal sign than its writer's. */
const AS_MISREAD = /^[1-9]\d{0,2}\.\d{1,3}$/;
/** Powers of ten by which the other reading must be nearer to the values beside it. */
const NEARER = 1.5;

/** A value of a series with its size, and with the one that another decimal sign gives it. */
interface Sized {
  readonly index: number;
  readonly size: number;
  readonly other?: number;
}

/**
 * The first value of a series that another decimal sign would bring to the size of those beside it, about a thousand
 * times away: "1.012" after 956 and 989. Where the sign `isTold`, texts are sure, and only numbers are doubted: beside
 * "1.234,5" the number 1.134 was a text that the sheet took for its own. Undefined where there is none.
 * @example outOfScale(["956", "989", "1.012"], "point") // => 2
 */
export function outOfScale(
  values: readonly (string | number | null | undefined)[],
  sign: DecimalSign,
  isTold = false,
): number | undefined {
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === 0 || !texts.some((text) => /\d[.,]\d/.test(text))) return undefined;
  const hasCommas = decimalEvidence(texts).shown.has("comma");
  const sized = values.flatMap((value, index): readonly Sized[] => {
    const told = sizeOf(value, { sign, isTold, hasCommas });
    return told === undefined || !(told.size > 0) ? [] : [{ index, ...told }];
  });
  const sure = sized.filter(({ other }) => other === undefined).map(({ size }) => Math.log10(size));
  const middle = sure.toSorted((a, b) => a - b)[Math.floor(sure.length / 2)];
  if (middle === undefined) return undefined;
  return sized.find(
    ({ size, other }) =>
      other !== undefined &&
      Math.abs(Math.log10(size) - middle) - Math.abs(Math.log10(other) - middle) >= NEARER,
  )?.index;
}

function sizeOf(
  value: string | number | null | undefined,
  {
    sign,
    isTold,
    hasCommas,
  }: { readonly sign: DecimalSign; readonly isTold: boolean; readonly hasCommas: boolean },
): Omit<Sized, "index"> | undefined {
  if (typeof value === "number") {
    const isDoubtful = hasCommas && AS_MISREAD.test(String(value));
    return { size: Math.abs(value), ...(isDoubtful && { other: Math.abs(value) * 1000 }) };
  }
  if (typeof value !== "string" || !PLAIN.test(value)) return undefined;
  const literal = value.trim().replace(/^[+-]/, "");
  const size = numberIn(literal, sign);
  if (isTold || !mayGroup(literal)) return { size };
  return { size, other: numberIn(literal, sign === "point" ? "comma" : "point") };
}

/** Not a number where the separators cannot be one's: the reader of figures says so. */
function numberIn(literal: string, sign: DecimalSign): number {
  try {
    return numberOf(readDecimal(literal, sign, ""));
  } catch {
    return Number.NaN;
  }
}
