import { describe, expect, test } from "vitest";
import { FormulaError } from "../../src/integrations/excel/batch-request.ts";
import {
  FormulaClient,
  MAX_ANSWERS,
  MAX_QUESTIONS,
  type Surroundings,
} from "../../src/integrations/excel/formula-client.ts";

type Line = { readonly formula: string; readonly arguments: readonly unknown[] };
type Reply = (lines: readonly Line[], request: number) => Response | Promise<Response> | "unreachable";

/** Every formula answered by its own first argument. */
const echo: Reply = (lines) =>
  new Response(
    lines
      .map((line, index) => JSON.stringify({ index, status: 200, answer: { cells: [[line.arguments[0]]] } }))
      .join("\n"),
  );

/** A client in a world without waiting, and what it did there. */
function clientAsking(reply: Reply) {
  const batches: Line[][] = [];
  const waits: number[] = [];
  let clock = 0;
  const surroundings: Surroundings = {
    async fetch(_, { body, signal }) {
      const lines = String(body)
        .split("\n")
        .map((line) => JSON.parse(line) as Line);
      batches.push(lines);
      signal?.throwIfAborted();
      const answered = await reply(lines, batches.length);
      signal?.throwIfAborted();
      if (answered === "unreachable") throw new TypeError("Failed to fetch");
      return answered;
    },
    async wait(milliseconds) {
      waits.push(milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    now: () => clock,
  };
  const client = new FormulaClient("https://onpace.example/v1/batch", surroundings);
  const ask = (value: unknown, signal?: AbortSignal) =>
    client.cells({ formula: "ONPACE_RUNRATE", arguments: [value as number] }, signal);
  return { client, ask, batches, waits, pass: (milliseconds: number) => (clock += milliseconds) };
}

const refusal = (status: number, headers: Record<string, string> = {}) =>
  new Response("{}", { status, headers });

describe("gathering", () => {
  test("formulas asked together are one request, answered each in its place", async () => {
    const { ask, batches } = clientAsking(echo);
    const values = Array.from({ length: 50 }, (_, index) => index);
    expect(await Promise.all(values.map((value) => ask(value)))).toEqual(values.map((value) => [[value]]));
    expect(batches.map((batch) => batch.length)).toEqual([50]);
    expect(batches[0]?.[3]).toEqual({ function: "formula", formula: "ONPACE_RUNRATE", arguments: [3] });
  });

  test("equal formulas are asked once", async () => {
    const { ask, batches } = clientAsking(echo);
    expect(await Promise.all([ask(7), ask(7), ask(8)])).toEqual([[[7]], [[7]], [[8]]]);
    expect(batches.map((batch) => batch.length)).toEqual([2]);
  });

  test("more formulas than a batch holds are several, no question twice", async () => {
    const { ask, batches } = clientAsking(echo);
    const count = 2 * MAX_QUESTIONS + 1;
    await Promise.all(Array.from({ length: count }, (_, index) => ask(index)));
    expect(batches.map((batch) => batch.length)).toEqual([MAX_QUESTIONS, MAX_QUESTIONS, 1]);
    expect(new Set(batches.flat().map((line) => line.arguments[0])).size).toBe(count);
  });

  test("long texts make smaller batches, one that is too long a batch of its own", async () => {
    const { ask, batches } = clientAsking(echo);
    await Promise.all(["a", "b", "c"].map((letter) => ask(letter.repeat(600_000))));
    expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
    await ask("d".repeat(1_100_000));
    expect(batches).toHaveLength(4);
  });
});

describe("remembering", () => {
  test("an answer serves an hour, and not longer", async () => {
    const { ask, batches, pass } = clientAsking(echo);
    await ask(1);
    pass(3_599_999);
    await ask(1);
    expect(batches).toHaveLength(1);
    pass(1);
    await ask(1);
    expect(batches).toHaveLength(2);
  });

  test("answers are forgotten on demand, and when another server is asked", async () => {
    const { client, ask, batches } = clientAsking(echo);
    await ask(1);
    client.forget();
    await ask(1);
    client.address = "https://other.example/v1/batch";
    await ask(1);
    client.address = "https://other.example/v1/batch";
    await ask(1);
    expect(batches).toHaveLength(3);
  });

  test("only so many answers are kept, those used last", async () => {
    const { ask, batches } = clientAsking(echo);
    await ask(-1);
    for (let value = 0; value < MAX_ANSWERS; value += 1) {
      void ask(value);
      if (value % 500 === 0) await ask(-1);
    }
    await ask(MAX_ANSWERS - 1);
    const before = batches.length;
    await ask(-1);
    expect(batches).toHaveLength(before);
    await ask(0);
    expect(batches).toHaveLength(before + 1);
  });
});

describe("refusals", () => {
  const problem = {
    title: "The question cannot be read",
    errors: [{ path: "target", message: "is no amount", hint: 'write 920 or "8%"' }],
  };

  test("a refused line says its field and hint, in its place, and is not asked again", async () => {
    const { ask, batches } = clientAsking(
      () =>
        new Response(
          `${JSON.stringify({ index: 0, status: 400, problem })}\n${JSON.stringify({ index: 1, status: 200, answer: { cells: [["fine"]] } })}\n`,
        ),
    );
    const [bad, good] = await Promise.allSettled([ask("bad"), ask("good")]);
    expect(good).toEqual({ status: "fulfilled", value: [["fine"]] });
    expect(bad).toMatchObject({
      reason: { message: 'target: is no amount; write 920 or "8%"', isQuestionsFault: true },
    });
    await expect(ask("bad")).rejects.toThrow("target");
    expect(batches).toHaveLength(1);
  });

  test("a refused batch tells why, and what has no line has no answer", async () => {
    const refused = clientAsking(() => new Response(JSON.stringify(problem), { status: 413 }));
    await expect(refused.ask(1)).rejects.toThrow("target: is no amount");
    expect(refused.batches).toHaveLength(1);
    await expect(clientAsking(() => new Response("")).ask(1)).rejects.toThrow("no answer");
    await expect(clientAsking(() => new Response("<html>", { status: 404 })).ask(1)).rejects.toThrow(
      "refused",
    );
  });

  test.each([401, 403, 404])(
    "a %d from the way to the service is no formula's fault, and asked again",
    async (status) => {
      const { ask, batches } = clientAsking((lines, request) =>
        request === 1 ? new Response("<html>", { status }) : echo(lines, request),
      );
      await expect(ask(1)).rejects.toMatchObject({ isQuestionsFault: false });
      expect(await ask(1)).toEqual([[1]]);
      expect(batches).toHaveLength(2);
    },
  );

  test("a line that is the service's fault is not the formula's, and asked again next time", async () => {
    const { ask, batches } = clientAsking((lines, request) =>
      request === 1
        ? new Response(JSON.stringify({ index: 0, status: 500, problem: { title: "Unexpected error" } }))
        : echo(lines, request),
    );
    await expect(ask(1)).rejects.toMatchObject({ message: "Unexpected error", isQuestionsFault: false });
    expect(await ask(1)).toEqual([[1]]);
    expect(batches).toHaveLength(2);
  });

  test("an answer that is no JSON is the service's fault, and asked again next time", async () => {
    const { ask, batches } = clientAsking((lines, request) =>
      request === 1 ? new Response("<html>") : echo(lines, request),
    );
    await expect(ask(1)).rejects.toThrow(Error);
    expect(await ask(1)).toEqual([[1]]);
    expect(batches).toHaveLength(2);
  });
});

describe("trying again", () => {
  test.each([
    ["429", () => refusal(429)],
    ["503", () => refusal(503)],
    ["a lost connection", () => "unreachable" as const],
  ])("%s is waited out, longer each time", async (_, refuse) => {
    const { ask, batches, waits } = clientAsking((lines, request) =>
      request <= 3 ? refuse() : echo(lines, request),
    );
    expect(await ask(1)).toEqual([[1]]);
    expect(batches).toHaveLength(4);
    expect(waits.slice(1)).toEqual([500, 1000, 2000]);
  });

  test("an answer that breaks off is asked for again", async () => {
    const brokenOff = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"index":0'));
            controller.error(new Error("lost"));
          },
        }),
      );
    const { ask, batches } = clientAsking((lines, request) =>
      request === 1 ? brokenOff() : echo(lines, request),
    );
    expect(await ask(1)).toEqual([[1]]);
    expect(batches).toHaveLength(2);
  });

  test("what the service asks for is waited, up to half a minute", async () => {
    const { ask, waits } = clientAsking((lines, request) =>
      request === 1
        ? refusal(429, { "Retry-After": "7" })
        : request === 2
          ? refusal(503, { "Retry-After": "3600" })
          : echo(lines, request),
    );
    await ask(1);
    expect(waits.slice(1)).toEqual([7000, 30_000]);
  });

  test("gives up in the end, says so, and asks again at the next calculation", async () => {
    const { ask, batches } = clientAsking((lines, request) =>
      request <= 5 ? refusal(503) : echo(lines, request),
    );
    const error = await ask(1).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FormulaError);
    expect(error).toMatchObject({ isQuestionsFault: false, message: expect.stringContaining("503") });
    expect(batches).toHaveLength(5);
    expect(await ask(1)).toEqual([[1]]);
  });
});

describe("cancelling", () => {
  test("a formula that was cancelled while it was gathered is not sent", async () => {
    const { ask, batches } = clientAsking(echo);
    const cancellation = new AbortController();
    const cancelled = ask(1, cancellation.signal);
    const other = ask(2);
    cancellation.abort();
    await expect(cancelled).rejects.toThrow("cancelled");
    await other;
    expect(batches.flat().map((line) => line.arguments[0])).toEqual([2]);
  });

  test("a formula that was cancelled before it could be asked is not asked", async () => {
    const { ask, batches } = clientAsking(echo);
    await expect(ask(1, AbortSignal.abort())).rejects.toThrow("cancelled");
    await ask(2);
    expect(batches.flat().map((line) => line.arguments[0])).toEqual([2]);
  });

  test("a request ends when nobody waits for any of its answers", async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { ask, batches } = clientAsking(async () => {
      arrived();
      await new Promise((resolve) => setTimeout(resolve, 5));
      return refusal(503);
    });
    const first = new AbortController();
    const second = new AbortController();
    const settled = Promise.allSettled([ask(1, first.signal), ask(2, second.signal)]);
    await arrival;
    first.abort();
    second.abort();
    expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Nothing was tried again.
    expect(batches).toHaveLength(1);
  });

  test("another cell that waits for the same answer gets it", async () => {
    const { ask } = clientAsking(echo);
    const cancellation = new AbortController();
    const cancelled = ask(1, cancellation.signal);
    const other = ask(1);
    cancellation.abort();
    await expect(cancelled).rejects.toThrow("cancelled");
    expect(await other).toEqual([[1]]);
  });
});
