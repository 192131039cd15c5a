import type { Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { Dependencies } from "./dependencies.ts";
import { HttpProblem } from "./problem.ts";

/** Where files that were built for any server name the one that serves them. */
const SERVER = "__ONPACE_SERVER__";

/** Files by the end of their name: how they are sent, and whether they name the server. */
const KINDS: Readonly<Record<string, { readonly type: string; readonly isText: boolean }>> = {
  gs: { type: "text/plain; charset=utf-8", isText: true },
  json: { type: "application/json; charset=utf-8", isText: true },
  xml: { type: "application/xml; charset=utf-8", isText: true },
  html: { type: "text/html; charset=utf-8", isText: true },
  js: { type: "text/javascript; charset=utf-8", isText: true },
  bas: { type: "text/plain; charset=utf-8", isText: true },
  fods: { type: "application/vnd.oasis.opendocument.spreadsheet-flat-xml", isText: true },
  png: { type: "image/png", isText: false },
};

/** What spreadsheets load: the Apps Script project, the Excel add-in, the LibreOffice document, and the guide to them. */
export function integrations(app: Hono, { asset }: Dependencies): void {
  const served = async (context: Context, path: string) => {
    const kind = KINDS[path.split(".").at(-1) ?? ""];
    const file = kind && (await asset(path));
    if (!file) throw new HttpProblem("notFound", "nothing is at this address", "/spreadsheets is the guide");
    context.header("Content-Type", kind.type);
    context.header("Cache-Control", "public, max-age=3600");
    if (!kind.isText) return context.body(file);
    return context.body(new TextDecoder().decode(file).replaceAll(SERVER, serverOf(context)));
  };
  for (const path of ["/spreadsheets", "/spreadsheets/vi", "/sheets/*", "/excel/*", "/libreoffice/*"])
    app.use(path, etag());
  app.get("/spreadsheets", (context) => served(context, "/guide/spreadsheets.html"));
  app.get("/spreadsheets/vi", (context) => served(context, "/guide/spreadsheets-vi.html"));
  for (const folder of ["sheets", "excel", "libreoffice"])
    app.get(`/${folder}/:file`, (context) => served(context, `/${folder}/${context.req.param("file")}`));
}

/** The address that was asked; a proxy that ends TLS says so, and Excel loads nothing that is not under https. */
function serverOf({ req }: Context): string {
  const { origin } = new URL(req.url);
  return req.header("X-Forwarded-Proto") === "https" ? origin.replace(/^http:/, "https:") : origin;
}
