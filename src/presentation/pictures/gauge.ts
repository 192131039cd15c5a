import { foldText } from "../../engine/indicator-class.ts";
import { type AttainmentStatus, STATUS_THRESHOLDS } from "../../engine/target/attainment-status.ts";
import { type AnyTarget, wordingOf } from "../answers.ts";
import { formatPercent } from "../format-number.ts";
import type { Lang } from "../language.ts";
import { STATUS_WORDS, targetPhrase } from "../quantity-words.ts";
import { toldInterval } from "../sentence.ts";
import { type AmountScale, amountScale } from "./amount-scale.ts";
import type { PicturedAnswer } from "./answer.ts";
import { describedYear } from "./description.ts";
import { type GaugeFace, gaugeFace } from "./gauge-face.ts";
import { headingOf, type Sheet, sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { PICTURE_WORDS, pictureTitle, targetLabel } from "./picture-words.ts";
import { shortProbability } from "./short-probability.ts";
import { oneLine, svgDocument } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** A target with its probability. */
type ForecastTarget = AnyTarget & {
  readonly attainmentProbability: number;
  readonly status: AttainmentStatus;
};

type GaugeOptions = PictureOptions & {
  /** The name of the target; the first where it is not told. */
  readonly target?: string;
};

const WORDS = {
  en: {
    probability: (target: string) => `Probability of reaching ${target}`,
    fullYear: (amount: string) => `Full year: ${amount}`,
    forecast: (amount: string) => `Forecast of the full year: ${amount}`,
    ofTarget: (share: string) => `Forecast: ${share} of the target`,
  },
  vi: {
    probability: (target: string) => `Xác suất đạt ${target}`,
    fullYear: (amount: string) => `Cả năm: ${amount}`,
    forecast: (amount: string) => `Dự báo cả năm: ${amount}`,
    ofTarget: (share: string) => `Dự báo đạt ${share} mục tiêu`,
  },
} as const;

/** Of the other targets below the gauge. */
const MOST_OTHERS = 3;

/**
 * The probability of a target as one large number on a scale of its classes, with the forecast that it comes from and
 * the other targets below.
 * @throws PictureError where the answer has no such target, or no probability of any
 */
export function drawGauge(answer: PicturedAnswer, options: GaugeOptions): string {
  const { lang } = options;
  const targets = (answer.targets ?? []).filter(hasForecast);
  const target = targetAsked(targets, options.target);
  const scale = amountScale(answer, [target.value, answer.forecast?.median ?? 0], lang);
  const sheet = sheetOf(options);
  const title = pictureTitle(answer.question, lang);
  const asked = askedIn(target, answer, { scale, sheet });
  const heading = headingOf(sheet, { title, subtitle: asked, legend: [] });
  const others = targets.filter((other) => other !== target).slice(0, MOST_OTHERS);
  const face: GaugeFace = {
    probability: target.attainmentProbability,
    number: shortProbability(target.attainmentProbability, lang),
    status: target.status,
    words: Object.fromEntries(
      Object.entries(STATUS_WORDS).map(([status, word]) => [status, word[lang]]),
    ) as GaugeFace["words"],
    target: `${targetLabel(target, lang)}: ${scale.told(target.value)}`,
    remarks: [
      ...yearOf(answer, target, scale, lang),
      ...others.map((other) => otherTarget(other, scale, lang)),
    ],
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
function askedIn(
  target: ForecastTarget,
  answer: PicturedAnswer,
  { scale, sheet }: { readonly scale: AmountScale; readonly sheet: Sheet },
): string {
  const { lang, fontSize, width, margin } = sheet;
  const { probability } = WORDS[lang];
  const whole = oneLine(probability(targetPhrase(target, wordingOf(answer, lang))));
  if (textWidth(whole, fontSize) <= width - 2 * margin) return whole;
  return oneLine(`${probability(scale.told(target.value))}: ${targetLabel(target, lang)}`);
}

const hasForecast = (target: AnyTarget): target is ForecastTarget =>
  target.attainmentProbability !== undefined && target.status !== undefined;

function targetAsked(targets: readonly ForecastTarget[], name: string | undefined): ForecastTarget {
  const [first] = targets;
  if (!first)
    throw new PictureError({
      path: "picture",
      message: "the answer has no target with a probability",
      hint: "tell a target, or the share of it that was reached",
    });
  if (name === undefined) return first;
  const found = targets.find((target) => foldText(target.name) === foldText(name));
  if (found) return found;
  throw new PictureError({
    path: "target",
    message: "no target has this name",
    hint: `its targets are ${targets.map((target) => target.name).join(", ")}`,
  });
}

/** What the probability comes from: the forecast with its interval, or what the year came to. */
function yearOf(
  { question, figures, forecast }: PicturedAnswer,
  { projectedAttainment }: ForecastTarget,
  scale: AmountScale,
  lang: Lang,
): readonly string[] {
  const words = WORDS[lang];
  if (question.remaining === 0) return figures.ytd ? [words.fullYear(scale.told(figures.ytd.value))] : [];
  if (!forecast)
    return projectedAttainment === undefined
      ? []
      : [words.ofTarget(formatPercent(projectedAttainment, lang, 0))];
  const interval = toldInterval(forecast.intervals);
  const level = interval && PICTURE_WORDS[lang].interval(formatPercent(interval.level, lang));
  return [
    words.forecast(scale.told(forecast.median)),
    ...(interval ? [`${level}: ${rangeOf(interval, scale)}`] : []),
  ];
}

const rangeOf = (
  { lower, upper }: { readonly lower: number; readonly upper: number },
  scale: AmountScale,
): string =>
  [scale.label(lower), "–", scale.label(upper), scale.suffix === "" ? scale.unit : ""].join(" ").trim();

const otherTarget = (target: ForecastTarget, scale: AmountScale, lang: Lang): string =>
  `${targetLabel(target, lang)}: ${scale.told(target.value)}, ${shortProbability(target.attainmentProbability, lang)}, ${STATUS_WORDS[target.status][lang]}`;
