import { describe, expect, test } from "vitest";
import { componentsOf } from "../../src/extract/components.ts";
import { indicatorsOf } from "../../src/extract/indicators.ts";
import { tokensOf } from "../../src/extract/token.ts";

const read = (text: string, folded = false): string[] =>
  componentsOf(tokensOf(text.normalize("NFC")), folded).map(({ name }) => name);

describe("componentsOf", () => {
  test.each([
    ["rice, seafood and leather shoes", ["rice", "aquatic_products", "footwear"]],
    ["textiles and garments; wood products; cashew nuts", ["garments", "wood_products", "cashew"]],
    ["fruits and vegetables, black pepper, natural rubber", ["vegetables_fruit", "pepper", "rubber"]],
    ["farm exports and 5 agricultural products", ["agricultural_products", "agricultural_products"]],
    ["tra fish and shrimp", ["pangasius", "shrimp"]],
    ["computers, electronic products and components", ["electronics"]],
    ["the processing and manufacturing industry; the mining sector", ["manufacturing", "mining"]],
    ["electricity production and distribution up 5%", ["electricity"]],
    ["water supply and waste treatment up 5%", ["water_waste"]],
    ["industry and construction, up 9%", ["industry_construction"]],
    ["services grew by 8%", ["services"]],
    [
      "foreign-invested firms, state-owned enterprises and domestic enterprises",
      ["fdi_sector", "state_sector", "domestic_enterprises"],
    ],
    ["domestic revenue and revenue from import-export activities", ["domestic_revenue", "customs_revenue"]],
    ["accommodation and catering services", ["accommodation_catering"]],
    ["excluding crude oil", ["excluding_crude_oil"]],
    ["Retail sales of goods made up 70%", ["goods"]],
  ])("English: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    ["gạo, thủy sản, giày da và dệt may", ["rice", "aquatic_products", "footwear", "garments"]],
    ["cà phê, hồ tiêu, hạt điều, cao su", ["coffee", "pepper", "cashew", "rubber"]],
    ["gỗ và sản phẩm từ gỗ, phân bón, sắt thép", ["wood_products", "fertilizer", "steel"]],
    ["ngành chế biến, chế tạo; khai khoáng; điện nước", ["manufacturing", "mining", "utilities"]],
    ["sản xuất và phân phối điện, cung cấp nước và xử lý rác thải", ["electricity", "water_waste"]],
    ["khu vực công nghiệp - xây dựng; dịch vụ tăng 8%", ["industry_construction", "services"]],
    ["khối doanh nghiệp trong nước, doanh nghiệp FDI", ["domestic_enterprises", "fdi_sector"]],
    ["khu vực có vốn đầu tư nước ngoài, khu vực nhà nước", ["fdi_sector", "state_sector"]],
    [
      "dịch vụ lưu trú, ăn uống; du lịch lữ hành; dịch vụ khác",
      ["accommodation_catering", "travel", "services_other"],
    ],
    ["thu nội địa, thu từ hoạt động xuất nhập khẩu", ["domestic_revenue", "customs_revenue"]],
    ["nếu không kể dầu thô", ["excluding_crude_oil"]],
    ["doanh thu bán lẻ hàng hóa", ["goods"]],
    ["hàng hóa khác", ["other_goods"]],
    ["gồm: điều 30 triệu USD, tiêu hơn 20 triệu USD", ["cashew", "pepper"]],
  ])("Vietnamese: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    "the Department of Industry and Trade",
    "rice farmers, seafood processing",
    "goods worth 677 million USD",
    "projects under construction for 5 years",
    "Sở Nông nghiệp và Phát triển nông thôn, khu công nghiệp",
    "giá trị hàng hóa 5 tỷ",
    "sold to China",
    "Theo điều 5 triệu, mục tiêu 20 triệu USD, con đường 3 tỷ đồng",
  ])("no component: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    "Total retail sales of consumer goods and services",
    "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tăng 8%",
    "Giá trị sản xuất công nghiệp đạt 5 tỷ đồng",
  ])("words of an indicator's name lie within it: %s", (text) => {
    const tokens = tokensOf(text);
    const [whole] = indicatorsOf(tokens, false);
    for (const { from, to } of componentsOf(tokens, false)) {
      expect(from).toBeGreaterThanOrEqual(whole?.from as number);
      expect(to).toBeLessThanOrEqual(whole?.to as number);
    }
  });

  test("parts of one indicator name it", () => {
    expect(componentsOf(tokensOf("thu nội địa"), false)).toEqual([
      { kind: "component", name: "domestic_revenue", of: "state_budget", from: 0, to: 3 },
    ]);
  });

  test("texts without accents", () => {
    expect(read("gao 5 trieu USD, thuy san, giay da", true)).toEqual([
      "rice",
      "aquatic_products",
      "footwear",
    ]);
    expect(read("san xuat, giay phep, dua ra, che do", true)).toEqual([]);
  });
});
