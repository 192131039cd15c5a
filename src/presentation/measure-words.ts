import { type Concept, type PriceBasis, priceBasisName } from "../engine/figure/measure.ts";
import type { Lang } from "./language.ts";

const CONCEPT_WORDS = {
  grossOutput: { en: "gross output", vi: "là giá trị sản xuất" },
  valueAdded: { en: "value added", vi: "là giá trị tăng thêm" },
  volumeIndex: { en: "an index of volume", vi: "là chỉ số khối lượng" },
} as const satisfies Readonly<Record<Concept, Readonly<Record<Lang, string>>>>;

const isConcept = (measured: PriceBasis | Concept): measured is Concept =>
  Object.hasOwn(CONCEPT_WORDS, measured);

/**
 * What a figure measures, as the end of a clause about it.
 * @example measureWords("constant2010", "en") // => "at constant 2010 prices"
 * @example measureWords("current", "vi") // => "theo giá hiện hành"
 */
export function measureWords(measured: PriceBasis | Concept, lang: Lang): string {
  if (isConcept(measured)) return CONCEPT_WORDS[measured][lang];
  if (lang === "en") return `at ${priceBasisName(measured)}`;
  return measured === "current"
    ? "theo giá hiện hành"
    : `theo giá so sánh ${measured.slice("constant".length)}`.trim();
}
