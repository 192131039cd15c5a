import { spawn } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the running Worker, without a slash at its end. */
    service: string;
  }
}

const root = join(import.meta.dirname, "../..");
/** Bundling takes most of it; a machine that is busy with other tests needs many times that. */
const PATIENCE = 120_000;

/** Starts the Worker as `npm run dev` does, on a free port, for as long as the tests run. */
export default async function service(project: TestProject): Promise<() => Promise<void>> {
  const wrangler = join(root, "node_modules/wrangler/bin/wrangler.js");
  const child = spawn(
    process.execPath,
    [wrangler, "dev", "--port", "0", "--ip", "127.0.0.1", "--show-interactive-dev-session=false"],
    {
      cwd: root,
      // A group of its own, so that workerd ends with it.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        CI: "true",
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        WRANGLER_SEND_METRICS: "false",
      },
    },
  );
  let log = "";
  const address = await new Promise<string>((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`the Worker did not start: ${why}\n${log}`));
    const late = setTimeout(() => failed("it took too long"), PATIENCE);
    const hear = (chunk: Buffer) => {
      log += chunk;
      const ready = /Ready on (http:\/\/[\w.:]+)/.exec(log)?.[1];
      if (!ready) return;
      clearTimeout(late);
      resolve(ready);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => failed(`it ended with ${code}`));
  });
  project.provide("service", address);
  return async () => {
    child.removeAllListeners("exit");
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    await ended;
  };
}
