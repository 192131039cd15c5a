import type { Note, NoteValues } from "../engine/note.ts";
import type { Wording } from "./language.ts";
import { notesInEnglish } from "./notes-en.ts";
import { notesInVietnamese } from "./notes-vi.ts";

/** One sentence writer a code; the compiler refuses a code without a sentence. */
export type SentencesOf<Values> = { readonly [Code in keyof Values]: (values: Values[Code]) => string };
export type NoteSentences = SentencesOf<NoteValues>;

/**
 * A remark in words.
 * @example noteMessage({ code: "earlyGrowthFades", values: { growth: 0.639, elapsed: 2 } }, { lang: "en" }) // => "Growth of 63.9% after two months usually fades in the rest of the year; the forecast does not carry it on in full."
 */
export function noteMessage(note: Note, wording: Wording): string {
  return sentenceOf(note, wording.lang === "vi" ? notesInVietnamese(wording) : notesInEnglish(wording));
}

/** The sentence of a remark among those of its function. */
export function sentenceOf<Values, Code extends keyof Values>(
  { code, values }: { readonly code: Code; readonly values: Values[Code] },
  sentences: SentencesOf<Values>,
): string {
  return sentences[code](values);
}
