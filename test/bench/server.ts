import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const here = import.meta.dirname;

type Modules = readonly {
  readonly type: "ESModule" | "CompiledWasm";
  readonly path: string;
  readonly contents: string | Uint8Array<ArrayBuffer>;
}[];

export interface Server {
  readonly url: string;
  /** CPU time that the server has used, milliseconds; undefined where the system does not tell. */
  cpuTime(): number | undefined;
  stop(): Promise<void>;
}

/** The bundle that would be deployed, beside the routes of the benchmark. */
export function bundledWorker(): Modules {
  const out = mkdtempSync(join(tmpdir(), "onpace-bench-"));
  const wrangler = join(here, "../../node_modules/wrangler/bin/wrangler.js");
  const config = join(here, "wrangler.toml");
  execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", out, "--config", config], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const contents = readFileSync(join(out, "worker.js"), "utf8");
  rmSync(out, { recursive: true });
  return [{ type: "ESModule", path: "worker.js", contents }];
}

/** Modules in workerd on a free port of this machine; the first is the entry. */
export async function startServer(modules: Modules): Promise<Server> {
  const others = new Set(workerdProcesses());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: [...modules],
      compatibilityDate: "2026-10-01",
      cf: false,
      host: "127.0.0.1",
      port: 0,
    }),
  );
  const url = (await miniflare.ready).origin;
  const own = workerdProcesses().find((id) => !others.has(id));
  return {
    url,
    cpuTime: () => (own === undefined ? undefined : cpuTimeOf(own)),
    stop: () => miniflare.dispose(),
  };
}

/** Ids of the workerd processes that this one started; none where there is no /proc. */
function workerdProcesses(): string[] {
  try {
    return readdirSync("/proc/self/task")
      .flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" "))
      .filter((id) => id !== "" && readFileSync(`/proc/${id}/comm`, "utf8").startsWith("workerd"));
  } catch {
    return [];
  }
}

/** Time on a processor of all threads of a process, milliseconds. */
function cpuTimeOf(id: string): number | undefined {
  try {
    return readdirSync(`/proc/${id}/task`)
      .map(
        (thread) => Number(readFileSync(`/proc/${id}/task/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6,
      )
      .reduce((a, b) => a + b, 0);
  } catch {
    return undefined;
  }
}
