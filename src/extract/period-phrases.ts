import {
  DIGITS,
  ENGLISH_MONTHS,
  ENGLISH_NUMBERS,
  QUARTER_NUMERALS,
  QUARTER_ORDINALS,
  VIETNAMESE_MONTHS,
  VIETNAMESE_NUMBERS,
} from "./calendar-words.ts";
import { type PhraseTable, phraseTable } from "./phrase-table.ts";

/** Months that words name, without the year; a month that they leave open is 0. */
export interface Months {
  readonly fromMonth: number;
  readonly throughMonth: number;
  readonly isCumulative: boolean;
  readonly isRest: boolean;
}

export type PeriodPhrase =
  | (Months & {
      readonly role: "months";
      readonly form: "month" | "quarter" | "half" | "count" | "toDate" | "rest";
      /** No period unless the year's words follow: "last quarter (of the year)", "nửa đầu (năm)". */
      readonly needsYear?: boolean;
      /** What it means when the year's words follow: "last three months" against "last three months of the year". */
      readonly withYear?: Months;
      /** May be a length of time ("four months") or a fraction ("three quarters"). */
      readonly isDoubtful?: boolean;
      /** A letter and digits: "Q1", "9T". */
      readonly isAbbreviated?: boolean;
    })
  /** "full year", "cả năm". */
  | { readonly role: "wholeYear" }
  /** "this year"; those that name none only belong to another phrase ("of the year"). */
  | { readonly role: "year"; readonly offset?: number; readonly isAlone: boolean }
  /** "by the end of": the months from January to what follows; weak ones only after a beginning ("to"). */
  | { readonly role: "through"; readonly isEarly: boolean; readonly isEnd: boolean; readonly isWeak: boolean }
  /** "lũy kế": what follows begins with the year. */
  | { readonly role: "cumulative"; readonly isAlone: boolean };

type Entry = readonly [phrase: string, meaning: PeriodPhrase];
type MonthsPhrase = Extract<PeriodPhrase, { role: "months" }>;

const firstMonths = (through: number): Months => ({
  fromMonth: 1,
  throughMonth: through,
  isCumulative: true,
  isRest: false,
});
const lastMonths = (count: number): Months => ({
  fromMonth: count === 0 ? 0 : 13 - count,
  throughMonth: 12,
  isCumulative: false,
  isRest: true,
});
const quarterMonths = (quarter: number): Months => ({
  fromMonth: 3 * quarter - 2,
  throughMonth: 3 * quarter,
  isCumulative: quarter === 1,
  isRest: false,
});
const monthAlone = (month: number): Months => ({
  fromMonth: month,
  throughMonth: month,
  isCumulative: false,
  isRest: false,
});

const entries = (
  phrases: readonly string[],
  form: MonthsPhrase["form"],
  months: Months,
  more: Partial<MonthsPhrase> = {},
): readonly Entry[] =>
  phrases.map((phrase) => [phrase, { role: "months", form, ...months, ...more }] as const);

function* monthNames(): Generator<Entry> {
  for (const [name, month] of ENGLISH_MONTHS) yield* entries([name], "month", monthAlone(month));
  for (const [name, month] of [...VIETNAMESE_MONTHS, ...DIGITS])
    yield* entries([`tháng ${name}`], "month", monthAlone(month));
  for (const [digits, month] of DIGITS)
    yield* entries([`t${digits}`], "month", monthAlone(month), { isAbbreviated: true });
}

function* englishCounts(): Generator<Entry> {
  for (const [word, count] of [...DIGITS, ...ENGLISH_NUMBERS]) {
    const isFused = !/\d/.test(word);
    for (const unit of ["month", "months"]) {
      const names = isFused ? [`${word} ${unit}`, `${word}${unit}`] : [`${word} ${unit}`];
      const each = (...adjectives: string[]): string[] =>
        adjectives.flatMap((adjective) => names.map((name) => `${adjective} ${name}`));
      if (count > 1) {
        yield* entries(names, "count", firstMonths(count), { isDoubtful: true });
        yield* entries(each("past"), "count", firstMonths(count));
        yield* entries(each("last"), "count", firstMonths(count), { withYear: lastMonths(count) });
        yield* entries(each("remaining", "final", "closing"), "rest", lastMonths(count));
        yield* entries(each("next", "coming", "following"), "rest", lastMonths(0));
      }
      yield* entries(each("first", "initial", "opening"), "count", firstMonths(count));
    }
    if (count > 4) continue;
    yield* entries([`${word} quarters`], "count", firstMonths(3 * count), { isDoubtful: true });
    yield* entries([`first ${word} quarters`, `past ${word} quarters`], "count", firstMonths(3 * count));
    yield* entries(
      [`last ${word} quarters`, `final ${word} quarters`, `remaining ${word} quarters`],
      "rest",
      lastMonths(3 * count),
    );
  }
  yield* entries(["first month", "opening month"], "count", firstMonths(1));
  yield* entries(["tháng đầu"], "count", firstMonths(1), { needsYear: true });
  yield* entries(["tháng cuối"], "rest", lastMonths(1), { needsYear: true });
}

function* vietnameseCounts(): Generator<Entry> {
  for (const [word, count] of [...DIGITS, ...VIETNAMESE_NUMBERS]) {
    // "năm tháng" is more often a year and months than five months.
    const isYearWord = word === "năm";
    for (const unit of ["tháng", "quý", "qúy"]) {
      const months = unit === "tháng" ? count : 3 * count;
      if (months > 12) continue;
      const name = `${word} ${unit}`;
      if (count > 1 && !isYearWord)
        yield* entries([name], "count", firstMonths(months), { isDoubtful: true });
      yield* entries(
        [`${name} đầu`, `${name}đầu`, `${name} đầu tiên`, `${name} vừa qua`, `${name} qua`],
        "count",
        firstMonths(months),
      );
      yield* entries([`${name} đầunăm`, `${name}đầunăm`], "count", firstMonths(months));
      yield* entries([`${name} cuối`, `${name}cuối`, `${name} còn lại`], "rest", lastMonths(months));
      yield* entries([`${name} tới`, `${name} tiếp theo`], "rest", lastMonths(0));
    }
  }
  for (const [digits, count] of DIGITS) {
    yield* entries([`${digits}t`], "count", firstMonths(count), { isAbbreviated: true });
    // "9M" without a year is nine million.
    yield* entries([`${digits}m`], "count", firstMonths(count), { isAbbreviated: true, needsYear: true });
  }
}

function* quarters(): Generator<Entry> {
  for (const [ordinal, quarter] of QUARTER_ORDINALS) {
    yield* entries([`${ordinal} quarter`, `${ordinal}quarter`], "quarter", quarterMonths(quarter));
    for (const [next, last] of QUARTER_ORDINALS)
      if (last === quarter + 1)
        yield* entries([`${ordinal} and ${next} quarters`, `${ordinal} and ${next} quarter`], "count", {
          ...quarterMonths(quarter),
          throughMonth: 3 * last,
        });
  }
  for (const [numeral, quarter] of QUARTER_NUMERALS) {
    yield* entries(
      [`quarter ${numeral}`, `quý ${numeral}`, `qúy ${numeral}`],
      "quarter",
      quarterMonths(quarter),
    );
    yield* entries([`q${numeral}`, `q ${numeral}`, `${numeral}q`], "quarter", quarterMonths(quarter), {
      isAbbreviated: true,
    });
  }
  yield* entries(["quý một", "quý nhất", "quý đầu", "quý đầu tiên"], "quarter", quarterMonths(1));
  yield* entries(["quý hai", "quý nhì"], "quarter", quarterMonths(2));
  yield* entries(["quý ba"], "quarter", quarterMonths(3));
  yield* entries(["quý tư", "quý bốn"], "quarter", quarterMonths(4));
  yield* entries(["quý cuối", "quý còn lại", "final quarter"], "rest", lastMonths(3));
  yield* entries(["last quarter"], "rest", lastMonths(3), { needsYear: true });
}

function* halves(): Generator<Entry> {
  yield* entries(["first half", "firsthalf", "1st half", "first half year"], "half", firstMonths(6));
  yield* entries(["half year"], "half", firstMonths(6), { isDoubtful: true });
  yield* entries(["h1", "1h"], "half", firstMonths(6), { isAbbreviated: true });
  yield* entries(["second half", "latter half", "2nd half"], "half", lastMonths(6));
  yield* entries(["h2", "2h"], "half", lastMonths(6), { isAbbreviated: true });
  yield* entries(["nửa đầu"], "half", firstMonths(6), { needsYear: true });
  yield* entries(["nửa năm", "nửa năm đầu"], "half", firstMonths(6));
  yield* entries(["nửa cuối", "nửa sau"], "half", lastMonths(6), { needsYear: true });
  yield* entries(["nửa năm cuối", "nửa cuối năm"], "half", lastMonths(6));
}

function* openEnds(): Generator<Entry> {
  const toDate = firstMonths(0);
  yield* entries(
    "to date|year to date|yeartodate|ytd|until now|up to now|to now|till now|since january".split("|"),
    "toDate",
    toDate,
  );
  yield* entries(
    "đến nay|tới nay|cho đến nay|tính đến nay|tính tới nay|đến thời điểm này|đến thời điểm hiện tại|đến thời điểm hiện nay".split(
      "|",
    ),
    "toDate",
    toDate,
  );
  yield* entries(["so far in", "so far", "thus far", "thus far in"], "toDate", toDate, { needsYear: true });
  for (const since of ["since", "from"])
    yield* entries(
      ["the beginning of", "the start of", "beginning of", "start of", "early", "the outset of"].map(
        (beginning) => `${since} ${beginning}`,
      ),
      "toDate",
      toDate,
      { needsYear: true },
    );
  yield* entries(["từ đầu", "kể từ đầu", "tính từ đầu"], "toDate", toDate, { needsYear: true });
  yield* entries(["first months", "early months", "opening months"], "toDate", toDate, { needsYear: true });
  yield* entries(["những tháng đầu", "các tháng đầu", "mấy tháng đầu"], "toDate", toDate, {
    needsYear: true,
  });
  const rest = lastMonths(0);
  yield* entries(
    "remaining months|final months|closing months|coming months|months ahead|remaining quarters".split("|"),
    "rest",
    rest,
  );
  yield* entries(["last months", "rest of", "remainder of"], "rest", rest, { needsYear: true });
  for (const many of ["những", "các", "mấy"])
    for (const left of ["cuối", "còn lại", "tới", "tiếp theo"])
      yield* entries([`${many} tháng ${left}`, `${many} quý ${left}`], "rest", rest);
  yield* entries(["thời gian còn lại", "từ nay đến cuối năm", "từ nay đến hết năm"], "rest", rest);
  for (const to of ["to", "until", "till", "through"])
    yield* entries(
      [`from now ${to} the end of the year`, `from now ${to} the year's end`, `from now ${to} year end`],
      "rest",
      rest,
    );
}

function* years(): Generator<Entry> {
  const year = (phrases: string, offset: number | undefined, isAlone: boolean): Entry[] =>
    phrases
      .split("|")
      .map(
        (phrase) => [phrase, { role: "year", isAlone, ...(offset === undefined ? {} : { offset }) }] as const,
      );
  yield* year("this year|thisyear|current year|năm nay|năm này", 0, true);
  yield* year(
    "last year|lastyear|previous year|preceding year|the year before|năm ngoái|năm trước",
    -1,
    true,
  );
  yield* year("next year|nextyear|following year|năm sau|năm tới|năm kế tiếp|năm tiếp theo", 1, true);
  yield* year("năm qua|năm vừa qua", undefined, true);
  yield* year("year|the year|fiscal year|năm", undefined, false);
  yield* year("year end|yearend|the year end|the year's end|year's end|cuối năm", undefined, false);
  for (const phrase of "full year|fullyear|whole year|entire year|whole of|cả năm|toàn năm|trọn năm".split(
    "|",
  ))
    yield [phrase, { role: "wholeYear" }];
}

function* throughs(): Generator<Entry> {
  const tails: readonly (readonly [tail: string, isEarly: boolean, isEnd: boolean])[] = [
    ...["the end of", "end of", "the close of", "end", "late"].map((tail) => [tail, false, true] as const),
    ...["", "mid", "the middle of", "middle of"].map((tail) => [tail, false, false] as const),
    ...["early", "the beginning of", "the start of"].map((tail) => [tail, true, false] as const),
  ];
  for (const head of ["by", "as of", "as at", "until", "till", "through", "up to", "to", "at", "the year to"])
    for (const [tail, isEarly, isEnd] of tails) {
      if (head === "at" && !isEnd) continue;
      const isWeak = head === "to" && !isEnd;
      yield [`${head} ${tail}`.trim(), { role: "through", isEarly, isEnd, isWeak }];
    }
  for (const head of [
    "đến",
    "tới",
    "cho đến",
    "tính đến",
    "tính tới",
    "tính",
    "đến thời điểm",
    "tính đến thời điểm",
  ]) {
    if (head !== "tính") yield [head, { role: "through", isEarly: false, isEnd: false, isWeak: false }];
    for (const tail of ["hết", "cuối", "giữa"])
      yield [`${head} ${tail}`, { role: "through", isEarly: false, isEnd: tail !== "giữa", isWeak: false }];
    yield [`${head} đầu`, { role: "through", isEarly: true, isEnd: false, isWeak: false }];
  }
  for (const head of ["hết", "kết thúc"])
    yield [head, { role: "through", isEarly: false, isEnd: true, isWeak: false }];
}

function* cumulatives(): Generator<Entry> {
  for (const phrase of ["lũy kế", "cộng dồn"]) yield [phrase, { role: "cumulative", isAlone: true }];
  for (const phrase of [
    "tính chung",
    "tính chung cả",
    "tính gộp",
    "cumulatively",
    "cumulative",
    "accumulated",
  ])
    yield [phrase, { role: "cumulative", isAlone: false }];
}

/** The words that periods are told in, in both languages, and what they mean. */
export const PERIOD_PHRASES: PhraseTable<PeriodPhrase> = phraseTable([
  ...monthNames(),
  ...englishCounts(),
  ...vietnameseCounts(),
  ...quarters(),
  ...halves(),
  ...openEnds(),
  ...years(),
  ...throughs(),
  ...cumulatives(),
]);
