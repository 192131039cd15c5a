import { elapsedMonths } from "../calendar/period.ts";
import type { Figure } from "../figure/figure.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import type { Question, TargetAsk } from "../question.ts";
import { knownReports, reportOf } from "./past-years.ts";
import { targetOfShare } from "./targets.ts";

/** What a share is a share of when no amount is known. */
const ONE_TARGET = parseFigure(1, { role: "target", path: "target" });

/** The figures of a report by the names of its relations, and which of its targets take part. */
export interface TiedFigures {
  readonly quantities: Readonly<Record<string, Figure>>;
  /** The target whose growth says by how much the plan lies above last year. */
  readonly planGrowth: TargetAsk | undefined;
  /** Whether the reported share is a share of a stated target; true when nothing speaks against it. */
  readonly statedTargetFits: boolean;
  /** Whether amounts are shares of the target, because nothing but a share was reported. */
  readonly inSharesOfTarget: boolean;
  readonly targets: readonly TargetAsk[];
}

/** The figures that the report's relations tie together; last year's are taken from earlier reports where not given. */
export function tiedFigures(question: Question): TiedFigures {
  const { figures: given, targets, position } = question;
  const { shareOfTarget, growth } = given;
  const reports = knownReports(question);
  const lastYear = (elapsed: number) => reportOf(reports, position.year - 1, elapsed)?.ytd;
  const priorYtd = given.priorYtd ?? lastYear(elapsedMonths(position));
  const priorFullYear = given.priorFullYear ?? lastYear(12);
  const inSharesOfTarget =
    shareOfTarget !== undefined && !given.ytd && !priorYtd && !targets.some(({ level }) => level);
  const ytd = inSharesOfTarget ? shareOfTarget : given.ytd;
  const [plan, ...others] = targets;
  const asked: readonly TargetAsk[] = inSharesOfTarget
    ? [{ name: "target", ...plan, level: ONE_TARGET }, ...others]
    : targets;
  const { target, fits } = targetOfShare(asked, ytd, shareOfTarget);
  // Beside a stated level, a growth target of another name is a target of its own and may differ from the plan.
  const planGrowth = (target ? [target] : asked).find((each) => each.growth !== undefined);
  const named = {
    ytd,
    shareOfTarget,
    growth,
    priorYtd,
    priorFullYear,
    target: target?.level,
    plannedGrowth: planGrowth?.growth,
  };
  const quantities: Record<string, Figure> = {};
  for (const [name, figure] of Object.entries(named)) if (figure) quantities[name] = figure;
  return {
    quantities,
    planGrowth,
    statedTargetFits: fits,
    inSharesOfTarget,
    targets: asked,
  };
}
