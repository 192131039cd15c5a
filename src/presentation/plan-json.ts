import type { Plan, PlanYear } from "../engine/plan/plan-answer.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentOptions, rounded } from "./json.ts";
import { planNoteMessage } from "./plan-notes.ts";
import { planSentence, planWording } from "./plan-sentence.ts";

/** A plan as JSON carries it: rounded, in a language, what cannot be said absent. */
export type PresentedPlan = Omit<Plan, "notes"> & {
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
};

export function presentPlan(plan: Plan, { lang, engine }: PresentOptions): PresentedPlan {
  const { notes, assumptions, years, ...told } = plan;
  const wording = planWording(plan, lang);
  return {
    ...rounded(told),
    years: years.map(presentYear),
    assumptions: rounded(assumptions),
    sentence: planSentence(plan, lang),
    notes: notes.map((note) => ({ code: note.code, message: planNoteMessage(note, wording) })),
    engine,
  };
}

/** A reported level keeps its digits. */
function presentYear({ fiscalYear, status, value, ...rest }: PlanYear): PlanYear {
  const digits = rest.origin === "reported" ? REPORTED_DIGITS : undefined;
  return {
    fiscalYear,
    status,
    ...(value !== undefined && { value: rounded(value, digits) }),
    ...rounded(rest),
  };
}
