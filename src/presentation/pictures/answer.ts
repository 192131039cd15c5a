import type { PathPeriod, QuestionEcho } from "../../engine/outlook-types.ts";
import type { AnyAnswer } from "../answers.ts";
import { PictureError } from "./picture-error.ts";

/** A period of the path as it is published. */
export type PicturedPeriod = PathPeriod & {
  /** Last year's year to date through the same period of the year, where it is known. */
  readonly lastYearCumulative?: number;
};

type Forecast = NonNullable<AnyAnswer["forecast"]>;
/** The forecast as it is published. */
export type PicturedForecast = Omit<Forecast, "path"> & { readonly path: readonly PicturedPeriod[] };

/** A published answer about one report, each section present where its function works it out. */
export type PicturedAnswer = Omit<AnyAnswer, "forecast" | "question"> & {
  readonly question: QuestionEcho;
  readonly forecast?: PicturedForecast;
};

/**
 * The forecast of an answer.
 * @throws PictureError where it has none
 */
export function forecastOf(answer: PicturedAnswer): PicturedForecast {
  if (answer.forecast) return answer.forecast;
  throw new PictureError({
    path: "picture",
    message: "the answer has no forecast to draw",
    hint: "ask outlook or forecast",
  });
}
