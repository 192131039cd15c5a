import type {
  Breakdown,
  BreakdownTarget,
  ComponentAnswer,
  GoalSeekAnswer,
  PartTarget,
} from "../engine/breakdown/answer-types.ts";
import type { PartsFinding } from "../engine/breakdown/parts-coherence.ts";
import { wordingOf } from "./answers.ts";
import { partsClause, partsRepair } from "./breakdown-finding.ts";
import { breakdownMarkdown } from "./breakdown-markdown.ts";
import { type PartNames, partNames } from "./breakdown-names.ts";
import { breakdownNoteMessage } from "./breakdown-notes-words.ts";
import { breakdownSentence } from "./breakdown-sentence.ts";
import { tableOf } from "./delimited.ts";
import { repairsOf } from "./finding.ts";
import { REPORTED_DIGITS } from "./format-number.ts";
import { type PresentedFinding, type PresentOptions, presentPart, rounded } from "./json.ts";
import { sentenceCase, type Wording } from "./language.ts";
import type { Presenter } from "./presenter.ts";
import { VERDICT_WORDS } from "./quantity-words.ts";

type FindingOfParts = PresentedFinding & Partial<Pick<PartsFinding, "subject" | "component">>;

/** A breakdown as JSON carries it. */
export interface PresentedBreakdown extends Omit<Breakdown, "coherence" | "notes" | "partNotes"> {
  readonly coherence: {
    readonly verdict: Breakdown["coherence"]["verdict"];
    readonly findings: readonly FindingOfParts[];
  };
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
}

/** How a breakdown is written. */
export const breakdownPresenter: Presenter<Breakdown, PresentedBreakdown> = {
  json: presentBreakdown,
  table: (presented) =>
    tableOf(COLUMNS, [totalRow(presented), ...presented.components.map((part) => partRow(part, presented))]),
  cell: ({ total }) => total.median,
  markdown: (answer, { lang }) => breakdownMarkdown(answer, lang),
};

function presentBreakdown(answer: Breakdown, options: PresentOptions): PresentedBreakdown {
  const { lang } = options;
  const {
    question,
    figures,
    coherence,
    components,
    notes,
    partNotes,
    targets,
    concentration,
    total,
    partTargets,
  } = answer;
  const wording = wordingOf(answer, lang);
  const names = partNames(components, wording);
  const { verdict, findings, ofParts } = coherence;
  const report = presentPart(
    { question, figures, coherence: { verdict, findings }, notes },
    "coherence",
    options,
  );
  return {
    question: rounded(question),
    figures: report.figures,
    coherence: {
      verdict,
      findings: [
        ...(report.coherence?.findings ?? []),
        ...ofParts.map((finding) => presentPartsFinding(finding, names, wording)),
      ],
    },
    components: components.map(presentComponent),
    ...(concentration && { concentration: rounded(concentration) }),
    total: rounded(total),
    targets: targets.map(presentTarget),
    ...(partTargets && { partTargets: rounded(partTargets) }),
    sentence: breakdownSentence(answer, lang),
    notes: [
      ...report.notes,
      ...partNotes.map((note) => ({ code: note.code, message: breakdownNoteMessage(note, names, wording) })),
    ],
    engine: options.engine,
  };
}

/** A finding with its repairs in one list, in the names that people have for the parts. */
function presentPartsFinding(finding: PartsFinding, names: PartNames, wording: Wording): FindingOfParts {
  const {
    repair: _first,
    otherRepairs: _others,
    conflict,
    mixture: _mixture,
    parts: _parts,
    ...told
  } = finding;
  const repairs = repairsOf(finding).map((repair) => {
    const { kind, quantity, interval, ...rest } = repair;
    return { kind, quantity, description: partsRepair(repair, names, wording), ...rest, ...interval };
  });
  const verdict = VERDICT_WORDS[finding.verdict][wording.lang];
  return rounded({
    ...told,
    message: `${sentenceCase(partsClause(finding, names, wording))} (${verdict}).`,
    ...(conflict && { conflict }),
    ...(repairs.length > 0 && { repairs }),
  });
}

/** Reported figures and stated targets keep their digits; what was worked out is rounded. */
function presentComponent(component: ComponentAnswer): ComponentAnswer {
  const { ytd, target } = component;
  return {
    ...rounded(component),
    ytd: rounded(ytd, ytd.origin === "reported" ? REPORTED_DIGITS : undefined),
    ...(target && { target: presentPartTarget(target) }),
  };
}

function presentPartTarget<T extends PartTarget>(target: T): T {
  return { ...rounded(target), value: rounded(target.value, REPORTED_DIGITS) };
}

const presentTarget = (target: BreakdownTarget): BreakdownTarget =>
  target.origin === "stated" ? presentPartTarget(target) : rounded(target);

const COLUMNS = [
  "path",
  "name",
  "parent",
  "depth",
  "origin",
  "ytd",
  "ytdLower",
  "ytdUpper",
  "shareOfTotal",
  "shareLower",
  "shareUpper",
  "growth",
  "contribution",
  "tier",
  "forecast",
  "forecastLower",
  "forecastUpper",
  "fullYear",
  "fullYearLower",
  "fullYearUpper",
  "fullYearGrowth",
  "fullYearContribution",
  "target",
  "attainmentProbability",
  "swing",
  "varianceShare",
  "extraBySize",
  "growthBySize",
  "extraBySlack",
  "growthBySlack",
] as const;

const TOTAL_LEVEL = 0.8;

function totalRow({ figures, total, targets }: PresentedBreakdown): object {
  const { ytd, growth } = figures;
  const [target] = targets;
  const interval = total.intervals.find(({ level }) => level === TOTAL_LEVEL);
  return {
    path: "",
    name: "total",
    depth: 0,
    origin: ytd?.origin,
    ytd: ytd?.value,
    ytdLower: ytd?.lower,
    ytdUpper: ytd?.upper,
    growth: growth?.value,
    ...ownColumns(total.own),
    fullYear: total.median,
    fullYearLower: interval?.lower,
    fullYearUpper: interval?.upper,
    fullYearGrowth: total.growth,
    target: target?.value,
    attainmentProbability: target?.attainmentProbability,
  };
}

const ownColumns = (own: ComponentAnswer["forecast"]): object =>
  own ? { tier: own.tier, forecast: own.median, forecastLower: own.lower, forecastUpper: own.upper } : {};

function partRow(part: ComponentAnswer, { targets }: PresentedBreakdown): object {
  const { ytd, shareOfTotal, forecast, fullYear, target, influence } = part;
  const sought = targets.find(({ goalSeek }) => goalSeek)?.goalSeek ?? [];
  const asked = (by: GoalSeekAnswer["sharedBy"]) =>
    sought.find(({ sharedBy }) => sharedBy === by)?.shares.find(({ path }) => path === part.path);
  const [bySize, bySlack] = [asked("size"), asked("slack")];
  return {
    ...part,
    ytd: ytd.value,
    ytdLower: ytd.lower,
    ytdUpper: ytd.upper,
    shareOfTotal: shareOfTotal?.value,
    shareLower: shareOfTotal?.lower,
    shareUpper: shareOfTotal?.upper,
    forecast: undefined,
    ...ownColumns(forecast),
    fullYear: fullYear.median,
    fullYearLower: fullYear.lower,
    fullYearUpper: fullYear.upper,
    fullYearGrowth: fullYear.growth,
    fullYearContribution: fullYear.contribution,
    target: target?.value,
    attainmentProbability: target?.attainmentProbability,
    swing: influence?.swing,
    varianceShare: influence?.varianceShare,
    extraBySize: bySize?.extra,
    growthBySize: bySize?.growth,
    extraBySlack: bySlack?.extra,
    growthBySlack: bySlack?.growth,
  };
}
