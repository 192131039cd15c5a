import { breakdown } from "../../engine/breakdown.ts";
import { breakdownPresenter } from "../../presentation/breakdown.ts";
import { BREAKDOWN_FORM, BreakdownQuestionInput } from "../../schema/breakdown-fields.ts";
import { readBreakdownQuestion } from "../../schema/breakdown-question.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";
import { EXAMPLE } from "./example.ts";

const { shareOfTarget: _shareOfTarget, ...REPORT } = EXAMPLE;

export const breakdownOperation: Operation = {
  name: "breakdown",
  summary:
    "A total and its parts: what is left over, who contributes what, and where all of them land together",
  description:
    "Parts of a total (products, markets, provinces) to any depth, each with its own report or its share: what is left over, whether parts and wholes agree, contributions to growth in points, concentration, a forecast of each part and one of the total that agrees with all of them and never falls below what is booked, the probability of every target with the parts' years correlated, the part that moves it most, and how what a target lacks is best shared, with locked parts and caps.",
  question: BreakdownQuestionInput,
  form: BREAKDOWN_FORM,
  answer: async () => (await import("../../schema/breakdown-answer.ts")).BreakdownAnswer,
  example: {
    ...REPORT,
    target: "plan: 920; ambition: 1000",
    components: "rice: 100.43; seafood: 64.53; footwear: 78.10",
  },
  respond(raw, ask) {
    const question = readBreakdownQuestion(raw, ask.dependencies);
    return representWith(breakdownPresenter, breakdown(question, ask.dependencies.knowledge), raw, ask);
  },
};
