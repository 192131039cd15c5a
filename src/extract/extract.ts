import type { Units } from "../engine/geography/administrative-unit.ts";
import type { ArticleNumbers } from "../engine/report/article-numbers.ts";
import { assemble } from "./assemble.ts";
import { type ComponentMention, componentsOf } from "./components.ts";
import { decimalConventionOf } from "./decimal-convention.ts";
import type { Draft } from "./draft.ts";
import type { Extraction } from "./extraction.ts";
import { INDICATORS, type IndicatorMention, indicatorsOf } from "./indicators.ts";
import { type Item, itemsOf, type MentionsByToken, outside, withoutOverlaps } from "./items.ts";
import { languageOf } from "./language.ts";
import type { PeriodMention } from "./mention.ts";
import { periodsOf } from "./periods.ts";
import { placesOf } from "./places.ts";
import { prepareText } from "./prepared-text.ts";
import { printedDatesOf } from "./printed-dates.ts";
import { quantitiesOf } from "./quantities.ts";
import type { ArticleState } from "./reading.ts";
import { referenceYear } from "./reference-year.ts";
import { readSentence } from "./sentence-reader.ts";
import { sentencesOf } from "./sentences.ts";
import { suspicionsOf } from "./suspicions.ts";
import { type Token, tokensOf } from "./token.ts";
import { tradedBy } from "./traders.ts";
import { addressRanges } from "./web-address.ts";
import { withoutWordlessRuns } from "./wordless-runs.ts";

export interface ExtractOptions {
  /** The day or month of publication, ISO: what "this year" means. */
  readonly published?: string;
  readonly units: Units;
  /** When articles with known numbers in their addresses appeared. */
  readonly articleNumbers?: ArticleNumbers;
}

/**
 * The reports in the text of an article, English or Vietnamese, plain or HTML: each figure with its place, indicator,
 * period, share of target, growth and target. Never throws; a text without figures has none.
 */
export function extract(text: string, options: ExtractOptions): Extraction {
  const { published, units, articleNumbers } = options;
  const prepared = prepareText(text);
  const tokens = withoutWordlessRuns(tokensOf(prepared.text));
  const { language, isUnaccented: folded } = languageOf(tokens);
  const isRead = language !== "other";
  const indicators = isRead ? indicatorsOf(tokens, folded) : [];
  const components = isRead ? componentsOf(tokens, folded) : [];
  const convention = decimalConventionOf(tokens, language);
  const { decimal } = convention;
  const { isHtml } = prepared;
  if (!hasSubject(tokens, indicators, components))
    return { language, decimal, isHtml, ...(published && { published }), figures: [], suspicions: [] };
  const addresses = addressRanges(tokens);
  const periods = periodsOf(tokens, folded, addresses);
  const dates = printedDatesOf(tokens, addresses);
  const reference = referenceYear({
    tokens,
    periods,
    dates,
    addresses,
    ...(published && { published }),
    ...(articleNumbers && { numbers: articleNumbers }),
  });
  const mentions = [
    indicators,
    quantitiesOf(tokens, decimal, folded),
    placesOf(tokens, units, folded),
    components,
  ];
  const mentionAt = withoutOverlaps(
    [periods, ...outside([...addresses, ...dates], mentions, tokens.length)],
    tokens.length,
  );
  const drafts: Draft[] = [];
  const state: ArticleState = {
    tokens,
    drafts,
    place: mainPlaceOf(mentionAt),
    subject: undefined,
    period: onlyPeriodOf(periods),
    current: undefined,
    headline: undefined,
    target: undefined,
    sentence: 0,
  };
  const sentences: (readonly Item[])[] = [];
  for (const [index, sentence] of sentencesOf(tokens).entries()) {
    state.sentence = index;
    const items = itemsOf(tokens, sentence, mentionAt, folded);
    sentences.push(items);
    readSentence(items, state);
  }
  const spanOf = (from: number, to: number): readonly [number, number] => [
    prepared.originOf(tokens[from]?.start ?? 0),
    prepared.originEndOf(tokens[to - 1]?.end ?? 0),
  ];
  const figures = assemble(drafts, {
    year: reference.year,
    isYearTold: reference.source === "published" || reference.source === "printed",
    published: reference.published,
    latestMonth: latestMonthOf(periods, reference.year),
    isDecimalCertain: convention.isCertain,
    spanOf,
    unitOf: (indicator) => UNITS.get(indicator.split(":")[0] ?? indicator) ?? "VND billion",
  });
  return {
    language,
    decimal,
    isHtml,
    ...(reference.published && { published: reference.published }),
    ...(reference.year !== undefined && { year: reference.year }),
    figures,
    suspicions: suspicionsOf({
      tokens,
      folded,
      sentences,
      drafts,
      figures,
      dates,
      reference,
      spanOf,
      wordsOf: ({ from, to }) => prepared.text.slice(tokens[from]?.start, tokens[to - 1]?.end),
    }),
  };
}

/** Whether a text names anything that its figures could be of. */
const hasSubject = (
  tokens: readonly Token[],
  indicators: readonly IndicatorMention[],
  components: readonly ComponentMention[],
): boolean =>
  indicators.some(({ isOther }) => !isOther) ||
  components.some(({ of }) => of !== undefined) ||
  tokens.some(({ text }) => tradedBy(text) !== undefined);

/** The months that a whole text speaks of, where it names no others. */
function onlyPeriodOf(periods: readonly PeriodMention[]): PeriodMention | undefined {
  const months = periods.filter(({ isYear, isRest, throughMonth }) => !isYear && !isRest && throughMonth > 0);
  const [first] = months;
  const isOnly = months.every(
    ({ fromMonth, throughMonth }) => fromMonth === first?.fromMonth && throughMonth === first.throughMonth,
  );
  return first?.isCumulative && isOnly ? (months.find(({ year }) => year !== undefined) ?? first) : undefined;
}

/** "Since the start of the year", where September is the last month that a text names. */
function latestMonthOf(periods: readonly PeriodMention[], ofYear: number | undefined): number | undefined {
  const months = periods
    .filter(({ isYear, isRest, throughYear }) => !isYear && !isRest && throughYear === undefined)
    .filter(({ year, yearOffset }) => (year === undefined || year === ofYear) && !yearOffset)
    .map(({ throughMonth }) => throughMonth);
  const latest = Math.max(0, ...months.slice(0, MOST_MONTHS));
  return latest > 0 ? latest : undefined;
}

/** More periods than this are those of a table. */
const MOST_MONTHS = 1000;

/** The province that a text names most often, the first of several. */
function mainPlaceOf(mentionAt: MentionsByToken): string | undefined {
  const times = new Map<string, number>();
  for (const mention of mentionAt)
    if (mention?.kind === "place" && mention.level === "province")
      times.set(mention.name, (times.get(mention.name) ?? 0) + 1);
  const most = Math.max(0, ...times.values());
  return [...times].find(([, count]) => count === most)?.[0];
}

const UNITS = new Map(INDICATORS.map(({ name, unit }) => [name, unit]));
