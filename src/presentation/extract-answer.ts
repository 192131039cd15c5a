import type { Finding } from "../engine/figure/finding.ts";
import type { Bounds } from "../engine/figure/interval.ts";
import type { Outlook } from "../engine/outlook-types.ts";
import type { ExtractedFigure, ExtractedTarget, Extraction } from "../extract/extraction.ts";
import type { AnswerOf } from "./answers.ts";
import type { ExtractionNote } from "./extraction-note.ts";
import type { Presented } from "./json.ts";
import type { Lang } from "./language.ts";

/** A figure of a text with what follows from it. */
export interface ReadFigure {
  readonly figure: ExtractedFigure;
  /** The words that it was read from. */
  readonly quote: string;
  /** The question that sends it on to the functions about reports. */
  readonly report?: Readonly<Record<string, unknown>>;
  /** Absent where its numbers cannot be compared. */
  readonly coherence?: AnswerOf["coherence"];
  readonly outlook?: Outlook;
  /** Why there is no outlook though one was asked for. */
  readonly noOutlook?: string;
  readonly parts: readonly ReadFigure[];
}

/** The answer of `/v1/extract`. */
export interface ExtractAnswer {
  readonly question: {
    readonly published?: string;
    readonly lang: Lang;
    /** UTF-16 units of the text, in which spans count. */
    readonly characters: number;
    readonly outlook: boolean;
    readonly parts: boolean;
  };
  readonly extraction: Omit<Extraction, "figures">;
  readonly figures: readonly ReadFigure[];
  readonly notes: readonly ExtractionNote[];
}

/** What the other numbers of a figure make of one that may not be told. */
export interface Implied extends Bounds {
  readonly from: string;
}

export type PresentedTarget = Omit<ExtractedTarget, "written" | "writtenGrowth">;

/** A figure as JSON carries it. */
export interface PresentedFigure
  extends Omit<ExtractedFigure, "written" | "doubts" | "parts" | "target" | "otherTargets"> {
  readonly target?: PresentedTarget;
  readonly otherTargets?: readonly PresentedTarget[];
  readonly quote: string;
  readonly reasons: readonly string[];
  readonly report?: Readonly<Record<string, unknown>>;
  readonly coherence?: NonNullable<Presented["coherence"]>;
  readonly implied?: { readonly target?: Implied; readonly priorYtd?: Implied };
  readonly outlook?: Presented;
  readonly noOutlook?: string;
  readonly parts?: readonly PresentedFigure[];
  /** The indicator of the figure that it is a part of, where it is listed beside it. */
  readonly partOf?: string;
}

/** The answer of `/v1/extract` as JSON carries it. */
export interface PresentedExtract {
  readonly question: ExtractAnswer["question"];
  readonly language: Extraction["language"];
  readonly decimal: Extraction["decimal"];
  readonly published?: string;
  readonly year?: number;
  readonly figures: readonly PresentedFigure[];
  readonly coherence: {
    readonly verdict: AnswerOf["coherence"]["coherence"]["verdict"];
    readonly checked: number;
    readonly contradicting: number;
  };
  readonly suspicions: readonly (Extraction["suspicions"][number] & { readonly message: string })[];
  readonly notes: readonly { readonly code: ExtractionNote["code"]; readonly message: string }[];
  readonly sentence: string;
  readonly engine: string;
}

/** The parts of a figure and theirs, each with the indicator that it is a part of. */
export function partsOf({ indicator, parts = [] }: PresentedFigure): readonly PresentedFigure[] {
  return parts.flatMap((part) => [{ ...part, partOf: indicator }, ...partsOf(part)]);
}

/** All figures of an answer, each before its parts. */
export const allOf = (figures: readonly ReadFigure[]): readonly ReadFigure[] =>
  figures.flatMap((read) => [read, ...allOf(read.parts)]);

/** What the value and the share, and the value and the growth, make of the plan and of a year before. */
export function impliedBy({ coherence }: AnswerOf["coherence"]): NonNullable<PresentedFigure["implied"]> {
  const target = derivedOf(coherence.findings, "target", "ytd / shareOfTarget");
  const priorYtd = derivedOf(coherence.findings, "priorYtd", "ytd / (1 + growth)");
  return { ...(target && { target }), ...(priorYtd && { priorYtd }) };
}

function derivedOf(findings: readonly Finding[], quantity: string, from: string): Implied | undefined {
  const finding = findings.find((each) => each.quantity === quantity && each.formula === from);
  return finding && { ...finding.derived, from };
}
