import type { AdministrativeUnit, Units } from "../engine/geography/administrative-unit.ts";
import type { Mention } from "./mention.ts";
import { type FoundPhrase, type PhraseTable, phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";
import { meaning } from "./vocabulary/phrase-template.ts";
import {
  COUNTRY_NAMES,
  COUNTRY_WORDS,
  FOREIGN_PLACES,
  FURTHER_SPELLINGS,
  REGIONS,
  REPORTED_NAMES,
} from "./vocabulary/place-names.ts";

export type PlaceLevel = "province" | "region" | "country" | "foreign";

/** A place named in a text; a unit is named as reports name it, whatever its area was at the time. */
export interface PlaceMention extends Mention {
  readonly kind: "place";
  readonly name: string;
  readonly level: PlaceLevel;
  /** Told by a common word, such as "nationwide", which is more often compared with than reported on. */
  readonly isCommon?: boolean;
}

interface Place {
  readonly name: string;
  readonly level: PlaceLevel;
  readonly isCommon?: boolean;
}

/** Names that hold a place's name and are none. */
const NO_PLACE = [
  "điện biên phủ",
  "dien bien phu",
  "đồng tháp mười",
  "dong thap muoi",
  "(president|uncle|chủ tịch|bác|tư tưởng|gương|đường|đoàn|lăng|thanh niên cộng sản) (ho chi minh|hồ chí minh)",
  "ho chi minh (trail|mausoleum|communist youth union|national academy|highway|ideology|thought)",
  "(hanoi|ha noi|hà nội|ho chi minh|hcm city|ho chi minh city|hcmc) stock exchange",
  "(saigon|sài gòn) (times|newport|giải phóng|giai phong|co.op|food|beer|securities|tân cảng|thương tín)",
  "south china sea",
  "(us|u.s) (dollar|dollars)",
  "đô la mỹ",
  "đô-la mỹ",
  "đồng việt nam",
  "(viet nam|vietnam) (dong|đồng)",
];

const everywhere = phraseTable<Place | null>([
  ...meaning(null, NO_PLACE),
  ...Object.entries(REGIONS).flatMap(([name, spellings]) =>
    meaning<Place | null>({ name, level: "region" }, spellings),
  ),
  ...Object.entries(FOREIGN_PLACES).flatMap(([name, spellings]) =>
    meaning<Place | null>({ name, level: "foreign" }, spellings),
  ),
  ...meaning<Place | null>({ name: "Vietnam", level: "country" }, COUNTRY_NAMES),
  ...meaning<Place | null>({ name: "Vietnam", level: "country", isCommon: true }, COUNTRY_WORDS),
]);

const unitTables = new WeakMap<Units, PhraseTable<Place>>();

function unitTableOf(units: Units): PhraseTable<Place> {
  const known = unitTables.get(units);
  if (known) return known;
  const spelt = (spellingsOf: (unit: AdministrativeUnit) => readonly string[]) =>
    units.rows.flatMap((unit) => {
      const place: Place = { name: REPORTED_NAMES[unit.name] ?? unit.name, level: "province" };
      return spellingsOf(unit).map((spelling) => [spelling.toLowerCase(), place] as const);
    });
  // Names of their own come first: "Huế" is a unit's name and was another one's short name.
  const table = phraseTable([
    ...spelt(({ name, nameVi }) => [name, nameVi].flatMap((each) => [each, each.replaceAll(/[ -]/g, "")])),
    ...spelt(({ name, otherNames = [] }) => [...(FURTHER_SPELLINGS[name] ?? []), ...otherNames]),
  ]);
  unitTables.set(units, table);
  return table;
}

/** Words after "Vietnam" that make it the name of a newspaper, a company or an association. */
const NAME_WORDS = new Set(
  (
    "business news agency airlines electricity association group corporation bank forum television plus investment " +
    "review economic times grand national general chamber posts railways register maritime textile rubber coal oil " +
    "bank's customs trade union academy university institute federation expo fair airway festival fatherland " +
    "communist women youth seafood timber pepper coffee cashew steel fruit food bao pictorial law social joint " +
    "development export import international union+ enterprise product products brand value dairy cement"
  ).split(" "),
);
const NAME_NOUNS = new Set(
  (
    "association group corporation bank forum agency news airlines federation union chamber university institute " +
    "company exchange party front administration office newspaper times fair expo sale fund society academy review"
  ).split(" "),
);
const LONGEST_NAME = 8;
const NAME_LINKS = new Set(["of", "and", "for", "&", "-", "the"]);

function isPartOfName(tokens: readonly Token[], to: number): boolean {
  for (let at = to; at < Math.min(tokens.length, to + LONGEST_NAME); at += 1) {
    const token = tokens[at] as Token;
    if (token.isCapital) {
      if (NAME_NOUNS.has(token.text)) return true;
    } else if (!NAME_LINKS.has(token.text)) return false;
  }
  return false;
}

/** Vietnamese bodies whose name ends with that of the country. */
const BODIES = phraseTable(
  meaning(true, [
    "hiệp hội|tập đoàn|tổng công ty|ngân hàng|liên đoàn|thông tấn xã|đài truyền hình|đài tiếng nói|tiếng nói",
    "đảng cộng sản|mặt trận tổ quốc|voice of|bank of|bảo hiểm xã hội|hội nông dân|hội liên hiệp|state bank of",
    "government of|communist party of|tổng cục|hội",
  ]),
);
const LONGEST_BODY = 9;
const ENDS_OF_BODY = new Set(
  "biết biet của cua tại ở là với từ cho thấy thay có đã sẽ được said that in says shows".split(" "),
);

/** Tells of a token whether it ends the name of a body; asked from left to right it reads each token once. */
function bodiesOf(tokens: readonly Token[], folded: boolean): (from: number) => boolean {
  let at = 0;
  let body = -1;
  return (from) => {
    for (; at < from; at += 1) {
      const token = tokens[at] as Token;
      if (token.kind === "word" ? ENDS_OF_BODY.has(token.text) : token.text !== "-" && token.text !== ",")
        body = -1;
      else if (token.isCapital && phraseAt(BODIES, tokens, at, folded)) body = at;
    }
    return body >= 0 && from - body <= LONGEST_BODY;
  };
}

/** Family names, in front of which "Long An" is a person. */
const FAMILY_NAMES = new Set(
  (
    "nguyễn nguyen trần tran lê phạm pham hoàng hoang huỳnh huynh phan vũ võ đặng dang bùi bui đỗ ngô ngo " +
    "đinh dinh đoàn trịnh trinh đình thị thi văn van ms mr mrs"
  ).split(" "),
);

const isNameWord = (token: Token | undefined): boolean => token?.kind === "word" && token.isCapital;

/** One-syllable names that are syllables of people's and places' names too: "Mỹ Tho", "Vuong Dinh Hue". */
const SHORT_NAMES = new Set("hue huế mỹ úc đức pháp nga bỉ lào nhật america us eu".split(" "));
const ABBREVIATIONS = new Set(["us", "eu"]);
const BEFORE_SHORT_NAMES = new Set(
  "in at from to of for and the city thành phố tỉnh tại ở và sang với từ tp cố đô tới đến trong năm tháng".split(
    " ",
  ),
);

function isOwnName(tokens: readonly Token[], { from, to }: Mention, level: PlaceLevel): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  if (level === "province" && before && isNameWord(before) && FAMILY_NAMES.has(before.text)) return false;
  const only = tokens[from] as Token;
  if (to - from > 1 || !SHORT_NAMES.has(only.text)) return true;
  if (isNameWord(before) && !BEFORE_SHORT_NAMES.has((before as Token).text)) return false;
  if (only.text === "us")
    return !(after && !after.isSpaced && (after.kind === "number" || after.text === "$"));
  return level !== "foreign" || !isNameWord(after) || ABBREVIATIONS.has(only.text);
}

/** "The Mekong Delta province of Kien Giang" tells of the province. */
const UNIT_NOUNS = new Set(["province", "city", "locality", "province's"]);

const isCapitalised = (tokens: readonly Token[], { from, to }: Mention): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "word" && !token.isCapital) return false;
  }
  return true;
};

/** Units and the country need capitals throughout, "châu Á" in its last word, "southern region" none. */
function isNamedAs(tokens: readonly Token[], found: Mention, { level, isCommon }: Place): boolean {
  if (level === "region") return !UNIT_NOUNS.has(tokens[found.to]?.text ?? "");
  const last = { from: found.to - 1, to: found.to };
  return isCommon || isCapitalised(tokens, level === "foreign" ? last : found);
}

function accepted(
  tokens: readonly Token[],
  found: FoundPhrase<Place>,
  isNameOfBody: (from: number) => boolean,
): PlaceMention | undefined {
  const { meaning: place, from, to } = found;
  if (!isNamedAs(tokens, found, place)) return undefined;
  if (!isOwnName(tokens, found, place.level)) return undefined;
  if (place.level === "country" && !place.isCommon) {
    const after = tokens[to];
    if (isNameWord(after) && NAME_WORDS.has((after as Token).text) && isPartOfName(tokens, to))
      return undefined;
    if (isNameOfBody(from)) return undefined;
  }
  return { kind: "place", ...place, from, to };
}

/**
 * The places that a text names, in order: provinces and cities, regions, the country, and foreign ones so that nobody
 * takes them for the place of a figure. Units need capitals ("Long An", "KIÊN GIANG") and may lack accents.
 */
export function placesOf(tokens: readonly Token[], units: Units, folded: boolean): readonly PlaceMention[] {
  const table = unitTableOf(units);
  const isNameOfBody = bodiesOf(tokens, folded);
  const places: PlaceMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    if (tokens[at]?.kind !== "word") {
      at += 1;
      continue;
    }
    const unit = phraseAt<Place | null>(table, tokens, at, folded);
    const other = phraseAt(everywhere, tokens, at, folded);
    const found = !unit || (other && other.to > unit.to) ? other : unit;
    const place = found?.meaning && accepted(tokens, found as FoundPhrase<Place>, isNameOfBody);
    if (place) places.push(place);
    at = found && (place || found.meaning === null) ? found.to : at + 1;
  }
  return places;
}
