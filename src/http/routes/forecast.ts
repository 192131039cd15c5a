import { outlook } from "../../engine/outlook.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const forecastOperation: Operation = {
  name: "forecast",
  summary: "The predictive distribution of the full year",
  description:
    "Median, quantiles and intervals of the full year, the path to it, the methods combined and every assumption. With 26 or more months in `history` the forecast is fitted to them; then `horizon` looks beyond the year and `backtest` tells how it would have done before: ?history=2021-01: 61.2 48.9 70.4 …&horizon=18&backtest=true",
  question: QuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).ForecastAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("forecast", outlook(question, ask.dependencies.knowledge), raw, ask);
  },
};
