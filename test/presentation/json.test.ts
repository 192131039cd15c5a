import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PARTS } from "../../src/presentation/answers.ts";
import { presentPart, rounded } from "../../src/presentation/json.ts";
import { exports2024, history2024, OUTLOOKS } from "./fixtures.ts";

const options = { lang: "en", engine: "0.1.0" } as const;

test("the answer has the documented sections in their order", () => {
  expect(Object.keys(presentPart(exports2024, "outlook", options))).toEqual([
    "question",
    "figures",
    "coherence",
    "forecast",
    "targets",
    "scenarios",
    "sentence",
    "notes",
    "engine",
  ]);
});

test("reported figures keep their digits, all that was worked out has ten", () => {
  const figure = {
    value: 1234567890123.45,
    lower: 1234567890123.445,
    upper: 1234567890123.455,
    origin: "reported",
    narrowed: { lower: 1234567890123.447, from: "target * shareOfTarget" },
  } as const;
  const [target] = exports2024.targets;
  const told = presentPart(
    {
      ...exports2024,
      figures: { ytd: figure, priorYtd: { ...figure, origin: "derived" } },
      targets: target
        ? [
            { ...target, value: 12345678901.25 },
            { ...target, value: 12345678901.25, origin: "growthOnLastYear" },
          ]
        : [],
    },
    "outlook",
    options,
  );
  expect(told.figures.ytd).toEqual({
    ...figure,
    lower: 1234567890123.45,
    upper: 1234567890123.46,
    narrowed: { lower: 1234567890000, from: "target * shareOfTarget" },
  });
  expect(told.figures.priorYtd?.value).toBe(1234567890000);
  expect(told.targets?.map(({ value }) => value)).toEqual([12345678901.25, 12345678900]);
});

test("a break-even names its target", () => {
  const [pace, breakEven] = presentPart(exports2024, "scenarios", options).scenarios ?? [];
  expect(breakEven).toMatchObject({ kind: "breakEven", target: "target" });
  expect(pace).not.toHaveProperty("target");
});

test("numbers have ten significant digits", () => {
  const { figures, targets } = presentPart(exports2024, "outlook", options);
  expect(figures.priorYtd?.value).toBe(239.1555336);
  expect(targets?.[0]?.requiredRunRate?.ratioToPace).toBe(1.224137931);
});

test("scenarios tell their assumption in the language, notes their sentence", () => {
  const { scenarios, notes } = presentPart(exports2024, "outlook", { ...options, lang: "vi" });
  expect(scenarios?.[2]).toEqual({
    name: "=cautious",
    kind: "remainderGrowth",
    assumption: "các tháng còn lại giảm 2,5% so với cùng kỳ năm trước",
    fullYear: 895.3,
    attainment: 0.8953,
    gap: 104.7,
    probabilityAtLeast: 0.9004,
  });
  expect(notes).toEqual([
    {
      code: "targetsConflict",
      message:
        "Báo cáo nêu hai mức khác nhau: mục tiêu 1.000 triệu USD và kế hoạch khoảng 917,7 triệu USD suy ra từ tỷ lệ thực hiện. Mỗi mức được đánh giá riêng.",
    },
  ]);
});

test("a finding has all its repairs in one list, in the language", () => {
  const english = presentPart(exports2024, "outlook", options).coherence?.findings[0];
  expect(english?.message).toMatch(
    /^The year-to-date figure and the share of the plan give the target as .* \(both cannot be true\)\.$/,
  );
  expect(english?.repairs?.map(({ kind }) => kind)).toEqual(["otherTarget", "otherValue"]);
  expect(english?.repairs?.map(({ description }) => description)).toEqual([
    "Holds if the target is another one: US$916.3 to 922.3 million",
    "Holds if the year-to-date figure has another value: US$315.5 to 316.5 million",
  ]);
  const vietnamese = presentPart(exports2024, "outlook", { ...options, lang: "vi" }).coherence?.findings[0];
  expect(vietnamese?.message).toMatch(/^Theo số lũy kế và tỷ lệ thực hiện kế hoạch, .* \(mâu thuẫn\)\.$/);
  expect(vietnamese?.repairs?.[1]).toEqual({
    kind: "otherValue",
    quantity: "ytd",
    description: "Khớp nếu số lũy kế có giá trị khác: từ 315,5 đến 316,5 triệu USD",
    lower: 315.5,
    upper: 316.5,
  });
});

test("a part has its own sections and nothing of the forecast leaks into a run rate", () => {
  expect(Object.keys(presentPart(exports2024, "run-rate", options))).toEqual([
    "question",
    "figures",
    "targets",
    "notes",
    "engine",
  ]);
  expect(Object.keys(presentPart(exports2024, "run-rate", options).targets?.[0] ?? {})).toEqual([
    "name",
    "value",
    "origin",
    "gapToTarget",
    "attainment",
    "requiredRunRate",
  ]);
  expect(Object.keys(presentPart(exports2024, "coherence", options))).toEqual([
    "question",
    "figures",
    "coherence",
    "notes",
    "engine",
  ]);
});

describe.each(Object.entries(OUTLOOKS))("%s", (_, outlook) => {
  test.each(PARTS)("%s says nothing that JSON cannot", (part) => {
    const presented = presentPart(outlook, part, options);
    const text = JSON.stringify(presented);
    expect(text).not.toMatch(/null|NaN|Infinity|undefined/);
    expect(JSON.parse(text)).toEqual(presented);
  });
});

test("rounding drops what cannot be said and changes nothing twice", () => {
  expect(
    rounded({ a: Number.POSITIVE_INFINITY, b: Number.NaN, c: undefined, d: [1, Number.NaN, -0] }),
  ).toEqual({
    d: [1, 0],
  });
  fc.assert(
    fc.property(fc.array(fc.double()), (numbers) => {
      const once = rounded(numbers);
      expect(rounded(once)).toEqual(once);
      expect(once.every(Number.isFinite)).toBe(true);
    }),
  );
});

test("the outlook given is not changed", () => {
  const before = structuredClone(exports2024);
  presentPart(exports2024, "outlook", options);
  expect(exports2024).toEqual(before);
});

test("what only a history can say is in the forecast as it was worked out", () => {
  const { quarters, horizon, backtest } = presentPart(history2024, "forecast", options).forecast ?? {};
  expect(quarters).toEqual(history2024.forecast.quarters);
  expect(horizon).toEqual(history2024.forecast.horizon);
  expect(backtest?.coverage).toBe(0.6666666667);
  expect(backtest?.years.map(({ inside }) => inside)).toEqual([false, true, true]);
});
