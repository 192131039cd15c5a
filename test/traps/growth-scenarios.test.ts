import { describe, expect, test } from "vitest";
import { ask, refused } from "../http/ask.ts";

const GRDP = {
  indicator: "GRDP",
  geography: "Kien Giang",
  year: 2025,
  priceBasis: "constant2010",
  lastYear: [0.21, 0.24, 0.25, 0.3],
} as const;

/** Traps in growth by quarter, by their numbers in section 7 of the design papers' METHODS. */
describe("growth scenarios", () => {
  test("4: half of the planned growth after half of the year is not half of what it takes", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GRDP,
      known: { H1: "4%" },
      scenarios: "plan: 8%",
    });
    expect(scenarios[0]?.rest).toMatchObject({ span: "H2" });
    expect(scenarios[0]?.rest?.growth).toBeCloseTo((0.08 - 0.45 * 0.04) / 0.55, 9);
  });

  test("5: growth at current prices is said to be nominal, and prices are not mixed", async () => {
    const nominal = await ask("growth-scenarios", {
      ...GRDP,
      priceBasis: "giá hiện hành",
      scenarios: "plan: 8%",
    });
    expect(nominal.notes.map(({ code }) => code)).toEqual(["nominalGrowth"]);
    const lastYear = ["7000 billion VND at current prices", 8000, 8300, 10_000];
    const { errors } = await refused("growth-scenarios", { ...GRDP, lastYear, scenarios: "plan: 8%" });
    expect(errors[0]?.path).toBe("lastYear.0");
  });

  test("7: a target revised mid-year keeps the one before, and both are held against what is known", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GRDP,
      known: { H1: "7.52%" },
      scenarios: [
        {
          name: "226/NQ-CP",
          yearGrowth: "8.3-8.5%",
          previous: { name: "25/NQ-CP", yearGrowth: "at least 8%" },
        },
      ],
    });
    const [revised] = scenarios;
    const secondHalf = (columns: readonly { span: string; growth: number }[] = []) =>
      columns.find(({ span }) => span === "H2")?.growth;
    expect(secondHalf(revised?.previous?.columns)).toBeCloseTo((0.08 - 0.45 * 0.0752) / 0.55, 9);
    expect(secondHalf(revised?.columns)).toBeCloseTo((0.083 - 0.45 * 0.0752) / 0.55, 9);
    expect(revised?.previous?.name).toBe("25/NQ-CP");
  });

  test("34: no carry-over is worked out on unadjusted levels", async () => {
    const { status, errors } = await refused("growth-scenarios", {
      ...GRDP,
      lastYear: [7000, 8000, 8300, 10_000],
      carryOver: true,
    });
    expect(status).toBe(422);
    expect(errors[0]?.path).toBe("seasonallyAdjusted");
    const { carryOver } = await ask("growth-scenarios", {
      ...GRDP,
      lastYear: [7000, 8000, 8300, 10_000],
      scenarios: "plan: 8%",
    });
    expect(carryOver).toBeUndefined();
  });
});
