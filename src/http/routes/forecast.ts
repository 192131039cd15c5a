import { outlook } from "../../engine/outlook.ts";
import { ForecastAnswer } from "../../schema/answers.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const forecastOperation: Operation = {
  name: "forecast",
  summary: "The predictive distribution of the full year",
  description:
    "Median, quantiles and intervals of the full year, the path to it, the methods combined and every assumption.",
  question: QuestionInput,
  answer: ForecastAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("forecast", outlook(question, ask.dependencies.knowledge), raw, ask);
  },
};
