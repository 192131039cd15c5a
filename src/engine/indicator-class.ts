import { withoutAccents } from "./figure/vocabulary.ts";
import type { IndicatorClass } from "./forecast/evidence.ts";
import type { Aggregation } from "./target/year-to-date.ts";

/**
 * Words by which an indicator is recognised, without accents. The first list that matches decides, so that
 * "retail sales of imported goods" is retail.
 */
const WORDS: readonly (readonly [IndicatorClass, RegExp])[] = [
  [
    "publicInvestment",
    /public invest|state budget invest|disbursement|dau tu cong|von dau tu|giai ngan|xay dung co ban/,
  ],
  ["retail", /retail|ban le/],
  ["exports", /export|xuat khau/],
  ["imports", /import|nhap khau/],
  [
    "industrialOutput",
    /industr|manufactur|san xuat cong nghiep|cong nghiep|\biip\b|\bipi\b|production value|gross output|san pham/,
  ],
];

/**
 * A text without accents, its words parted by single spaces however they were joined, for recognising words.
 * @example foldText("Xuất khẩu  GẠO") // => "xuat khau gao"
 */
export function foldText(text: string): string {
  return withoutAccents(text)
    .replace(/[\s_:-]+/g, " ")
    .trim();
}

/** Words of indices, whose periods are averaged. */
const INDEX = /\b(index|iip|ipi|cpi|ppi|chi so)\b/;

/**
 * How periods usually make the year of an indicator: an index is averaged, anything else is taken to add up.
 * @example usualAggregation("Chỉ số sản xuất công nghiệp") // => "average"
 * @example usualAggregation("industrial output") // => "sum"
 */
export function usualAggregation(indicator: string): Aggregation {
  return INDEX.test(foldText(indicator)) ? "average" : "sum";
}

/**
 * The class of an indicator from its name in English or Vietnamese; `general` when no word is known.
 * @example indicatorClassOf("Kim ngạch xuất khẩu") // => "exports"
 * @example indicatorClassOf("industrial_production_value") // => "industrialOutput"
 */
export function indicatorClassOf(indicator: string): IndicatorClass {
  const folded = foldText(indicator);
  return WORDS.find(([, words]) => words.test(folded))?.[0] ?? "general";
}
