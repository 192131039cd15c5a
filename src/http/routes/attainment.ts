import { outlook } from "../../engine/outlook.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const attainmentOperation: Operation = {
  name: "attainment",
  summary: "Probability and size of meeting each target",
  description:
    "For every target the probability of reaching it, what the forecast attains of it, and what that asks of the remaining periods.",
  question: QuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).AttainmentAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("attainment", outlook(question, ask.dependencies.knowledge), raw, ask);
  },
};
