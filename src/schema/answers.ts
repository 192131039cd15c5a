import { z } from "zod";
import { text } from "./described.ts";
import { Forecast } from "./forecast-answer.ts";
import { Coherence, KnownFigure, Note, QuestionAnswer } from "./report-answer.ts";
import { RunRateTarget, Scenario, Target } from "./target-answer.ts";

/**
 * The published shapes of the answers. They are strict, so that a field which is not documented fails the tests;
 * what cannot be said is absent, never null.
 */
const common = {
  question: QuestionAnswer,
  figures: z.record(z.string(), KnownFigure).meta({
    description:
      "Every figure that is known, by name (ytd, shareOfTarget, growth, priorYtd, priorFullYear, target, …): reported ones with all their digits, derived ones with their formula",
  }),
  notes: z.array(Note).meta({ description: "Remarks to read the answer with" }),
  engine: text("The version that answered"),
};
const targets = z
  .array(Target)
  .meta({ description: "Every target as a level, in the order asked, one implied by the share last" });
const runRateTargets = z.array(RunRateTarget).meta(targets.meta() ?? {});
const scenarios = z
  .array(Scenario)
  .meta({ description: "The standard scenarios, the break-even of every open target, and the caller's own" });

export const OutlookAnswer = z
  .strictObject({
    ...common,
    coherence: Coherence,
    forecast: Forecast,
    targets,
    scenarios,
    sentence: text("The answer as a paragraph that a report can take over"),
  })
  .meta({ id: "OutlookAnswer", description: "Everything about one indicator's year" });
export const RunRateAnswer = z
  .strictObject({ ...common, targets: runRateTargets })
  .meta({ id: "RunRateAnswer", description: "What each target asks of every remaining period" });
export const ForecastAnswer = z
  .strictObject({ ...common, forecast: Forecast })
  .meta({ id: "ForecastAnswer", description: "The predictive distribution of the full year" });
export const AttainmentAnswer = z
  .strictObject({ ...common, targets })
  .meta({ id: "AttainmentAnswer", description: "How likely each target is" });
export const ScenariosAnswer = z
  .strictObject({ ...common, scenarios, targets: runRateTargets })
  .meta({ id: "ScenariosAnswer", description: "Assumptions side by side" });
export const CoherenceAnswer = z
  .strictObject({
    ...common,
    question: QuestionAnswer.partial().meta({
      description: "What was asked; without a period only its labels",
    }),
    coherence: Coherence,
  })
  .meta({ id: "CoherenceAnswer", description: "Whether the figures agree" });

export const Problem = z
  .strictObject({
    type: text("The page that explains the kind of problem"),
    title: text("The kind of problem"),
    status: z.number().int().meta({ description: "The HTTP status" }),
    detail: text("All errors in one line"),
    instance: text("The path that was asked"),
    errors: z
      .array(
        z.strictObject({
          path: text("The field, empty where no one field is wrong"),
          message: text("What is wrong"),
          hint: text("What to write instead").optional(),
        }),
      )
      .meta({ description: "Everything that is wrong at once" }),
  })
  .meta({
    id: "Problem",
    description: "Problem details (RFC 9457); `errors` names every field that is wrong",
  });
