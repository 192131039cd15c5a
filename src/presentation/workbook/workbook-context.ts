import { SHARE_OF_TARGET, wordingOf } from "../answers.ts";
import type { Presented } from "../json.ts";
import type { Lang, Wording } from "../language.ts";
import { isQuarterly, spanOf } from "../period-words.ts";
import { unitName } from "../unit-words.ts";
import { amountFormat, type CellFormat, formatDecimals } from "./cell-format.ts";
import { WORKBOOK_WORDS } from "./workbook-words.ts";

/** What every sheet of a workbook is written with. */
export interface WorkbookContext {
  readonly answer: Presented;
  readonly wording: Wording;
  readonly words: (typeof WORKBOOK_WORDS)[Lang];
  readonly amount: CellFormat;
  /** The width of a column that the largest amounts fit, in digits. */
  readonly amountWidth: number;
  readonly isQuarterly: boolean;
  /** The unit of the amounts in words; empty where there is none. */
  readonly unit: string;
}

export function contextOf(answer: Presented, lang: Lang): WorkbookContext {
  const wording = wordingOf(answer, lang);
  const words = WORKBOOK_WORDS[lang];
  const span = spanOf(answer.question);
  const amount = amountFormat(answer);
  return {
    answer,
    wording,
    words,
    amount,
    amountWidth: amountWidth(answer, amount),
    isQuarterly: span !== undefined && isQuarterly(span),
    unit: unitOf(answer, wording, words.lastYear100),
  };
}

function unitOf({ question }: Presented, { lang, unit }: Wording, lastYear100: string): string {
  if (question.amountsAre === "indexOfLastYear") return lastYear100;
  return unitName(unit === SHARE_OF_TARGET ? "" : (unit ?? ""), lang);
}

/** A title with the unit of the amounts below it. */
export const withUnit = (title: string, { unit }: Pick<WorkbookContext, "unit">): string =>
  unit === "" ? title : `${title} (${unit})`;

/** The words of the path; a mean and a level are no running totals, and are not called so. */
export const pathWords = ({ answer, words }: Pick<WorkbookContext, "answer" | "words">) => ({
  ...words,
  ...words.soFar[answer.question.aggregation ?? "sum"],
});

const NARROWEST = 14;
/** Room for separators, a sign and decimals around the whole digits. */
const ROOM = 1.4;
/** A zero, the point, a sign and air beside the decimals of small amounts. */
const BESIDE_DECIMALS = 4;

function amountWidth({ targets = [], forecast, figures }: Presented, amount: CellFormat): number {
  const ends = forecast?.intervals.map(({ upper }) => upper) ?? [];
  const largest = Math.max(figures.ytd?.value ?? 0, ...targets.map(({ value }) => value), ...ends, 1);
  return Math.max(
    NARROWEST,
    Math.ceil(Math.log10(largest) * ROOM) + 4,
    formatDecimals(amount) + BESIDE_DECIMALS,
  );
}
