import { describe, expect, test } from "vitest";
import { prepareText } from "../../src/extract/prepared-text.ts";

const textOf = (text: string): string => prepareText(text).text;

describe("prepareText", () => {
  test.each([
    ["decomposed letters", "triệu đồng".normalize("NFD"), "triệu đồng"],
    ["the letter eth", "Ðồng Nai, ðồng", "Đồng Nai, đồng"],
    ["no-break spaces between groups of digits", "17\u00a0800 tỷ", "17\u00a0800 tỷ"],
    ["thin spaces between groups of digits", "1\u2009234\u202f567 USD", "1\u00a0234\u00a0567 USD"],
    ["no-break spaces elsewhere", "290\u00a0million in 2023\u00a0738", "290 million in 2023 738"],
    ["four digits behind a no-break space", "5\u00a02023", "5 2023"],
    ["invisible characters", "ex\u00adports\u200b of\u2060 rice\ufeff", "exports of rice"],
    ["dashes", "8–10%, \u22124%, a — b", "8-10%, -4%, a - b"],
    ["full-width digits and signs", "３１．６％", "31.6%"],
    ["curly quotes", "this year’s “plan”", 'this year\'s "plan"'],
    ["line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
    ["control characters", "a\u0000b\u0007c", "a b c"],
    ["a comparison", "a < b and c > d", "a < b and c > d"],
    ["unknown tags of no HTML", "x <y> z", "x <y> z"],
    [
      "entities without tags",
      "R&amp;D &#8211; 5&nbsp;triệu &unknown; & more",
      "R&D - 5 triệu &unknown; & more",
    ],
    ["entities of letters", "Ki&ecirc;n Giang, Hu&#7871;, Hu&#x1EBF;", "Kiên Giang, Huế, Huế"],
  ])("%s", (_, text, prepared) => {
    expect(textOf(text)).toBe(prepared);
  });

  test.each([
    ["inline tags vanish", "<b>290</b> mil<i>lion</i>", "290 million"],
    ["blocks end lines", "a<p>b</p>c<br/>d", "a\nb\nc\nd"],
    ["cells are parted", "<tr><td>Gạo</td><td>290</td></tr>", "\n\tGạo\t\t290\t\n"],
    ["wrapped lines are one", "<p>of the\nyear</p>", "\nof the year\n"],
    [
      "scripts, styles and comments vanish",
      "<p>a<script>if (1 < 2) b</script><style>c</style><!-- d > --></p>",
      "\na  \n",
    ],
    ["signs in quoted attributes", '<a title="x > y" href=z>b</a>', "b"],
    ["a sign that opens no tag", "<p>below <5%</p>", "\nbelow <5%\n"],
    ["an unclosed tag is kept", "<p>a</p> <div class=", "\na\n <div class="],
    ["an unclosed comment ends with its tag", "<p>a <!-- b> c</p>", "\na  c\n"],
    ["an unclosed script", "<p>a<script>b", "\nab"],
    ["an unclosed quote", '<a href="x>b</a> c', "b c"],
    ["upper case", "<P>a</P><SCRIPT>b</SCRIPT>", "\na\n "],
  ])("HTML: %s", (_, text, prepared) => {
    const read = prepareText(text);
    expect(read.text).toBe(prepared);
    expect(read.isHtml).toBe(true);
  });

  test("tells text from HTML", () => {
    expect(prepareText("3 < 4 > 2 &amp; more").isHtml).toBe(false);
  });

  test("maps places back to the original", () => {
    const text = `<p>Ki\u00eam &amp; ${"tỷ".normalize("NFD")}\u200b: <b>8\u20139%</b></p>`;
    const { text: prepared, originOf, originEndOf } = prepareText(text);
    const origin = (words: string): string => {
      const start = prepared.indexOf(words);
      return text.slice(originOf(start), originEndOf(start + words.length));
    };
    expect(origin("& tỷ")).toBe(`&amp; ${"tỷ".normalize("NFD")}`);
    expect(origin("tỷ:")).toBe(`${"tỷ".normalize("NFD")}\u200b:`);
    expect(origin("8-9%")).toBe("8\u20139%");
    expect(originOf(prepared.length)).toBe(text.length);
    expect(originEndOf(0)).toBe(0);
  });

  test.each([
    "",
    "\ud800",
    "\udc00a\ud83d",
    "&",
    "&#",
    "&#99999999;",
    "<",
    "<p",
    "\u0301\u0301a",
    "<p>\ud83d\ude00</p>",
  ])("does no harm: %j", (text) => {
    const { text: prepared, originOf } = prepareText(text);
    for (let index = 1; index <= prepared.length; index += 1) {
      expect(originOf(index)).toBeGreaterThanOrEqual(originOf(index - 1));
    }
    expect(prepared.length).toBeLessThanOrEqual(text.length);
  });
});
