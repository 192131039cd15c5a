import { EngineError } from "../engine/engine-error.ts";
import { worstVerdict } from "../engine/figure/coherence.ts";
import type { ScenarioAssumption } from "../engine/target/scenario.ts";
import type { AnyTarget, Part } from "./answers.ts";
import { scenarioName } from "./assumption.ts";
import { defaultCell } from "./default-cell.ts";
import { formatPercent } from "./format-number.ts";
import { FORMULA_WORDS } from "./formula-words.ts";
import type { Presented } from "./json.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { isQuarterly, spanOf } from "./period-words.ts";
import { STATUS_WORDS, targetName, VERDICT_WORDS } from "./quantity-words.ts";

/** What a formula tells of one question: numbers and words, each under its name, in the order of the cells. */
export type FormulaRecord = readonly FormulaEntry[];

export interface FormulaEntry {
  readonly label: string;
  /** Absent where it cannot be said. */
  readonly value: string | number | undefined;
}

/** How a record is told: in a language, and of how many targets that the question names. */
export interface RecordAsk {
  readonly lang: Lang;
  readonly targets: number;
  /** The levels of the intervals, where the question leaves them to the function. */
  readonly levels?: readonly number[] | undefined;
}

/** The functions whose answer to one question is one record. */
export const RECORDS = {
  RUNRATE: ofEachTarget("run-rate"),
  PROBABILITY: ofEachTarget("attainment"),
  FORECAST: forecastRecord,
  CHECK: checkRecord,
  OUTLOOK: outlookRecord,
} as const satisfies Readonly<Record<string, (answer: Presented, ask: RecordAsk) => FormulaRecord>>;

/** The targets that were asked about: those that the question names, or else the one that its figures imply. */
const toldTargets = ({ targets = [] }: Presented, { targets: named }: RecordAsk): readonly AnyTarget[] =>
  targets.slice(0, Math.max(1, named));

function ofEachTarget(part: TargetPart): (answer: Presented, ask: RecordAsk) => FormulaRecord {
  return (answer, ask) => {
    const label = labelOf(part, answer, ask.lang);
    const targets = toldTargets(answer, ask);
    if (targets.length === 0) return [{ label, value: defaultCell(answer, part) }];
    return targets.map((target) => ({
      label: targets.length === 1 ? label : sentenceCase(targetName(target, ask.lang)),
      value: defaultCell({ ...answer, targets: [target] }, part),
    }));
  };
}

type TargetPart = Extract<Part, "run-rate" | "attainment">;

const labelOf = (part: TargetPart, { question }: Presented, lang: Lang): string =>
  part === "attainment" ? FORMULA_WORDS[lang].probability : neededLabel(question, lang);

/** What each period to come must bring, of the kind that the question has. */
function neededLabel(question: Presented["question"], lang: Lang): string {
  const span = spanOf(question);
  const { perMonth, perQuarter } = FORMULA_WORDS[lang];
  return span && isQuarterly(span) ? perQuarter : perMonth;
}

function forecastRecord(answer: Presented, { lang, levels = [] }: RecordAsk): FormulaRecord {
  const { forecast } = answer;
  if (!forecast) throw new EngineError("notEnoughKnown", "values", "there is no forecast of these figures");
  const { median, intervals } = forecast;
  // The intervals of a year that is complete have no width, and are not told; their cells stay where they are.
  const closed = levels.map((level) => ({ level, lower: median, upper: median }));
  return [
    { label: FORMULA_WORDS[lang].forecast, value: median },
    ...ends(intervals.length > 0 ? intervals : closed, lang),
  ];
}

type Intervals = NonNullable<Presented["forecast"]>["intervals"];

const ends = (intervals: Intervals, lang: Lang): FormulaRecord =>
  intervals.flatMap(({ level, lower, upper }) => {
    const percent = formatPercent(level, lang);
    return [
      { label: FORMULA_WORDS[lang].lower(percent), value: lower },
      { label: FORMULA_WORDS[lang].upper(percent), value: upper },
    ];
  });

function checkRecord({ coherence, notes }: Presented, { lang }: RecordAsk): FormulaRecord {
  const words = FORMULA_WORDS[lang];
  const slip = notes.find(({ code }) => code === "unitSlip");
  if (slip && coherence?.verdict !== "contradicts")
    return [
      { label: words.verdict, value: words.doubtful },
      { label: words.finding, value: slip.message },
    ];
  const findings = coherence?.findings ?? [];
  const verdict = coherence?.verdict ?? "notChecked";
  const worst =
    findings.find((finding) => finding.verdict === verdict) ??
    findings.find((finding) => worstVerdict([finding.verdict]) === verdict);
  return [
    { label: words.verdict, value: VERDICT_WORDS[verdict][lang] },
    { label: words.finding, value: worst?.message ?? words.noFinding },
  ];
}

function outlookRecord(answer: Presented, ask: RecordAsk): FormulaRecord {
  const { lang } = ask;
  const words = FORMULA_WORDS[lang];
  const { question, figures, forecast, sentence } = answer;
  const targets = toldTargets(answer, ask);
  return [
    { label: words.through, value: question.through },
    { label: words.ytd, value: figures.ytd?.value },
    { label: words.growth, value: figures.growth?.value },
    { label: words.forecast, value: forecast?.median },
    ...ends(forecast?.intervals ?? [], lang),
    { label: words.forecastGrowth, value: forecast?.growth },
    ...targets.flatMap((target) =>
      targetEntries(target, answer, { lang, isOneOfSeveral: targets.length > 1 }),
    ),
    { label: words.sentence, value: sentence },
  ];
}

function targetEntries(
  target: AnyTarget,
  { question }: Presented,
  { lang, isOneOfSeveral }: { readonly lang: Lang; readonly isOneOfSeveral: boolean },
): FormulaRecord {
  const words = FORMULA_WORDS[lang];
  const rate = target.requiredRunRate;
  const entries = [
    { label: words.target, value: target.value },
    { label: words.share, value: target.attainment },
    { label: words.probability, value: target.attainmentProbability },
    { label: words.status, value: target.status && STATUS_WORDS[target.status][lang] },
    { label: neededLabel(question, lang), value: rate?.perPeriod },
    { label: words.ratioToPace, value: rate?.ratioToPace },
    { label: words.neededGrowth, value: rate?.growthOnLastYear },
  ];
  if (!isOneOfSeveral) return entries;
  return entries.map(({ label, value }) => ({ label: `${label}: ${target.name}`, value }));
}

/** Scenarios as rows of cells under their head. */
export function scenarioRows(
  { scenarios = [] }: Presented,
  lang: Lang,
): { readonly head: readonly string[]; readonly rows: readonly (readonly FormulaEntry["value"][])[] } {
  const words = FORMULA_WORDS[lang];
  return {
    head: [words.scenario, words.fullYear, words.onLastYear, words.attainment, words.atLeast],
    rows: scenarios.map((scenario) => [
      sentenceCase(nameOf(scenario, lang)),
      scenario.fullYear,
      scenario.growth,
      scenario.attainment,
      scenario.probabilityAtLeast,
    ]),
  };
}

/** An answer tells what a scenario assumes in words; its name needs the kind alone, and the target that it breaks even on. */
function nameOf(
  { name, kind, target = "", fullYear }: NonNullable<Presented["scenarios"]>[number],
  lang: Lang,
): string {
  const assumption = kind === "breakEven" ? { kind, target, value: fullYear } : { kind };
  return scenarioName({ name, assumption: assumption as ScenarioAssumption }, lang);
}
