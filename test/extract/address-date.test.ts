import { describe, expect, test } from "vitest";
import type { ArticleNumbers } from "../../src/engine/report/article-numbers.ts";
import { articleNumberOf, dayOf, publishedByNumber } from "../../src/extract/address-date.ts";
import { extract } from "../../src/extract/extract.ts";
import { tokensOf } from "../../src/extract/token.ts";
import { knowledge } from "../../src/knowledge.ts";

/** A site that numbers ten articles a day. */
const numbers: ArticleNumbers = {
  anchors: [
    { site: "news.vn", number: 13_650, published: "2021-01-01" },
    { site: "news.vn", number: 10_000, published: "2020-01-02" },
    { site: "news.vn", number: 17_300, published: "2022-01-01" },
    { site: "news.vn", number: 17_310, published: "2022-01-02" },
  ],
};

describe("the number in an address", () => {
  const read = (address: string) => {
    const tokens = tokensOf(address);
    return articleNumberOf(tokens, { from: 0, to: tokens.length });
  };

  test.each([
    ["https://en.news.vn/exports-up-15-percent/201824.vnp", "en.news.vn", 201_824],
    ["http://www.news.vn/exports-up-post285367.vnp", "news.vn", 285_367],
    ["https://m.news.vn/kinh-te/202209/xuat-khau-3135176/", "news.vn", 3_135_176],
    ["https://news.vn/article/675268919/growth-of-7-per-cent-in-2024", "news.vn", 675_268_919],
    ["news.vn/202215/exports", "news.vn", 202_215],
    ["news.vn/news.php?id=19090", "news.vn", 19_090],
  ])("%s", (address, site, number) => {
    expect(read(address)).toEqual({ site, number });
  });

  test.each([
    "https://news.vn/",
    "https://news.vn/202209/exports-up",
    "https://news.vn/exports-in-2022",
    "https://news.vn/exports-20231130170704275.htm",
  ])("none: %s", (address) => {
    expect(read(address)).toBeUndefined();
  });
});

describe("the days of an article by its number", () => {
  const middle = (number: number) => {
    const told = publishedByNumber({ site: "news.vn", number }, numbers);
    return told && (dayOf(told.earliest) + dayOf(told.latest)) / 2;
  };

  test("are those of a known article", () => {
    expect(publishedByNumber({ site: "news.vn", number: 13_650 }, numbers)).toEqual({
      earliest: "2020-12-02",
      latest: "2021-01-31",
    });
  });

  test("lie between its neighbours, and beyond the last as fast as before", () => {
    expect(middle(11_500)).toBeCloseTo(dayOf("2020-05-31"), 0);
    expect(middle(18_310)).toBeCloseTo(dayOf("2022-04-12"), 0);
    expect(middle(9_000)).toBeCloseTo(dayOf("2019-09-24"), 0);
  });

  test("are less certain the further the neighbours are", () => {
    const width = (number: number) => {
      const told = publishedByNumber({ site: "news.vn", number }, numbers);
      return told ? dayOf(told.latest) - dayOf(told.earliest) : Number.NaN;
    };
    expect(width(11_800)).toBeGreaterThan(width(10_100));
  });

  test("are not known more than a year beyond, of other sites, and of sites with one article", () => {
    expect(middle(21_100)).toBeUndefined();
    expect(middle(6_200)).toBeUndefined();
    expect(publishedByNumber({ site: "other.vn", number: 11_500 }, numbers)).toBeUndefined();
    const one = { anchors: numbers.anchors.slice(0, 1) };
    expect(publishedByNumber({ site: "news.vn", number: 13_000 }, one)).toBeUndefined();
  });
});

describe("the year of a text that tells none", () => {
  const read = (number: number, text: string, published?: string) =>
    extract(`${text}\n\nhttps://news.vn/exports-rise/${number}.html\n`, {
      units: knowledge.units,
      articleNumbers: numbers,
      ...(published === undefined ? {} : { published }),
    });
  const told = (period: string) => `In ${period}, exports of Ca Mau reached 300 million USD, up 5 percent.`;

  test("is that in which its number was given, and inferred", () => {
    const { year, published, figures } = read(12_000, told("the first six months"));
    expect(year).toBe(2020);
    expect(published).toBeUndefined();
    expect(figures[0]).toMatchObject({ period: { year: 2020, fromMonth: 1, throughMonth: 6 } });
    expect(figures[0]?.doubts).toContain("yearInferred");
  });

  test("is the old one in January where the text tells of late months", () => {
    expect(read(13_700, told("the first eleven months")).year).toBe(2020);
    expect(read(13_700, told("January")).year).toBe(2021);
    expect(read(13_700, told("nine months of the year")).year).toBe(2020);
  });

  test("stays open at the turn of a year where the text tells no month", () => {
    expect(read(13_650, "Exports of Ca Mau reached 300 million USD, up 5 percent.").year).toBeUndefined();
    expect(read(11_500, "Exports of Ca Mau reached 300 million USD, up 5 percent.").year).toBe(2020);
  });

  test("is not asked where the text or the date of publication tells it", () => {
    expect(read(12_000, told("the first six months of 2019")).year).toBe(2019);
    expect(read(12_000, told("the first six months"), "2022-07-02").year).toBe(2022);
  });

  test("is not known without a number, and of an unknown site", () => {
    expect(read(12, told("the first six months")).year).toBeUndefined();
    const elsewhere = `${told("the first six months")}\n\nhttps://other.vn/exports-rise/12000.html\n`;
    expect(extract(elsewhere, { units: knowledge.units, articleNumbers: numbers }).year).toBeUndefined();
  });
});

describe("the numbers in data", () => {
  const { anchors } = knowledge.articleNumbers;

  test("rise with the dates of each site", () => {
    for (const site of new Set(anchors.map((anchor) => anchor.site))) {
      const own = anchors.filter((anchor) => anchor.site === site).sort((a, b) => a.number - b.number);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.map(({ published }) => dayOf(published))).toEqual(
        own.map(({ published }) => dayOf(published)).sort((a, b) => a - b),
      );
    }
  });

  test("tell nine of ten dates that were left out within three months", () => {
    const off = anchors.flatMap((anchor) => {
      const others = { anchors: anchors.filter((other) => other !== anchor) };
      const found = publishedByNumber(anchor, others);
      if (!found) return [];
      return [Math.abs((dayOf(found.earliest) + dayOf(found.latest)) / 2 - dayOf(anchor.published))];
    });
    expect(off.length).toBeGreaterThan(30);
    expect(off.filter((days) => days <= 92).length / off.length).toBeGreaterThan(0.9);
  });
});
