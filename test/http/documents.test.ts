import { type SpecData, Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import { FORMATS } from "../../src/http/format.ts";
import { PROBLEMS } from "../../src/http/problem.ts";
import { PICTURES } from "../../src/presentation/pictures/options.ts";
import { FORM_PARAMETERS } from "../../src/schema/form-parameters.ts";
import { SHORT_NAMES } from "../../src/schema/short-names.ts";
import {
  ALL_NAMES,
  app,
  ask,
  get,
  NAMES,
  OPERATIONS,
  PUBLISHED,
  post,
  refused,
  request,
  VERSION,
} from "./ask.ts";
import { questionsOf } from "./questions.ts";

interface Described {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly example?: string;
    readonly schema: {
      readonly description?: string;
      readonly example?: string;
      readonly enum?: readonly string[];
    };
  }[];
  readonly requestBody?: { readonly content: Record<string, { readonly example?: Record<string, unknown> }> };
  readonly responses: Record<
    string,
    {
      readonly content?: Record<
        string,
        { readonly schema?: { readonly $ref?: string }; readonly example?: unknown }
      >;
    }
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

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [key: string]: unknown;
}

/** Each property has a description of its own, or is of a schema that has one. */
function describedThroughout(schema: Schema, path: string): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const refers =
      [property, ...(property.allOf ?? [])]
        .find(({ $ref }) => $ref)
        ?.$ref?.split("/")
        .at(-1) ?? "";
    const described = property.description ?? (document.components.schemas[refers] as Schema)?.description;
    expect(described, `${path}.${name}`).toBeTruthy();
  }
  for (const [name, part] of Object.entries(schema))
    if (typeof part === "object" && part !== null && name !== "example")
      describedThroughout(part as Schema, `${path}.${name}`);
}

describe("the index", () => {
  test("lists every function, and its examples answer", async () => {
    const { json } = await request("/");
    const index = json as {
      functions: { path: string }[];
      examples: string[];
      documents: Record<string, string>;
    };
    expect(index.functions.map(({ path }) => path)).toEqual(ALL_NAMES.map((name) => `/v1/${name}`));
    expect(json).toMatchObject({ batch: { path: "/v1/batch" }, formats: Object.keys(FORMATS) });
    expect(index.examples).toHaveLength(ALL_NAMES.length);
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

  test.each(ALL_NAMES)("/v1/%s shows a question and its answer, by GET and POST", async (name) => {
    const { get: got, post: posted } = document.paths[`/v1/${name}`] as OpenApi["paths"][string];
    const asked = Object.fromEntries(
      (got.parameters ?? []).flatMap((each) => {
        const example = each.example ?? each.schema.example;
        return example === undefined ? [] : [[each.name, example]];
      }),
    );
    expect(Object.keys(asked).sort()).toEqual(
      Object.keys(posted.requestBody?.content["application/json"]?.example ?? {}).sort(),
    );
    for (const { responses } of [got, posted]) {
      const told = responses["200"]?.content ?? {};
      PUBLISHED[name].parse(told["application/json"]?.example);
      for (const format of ["csv", "txt", "md", "xml"] as const)
        expect(told[FORMATS[format].split(";")[0] as string]?.example).toBe(
          (await get(`/v1/${name}.${format}`, asked)).text,
        );
    }
    const answer = (await get(`/v1/${name}`, asked)).json as Record<string, unknown>;
    const example = got.responses["200"]?.content?.["application/json"]?.example as typeof answer;
    expect(Object.keys(example)).toEqual(Object.keys(answer));
    if (!Array.isArray(answer.figures)) expect(example.figures).toEqual(answer.figures);
  });

  test("a parameter that is one of a few words names them", () => {
    const parameters = document.paths["/v1/outlook"]?.get.parameters ?? [];
    const choices = parameters
      .filter(({ schema }) => schema.enum)
      .map(({ name, schema }) => [name, schema.enum]);
    expect(Object.fromEntries(choices)).toEqual({
      aggregation: ["sum", "average", "last"],
      restated: ["sum", "official"],
      indicatorClass: ["exports", "imports", "retail", "industrialOutput", "publicInvestment", "general"],
      measure: ["grossOutput", "valueAdded", "volumeIndex"],
      cumulative: ["0", "1", "true", "false"],
      backtest: ["0", "1", "true", "false"],
      tet: ["0", "1", "true", "false"],
      decimal: ["point", "comma"],
      lang: ["en", "vi"],
      errors: ["cell"],
      delimiter: ["comma", "semicolon", "tab"],
      picture: [...PICTURES],
      size: ["cell", "slide", "page"],
      theme: ["light", "dark"],
    });
  });

  test("every parameter is described, and every field of every answer", () => {
    for (const [path, { get: got }] of Object.entries(document.paths))
      for (const { name, description, schema } of got?.parameters ?? [])
        expect(description ?? schema.description, `${path} ${name}`).toMatch(/\S/);
    const { CoherenceQuestion: _named, ...schemas } = document.components.schemas;
    for (const [name, schema] of Object.entries(schemas)) describedThroughout(schema as Schema, name);
  });

  test("every parameter of a question and of its answer tells its short name", () => {
    for (const { name } of OPERATIONS)
      for (const { name: parameter, description, schema } of document.paths[`/v1/${name}`]?.get.parameters ??
        [])
        expect(description ?? schema.description, parameter).toMatch(
          new RegExp(`\\. Short: ${SHORT_NAMES[parameter]}$`),
        );
  });

  test("the batch that it shows is answered", async () => {
    const content = document.paths["/v1/batch"]?.post.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(["application/x-ndjson", "application/json"]);
    for (const [type, { example }] of Object.entries(content)) {
      const body = typeof example === "string" ? example : JSON.stringify(example);
      const response = await app.request("/v1/batch", { method: "POST", body });
      expect(response.headers.get("Content-Type")).toContain(type);
      expect(await response.text()).toMatch(/"id":"B2","status":200,.*\n.*"id":"C2","status":200,/);
    }
  });

  test("the traps of quarters and of commas are told", () => {
    const { Period, Figure } = document.components.schemas as Record<string, { description: string }>;
    expect(Period?.description).toMatch(
      /Months are calendar months; quarters are quarters of the fiscal year/,
    );
    expect(Figure?.description).toMatch(/"1\.999" means 1999; the JSON number 1\.999 is never read so/);
  });

  test.each(OPERATIONS)("the example of $name answers by GET and POST alike", async ({ name, example }) => {
    const posted = await post(
      `/v1/${name}`,
      document.paths[`/v1/${name}`]?.post.requestBody?.content["application/json"]?.example,
    );
    expect(posted.status, posted.text).toBe(200);
    expect((await get(`/v1/${name}`, example)).text).toBe(posted.text);
  });

  test("every parameter of a question is told, and none must be given: a history tells its period", () => {
    for (const { name, question } of OPERATIONS) {
      const parameters = document.paths[`/v1/${name}`]?.get.parameters ?? [];
      const names = parameters.map((parameter) => parameter.name);
      expect(names).toEqual([...Object.keys(question.shape), ...FORM_PARAMETERS]);
      const required = parameters
        .filter((parameter) => parameter.required)
        .map((parameter) => parameter.name);
      expect(required).toEqual([]);
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
    for (const [title, question] of questionsOf(name))
      expect(check(schema, await ask(name, question)), title).toBeUndefined();
  });

  test.each(ALL_NAMES)("the example of /v1/%s, and that nothing may be added", async (name) => {
    const schema = schemaOf(`/v1/${name}`, "200", "application/json");
    expect(Object.keys(schema)).not.toEqual([]);
    expect(
      check(schema, {
        ...(await ask(name, OPERATIONS.find((each) => each.name === name)?.example ?? {})),
        extra: 1,
      }),
    ).toBeDefined();
  });

  test.each(ALL_NAMES)("a refusal of /v1/%s", async (name) => {
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
