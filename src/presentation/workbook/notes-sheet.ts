import { conflictNames } from "../finding.ts";
import { sentenceCase } from "../language.ts";
import { VERDICT_WORDS } from "../quantity-words.ts";
import { assumptionWords } from "./assumption-words.ts";
import { SheetPage } from "./sheet-page.ts";
import type { WorkbookContext } from "./workbook-context.ts";

const WIDTHS = [28, 90, 36, 60];

/** The last sheet: whether the figures agree, what the forecast assumes, remarks, and the version that answered. */
export function notesSheet(context: WorkbookContext): SheetPage {
  const { answer, words } = context;
  const page = new SheetPage(words.sheets.notes, WIDTHS);
  page.text(words.sheets.notes, "title");
  findingsTable(page, context);
  assumptionsTable(page, context);
  if (answer.notes.length > 0) {
    page.text(words.notes, "heading");
    for (const { message } of answer.notes) page.text(message, "prose");
    page.skip();
  }
  page.text(words.engine(answer.engine), "subtitle");
  return page;
}

function findingsTable(page: SheetPage, { answer: { coherence }, words, wording }: WorkbookContext): void {
  if (!coherence) return;
  page.text(words.coherence, "heading");
  page.text(`${words.verdict}: ${VERDICT_WORDS[coherence.verdict][wording.lang]}.`, "prose");
  if (coherence.findings.length > 0) {
    const isKnown = (name: "conflict" | "repairs") => coherence.findings.some((finding) => finding[name]);
    const columns = [
      { key: "verdict", head: words.result },
      { key: "message", head: words.finding },
      ...(isKnown("conflict") ? [{ key: "conflict", head: words.conflict } as const] : []),
      ...(isKnown("repairs") ? [{ key: "repairs", head: words.repairs } as const] : []),
    ] as const;
    page.table("Findings", columns, () =>
      coherence.findings.map(({ verdict, message, conflict, repairs = [] }) => ({
        verdict: { content: sentenceCase(VERDICT_WORDS[verdict][wording.lang]) },
        message: { content: message },
        conflict: { content: conflict && sentenceCase(conflictNames({ conflict }, wording)) },
        repairs: {
          content: repairs.map(({ description }) => sentenceCase(description)).join("; ") || undefined,
        },
      })),
    );
  }
  page.skip();
}

function assumptionsTable(page: SheetPage, { answer: { forecast }, words, wording }: WorkbookContext): void {
  if (!forecast || forecast.assumptions.length === 0) return;
  page.text(words.assumptions, "heading");
  const columns = [
    { key: "code", head: words.code },
    { key: "text", head: words.assumptionText },
    { key: "value", head: words.number },
  ] as const;
  page.table("Assumptions", columns, () =>
    forecast.assumptions.map(({ code, text, value }) => ({
      code: { content: code },
      text: { content: sentenceCase(assumptionWords({ code, text }, wording.lang)) },
      value: { content: value },
    })),
  );
  page.skip();
}
