import { z } from "zod";
import { RANKING_NOTE_CODES } from "../engine/ranking/ranking-note.ts";
import { MEASURES, PLACE_AGGREGATIONS } from "../engine/ranking/ranking-question.ts";
import { number, optionalNumber, text } from "./described.ts";
import { noteOf } from "./report-answer.ts";

const names = (description: string) => z.array(z.string()).meta({ description });
const flag = (description: string) => z.boolean().meta({ description });

const bounds = {
  lower: optionalNumber("The lower end that the digits allow; absent when there is none"),
  upper: optionalNumber("The upper end; absent when there is none"),
};

const Measured = z
  .strictObject({ value: number("The central value"), ...bounds })
  .meta({ id: "RankingMeasured", description: "A number that was worked out, with its interval" });

const knownShape = {
  value: number("The central value; growths are fractions"),
  ...bounds,
  origin: z.enum(["reported", "derived", "restated"]).meta({
    description:
      "As it was reported, worked out from others, or made of the units that the place was formed from",
  }),
  from: text("The formula, where it was not reported").optional(),
};
const Known = z
  .strictObject(knownShape)
  .meta({ id: "RankingNumber", description: "A number with the interval that it is known to lie in" });

const Placing = z
  .strictObject({
    rank: number("1 for the highest; equal values share a rank"),
    best: number("The best rank that the digits allow"),
    worst: number("The worst rank that the digits allow"),
    isCertain: flag("Whether the digits allow no other rank"),
    next: z
      .strictObject({
        place: text("The place that follows"),
        gap: number(
          "How far behind it is: an amount in level, a difference of fractions in growth (0.25 is 25 points)",
        ),
      })
      .optional()
      .meta({ description: "The place that follows; absent for the last" }),
  })
  .meta({ id: "RankingPlacing", description: "A rank among the places given, in one measure" });

const Leader = z
  .strictObject({
    places: names("The place with the highest number, or several that share it"),
    value: number("That number; of a contribution a fraction, 0.012 for 1.2 points"),
    possibly: names("Others that may be first for all that the digits tell"),
  })
  .meta({ id: "RankingLeader", description: "Who is first in one measure, among the places given" });

const Spread = z
  .strictObject({
    median: number("The middle one"),
    lowest: number("The lowest"),
    highest: number("The highest"),
    range: number("The highest less the lowest"),
  })
  .meta({ id: "RankingSpread", description: "How far the places lie apart" });

const Place = z
  .strictObject({
    name: text("The place as it was named"),
    value: Known.optional().meta({ description: "Its level" }),
    prior: Known.optional().meta({ description: "Its level in the same period of last year" }),
    growth: Known.optional().meta({ description: "Its growth, a fraction" }),
    restatedFrom: names("The units before 1 July 2025 whose figures it was made of").optional(),
    levelRank: Placing.optional().meta({ description: "Its rank in level; absent where no level is known" }),
    growthRank: Placing.optional().meta({
      description: "Its rank in growth; absent where no growth is known",
    }),
    share: Known.optional().meta({ description: "Its share of the level of `region.sharesOf`" }),
    contribution: Measured.optional().meta({
      description: "What it adds to the growth of `region.contributionsTo`, a fraction: 0.012 is 1.2 points",
    }),
    isFaster: z.enum(["yes", "no", "digitsCannotTell"]).optional().meta({
      description: "Whether it grew faster than `region.growth.comparedWith`",
    }),
  })
  .meta({ id: "RankedPlace", description: "One place, its rank in level and its rank in growth told apart" });

const partOf = (description: string) => z.enum(["region", "givenPlaces"]).meta({ description });

const Region = z
  .strictObject({
    value: Known.optional().meta({ description: "Its level as stated, or the sum of all its places" }),
    sumOfPlaces: Known.optional().meta({ description: "The sum of the places given" }),
    rest: Known.optional().meta({ description: "What is left for the places that are missing" }),
    sharesOf: partOf("What the shares of the places are of").optional(),
    growth: z
      .strictObject({
        stated: Known.optional().meta({ description: "As it was stated" }),
        weighted: z
          .strictObject({
            ...knownShape,
            by: z.enum(["prior", "weight", "share"]).meta({
              description: "The weights: last year's levels, those told, or last year's shares",
            }),
          })
          .optional()
          .meta({ description: "The growths of the places given, weighted" }),
        simpleAverage: Known.optional().meta({
          description: "The plain average of the growths, which is not the region's growth",
        }),
        comparedWith: z
          .strictObject({
            kind: z.enum(["stated", "weighted", "weightedOfGiven", "simpleAverage"]).meta({
              description:
                "Which growth it is: the stated one where there is one, else the weighted one (of the places given where some may be missing), else the simple average",
            }),
            value: number("That growth, a fraction"),
            ...bounds,
          })
          .optional()
          .meta({ description: "The growth that places are compared with" }),
      })
      .meta({ description: "The region's growth by each way to know it" }),
    contributionsTo: partOf("What the contributions of the places are to the growth of").optional(),
  })
  .meta({ id: "RankedRegion", description: "What the places make together" });

const interval = z.strictObject(bounds);

const Finding = z
  .strictObject({
    kind: text("Which relation it is, a name for machines"),
    relation: text("The relation that was checked"),
    place: text("The place that it is about; absent for the region").optional(),
    derived: interval.meta({ description: "As the other figures give it, within what their digits allow" }),
    stated: interval.meta({ description: "As it was stated" }),
    verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts"]).meta({
      description:
        "Whether both can be true: as written, only if trailing zeros are rounding, only if digits were cut off, or not",
    }),
    message: text("The finding as a sentence"),
  })
  .meta({ id: "RankingFinding", description: "What one relation between places and region says" });

const leads = (description: string) =>
  z.enum(["yes", "no", "digitsCannotTell", "notKnown"]).meta({ description });

export const RankingAnswer = z
  .strictObject({
    question: z
      .strictObject({
        indicator: text("What is measured, as it was told").optional(),
        region: text("The region, as it was told").optional(),
        unit: text("The unit of all amounts").optional(),
        fiscalYear: optionalNumber("The calendar year in which the fiscal year starts"),
        fiscalYearStart: optionalNumber("The first month of the fiscal year"),
        through: text("The last period of the figures").optional(),
        elapsed: optionalNumber("Reported periods"),
        remaining: optionalNumber("Periods still to come"),
        aggregation: z.enum(PLACE_AGGREGATIONS).meta({
          description: "How places make the region: their levels add up, or do not",
        }),
        levelsAre: z.enum(["shares"]).optional().meta({
          description: "What the order by level rests on where no level was told",
        }),
      })
      .meta({ description: "What was asked, after its texts were read" }),
    sentence: text("The answer as a paragraph that a report can take over"),
    leaders: z
      .strictObject({
        level: Leader.optional().meta({ description: "Who has the largest figure" }),
        growth: Leader.optional().meta({ description: "Who grew fastest" }),
        contribution: Leader.optional().meta({ description: "Who adds most to the region's growth" }),
      })
      .meta({ description: "Who is first in what; three different questions" }),
    places: z.array(Place).meta({
      description:
        "The places with a figure, by rank in level, those without a level after them by rank in growth",
    }),
    region: Region,
    faster: z
      .strictObject({
        count: number("Places that certainly grew faster"),
        uncertain: number("Places of which the digits cannot tell"),
        outOf: number("Places whose growth is known"),
        share: number("`count` in `outOf`"),
      })
      .optional()
      .meta({ description: "How many places grew faster than `region.growth.comparedWith`" }),
    fasterStated: z
      .strictObject({
        count: number("How many are said to have grown faster than the region"),
        of: optionalNumber("Of how many places"),
        share: optionalNumber("`count` in `of`"),
      })
      .optional()
      .meta({ description: "What was said of places that beat the region; checked in `coherence`" }),
    spread: z
      .strictObject({
        level: Spread.optional().meta({ description: "Of levels" }),
        growth: Spread.optional().meta({ description: "Of growths, fractions" }),
      })
      .meta({ description: "Median and range of the places given" }),
    coverage: z
      .strictObject({
        given: number("Places with a figure"),
        of: optionalNumber("Places of the region, where it was told"),
        missing: names("Places that should be there and have no figure, by name"),
        missingCount: optionalNumber("How many are missing, the unnamed among them"),
        unexpected: names("Places with figures that are not among those expected"),
        isComplete: flag(
          "Whether every place is there; absent where nobody told how many there are",
        ).optional(),
      })
      .meta({ description: "Which of the region's places are there" }),
    headline: z
      .strictObject({
        claim: z.enum(MEASURES).meta({ description: "What the place is said to lead in" }),
        leader: text("The place that is said to lead"),
        leadsInLevel: leads("Whether it is first in level, among the places given"),
        leadsInGrowth: leads("Whether it is first in growth, among the places given"),
        verdict: z.enum(["holds", "contradicts", "otherMeasure", "digitsCannotTell", "notChecked"]).meta({
          description:
            "otherMeasure: it leads, but not in what is claimed or not as far as the figures tell, so that level and growth are mixed up",
        }),
      })
      .optional()
      .meta({ description: "What the headline's claim comes to" }),
    coherence: z
      .strictObject({
        verdict: z.enum(["holds", "holdsIfCoarse", "holdsIfTruncated", "contradicts", "notChecked"]).meta({
          description: "The worst verdict of the findings; notChecked when nothing could be compared",
        }),
        findings: z.array(Finding).meta({ description: "Every relation that could be used" }),
      })
      .meta({ description: "Whether the figures of places and region agree" }),
    notes: z
      .array(
        noteOf(RANKING_NOTE_CODES).meta({
          id: "RankingNote",
          description: "A remark to read the ranking with",
        }),
      )
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "RankingAnswer", description: "Places compared for one indicator" });
