import type { Finding, Verdict } from "../engine/figure/finding.ts";
import type { Repair } from "../engine/figure/repair.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import { quantityName, quantityRange } from "./quantity-words.ts";

/**
 * What a relation derives and what was stated, as a clause without a full stop, in either language.
 * @example findingClause({ relation: "ytd = target * shareOfTarget", quantity: "target", formula: "ytd / shareOfTarget", derived: { lower: 916.3, upper: 922.3 }, stated: { lower: 1000, upper: 1000 }, verdict: "contradicts", message: "" }, { lang: "en" }) // => "the year-to-date figure and the share of the plan give the target as 916.3 to 922.3, but 1,000 was stated"
 */
export function findingClause(finding: Finding, wording: Wording): string {
  return wording.lang === "vi" ? inVietnamese(finding, wording) : inEnglish(finding, wording);
}

function inEnglish(finding: Finding, wording: Wording): string {
  const { quantity, stated, verdict } = finding;
  const name = quantityName(quantity, "en");
  const { sources, implied, given } = partsOf(finding, wording);
  const side = bound(finding);
  if (side && given) {
    const limit = `should be ${side === "<=" ? "no more" : "no less"} than ${name}, ${given}`;
    return isPlain(finding)
      ? `${sources.join("")}, ${implied}, ${limit}`
      : `${implied} from ${listed(sources, "en")} ${limit}`;
  }
  const from =
    sources.length === 0
      ? `${name} has to be ${implied}`
      : `${listed(sources, "en")} ${sources.length > 1 ? "give" : "gives"} ${name} as ${implied}`;
  if (!stated) return from;
  return `${from}, ${verdict === "contradicts" ? "but" : "and"} ${given} was stated`;
}

function inVietnamese(finding: Finding, wording: Wording): string {
  const { quantity, stated, verdict } = finding;
  const name = quantityName(quantity, "vi");
  const { sources, implied, given } = partsOf(finding, wording);
  const side = bound(finding);
  if (side && given) {
    const limit = `${side === "<=" ? "không được lớn hơn" : "không được nhỏ hơn"} ${name} (${given})`;
    return isPlain(finding)
      ? `${sources.join("")} (${implied}) ${limit}`
      : `mức ${implied} tính từ ${listed(sources, "vi")} ${limit}`;
  }
  const theory = sources.length === 0 ? "" : `theo ${listed(sources, "vi")}, `;
  const isRange = implied.startsWith("từ ");
  const from = `${theory}${name} ${verdict === "contradicts" ? "phải " : ""}${isRange ? "nằm trong khoảng" : "là"} ${implied}`;
  if (!stated) return from;
  return `${from}, ${verdict === "contradicts" ? "trong khi báo cáo nêu" : "còn báo cáo nêu"} ${given}`;
}

function partsOf({ quantity, formula, derived, stated }: Finding, wording: Wording) {
  const names = [...new Set(formula.match(/[A-Za-z_][\w.]*/g) ?? [])].filter((name) => name !== quantity);
  return {
    sources: names.map((name) => quantityName(name, wording.lang)),
    implied: quantityRange(quantity, derived, wording),
    given: stated && quantityRange(quantity, stated, wording),
  };
}

/** Whether the formula is one figure as it stands. */
const isPlain = ({ formula }: Finding): boolean => /^[A-Za-z_][\w.]*$/.test(formula.trim());

const bound = ({ relation }: Finding): "<=" | ">=" | undefined => {
  if (relation.includes("<=")) return "<=";
  return relation.includes(">=") ? ">=" : undefined;
};

/** A finding as a sentence: the engine's own in English, written from its parts in Vietnamese. */
export function findingMessage(finding: Finding, wording: Wording): string {
  if (wording.lang === "en") return finding.message;
  if (finding.verdict === "notChecked")
    return `Không kiểm tra được quan hệ ${finding.relation}, vì mẫu số có thể bằng 0.`;
  return `${sentenceCase(findingClause(finding, wording))}${VERDICT_ENDS[finding.verdict]}.`;
}

const VERDICT_ENDS: Readonly<Record<Exclude<Verdict, "notChecked">, string>> = {
  holds: " (khớp)",
  derived: "",
  holdsIfCoarse: " (chỉ khớp nếu coi các chữ số 0 ở cuối là do làm tròn)",
  holdsIfTruncated: " (chỉ khớp nếu số liệu bị cắt bớt chữ số thay vì làm tròn)",
  contradicts: " (mâu thuẫn)",
};

/** The figures that cannot all be true, by name; empty where nothing contradicts. */
export function conflictNames({ conflict = [] }: Pick<Finding, "conflict">, lang: Lang): string {
  return listed(
    conflict.map((name) => quantityName(name, lang)),
    lang,
  );
}

const VIETNAMESE_REPAIRS: Readonly<Record<Repair["kind"], (quantity: string) => string>> = {
  coarseZeros: (quantity) => `Khớp nếu ${quantity} là số đã làm tròn`,
  truncated: (quantity) => `Khớp nếu ${quantity} bị cắt bớt chữ số thay vì làm tròn`,
  slipOfThousand: (quantity) =>
    `Khớp nếu ${quantity} bị nhầm đơn vị 1.000 lần (chẳng hạn giữa tỷ và nghìn tỷ)`,
  percentForPoints: (quantity) => `Khớp nếu ${quantity} là phần trăm, không phải điểm phần trăm`,
  pointsForPercent: (quantity) => `Khớp nếu ${quantity} là điểm phần trăm, không phải phần trăm`,
  percentOfForPercentUp: (quantity) =>
    `Khớp nếu ở ${quantity} có sự nhầm lẫn giữa “bằng” và “tăng” bao nhiêu phần trăm`,
  revisedBase: (quantity) => `Khớp nếu ${quantity} đã được điều chỉnh giữa hai lần công bố`,
  otherTarget: (quantity) => `Khớp nếu ${quantity} là một mức khác`,
  otherValue: (quantity) => `Khớp nếu ${quantity} có giá trị khác`,
};

/** A way to make contradicting figures agree: the engine's words in English, from its parts in Vietnamese. */
export function repairMessage({ kind, quantity, description, interval }: Repair, wording: Wording): string {
  if (wording.lang === "en") return description;
  const repair = VIETNAMESE_REPAIRS[kind](quantityName(quantity, "vi"));
  return interval ? `${repair}: ${quantityRange(quantity, interval, wording)}` : repair;
}

/** Everything that would make the figures of a finding agree, the most plausible first. */
export function repairsOf({ repair, otherRepairs = [] }: Finding): readonly Repair[] {
  return repair ? [repair, ...otherRepairs] : otherRepairs;
}
