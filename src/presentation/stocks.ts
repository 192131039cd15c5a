import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import type { StocksNote } from "../engine/stocks/stocks-note.ts";
import type { StockAnswer, StocksAnswer } from "../engine/stocks.ts";
import { type Table, tableOf } from "./delimited.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentOptions, rounded } from "./json.ts";
import { type NamedCoherence, namedCoherence } from "./named-coherence.ts";
import type { Presenter } from "./presenter.ts";
import { ratioRange } from "./stocks-amounts.ts";
import { stocksMarkdown } from "./stocks-markdown.ts";
import { stocksNoteMessage } from "./stocks-notes.ts";
import { stocksSentence } from "./stocks-sentence.ts";
import { ratioWords, stockWords } from "./stocks-words.ts";
import type { CellValue } from "./text.ts";
import { formatRange } from "./unit-words.ts";

type PresentedStock = Omit<StockAnswer, "isWhole" | "paces"> & {
  readonly whole: boolean;
  readonly paces?: StockAnswer["paces"];
};

/** The answer of `/v1/stocks` as JSON carries it. */
export interface PresentedStocks {
  readonly question: StocksAnswer["question"];
  readonly stocks: readonly PresentedStock[];
  readonly ratios: readonly RatioAnswer[];
  readonly coherence: NamedCoherence;
  readonly sentence: string;
  readonly notes: readonly { readonly code: StocksNote["code"]; readonly message: string }[];
  readonly engine: string;
}

export const stocksPresenter: Presenter<StocksAnswer, PresentedStocks> = {
  json: presentStocks,
  table: stocksTable,
  cell: stocksCell,
  markdown: (answer, options) => stocksMarkdown(answer, presentStocks(answer, options), options.lang),
};

function presentStocks(answer: StocksAnswer, options: PresentOptions): PresentedStocks {
  const { lang, engine } = options;
  const name = (id: string): string => (Object.hasOwn(answer.names, id) ? (answer.names[id] as string) : id);
  const phrase = (id: string): string => {
    const ratio = answer.ratios.find((each) => each.name === name(id));
    return ratio ? ratioWords(ratio, lang) : stockWords(name(id), lang);
  };
  const coherence = namedCoherence(answer.coherence, options, {
    name,
    phrase,
    range: (id, range) => {
      const ratio = answer.ratios.find((each) => each.name === name(id));
      if (ratio) return ratioRange(range, ratio, lang);
      const unit = answer.stocks.find((each) => each.name === name(id))?.unit;
      return unit === undefined ? undefined : formatRange(range, { lang, unit });
    },
  });
  return {
    question: answer.question,
    stocks: answer.stocks.map(presentStock),
    ratios: rounded(answer.ratios),
    coherence,
    sentence: stocksSentence(answer, coherence, lang),
    notes: answer.notes.map((note) => ({ code: note.code, message: stocksNoteMessage(note, lang) })),
    engine,
  };
}

/** What was reported keeps its digits. */
function presentStock({ isWhole, target, paces, ...told }: StockAnswer): PresentedStock {
  return {
    ...rounded(told, REPORTED_DIGITS),
    whole: isWhole,
    ...(target && { target: { ...rounded(target), value: rounded(target.value, REPORTED_DIGITS) } }),
    ...(paces.length > 0 && { paces: rounded(paces) }),
  };
}

const COLUMNS = [
  "kind",
  "name",
  "unit",
  "value",
  "lower",
  "upper",
  "target",
  "targetDate",
  "status",
  "attainment",
  "gap",
  "numeratorNeeded",
  "additions",
  "additionsLower",
  "additionsUpper",
  "requiredPerMonth",
  "since",
  "perMonth",
  "outcome",
  "reached",
  "earliest",
  "latest",
  "stated",
  "statedVerdict",
] as const;

/** One row a stock, with its latest pace, then one a ratio. */
function stocksTable({ stocks, ratios }: PresentedStocks): Table {
  return tableOf(COLUMNS, [
    ...stocks.map(({ target, paces, ...stock }) => {
      const pace = paces?.at(-1);
      return {
        kind: "stock",
        ...stock,
        ...targetCells(target),
        since: pace?.since,
        perMonth: pace?.perMonth.value,
        outcome: pace?.outcome,
        reached: pace?.reached,
        earliest: pace?.earliest,
        latest: pace?.latest,
      };
    }),
    ...ratios.map(({ target, stated, change: _change, kind, ...ratio }) => ({
      ...ratio,
      kind,
      ...targetCells(target),
      numeratorNeeded: target?.numeratorNeeded.value,
      since: target?.pace?.since,
      outcome: target?.pace?.outcome,
      reached: target?.pace?.reached,
      stated: stated?.value,
      statedVerdict: stated?.verdict,
    })),
  ]);
}

function targetCells(target: StockAnswer["target"]): object {
  return {
    target: target?.value,
    targetDate: target?.date,
    status: target?.status,
    attainment: target?.attainment.value,
    gap: target?.gap.value,
    additions: target?.additions.value,
    additionsLower: target?.additions.lower,
    additionsUpper: target?.additions.upper,
    requiredPerMonth: target?.requiredPerMonth?.value,
  };
}

/** What the first target still takes; without a target the first ratio, or else the first stock. */
function stocksCell({ stocks, ratios }: PresentedStocks): CellValue {
  const target = [...ratios, ...stocks].find((each) => each.target)?.target;
  if (target) return target.additions.value;
  // A ratio of nothing is no number, and no stock stands in for it.
  return ratios.length > 0 ? ratios[0]?.value : stocks[0]?.value;
}
