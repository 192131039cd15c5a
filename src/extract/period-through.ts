import { type CalendarDate, dateAt, shortDate } from "./calendar-date.ts";
import type { PeriodMention } from "./mention.ts";
import { isMonthNext, isMonths } from "./period-months.ts";
import { type Found, found, isRole, mentionOf, type Text, wordAt, yearOf } from "./period-text.ts";
import { yearAfter, yearNumberAt } from "./period-years.ts";

/** "By the end of June 2024", "đến ngày 15/5", "by 2030", "by the end of the year". */
export function throughMention(
  text: Text,
  { from, to, meaning }: Found<"through">,
): PeriodMention | undefined {
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

/** A count that is taken in a month's first days tells of the month before. */
const FIRST_DAYS = 5;

function throughDate(from: number, { day, month, year, to }: CalendarDate): PeriodMention | undefined {
  const throughMonth = day !== undefined && day <= FIRST_DAYS ? month - 1 : month;
  if (throughMonth < 1) return undefined;
  const months = { fromMonth: 1, throughMonth, isCumulative: true, isRest: false };
  return mentionOf({ from, to }, months, year === undefined ? undefined : { to, year });
}

/** "From January 1 to October 15", "từ 1/1 đến 15/10". */
export function sinceNewYear(text: Text, date: CalendarDate): PeriodMention | undefined {
  if (date.month !== 1 || date.day !== 1) return undefined;
  const connector = found(text, date.to);
  const isTo = isRole(connector, "through");
  if (!isTo && text.tokens[date.to]?.text !== "-") return undefined;
  const at = isTo ? connector.to : date.to + 1;
  const last = dateAt(text.tokens, at) ?? shortDate(text.tokens, at);
  const mention = last?.day === undefined ? undefined : throughDate(date.from, last);
  return mention && mention.year === undefined && date.year !== undefined
    ? { ...mention, year: date.year }
    : mention;
}

/** "From the beginning of the year to the end of May", "từ đầu năm đến nay (tháng 4/2018)". */
export function toDateMention(text: Text, phrase: Found<"months">): PeriodMention | undefined {
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
