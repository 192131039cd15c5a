import type { Bounds } from "../engine/figure/interval.ts";
import type { Repair } from "../engine/figure/repair.ts";
import type { NoteCode } from "../engine/note.ts";
import type {
  Coherence,
  Finding,
  ForecastAnswerParts,
  KnownFigure,
  QuestionEcho,
  Scenario,
} from "../engine/outlook-types.ts";
import type { ScenarioAssumption } from "../engine/target/scenario.ts";
import {
  type AnswerOf,
  type AnyAnswer,
  type AnyTarget,
  type Part,
  sectionsOf,
  wordingOf,
} from "./answers.ts";
import { assumptionText } from "./assumption.ts";
import { findingMessage, repairMessage, repairsOf } from "./finding.ts";
import { PRECISE_DIGITS, REPORTED_DIGITS, roundSignificant } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { noteMessage } from "./notes.ts";
import { presentSentence } from "./sentence.ts";

/** How an answer is written: the language of its texts, and the version of the engine that worked it out. */
export interface PresentOptions {
  readonly lang: Lang;
  readonly engine: string;
}

type PresentedScenario = Omit<Scenario, "assumption"> & {
  readonly kind: ScenarioAssumption["kind"];
  /** The target whose break-even it is. */
  readonly target?: string;
  readonly assumption: string;
};

interface PresentedRepair extends Bounds {
  readonly kind: Repair["kind"];
  readonly quantity: string;
  readonly description: string;
  readonly value?: number;
  readonly revision?: number;
}

/** A finding with all its repairs in one list, the most plausible first. */
export type PresentedFinding = Omit<Finding, "repair" | "otherRepairs" | "mixture"> & {
  readonly mixes?: "priceBasis" | "measure";
  readonly message: string;
  readonly repairs?: readonly PresentedRepair[];
};

interface PresentedCoherence {
  readonly verdict: Coherence["verdict"];
  readonly findings: readonly PresentedFinding[];
}

interface PresentedNote {
  readonly code: NoteCode;
  readonly message: string;
}

/** An answer as JSON carries it: rounded, in a language, what cannot be said absent. */
export interface Presented {
  readonly question: Partial<QuestionEcho>;
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly coherence?: PresentedCoherence;
  readonly forecast?: ForecastAnswerParts;
  readonly targets?: readonly AnyTarget[];
  readonly scenarios?: readonly PresentedScenario[];
  readonly sentence?: string;
  readonly notes: readonly PresentedNote[];
  readonly engine: string;
}

/**
 * One operation's answer as JSON. A whole outlook may be given for any part: only the sections of the part are
 * told. Only the whole outlook has a `sentence`.
 *
 * Numbers that were worked out have ten significant digits: the last bits of a double differ from one machine's
 * mathematics to the next, and answers are compared by the byte. Reported ones keep their digits. Never null or NaN;
 * what cannot be said, and an end of an interval that is infinite, is absent.
 */
export function presentPart<P extends Part>(
  answer: AnswerOf[P],
  part: P,
  options: PresentOptions,
): Presented {
  const { lang, engine } = options;
  const sections = sectionsOf(answer, part);
  const wording = wordingOf(sections, lang);
  const { question, figures, coherence, forecast, targets, scenarios, notes } = sections;
  return {
    question: rounded(question),
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [name, presentFigure(figure)]),
    ),
    ...(coherence && { coherence: rounded(presentCoherence(coherence, wording)) }),
    ...(forecast && { forecast: rounded(forecast) }),
    ...(targets && { targets: targets.map(presentTarget) }),
    ...(scenarios && {
      scenarios: rounded(scenarios.map((scenario) => presentScenario(scenario, sections, wording))),
    }),
    ...(part === "outlook" && { sentence: presentSentence(sections, { lang }) }),
    notes: notes.map((note) => ({ code: note.code, message: noteMessage(note, wording) })),
    engine,
  };
}

/** A reported figure keeps its digits; what the others leave of it was worked out. */
function presentFigure(figure: KnownFigure): KnownFigure {
  if (figure.origin !== "reported") return rounded(figure);
  const { narrowed, ...reported } = figure;
  return { ...rounded(reported, REPORTED_DIGITS), ...(narrowed && { narrowed: rounded(narrowed) }) };
}

/** A stated target is told with the digits it was stated with. */
function presentTarget(target: AnyTarget): AnyTarget {
  if (target.origin !== "stated") return rounded(target);
  const { name, value, ...results } = target;
  return { name, value: rounded(value, REPORTED_DIGITS), ...rounded(results) };
}

function presentCoherence({ verdict, findings }: Coherence, wording: Wording): PresentedCoherence {
  return { verdict, findings: findings.map((finding) => presentFinding(finding, wording)) };
}

function presentFinding(finding: Finding, wording: Wording): PresentedFinding {
  const { repair: _first, otherRepairs: _others, conflict, mixture, ...told } = finding;
  const repairs = repairsOf(finding).map((repair): PresentedRepair => {
    const { kind, quantity, interval, ...rest } = repair;
    return { kind, quantity, description: repairMessage(repair, wording), ...rest, ...interval };
  });
  return {
    ...told,
    message: findingMessage(finding, wording),
    ...(conflict && { conflict }),
    ...(mixture && { mixes: mixture.kind === "concept" ? "measure" : mixture.kind }),
    ...(repairs.length > 0 && { repairs }),
  };
}

function presentScenario(scenario: Scenario, sections: AnyAnswer, wording: Wording): PresentedScenario {
  const { name, assumption, ...results } = scenario;
  return {
    name,
    kind: assumption.kind,
    ...(assumption.kind === "breakEven" && { target: assumption.target }),
    assumption: assumptionText(assumption, sections.question, wording),
    ...results,
  };
}

/**
 * A copy with every number at ten significant digits, or as many as told, and without what JSON cannot say.
 * @example rounded({ share: 0.1 + 0.2, upper: Infinity }) // => {"share":0.3}
 */
export function rounded<T>(value: T, digits: number = PRECISE_DIGITS): T {
  return copy(value, digits) as T;
}

/** Plain loops: this walks every answer, and the chained form took longer than the engine. */
function copy(value: unknown, digits: number): unknown {
  if (typeof value === "number") {
    const short = roundSignificant(value, digits);
    return Number.isFinite(short) ? short : undefined;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const part of value) {
      const told = copy(part, digits);
      if (told !== undefined && told !== null) list.push(told);
    }
    return list;
  }
  const record: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const told = copy((value as Record<string, unknown>)[name], digits);
    if (told !== undefined && told !== null) record[name] = told;
  }
  return record;
}
