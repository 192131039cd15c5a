import type { AdministrativeUnit } from "../engine/geography/administrative-unit.ts";
import type { PlaceAnswer, Restated } from "../engine/geography/place-answer.ts";
import { MAIN_FIGURE, mainValue, type RestatedName, type RestatedPart } from "../engine/geography/restate.ts";
import { tableOf } from "./delimited.ts";
import { formatSignificant, PRECISE_DIGITS, PROSE_DIGITS, REPORTED_DIGITS } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type PresentOptions, rounded } from "./json.ts";
import type { Lang } from "./language.ts";
import { escaped, section, signedPercent, table, titled } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { dateName } from "./period-words.ts";
import { formerName, unitNameIn } from "./place-naming.ts";
import { placeNoteMessage } from "./place-notes.ts";
import { partWords, placeSentence, restatedWords, toldFigure } from "./place-sentence.ts";
import type { Presenter } from "./presenter.ts";
import { growthText } from "./ranking-words.ts";

type PresentedUnit = Omit<AdministrativeUnit, "predecessors" | "otherNames">;

interface PresentedFigure {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly from?: string;
}

interface PresentedRestated extends Omit<Restated, "into" | "figures" | "missing" | "parts"> {
  readonly into: string;
  readonly missing?: readonly string[];
  readonly figures: Readonly<Record<string, PresentedFigure>>;
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly figures: Readonly<Record<string, PresentedFigure>>;
  }[];
}

interface PresentedPlace {
  readonly question: PlaceAnswer["question"];
  readonly place: PresentedUnit;
  readonly atDate: PlaceAnswer["atDate"];
  readonly continuity: PlaceAnswer["comparability"]["continuity"];
  readonly comparable: boolean;
  readonly changedOn?: string;
  readonly predecessors: readonly PresentedUnit[];
  readonly successor?: PresentedUnit;
  readonly restated?: PresentedRestated;
  readonly sentence: string;
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly engine: string;
}

/** How the answer about a place is written in every format. */
export function placePresenter(lang: Lang): Presenter<PlaceAnswer, PresentedPlace> {
  return {
    json: presented,
    table: tableOfPlace,
    cell: ({ place, restated }) => {
      if (!restated) return unitNameIn(place, lang);
      return restated.figures[MAIN_FIGURE[restated.kind]]?.value;
    },
    markdown: placeMarkdown,
  };
}

function presented(answer: PlaceAnswer, { lang, engine }: PresentOptions): PresentedPlace {
  const { question, unit, atDate, comparability, successor, restated, notes } = answer;
  const { continuity, comparable, changedOn, before, after } = comparability;
  return {
    question,
    place: presentedUnit(unit),
    atDate,
    continuity,
    comparable,
    ...(changedOn !== undefined && { changedOn }),
    predecessors: unit === after ? before.map(presentedUnit) : [],
    ...(successor && { successor: presentedUnit(successor) }),
    ...(restated && { restated: presentedRestated(restated) }),
    sentence: placeSentence(answer, lang),
    notes: notes.map((note) => ({ code: note.code, message: placeNoteMessage(note, lang) })),
    engine,
  };
}

const presentedUnit = ({
  predecessors: _formed,
  otherNames: _others,
  ...unit
}: AdministrativeUnit): PresentedUnit => unit;

function presentedRestated(restated: Restated): PresentedRestated {
  const { kind, into, isComplete, missing, figures, parts } = restated;
  return {
    kind,
    restated: restated.restated,
    into: into.id,
    isComplete,
    ...(missing.length > 0 && { missing: missing.map(({ id }) => id) }),
    figures: rounded(figures) as Readonly<Record<string, PresentedFigure>>,
    parts: parts.map((part) => ({
      id: part.unit.id,
      name: part.unit.name,
      figures: Object.fromEntries(
        Object.entries(part.figures).map(([name, { value, lower, upper }]) => [
          name,
          rounded({ value, lower, upper }, REPORTED_DIGITS),
        ]),
      ),
    })),
  };
}

const COLUMNS = [
  "role",
  "id",
  "name",
  "nameVi",
  "type",
  "validFrom",
  "validTo",
  "figure",
  "value",
  "lower",
  "upper",
  "from",
] as const;

function tableOfPlace({ place, predecessors, successor, restated }: PresentedPlace) {
  const figuresOf = (role: string, of: object, figures: Readonly<Record<string, PresentedFigure>>) =>
    Object.entries(figures).map(([figure, numbers]) => ({ role, ...of, figure, ...numbers }));
  return tableOf(COLUMNS, [
    { role: "place", ...place },
    ...predecessors.map((each) => ({ role: "predecessor", ...each })),
    ...(successor ? [{ role: "successor", ...successor }] : []),
    ...(restated ? figuresOf("restated", { id: restated.into }, restated.figures) : []),
    ...(restated?.parts ?? []).flatMap(({ id, name, figures }) => figuresOf("part", { id, name }, figures)),
  ]);
}

/** The figures of a place, in the order of the table. */
const FIGURES: readonly { readonly name: RestatedName; readonly en: string; readonly vi: string }[] = [
  { name: "value", en: "Value", vi: "Giá trị" },
  { name: "prior", en: "A year before", vi: "Cùng kỳ năm trước" },
  { name: "growth", en: "Growth", vi: "Tốc độ tăng" },
  { name: "index", en: "Index", vi: "Chỉ số" },
  { name: "weight", en: "Weight", vi: "Quyền số" },
  { name: "numerator", en: "Numerator", vi: "Tử số" },
  { name: "denominator", en: "Denominator", vi: "Mẫu số" },
  { name: "ratio", en: "Ratio", vi: "Tỷ lệ" },
];

const WORDS = {
  en: {
    units: "Units",
    unit: "Unit",
    written: "In Vietnamese",
    from: "From",
    to: "To",
    parts: "Restated figures",
    together: "Together",
  },
  vi: {
    units: "Đơn vị hành chính",
    unit: "Đơn vị",
    written: "Tên tiếng Việt",
    from: "Từ ngày",
    to: "Đến ngày",
    parts: "Số liệu theo địa giới mới",
    together: "Tổng hợp",
  },
} as const;

function placeMarkdown(answer: PlaceAnswer, { lang }: PresentOptions): string {
  const { unit, comparability, restated, notes, question } = answer;
  const { after = unit, before } = comparability;
  const words = WORDS[lang];
  const day = (date: string | undefined) => (date === undefined ? "" : dateName(date, lang));
  const units = before.length === 0 ? [unit] : [after, ...before];
  const blocks = [
    escaped(placeSentence(answer, lang)),
    section(
      words.units,
      table(
        [words.unit, words.written, words.from, words.to],
        units.map((each) => [
          each === after ? unitNameIn(each, lang) : formerName(each, after, lang),
          lang === "vi" ? "" : each.nameVi,
          day(each.validFrom),
          day(each.validTo),
        ]),
      ),
    ),
  ];
  if (restated) {
    // An index has no unit, whatever its weights are told in.
    const unit = restated.kind === "index" ? undefined : question.unit;
    blocks.push(section(titled(words.parts, { lang, unit }), restatedTable(restated, lang)));
  }
  if (notes.length > 0)
    blocks.push(
      section(
        HEADINGS[lang].notes,
        notes.map((note) => `- ${escaped(placeNoteMessage(note, lang))}`).join("\n"),
      ),
    );
  return `${blocks.join("\n\n")}\n`;
}

/** A row a place, its figures as they were told, and one of all together; the title tells the unit. */
function restatedTable(restated: Restated, lang: Lang): string {
  const { into, parts } = restated;
  const head = [WORDS[lang].unit, ...FIGURES.map((figure) => figure[lang])];
  return table(head, [
    ...parts.map((part) => [
      formerName(part.unit, into, lang),
      ...FIGURES.map(({ name }) => cellOfPart(restated, part, name, lang)),
    ]),
    [WORDS[lang].together, ...FIGURES.map(({ name }) => cellOfAll(restated, name, lang))],
  ]);
}

function cellOfPart({ kind }: Restated, part: RestatedPart, name: RestatedName, lang: Lang): string {
  const main = MAIN_FIGURE[kind];
  if (name === "ratio") return main === "ratio" ? partWords(kind, part, lang) : "";
  const told = part.figures[name];
  // What a place told as the value of a ratio is the ratio itself.
  if (main === "ratio" && name === "value") return "";
  if (name === "growth") {
    if (told) return growthText({ ...told, origin: "reported" }, lang);
    return main === "growth" ? signedPercent(mainValue(kind, part), lang) : "";
  }
  return told ? hedgedAmount(toldFigure(told), { lang }) : "";
}

function cellOfAll({ kind, figures, parts }: Restated, name: RestatedName, lang: Lang): string {
  const figure = figures[name];
  if (!figure) return "";
  if (name === "growth") return signedPercent(figure.value, lang);
  if (name === "ratio") return restatedWords(kind, figure.value, { lang });
  return formatSignificant(figure.value, lang, digitsOf(parts, name));
}

/** A sum of what was told has all its digits; one of what was worked out, or a mean, has as many as an estimate. */
function digitsOf(parts: Restated["parts"], name: RestatedName): number {
  const isTold = name !== "index" && name !== "ratio" && parts.every(({ figures }) => figures[name]);
  return isTold ? PRECISE_DIGITS : PROSE_DIGITS;
}
