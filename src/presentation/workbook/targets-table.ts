import type { AnyTarget } from "../answers.ts";
import { sentenceCase } from "../language.ts";
import { STATUS_WORDS, targetName } from "../quantity-words.ts";
import { CHANGE, PERCENT, probabilityFormat, RATIO } from "./cell-format.ts";
import { cellTerm, minus, numberTerm, over, remainderTerm, type Term } from "./live-term.ts";
import type { PlannerCell, PlannerTerms } from "./planner-cells.ts";
import { fixed, input, live, orNothing, type SheetCell } from "./sheet-cell.ts";
import type { Column, Row, SheetPage } from "./sheet-page.ts";
import { type WorkbookContext, withUnit } from "./workbook-context.ts";

type Key =
  | "name"
  | "value"
  | "attainment"
  | "gap"
  | "perPeriod"
  | "ratioToPace"
  | "growthOnLastYear"
  | "projected"
  | "probability"
  | "planWeighted"
  | "status";

/** The targets with what each asks of the rest of the year; returns where their amounts are. */
export function targetsTable(
  page: SheetPage,
  context: WorkbookContext,
  year: PlannerTerms | undefined,
): readonly PlannerCell[] {
  const { targets = [] } = context.answer;
  if (targets.length === 0) return [];
  page.text(withUnit(context.words.targets, context), "heading");
  const at = page.table("Targets", columnsOf(targets, context, year), (address) =>
    targets.map((target, row) =>
      targetRow(target, cellTerm(address("value", row), target.value), context, year),
    ),
  );
  page.skip();
  return targets.map(({ value }, row) => ({ address: at("value", row), value }));
}

function columnsOf(
  targets: readonly AnyTarget[],
  { words, isQuarterly }: WorkbookContext,
  year: PlannerTerms | undefined,
): readonly Column<Key>[] {
  const isKnown = (name: keyof AnyTarget) => targets.some((target) => target[name] !== undefined);
  const isOpen = year !== undefined && year.remaining.value > 0;
  const columns: readonly (Column<Key> & { readonly isTold: boolean })[] = [
    { key: "name", head: words.target, isTold: true },
    { key: "value", head: words.amount, isTold: true },
    { key: "attainment", head: words.attainment, isTold: true },
    { key: "gap", head: words.gap, isTold: true },
    { key: "perPeriod", head: isQuarterly ? words.neededPerQuarter : words.neededPerMonth, isTold: isOpen },
    { key: "ratioToPace", head: words.ratioToPace, isTold: isOpen && year.aggregation !== "last" },
    { key: "growthOnLastYear", head: words.growthOnLastYear, isTold: isOpen && !!year.priorRemainder },
    { key: "projected", head: words.projected, isTold: isKnown("projectedAttainment") },
    { key: "probability", head: words.probability, isTold: isKnown("attainmentProbability") },
    { key: "planWeighted", head: words.planWeighted, isTold: isKnown("planWeightedProbability") },
    { key: "status", head: words.status, isTold: isKnown("status") },
  ];
  return columns.filter(({ isTold }) => isTold);
}

function targetRow(
  target: AnyTarget,
  value: Term,
  { wording: { lang }, amount }: WorkbookContext,
  year: PlannerTerms | undefined,
): Row<Key> {
  const { requiredRunRate: rate, status } = target;
  const told = {
    name: { content: sentenceCase(targetName(target, lang)) },
    value: input(target.value, amount),
    probability: probabilityCell(target.attainmentProbability),
    planWeighted: probabilityCell(target.planWeightedProbability),
    status: { content: status && STATUS_WORDS[status][lang] },
  };
  if (!year)
    return { ...told, attainment: fixed(target.attainment, PERCENT), gap: fixed(target.gapToTarget, amount) };
  const needed = remainderTerm(year, value);
  const perPeriod = over(needed, year.remaining);
  const pace = year.aggregation === "average" ? year.ytd : over(year.ytd, year.elapsed);
  /** What is asked only of a target that is not reached in a year that is not over; nothing otherwise, as in the answer. */
  const asked = (term: Term | undefined, answered: number | undefined, format: string): SheetCell => {
    if (!term) return {};
    const formula = (text: string) =>
      orNothing(`IF(AND(${year.remaining.formula}>0,${needed.formula}>0),${text},"")`);
    return rate
      ? live(term, answered, format, formula)
      : { content: "", formula: formula(term.formula), format };
  };
  return {
    ...told,
    attainment: live(over(year.ytd, value), target.attainment, PERCENT, orNothing),
    gap: live(minus(value, year.ytd), target.gapToTarget, amount),
    perPeriod: asked(perPeriod, rate?.perPeriod, amount),
    ratioToPace: asked(over(perPeriod, pace), rate?.ratioToPace, RATIO),
    growthOnLastYear: asked(
      year.priorRemainder && minus(over(needed, year.priorRemainder), numberTerm(1)),
      rate?.growthOnLastYear,
      CHANGE,
    ),
    projected: live(year.median && over(year.median, value), target.projectedAttainment, PERCENT, orNothing),
  };
}

/** A probability as the answer tells it. */
export const probabilityCell = (probability: number | undefined): SheetCell =>
  probability === undefined ? {} : fixed(probability, probabilityFormat(probability));
