import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { cellError } from "../presentation/text.ts";
import { xmlOf } from "../presentation/xml.ts";
import { delimiterNamed } from "../schema/delimiter.ts";
import { type FormParameters, formParametersOf, withoutCacheBusters } from "../schema/form-parameters.ts";
import { InvalidQuestion } from "../schema/problems.ts";
import { questionFromBody, questionFromQuery } from "../schema/query.ts";
import { batch } from "./batch.ts";
import type { Dependencies } from "./dependencies.ts";
import { docs } from "./docs.ts";
import { entityTag, isMatched } from "./entity-tag.ts";
import { FORMATS, type Format, formatAccepted, isMedium } from "./format.ts";
import { integrations } from "./integrations.ts";
import { mediumOf, messagePicture } from "./media.ts";
import type { Ask, Operation } from "./operation.ts";
import { HttpProblem, oneLine, PROBLEMS, type ProblemDetails, problemOf } from "./problem.ts";
import { RecentAnswers } from "./recent-answers.ts";
import { RecentMedia } from "./recent-media.ts";
import { ROUTES, type Route } from "./routes/index.ts";

/** Workers refuse 16 kB; half of that leaves room for headers and is four times what a spreadsheet can write. */
export const MAX_URL = 8192;
/** A question with 400 reports has 40 kB, one about 34 provinces with ten products each some 80. */
export const MAX_BODY = 250_000;
/** A text of 200 kB where JSON writes each of its letters as \uXXXX, and the other fields. */
export const MAX_TEXT_BODY = 1_250_000;
/** Answers follow from the question and the release alone; an hour bounds how long an old release is seen. */
const CACHE = "public, max-age=3600, stale-if-error=86400";
/** A day: what may be asked here does not change between releases. */
const PREFLIGHT = 86_400;

/** The whole service as a function of its dependencies. */
export function createApp(dependencies: Dependencies): Hono {
  const app = new Hono({ strict: false });
  app.options(
    "*",
    cors({ origin: "*", allowMethods: ["GET", "HEAD", "POST", "OPTIONS"], maxAge: PREFLIGHT }),
  );
  app.use((context, next) => {
    // Set before the answer is made: the middleware of cors would make a response of its own to hold them.
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Access-Control-Expose-Headers", "ETag, Server-Timing");
    if (context.req.url.length > MAX_URL)
      throw new HttpProblem(
        "urlTooLong",
        `the address is longer than ${MAX_URL} characters`,
        "send the question as a POST body",
      );
    requirePlainBody(context);
    requireKnownErrors(context);
    return next();
  });
  app.onError((error, context) => {
    const details = problemOf(error, new URL(context.req.url).pathname);
    if (details.status === PROBLEMS.internal.status) dependencies.report(error);
    return refusal(context, details, dependencies);
  });
  app.notFound((context) => {
    return refusal(context, problemOf(nothingHere(), new URL(context.req.url).pathname), dependencies);
  });
  batch(app, dependencies);
  mount(app, dependencies);
  docs(app, dependencies);
  integrations(app, dependencies);
  return app;
}

/** Bodies are limited by their bytes, so they come as they are read. */
function requirePlainBody(context: Context): void {
  const encoding = context.req.header("Content-Encoding")?.trim() ?? "";
  if (/^(?:identity)?$/i.test(encoding)) return;
  // RFC 9110, section 15.5.16: what would have been taken.
  context.header("Accept-Encoding", "identity");
  throw new HttpProblem("encodedBody", "the body is compressed", "send it without Content-Encoding");
}

/** A form of errors that is not known would be noticed when there is an error, by somebody who does not see it. */
function requireKnownErrors(context: Context): void {
  const { path, method } = context.req;
  const errors = path.startsWith("/v1/") && method !== "HEAD" ? formOf(context).errors?.trim() : undefined;
  if (errors && errors !== "cell")
    throw new InvalidQuestion([
      {
        path: "errors",
        message: "there is no such form of errors",
        hint: "write errors=cell, or leave it out",
      },
    ]);
}

const nothingHere = () =>
  new HttpProblem("notFound", "nothing is at this address", "GET / lists what there is");

const limitedTo = (maxSize: number, hint: string) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem("bodyTooLarge", `the body is larger than ${maxSize} bytes`, hint);
    },
  });
const limitOfQuestions = limitedTo(MAX_BODY, "ask for fewer reports at once");
const limitOfTexts = limitedTo(MAX_TEXT_BODY, "send the part of the text that has the figures");

/** A function, and the format that its address names by a suffix. */
interface Asked {
  readonly route: Route;
  readonly suffix?: Format;
}

/** Every address of every function: its name alone, and with each suffix. */
const ADDRESSES: ReadonlyMap<string, Asked> = new Map(
  ROUTES.flatMap((route): readonly (readonly [string, Asked])[] => [
    [route.name, { route }],
    ...(Object.keys(FORMATS) as Format[]).map(
      (suffix) => [`${route.name}.${suffix}`, { route, suffix }] as const,
    ),
  ]),
);

/** One route for all functions: hundreds of them would be built each time the Worker starts. */
const FUNCTIONS = "/v1/:asked";

function askedBy({ req }: Context): Asked {
  const asked = ADDRESSES.get(req.param("asked") ?? "");
  if (!asked) throw nothingHere();
  return asked;
}

function mount(app: Hono, dependencies: Dependencies): void {
  const recent = new RecentAnswers();
  const media = new RecentMedia(dependencies.keep);
  app.get(FUNCTIONS, async (context) => {
    const { route, suffix } = askedBy(context);
    const format = suffix ?? formatAccepted(context.req.header("Accept"));
    if (!suffix) context.header("Vary", "Accept", { append: true });
    context.header("Cache-Control", CACHE);
    if (context.req.method === "HEAD") return headersAlone(context, route, format);
    const operation = await route.load();
    const started = dependencies.now();
    const query = queryOf(context);
    const address = `${operation.name} ${format} ${query}`;
    const asked = () => questionFromQuery(new URLSearchParams(query), operation.form);
    const { body, tag } = isMedium(format)
      ? await media.of(address, () =>
          mediumOf({
            operation,
            medium: format,
            question: asked(),
            drawing: formOf(context),
            dependencies,
          }),
        )
      : recent.of(address, () => {
          const text = operation.respond(asked(), { dependencies, format, ...written(context) });
          return { body: text, tag: entityTag(text) };
        });
    describe(context, operation, format);
    time(context, dependencies.now() - started);
    context.header("ETag", tag);
    const isKnown = isMatched(context.req.header("If-None-Match"), tag);
    return isKnown ? context.body(null, 304) : context.body(body);
  });
  app.post(FUNCTIONS, (context, next) => {
    const isOfText = askedBy(context).route.textField !== undefined;
    return (isOfText ? limitOfTexts : limitOfQuestions)(context, next);
  });
  app.post(FUNCTIONS, async (context) => {
    const { route, suffix } = askedBy(context);
    const operation = await route.load();
    const format = suffix ?? formatAccepted(context.req.header("Accept"));
    const raw = await questionPosted(context, route, operation);
    const started = dependencies.now();
    const drawing = formOf(context);
    const body = isMedium(format)
      ? await mediumOf({ operation, medium: format, question: raw, drawing, dependencies })
      : operation.respond(raw, { dependencies, format, ...written(context) });
    describe(context, operation, format);
    time(context, dependencies.now() - started);
    return context.body(body);
  });
  app.all(FUNCTIONS, (context) => {
    askedBy(context);
    context.header("Allow", "GET, HEAD, POST, OPTIONS");
    throw new HttpProblem(
      "methodNotAllowed",
      `${context.req.method} is not answered here`,
      "use GET or POST",
    );
  });
}

/** The headers that follow from the address. */
function describe(context: Context, { name }: Pick<Route, "name">, format: Format): void {
  context.header("Content-Type", FORMATS[format]);
  if (format === "csv" || isMedium(format))
    context.header("Content-Disposition", `inline; filename="onpace-${name}.${format}"`);
  // A picture opened by itself is a document: it may run nothing and load nothing.
  if (format === "svg")
    context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

/**
 * LibreOffice sends HEAD once or twice before each GET, to learn the type: nothing is worked out for it, so that it
 * has neither an ETag nor what may be wrong with the question.
 */
function headersAlone(context: Context, route: Route, format: Format): Response {
  describe(context, route, format);
  return context.body(null);
}

const time = (context: Context, milliseconds: number): void =>
  context.header("Server-Timing", `engine;dur=${milliseconds.toFixed(2)}`);

/** The query as it was written, every parameter that asks for something as often as it was. */
function queryOf({ req }: Context): string {
  const start = req.url.indexOf("?");
  return start < 0 ? "" : withoutCacheBusters(req.url.slice(start + 1));
}

const formOf = (context: Context): FormParameters => formParametersOf(new URLSearchParams(queryOf(context)));

/** How an operation is to write its answer. */
function written(context: Context): Pick<Ask, "field" | "delimiter"> {
  const { field, delimiter } = formOf(context);
  return { field, ...(delimiter !== undefined && { delimiter: delimiterNamed(delimiter) }) };
}

/** JSON, as every function is asked; or a form; or a text as it is, with what else is asked in the query. */
async function questionPosted(
  context: Context,
  { textField }: Route,
  { form }: Operation,
): Promise<Record<string, unknown>> {
  const body = await context.req.text();
  // Curl and fetch name other types where the caller names none, and no article begins with a brace.
  if (textField === undefined || isJson(context.req.header("Content-Type")) || /^\s*\{/.test(body))
    return questionFromBody(await jsonOf(context, textField), form);
  const isForm = /^\w+=/.test(body) && new URLSearchParams(body).has(textField);
  if (isForm) return questionFromQuery(new URLSearchParams(body), form);
  const question = questionFromQuery(new URLSearchParams(queryOf(context)), form);
  if (textField in question)
    throw new HttpProblem(
      "invalidQuestion",
      `${textField} is told in the query and as the body`,
      "send it as the body alone",
    );
  return { ...question, [textField]: body };
}

/** Without a type a body is taken for JSON. */
const isJson = (type = "application/json"): boolean => /^\s*[\w.-]+\/(?:[\w.-]+\+)?json\b/i.test(type);

async function jsonOf(context: Context, textField: string | undefined): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(
      "invalidQuestion",
      "the body is not JSON",
      textField === undefined
        ? 'send { "through": "2024-04", "ytd": 290 }'
        : `send { "${textField}": "…" }, or the text itself as text/plain`,
    );
  }
}

/** A refusal in the format of the request: problem details, or one readable line for a cell, or a picture of it. */
async function refusal(
  context: Context,
  details: ProblemDetails,
  dependencies: Dependencies,
): Promise<Response> {
  const format = formatOf(context.req.path, context.req.header("Accept"));
  context.header("Cache-Control", "no-store");
  const inCell = formOf(context).errors?.trim() === "cell";
  const line = cellError(oneLine(details));
  if (format === "txt" || format === "csv") {
    // The hints have commas, semicolons and quotes, and whatever parts the cells, a refusal is one.
    const text = format === "csv" ? `"${line.replaceAll('"', '""')}"\r\n` : line;
    return context.body(text, inCell ? 200 : (details.status as 200), { "Content-Type": FORMATS[format] });
  }
  if (format === "xml")
    return context.body(xmlOf({ error: line }), inCell ? 200 : (details.status as 200), {
      "Content-Type": FORMATS.xml,
    });
  if (inCell && (format === "svg" || format === "png"))
    return context.body(await messagePicture(line, format, dependencies), 200, {
      "Content-Type": FORMATS[format],
    });
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
