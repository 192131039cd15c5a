import { type StandardStock, spokenName } from "./standard-stocks.ts";

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

/** Words by which reports know a ratio, in lower case without accents. */
const NAMES: Readonly<Partial<Record<StandardRatio, readonly string[]>>> = {
  occupancy: [
    "occupancy",
    "occupancy rate",
    "occupancy of leasable land",
    "lap day",
    "ty le lap day",
    "ty le lap day dat cong nghiep",
    "ty le lap day dien tich dat cong nghiep",
  ],
  plantShare: [
    "share with a waste water plant",
    "share with waste water plants",
    "share with a waste water plant in operation",
    "ty le co he thong xu ly nuoc thai",
    "ty le co he thong xu ly nuoc thai tap trung",
    "ty le co he thong xu ly nuoc thai dang hoat dong",
  ],
  operatingShare: [
    "share in operation",
    "share of projects in operation",
    "ty le du an hoat dong",
    "ty le du an dang hoat dong",
  ],
};

/**
 * The standard ratio that goes by a name in reports; undefined for any other name.
 * @example standardRatioNamed("Tỷ lệ lấp đầy") // => "occupancy"
 */
export function standardRatioNamed(name: string): StandardRatio | undefined {
  const spoken = spokenName(name);
  return STANDARD_RATIOS.find((ratio) => NAMES[ratio]?.includes(spoken));
}

/** The two stocks of a standard ratio: of several denominators the first that is known. */
export function stocksOf(
  ratio: StandardRatio,
  known: ReadonlySet<StandardStock>,
): { readonly numerator: StandardStock; readonly denominator: StandardStock } {
  const { numerator, denominators }: StandardRatioRule = RATIOS[ratio];
  const [usual] = denominators;
  return { numerator, denominator: denominators.find((each) => known.has(each)) ?? (usual as StandardStock) };
}

/** The two stocks of every standard ratio that can be told of those known, in a fixed order. */
export function ratiosOf(
  known: ReadonlySet<StandardStock>,
): readonly { readonly numerator: StandardStock; readonly denominator: StandardStock }[] {
  return STANDARD_RATIOS.map((name) => stocksOf(name, known)).filter(
    ({ numerator, denominator }) => known.has(numerator) && known.has(denominator),
  );
}
