import type { Finding, Verdict } from "../engine/figure/finding.ts";
import type { Concept, PriceBasis } from "../engine/figure/measure.ts";
import type { Repair } from "../engine/figure/repair.ts";
import { formatSignificant } from "./format-number.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import { measureWords } from "./measure-words.ts";
import { quantityName, quantityRange } from "./quantity-words.ts";

/**
 * What a relation derives and what was stated, as a clause without a full stop, in either language.
 * @example findingClause({ relation: "ytd = target * shareOfTarget", quantity: "target", formula: "ytd / shareOfTarget", derived: { lower: 916.3, upper: 922.3 }, stated: { lower: 1000, upper: 1000 }, verdict: "contradicts" }, { lang: "en" }) // => "the year-to-date figure and the share of the plan give the target as 916.3 to 922.3, but 1,000 was stated"
 */
export function findingClause(finding: Finding, wording: Wording): string {
  return wording.lang === "vi" ? inVietnamese(finding, wording) : inEnglish(finding, wording);
}

function inEnglish(finding: Finding, wording: Wording): string {
  const { quantity, stated, verdict } = finding;
  const name = quantityName(quantity, wording);
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
  if (agreesAlone(finding))
    return `${from}, and ${given} was stated: these agree alone, but not together with the other figures`;
  return `${from}, ${verdict === "contradicts" ? "but" : "and"} ${given} was stated`;
}

function inVietnamese(finding: Finding, wording: Wording): string {
  const { quantity, stated, verdict } = finding;
  const name = quantityName(quantity, wording);
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
  if (agreesAlone(finding))
    return `${from}, còn báo cáo nêu ${given}; riêng hai mức này khớp nhau nhưng không thể cùng đúng với các số liệu khác`;
  return `${from}, ${verdict === "contradicts" ? "trong khi báo cáo nêu" : "còn báo cáo nêu"} ${given}`;
}

function partsOf({ quantity, formula, derived, stated }: Finding, wording: Wording) {
  const names = [...new Set(formula.match(/[A-Za-z_][\w.]*/g) ?? [])].filter((name) => name !== quantity);
  return {
    sources: names.map((name) => quantityName(name, wording)),
    implied: quantityRange(quantity, derived, wording),
    given: stated && quantityRange(quantity, stated, wording),
  };
}

/** Whether a contradiction shows only together with other relations. */
function agreesAlone({ verdict, derived, stated }: Finding): boolean {
  if (verdict !== "contradicts" || !stated) return false;
  const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = stated;
  return (derived.lower ?? lower) <= upper && lower <= (derived.upper ?? upper);
}

/** Whether the formula is one figure as it stands. */
const isPlain = ({ formula }: Finding): boolean => /^[A-Za-z_][\w.]*$/.test(formula.trim());

const bound = ({ relation }: Finding): "<=" | ">=" | undefined => {
  if (relation.includes("<=")) return "<=";
  return relation.includes(">=") ? ">=" : undefined;
};

/** A finding as a sentence. */
export function findingMessage(finding: Finding, wording: Wording): string {
  const { lang } = wording;
  if (finding.verdict !== "notChecked")
    return `${sentenceCase(findingClause(finding, wording))}${VERDICT_ENDS[finding.verdict][lang]}.`;
  const relation = finding.relation
    .replace(/[A-Za-z_][\w.]*/g, (name) => quantityName(name, wording))
    .replaceAll("*", "×");
  if (finding.mixture) {
    const [one = "", other = ""] = (finding.conflict ?? []).map((name) => quantityName(name, wording));
    const words = (measured: PriceBasis | Concept) => measureWords(measured, lang);
    const { mixture } = finding;
    return lang === "vi"
      ? `Không kiểm tra quan hệ ${relation}: ${one} ${words(mixture.one)}, còn ${other} ${words(mixture.other)}, nên không so sánh được với nhau.`
      : `The relation ${relation} is not checked: ${one} is ${words(mixture.one)}, ${other} ${words(mixture.other)}, and such figures cannot be compared.`;
  }
  return lang === "vi"
    ? `Không kiểm tra được quan hệ ${relation}, vì mẫu số có thể bằng 0.`
    : `The relation ${relation} cannot be checked, since a divisor may be zero.`;
}

/** What a verdict adds to the sentence of a finding. */
export const VERDICT_ENDS: Readonly<Record<Exclude<Verdict, "notChecked">, Readonly<Record<Lang, string>>>> =
  {
    holds: { en: " (these agree)", vi: " (khớp)" },
    derived: { en: "", vi: "" },
    holdsIfCoarse: {
      en: " (these agree only if trailing zeros are rounding)",
      vi: " (chỉ khớp nếu coi các chữ số 0 ở cuối là do làm tròn)",
    },
    holdsIfTruncated: {
      en: " (these agree only if digits were cut off instead of rounded)",
      vi: " (chỉ khớp nếu số liệu bị cắt bớt chữ số thay vì làm tròn)",
    },
    contradicts: { en: " (both cannot be true)", vi: " (mâu thuẫn)" },
  };

/** The figures that cannot all be true, by name; empty where nothing contradicts. */
export function conflictNames({ conflict = [] }: Pick<Finding, "conflict">, wording: Wording): string {
  return listed(
    conflict.map((name) => quantityName(name, wording)),
    wording.lang,
  );
}

type RepairWords = (quantity: string, revision: string) => string;
const REPAIRS: Readonly<Record<Repair["kind"], Readonly<Record<Lang, RepairWords>>>> = {
  coarseZeros: {
    en: (quantity) => `Holds if the trailing zeros of ${quantity} are rounding`,
    vi: (quantity) => `Khớp nếu ${quantity} là số đã làm tròn`,
  },
  truncated: {
    en: (quantity) => `Holds if ${quantity} was cut off instead of rounded`,
    vi: (quantity) => `Khớp nếu ${quantity} bị cắt bớt chữ số thay vì làm tròn`,
  },
  slipOfThousand: {
    en: (quantity) =>
      `Holds if ${quantity} is wrong by a factor of 1,000, a slip such as billion for trillion`,
    vi: (quantity) => `Khớp nếu ${quantity} bị nhầm đơn vị 1.000 lần (chẳng hạn giữa tỷ và nghìn tỷ)`,
  },
  percentForPoints: {
    en: (quantity) => `Holds if ${quantity} is in percent, not in percentage points`,
    vi: (quantity) => `Khớp nếu ${quantity} là phần trăm, không phải điểm phần trăm`,
  },
  pointsForPercent: {
    en: (quantity) => `Holds if ${quantity} is in percentage points, not in percent`,
    vi: (quantity) => `Khớp nếu ${quantity} là điểm phần trăm, không phải phần trăm`,
  },
  percentOfForPercentUp: {
    en: (quantity) => `Holds if ${quantity} mixes up percent of the base and percent above it`,
    vi: (quantity) => `Khớp nếu ở ${quantity} có sự nhầm lẫn giữa “bằng” và “tăng” bao nhiêu phần trăm`,
  },
  revisedBase: {
    en: (quantity, revision) => `Holds if ${quantity} was revised${revision} between the two reports`,
    vi: (quantity, revision) => `Khớp nếu ${quantity} đã được điều chỉnh${revision} giữa hai lần công bố`,
  },
  otherTarget: {
    en: (quantity) => `Holds if ${quantity} is another one`,
    vi: (quantity) => `Khớp nếu ${quantity} là một mức khác`,
  },
  otherValue: {
    en: (quantity) => `Holds if ${quantity} has another value`,
    vi: (quantity) => `Khớp nếu ${quantity} có giá trị khác`,
  },
};

/** A way to make contradicting figures agree, with what the figure would have to be. */
export function repairMessage(
  { kind, quantity, value, interval, revision }: Repair,
  wording: Wording,
): string {
  const { lang } = wording;
  const by =
    revision === undefined
      ? ""
      : `${lang === "en" ? " by" : ""} ${formatSignificant(revision * 100, lang, 3)}%`;
  const repair = REPAIRS[kind][lang](quantityName(quantity, wording), by);
  const meant = value === undefined ? interval : { lower: value, upper: value };
  return meant ? `${repair}: ${quantityRange(quantity, meant, wording)}` : repair;
}

/** Everything that would make the figures of a finding agree, the most plausible first. */
export function repairsOf({ repair, otherRepairs = [] }: Finding): readonly Repair[] {
  return repair ? [repair, ...otherRepairs] : otherRepairs;
}
