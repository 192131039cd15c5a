import { expect, inject, test } from "vitest";

test("the Worker answers", async () => {
  const response = await fetch(`${inject("service")}/health`);
  expect(await response.json()).toMatchObject({ status: "ok" });
});
