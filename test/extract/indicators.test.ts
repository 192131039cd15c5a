import { describe, expect, test } from "vitest";
import { INDICATORS, indicatorsOf, labelOf } from "../../src/extract/indicators.ts";
import { tokensOf } from "../../src/extract/token.ts";

const mentionsOf = (text: string, folded = false) => indicatorsOf(tokensOf(text.normalize("NFC")), folded);
/** Names with the words they were read from. */
function read(text: string, folded = false): Record<string, string>[] {
  const tokens = tokensOf(text);
  return indicatorsOf(tokens, folded).map(({ name, from, to }) => ({
    [name]: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
  }));
}

describe("indicatorsOf", () => {
  test.each<[string, Record<string, string>[]]>([
    ["Export turnover hit 12 million USD.", [{ exports: "Export turnover" }]],
    ["The total export revenue stood at $3 million", [{ exports: "total export revenue" }]],
    [
      "It made $5 million from exports and spent 2 on imports",
      [{ exports: "exports" }, { imports: "imports" }],
    ],
    ["Overseas sales of the province reached 9 million USD", [{ exports: "Overseas sales" }]],
    ["The value of exported goods was $80 million", [{ exports: "value of exported goods" }]],
    ["In May it exported goods worth $8 million", [{ exports: "exported goods" }]],
    ["By June it had exported $70 million of fish", [{ exports: "exported" }]],
    ["It aims to export 500 million USD", [{ exports: "export" }]],
    ["Import-export turnover was $7 billion", [{ trade_turnover: "Import-export turnover" }]],
    ["Total exports and imports were $7 billion", [{ trade_turnover: "Total exports and imports" }]],
    [
      "Exports and imports were 5 and 4 million USD, respectively",
      [{ exports: "Exports" }, { imports: "imports" }],
    ],
    ["The trade surplus was $3 billion", [{ trade_balance: "trade surplus" }]],
    [
      "Industrial production value rose 7% to 900 billion VND",
      [{ industrial_production_value: "Industrial production value" }],
    ],
    ["The gross industrial output value", [{ industrial_production_value: "gross industrial output value" }]],
    ["Industrial output was worth 90 billion VND", [{ industrial_production_value: "Industrial output" }]],
    ["Industrial production grew 9 percent", [{ iip: "Industrial production" }]],
    [
      "The index of industrial production (IIP) was up 4%",
      [{ iip: "The index of industrial production (IIP)" }],
    ],
    [
      "Total retail sales of consumer goods and services were up",
      [{ retail_sales: "Total retail sales of consumer goods and services" }],
    ],
    [
      "Retail sales of goods and consumer service revenue",
      [{ retail_sales: "Retail sales of goods and consumer service revenue" }],
    ],
    ["Retail sales of goods made up 70%", [{ retail_sales: "Retail sales" }]],
    ["Total retail sales of goods made 70 billion", [{ retail_sales: "Total retail sales of goods" }]],
    ["Revenue from trade and services", [{ retail_sales: "Revenue from trade and services" }]],
    ["total retail and service revenue", [{ retail_sales: "total retail and service revenue" }]],
    ["State budget collection was 3 trillion VND", [{ state_budget: "State budget collection" }]],
    [
      "budget expenditure and budget revenue",
      [{ state_budget_expenditure: "budget expenditure" }, { state_budget: "budget revenue" }],
    ],
    ["Gross regional domestic product (GRDP) grew", [{ grdp: "Gross regional domestic product (GRDP)" }]],
    ["GRDP growth was 7%", [{ grdp_growth: "GRDP growth" }]],
    ["The added value of industry", [{ value_added: "added value" }]],
    ["FDI attraction reached 300 million USD", [{ fdi: "FDI attraction" }]],
    [
      "Disbursement of public investment was 55%",
      [{ public_investment: "Disbursement of public investment" }],
    ],
    ["total social investment capital", [{ investment: "total social investment capital" }]],
    ["Tourism revenue doubled", [{ tourism_revenue: "Tourism revenue" }]],
    ["registered capital of 30 million USD", [{ other: "registered capital" }]],
    [
      "outstanding loans and the average income",
      [{ other: "outstanding loans" }, { other: "average income" }],
    ],
    ["90 million USD from exporting coffee", [{ exports: "from exporting" }]],
    ["paid 5 billion VND to the State budget", [{ state_budget: "to the State budget" }]],
    [
      "The industrial production index of the whole industry rose 7%",
      [{ iip: "The industrial production index of the whole industry" }],
    ],
    ["rice prices", [{ other: "rice prices" }]],
  ])("English: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each<[string, Record<string, string>[]]>([
    ["Kim ngạch xuất khẩu hàng hóa ước 50 triệu USD", [{ exports: "Kim ngạch xuất khẩu hàng hóa" }]],
    ["Tổng giá trị xuất khẩu đạt", [{ exports: "Tổng giá trị xuất khẩu" }]],
    ["KNXK đạt 5 triệu, kim ngạch NK 3 triệu", [{ exports: "KNXK" }, { imports: "kim ngạch NK" }]],
    ["kim ngạch hàng hóa xuất khẩu", [{ exports: "kim ngạch hàng hóa xuất khẩu" }]],
    ["Kim ngạch xuất nhập khẩu đạt", [{ trade_turnover: "Kim ngạch xuất nhập khẩu" }]],
    ["Kim ngạch xuất, nhập khẩu đạt", [{ trade_turnover: "Kim ngạch xuất, nhập khẩu" }]],
    ["Nhập khẩu giảm; tổng kim ngạch 3 tỷ", [{ imports: "Nhập khẩu" }, { imports: "tổng kim ngạch" }]],
    ["Doanh thu từ xuất khẩu 3 tỷ USD", [{ exports: "Doanh thu từ xuất khẩu" }]],
    ["Tổng kim ngạch xuất khẩu toàn tỉnh", [{ exports: "Tổng kim ngạch xuất khẩu" }]],
    ["Tăng trưởng kinh tế (GRDP) đạt", [{ grdp_growth: "Tăng trưởng kinh tế (GRDP)" }]],
    ["Tổng kim ngạch 3 tỷ USD", [{ exports: "Tổng kim ngạch" }]],
    ["tỉnh xuất siêu 90 triệu USD", [{ trade_balance: "xuất siêu" }]],
    [
      "Giá trị sản xuất toàn ngành công nghiệp",
      [{ industrial_production_value: "Giá trị sản xuất toàn ngành công nghiệp" }],
    ],
    ["GTSXCN ước 70 tỷ đồng", [{ industrial_production_value: "GTSXCN" }]],
    [
      "Chỉ số sản xuất toàn ngành công nghiệp (IIP) tăng",
      [{ iip: "Chỉ số sản xuất toàn ngành công nghiệp (IIP)" }],
    ],
    ["Sản xuất công nghiệp tăng 9%", [{ iip: "Sản xuất công nghiệp" }]],
    ["Sản xuất công nghiệp đạt 900 tỷ đồng", [{ industrial_production_value: "Sản xuất công nghiệp" }]],
    [
      "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng",
      [{ retail_sales: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng" }],
    ],
    ["tổng mức bán lẻ hàng hóa, dịch vụ ước", [{ retail_sales: "tổng mức bán lẻ hàng hóa, dịch vụ" }]],
    ["bán lẻ và dịch vụ tăng", [{ retail_sales: "bán lẻ và dịch vụ" }]],
    ["Tổng mức lưu chuyển hàng hóa bán lẻ", [{ retail_sales: "Tổng mức lưu chuyển hàng hóa bán lẻ" }]],
    ["Doanh thu bán lẻ hàng hóa ước", [{ retail_sales: "Doanh thu bán lẻ" }]],
    [
      "Tổng thu ngân sách nhà nước trên địa bàn tỉnh",
      [{ state_budget: "Tổng thu ngân sách nhà nước trên địa bàn tỉnh" }],
    ],
    [
      "Thu NSNN và chi ngân sách",
      [{ state_budget: "Thu NSNN" }, { state_budget_expenditure: "chi ngân sách" }],
    ],
    ["Tổng sản phẩm trên địa bàn (GRDP) tăng", [{ grdp: "Tổng sản phẩm trên địa bàn (GRDP)" }]],
    ["Tốc độ tăng trưởng GRDP", [{ grdp_growth: "Tốc độ tăng trưởng GRDP" }]],
    ["Giá trị tăng thêm", [{ value_added: "Giá trị tăng thêm" }]],
    ["Tổng vốn đầu tư toàn xã hội", [{ investment: "Tổng vốn đầu tư toàn xã hội" }]],
    ["Giải ngân vốn đầu tư công", [{ public_investment: "Giải ngân vốn đầu tư công" }]],
    ["thu hút vốn FDI đạt", [{ fdi: "thu hút vốn FDI" }]],
    ["giá trị sản xuất thủy sản", [{ fishery_production_value: "giá trị sản xuất thủy sản" }]],
    ["tổng vốn đăng ký 5 tỷ", [{ other: "tổng vốn đăng ký" }]],
    ["dư nợ tín dụng, lợi nhuận sau thuế", [{ other: "dư nợ tín dụng" }, { other: "lợi nhuận sau thuế" }]],
  ])("Vietnamese: %s", (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    "30 export enterprises, export markets, an export licence and import-export firms in 2024",
    "the Export Information Portal of 2023",
    "import and export activities in 2024",
    "the exported products in 3 markets",
    "FDI enterprises and foreign direct investment (FDI) projects",
    "30 doanh nghiệp xuất khẩu, 5 thị trường xuất khẩu, các mặt hàng xuất khẩu",
    "thuế nhập khẩu",
    "khối doanh nghiệp FDI, khu vực có vốn đầu tư nước ngoài",
    "retail outlets, cửa hàng bán lẻ",
    "support for production and export of farm produce.",
    "thuế giá trị gia tăng, value-added tax",
    "The farmers earned 5 million VND each.",
    "tính theo giá hiện hành, at current prices",
  ])("no indicator: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("verbs of selling count where the sentence goes abroad", () => {
    const [mention] = mentionsOf("The city raked in over 90 million USD by selling fish overseas.");
    expect(mention).toMatchObject({ name: "exports", isVerbal: true });
    expect(mentionsOf("The city raked in 90 million USD. Overseas visitors came.")).toEqual([]);
  });

  test("price bases go to the mention of their sentence", () => {
    const basisOf = (text: string) => mentionsOf(text)[0]?.priceBasis;
    expect(basisOf("GRDP (giá so sánh 2010) ước 900 tỷ đồng")).toBe("constant2010");
    expect(basisOf("Theo giá so sánh năm 2010, GRDP ước 900 tỷ đồng")).toBe("constant2010");
    expect(basisOf("GRDP at constant 2010 prices was 900 billion VND")).toBe("constant2010");
    expect(basisOf("GRDP theo giá hiện hành ước 900 tỷ đồng")).toBe("current");
    expect(basisOf("GRDP ước 900 tỷ đồng. Giá hiện hành")).toBeUndefined();
  });

  test("units and other money", () => {
    expect(mentionsOf("exports")[0]).toEqual({
      kind: "indicator",
      name: "exports",
      unit: "USD million",
      from: 0,
      to: 1,
    });
    expect(mentionsOf("xuất siêu")[0]).toEqual({
      kind: "indicator",
      name: "trade_balance",
      isOther: true,
      from: 0,
      to: 2,
    });
  });

  test("texts without accents", () => {
    expect(read("Tong muc ban le hang hoa va doanh thu dich vu", true)).toEqual([
      { retail_sales: "Tong muc ban le hang hoa va doanh thu dich vu" },
    ]);
    expect(read("Tinh Gia Lai co 5 doanh nghiep xuat khau", true)).toEqual([]);
    expect(read("kim ngach xuat khau, thu ngan sach", true)).toEqual([
      { exports: "kim ngach xuat khau" },
      { state_budget: "thu ngan sach" },
    ]);
  });
});

describe("the vocabulary", () => {
  test("each indicator is found by its own names", () => {
    for (const { name, en, vi } of INDICATORS)
      for (const text of [en, vi])
        expect(
          mentionsOf(text).map((each) => each.name),
          text,
        ).toEqual([name]);
  });

  test("labels", () => {
    expect(labelOf({ name: "iip" })).toBe("iip");
    expect(labelOf({ name: "grdp", priceBasis: "current" })).toBe("grdp");
    expect(labelOf({ name: "industrial_production_value", priceBasis: "constant2010" }, "mining")).toBe(
      "industrial_production_value:mining",
    );
  });
});
