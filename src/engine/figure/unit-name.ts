import type { Unit } from "./unit.ts";

const MAGNITUDES: Readonly<Record<number, string>> = {
  2: "hundred",
  3: "thousand",
  6: "million",
  9: "billion",
  12: "trillion",
  15: "quadrillion",
};

/**
 * The English name of a unit, as a question would write it; undefined when the unit says nothing.
 * @example unitName({ exponent: 6, scale: 1000000, currency: "USD" }) // => "million USD"
 */
export function unitName(unit: Unit): string | undefined {
  const name = [MAGNITUDES[unit.exponent], unit.currency ?? unit.words].filter(Boolean).join(" ");
  return name === "" ? undefined : name;
}
