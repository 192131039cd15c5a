import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { createApp, MAX_BODY } from "../../src/http/app.ts";
import { MAX_QUESTIONS } from "../../src/http/batch.ts";
import { BatchAnswer } from "../../src/http/batch-document.ts";
import { MAX_BATCH, MAX_LINE } from "../../src/http/batch-lines.ts";
import { knowledge } from "../../src/knowledge.ts";
import { dependencies } from "../dependencies.ts";
import { app, faults, OPERATIONS, type ProblemBody, post, request } from "./ask.ts";

type Told = z.infer<typeof BatchAnswer>;

const ENCODER = new TextEncoder();
const QUESTION = { function: "run-rate", through: "2024-04", ytd: 290, target: 920 };
const lines = (questions: readonly unknown[]): string =>
  questions.map((question) => `${JSON.stringify(question)}\n`).join("");

/** What one batch answers; nothing in it may be the service's fault. */
async function batch(body: BodyInit, path = "/v1/batch"): Promise<string> {
  const response = await app.request(path, { method: "POST", body, duplex: "half" } as RequestInit);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  expect(faults.splice(0)).toEqual([]);
  return text;
}

/** The answers of a body of lines, each with its index. */
async function told(body: BodyInit, path?: string): Promise<readonly Told[]> {
  const text = await batch(body, path);
  const answers = text
    .split("\n")
    .filter(Boolean)
    .map((line): Told => BatchAnswer.parse(JSON.parse(line)));
  expect(answers.map(({ index }) => index)).toEqual(answers.map((_, place) => place));
  for (const { status, problem } of answers)
    if (problem) expect(problem.status).toBe(status);
    else expect(status).toBe(200);
  return answers;
}

const streamOf = (...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === "string" ? ENCODER.encode(chunk) : chunk);
      controller.close();
    },
  });

describe("lines and arrays", () => {
  test("every function's example is answered in its place, with the bytes of the function's own answer", async () => {
    const questions = OPERATIONS.map(({ name, example }) => ({ function: name, id: name, ...example }));
    const text = await batch(lines(questions));
    const own = await Promise.all(
      OPERATIONS.map(async ({ name, example }) => (await post(`/v1/${name}`, example)).text),
    );
    expect(text).toBe(
      OPERATIONS.map(
        ({ name }, index) => `{"index":${index},"id":"${name}","status":200,"answer":${own[index]}}\n`,
      ).join(""),
    );
  });

  test("an array is answered as an array, with the same answers", async () => {
    const questions = OPERATIONS.map(({ name, example }) => ({ function: name, ...example }));
    const ofArray = JSON.parse(await batch(JSON.stringify(questions, null, 2))) as Told[];
    expect(ofArray).toEqual(await told(lines(questions)));
    expect(await batch(" [] ")).toBe("[]\n");
  });

  test("the types tell lines from an array, and nothing is kept", async () => {
    const ofLines = await app.request("/v1/batch", { method: "POST", body: lines([QUESTION]) });
    expect(ofLines.headers.get("Content-Type")).toBe("application/x-ndjson; charset=utf-8");
    expect(ofLines.headers.get("Cache-Control")).toBe("no-store");
    expect(ofLines.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const response = await app.request("/v1/batch", { method: "POST", body: JSON.stringify([QUESTION]) });
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  });

  test("the function is outlook where none is told; the query tells what is the same for all lines", async () => {
    const [plain] = await told(lines([{ through: "2024-04", ytd: 290 }]));
    expect(plain?.answer).toHaveProperty("sentence");
    const path = "/v1/batch?function=run-rate&field=targets.plan.requiredRunRate.perPeriod&target=plan:920";
    const [first, other] = await told(
      lines([
        { through: "2024-04", ytd: 290 },
        { through: "2024-04", ytd: 290, target: "plan: 1000" },
      ]),
      path,
    );
    expect(first?.value).toBe(78.75);
    expect(other?.value).toBe(88.75);
  });

  test("a value keeps its type, and an unknown field is told in its place", async () => {
    const question = {
      ...QUESTION,
      history: "2023-01: 70 71 72 73 74 75 76 77 78 79 80 81; 2024-01: 72 73 74 75",
    };
    const { ytd: _none, through: _derived, ...asked } = question;
    const [number, text, none, many] = await told(
      lines([
        { ...QUESTION, field: "targets.0.value" },
        { ...QUESTION, field: "targets.0.name" },
        { ...QUESTION, field: "targets.0.nothing" },
        { ...asked, function: "forecast", field: "forecast" },
      ]),
    );
    expect(number).toEqual({ index: 0, status: 200, value: 920 });
    expect(text).toEqual({ index: 1, status: 200, value: "target" });
    expect(none?.problem?.type).toBe("/docs/problems/unknownField");
    expect(many?.problem?.errors[0]?.message).toContain("more than one value");
  });

  test("labels are told back; blank lines, a byte order mark and CRLF change nothing", async () => {
    const body = `\uFEFF\r\n${JSON.stringify({ ...QUESTION, id: "=A1" })}\r\n\r\n  \n${JSON.stringify({ ...QUESTION, id: 7 })}`;
    const answers = await told(body);
    expect(answers.map(({ id }) => id)).toEqual(["=A1", 7]);
    expect(answers[0]?.answer).toEqual(answers[1]?.answer);
  });

  test("a body that arrives byte by byte is read alike", async () => {
    const body = lines([{ ...QUESTION, indicator: "công nghiệp" }, QUESTION]);
    const bytes = ENCODER.encode(body);
    const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1));
    expect(await batch(streamOf(...single))).toBe(await batch(body));
  });

  test("questions are answered while later ones are still on their way", async () => {
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        send = controller;
      },
    });
    const question = ENCODER.encode(lines([QUESTION]));
    send?.enqueue(question);
    const response = await app.request("/v1/batch", { method: "POST", body, duplex: "half" } as RequestInit);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const first = await reader.read();
    expect(JSON.parse(new TextDecoder().decode(first.value))).toMatchObject({ index: 0, status: 200 });
    send?.enqueue(question);
    const second = await reader.read();
    expect(JSON.parse(new TextDecoder().decode(second.value))).toMatchObject({ index: 1, status: 200 });
    send?.close();
    expect((await reader.read()).done).toBe(true);
  });

  test("a question that is asked again in a batch is worked out once", async () => {
    let read = 0;
    const counting = createApp({
      ...dependencies,
      isVietnamese: (geography) => {
        read += 1;
        return dependencies.isVietnamese(geography);
      },
    });
    const asked = async (count: number) => {
      read = 0;
      const questions = Array.from({ length: count }, (_, id) => ({
        ...QUESTION,
        geography: "Kien Giang",
        id,
      }));
      const response = await counting.request("/v1/batch", { method: "POST", body: lines(questions) });
      const answers = (await response.text()).trimEnd().split("\n");
      expect(new Set(answers.map((line) => line.slice(line.indexOf('"status"')))).size).toBe(1);
      return read;
    };
    const once = await asked(1);
    expect(once).toBeGreaterThan(0);
    expect(await asked(50)).toBe(once);
  });

  test("whoever stops reading stops the reading of the questions", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          sent += 1;
          controller.enqueue(ENCODER.encode(lines([QUESTION])));
        },
      },
      { highWaterMark: 0 },
    );
    const response = await app.request("/v1/batch", { method: "POST", body, duplex: "half" } as RequestInit);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel();
    const atCancel = sent;
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toBe(atCancel);
    expect(sent).toBeLessThan(5);
  });
});

describe("cells", () => {
  test("one cell a line, refusals readable in their place", async () => {
    const body = lines([{ ...QUESTION }, { ...QUESTION, ytd: "x" }, "text", { ...QUESTION, lang: "vi" }]);
    const cells = (await batch(body, "/v1/batch.txt")).split("\n");
    expect(cells).toHaveLength(5);
    expect(cells[0]).toBe("78.75");
    expect(cells[1]).toMatch(/^#ONPACE: ytd: /);
    expect(cells[2]).toMatch(/^#ONPACE: question: /);
    expect(cells[3]).toBe("78,75");
    expect(cells[4]).toBe("");
  });

  test("a cell is that of the function's own .txt", async () => {
    const body = lines(OPERATIONS.map(({ name, example }) => ({ function: name, ...example })));
    const cells = (await batch(body, "/v1/batch.txt")).trimEnd().split("\n");
    const own = await Promise.all(
      OPERATIONS.map(async ({ name, example }) => (await post(`/v1/${name}.txt`, example)).text),
    );
    expect(cells).toEqual(own);
  });

  test("a table has a row a line; with decimal=comma its cells are parted by semicolons", async () => {
    const body = lines([
      { ...QUESTION, id: "=1+1" },
      { ...QUESTION, through: "2024-13" },
    ]);
    expect(await batch(body, "/v1/batch.csv")).toMatch(
      /^index,id,value,error\r\n0,'=1\+1,78\.75,\r\n1,,,"#ONPACE: through: .+"\r\n$/,
    );
    const comma = await app.request("/v1/batch.csv?lang=vi", { method: "POST", body: lines([QUESTION]) });
    expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await comma.arrayBuffer())).toBe(
      "\uFEFFindex;id;value;error\r\n0;;78,75;\r\n",
    );
  });
});

describe("what is wrong is told in its place", () => {
  test.each([
    ["no JSON", "{through", "invalidQuestion", /line 1 is not JSON/],
    ["no object", "[1]x\n7", "invalidQuestion", /not JSON/],
    ["a number", "7", "invalidQuestion", /not a JSON object/],
    ["null", "null", "invalidQuestion", /not a JSON object/],
    ["an unknown function", '{"function":"run_rate"}', "invalidQuestion", /no such function/],
    ["a function that is no text", '{"function":["outlook"]}', "invalidQuestion", /not a text/],
    ["a function of every object", '{"function":"__proto__"}', "invalidQuestion", /no such function/],
    ["a batch in a batch", '{"function":"batch"}', "invalidQuestion", /no such function/],
    ["a field that is no text", '{"field":1}', "invalidQuestion", /field is not a text/],
    ["a label that is none", '{"id":{}}', "invalidQuestion", /id is not/],
    ["a label that is too long", `{"id":"${"x".repeat(201)}"}`, "invalidQuestion", /id is not/],
    ["an unknown field", '{"through":"2024-04","ytd":1,"nothing":1}', "invalidQuestion", /nothing/],
    [
      "a picture",
      '{"through":"2024-04","ytd":1,"picture":"fan"}',
      "invalidQuestion",
      /picture is about the form/,
    ],
    ["too little", '{"through":"2024-04"}', "notEnoughKnown", /./],
    [
      "a line that is too long",
      `{"indicator":"${"x".repeat(MAX_LINE)}"}`,
      "bodyTooLarge",
      /line 1 is longer/,
    ],
  ])("%s", async (_, line, code, detail) => {
    if (line.startsWith("[")) {
      const refusal = await post("/v1/batch", line);
      expect(refusal.status).toBe(400);
      expect((refusal.json as ProblemBody).detail).toMatch(detail);
      return;
    }
    const [bad, good] = await told(`${line}\n${lines([QUESTION])}`);
    expect(bad?.problem?.type).toBe(`/docs/problems/${code}`);
    expect(bad?.problem?.detail).toMatch(detail);
    expect(good).toMatchObject({ index: 1, status: 200 });
  });

  test("a label is told back, whatever is wrong with its question", async () => {
    const answers = await told(
      lines([
        { id: "B2", function: "x" },
        { id: 3, field: 1 },
        { id: "B4", through: "2024-13" },
      ]),
    );
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ["B2", 400],
      [3, 400],
      ["B4", 400],
    ]);
  });

  test("a slip in a function's name is told with the name that was meant", async () => {
    const [slip] = await told('{"function":"run_rate"}');
    expect(slip?.problem?.errors).toEqual([
      { path: "function", message: "there is no such function", hint: 'did you mean "run-rate"?' },
    ]);
  });

  test("N lines in, N answers out, whatever they are", { timeout: 30_000 }, async () => {
    const line = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.string({ unit: "binary" }),
      fc
        .record({ function: fc.constantFrom(...OPERATIONS.map(({ name }) => name), "x"), id: fc.anything() })
        .map((question) => JSON.stringify({ ...question, through: "2024-04", ytd: 290 })),
      fc.constantFrom("{}", "null", '{"__proto__":1}', '{"id":1e999}', '"\\ud800"', JSON.stringify(QUESTION)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (written) => {
        const said = written.map((each) => each.replace(/\n/g, " ")).filter((each) => each.trim() !== "");
        const isArray = said[0]?.trimStart().startsWith("[");
        if (said.length === 0 || isArray) return;
        expect(await told(said.join("\n"))).toHaveLength(said.length);
        expect((await batch(said.join("\n"), "/v1/batch.txt")).split("\n")).toHaveLength(said.length + 1);
      }),
      { numRuns: 15 },
    );
  });

  test("a fault is told in its place, reported, and breaks nothing", async () => {
    const reported: unknown[] = [];
    const broken = createApp({
      ...dependencies,
      knowledge: { ...knowledge, priors: {} as never },
      report: (error) => reported.push(error),
    });
    const body = lines([
      { through: "2024-04", ytd: 123456789 },
      { function: "places", name: "Kien Giang" },
    ]);
    const response = await broken.request("/v1/batch", { method: "POST", body });
    const [fault, answer] = (await response.text()).trimEnd().split("\n") as [string, string];
    expect(JSON.parse(fault)).toMatchObject({ status: 500, problem: { type: "/docs/problems/internal" } });
    expect(fault).not.toContain("123456789");
    expect(JSON.parse(answer)).toMatchObject({ index: 1, status: 200 });
    expect(reported).toHaveLength(1);
  });
});

describe("limits", () => {
  test("a line may have what a question by itself may have", () => {
    expect(MAX_LINE).toBe(MAX_BODY);
  });

  const many = Array.from({ length: MAX_QUESTIONS + 2 }, () => ({ ...QUESTION, field: "targets.0.value" }));

  test("after the most questions one last line tells it", async () => {
    const answers = await told(lines(many));
    expect(answers).toHaveLength(MAX_QUESTIONS + 1);
    expect(answers.at(-2)?.value).toBe(920);
    expect(answers.at(-1)).toMatchObject({ index: MAX_QUESTIONS, status: 413 });
    expect(await told(lines(many.slice(0, MAX_QUESTIONS)))).toHaveLength(MAX_QUESTIONS);
  });

  test("after the most bytes one last line tells it, however the body is cut", async () => {
    const filler = `{"indicator":"${"x".repeat(MAX_LINE - 100)}"}\n`;
    const count = Math.floor(MAX_BATCH / filler.length);
    const body = filler.repeat(count + 3);
    for (const whole of [
      body,
      streamOf(...body.split(/(?<=\n)/)),
      streamOf(body.slice(0, 99), body.slice(99)),
    ]) {
      const answers = await told(whole);
      expect(answers).toHaveLength(count + 1);
      expect(answers.at(-1)?.problem?.detail).toContain(String(MAX_BATCH));
    }
  });

  test("a line without an end is not kept in memory, and ends the batch", async () => {
    const answers = await told(`${lines([QUESTION])}${"x".repeat(MAX_BATCH)}`);
    expect(answers.map(({ status }) => status)).toEqual([200, 413]);
  });

  test("an array with too many questions or bytes is refused before anything is answered", async () => {
    for (const body of [JSON.stringify(many), `["${"x".repeat(MAX_BATCH)}"]`, " ".repeat(MAX_BATCH + 1)]) {
      const { status, json } = await post("/v1/batch", body);
      expect(status).toBe(413);
      expect(json).toMatchObject({ type: "/docs/problems/bodyTooLarge", instance: "/v1/batch" });
    }
  });

  test("an entry of an array that is too long is refused in its place", async () => {
    const answers = JSON.parse(
      await batch(JSON.stringify([{ indicator: "x".repeat(MAX_LINE) }, QUESTION])),
    ) as Told[];
    expect(answers.map(({ status }) => status)).toEqual([413, 200]);
  });

  test.each(["", " \n\r\n", "[", '["a"'])("a body %j is no batch", async (body) => {
    const { status, json } = await post("/v1/batch", body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ type: "/docs/problems/invalidQuestion" });
    expect((await post("/v1/batch.txt", body)).text).toMatch(/^#ONPACE: \S/);
  });

  test.each(["GET", "HEAD", "PUT", "DELETE"])("%s is a 405 that tells the method", async (method) => {
    for (const path of ["/v1/batch", "/v1/batch.txt", "/v1/batch.csv"]) {
      const { status, headers } = await app.request(path, { method });
      expect(status).toBe(405);
      expect(headers.get("Allow")).toBe("POST, OPTIONS");
    }
    expect((await request("/v1/batch.md")).status).toBe(404);
  });
});
