import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import type { StandardRatio } from "../engine/stocks/standard-ratios.ts";
import { type StandardStock, standardStock } from "../engine/stocks/standard-stocks.ts";
import type { Lang } from "./language.ts";

type Named = Readonly<Record<Lang, string>>;

const STOCKS: Readonly<Record<StandardStock, Named>> = {
  clusters: { en: "industrial clusters", vi: "cụm công nghiệp" },
  parks: { en: "industrial parks", vi: "khu công nghiệp" },
  area: { en: "total area", vi: "tổng diện tích" },
  leasable: { en: "leasable land", vi: "diện tích đất công nghiệp có thể cho thuê" },
  leased: { en: "leased land", vi: "diện tích đất đã cho thuê" },
  projects: { en: "projects", vi: "dự án" },
  registered: { en: "registered projects", vi: "dự án đăng ký" },
  operating: { en: "projects in operation", vi: "dự án đang hoạt động" },
  underConstruction: { en: "projects under construction", vi: "dự án đang xây dựng" },
  capital: { en: "registered capital", vi: "vốn đăng ký" },
  implementedCapital: { en: "implemented capital", vi: "vốn thực hiện" },
  jobs: { en: "jobs", vi: "lao động" },
  plants: { en: "waste-water plants in operation", vi: "hệ thống xử lý nước thải đang hoạt động" },
};

const RATIOS: Readonly<Record<StandardRatio, Named>> = {
  occupancy: { en: "occupancy of leasable land", vi: "tỷ lệ lấp đầy đất công nghiệp" },
  plantShare: {
    en: "share with a waste-water plant in operation",
    vi: "tỷ lệ có hệ thống xử lý nước thải đang hoạt động",
  },
  operatingShare: { en: "share of projects in operation", vi: "tỷ lệ dự án đang hoạt động" },
  areaPerCluster: { en: "area per cluster", vi: "diện tích bình quân một cụm" },
  areaPerPark: { en: "area per park", vi: "diện tích bình quân một khu" },
  capitalPerProject: { en: "registered capital per project", vi: "vốn đăng ký bình quân một dự án" },
  jobsPerProject: { en: "jobs per project", vi: "số lao động bình quân một dự án" },
  jobsPerHectare: { en: "jobs per hectare", vi: "số lao động bình quân một ha" },
};

/**
 * A stock by name: in the words of the language where reports of parks and clusters have it, else as it was told.
 * @example stockWords("cụm công nghiệp", "en") // => "industrial clusters"
 * @example stockWords("jetties", "vi") // => "jetties"
 */
export function stockWords(name: string, lang: Lang): string {
  const standard = standardStock(name);
  return standard ? STOCKS[standard][lang] : name;
}

/** A ratio by name: its own where the question gave it one, else that of a standard ratio, else its two parts. */
export function ratioWords(
  {
    name,
    standard,
    numerator,
    denominator,
  }: Pick<RatioAnswer, "name" | "standard" | "numerator" | "denominator">,
  lang: Lang,
): string {
  if (standard !== undefined && name === standard) return RATIOS[standard][lang];
  const isUnnamed = name === `${numerator} / ${denominator}`;
  return isUnnamed ? `${stockWords(numerator, lang)} / ${stockWords(denominator, lang)}` : name;
}
