import { currencies } from "../../engine/currencies.ts";
import { currenciesPresenter } from "../../presentation/currencies.ts";
import {
  CURRENCIES_FORM,
  CurrenciesQuestionInput,
  readCurrenciesQuestion,
} from "../../schema/currencies-question.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const currenciesOperation: Operation = {
  name: "currencies",
  summary: "One amount in two currencies: the rate, and growth in each",
  description:
    "The rate that an amount told in two currencies implies, with the interval that its digits allow; for dong and dollars whether there can have been such a rate in that year, and which amount a slip of a thousand would explain; growth told apart in each currency, since growth in dong is growth in dollars times that of the rate: of the three, one follows from the other two. The cell tells the rate.",
  question: CurrenciesQuestionInput,
  form: CURRENCIES_FORM,
  answer: async () => (await import("../../schema/currencies-answer.ts")).CurrenciesAnswer,
  // Kien Giang's industrial output after five months of 2023 (VNA).
  example: {
    through: "2023-05",
    amounts: "over 17.8 trillion VND; 758 million USD",
    growths: "VND: 10%",
  },
  respond(raw, ask) {
    const answer = currencies(readCurrenciesQuestion(raw), ask.dependencies.knowledge.exchangeRates);
    return representWith(currenciesPresenter, answer, raw, ask);
  },
};
