import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { PICTURES_OF } from "../presentation/pictures/index.ts";
import { PICTURES, SCALE_DESCRIPTION, SIZES, THEMES } from "../presentation/pictures/options.ts";
import { Problem } from "../schema/answers.ts";
import { DELIMITERS } from "../schema/delimiter.ts";
import type { FormParameter } from "../schema/form-parameters.ts";
import { questionFromBody } from "../schema/query.ts";
import { SHORT_NAMES } from "../schema/short-names.ts";
import { batchPath } from "./batch-document.ts";
import type { Dependencies } from "./dependencies.ts";
import { flatQuestion } from "./flat-question.ts";
import { FORMATS, type Format, type TextFormat } from "./format.ts";
import type { Operation } from "./operation.ts";
import { PROBLEMS } from "./problem.ts";

const MEDIA: Readonly<Record<Format, string>> = Object.fromEntries(
  Object.entries(FORMATS).map(([format, type]) => [format, type.split(";")[0]]),
) as Record<Format, string>;

/** Parameters of the form of an answer, which every operation takes. */
const FORM: Readonly<Record<FormParameter, { readonly schema: z.ZodType; readonly description: string }>> = {
  field: {
    schema: z.string(),
    description: "For .txt: the path of the one value, e.g. targets.0.attainmentProbability",
  },
  errors: {
    schema: z.enum(["cell"]),
    description:
      "For .txt, .csv, .xml and pictures: answer errors with status 200, readable in a cell or drawn",
  },
  delimiter: {
    schema: z.enum(DELIMITERS),
    description:
      "For .csv: what parts the cells; by default a comma, and a semicolon with decimal=comma. IMPORTDATA parts at commas unless its second argument tells another",
  },
  picture: {
    schema: z.enum(PICTURES),
    description: "For .svg and .png: what is drawn, where the function has more than one picture",
  },
  size: {
    schema: z.enum(Object.keys(SIZES)),
    description: "For .svg and .png: where the picture is shown",
  },
  width: { schema: z.string(), description: "For .svg and .png: the width in CSS pixels" },
  height: { schema: z.string(), description: "For .svg and .png: the height in CSS pixels" },
  theme: { schema: z.enum(THEMES), description: "For .svg and .png: light or dark" },
  scale: { schema: z.string(), description: SCALE_DESCRIPTION },
};
const FormQuery = Object.fromEntries(
  Object.entries(FORM).map(([name, { schema, description }]) => [
    name,
    schema.optional().meta({ description: withShortName(name, description) }),
  ]),
);

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
  registry.registerPath(batchPath(operations));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Onpace",
      version: dependencies.version,
      description:
        "Where will the year land and how sure is that, what must each remaining month bring, how likely is the target, what do scenarios give, and do the reported figures agree; what do plans over years, quarters, parts and places ask for? A question is answered alike by GET and POST. Add .json, .csv, .txt, .md or .xml to a path, or send Accept. Ratios are fractions; amounts share the unit of the question. Months are calendar months, quarters are quarters of the fiscal year. With lang=vi or decimal=comma a bare text 1.999 means 1999; a JSON number never does. In an address every parameter has a short name too, so that a sheet keeps to 2,048 characters: ten years of months fit, `hi=2014-01:71.2+84+...`, spaces written as plus signs. Letters, digits and . - _ : ; , / may stand as they are; & # + % and letters with accents go through ENCODEURL, though a percent sign is understood where no two hexadecimal digits follow it. Parameters that only make an address new are ignored: cb, cachebuster, nocache, refresh, and whatever begins with an underscore. HEAD tells the type and works nothing out.",
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
  const answer = (format: TextFormat) =>
    operation.respond(question, { dependencies, format, field: undefined });
  const text = (format: TextFormat, description: string) => ({
    schema: z.string().meta({ description }),
    example: answer(format),
  });
  const file = (description: string) => ({ schema: z.string().meta({ format: "binary", description }) });
  const pictures = PICTURES_OF[operation.name];
  return {
    200: {
      description: operation.summary,
      content: {
        [MEDIA.json]: { schema, example: shortened(JSON.parse(answer("json"))) },
        [MEDIA.csv]: text(
          "csv",
          "A table; with decimal=comma its cells are parted by semicolons and it begins with a byte order mark, for Excel; with delimiter=comma as well, for IMPORTDATA, it has none",
        ),
        [MEDIA.txt]: text(
          "txt",
          "One value: that of `field`, or the number the function is named after. IMPORTDATA parts a text or 0,5 at its commas, unless its second argument is CHAR(9)",
        ),
        [MEDIA.md]: text("md", "A paragraph for a report, and tables"),
        [MEDIA.xlsx]: file("A workbook: one to plan with of an answer about one report, else its table"),
        ...(pictures && {
          [MEDIA.svg]: file(`A picture: ${pictures.join(", ")}`),
          [MEDIA.png]: file("The same in pixels, for =IMAGE(...)"),
        }),
        [MEDIA.xml]: text(
          "xml",
          'The JSON answer for FILTERXML: fields and the entries of their lists are elements of the field\'s name, e.g. //targets[1]/value or //targets[name="plan"]/value; a name that is none in XML is <entry name="…">. Numbers have a point, as number() reads it, unless decimal=comma; a refusal is //error',
        ),
      },
    },
    400: problem(PROBLEMS.invalidQuestion.title),
    413: problem(PROBLEMS.bodyTooLarge.title),
    414: problem(PROBLEMS.urlTooLong.title),
    415: problem(PROBLEMS.encodedBody.title),
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
      description: withShortName(name, describedAs(field)),
      ...(examples[name] !== undefined && { example: examples[name] }),
    });
    return [name, field.safeParse(undefined).success ? parameter.optional() : parameter];
  });
  return z.object({ ...Object.fromEntries(parameters), ...FormQuery });
}

/** What a parameter means, and what it is called where an address must be short. */
function withShortName(name: string, description: string): string {
  return `${description.replace(/\.$/, "")}. Short: ${SHORT_NAMES[name]}`;
}

/** The words that a parameter is one of, where it is one of a few. */
function choiceOf(schema: z.ZodType): z.ZodEnum | undefined {
  if (schema instanceof z.ZodOptional) return choiceOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.find((option) => option instanceof z.ZodEnum);
  return schema instanceof z.ZodEnum ? schema : undefined;
}

function describedAs(schema: z.ZodType): string {
  const { description } = schema.meta() ?? {};
  if (description) return description;
  return schema instanceof z.ZodOptional ? describedAs(schema.unwrap() as z.ZodType) : "";
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
