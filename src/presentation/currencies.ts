import type { CurrenciesNote } from "../engine/currencies/currencies-note.ts";
import { quantityNames } from "../engine/currencies/currency-pair.ts";
import type { CurrenciesAnswer } from "../engine/currencies.ts";
import type { Bounds } from "../engine/figure/interval.ts";
import type { KnownFigure } from "../engine/outlook-types.ts";
import { currenciesNoteMessage, currenciesSentence, growthWords, rateRange } from "./currencies-sentence.ts";
import { inCurrency, moneyFigure, moneyRange } from "./currencies-words.ts";
import { type Table, tableOf } from "./delimited.ts";
import { type PresentOptions, presentPart, rounded } from "./json.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { escaped, section, table } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { type NamedCoherence, namedCoherence, namedCoherenceSection } from "./named-coherence.ts";
import type { Presenter } from "./presenter.ts";
import type { CellValue } from "./text.ts";

/** The answer of `/v1/currencies` as JSON carries it. */
export interface PresentedCurrencies {
  readonly question: CurrenciesAnswer["question"];
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly plausibility: CurrenciesAnswer["plausibility"];
  readonly follows?: CurrenciesAnswer["follows"];
  readonly coherence: NamedCoherence;
  readonly sentence: string;
  readonly notes: readonly { readonly code: CurrenciesNote["code"]; readonly message: string }[];
  readonly engine: string;
}

export const currenciesPresenter: Presenter<CurrenciesAnswer, PresentedCurrencies> = {
  json: presentCurrencies,
  table: currenciesTable,
  cell: currenciesCell,
  markdown: (answer, options) => currenciesMarkdown(answer, presentCurrencies(answer, options), options.lang),
};

function presentCurrencies(answer: CurrenciesAnswer, options: PresentOptions): PresentedCurrencies {
  const { question, figures, plausibility, follows, notes } = answer;
  const { lang, engine } = options;
  const words = wordsOf(answer, lang);
  const coherence = namedCoherence(answer.coherence, options, {
    name: (id) => id,
    phrase: (id) => words.get(id) ?? id,
    range: (id, range) => rangeWords(id, range, question, lang),
  });
  return {
    question,
    figures: presentPart(
      { question: {}, figures, coherence: answer.coherence, notes: [] },
      "coherence",
      options,
    ).figures,
    plausibility: rounded(plausibility),
    ...(follows && { follows }),
    coherence,
    sentence: currenciesSentence(answer, coherence, lang),
    notes: notes.map((note) => ({ code: note.code, message: currenciesNoteMessage(note, lang) })),
    engine,
  };
}

/** What the names of figures mean in a sentence. */
function wordsOf({ question }: CurrenciesAnswer, lang: Lang): ReadonlyMap<string, string> {
  const { now, prior, growth } = quantityNames(question);
  const [local, foreign] = [inCurrency(question.local, lang), inCurrency(question.foreign, lang)];
  const words: readonly (readonly [string, string, string])[] = [
    [now.local, `the amount ${local}`, `giá trị ${local}`],
    [now.foreign, `the amount ${foreign}`, `giá trị ${foreign}`],
    [now.rate, "the rate", "tỷ giá"],
    [prior.local, `last year's amount ${local}`, `giá trị năm trước ${local}`],
    [prior.foreign, `last year's amount ${foreign}`, `giá trị năm trước ${foreign}`],
    [prior.rate, "last year's rate", "tỷ giá năm trước"],
    [growth.local, `the growth ${local}`, `tốc độ tăng ${local}`],
    [growth.foreign, `the growth ${foreign}`, `tốc độ tăng ${foreign}`],
    [growth.rate, "the growth of the rate", "mức tăng tỷ giá"],
  ];
  return new Map(words.map(([name, en, vi]) => [name, lang === "vi" ? vi : en]));
}

const COLUMNS = [
  "quantity",
  "value",
  "lower",
  "upper",
  "origin",
  "from",
  "year",
  "average",
  "bandLower",
  "bandUpper",
  "verdict",
] as const;

/** One row a figure, in the order of its relations; a rate with what it is held against. */
function currenciesTable({ question, figures, plausibility }: PresentedCurrencies): Table {
  return tableOf(
    COLUMNS,
    orderedNames(question, figures).map((quantity) => {
      const judged = plausibility.find((each) => each.quantity === quantity);
      return {
        quantity,
        ...figures[quantity],
        year: judged?.year,
        average: judged?.band.average,
        bandLower: judged?.band.lower,
        bandUpper: judged?.band.upper,
        verdict: judged?.verdict,
      };
    }),
  );
}

function orderedNames(
  question: CurrenciesAnswer["question"],
  figures: Readonly<Record<string, KnownFigure>>,
): readonly string[] {
  const { now, prior, growth } = quantityNames(question);
  return [now, prior, growth].flatMap((names) => Object.values(names)).filter((name) => figures[name]);
}

/** The rate; where none follows, the growth that does, or else the first figure. */
function currenciesCell({ question, figures, follows }: PresentedCurrencies): CellValue {
  const [first] = orderedNames(question, figures);
  const name = figures.rate ? "rate" : (follows?.quantity ?? first);
  return name === undefined ? undefined : figures[name]?.value;
}

const WORDS = {
  en: {
    figures: "Figures",
    figure: "Figure",
    value: "Value",
    origin: "Origin",
    reported: "reported",
    derived: "derived",
    estimated: "estimated",
  },
  vi: {
    figures: "Số liệu",
    figure: "Chỉ tiêu",
    value: "Giá trị",
    origin: "Nguồn",
    reported: "báo cáo",
    derived: "suy ra",
    estimated: "ước tính",
  },
} as const;

function currenciesMarkdown(answer: CurrenciesAnswer, presented: PresentedCurrencies, lang: Lang): string {
  const words = WORDS[lang];
  const { question, figures } = answer;
  const names = wordsOf(answer, lang);
  const rows = orderedNames(question, figures).map((name) => {
    const figure = figures[name] as KnownFigure;
    return [
      sentenceCase(names.get(name) ?? name),
      figureWords(name, figure, question, lang),
      words[figure.origin],
    ];
  });
  const { verdict, findings } = presented.coherence;
  const checked = findings.filter((finding) => finding.verdict !== "derived");
  return [
    escaped(presented.sentence),
    section(words.figures, table([words.figure, words.value, words.origin], rows)),
    namedCoherenceSection({ verdict, findings: checked }, lang),
    presented.notes.length === 0
      ? ""
      : section(
          HEADINGS[lang].notes,
          presented.notes.map(({ message }) => `- ${escaped(message)}`).join("\n"),
        ),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

function figureWords(
  name: string,
  figure: KnownFigure,
  question: CurrenciesAnswer["question"],
  lang: Lang,
): string {
  if (name.startsWith("growth")) return growthWords(figure, lang);
  if (isRate(name)) return rateRange(figure, lang);
  return moneyFigure(figure, codeOf(name, question), lang);
}

/** A range of rates as people quote them, or of amounts in the unit that leaves few digits; growths are in percent. */
function rangeWords(
  name: string,
  range: Bounds,
  question: CurrenciesAnswer["question"],
  lang: Lang,
): string | undefined {
  if (name.startsWith("growth")) return undefined;
  if (!isRate(name)) return moneyRange(range, codeOf(name, question), lang);
  const value = range.lower ?? range.upper;
  return value === undefined ? undefined : rateRange({ value, ...range, origin: "derived" }, lang);
}

const isRate = (name: string): boolean => /rate$/i.test(name);

const codeOf = (name: string, { local, foreign }: CurrenciesAnswer["question"]): string =>
  name.endsWith(local) ? local : foreign;
