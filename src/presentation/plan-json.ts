import type { Plan, PlanYear } from "../engine/plan/plan-answer.ts";
import type { PlanTargetAnswer } from "../engine/plan/plan-target.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentOptions, rounded } from "./json.ts";
import { planNoteMessage } from "./plan-notes.ts";
import { planSentence } from "./plan-sentence.ts";
import { planWording } from "./plan-words.ts";

/** A plan as JSON carries it: rounded, in a language, what cannot be said absent. */
export type PresentedPlan = Omit<Plan, "notes"> & {
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
};

export function presentPlan(plan: Plan, { lang, engine }: PresentOptions): PresentedPlan {
  const { notes, assumptions, years, base, targets, ...told } = plan;
  const wording = planWording(plan, lang);
  return {
    ...rounded(told),
    base: { ...rounded(base), ...asTold({ value: base.value }) },
    targets: targets.map(presentTarget),
    years: years.map(presentYear),
    assumptions: rounded(assumptions),
    sentence: planSentence(plan, lang),
    notes: notes.map((note) => ({ code: note.code, message: planNoteMessage(note, wording) })),
    engine,
  };
}

const asTold = <T>(told: T): T => rounded(told, REPORTED_DIGITS);

/** A reported level keeps its digits. */
function presentYear(year: PlanYear): PlanYear {
  const { origin, value, vintages } = year;
  return {
    ...rounded(year),
    ...(origin === "reported" && asTold({ value })),
    ...(vintages && asTold({ vintages })),
  };
}

/** So does a target that was told as a level. */
function presentTarget(target: PlanTargetAnswer): PlanTargetAnswer {
  const { origin, finalLevel, geometric } = target;
  if (origin !== "finalLevel") return rounded(target);
  return {
    ...rounded(target),
    ...asTold({ finalLevel }),
    geometric: { ...rounded(geometric), ...asTold({ finalLevel }) },
  };
}
