import { elapsedMonths } from "../calendar/period.ts";
import type { Figure } from "../figure/figure.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import type { Question, ReportAsk, TargetAsk } from "../question.ts";
import { canBeFilled } from "./history-estimates.ts";
import { asInterval, historyFigures, knownHistory } from "./history-figures.ts";
import { knownReports, reportOf } from "./past-years.ts";
import { targetOfShare } from "./targets.ts";

/**
 * What amounts are measured in when a report has none: shares of its target, which is then 1, or an index with last
 * year's same period at 100.
 */
export type AmountBasis = "sharesOfTarget" | "indexOfLastYear";

const ONE = parseFigure(1, { role: "target", path: "target" });
const ONE_HUNDRED = parseFigure(100, { role: "target", path: "priorYtd" });

/** The figures of a report by the names of its relations, and which of its targets take part. */
export interface TiedFigures {
  readonly quantities: Readonly<Record<string, Figure>>;
  /** The target whose growth says by how much the plan lies above last year. */
  readonly planGrowth: TargetAsk | undefined;
  /** Whether the reported share is a share of a stated target; true when nothing speaks against it. */
  readonly statedTargetFits: boolean;
  /** Undefined for amounts in the unit of the question. */
  readonly basis: AmountBasis | undefined;
  /** The quantities that nobody reported but that the basis sets. */
  readonly setByBasis: readonly string[];
  readonly targets: readonly TargetAsk[];
  /** The quantities that the periods of the history make. */
  readonly setByHistory: readonly string[];
  /** The earlier reports that were known, and those that the history comes to. */
  readonly reports: readonly ReportAsk[];
}

type Named = Readonly<
  Record<"ytd" | "shareOfTarget" | "growth" | "priorYtd" | "priorFullYear", Figure | undefined>
>;

/**
 * The figures that the report's relations tie together; last year's are taken from earlier reports where not given, and
 * what neither tells from the history. What the history makes of a told figure stands beside it, to be compared.
 */
export function tiedFigures(question: Question): TiedFigures {
  const { figures: given, targets, position } = question;
  const reports = knownReports(question);
  const ofHistory = historyFigures(question);
  const lastYear = (of: readonly ReportAsk[], elapsed: number) =>
    reportOf(of, position.year - 1, elapsed)?.ytd;
  const elapsed = elapsedMonths(position);
  const told = {
    ytd: given.ytd,
    priorYtd: given.priorYtd ?? lastYear(reports, elapsed),
    priorFullYear: given.priorFullYear ?? lastYear(reports, 12),
  };
  const summed = {
    ytd: ofHistory.ytd,
    priorYtd: lastYear(ofHistory.reports, elapsed),
    priorFullYear: lastYear(ofHistory.reports, 12),
  };
  const reported: Named = {
    ytd: told.ytd ?? summed.ytd,
    shareOfTarget: given.shareOfTarget,
    growth: given.growth,
    priorYtd: told.priorYtd ?? summed.priorYtd,
    priorFullYear: told.priorFullYear ?? summed.priorFullYear,
  };
  const known = knownHistory(question);
  const basis = known?.reachesThrough && canBeFilled(known) ? undefined : basisOf(reported, targets);
  const set = basis === undefined ? {} : figuresOfBasis(basis, question);
  const asked = basis === "sharesOfTarget" ? inShares(targets) : targets;
  const figures: Named = { ...reported, ...set };
  const { target, fits } = targetOfShare(asked, figures.ytd, figures.shareOfTarget);
  // Beside a stated level, a growth target of another name is a target of its own and may differ from the plan.
  const planGrowth = (target ? [target] : asked).find((each) => each.growth !== undefined);
  const quantities: Record<string, Figure> = {};
  for (const [name, figure] of Object.entries({
    ...figures,
    target: target?.level,
    plannedGrowth: planGrowth?.growth,
    historyYtd: told.ytd && asInterval(summed.ytd),
    historyPriorYtd: told.priorYtd && asInterval(summed.priorYtd),
    historyPriorFullYear: told.priorFullYear && asInterval(summed.priorFullYear),
  }))
    if (figure) quantities[name] = figure;
  return {
    quantities,
    planGrowth,
    statedTargetFits: fits,
    basis,
    setByBasis: basis === "sharesOfTarget" ? ["ytd", "target"] : Object.keys(set),
    targets: asked,
    setByHistory: (["ytd", "priorYtd", "priorFullYear"] as const).filter(
      (name) => !told[name] && summed[name],
    ),
    reports: [...reports, ...ofHistory.reports],
  };
}

function basisOf(
  { ytd, shareOfTarget, growth, priorYtd, priorFullYear }: Named,
  targets: readonly TargetAsk[],
): AmountBasis | undefined {
  if (ytd || priorYtd || targets.some(({ level }) => level)) return undefined;
  if (shareOfTarget) return "sharesOfTarget";
  return growth && !priorFullYear ? "indexOfLastYear" : undefined;
}

function figuresOfBasis(basis: AmountBasis, { figures, aggregation }: Question): Partial<Named> {
  if (basis === "sharesOfTarget") return { ytd: figures.shareOfTarget };
  // The periods of an index weigh the same, so that its year is at 100 when its part is.
  return { priorYtd: ONE_HUNDRED, ...(aggregation === "average" && { priorFullYear: ONE_HUNDRED }) };
}

/** The targets when the first of them is what the share is a share of. */
function inShares([plan, ...others]: readonly TargetAsk[]): readonly TargetAsk[] {
  return [{ name: "target", ...plan, level: ONE }, ...others];
}
