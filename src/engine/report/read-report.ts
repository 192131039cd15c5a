import { elapsedMonths, positionThrough, throughLabel } from "../calendar/period.ts";
import { EngineError } from "../engine-error.ts";
import { checkCoherence } from "../figure/coherence.ts";
import type { Figure } from "../figure/figure.ts";
import type { Relation } from "../figure/relation.ts";
import { reportRelations } from "../figure/report-relations.ts";
import { classShare } from "../forecast/class-share.ts";
import type { ReportedYear } from "../forecast/year-evidence.ts";
import { areaRemarks } from "../geography/changed-area.ts";
import { canFall } from "../history/known-sums.ts";
import type { Note } from "../note.ts";
import type { Coherence, KnownFigure } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import { estimatedYear, estimateNote, fullYearSpread } from "./estimated-year.ts";
import { type HistoryEstimates, historyEstimates } from "./history-estimates.ts";
import {
  FROM_HISTORY,
  firstMissing,
  fromHistory,
  HISTORY_RELATIONS,
  type KnownHistory,
  knownHistory,
} from "./history-figures.ts";
import type { Knowledge } from "./knowledge.ts";
import { pastYears, type UsualShare } from "./past-years.ts";
import { impliedTarget, type ResolvedTarget, resolveTargets } from "./targets.ts";
import { type AmountBasis, tiedFigures } from "./tied-figures.ts";

/** A report after its figures were tied together: what is known, whether it agrees, and the year as point values. */
export interface ReportReading {
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly coherence: Coherence;
  readonly year: ReportedYear;
  /** The year-to-date figure that was told, or else the one that the history makes. */
  readonly reportedYtd: Figure | undefined;
  /** The part of the history that was known, which may end before the period of the question. */
  readonly history?: KnownHistory;
  /** Periods below zero are known: the year can end below its year to date. */
  readonly canFall?: true;
  /** What amounts are measured in when none was reported; undefined for the unit of the question. */
  readonly basis: AmountBasis | undefined;
  readonly targets: readonly ResolvedTarget[];
  /** Growth that the plan asks of the year, a fraction, where plan and last year are known. */
  readonly plannedGrowth?: number;
  /** Usual part of the year that is behind us, 0 < share <= 1. */
  readonly cumulativeShare: number;
  readonly notes: readonly Note[];
}

/**
 * Everything that a question's figures and earlier reports say about the year: each figure with its interval,
 * the check of their relations, and every target as a level.
 * @throws EngineError notEnoughKnown when no year-to-date figure is given or follows
 */
export function readReport(question: Question, knowledge: Knowledge): ReportReading {
  const { priors, tet } = knowledge;
  const { position, indicatorClass, observesTet, aggregation } = question;
  const elapsed = elapsedMonths(position);
  const usualShare: UsualShare = (months, fiscalYear) =>
    classShare(
      priors,
      { indicatorClass, fiscalYear, fiscalYearStart: position.startMonth, observesTet },
      months,
      tet,
    );
  const areas = areaRemarks(question, knowledge.units);
  const { quantities, planGrowth, statedTargetFits, basis, setByBasis, targets, setByHistory, reports } =
    tiedFigures(question);
  const isComplete = position.elapsed === position.periodsPerYear;
  const history = knownHistory(question);
  const falls = history !== undefined && aggregation === "sum" && canFall(history.ask);
  const relations = [...reportRelations({ aggregation, isComplete, canFall: falls }), ...HISTORY_RELATIONS];
  const checked = checkCoherence({ quantities, relations });
  const estimates = historyEstimates(
    question,
    {
      history,
      values: Object.fromEntries(
        Object.entries(checked.quantities).map(([name, { value }]) => [name, value]),
      ),
      reports,
    },
    knowledge,
  );
  const known: Readonly<Record<string, KnownFigure>> = {
    ...withEstimates({ quantities, relations, estimates: estimates.figures }),
    ...fromHistory(checked.quantities, setByHistory),
  };
  const { ytd } = known;
  if (!ytd)
    throw new EngineError(
      "notEnoughKnown",
      "ytd",
      whyUnknown(question, history),
      history
        ? "give ytd, or that value, or an earlier through"
        : "give ytd, or a target with shareOfTarget, or priorYtd with growth",
    );
  const { shareOfTarget } = quantities;
  const isImplied = shareOfTarget && (!statedTargetFits || (!quantities.target && !planGrowth));
  const implied = isImplied ? impliedTarget(ytd, shareOfTarget) : undefined;
  const needsLastYear = targets.some(
    (target) => target.growth && !target.level && !(target === planGrowth && known.target),
  );
  const ofSeason =
    needsLastYear && !known.priorFullYear
      ? estimatedYear(
          known.priorYtd,
          aggregation === "sum" ? usualShare(elapsed, position.year - 1) : 1,
          aggregation === "sum" ? fullYearSpread(question, priors) : 0,
        )
      : undefined;
  const lastYear = known.priorFullYear ?? ofSeason;
  const figures: Record<string, KnownFigure> = {
    ...known,
    ...(lastYear?.origin === "estimated" && { priorFullYear: lastYear }),
    ...(implied && quantities.target && { impliedTarget: implied }),
  };
  for (const name of setByBasis) {
    const set = figures[name];
    if (set) figures[name] = { ...set, origin: "derived" };
  }
  const resolved = resolveTargets({ targets, figures, planGrowth, implied, lastYear });
  const plan = implied?.value ?? figures.target?.value ?? resolved.targets[0]?.value;
  // An estimate of a sum by the usual season is no more than a yardstick for targets; a mean is as good as its part.
  const usable = aggregation === "sum" ? known.priorFullYear : lastYear;
  const year: ReportedYear = {
    ytd: ytd.value,
    ...(ytd.origin === "estimated" && { ytdDeviation: estimates.ytdDeviation ?? 0 }),
    ...(figures.growth && { growth: figures.growth.value }),
    ...(figures.priorYtd && { priorYtd: figures.priorYtd.value }),
    ...(usable &&
      (aggregation !== "sum" || isComplete || falls || exceeds(usable, known.priorYtd)) && {
        priorFullYear: usable.value,
      }),
    ...(plan !== undefined && { plan }),
    past: pastYears([...reports, ...estimates.reports], {
      fiscalYear: position.year,
      elapsed,
      ...(aggregation === "sum" && { usualShare }),
    }),
  };
  return {
    figures,
    coherence: { verdict: checked.verdict, findings: checked.findings },
    year,
    reportedYtd: question.figures.ytd ?? (setByHistory.includes("ytd") ? quantities.ytd : undefined),
    ...(history && { history }),
    ...(falls && { canFall: true }),
    basis,
    targets: resolved.targets,
    ...(plan !== undefined && year.priorFullYear && { plannedGrowth: plan / year.priorFullYear - 1 }),
    // Periods of an index weigh the same, whatever the season of its class.
    cumulativeShare: isComplete || aggregation !== "sum" ? elapsed / 12 : usualShare(elapsed, position.year),
    notes: [
      ...checked.notes.map(({ code, quantity }): Note => ({ code, values: { quantity } })),
      ...estimates.notes,
      ...estimateNote(ofSeason),
      ...resolved.notes,
      ...areas,
    ],
  };
}

function whyUnknown({ position }: Question, history: KnownHistory | undefined): string {
  const missing = history && firstMissing(history, position);
  if (missing === undefined) return "the year-to-date figure is neither given nor implied";
  const label = throughLabel(positionThrough(missing, position));
  return `the year-to-date figure is not given, and the history has no value of ${label} to make it from`;
}

/**
 * What follows with estimates in the place of figures that are not known: estimates too. They were left out of the check,
 * which compares reported figures alone.
 */
function withEstimates({
  quantities,
  relations,
  estimates,
}: {
  readonly quantities: Readonly<Record<string, Figure>>;
  readonly relations: readonly Relation[];
  readonly estimates: HistoryEstimates["figures"];
}): Readonly<Record<string, KnownFigure>> {
  const names = Object.keys(estimates);
  if (names.length === 0) return {};
  const { quantities: all } = checkCoherence({ quantities: { ...quantities, ...estimates }, relations });
  const following = Object.entries(all).map(
    ([name, { value, lower, upper, from }]): [string, KnownFigure] => {
      const source = names.includes(name) ? FROM_HISTORY : from;
      return [
        name,
        {
          value,
          ...(lower !== undefined && { lower }),
          ...(upper !== undefined && { upper }),
          origin: "estimated",
          ...(source !== undefined && { from: source }),
        },
      ];
    },
  );
  return Object.fromEntries(following);
}

/** A total that does not exceed its own part has a slip in it. */
const exceeds = (total: KnownFigure, part: KnownFigure | undefined): boolean =>
  !part || total.value > part.value;
