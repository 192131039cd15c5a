import type { Lang } from "./language.ts";

/** The form of an answer: the language of its texts, and the decimal sign of its CSV and single cells. */
export interface Form {
  readonly lang: Lang;
  readonly decimal: "point" | "comma";
}
