import type { Leader } from "../engine/ranking/leader.ts";
import type { RankedPlace } from "../engine/ranking/ranked-place.ts";
import type { Measure } from "../engine/ranking/ranking-question.ts";
import type { Ranking } from "../engine/ranking.ts";
import { formatPercent } from "./format-number.ts";
import { indicatorName } from "./indicator-words.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { elapsedInEnglish, elapsedInVietnamese, spanOf } from "./period-words.ts";
import { placeName } from "./place-words.ts";
import { rankingFindingClause, verdictEnd } from "./ranking-finding.ts";
import { type FirstPlace, RANKING_PHRASES } from "./ranking-phrases.ts";
import { derived, growthText, levelText, percentText, placeNames, pointsText } from "./ranking-words.ts";

/**
 * The ranking as a paragraph that a report can take over: who is first in level and who in growth, each by its own name;
 * who adds most; how many beat the region; what a headline comes to; what contradicts; what is missing.
 */
export function rankingSentence(answer: Ranking, lang: Lang): string {
  const wording: Wording = { lang, unit: answer.question.unit };
  return [
    openingSentence(answer, wording),
    contributionSentence(answer, lang),
    ...fasterSentences(answer, lang),
    headlineSentence(answer, lang),
    contradictionSentence(answer, wording),
    missingSentence(answer, lang),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** What is compared and who is first; without the figures of any place there is nobody. */
function openingSentence(answer: Ranking, wording: Wording): string {
  const subject = subjectOf(answer, wording.lang);
  return answer.coverage.given === 0 ? `${subject}.` : `${subject}: ${firstClauses(answer, wording)}.`;
}

function subjectOf({ question }: Ranking, lang: Lang): string {
  const { indicator, region } = question;
  const span = spanOf(question);
  const within = [
    ...(region === undefined ? [] : [placeName(region, lang)]),
    ...(span ? [lang === "vi" ? elapsedInVietnamese(span) : elapsedInEnglish(span)] : []),
  ].join(", ");
  const name = indicator === undefined ? RANKING_PHRASES[lang].subject : indicatorName(indicator, lang);
  return sentenceCase(name) + (within === "" ? "" : ` (${within})`);
}

function firstClauses(answer: Ranking, wording: Wording): string {
  const { leaders, coverage } = answer;
  const { lang } = wording;
  const words = RANKING_PHRASES[lang];
  const { given, of } = coverage;
  const among = of !== undefined && given < of ? `${words.among(given, of)}, ` : "";
  const [level, growth] = [
    firstPlace(answer, "level", leaders.level, wording),
    firstPlace(answer, "growth", leaders.growth, wording),
  ];
  const isSame = level && growth && !level.possibly && !growth.possibly && !level.isShared;
  if (isSame && level.places === growth.places)
    return among + words.firstInBoth(level.places, level.number, growth.number);
  const clause = (measure: Measure, place: FirstPlace | undefined) =>
    place ? words.first(measure, place) : words.notTold(measure);
  // What is known comes first.
  const clauses = level
    ? [clause("level", level), clause("growth", growth)]
    : [clause("growth", growth), clause("level", level)];
  return among + clauses.join("; ");
}

function firstPlace(
  { places, question }: Ranking,
  measure: Measure,
  leader: Leader | undefined,
  wording: Wording,
): FirstPlace | undefined {
  const place = places.find(({ name }) => name === leader?.places[0]);
  if (!leader || !place) return undefined;
  const { lang } = wording;
  return {
    places: placeNames(leader.places, lang),
    isShared: leader.places.length > 1,
    number: measure === "growth" ? growthOf(place, lang) : levelOf(place, question.levelsAre, wording),
    possibly: placeNames(leader.possibly, lang),
  };
}

const growthOf = ({ growth }: RankedPlace, lang: Lang): string => (growth ? growthText(growth, lang) : "");

/** A level with its unit, or as a share of the region where levels are shares. */
export function levelOf(
  { value, share }: RankedPlace,
  levelsAre: "shares" | undefined,
  wording: Wording,
): string {
  const { lang } = wording;
  if (levelsAre === undefined) return value ? levelText(value, wording) : "";
  const ofRegion = lang === "vi" ? " toàn vùng" : " of the region";
  return share ? percentText(share, lang) + ofRegion : "";
}

function contributionSentence({ leaders, places, region }: Ranking, lang: Lang): string {
  const { places: first = [] } = leaders.contribution ?? {};
  const { contribution } = places.find(({ name }) => name === first[0]) ?? {};
  // Of a region that shrank everywhere nobody brought growth.
  if (!contribution || !(contribution.value > 0)) return "";
  return RANKING_PHRASES[lang].contribution({
    places: placeNames(first, lang),
    points: pointsText(contribution, lang),
    isOfRegion: region.contributionsTo === "region",
  });
}

function fasterSentences({ faster, fasterStated, region }: Ranking, lang: Lang): readonly string[] {
  const words = RANKING_PHRASES[lang];
  const sentences: string[] = [];
  const { comparedWith, stated } = region.growth;
  if (faster && comparedWith)
    sentences.push(
      words.faster({
        kind: comparedWith.kind,
        growth: growthText(comparedWith.kind === "stated" && stated ? stated : derived(comparedWith), lang),
        count: faster.count,
        outOf: faster.outOf,
        share: shareText(faster.share, lang),
        uncertain: faster.uncertain,
      }),
    );
  if (fasterStated) {
    const { count, of, share } = fasterStated;
    sentences.push(
      words.fasterStated({
        count,
        ...(of !== undefined && { of }),
        ...(share !== undefined && { share: shareText(share, lang) }),
      }),
    );
  }
  return sentences;
}

/** A share of a count of places, in whole percent where it is one. */
const shareText = (share: number, lang: Lang): string =>
  formatPercent(share, lang, Number.isInteger(Math.round(share * 1e9) / 1e7) ? 0 : 1);

function headlineSentence({ headline }: Ranking, lang: Lang): string {
  if (!headline) return "";
  const { claim, leader, leadsInLevel, leadsInGrowth } = headline;
  return RANKING_PHRASES[lang].headline({
    claim,
    leader: placeName(leader, lang),
    level: leadsInLevel,
    growth: leadsInGrowth,
  });
}

/** The first contradiction; the table tells the others. */
function contradictionSentence({ coherence }: Ranking, wording: Wording): string {
  const finding = coherence.findings.find(({ verdict }) => verdict === "contradicts");
  if (!finding) return "";
  return `${sentenceCase(rankingFindingClause(finding, wording))}${verdictEnd(finding, wording.lang)}.`;
}

function missingSentence({ coverage }: Ranking, lang: Lang): string {
  const { missing, missingCount } = coverage;
  // How many lack a name was told with the places given.
  if (!missingCount || missing.length === 0) return "";
  return RANKING_PHRASES[lang].missing(placeNames(missing, lang, missingCount));
}
