import type { QuestionEcho } from "../../engine/outlook-types.ts";
import type { AnyTarget } from "../answers.ts";
import { formatProbability } from "../format-number.ts";
import { indicatorName } from "../indicator-words.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { elapsedInEnglish, elapsedInVietnamese, yearName } from "../period-words.ts";
import { placeName } from "../place-words.ts";
import { quantityName, targetName } from "../quantity-words.ts";
import { oneLine } from "./svg.ts";

/** The words of the pictures of one report. */
interface PictureWords {
  readonly toDate: Readonly<Record<QuestionEcho["aggregation"], string>>;
  readonly each: { readonly month: string; readonly quarter: string };
  readonly reported: string;
  readonly forecast: string;
  readonly interval: (level: string) => string;
  readonly atYearEnd: (levels: string) => string;
  readonly usualPath: (target: string) => string;
  readonly seasonallyNeeded: (target: string) => string;
  readonly needs: string;
  readonly needsMean: string;
  readonly a: Readonly<Record<"month" | "quarter", (amount: string) => string>>;
  readonly timesPace: (ratio: string) => string;
  readonly onLastYear: (growth: string) => string;
  readonly lastYear: string;
  readonly probability: (probability: string) => string;
  readonly attained: string;
  readonly missed: string;
  readonly result: string;
  readonly meanOf: (elapsed: string) => string;
  readonly moreTargets: (count: number) => string;
}

export const PICTURE_WORDS: Readonly<Record<Lang, PictureWords>> = {
  en: {
    toDate: {
      sum: "Year to date",
      average: "Mean of the year to date",
      last: "Level at the end of each period",
    },
    each: { month: "Month by month", quarter: "Quarter by quarter" },
    reported: "Reported",
    forecast: "Forecast",
    interval: (level) => `${level} interval`,
    atYearEnd: (levels) => `${levels} at the year's end`,
    usualPath: (target) => `Usual path to ${target}`,
    seasonallyNeeded: (target) => `Needed for ${target}, by the usual season`,
    needs: "needs",
    needsMean: "needs a mean of",
    a: { month: (amount) => `${amount} a month`, quarter: (amount) => `${amount} a quarter` },
    timesPace: (ratio) => `${ratio} times the pace so far`,
    onLastYear: (growth) => `${growth} on last year`,
    lastYear: "Last year",
    probability: (probability) => `probability ${probability}`,
    attained: "reached",
    missed: "not reached",
    result: "Result",
    meanOf: (elapsed) => `Mean of ${elapsed}`,
    moreTargets: (count) => `… ${count} more target${count === 1 ? "" : "s"}`,
  },
  vi: {
    toDate: {
      sum: "Lũy kế từ đầu năm",
      average: "Bình quân từ đầu năm",
      last: "Mức cuối mỗi kỳ",
    },
    each: { month: "Từng tháng", quarter: "Từng quý" },
    reported: "Thực hiện",
    forecast: "Dự báo",
    interval: (level) => `Khoảng dự báo ${level}`,
    atYearEnd: (levels) => `${levels} vào cuối năm`,
    usualPath: (target) => `Tiến độ thông thường để đạt ${target}`,
    seasonallyNeeded: (target) => `Cần đạt theo mùa vụ thông thường cho ${target}`,
    needs: "cần",
    needsMean: "cần bình quân",
    a: { month: (amount) => `${amount}/tháng`, quarter: (amount) => `${amount}/quý` },
    timesPace: (ratio) => `bằng ${ratio} lần bình quân từ đầu năm`,
    onLastYear: (growth) => `${growth} so với cùng kỳ`,
    lastYear: "Năm trước",
    probability: (probability) => `xác suất đạt ${probability}`,
    attained: "đã đạt",
    missed: "không đạt",
    result: "Thực hiện",
    meanOf: (elapsed) => `Bình quân ${elapsed}`,
    moreTargets: (count) => `… và ${count} mục tiêu khác`,
  },
};

/** One year by name, or the first and the last of several. */
function yearsName(
  { fiscalYear, fiscalYearStart }: Pick<QuestionEcho, "fiscalYear" | "fiscalYearStart">,
  last: number,
  lang: Lang,
): string {
  const first = yearName({ fiscalYear, fiscalYearStart }, lang);
  if (last === fiscalYear) return first;
  if (fiscalYearStart === 1) return `${first}–${last}`;
  return `${first} ${lang === "vi" ? "đến" : "to"} ${yearName({ fiscalYear: last, fiscalYearStart }, lang)}`;
}

type TitleQuestion = Pick<QuestionEcho, "fiscalYear" | "fiscalYearStart" | "indicator" | "geography">;

interface TitleParts {
  readonly what: string | undefined;
  readonly place: string | undefined;
  readonly years: string;
}

function titleParts(question: TitleQuestion, lang: Lang, lastYear: number): TitleParts {
  const { indicator, geography } = question;
  return {
    what:
      indicator === undefined
        ? undefined
        : oneLine(sentenceCase(indicatorName(indicator, lang).replace(/^the /, ""))),
    place: geography === undefined ? undefined : oneLine(placeName(geography, lang)),
    // A year does not begin a line without its word.
    years: yearsName(question, lastYear, lang).replaceAll(" ", "\u00a0"),
  };
}

function titleOf({ what, place, years }: TitleParts, lang: Lang): string {
  const of = lang === "vi" ? "của" : "of";
  const subject =
    what === undefined
      ? (place ?? (lang === "vi" ? "Dự báo" : "Outlook"))
      : place === undefined
        ? what
        : `${what} ${of} ${place}`;
  return `${oneLine(subject)}, ${years}`;
}

/**
 * The title of a picture: indicator, place and year.
 * @param lastYear the fiscal year of the last period that is drawn, where that is a later one
 * @example pictureTitle({ indicator: "exports", geography: "Kien Giang", fiscalYear: 2024, fiscalYearStart: 1 }, "en") // => "Exports of Kien Giang, 2024"
 */
export const pictureTitle = (question: TitleQuestion, lang: Lang, lastYear = question.fiscalYear): string =>
  titleOf(titleParts(question, lang, lastYear), lang);

/** Of a word that is longer than a line, letters. */
const WORD_STARTS = [24, 12, 6] as const;

/** A name with fewer and fewer of its words, at last the start of the first. */
function shorterNames(name: string): readonly string[] {
  const words = name.split(" ");
  const starts = words.map((_, index) => words.slice(0, index).join(" ")).slice(1);
  const letters = [...(words[0] ?? "")];
  return [
    ...starts.toReversed(),
    ...WORD_STARTS.filter((kept) => kept < letters.length).map((kept) => letters.slice(0, kept).join("")),
  ].map((start) => `${start.replace(/[\s,;:.–-]+$/, "")}…`);
}

/**
 * Titles for where the whole has no room, longest first: the name of the indicator loses words before that of the
 * place does, and the year stays.
 */
export function shorterTitles(
  question: TitleQuestion,
  lang: Lang,
  lastYear = question.fiscalYear,
): readonly string[] {
  const parts = titleParts(question, lang, lastYear);
  const whats = parts.what === undefined ? [] : shorterNames(parts.what);
  const what = whats.at(-1) ?? parts.what;
  const places = parts.place === undefined ? [] : shorterNames(parts.place);
  return [
    ...whats.map((shorter) => ({ ...parts, what: shorter })),
    ...places.map((place) => ({ ...parts, what, place })),
  ].map((some) => titleOf(some, lang));
}

/**
 * The name of a target on a label, in upper case.
 * @example targetLabel({ name: "plan" }, "vi") // => "Kế hoạch"
 */
export function targetLabel(
  target: Pick<AnyTarget, "name"> & Partial<Pick<AnyTarget, "origin">>,
  lang: Lang,
): string {
  const name = targetName(target, lang);
  const isQuoted = /["“]/.test(name);
  return sentenceCase(oneLine(isQuoted ? target.name : name.replace(/^the /, "")));
}

/** What is known of a target's outcome, for the second line of its label. */
export function chanceOf({ status, attainmentProbability }: AnyTarget, lang: Lang): string | undefined {
  const words = PICTURE_WORDS[lang];
  if (status === "attained") return words.attained;
  if (status === "missed") return words.missed;
  return attainmentProbability === undefined
    ? undefined
    : words.probability(formatProbability(attainmentProbability, lang));
}

/**
 * What the year comes to, as its aggregation names it.
 * @example fullYearName("average", "vi") // => "bình quân cả năm"
 */
export function fullYearName(aggregation: QuestionEcho["aggregation"], lang: Lang): string {
  if (aggregation === "sum") return lang === "vi" ? "cả năm" : "the full year";
  return quantityName("fullYear", { lang, aggregation });
}

/**
 * The forecast of the year by name.
 * @example forecastName("last", "en") // => "Forecast of the level at the end of the year"
 */
export const forecastName = (aggregation: QuestionEcho["aggregation"], lang: Lang): string =>
  `${lang === "vi" ? "Dự báo" : "Forecast of"} ${fullYearName(aggregation, lang)}`;

/** The reported part of the year, as it stands inside a label. */
export const elapsedPart = (question: QuestionEcho, lang: Lang): string =>
  lang === "vi" ? elapsedInVietnamese(question) : elapsedInEnglish(question);

/** The year before by name; a fiscal year, whose name is long, by what it is. */
export const lastYearName = ({ fiscalYear, fiscalYearStart }: QuestionEcho, lang: Lang): string =>
  fiscalYearStart === 1
    ? sentenceCase(yearName({ fiscalYear: fiscalYear - 1, fiscalYearStart }, lang))
    : PICTURE_WORDS[lang].lastYear;
