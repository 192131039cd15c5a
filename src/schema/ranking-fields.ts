import { z } from "zod";
import { BOUNDARIES } from "../engine/ranking/place-identity.ts";
import { MEASURES, PLACE_AGGREGATIONS } from "../engine/ranking/ranking-question.ts";
import { FigureInput, MAX_TEXT, numberOrText, questionShape, RatioInput } from "./fields.ts";
import { HINTS } from "./validate.ts";

export const MAX_PLACES = 100;

const name = (description: string, example: string) =>
  z.string().max(MAX_TEXT).meta({ description, example });

const PlaceObject = z.strictObject({
  place: name("The name of the place", "Tay Ninh"),
  value: FigureInput.optional().meta({
    description: "Its level, in the unit of the question",
    example: 7250,
  }),
  growth: RatioInput.optional().meta({
    description: "Its growth on the same period of last year",
    example: "48.90%",
  }),
  prior: FigureInput.optional().meta({ description: "Its level in the same period of last year" }),
  priorYtd: FigureInput.optional().meta({ description: "The same as `prior`" }),
  weight: FigureInput.optional().meta({
    description:
      "What its growth weighs in the region's, in any scale, such as value added of the base year; exact, and used where last year's levels are not known",
  }),
  share: RatioInput.optional().meta({ description: "Its share of the region's level", example: "6.7%" }),
});
export type PlaceInput = z.infer<typeof PlaceObject>;

/** The question of `/v1/ranking`. */
export const RankingQuestionInput = z
  .strictObject({
    indicator: questionShape.indicator,
    region: name("The region that the places are of", "Southern region").optional(),
    unit: questionShape.unit,
    aggregation: z.enum(PLACE_AGGREGATIONS).optional().meta({
      description:
        "How places make the region: sum (their levels add up) or average (indices, rates, prices do not); by default average where the indicator is named an index or the unit is a percent, otherwise sum",
    }),
    through: questionShape.through.meta({
      description:
        'The last period of the figures, year to date: "2024-09", "2024-Q3", or 9 together with `year`. Names of Vietnamese places mean the units of its last day.',
      example: "2024-09",
    }),
    year: questionShape.year,
    fiscalYearStart: questionShape.fiscalYearStart,
    places: z
      .array(z.union([z.string().max(MAX_TEXT), PlaceObject]))
      .min(1)
      .max(MAX_PLACES)
      .optional()
      .meta({
        description: `The places with their figures, ${MAX_PLACES} at most: [{ "place": "Tay Ninh", "value": 7250, "growth": "48.90%" }]. In a URL: "Tay Ninh: 7250 / 48.90%; Kien Giang: 22.96%": places parted by semicolons, the figures of a place by a slash; one in percent is its growth, the first amount its level, a second amount last year's level. A comma is never a separator. Needed unless only \`beating\` is asked about.`,
        example: [
          { place: "Tay Ninh", growth: "48.90%" },
          { place: "Long An", value: 7250, growth: "9.1%" },
        ],
      }),
    regionValue: FigureInput.optional().meta({
      description: "The region's level as it was stated",
      example: "more than 108 billion USD",
    }),
    regionGrowth: RatioInput.optional().meta({ description: "The region's growth as it was stated" }),
    expected: z.array(z.string().max(MAX_TEXT)).min(1).max(MAX_PLACES).optional().meta({
      description:
        'Every place of the region by name, so that missing ones are named. In a URL: "Tay Ninh; Long An".',
    }),
    of: numberOrText.optional().meta({
      description: "How many places the region has, where their names are not given in `expected`",
      example: 20,
    }),
    beating: numberOrText.optional().meta({
      description: 'How many places are said to have grown faster than the region: 12, or "12/20"',
      example: "12/20",
    }),
    headline: z
      .strictObject({
        claim: z.enum(MEASURES).meta({
          description: "What the place is said to lead in: level (how large) or growth (how fast)",
        }),
        leader: name("The place that is said to lead", "Tay Ninh"),
      })
      .optional()
      .meta({
        description:
          'A claim such as "Tay Ninh leads in export turnover", to be checked against who leads in level and who in growth. In a URL: "level: Tay Ninh".',
        example: { claim: "level", leader: "Tay Ninh" },
      }),
    boundaries: z.enum(BOUNDARIES).optional().meta({
      description:
        "Whose borders the figures of Vietnamese places are of: those of the period (default), those before or after the reorganisation of 1 July 2025, or restate: of the units before, to be added up to those of today",
    }),
    decimal: questionShape.decimal,
    lang: questionShape.lang,
  })
  .meta({ id: "RankingQuestion" });
export type RankingInput = Partial<z.infer<typeof RankingQuestionInput>>;

export const RANKING_FIELDS = Object.keys(RankingQuestionInput.shape);

export const PLACES_HINT =
  'write [{ "place": "Tay Ninh", "value": 7250, "growth": "48.90%" }] or "Tay Ninh: 7250 / 48.90%; Kien Giang: 22.96%"';

export const RANKING_HINTS = {
  ...HINTS,
  places: PLACES_HINT,
  place: "write the name of the place",
  region: "write a short text",
  prior: HINTS.priorYtd ?? "",
  weight: HINTS.priorYtd ?? "",
  share: HINTS.shareOfTarget ?? "",
  regionValue: HINTS.priorYtd ?? "",
  regionGrowth: HINTS.shareOfTarget ?? "",
  expected: 'write ["Tay Ninh", "Long An"] or "Tay Ninh; Long An"',
  of: "write a whole number such as 20",
  beating: 'write 12 or "12/20"',
  headline: 'write { "claim": "level", "leader": "Tay Ninh" } or "level: Tay Ninh"',
  leader: "write the name of the place",
};
