import type { Lang } from "./language.ts";

/** The form of an answer: the language of its texts, and the decimal sign of its CSV and single cells. */
export interface Form {
  readonly lang: Lang;
  readonly decimal: "point" | "comma";
  /** What parts the cells of CSV, where it is not the one that goes with the decimal sign. */
  readonly delimiter?: Delimiter;
}

export type Delimiter = "comma" | "semicolon" | "tab";
