import { type AttainmentStatus, STATUS_THRESHOLDS } from "../../engine/target/attainment-status.ts";
import type { AnyTarget } from "../answers.ts";
import { formatPercent } from "../format-number.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { STATUS_WORDS } from "../quantity-words.ts";
import { toldInterval } from "../sentence.ts";
import { type AmountScale, amountScale, digitsOf } from "./amount-scale.ts";
import type { PicturedAnswer } from "./answer.ts";
import { describedYear } from "./description.ts";
import { type GaugeFace, gaugeFace } from "./gauge-face.ts";
import { headingOf, type Sheet, sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import {
  forecastName,
  fullYearName,
  PICTURE_WORDS,
  pictureTitle,
  shorterTitles,
  targetLabel,
} from "./picture-words.ts";
import { shortProbability } from "./short-probability.ts";
import { oneLine, svgDocument } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** A target with its probability. */
type ForecastTarget = AnyTarget & {
  readonly attainmentProbability: number;
  readonly status: AttainmentStatus;
};

const WORDS = {
  en: {
    probability: (target: string) => `Probability of reaching ${target}`,
    ofTarget: (share: string) => `Forecast: ${share} of the target`,
    result: (share: string) => `${share} of the target`,
  },
  vi: {
    probability: (target: string) => `Xác suất đạt ${target}`,
    ofTarget: (share: string) => `Dự báo đạt ${share} mục tiêu`,
    result: (share: string) => `bằng ${share} mục tiêu`,
  },
} as const;

/**
 * The probability of the first target as one large number on a scale of its classes, with the forecast that it comes
 * from, and below it each other target on a scale of its own, as many as have room; the rest are counted.
 * @throws PictureError where the answer has no probability of a target
 */
export function drawGauge(answer: PicturedAnswer, options: PictureOptions): string {
  const { lang } = options;
  const targets = (answer.targets ?? []).filter(hasForecast);
  const [target, ...others] = targets;
  if (!target)
    throw new PictureError({
      path: "picture",
      message: "the answer has no target with a probability",
      hint: "tell a target, or the share of it that was reached",
    });
  const amounts = [...targets.map(({ value }) => value), answer.forecast?.median ?? 0];
  const scale = amountScale(answer, amounts, lang);
  const sheet = sheetOf(options);
  const title = pictureTitle(answer.question, lang);
  const asked = oneLine(WORDS[lang].probability(scale.toldTarget(target)));
  const heading = headingOf(sheet, {
    title,
    shorterTitles: () => shorterTitles(answer.question, lang),
    subtitle: shortened(asked, target, { scale, sheet }),
    legend: [],
  });
  const face: GaugeFace = {
    probability: target.attainmentProbability,
    number: shortProbability(target.attainmentProbability, lang),
    status: target.status,
    words: Object.fromEntries(
      Object.entries(STATUS_WORDS).map(([status, word]) => [status, word[lang]]),
    ) as GaugeFace["words"],
    target: toldAs(target, scale, lang),
    remarks: yearOf(answer, target, scale, lang),
    others: others.map((other) => ({
      probability: other.attainmentProbability,
      number: shortProbability(other.attainmentProbability, lang),
      status: other.status,
      target: toldAs(other, scale, lang),
    })),
    leftOut: PICTURE_WORDS[lang].moreTargets,
  };
  return svgDocument(
    {
      width: sheet.width,
      height: sheet.height,
      lang,
      theme: sheet.colours,
      title,
      description: `${asked}: ${face.number} (${face.words[face.status]}). ${describedYear(answer, scale, lang)}`,
    },
    [
      ...heading.nodes,
      ...gaugeFace(face, sheet, { top: heading.bottom, thresholds: Object.values(STATUS_THRESHOLDS) }),
    ],
  );
}

/** The amount stands before a name that is too long to be shown as a whole. */
function shortened(
  asked: string,
  target: ForecastTarget,
  { scale, sheet }: { readonly scale: AmountScale; readonly sheet: Sheet },
): string {
  const { lang, fontSize, width, margin } = sheet;
  if (textWidth(asked, fontSize) <= width - 2 * margin) return asked;
  return oneLine(
    `${WORDS[lang].probability(scale.told(target.value, digitsOf(target)))}: ${targetLabel(target, lang)}`,
  );
}

const hasForecast = (target: AnyTarget): target is ForecastTarget =>
  target.attainmentProbability !== undefined && target.status !== undefined;

/** What the probability comes from: the forecast with its interval, or what the year came to. */
function yearOf(
  { question, figures, forecast }: PicturedAnswer,
  { projectedAttainment, attainment }: ForecastTarget,
  scale: AmountScale,
  lang: Lang,
): readonly string[] {
  const words = WORDS[lang];
  const { aggregation, remaining } = question;
  if (remaining === 0) {
    if (!figures.ytd) return [];
    const year = `${sentenceCase(fullYearName(aggregation, lang).replace(/^the /, ""))}: ${scale.told(figures.ytd.value, digitsOf(figures.ytd))}`;
    return [attainment === undefined ? year : `${year}, ${words.result(formatPercent(attainment, lang, 1))}`];
  }
  if (!forecast)
    return projectedAttainment === undefined
      ? []
      : [words.ofTarget(formatPercent(projectedAttainment, lang, 0))];
  const interval = toldInterval(forecast.intervals);
  const level = interval && PICTURE_WORDS[lang].interval(formatPercent(interval.level, lang));
  return [
    `${forecastName(aggregation, lang)}: ${scale.told(forecast.median)}`,
    ...(interval ? [`${level}: ${scale.toldRange(interval.lower, interval.upper)}`] : []),
  ];
}

const toldAs = (target: ForecastTarget, scale: AmountScale, lang: Lang): string =>
  `${targetLabel(target, lang)}: ${scale.told(target.value, digitsOf(target))}`;
