import type { BreakdownAsk } from "../engine/breakdown/ask.ts";
import { parseFigure } from "../engine/figure/parse-figure.ts";
import type { Question } from "../engine/question.ts";
import {
  BREAKDOWN_FORM,
  BREAKDOWN_HINTS,
  BreakdownQuestionInput,
  COMPONENTS_HINT,
  MAX_COMPONENTS,
  MAX_DEPTH,
  MAX_HISTORY_VALUES,
} from "./breakdown-fields.ts";
import { attempt, PartReader } from "./breakdown-parts.ts";
import { decimalShownBy } from "./decimal-evidence.ts";
import { isSet } from "./history.ts";
import { ProblemList } from "./problems.ts";
import { readQuestion, type Surroundings } from "./question.ts";
import { validate } from "./validate.ts";

const FIELDS = [...Object.keys(BreakdownQuestionInput.shape), ...Object.keys(BREAKDOWN_FORM.aliases)];

/**
 * A raw question about a total and its parts as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readBreakdownQuestion(
  raw: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): BreakdownAsk {
  const problems = new ProblemList();
  checkSize(problems, raw.components);
  problems.throwIfAny();
  if (raw.components === undefined) problems.add("components", "components is required", COMPONENTS_HINT);
  const input = validate(BreakdownQuestionInput, raw, FIELDS, problems, BREAKDOWN_HINTS);
  const { components = [], exhaustive, correlation, ...report } = input;
  const question = attempt(problems, "", () => readQuestion(report, surroundings));
  const parts = new PartReader(problems, { report, question, decimal: decimalShownBy(input) }, surroundings);
  const isExhaustive = isSet(exhaustive);
  const read = parts.read(components, { path: "components", isExhaustive });
  const errorsTogether = readCorrelation(problems, correlation);
  problems.throwIfAny();
  const { unit } = parts;
  return {
    question: { ...(question as Question), ...(unit !== undefined && { unit }) },
    components: read,
    isExhaustive,
    ...(errorsTogether !== undefined && { correlation: errorsTogether }),
  };
}

function readCorrelation(problems: ProblemList, given: number | string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const figure = problems.attempt(() => parseFigure(given, { role: "ratio", path: "correlation" }));
  if (!figure) return undefined;
  if (figure.value >= 0 && figure.value < 1) return figure.value;
  problems.add(
    "correlation",
    `a correlation of ${figure.value} is not from 0 up to 1`,
    "write 0.3; leave it out for the learned one",
  );
  return undefined;
}

/** Notes parts that are too many or too deep, before anything walks them. */
function checkSize(problems: ProblemList, components: unknown): void {
  let level = Array.isArray(components) ? components : [];
  let count = 0;
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > MAX_DEPTH || count > MAX_COMPONENTS) {
      const [what, hint] =
        depth > MAX_DEPTH
          ? [`parts of parts go deeper than ${MAX_DEPTH} levels`, "ask for one branch at a time"]
          : [`there are more than ${MAX_COMPONENTS} parts`, "ask for each branch on its own"];
      problems.add("components", what, hint);
      return;
    }
    const next: unknown[] = [];
    for (const part of level as readonly Record<string, unknown>[]) {
      values += lengthOf(part?.history);
      if (Array.isArray(part?.components)) next.push(...part.components);
    }
    level = next;
  }
  if (values > MAX_HISTORY_VALUES)
    problems.add(
      "components",
      `the histories of the parts have more than ${MAX_HISTORY_VALUES} values together`,
      "ask for fewer parts at once, or give shorter histories",
    );
}

function lengthOf(history: unknown): number {
  if (Array.isArray(history)) return history.length;
  const values = (history as { readonly values?: unknown } | undefined | null)?.values;
  return Array.isArray(values) ? values.length : 0;
}
