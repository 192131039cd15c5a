import { describe, expect, test } from "vitest";
import { percentRole } from "../../src/extract/percent-role.ts";
import { sentenceOf } from "../../src/extract/sentence.ts";
import { itemsOfText } from "./items-of-text.ts";

/** What each percentage and each multiple of a text tells, with the ratio and how it is written where it has them. */
function rolesOf(text: string): unknown[] {
  const { items, tokens } = itemsOfText(text);
  const { roles } = sentenceOf(items, tokens);
  return items.flatMap((item) => {
    const found = roles.get(item);
    if (!found) return [];
    return "ratio" in found ? [[found.role, found.ratio, found.written]] : [found.role];
  });
}

type Case = readonly [text: string, ...roles: (string | readonly [string, number, string])[]];

const ENGLISH: readonly Case[] = [
  ["The province fulfilled 61.4% of the yearly plan.", ["share", 0.614, "61.4%"]],
  ["The result was 2.73% above the annual target.", ["share", 1.0273, "102.73%"]],
  ["Collections were 5% below the target.", ["share", 0.95, "95%"]],
  ["The total reached 104% of the estimate.", ["share", 1.04, "104%"]],
  ["Collections surpassed the plan by 3.5%.", ["share", 1.035, "103.5%"]],
  ["Exports climbed 8.2% year on year.", ["growth", 0.082, "8.2%"]],
  ["Imports slid by 4% against the same period of last year.", ["growth", -0.04, "-4%"]],
  ["Receipts were equal to 93.5% of the same period last year.", ["growth", -0.065, "-6.5%"]],
  ["Sales were 2.2 times higher than in the same period of 2020.", ["growth", 1.2, "120%"]],
  ["Output went up 6% from 2020.", ["growth", 0.06, "6%"]],
  ["Retail sales (+7.25%) led the way.", ["growth", 0.0725, "7.25%"]],
  ["Exports dropped 3% from the previous month.", "previousPeriod"],
  ["Shipments rose 9% in volume.", "volume"],
  ["Footwear made up 40% of the total.", "composition"],
  ["The economy expanded by 7% a year.", "perYear"],
  ["Growth was 1.5 percentage points faster.", "points"],
  ["Growth beat the target by 1.5 percentage points.", "pointsAbove"],
  ["Of those asked, 12% said so.", "none"],
  ["Revenue met 55% of the plan and rose 9% year on year.", ["share", 0.55, "55%"], ["growth", 0.09, "9%"]],
  [
    "Exports rose 11% year on year, equal to 48.2% of the annual target.",
    ["growth", 0.11, "11%"],
    ["share", 0.482, "48.2%"],
  ],
];

const VIETNAMESE: readonly Case[] = [
  ["Kết quả này bằng 61,4% kế hoạch năm.", ["share", 0.614, "61.4%"]],
  ["Thu ngân sách vượt 2,73% dự toán năm.", ["share", 1.0273, "102.73%"]],
  ["Kim ngạch xuất khẩu tăng 8,2% so với cùng kỳ năm trước.", ["growth", 0.082, "8.2%"]],
  ["Kim ngạch nhập khẩu giảm 4% so cùng kỳ.", ["growth", -0.04, "-4%"]],
  ["Doanh thu bằng 93,5% so với cùng kỳ.", ["growth", -0.065, "-6.5%"]],
  ["Kim ngạch xuất khẩu gấp 2,2 lần cùng kỳ năm trước.", ["growth", 1.2, "120%"]],
  ["Xuất khẩu giảm 3% so với tháng trước.", "previousPeriod"],
  ["Xuất khẩu gạo tăng 9% về lượng.", "volume"],
  ["Giày da chiếm 40% tổng kim ngạch xuất khẩu.", "composition"],
  ["Kinh tế tăng trưởng 7% mỗi năm.", "perYear"],
  [
    "Thu ngân sách đạt 55% dự toán và tăng 9% so với cùng kỳ.",
    ["share", 0.55, "55%"],
    ["growth", 0.09, "9%"],
  ],
];

const toCase = ([text, ...wanted]: Case) => ({ text, wanted });

describe("percentRole", () => {
  test.each(ENGLISH.map(toCase))("English: $text", ({ text, wanted }) => {
    expect(rolesOf(text)).toEqual(wanted);
  });

  test.each(VIETNAMESE.map(toCase))("Vietnamese: $text", ({ text, wanted }) => {
    expect(rolesOf(text)).toEqual(wanted);
  });

  test("takes the cues that it uses, so that the next percentage does not", () => {
    const { items, tokens } = itemsOfText("Exports rose 8% and 5% of firms closed.");
    const consumed = new Set<(typeof items)[number]>();
    const at = items.findIndex(({ kind }) => kind === "percent");
    expect(percentRole(items, at, tokens, consumed).role).toBe("growth");
    expect([...consumed]).toEqual([expect.objectContaining({ kind: "cue", cue: "rise" })]);
  });
});
