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
    "dat co the cho thue",
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

/** What is counted, whatever word stands behind its number; land and capital are measured. */
const COUNTED: ReadonlySet<StandardStock> = new Set<StandardStock>([
  "clusters",
  "parks",
  "projects",
  "registered",
  "operating",
  "underConstruction",
  "jobs",
  "plants",
]);

export const isCounted = (standard: StandardStock | undefined): boolean =>
  standard !== undefined && COUNTED.has(standard);

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
