import type { NoteOf } from "../note.ts";

/** What the sentence of each remark on a plan tells. Levels are in the unit of the question, growths fractions. */
export interface PlanNoteValues {
  /** The level of `fiscalYear` as first told and as it stands now. */
  readonly levelRevised: { readonly fiscalYear: number; readonly before: number; readonly after: number };
  /** `growth` was told of `fiscalYear`; with its level it implies `implied` for the year before, not `previous`. */
  readonly growthImpliesOtherBase: {
    readonly fiscalYear: number;
    readonly growth: number;
    readonly implied: number;
    readonly previous: number;
  };
  /** The report's own figure of last year, `reported`, is not the level of `fiscalYear`. */
  readonly lastYearDiffers: {
    readonly fiscalYear: number;
    readonly level: number;
    readonly reported: number;
  };
  /** `years` are over, but nobody told their levels: the path counts them among those to come. */
  readonly yearsOverNotTold: { readonly years: readonly number[] };
  /** `count` figures or targets that were not known by `asOf`. */
  readonly notYetKnown: { readonly count: number; readonly asOf: string };
  /** The arithmetic reading needs less growth, and ends lower by `shortfall`. */
  readonly arithmeticIsEasier: {
    readonly arithmetic: number;
    readonly geometric: number;
    readonly shortfall: number;
  };
  /** The growths of `years` are not known, so their mean is not either. */
  readonly meanNeedsEveryYear: { readonly years: readonly number[] };
  /** A target told as a level has no arithmetic reading. */
  readonly levelHasOneReading: { readonly target: string };
  /** `averageGrowth` and the level were both told, but the level makes `implied` a year. */
  readonly growthAndLevelDiffer: {
    readonly target: string;
    readonly averageGrowth: number;
    readonly finalLevel: number;
    readonly implied: number;
  };
  /** "Up `ratio`" was told of the whole plan, while `averageGrowth` makes the last year `ratio` of the base. */
  readonly percentOfBase: { readonly target: string; readonly ratio: number; readonly averageGrowth: number };
  /** This year's own target is below the path, so that the later years need `laterGrowth`. */
  readonly annualTargetBelowPath: {
    readonly target: string;
    readonly value: number;
    readonly pathLevel: number;
    readonly laterGrowth: number;
  };
}

/** Every code, for the published schema. */
export const PLAN_NOTE_CODES = Object.keys({
  levelRevised: true,
  growthImpliesOtherBase: true,
  lastYearDiffers: true,
  yearsOverNotTold: true,
  notYetKnown: true,
  arithmeticIsEasier: true,
  meanNeedsEveryYear: true,
  levelHasOneReading: true,
  growthAndLevelDiffer: true,
  percentOfBase: true,
  annualTargetBelowPath: true,
} satisfies Record<keyof PlanNoteValues, true>) as readonly (keyof PlanNoteValues)[];

export type PlanNote = NoteOf<PlanNoteValues>;
