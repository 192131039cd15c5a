import { describe, expect, test } from "vitest";
import table from "../../data/geography/units.json" with { type: "json" };
import { type UnitTable, unitsOf } from "../../src/engine/geography/administrative-unit.ts";
import { placesOf } from "../../src/extract/places.ts";
import { tokensOf } from "../../src/extract/token.ts";

const units = unitsOf(table as UnitTable);
const read = (text: string, folded = false): string[] =>
  placesOf(tokensOf(text.normalize("NFC")), units, folded).map(({ name, level }) => `${name} ${level}`);

describe("placesOf", () => {
  test.each([
    ["Long An's exporters met in Can Tho.", ["Long An province", "Can Tho province"]],
    ["LONG AN – Local exports rose.", ["Long An province"]],
    ["Xuất khẩu của tỉnh Hậu Giang và TP. Đà Nẵng", ["Hau Giang province", "Da Nang province"]],
    ["Tỉnh Bà Rịa - Vũng Tàu dẫn đầu", ["Ba Ria-Vung Tau province"]],
    ["BR-VT and Baria-Vungtau", ["Ba Ria-Vung Tau province", "Ba Ria-Vung Tau province"]],
    ["TP.HCM, TP HCM, HCMC và Sài Gòn", Array(4).fill("Ho Chi Minh City province")],
    ["Ho Chi Minh City and Hà Nội", ["Ho Chi Minh City province", "Hanoi province"]],
    ["Danang, Hanoi", ["Da Nang province", "Hanoi province"]],
    [
      "Thừa Thiên - Huế, then in Hue, thành phố Huế",
      ["Thua Thien Hue province", "Hue province", "Hue province"],
    ],
    ["Đăk Lăk, Đắk Lắk, Daklak", Array(3).fill("Dak Lak province")],
    ["Thanh Hoá và Hoà Bình", ["Thanh Hoa province", "Hoa Binh province"]],
    ["XUẤT KHẨU CỦA TRÀ VINH TĂNG", ["Tra Vinh province"]],
  ])("units: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    ["the Mekong Delta province of Tra Vinh", ["Tra Vinh province"]],
    ["Exports of the Mekong Delta region grew.", ["Mekong Delta region"]],
    ["Vùng ĐBSCL và Tây Nguyên", ["Mekong Delta region", "Central Highlands region"]],
    ["Đồng bằng sông Cửu Long đạt 5 tỷ USD", ["Mekong Delta region"]],
    ["20 southern provinces and the Red River Delta", ["Southern region region", "Red River Delta region"]],
    ["the northern province of Lang Son", ["Lang Son province"]],
    ["Đông Nam Bộ", ["Southeast region region"]],
    ["Vietnam's shipments and the country’s imports", ["Vietnam country", "Vietnam country"]],
    ["cả nước xuất khẩu, Việt Nam nhập khẩu", ["Vietnam country", "Vietnam country"]],
    ["sold nationwide", ["Vietnam country"]],
  ])("regions and the country: %s", (text, wanted) => {
    expect(read(text.replace("’", "'"))).toEqual(wanted);
  });

  test("the country in a common word is told apart from its name", () => {
    const [common, name] = placesOf(tokensOf("the whole country, Vietnam"), units, false);
    expect(common?.isCommon).toBe(true);
    expect(name?.isCommon).toBeUndefined();
  });

  test.each([
    [
      "sold to China, the US and the EU",
      ["China foreign", "United States foreign", "European Union foreign"],
    ],
    ["sang Nhật Bản, Hàn Quốc, Mỹ", ["Japan foreign", "Korea foreign", "United States foreign"]],
    ["châu Á - Thái Bình Dương", ["Asia-Pacific foreign"]],
    ["South Korea and South Africa", ["Korea foreign", "Africa foreign"]],
  ])("foreign places: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    "By An Nhien, Vietnam Business Forum",
    "the Vietnam News Agency, Voice of Vietnam and Vietnam Airlines",
    "Vietnam Pepper and Spice Association",
    "Hiệp hội Chế biến và Xuất khẩu Thủy sản Việt Nam",
    "Ngân hàng Nhà nước Việt Nam",
    "5,000 Viet Nam Dong and 3 million US dollars, US$40, US41.3 billion",
    "Director Nguyen Long An, đường Điện Biên Phủ, vùng Đồng Tháp Mười",
    "hòa bình và an giang sơn",
    "Chủ tịch Hồ Chí Minh",
    "Phú Mỹ, Mỹ Tho, ông Vương Đình Huệ, Vuong Dinh Hue",
    "đô la Mỹ",
    "47 countries",
  ])("no places: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("texts without accents", () => {
    expect(read("Kim ngach xuat khau cua tinh Ca Mau va ca nuoc, mien Bac", true)).toEqual([
      "Ca Mau province",
      "Vietnam country",
      "Northern region region",
    ]);
    expect(read("gia lai suat tang", true)).toEqual([]);
  });

  test("tokens that the name takes", () => {
    expect(placesOf(tokensOf("ở Bà Rịa - Vũng Tàu, nay"), units, false)).toEqual([
      { kind: "place", name: "Ba Ria-Vung Tau", level: "province", from: 1, to: 6 },
    ]);
  });
});
