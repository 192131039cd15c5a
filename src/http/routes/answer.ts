import type { AnswerOf, Part } from "../../presentation/answers.ts";
import { presentCsv } from "../../presentation/csv.ts";
import { presentPart } from "../../presentation/json.ts";
import { presentMarkdown } from "../../presentation/markdown.ts";
import { presentText } from "../../presentation/text.ts";
import type { Ask } from "../operation.ts";

/** An engine answer in the format that was asked for. */
export function represent<P extends Part>(
  part: P,
  answer: AnswerOf[P],
  raw: Readonly<Record<string, unknown>>,
  ask: Ask,
): string {
  const lang = raw.lang === "vi" ? "vi" : "en";
  const decimal = raw.decimal === "comma" || (raw.decimal === undefined && lang === "vi") ? "comma" : "point";
  const options = { lang, decimal, engine: ask.dependencies.version } as const;
  switch (ask.format) {
    case "json":
      return JSON.stringify(presentPart(answer, part, options));
    case "csv":
      return presentCsv(answer, part, options);
    case "txt":
      return presentText(answer, part, { ...options, ...(ask.field !== undefined && { field: ask.field }) });
    case "md":
      return presentMarkdown(answer, part, options);
  }
}
