import type { Note, NoteCode, NoteValues } from "../engine/note.ts";
import type { Wording } from "./language.ts";
import { notesInEnglish } from "./notes-en.ts";
import { notesInVietnamese } from "./notes-vi.ts";

/** One sentence writer a code; the compiler refuses a code without a sentence. */
export type NoteSentences = { readonly [Code in NoteCode]: (values: NoteValues[Code]) => string };

/**
 * A remark in words.
 * @example noteMessage({ code: "earlyGrowthFades", values: { growth: 0.639, elapsed: 2 } }, { lang: "en" }) // => "Growth of 63.9% after two months usually fades in the rest of the year; the forecast does not carry it on in full."
 */
export function noteMessage(note: Note, wording: Wording): string {
  return written(note, wording.lang === "vi" ? notesInVietnamese(wording) : notesInEnglish(wording));
}

function written<Code extends NoteCode>(
  { code, values }: { readonly code: Code; readonly values: NoteValues[Code] },
  sentences: NoteSentences,
): string {
  return sentences[code](values);
}
