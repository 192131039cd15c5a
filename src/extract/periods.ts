import { dateAt, shortDate } from "./calendar-date.ts";
import type { Mention, PeriodMention } from "./mention.ts";
import { isMonthNext, isMonths, RANGE_BEGINNINGS, rangeOf } from "./period-months.ts";
import type { PeriodPhrase } from "./period-phrases.ts";
import { type Found, found, isRole, mentionOf, type Text, wordAt, yearOf } from "./period-text.ts";
import { sinceNewYear, throughMention, toDateMention } from "./period-through.ts";
import { isPartOfName, offsetWords, type YearWords, yearAfter, yearNumberAt } from "./period-years.ts";
import type { FoundPhrase } from "./phrase-table.ts";
import type { Token } from "./token.ts";
import { addressRanges, mentionsOutside } from "./web-address.ts";

/** "Vision to 2050": what follows is a year far off. */
const VISIONS: ReadonlySet<string> = new Set(["vision", "orientation", "orientations", "outlook"]);

/**
 * The periods that a text names, in text order and without overlap: months with the year words that belong to them
 * ("first four months of this year" is one), and years. `throughMonth` is 0 where the words tell none ("to date",
 * "từ đầu năm đến nay"), `fromMonth` is 0 where months to come have no first one ("the remaining months"). "The
 * year" alone, lengths of time, days of a month and what stands in web addresses are no periods.
 */
export function periodsOf(
  tokens: readonly Token[],
  folded: boolean,
  addresses: readonly Mention[] = addressRanges(tokens),
): readonly PeriodMention[] {
  const text: Text = { tokens, folded };
  const mentions = mentionsOutside(tokens, addresses, (at) => {
    const kind = tokens[at]?.kind;
    return kind === "word" || kind === "number" ? mentionAt(text, at) : undefined;
  });
  return withSharedYears(text, mentions.filter(isPeriod));
}

const isPeriod = (mention: Mention): mention is PeriodMention => "isRest" in mention;

/** What begins at a token: a period, or a date, which is passed over. */
function mentionAt(text: Text, at: number): PeriodMention | Mention | undefined {
  const date = dateAt(text.tokens, at);
  if (date) return sinceNewYear(text, date) ?? date;
  const begun = shortDate(text.tokens, at);
  if (begun && RANGE_BEGINNINGS.has(wordAt(text, at - 1) ?? "")) {
    const since = sinceNewYear(text, begun);
    if (since) return since;
  }
  const phrase = found(text, at);
  return (phrase && phraseMention(text, phrase)) ?? pointedMention(text, at) ?? yearMention(text, at, phrase);
}

function phraseMention(text: Text, phrase: FoundPhrase<PeriodPhrase>): PeriodMention | Mention | undefined {
  const at = phrase.from;
  if (isRole(phrase, "through")) {
    const isWeak = phrase.meaning.isWeak && !VISIONS.has(wordAt(text, at - 1) ?? "");
    const mention = isWeak ? undefined : throughMention(text, phrase);
    if (mention) return mention;
  }
  if (isRole(phrase, "cumulative")) return cumulativeMention(text, phrase);
  if (isRole(phrase, "months")) {
    const mention = monthsMention(text, phrase);
    if (mention) return mention;
  }
  return isRole(phrase, "wholeYear") ? wholeYearMention(text, phrase) : undefined;
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
  const mention = mentionOf(phrase, year && meaning.withYear ? meaning.withYear : meaning, year);
  return meaning.form === "count" && !year ? endingIn(text, mention) : mention;
}

const ENDINGS: ReadonlySet<string> = new Set(["ending", "ended", "to", "through", "until", "till"]);

/** "The nine months to September", "10-month period ending in October 2023": the month is the last of them. */
function endingIn(text: Text, mention: PeriodMention): PeriodMention {
  let at = wordAt(text, mention.to) === "period" ? mention.to + 1 : mention.to;
  if (!ENDINGS.has(wordAt(text, at) ?? "")) return mention;
  at += 1;
  while (at < mention.to + 6 && ["in", "the", "end", "of"].includes(wordAt(text, at) ?? "")) at += 1;
  const last = found(text, at);
  if (!isRole(last, "months") || last.meaning.form !== "month" || dateAt(text.tokens, at)) return mention;
  if (last.meaning.throughMonth !== mention.throughMonth) return mention;
  return mentionOf(
    { from: mention.from, to: last.to },
    mention,
    yearAfter(text.tokens, last.to, text.folded),
  );
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
    if (isRole(later, "cumulative")) break;
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

const MAY = { fromMonth: 5, throughMonth: 5, isCumulative: false, isRest: false };

/** "Tháng 6.2023" and "quý 1.2021", where number and year are one token; "tháng Năm", where the capital tells May. */
function pointedMention({ tokens, folded }: Text, at: number): PeriodMention | undefined {
  const word = folded ? tokens[at]?.folded : tokens[at]?.text;
  const isMonth = word === "tháng" || word === "thang";
  if (!isMonth && word !== "quý" && word !== "quy") return undefined;
  const number = tokens[at + 1];
  if (isMonth && number?.text === "năm" && number.isCapital)
    return mentionOf({ from: at, to: at + 2 }, MAY, yearAfter(tokens, at + 2, folded));
  if (number?.kind !== "number" || number.text.length > 7) return undefined;
  const [count = 0, year] = number.text.split(".").map(Number);
  if (year === undefined || year < 1980 || year > 2099 || count < 1 || count > (isMonth ? 12 : 4))
    return undefined;
  const [fromMonth, throughMonth] = isMonth ? [count, count] : [3 * count - 2, 3 * count];
  const isCumulative = !isMonth && count === 1;
  return mentionOf(
    { from: at, to: at + 2 },
    { fromMonth, throughMonth, isCumulative, isRest: false },
    { to: at + 2, year },
  );
}

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
    if (tokens[at]?.folded === "nam" && (isSpan || isPartOfName(tokens, at))) return undefined;
    year = offsetWords(tokens, phrase.to, phrase.meaning.offset);
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
