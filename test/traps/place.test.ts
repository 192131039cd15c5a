import { describe, expect, test } from "vitest";
import { ask, NAMES, refused } from "../http/ask.ts";

const codesOf = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);

/** Gross output of industry of the province that was formed on 1 July 2025 of Kien Giang and An Giang. */
const REPORT = {
  indicator: "industrial output",
  geography: "An Giang",
  unit: "billion VND",
  through: "2026-04",
  ytd: 40_000,
  target: "plan: 132516",
} as const;
const REPORTS = [
  { through: "2024-04", ytd: 15_000 },
  { through: "2024-12", ytd: 47_000 },
] as const;
const MONTHS = Array.from({ length: 28 }, (_, month) => 3000 + 100 * (month % 12));

/** Trap 27 in section 7 of the design papers' METHODS: merged provinces with the same name. */
describe("27: An Giang 2024 is not An Giang 2026", () => {
  test.each(NAMES)("/v1/%s compares no reports of before and after without a word", async (name) => {
    const { status, errors } = await refused(name, { ...REPORT, reports: REPORTS });
    expect(status).toBe(422);
    expect(errors[0]).toMatchObject({
      path: "reports",
      message: expect.stringContaining("formed of Kien Giang and the former An Giang"),
      hint: expect.stringContaining("restated=sum"),
    });
  });

  test("nor a history that reaches back, from the first month that it tells", async () => {
    const history = (start: string) => ({ start, values: MONTHS.slice(0, start === "2024-01" ? 28 : 10) });
    const { errors } = await refused("outlook", { ...REPORT, ytd: undefined, history: history("2024-01") });
    expect(errors[0]?.path).toBe("history");
    const told = await ask("outlook", { ...REPORT, ytd: undefined, history: history("2025-07") });
    expect(codesOf(told)).not.toContain("figuresRestated");
  });

  test.each(["sum", "official"])("with restated=%s they are, and the answer says so", async (restated) => {
    for (const name of ["outlook", "run-rate", "coherence"] as const) {
      const answer = await ask(name, { ...REPORT, reports: REPORTS, restated });
      expect(answer.question.restated).toBe(restated);
      expect(codesOf(answer)).toContain("figuresRestated");
    }
  });

  test("a report of the first half of 2025 was still of the old area, one of the second half is not", async () => {
    const of = (through: string) => ({ ...REPORT, reports: [{ through, ytd: 50_000 }] });
    expect((await refused("outlook", of("2025-06"))).errors[0]?.path).toBe("reports");
    expect((await refused("outlook", of("2025-Q2"))).errors[0]?.path).toBe("reports");
    expect(codesOf(await ask("outlook", of("2025-07")))).not.toContain("baseOfOtherArea");
    expect(codesOf(await ask("outlook", of("2025-12")))).not.toContain("baseOfOtherArea");
  });

  test("growth needs both sides on one area for a year, last year's total until the year of the change ends", async () => {
    const codes = async (through: string, figures: object) =>
      codesOf(await ask("run-rate", { ...REPORT, through, target: undefined, ...figures }));
    const growth = { growth: "12%" };
    const total = { priorFullYear: 118_044 };
    expect(await codes("2025-06", growth)).not.toContain("baseOfOtherArea");
    expect(await codes("2025-07", growth)).toContain("baseOfOtherArea");
    expect(await codes("2026-06", growth)).toContain("baseOfOtherArea");
    expect(await codes("2026-07", growth)).not.toContain("baseOfOtherArea");
    expect(await codes("2025-12", total)).toContain("baseOfOtherArea");
    expect(await codes("2026-01", total)).not.toContain("baseOfOtherArea");
    expect(await codes("2026-04", { ...growth, restated: "official" })).not.toContain("baseOfOtherArea");
  });

  test("a province that is no more is told with the one that it became a part of", async () => {
    const { notes } = await ask("outlook", { ...REPORT, geography: "Kien Giang" });
    const [note] = notes.filter(({ code }) => code === "unitEnded");
    expect(note?.message).toContain("Kien Giang is a part of An Giang since 1 July 2025");
    await refused("outlook", { ...REPORT, geography: "tỉnh Kiên Giang", reports: REPORTS });
  });

  test("a place within a merged province keeps its figures, with a remark", async () => {
    const answer = await ask("outlook", { ...REPORT, geography: "Long Xuyen, An Giang", reports: REPORTS });
    expect(codesOf(answer)).toContain("areaAroundChanged");
  });

  test.each([
    { ...REPORT, geography: "Ha Noi", reports: REPORTS },
    { ...REPORT, geography: "Hue", reports: REPORTS },
    { ...REPORT, geography: "Queensland", reports: REPORTS },
    { ...REPORT, geography: "Viet Nam", reports: REPORTS },
    { ...REPORT, through: "2025-04", reports: REPORTS },
    { ...REPORT, geography: "An Giang and Kien Giang", reports: REPORTS },
  ])("what did not change is compared without a remark: $geography, $through", async (question) => {
    const told = codesOf(await ask("outlook", question));
    for (const code of ["figuresRestated", "unitEnded", "areaAroundChanged", "baseOfOtherArea"])
      expect(told).not.toContain(code);
  });
});
