import { coherence } from "../../src/engine/coherence.ts";
import { outlook, runRates } from "../../src/engine/outlook.ts";
import { allOperations } from "../../src/http/routes/index.ts";
import { isVietnamese, knowledge } from "../../src/knowledge.ts";
import { presentPart } from "../../src/presentation/json.ts";
import { questionFromBody, questionFromQuery } from "../../src/schema/query.ts";
import { readQuestion } from "../../src/schema/question.ts";
import { dependencies as world } from "../dependencies.ts";
import { REGION } from "./region.ts";

/** One question a tier, as a department would ask it. */
export const QUESTIONS = {
  snapshot: "indicator=exports&geography=Kien+Giang&through=2024-04&ytd=over+290&unit=million+USD&target=920",
  growth:
    "indicator=exports&geography=Kien+Giang&through=2024-04&ytd=over+290&unit=million+USD&shareOfTarget=31.6%25&growth=21.26%25&target=920&priorFullYear=860",
  shares:
    "indicator=exports&geography=Kien+Giang&through=2024-04&ytd=over+290&unit=million+USD&growth=21.26%25&target=920&reports=2021-04:220;2021-12:728;2022-04:238;2022-12:780;2023-04:239.5;2023-12:860",
  contradiction:
    "indicator=exports&geography=Kien+Giang&through=2024-04&ytd=over+290&unit=million+USD&shareOfTarget=31.6%25&growth=21.26%25&target=1000",
} as const;

const read = (query: string) => readQuestion(questionFromQuery(new URLSearchParams(query)), { isVietnamese });
const questions = Object.fromEntries(Object.entries(QUESTIONS).map(([tier, query]) => [tier, read(query)]));
const question = (tier: keyof typeof QUESTIONS) => questions[tier] as ReturnType<typeof read>;
const answered = outlook(question("growth"), knowledge);

const dependencies = { ...world, version: "bench" };

const OPERATIONS = await allOperations();

/** A whole answer of a function, from the raw question to the JSON. */
function whole(name: string, asked?: Readonly<Record<string, unknown>>): () => unknown {
  const operation = OPERATIONS.find((each) => each.name === name) as (typeof OPERATIONS)[number];
  const body = JSON.stringify(asked ?? operation.example);
  return () =>
    operation.respond(questionFromBody(JSON.parse(body), operation.form), {
      dependencies,
      format: "json",
      field: undefined,
    });
}

/** What takes so long that it is timed a few times only. */
export const LARGEST = "breakdown: 34 x 10";

/** What is timed, by name. The engine's own work first, then reading and presenting. */
export const OPERATIONS_TIMED: Readonly<Record<string, () => unknown>> = {
  "outlook: snapshot": () => outlook(question("snapshot"), knowledge),
  "outlook: growth": () => outlook(question("growth"), knowledge),
  "outlook: shares": () => outlook(question("shares"), knowledge),
  "outlook: contradiction": () => outlook(question("contradiction"), knowledge),
  "run-rate": () => runRates(question("growth"), knowledge),
  coherence: () => coherence({ question: question("growth"), figures: {}, relations: [] }, knowledge),
  "read the question": () => read(QUESTIONS.growth),
  "plan, whole": whole("plan"),
  "growth-scenarios, whole": whole("growth-scenarios"),
  "breakdown, whole": whole("breakdown"),
  "ranking, whole": whole("ranking"),
  "places, whole": whole("places"),
  "stocks, whole": whole("stocks"),
  "currencies, whole": whole("currencies"),
  "extract, whole": whole("extract"),
  "formula, whole": whole("formula"),
  [LARGEST]: whole("breakdown", REGION),
  "present JSON": () => JSON.stringify(presentPart(answered, "outlook", { lang: "en", engine: "bench" })),
};
