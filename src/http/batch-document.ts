import type { RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { Problem } from "../schema/answers.ts";
import { MAX_QUESTIONS } from "./batch.ts";
import { MAX_BATCH, MAX_LINE } from "./batch-lines.ts";
import type { Operation } from "./operation.ts";
import { PROBLEMS } from "./problem.ts";

const id = z
  .union([z.string(), z.number()])
  .optional()
  .meta({ description: "A label of the caller, told back with the answer" });
const fieldName = "The path of one value of the answer, which is then told instead of it";

/** An answer in its place. */
export const BatchAnswer = z
  .strictObject({
    index: z.number().int().min(0).meta({ description: "The place of the question, from 0" }),
    id,
    status: z
      .number()
      .int()
      .meta({ description: "The status that the question alone would be answered with" }),
    answer: z.record(z.string(), z.unknown()).optional().meta({ description: "The answer of the function" }),
    value: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .meta({ description: "The value at `field`" }),
    problem: Problem.optional().meta({ description: "Why there is no answer" }),
  })
  .meta({ id: "BatchAnswer" });

/** What the OpenAPI document says of `/v1/batch`. */
export function batchPath(operations: readonly Operation[]): RouteConfig {
  const names = z.enum(operations.map(({ name }) => name));
  const question = z
    .looseObject({
      function: names.optional().meta({ description: "The function that is asked; outlook by default" }),
      id,
      field: z.string().optional().meta({ description: fieldName }),
    })
    .meta({ id: "BatchQuestion", description: "The question of a function, with its address" });
  return {
    method: "post",
    path: "/v1/batch",
    tags: ["Batch"],
    operationId: "askBatch",
    summary: "Many questions in one request, answered in order while they arrive",
    description: `One JSON object a line (NDJSON), or a JSON array; the answers come in the same form and order, each bad line with its problem in its place. At most ${MAX_QUESTIONS} questions of ${MAX_LINE} bytes each, ${MAX_BATCH} bytes in all: lines are answered up to there, and one last line tells what was too much; an array is refused as a whole. Blank lines are no questions. Add .txt for one cell a line, the errors readable in their place, or .csv for a table of index, id, value and error. Parameters of the query stand for what a question does not say itself.`,
    request: {
      query: z.object({
        function: names.optional().meta({ description: "The function of questions that name none" }),
        field: z.string().optional().meta({ description: fieldName }),
        lang: z
          .enum(["en", "vi"])
          .optional()
          .meta({ description: "The language; any other field of the questions may be told here as well" }),
      }),
      body: {
        required: true,
        content: {
          "application/x-ndjson": {
            schema: z.string().meta({ description: "One question a line" }),
            example: EXAMPLE.map((line) => JSON.stringify(line)).join("\n"),
          },
          "application/json": { schema: z.array(question), example: EXAMPLE },
        },
      },
    },
    responses: {
      200: {
        description: "An answer or a problem for every question",
        content: {
          "application/x-ndjson": { schema: z.string().meta({ description: "One answer a line" }) },
          "application/json": { schema: z.array(BatchAnswer) },
          "text/plain": { schema: z.string().meta({ description: "One cell a line (.txt)" }) },
          "text/csv": { schema: z.string().meta({ description: "One row an answer (.csv)" }) },
        },
      },
      400: problem(PROBLEMS.invalidQuestion.title),
      405: problem(PROBLEMS.methodNotAllowed.title),
      413: problem(PROBLEMS.bodyTooLarge.title),
      415: problem(PROBLEMS.encodedBody.title),
    },
  };
}

/** Exports of Kien Giang, and what they leave for each of the months to come. */
const EXAMPLE = [
  { function: "run-rate", id: "B2", through: "2024-04", ytd: 290, target: 920 },
  { function: "attainment", id: "C2", through: "2024-04", ytd: 290, target: 920, field: "targets.0.status" },
];

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});
