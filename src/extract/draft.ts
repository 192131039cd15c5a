import type { Doubt } from "./extraction.ts";
import type { Amount, Hedge, PeriodMention } from "./mention.ts";

/** What a figure is of. */
export interface Subject {
  readonly indicator: string;
  readonly component?: string;
  /** Money that is no report: capital, a trade surplus, a price. */
  readonly isOther?: boolean;
}

export interface Told {
  /** "Equal to the plan": the plan is the value. */
  readonly isOnPlan?: boolean;
  /** Followed from words such as "unchanged": a printed number says it better. */
  readonly isRough?: boolean;
  readonly ratio: number;
  readonly written: string;
}

/** A figure while its sentence is read. */
export interface Draft extends Subject {
  readonly amount?: Amount;
  place?: string | undefined;
  period?: PeriodMention | undefined;
  share?: Told;
  growth?: Told;
  prior?: Amount;
  /** How far its growth is above the one that was planned, in percentage points, and what that is in money. */
  points?: string;
  excess?: Amount;
  hedge: Hedge;
  /** A wish, a plan or a forecast, and not what was reported. */
  readonly purpose: "value" | "target" | "expected";
  /** The year that the words beside a target name. */
  targetPeriod?: PeriodMention | undefined;
  /** The year of the plan that its share is of. */
  planYear?: number;
  /** The text says that the plan was just met: the plan is the value. */
  isOnPlan?: boolean;
  /** "Of which industry", "riêng công nghiệp": a part of what was told before it. */
  isWithin?: boolean;
  /** Both named in one list that "respectively" pairs. */
  isPaired?: boolean;
  readonly doubts: Set<Doubt>;
  from: number;
  to: number;
  readonly sentence: number;
}
