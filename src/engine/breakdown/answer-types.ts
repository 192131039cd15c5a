import type { Assumption } from "../forecast/answer.ts";
import type { AskFor } from "../forecast/ask-for.ts";
import type { Note } from "../note.ts";
import type {
  Coherence,
  Interval,
  IntervalAnswer,
  KnownFigure,
  Outlook,
  QuantileAnswer,
  QuestionEcho,
} from "../outlook-types.ts";
import type { AttainmentStatus } from "../target/attainment-status.ts";
import type { BreakdownNote } from "./breakdown-note.ts";
import type { SharedBy, SoughtShare } from "./goal-seek.ts";
import type { Influence } from "./influence.ts";
import type { OwnForecast } from "./own-forecast.ts";
import type { PartsFinding } from "./parts-coherence.ts";
import type { PartOrigin } from "./told-parts.ts";

/** The full year of a total or a part once it agrees with all others: its median and 80% interval. */
export interface ReconciledYear extends Interval {
  readonly median: number;
  /** On the whole of last year, a fraction. */
  readonly growth?: number;
  /** What it adds to the total's growth over the year, in points as a fraction: 0.011 is 1.1 points. */
  readonly contribution?: number;
}

/** A target of one part, by its reconciled full year. */
export interface PartTarget {
  readonly name: string;
  readonly value: number;
  readonly gapToTarget: number;
  readonly projectedAttainment: number;
  readonly attainmentProbability: number;
  readonly status: AttainmentStatus;
}

/** One part of the total. Amounts are in the unit of the question; of an index, its own. */
export interface ComponentAnswer {
  readonly name: string;
  readonly path: string;
  /** The path of the part that it is a part of; absent for parts of the total. */
  readonly parent?: string;
  /** 1 for parts of the total. */
  readonly depth: number;
  readonly origin: PartOrigin;
  readonly ytd: KnownFigure;
  readonly shareOfTotal?: { readonly value: number } & Partial<Interval>;
  readonly growth?: number;
  /** What it adds to the total's growth so far, in points as a fraction. */
  readonly contribution?: number;
  /** From its own report alone; absent where nothing can be said, or nothing but its parts is known. */
  readonly forecast?: Interval & {
    readonly tier: OwnForecast["tier"];
    readonly median: number;
    readonly askFor?: AskFor;
  };
  readonly fullYear: ReconciledYear;
  readonly target?: PartTarget;
  /** On the probability of the total's first target; of parts of the total. */
  readonly influence?: Influence;
}

/** One part in a way of sharing a missing amount. */
export interface SoughtAnswer extends SoughtShare {
  readonly name: string;
  readonly path: string;
}

/** A way to share what a target lacks over the parts that are free. */
export interface GoalSeekAnswer {
  readonly sharedBy: SharedBy;
  readonly shares: readonly SoughtAnswer[];
  /** What caps and locked parts leave unplaced. */
  readonly unplaced: number;
}

/** A target of the total. */
export interface BreakdownTarget extends PartTarget {
  readonly origin: Outlook["targets"][number]["origin"];
  readonly attainment: number;
  /** Target less the reconciled median: what is missing where it is above 0. */
  readonly missing: number;
  /** The part whose result moves the probability most. */
  readonly mostInfluential?: Influence & { readonly name: string; readonly path: string };
  readonly goalSeek?: readonly GoalSeekAnswer[];
}

/** How the total is spread over its parts. */
export interface ConcentrationAnswer {
  readonly herfindahl: number;
  readonly effectiveNumber: number;
  readonly largest: string;
  readonly largestShare: number;
  readonly topThreeShare?: number;
}

/** The full year of the total: from its own report, from its parts, and from both. */
export interface TotalAnswer {
  readonly own?: NonNullable<ComponentAnswer["forecast"]>;
  readonly bottomUp?: Interval & { readonly median: number };
  /** Weight of the own forecast in the reconciled one, 0 to 1. */
  readonly ownWeight?: number;
  readonly median: number;
  readonly growth?: number;
  readonly quantiles: readonly QuantileAnswer[];
  readonly intervals: readonly IntervalAnswer[];
  readonly assumptions: readonly Assumption[];
}

/** A total, its parts, and what they come to together. */
export interface Breakdown {
  readonly question: QuestionEcho & { readonly exhaustive: boolean };
  readonly figures: Outlook["figures"];
  readonly coherence: {
    readonly verdict: Coherence["verdict"];
    /** Of the total's own report. */
    readonly findings: Coherence["findings"];
    readonly ofParts: readonly PartsFinding[];
  };
  readonly components: readonly ComponentAnswer[];
  readonly concentration?: ConcentrationAnswer;
  readonly total: TotalAnswer;
  readonly targets: readonly BreakdownTarget[];
  /** How many parts of one level have a target of their own, and the probability that all of them reach it. */
  readonly partTargets?: { readonly count: number; readonly allProbability: number };
  /** On the report of the total. */
  readonly notes: readonly Note[];
  readonly partNotes: readonly BreakdownNote[];
}
