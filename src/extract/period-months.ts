import { dateAt, isYearNumber } from "./calendar-date.ts";
import { ENGLISH_MONTHS, QUARTER_NUMERALS, valueIn } from "./calendar-words.ts";
import type { Mention, PeriodMention } from "./mention.ts";
import { type Found, found, isRole, mentionOf, type Text, wordAt } from "./period-text.ts";
import { yearAfter } from "./period-years.ts";
import type { Token } from "./token.ts";

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
/** Vietnamese words beside "may" where it is sewing. */
const SEWING: ReadonlySet<string> = new Set("dệt mặc máy ty xưởng".split(" "));

/** Whether a phrase tells months: no length of time, no fraction, no "may" that is another word. */
export function isMonths(text: Text, { from, to, meaning }: Found<"months">): boolean {
  const { tokens } = text;
  const first = tokens[from] as Token;
  if (meaning.isAbbreviated) return isAbbreviation(tokens, { from, to });
  const after = wordAt(text, to);
  const before = wordAt(text, from - 1);
  if (meaning.form === "month" && first.kind === "word" && ENGLISH_MONTHS.has(first.text)) {
    if (first.text.length > 4 && first.text !== "march") return true;
    if (!first.isCapital) return false;
    if (first.text !== "may" && first.text !== "mar") return true;
    if (BEFORE_ENGLISH_MONTH.has(before ?? "")) return true;
    // "Ngo May ward", "dệt may", "Nhà máy May 10": names and sewing.
    if (isYearNumber(tokens[to])) return true;
    const isInName = tokens[from - 1]?.isCapital === true || tokens[to]?.isCapital === true;
    return !text.folded && !isInName && !SEWING.has(before ?? "") && !SEWING.has(after ?? "");
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
  let letter = from;
  while (letter < to && tokens[letter]?.kind !== "word") letter += 1;
  const before = tokens[from - 1];
  const after = tokens[to];
  return (
    letter < to &&
    tokens[letter]?.isCapital === true &&
    (to - from === 1 || tokens[to - 1]?.isSpaced === false) &&
    (tokens[from]?.isSpaced !== false ||
      before === undefined ||
      before.kind === "break" ||
      before.text === "(") &&
    !(after?.kind === "word" && !after.isSpaced)
  );
}

/** Whether a month follows, which "the first half of" is then a part of. */
export function isMonthNext(text: Text, at: number): boolean {
  const of = wordAt(text, at);
  const next = found(text, of === "of" || of === "của" ? at + 1 : at);
  return isRole(next, "months") && next.meaning.form === "month";
}

const CONNECTORS: ReadonlySet<string> = new Set(
  "- to through until till đến den tới toi and và va ,".split(" "),
);
const NEIGHBOURS_ONLY: ReadonlySet<string> = new Set(["and", "và", "va", ","]);
/** What a range begins with. */
export const RANGE_BEGINNINGS: ReadonlySet<string> = new Set(["from", "between", "từ", "tu"]);

/** "January-May", "from January to November 2023", "tháng 1 và 2", "quý I đến quý III". */
export function rangeOf(text: Text, first: Found<"months">): PeriodMention | undefined {
  const { form } = first.meaning;
  if (form !== "month" && form !== "quarter") return undefined;
  const { tokens } = text;
  const begins = RANGE_BEGINNINGS.has(wordAt(text, first.from - 1) ?? "");
  const firstYear = yearAfter(tokens, first.to, text.folded, true);
  let at = firstYear?.to ?? afterPoint(tokens, first);
  if (tokens[at]?.text === "-" && CONNECTORS.has(wordAt(text, at + 1) ?? "")) at += 1;
  const connector = wordAt(text, at) ?? "";
  if (!CONNECTORS.has(connector)) return undefined;
  const isBetween = wordAt(text, first.from - 1) === "between" && connector === "and";
  const onlyNeighbours = NEIGHBOURS_ONLY.has(connector) && !isBetween;
  if (onlyNeighbours && firstYear) return undefined;
  at += tokens[at + 1]?.text === "-" ? 2 : 1;
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
