import { type CalendarDate, dateAt, isYearNumber } from "./calendar-date.ts";
import { ENGLISH_MONTHS, QUARTER_NUMERALS, valueIn } from "./calendar-words.ts";
import type { Mention, PeriodMention } from "./mention.ts";
import { type Months, PERIOD_PHRASES, type PeriodPhrase } from "./period-phrases.ts";
import { type YearWords, yearAfter, yearNumberAt } from "./period-years.ts";
import { type FoundPhrase, phraseAt } from "./phrase-table.ts";
import type { Token } from "./token.ts";
import { addressRanges } from "./web-address.ts";

interface Text {
  readonly tokens: readonly Token[];
  readonly folded: boolean;
}
type Found<Role extends PeriodPhrase["role"]> = FoundPhrase<Extract<PeriodPhrase, { role: Role }>>;

const found = (text: Text, at: number): FoundPhrase<PeriodPhrase> | undefined =>
  at < text.tokens.length ? phraseAt(PERIOD_PHRASES, text.tokens, at, text.folded) : undefined;
const isRole = <Role extends PeriodPhrase["role"]>(
  phrase: FoundPhrase<PeriodPhrase> | undefined,
  role: Role,
): phrase is Found<Role> => phrase?.meaning.role === role;
const wordAt = ({ tokens, folded }: Text, at: number): string | undefined =>
  folded ? tokens[at]?.folded : tokens[at]?.text;

/**
 * The periods that a text names, in text order and without overlap: months with the year words that belong to them
 * ("first four months of this year" is one), and years. `throughMonth` is 0 where the words tell none ("to date",
 * "từ đầu năm đến nay"), `fromMonth` is 0 where months to come have no first one ("the remaining months"). "The
 * year" alone, lengths of time, days of a month and what stands in web addresses are no periods.
 * @example periodsOf(tokensOf("9 tháng năm 2020"), false).map(({ throughMonth, year }) => [throughMonth, year]) // => [[9,2020]]
 */
export function periodsOf(tokens: readonly Token[], folded: boolean): readonly PeriodMention[] {
  const text: Text = { tokens, folded };
  const addresses = addressRanges(tokens);
  const mentions: PeriodMention[] = [];
  let address = 0;
  let at = 0;
  while (at < tokens.length) {
    const next = addresses[address];
    if (next && at >= next.from) {
      at = Math.max(at, next.to);
      address += 1;
      continue;
    }
    const kind = tokens[at]?.kind;
    const mention = kind === "word" || kind === "number" ? mentionAt(text, at) : undefined;
    if (mention && isPeriod(mention)) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return withSharedYears(text, mentions);
}

const isPeriod = (mention: Mention): mention is PeriodMention => "isRest" in mention;

/** What begins at a token: a period, or a date, which is passed over. */
function mentionAt(text: Text, at: number): PeriodMention | Mention | undefined {
  const date = dateAt(text.tokens, at);
  if (date) return sinceNewYear(text, date) ?? date;
  const phrase = found(text, at);
  if (isRole(phrase, "through")) {
    const mention = phrase.meaning.isWeak ? undefined : throughMention(text, phrase);
    if (mention) return mention;
  }
  if (isRole(phrase, "cumulative")) return cumulativeMention(text, phrase);
  if (isRole(phrase, "months")) {
    const mention = monthsMention(text, phrase);
    if (mention) return mention;
  }
  if (isRole(phrase, "wholeYear")) return wholeYearMention(text, phrase);
  return yearMention(text, at, phrase);
}

const mentionOf = (where: Mention, months: Months, year: YearWords | undefined): PeriodMention => ({
  kind: "period",
  from: where.from,
  to: year?.to ?? where.to,
  fromMonth: months.fromMonth,
  throughMonth: months.throughMonth,
  ...(year?.year === undefined ? {} : { year: year.year }),
  ...(year?.offset === undefined ? {} : { yearOffset: year.offset }),
  isYear: false,
  isCumulative: months.isCumulative,
  isRest: months.isRest,
});

const WHOLE_YEAR: Months = { fromMonth: 1, throughMonth: 12, isCumulative: false, isRest: false };
const yearOf = (where: Mention, year: YearWords | undefined): PeriodMention => ({
  ...mentionOf(where, WHOLE_YEAR, year),
  isYear: true,
});

/** What follows "four months" where it is a length of time. */
const LENGTH_AFTER: ReadonlySet<string> = new Set(
  "ago later earlier low high loan loans term deposit deposits old consecutive straight moving interest lần liên liền tuổi trước nữa sau".split(
    " ",
  ),
);
const LENGTH_BEFORE: ReadonlySet<string> = new Set(
  "every another within each consecutive mỗi vòng hạn suốt kéo dài".split(" "),
);
const BEFORE_ENGLISH_MONTH: ReadonlySet<string> = new Set(
  "in of by from to since until till through and mid end late early last this for during between than with over on - (".split(
    " ",
  ),
);
/** Vietnamese words and names that have an English month in them. */
const AROUND_SEWING: ReadonlySet<string> = new Set(
  "dệt det mặc mac máy may nhà nha ty xưởng xuong".split(" "),
);

function isMonths(text: Text, { from, to, meaning }: Found<"months">): boolean {
  const { tokens } = text;
  const first = tokens[from] as Token;
  const after = wordAt(text, to);
  const before = wordAt(text, from - 1);
  if (meaning.isAbbreviated) return isAbbreviation(tokens, { from, to });
  if (meaning.form === "month" && first.kind === "word" && ENGLISH_MONTHS.has(first.text)) {
    if (first.text.length > 4 && first.text !== "march") return true;
    if (!first.isCapital) return false;
    if (first.text !== "may" && first.text !== "mar") return true;
    if (AROUND_SEWING.has(before ?? "") || AROUND_SEWING.has(after ?? "")) return false;
    return !text.folded || BEFORE_ENGLISH_MONTH.has(before ?? "") || isYearNumber(tokens[to]);
  }
  if (meaning.form === "month" && (after === "lần" || tokens[from - 1]?.kind === "number")) return false;
  if (!meaning.isDoubtful) return true;
  if (LENGTH_AFTER.has(after ?? "") || LENGTH_BEFORE.has(before ?? "")) return false;
  // "sau tháng 6" without accents is "after June".
  if (text.folded && first.folded === "sau" && first.text === "sau" && tokens[to]?.kind === "number")
    return false;
  const isFraction = (tokens[to - 1] as Token).text === "quarters" && (after === "of" || after === "the");
  return !isFraction || yearAfter(tokens, to, text.folded) !== undefined;
}

/** "Q1", "9T2024": a capital that touches its digits, and no further word. */
function isAbbreviation(tokens: readonly Token[], { from, to }: Mention): boolean {
  const letter = tokens.slice(from, to).find(({ kind }) => kind === "word");
  const before = tokens[from - 1];
  const after = tokens[to];
  return (
    letter?.isCapital === true &&
    (to - from === 1 || tokens[to - 1]?.isSpaced === false) &&
    (tokens[from]?.isSpaced !== false ||
      before === undefined ||
      before.kind === "break" ||
      before.text === "(") &&
    !(after?.kind === "word" && !after.isSpaced)
  );
}

function monthsMention(text: Text, phrase: Found<"months">): PeriodMention | undefined {
  if (!isMonths(text, phrase)) return undefined;
  const { meaning } = phrase;
  if (meaning.form === "toDate") return toDateMention(text, phrase);
  const range = rangeOf(text, phrase);
  if (range) return range;
  // "The first half of October" is no half of a year.
  if (meaning.form === "half" && isMonthNext(text, phrase.to)) return undefined;
  const year = yearAfter(text.tokens, phrase.to, text.folded);
  if (meaning.needsYear && !year) return undefined;
  return mentionOf(phrase, year && meaning.withYear ? meaning.withYear : meaning, year);
}

function isMonthNext(text: Text, at: number): boolean {
  const of = wordAt(text, at);
  const next = found(text, of === "of" || of === "của" ? at + 1 : at);
  return isRole(next, "months") && next.meaning.form === "month";
}

const CONNECTORS: ReadonlySet<string> = new Set(
  "- to through until till đến den tới toi and và va ,".split(" "),
);
const NEIGHBOURS_ONLY: ReadonlySet<string> = new Set(["and", "và", "va", ","]);
const RANGE_BEGINNINGS: ReadonlySet<string> = new Set(["from", "between", "từ", "tu"]);

/** "January-May", "from January to November 2023", "tháng 1 và 2", "quý I đến quý III". */
function rangeOf(text: Text, first: Found<"months">): PeriodMention | undefined {
  const { form } = first.meaning;
  if (form !== "month" && form !== "quarter") return undefined;
  const { tokens } = text;
  const begins = RANGE_BEGINNINGS.has(wordAt(text, first.from - 1) ?? "");
  const firstYear = yearAfter(tokens, first.to, text.folded, true);
  let at = firstYear?.to ?? afterPoint(tokens, first);
  const connector = wordAt(text, at) ?? "";
  if (!CONNECTORS.has(connector)) return undefined;
  const isBetween = wordAt(text, first.from - 1) === "between" && connector === "and";
  const onlyNeighbours = NEIGHBOURS_ONLY.has(connector) && !isBetween;
  if (onlyNeighbours && firstYear) return undefined;
  at += 1;
  if (wordAt(text, at) === "hết" || wordAt(text, at) === "het" || wordAt(text, at) === "cuối") at += 1;
  const last = lastOfRange(text, at, form);
  if (!last || last.throughMonth <= first.meaning.throughMonth) {
    if (!last || !firstYear || onlyNeighbours) return undefined;
  }
  const fromMonth = first.meaning.fromMonth;
  if (onlyNeighbours && last.fromMonth !== first.meaning.throughMonth + 1) return undefined;
  const lastYear = yearAfter(tokens, last.to, text.folded);
  if (last.throughMonth < fromMonth && lastYear?.year === firstYear?.year) return undefined;
  const year = lastYear ?? (firstYear && { ...firstYear, to: last.to });
  const where = { from: begins ? first.from - 1 : first.from, to: last.to };
  const months = { fromMonth, throughMonth: last.throughMonth, isCumulative: fromMonth === 1, isRest: false };
  if (firstYear?.year !== undefined && lastYear?.year !== undefined && firstYear.year !== lastYear.year)
    return { ...mentionOf(where, months, { ...lastYear, year: firstYear.year }), throughYear: lastYear.year };
  return mentionOf(where, months, year);
}

/** "Jan.-Sept.": the point belongs to the name. */
const afterPoint = (tokens: readonly Token[], { from, to }: Mention): number =>
  tokens[to]?.text === "." &&
  ENGLISH_MONTHS.has(tokens[from]?.text ?? "") &&
  (tokens[from]?.text.length ?? 9) < 5
    ? to + 1
    : to;

/** The last month or quarter of a range; its word may be left out in Vietnamese ("tháng 1 đến 5"). */
function lastOfRange(
  text: Text,
  at: number,
  form: "month" | "quarter",
): { fromMonth: number; throughMonth: number; to: number } | undefined {
  const { tokens } = text;
  const phrase = found(text, at);
  if (isRole(phrase, "months")) {
    if (phrase.meaning.form !== form || dateAt(tokens, at)) return undefined;
    const { fromMonth, throughMonth } = phrase.meaning;
    return { fromMonth, throughMonth, to: phrase.to };
  }
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!token || after?.text === "%" || (after?.kind === "word" && /^(tháng|thang|quý|quy)$/.test(after.text)))
    return undefined;
  if (form === "quarter") {
    const quarter =
      token.isCapital || token.kind === "number" ? valueIn(QUARTER_NUMERALS, token.text) : undefined;
    return quarter === undefined
      ? undefined
      : { fromMonth: 3 * quarter - 2, throughMonth: 3 * quarter, to: at + 1 };
  }
  const month = token.kind === "number" && /^\d{1,2}$/.test(token.text) ? Number(token.text) : 0;
  const isVietnamese = tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ folded }) => folded === "thang" || folded === "t");
  return isVietnamese && month >= 1 && month <= 12
    ? { fromMonth: month, throughMonth: month, to: at + 1 }
    : undefined;
}

/** "By the end of June 2024", "đến ngày 15/5", "by 2030", "by the end of the year". */
function throughMention(text: Text, { from, to, meaning }: Found<"through">): PeriodMention | undefined {
  const { tokens, folded } = text;
  const at = wordAt(text, to) === "the" || wordAt(text, to) === "-" ? to + 1 : to;
  const date = dateAt(tokens, at) ?? shortDate(tokens, at);
  if (date) return throughDate(from, date);
  const phrase = found(text, at);
  if (isRole(phrase, "months")) {
    const { form, throughMonth, isRest } = phrase.meaning;
    if (form === "rest" || form === "toDate" || isRest || !isMonths(text, phrase)) return undefined;
    const through = meaning.isEarly ? throughMonth - 1 : throughMonth;
    if (through < 1 || (form === "half" && isMonthNext(text, phrase.to))) return undefined;
    const months = { fromMonth: 1, throughMonth: through, isCumulative: true, isRest: false };
    return mentionOf({ from, to: phrase.to }, months, yearAfter(tokens, phrase.to, folded));
  }
  const number = yearNumberAt(tokens, at, folded);
  if (number?.throughYear !== undefined) return undefined;
  if (number) {
    if (meaning.isEnd) return yearOf({ from, to: number.to }, number);
    return meaning.isEarly
      ? undefined
      : { ...yearOf({ from, to: number.to }, undefined), throughYear: number.year as number };
  }
  if (isRole(phrase, "year") || isRole(phrase, "wholeYear")) {
    const isEndOfYear =
      meaning.isEnd ||
      /end$|cuối|cuoi/.test(
        tokens
          .slice(at, phrase.to)
          .map((token) => token.text)
          .join(" "),
      );
    if (!isEndOfYear) return undefined;
    const offset = phrase.meaning.role === "year" ? phrase.meaning.offset : undefined;
    const year = yearAfter(tokens, phrase.to, folded);
    return yearOf(
      { from, to: phrase.to },
      year ?? (offset === undefined ? undefined : { to: phrase.to, offset }),
    );
  }
  return undefined;
}

/** "15/5" after "đến": a day and its month; "6/2023": a month. */
function shortDate(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const first = tokens[at];
  const second = tokens[at + 2];
  if (first?.kind !== "number" || second?.kind !== "number" || tokens[at + 1]?.text !== "/") return undefined;
  const [day, month] = [Number(first.text), Number(second.text)];
  if (tokens[at + 3]?.text === "/" || tokens[at + 3]?.text === "%" || !Number.isInteger(day) || day < 1)
    return undefined;
  if (isYearNumber(second))
    return day <= 12 ? { from: at, to: at + 3, year: month, month: day, isReversible: false } : undefined;
  return day <= 31 && Number.isInteger(month) && month >= 1 && month <= 12
    ? { from: at, to: at + 3, month, day, isReversible: false }
    : undefined;
}

/** A count that is taken in a month's first days tells of the month before. */
const FIRST_DAYS = 5;

function throughDate(from: number, { day, month, year, to }: CalendarDate): PeriodMention | undefined {
  const throughMonth = day !== undefined && day <= FIRST_DAYS ? month - 1 : month;
  if (throughMonth < 1) return undefined;
  const months = { fromMonth: 1, throughMonth, isCumulative: true, isRest: false };
  return mentionOf({ from, to }, months, year === undefined ? undefined : { to, year });
}

/** "From January 1 to October 15", "từ 1/1 đến 15/10". */
function sinceNewYear(text: Text, date: CalendarDate): PeriodMention | undefined {
  if (date.month !== 1 || date.day !== 1) return undefined;
  const connector = found(text, date.to);
  if (!isRole(connector, "through")) return undefined;
  const last = dateAt(text.tokens, connector.to) ?? shortDate(text.tokens, connector.to);
  const mention = last?.day === undefined ? undefined : throughDate(date.from, last);
  return mention && mention.year === undefined && date.year !== undefined
    ? { ...mention, year: date.year }
    : mention;
}

/** "From the beginning of the year to the end of May", "từ đầu năm đến nay (tháng 4/2018)". */
function toDateMention(text: Text, phrase: Found<"months">): PeriodMention | undefined {
  const { tokens, folded } = text;
  const year = yearAfter(tokens, phrase.to, folded);
  if (phrase.meaning.needsYear && !year) return undefined;
  let to = year?.to ?? phrase.to;
  const next = found(text, wordAt(text, to) === "," ? to + 1 : to);
  const begun = mentionOf({ from: phrase.from, to }, phrase.meaning, year && { ...year, to });
  if (isRole(next, "through")) {
    const through = throughMention(text, next);
    if (through && !through.isYear) return { ...begun, ...through, from: phrase.from };
  }
  if (isRole(next, "months") && next.meaning.form === "toDate") to = next.to;
  const month = tokens[to]?.text === "(" ? found(text, to + 1) : undefined;
  if (isRole(month, "months") && month.meaning.form === "month" && !dateAt(tokens, to + 1)) {
    const monthYear = yearAfter(tokens, month.to, folded);
    const close = monthYear?.to ?? month.to;
    // The month in which it is told is not over.
    const throughMonth = Math.max(1, month.meaning.throughMonth - 1);
    if (tokens[close]?.text === ")")
      return mentionOf(
        { from: phrase.from, to: close + 1 },
        { ...phrase.meaning, throughMonth },
        monthYear || year ? { ...year, ...monthYear, to: close + 1 } : undefined,
      );
  }
  return { ...begun, to };
}

/** How far after "lũy kế" its period may stand. */
const REACH = 10;

/** "Lũy kế 11 tháng", "lũy kế đến hết tháng 5", "lũy kế tháng 8". */
function cumulativeMention(text: Text, { from, to, meaning }: Found<"cumulative">): PeriodMention | Mention {
  const next = found(text, to);
  const mention = isRole(next, "through")
    ? throughMention(text, next)
    : isRole(next, "months")
      ? monthsMention(text, next)
      : undefined;
  if (mention && !mention.isRest)
    return {
      ...mention,
      from,
      fromMonth: mention.isYear ? 1 : Math.min(1, mention.fromMonth),
      isCumulative: !mention.isYear,
    };
  if (!meaning.isAlone) return { from, to };
  for (let at = to; at < to + REACH && at < text.tokens.length; at += 1) {
    const token = text.tokens[at] as Token;
    if (token.kind === "break" || token.text === "." || token.text === ";") break;
    const later = found(text, at);
    if (isRole(later, "months") || isRole(later, "wholeYear")) return { from, to };
  }
  return mentionOf(
    { from, to },
    { fromMonth: 1, throughMonth: 0, isCumulative: true, isRest: false },
    undefined,
  );
}

function wholeYearMention(text: Text, phrase: Found<"wholeYear">): PeriodMention | undefined {
  const year = yearAfter(text.tokens, phrase.to, text.folded);
  const isOpen = wordAt(text, phrase.to - 1) === "of";
  return isOpen && !year ? undefined : yearOf(phrase, year);
}

const MANY_YEARS: ReadonlySet<string> = new Set(
  "nhiều nhieu các cac những nhung mấy may vài vai mỗi moi hằng hang hai ba bốn bon mười muoi".split(" "),
);

/** "This year", "2023", "giai đoạn 2021-2025", "2024's first four months". */
function yearMention(
  text: Text,
  at: number,
  phrase: FoundPhrase<PeriodPhrase> | undefined,
): PeriodMention | undefined {
  const { tokens, folded } = text;
  const number = yearNumberAt(tokens, at, folded);
  let year: YearWords | undefined = number;
  if (!year && isRole(phrase, "year") && phrase.meaning.isAlone) {
    const isSpan = tokens[at - 1]?.kind === "number" || MANY_YEARS.has(wordAt(text, at - 1) ?? "");
    if (isSpan && tokens[at]?.folded === "nam") return undefined;
    year = {
      to: phrase.to,
      ...(phrase.meaning.offset === undefined ? {} : { offset: phrase.meaning.offset }),
    };
  }
  if (!year) return undefined;
  const whole = yearOf({ from: at, to: year.to }, year);
  if (year.throughYear !== undefined) return { ...whole, throughYear: year.throughYear };
  if (tokens[year.to]?.text !== "'" || tokens[year.to + 1]?.text !== "s") return whole;
  const months = found(text, year.to + 2);
  return isRole(months, "months") && !months.meaning.needsYear && isMonths(text, months)
    ? mentionOf({ from: at, to: months.to }, months.meaning.withYear ?? months.meaning, {
        ...year,
        to: months.to,
      })
    : whole;
}

const JOINING: ReadonlySet<string> = new Set(["and", "và", "va", ",", "in", "the", "trong"]);

/** "In June and the first six months of 2018": the year is told once. */
function withSharedYears(text: Text, mentions: readonly PeriodMention[]): readonly PeriodMention[] {
  return mentions.map((mention, index) => {
    const next = mentions[index + 1];
    if (
      !next ||
      mention.isYear ||
      next.isYear ||
      mention.year !== undefined ||
      mention.yearOffset !== undefined
    )
      return mention;
    const between = text.tokens.slice(mention.to, Math.min(next.from, mention.to + 4));
    const isJoined =
      next.from - mention.to <= 3 &&
      between.some(({ folded }) => folded === "and" || folded === "va") &&
      between.every((token) => JOINING.has(token.text));
    if (!isJoined) return mention;
    const { year, yearOffset } = next;
    return {
      ...mention,
      ...(year === undefined ? {} : { year }),
      ...(yearOffset === undefined ? {} : { yearOffset }),
    };
  });
}
