import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { cellError } from "../presentation/text.ts";
import { questionFromBody, questionFromQuery } from "../schema/query.ts";
import type { Dependencies } from "./dependencies.ts";
import { docs } from "./docs.ts";
import { entityTag, isMatched } from "./entity-tag.ts";
import { FORMATS, type Format, formatAccepted } from "./format.ts";
import type { Operation } from "./operation.ts";
import { HttpProblem, oneLine, PROBLEMS, type ProblemDetails, problemOf } from "./problem.ts";
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
  app.onError((error, context) => {
    const details = problemOf(error, new URL(context.req.url).pathname);
    if (details.status === PROBLEMS.internal.status) dependencies.report(error);
    return refusal(context, details);
  });
  app.notFound((context) => {
    const error = new HttpProblem("notFound", "nothing is at this address", "GET / lists what there is");
    return refusal(context, problemOf(error, new URL(context.req.url).pathname));
  });
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
    const answer = (context: Context, raw: Record<string, unknown>, field: string | undefined): Response => {
      const format = suffix ?? formatAccepted(context.req.header("Accept"));
      const started = dependencies.now();
      const body = operation.respond(raw, { dependencies, format, field });
      context.header("Server-Timing", `engine;dur=${(dependencies.now() - started).toFixed(2)}`);
      if (!suffix) context.header("Vary", "Accept", { append: true });
      context.header("Content-Type", FORMATS[format]);
      if (context.req.method === "POST") return context.body(body);
      const tag = entityTag(body);
      context.header("Cache-Control", CACHE);
      context.header("ETag", tag);
      return isMatched(context.req.header("If-None-Match"), tag)
        ? context.body(null, 304)
        : context.body(body);
    };
    app.get(path, (context) => {
      const query = parametersOf(context);
      return answer(context, questionFromQuery(query), query.get("field") ?? undefined);
    });
    app.post(path, bodyLimit({ maxSize: MAX_BODY, onError: tooLarge }), async (context) =>
      answer(context, questionFromBody(await jsonOf(context)), context.req.query("field")),
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

/** Every query parameter as often as it was written. */
function parametersOf({ req }: Context): URLSearchParams {
  const start = req.url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : req.url.slice(start + 1));
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
function refusal(context: Context, details: ProblemDetails): Response {
  const format = formatOf(context.req.path, context.req.header("Accept"));
  context.header("Cache-Control", "no-store");
  if (format === "txt" || format === "csv") {
    const status = context.req.query("errors") === "cell" ? 200 : details.status;
    return context.body(cellError(oneLine(details)), status as 200, { "Content-Type": FORMATS[format] });
  }
  return context.body(JSON.stringify(details), details.status as 400, {
    "Content-Type": "application/problem+json",
  });
}

/** The format that the address asks for by its suffix, or else the request by its Accept header. */
function formatOf(path: string, accept: string | undefined): Format {
  const suffix = path.split(".").at(-1) ?? "";
  if (Object.hasOwn(FORMATS, suffix)) return suffix as Format;
  return path.startsWith("/v1/") ? formatAccepted(accept) : "json";
}
