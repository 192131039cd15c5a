import { coherence } from "../../engine/coherence.ts";
import { EngineError } from "../../engine/engine-error.ts";
import { outlook } from "../../engine/outlook.ts";
import type { Outlook } from "../../engine/outlook-types.ts";
import { extract } from "../../extract/extract.ts";
import type { ExtractedFigure, Extraction } from "../../extract/extraction.ts";
import { extractPresenter } from "../../presentation/extract.ts";
import type { ExtractAnswer, ReadFigure } from "../../presentation/extract-answer.ts";
import type { ExtractionNote } from "../../presentation/extraction-note.ts";
import { quoteOf } from "../../presentation/extraction-quote.ts";
import { extractedIndicator } from "../../presentation/extraction-words.ts";
import { readCoherenceQuestion } from "../../schema/coherence-question.ts";
import {
  EXTRACT_FORM,
  type ExtractAsk,
  ExtractQuestionInput,
  readExtractQuestion,
} from "../../schema/extract-question.ts";
import { coherenceQuestionOf, type ReportQuestion, reportOf } from "../../schema/extracted-report.ts";
import { InvalidQuestion } from "../../schema/problems.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Dependencies } from "../dependencies.ts";
import type { Operation } from "../operation.ts";
import { problemOf } from "../problem.ts";
import { representWith } from "./answer.ts";

/** More figures than this, each with its parts, are those of a table and not of a text. */
export const MAX_FIGURES = 400;
/** More outlooks than this are not worked out for one text. */
export const MAX_OUTLOOKS = 40;

export const extractOperation: Operation = {
  name: "extract",
  summary: "The figures that an article or a report tells, and whether they can be true",
  description:
    "Reads a text in English or Vietnamese: each figure with its place, indicator, value, period, share of target, growth and target, the words that it was read from, and how sure the reading is. The numbers of each figure are checked against each other as /v1/coherence does, and what looks wrong between the lines is told as a suspicion: a level where only growth is meant, a slip of a thousand, a date that can be read in two ways. Each figure that is cumulative since January carries the `report` that the other functions take as it is; with outlook=true it carries its outlook too. Markdown is a fact-check note. The cell tells the value of the first figure.",
  question: ExtractQuestionInput,
  form: EXTRACT_FORM,
  answer: async () => (await import("../../schema/extract-answer.ts")).ExtractAnswer,
  // The figures of Kien Giang's exports after four months of 2024 (VNS).
  example: {
    text: "Exports from Kien Giang came to over US$290 million between January and April 2024, which is 31.6% of the plan for the year and 21.26% more than a year earlier. The province's export target for 2024 is US$1 billion.",
    published: "2024-05-10",
  },
  respond(raw, ask) {
    const question = readExtractQuestion(raw);
    return representWith(extractPresenter, answerTo(question, ask.dependencies), raw, ask);
  },
};

function answerTo(question: ExtractAsk, dependencies: Dependencies): ExtractAnswer {
  const { text, published, lang, withOutlooks, listsParts } = question;
  const { figures: found, ...extraction } = extract(text, {
    ...(published !== undefined && { published }),
    units: dependencies.knowledge.units,
    articleNumbers: dependencies.knowledge.articleNumbers,
  });
  const figures = firstOf(found, MAX_FIGURES);
  const read = figures.map((figure) => readFigure(figure, question, dependencies));
  const looks = withOutlooks ? outlooksOf(read, dependencies) : undefined;
  return {
    question: {
      ...(published !== undefined && { published }),
      lang,
      characters: text.length,
      outlook: withOutlooks,
      parts: listsParts,
    },
    extraction,
    figures: looks ? read.map((each) => withOutlook(each, looks)) : read,
    notes: notesOn({ figures, ...extraction }, question, { found: withParts(found).length, looks }),
  };
}

function readFigure(
  figure: ExtractedFigure,
  { text, lang }: Pick<ExtractAsk, "text" | "lang">,
  dependencies: Dependencies,
): ReadFigure {
  const words = { indicator: extractedIndicator(figure.indicator, lang), lang };
  const report = reportOf(figure, words);
  const checked = attempt(() =>
    coherence(
      readCoherenceQuestion({ ...coherenceQuestionOf(figure, words) }, dependencies),
      dependencies.knowledge,
    ),
  );
  return {
    figure,
    quote: quoteOf(text, figure.span),
    ...(report && { report }),
    ...(checked.result &&
      checked.result.coherence.findings.length > 0 && { coherence: { question: {}, ...checked.result } }),
    parts: (figure.parts ?? []).map((part) => readFigure(part, { text, lang }, dependencies)),
  };
}

/** Outlooks by the report that asks for them, or why there is none. */
type Outlooks = ReadonlyMap<ReportQuestion, Attempt<Outlook>>;

interface Attempt<T> {
  readonly result?: T;
  readonly refusal?: string;
}

/** Figures come before parts, since a text may tell of more than is worked out. */
function outlooksOf(figures: readonly ReadFigure[], dependencies: Dependencies): Outlooks {
  const reports = inLayers(figures).flatMap(({ report }) => (report ? [report] : []));
  return new Map(
    reports.map((report, index) => [
      report,
      index < MAX_OUTLOOKS
        ? attempt(() => outlook(readQuestion(report, dependencies), dependencies.knowledge))
        : {},
    ]),
  );
}

function inLayers(figures: readonly ReadFigure[]): readonly ReadFigure[] {
  return figures.length === 0 ? [] : [...figures, ...inLayers(figures.flatMap(({ parts }) => parts))];
}

function withOutlook(read: ReadFigure, looks: Outlooks): ReadFigure {
  const look = read.report && looks.get(read.report);
  return {
    ...read,
    ...(look?.result && { outlook: look.result }),
    ...(look?.refusal !== undefined && { noOutlook: look.refusal }),
    parts: read.parts.map((part) => withOutlook(part, looks)),
  };
}

/** The result, or what the engine or the reader of questions refuses it for. */
function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { result: work() };
  } catch (error) {
    if (!(error instanceof InvalidQuestion || error instanceof EngineError)) throw error;
    return { refusal: problemOf(error, "").detail };
  }
}

function notesOn(
  { language, decimal, isHtml, published: day, figures, suspicions }: Extraction,
  { text, published }: Pick<ExtractAsk, "text" | "published">,
  { found, looks }: { readonly found: number; readonly looks: Outlooks | undefined },
): readonly ExtractionNote[] {
  const notes: ExtractionNote[] = [];
  const all = withParts(figures);
  if (text.trim() === "") return [{ code: "emptyText", values: {} }];
  if (language === "other") notes.push({ code: "foreignLanguage", values: {} });
  else if (all.length === 0) notes.push({ code: "noFigures", values: {} });
  if (isHtml) notes.push({ code: "htmlReduced", values: {} });
  if (published === undefined && suspicions.some(({ code }) => code === "ambiguousDate"))
    notes.push({ code: "ambiguousDate", values: {} });
  const undated = all.filter(({ period }) => period.year === undefined).length;
  if (undated > 0) notes.push({ code: "yearUnknown", values: { count: undated } });
  const early = all.filter((figure) => day !== undefined && isAfter(figure, day)).length;
  if (early > 0) notes.push({ code: "afterPublication", values: { count: early } });
  if (all.some(({ doubts }) => doubts.includes("decimalSignUncertain")))
    notes.push({ code: "decimalUncertain", values: { decimal } });
  if (found > all.length) notes.push({ code: "figuresCapped", values: { told: all.length, found } });
  if (looks && looks.size > MAX_OUTLOOKS)
    notes.push({ code: "outlooksCapped", values: { told: MAX_OUTLOOKS, possible: looks.size } });
  return notes;
}

/** Whether what a figure says happened ends in a month after that of a day. */
function isAfter({ period, isExpected }: ExtractedFigure, day: string): boolean {
  const { year, throughMonth } = period;
  if (year === undefined || isExpected) return false;
  return `${year}-${String(throughMonth).padStart(2, "0")}` > day.slice(0, 7);
}

/** The first figures, each with all of its parts, as far as they are no more than `most`. */
function firstOf(figures: readonly ExtractedFigure[], most: number): readonly ExtractedFigure[] {
  let left = most;
  return figures.filter((figure) => {
    left -= withParts([figure]).length;
    return left >= 0;
  });
}

const withParts = (figures: readonly ExtractedFigure[]): readonly ExtractedFigure[] =>
  figures.flatMap((figure) => [figure, ...withParts(figure.parts ?? [])]);
