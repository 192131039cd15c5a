import { outlook } from "../../engine/outlook.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const outlookOperation: Operation = {
  name: "outlook",
  summary: "Everything about one indicator's year",
  description:
    "Figures with their intervals, whether they agree, the predictive distribution of the full year, every target with its probability and required run rate, scenarios, and a sentence to paste into a report.",
  question: QuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).OutlookAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("outlook", outlook(question, ask.dependencies.knowledge), raw, ask);
  },
};
