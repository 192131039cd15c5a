import type { Figure } from "../figure/figure.ts";
import type { Question } from "../question.ts";

/** The most that a part can reach over the year, told as an amount or as growth on last year. */
export interface CapAsk {
  readonly level?: Figure;
  readonly growth?: Figure;
}

/** One part of a total, and the parts that it is made of. */
export interface ComponentAsk {
  readonly name: string;
  /** Where in the question it is told: "components.0.components.2". */
  readonly field: string;
  /** Its report: figures, target, earlier reports and history; amounts in the unit of the total. */
  readonly question: Question;
  /** Its share of what it is a part of. */
  readonly share?: Figure;
  /** Of an index: its weight in that of what it is a part of, in any scale. */
  readonly weight?: number;
  /** Whether its forecast stands when what is missing is shared out. */
  readonly isLocked: boolean;
  readonly cap?: CapAsk;
  /** Whether its own parts make all of it. */
  readonly isExhaustive: boolean;
  readonly components: readonly ComponentAsk[];
}

/** A total with its parts. The total may be told by nothing but its parts. */
export interface BreakdownAsk {
  readonly question: Question;
  readonly components: readonly ComponentAsk[];
  readonly isExhaustive: boolean;
  /** Correlation of the errors of any two parts, where the question tells it; 0 <= correlation < 1. */
  readonly correlation?: number;
}

/**
 * The path of a part in the names from the top down; that of the total is empty.
 * @example partPath("Asia", "Japan") // => "Asia / Japan"
 */
export const partPath = (whole: string, name: string): string => (whole === "" ? name : `${whole} / ${name}`);
