import { type SpecData, Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { PROBLEMS } from "../../src/http/problem.ts";
import { OPERATIONS } from "../../src/http/routes/index.ts";
import { ask, get, NAMES, post, refused, request, VERSION } from "./ask.ts";
import { questionsOf } from "./questions.ts";

interface Described {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: Record<string, unknown> }> };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: { readonly $ref?: string } }> }
  >;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<"get" | "post", Described>>;
  readonly components: { readonly schemas: Record<string, object> };
}
let document: OpenApi;

beforeAll(async () => {
  document = (await request("/openapi.json")).json as OpenApi;
});

describe("the index", () => {
  test("lists every function, and its examples answer", async () => {
    const { json } = await request("/");
    const index = json as {
      functions: { path: string }[];
      examples: string[];
      documents: Record<string, string>;
    };
    expect(index.functions.map(({ path }) => path)).toEqual(NAMES.map((name) => `/v1/${name}`));
    expect(index.examples).toHaveLength(NAMES.length);
    for (const example of index.examples) expect((await request(example)).status, example).toBe(200);
    for (const path of Object.values(index.documents)) expect((await request(path)).status, path).toBe(200);
  });

  test("health tells the version and is not kept", async () => {
    const { json, headers } = await request("/health");
    expect(json).toEqual({ status: "ok", version: VERSION });
    expect(headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1 for an independent validator", async () => {
    const { valid, errors } = await new Validator().validate(
      structuredClone(document) as unknown as SpecData,
    );
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe("3.1.0");
  });

  test("describes every function with an example, by GET and POST", () => {
    expect(Object.keys(document.paths)).toEqual(NAMES.map((name) => `/v1/${name}`));
    for (const { get: got, post: posted } of Object.values(document.paths)) {
      expect(posted.requestBody?.content["application/json"]?.example).toBeDefined();
      expect(got.parameters?.some((parameter) => "example" in parameter || "schema" in parameter)).toBe(true);
    }
  });

  test.each(OPERATIONS)("the example of $name answers by GET and POST alike", async ({ name, example }) => {
    const posted = await post(
      `/v1/${name}`,
      document.paths[`/v1/${name}`]?.post.requestBody?.content["application/json"]?.example,
    );
    expect(posted.status, posted.text).toBe(200);
    expect((await get(`/v1/${name}`, example)).text).toBe(posted.text);
  });

  test("every parameter of a question is told, and only `through` must be given", () => {
    for (const { name, question } of OPERATIONS) {
      const parameters = document.paths[`/v1/${name}`]?.get.parameters ?? [];
      const names = parameters.map((parameter) => parameter.name);
      expect(names).toEqual([...Object.keys(question.shape), "field", "errors"]);
      const required = parameters
        .filter((parameter) => parameter.required)
        .map((parameter) => parameter.name);
      expect(required).toEqual(name === "coherence" ? [] : ["through"]);
    }
  });
});

describe("answers against the document's own JSON schema", () => {
  const check = (schema: object, value: unknown): unknown => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: "doc", components: document.components });
    const rooted = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"doc#/')) as object;
    const validate = ajv.compile(rooted);
    return validate(value) ? undefined : validate.errors;
  };
  const schemaOf = (path: string, status: string, media: string): object =>
    document.paths[path]?.post.responses[status]?.content?.[media]?.schema ?? {};

  test.each(NAMES)("/v1/%s", async (name) => {
    const schema = schemaOf(`/v1/${name}`, "200", "application/json");
    expect(Object.keys(schema)).not.toEqual([]);
    for (const [title, question] of questionsOf(name))
      expect(check(schema, await ask(name, question)), title).toBeUndefined();
    expect(
      check(schema, {
        ...(await ask(name, OPERATIONS.find((each) => each.name === name)?.example ?? {})),
        extra: 1,
      }),
    ).toBeDefined();
  });

  test.each(NAMES)("a refusal of /v1/%s", async (name) => {
    const schema = schemaOf(`/v1/${name}`, "400", "application/problem+json");
    expect(check(schema, await refused(name, { through: "2024-13", ytd: "x", nothing: 1 }))).toBeUndefined();
  });

  test.each(NAMES)("the questions that /v1/%s answers fit the described question", (name) => {
    const [body] = Object.values(document.paths[`/v1/${name}`]?.post.requestBody?.content ?? {}) as {
      schema?: object;
    }[];
    for (const [title, question] of questionsOf(name))
      expect(check(body?.schema ?? {}, question), title).toBeUndefined();
  });
});

describe("pages for people", () => {
  test("/docs asks no outside host", async () => {
    const { text, headers } = await request("/docs");
    expect(headers.get("Content-Type")).toMatch(/^text\/html/);
    expect(text).not.toMatch(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/i);
    for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g)) expect(path).toMatch(/^\/(?!\/)/);
  });

  test.each(Object.keys(PROBLEMS))("/docs/problems/%s explains the problem", async (code) => {
    const { status, text } = await request(`/docs/problems/${code}`);
    expect(status).toBe(200);
    expect(text).toContain(PROBLEMS[code as keyof typeof PROBLEMS].title);
    expect(text).not.toMatch(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/i);
  });
});
