import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../src/engine/engine-error.ts";
import { type AnswerOf, PARTS, type Part } from "../../src/presentation/answers.ts";
import type { CellOptions } from "../../src/presentation/csv.ts";
import { written } from "../../src/presentation/presenter.ts";
import { reportPresenter } from "../../src/presentation/report-presenter.ts";
import { cellError, UnknownField } from "../../src/presentation/text.ts";
import { complete2023, exports2024, minimal, OUTLOOKS, quarterly2023 } from "./fixtures.ts";

const presentText = <P extends Part>(
  answer: AnswerOf[P],
  part: P,
  options: CellOptions & { readonly field?: string | undefined },
) => written(reportPresenter(part), answer, { ...options, format: "txt" });

const point = { lang: "en", decimal: "point", engine: "0.1.0" } as const;
const cell = (field?: string, decimal: "point" | "comma" = "point") =>
  presentText(exports2024, "outlook", { ...point, decimal, field });

function refusal(ask: () => string): UnknownField {
  try {
    ask();
  } catch (error) {
    if (error instanceof UnknownField) return error;
  }
  throw new Error("the field was answered");
}

test("a field is a path into the JSON answer", () => {
  expect(cell("targets.0.attainmentProbability")).toBe("0.4312");
  expect(cell("targets.0.attainmentProbability", "comma")).toBe("0,4312");
  expect(cell("targets[1].requiredRunRate.perPeriod")).toBe("78.46518987");
  expect(cell("targets.0.requiredRunRate.accelerationPoints", "comma")).toBe("-0,069");
  expect(cell("coherence.verdict")).toBe("contradicts");
  expect(cell("engine")).toBe("0.1.0");
});

test("entries of a list go by name or kind too", () => {
  expect(cell("targets.target.value")).toBe("1000");
  expect(cell("scenarios.breakEven.remainderGrowth")).toBe("0.1436");
  expect(cell("scenarios.currentPace.fullYear")).toBe("870");
  const [, first, own] = exports2024.scenarios;
  const second = {
    ...first,
    assumption: { kind: "breakEven", target: "ambition", value: 1080 },
    fullYear: 1080,
  };
  const scenarios = [first, second, own] as typeof exports2024.scenarios;
  const ask = (field: string) => presentText({ ...exports2024, scenarios }, "scenarios", { ...point, field });
  expect(ask("scenarios.breakEven.fullYear")).toBe("1000");
  expect(ask("scenarios.ambition.fullYear")).toBe("1080");
});

test("texts that look like formulas are escaped", () => {
  expect(cell("scenarios.2.name")).toBe("'=cautious");
});

test.each([
  ["outlook", "985.3127"],
  ["run-rate", "88.75"],
  ["forecast", "985.3127"],
  ["attainment", "0.4312"],
  ["scenarios", "0.4312"],
  ["coherence", "contradicts"],
] as const)("without a field %s answers %s", (part, value) => {
  expect(presentText(exports2024, part, point)).toBe(value);
});

test("an unknown field names the nearest ones", () => {
  const { field, hint, message } = refusal(() => cell("targets.0.attainmentProbabilty"));
  expect(field).toBe("targets.0.attainmentProbabilty");
  expect(message).toBe('the answer has no "targets.0.attainmentProbabilty"; what cannot be said is absent');
  expect(hint).toMatch(/^there is targets\.0\.attainmentProbability, /);
  expect(refusal(() => cell("medain")).hint).toContain("forecast.median");
});

test("a field with several values is refused with their names", () => {
  const { hint, message } = refusal(() => cell("targets.0.requiredRunRate"));
  expect(message).toBe('"targets.0.requiredRunRate" holds more than one value');
  expect(hint).toContain("targets.0.requiredRunRate.perPeriod");
});

describe("without a field", () => {
  const reached = { ...complete2023, targets: complete2023.targets.slice(0, 1) };
  const missed = { ...complete2023, targets: complete2023.targets.slice(1) };

  test("nothing more is required of a target that is reached", () => {
    expect(presentText(reached, "run-rate", point)).toBe("0");
    expect(presentText(quarterly2023, "run-rate", point)).toBe("0");
  });

  test.each([
    ["run-rate", minimal, /this cell is about a target, and none is given/],
    ["attainment", minimal, /this cell is about a target, and none is given/],
    ["scenarios", minimal, /this cell is about a target, and none is given/],
    ["run-rate", missed, /the year is complete and the target was missed/],
    ["scenarios", missed, /the year is complete and the target was missed/],
    ["scenarios", reached, /the target is already reached/],
  ] as const)("%s says in words why there is no number", (part, outlook, words) => {
    expect(() => presentText(outlook, part, point)).toThrow(EngineError);
    expect(() => presentText(outlook, part, point)).toThrow(words);
    expect(() => presentText(outlook, part, point)).not.toThrow(/targets\.0|field/);
  });
});

test.each([
  "constructor",
  "__proto__",
  "targets.length",
  "question.toString",
  "sentence.0",
  "targets.0.__proto__.x",
  "",
])("%s is no way out of the answer", (field) => {
  if (field === "") expect(cell(field)).toBe("985.3127");
  else expect(refusal(() => cell(field))).toBeInstanceOf(UnknownField);
});

test("any field is answered in one line or refused", () => {
  const step = fc.constantFrom(
    "targets",
    "0",
    "forecast",
    "median",
    "sentence",
    "notes",
    "__proto__",
    "x",
    "path",
    "",
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), fc.string(), (steps, noise) => {
      for (const field of [steps.join("."), noise]) {
        try {
          expect(cell(field)).not.toMatch(/[\r\n]|NaN|undefined|null/);
        } catch (error) {
          expect(error).toBeInstanceOf(UnknownField);
        }
      }
    }),
  );
});

describe.each(Object.keys(OUTLOOKS))("%s", (name) => {
  test.each(PARTS)("%s shows a value or says why not", (part) => {
    const outlook = OUTLOOKS[name] ?? minimal;
    try {
      expect(presentText(outlook, part, point)).toMatch(/\S/);
    } catch (error) {
      expect(error).toBeInstanceOf(EngineError);
      expect((error as EngineError).message).not.toMatch(/targets\.\d/);
    }
  });
});

test("an error in a cell is one readable line", () => {
  expect(cellError("ytd: not\r\na\tnumber\u0000 ")).toBe("#ONPACE: ytd: not a number");
  fc.assert(
    fc.property(fc.string(), (message) => {
      const line = cellError(message);
      expect(line.startsWith("#ONPACE: ")).toBe(true);
      expect([...line].every((character) => (character.codePointAt(0) ?? 0) >= 32)).toBe(true);
      expect(line).not.toContain("\u2028");
    }),
  );
});
