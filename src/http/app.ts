import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { cellError } from "../presentation/text.ts";
import { questionFromBody, questionFromQuery } from "../schema/query.ts";
import type { Dependencies } from "./dependencies.ts";
import { docs } from "./docs.ts";
import { FORMATS, type Format, formatAccepted } from "./format.ts";
import type { Operation } from "./operation.ts";
import { HttpProblem, oneLine, problemOf } from "./problem.ts";
import { OPERATIONS } from "./routes/index.ts";

/** Workers refuse 16 kB; half of that leaves room for headers and is four times what a spreadsheet can write. */
export const MAX_URL = 8192;
/** A question with 400 reports has 40 kB. */
export const MAX_BODY = 100_000;
/** Answers follow from the question and the release alone; an hour bounds how long an old release is seen. */
const CACHE = "public, max-age=3600, stale-if-error=86400";

/** The whole service as a function of its dependencies. */
export function createApp(dependencies: Dependencies): Hono {
  const app = new Hono();
  app.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "POST", "OPTIONS"],
      exposeHeaders: ["ETag", "Server-Timing"],
    }),
  );
  app.use((context, next) => {
    if (context.req.url.length > MAX_URL)
      throw new HttpProblem(
        "urlTooLong",
        `the address is longer than ${MAX_URL} characters`,
        "send the question as a POST body",
      );
    return next();
  });
  app.use(etag());
  app.onError((error, context) => problem(context, error));
  app.notFound((context) =>
    problem(
      context,
      new HttpProblem("notFound", `nothing is at ${context.req.path}`, "GET / lists what there is"),
    ),
  );
  for (const operation of OPERATIONS) mount(app, operation, dependencies);
  docs(app, dependencies);
  return app;
}

const tooLarge = () => {
  throw new HttpProblem(
    "bodyTooLarge",
    `the body is larger than ${MAX_BODY} bytes`,
    "ask for fewer reports at once",
  );
};

function mount(app: Hono, operation: Operation, dependencies: Dependencies): void {
  const formats = [undefined, ...(Object.keys(FORMATS) as Format[])];
  for (const suffix of formats) {
    const path = `/v1/${operation.name}${suffix ? `.${suffix}` : ""}`;
    const answer = (context: Context, raw: Record<string, unknown>, query: URLSearchParams): Response => {
      const format = suffix ?? formatAccepted(context.req.header("Accept"));
      const started = dependencies.now();
      const body = operation.respond(raw, { dependencies, format, field: query.get("field") ?? undefined });
      context.header("Server-Timing", `engine;dur=${(dependencies.now() - started).toFixed(2)}`);
      if (context.req.method === "GET") context.header("Cache-Control", CACHE);
      if (!suffix) context.header("Vary", "Accept", { append: true });
      return context.body(body, 200, { "Content-Type": FORMATS[format] });
    };
    app.get(path, (context) => {
      const query = new URL(context.req.url).searchParams;
      return answer(context, questionFromQuery(query), query);
    });
    app.post(path, bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), async (context) =>
      answer(context, questionFromBody(await jsonOf(context)), new URL(context.req.url).searchParams),
    );
    app.all(path, (context) => {
      context.header("Allow", "GET, HEAD, POST, OPTIONS");
      throw new HttpProblem(
        "methodNotAllowed",
        `${context.req.method} is not answered here`,
        "use GET or POST",
      );
    });
  }
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(
      "invalidQuestion",
      "the body is not JSON",
      'send { "through": "2024-04", "ytd": 290 }',
    );
  }
}

/** A refusal in the format of the request: problem details, or one readable line for a cell. */
function problem(context: Context, error: unknown): Response {
  const details = problemOf(error, context.req.path);
  const query = new URL(context.req.url).searchParams;
  context.header("Cache-Control", "no-store");
  if (/\.(txt|csv)$/.test(context.req.path)) {
    const status = query.get("errors") === "cell" ? 200 : details.status;
    const format = context.req.path.endsWith(".csv") ? "csv" : "txt";
    return context.body(cellError(oneLine(details)), status as 200, { "Content-Type": FORMATS[format] });
  }
  return context.body(JSON.stringify(details), details.status as 400, {
    "Content-Type": "application/problem+json",
  });
}
