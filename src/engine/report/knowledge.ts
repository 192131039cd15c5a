import type { ComponentPrior } from "../breakdown/component-prior.ts";
import type { TetCalendar } from "../calendar/tet.ts";
import type { YearlyRates } from "../currencies/rate-plausibility.ts";
import type { LevelPriors } from "../forecast/level-history.ts";
import type { Priors } from "../forecast/priors.ts";
import type { Units } from "../geography/administrative-unit.ts";
import type { CalendarPriors } from "../history/calendar-effects.ts";
import type { GrowthPrior } from "../plan/growth-prior.ts";
import type { ArticleNumbers } from "./article-numbers.ts";

/** What the engine knows besides the question: learned numbers and the calendar, from `data`. */
export interface Knowledge {
  readonly priors: Priors;
  readonly tet: TetCalendar;
  readonly calendar: CalendarPriors;
  readonly levels: LevelPriors;
  readonly components: ComponentPrior;
  readonly growth: GrowthPrior;
  /** The provinces of Viet Nam before and after their areas changed. */
  readonly units: Units;
  /** Dong per dollar by year. */
  readonly exchangeRates: YearlyRates;
  /** When press articles with known numbers in their addresses appeared. */
  readonly articleNumbers: ArticleNumbers;
}
