import { stocks } from "../../engine/stocks.ts";
import { stocksPresenter } from "../../presentation/stocks.ts";
import { STOCKS_FORM, StocksQuestionInput } from "../../schema/stocks-question.ts";
import { readStocksQuestion } from "../../schema/stocks-reading.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const stocksOperation: Operation = {
  name: "stocks",
  summary: "Stocks at a day: what their targets and ratios still take",
  description:
    "Levels at a day, as industrial parks and clusters report them: attainment, what must still be added in whole units, the day on which the pace since an earlier report reaches the target, ratios with the interval their digits allow against the ratio as stated, and whether parts fit their whole. A level is never added up over time nor extended to a year. The cell tells what the first target still takes; without a target the first ratio.",
  question: StocksQuestionInput,
  form: STOCKS_FORM,
  answer: async () => (await import("../../schema/stocks-answer.ts")).StocksAnswer,
  // As told at the conference of industry and trade of the southern provinces, 11 October 2024; the target is made up.
  example: {
    geography: "Southern region",
    asOf: "2024-09",
    stocks:
      "clusters: 111; area: 5140 ha; projects: 1618; capital: over 73800 billion VND; jobs: over 162800; plants: 48",
    ratios: "plants / clusters = more than 43% -> 60% by 2025-12",
  },
  respond(raw, ask) {
    return representWith(stocksPresenter, stocks(readStocksQuestion(raw)), raw, ask);
  },
};
