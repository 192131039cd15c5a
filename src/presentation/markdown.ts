import type { AnswerOf, AnyAnswer, AnyTarget, Part } from "./answers.ts";
import { sectionsOf, wordingOf } from "./answers.ts";
import { assumptionText, scenarioName } from "./assumption.ts";
import { conflictNames, findingClause, findingMessage, repairMessage, repairsOf } from "./finding.ts";
import { formatNumber, formatPercent, formatProbability } from "./format-number.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { escaped, maybe, section, signedPercent, table, titled, withoutUnit } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { noteMessage } from "./notes.ts";
import { isQuarterly, periodName, spanOf, yearName } from "./period-words.ts";
import { STATUS_WORDS, targetAmount, targetName, VERDICT_WORDS } from "./quantity-words.ts";
import { backtestSentence, presentSentence } from "./sentence.ts";
import { differenceWording, formatAmount, formatRange } from "./unit-words.ts";

/**
 * An answer as Markdown: the paragraph for the report, then a short table for each section that the part has. A
 * column that is empty in every row is left out.
 */
export function presentMarkdown<P extends Part>(
  answer: AnswerOf[P],
  part: P,
  { lang }: { readonly lang: Lang },
): string {
  const sections = sectionsOf(answer, part);
  const wording = wordingOf(sections, lang);
  return [
    escaped(presentSentence(sections, { lang })),
    targetsSection(sections, wording),
    scenariosSection(sections, wording),
    pathSection(sections, wording),
    quartersSection(sections, wording),
    backtestSection(sections, wording),
    coherenceSection(sections, wording),
    notesSection(sections, wording),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

function targetsSection({ targets = [], question }: AnyAnswer, wording: Wording): string {
  if (targets.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const span = spanOf(question);
  const needed = span && isQuarterly(span) ? words.neededPerQuarter : words.neededPerMonth;
  const isStock = question.aggregation === "last";
  const row = (target: AnyTarget): readonly string[] => {
    const rate = target.requiredRunRate;
    return [
      sentenceCase(targetName(target, lang)),
      targetAmount(target, wording),
      formatPercent(target.attainment, lang, 1),
      formatAmount(target.gapToTarget, differenceWording(wording)),
      maybe(target.attainmentProbability, (p) => formatProbability(p, lang)),
      maybe(target.planWeightedProbability, (p) => formatProbability(p, lang)),
      target.status ? STATUS_WORDS[target.status][lang] : "",
      maybe(rate?.perPeriod, (x) => formatAmount(x, isStock ? differenceWording(wording) : wording)),
      maybe(rate?.ratioToPace, (x) => formatNumber(x, lang, 2)),
      maybe(rate?.growthOnLastYear, (x) => signedPercent(x, lang)),
    ];
  };
  const head = [
    words.target,
    words.amount,
    words.attainment,
    words.gap,
    words.probability,
    words.planWeighted,
    words.status,
    needed,
    words.ratioToPace,
    words.growthOnLastYear,
  ];
  return section(words.targets, table(head, targets.map(row)));
}

function scenariosSection({ scenarios = [], question }: AnyAnswer, wording: Wording): string {
  if (scenarios.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const rows = scenarios.map((scenario) => [
    sentenceCase(scenarioName(scenario, lang)),
    sentenceCase(assumptionText(scenario.assumption, question, wording)),
    formatAmount(scenario.fullYear, wording),
    maybe(scenario.growth, (x) => signedPercent(x, lang)),
    maybe(scenario.attainment, (x) => formatPercent(x, lang, 1)),
    formatProbability(scenario.probabilityAtLeast, lang),
  ]);
  const head = [
    words.scenario,
    words.assumption,
    words.fullYear,
    words.growth,
    words.attainment,
    words.atLeast,
  ];
  return section(words.scenarios, table(head, rows));
}

function pathSection({ forecast, question }: AnyAnswer, wording: Wording): string {
  if (!forecast || forecast.path.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const bare = withoutUnit(wording);
  const rows = forecast.path.map(({ period, status, value, lower, upper, cumulative, ...rest }) => [
    sentenceCase(periodName(period, lang, question.fiscalYearStart)),
    words[status],
    maybe(value, (x) => formatAmount(x, bare)),
    lower === undefined || upper === undefined ? "" : formatRange({ lower, upper }, bare),
    formatAmount(cumulative, bare),
    rest.cumulativeLower === undefined || rest.cumulativeUpper === undefined
      ? ""
      : formatRange({ lower: rest.cumulativeLower, upper: rest.cumulativeUpper }, bare),
  ]);
  const head = [words.period, words.state, words.value, words.range, words.cumulative, words.cumulativeRange];
  const span = spanOf(question);
  const isBeyondYear = span !== undefined && forecast.path.length > span.elapsed + span.remaining;
  return section(titled(isBeyondYear ? words.longPath : words.path, wording), table(head, rows));
}

function quartersSection({ forecast, question }: AnyAnswer, wording: Wording): string {
  if (!forecast?.quarters?.length) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const bare = withoutUnit(wording);
  const rows = forecast.quarters.map(({ period, status, value, lower, upper }) => [
    sentenceCase(periodName(period, lang, question.fiscalYearStart)),
    words[status],
    formatAmount(value, bare),
    lower === undefined || upper === undefined ? "" : formatRange({ lower, upper }, bare),
  ]);
  const head = [words.quarter, words.state, words.value, words.range];
  return section(titled(words.quarters, wording), table(head, rows));
}

function backtestSection({ forecast, question }: AnyAnswer, wording: Wording): string {
  const { backtest } = forecast ?? {};
  const [first] = backtest?.years ?? [];
  if (!backtest || !first) return "";
  const { lang } = wording;
  const { fiscalYearStart = 1 } = question;
  const words = HEADINGS[lang];
  const bare = withoutUnit(wording);
  const rows = backtest.years.map(({ fiscalYear, median, lower, upper, fullYear, inside, percentError }) => [
    sentenceCase(yearName({ fiscalYear, fiscalYearStart }, lang)),
    formatAmount(median, bare),
    formatRange({ lower, upper }, bare),
    formatAmount(fullYear, bare),
    inside ? words.yes : words.no,
    percentError === undefined ? "" : signedPercent(percentError, lang),
  ]);
  const range = words.intervalOf(formatPercent(first.level, lang));
  const head = [words.year, words.forecastThen, range, words.outcome, words.inside, words.error];
  return section(
    titled(words.backtest, wording),
    backtestSentence(backtest, fiscalYearStart, lang),
    table(head, rows),
  );
}

function coherenceSection({ coherence }: AnyAnswer, wording: Wording): string {
  if (!coherence || coherence.findings.length === 0) return "";
  const { lang } = wording;
  const words = HEADINGS[lang];
  const rows = coherence.findings.map((finding) => [
    sentenceCase(VERDICT_WORDS[finding.verdict][lang]),
    sentenceCase(
      finding.verdict === "notChecked" ? findingMessage(finding, wording) : findingClause(finding, wording),
    ),
    sentenceCase(conflictNames(finding, wording)),
    repairsOf(finding)
      .map((repair) => sentenceCase(repairMessage(repair, wording)))
      .join("; "),
  ]);
  const verdict = `${words.verdict}: **${VERDICT_WORDS[coherence.verdict][lang]}**.`;
  return section(
    words.coherence,
    verdict,
    table([words.result, words.finding, words.conflict, words.repairs], rows),
  );
}

function notesSection({ notes }: AnyAnswer, wording: Wording): string {
  if (notes.length === 0) return "";
  const items = notes.map((note) => `- ${escaped(noteMessage(note, wording))}`).join("\n");
  return section(HEADINGS[wording.lang].notes, items);
}
