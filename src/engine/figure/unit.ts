import { EngineError } from "../engine-error.ts";
import { attachedMagnitude, currencyAt, magnitudeAfter } from "./unit-vocabulary.ts";
import { percentAfter, withoutAccents } from "./vocabulary.ts";

/** What an amount is counted in: a power of ten, and a currency or the words of a physical unit. */
export interface Unit {
  /** One unit is 10^`exponent` of the currency or thing. */
  readonly exponent: number;
  /** 10^`exponent`. */
  readonly scale: number;
  readonly currency?: string;
  /** Words of a unit that is no currency ("tons"), in lower case without accents. */
  readonly words?: string;
}

/** Largest magnitude a unit may have; a thousand million billion is a slip, not a unit. */
const LARGEST_EXPONENT = 15;

/** Names of one physical unit in the two languages. */
const SAME_WORDS: Readonly<Record<string, string>> = {
  ton: "tons",
  tonne: "tons",
  tonnes: "tons",
  tan: "tons",
  hectare: "ha",
  hectares: "ha",
  percent: "%",
};

/**
 * Unit named by a text in English or Vietnamese, in any order of magnitude and currency.
 * @throws EngineError invalidFigure when two currencies are named or the magnitude is beyond 10^15
 * @example parseUnit("tỷ đồng", "unit") // => { "exponent": 9, "scale": 1000000000, "currency": "VND" }
 * @example parseUnit("million USD", "unit") // => { "exponent": 6, "scale": 1000000, "currency": "USD" }
 * @example parseUnit("thousand tons", "unit") // => { "exponent": 3, "scale": 1000, "words": "tons" }
 */
export function parseUnit(text: string, path: string): Unit {
  return readUnit(withoutAccents(text), path);
}

/** The unit in a text that went through `withoutAccents`; `isAttached` when the text touched a number. */
export function readUnit(text: string, path: string, isAttached = false): Unit {
  let rest = text;
  let exponent = 0;
  let currency: string | undefined;
  const words: string[] = [];
  if (isAttached) {
    const attached = attachedMagnitude(rest);
    if (attached !== undefined) {
      exponent = attached.meaning;
      rest = attached.rest;
    }
  }
  while (rest !== "") {
    const magnitude = magnitudeAfter(rest);
    if (magnitude !== undefined) {
      exponent += magnitude.meaning;
      rest = magnitude.rest;
      continue;
    }
    const money = currencyAt(rest);
    if (money !== undefined) {
      if (currency !== undefined && currency !== money.meaning)
        throw twoCurrencies(path, currency, money.meaning);
      currency = money.meaning;
      rest = money.rest;
      continue;
    }
    const percent = percentAfter(rest);
    const word = percent === undefined ? (/^\S+/.exec(rest)?.[0] ?? rest) : "%";
    words.push(SAME_WORDS[word] ?? word);
    rest = percent?.rest ?? rest.slice(word.length).trimStart();
  }
  if (exponent > LARGEST_EXPONENT) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} names a magnitude of 10^${exponent}`,
      "check the magnitude words",
    );
  }
  const unit = { exponent, scale: Number(`1e${exponent}`) };
  if (currency !== undefined) return { ...unit, currency };
  return words.length > 0 ? { ...unit, words: words.join(" ") } : unit;
}

/**
 * Refuses to mix units that cannot be turned into each other; silent where one of them says nothing.
 * @throws EngineError invalidFigure naming both units
 */
export function requireSameKind(unit: Unit, wanted: Unit, path: string): void {
  const own = unit.currency ?? unit.words;
  const other = wanted.currency ?? wanted.words;
  if (own === undefined || other === undefined || own === other) return;
  throw new EngineError(
    "invalidFigure",
    path,
    `${path} is in ${own} but the question is in ${other}`,
    own === "%"
      ? `give an amount in ${other}; a target set as growth is { "growth": 0.08 }`
      : `give the figure in ${other}; growth in one currency is not growth in another`,
  );
}

function twoCurrencies(path: string, first: string, second: string): EngineError {
  return new EngineError(
    "invalidFigure",
    path,
    `${path} names two currencies, ${first} and ${second}`,
    "give one amount and one currency",
  );
}
