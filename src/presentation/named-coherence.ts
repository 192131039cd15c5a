import type { Coherence } from "../engine/outlook-types.ts";
import { type PresentedFinding, type PresentOptions, presentPart } from "./json.ts";
import { sentenceCase } from "./language.ts";

/** Findings on figures that relations know by identifiers, in the names that people have for them. */
export interface NamedCoherence {
  readonly verdict: Coherence["verdict"];
  readonly findings: readonly PresentedFinding[];
}

/**
 * Coherence as JSON carries it. `name` tells what an identifier stands for in relations and lists, `phrase` in a
 * sentence; both leave what they do not know.
 */
export function namedCoherence(
  coherence: Coherence,
  options: PresentOptions,
  { name, phrase }: { readonly name: (id: string) => string; readonly phrase: (id: string) => string },
): NamedCoherence {
  const presented = presentPart({ question: {}, figures: {}, coherence, notes: [] }, "coherence", options);
  const inFormula = (text: string) => text.replace(/[A-Za-z]\w*/g, name);
  const inSentence = (text: string) =>
    sentenceCase(text.replace(/["“]([A-Za-z]\w*)["”]/g, (_, id: string) => phrase(id)));
  const findings = (presented.coherence?.findings ?? []).map((finding): PresentedFinding => {
    const { conflict, repairs } = finding;
    return {
      ...finding,
      relation: inFormula(finding.relation),
      quantity: inFormula(finding.quantity),
      formula: inFormula(finding.formula),
      message: inSentence(finding.message),
      ...(conflict && { conflict: conflict.map(inFormula) }),
      ...(repairs && {
        repairs: repairs.map((repair) => ({
          ...repair,
          quantity: inFormula(repair.quantity),
          description: inSentence(repair.description),
        })),
      }),
    };
  });
  return { verdict: coherence.verdict, findings };
}
