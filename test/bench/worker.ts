import { Hono } from "hono";
import { createApp } from "../../src/http/app.ts";
import { dependencies } from "../dependencies.ts";
import { answerFromHistory } from "./accuracy-history.ts";
import { OPERATIONS_TIMED } from "./operations.ts";
import type { HistoryQuestion } from "./series-cases.ts";

const app = createApp({ ...dependencies, version: "bench" });

/** The measure of everything else: what the platform and the router cost before any work is done. */
const empty = new Hono();
empty.get("/empty", (context) => context.json({ ok: true }));
/** Many runs of one operation in a request, since the clock stands still inside one. */
empty.get("/engine/:operation/:times", (context) => {
  const run = OPERATIONS_TIMED[context.req.param("operation")];
  if (!run) return context.notFound();
  for (let times = Number(context.req.param("times")); times > 0; times -= 1) run();
  return context.json({ ok: true });
});
/** The race with other engines: the forecast of one question, and what reading the question takes. */
empty.post("/race/read", async (context) => {
  const { history } = await context.req.json<HistoryQuestion>();
  return context.json({ length: history.length });
});
empty.post("/race/forecast", async (context) => {
  const { median, quantiles } = answerFromHistory(await context.req.json<HistoryQuestion>());
  return context.json({ median, quantiles });
});

export default {
  fetch(request: Request): Response | Promise<Response> {
    return request.url.includes("/v1/") ? app.fetch(request) : empty.fetch(request);
  },
};
