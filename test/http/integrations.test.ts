import { describe, expect, test } from "vitest";
import { request } from "./ask.ts";

const FILES = [
  "/spreadsheets",
  "/spreadsheets/vi",
  "/sheets/onpace.gs",
  "/excel/manifest.xml",
  "/excel/functions.json",
  "/excel/taskpane.html",
  "/libreoffice/onpace.fods",
  "/libreoffice/onpace-vi.fods",
  "/libreoffice/onpace.bas",
];

describe("what spreadsheets load", () => {
  test.each(FILES)("%s names the server that it came from", async (path) => {
    const { status, headers, text } = await request(path);
    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(text).not.toContain("__ONPACE_SERVER__");
    const known = await request(path, { headers: { "If-None-Match": headers.get("ETag") as string } });
    expect(known.status).toBe(304);
  });

  test("behind a proxy that ends TLS it names the secure address", async () => {
    const { text } = await request("https://onpace.test/excel/manifest.xml".replace("https", "http"), {
      headers: { "X-Forwarded-Proto": "https" },
    });
    expect(text).toContain("https://onpace.test/");
    expect(text).not.toContain("http://onpace.test/");
  });

  test.each(["/sheets/nothing.gs", "/libreoffice/onpace.exe", "/excel/%2e%2e%2fx.json"])(
    "%s is not there",
    async (path) => {
      expect((await request(path)).status).toBe(404);
    },
  );
});
