import type { QuestionEcho } from "../../engine/outlook-types.ts";
import type { ScenarioAssumption } from "../../engine/target/scenario.ts";
import { scenarioName } from "../assumption.ts";
import type { Presented } from "../json.ts";
import { type Lang, sentenceCase } from "../language.ts";
import { HEADINGS } from "../markdown-headings.ts";
import { quantityName } from "../quantity-words.ts";
import { type AmountScale, amountScale, digitsOf } from "./amount-scale.ts";
import type { PicturedAnswer } from "./answer.ts";
import type { Bar, BarPanel } from "./bar-panel.ts";
import { drawBarTable } from "./bar-table.ts";
import { evenDigits } from "./even-digits.ts";
import { areaSample, sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { elapsedPart, PICTURE_WORDS, pictureTitle, shorterTitles, targetLabel } from "./picture-words.ts";
import { shortProbability } from "./short-probability.ts";

type PicturedScenario = NonNullable<Presented["scenarios"]>[number];

/** A published answer with scenarios. */
type ScenariosAnswer = Omit<PicturedAnswer, "scenarios"> & Pick<Presented, "scenarios">;

const WORDS = {
  en: {
    subtitle: "Where the year lands under each assumption about the rest of it",
    booked: (elapsed: string) => `Reported in ${elapsed}`,
    rest: "Still to come under the assumption",
    leftOut: (count: number) => `… ${count} more scenario${count === 1 ? "" : "s"}`,
  },
  vi: {
    subtitle: "Kết quả cả năm theo từng giả định về phần còn lại của năm",
    booked: (elapsed: string) => `Thực hiện ${elapsed}`,
    rest: "Phần còn lại theo giả định",
    leftOut: (count: number) => `… ${count} kịch bản khác`,
  },
} as const;

/**
 * Where each scenario leads, from the highest full year to the lowest, against the targets; beside it the
 * probability that the year does at least as well. The rest of a break-even, which ends at its target, is left empty.
 * @throws PictureError where the answer has no scenario
 */
export function drawScenarios(answer: ScenariosAnswer, options: PictureOptions): string {
  const { lang } = options;
  const scenarios = (answer.scenarios ?? []).toSorted((a, b) => b.fullYear - a.fullYear);
  if (scenarios.length === 0)
    throw new PictureError({
      path: "picture",
      message: "the answer has no scenario to draw",
      hint: "ask of a year that is not over",
    });
  const question = answer.question as QuestionEcho;
  const { targets = [], figures } = answer;
  const isSum = question.aggregation === "sum";
  const amounts = [...scenarios.map(({ fullYear }) => fullYear), ...targets.map(({ value }) => value)];
  const scale = amountScale(answer, amounts, lang);
  const booked = isSum ? figures.ytd?.value : undefined;
  const label = evenDigits(
    scenarios.map(({ fullYear }) => fullYear),
    scale,
    lang,
  );
  const words = WORDS[lang];
  const sheet = sheetOf(options);
  const { colours } = sheet;
  const title = pictureTitle(question, lang);
  return drawBarTable(
    {
      title,
      shorterTitles: () => shorterTitles(question, lang),
      subtitle: words.subtitle,
      description: description(scenarios, scale, lang),
      rows: scenarios.map((scenario) => ({
        name: nameOf(scenario, lang),
        isMarked: scenario.kind === "forecastMedian",
      })),
      panels: [
        {
          heading: headingOf(question, scale, lang),
          mark: isSum ? "bars" : "dots",
          share: 2.2,
          bars: scenarios.map((scenario) => barOf(scenario, booked, label)),
          lines: targets.map((target) => ({
            value: target.value,
            label: `${targetLabel(target, lang)} ${digitsOf(target) ? scale.label(target.value, "all") : label(target.value)}`,
          })),
          moreLines: PICTURE_WORDS[lang].moreTargets,
        },
        probabilities(scenarios, lang),
      ],
      ...(booked !== undefined && {
        legend: [
          { label: words.booked(elapsedPart(question, lang)), sample: areaSample(sheet, colours.actual) },
          { label: words.rest, sample: areaSample(sheet, colours.forecastFill) },
        ],
      }),
      leftOut: words.leftOut,
    },
    options,
  );
}

/** What the year comes to, as the aggregation names it, and its unit. */
function headingOf({ aggregation }: QuestionEcho, { unit }: AmountScale, lang: Lang): string {
  const name = sentenceCase(quantityName("fullYear", { lang, aggregation }).replace(/^the /, ""));
  return unit === "" ? name : `${name}, ${unit}`;
}

/** Published scenarios name their kind; it takes no more of the assumption to name them in a language. */
const nameOf = ({ name, kind, target = "" }: PicturedScenario, lang: Lang): string =>
  sentenceCase(scenarioName({ name, assumption: { kind, target } as ScenarioAssumption }, lang));

function barOf(
  { kind, fullYear }: PicturedScenario,
  booked: number | undefined,
  label: (amount: number) => string,
): Bar {
  return {
    value: fullYear,
    label: label(fullYear),
    tone: kind === "breakEven" ? "outlined" : "expected",
    ...(booked !== undefined && { booked }),
  };
}

const probabilities = (scenarios: readonly PicturedScenario[], lang: Lang): BarPanel => ({
  heading: HEADINGS[lang].atLeast,
  share: 1,
  ends: [0, 1],
  bars: scenarios.map(({ probabilityAtLeast }) => ({
    value: probabilityAtLeast,
    label: shortProbability(probabilityAtLeast, lang),
    tone: "quiet",
  })),
});

const description = (scenarios: readonly PicturedScenario[], scale: AmountScale, lang: Lang): string =>
  `${scenarios
    .map(
      (scenario) =>
        `${nameOf(scenario, lang)} (${scenario.assumption}): ${scale.told(scenario.fullYear)}, ${HEADINGS[lang].atLeast.toLowerCase()} ${shortProbability(scenario.probabilityAtLeast, lang)}`,
    )
    .join("; ")}.`;
