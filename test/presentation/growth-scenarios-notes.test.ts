import { describe, expect, test } from "vitest";
import {
  GROWTH_SCENARIOS_NOTE_CODES,
  type GrowthScenariosNote,
} from "../../src/engine/growth-scenarios/growth-scenarios-note.ts";
import { growthScenariosNote } from "../../src/presentation/growth-scenarios-notes.ts";

const scenario = "base";
const NOTES: readonly (readonly [GrowthScenariosNote, string, string])[] = [
  [{ code: "nominalGrowth", values: { priceBasis: "current" } }, "nominal", "danh nghĩa"],
  [{ code: "priceBasisNotTold", values: {} }, "prices were not told", "Chưa nêu loại giá"],
  [{ code: "sharesScaled", values: { sum: 0.99 } }, "add up to 99%", "cộng lại bằng 99%"],
  [
    { code: "roundedStatement", values: { scenario, span: "H2", stated: 0.08, growth: 0.07988 } },
    "the second half was told as 8%; the other figures make 7.99%",
    "6 tháng cuối năm được nêu là 8%; tính từ các số liệu khác là 7,99%",
  ],
  [{ code: "solvedAtLowerEnd", values: { scenario, growth: 0.08 } }, "at least 8%", "từ 8% trở lên"],
  [
    { code: "componentsDiffer", values: { scenario, span: "year", points: -0.0021 } },
    "make 0.21 percentage points less",
    "thấp hơn mức tăng chung 0,21 điểm phần trăm",
  ],
  [
    {
      code: "componentLeft",
      values: { scenario, component: "services", span: "Q1", stated: 0.07, growth: 0.0655 },
    },
    "services was told to grow 7% in the first quarter",
    "services được nêu tốc độ tăng 7% trong quý I, trong khi tính từ mức tăng chung và các khu vực khác là 6,55%",
  ],
  [
    { code: "knownAsAWhole", values: { span: "H1" } },
    "Only the whole of the first half is known",
    "Mới có số liệu chung của 6 tháng đầu năm",
  ],
  [{ code: "monthsNotUsed", values: { months: 2 } }, "latest 2 months", "2 tháng gần nhất"],
];

describe("remarks on growth scenarios", () => {
  test("all are shown here", () => {
    expect(NOTES.map(([{ code }]) => code).sort()).toEqual([...GROWTH_SCENARIOS_NOTE_CODES].sort());
  });

  test.each(NOTES)("$code in both languages", (note, english, vietnamese) => {
    expect(growthScenariosNote(note, "en")).toContain(english);
    expect(growthScenariosNote(note, "vi")).toContain(vietnamese);
    for (const lang of ["en", "vi"] as const)
      expect(growthScenariosNote(note, lang)).toMatch(/^\p{Lu}.*\.$/u);
  });
});
