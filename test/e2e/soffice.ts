import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe } from "vitest";

const LONGEST_SCRIPT_MS = 120_000;

/** Pythons that may know UNO: the system's own, whatever comes first on the path, and the one LibreOffice brings. */
const PYTHONS = ["/usr/bin/python3", "python3", "/opt/libreoffice/program/python"];

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

const python = PYTHONS.find((command) => runs(command, ["-c", "import uno"]));

/** What this machine lacks for these tests, in words. */
const missing = !runs("soffice", ["--version"])
  ? "LibreOffice is not installed (no soffice on the path)"
  : python === undefined
    ? "no Python knows UNO (Debian: python3-uno)"
    : undefined;

/**
 * A group of tests that LibreOffice runs. Where it is not installed they are skipped with the reason in their name,
 * except in CI, where they fail by it.
 */
export function describeWithSoffice(name: string, tests: () => void): void {
  if (missing && !process.env.CI) describe.skip(`${name} (skipped: ${missing})`, tests);
  else describe(name, tests);
}

/**
 * Runs a Python script against a LibreOffice of its own: a fresh profile in a temporary folder, a pipe that no other
 * has. The script says `from soffice import desktop` (`soffice.py` beside this file) and what it prints is the answer.
 *
 * Documents in the folders of `trusted` may fetch from the web when they are loaded (=WEBSERVICE). Numbers are read and
 * shown as in the country of `locale`.
 *
 * @throws Error with everything that was printed when the script fails
 */
export async function withSoffice(
  script: string,
  args: readonly string[],
  { trusted = [], locale = "en-US" }: { readonly trusted?: readonly string[]; readonly locale?: string } = {},
): Promise<string> {
  if (missing || !python) throw new Error(missing);
  const profile = await mkdtemp(join(tmpdir(), "onpace-soffice-"));
  const pipe = profile.slice(profile.lastIndexOf("-") + 1);
  const user = join(profile, "user");
  await mkdir(user);
  await writeFile(join(user, "registrymodifications.xcu"), settings(trusted, locale));
  const office = spawn(
    "soffice",
    [
      "--headless",
      "--norestore",
      "--nologo",
      "--nodefault",
      `--accept=pipe,name=${pipe};urp;`,
      `-env:UserInstallation=${pathToFileURL(profile)}`,
    ],
    { stdio: "ignore", detached: true },
  );
  try {
    const { stdout } = await promisify(execFile)(python, [script, ...args], {
      env: {
        ...process.env,
        PYTHONPATH: import.meta.dirname,
        PYTHONDONTWRITEBYTECODE: "1",
        SOFFICE_PIPE: pipe,
      },
      maxBuffer: 64 * 1024 * 1024,
      timeout: LONGEST_SCRIPT_MS,
    });
    return stdout;
  } finally {
    await ended(office);
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** `soffice` is a script around the office: the whole group that was started ends. */
async function ended(office: ChildProcess): Promise<void> {
  if (office.pid === undefined || office.exitCode !== null) return;
  const gone = new Promise((resolve) => office.once("exit", resolve));
  process.kill(-office.pid, "SIGKILL");
  await gone;
}

/** Links are updated without asking, from the trusted folders only; a workbook is shown with the values it was saved with. */
function settings(trusted: readonly string[], locale: string): string {
  const item = (path: string, name: string, value: string) =>
    `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse">${value}</prop></item>`;
  const folders = trusted.map((folder) => `<it>${pathToFileURL(folder)}</it>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${item("Calc/Content/Update", "Link", "<value>0</value>")}
${item("Common/Security/Scripting", "SecureURL", `<value>${folders}</value>`)}
${item("Calc/Formula/Load", "OOXMLRecalcMode", "<value>1</value>")}
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>
`;
}
