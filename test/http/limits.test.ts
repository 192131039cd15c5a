import { expect, test } from "vitest";
import { get, post } from "./ask.ts";

test("relations that would take long to check are refused by name", async () => {
  const terms = Array.from({ length: 40 }, (_, index) => `part${index}`).join(" + ");
  const relations = Array.from({ length: 12 }, (_, index) => `${terms} = total${index}`);
  const { status, json } = await post("/v1/coherence", { figures: { part0: 1 }, relations });
  expect(status).toBe(400);
  expect(json).toMatchObject({ errors: [{ path: "relations", hint: "ask in several questions" }] });
});

test("a growth written as a level is asked for again", async () => {
  const { status, json } = await get("/v1/run-rate", { through: "2024-04", ytd: 290, target: 0.08 });
  expect(status).toBe(400);
  expect(json).toMatchObject({
    errors: [{ path: "target", hint: expect.stringContaining('"growth": 0.08') }],
  });
});

test.each([
  [{ name: "less", fullYear: 100 }, "scenarios.0.fullYear"],
  [{ name: "gone", shock: { change: "-120%", periods: ["2024-10"] } }, "scenarios.0.shock.change"],
])("a scenario that cannot be, %j, is refused by name", async (scenario, path) => {
  const { status, json } = await post("/v1/scenarios", {
    through: "2024-04",
    ytd: 290,
    scenarios: [scenario],
  });
  expect(status).toBe(400);
  expect(json).toMatchObject({ errors: [{ path }] });
});

test("a shock may stop a month altogether, and scenarios have their own names", async () => {
  const stop = { name: "stop", shock: { change: "-100%", periods: ["2024-10"] } };
  const once = await post("/v1/scenarios", { through: "2024-04", ytd: 290, scenarios: [stop] });
  expect(once.status).toBe(200);
  const twice = await post("/v1/scenarios", { through: "2024-04", ytd: 290, scenarios: [stop, stop] });
  expect(twice.json).toMatchObject({ errors: [{ path: "scenarios.1" }] });
});

test("a misspelt field does not hide what is wrong with the others", async () => {
  const { json } = await get("/v1/outlook", { throug: "2024-04", ytd: "abc", growth: 50, target: -4 });
  const paths = (json as { errors: { path: string }[] }).errors.map(({ path }) => path);
  expect(paths).toEqual(["through", "throug", "ytd", "growth", "target"]);
});

test("an index is averaged without being told so", async () => {
  const question = { through: "2024-05", ytd: 106.2, target: 108 };
  const index = await get("/v1/run-rate", { ...question, indicator: "chỉ số sản xuất công nghiệp" });
  expect(index.json).toMatchObject({ question: { aggregation: "average" } });
  const flow = await get("/v1/run-rate", { ...question, indicator: "industrial output" });
  expect(flow.json).toMatchObject({ question: { aggregation: "sum" } });
});
