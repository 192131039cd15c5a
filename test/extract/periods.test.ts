import { describe, expect, test } from "vitest";
import { periodsOf } from "../../src/extract/periods.ts";
import { tokensOf } from "../../src/extract/token.ts";

/** "first four months of 2024: 1-4 2024 cumulative": the words of each period and what they mean. */
function told(text: string, folded = false): readonly string[] {
  const tokens = tokensOf(text);
  return periodsOf(tokens, folded).map((period) => {
    const words = text.slice(tokens[period.from]?.start, tokens[period.to - 1]?.end);
    const { year, throughYear, yearOffset } = period;
    const parts = [
      `${period.fromMonth}-${period.throughMonth}`,
      year,
      throughYear !== undefined && `to ${throughYear}`,
      yearOffset !== undefined && `this${yearOffset < 0 ? "" : "+"}${yearOffset}`,
      period.isYear && "year",
      period.isCumulative && "cumulative",
      period.isRest && "rest",
    ];
    return `${words}: ${parts.filter((part) => part !== undefined && part !== false).join(" ")}`;
  });
}

describe("English", () => {
  test.each([
    [
      "Sales in the first four months of this year rose",
      "first four months of this year: 1-4 this+0 cumulative",
    ],
    ["the first four months of 2024", "first four months of 2024: 1-4 2024 cumulative"],
    ["over the first 10 months", "first 10 months: 1-10 cumulative"],
    ["a nine-month figure", "nine-month: 1-9 cumulative"],
    ["its 10-month exports", "10-month: 1-10 cumulative"],
    ["the fourmonth total", "fourmonth: 1-4 cumulative"],
    ["the 10month total", "10month: 1-10 cumulative"],
    ["4 months of2024", "4 months of2024: 1-4 2024 cumulative"],
    ["Ten months into the year the port", "Ten months into the year: 1-10 cumulative"],
    ["the past eight months of 2019", "past eight months of 2019: 1-8 2019 cumulative"],
    ["2024's first five months", "2024's first five months: 1-5 2024 cumulative"],
    ["this year's first quarter", "this year's first quarter: 1-3 this+0 cumulative"],
    ["the nine months to September", "nine months to September: 1-9 cumulative"],
    [
      "the 11-month period ending in November 2023",
      "11-month period ending in November 2023: 1-11 2023 cumulative",
    ],
    ["January-May imports", "January-May: 1-5 cumulative"],
    ["the January-to-May period", "January-to-May: 1-5 cumulative"],
    ["Jan-Sept sales", "Jan-Sept: 1-9 cumulative"],
    ["Jan.-Sept. 2023", "Jan.-Sept. 2023: 1-9 2023 cumulative"],
    ["in the Jan-May period of 2023", "Jan-May period of 2023: 1-5 2023 cumulative"],
    ["from January to November 2023", "from January to November 2023: 1-11 2023 cumulative"],
    ["between March and June", "between March and June: 3-6"],
    ["in January and February 2022", "January and February 2022: 1-2 2022 cumulative"],
    ["from October 2023 to March 2024", "from October 2023 to March 2024: 10-3 2023 to 2024"],
    ["It fell in January.", "January: 1-1"],
    ["August exports", "August: 8-8"],
    ["in May 2023", "May 2023: 5-5 2023"],
    ["in Sept. 2023", "Sept. 2023: 9-9 2023"],
    ["H1/2025 revenue", "H1/2025: 1-6 2025 cumulative"],
    ["the first half of last year", "first half of last year: 1-6 this-1 cumulative"],
    ["half-year results", "half-year: 1-6 cumulative"],
    ["in the second half", "second half: 7-12 rest"],
    ["Q2 2024", "Q2 2024: 4-6 2024"],
    ["In Quarter II", "Quarter II: 4-6"],
    ["the first-quarter total", "first-quarter: 1-3 cumulative"],
    ["the first three quarters", "first three quarters: 1-9 cumulative"],
    ["Q1-Q3 2024", "Q1-Q3 2024: 1-9 2024 cumulative"],
    ["in the second and third quarters of 2022", "second and third quarters of 2022: 4-9 2022"],
    ["has sold to date", "to date: 1-0 cumulative"],
    ["so far this year", "so far this year: 1-0 this+0 cumulative"],
    ["Year-to-date sales", "Year-to-date: 1-0 cumulative"],
    ["As of the end of May, sales", "As of the end of May: 1-5 cumulative"],
    ["by the end of June 2024", "by the end of June 2024: 1-6 2024 cumulative"],
    ["by mid-May", "by mid-May: 1-5 cumulative"],
    ["by early May", "by early May: 1-4 cumulative"],
    ["As of October 15, exports", "As of October 15: 1-10 cumulative"],
    ["As of 2 October 2023, exports", "As of 2 October 2023: 1-9 2023 cumulative"],
    ["in the year to September", "the year to September: 1-9 cumulative"],
    ["by the end of the first quarter", "by the end of the first quarter: 1-3 cumulative"],
    [
      "from the beginning of 2024 to the end of May",
      "from the beginning of 2024 to the end of May: 1-5 2024 cumulative",
    ],
    ["January 1 - October 15, 2023", "January 1 - October 15, 2023: 1-10 2023 cumulative"],
    ["January 1 to October 15", "January 1 to October 15: 1-10 cumulative"],
    ["this year", "this year: 1-12 this+0 year"],
    ["the previous year", "previous year: 1-12 this-1 year"],
    ["next year", "next year: 1-12 this+1 year"],
    ["in 2023", "2023: 1-12 2023 year"],
    ["the full-year target", "full-year: 1-12 year"],
    ["the whole of 2024", "whole of 2024: 1-12 2024 year"],
    ["by the year's end", "by the year's end: 1-12 year"],
    ["by the end of this year", "by the end of this year: 1-12 this+0 year"],
    ["the 2021 - 2030 period", "2021 - 2030: 1-12 2021 to 2030 year"],
    ["by 2030", "by 2030: 1-12 to 2030 year"],
    ["in the remaining months of 2024", "remaining months of 2024: 0-12 2024 rest"],
    ["the last three months of the year", "last three months of the year: 10-12 rest"],
    ["the last three months", "last three months: 1-3 cumulative"],
    ["the rest of the year", "rest of the year: 0-12 rest"],
    ["in the last two quarters", "last two quarters: 7-12 rest"],
    ["over the same period in 2021", "2021: 1-12 2021 year"],
  ])("%s", (text, wanted) => {
    expect(told(text)).toEqual([wanted]);
  });

  test.each([
    "in 6/20 provinces",
    "after 17 years",
    "the 5-year plan",
    "up month-on-month and year-on-year",
    "Decree 66/2020 and Resolution 12/2021/ND",
    "On October 11 a conference",
    "signed on 11 October",
    "a 12 month low",
    "six-month deposits",
    "eight months ago",
    "three quarters of the target",
    "at constant 2010 prices",
    "it may rise; they march on",
    "Ngo May ward",
    "2023 tonnes and $2024",
    "https://example.com/202209/first-six-months-2018.html",
    "in the month, within the year",
  ])("no period: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("two periods that share a year", () => {
    expect(told("in June and the first six months of 2018")).toEqual([
      "June: 6-6 2018",
      "first six months of 2018: 1-6 2018 cumulative",
    ]);
  });
  test("a half of a month is no half of a year", () => {
    expect(told("in the first half of October")).toEqual(["October: 10-10"]);
  });
  test("an address is passed over, its neighbours are read", () => {
    expect(told("In 2023, see www.example.vn/2021/q1 for Q2.")).toEqual(["2023: 1-12 2023 year", "Q2: 4-6"]);
  });
});

describe("Vietnamese", () => {
  test.each([
    ["4 tháng đầu năm, tỉnh", "4 tháng đầu năm: 1-4 cumulative"],
    ["4 tháng đầu năm (2024)", "4 tháng đầu năm (2024): 1-4 2024 cumulative"],
    ["bốn tháng", "bốn tháng: 1-4 cumulative"],
    ["sáu tháng đầu năm nay", "sáu tháng đầu năm nay: 1-6 this+0 cumulative"],
    ["Năm tháng đầu năm 2023", "Năm tháng đầu năm 2023: 1-5 2023 cumulative"],
    ["9 tháng năm 2020", "9 tháng năm 2020: 1-9 2020 cumulative"],
    ["9 tháng/2020", "9 tháng/2020: 1-9 2020 cumulative"],
    ["9T/2024", "9T/2024: 1-9 2024 cumulative"],
    ["9T2024", "9T2024: 1-9 2024 cumulative"],
    ["trong 11 tháng", "11 tháng: 1-11 cumulative"],
    ["4tháng", "4tháng: 1-4 cumulative"],
    ["6thángđầu năm 2018", "6thángđầu năm 2018: 1-6 2018 cumulative"],
    ["nửa đầu năm 2019", "nửa đầu năm 2019: 1-6 2019 cumulative"],
    ["6 tháng cuối năm", "6 tháng cuối năm: 7-12 rest"],
    ["3 tháng còn lại của năm", "3 tháng còn lại của năm: 10-12 rest"],
    ["quý I", "quý I: 1-3 cumulative"],
    ["quý 1/2021", "quý 1/2021: 1-3 2021 cumulative"],
    ["quý I-2021", "quý I-2021: 1-3 2021 cumulative"],
    ["quí II", "quí II: 4-6"],
    ["quý 2 năm 2023", "quý 2 năm 2023: 4-6 2023"],
    ["quý IV năm trước", "quý IV năm trước: 10-12 this-1"],
    ["quý 1.2021", "quý 1.2021: 1-3 2021 cumulative"],
    ["quý I và quý II", "quý I và quý II: 1-6 cumulative"],
    ["Tháng đầu năm 2025", "Tháng đầu năm 2025: 1-1 2025 cumulative"],
    ["ba quý đầu năm", "ba quý đầu năm: 1-9 cumulative"],
    ["Riêng tháng 6", "tháng 6: 6-6"],
    ["tháng 11/2017", "tháng 11/2017: 11-11 2017"],
    ["tháng 6.2023", "tháng 6.2023: 6-6 2023"],
    ["tháng Giêng", "tháng Giêng: 1-1"],
    ["tháng mười một", "tháng mười một: 11-11"],
    ["tháng Năm", "tháng Năm: 5-5"],
    ["từ tháng 1 đến tháng 5", "từ tháng 1 đến tháng 5: 1-5 cumulative"],
    ["tháng 1-5/2024", "tháng 1-5/2024: 1-5 2024 cumulative"],
    ["tháng 1 và 2", "tháng 1 và 2: 1-2 cumulative"],
    ["Lũy kế 11 tháng", "Lũy kế 11 tháng: 1-11 cumulative"],
    ["Luỹ kế đến hết tháng 5/2024", "Luỹ kế đến hết tháng 5/2024: 1-5 2024 cumulative"],
    ["lũy kế tháng 8", "lũy kế tháng 8: 1-8 cumulative"],
    ["Cộng dồn, tỉnh", "Cộng dồn: 1-0 cumulative"],
    ["Lũy kế giá trị hàng bán ra 8 tháng", "8 tháng: 1-8 cumulative"],
    ["Tính chung 9 tháng", "Tính chung 9 tháng: 1-9 cumulative"],
    ["từ đầu năm đến nay", "từ đầu năm đến nay: 1-0 cumulative"],
    ["từ đầu năm tới nay", "từ đầu năm tới nay: 1-0 cumulative"],
    ["Từ đầu năm 2024 đến nay", "Từ đầu năm 2024 đến nay: 1-0 2024 cumulative"],
    ["Từ đầu năm đến hết tháng 5", "Từ đầu năm đến hết tháng 5: 1-5 cumulative"],
    ["từ đầu năm đến nay (tháng 7/2019)", "từ đầu năm đến nay (tháng 7/2019): 1-6 2019 cumulative"],
    ["tính đến hết tháng 5", "tính đến hết tháng 5: 1-5 cumulative"],
    ["đến hết quý II", "đến hết quý II: 1-6 cumulative"],
    ["đến hết tháng 9/2023", "đến hết tháng 9/2023: 1-9 2023 cumulative"],
    ["Đến ngày 15/5", "Đến ngày 15/5: 1-5 cumulative"],
    ["đến 30/6/2021", "đến 30/6/2021: 1-6 2021 cumulative"],
    ["cả năm 2023", "cả năm 2023: 1-12 2023 year"],
    ["ước cả năm", "cả năm: 1-12 year"],
    ["Năm 2022", "Năm 2022: 1-12 2022 year"],
    ["năm ngoái", "năm ngoái: 1-12 this-1 year"],
    ["năm tới", "năm tới: 1-12 this+1 year"],
    ["giai đoạn 2021-2025", "2021-2025: 1-12 2021 to 2025 year"],
    ["đến năm 2030", "đến năm 2030: 1-12 to 2030 year"],
    ["đến cuối năm 2024", "đến cuối năm 2024: 1-12 2024 year"],
    ["những tháng cuối năm", "những tháng cuối năm: 0-12 rest"],
    ["từ nay đến cuối năm", "từ nay đến cuối năm: 0-12 rest"],
    ["so với cùng kỳ năm 2020", "năm 2020: 1-12 2020 year"],
  ])("%s", (text, wanted) => {
    expect(told(text)).toEqual([wanted]);
  });

  test.each([
    "suốt 20 năm",
    "trong 5 năm qua",
    "nhiều năm trước",
    "so với tháng trước",
    "ngày 26/10/2024",
    "ngày 26 tháng 10 năm 2022",
    "sáng 26 tháng 10",
    "giá so sánh năm 2010",
    "theo giá so sánh 2010",
    "Nghị quyết số 12/2021/NQ-HĐND",
    "mỗi tháng 2 lần",
    "kỳ hạn 6 tháng",
    "đạt 50% kế hoạch năm",
    "ngành dệt may, May 10",
  ])("no period: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("a month and the months to it", () => {
    expect(told("Tháng 6 và 6 tháng đầu năm 2018")).toEqual([
      "Tháng 6: 6-6 2018",
      "6 tháng đầu năm 2018: 1-6 2018 cumulative",
    ]);
  });
});

describe("Vietnamese without accents", () => {
  test.each([
    ["4 thang dau nam 2024", "4 thang dau nam 2024: 1-4 2024 cumulative"],
    ["sau thang dau nam", "sau thang dau nam: 1-6 cumulative"],
    ["sau thang 6", "thang 6: 6-6"],
    ["quy I nam 2021", "quy I nam 2021: 1-3 2021 cumulative"],
    ["nua dau nam nay", "nua dau nam nay: 1-6 this+0 cumulative"],
    ["tu dau nam den nay", "tu dau nam den nay: 1-0 cumulative"],
    ["luy ke den het thang 9/2023", "luy ke den het thang 9/2023: 1-9 2023 cumulative"],
    ["cung ky nam truoc", "nam truoc: 1-12 this-1 year"],
    ["tinh Quang Nam 2023", "2023: 1-12 2023 year"],
  ])("%s", (text, wanted) => {
    expect(told(text, true)).toEqual([wanted]);
  });
  test.each(["quy mo 20 nam", "Quang Nam truoc day", "ngay 26 thang 10 nam 2022", "May 10, Det May"])(
    "no period: %s",
    (text) => {
      expect(told(text, true)).toEqual([]);
    },
  );
});
