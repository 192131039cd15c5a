import type {
  Breakdown,
  BreakdownTarget,
  ComponentAnswer,
  SoughtAnswer,
} from "../engine/breakdown/answer-types.ts";
import { wordingOf } from "./answers.ts";
import { partAmount, shareWriter } from "./breakdown-digits.ts";
import { partsClause, partsConflict, partsRepair } from "./breakdown-finding.ts";
import { type PartNames, partNames } from "./breakdown-names.ts";
import { breakdownNoteMessage } from "./breakdown-notes-words.ts";
import { breakdownSentence } from "./breakdown-sentence.ts";
import { conflictNames, findingClause, repairMessage, repairsOf } from "./finding.ts";
import { formatNumber, formatPercent, formatProbability } from "./format-number.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { escaped, maybe, section, signedPercent, table, titled, withoutUnit } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { noteMessage } from "./notes.ts";
import { quantityName, STATUS_WORDS, targetAmount, targetName, VERDICT_WORDS } from "./quantity-words.ts";
import { reportedAmount } from "./reported-digits.ts";
import { differenceWording, formatAmount, formatRange } from "./unit-words.ts";

const WORDS = {
  en: {
    parts: "Parts",
    part: "Part",
    ytd: "So far",
    share: "Share",
    growth: "Growth so far",
    points: "Points of growth",
    range: "80% interval",
    yearGrowth: "Growth of the year",
    yearPoints: "Points of the year",
    ownTarget: "Own target",
    ownProbability: "Probability",
    low: "Target's probability at its low end",
    high: "At its high end",
    sought: (target: string) => `What is missing for ${target}, and who could bring it`,
    bySize: "More, by size",
    bySlack: "More, by slack",
    needed: "Growth of the year this needs, by size",
    rest: "Growth of the rest, by size",
    atCap: "its cap",
    unplaced: "without a place",
  },
  vi: {
    parts: "Các thành phần",
    part: "Thành phần",
    ytd: "Lũy kế",
    share: "Tỷ trọng",
    growth: "Tốc độ tăng so với cùng kỳ",
    points: "Đóng góp (điểm phần trăm)",
    range: "Khoảng dự báo 80%",
    yearGrowth: "Tốc độ tăng cả năm",
    yearPoints: "Đóng góp cả năm (điểm phần trăm)",
    ownTarget: "Mục tiêu riêng",
    ownProbability: "Xác suất đạt",
    low: "Xác suất đạt mục tiêu chung khi ở cận dưới",
    high: "Khi ở cận trên",
    sought: (target: string) => `Phần còn thiếu để đạt ${target} và phương án phân bổ`,
    bySize: "Tăng thêm theo quy mô",
    bySlack: "Tăng thêm theo mức biến động",
    needed: "Tốc độ tăng cả năm cần đạt (theo quy mô)",
    rest: "Tốc độ tăng phần còn lại của năm (theo quy mô)",
    atCap: "mức tối đa",
    unplaced: "chưa phân bổ được",
  },
} as const;

/** A breakdown as Markdown: the paragraph, the parts, the targets, how what is missing can be shared, what agrees. */
export function breakdownMarkdown(answer: Breakdown, lang: Lang): string {
  const wording = wordingOf(answer, lang);
  const names = partNames(answer.components, wording);
  return [
    escaped(breakdownSentence(answer, lang)),
    partsSection(answer, names, wording),
    targetsSection(answer, wording),
    ...answer.targets.map((target) => soughtSection(target, answer.components, names, wording)),
    coherenceSection(answer, names, wording),
    notesSection(answer, names, wording),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

const points = (fraction: number, lang: Lang): string => {
  const text = formatNumber(fraction * 100, lang, 1);
  return fraction > 0 ? `+${text}` : text;
};

/** The name of a part in a table, behind a dash for every level above it. */
const indented = ({ depth, path }: Pick<ComponentAnswer, "depth" | "path">, names: PartNames): string =>
  `${"– ".repeat(depth - 1)}${sentenceCase(names(path))}`;

function partsSection(
  { components, figures, total, question }: Breakdown,
  names: PartNames,
  wording: Wording,
): string {
  const { lang } = wording;
  const words = WORDS[lang];
  const isComplete = question.remaining === 0;
  const isSum = question.aggregation === "sum";
  const bare = withoutUnit(wording);
  const shareOf = shareWriter(components, lang);
  // A complete year is its year to date: four columns that would say it again.
  const ofYear = ({ fullYear }: ComponentAnswer): readonly string[] =>
    isComplete
      ? ["", "", "", ""]
      : [
          formatAmount(fullYear.median, bare),
          formatRange(fullYear, bare),
          maybe(fullYear.growth, (x) => signedPercent(x, lang)),
          maybe(fullYear.contribution, (x) => points(x, lang)),
        ];
  const row = (part: ComponentAnswer): readonly string[] => [
    indented(part, names),
    partAmount(part.ytd, bare),
    shareOf(part) ?? "",
    maybe(part.growth, (x) => signedPercent(x, lang)),
    maybe(part.contribution, (x) => points(x, lang)),
    ...ofYear(part),
    maybe(part.target?.value, (x) => formatAmount(x, bare)),
    maybe(part.target?.attainmentProbability, (x) => formatProbability(x, lang)),
    maybe(part.influence?.atLower, (x) => formatProbability(x, lang)),
    maybe(part.influence?.atUpper, (x) => formatProbability(x, lang)),
  ];
  const interval = total.intervals.find(({ level }) => level === 0.8);
  const whole = [
    sentenceCase(names("")),
    figures.ytd ? reportedAmount(figures.ytd, bare) : "",
    "",
    maybe(figures.growth?.value, (x) => signedPercent(x, lang)),
    "",
    isComplete ? "" : formatAmount(total.median, bare),
    interval ? formatRange(interval, bare) : "",
    isComplete ? "" : maybe(total.growth, (x) => signedPercent(x, lang)),
    ...Array.from({ length: 5 }, () => ""),
  ];
  const head = [
    words.part,
    isSum ? words.ytd : sentenceCase(quantityName("ytd", wording)),
    words.share,
    words.growth,
    words.points,
    HEADINGS[lang].fullYear,
    words.range,
    words.yearGrowth,
    words.yearPoints,
    words.ownTarget,
    words.ownProbability,
    words.low,
    words.high,
  ];
  return section(titled(words.parts, wording), table(head, [...components.map(row), whole]));
}

function targetsSection({ targets }: Breakdown, wording: Wording): string {
  if (targets.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const rows = targets.map((target) => [
    sentenceCase(targetName(target, lang)),
    targetAmount(target, wording),
    formatPercent(target.attainment, lang, 1),
    formatAmount(target.gapToTarget, differenceWording(wording)),
    formatProbability(target.attainmentProbability, lang),
    STATUS_WORDS[target.status][lang],
  ]);
  const head = [words.target, words.amount, words.attainment, words.gap, words.probability, words.status];
  return section(words.targets, table(head, rows));
}

function soughtSection(
  { name, goalSeek = [] }: BreakdownTarget,
  components: readonly ComponentAnswer[],
  names: PartNames,
  wording: Wording,
): string {
  const [bySize, bySlack] = goalSeek;
  if (!bySize || !bySlack) return "";
  const { lang } = wording;
  const words = WORDS[lang];
  const bare = withoutUnit(wording);
  const depths = new Map(components.map(({ path, depth }) => [path, depth]));
  const more = (share: SoughtAnswer | undefined): string =>
    share ? formatAmount(share.extra, bare) + (share.isCapped ? ` (${words.atCap})` : "") : "";
  const rows = bySize.shares.map((share, i) => [
    indented({ path: share.path, depth: depths.get(share.path) ?? 1 }, names),
    more(share),
    maybe(share.growth, (x) => signedPercent(x, lang)),
    maybe(share.remainderGrowth, (x) => signedPercent(x, lang)),
    more(bySlack.shares[i]),
  ]);
  const left = bySize.unplaced > 0 || bySlack.unplaced > 0;
  const last = [
    sentenceCase(words.unplaced),
    formatAmount(bySize.unplaced, bare),
    "",
    "",
    formatAmount(bySlack.unplaced, bare),
  ];
  const head = [words.part, words.bySize, words.needed, words.rest, words.bySlack];
  const title = titled(words.sought(targetName({ name }, lang)), wording);
  return section(title, table(head, left ? [...rows, last] : rows));
}

function coherenceSection({ coherence }: Breakdown, names: PartNames, wording: Wording): string {
  const { lang } = wording;
  const words = HEADINGS[lang];
  const rows = [
    ...coherence.findings
      .filter(({ verdict }) => verdict !== "notChecked")
      .map((finding) => [
        sentenceCase(VERDICT_WORDS[finding.verdict][lang]),
        sentenceCase(findingClause(finding, wording)),
        sentenceCase(conflictNames(finding, wording)),
        repairsOf(finding)
          .map((repair) => sentenceCase(repairMessage(repair, wording)))
          .join("; "),
      ]),
    ...coherence.ofParts.map((finding) => [
      sentenceCase(VERDICT_WORDS[finding.verdict][lang]),
      sentenceCase(partsClause(finding, names, wording)),
      sentenceCase(partsConflict(finding, names, wording)),
      repairsOf(finding)
        .map((repair) => sentenceCase(partsRepair(repair, names, wording)))
        .join("; "),
    ]),
  ];
  if (rows.length === 0) return "";
  const verdict = `${words.verdict}: **${VERDICT_WORDS[coherence.verdict][lang]}**.`;
  const head = [words.result, words.finding, words.conflict, words.repairs];
  return section(words.coherence, verdict, table(head, rows));
}

function notesSection({ notes, partNotes }: Breakdown, names: PartNames, wording: Wording): string {
  const messages = [
    ...notes.map((note) => noteMessage(note, wording)),
    ...partNotes.map((note) => breakdownNoteMessage(note, names, wording)),
  ];
  if (messages.length === 0) return "";
  return section(HEADINGS[wording.lang].notes, messages.map((message) => `- ${escaped(message)}`).join("\n"));
}
