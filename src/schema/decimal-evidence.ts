import { type DecimalSign, decimalSignOf } from "../engine/figure/decimal.ts";
import { literalIn } from "../engine/figure/figure-phrases.ts";

/** Fields whose numbers are no figures: labels, and what is written with a point whatever the language. */
const NO_FIGURES = new Set(["indicator", "geography", "unit", "name", "unique_id", "relations", "levels"]);

/**
 * The decimal sign that the figures of a question show by themselves: "49.496,26" beside "1.315" says that its writer
 * has decimal commas. Undefined where none shows it, and where they disagree.
 */
export function decimalShownBy(input: unknown): DecimalSign | undefined {
  const shown = new Set<DecimalSign>();
  collect(input, shown);
  const [sign] = shown;
  return shown.size === 1 ? sign : undefined;
}

function collect(value: unknown, shown: Set<DecimalSign>): void {
  if (typeof value === "string") {
    const literal = /\d[.,]\d/.test(value) ? literalIn(value) : undefined;
    const sign = literal === undefined ? undefined : decimalSignOf(literal);
    if (sign) shown.add(sign);
  } else if (typeof value === "object" && value !== null)
    for (const [field, part] of Object.entries(value)) if (!NO_FIGURES.has(field)) collect(part, shown);
}
