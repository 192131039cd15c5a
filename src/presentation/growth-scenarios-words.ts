import type { ComponentOrigin } from "../engine/growth-scenarios/component-growths.ts";
import type { SpanName } from "../engine/growth-scenarios/quarter-span.ts";
import { formatNumber, formatPercent, PRECISE_DIGITS, roundSignificant } from "./format-number.ts";
import type { Lang } from "./language.ts";

/** Column heads of a planning table, and the same spans within a sentence. */
const SPANS: Readonly<
  Record<Lang, Readonly<Record<SpanName, { readonly head: string; readonly prose: string }>>>
> = {
  en: {
    Q1: { head: "Q1", prose: "the first quarter" },
    Q2: { head: "Q2", prose: "the second quarter" },
    H1: { head: "H1", prose: "the first half" },
    Q3: { head: "Q3", prose: "the third quarter" },
    "9M": { head: "9 months", prose: "the first nine months" },
    Q4: { head: "Q4", prose: "the fourth quarter" },
    H2: { head: "H2", prose: "the second half" },
    year: { head: "Year", prose: "the year" },
    "Q2-Q3": { head: "Q2-Q3", prose: "the second and third quarters" },
    "Q2-Q4": { head: "Q2-Q4", prose: "the last three quarters" },
  },
  vi: {
    Q1: { head: "Quý I", prose: "quý I" },
    Q2: { head: "Quý II", prose: "quý II" },
    H1: { head: "6 tháng", prose: "6 tháng đầu năm" },
    Q3: { head: "Quý III", prose: "quý III" },
    "9M": { head: "9 tháng", prose: "9 tháng đầu năm" },
    Q4: { head: "Quý IV", prose: "quý IV" },
    H2: { head: "6 tháng cuối năm", prose: "6 tháng cuối năm" },
    year: { head: "Cả năm", prose: "cả năm" },
    "Q2-Q3": { head: "Quý II và III", prose: "quý II và quý III" },
    "Q2-Q4": { head: "9 tháng cuối năm", prose: "9 tháng cuối năm" },
  },
};

export const spanHead = (span: SpanName, lang: Lang): string => SPANS[lang][span].head;
export const spanInProse = (span: SpanName, lang: Lang): string => SPANS[lang][span].prose;

/** Names that the answer gives to what nobody named. */
const RESIDUALS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  productTaxesLessSubsidies: {
    en: "product taxes less subsidies",
    vi: "thuế sản phẩm trừ trợ cấp sản phẩm",
  },
  other: { en: "what is left", vi: "phần còn lại" },
};

/** A component by its own name; the part that nobody named in the language. */
export const componentName = (
  { name, origin }: { readonly name: string; readonly origin: ComponentOrigin },
  lang: Lang,
): string => (origin === "residual" && RESIDUALS[name]?.[lang]) || name;

/** Planning tables print growth to two decimals. */
const DECIMALS = 2;

/**
 * A growth as a sentence tells it, to two decimals at most.
 * @example growthInProse(0.065, "vi") // => "6,5%"
 */
export const growthInProse = (growth: number, lang: Lang): string =>
  formatPercent(Number(growth.toFixed(DECIMALS + 2)), lang);

/** A growth in a table, all with two decimals. */
export const growthInTable = (growth: number, lang: Lang): string => formatPercent(growth, lang, DECIMALS);

/**
 * A difference of growths in percentage points without sign.
 * @example pointsOf(-0.0112, "en") // => "1.12 percentage points"
 */
export function pointsOf(points: number, lang: Lang): string {
  const size = formatNumber(
    roundSignificant(Math.abs(Number((points * 100).toFixed(DECIMALS))), PRECISE_DIGITS),
    lang,
  );
  return `${size} ${lang === "vi" ? "điểm phần trăm" : "percentage points"}`;
}

/** Points in a table, with their sign. */
export function pointsInTable(points: number, lang: Lang): string {
  const text = formatNumber(roundSignificant(points * 100, PRECISE_DIGITS), lang, DECIMALS);
  return /[1-9]/.test(text) && points > 0 ? `+${text}` : text;
}

/** Both ends of a growth, or the only one. */
export function growthRange(
  lower: number,
  upper: number | undefined,
  { lang, write }: { readonly lang: Lang; readonly write: (growth: number, lang: Lang) => string },
): string {
  if (upper === undefined || write(lower, lang) === write(upper, lang)) return write(lower, lang);
  return `${write(lower, lang)}${lang === "vi" ? " đến " : " to "}${write(upper, lang)}`;
}

export const GROWTH_HEADINGS = {
  en: {
    scenario: "Scenario",
    growth: "Growth by quarter",
    levels: "Levels",
    contributions: "Contributions to the year, percentage points",
    onScenarioBefore: "Against the scenario before, percentage points",
    onPrevious: "Against the previous version, percentage points",
    previousOf: (name: string, version: string) => `${name} (version before: ${version})`,
    lowerEnd: (name: string) => `${name} (lower end)`,
    upperEnd: (name: string) => `${name} (upper end)`,
    components: (name: string) => `Components: ${name}`,
    componentPoints: (name: string) => `Components, percentage points: ${name}`,
    component: "Component",
    conditions: "Conditions",
    conditionsAndOwners: "Conditions and owners",
    owner: "Owner",
    total: "Total",
    carryOver: "Carry-over",
    carryOverAtStart: "Carry-over from last year",
    carryOverLatest: "Carry-over with the latest level",
    growthNeeded: "Still to grow, percentage points",
    nextYear: "Carry-over into next year",
    lastYear: "Share of last year",
    notes: "Notes",
  },
  vi: {
    scenario: "Kịch bản",
    growth: "Tốc độ tăng theo quý",
    levels: "Mức theo quý",
    contributions: "Đóng góp vào tăng trưởng cả năm (điểm phần trăm)",
    onScenarioBefore: "So với kịch bản liền trước (điểm phần trăm)",
    onPrevious: "So với trước khi điều chỉnh (điểm phần trăm)",
    previousOf: (name: string, version: string) => `${name} (trước khi điều chỉnh: ${version})`,
    lowerEnd: (name: string) => `${name} (cận dưới)`,
    upperEnd: (name: string) => `${name} (cận trên)`,
    components: (name: string) => `Theo khu vực, ngành: ${name}`,
    componentPoints: (name: string) => `Đóng góp theo khu vực, ngành (điểm phần trăm): ${name}`,
    component: "Khu vực, ngành",
    conditions: "Điều kiện",
    conditionsAndOwners: "Điều kiện và đơn vị chủ trì",
    owner: "Đơn vị chủ trì",
    total: "Tổng số",
    carryOver: "Tăng trưởng gối đầu (carry-over)",
    carryOverAtStart: "Mức gối đầu từ năm trước",
    carryOverLatest: "Mức gối đầu theo kỳ mới nhất",
    growthNeeded: "Còn phải tăng thêm (điểm phần trăm)",
    nextYear: "Mức gối đầu sang năm sau",
    lastYear: "Tỷ trọng năm trước",
    notes: "Ghi chú",
  },
} as const;
