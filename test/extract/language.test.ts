import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/extract/language.ts";
import { prepareText } from "../../src/extract/prepared-text.ts";
import { tokensOf } from "../../src/extract/token.ts";

const of = (text: string) => languageOf(tokensOf(prepareText(text).text));

describe("languageOf", () => {
  test.each([
    "Long An's shipments brought home 512 million USD over the first quarter.",
    "Rice exports up 12%",
    "Sóc Trăng, Trà Vinh and Bến Tre exceeded their plans for shrimp exports in the year.",
  ])("English: %s", (text) => {
    expect(of(text)).toEqual({ language: "en", isUnaccented: false });
  });

  test.each([
    "Kim ngạch xuất khẩu của tỉnh đạt 512 triệu USD, tăng 12% so với cùng kỳ.",
    "Thu ngân sách 3 tháng: 1.200 tỷ đồng",
    "Xuất khẩu gạo tăng mạnh".normalize("NFD"),
  ])("Vietnamese: %s", (text) => {
    expect(of(text)).toEqual({ language: "vi", isUnaccented: false });
  });

  test.each([
    "Kim ngach xuat khau cua tinh dat 512 trieu USD, tang 12% so voi cung ky nam truoc.",
    "Thu ngan sach cua huyen trong 3 thang uoc dat 90 ty dong",
  ])("Vietnamese without accents: %s", (text) => {
    expect(of(text)).toEqual({ language: "vi", isUnaccented: true });
  });

  test.each([
    "Les exportations de la province ont atteint 512 millions de dollars, soit 41,8% du plan annuel.",
    "Die Ausfuhren der Provinz stiegen im ersten Quartal um 12 Prozent auf 512 Millionen Dollar.",
    "Las exportaciones de la provincia alcanzaron 512 millones de dólares en los primeros meses del año.",
    "Nilai ekspor provinsi ini mencapai 512 juta dolar pada bulan yang sama, naik 12 persen dari tahun lalu.",
    "今年前四个月出口额达5.12亿美元,同比增长12%。",
    "Экспорт провинции вырос на 12% до 512 млн долларов.",
    "การส่งออกของจังหวัดเพิ่มขึ้น 12%",
    "512 290 31.6% 1,315",
    "",
    "Xyzzy plugh 12",
  ])("other: %s", (text) => {
    expect(of(text)).toEqual({ language: "other", isUnaccented: false });
  });

  test("goes with the majority", () => {
    const english =
      "The province said that exports of seafood rose by 12 percent in the first half of the year. ";
    const vietnamese = "Xuất khẩu thủy sản của tỉnh tăng mạnh. ";
    expect(of(english.repeat(4) + vietnamese).language).toBe("en");
    expect(of(vietnamese.repeat(6) + english)).toEqual({ language: "vi", isUnaccented: false });
  });
});
