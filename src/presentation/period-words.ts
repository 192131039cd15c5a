import type { QuestionEcho } from "../engine/outlook-types.ts";
import type { Lang } from "./language.ts";

/** Where a year stands, as the question echoes it. */
export type YearSpan = Pick<
  QuestionEcho,
  "fiscalYear" | "fiscalYearStart" | "through" | "elapsed" | "remaining"
>;

const ENGLISH_NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const ENGLISH_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const ROMAN = ["", "I", "II", "III", "IV"];

/** The span when enough of the question is known to name it. */
export function spanOf(question: Partial<QuestionEcho>): YearSpan | undefined {
  const { fiscalYear, fiscalYearStart, through, elapsed, remaining } = question;
  if (fiscalYear === undefined || through === undefined || elapsed === undefined || remaining === undefined)
    return undefined;
  return { fiscalYear, fiscalYearStart: fiscalYearStart ?? 1, through, elapsed, remaining };
}

/** Whether the year was reported in quarters. */
export function isQuarterly({ elapsed, remaining }: Pick<YearSpan, "elapsed" | "remaining">): boolean {
  return elapsed + remaining === 4;
}

/**
 * A small count in words.
 * @example countWord(8) // => "eight"
 */
export function countWord(count: number): string {
  return ENGLISH_NUMBERS[count] ?? String(count);
}

/**
 * The year by name; a fiscal year that does not begin in January carries both calendar years.
 * @example yearName({ fiscalYear: 2023, fiscalYearStart: 10 }, "en") // => "fiscal year 2023/24"
 * @example yearName({ fiscalYear: 2024, fiscalYearStart: 1 }, "vi") // => "năm 2024"
 */
export function yearName(span: Pick<YearSpan, "fiscalYear" | "fiscalYearStart">, lang: Lang): string {
  const { fiscalYear, fiscalYearStart } = span;
  if (fiscalYearStart === 1) return lang === "vi" ? `năm ${fiscalYear}` : String(fiscalYear);
  if (lang === "vi") return `năm tài chính ${fiscalYear}-${fiscalYear + 1}`;
  return `fiscal year ${fiscalYear}/${String((fiscalYear + 1) % 100).padStart(2, "0")}`;
}

/**
 * A period by name. Quarters of a fiscal year are named with it.
 * @example periodName("2024-04", "en") // => "April 2024"
 * @example periodName("2024-Q2", "vi") // => "quý II/2024"
 */
export function periodName(period: string, lang: Lang, fiscalYearStart = 1): string {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) {
    const number = Number(month[2]);
    return lang === "vi" ? `tháng ${number}/${month[1]}` : `${ENGLISH_MONTHS[number - 1]} ${month[1]}`;
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (!quarter) return period;
  const number = Number(quarter[2]);
  if (fiscalYearStart === 1)
    return lang === "vi" ? `quý ${ROMAN[number]}/${quarter[1]}` : `Q${number} ${quarter[1]}`;
  const year = yearName({ fiscalYear: Number(quarter[1]), fiscalYearStart }, lang);
  return lang === "vi" ? `quý ${ROMAN[number]} ${year}` : `Q${number} of ${year}`;
}

/**
 * The reported part of the year in English, without a preposition.
 * @example elapsedInEnglish({ fiscalYear: 2024, fiscalYearStart: 1, through: "2024-04", elapsed: 4, remaining: 8 }) // => "the first four months of 2024"
 */
export function elapsedInEnglish(span: YearSpan): string {
  const { elapsed, remaining, through } = span;
  const year = yearName(span, "en");
  if (remaining === 0) return year;
  if (isQuarterly(span)) {
    if (elapsed === 2) return `the first half of ${year}`;
    return `the first ${elapsed === 1 ? "quarter" : `${countWord(elapsed)} quarters`} of ${year}`;
  }
  if (elapsed > 1) return `the first ${countWord(elapsed)} months of ${year}`;
  const month = periodName(through, "en");
  return span.fiscalYearStart === 1 ? month : `${month}, the first month of ${year}`;
}

/**
 * The reported part of the year in Vietnamese, as reports head it. Half a year and nine months go by months, the
 * first quarter by its name.
 * @example elapsedInVietnamese({ fiscalYear: 2024, fiscalYearStart: 1, through: "2024-04", elapsed: 4, remaining: 8 }) // => "4 tháng đầu năm 2024"
 */
export function elapsedInVietnamese(span: YearSpan): string {
  const { elapsed, remaining, through, fiscalYearStart } = span;
  const year = yearName(span, "vi");
  if (remaining === 0) return year;
  if (isQuarterly(span) && elapsed === 1) return periodName(through, "vi", fiscalYearStart);
  const months = isQuarterly(span) ? elapsed * 3 : elapsed;
  if (months > 1) return `${months} tháng đầu ${year}`;
  const month = periodName(through, "vi");
  return fiscalYearStart === 1 ? month : `${month} (tháng đầu ${year})`;
}

/**
 * An ISO date as the language writes it.
 * @example dateName("2024-02-10", "en") // => "10 February 2024"
 * @example dateName("2024-02-10", "vi") // => "10/2/2024"
 */
export function dateName(date: string, lang: Lang): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (day === undefined) return date;
  if (lang === "vi") return `${Number(day)}/${Number(month)}/${year}`;
  return `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1]} ${year}`;
}
