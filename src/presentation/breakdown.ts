import type {
  Breakdown,
  BreakdownTarget,
  ComponentAnswer,
  GoalSeekAnswer,
  PartTarget,
} from "../engine/breakdown/answer-types.ts";
import type { PartsFinding } from "../engine/breakdown/parts-coherence.ts";
import { partsClause, partsRepair } from "./breakdown-finding.ts";
import { breakdownMarkdown } from "./breakdown-markdown.ts";
import { type PartNames, partNames } from "./breakdown-names.ts";
import { breakdownNoteMessage } from "./breakdown-notes-words.ts";
import { breakdownSentence, breakdownWording } from "./breakdown-sentence.ts";
import { tableOf } from "./delimited.ts";
import { repairsOf } from "./finding.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentedFinding, type PresentOptions, presentPart, rounded } from "./json.ts";
import { sentenceCase, type Wording } from "./language.ts";
import type { Presenter } from "./presenter.ts";
import { VERDICT_ENDS_OF } from "./verdict-ends.ts";

type FindingOfParts = PresentedFinding & Partial<Pick<PartsFinding, "subject" | "component">>;

/** A breakdown as JSON carries it. */
export interface PresentedBreakdown extends Omit<Breakdown, "coherence" | "notes" | "partNotes"> {
  readonly coherence: {
    readonly verdict: Breakdown["coherence"]["verdict"];
    readonly findings: readonly FindingOfParts[];
  };
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
}

/** How a breakdown is written. */
export const breakdownPresenter: Presenter<Breakdown, PresentedBreakdown> = {
  json: presentBreakdown,
  table: (presented) => tableOf(COLUMNS, [totalRow(presented), ...presented.components.map((part) => partRow(part, presented))]),
  cell: ({ total }) => total.median,
  markdown: (answer, { lang }) => breakdownMarkdown(answer, lang),
};

function presentBreakdown(answer: Breakdown, options: PresentOptions): PresentedBreakdown {
  const { lang } = options;
  const { question, figures, coherence, components, notes, partNotes, targets, concentration, total, partTargets } =
    answer;
  const wording = breakdownWording(answer, lang);
  const names = partNames(components, lang);
  const { verdict, findings, ofParts } = coherence;
  const report = presentPart({ question, figures, coherence: { verdict, findings }, notes }, "coherence", options);
  return {
    question: rounded(question),
    figures: report.figures,
    coherence: {
      verdict,
      findings: [
        ...(report.coherence?.findings ?? []),
        ...ofParts.map((finding) => presentPartsFinding(finding, names, wording)),
      ],
    },
    components: components.map(presentComponent),
    ...(concentration && { concentration: rounded(concentration) }),
    total: rounded(total),
    targets: targets.map(presentTarget),
    ...(partTargets && { partTargets: rounded(partTargets) }),
    sentence: breakdownSentence(answer, lang),
    notes: [
      ...report.notes,
      ...partNotes.map((note) => ({ code: note.code, message: breakdownNoteMessage(note, names, wording) })),
    ],
    engine: options.engine,
  };
}
