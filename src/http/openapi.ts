import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { Problem } from "../schema/answers.ts";
import { FORMATS, type Format } from "./format.ts";
import type { Operation } from "./operation.ts";
import { PROBLEMS } from "./problem.ts";

const MEDIA: Readonly<Record<Format, string>> = Object.fromEntries(
  Object.entries(FORMATS).map(([format, type]) => [format, type.split(";")[0]]),
) as Record<Format, string>;

/** Parameters of the form of an answer, which every operation takes. */
const FormQuery = {
  field: z
    .string()
    .optional()
    .meta({ description: "For .txt: the path of the one value, e.g. targets.0.attainmentProbability" }),
  errors: z
    .enum(["cell"])
    .optional()
    .meta({ description: "For .txt and .csv: answer errors with status 200, readable in a cell" }),
};

/** The OpenAPI 3.1 document, generated from the schemas that validate. */
export function openApiDocument(operations: readonly Operation[], version: string): object {
  const registry = new OpenAPIRegistry();
  for (const operation of operations) {
    registry.registerPath(describe(operation, "get"));
    registry.registerPath(describe(operation, "post"));
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Onpace",
      version,
      description:
        "Where will the year land and how sure is that, what must each remaining month bring, how likely is the target, what do scenarios give, and do the reported figures agree? Every function takes the same question by GET and POST. Add .json, .csv, .txt or .md to a path, or send Accept. Ratios are fractions; amounts share the unit of the question.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
  });
}

function describe(operation: Operation, method: "get" | "post"): RouteConfig {
  const answers = {
    200: {
      description: operation.summary,
      content: {
        [MEDIA.json]: { schema: operation.answer },
        [MEDIA.csv]: { schema: z.string() },
        [MEDIA.txt]: { schema: z.string() },
        [MEDIA.md]: { schema: z.string() },
      },
    },
    400: problem(PROBLEMS.invalidQuestion.title),
    413: problem(PROBLEMS.bodyTooLarge.title),
    414: problem(PROBLEMS.urlTooLong.title),
    422: problem(PROBLEMS.notEnoughKnown.title),
  };
  const shared = {
    method,
    path: `/v1/${operation.name}`,
    tags: ["Functions"] as string[],
    operationId: `${method === "get" ? "get" : "ask"}${pascal(operation.name)}`,
    summary: operation.summary,
    description: operation.description,
    responses: answers,
  } as const;
  if (method === "post") {
    const body = {
      content: { "application/json": { schema: operation.question, example: operation.example } },
      required: true,
    };
    return { ...shared, request: { query: z.object(FormQuery), body } };
  }
  return { ...shared, request: { query: queryOf(operation) } };
}

/** Every field of the question as a flat parameter, in the order of the documents. */
function queryOf(operation: Operation): z.ZodObject {
  const parameters = Object.entries(operation.question.shape).map(([name, schema]) => {
    const { description } = (schema as z.ZodType).meta() ?? {};
    const example = operation.example[name];
    const required = !(schema as z.ZodType).safeParse(undefined).success;
    const text = z.string().meta({
      ...(description && { description }),
      ...((typeof example === "string" || typeof example === "number") && { example: String(example) }),
    });
    return [name, required ? text : text.optional()];
  });
  return z.object({ ...Object.fromEntries(parameters), ...FormQuery });
}

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

const pascal = (name: string): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
