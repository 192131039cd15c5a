import { allOf, type ExtractAnswer, type ReadFigure } from "./extract-answer.ts";
import { extractionNoteMessage } from "./extraction-note.ts";
import { suspicionMessage } from "./extraction-suspicions.ts";
import { figureName, wordingIn } from "./extraction-words.ts";
import { findingClause } from "./finding.ts";
import { formatNumber } from "./format-number.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { countWord } from "./period-words.ts";

/** How many figures a text tells, how many contradict themselves, and the first thing that is wrong. */
export function extractSentence({ figures, notes, extraction }: ExtractAnswer, lang: Lang): string {
  const all = allOf(figures);
  if (all.length === 0) return notes.map((note) => extractionNoteMessage(note, lang)).join(" ");
  const contradicting = all.filter(({ coherence }) => coherence?.coherence.verdict === "contradicts");
  const [first] = contradicting;
  const checked = all.filter(
    ({ coherence }) => coherence && coherence.coherence.verdict !== "notChecked",
  ).length;
  const words = WORDS[lang];
  if (!first) {
    const [suspicion] = extraction.suspicions;
    const agreement = words.agree(all.length, checked);
    return suspicion ? `${agreement} ${suspicionMessage(suspicion, lang)}` : agreement;
  }
  return `${words.contradict(all.length, contradicting.length)} ${contradictionOf(first, lang)}`;
}

/** "Exports of Kien Giang in 2023: the year-to-date figure … (both cannot be true)." */
function contradictionOf({ figure, coherence }: ReadFigure, lang: Lang): string {
  const finding = coherence?.coherence.findings.find(({ verdict }) => verdict === "contradicts");
  const name = sentenceCase(figureName(figure, lang));
  return finding ? `${name}: ${findingClause(finding, wordingIn(figure.unit, lang))}.` : `${name}.`;
}

const inEnglish = (count: number): string => (count <= 12 ? countWord(count) : formatNumber(count, "en"));

const WORDS = {
  en: {
    agree: (count: number, checked: number) => {
      const told = `The text tells ${inEnglish(count)} ${count === 1 ? "figure" : "figures"}`;
      if (checked === 0) return `${told}; nothing is told in two ways, so nothing could be checked.`;
      if (checked === 1 && count === 1) return `${told}, whose numbers agree.`;
      return `${told}; ${inEnglish(checked)} could be checked, and ${checked === 1 ? "its" : "their"} numbers agree.`;
    },
    contradict: (count: number, contradicting: number) =>
      count === 1
        ? "The text tells one figure, and its numbers contradict each other."
        : `The text tells ${inEnglish(count)} figures; ${inEnglish(contradicting)} of them ${contradicting === 1 ? "contradicts itself" : "contradict themselves"}.`,
  },
  vi: {
    agree: (count: number, checked: number) => {
      const told = `Văn bản nêu ${formatNumber(count, "vi")} số liệu`;
      if (checked === 0) return `${told}; không có số liệu nào được nêu theo hai cách để đối chiếu.`;
      if (checked === 1 && count === 1) return `${told}, các con số khớp nhau.`;
      return `${told}, trong đó ${formatNumber(checked, "vi")} số liệu có thể đối chiếu và ${checked === 1 ? "" : "đều "}khớp.`;
    },
    contradict: (count: number, contradicting: number) =>
      count === 1
        ? "Văn bản nêu 1 số liệu và các con số mâu thuẫn nhau."
        : `Văn bản nêu ${formatNumber(count, "vi")} số liệu, trong đó ${formatNumber(contradicting, "vi")} số liệu có mâu thuẫn.`,
  },
} as const;
