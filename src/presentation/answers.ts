import type { Coherence, Outlook, QuestionEcho, TargetAnswer } from "../engine/outlook-types.ts";
import type { Lang, Wording } from "./language.ts";

/** The operations that answer with an outlook or one part of it, by the last word of their path. */
export const PARTS = ["outlook", "run-rate", "forecast", "attainment", "scenarios", "coherence"] as const;
export type Part = (typeof PARTS)[number];

/** A target as far as a run rate needs it: no forecast, hence no probability. */
type RunRateTarget = Pick<
  TargetAnswer,
  "name" | "value" | "origin" | "gapToTarget" | "attainment" | "requiredRunRate"
>;

/** Required run rates of each target. */
type RunRateAnswer = Pick<Outlook, "question" | "figures" | "notes"> & {
  readonly targets: readonly RunRateTarget[];
};

/** The predictive distribution of the full year and the path to it. */
type ForecastAnswer = Pick<Outlook, "question" | "figures" | "forecast" | "notes">;

/** Probability and size of meeting each target. */
type AttainmentAnswer = Pick<Outlook, "question" | "figures" | "targets" | "notes">;

/** Named assumptions side by side. */
type ScenariosAnswer = Pick<Outlook, "question" | "figures" | "scenarios" | "notes"> & {
  readonly targets?: readonly RunRateTarget[];
};

/** Whether the figures agree. Figures without a period can be compared too, so the question may be partly known. */
type CoherenceAnswer = Pick<Outlook, "figures" | "notes"> & {
  readonly question: Partial<QuestionEcho>;
  readonly coherence: Coherence;
};

/** What each operation presents. */
export interface AnswerOf {
  readonly outlook: Outlook;
  readonly "run-rate": RunRateAnswer;
  readonly forecast: ForecastAnswer;
  readonly attainment: AttainmentAnswer;
  readonly scenarios: ScenariosAnswer;
  readonly coherence: CoherenceAnswer;
}

/** A target of any answer: the forecast's share of it is known only where a forecast was made. */
export type AnyTarget = RunRateTarget & Partial<Omit<TargetAnswer, keyof RunRateTarget>>;

/** Any of the answers, each section present only where the operation works it out. */
export type AnyAnswer = Pick<Outlook, "figures" | "notes"> &
  Partial<Pick<Outlook, "coherence" | "forecast" | "scenarios">> & {
    readonly question: Partial<QuestionEcho>;
    readonly targets?: readonly AnyTarget[];
  };

const SECTIONS: Readonly<Record<Part, readonly (keyof AnyAnswer)[]>> = {
  outlook: ["coherence", "forecast", "targets", "scenarios"],
  "run-rate": ["targets"],
  forecast: ["forecast"],
  attainment: ["targets"],
  scenarios: ["scenarios", "targets"],
  coherence: ["coherence"],
};

/**
 * The sections of an answer that belong to a part, so that a whole outlook can be given wherever a part is
 * asked for. Targets of a run rate lose what only a forecast can say.
 */
export function sectionsOf<P extends Part>(answer: AnswerOf[P], part: P): AnyAnswer {
  const whole: AnyAnswer = answer;
  const kept = Object.fromEntries(
    SECTIONS[part].filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]),
  );
  const sections: AnyAnswer = {
    question: whole.question,
    figures: whole.figures,
    notes: whole.notes,
    ...kept,
  };
  if (part !== "run-rate" && part !== "scenarios") return sections;
  return sections.targets ? { ...sections, targets: sections.targets.map(withoutForecast) } : sections;
}

function withoutForecast(target: RunRateTarget): RunRateTarget {
  const { name, value, origin, gapToTarget, attainment, requiredRunRate } = target;
  return { name, value, origin, gapToTarget, attainment, ...(requiredRunRate && { requiredRunRate }) };
}

/** Stands for the unit of an answer whose amounts are shares of the plan, because no amount was told. */
export const SHARE_OF_TARGET = "share of the target";

/**
 * Whether the amounts of an answer are shares of the plan: only the share was told, so it is the year to date, of a
 * target of 1.
 */
export function isInSharesOfTarget({ question, figures }: Pick<AnyAnswer, "question" | "figures">): boolean {
  const { ytd, shareOfTarget, target } = figures;
  return (
    question.unit === undefined &&
    target?.value === 1 &&
    ytd !== undefined &&
    ytd.value === shareOfTarget?.value
  );
}

/** How the texts of an answer are to be written. */
export function wordingOf(answer: Pick<AnyAnswer, "question" | "figures">, lang: Lang): Wording {
  const { unit, aggregation } = answer.question;
  return { lang, unit: isInSharesOfTarget(answer) ? SHARE_OF_TARGET : unit, aggregation };
}
