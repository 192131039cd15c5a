import type { Plan } from "../engine/plan/plan-answer.ts";
import { decimalsOf, PRECISE_DIGITS, PROSE_DIGITS, roundSignificant } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { yearName } from "./period-words.ts";
import { formatAmount } from "./unit-words.ts";

/** A base with more decimals was worked out and has no digits of its own. */
const MOST_DECIMALS = 4;
/** The most that `toFixed` writes. */
const MOST_FIXED = 100;

/** How the texts about a plan are written. */
export const planWording = ({ question }: Pick<Plan, "question">, lang: Lang): Wording => ({
  lang,
  unit: question.unit,
  aggregation: question.aggregation,
});

/**
 * A level, or a difference of levels, that follows from the base by arithmetic: with the decimals of the base, or as many
 * as four significant digits of it need. A forecast claims no more than four digits of its own.
 */
export function planLevel({ base }: Pick<Plan, "base">, level: number, wording: Wording): string {
  const told = decimalsOf(roundSignificant(base.value, PRECISE_DIGITS));
  const least = PROSE_DIGITS - 1 - Math.floor(Math.log10(base.value));
  const decimals = Math.max(0, least, told > MOST_DECIMALS ? 0 : told);
  return formatAmount(Number(level.toFixed(Math.min(MOST_FIXED, decimals))), wording, "all");
}

/** A year of a plan by name. */
export const planYearName = (
  { question: { fiscalYearStart } }: Pick<Plan, "question">,
  fiscalYear: number,
  lang: Lang,
): string => yearName({ fiscalYear, fiscalYearStart }, lang);

/** The years of a plan by name: "2021-2025", or "giai đoạn 2021-2025". */
export function spanName({ firstYear, lastYear, fiscalYearStart }: Plan["question"], lang: Lang): string {
  if (firstYear === lastYear) return yearName({ fiscalYear: firstYear, fiscalYearStart }, lang);
  const years = `${firstYear}-${lastYear}`;
  if (lang === "vi")
    return fiscalYearStart === 1 ? `giai đoạn ${years}` : `giai đoạn các năm tài chính ${years}`;
  return fiscalYearStart === 1 ? years : `fiscal years ${years}`;
}
