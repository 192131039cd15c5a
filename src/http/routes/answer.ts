import type { AnswerOf, Part } from "../../presentation/answers.ts";
import { type Presenter, written } from "../../presentation/presenter.ts";
import { reportPresenter } from "../../presentation/report-presenter.ts";
import type { Ask } from "../operation.ts";

/** An answer about one report in the format that was asked for. */
export function represent<P extends Part>(
  part: P,
  answer: AnswerOf[P],
  raw: Readonly<Record<string, unknown>>,
  ask: Ask,
): string {
  return representWith(reportPresenter(part), answer, raw, ask);
}

/** Any answer in the format that was asked for, by the presenter of its function. */
export function representWith<Answer, Presented extends object>(
  presenter: Presenter<Answer, Presented>,
  answer: Answer,
  raw: Readonly<Record<string, unknown>>,
  { dependencies, ...form }: Ask,
): string {
  const lang = raw.lang === "vi" ? "vi" : "en";
  // XML is for paths, whose number() knows the point alone: a language says nothing about it.
  const usual = lang === "vi" && form.format !== "xml" ? "comma" : "point";
  const decimal = (raw.decimal ?? usual) === "comma" ? "comma" : "point";
  return written(presenter, answer, { lang, decimal, ...form, engine: dependencies.version });
}
