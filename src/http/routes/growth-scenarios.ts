import type { GrowthScenariosAnswer } from "../../engine/growth-scenarios/answer.ts";
import type { GrowthScenariosAsk } from "../../engine/growth-scenarios/ask.ts";
import { growthScenarios } from "../../engine/growth-scenarios/growth-scenarios.ts";
import { growthScenariosPresenter } from "../../presentation/growth-scenarios.ts";
import { readGrowthScenarios } from "../../schema/growth-scenarios.ts";
import {
  GROWTH_SCENARIOS_FORM,
  GrowthScenariosQuestionInput,
} from "../../schema/growth-scenarios-question.ts";
import { InvalidQuestion, ProblemList } from "../../schema/problems.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const growthScenariosOperation: Operation = {
  name: "growth-scenarios",
  summary: "Growth by quarter that a year's growth needs",
  description:
    "The year's growth is the mean of its quarters' weighted with last year's quarters at constant prices. Tell what is known and what each scenario fixes: the quarters that are left are solved for, with cumulative columns, contributions in points, components, earlier versions, and the carry-over of seasonally adjusted levels.",
  question: GrowthScenariosQuestionInput,
  form: GROWTH_SCENARIOS_FORM,
  answer: async () => (await import("../../schema/growth-scenarios-answer.ts")).GrowthScenariosAnswer,
  // Viet Nam's GDP after the first quarter of 2024 and the two scenarios that were made for it; the condition is made up.
  example: {
    indicator: "GDP",
    geography: "Viet Nam",
    year: 2024,
    priceBasis: "constant2010",
    lastYear: [0.2075, 0.2435, 0.2525, 0.2965],
    known: { Q1: "5.66%" },
    scenarios: [
      { name: "6%", yearGrowth: "6%", quarters: { Q2: "5.85%" } },
      { name: "6.5%", yearGrowth: "6.5%", quarters: { Q2: "6.32%" }, conditions: "exports recover" },
    ],
  },
  respond(raw, ask) {
    return representWith(growthScenariosPresenter, solved(readGrowthScenarios(raw)), raw, ask);
  },
};

/** The scenarios solved; where one cannot be, what is wrong with each of them is told at once. */
function solved(question: GrowthScenariosAsk): GrowthScenariosAnswer {
  const problems = new ProblemList();
  const answer = problems.attempt(() => growthScenarios(question));
  if (answer) return answer;
  const ofEach = new ProblemList();
  for (const scenario of question.scenarios)
    ofEach.attempt(() => growthScenarios({ ...question, scenarios: [scenario] }));
  throw new InvalidQuestion(ofEach.all.length > 0 ? ofEach.all : problems.all);
}
