import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { get, NAMES, type OutlookBody, post, request, TEXT_FORMATS } from "../http/ask.ts";
import { PATIENCE, questions, SEARCH } from "./drawn.ts";

type Body = Record<string, unknown> & Partial<OutlookBody>;

describe("the functions", () => {
  test("each tells the part of the outlook that it is named after", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (drawn) => {
        const question = drawn.in(0);
        const whole = await post("/v1/outlook", question);
        for (const name of NAMES) {
          const { status, json } = await post(`/v1/${name}`, question);
          if (name === "run-rate" || name === "coherence") expect(status).toBe(200);
          else expect(status).toBe(whole.status);
          if (whole.status !== 200) continue;
          const outlook = whole.json as OutlookBody;
          const part = json as Body;
          expect(part.question).toEqual(outlook.question);
          if (name === "forecast") expect(part.forecast).toEqual(outlook.forecast);
          if (name === "attainment") expect(part.targets).toEqual(outlook.targets);
          if (name === "scenarios") expect(part.scenarios).toEqual(outlook.scenarios);
          if (name === "coherence") expect(part.coherence).toEqual(outlook.coherence);
          if (name === "run-rate")
            for (const [index, target] of (part.targets ?? []).entries())
              expect(outlook.targets[index]).toMatchObject(target);
          if (name !== "coherence") expect(part.figures).toEqual(outlook.figures);
        }
      }),
      { ...SEARCH, numRuns: Math.ceil(SEARCH.numRuns / 2) },
    );
  });

  test("GET and POST answer any question alike, in every form and language", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.constantFrom(...NAMES),
        fc.constantFrom(...TEXT_FORMATS),
        async (drawn, name, format) => {
          const question = drawn.in(0);
          const [got, posted] = [
            await get(`/v1/${name}.${format}`, question),
            await post(`/v1/${name}.${format}`, question),
          ];
          if (got.status === 414) return;
          expect(got.text).toBe(posted.text);
          expect(got.status).toBe(posted.status);
          if (format !== "json" || got.status === 200)
            expect(got.text).not.toMatch(/\b(?:undefined|NaN|Infinity)\b|\[object/);
        },
      ),
      SEARCH,
    );
  });
});

describe("whatever is sent", () => {
  const junk = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.jsonValue(),
    fc.constantFrom(
      "1e308",
      "-0",
      "0x10",
      "٣٤",
      "１２３",
      "%",
      "over",
      "31.6%%",
      "1,000,000.5",
      "1.000.000,5",
      "=1+1",
      "\u202e290",
      "US$",
      "trillion",
    ),
  );
  const fields = [
    "through",
    "year",
    "ytd",
    "shareOfTarget",
    "growth",
    "priorYtd",
    "priorFullYear",
    "target",
    "reports",
    "scenarios",
    "levels",
    "unit",
    "indicator",
    "geography",
    "fiscalYearStart",
    "asOf",
    "lang",
    "decimal",
    "tet",
    "aggregation",
    "figures",
    "relations",
    "indicatorClass",
    "field",
    "constructor",
  ];

  test("no field with anything in it is a fault of the service", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...fields),
        junk,
        async (name, field, value) => {
          await post(`/v1/${name}`, { through: "2024-04", ytd: 290, target: 920, [field]: value });
          await get(`/v1/${name}`, { through: "2024-04", ytd: 290, target: 920, [field]: value });
        },
      ),
      { ...SEARCH, numRuns: SEARCH.numRuns * 10 },
    );
  });

  test("no body at all is a fault of the service", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.oneof(fc.string(), fc.json(), fc.uint8Array({ maxLength: 64 })),
        async (name, body) => {
          await request(`/v1/${name}`, { method: "POST", body: body as string });
        },
      ),
      SEARCH,
    );
  });

  test("no query at all is a fault of the service", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.constantFrom("", ".txt", ".csv", ".md"),
        fc.webQueryParameters(),
        async (name, suffix, search) => {
          await request(`/v1/${name}${suffix}?${search}`);
        },
      ),
      SEARCH,
    );
  });

  test("figures of any size from any report are answered or refused", PATIENCE, async () => {
    const amount = fc.oneof(
      fc.double({ min: 0, max: 1e17, noNaN: true }),
      fc.constantFrom(0, 1e-300, 5e-324, 1e-9, 1e17, 0.1 + 0.2),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            ytd: amount,
            priorYtd: amount,
            priorFullYear: amount,
            target: amount,
            shareOfTarget: fc.double({ min: 0, max: 5, noNaN: true }),
            growth: fc.double({ min: -0.9999999, max: 5, noNaN: true }),
          },
          { requiredKeys: [] },
        ),
        fc.constantFrom("sum", "average", "last"),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(...NAMES),
        async (figures, aggregation, through, name) => {
          const { status } = await post(`/v1/${name}`, { through, year: 2024, aggregation, ...figures });
          expect([200, 400, 422]).toContain(status);
          for (const format of ["md", "csv", "txt"])
            await post(`/v1/${name}.${format}`, { through, year: 2024, aggregation, lang: "vi", ...figures });
        },
      ),
      { ...SEARCH, numRuns: SEARCH.numRuns * 4 },
    );
  });
});
