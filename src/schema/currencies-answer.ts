import { z } from "zod";
import { CURRENCIES_NOTE_CODES } from "../engine/currencies/currencies-note.ts";
import { number, optionalNumber, text } from "./described.ts";
import { Coherence, KnownFigure, noteOf } from "./report-answer.ts";

const Plausibility = z
  .strictObject({
    quantity: z.enum(["rate", "priorRate"]).meta({ description: "The rate, or that of a year earlier" }),
    year: optionalNumber("Its calendar year"),
    value: number("Dong per dollar"),
    band: z
      .strictObject({
        lower: number("The least that is plausible"),
        upper: number("The most that is plausible"),
        basis: z.enum(["yearAverage", "allYears"]).meta({
          description: "8% around the average of the year, or all that a dollar cost in two decades",
        }),
        average: optionalNumber("The average of the year, where it is known"),
      })
      .meta({ description: "What a rate may be in that year" }),
    verdict: z.enum(["plausible", "implausible"]).meta({
      description: "Whether the rate, within its digits, can have been one",
    }),
    slips: z
      .array(
        z.strictObject({
          quantity: text("The figure that may be wrong"),
          factor: number("1000 or 0.001: what it would have to be multiplied with"),
          value: number("What it would then be, in whole units"),
        }),
      )
      .meta({
        description: "Each figure in which a slip of a thousand alone would explain an implausible rate",
      }),
  })
  .meta({ id: "RatePlausibility", description: "Whether there can have been such a rate" });

export const CurrenciesAnswer = z
  .strictObject({
    question: z
      .strictObject({
        local: text("The currency of smaller worth, by its code"),
        foreign: text("The other; a rate is so many of the first for one of this"),
        year: optionalNumber("The calendar year"),
      })
      .meta({ description: "What was asked" }),
    figures: z.record(z.string(), KnownFigure).meta({
      description:
        "Every figure that is known, by name: the amounts by their code in whole units (VND, USD), the rate, and with prior and growth in front what they were a year earlier and how they grew",
    }),
    plausibility: z.array(Plausibility).meta({
      description: "Of dong per dollar: whether there can have been such a rate; empty for other currencies",
    }),
    follows: z
      .strictObject({
        quantity: text("The growth that was not told"),
        from: text("How the other two give it"),
      })
      .optional()
      .meta({ description: "Which of the three growths follows from the other two" }),
    coherence: Coherence,
    sentence: text("The answer as a paragraph that a report can take over"),
    notes: z
      .array(
        noteOf(CURRENCIES_NOTE_CODES).meta({
          id: "CurrenciesNote",
          description: "A remark on the currencies",
        }),
      )
      .meta({ description: "Remarks to read the answer with" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "CurrenciesAnswer", description: "One amount in two currencies" });
