import { z } from "zod";
import type { Figure } from "../engine/figure/figure.ts";
import { NEEDS, PLACE_FIGURES, type PlaceFigure, type RestatedKind } from "../engine/geography/restate.ts";
import { FigureInput, MAX_TEXT, RatioInput } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import type { ProblemList } from "./problems.ts";

/** A place with its figures, as they are told. */
export const PlaceFigures = z.strictObject({
  place: z.string().max(MAX_TEXT).meta({ description: "A predecessor", example: "Kien Giang" }),
  value: FigureInput.optional().meta({
    description: "The level or the plan; of a ratio or a share the ratio itself",
    example: "over 290",
  }),
  growth: RatioInput.optional().meta({ description: "Growth on the year before", example: "21.26%" }),
  prior: FigureInput.optional().meta({
    description: "What it grew from: the same period of the year before",
  }),
  index: FigureInput.optional().meta({ description: "An index such as that of industrial production" }),
  weight: FigureInput.optional().meta({
    description: "What the index weighs: the value of its base period, or a share of it in percent",
  }),
  numerator: FigureInput.optional().meta({
    description: "What the ratio is of: leased hectares, the year to date",
  }),
  denominator: FigureInput.optional().meta({
    description: "What it is measured against: leasable hectares, the year's total",
  }),
});
export type PlaceFigures = z.infer<typeof PlaceFigures>;

/** What reading the figures of places goes by. */
export interface PlaceFiguresAsk {
  readonly figures?: readonly PlaceFigures[] | undefined;
  readonly kind?: RestatedKind | undefined;
  readonly unit?: string | undefined;
  readonly decimal?: "point" | "comma" | undefined;
  readonly lang?: "en" | "vi" | undefined;
}

/** What the figures are, where it is not told: from what they have. */
export function kindOf({ kind, figures = [] }: PlaceFiguresAsk): RestatedKind {
  if (kind !== undefined) return kind;
  const has = (name: PlaceFigure): boolean => figures.some((each) => each[name] !== undefined);
  if (has("index") || has("weight")) return "index";
  if (has("numerator") || has("denominator")) return "ratio";
  return has("growth") || has("prior") ? "growth" : "level";
}

/** The figures of every place, and the unit of their amounts. */
export interface ReadPlaceFigures {
  readonly kind: RestatedKind;
  readonly unit: string | undefined;
  readonly places: readonly Readonly<Partial<Record<PlaceFigure, Figure>>>[];
}

/** The figures of all places, each as what their kind takes it for; amounts share one unit, an index has none. */
export function readPlaceFigures(problems: ProblemList, ask: PlaceFiguresAsk): ReadPlaceFigures {
  const kind = kindOf(ask);
  const readerIn = (unit: string | undefined) =>
    new FigureReader(problems, { input: ask, unit, amountsMayBeNegative: kind === "level" });
  const readers = { amounts: readerIn(ask.unit), indices: readerIn(undefined) };
  const asked = ask.figures ?? [];
  checkWeights(problems, asked);
  const places = asked.map((given, index) =>
    readFigures(problems, { given, kind, readers, path: `figures.${index}` }),
  );
  return { kind, unit: readers.amounts.unit, places };
}

interface Readers {
  readonly amounts: FigureReader;
  readonly indices: FigureReader;
}

/** The figures of one place, each as what its kind takes it for; a problem where the kind needs more, or takes less. */
function readFigures(
  problems: ProblemList,
  ask: {
    readonly given: PlaceFigures;
    readonly kind: RestatedKind;
    readonly readers: Readers;
    readonly path: string;
  },
): Readonly<Partial<Record<PlaceFigure, Figure>>> {
  const { given, kind, readers, path } = ask;
  const needs = NEEDS[kind];
  const names = PLACE_FIGURES.filter((name) => given[name] !== undefined);
  const used = new Set(needs.flat());
  const needed = needs.map((list) => list.join(" and ")).join(", or ");
  if (needs.length > 0) {
    if (!needs.some((list) => list.every((name) => names.includes(name))))
      problems.add(
        path,
        `${aKind(kind)} of ${given.place || "a place"} cannot be restated from what is given`,
        `give ${needed}`,
      );
    for (const name of names)
      if (!used.has(name))
        problems.add(
          `${path}.${name}`,
          `${name} says nothing about ${aKind(kind)}`,
          `leave it out, or give ${needed}`,
        );
  }
  const figures: Partial<Record<PlaceFigure, Figure>> = {};
  for (const name of names) {
    const figure = readFigure(readers, given[name], { name, kind, path: `${path}.${name}` });
    if (figure) figures[name] = figure;
  }
  return figures;
}

const aKind = (kind: RestatedKind): string => `${kind === "index" ? "an" : "a"} ${kind}`;

function readFigure(
  { amounts, indices }: Readers,
  text: PlaceFigures[PlaceFigure],
  { name, kind, path }: { readonly name: PlaceFigure; readonly kind: RestatedKind; readonly path: string },
): Figure | undefined {
  switch (name) {
    case "value":
      if (kind === "ratio" || kind === "share") return amounts.share(text, path);
      return kind === "plan" ? amounts.target(text, path) : amounts.amount(text, path);
    case "growth":
      return amounts.growth(text, path);
    case "prior":
      return amounts.base(text, path);
    case "weight":
      return isPercent(text) ? amounts.share(text, path) : amounts.amount(text, path);
    case "index":
      return indices.amount(text, path);
    default:
      return amounts.amount(text, path);
  }
}

/** Weights are shares of one whole or amounts of one unit, never some of each. */
function checkWeights(problems: ProblemList, asked: readonly PlaceFigures[]): void {
  const weights = asked.flatMap(({ weight }) => (weight === undefined ? [] : [isPercent(weight)]));
  if (new Set(weights).size > 1)
    problems.add(
      "figures",
      "some weights are in percent and some are not",
      "give all weights as amounts, or all in percent",
    );
}

const isPercent = (text: unknown): boolean => typeof text === "string" && text.includes("%");
