import { multiYearPlan } from "../../engine/plan/plan.ts";
import { planPresenter } from "../../presentation/plan.ts";
import { PLAN_FORM, PlanQuestionInput } from "../../schema/plan-fields.ts";
import { readPlanQuestion } from "../../schema/plan-question.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const planOperation: Operation = {
  name: "plan",
  summary: "A target over several years: what the remaining years must bring",
  description:
    'An average growth or a final level over several years, some of them known. Answered by the geometric and by the arithmetic reading: the growth and level that each remaining year needs, what the running year must bring where its report is given (the fields of /v1/outlook), the probability of the plan, where its last year will probably end, and whether one good year is enough. "2021-2025" has the base 2020 and five steps of growth.',
  question: PlanQuestionInput,
  form: PLAN_FORM,
  answer: async () => (await import("../../schema/plan-answer.ts")).PlanAnswer,
  // Kien Giang's industrial output, as its department and the province's five-year plan told it.
  example: {
    indicator: "industrial output",
    geography: "Kien Giang",
    unit: "billion VND",
    years: "2021-2025",
    base: "2020: 46515",
    averageGrowth: "8%",
    actuals: "2023: 49496.26 (11.11%)",
  },
  respond(raw, ask) {
    const question = readPlanQuestion(raw, ask.dependencies);
    return representWith(planPresenter, multiYearPlan(question, ask.dependencies.knowledge), raw, ask);
  },
};
