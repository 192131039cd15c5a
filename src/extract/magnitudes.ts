import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** Words for a power of ten behind a number, end exclusive. */
export interface Magnitude {
  readonly exponent: number;
  readonly to: number;
}

/** Powers of ten by their names, both languages, with and without accents. */
export const MAGNITUDE_NAMES: readonly (readonly [string, number])[] = [
  ["hundred", 2],
  ["thousand", 3],
  ["million", 6],
  ["millions", 6],
  ["mn", 6],
  ["mln", 6],
  ["mil", 6],
  ["billion", 9],
  ["billions", 9],
  ["bn", 9],
  ["bln", 9],
  ["trillion", 12],
  ["trillions", 12],
  ["tn", 12],
  ["trn", 12],
  ["quadrillion", 15],
  ["chục", 1],
  ["chuc", 1],
  ["trăm", 2],
  ["tram", 2],
  ["nghìn", 3],
  ["nghin", 3],
  ["ngàn", 3],
  ["ngan", 3],
  ["triệu", 6],
  ["trieu", 6],
  ["tỷ", 9],
  ["ty", 9],
  ["ti", 9],
];

const NAMES = phraseTable(MAGNITUDE_NAMES);
/** Magnitudes that are something else unless they touch the number or stand before a currency. */
const TOUCHING: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["tr", 6],
]);
/** "Tỷ" begins words for rates, shares and ratios. */
const RATES: ReadonlySet<string> = new Set(["lệ", "trọng", "suất", "phú", "số", "le", "suat", "phu"]);
const MOST_WORDS = 3;
const LARGEST_EXPONENT = 18;

/** The magnitude that begins at a token: "nghìn tỷ" is 10^12, "triệu tỷ" 10^15. */
export function magnitudeAt(tokens: readonly Token[], at: number): Magnitude | undefined {
  let exponent = 0;
  let to = at;
  for (let words = 0; words < MOST_WORDS; words += 1) {
    const next = oneAt(tokens, to);
    if (!next || exponent + next.exponent > LARGEST_EXPONENT) break;
    exponent += next.exponent;
    to = next.to;
  }
  return to > at ? { exponent, to } : undefined;
}

function oneAt(tokens: readonly Token[], at: number): Magnitude | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  const touching = token.isSpaced ? undefined : TOUCHING.get(token.text);
  if (touching !== undefined) return { exponent: touching, to: at + 1 };
  const found = phraseAt(NAMES, tokens, at);
  if (!found || isRate(tokens, at)) return undefined;
  return { exponent: found.meaning, to: found.to };
}

function isRate(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  if (text !== "tỷ" && text !== "ty" && text !== "ti") return false;
  const next = tokens[at + 1]?.text ?? "";
  return RATES.has(next) || (next === "giá" && tokens[at + 2]?.text !== "trị");
}
