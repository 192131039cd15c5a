import { placeAnswer } from "../../engine/geography/place-answer.ts";
import { placePresenter } from "../../presentation/place-presenter.ts";
import { PLACES_FORM, PlacesQuestionInput, readPlacesQuestion } from "../../schema/places-question.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const placesOperation: Operation = {
  name: "places",
  summary: "A province of Viet Nam at a date, and its earlier figures on the area of today",
  description:
    "On 1 July 2025 the 63 provinces and cities of Viet Nam became 34, many of them with a name that stayed over an area that did not. A name, in either language, is resolved at a date to its unit, with its predecessors or its successor and whether figures of before and after can be compared. Figures of the predecessors are restated to the new unit: levels and plans are added, growth is weighted with what it grew from, an index with its weights, ratios and cumulative shares are ratios of sums; a predecessor without figures is named.",
  question: PlacesQuestionInput,
  form: PLACES_FORM,
  answer: async () => (await import("../../schema/places-answer.ts")).PlacesAnswer,
  example: {
    name: "An Giang",
    date: "2026-04",
    unit: "million USD",
    figures: [
      { place: "Kien Giang", value: "over 290" },
      { place: "An Giang", value: 410 },
    ],
  },
  respond(raw, ask) {
    const { units } = ask.dependencies.knowledge;
    const lang = raw.lang === "vi" ? "vi" : "en";
    return representWith(placePresenter(lang), placeAnswer(units, readPlacesQuestion(raw, units)), raw, ask);
  },
};
