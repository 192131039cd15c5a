import type { Plan } from "../engine/plan/plan-answer.ts";
import { type PresentedPlan, presentPlan } from "./plan-json.ts";
import { planMarkdown } from "./plan-markdown.ts";
import { planTable } from "./plan-table.ts";
import type { Presenter } from "./presenter.ts";

/** How the answer about a plan is written in every format. */
export const planPresenter: Presenter<Plan, PresentedPlan> = {
  json: presentPlan,
  table: planTable,
  // What is still needed; of a plan that is over, what became of it.
  cell: ({ targets }) => targets[0]?.requiredGrowth ?? targets[0]?.status,
  markdown: (plan, { lang }) => planMarkdown(plan, lang),
};
