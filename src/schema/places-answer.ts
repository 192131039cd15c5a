import { z } from "zod";
import { PLACE_NOTE_CODES } from "../engine/geography/place-note.ts";
import {
  PLACE_FIGURES,
  RESTATED_KINDS,
  RESTATED_NAMES,
  type RestatedName,
} from "../engine/geography/restate.ts";
import { number, optionalNumber, text } from "./described.ts";
import { noteOf } from "./report-answer.ts";

const Unit = z
  .strictObject({
    id: text("The name and, for a unit with a first day, its year: no official code"),
    name: text("The name as English writes it"),
    nameVi: text("The name as Vietnamese writes it"),
    type: z.enum(["province", "city"]).meta({ description: "A province, or a centrally run city" }),
    validFrom: text("Its first day; absent where that is before the table begins").optional(),
    validTo: text("Its last day; absent where it still is").optional(),
  })
  .meta({
    id: "AdministrativeUnit",
    description: "A province or centrally run city within one area: after a merger it is another unit",
  });

const figure = {
  value: number("The central value; ratios are fractions"),
  lower: optionalNumber("The lower end that the digits allow; absent when there is none"),
  upper: optionalNumber("The upper end; absent when there is none"),
};
const RestatedFigure = z.strictObject({ ...figure, from: text("The formula that made it") });

const ABOUT = {
  value: "The level or the plan; of one place's ratio the ratio itself",
  growth: "Growth on the year before",
  prior: "What it grew from",
  index: "The index",
  weight: "What the index weighs",
  numerator: "What the ratio is of",
  denominator: "What it is measured against",
  ratio: "The numerator by the denominator",
} as const satisfies Readonly<Record<RestatedName, string>>;

/** Figures by name, any of which may be absent. */
const figuresOf = <Shape extends z.ZodType>(shape: Shape, names: readonly RestatedName[]) =>
  z.strictObject(
    Object.fromEntries(
      names.map((name) => [name, shape.optional().meta({ description: ABOUT[name] })] as const),
    ),
  );

const Restated = z
  .strictObject({
    kind: z.enum(RESTATED_KINDS).meta({ description: "What the figures were taken for" }),
    restated: z.literal("sum").meta({
      description: "What to tell as `restated` wherever the figures stand beside later ones",
    }),
    into: text("The id of the unit that the figures are restated to"),
    isComplete: z.boolean().meta({ description: "Whether every unit that it was formed from has figures" }),
    missing: z
      .array(z.string())
      .optional()
      .meta({ description: "The ids of those that have none; the figures are of the others alone" }),
    figures: figuresOf(RestatedFigure, RESTATED_NAMES).meta({
      description: "The figures of all places together, by name",
    }),
    parts: z
      .array(
        z.strictObject({
          id: text("The unit"),
          name: text("Its name"),
          figures: figuresOf(z.strictObject(figure), PLACE_FIGURES).meta({
            description: "Its figures as they were read",
          }),
        }),
      )
      .meta({ description: "What the figures were made from" }),
  })
  .meta({ id: "Restated", description: "Figures of several places as those of one" });

export const PlacesAnswer = z
  .strictObject({
    question: z
      .strictObject({
        name: text("The place, as it was told").optional(),
        date: text("The date, as it was told").optional(),
        unit: text("The unit of all amounts").optional(),
      })
      .meta({ description: "What was asked" }),
    place: Unit,
    atDate: z.enum(["valid", "ended", "notYet"]).meta({
      description: "Whether the place is there on the date, was there before, or came later",
    }),
    continuity: z.enum(["unchanged", "renamed", "formed", "absorbed"]).meta({
      description:
        "Whether the area stayed, was only named otherwise, was formed from others, or became a part of another unit",
    }),
    comparable: z.boolean().meta({
      description: "Whether a figure of before the change can stand beside one of after as it is",
    }),
    changedOn: text("The first day after the change; absent where there was none").optional(),
    predecessors: z.array(Unit).meta({ description: "The units that it was formed from; empty where none" }),
    successor: Unit.optional(),
    restated: Restated.optional(),
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z
      .array(noteOf(PLACE_NOTE_CODES).meta({ id: "PlaceNote", description: "A remark on a place" }))
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "PlacesAnswer", description: "A place, and its figures on the area of today" });
