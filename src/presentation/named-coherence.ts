import type { Finding } from "../engine/figure/finding.ts";
import type { Bounds } from "../engine/figure/interval.ts";
import type { Coherence } from "../engine/outlook-types.ts";
import { repairsOf } from "./finding.ts";
import { type PresentedFinding, type PresentOptions, presentPart } from "./json.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { section, table } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { VERDICT_WORDS } from "./quantity-words.ts";
import { formatRange } from "./unit-words.ts";

/** Findings on figures that relations know by identifiers, in the names that people have for them. */
export interface NamedCoherence {
  readonly verdict: Coherence["verdict"];
  readonly findings: readonly PresentedFinding[];
}

/** What identifiers stand for; each leaves what it does not know. */
export interface Naming {
  /** In relations and lists. */
  readonly name: (id: string) => string;
  /** In a sentence. */
  readonly phrase: (id: string) => string;
  /** What a range of the quantity is with its unit; a sentence has the bare numbers of one that has none. */
  readonly range: (id: string, range: Bounds) => string | undefined;
}

/** Coherence as JSON carries it, in the names and the units that people have for its figures. */
export function namedCoherence(
  coherence: Coherence,
  options: PresentOptions,
  { name, phrase, range }: Naming,
): NamedCoherence {
  const presented = presentPart({ question: {}, figures: {}, coherence, notes: [] }, "coherence", options);
  const inFormula = (text: string) => text.replace(/[A-Za-z]\w*/g, name);
  const inSentence = (text: string, quantity: string, ranges: readonly (Bounds | undefined)[]) => {
    const worded = ranges.flatMap((each) => {
      const words = each && range(quantity, each);
      return words === undefined
        ? []
        : [{ bare: formatRange(each as Bounds, { lang: options.lang }), words }];
    });
    return sentenceCase(
      withUnits(text, worded).replace(/["“]([A-Za-z]\w*)["”]/g, (_, id: string) => phrase(id)),
    );
  };
  const findings = (presented.coherence?.findings ?? []).map((finding, index): PresentedFinding => {
    const { conflict, repairs } = finding;
    const found = coherence.findings[index] as Finding;
    const meant = repairsOf(found);
    return {
      ...finding,
      relation: inFormula(finding.relation),
      quantity: inFormula(finding.quantity),
      formula: inFormula(finding.formula),
      message: inSentence(finding.message, found.quantity, [found.derived, found.stated]),
      ...(conflict && { conflict: conflict.map(inFormula) }),
      ...(repairs && {
        repairs: repairs.map((repair, at) => {
          const { value, interval } = meant[at] ?? {};
          return {
            ...repair,
            quantity: inFormula(repair.quantity),
            description: inSentence(repair.description, repair.quantity, [
              value === undefined ? interval : { lower: value, upper: value },
            ]),
          };
        }),
      }),
    };
  });
  return { verdict: coherence.verdict, findings };
}

/** The findings as a block of Markdown, each with what would repair it; nothing where there are none. */
export function namedCoherenceSection({ verdict, findings }: NamedCoherence, lang: Lang): string {
  if (findings.length === 0) return "";
  const words = HEADINGS[lang];
  const rows = findings.map(({ verdict: own, message, repairs = [] }) => [
    sentenceCase(VERDICT_WORDS[own][lang]),
    message,
    repairs.map(({ description }) => description).join("; "),
  ]);
  return section(
    words.coherence,
    `${words.verdict}: **${VERDICT_WORDS[verdict][lang]}**.`,
    table([words.result, words.finding, words.repairs], rows),
  );
}

/** A sentence with its bare ranges, in their order, told with their units. */
function withUnits(
  text: string,
  ranges: readonly { readonly bare: string; readonly words: string }[],
): string {
  let told = "";
  let rest = text;
  for (const { bare, words } of ranges) {
    // Not within an identifier or a longer number.
    const at = rest.search(new RegExp(`(?<![\\w.,])${bare.replace(/[.]/g, "\\.")}(?![\\w]|[.,]\\d)`));
    if (at < 0) continue;
    told += rest.slice(0, at) + words;
    rest = rest.slice(at + bare.length);
  }
  return told + rest;
}
