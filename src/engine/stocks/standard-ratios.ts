import type { StandardStock } from "./standard-stocks.ts";

/** A ratio that the figures of parks and clusters give without being asked; the first name that is told counts. */
interface StandardRatioRule {
  readonly numerator: StandardStock;
  readonly denominators: readonly StandardStock[];
  /** Of a whole, or so much for each. */
  readonly kind: "share" | "perUnit";
}

const RATIOS = {
  occupancy: { numerator: "leased", denominators: ["leasable"], kind: "share" },
  plantShare: { numerator: "plants", denominators: ["clusters", "parks"], kind: "share" },
  operatingShare: { numerator: "operating", denominators: ["registered", "projects"], kind: "share" },
  areaPerCluster: { numerator: "area", denominators: ["clusters"], kind: "perUnit" },
  areaPerPark: { numerator: "area", denominators: ["parks"], kind: "perUnit" },
  capitalPerProject: { numerator: "capital", denominators: ["projects", "registered"], kind: "perUnit" },
  jobsPerProject: { numerator: "jobs", denominators: ["projects", "registered"], kind: "perUnit" },
  jobsPerHectare: { numerator: "jobs", denominators: ["area"], kind: "perUnit" },
} as const satisfies Readonly<Record<string, StandardRatioRule>>;

export type StandardRatio = keyof typeof RATIOS;
export const STANDARD_RATIOS = Object.keys(RATIOS) as readonly StandardRatio[];

/** The standard ratio of two stocks, with the kind that it is; undefined for any other two. */
export function standardRatio(
  numerator: StandardStock | undefined,
  denominator: StandardStock | undefined,
): { readonly name: StandardRatio; readonly kind: StandardRatioRule["kind"] } | undefined {
  const name = STANDARD_RATIOS.find((each) => {
    const rule: StandardRatioRule = RATIOS[each];
    return (
      rule.numerator === numerator && denominator !== undefined && rule.denominators.includes(denominator)
    );
  });
  return name && { name, kind: RATIOS[name].kind };
}

/** The two stocks of every standard ratio that can be told of those known, in a fixed order. */
export function ratiosOf(
  known: ReadonlySet<StandardStock>,
): readonly { readonly numerator: StandardStock; readonly denominator: StandardStock }[] {
  return STANDARD_RATIOS.flatMap((name) => {
    const { numerator, denominators }: StandardRatioRule = RATIOS[name];
    const denominator = denominators.find((each) => known.has(each));
    return known.has(numerator) && denominator !== undefined ? [{ numerator, denominator }] : [];
  });
}
