import { checkCoherence } from "./figure/coherence.ts";
import { plausibleRate } from "./figure/exchange-rate.ts";
import type { Figure } from "./figure/figure.ts";
import { parseRelation } from "./figure/relation.ts";
import { reportRelations } from "./figure/report-relations.ts";
import { areaRemarks } from "./geography/changed-area.ts";
import type { Note } from "./note.ts";
import type { Outlook, QuestionEcho } from "./outlook-types.ts";
import type { Question } from "./question.ts";
import { questionEcho } from "./question-echo.ts";
import { fromHistory, HISTORY_RELATIONS } from "./report/history-figures.ts";
import type { Knowledge } from "./report/knowledge.ts";
import { unitSlips } from "./report/plausibility.ts";
import { impliedTarget } from "./report/targets.ts";
import { tiedFigures } from "./report/tied-figures.ts";

/** Figures to compare: a report, or any named figures with the relations that should tie them. */
export interface CoherenceAsk {
  /** The report, where a period is named. */
  readonly question?: Question;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly relations: readonly string[];
}

export type CoherenceOutlook = Pick<Outlook, "figures" | "coherence" | "notes"> & {
  readonly question?: QuestionEcho;
};

/**
 * Whether figures agree within what their digits allow, what follows from them, and for a contradiction the
 * smallest set that cannot all be true with what would repair it. The standard relations of a report hold for
 * the standard names; other names are tied by the given relations alone.
 * @throws EngineError invalidRelation for a relation that cannot be read, notEnoughKnown where figures of different
 * areas would be compared
 */
export function coherence(
  { question, figures: named, relations }: CoherenceAsk,
  { units }: Pick<Knowledge, "units">,
): CoherenceOutlook {
  const areas = question ? areaRemarks(question, units) : [];
  const tied = question && tiedFigures(question);
  const quantities = { ...tied?.quantities, ...named };
  const kind = question && {
    aggregation: question.aggregation,
    isComplete: question.position.elapsed === question.position.periodsPerYear,
  };
  const asked = relations.map((relation) => parseRelation(relation));
  const checked = checkCoherence({
    quantities,
    relations: [
      ...reportRelations(kind),
      ...(question?.history ? HISTORY_RELATIONS : []),
      ...asked,
      ...plausibleRate(quantities, asked),
    ],
  });
  const { ytd } = checked.quantities;
  const share = quantities.shareOfTarget;
  const implied = tied && !tied.statedTargetFits && ytd && share ? impliedTarget(ytd, share) : undefined;
  const figures = {
    ...fromHistory(checked.quantities, tied?.setByHistory ?? []),
    ...(implied && { impliedTarget: implied }),
  };
  return {
    ...(question && { question: questionEcho(question, tied?.basis) }),
    figures,
    coherence: { verdict: checked.verdict, findings: checked.findings },
    notes: [
      ...checked.notes.map(({ code, quantity }): Note => ({ code, values: { quantity } })),
      ...(question ? unitSlips({ question, figures, targets: statedLevels(question) }) : []),
      ...areas,
    ],
  };
}

/** The targets that were told as amounts. */
const statedLevels = ({ targets }: Question) =>
  targets.flatMap(({ name, level }) =>
    level ? [{ name, value: level.value, origin: "stated" } as const] : [],
  );
