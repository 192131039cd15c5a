import { z } from "zod";
import type { CoherenceAsk } from "../engine/coherence.ts";
import type { Figure, FigureRole } from "../engine/figure/figure.ts";
import { parseRelation } from "../engine/figure/relation.ts";
import { MAX_TEXT, measureShape, numberOrText, questionShape } from "./fields.ts";
import { FigureReader, type NamedText } from "./figure-reader.ts";
import { ProblemList } from "./problems.ts";
import { ALIASES } from "./query.ts";
import { checkNeedsHistory, readQuestion, type Surroundings } from "./question.ts";
import { validate } from "./validate.ts";

const ROLES = [
  "amount",
  "ratio",
  "growth",
  "count",
  "target",
  "targetGrowth",
] as const satisfies FigureRole[];
const MAX_FIGURES = 60;
const MAX_RELATIONS = 60;
/** All relations together: bounds are propagated over every term, a few times over where they contradict. */
const MAX_RELATION_TEXT = 3000;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/;

const NamedFigure = z.union([
  z.string().max(MAX_TEXT),
  z.number(),
  z.strictObject({
    value: numberOrText,
    role: z.enum(ROLES).optional(),
    qualifier: z.enum(["none", "over", "nearly", "about", "atLeast", "atMost"]).optional(),
    digits: z.number().int().min(1).max(15).optional(),
    ...measureShape,
  }),
]);

/** The question of `/v1/coherence`: a report, or any named figures with the relations that should tie them. */
export const CoherenceQuestionInput = z
  .strictObject({
    ...questionShape,
    figures: z.record(z.string(), NamedFigure).optional().meta({
      description:
        'Figures by name. Their role is amount unless it is told, or the name or text tells it: "31.6%" is a ratio, names that end in growth are growths, target and plan are exact. In a URL: "rice: 100.43; seafood: 64.53"',
    }),
    relations: z.array(z.string().max(500)).max(MAX_RELATIONS).optional().meta({
      description: 'Relations between names, separated by semicolons in a URL: "rice + seafood <= ytd"',
    }),
  })
  .meta({ id: "CoherenceQuestion" });

/** The standard names that can be compared without naming a period. */
const STANDARD = ["ytd", "shareOfTarget", "growth", "priorYtd", "priorFullYear", "target"] as const;

const FIELDS = [...Object.keys(CoherenceQuestionInput.shape), ...Object.keys(ALIASES)];

/**
 * A raw coherence question as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readCoherenceQuestion(
  raw: Record<string, unknown>,
  surroundings: Surroundings,
): CoherenceAsk {
  const problems = new ProblemList();
  const input = validate(CoherenceQuestionInput, raw, FIELDS, problems);
  problems.throwIfAny();
  const { figures: _figures, relations = [], ...report } = input;
  const isReport = input.through !== undefined || input.history !== undefined;
  const question = isReport ? readQuestion(report, surroundings) : undefined;
  if (!question) checkNeedsHistory(problems, input);
  const reader = new FigureReader(problems, {
    input,
    unit: question?.unit ?? input.unit,
    amountsMayBeNegative: true,
  });
  const named: Record<string, z.infer<typeof NamedFigure>> = {};
  if (!question)
    for (const name of STANDARD) {
      const value = name === "target" ? onlyValue(input.target) : input[name];
      const figure = NamedFigure.safeParse(value);
      if (figure.success) named[name] = figure.data;
      else if (value !== undefined)
        problems.add(
          name,
          `${name} without a period is one figure`,
          "name the period in through, or give one number or text",
        );
    }
  const asked = Object.entries({ ...named, ...input.figures }).filter(([name]) => isName(problems, name));
  const read = reader.named(asked.map(([name, given]) => namedText(name, given)));
  const figures: Record<string, Figure> = {};
  for (const [index, [name]] of asked.entries()) {
    const figure = read[index];
    if (figure) figures[name] = figure;
  }
  if (Object.keys(figures).length > MAX_FIGURES)
    problems.add("figures", `more than ${MAX_FIGURES} figures`, "ask in several questions");
  if (relations.join("").length > MAX_RELATION_TEXT)
    problems.add(
      "relations",
      `the relations have more than ${MAX_RELATION_TEXT} characters together`,
      "ask in several questions",
    );
  for (const [index, relation] of relations.entries())
    checkRelation(problems, relation, `relations.${index}`);
  if (!question && Object.keys(figures).length === 0)
    problems.add(
      "figures",
      "there is nothing to compare",
      "give figures, or a report: ytd=290&shareOfTarget=31.6%&target=920",
    );
  problems.throwIfAny();
  return { ...(question && { question }), figures, relations };
}

/** The value of a target that stands alone, as a list of one or as an object without a name. */
function onlyValue(target: z.infer<typeof CoherenceQuestionInput>["target"]): unknown {
  const only = Array.isArray(target) && target.length === 1 ? target[0] : target;
  return typeof only === "object" && "value" in only && !("growth" in only) ? only.value : only;
}

const isStandard = (name: string): boolean => (STANDARD as readonly string[]).includes(name);
const pathOf = (name: string): string => (isStandard(name) ? name : `figures.${name}`);

function isName(problems: ProblemList, name: string): boolean {
  if (NAME.test(name)) return true;
  problems.add(
    pathOf(name),
    `"${name}" is not a name`,
    "names are letters, digits and _, starting with a letter",
  );
  return false;
}

const namedText = (name: string, given: z.infer<typeof NamedFigure>): NamedText => ({
  text: typeof given === "object" ? withoutRole(given) : given,
  path: pathOf(name),
  role: (typeof given === "object" ? given.role : undefined) ?? roleOf(name, given),
  isStandard: isStandard(name),
});

const withoutRole = ({ role: _role, ...text }: Exclude<z.infer<typeof NamedFigure>, number | string>) => text;

function roleOf(name: string, given: z.infer<typeof NamedFigure>): FigureRole {
  const text = String(typeof given === "object" ? given.value : given);
  if (/planned_?growth$/i.test(name)) return "targetGrowth";
  if (/growth$/i.test(name)) return "growth";
  if (/^(share|ratio|points)|(share|ratio)$/i.test(name) || /%|points?\b/.test(text)) return "ratio";
  return /^(target|plan)$/i.test(name) ? "target" : "amount";
}

function checkRelation(problems: ProblemList, relation: string, path: string): void {
  const inner = new ProblemList();
  if (inner.attempt(() => parseRelation(relation)) === undefined)
    for (const problem of inner.all) problems.add(path, problem.message, problem.hint);
}
