import type { Beats } from "../engine/ranking/faster-than-region.ts";
import type { Placing } from "../engine/ranking/placing.ts";
import type { RankedPlace } from "../engine/ranking/ranked-place.ts";
import type { Ranking } from "../engine/ranking.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { escaped, section, table, titled } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { placeName } from "./place-words.ts";
import { VERDICT_WORDS } from "./quantity-words.ts";
import { rankingFindingClause } from "./ranking-finding.ts";
import { rankingNoteMessage } from "./ranking-notes.ts";
import { levelOf, rankingSentence } from "./ranking-sentence.ts";
import { derived, growthText, percentText, pointsText } from "./ranking-words.ts";

const WORDS = {
  en: {
    places: "Places",
    place: "Place",
    level: "Level",
    levelRank: "Rank in level",
    share: "Share",
    growth: "Growth",
    growthRank: "Rank in growth",
    contribution: "Contribution",
    faster: "Faster than compared with",
    region: "Growth of the region and averages of its places",
    stated: "Stated",
    weighted: "Weighted from the places",
    simpleAverage: "Simple average of the places",
    measure: "Measure",
    comparedWith: "Compared with",
    yes: "yes",
    no: "no",
    digitsCannotTell: "digits cannot tell",
  },
  vi: {
    places: "Các địa phương",
    place: "Địa phương",
    level: "Quy mô",
    levelRank: "Thứ hạng về quy mô",
    share: "Tỷ trọng",
    growth: "Tốc độ tăng",
    growthRank: "Thứ hạng về tốc độ tăng",
    contribution: "Đóng góp",
    faster: "Cao hơn mức so sánh",
    region: "Tốc độ tăng của vùng và bình quân các địa phương",
    stated: "Công bố",
    weighted: "Bình quân gia quyền của các địa phương",
    simpleAverage: "Bình quân giản đơn của các địa phương",
    measure: "Cách tính",
    comparedWith: "Dùng để so sánh",
    yes: "có",
    no: "không",
    digitsCannotTell: "chưa xác định được",
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<Beats | string, string>>>>;

/** A ranking as Markdown: the paragraph, the places, the region's growth, what agrees, and the remarks. */
export function rankingMarkdown(answer: Ranking, lang: Lang): string {
  const wording: Wording = { lang, unit: answer.question.unit };
  return [
    escaped(rankingSentence(answer, lang)),
    placesSection(answer, wording),
    regionSection(answer, lang),
    coherenceSection(answer, wording),
    notesSection(answer, lang),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

function placesSection({ places, question }: Ranking, wording: Wording): string {
  const { lang } = wording;
  const words = WORDS[lang];
  const bare: Wording = question.levelsAre === undefined ? { lang } : wording;
  const row = (place: RankedPlace): readonly string[] => [
    placeName(place.name, lang),
    levelOf(place, question.levelsAre, bare),
    rankText(place.levelRank),
    place.share && question.levelsAre === undefined ? percentText(place.share, lang) : "",
    place.growth ? growthText(place.growth, lang) : "",
    rankText(place.growthRank),
    place.contribution ? pointsText(place.contribution, lang) : "",
    place.isFaster ? words[place.isFaster] : "",
  ];
  const head = [
    words.place,
    titled(words.level, question.levelsAre === undefined ? wording : { lang }),
    words.levelRank,
    words.share,
    words.growth,
    words.growthRank,
    words.contribution,
    words.faster,
  ];
  return places.length === 0 ? "" : section(words.places, table(head, places.map(row)));
}

/** "2", or "2 (1–3)" where the digits allow others. */
function rankText(placing: Placing | undefined): string {
  if (!placing) return "";
  const { rank, best, worst, isCertain } = placing;
  return isCertain ? String(rank) : `${rank} (${best}–${worst})`;
}

function regionSection({ region }: Ranking, lang: Lang): string {
  const words = WORDS[lang];
  const { stated, weighted, simpleAverage, comparedWith } = region.growth;
  const isCompared = (kind: "stated" | "weighted" | "simpleAverage") =>
    comparedWith?.kind === kind || (kind === "weighted" && comparedWith?.kind === "weightedOfGiven");
  const rows = (["stated", "weighted", "simpleAverage"] as const).flatMap((kind) => {
    const growth = { stated, weighted, simpleAverage }[kind];
    return growth
      ? [
          [
            words[kind],
            growthText(kind === "stated" ? growth : derived(growth), lang),
            isCompared(kind) ? words.yes : "",
          ],
        ]
      : [];
  });
  if (rows.length === 0) return "";
  return section(words.region, table([words.measure, words.growth, words.comparedWith], rows));
}

function coherenceSection({ coherence }: Ranking, wording: Wording): string {
  if (coherence.findings.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const rows = coherence.findings.map((finding) => [
    sentenceCase(VERDICT_WORDS[finding.verdict][lang]),
    sentenceCase(rankingFindingClause(finding, wording)),
  ]);
  const verdict = `${words.verdict}: **${VERDICT_WORDS[coherence.verdict][lang]}**.`;
  return section(words.coherence, verdict, table([words.result, words.finding], rows));
}

function notesSection({ notes }: Ranking, lang: Lang): string {
  if (notes.length === 0) return "";
  const items = notes.map((note) => `- ${escaped(rankingNoteMessage(note, lang))}`).join("\n");
  return section(HEADINGS[lang].notes, items);
}
