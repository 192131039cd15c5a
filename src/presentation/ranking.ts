import type { Measured } from "../engine/figure/measured.ts";
import type { KnownNumber } from "../engine/ranking/known-number.ts";
import type { RankedPlace } from "../engine/ranking/ranked-place.ts";
import type { RankingFinding } from "../engine/ranking/ranking-finding.ts";
import type { Ranking } from "../engine/ranking.ts";
import { type Table, tableOf } from "./delimited.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentOptions, rounded } from "./json.ts";
import { sentenceCase, type Wording } from "./language.ts";
import type { Presenter } from "./presenter.ts";
import { rankingFindingClause, verdictEnd } from "./ranking-finding.ts";
import { rankingMarkdown } from "./ranking-markdown.ts";
import { rankingNoteMessage } from "./ranking-notes.ts";
import { rankingSentence } from "./ranking-sentence.ts";
import type { CellValue } from "./text.ts";

/** A ranking as JSON carries it. */
export interface PresentedRanking
  extends Omit<Ranking, "coherence" | "notes" | "faster" | "fasterStated" | "headline"> {
  readonly faster?: Ranking["faster"];
  readonly fasterStated?: Ranking["fasterStated"];
  readonly headline?: Ranking["headline"];
  readonly coherence: {
    readonly verdict: Ranking["coherence"]["verdict"];
    readonly findings: readonly (RankingFinding & { readonly message: string })[];
  };
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
}

/** How a ranking is written. */
export const rankingPresenter: Presenter<Ranking, PresentedRanking> = {
  json: presentRanking,
  table: tableOfPlaces,
  cell: cellOfLeaders,
  markdown: (answer, { lang }) => rankingMarkdown(answer, lang),
};

/** One name alone would not say what it is first in; without any place there is only what was said of their number. */
function cellOfLeaders({ leaders, fasterStated }: PresentedRanking): CellValue {
  const named = (["level", "growth"] as const).flatMap((measure) => {
    const leader = leaders[measure];
    return leader ? [`${measure}: ${leader.places.join(", ")}`] : [];
  });
  return named.length > 0 ? named.join("; ") : fasterStated?.share;
}

function presentRanking(answer: Ranking, { lang, engine }: PresentOptions): PresentedRanking {
  const { question, places, region, leaders, coherence, notes, ...rest } = answer;
  const wording: Wording = { lang, unit: question.unit };
  const { growth, ...level } = region;
  return {
    question,
    sentence: rankingSentence(answer, lang),
    leaders: rounded(leaders),
    places: places.map(presentPlace),
    region: {
      ...rounded(level),
      ...(level.value && { value: presentNumber(level.value) }),
      growth: { ...rounded(growth), ...(growth.stated && { stated: presentNumber(growth.stated) }) },
    },
    ...rounded(rest),
    coherence: {
      verdict: coherence.verdict,
      findings: coherence.findings.map((finding) => ({
        ...rounded(finding),
        message: `${sentenceCase(rankingFindingClause(finding, wording))}${verdictEnd(finding, lang)}.`,
      })),
    },
    notes: notes.map((note) => ({ code: note.code, message: rankingNoteMessage(note, lang) })),
    engine,
  };
}

/** Reported numbers keep their digits. */
const presentNumber = (number: KnownNumber): KnownNumber =>
  rounded(number, number.origin === "reported" ? REPORTED_DIGITS : undefined);

function presentPlace({ value, prior, growth, share, ...worked }: RankedPlace): RankedPlace {
  const { name, ...rest } = rounded(worked);
  return {
    name,
    ...(value && { value: presentNumber(value) }),
    ...(prior && { prior: presentNumber(prior) }),
    ...(growth && { growth: presentNumber(growth) }),
    ...(share && { share: presentNumber(share) }),
    ...rest,
  };
}

const COLUMNS = [
  "name",
  "value",
  "valueLower",
  "valueUpper",
  "prior",
  "growth",
  "growthLower",
  "growthUpper",
  "levelRank",
  "levelRankBest",
  "levelRankWorst",
  "growthRank",
  "growthRankBest",
  "growthRankWorst",
  "share",
  "contribution",
  "nextInLevel",
  "gapInLevel",
  "nextInGrowth",
  "gapInGrowth",
  "isFaster",
] as const;

/** One row a place. */
function tableOfPlaces({ places }: PresentedRanking): Table {
  return tableOf(
    COLUMNS,
    places.map(({ name, value, prior, growth, levelRank, growthRank, share, contribution, isFaster }) => ({
      name,
      ...ends("value", value),
      prior: prior?.value,
      ...ends("growth", growth),
      levelRank: levelRank?.rank,
      levelRankBest: levelRank?.best,
      levelRankWorst: levelRank?.worst,
      growthRank: growthRank?.rank,
      growthRankBest: growthRank?.best,
      growthRankWorst: growthRank?.worst,
      share: share?.value,
      contribution: contribution?.value,
      nextInLevel: levelRank?.next?.place,
      gapInLevel: levelRank?.next?.gap,
      nextInGrowth: growthRank?.next?.place,
      gapInGrowth: growthRank?.next?.gap,
      isFaster,
    })),
  );
}

const ends = (name: "value" | "growth", number: Measured | undefined): object => ({
  [name]: number?.value,
  [`${name}Lower`]: number?.lower,
  [`${name}Upper`]: number?.upper,
});
