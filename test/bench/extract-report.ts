import type { ExtractedFigure } from "../../src/extract/extraction.ts";
import type { Claim } from "./extract-labels.ts";
import { accuracyOf, type Counts, FIELDS, type Field, type Pairing } from "./extract-score.ts";

/** Counts and accuracy of each field, a line each. */
export function tableOf(title: string, counts: Counts): string {
  const head = ["precision", "recall", "F1", "correct", "predicted", "labelled"];
  const lines = FIELDS.map((field) => {
    const { correct, predicted, labelled } = counts[field];
    const { precision, recall, f1 } = accuracyOf(counts[field]);
    return row(field, [
      ...[precision, recall, f1].map((share) => share.toFixed(3)),
      correct,
      predicted,
      labelled,
    ]);
  });
  return [row(title, head), ...lines].join("\n");
}

const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join("");

/** A line for what is not as labelled: "miss", "extra", or "differs" with the fields; nothing where all is right. */
export function mistakeLine(file: string, pairing: Pairing, all: readonly Pairing[]): string | undefined {
  const { claim, figure, wrong } = pairing;
  if (claim && figure)
    return wrong.length === 0
      ? undefined
      : `differs ${file}: ${nameOf(claim)} | ${wrong.map((field) => difference(field, claim, figure)).join("; ")}`;
  if (claim) {
    const unpaired = all.flatMap(({ claim: owner, figure: free }) => (free && !owner ? [free] : []));
    const nearest = unpaired.find(({ indicator }) => indicator === claim.indicator) ?? unpaired[0];
    return `miss    ${file}: ${claimLine(claim)} | nearest unpaired: ${nearest ? figureLine(nearest) : "none"}`;
  }
  return figure && `extra   ${file}: ${figureLine(figure)}`;
}

const nameOf = (claim: Claim): string => `${claim.geography} ${claim.indicator} ${claim.value ?? "growth"}`;

function difference(field: Field, claim: Claim, figure: ExtractedFigure): string {
  const [wanted, got] = sides(field, claim, figure);
  return `${field}: wanted ${wanted ?? "none"}, got ${got ?? "none"}`;
}

type Side = string | number | null | undefined;

function sides(field: Field, claim: Claim, figure: ExtractedFigure): readonly [Side, Side] {
  const { period, target } = figure;
  switch (field) {
    case "geography":
      return [claim.geography, figure.geography];
    case "indicator":
      return [claim.indicator, figure.indicator];
    case "year":
      return [claim.period.year, period.year];
    case "months":
      return [
        `${claim.period.from_month}-${claim.period.through_month}`,
        `${period.fromMonth}-${period.throughMonth}`,
      ];
    case "share":
      return [percent(claim.pct_of_target), percent(figure.shareOfTarget, 100)];
    case "growth":
      return [percent(claim.yoy_pct), percent(figure.growth, 100)];
    case "target":
      return [
        claim.target && `${claim.target.value} ${claim.target.unit}`,
        target && `${target.value} ${target.unit}`,
      ];
    case "qualifier":
      return [claim.qualifier, figure.qualifier];
    default:
      return [
        claim.value === null ? "growth only" : `${claim.value} ${claim.unit}`,
        figure.value === undefined
          ? `growth ${percent(figure.growth, 100)}`
          : `${figure.value} ${figure.unit}`,
      ];
  }
}

const percent = (share: number | null | undefined, factor = 1): string =>
  share == null ? "none" : `${Number((share * factor).toFixed(4))}%`;

const claimLine = (claim: Claim): string =>
  [
    nameOf(claim),
    claim.unit,
    `${claim.period.year ?? "?"}/${claim.period.from_month}-${claim.period.through_month}`,
    `share ${percent(claim.pct_of_target)}`,
    `growth ${percent(claim.yoy_pct)}`,
  ].join(" ");

const figureLine = ({ geography, indicator, value, unit, period, ...figure }: ExtractedFigure): string =>
  [
    geography ?? "nowhere",
    indicator,
    value ?? "growth",
    unit,
    `${period.year ?? "?"}/${period.fromMonth}-${period.throughMonth}`,
    `share ${percent(figure.shareOfTarget, 100)}`,
    `growth ${percent(figure.growth, 100)}`,
    `at ${figure.span[0]}`,
  ].join(" ");
