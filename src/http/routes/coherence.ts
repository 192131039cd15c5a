import { coherence } from "../../engine/coherence.ts";
import { CoherenceQuestionInput, readCoherenceQuestion } from "../../schema/coherence-question.ts";
import type { Operation } from "../operation.ts";
import { represent } from "./answer.ts";

export const coherenceOperation: Operation = {
  name: "coherence",
  summary: "Do the reported figures agree with each other?",
  description:
    "Figures are intervals of their digits and qualifiers, tied by relations. Every derivable quantity is returned with its interval and the formula it came from; a contradiction names the smallest set of figures that cannot all be true and what would repair it. Besides the figures of a report, any named figures and relations can be given.",
  question: CoherenceQuestionInput,
  answer: async () => (await import("../../schema/answers.ts")).CoherenceAnswer,
  example: {
    unit: "million USD",
    ytd: "over 290",
    shareOfTarget: "31.6%",
    target: "US$1 billion",
    figures: { rice: 100.43, seafood: 64.53, footwear: 78.1 },
    relations: ["rice + seafood + footwear <= ytd"],
  },
  respond(raw, ask) {
    const question = readCoherenceQuestion(raw, ask.dependencies);
    const answer = coherence(question, ask.dependencies.knowledge);
    return represent("coherence", { question: {}, ...answer }, raw, ask);
  },
};
