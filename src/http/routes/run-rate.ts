import { runRates } from "../../engine/outlook.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const runRateOperation: Operation = {
  name: "run-rate",
  summary: "What each remaining period must bring",
  description:
    "The required run rate of every target, simple and seasonal, against the current pace and last year's same periods.",
  question: QuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).RunRateAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("run-rate", runRates(question, ask.dependencies.knowledge), raw, ask);
  },
};
