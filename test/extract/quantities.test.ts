import { describe, expect, test } from "vitest";
import { decimalValue } from "../../src/engine/figure/decimal.ts";
import { readPhrases } from "../../src/engine/figure/figure-phrases.ts";
import { withoutAccents } from "../../src/engine/figure/vocabulary.ts";
import { decimalConventionOf } from "../../src/extract/decimal-convention.ts";
import { languageOf } from "../../src/extract/language.ts";
import type { Quantity } from "../../src/extract/mention.ts";
import { prepareText } from "../../src/extract/prepared-text.ts";
import { quantitiesOf } from "../../src/extract/quantities.ts";
import { tokensOf } from "../../src/extract/token.ts";

function read(text: string, told?: "point" | "comma") {
  const { text: prepared } = prepareText(text);
  const tokens = tokensOf(prepared);
  const { language, isUnaccented } = languageOf(tokens);
  const { decimal } = decimalConventionOf(tokens, language, told);
  const quantities = quantitiesOf(tokens, decimal, isUnaccented);
  const wordsOf = ({ from, to }: Quantity): string =>
    prepared.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return { quantities, wordsOf };
}

/** Each amount in short: "290 USD", "17800 VND", "100..120 USD", with its hedge where it has one. */
function amounts(text: string): string {
  return read(text)
    .quantities.filter((each) => each.kind === "amount")
    .map(({ value, upTo, unit, hedge, isElliptic }) =>
      [
        hedge === "exact" ? "" : `${hedge} `,
        upTo === undefined ? value : `${value}..${upTo}`,
        ` ${unit.slice(0, 3)}`,
        isElliptic ? " elliptic" : "",
      ].join(""),
    )
    .join(", ");
}

/** Each share in short: "0.316", "0.07..0.08", "+0.2296", "0.0311 points". */
function percents(text: string): string {
  return read(text)
    .quantities.filter((each) => each.kind === "percent")
    .map(({ value, upTo, hedge, isSigned, isPoints }) =>
      [
        hedge === "exact" ? "" : `${hedge} `,
        isSigned && value > 0 ? "+" : "",
        upTo === undefined ? value : `${value}..${upTo}`,
        isPoints ? " points" : "",
      ].join(""),
    )
    .join(", ");
}

function multiples(text: string): string {
  return read(text)
    .quantities.filter((each) => each.kind === "multiple")
    .map(({ value, hedge }) => (hedge === "exact" ? `${value}` : `${hedge} ${value}`))
    .join(", ");
}

describe("amounts", () => {
  test.each([
    ["a sign before", "US$412 million, $1.59 billion", "412 USD, 1590 USD"],
    ["a sign apart", "US $412 million", "412 USD"],
    ["a name behind", "412 million USD, 412 million US dollars", "412 USD, 412 USD"],
    ["a name before", "USD 412 million, VND9,412 billion, VND 1.2 trillion", "412 USD, 9412 VND, 1200 VND"],
    ["short magnitudes", "USD 412mn, $412m, $1.5bn, 2.5b USD", "412 USD, 412 USD, 1500 USD, 2500 USD"],
    ["a name in the middle", "9,412 VND billion", "9412 VND"],
    ["a sign that lost its dollar", "valued at US41.3 billion", "41300 USD"],
    [
      "dong",
      "17.8 trillion dong, 1 quadrillion VND, 1.5 million billion VND",
      "17800 VND, 1000000 VND, 1500000 VND",
    ],
    ["tỷ đồng", "đạt 5.412 tỷ đồng và 450 triệu đồng", "5412 VND, 0.45 VND"],
    ["nghìn tỷ", "1,2 nghìn tỷ đồng; 108 ngàn tỷ; 1,2 triệu tỷ đồng", "1200 VND, 108000 VND, 1200000 VND"],
    ["trăm tỷ", "3 trăm tỷ đồng", "300 VND"],
    ["tỉ", "1,3 tỉ USD", "1300 USD"],
    ["đô la", "1,3 tỷ đô la Mỹ, 1,4 tỷ đô-la, 850 triệu đô", "1300 USD, 1400 USD, 850 USD"],
    ["đ", "412 tỷ đ, 412 tỷ VNĐ, 412 tr.đ", "412 VND, 412 VND"],
    ["without accents", "xuat khau cua tinh dat 412 trieu USD, thu 5.412 ty dong", "412 USD, 5412 VND"],
    ["fused", "2,04tỷUSD, 412triệuUSD, 17,8nghìn tỷđồng", "2040 USD, 412 USD, 17800 VND"],
    ["fused, English", "412millionUSD and 17.8trillion VND", "412 USD, 17800 VND"],
    [
      "number words",
      "two billion USD, half a billion dollars, twenty-five million USD",
      "2000 USD, 500 USD, 25 USD",
    ],
    [
      "number words, further",
      "one and a half billion USD; two hundred and fifty million USD",
      "1500 USD, 250 USD",
    ],
    [
      "Vietnamese number words",
      "hai tỷ USD, hai trăm năm mươi triệu USD, nửa tỷ USD",
      "2000 USD, 250 USD, 500 USD",
    ],
    ["rưỡi", "1 tỷ rưỡi USD", "1500 USD"],
    ["two magnitudes", "17 tỷ 500 triệu đồng", "17.5 VND"],
    ["long plain money", "17,800,000,000 VND, 412,000,000 USD", "17.8 VND, 412 USD"],
    ["adjectives", "a 412-million-USD plant, a $1-billion plan", "412 USD, 1000 USD"],
    ["a conversion", "17.8 trillion VND (758 million USD)", "17800 VND, 758 USD"],
    ["a foreign convention", "a page of 2.5% with 69.412,1 billion VND", "69412.1 VND"],
    ["one sign before three digits", "đạt 1,533 tỷ USD và 1.533 triệu USD", "1533 USD, 1533 USD"],
    ["one sign, English", "grew 2.5% to 2.040 million USD and 2,040 billion VND", "2.04 USD, 2040 VND"],
    ["points in the other role", "tăng 8.5% lên 5.412 tỷ đồng", "5412 VND"],
    ["each year", "1 billion USD per year, 412 million USD a year", "1000 USD, 412 USD"],
    ["capitals", "XUẤT KHẨU ĐẠT 412 TRIỆU USD, THU 5.412 TỶ ĐỒNG", "412 USD, 5412 VND"],
    ["decomposed letters", "đạt 5.412 tỷ đồng".normalize("NFD"), "5412 VND"],
    ["a year before a currency", "in 2023 USD 5 million", "5 USD"],
  ])("%s", (_, text, wanted) => {
    expect(amounts(text)).toBe(wanted);
  });

  test.each([
    ["from, to", "from 100 to 120 million USD", "100..120 USD"],
    ["from, to with both units", "from 800 million to 1.2 billion USD", "800..1200 USD"],
    ["between", "between 1.2 and 1.3 billion USD", "1200..1300 USD"],
    ["signs on both", "between $1.2 billion and $1.3 billion", "1200..1300 USD"],
    ["a dash", "35-36 tỷ USD", "35000..36000 USD"],
    ["a spaced dash", "1,2 - 1,3 tỷ USD", "1200..1300 USD"],
    ["từ, đến", "từ 1,2 đến 1,3 tỷ USD", "1200..1300 USD"],
    ["a change is none", "rose from 100 million USD to 120 million USD", "100 USD, 120 USD"],
    ["a change by percent is none", "up 20% from $100 million to $120 million", "100 USD, 120 USD"],
    ["a change with one unit", "rose from 100 to 120 million USD", "100 USD, 120 USD"],
    ["a step is none", "rose 20 million USD to 120 million USD", "20 USD, 120 USD"],
    ["falling ends are none", "năm 2023 - 5.412 tỷ đồng", "5412 VND"],
    ["a month is no end", "tháng 6 - 90 triệu USD", "90 USD"],
  ])("range: %s", (_, text, wanted) => {
    expect(amounts(text)).toBe(wanted);
  });

  test.each([
    [
      "a list with one currency missing",
      "Rice and pepper fetched $90.43 million, 54.53 million and $8.10 million, respectively.",
      "90.43 USD, 54.53 USD elliptic, 8.1 USD",
    ],
    ["one unit for two", "lần lượt đạt 90,43 và 54,53 triệu USD", "90.43 USD elliptic, 54.53 USD"],
    [
      "one unit for whole numbers",
      "90, 54 and 8 million USD, respectively",
      "90 USD elliptic, 54 USD elliptic, 8 USD",
    ],
    ["a year in a list", "in 2022 and 54 million USD", "54 USD"],
    ["tỷ alone", "thu ngân sách 9.412 tỷ, tăng 5,1%", "9412 VND"],
    ["trillion alone", "revenue of 17.8 trillion, up 5%", "17800 VND"],
    [
      "tỷ among dollars",
      "thủy sản 1,2 tỷ USD, gạo 1,1 tỷ và giày 900 triệu USD",
      "1200 USD, 1100 USD elliptic, 900 USD",
    ],
    ["large tỷ beside dollars", "xuất khẩu 1,2 tỷ USD, thu ngân sách 9.412 tỷ", "1200 USD, 9412 VND"],
    ["another sentence", "Rice made $90 million. Visitors came to 1.2 million in May.", "90 USD"],
    ["million alone", "1.2 million in all", ""],
  ])("ellipsis: %s", (_, text, wanted) => {
    expect(amounts(text)).toBe(wanted);
  });

  test.each([
    ["over US$412 million", "more_than 412 USD"],
    ["nearly VND31,000 billion", "nearly 31000 VND"],
    ["some 412 million USD, around 5 million USD", "about 412 USD, about 5 USD"],
    ["an estimated 412 million USD", "estimated 412 USD"],
    ["estimated at more than 412 million USD", "more_than 412 USD"],
    ["topped the $1 billion mark", "more_than 1000 USD"],
    ["exceeded 412 million USD", "more_than 412 USD"],
    ["at least 412 million USD", "at_least 412 USD"],
    ["no more than 412 million USD", "at_most 412 USD"],
    ["just under 412 million USD", "nearly 412 USD"],
    ["1 billion USD or more", "at_least 1000 USD"],
    ["hơn 412 triệu USD", "more_than 412 USD"],
    ["ước đạt hơn 412 triệu USD", "more_than 412 USD"],
    ["ước đạt 412 triệu USD", "estimated 412 USD"],
    ["ước khoảng 412 triệu USD", "about 412 USD"],
    ["xấp xỉ 412 triệu USD", "about 412 USD"],
    ["vượt mốc 1 tỷ USD", "more_than 1000 USD"],
    ["đạt tròn 1 tỷ USD", "1000 USD"],
    ["không dưới 1 tỷ USD", "at_least 1000 USD"],
    ["từ 1 tỷ USD trở lên", "at_least 1000 USD"],
    ["tinh dat gan 412 trieu USD so voi cung ky", "nearly 412 USD"],
    ["5% over $275 million", "275 USD"],
    ["cao hơn 5 tỷ đồng", "5 VND"],
  ])("hedge: %s", (text, wanted) => {
    expect(amounts(text)).toBe(wanted);
  });

  test("cover their hedges, currency and magnitude", () => {
    const text = "It made well over US$412 million or more, ước đạt hơn 5,1 tỷ đồng";
    const { quantities, wordsOf } = read(text);
    expect(quantities.map(wordsOf)).toEqual(["well over US$412 million or more", "ước đạt hơn 5,1 tỷ đồng"]);
  });

  test.each([
    "US$412 million",
    "1.59 billion USD",
    "17,8 nghìn tỷ đồng",
    "1,2 triệu tỷ đồng",
    "3 trăm tỷ đồng",
    "412,000,000 USD",
    "half a billion dollars",
    "17 tỷ 500 triệu đồng",
  ])("are named as the engine reads them: %s", (text) => {
    const [amount] = read(text).quantities;
    if (amount?.kind !== "amount") throw new Error("no amount");
    const written = withoutAccents(`${amount.literal} ${amount.scale}`);
    const { literal, unit } = readPhrases(written, "amount", "value");
    const exponent = (unit?.exponent ?? 0) - (amount.unit === "USD million" ? 6 : 9);
    const [whole = "", fraction = ""] = literal.split(".");
    expect(decimalValue(Number(whole + fraction), exponent - fraction.length)).toBe(amount.value);
    expect(unit?.currency).toBe(amount.unit.slice(0, 3));
  });
});

describe("percentages", () => {
  test.each([
    ["English", "31.6%, 31.6 percent, 31.6 per cent, 31.6 pct.", "0.316, 0.316, 0.316, 0.316"],
    ["Vietnamese", "31,6%, 31,6 phần trăm", "0.316, 0.316"],
    ["a word", "ten percent", "0.1"],
    [
      "ranges",
      "8-10 percent, 7 to 8 per cent, từ 8 - 8.5%, 7%-8%",
      "0.08..0.1, 0.07..0.08, 0.08..0.085, 0.07..0.08",
    ],
    ["a change is no range", "rose from 8% to 10%", "0.08, 0.1"],
    [
      "points",
      "3.11 percentage points, 2 điểm %, 2 điểm phần trăm",
      "0.0311 points, 0.02 points, 0.02 points",
    ],
    ["signs", "Long An +22.96%, Trà Vinh -4%, (-5%)", "+0.2296, -0.04, -0.05"],
    ["dashes", "Trà Vinh - 4%, Long An-5%", "0.04, 0.05"],
    [
      "hedges",
      "gần 28%, over 55 percent, vượt hơn 27% kế hoạch",
      "nearly 0.28, more_than 0.55, more_than 0.27",
    ],
    [
      "relations are no hedges",
      "vượt 27% kế hoạch, cao hơn 5%, exceeding 5% of the plan",
      "0.27, 0.05, 0.05",
    ],
    ["one sign for several", "tăng 31,6; 21,2 và 18%", "0.316, 0.212, 0.18"],
    ["three decimals", "tăng 13,579%", "0.13579"],
  ])("%s", (_, text, wanted) => {
    expect(percents(text)).toBe(wanted);
  });
});

describe("multiples", () => {
  test.each([
    ["2.2 times higher, 2.2-fold, threefold, up 3 times", "2.2, 2.2, 3, 3"],
    ["doubled, tripled, halved, more than doubled", "2, 3, 0.5, more_than 2"],
    ["twice that of last year, nearly double the level", "2, nearly 2"],
    ["gấp 2,2 lần, tăng 2,87 lần, gấp hơn 2 lần", "2.2, 2.87, more_than 2"],
    ["gấp đôi, gấp rưỡi, gấp ba lần, giảm một nửa", "2, 1.5, 3, 0.5"],
    ["tăng gần 3 lần so với cùng kỳ", "nearly 3"],
    ["tang gap doi so voi cung ky cua nam truoc", "2"],
    ["three times a year, twice a month, double-digit growth", ""],
    ["lần thứ 10, 10 lần họp, 3 lần/năm", ""],
  ])("%s", (text, wanted) => {
    expect(multiples(text)).toBe(wanted);
  });
});

describe("other numbers", () => {
  const others = (text: string) =>
    read(text)
      .quantities.filter((each) => each.kind === "other")
      .map(({ value, noun }) => (noun === undefined ? `${value}` : `${value} ${noun}`))
      .join(", ");

  test.each([
    ["counts", "41 markets and 5,140 hectares", "41 markets, 5140 hectares"],
    ["magnitudes", "64.53 million tonnes of rice, 4,5 tỷ kWh", "64530000 tonnes, 4500000000 kwh"],
    [
      "Vietnamese counts",
      "1.200 doanh nghiệp, 1,5 triệu lượt khách",
      "1200 doanh nghiệp, 1500000 lượt khách",
    ],
    ["prices", "84 USD per tonne, 500 USD/tấn", "84 USD per tonne, 500 USD per tấn"],
    ["wages", "50 triệu đồng/người", "50000000 VND per người"],
    ["rates of exchange", "1 USD = 24,000 VND", "1 USD, 24000 VND"],
    [
      "other currencies",
      "5 million euros, ¥3 billion, 2 tỷ nhân dân tệ",
      "5000000 EUR, 3000000000 JPY, 2000000000 CNY",
    ],
    ["Australian dollars", "A$5 million, 5 million Australian dollars", "5000000 AUD, 5000000 AUD"],
    ["comrades and plains", "12 đồng chí, 13 đồng ruộng", "12 đồng chí, 13 đồng ruộng"],
    ["rates are no billions", "năm 2023 tỷ lệ, quý 2 tỷ trọng", "2023 tỷ lệ, 2 tỷ trọng"],
    ["decrees", "66/2020/NĐ-CP", "66, 2020"],
    ["addresses", "https://example.org/xuat-khau-525-trieu-usd-2023.html", ""],
    ["slugs", "xuat-khau-525-trieu-usd", "525"],
  ])("%s", (_, text, wanted) => {
    expect(others(text)).toBe(wanted);
    expect(amounts(text)).toBe("");
  });
});

test("quantities follow each other", () => {
  const text =
    "Over $5 million to over 6 million USD or more than 7%-8%, from 1 to 2 to 3 million USD and 5 6 7% 8 tỷ 9 triệu";
  let end = 0;
  for (const { from, to } of read(text).quantities) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(to).toBeGreaterThan(from);
    end = to;
  }
});
