import { describe, expect, test } from "vitest";
import {
  RANKING_RELATIONS,
  type RankingFinding,
  type RankingRelation,
} from "../../src/engine/ranking/ranking-finding.ts";
import { RANKING_NOTE_CODES, type RankingNote } from "../../src/engine/ranking/ranking-note.ts";
import { rankingFindingClause } from "../../src/presentation/ranking-finding.ts";
import { rankingNoteMessage } from "../../src/presentation/ranking-notes.ts";
import { growthText, placeNames, pointsText } from "../../src/presentation/ranking-words.ts";

/** A remark of each code. */
const NOTES: readonly RankingNote[] = [
  { code: "onlyGrowths", values: {} },
  { code: "onlyLevels", values: {} },
  { code: "placesMissing", values: { count: 3, names: ["Kien Giang"] } },
  { code: "placesUnexpected", values: { names: ["Kien Giang"] } },
  { code: "completenessNotTold", values: {} },
  { code: "levelNotKnown", values: { names: ["Kien Giang"] } },
  { code: "growthNotKnown", values: { names: ["Kien Giang"] } },
  { code: "weightsNeeded", values: {} },
  { code: "comparedWithSimpleAverage", values: {} },
  { code: "comparedWithGivenPlaces", values: {} },
  { code: "sharesOfGivenPlaces", values: {} },
  { code: "regionGrowthOutside", values: { growth: 0.125, side: "above", place: "Kien Giang" } },
  { code: "smallBase", values: { place: "Kien Giang", growth: 8 } },
  { code: "growthUndefined", values: { place: "Kien Giang" } },
  { code: "ambiguousDecimal", values: { place: "Kien Giang", written: "1.315", value: 1.315 } },
  { code: "placeEnded", values: { place: "Kien Giang", successor: "An Giang", lastDay: "2025-06-30" } },
  { code: "placeNotYet", values: { place: "Kien Giang", firstDay: "2025-07-01" } },
  { code: "baseOfOtherArea", values: { places: ["An Giang", "Tay Ninh"], changedOn: "2025-07-01" } },
  { code: "didYouMean", values: { place: "Kien Gaing", suggested: "Kien Giang" } },
  { code: "restated", values: { place: "An Giang", parts: ["An Giang", "Kien Giang"] } },
];

describe("remarks", () => {
  test("there is one of each code", () => {
    expect(NOTES.map(({ code }) => code)).toEqual(RANKING_NOTE_CODES);
  });

  test.each(NOTES)("$code is a sentence in each language", (note) => {
    const english = rankingNoteMessage(note, "en");
    const vietnamese = rankingNoteMessage(note, "vi");
    for (const message of [english, vietnamese]) expect(message).toMatch(/^[\p{Lu}“].*\.$/u);
    expect(vietnamese).toMatch(/[ăâđêôơưạảấầẩậắằặẹẻếềểệịỉọỏốồổộớờởợụủứừửựýỹáàãéèíìóòúù]/);
    if ("place" in note.values || "names" in note.values) {
      expect(english).toContain("Kien Giang");
      expect(vietnamese).toContain("Kiên Giang");
    }
    expect(english).not.toMatch(/[ạảấầẩậắằặếềểệ]/);
  });

  test("numbers are written as the language does", () => {
    const outside = NOTES.find(({ code }) => code === "regionGrowthOutside") as RankingNote;
    expect(rankingNoteMessage(outside, "en")).toContain("12.5%");
    expect(rankingNoteMessage(outside, "vi")).toContain("12,5%");
  });
});

describe("findings", () => {
  const kinds = Object.keys(RANKING_RELATIONS) as RankingRelation[];
  test.each(kinds)("%s tells both sides in each language", (kind) => {
    const finding: RankingFinding = {
      kind,
      relation: RANKING_RELATIONS[kind],
      place: "Kien Giang",
      derived: { lower: 2, upper: 3 },
      stated: { lower: 4, upper: 5 },
      verdict: "contradicts",
    };
    const english = rankingFindingClause(finding, { lang: "en", unit: "million USD" });
    const vietnamese = rankingFindingClause(finding, { lang: "vi", unit: "million USD" });
    expect(english).toMatch(/2|200/);
    expect(vietnamese).not.toBe(english);
    if (kind.startsWith("place")) {
      expect(english).toContain("Kien Giang");
      expect(vietnamese).toContain("Kiên Giang");
    }
    if (kind === "sumOfPlaces") expect(english).toContain("US$2 to 3 million");
  });

  test("an open end is told as one", () => {
    const finding: RankingFinding = {
      kind: "regionGrowthWithin",
      relation: RANKING_RELATIONS.regionGrowthWithin,
      derived: { lower: 0.05 },
      stated: { lower: 0.01, upper: 0.01 },
      verdict: "contradicts",
    };
    expect(rankingFindingClause(finding, { lang: "en" })).toBe(
      "the growths of all places run at least 5.00%, that of the region is stated as 1.00%",
    );
  });
});

describe("words", () => {
  test.each([
    [{ value: -0.05, lower: -0.0505, upper: -0.0495, origin: "reported" }, "-5.0%"],
    [{ value: 0, lower: -0.0005, upper: 0.0005, origin: "reported" }, "0.0%"],
    [{ value: 0.00001, lower: -0.001, upper: 0.001, origin: "derived" }, "0.0%"],
    [{ value: 8, lower: 7.995, upper: 8.005, origin: "reported" }, "+800%"],
  ] as const)("%j is %s", (growth, text) => {
    expect(growthText(growth, "en")).toBe(text);
  });

  test("a contribution is no finer than its interval", () => {
    expect(pointsText({ value: -0.0123, lower: -0.02, upper: -0.004 }, "vi")).toBe("-1 điểm phần trăm");
  });

  test("many names are counted", () => {
    expect(placeNames(["A", "B"], "en", 20)).toBe("A, B and 18 others");
    expect(placeNames(["A", "B", "C", "D", "E", "F"], "vi")).toBe("A, B, C, D, E và 1 địa phương khác");
  });
});
