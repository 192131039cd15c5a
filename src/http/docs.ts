import type { Hono } from "hono";
import { etag } from "hono/etag";
import { html } from "hono/html";
import type { Dependencies } from "./dependencies.ts";
import { flatQuestion } from "./flat-question.ts";
import { FORMATS } from "./format.ts";
import { HttpProblem, PROBLEMS, type ProblemCode } from "./problem.ts";
import { allOperations } from "./routes/index.ts";

const HOUR = "public, max-age=3600";

/** What tells about the service itself: the index, its health, the OpenAPI document and the pages for people. */
export function docs(app: Hono, dependencies: Dependencies): void {
  const { version } = dependencies;
  for (const path of ["/", "/openapi.json", "/docs"]) app.use(path, etag());
  app.get("/", async (context) => {
    const operations = await allOperations();
    context.header("Cache-Control", HOUR);
    return context.json({
      name: "onpace",
      version,
      functions: operations.map(({ name, summary }) => ({ path: `/v1/${name}`, summary })),
      batch: { path: "/v1/batch", summary: "Many questions in one request, answered in order" },
      formats: Object.keys(FORMATS),
      documents: {
        openapi: "/openapi.json",
        docs: "/docs",
        spreadsheets: "/spreadsheets",
        health: "/health",
      },
      examples: operations.map(
        ({ name, example }) => `/v1/${name}?${new URLSearchParams(flatQuestion(example))}`,
      ),
    });
  });
  app.get("/health", (context) => {
    context.header("Cache-Control", "no-store");
    return context.json({ status: "ok", version });
  });
  let document: object | undefined;
  app.get("/openapi.json", async (context) => {
    // Imported when it is asked for: the generator and the schemas of answers take long to build.
    document ??= await (await import("./openapi.ts")).openApiDocument(await allOperations(), dependencies);
    context.header("Cache-Control", HOUR);
    return context.json(document);
  });
  app.get("/docs", (context) => {
    context.header("Cache-Control", HOUR);
    return context.html(page("Onpace: the functions", swaggerUi));
  });
  app.get("/docs/problems/:code", (context) => {
    const code = context.req.param("code");
    if (!Object.hasOwn(PROBLEMS, code)) throw new HttpProblem("notFound", "there is no such problem");
    const { title, status } = PROBLEMS[code as ProblemCode];
    return context.html(
      page(
        title,
        html`<main><h1>${title}</h1><p>Status ${status}. ${EXPLANATIONS[code as ProblemCode]}</p><p><a href="/docs">The functions</a></p></main>`,
      ),
    );
  });
}

const EXPLANATIONS: Readonly<Record<ProblemCode, string>> = {
  invalidQuestion: "The errors list every field that is wrong or unknown, with what to write instead.",
  invalidFigure:
    "A figure is a number or a text as it was reported: 290, “over 290”, “17.8 trillion VND”. With decimal=comma, “49.496,26”.",
  invalidPeriod:
    "A period is a calendar month “2024-04”, a quarter of the fiscal year “2024-Q2”, or a number of months together with year.",
  invalidRelation:
    "A relation ties figures by their names: “target * shareOfTarget = ytd”, “rice + seafood <= ytd”.",
  unknownField:
    "The field parameter is a path into the JSON answer, such as targets.0.attainmentProbability.",
  noPicture:
    "Each function has pictures of its own: the error names those there are, or what the answer lacks for one.",
  notEnoughKnown:
    "Give the year-to-date figure, or enough others to derive it: a share of a target, or last year with a growth. A run rate or a probability in one cell needs a target too.",
  notFound: "GET / lists every function.",
  methodNotAllowed: "Functions answer GET and POST, a batch POST alone.",
  bodyTooLarge: "A question has at most 250 kB; a batch has at most 1,000 of them and 5 MB.",
  encodedBody: "Bodies are read as they are: send the JSON, the lines or the text without Content-Encoding.",
  urlTooLong: "An address has at most 8,192 characters; longer questions go into a POST body.",
  internal: "A fault of the service, not of the question; the same question may be asked again.",
};

const swaggerUi = html`<link rel="stylesheet" href="/swagger-ui/swagger-ui.css" />
<div id="docs"></div>
<script src="/swagger-ui/swagger-ui-bundle.js"></script>
<script>
  SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null, defaultModelsExpandDepth: 0 });
</script>`;

const page = (title: string, body: ReturnType<typeof html>) =>
  html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${title}</title>
<style>body{margin:0;font-family:system-ui,sans-serif}main{max-width:40rem;margin:3rem auto;padding:0 1rem;line-height:1.5}</style></head>
<body>${body}</body></html>`;
