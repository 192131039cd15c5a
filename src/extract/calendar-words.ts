/** English months, with the abbreviations that newspapers use; in lower case. */
export const ENGLISH_MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sept", "sep"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Vietnamese names of months after "tháng"; "năm" is left out, it is a year more often than May. */
export const VIETNAMESE_MONTHS: readonly (readonly [name: string, month: number])[] = [
  ["giêng", 1],
  ["một", 1],
  ["hai", 2],
  ["ba", 3],
  ["tư", 4],
  ["bốn", 4],
  ["sáu", 6],
  ["bảy", 7],
  ["bẩy", 7],
  ["tám", 8],
  ["chín", 9],
  ["mười", 10],
  ["mười một", 11],
  ["mười hai", 12],
  ["chạp", 12],
];

const UP_TO_TWELVE = Array.from({ length: 12 }, (_, index) => index + 1);

/** 1 to 12 in digits: "6" and "06". */
export const DIGITS: readonly (readonly [digits: string, value: number])[] = UP_TO_TWELVE.flatMap((value) =>
  value < 10 ? [[`${value}`, value] as const, [`0${value}`, value] as const] : [[`${value}`, value] as const],
);

/** 1 to 12 in English words. */
export const ENGLISH_NUMBERS: readonly (readonly [word: string, value: number])[] = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
].map((word, index) => [word, index + 1] as const);

/** 1 to 12 in Vietnamese words, as they count ("bốn tháng"). */
export const VIETNAMESE_NUMBERS: readonly (readonly [word: string, value: number])[] = [
  ["một", 1],
  ["hai", 2],
  ["ba", 3],
  ["bốn", 4],
  ["năm", 5],
  ["sáu", 6],
  ["bảy", 7],
  ["bẩy", 7],
  ["tám", 8],
  ["chín", 9],
  ["mười", 10],
  ["mười một", 11],
  ["mười hai", 12],
];

/** What quarters are numbered with. */
export const QUARTER_NUMERALS: readonly (readonly [numeral: string, quarter: number])[] = [
  ["i", 1],
  ["ii", 2],
  ["iii", 3],
  ["iv", 4],
  ["1", 1],
  ["2", 2],
  ["3", 3],
  ["4", 4],
];

/** First to fourth, in words and in digits. */
export const QUARTER_ORDINALS: readonly (readonly [ordinal: string, quarter: number])[] = [
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["1st", 1],
  ["2nd", 2],
  ["3rd", 3],
  ["4th", 4],
];

/** A word's value in one of the tables above. */
export const valueIn = (
  table: readonly (readonly [string, number])[],
  word: string | undefined,
): number | undefined => table.find(([name]) => name === word)?.[1];
