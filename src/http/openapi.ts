import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { Problem } from "../schema/answers.ts";
import { questionFromBody } from "../schema/query.ts";
import type { Dependencies } from "./dependencies.ts";
import { flatQuestion } from "./flat-question.ts";
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

/** The OpenAPI 3.1 document, generated from the schemas that validate; its examples are asked while it is made. */
export async function openApiDocument(
  operations: readonly Operation[],
  dependencies: Dependencies,
): Promise<object> {
  const registry = new OpenAPIRegistry();
  for (const operation of operations) {
    const answers = describeAnswers(operation, await operation.answer(), dependencies);
    registry.registerPath(describe(operation, "get", answers));
    registry.registerPath(describe(operation, "post", answers));
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Onpace",
      version: dependencies.version,
      description:
        "Where will the year land and how sure is that, what must each remaining month bring, how likely is the target, what do scenarios give, and do the reported figures agree; what do plans over years, quarters, parts and places ask for? A question is answered alike by GET and POST. Add .json, .csv, .txt or .md to a path, or send Accept. Ratios are fractions; amounts share the unit of the question. Months are calendar months, quarters are quarters of the fiscal year. With lang=vi or decimal=comma a bare text 1.999 means 1999; a JSON number never does.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
  });
}

function describe(
  operation: Operation,
  method: "get" | "post",
  responses: RouteConfig["responses"],
): RouteConfig {
  const shared = {
    method,
    path: `/v1/${operation.name}`,
    tags: ["Functions"] as string[],
    operationId: `${method === "get" ? "get" : "ask"}${pascal(operation.name)}`,
    summary: operation.summary,
    description: operation.description,
    responses,
  } as const;
  if (method === "get") return { ...shared, request: { query: queryOf(operation) } };
  const content = { "application/json": { schema: operation.question, example: operation.example } };
  return { ...shared, request: { query: z.object(FormQuery), body: { content, required: true } } };
}

function describeAnswers(
  operation: Operation,
  schema: z.ZodType,
  dependencies: Dependencies,
): RouteConfig["responses"] {
  const question = questionFromBody(operation.example, operation.form);
  const answer = (format: Format) => operation.respond(question, { dependencies, format, field: undefined });
  const text = (format: Format, description: string) => ({
    schema: z.string().meta({ description }),
    example: answer(format),
  });
  return {
    200: {
      description: operation.summary,
      content: {
        [MEDIA.json]: { schema, example: shortened(JSON.parse(answer("json"))) },
        [MEDIA.csv]: text(
          "csv",
          "A table; with decimal=comma its cells are parted by semicolons and it begins with a byte order mark",
        ),
        [MEDIA.txt]: text("txt", "One value: that of `field`, or the number the function is named after"),
        [MEDIA.md]: text("md", "A paragraph for a report, and tables"),
      },
    },
    400: problem(PROBLEMS.invalidQuestion.title),
    413: problem(PROBLEMS.bodyTooLarge.title),
    414: problem(PROBLEMS.urlTooLong.title),
    422: problem(PROBLEMS.notEnoughKnown.title),
  };
}

/** Entries of a list that are enough to show what the others look like. */
const SHOWN_ENTRIES = 2;

/** An example answer without the bulk of its lists. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, SHOWN_ENTRIES).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shortened(part)]));
}

/** Every field of the question as a flat parameter, in the order of the documents. */
function queryOf(operation: Operation): z.ZodObject {
  const examples = flatQuestion(operation.example);
  const parameters = Object.entries(operation.question.shape).map(([name, schema]) => {
    const field = schema as z.ZodType;
    const parameter = (choiceOf(field) ?? z.string()).meta({
      ...describedAs(field),
      ...(examples[name] !== undefined && { example: examples[name] }),
    });
    return [name, field.safeParse(undefined).success ? parameter.optional() : parameter];
  });
  return z.object({ ...Object.fromEntries(parameters), ...FormQuery });
}

/** The words that a parameter is one of, where it is one of a few. */
function choiceOf(schema: z.ZodType): z.ZodEnum | undefined {
  if (schema instanceof z.ZodOptional) return choiceOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.find((option) => option instanceof z.ZodEnum);
  return schema instanceof z.ZodEnum ? schema : undefined;
}

function describedAs(schema: z.ZodType): { readonly description?: string } {
  const { description } = schema.meta() ?? {};
  if (description) return { description };
  return schema instanceof z.ZodOptional ? describedAs(schema.unwrap() as z.ZodType) : {};
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
