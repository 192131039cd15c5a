import { expressionText } from "./expression.ts";
import type { Figure } from "./figure.ts";
import type { Finding } from "./finding.ts";
import { type Mixture, mixtureOf } from "./measure.ts";
import type { Relation } from "./relation.ts";

/** A figure by which one kind of prices is turned into another, known by its name. */
const DEFLATOR = /deflator|price_?index|chi_?so_?gia/i;

/**
 * Two figures of a relation that measure different things, so that the relation must not be asked; undefined where
 * none do, or where a deflator among them turns one kind of prices into the other.
 */
export function mixedIn(
  { names }: Pick<Relation, "names">,
  figures: Readonly<Record<string, Figure>>,
): { readonly pair: readonly [string, string]; readonly mixture: Mixture } | undefined {
  const isDeflated = names.some((name) => DEFLATOR.test(name));
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1)) {
      const [measure, otherMeasure] = [figures[one]?.measure, figures[other]?.measure];
      const mixture = measure && otherMeasure && mixtureOf(measure, otherMeasure);
      if (mixture && !(isDeflated && mixture.kind === "priceBasis")) return { pair: [one, other], mixture };
    }
  return undefined;
}

/** The finding of a relation that was not asked, because its figures measure different things. */
export const mixedFinding = (
  { text, left, right }: Relation,
  { pair, mixture }: NonNullable<ReturnType<typeof mixedIn>>,
): Finding => ({
  relation: text,
  quantity: expressionText(right),
  derived: {},
  formula: expressionText(left),
  verdict: "notChecked",
  conflict: pair,
  mixture,
});
