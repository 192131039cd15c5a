import type { BreakdownNote } from "./breakdown-note.ts";
import { capOf } from "./cap.ts";
import type { PartsCoherence } from "./parts-coherence.ts";
import type { ReconciledPart } from "./reconciled-parts.ts";
import { nodesOf, type Tree } from "./tree.ts";

/** Targets that differ by less than this part of them are the same. */
const SAME = 1e-9;

/** What a careful reader should be told about parts besides their numbers. */
export function breakdownNotes(
  tree: Tree<ReconciledPart>,
  { misfits, twofold }: PartsCoherence,
): readonly BreakdownNote[] {
  const parts = tree.children.flatMap(nodesOf).map(({ value, children }) => ({ ...value, children }));
  const paths = (which: (part: (typeof parts)[number]) => boolean): readonly string[] =>
    parts.filter(which).map(({ path }) => path);
  const { position } = tree.value.question;
  const isOpen = position.elapsed < position.periodsPerYear;
  const notForecast = isOpen ? paths(({ own, children }) => !own && children.length === 0) : [];
  const byShare = isOpen ? paths(({ followsWhole }) => followsWhole) : [];
  const capNotKnown = paths((part) => part.ask?.cap !== undefined && capOf(part) === undefined);
  const capBelow = paths((part) => {
    const cap = capOf(part);
    return cap !== undefined && cap * part.scale < part.fullYear.median;
  });
  return [
    ...(tree.value.origin === "sum" ? [{ code: "totalFromParts", values: {} } as const] : []),
    ...[...misfits].map((component) => ({ code: "partsDoNotFit", values: { component } }) as const),
    ...twofold.map((component) => ({ code: "twoBreakdowns", values: { component } }) as const),
    ...(notForecast.length > 0
      ? [{ code: "notForecast", values: { components: notForecast } } as const]
      : []),
    ...(byShare.length > 0 ? [{ code: "forecastByShare", values: { components: byShare } } as const] : []),
    ...(capNotKnown.length > 0
      ? [{ code: "capNotKnown", values: { components: capNotKnown } } as const]
      : []),
    ...(capBelow.length > 0 ? [{ code: "capBelowForecast", values: { components: capBelow } } as const] : []),
    ...targetsOfParts(tree),
    ...parts.flatMap(({ path, ask, question }) => {
      const { ytd } = question.figures;
      if (!ask || !ytd?.isAmbiguous) return [];
      const values = { component: path, written: ytd.written, value: ytd.value };
      return [{ code: "ambiguousPart", values } as const];
    }),
  ];
}

/** The parts' own targets against that of the total, where every part has one and they add up. */
function targetsOfParts({ value, children }: Tree<ReconciledPart>): readonly BreakdownNote[] {
  const [target] = value.reading.targets;
  if (!target || children.length < 2) return [];
  let sum = 0;
  for (const { value: part } of children) {
    const own = part.reading.targets[0];
    if (!own) return [];
    sum += own.value * part.scale;
  }
  if (Math.abs(sum / target.value - 1) < SAME) return [];
  return [{ code: "partTargetsDiffer", values: { sum, name: target.name, target: target.value } }];
}
