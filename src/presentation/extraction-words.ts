import type { ExtractedFigure, FigurePeriod, FigureUnit } from "../extract/extraction.ts";
import type { Hedge } from "../extract/mention.ts";
import { INDICATORS } from "../extract/vocabulary/indicator-phrases.ts";
import { marketWords } from "./extraction-markets.ts";
import { formatPercent } from "./format-number.ts";
import { HEDGES } from "./hedged-amount.ts";
import type { Lang, Wording } from "./language.ts";
import { countWord, elapsedInEnglish, elapsedInVietnamese, periodName } from "./period-words.ts";
import { placeName } from "./place-words.ts";
import { formatAmount, unitName } from "./unit-words.ts";

type Named = Readonly<Record<Lang, string>>;

/** The parts of indicators; others are told as they are named. */
const COMPONENTS: Readonly<Record<string, Named>> = {
  rice: { en: "rice", vi: "gạo" },
  aquatic_products: { en: "aquatic products", vi: "thủy sản" },
  shrimp: { en: "shrimp", vi: "tôm" },
  pangasius: { en: "pangasius", vi: "cá tra" },
  squid_octopus: { en: "squid and octopus", vi: "mực, bạch tuộc" },
  tuna: { en: "tuna", vi: "cá ngừ" },
  footwear: { en: "footwear", vi: "giày dép" },
  garments: { en: "garments", vi: "hàng may mặc" },
  yarn: { en: "yarn", vi: "xơ, sợi" },
  bags: { en: "bags", vi: "túi xách" },
  coffee: { en: "coffee", vi: "cà phê" },
  vegetables_fruit: { en: "fruit and vegetables", vi: "rau quả" },
  flowers: { en: "flowers", vi: "hoa" },
  cashew: { en: "cashew nuts", vi: "hạt điều" },
  pepper: { en: "pepper", vi: "hạt tiêu" },
  rubber: { en: "rubber", vi: "cao su" },
  tea: { en: "tea", vi: "chè" },
  cassava: { en: "cassava", vi: "sắn" },
  sugar: { en: "sugar", vi: "đường" },
  cocoa: { en: "cocoa", vi: "ca cao" },
  coconut: { en: "coconut products", vi: "sản phẩm dừa" },
  honey: { en: "honey", vi: "mật ong" },
  tobacco: { en: "tobacco", vi: "thuốc lá" },
  wood_products: { en: "wood products", vi: "gỗ và sản phẩm gỗ" },
  handicrafts: { en: "handicrafts", vi: "hàng thủ công mỹ nghệ" },
  paper: { en: "paper", vi: "giấy" },
  plastics: { en: "plastics", vi: "sản phẩm nhựa" },
  chemicals: { en: "chemicals", vi: "hóa chất" },
  fertilizer: { en: "fertilizer", vi: "phân bón" },
  cement: { en: "cement", vi: "xi măng" },
  steel: { en: "steel", vi: "sắt thép" },
  alumina: { en: "alumina", vi: "alumin" },
  copper_pipes: { en: "copper pipes", vi: "ống đồng" },
  minerals: { en: "minerals", vi: "khoáng sản" },
  coal: { en: "coal", vi: "than" },
  crude_oil: { en: "crude oil", vi: "dầu thô" },
  petroleum_products: { en: "petroleum products", vi: "xăng dầu" },
  electronics: { en: "electronics", vi: "hàng điện tử" },
  phones: { en: "phones", vi: "điện thoại" },
  machinery: { en: "machinery", vi: "máy móc, thiết bị" },
  vehicles: { en: "vehicles", vi: "phương tiện vận tải" },
  wires_cables: { en: "wires and cables", vi: "dây điện và cáp điện" },
  cameras: { en: "cameras", vi: "máy ảnh" },
  agricultural_products: { en: "agricultural products", vi: "nông sản" },
  animal_feed: { en: "animal feed", vi: "thức ăn chăn nuôi" },
  food: { en: "food", vi: "thực phẩm" },
  packaging: { en: "packaging", vi: "bao bì" },
  medicine: { en: "medicine", vi: "dược phẩm" },
  industrial_goods: { en: "industrial goods", vi: "hàng công nghiệp" },
  other_goods: { en: "other goods", vi: "hàng hóa khác" },
  excluding_crude_oil: { en: "excluding crude oil", vi: "không kể dầu thô" },
  goods: { en: "goods", vi: "hàng hóa" },
  accommodation_catering: { en: "accommodation and catering", vi: "lưu trú, ăn uống" },
  travel: { en: "travel", vi: "du lịch lữ hành" },
  services_other: { en: "other services", vi: "dịch vụ khác" },
  domestic_revenue: { en: "domestic revenue", vi: "thu nội địa" },
  customs_revenue: { en: "customs revenue", vi: "thu từ hoạt động xuất nhập khẩu" },
  land_revenue: { en: "land revenue", vi: "thu tiền sử dụng đất" },
  lottery_revenue: { en: "lottery revenue", vi: "thu xổ số kiến thiết" },
  state_sector: { en: "the state sector", vi: "khu vực nhà nước" },
  private_sector: { en: "the private sector", vi: "khu vực tư nhân" },
  domestic_enterprises: { en: "domestic enterprises", vi: "doanh nghiệp trong nước" },
  fdi_sector: { en: "the FDI sector", vi: "khu vực FDI" },
  manufacturing: { en: "manufacturing", vi: "chế biến, chế tạo" },
  mining: { en: "mining", vi: "khai khoáng" },
  electricity: { en: "electricity", vi: "sản xuất và phân phối điện" },
  utilities: { en: "utilities", vi: "điện, nước" },
  water_waste: { en: "water and waste", vi: "cung cấp nước và xử lý rác thải" },
  industry_construction: { en: "industry and construction", vi: "công nghiệp và xây dựng" },
  agriculture: { en: "agriculture", vi: "nông nghiệp" },
  services: { en: "services", vi: "dịch vụ" },
  industry: { en: "industry", vi: "công nghiệp" },
  construction: { en: "construction", vi: "xây dựng" },
  product_tax: { en: "taxes on products", vi: "thuế sản phẩm" },
};

/**
 * An indicator of the vocabulary in words, with its component.
 * @example extractedIndicator("exports:rice", "en") // => "exports of rice"
 * @example extractedIndicator("exports:rice", "vi") // => "kim ngạch xuất khẩu gạo"
 */
export function extractedIndicator(indicator: string, lang: Lang): string {
  const [base = "", ...components] = indicator.split(":");
  const name = baseName(base, lang);
  if (components.length === 0) return name;
  const component = components.map((each) => componentName(each, lang)).join(", ");
  return `${name}${lang === "vi" || SELF_JOINED.test(component) ? " " : " of "}${component}`;
}

/** Components that need no "of" before them. */
const SELF_JOINED = /^(?:excluding|to) /;

/** "grdp_constant_2010" is GRDP at the prices of a year. */
function baseName(base: string, lang: Lang): string {
  const [, own = base, year] = /^(.+)_constant_(\d{4})$/.exec(base) ?? [];
  const known = INDICATORS.find((each) => each.name === own)?.[lang];
  const name = known ? inSentence(known) : spoken(own);
  if (year === undefined) return name;
  return lang === "vi" ? `${name} theo giá so sánh ${year}` : `${name} at constant ${year} prices`;
}

const componentName = (id: string, lang: Lang): string =>
  Object.hasOwn(COMPONENTS, id) ? (COMPONENTS[id] as Named)[lang] : (marketWords(id, lang) ?? spoken(id));

const spoken = (id: string): string => id.replaceAll("_", " ");
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Regions, which lists of places do not have. */
const REGIONS: Readonly<Record<string, string>> = {
  "Mekong Delta": "Đồng bằng sông Cửu Long",
  "Red River Delta": "Đồng bằng sông Hồng",
  "Southern region": "khu vực phía Nam",
  "Northern region": "khu vực phía Bắc",
  "Central region": "miền Trung",
  "Central Highlands": "Tây Nguyên",
  "South Central Coast": "Duyên hải Nam Trung Bộ",
  "North Central": "Bắc Trung Bộ",
  "Southeast region": "Đông Nam Bộ",
  "Northern midlands and mountains": "Trung du và miền núi phía Bắc",
  "Southern key economic region": "vùng kinh tế trọng điểm phía Nam",
  "Northern key economic region": "vùng kinh tế trọng điểm Bắc Bộ",
  "Central key economic region": "vùng kinh tế trọng điểm miền Trung",
};

/**
 * A place of a figure by its name in a language.
 * @example extractedPlace("Mekong Delta", "vi") // => "Đồng bằng sông Cửu Long"
 */
export const extractedPlace = (place: string, lang: Lang): string =>
  lang === "vi" && Object.hasOwn(REGIONS, place) ? (REGIONS[place] as string) : placeName(place, lang);

/**
 * A figure by its indicator, place and period.
 * @example figureName({ indicator: "exports", geography: "Kien Giang", period: { year: 2024, fromMonth: 1, throughMonth: 4 } }, "en") // => "exports of Kien Giang in the first four months of 2024"
 * @example figureName({ indicator: "exports:rice", geography: "Kien Giang", period: { year: 2024, fromMonth: 1, throughMonth: 4 } }, "en") // => "Kien Giang's exports of rice in the first four months of 2024"
 */
export function figureName(
  { indicator, geography, period }: Pick<ExtractedFigure, "indicator" | "geography" | "period">,
  lang: Lang,
): string {
  const name = extractedIndicator(indicator, lang);
  const told = lang === "vi" ? periodWords(period, lang) : `in ${periodWords(period, lang)}`;
  if (geography === undefined) return `${name} ${told}`;
  const place = extractedPlace(geography, lang);
  if (lang === "vi") return `${name} của ${place} ${told}`;
  return indicator.includes(":") ? `${place}'s ${name} ${told}` : `${name} of ${place} ${told}`;
}

/**
 * The months of a figure in words.
 * @example periodWords({ year: 2024, fromMonth: 4, throughMonth: 6 }, "vi") // => "quý II/2024"
 * @example periodWords({ fromMonth: 1, throughMonth: 4 }, "en") // => "the first four months of a year"
 */
export function periodWords({ year, fromMonth, throughMonth }: FigurePeriod, lang: Lang): string {
  const elapsed = throughMonth - fromMonth + 1;
  if (year === undefined) return ofSomeYear(fromMonth, throughMonth, lang);
  if (fromMonth === 1) {
    const span = {
      fiscalYear: year,
      fiscalYearStart: 1,
      through: monthOf(year, throughMonth),
      elapsed,
      remaining: 12 - elapsed,
    };
    return lang === "vi" ? elapsedInVietnamese(span) : elapsedInEnglish(span);
  }
  if (elapsed === 1) return periodName(monthOf(year, throughMonth), lang);
  if (elapsed === 3 && throughMonth % 3 === 0) return periodName(`${year}-Q${throughMonth / 3}`, lang);
  return `${monthName(fromMonth, lang)} ${lang === "vi" ? "đến" : "to"} ${periodName(monthOf(year, throughMonth), lang)}`;
}

function ofSomeYear(fromMonth: number, throughMonth: number, lang: Lang): string {
  if (fromMonth === throughMonth) return monthName(throughMonth, lang);
  if (fromMonth > 1)
    return `${monthName(fromMonth, lang)} ${lang === "vi" ? "đến" : "to"} ${monthName(throughMonth, lang)}`;
  if (throughMonth === 12) return lang === "vi" ? "cả năm" : "a whole year";
  return lang === "vi"
    ? `${throughMonth} tháng đầu năm`
    : `the first ${countWord(throughMonth)} months of a year`;
}

const monthOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, "0")}`;

const monthName = (month: number, lang: Lang): string =>
  periodName(monthOf(2000, month), lang).replace(/[ /]2000$/, "");

const HEDGE_WORDS: Readonly<Record<Lang, Readonly<Record<Hedge, string>>>> = {
  en: {
    exact: "",
    more_than: HEDGES.en.over,
    nearly: HEDGES.en.nearly,
    about: HEDGES.en.about,
    estimated: "an estimated ",
    at_least: HEDGES.en.atLeast,
    at_most: HEDGES.en.atMost,
  },
  vi: {
    exact: "",
    more_than: HEDGES.vi.over,
    nearly: HEDGES.vi.nearly,
    about: HEDGES.vi.about,
    estimated: "ước ",
    at_least: HEDGES.vi.atLeast,
    at_most: HEDGES.vi.atMost,
  },
};

const UNITS: Readonly<Record<FigureUnit, string | undefined>> = {
  "USD million": "million USD",
  "VND billion": "billion VND",
  percent_yoy: undefined,
};

/** How amounts of a figure are told in words. */
export const wordingIn = (unit: FigureUnit, lang: Lang): Wording => ({ lang, unit: UNITS[unit] });

/**
 * The unit of a figure by its name in Vietnamese.
 * @example vietnameseUnit("USD million") // => "triệu USD"
 */
export const vietnameseUnit = (unit: FigureUnit): string =>
  unit === "percent_yoy" ? "% so với cùng kỳ" : unitName(UNITS[unit] ?? unit, "vi");

/** How a value is hedged, in words; nothing where it is not. */
export const hedgeWords = (qualifier: Hedge, lang: Lang): string => HEDGE_WORDS[lang][qualifier].trim();

/** The amount of a figure with its hedge and its unit; nothing where only growth is told. */
export function valueWords({ value, unit, qualifier }: ExtractedFigure, lang: Lang): string {
  if (value === undefined || unit === "percent_yoy") return "";
  return HEDGE_WORDS[lang][qualifier] + formatAmount(value, wordingIn(unit, lang), "all");
}

/** A growth with its sign, and all the digits that were told. */
export const growthWords = (growth: number, lang: Lang): string =>
  (growth > 0 ? "+" : "") + formatPercent(growth, lang);
