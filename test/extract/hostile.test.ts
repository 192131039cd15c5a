import { describe, expect, test } from "vitest";
import { readText } from "./read-text.ts";

const SIZE = 200_000;
const MOST_MILLISECONDS = 100;
/** 200 kB that tell more than a thousand figures are read in more: each of them is worked out. */
const MOST_MILLISECONDS_OF_FIGURES = 200;
const ROUNDS = 3;
/** What `work` takes where the limit was set: a slower or a busier machine has as much more time. */
const WORK_MILLISECONDS = 11;

const filled = (unit: string, before = ""): string =>
  (before + unit.repeat(Math.ceil(SIZE / unit.length))).slice(0, SIZE);
/** What makes the reader read on: a text that names no indicator is done before. */
const LEAD_EN = "Hau Giang's exports in May 2031. ";
const LEAD_VI = "Kim ngạch xuất khẩu tháng 5/2031 của Hậu Giang. ";
const numbered = (item: (index: number) => string): string => {
  let text = "";
  for (let index = 0; text.length < SIZE; index += 1) text += item(index);
  return text.slice(0, SIZE);
};

const SENTENCE_EN =
  "Hau Giang earned nearly US$412.7 million from exports in the first seven months of 2031, up 6.3% year on year and equal to 58.9% of the annual plan. ";
const SENTENCE_VI =
  "Trong 7 tháng đầu năm 2031, kim ngạch xuất khẩu của tỉnh Hậu Giang ước đạt gần 412,7 triệu USD, tăng 6,3% so với cùng kỳ và bằng 58,9% kế hoạch năm. ";
const LIST_EN = (count: number): string =>
  `Ca Mau's main exports were ${"rice, seafood, footwear, ".repeat(count)}and rubber, which contributed ${"$12.5 million, ".repeat(3 * count)}and $7 million, respectively. `;
const LIST_VI = (count: number): string =>
  `Xuất khẩu ${"gạo, thủy sản, giày dép, ".repeat(count)}cao su của Cà Mau lần lượt đạt ${"12,5 triệu USD, ".repeat(3 * count)}và 7 triệu USD. `;

/** Digits, signs, and one phrase over and over. */
const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ["digits", filled("7")],
  ["digits with points", filled("1.")],
  ["digits in groups of three", filled("123,")],
  ["digits in groups joined by no-break spaces", filled("123\u00a0")],
  ["numbers", filled("12 ")],
  ["digits and letters that touch", filled("9T")],
  ["opening brackets", filled("(")],
  ["brackets around numbers", `${filled("(1 ").slice(0, SIZE / 2)}${filled("1) ").slice(0, SIZE / 2)}`],
  ["percent signs", filled("%")],
  ["percentages", filled("5% ")],
  ["dollars", filled("$1 ")],
  ["amounts", filled("$1.5 million ")],
  ["amounts in Vietnamese", filled("1,5 nghìn tỷ đồng ")],
  ["dashes", filled("-")],
  ["ranges", filled("1-2-")],
  ["points", filled(".")],
  ["commas", filled(",")],
  ["quotes", filled('"')],
  ["slashes and dates", filled("1/2/")],
  ["spaces", filled(" ")],
  ["line ends", filled("\n")],
  ["lines of one number", filled("1\n")],
  ["a phrase of months", filled("first four months ")],
  ["a phrase of months in Vietnamese", filled("4 tháng đầu năm ")],
  ["the beginning of a phrase", filled("so với cùng kỳ năm ")],
  ["a phrase of growth", filled("up 5% year on year ")],
  ["a phrase of growth in Vietnamese", filled("tăng 5% ")],
  ["a phrase of a target", filled("of the annual plan ")],
  ["a phrase of a target in Vietnamese", filled("bằng 5% kế hoạch năm ")],
  ["an indicator", filled("exports of ")],
  ["an indicator in Vietnamese", filled("kim ngạch xuất khẩu ")],
  ["a place", filled("Hau Giang ")],
  ["places that begin alike", filled("Ba Ria ")],
  ["one word of hedging", filled("more than ")],
  ["numbers and hedges in turn", filled("over 5 ")],
  ["numbers and hedges in turn in Vietnamese", filled("gần 5 ")],
  ["amounts with their conversions", filled("1.2 trillion VND (50 million USD) ")],
  ["one word", filled("a")],
  ["one capital word", filled("Đ")],
  ["words of one letter", filled("a ")],
  ["combining accents", `a${filled("\u0301")}`.slice(0, SIZE)],
  ["letters with combining accents", filled("a\u0323\u0302")],
  ["surrogate pairs", filled("\u{1f4c8}")],
  ["halves of surrogate pairs", filled("\ud83d")],
  ["zero bytes", filled("\0")],
  ["right-to-left and zero-width marks", filled("\u200f\u200b5")],
  ["deep HTML", `${filled("<div>").slice(0, SIZE / 2)}${filled("</div>").slice(0, SIZE / 2)}`],
  ["HTML that never closes", filled("<p class=")],
  ["opening angle brackets", filled("<")],
  ["scripts that never close", filled("<script>")],
  ["comments that never close", filled("<!--")],
  ["entities", filled("&nbsp;")],
  ["entities of one number", filled("&#49;")],
  ["ampersands", filled("&")],
  ["entities that never end", filled("&#1")],
  ["the word of lists", filled("respectively ")],
  ["the word of lists in Vietnamese", filled("lần lượt ")],
];
/** Texts that tell figures without an end. */
const LONG: readonly (readonly [name: string, text: string])[] = [
  ["growth after an indicator", filled("up 5% year on year ", LEAD_EN)],
  ["growth after an indicator in Vietnamese", filled("tăng 5% ", LEAD_VI)],
  ["targets after an indicator in Vietnamese", filled("bằng 5% kế hoạch năm ", LEAD_VI)],
  ["amounts after an indicator", filled("$1.5 million ", LEAD_EN)],
  ["numbers after an indicator", filled("9 9 9", LEAD_EN)],
  ["ranges after an indicator", filled("1-", LEAD_EN)],
  ["beginnings of ranges after an indicator", filled("from 1 to ", LEAD_EN)],
  ["percentages after an indicator", filled("5% ", LEAD_EN)],
  ["products", filled("rice $5 million, ", LEAD_EN)],
  ["products in Vietnamese", filled("gạo 5 triệu USD, ", LEAD_VI)],
  ["indicators with their growth", filled("xuất khẩu tăng 5% ", LEAD_VI)],
  ["an English sentence", filled(SENTENCE_EN)],
  ["a Vietnamese sentence", filled(SENTENCE_VI)],
  ["a Vietnamese sentence in decomposed letters", filled(SENTENCE_VI.normalize("NFD"))],
  ["both sentences in turn", filled(SENTENCE_EN + SENTENCE_VI)],
  ["an English sentence without an end", filled(SENTENCE_EN.replace(". ", ", "))],
  ["a Vietnamese sentence without an end", filled(SENTENCE_VI.replace(". ", ", "))],
  [
    "a sentence of ever other numbers",
    numbered((index) => `${SENTENCE_EN.slice(0, 20)}${index}.5 million USD from exports, `),
  ],
  ["a sentence in HTML", filled(`<p><b>${SENTENCE_EN}</b></p>`)],
  ["a list of thousands", LIST_EN(3000).slice(0, SIZE)],
  ["a list of thousands in Vietnamese", LIST_VI(3000).slice(0, SIZE)],
  ["many lists", filled(LIST_EN(1))],
];

/** Time of the processor, not of the wall: what else the machine does is not of the text. Node 20 has no time of a thread. */
const spent = process.threadCpuUsage?.bind(process) ?? process.cpuUsage.bind(process);

/** Milliseconds of the quickest of some rounds, the first of which warms up. */
function quickest(act: () => unknown): number {
  act();
  return Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const start = spent();
      act();
      const { user, system } = spent(start);
      return (user + system) / 1000;
    }),
  );
}

/** Something as a reader does it: looking words up, making small things, putting them in order. */
function work(): number {
  const counts = new Map<string, number>();
  for (let index = 0; index < 120_000; index += 1) {
    const word = `k${(index * 7919) % 5003}`;
    counts.set(word, (counts.get(word) ?? 0) + index);
  }
  return [...counts].sort(([, a], [, b]) => a - b).length;
}

describe("200 kB made to be slow", () => {
  readText(filled(SENTENCE_EN + SENTENCE_VI));

  test.each([
    ...HOSTILE.map((each) => [...each, MOST_MILLISECONDS] as const),
    ...LONG.map((each) => [...each, MOST_MILLISECONDS_OF_FIGURES] as const),
  ])("%s are read in time", (_, text, most) => {
    expect(text.length).toBe(SIZE);
    const slowness = Math.max(1, quickest(work) / WORK_MILLISECONDS);
    expect(quickest(() => readText(text))).toBeLessThan(most * slowness);
  });
});

describe("texts without a figure", () => {
  test.each([
    ["nothing", ""],
    ["spaces", " \n\t "],
    ["digits", filled("7")],
    ["signs", filled("(%$")],
    ["another language", "Die Ausfuhr der Provinz stieg in den ersten vier Monaten kräftig."],
    ["another script", "今年前四个月,全省出口额大幅增长。"],
  ])("%s: an empty list", (_, text) => {
    expect(readText(text).figures).toEqual([]);
  });
});
