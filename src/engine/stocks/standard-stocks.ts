import { withoutAccents } from "../figure/vocabulary.ts";

/** What parks and clusters report, by the names that reports give it, in words that went through `spokenName`. */
const NAMES = {
  clusters: [
    "clusters",
    "industrial clusters",
    "clusters in operation",
    "industrial clusters in operation",
    "cum",
    "cum cong nghiep",
    "ccn",
  ],
  parks: [
    "parks",
    "industrial parks",
    "industrial zones",
    "parks in operation",
    "industrial parks in operation",
    "khu cong nghiep",
    "kcn",
  ],
  area: ["area", "total area", "land area", "hectares", "dien tich", "tong dien tich"],
  leasable: [
    "leasable",
    "leasable hectares",
    "leasable area",
    "leasable land",
    "leasable industrial land",
    "industrial land",
    "dat cong nghiep",
    "dat cong nghiep cho thue",
    "dat cong nghiep co the cho thue",
    "dien tich dat cong nghiep",
    "dien tich dat cong nghiep cho thue",
    "dien tich dat cong nghiep co the cho thue",
    "dien tich co the cho thue",
  ],
  leased: [
    "leased",
    "leased hectares",
    "leased area",
    "leased land",
    "leased land area",
    "leased industrial land",
    "da cho thue",
    "dat da cho thue",
    "dien tich da cho thue",
    "dien tich dat da cho thue",
    "dien tich dat cong nghiep da cho thue",
    "dat cong nghiep da cho thue",
  ],
  projects: [
    "projects",
    "investment projects",
    "secondary projects",
    "du an",
    "du an dau tu",
    "du an thu cap",
  ],
  registered: [
    "registered",
    "registered projects",
    "registered investment projects",
    "dang ky",
    "da dang ky",
    "du an dang ky",
    "du an da dang ky",
    "du an dang ky dau tu",
  ],
  operating: [
    "operating",
    "in operation",
    "operating projects",
    "projects in operation",
    "projects operating",
    "hoat dong",
    "dang hoat dong",
    "da hoat dong",
    "da di vao hoat dong",
    "du an hoat dong",
    "du an dang hoat dong",
    "du an da di vao hoat dong",
  ],
  underConstruction: [
    "under construction",
    "underconstruction",
    "building",
    "projects under construction",
    "dang xay dung",
    "dang trien khai xay dung",
    "du an dang xay dung",
    "du an dang trien khai xay dung",
  ],
  capital: [
    "capital",
    "registered capital",
    "investment capital",
    "registered investment capital",
    "total registered capital",
    "von",
    "von dang ky",
    "tong von dang ky",
    "von dau tu",
    "von dau tu dang ky",
    "tong von dau tu dang ky",
  ],
  implementedCapital: [
    "implemented capital",
    "disbursed capital",
    "realised capital",
    "realized capital",
    "von thuc hien",
    "von dau tu thuc hien",
    "von da thuc hien",
  ],
  jobs: ["jobs", "workers", "employees", "labourers", "lao dong", "nguoi lao dong", "viec lam", "cong nhan"],
  plants: [
    "plants",
    "waste water plants",
    "wastewater plants",
    "waste water treatment plants",
    "wastewater treatment plants",
    "plants in operation",
    "waste water plants in operation",
    "wastewater plants in operation",
    "with waste water plants",
    "with wastewater plants",
    "with waste water plants in operation",
    "with wastewater plants in operation",
    "with wastewater facilities in operation",
    "clusters with waste water plants in operation",
    "clusters with wastewater plants in operation",
    "clusters with wastewater facilities in operation",
    "tram xu ly nuoc thai",
    "nha may xu ly nuoc thai",
    "he thong xu ly nuoc thai",
    "he thong xu ly nuoc thai tap trung",
    "tram xu ly nuoc thai tap trung",
    "nha may xu ly nuoc thai tap trung",
    "co he thong xu ly nuoc thai",
    "co he thong xu ly nuoc thai tap trung",
    "cum cong nghiep co he thong xu ly nuoc thai tap trung",
  ],
} as const;

export type StandardStock = keyof typeof NAMES;
export const STANDARD_STOCKS = Object.keys(NAMES) as readonly StandardStock[];

const BY_NAME: ReadonlyMap<string, StandardStock> = new Map(
  STANDARD_STOCKS.flatMap((stock) => NAMES[stock].map((name) => [name, stock] as const)),
);

/**
 * A name as it is compared: lower case without accents, words parted by single spaces.
 * @example spokenName("  Cụm công-nghiệp ") // => "cum cong nghiep"
 */
export function spokenName(name: string): string {
  return withoutAccents(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * What a name stands for in reports of parks and clusters; undefined for any other name.
 * @example standardStock("Diện tích đã cho thuê") // => "leased"
 * @example standardStock("number of waste-water plants") // => "plants"
 */
export function standardStock(name: string): StandardStock | undefined {
  const spoken = spokenName(name);
  return BY_NAME.get(spoken) ?? BY_NAME.get(spoken.replace(/^(?:(?:total )?number of|(?:tong )?so) /, ""));
}

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

/** Parts and the whole that they cannot exceed together. */
export interface PartsOfWhole {
  readonly parts: readonly StandardStock[];
  readonly whole: StandardStock;
}

const PARTS: readonly PartsOfWhole[] = [
  { parts: ["operating", "underConstruction"], whole: "registered" },
  { parts: ["operating", "underConstruction"], whole: "projects" },
  { parts: ["operating"], whole: "registered" },
  { parts: ["operating"], whole: "projects" },
  { parts: ["underConstruction"], whole: "registered" },
  { parts: ["underConstruction"], whole: "projects" },
  { parts: ["leased"], whole: "leasable" },
  { parts: ["leasable"], whole: "area" },
  { parts: ["leased"], whole: "area" },
  { parts: ["plants"], whole: "clusters" },
  { parts: ["plants"], whole: "parks" },
  { parts: ["implementedCapital"], whole: "capital" },
];

/** The parts and wholes among the stocks that are known; of two that say the same the one with more parts. */
export function partsOf(known: ReadonlySet<StandardStock>): readonly PartsOfWhole[] {
  const told = PARTS.filter(({ parts, whole }) => known.has(whole) && parts.every((part) => known.has(part)));
  // Where operating and building are both told, each alone says less; a leased hectare is leasable before it is area.
  return told.filter(
    ({ parts, whole }) =>
      !told.some((other) => other.whole === whole && other.parts.length > parts.length) &&
      !(parts[0] === "leased" && whole === "area" && known.has("leasable")) &&
      !(whole === "projects" && known.has("registered")) &&
      !(whole === "parks" && known.has("clusters")),
  );
}
