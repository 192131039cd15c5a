import type { BreakdownTarget, ComponentAnswer } from "../../engine/breakdown/answer-types.ts";
import type { KnownFigure } from "../../engine/outlook-types.ts";
import { wordingOf } from "../answers.ts";
import type { PresentedBreakdown } from "../breakdown.ts";
import { shareWriter } from "../breakdown-digits.ts";
import { isLeftOver, partNames } from "../breakdown-names.ts";
import { formatNumber, PROSE_DIGITS } from "../format-number.ts";
import { HEDGES } from "../hedged-amount.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { targetName } from "../quantity-words.ts";
import { hedgeOf, reportedAmount, reportedPercent } from "../reported-digits.ts";
import { type AmountScale, amountScale } from "./amount-scale.ts";
import type { Bar, BarPanel } from "./bar-panel.ts";
import { drawBarTable } from "./bar-table.ts";
import { evenDigits } from "./even-digits.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { elapsedPart, pictureTitle, shorterTitles } from "./picture-words.ts";
import { oneLine } from "./svg.ts";

const WORDS = {
  en: {
    contribution: "Contribution to growth so far, percentage points",
    yearContribution: "Contribution to the year's forecast growth, percentage points",
    share: "Share of the total so far",
    fullYear: "Full year as forecast",
    gap: (target: string) => `Extra needed for ${target}`,
    bySize: "Extra needed is what the forecast lacks of the target, shared out by size.",
    onLastYear: (growth: string) => `${growth} on the same period of last year`,
    leftOut: (count: number) => `… ${count} more part${count === 1 ? "" : "s"}`,
  },
  vi: {
    contribution: "Đóng góp vào tốc độ tăng, điểm phần trăm",
    yearContribution: "Đóng góp vào tốc độ tăng cả năm theo dự báo, điểm phần trăm",
    share: "Tỷ trọng trong tổng số",
    fullYear: "Cả năm theo dự báo",
    gap: (target: string) => `Cần thêm để đạt ${target}`,
    bySize: "Phần cần thêm là mức dự báo còn thiếu so với mục tiêu, phân bổ theo quy mô.",
    onLastYear: (growth: string) => `${growth} so với cùng kỳ năm trước`,
    leftOut: (count: number) => `… ${count} thành phần khác`,
  },
} as const;

/**
 * The parts of a total: what each adds to its growth, its share, and what it would have to bring more for the first
 * target that is out of the forecast's reach. What cannot be said has no panel; the full years always have one where
 * no other is left. Parts stand in the order of the first panel, what was left over last, parts of parts below them.
 * @throws PictureError where there is no part
 */
export function drawBreakdown(answer: PresentedBreakdown, options: PictureOptions): string {
  const { lang } = options;
  const { components, question, figures } = answer;
  const wording = wordingOf(answer, lang);
  const scale = amountScale(answer, amountsOf(answer), lang);
  const [main, ...others] = panelsOf(answer, scale, lang);
  if (components.length === 0 || main === undefined)
    throw new PictureError({
      path: "picture",
      message: "the answer has no part to draw",
      hint: "tell the components of the total",
    });
  const order = orderOf(components, main);
  const inOrder = ({ bars, ...panel }: BarPanel): BarPanel => ({
    ...panel,
    bars: order.map((index) => bars[index]),
  });
  const names = partNames(components, wording);
  const words = WORDS[lang];
  // With the digits of the report, unless they are counted in a larger unit.
  const toldAsReported = (ytd: KnownFigure): string =>
    scale.shown(1) === 1 ? reportedAmount(ytd, wording) : scale.told(ytd.value);
  const so = [
    ...(figures.ytd ? [HEDGES[lang][hedgeOf(figures.ytd)] + toldAsReported(figures.ytd)] : []),
    ...(figures.growth ? [words.onLastYear(growthOf(figures.growth, lang))] : []),
  ].join(", ");
  const when = sentenceCase(elapsedPart(question, lang));
  return drawBarTable(
    {
      title: pictureTitle(question, lang),
      shorterTitles: () => shorterTitles(question, lang),
      subtitle: so === "" ? when : `${when}: ${so}`,
      description: oneLine(answer.sentence),
      rows: order.map((index) => {
        const { path, depth } = components[index] as ComponentAnswer;
        return { name: sentenceCase(names(path)), depth };
      }),
      panels: [inOrder(main), ...others.map(inOrder)],
      ...(missedTarget(answer.targets) && { remark: words.bySize }),
      leftOut: words.leftOut,
    },
    options,
  );
}

const growthOf = (growth: KnownFigure, lang: Lang): string =>
  (growth.value < 0 ? "-" : "+") + reportedPercent(growth, lang);

const amountsOf = ({ figures, components }: PresentedBreakdown): readonly number[] => [
  figures.ytd?.value ?? 0,
  ...components.map(({ fullYear }) => fullYear.median),
];

/** The panels of which something can be said. */
function panelsOf(answer: PresentedBreakdown, scale: AmountScale, lang: Lang): readonly BarPanel[] {
  const { components, targets } = answer;
  const words = WORDS[lang];
  const shareOf = shareWriter(components, lang);
  const inUnit = (heading: string): string => (scale.unit === "" ? heading : `${heading}, ${scale.unit}`);
  const panel = (heading: string, barOf: (part: ComponentAnswer) => Bar | undefined): readonly BarPanel[] => {
    const bars = components.map(barOf);
    return bars.some(Boolean) ? [{ heading, bars, share: 1 }] : [];
  };
  const soFar = panel(words.contribution, ({ contribution }) => pointsBar(contribution, "known", lang));
  const contributions =
    soFar.length > 0
      ? soFar
      : panel(words.yearContribution, ({ fullYear }) => pointsBar(fullYear.contribution, "expected", lang));
  const shares = panel(words.share, (part) => {
    const label = shareOf(part);
    return part.shareOfTotal && label !== undefined
      ? { value: part.shareOfTotal.value, label, tone: contributions.length > 0 ? "quiet" : "known" }
      : undefined;
  });
  const all = [...contributions, ...shares, ...gapPanels(targets, panel, { scale, inUnit, lang })];
  if (all.length > 1) return all;
  const written = evenDigits(
    components.map(({ fullYear }) => fullYear.median),
    scale,
    lang,
    PROSE_DIGITS,
  );
  const mark = answer.question.aggregation === "sum" ? "bars" : "dots";
  return [
    ...all,
    ...panel(inUnit(words.fullYear), ({ fullYear }) => ({
      value: fullYear.median,
      label: written(fullYear.median),
      tone: "expected",
    })).map((years) => ({ ...years, mark }) as const),
  ];
}

const missedTarget = (targets: readonly BreakdownTarget[]): BreakdownTarget | undefined =>
  targets.find(({ goalSeek }) => goalSeek?.some(({ sharedBy }) => sharedBy === "size"));

/** What the first target that is missed by the forecast asks of every free part. */
function gapPanels(
  targets: readonly BreakdownTarget[],
  panel: (heading: string, barOf: (part: ComponentAnswer) => Bar | undefined) => readonly BarPanel[],
  words: { readonly scale: AmountScale; readonly inUnit: (heading: string) => string; readonly lang: Lang },
): readonly BarPanel[] {
  const { scale, inUnit, lang } = words;
  const missed = missedTarget(targets);
  const sought = missed?.goalSeek?.find(({ sharedBy }) => sharedBy === "size");
  if (!missed || !sought) return [];
  const written = evenDigits(
    sought.shares.map(({ extra }) => extra),
    scale,
    lang,
  );
  const extras = new Map(sought.shares.map(({ path, extra }) => [path, extra]));
  return panel(inUnit(WORDS[lang].gap(targetName(missed, lang))), ({ path }) => {
    const extra = extras.get(path);
    return extra === undefined
      ? undefined
      : { value: extra, label: `${extra > 0 ? "+" : ""}${written(extra)}`, tone: "outlined" };
  });
}

/** A fraction in points, with its sign. */
function pointsBar(fraction: number | undefined, tone: Bar["tone"], lang: Lang): Bar | undefined {
  if (fraction === undefined) return undefined;
  const label = formatNumber(fraction * 100, lang, Math.abs(fraction) < 0.001 ? 2 : 1);
  return {
    value: fraction,
    label: fraction > 0 && /[1-9]/.test(label) ? `+${label}` : label,
    tone: fraction < 0 ? "less" : tone,
  };
}

/** Parts by their number in the main panel, each before its own parts; what was left over is the last of its level. */
function orderOf(components: readonly ComponentAnswer[], { bars }: BarPanel): readonly number[] {
  const rank = (index: number): number =>
    isLeftOver(components[index] as ComponentAnswer)
      ? Number.NEGATIVE_INFINITY
      : (bars[index]?.value ?? -Number.MAX_VALUE);
  const below = (parent: string | undefined): readonly number[] =>
    components
      .map((_, index) => index)
      .filter((index) => components[index]?.parent === parent)
      .sort((a, b) => (rank(a) === rank(b) ? a - b : rank(b) - rank(a)))
      .flatMap((index) => [index, ...below(components[index]?.path)]);
  return below(undefined);
}
