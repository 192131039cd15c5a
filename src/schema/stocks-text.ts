/** A target behind an arrow, with its day: "-> 60% by 2025-12". */
const TARGET = /^(.*?)\s*(?:->|→)\s*(.*)$/su;
const DAY = /^(.*?)\s+(?:by|đến|den)\s+(\d{4}(?:-[\dQq-]+)?)$/su;
/** Earlier values in parentheses at the end: "48 (2022-12: 40, 2023-12: 44)". */
const EARLIER = /^(.*?)\s*\(([^()]*)\)$/su;

/**
 * Stocks between semicolons: name, value, earlier values in parentheses, target behind an arrow.
 * @example stocksIn("plants (in operation): 48") // => [{"name":"plants (in operation)","value":"48"}]
 * @example stocksIn("area: 5140 ha; plants: 48 (2023-12: 44) -> 67 by 2025-12") // => [{"name":"area","value":"5140 ha"},{"name":"plants","value":"48","earlier":[{"date":"2023-12","value":"44"}],"target":"67","targetDate":"2025-12"}]
 */
export function stocksIn(text: string): readonly object[] {
  return parted(text, ";").map((entry) => {
    const { name, rest } = named(entry);
    const { told, ...target } = withTarget(rest);
    const [, value = told, earlier] = EARLIER.exec(told) ?? [];
    return {
      ...(name !== undefined && { name }),
      value,
      ...(earlier !== undefined && { earlier: parted(earlier, /,\s+/).map(earlierIn) }),
      ...target,
    };
  });
}

/**
 * Ratios between semicolons: a name where one is wanted, numerator / denominator, "=" for what was stated, an arrow
 * for the target.
 * @example ratiosIn("share with plant: plants / clusters = more than 43% -> 60% by 2025-12") // => [{"name":"share with plant","numerator":"plants","denominator":"clusters","stated":"more than 43%","target":"60%","targetDate":"2025-12"}]
 * @example ratiosIn("jobs / area") // => [{"numerator":"jobs","denominator":"area"}]
 * @example ratiosIn("occupancy = 52.8%") // => [{"name":"occupancy","stated":"52.8%"}]
 */
export function ratiosIn(text: string): readonly object[] {
  return parted(text, ";").map((entry) => {
    const { name, rest } = named(entry);
    const { told, ...target } = withTarget(rest);
    const [, quotient = told, stated] = /^([^=]*?)\s*=\s*(.*)$/su.exec(told) ?? [];
    const [, numerator, denominator] = /^(.*?)\s*\/\s*(.*)$/su.exec(quotient) ?? [];
    // What is no quotient is the name of a ratio that everybody knows.
    const isNamed = numerator === undefined && name === undefined;
    return {
      ...(name !== undefined && { name }),
      ...(isNamed ? { name: quotient } : { numerator: numerator ?? quotient }),
      ...(denominator !== undefined && { denominator }),
      ...(stated !== undefined && { stated }),
      ...target,
    };
  });
}

function named(entry: string): { readonly name?: string; readonly rest: string } {
  const colon = entry.indexOf(":");
  const before = entry.slice(0, Math.max(0, colon));
  // A colon inside parentheses belongs to an earlier value.
  if (colon < 0 || before.split("(").length > before.split(")").length) return { rest: entry };
  return { name: entry.slice(0, colon).trim(), rest: entry.slice(colon + 1).trim() };
}

function withTarget(text: string): {
  readonly told: string;
  readonly target?: string;
  readonly targetDate?: string;
} {
  const [, told = text, target] = TARGET.exec(text) ?? [];
  if (target === undefined) return { told };
  const [, level = target, targetDate] = DAY.exec(target) ?? [];
  return { told, target: level, ...(targetDate !== undefined && { targetDate }) };
}

function earlierIn(text: string): object {
  const { name, rest } = named(text);
  return { ...(name !== undefined && { date: name }), value: rest };
}

const parted = (text: string, separator: string | RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
