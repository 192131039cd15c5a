import type { Figure } from "../engine/figure/figure.ts";
import { boundsOf } from "../engine/figure/interval.ts";
import type { PlaceAnswer, Restated } from "../engine/geography/place-answer.ts";
import { MAIN_FIGURE, mainValue, type RestatedKind, type RestatedPart } from "../engine/geography/restate.ts";
import type { KnownFigure } from "../engine/outlook-types.ts";
import { formatNumber, formatPercent, PRECISE_DIGITS, roundSignificant } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type Lang, listed, sentenceCase, type Wording } from "./language.ts";
import { dateName } from "./period-words.ts";
import { formerName, formerNames, unitPhrase } from "./place-naming.ts";
import { sizeOfChange } from "./quantity-words.ts";
import { reportedPercent } from "./reported-digits.ts";
import { formatAmount } from "./unit-words.ts";

/** Larger ratios are so many of one for one of the other, not parts of a whole. */
const LARGEST_PART = 5;

/** What becomes of figures across the day on which the area changed. */
function continuitySentence({ unit, comparability }: PlaceAnswer, lang: Lang): string {
  const { continuity, changedOn = "", unchangedSince = "", after = unit, before } = comparability;
  const day = dateName(continuity === "unchanged" ? unchangedSince : changedOn, lang);
  const names = formerNames(before, after, lang);
  const others = formerNames(
    before.filter((each) => each !== unit),
    after,
    lang,
  );
  if (lang === "vi") {
    switch (continuity) {
      case "unchanged":
        return `${sentenceCase(unitPhrase(unit, "vi"))} không có sáp nhập, chia tách kể từ ngày ${day}; số liệu các thời kỳ từ đó đến nay so sánh được trực tiếp.`;
      case "renamed":
        return `Từ ngày ${day}, ${before.map((each) => unitPhrase(each, "vi")).join()} trở thành ${unitPhrase(after, "vi")} với địa giới giữ nguyên; số liệu trước và sau ngày này so sánh được trực tiếp.`;
      case "formed":
        return `${sentenceCase(unitPhrase(unit, "vi"))} được hình thành từ ngày ${day} trên cơ sở hợp nhất ${names}; chỉ so sánh được với số liệu trước đó khi đã tổng hợp số liệu của ${names} theo địa giới mới.`;
      case "absorbed":
        return `Từ ngày ${day}, ${formerName(unit, after, "vi")} cùng với ${others} hợp nhất thành ${unitPhrase(after, "vi")}; số liệu trước đó chỉ so sánh được với số liệu sau này khi đã tổng hợp cùng số liệu của ${others}.`;
    }
  }
  switch (continuity) {
    case "unchanged":
      return `${sentenceCase(unitPhrase(unit, "en"))} has been neither merged nor divided since ${day}; its figures since then can be compared as they are.`;
    case "renamed":
      return `On ${day} ${before.map((each) => unitPhrase(each, "en")).join()} became ${unitPhrase(after, "en")} with the same area; figures of before and after can be compared as they are.`;
    case "formed":
      return `${sentenceCase(unitPhrase(unit, "en"))} was formed on ${day} from ${names}; its figures can be compared with earlier ones only where those of ${names} are put together.`;
    case "absorbed":
      return `On ${day} ${formerName(unit, after, "en")} became a part of ${unitPhrase(after, "en")}, together with ${others}; its figures can be compared with later ones only where those of ${others} are put together with them.`;
  }
}

/** A figure of a kind in words: an amount with its unit, a change or a part in percent, or a bare number. */
export function restatedWords(kind: RestatedKind, value: number, { lang, unit }: Wording): string {
  const short = roundSignificant(value, PRECISE_DIGITS);
  switch (kind) {
    case "level":
    case "plan":
      return formatAmount(short, { lang, unit }, "all");
    case "growth":
    case "growthTarget":
      return changeWords(value, sizeOfChange(value, lang), lang);
    case "index":
      return formatNumber(roundSignificant(value, 4), lang);
    case "ratio":
    case "share":
      return Math.abs(value) > LARGEST_PART
        ? formatNumber(roundSignificant(value, 4), lang)
        : formatPercent(value, lang, 1);
  }
}

/** The figure that its kind is about, of one place: with the digits and the hedge that it was told with, or as it follows. */
export function partWords(kind: RestatedKind, part: RestatedPart, lang: Lang): string {
  const main = MAIN_FIGURE[kind];
  const value = mainValue(kind, part);
  const isPart = main === "ratio" && Math.abs(value) <= LARGEST_PART;
  const told = main === "ratio" ? !part.figures.numerator && part.figures.value : part.figures[main];
  if (!told || (main === "ratio" && !isPart)) return restatedWords(kind, value, { lang });
  if (isPart) return reportedPercent(toldFigure(told), lang);
  if (main === "growth") return changeWords(value, reportedPercent(toldFigure(told), lang), lang);
  return hedgedAmount(toldFigure(told), { lang });
}

/** A figure as the words of reported ones take it. */
export const toldFigure = ({ value, lower, upper }: Figure): KnownFigure => ({
  value,
  ...boundsOf({ lower, upper }),
  origin: "reported",
});

function changeWords(value: number, size: string, lang: Lang): string {
  if (lang === "vi") return `${value < 0 ? "giảm" : "tăng"} ${size}`;
  return `${value < 0 ? "a fall" : "growth"} of ${size}`;
}

/** The figures of before on the area of after, and what they were made from. */
function restatedSentence(restated: Restated, wording: Wording): string {
  const { lang } = wording;
  const { kind, into, figures, parts, missing } = restated;
  const main = figures[MAIN_FIGURE[kind]];
  if (!main) return "";
  const words = restatedWords(kind, main.value, wording);
  const made = listed(
    parts.map((part) => `${formerName(part.unit, into, lang)}: ${partWords(kind, part, lang)}`),
    lang,
  );
  const without = formerNames(missing, into, lang);
  if (lang === "vi")
    return `Quy về địa giới ${unitPhrase(into, "vi")}${without ? `, chưa có ${without}` : ""}: ${words} (${made}).`;
  return `Restated to ${unitPhrase(into, "en")}${without ? ` without ${without}` : ""}: ${words} (${made}).`;
}

/** The whole answer as a paragraph. */
export function placeSentence(answer: PlaceAnswer, lang: Lang): string {
  const { restated, question } = answer;
  return [
    continuitySentence(answer, lang),
    ...(restated ? [restatedSentence(restated, { lang, unit: question.unit })] : []),
  ].join(" ");
}
