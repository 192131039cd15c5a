import type { QuestionEcho } from "../../engine/outlook-types.ts";
import type { KnownNumber } from "../../engine/ranking/known-number.ts";
import type { RankedPlace } from "../../engine/ranking/ranked-place.ts";
import type { ComparedWith } from "../../engine/ranking/region-growth.ts";
import { indicatorName } from "../indicator-words.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { signedPercent } from "../markdown-blocks.ts";
import { elapsedInEnglish, elapsedInVietnamese, spanOf } from "../period-words.ts";
import { placeName } from "../place-words.ts";
import type { PresentedRanking } from "../ranking.ts";
import { growthText, levelText, percentText } from "../ranking-words.ts";
import { type AmountScale, amountScale } from "./amount-scale.ts";
import type { Bar, BarPanel } from "./bar-panel.ts";
import { drawBarTable } from "./bar-table.ts";
import { areaSample, sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { oneLine } from "./svg.ts";

const WORDS = {
  en: {
    title: "Places compared",
    growth: "Growth on the same period of last year",
    level: "Level",
    share: "Share of the whole",
    faster: "Faster than the dashed line",
    slower: "Slower",
    notCertain: "Slower, or too close to tell",
    without: (count: number) => `Growth is not known of ${count === 1 ? "one place" : `${count} places`}.`,
    leftOut: (count: number) => `… ${count} more place${count === 1 ? "" : "s"}`,
  },
  vi: {
    title: "So sánh các địa phương",
    growth: "Tốc độ tăng so với cùng kỳ năm trước",
    level: "Quy mô",
    share: "Tỷ trọng",
    faster: "Cao hơn đường nét đứt",
    slower: "Thấp hơn",
    notCertain: "Thấp hơn hoặc chưa thể phân định",
    without: (count: number) => `Chưa có tốc độ tăng của ${count} địa phương.`,
    leftOut: (count: number) => `… ${count} địa phương khác`,
  },
} as const;

/** The growth that places are compared with, as its line is named. */
const COMPARED: Readonly<Record<ComparedWith, Readonly<Record<Lang, string>>>> = {
  stated: { en: "Region", vi: "Toàn vùng" },
  weighted: { en: "Region, weighted", vi: "Bình quân toàn vùng" },
  weightedOfGiven: { en: "These places, weighted", vi: "Bình quân các địa phương này" },
  simpleAverage: { en: "Simple average", vi: "Bình quân giản đơn" },
};

const FASTER: Readonly<Record<ComparedWith, Readonly<Record<Lang, string>>>> = {
  stated: { en: "faster than the region", vi: "cao hơn toàn vùng" },
  weighted: { en: "faster than the region", vi: "cao hơn toàn vùng" },
  weightedOfGiven: { en: "faster than these places together", vi: "cao hơn bình quân các địa phương này" },
  simpleAverage: { en: "faster than the simple average", vi: "cao hơn bình quân giản đơn" },
};

/** Growth leads where at least so many places have one; one alone is compared with nobody. */
const FEWEST_GROWTHS = 2;

/**
 * Places from the fastest growth to the slowest against the region's growth, their levels beside them; by level where
 * growths are not known. The place that a headline names stands in bold.
 * @throws PictureError where no place has a number
 */
export function drawRanking(answer: PresentedRanking, options: PictureOptions): string {
  const { lang } = options;
  const words = WORDS[lang];
  const byGrowth = answer.places.filter(({ growth }) => growth).length >= FEWEST_GROWTHS;
  const places = ordered(answer.places, byGrowth);
  if (places.length === 0)
    throw new PictureError({
      path: "picture",
      message: "the answer has no place to draw",
      hint: "tell the figures of places",
    });
  const panels = [
    ...(byGrowth ? [growthPanel(answer, places, lang)] : []),
    ...levelPanel(answer, places, { lang, tone: byGrowth ? "quiet" : "known" }),
    ...(byGrowth ? [] : [growthPanel(answer, places, lang)].filter(({ bars }) => bars.some(Boolean))),
  ];
  const [first, ...others] = panels as [BarPanel, ...BarPanel[]];
  const sheet = sheetOf(options);
  const tones = new Set(first.bars.map((bar) => bar?.tone));
  const without = places.filter(({ growth }) => !growth).length;
  return drawBarTable(
    {
      title: titleOf(answer, lang),
      subtitle: subtitleOf(answer, lang),
      description: oneLine(answer.sentence),
      rows: places.map(({ name }) => ({
        name: placeName(name, lang),
        isMarked: name === answer.headline?.leader,
      })),
      panels: [first, ...others],
      ...(tones.has("known") &&
        tones.has("expected") && {
          legend: [
            { label: words.faster, sample: areaSample(sheet, sheet.colours.actual) },
            {
              label: answer.faster?.uncertain ? words.notCertain : words.slower,
              sample: areaSample(sheet, sheet.colours.forecastFill),
            },
          ],
        }),
      ...(byGrowth && without > 0 && { remark: words.without(without) }),
      leftOut: words.leftOut,
    },
    options,
  );
}

/** By rank in the measure that leads; those that have none follow in the order of the other. */
function ordered(places: PresentedRanking["places"], byGrowth: boolean): readonly RankedPlace[] {
  const rank = ({ growthRank, levelRank }: RankedPlace): number =>
    (byGrowth ? growthRank : levelRank)?.rank ?? Number.MAX_SAFE_INTEGER;
  return places.toSorted((a, b) => rank(a) - rank(b));
}

function growthPanel({ region }: PresentedRanking, places: readonly RankedPlace[], lang: Lang): BarPanel {
  const { comparedWith } = region.growth;
  return {
    heading: WORDS[lang].growth,
    share: 1.3,
    bars: places.map(({ growth, isFaster }): Bar | undefined => {
      if (!growth) return undefined;
      const tone =
        growth.value < 0 ? "less" : isFaster === "yes" || isFaster === undefined ? "known" : "expected";
      return { value: growth.value, label: growthText(growth, lang), tone };
    }),
    ...(comparedWith && {
      lines: [
        {
          value: comparedWith.value,
          label: `${COMPARED[comparedWith.kind][lang]} ${signedPercent(comparedWith.value, lang)}`,
        },
      ],
    }),
  };
}

/** Levels in the unit, or the shares that stand for them; nothing where neither is known. */
function levelPanel(
  { question }: PresentedRanking,
  places: readonly RankedPlace[],
  { lang, tone }: { readonly lang: Lang; readonly tone: Bar["tone"] },
): readonly BarPanel[] {
  const words = WORDS[lang];
  const panel = (heading: string, bars: BarPanel["bars"]): readonly BarPanel[] =>
    bars.some(Boolean) ? [{ heading, bars, share: 1 }] : [];
  if (question.levelsAre === "shares")
    return panel(
      words.share,
      places.map(({ share }) => share && { value: share.value, label: percentText(share, lang), tone }),
    );
  const scale = scaleOf(question.unit, places, lang);
  // Levels are told with their digits and hedges, where they are not counted in a larger unit.
  const label = (level: KnownNumber): string =>
    scale.shown(1) === 1 && scale.suffix === "" ? levelText(level, { lang }) : scale.label(level.value);
  return panel(
    scale.unit === "" ? words.level : `${words.level}, ${scale.unit}`,
    places.map(({ value }) => value && { value: value.value, label: label(value), tone }),
  );
}

const scaleOf = (unit: string | undefined, places: readonly RankedPlace[], lang: Lang): AmountScale =>
  amountScale(
    { question: { unit } as QuestionEcho, figures: {} },
    places.map(({ value }) => value?.value ?? 0),
    lang,
  );

function titleOf({ question: { indicator, region } }: PresentedRanking, lang: Lang): string {
  const what = indicator === undefined ? WORDS[lang].title : sentenceCase(indicatorName(indicator, lang));
  return oneLine(region === undefined ? what : `${what}, ${placeName(region, lang)}`);
}

function subtitleOf({ question, faster, region }: PresentedRanking, lang: Lang): string {
  const span = spanOf(question);
  const when = span && sentenceCase(lang === "vi" ? elapsedInVietnamese(span) : elapsedInEnglish(span));
  const { comparedWith } = region.growth;
  const count =
    faster &&
    comparedWith &&
    (lang === "vi"
      ? `${faster.count}/${faster.outOf} địa phương tăng ${FASTER[comparedWith.kind].vi}`
      : `${faster.count} of ${faster.outOf} places grew ${FASTER[comparedWith.kind].en}`);
  return [when, count].filter(Boolean).join(": ");
}
