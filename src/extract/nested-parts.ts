import type { DraftedFigure } from "./drafted-figure.ts";
import type { ExtractedFigure } from "./extraction.ts";

/** How many totals of one indicator a part is compared with. */
const MOST_COMPARED = 40;

/**
 * Parts under their totals: "exports of 5 billion USD, of which rice 1 billion". A part stands by itself where it says
 * what its total does not.
 */
export function nestedParts(all: readonly DraftedFigure[]): readonly ExtractedFigure[] {
  const totals = byIndicator(all.filter(({ draft }) => !draft.component));
  // "Exports without crude oil" are the total where no other one is told.
  const variants = byIndicator(all.filter(({ draft }) => draft.component?.startsWith("excluding")));
  for (const [indicator, figures] of variants) if (!totals.has(indicator)) totals.set(indicator, figures);
  const standing: DraftedFigure[] = [];
  for (const each of all) {
    const total = each.draft.component
      ? (totalOf(each, totals.get(each.draft.indicator) ?? []) ?? widerSector(each, all))
      : undefined;
    if (!total || standsAlone(each, total)) standing.push(each);
    else total.parts.push(each.figure);
  }
  return standing.map(({ figure, parts }) => (parts.length > 0 ? { ...figure, parts } : figure));
}

/** "Industry and construction 7,151 billion VND; of that industry 4,102": a sector within the one told before it. */
function widerSector(drafted: DraftedFigure, all: readonly DraftedFigure[]): DraftedFigure | undefined {
  const { draft, figure } = drafted;
  if (!draft.isWithin) return undefined;
  const before = all.findLast(
    (other) =>
      other !== drafted &&
      other.draft.sentence === draft.sentence &&
      other.draft.from < draft.from &&
      other.figure.indicator.startsWith(`${draft.indicator}:`),
  );
  return (before?.figure.value ?? 0) > (figure.value ?? 0) ? before : undefined;
}

function byIndicator(figures: readonly DraftedFigure[]): Map<string, DraftedFigure[]> {
  const grouped = new Map<string, DraftedFigure[]>();
  for (const each of figures) {
    const known = grouped.get(each.draft.indicator);
    if (known) known.push(each);
    else grouped.set(each.draft.indicator, [each]);
  }
  return grouped;
}

const standsAlone = (
  { draft: { component, share, isPaired } }: DraftedFigure,
  total: DraftedFigure,
): boolean =>
  isPaired === true ||
  component?.startsWith("excluding") === true ||
  (share !== undefined && total.figure.shareOfTarget === undefined);

/** The total of a part: that of its months, or the last one told nearest to it. */
function totalOf(
  { figure, draft }: DraftedFigure,
  totals: readonly DraftedFigure[],
): DraftedFigure | undefined {
  const distance = (total: DraftedFigure): number => Math.abs(total.draft.sentence - draft.sentence);
  let nearest: DraftedFigure | undefined;
  for (const total of totals.slice(-MOST_COMPARED)) {
    if (total.figure.value === undefined) continue;
    const { period } = total.figure;
    const isSamePeriod =
      period.fromMonth === figure.period.fromMonth &&
      period.throughMonth === figure.period.throughMonth &&
      period.year === figure.period.year;
    if (isSamePeriod) return total;
    if (!nearest || distance(total) <= distance(nearest)) nearest = total;
  }
  return nearest;
}
