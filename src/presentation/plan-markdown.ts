import type { Plan } from "../engine/plan/plan-answer.ts";
import type { PlanTargetAnswer } from "../engine/plan/plan-target.ts";
import { formatProbability } from "./format-number.ts";
import { type Lang, sentenceCase, type Wording } from "./language.ts";
import { escaped, maybe, section, signedPercent, table, titled } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { PLAN_HEADINGS } from "./plan-headings.ts";
import { planNoteMessage } from "./plan-notes.ts";
import { planSentence } from "./plan-sentence.ts";
import { planLevel, planWording, planYearName } from "./plan-words.ts";
import { STATUS_WORDS, targetName } from "./quantity-words.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

/** A plan as Markdown: the paragraph for a report, then a table for each part. */
export function planMarkdown(plan: Plan, lang: Lang): string {
  const wording = planWording(plan, lang);
  return [
    escaped(planSentence(plan, lang)),
    targetsSection(plan, wording),
    yearsSection(plan, wording),
    thisYearSection(plan, wording),
    vintagesSection(plan, wording),
    goodYearSection(plan, wording),
    notesSection(plan, wording),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

const bareOf = ({ lang }: Wording): Wording => ({ lang });

function targetsSection(plan: Plan, wording: Wording): string {
  const { targets } = plan;
  const { lang } = wording;
  const words = PLAN_HEADINGS[lang];
  const bare = bareOf(wording);
  const rowsOf = (target: PlanTargetAnswer): readonly (readonly string[])[] =>
    (["geometric", "arithmetic"] as const).flatMap((reading) => {
      const read = target[reading];
      if (!read) return [];
      return [
        [
          sentenceCase(targetName({ name: target.name }, lang)),
          target.from ?? "",
          signedPercent(target.averageGrowth, lang),
          words[reading],
          planLevel(plan, read.finalLevel, bare),
          maybe(read.requiredGrowth, (growth) => signedPercent(growth, lang)),
          formatProbability(read.attainmentProbability, lang),
          reading === target.reading ? STATUS_WORDS[target.status][lang] : "",
        ],
      ];
    });
  const head = [
    HEADINGS[lang].target,
    words.from,
    words.average,
    words.reading,
    words.final,
    words.needed,
    HEADINGS[lang].probability,
    HEADINGS[lang].status,
  ];
  return section(titled(words.versions, wording), table(head, targets.flatMap(rowsOf)));
}

function yearsSection(plan: Plan, wording: Wording): string {
  const { lang } = wording;
  const words = PLAN_HEADINGS[lang];
  const bare = bareOf(wording);
  const rows = plan.years.map(({ fiscalYear, status, value, growth, origin, evenLevel, gapToEven }) => [
    sentenceCase(planYearName(plan, fiscalYear, lang)),
    words.states[status === "known" && origin === "derived" ? "derived" : status],
    maybe(value, (level) =>
      origin === "reported" ? formatAmount(level, bare, "all") : planLevel(plan, level, bare),
    ),
    maybe(growth, (change) => signedPercent(change, lang)),
    maybe(evenLevel, (level) => planLevel(plan, level, bare)),
    maybe(gapToEven, (gap) => planLevel(plan, gap, bare)),
  ]);
  const head = [HEADINGS[lang].year, HEADINGS[lang].state, words.level, words.growth, words.even, words.gap];
  return section(titled(words.years, wording), table(head, rows));
}

function thisYearSection(plan: Plan, wording: Wording): string {
  const { thisYear } = plan;
  if (!thisYear) return "";
  const { lang } = wording;
  const words = PLAN_HEADINGS[lang];
  const headings = HEADINGS[lang];
  const bare = bareOf(wording);
  const { requiredRunRate, attainmentProbability, elapsed, remaining, pathLevel, pathGrowth } = thisYear;
  const rows = [
    [
      words.path,
      planLevel(plan, pathLevel, bare),
      signedPercent(pathGrowth, lang),
      "",
      formatProbability(attainmentProbability, lang),
      maybe(requiredRunRate?.perPeriod, (amount) => formatAmount(amount, bare)),
      maybe(requiredRunRate?.growthOnLastYear, (growth) => signedPercent(growth, lang)),
      "",
    ],
    ...thisYear.targets.map((target) => [
      sentenceCase(targetName({ name: target.name }, lang)),
      formatAmount(target.value, bare),
      maybe(target.growth, (growth) => signedPercent(growth, lang)),
      formatAmount(target.gapToPath, bare),
      formatProbability(target.attainmentProbability, lang),
      "",
      "",
      maybe(target.laterGrowth, (growth) => signedPercent(growth, lang)),
    ]),
    [
      sentenceCase(headings.forecast),
      formatAmount(thisYear.forecast.median, bare),
      maybe(thisYear.forecast.growth, (growth) => signedPercent(growth, lang)),
      formatAmount(thisYear.forecast.median - pathLevel, bare),
      "",
      "",
      "",
      maybe(thisYear.laterGrowth, (growth) => signedPercent(growth, lang)),
    ],
  ];
  const head = [
    sentenceCase(planYearName(plan, thisYear.fiscalYear, lang)),
    words.level,
    words.growth,
    words.toPath,
    headings.probability,
    elapsed + remaining === 4 ? headings.neededPerQuarter : headings.neededPerMonth,
    headings.growthOnLastYear,
    words.later,
  ];
  return section(titled(words.thisYear, wording), table(head, rows));
}

/** Everything that was told of revised levels; what the target in force makes of each base. */
function vintagesSection(plan: Plan, wording: Wording): string {
  const { lang } = wording;
  const words = PLAN_HEADINGS[lang];
  const bare = bareOf(wording);
  const { base, years } = plan;
  const rows = years.flatMap(({ fiscalYear, vintages = [] }) =>
    vintages.map(({ value, asOf }, index) => {
      const onBase = fiscalYear === base.fiscalYear ? base.vintages?.[index] : undefined;
      return [
        sentenceCase(planYearName(plan, fiscalYear, lang)),
        asOf ?? words.first,
        formatAmount(value, bare, "all"),
        maybe(onBase?.averageGrowth, (growth) => signedPercent(growth, lang)),
        maybe(onBase?.finalLevel, (level) => planLevel(plan, level, bare)),
      ];
    }),
  );
  if (rows.length === 0) return "";
  const head = [HEADINGS[lang].year, words.asOf, words.level, words.average, words.final];
  return section(titled(words.vintages, wording), table(head, rows));
}

function goodYearSection(plan: Plan, wording: Wording): string {
  const { oneGoodYear, finalYear, question } = plan;
  const { lang } = wording;
  const words = PLAN_HEADINGS[lang];
  const bare = bareOf(wording);
  if (!oneGoodYear) return "";
  const { repeated, restAtAverage, latestRepeated, origin } = oneGoodYear;
  const name = (year: number) => planYearName(plan, year, lang);
  const again = origin === "known" ? words.againAs : words.forecastFor;
  const assumed = [
    { assumption: again(name(oneGoodYear.fiscalYear)), ...repeated },
    ...(latestRepeated
      ? [{ assumption: words.againAs(name(latestRepeated.fiscalYear)), ...latestRepeated }]
      : []),
    { assumption: words.atAverage, ...restAtAverage },
  ];
  const rows = assumed.map(({ assumption, growth, finalLevel, averageGrowth, gap }) => [
    sentenceCase(assumption),
    signedPercent(growth, lang),
    planLevel(plan, finalLevel, bare),
    signedPercent(averageGrowth, lang),
    planLevel(plan, gap, bare),
    "",
  ]);
  const forecast = finalYear && [
    sentenceCase(HEADINGS[lang].forecast),
    "",
    formatAmount(finalYear.median, bare),
    signedPercent(finalYear.averageGrowth, lang),
    formatAmount(finalYear.median - (plan.targets[0]?.finalLevel ?? finalYear.median), bare),
    maybeRange(plan, bare),
  ];
  const head = [
    words.assumption,
    words.growth,
    planYearName(plan, question.lastYear, lang),
    words.average,
    words.toTarget,
    words.interval,
  ].map(sentenceCase);
  return section(titled(words.goodYear, wording), table(head, forecast ? [...rows, forecast] : rows));
}

function maybeRange({ finalYear }: Plan, wording: Wording): string {
  const interval = finalYear?.intervals.find(({ level }) => level === TOLD_LEVEL);
  return interval ? formatRange(interval, wording) : "";
}

/** The interval that tables tell, where it was asked for. */
const TOLD_LEVEL = 0.8;

/** Remarks that the paragraph above does not tell already. */
function notesSection({ notes: all }: Plan, wording: Wording): string {
  const notes = all.filter(({ code }) => code !== "annualTargetBelowPath");
  if (notes.length === 0) return "";
  const items = notes.map((note) => `- ${escaped(planNoteMessage(note, wording))}`).join("\n");
  return section(HEADINGS[wording.lang].notes, items);
}
