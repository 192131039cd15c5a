import { wordingOf } from "./answers.ts";
import {
  allOf,
  type ExtractAnswer,
  impliedBy,
  type PresentedExtract,
  type ReadFigure,
} from "./extract-answer.ts";
import { EXTRACT_HEADINGS } from "./extract-headings.ts";
import { doubtMessage } from "./extraction-doubts.ts";
import {
  extractedIndicator,
  extractedPlace,
  figureName,
  growthWords,
  periodWords,
  valueWords,
  wordingIn,
} from "./extraction-words.ts";
import { findingMessage, repairMessage, repairsOf } from "./finding.ts";
import { formatPercent, formatProbability } from "./format-number.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { escaped, maybe, section, table } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { targetPhrase, VERDICT_WORDS } from "./quantity-words.ts";
import { toldInterval } from "./sentence.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

/** Readings that are less sure than this are told as such. */
const SURE = 0.7;

/**
 * A fact-check note: what the text says, what contradicts itself and what would repair it, what the other numbers come
 * to, what looks wrong, and what could not be read for sure.
 */
export function extractMarkdown(answer: ExtractAnswer, presented: PresentedExtract, lang: Lang): string {
  const all = allOf(answer.figures);
  const isContradicted = ({ coherence }: ReadFigure) => coherence?.coherence.verdict === "contradicts";
  const contradicted = all.filter(isContradicted);
  return [
    escaped(presented.sentence),
    contradictionsSection(contradicted, lang),
    figuresSection(answer.figures, lang),
    checksSection([...contradicted, ...all.filter((read) => !isContradicted(read))], lang),
    outlooksSection(all, lang),
    listSection(
      EXTRACT_HEADINGS[lang].suspicions,
      presented.suspicions.map(({ message }) => message),
    ),
    listSection(
      EXTRACT_HEADINGS[lang].unsure,
      all.flatMap((read) => unsureOf(read, lang)),
    ),
    all.length === 0
      ? ""
      : listSection(
          HEADINGS[lang].notes,
          presented.notes.map(({ message }) => message),
        ),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

const listSection = (title: string, items: readonly string[]): string =>
  items.length === 0 ? "" : section(title, items.map((item) => `- ${escaped(item)}`).join("\n"));

function figuresSection(figures: readonly ReadFigure[], lang: Lang): string {
  const words = EXTRACT_HEADINGS[lang];
  if (figures.length === 0) return "";
  const rows = figures.flatMap((read) => [
    figureRow(read, lang),
    ...allOf(read.parts).map((part) => figureRow(part, lang, words.part)),
  ]);
  return section(
    words.figures,
    table(
      [
        words.place,
        words.indicator,
        words.period,
        words.value,
        words.share,
        words.growth,
        words.base,
        words.target,
      ],
      rows,
    ),
  );
}

function figureRow({ figure }: ReadFigure, lang: Lang, part = ""): readonly string[] {
  const {
    geography,
    indicator,
    period,
    isExpected,
    shareOfTarget,
    growth,
    priorYtd,
    target,
    otherTargets = [],
  } = figure;
  const words = EXTRACT_HEADINGS[lang];
  const value = valueWords(figure, lang);
  return [
    geography === undefined ? "" : extractedPlace(geography, lang),
    `${part === "" ? "" : `${part}: `}${extractedIndicator(indicator, lang)}`,
    periodWords(period, lang),
    isExpected ? `${value} (${words.expected})`.trim() : value,
    maybe(shareOfTarget, (share) => formatPercent(share, lang)),
    maybe(growth, (told) => growthWords(told, lang)),
    maybe(priorYtd, (base) => formatAmount(base, wordingIn(figure.unit, lang), "all")),
    [...(target ? [target] : []), ...otherTargets]
      .map(({ value: amount, unit, kind, year }) => {
        const of = [words.kinds[kind], kind === "plan" || year === undefined ? "" : year].filter(Boolean);
        const told = formatAmount(amount, wordingIn(unit, lang), "all");
        return of.length > 0 ? `${told} (${of.join(" ")})` : told;
      })
      .join("; "),
  ];
}

/** Each contradiction with the words of the text, what the numbers come to, and what would repair it. */
function contradictionsSection(figures: readonly ReadFigure[], lang: Lang): string {
  if (figures.length === 0) return "";
  const words = EXTRACT_HEADINGS[lang];
  const blocks = figures.map(({ figure, quote, coherence }) => {
    const wording = wordingIn(figure.unit, lang);
    const findings = (coherence?.coherence.findings ?? []).filter(({ verdict }) => verdict === "contradicts");
    const lines = findings.flatMap((finding) => [
      `- ${escaped(findingMessage(finding, wording))}`,
      ...repairsOf(finding).map((repair) => `  - ${escaped(repairMessage(repair, wording))}.`),
    ]);
    return [
      `**${escaped(sentenceCase(figureName(figure, lang)))}** ${escaped(words.quoted(quote))}`,
      lines.join("\n"),
    ].join("\n\n");
  });
  return section(words.contradictions, ...blocks);
}

function checksSection(figures: readonly ReadFigure[], lang: Lang): string {
  const words = EXTRACT_HEADINGS[lang];
  const rows = figures.flatMap(({ figure, quote, coherence }) => {
    if (!coherence) return [];
    const { verdict } = coherence.coherence;
    const { target, priorYtd } = impliedBy(coherence);
    const wording = wordingIn(figure.unit, lang);
    if (verdict === "notChecked" && !target && !priorYtd) return [];
    return [
      [
        sentenceCase(figureName(figure, lang)),
        words.quoted(quote),
        target ? formatRange(target, wording) : "",
        priorYtd ? formatRange(priorYtd, wording) : "",
        sentenceCase(VERDICT_WORDS[verdict][lang]),
      ],
    ];
  });
  if (rows.length === 0) return "";
  return section(
    words.checks,
    table([words.figure, words.quote, words.impliedTarget, words.impliedBase, words.verdict], rows),
  );
}

function outlooksSection(figures: readonly ReadFigure[], lang: Lang): string {
  const words = EXTRACT_HEADINGS[lang];
  const rows = figures.flatMap(({ figure, outlook }) => {
    // A growth alone makes a year of last year's hundredths, which no reader would know.
    if (!outlook || outlook.question.amountsAre === "indexOfLastYear") return [];
    const { forecast, targets } = outlook;
    const wording = wordingOf(outlook, lang);
    const interval = toldInterval(forecast.intervals);
    return [
      [
        sentenceCase(figureName(figure, lang)),
        formatAmount(forecast.median, wording),
        interval ? formatRange(interval, wording) : "",
        targets
          .map(
            (target) =>
              `${maybe(target.attainmentProbability, (chance) => formatProbability(chance, lang))} (${targetPhrase(target, wording)})`,
          )
          .join("; "),
      ],
    ];
  });
  if (rows.length === 0) return "";
  const headings = HEADINGS[lang];
  return section(
    words.outlooks,
    table([words.figure, headings.fullYear, headings.range, words.chance], rows),
  );
}

function unsureOf({ figure, noOutlook }: ReadFigure, lang: Lang): readonly string[] {
  const words = EXTRACT_HEADINGS[lang];
  const name = sentenceCase(figureName(figure, lang));
  const reasons = figure.doubts.map((doubt) => doubtMessage(doubt, lang)).join(" ");
  const sure = formatPercent(figure.confidence, lang, 0);
  return [
    ...(figure.confidence < SURE
      ? [`${name} (${words.confidence(sure)}): ${reasons}`.replace(/: $/, ".")]
      : []),
    ...(noOutlook === undefined ? [] : [`${words.noOutlook}: ${name}: ${noOutlook}`]),
  ];
}
