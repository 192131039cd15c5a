import { describe, expect, test } from "vitest";
import { ask, NAMES, named, type OutlookBody, post, type Question, TEXT_FORMATS } from "./ask.ts";
import { months } from "./history-cases.ts";

/** From January 2019 to April 2024, every seventh month missing, April 2023 among them, and February 2024. */
const VALUES = months(64);
const GAPS = VALUES.map((value, t) => (t % 7 === 2 || t === 61 ? null : value));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const asked = (values: readonly (number | null)[], rest: Question = {}): Question => ({
  indicator: "exports",
  geography: "Germany",
  unit: "million USD",
  history: { start: "2019-01", values },
  target: "5%",
  ...rest,
});
const codesOf = ({ notes }: Pick<OutlookBody, "notes">) => notes.map(({ code }) => code);

describe("a history with gaps", () => {
  test("makes estimates of the figures, the target and the growth, and says so once", async () => {
    const { figures, targets, notes, forecast, coherence } = await ask("outlook", asked(GAPS));
    for (const name of ["ytd", "priorYtd", "priorFullYear"]) {
      expect(figures[name], name).toMatchObject({ origin: "estimated", from: "history" });
      expect(figures[name]?.lower).toBeLessThan(figures[name]?.value as number);
    }
    expect(figures.growth?.origin).toBe("estimated");
    expect(Math.abs((figures.priorFullYear?.value as number) / sum(VALUES.slice(48, 60)) - 1)).toBeLessThan(
      0.03,
    );
    expect(named(targets, "target").value).toBeCloseTo(1.05 * (figures.priorFullYear?.value as number), 4);
    expect(forecast.tier).toBe("history");
    expect(forecast.growth).toBeDefined();
    expect(coherence.verdict).toBe("notChecked");
    expect(codesOf({ notes }).filter((code) => code === "gapsFilled")).toHaveLength(1);
  });

  test("forecasts near what the whole history does", async () => {
    const whole = await ask("outlook", asked(VALUES));
    const filled = await ask("outlook", asked(GAPS));
    expect(Math.abs(filled.forecast.median / whole.forecast.median - 1)).toBeLessThan(0.03);
  });

  test.each(NAMES.filter((name) => name !== "coherence"))("is answered by %s in every form", async (name) => {
    for (const format of TEXT_FORMATS)
      for (const lang of ["en", "vi"]) {
        const { status, text } = await post(`/v1/${name}.${format}`, asked(GAPS, { lang }));
        expect(status, text).toBe(200);
        expect(text).not.toMatch(/\b(?:undefined|NaN|Infinity|null)\b|\[object/);
      }
  });

  test("tells a run rate that the year to date was filled in", async () => {
    const answer = await ask("run-rate", asked(GAPS));
    expect(codesOf(answer)).toEqual(["gapsFilled"]);
    expect(answer.figures.ytd?.origin).toBe("estimated");
  });

  test("does not say of a complete year that it met its target, nor that it missed it", async () => {
    const values = GAPS.slice(0, 60);
    const { value = 0 } = (await ask("outlook", asked(values))).figures.ytd ?? {};
    for (const [factor, least, most] of [
      [0.995, 0.5, 0.999],
      [1.005, 0.001, 0.5],
    ] as const) {
      const { targets, forecast } = await ask("outlook", asked(values, { target: value * factor }));
      expect(forecast.tier).toBe("complete");
      const { status, attainmentProbability } = named(targets, "target");
      expect(["attained", "missed"]).not.toContain(status);
      expect(attainmentProbability).toBeGreaterThan(least);
      expect(attainmentProbability).toBeLessThan(most);
    }
  });

  test("leaves a told year to date in its place", async () => {
    const ytd = Math.round(sum(VALUES.slice(60)));
    const { figures, notes } = await ask("outlook", asked(GAPS, { ytd }));
    expect(figures.ytd).toMatchObject({ value: ytd, origin: "reported" });
    // With the year to date told, February is what it leaves, and no gap any more.
    const message = notes.find(({ code }) => code === "gapsFilled")?.message;
    const filled = (await ask("outlook", asked(GAPS))).notes.find(({ code }) => code === "gapsFilled");
    expect(message).toMatch(/^Nine /);
    expect(filled?.message).toMatch(/^Ten /);
  });

  test("that ends before the period still needs a year to date", async () => {
    const { status, text } = await post("/v1/outlook", asked(GAPS, { through: "2024-05" }));
    expect(status).toBe(422);
    expect(text).toContain("no value of 2024-0");
  });
});

describe("a history of little more than a year", () => {
  test.each([13, 14, 15])("of %i months is answered by the tier growth", async (count) => {
    const start = `2023-${String(17 - count).padStart(2, "0")}`;
    const history = { start, values: VALUES.slice(-count) };
    const { forecast, figures, targets, coherence } = await ask("outlook", asked([], { history }));
    expect(forecast.tier).toBe("growth");
    expect(figures.ytd?.origin).toBe("reported");
    for (const name of ["growth", "priorYtd", "priorFullYear"])
      expect(figures[name]?.origin, name).toBe("estimated");
    expect(named(targets, "target").value).toBeCloseTo(1.05 * (figures.priorFullYear?.value as number), 4);
    expect(coherence.findings).toEqual([]);
    const snapshot = await ask("outlook", {
      ...asked([], { history: undefined, target: undefined }),
      ...{ through: "2024-04", ytd: figures.ytd?.value },
    });
    expect(snapshot.forecast.tier).toBe("snapshot");
    const width = ({ forecast: { intervals } }: Pick<OutlookBody, "forecast">) => {
      const { lower = 0, upper = 0 } = intervals.find(({ level }) => level === 0.8) ?? {};
      return upper - lower;
    };
    expect(width({ forecast })).toBeLessThan(width(snapshot));
  });
});
