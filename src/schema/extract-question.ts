import { z } from "zod";
import { flag } from "./fields.ts";
import { isSet } from "./history.ts";
import { ProblemList } from "./problems.ts";
import type { FlatForm } from "./query.ts";
import { checkDate } from "./question.ts";
import { HINTS, validate } from "./validate.ts";

/** Bytes of UTF-8 that a text may have: some forty pages. */
export const MAX_TEXT_BYTES = 200_000;

/** The question of `/v1/extract`. */
export const ExtractQuestionInput = z
  .strictObject({
    text: z
      .string()
      .optional()
      .meta({
        description: `The text of an article or a report, English or Vietnamese, or its HTML; up to ${MAX_TEXT_BYTES / 1000} kB of UTF-8. A POST may also carry it as its body, plain or HTML, with the other fields in the query.`,
      }),
    published: z.string().optional().meta({
      description:
        'The date on which it was published, "2024-05-10", or its month, "2024-05": what "this year" means where the text does not say',
      example: "2024-05-10",
    }),
    outlook: flag.optional().meta({
      description:
        "Whether to answer the outlook of each figure that is cumulative since January and whose year is known, as /v1/outlook answers its `report`; false by default",
    }),
    parts: flag.optional().meta({
      description:
        "Whether figures of parts, such as products, are listed among the figures too, each with what it is a part of; by default they are told within the figure of their total only",
    }),
    decimal: z.enum(["point", "comma"]).optional().meta({
      description:
        "The decimal sign of CSV and text answers; comma by default with lang=vi. That of the text is read from it",
    }),
    lang: z.enum(["en", "vi"]).optional().meta({
      description: "The language of sentences and labels, whatever that of the text; English by default",
    }),
  })
  .meta({ id: "ExtractQuestion" });

/** How the question is written flat: a text is never JSON, whatever it begins with. */
export const EXTRACT_FORM: FlatForm = {
  names: Object.keys(ExtractQuestionInput.shape),
  aliases: { asOf: "published", date: "published", outlooks: "outlook" },
  labels: ["text"],
  texts: {},
};

const FIELDS = [...EXTRACT_FORM.names, ...Object.keys(EXTRACT_FORM.aliases)];
const TEXT_HINT = "send the text of an article or a report";
const EXTRACT_HINTS = {
  ...HINTS,
  text: TEXT_HINT,
  published: 'write "2024-05-10", or "2024-05"',
  outlook: "write true or false",
  parts: "write true or false",
};

const MONTH = /^\d{4}-\d{2}$/;

/** What is to be read from a text, and what is to be told of it. */
export interface ExtractAsk {
  readonly text: string;
  readonly published?: string;
  readonly withOutlooks: boolean;
  readonly listsParts: boolean;
  readonly lang: "en" | "vi";
}

/**
 * A raw question about a text, which may be empty.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readExtractQuestion(raw: Readonly<Record<string, unknown>>): ExtractAsk {
  const problems = new ProblemList();
  const input = validate(ExtractQuestionInput, raw, FIELDS, problems, EXTRACT_HINTS);
  if (raw.text === undefined) problems.add("text", "text is required", TEXT_HINT);
  const { text = "", published } = input;
  if (!isWithin(text, MAX_TEXT_BYTES))
    problems.add(
      "text",
      `text has more than ${MAX_TEXT_BYTES / 1000} kB of UTF-8`,
      "send the part of it that has the figures",
    );
  if (published !== undefined)
    checkDate(problems, MONTH.test(published) ? `${published}-01` : published, "published");
  problems.throwIfAny();
  return {
    text,
    ...(published !== undefined && { published }),
    withOutlooks: isSet(input.outlook),
    listsParts: isSet(input.parts),
    lang: input.lang ?? "en",
  };
}

/** Whether a text has no more than so many bytes of UTF-8; half a pair of surrogates takes those of its replacement. */
function isWithin(text: string, bytes: number): boolean {
  if (text.length > bytes) return false;
  let left = bytes;
  for (const letter of text) {
    const code = letter.codePointAt(0) as number;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return left >= 0;
}
