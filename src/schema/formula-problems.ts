import type { ReportArgument } from "./formula-question.ts";
import type { Problem } from "./problems.ts";

/** The arguments of a formula by the fields of the question that they become. */
const ARGUMENT_OF: Readonly<Record<string, ReportArgument>> = {
  through: "months",
  ytd: "values",
  history: "values",
  target: "target",
  shareOfTarget: "share",
  growth: "growth",
  priorFullYear: "lastYear",
};

const IN_HISTORY = /\bhistory(?:\.values)?\.(\d+)(?:\.(?:period|value))?/g;
/** Hints that are written for addresses: "target=920". */
const ASSIGNED = /\b(?:through|ytd|target)=(?=\S)/g;
/** What only JSON can hold, where a cell has a text for it: 'write { "growth": 0.08 } or "8%"'. */
const IN_JSON = /\{ [^}]* \} or (?=")/g;
const FIELDS = /\b(?:ytd|shareOfTarget|priorFullYear)\b/g;

/** Where the cells of a question stand. */
export interface Place {
  /** What stands behind the name of an argument: "[3]" for the third row, nothing where there is one question. */
  readonly suffix: string;
  /** The cell of an entry of the history; a question without one has no history. */
  readonly historyCell?: (index: number) => string | undefined;
}

/** A problem of a question, with the names that its cells have in the sheet. */
export function inSheet({ path, message, hint }: Problem, { suffix, historyCell }: Place): Problem {
  const words = (text: string): string =>
    text
      .replace(IN_HISTORY, (whole, index: string) => historyCell?.(Number(index)) ?? whole)
      .replace(FIELDS, (field) =>
        historyCell && field === "ytd" ? "the option ytd" : (ARGUMENT_OF[field] ?? field),
      )
      .replace(/^through (?=is )/, "months ")
      .replace(ASSIGNED, "")
      .replace(IN_JSON, "");
  const [field = "", index] = path.split(".");
  const argument = Object.hasOwn(ARGUMENT_OF, field) ? ARGUMENT_OF[field] : undefined;
  const isOneOfTargets = field === "target" && index !== undefined && suffix === "";
  const named = argument && `${argument}${isOneOfTargets ? `[${Number(index) + 1}]` : suffix}`;
  return {
    path: path.startsWith("history.") ? words(path) : (named ?? path),
    message: words(message),
    ...(hint && { hint: words(hint) }),
  };
}
