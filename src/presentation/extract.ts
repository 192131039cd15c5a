import { worstVerdict } from "../engine/figure/coherence.ts";
import type { ExtractedTarget } from "../extract/extraction.ts";
import {
  allOf,
  type ExtractAnswer,
  impliedBy,
  type PresentedExtract,
  type PresentedFigure,
  type PresentedTarget,
  partsOf,
  type ReadFigure,
} from "./extract-answer.ts";
import { extractMarkdown } from "./extract-markdown.ts";
import { extractSentence } from "./extract-sentence.ts";
import { extractTable } from "./extract-table.ts";
import { doubtMessage } from "./extraction-doubts.ts";
import { extractionNoteMessage } from "./extraction-note.ts";
import { suspicionMessage } from "./extraction-suspicions.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentOptions, presentPart, rounded } from "./json.ts";
import type { Presenter } from "./presenter.ts";

export const extractPresenter: Presenter<ExtractAnswer, PresentedExtract> = {
  json: presentExtract,
  table: extractTable,
  cell: ({ figures: [headline] }) => headline && (headline.value ?? headline.growth),
  markdown: (answer, options) => extractMarkdown(answer, presentExtract(answer, options), options.lang),
};

function presentExtract(answer: ExtractAnswer, options: PresentOptions): PresentedExtract {
  const { question, extraction, figures, notes } = answer;
  const { lang, engine } = options;
  const { language, decimal, published, year, suspicions } = extraction;
  return {
    question,
    language,
    decimal,
    ...(published !== undefined && { published }),
    ...(year !== undefined && { year }),
    figures: figures.flatMap((read) => {
      const whole = presentFigure(read, options);
      return question.parts ? [whole, ...partsOf(whole)] : [whole];
    }),
    coherence: agreementOf(figures),
    suspicions: suspicions.map((suspicion) => ({
      ...suspicion,
      message: suspicionMessage(suspicion, lang),
    })),
    notes: notes.map((note) => ({ code: note.code, message: extractionNoteMessage(note, lang) })),
    sentence: extractSentence(answer, lang),
    engine,
  };
}

function presentFigure(read: ReadFigure, options: PresentOptions): PresentedFigure {
  const { figure, quote, report, coherence, outlook, noOutlook, parts } = read;
  const { doubts, written: _written, target, otherTargets, parts: _parts, ...told } = figure;
  const presented = coherence && presentPart(coherence, "coherence", options).coherence;
  const implied = coherence && impliedBy(coherence);
  const { geography, indicator, value, unit, qualifier, period, shareOfTarget, growth, ...others } = rounded(
    told,
    REPORTED_DIGITS,
  );
  const { span, confidence, ...further } = others;
  return {
    ...(geography !== undefined && { geography }),
    indicator,
    ...(value !== undefined && { value }),
    unit,
    qualifier,
    period,
    ...(shareOfTarget !== undefined && { shareOfTarget }),
    ...(growth !== undefined && { growth }),
    ...(target && { target: presentTarget(target) }),
    ...(otherTargets && { otherTargets: otherTargets.map(presentTarget) }),
    ...further,
    span,
    quote,
    confidence,
    reasons: doubts.map((doubt) => doubtMessage(doubt, options.lang)),
    ...(report && { report }),
    ...(presented && { coherence: presented }),
    ...(implied && Object.keys(implied).length > 0 && { implied: rounded(implied) }),
    ...(outlook && { outlook: presentPart(outlook, "outlook", options) }),
    ...(noOutlook !== undefined && { noOutlook }),
    ...(parts.length > 0 && { parts: parts.map((part) => presentFigure(part, options)) }),
  };
}

function presentTarget({
  written: _written,
  writtenGrowth: _growth,
  ...target
}: ExtractedTarget): PresentedTarget {
  return rounded(target, REPORTED_DIGITS);
}

function agreementOf(figures: readonly ReadFigure[]): PresentedExtract["coherence"] {
  const verdicts = allOf(figures).flatMap(({ coherence }) => coherence?.coherence.verdict ?? []);
  const checked = verdicts.filter((verdict) => verdict !== "notChecked");
  return {
    verdict: worstVerdict(verdicts),
    checked: checked.length,
    contradicting: checked.filter((verdict) => verdict === "contradicts").length,
  };
}
