import { describe, expect, test } from "vitest";
import type { Suspicion } from "../../src/extract/extraction.ts";
import { readText } from "./read-text.ts";

/** What a text raises, with the words concerned. */
const raised = (text: string, published?: string) =>
  readText(text, published).suspicions.map(({ code, values, span }) => ({
    code,
    values,
    words: text.slice(...span),
  }));

const raise = (code: Suspicion["code"], text: string) => {
  const found = readText(text).suspicions;
  expect(found.map((each) => each.code)).toEqual([code]);
  return found[0]?.values ?? {};
};

describe("a level claimed where only growth is told", () => {
  test.each([
    "Binh Duong tops the nation in retail sales.\n\nIn the first half of 2024, Binh Duong's retail sales grew 14.2 percent year on year.",
    "Long An has the largest exports in the Mekong Delta.\n\nIn the first five months of 2023, exports of the Mekong Delta came to 9.3 billion USD, led by Long An +31.2%.",
    "Bắc Giang dẫn đầu cả nước về kim ngạch xuất khẩu\n\nTrong 7 tháng đầu năm 2024, kim ngạch xuất khẩu của Bắc Giang tăng 41,3% so với cùng kỳ năm trước.",
    "Kim ngạch xuất khẩu của Bắc Giang lớn nhất vùng. Trong 7 tháng đầu năm 2024, kim ngạch xuất khẩu của Bắc Giang tăng 41,3% so với cùng kỳ năm trước.",
  ])("%s", (text) => {
    raise("levelFromGrowth", text);
  });

  test("is told with its place and the words of the claim", () => {
    expect(
      raised("Binh Duong tops the nation in retail sales. Retail sales of Binh Duong grew 14.2% in 2023."),
    ).toEqual([
      {
        code: "levelFromGrowth",
        values: { place: "Binh Duong" },
        words: "Binh Duong tops the nation in retail sales",
      },
    ]);
  });

  test.each([
    "Binh Duong leads the nation in retail sales growth. In the first half of 2024, Binh Duong's retail sales grew 14.2 percent year on year.",
    "Binh Duong leads the nation in exports. In the first half of 2024, Binh Duong's exports grew 14.2 percent year on year to 16 billion USD.",
    "Exports of Binh Duong were the highest in five years. In the first half of 2024, Binh Duong's exports grew 14.2 percent year on year.",
    "Bắc Giang dẫn đầu cả nước về tốc độ tăng trưởng xuất khẩu. Trong 7 tháng đầu năm 2024, kim ngạch xuất khẩu của Bắc Giang tăng 41,3% so với cùng kỳ năm trước.",
    "Bắc Giang dẫn đầu cả nước về kim ngạch xuất khẩu.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

describe("a slip of a thousand", () => {
  test.each([
    [
      "the plan, with its share",
      "In the first half of 2022, the industrial production value of Kien Giang hit VND22.1 billion, equal to 47% of the plan. The plan for 2022 is 47 trillion VND.",
      { written: "22.1 billion VND", factor: 1000, suggested: "22.1 trillion VND" },
    ],
    [
      "a plan that itself slipped",
      "Exports of Soc Trang reached 812 million USD in the first half of 2022, or 62 percent of the plan. The export target for 2022 is 1.3 million USD.",
      { written: "1.3 million USD", factor: 1000, suggested: "1.3 billion USD" },
    ],
    [
      "the year before",
      "Exports of Ca Mau came to 1.2 million USD in 2023, up 9.1 percent from 1.1 billion USD in 2022.",
      { written: "1.2 million USD", factor: 1000, suggested: "1.2 billion USD" },
    ],
    [
      "what a province can export",
      "The exports of Soc Trang came to 812 billion USD in the first half of 2022, up 12 percent on the same period.",
      { written: "812 billion USD", factor: 1000, suggested: "812 million USD" },
    ],
    [
      "what a province must export",
      "Kim ngạch xuất khẩu 6 tháng đầu năm 2023 của Trà Vinh đạt 310 nghìn USD, bằng 55% kế hoạch.",
      { written: "310 thousand USD", factor: 1000, suggested: "310 million USD" },
    ],
    [
      "the month told beside it",
      "Kim ngạch xuất khẩu tháng 5/2023 của Cà Mau đạt 104 triệu USD. Lũy kế 5 tháng đầu năm 2023, kim ngạch xuất khẩu của Cà Mau đạt 0,62 triệu USD, giảm 5% so với cùng kỳ.",
      { written: "0.62 million USD", factor: 1000, suggested: "0.62 billion USD" },
    ],
    [
      "the conversion of a value that slipped",
      "Retail sales of Hau Giang reached 17.8 billion VND (758 million USD) in the first five months of 2023.",
      { written: "17.8 billion VND (758 million USD)", factor: 1000, suggested: "17.8 trillion VND" },
    ],
    [
      "a conversion that slipped",
      "Tổng mức bán lẻ hàng hóa 5 tháng đầu năm 2023 của Hậu Giang đạt 17,8 nghìn tỷ đồng (758 tỷ USD), tăng 8% so với cùng kỳ.",
      { written: "17,8 nghìn tỷ đồng (758 tỷ USD)", factor: 1000, suggested: "758 million USD" },
    ],
    [
      "what a trade balance can be",
      "Exports of Dong Nai reached 9.2 billion USD in the first half of 2015, leaving a trade surplus of US$792 billion.",
      { written: "792 billion USD", factor: 1000, suggested: "792 million USD" },
    ],
  ])("against %s", (_, text, values) => {
    expect(raise("scaleSlip", text)).toEqual(values);
  });

  test.each([
    "Retail sales of Hau Giang reached 17.8 trillion VND (758 million USD) in the first five months of 2023.",
    "Kim ngạch xuất khẩu tháng 5/2023 của Cà Mau đạt 104 triệu USD. Lũy kế 5 tháng đầu năm 2023, kim ngạch xuất khẩu của Cà Mau đạt 470 triệu USD, giảm 5% so với cùng kỳ.",
    "Vietnam's exports reached 405 billion USD in 2024, up 14.3 percent.",
    "Retail sales of Ho Chi Minh City reached 1,190 trillion VND in 2024.",
    "In January 2021, exports of Kon Tum reached 12 million USD. For 2021, the province targets exports of 250 million USD.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

describe("the wrong currency", () => {
  test.each([
    [
      "In the first nine months of 2023, the industrial production value of Kien Giang reached 37,500 billion VND, up 9.7 percent, of which mining reached 304 billion USD and manufacturing 36,100 billion VND.",
      { written: "304 billion USD", suggested: "304 billion VND" },
    ],
    [
      "Thu ngân sách nhà nước trên địa bàn tỉnh Trà Vinh 6 tháng đầu năm 2023 đạt 3.100 tỷ USD, bằng 55% dự toán.",
      { written: "3.100 tỷ USD", suggested: "3100 billion VND" },
    ],
    [
      "Kim ngạch xuất khẩu 6 tháng đầu năm 2023 của Trà Vinh đạt 310 triệu đồng, bằng 55% kế hoạch.",
      { written: "310 triệu đồng", suggested: "310 million USD" },
    ],
  ])("%s", (text, values) => {
    expect(raise("currencySlip", text)).toEqual(values);
  });

  test.each([
    "In the first nine months of 2023, the retail sales of Ho Chi Minh City reached 36 billion USD, up 9.7 percent.",
    "Giá trị xuất khẩu 6 tháng đầu năm 2023 của Trà Vinh đạt 7.300 tỷ đồng, bằng 55% kế hoạch.",
    "The industrial production value of Kien Giang reached 1.6 billion USD (37,500 billion VND) in the first nine months of 2023.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

describe("a date line that can be read in two ways", () => {
  const dated = (line: string) =>
    `Exports on the rise\n\n${line}\n\nExports of Ca Mau reached 300 million USD in the first four months of this year.`;

  test("is told with both readings", () => {
    expect(raised(dated("3/5/2023"))).toEqual([
      {
        code: "ambiguousDate",
        values: { written: "3/5/2023", first: "2023-03-05", second: "2023-05-03" },
        words: "3/5/2023",
      },
    ]);
  });

  test("is clear where one of its numbers is no month, both are the same, or the day of publication is given", () => {
    expect(raised(dated("23/5/2023"))).toEqual([]);
    expect(raised(dated("5/5/2023"))).toEqual([]);
    expect(raised(dated("3/5/2023"), "2023-05-03")).toEqual([]);
  });
});

describe("two values of one figure", () => {
  test.each([
    [
      "Exports of Lam Dong in 2019 reached 720 million USD, up 5 percent. The provincial chairman said that exports of Lam Dong in 2019 were over 800 million USD.",
      { first: "720 million USD", second: "over 800 million USD" },
    ],
    [
      "Kim ngạch xuất khẩu năm 2019 của Lâm Đồng đạt 720 triệu USD. Theo Sở Công Thương, kim ngạch xuất khẩu năm 2019 của Lâm Đồng đạt trên 800 triệu USD.",
      { first: "720 triệu USD", second: "trên 800 triệu USD" },
    ],
  ])("%s", (text, values) => {
    expect(raise("twoValues", text)).toEqual(values);
  });

  test.each([
    "Exports of Soc Trang in 2021 reached 1,280 million USD, up 5 percent. The provincial chairman said that exports of Soc Trang in 2021 were nearly 1,300 million USD.",
    "Kim ngạch xuất khẩu năm 2019 của Lâm Đồng đạt 720,4 triệu USD. Theo Sở Công Thương, kim ngạch xuất khẩu năm 2019 của Lâm Đồng đạt trên 720 triệu USD.",
    "Exports of Lam Dong in 2019 reached 720 million USD. Exports of Lam Dong in 2020 were over 800 million USD.",
    "Exports of Lam Dong in 2019 reached 720 million USD. Exports of Dak Lak in 2019 were over 800 million USD.",
    "Exports of Lam Dong in March 2022 reached 72 million USD, eclipsing the 66 million USD of March 2021.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

describe("parts above their total", () => {
  test.each([
    [
      "Exports of An Giang reached 420 million USD in the first five months of 2023, of which rice earned 512 million USD.",
      { part: "512 million USD", total: "420 million USD" },
    ],
    [
      "Kim ngạch xuất khẩu 4 tháng đầu năm 2024 của Kiên Giang đạt 290 triệu USD; trong đó gạo, thủy sản và giày da lần lượt đạt 150,4 triệu USD, 94,5 triệu USD và 78,1 triệu USD.",
      { part: "150,4 triệu USD + 94,5 triệu USD + 78,1 triệu USD", total: "290 triệu USD" },
    ],
  ])("%s", (text, values) => {
    expect(raise("partAboveTotal", text)).toEqual(values);
  });

  test.each([
    "Exports of An Giang topped 420 million USD in the first five months of 2023, of which rice earned 420.8 million USD.",
    "Kim ngạch xuất khẩu 4 tháng đầu năm 2024 của Kiên Giang đạt 290 triệu USD; trong đó gạo, thủy sản và giày da lần lượt đạt 110,4 triệu USD, 94,5 triệu USD và 78,1 triệu USD.",
    "Exports of An Giang reached 42 million USD in January 2023. In the first five months of 2023, rice exports earned 112 million USD.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

describe("percent of a base told as percent above it", () => {
  test.each([
    [
      "Exports of Ca Mau reached 660 million USD in the first half of 2022, exceeding 175 percent of the plan.",
      { written: "exceeding 175 percent of the plan", suggested: "175%" },
    ],
    [
      "Kim ngạch xuất khẩu phân bón của Cà Mau năm 2022 đạt 41 triệu USD, vượt 275% kế hoạch năm.",
      { written: "vượt 275% kế hoạch năm", suggested: "275%" },
    ],
    [
      "Industrial production value of Kon Tum reached 9,361 billion VND in 2022, up 123.7 percent from 7,567 billion VND in 2021.",
      { written: "123.7%", suggested: "23.7%" },
    ],
    [
      "Giá trị sản xuất công nghiệp năm 2022 của Kon Tum đạt 9.361 tỷ đồng, tăng 123,7% so với cùng kỳ (7.567 tỷ đồng).",
      { written: "123.7%", suggested: "23.7%" },
    ],
  ])("%s", (text, values) => {
    expect(raise("percentOfForPercentUp", text)).toEqual(values);
  });

  test.each([
    "Industrial production value of Kon Tum reached 9,361 billion VND in 2022, up 23.7 percent from 7,567 billion VND in 2021.",
    "Exports of Ca Mau reached 660 million USD in 2022, up 120 percent from 300 million USD in 2021.",
    "Exports of Ca Mau reached 660 million USD in 2022, more than 104 percent of the plan.",
    "Kim ngạch xuất khẩu của Cà Mau năm 2022 đạt 41 triệu USD, vượt 12,5% kế hoạch năm.",
  ])("but not: %s", (text) => {
    expect(raised(text)).toEqual([]);
  });
});

test("a text that is long and full of slips raises no more than fifty", () => {
  const line = (index: number) =>
    `The exports of Soc Trang came to ${index + 800} billion USD in the first half of 2022. `;
  expect(readText(Array.from({ length: 400 }, (_, index) => line(index)).join("")).suspicions).toHaveLength(
    50,
  );
});
