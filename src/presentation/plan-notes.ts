import type { Note } from "../engine/note.ts";
import type { PlanNote, PlanNoteValues } from "../engine/plan/plan-note.ts";
import { formatPercent, roundSignificant } from "./format-number.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import { noteMessage, type SentencesOf, sentenceOf } from "./notes.ts";
import { countWord, dateName } from "./period-words.ts";
import { targetName } from "./quantity-words.ts";
import { formatAmount } from "./unit-words.ts";

/** A level may have been worked out, with more digits than anybody told. */
const LEVEL_DIGITS = 7;

/** A remark on a plan, or on the report of its running year, in words. */
export function planNoteMessage(note: Note | PlanNote, wording: Wording): string {
  const sentences = wording.lang === "vi" ? inVietnamese(wording) : inEnglish(wording);
  return isOfPlan(note, sentences) ? sentenceOf(note, sentences) : noteMessage(note, wording);
}

const isOfPlan = (note: Note | PlanNote, sentences: SentencesOf<PlanNoteValues>): note is PlanNote =>
  Object.hasOwn(sentences, note.code);

const percent = (growth: number, lang: Lang): string =>
  formatPercent(growth, lang, 1).replace(/[.,]0%$/, "%");

function inEnglish(wording: Wording): SentencesOf<PlanNoteValues> {
  const amount = (x: number) => formatAmount(x, wording);
  const exact = (x: number) => formatAmount(x, wording, "all");
  const told = (x: number) => exact(roundSignificant(x, LEVEL_DIGITS));
  const target = (name: string) => targetName({ name }, "en");
  return {
    levelRevised: ({ fiscalYear, before, after }) =>
      `The level of ${fiscalYear} was first told as ${exact(before)} and stands at ${exact(after)} now; the latest is used, and every state of it is kept.`,
    growthImpliesOtherBase: ({ fiscalYear, growth, implied, previous }) =>
      `Growth of ${formatPercent(growth, "en")} in ${fiscalYear} makes the year before ${amount(implied)}, not ${told(previous)}: it was probably revised.`,
    lastYearDiffers: ({ fiscalYear, level, reported }) =>
      `The report counts from ${exact(reported)} in ${fiscalYear}, the plan from ${exact(level)}: one of them was probably revised.`,
    yearsOverNotTold: ({ years }) =>
      `${listed(years.map(String), "en")} ${years.length === 1 ? "is" : "are"} over, but the level was not told: the path still counts ${years.length === 1 ? "it" : "them"} among the years to come. Give it in actuals.`,
    notYetKnown: ({ count, asOf }) =>
      `${sentenceCase(countWord(count))} figure${count === 1 ? " or target was" : "s or targets were"} left out as not yet known on ${dateName(asOf, "en")}.`,
    arithmeticIsEasier: ({ arithmetic, geometric, shortfall }) =>
      `The mean of unequal growths is above their geometric average, so the arithmetic reading asks for ${percent(arithmetic, "en")} a year instead of ${percent(geometric, "en")}, and ends ${amount(shortfall)} lower.`,
    meanNeedsEveryYear: ({ years }) =>
      `The arithmetic reading needs the growth of every year; that of ${listed(years.map(String), "en")} is not known.`,
    levelHasOneReading: ({ target: name }) =>
      `${sentenceCase(target(name))} is a level, which no mean of growths tells; the geometric reading is used.`,
    growthAndLevelDiffer: ({ target: name, averageGrowth, finalLevel, implied }) =>
      `${sentenceCase(target(name))} was told as ${formatPercent(averageGrowth, "en")} a year and as ${amount(finalLevel)}, which is ${percent(implied, "en")} a year; the level is used.`,
    percentOfBase: ({ target: name, ratio, averageGrowth }) =>
      `${formatPercent(averageGrowth, "en")} a year makes the last year ${formatPercent(ratio, "en")} of the base: of ${target(name)}, "up ${formatPercent(ratio, "en")}" is probably a percent of the base, not growth on it.`,
    annualTargetBelowPath: ({ target: name, value, pathLevel, laterGrowth }) =>
      `This year's own ${target(name).replace(/^the /, "")} (${amount(value)}) is below the ${amount(pathLevel)} of the path; when it is just met, the later years need ${percent(laterGrowth, "en")} a year.`,
  };
}

function inVietnamese(wording: Wording): SentencesOf<PlanNoteValues> {
  const amount = (x: number) => formatAmount(x, wording);
  const exact = (x: number) => formatAmount(x, wording, "all");
  const told = (x: number) => exact(roundSignificant(x, LEVEL_DIGITS));
  const target = (name: string) => targetName({ name }, "vi");
  return {
    levelRevised: ({ fiscalYear, before, after }) =>
      `Số liệu năm ${fiscalYear} công bố lần đầu là ${exact(before)}, nay là ${exact(after)}; số mới nhất được sử dụng, các lần công bố trước vẫn được giữ lại.`,
    growthImpliesOtherBase: ({ fiscalYear, growth, implied, previous }) =>
      `Tốc độ tăng ${formatPercent(growth, "vi")} của năm ${fiscalYear} cho thấy năm trước đó là ${amount(implied)}, không phải ${told(previous)}: có thể số liệu đã được điều chỉnh.`,
    lastYearDiffers: ({ fiscalYear, level, reported }) =>
      `Báo cáo tính từ ${exact(reported)} của năm ${fiscalYear}, còn kế hoạch tính từ ${exact(level)}: có thể một trong hai số đã được điều chỉnh.`,
    yearsOverNotTold: ({ years }) =>
      `Năm ${listed(years.map(String), "vi")} đã kết thúc nhưng chưa có số liệu cả năm, nên lộ trình vẫn tính ${years.length === 1 ? "năm này" : "các năm này"} là năm còn lại. Nên bổ sung số liệu vào actuals.`,
    notYetKnown: ({ count, asOf }) =>
      `${count} số liệu hoặc mục tiêu không được sử dụng vì đến ngày ${dateName(asOf, "vi")} chưa công bố.`,
    arithmeticIsEasier: ({ arithmetic, geometric, shortfall }) =>
      `Khi các năm tăng không đều, bình quân cộng luôn cao hơn bình quân nhân, nên tính theo bình quân cộng chỉ cần ${percent(arithmetic, "vi")}/năm thay vì ${percent(geometric, "vi")}/năm và năm cuối thấp hơn ${amount(shortfall)}.`,
    meanNeedsEveryYear: ({ years }) =>
      `Bình quân cộng cần tốc độ tăng của từng năm; chưa có số liệu của năm ${listed(years.map(String), "vi")}.`,
    levelHasOneReading: ({ target: name }) =>
      `${sentenceCase(target(name))} là một mức cụ thể nên không tính được theo bình quân cộng; kết quả tính theo bình quân nhân.`,
    growthAndLevelDiffer: ({ target: name, averageGrowth, finalLevel, implied }) =>
      `${sentenceCase(target(name))} vừa nêu ${formatPercent(averageGrowth, "vi")}/năm, vừa nêu mức ${amount(finalLevel)}, tức ${percent(implied, "vi")}/năm; kết quả tính theo mức cụ thể.`,
    percentOfBase: ({ target: name, ratio, averageGrowth }) =>
      `Tăng bình quân ${formatPercent(averageGrowth, "vi")}/năm thì năm cuối bằng ${formatPercent(ratio, "vi")} so với năm gốc: ở ${target(name)}, “tăng ${formatPercent(ratio, "vi")}” có lẽ là “bằng ${formatPercent(ratio, "vi")}”.`,
    annualTargetBelowPath: ({ target: name, value, pathLevel, laterGrowth }) =>
      `${sentenceCase(target(name))} của riêng năm nay (${amount(value)}) thấp hơn mức ${amount(pathLevel)} của lộ trình; nếu chỉ đạt đúng mức này, các năm sau phải tăng bình quân ${percent(laterGrowth, "vi")}/năm.`,
  };
}
