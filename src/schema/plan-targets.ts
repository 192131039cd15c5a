import type { z } from "zod";
import type { Figure } from "../engine/figure/figure.ts";
import { figureShifted } from "../engine/figure/figure.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import type { PlanTargetAsk } from "../engine/plan/plan-question.ts";
import type { FigureText } from "./fields.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { PlanQuestionInput } from "./plan-fields.ts";
import type { ProblemList } from "./problems.ts";
import { checkDate } from "./question.ts";

type Input = Partial<z.infer<typeof PlanQuestionInput>>;
type Given = NonNullable<Input["targets"]>[number];

/** Every version of the target, that of the top level first. */
export function readPlanTargets(
  problems: ProblemList,
  figures: FigureReader,
  input: Input,
): readonly PlanTargetAsk[] {
  const { averageGrowth, finalLevel, targets = [] } = input;
  const isAtTop = averageGrowth !== undefined || finalLevel !== undefined;
  // Amounts that are shares themselves have levels in percent.
  const inPercent = isPercent(input.unit);
  const given: readonly (Given & { readonly path: string; readonly at: string })[] = [
    ...(isAtTop ? [{ name: "plan", averageGrowth, finalLevel, path: "averageGrowth", at: "" }] : []),
    ...targets.map((target, index) => ({ ...target, path: `targets.${index}`, at: `targets.${index}.` })),
  ];
  const known = new Set<string>();
  return given.flatMap((target, index): readonly PlanTargetAsk[] => {
    const { path, at } = target;
    const name = target.name || (index === 0 ? "plan" : `target ${index + 1}`);
    const from = target.from === undefined ? undefined : String(target.from).trim();
    if (from !== undefined && !isYear(from)) checkDate(problems, from, `${at}from`);
    const version = `${name}@${from ?? ""}`;
    if (known.has(version))
      problems.add(
        path,
        `two targets are called "${name}"`,
        'give each its own name, or each version its date: "plan@2023: 9%"',
      );
    known.add(version);
    if (target.averageGrowth === undefined && target.finalLevel === undefined) {
      problems.add(
        path,
        "the target has neither an average growth nor a final level",
        'write { "averageGrowth": "8%" } or { "finalLevel": 68350 }',
      );
      return [];
    }
    const growth = figures.growth(target.averageGrowth, `${at}averageGrowth`, "targetGrowth");
    const ratio =
      !inPercent && isPercent(target.finalLevel)
        ? ratioToBase(figures, target.finalLevel, `${at}finalLevel`)
        : undefined;
    for (const [field, figure] of [
      ["averageGrowth", growth],
      ["finalLevel", ratio],
    ] as const)
      if (figure?.qualifier === "atMost")
        problems.add(
          `${at}${field}`,
          `${at}${field} is an upper end, which is no target to reach`,
          'write the growth itself, "8%", or a lower end, "at least 8%"',
        );
    const level = ratio ? undefined : figures.target(target.finalLevel, `${at}finalLevel`);
    return [
      {
        name,
        path,
        ...(growth && { averageGrowth: growth }),
        ...(level && { finalLevel: level }),
        ...(ratio && { finalRatio: ratio }),
        ...(from !== undefined && { from }),
      },
    ];
  });
}

const isYear = (from: string): boolean => /^(?:19|20|21)\d\d$/.test(from);
const isPercent = (text: FigureText | undefined): boolean =>
  String(typeof text === "object" ? text.value : (text ?? "")).includes("%");

/** Words and signs by which a percent is what was added rather than what was reached. */
const ADDED = /[+]|\b(?:up|growth|grow|increase|rise|more|tang|giam|down|fall|decrease)\b/;

/** "133.4%" of the base as the ratio 1.334; "up 33.4%" is the same. */
function ratioToBase(figures: FigureReader, text: FigureText | undefined, path: string): Figure | undefined {
  const written = String(typeof text === "object" ? text.value : text);
  if (!ADDED.test(withoutAccents(written))) return figures.share(text, path);
  const added = figures.growth(text, path, "targetGrowth");
  return added && figureShifted(added, 1);
}
