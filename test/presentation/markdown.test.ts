import { describe, expect, test } from "vitest";
import { PARTS } from "../../src/presentation/answers.ts";
import { presentMarkdown } from "../../src/presentation/markdown.ts";
import { presentSentence } from "../../src/presentation/sentence.ts";
import { exports2024, exportsPlan2024, history2024, minimal, OUTLOOKS } from "./fixtures.ts";

test("it begins with the paragraph of the report", () => {
  const paragraph = presentSentence(exports2024, { lang: "en" });
  expect(presentMarkdown(exports2024, "outlook", { lang: "en" }).split("\n\n")[0]).toBe(paragraph);
});

test("targets in English, without columns that are empty", () => {
  expect(presentMarkdown(exportsPlan2024, "attainment", { lang: "en" })).toContain(
    [
      "## Targets",
      "",
      "| Target | Amount | Attained | Still to come | Probability | With the plan as evidence | Status | Needed a month | Times the pace so far | Growth needed on last year |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
      "| The plan | US$920 million | 31.5% | US$630 million | 71% | 83% | likely | US$78.75 million | 1.09 | +1.5% |",
    ].join("\n"),
  );
  expect(presentMarkdown(exportsPlan2024, "run-rate", { lang: "en" })).not.toContain("Probability");
});

test("coherence in Vietnamese is written from its parts", () => {
  const markdown = presentMarkdown(exports2024, "coherence", { lang: "vi" });
  expect(markdown).toContain("Kết luận: **mâu thuẫn**.");
  expect(markdown).toContain(
    "| Mâu thuẫn | Theo số lũy kế và tỷ lệ thực hiện kế hoạch, kế hoạch năm phải nằm trong khoảng từ 916,3 đến 922,3 triệu USD, trong khi báo cáo nêu 1.000 triệu USD | Số lũy kế, tỷ lệ thực hiện kế hoạch và kế hoạch năm | Khớp nếu kế hoạch năm là một mức khác: từ 916,3 đến 922,3 triệu USD; Khớp nếu số lũy kế có giá trị khác: từ 315,5 đến 316,5 triệu USD |",
  );
  expect(markdown).not.toMatch(/ytd|shareOfTarget|holds/);
});

test("the path names its unit once, in the language", () => {
  expect(presentMarkdown(exports2024, "forecast", { lang: "vi" })).toContain(
    "## Diễn biến trong năm (triệu USD)",
  );
  expect(presentMarkdown(exports2024, "forecast", { lang: "en" })).toContain(
    "| May 2024 | forecast | 82.35 | 70.1 to 95.2 | 372.3 | 360.1 to 385.2 |",
  );
});

test("a horizon beyond the year's end goes on in the path", () => {
  const markdown = presentMarkdown(history2024, "forecast", { lang: "vi" });
  expect(markdown).toContain("## Diễn biến theo kỳ (triệu USD)");
  expect(markdown).toContain(
    "| Tháng 1/2025 | dự báo | 81,5 | từ 71,5 đến 91,5 | 81,5 | từ 61,5 đến 101,5 |",
  );
});

test("quarters have a table", () => {
  expect(presentMarkdown(history2024, "forecast", { lang: "en" })).toContain(
    [
      "## Quarters (million USD)",
      "",
      "| Quarter | State | Value | 80% interval |",
      "| --- | --- | --- | --- |",
      "| Q3 2024 | actual | 225.4 |  |",
      "| Q4 2024 | forecast | 226.3 | 213 to 240.1 |",
    ].join("\n"),
  );
  expect(presentMarkdown(exports2024, "forecast", { lang: "en" })).not.toContain("## Quarters");
});

test("the backtest has a sentence and a row a year", () => {
  expect(presentMarkdown(history2024, "forecast", { lang: "en" })).toContain(
    [
      "## Backtest (million USD)",
      "",
      "At the same point of three earlier years the 80% interval held the result in two; the mean absolute error was 2.0%.",
      "",
      "| Year | Forecast | 80% interval | Outcome | Inside | Outcome against forecast |",
      "| --- | --- | --- | --- | --- | --- |",
      "| 2021 | 790 | 770 to 810 | 760 | no | -3.9% |",
      "| 2022 | 815.5 | 795.5 to 835.5 | 822.5 | yes | +0.9% |",
      "| 2023 | 870 | 850 to 890 | 860 | yes | -1.2% |",
    ].join("\n"),
  );
  expect(presentMarkdown(history2024, "outlook", { lang: "vi" })).toContain(
    "| Năm 2021 | 790 | từ 770 đến 810 | 760 | không | -3,9% |",
  );
});

test("names from outside become no markup", () => {
  const outlook = { ...minimal, question: { ...minimal.question, indicator: "<b>a|b</b> *x* [y](z)\n# t" } };
  const markdown = presentMarkdown(outlook, "outlook", { lang: "en" });
  expect(markdown).toContain("\\<b\\>a\\|b\\</b\\> \\*x\\* \\[y\\](z) \\# t");
});

describe.each(Object.entries(OUTLOOKS))("%s", (_, outlook) => {
  test.each(PARTS)("%s has whole tables", (part) => {
    for (const lang of ["en", "vi"] as const) {
      const markdown = presentMarkdown(outlook, part, { lang });
      expect(markdown).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
      const tables = markdown.split("\n\n").filter((block) => block.startsWith("|"));
      for (const table of tables) {
        const widths = new Set(
          table
            .trim()
            .split("\n")
            .map((line) => line.split(/(?<!\\)\|/).length),
        );
        expect(widths.size).toBe(1);
      }
    }
  });
});
