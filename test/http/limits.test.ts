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
