import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian puts it; `CHROMIUM` names another. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The browser asks no host of its own accord: what a test sees on the wire is the page's. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why the tests of a browser are skipped on this machine; `undefined` when Chromium is there, or in CI, where it must be. */
export const withoutChromium: string | undefined =
  existsSync(executablePath) || process.env.CI
    ? undefined
    : `no Chromium at ${executablePath}: install it or set CHROMIUM to its path`;

if (withoutChromium) console.warn(`skipped: ${withoutChromium}`);

/**
 * Chromium as the end-to-end tests use it; the caller closes it.
 *
 * @throws Error that names the path looked at when there is none: in CI a test without its browser is a failure.
 */
export async function launchChromium(): Promise<Browser> {
  if (!existsSync(executablePath))
    throw new Error(`The end-to-end tests need Chromium, and there is none at ${executablePath}.`);
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
