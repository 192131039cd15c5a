import { outlook } from "../../engine/outlook.ts";
import { QuestionInput } from "../../schema/fields.ts";
import { readQuestion } from "../../schema/question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

export const scenariosOperation: Operation = {
  name: "scenarios",
  summary: "Named assumptions side by side",
  description:
    "The standard scenarios and the caller's own, each with the full year, growth, attainment, gap and the probability of doing at least as well; the break-even of each target is one of them.",
  question: QuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).ScenariosAnswer,
  example: EXAMPLE,
  respond(raw, ask) {
    const question = readQuestion(raw, ask.dependencies);
    return represent("scenarios", outlook(question, ask.dependencies.knowledge), raw, ask);
  },
};
