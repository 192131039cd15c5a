import type { PartsFinding } from "../engine/breakdown/parts-coherence.ts";
import type { Repair } from "../engine/figure/repair.ts";
import { type PartNames, partsListed } from "./breakdown-names.ts";
import { findingClause, repairMessage } from "./finding.ts";
import { type Lang, listed, type Wording } from "./language.ts";
import { quantityName, quantityRange } from "./quantity-words.ts";
import { reportedPercent } from "./reported-digits.ts";

/** A quantity of a finding about parts: whose it is, and which figure of a report it is. */
interface PartQuantity {
  readonly path: string;
  readonly figure: "ytd" | "shareOfTarget" | "priorYtd";
}

const SUFFIXES = [
  [".share", "shareOfTarget"],
  [".priorYtd", "priorYtd"],
] as const;

function quantityOf(name: string): PartQuantity | undefined {
  if (name === "ytd" || name === "priorYtd") return { path: "", figure: name };
  if (!name.startsWith("components.")) return undefined;
  const own = name.slice("components.".length);
  for (const [suffix, figure] of SUFFIXES)
    if (own.endsWith(suffix)) return { path: own.slice(0, -suffix.length), figure };
  return { path: own, figure: "ytd" };
}

const AS_PART: Readonly<Record<Lang, Readonly<Record<PartQuantity["figure"], (part: string) => string>>>> = {
  en: {
    ytd: (part) => part,
    shareOfTarget: (part) => `the share of ${part}`,
    priorYtd: (part) => `last year's same period of ${part}`,
  },
  vi: {
    ytd: (part) => part,
    shareOfTarget: (part) => `tỷ trọng của ${part}`,
    priorYtd: (part) => `số cùng kỳ năm trước của ${part}`,
  },
};

function phraseOf(name: string, names: PartNames, wording: Wording): string {
  const quantity = quantityOf(name);
  if (!quantity) return quantityName(name, wording);
  return AS_PART[wording.lang][quantity.figure](names(quantity.path));
}

/** The figures that cannot all be true, by name; empty where nothing contradicts. */
export function partsConflict({ conflict = [] }: PartsFinding, names: PartNames, wording: Wording): string {
  return listed(
    conflict.map((name) => phraseOf(name, names, wording)),
    wording.lang,
  );
}

/** What would repair a finding about parts, as a sentence without its full stop. */
export function partsRepair(repair: Repair, names: PartNames, wording: Wording): string {
  const quantity = quantityOf(repair.quantity);
  if (!quantity) return repairMessage(repair, wording);
  const asReported = repairMessage({ ...repair, quantity: quantity.figure }, wording);
  return asReported.replace(
    quantityName(quantity.figure, wording),
    phraseOf(repair.quantity, names, wording),
  );
}

/** What a finding about parts says, as a clause without a full stop. */
export function partsClause(finding: PartsFinding, names: PartNames, wording: Wording): string {
  const { lang } = wording;
  const { subject, component, parts, derived, stated = {}, verdict } = finding;
  const whole = names(component);
  if (subject === "report") return `${whole}: ${findingClause(finding, wording)}`;
  const figure = subject === "shares" ? "shareOfTarget" : subject === "priorAmounts" ? "priorYtd" : "ytd";
  const told = {
    parts: partsListed(parts, names, lang),
    isOne: parts.length === 1,
    isMean: wording.aggregation === "average",
    whole,
    derived: subject === "shares" ? sharesTold(derived, wording) : quantityRange(figure, derived, wording),
    stated: quantityRange(figure, stated, wording),
    fits: verdict !== "contradicts",
    // Beside parts told by amount, the shares of others leave less than the whole.
    isLess: subject === "amounts" && finding.relation.includes(".share"),
  };
  return CLAUSES[lang][subject](told);
}

/** Shares as they were told, or their sum with as many digits. */
function sharesTold(derived: PartsFinding["derived"], wording: Wording): string {
  const { lower, upper } = derived;
  if (lower === undefined || upper === undefined) return quantityRange("shareOfTarget", derived, wording);
  return reportedPercent({ value: (lower + upper) / 2, lower, upper, origin: "reported" }, wording.lang);
}

interface Told {
  readonly parts: string;
  readonly isOne: boolean;
  /** Whether parts are averaged by their weights, not added up. */
  readonly isMean: boolean;
  readonly whole: string;
  readonly derived: string;
  readonly stated: string;
  readonly fits: boolean;
  readonly isLess: boolean;
}

type Clauses = Readonly<Record<Exclude<PartsFinding["subject"], "report">, (told: Told) => string>>;

const CLAUSES: Readonly<Record<Lang, Clauses>> = {
  en: {
    amounts: ({ parts, isOne, isMean, whole, derived, stated, fits, isLess }) =>
      `${isMean ? `the weighted mean of ${parts} is` : `${parts} ${isOne ? "comes" : "come"} to`} ${derived}, ${fits ? "and" : "but"} ${isLess ? `the shares of the others leave ${stated} of ${whole}` : `${whole} is ${stated}`}`,
    shares: ({ parts, isOne, whole, derived }) =>
      `${isOne ? "the share" : "the shares"} of ${parts} ${isOne ? "is" : "come to"} ${derived} of ${whole}`,
    priorAmounts: ({ whole, derived, stated, fits }) =>
      `by their growth the parts had ${derived} in the same period of last year, ${fits ? "and" : "but"} ${whole} had ${stated}`,
    share: ({ parts, whole, derived, stated, fits }) =>
      `its share makes ${parts} ${derived} of ${whole}, ${fits ? "and" : "but"} ${stated} was stated`,
    part: ({ parts, whole, derived, stated }) =>
      `${parts} is ${derived}, which is more than ${whole} with ${stated}`,
  },
  vi: {
    amounts: ({ parts, isOne, isMean, whole, derived, stated, fits, isLess }) =>
      `${isOne ? parts : `${isMean ? "bình quân gia quyền" : "tổng"} của ${parts}`} đạt ${derived}, ${fits ? "còn" : "trong khi"} ${isLess ? `theo tỷ trọng của các thành phần khác, ${whole} chỉ còn lại ${stated}` : `${whole} đạt ${stated}`}`,
    shares: ({ parts, isOne, whole, derived }) =>
      `${isOne ? "tỷ trọng" : "tổng tỷ trọng"} của ${parts} là ${derived} ${whole}`,
    priorAmounts: ({ isMean, whole, derived, stated, fits }) =>
      `tính theo tốc độ tăng, ${isMean ? "bình quân gia quyền" : "tổng"} các thành phần cùng kỳ năm trước đạt ${derived}, ${fits ? "còn" : "trong khi"} ${whole} đạt ${stated}`,
    share: ({ parts, derived, stated, fits }) =>
      `tính theo tỷ trọng, ${parts} đạt ${derived}, ${fits ? "còn" : "trong khi"} báo cáo nêu ${stated}`,
    part: ({ parts, whole, derived, stated }) => `${parts} (${derived}) lớn hơn ${whole} (${stated})`,
  },
};
