import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";

/** A request as Apps Script makes it. */
export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** What came back, or why nothing did. */
export type Response =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly bytes: Uint8Array;
    }
  | { readonly failure: string };

/** Asks while the thread of the test waits, as every call of Apps Script does. */
const ASKER = `
const { workerData: { port } } = require("node:worker_threads");
port.on("message", async ({ signal, number, request: { url, method, headers, body } }) => {
  let told;
  try {
    const response = await fetch(url, { method, headers, body, redirect: "follow" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    told = { status: response.status, headers: Object.fromEntries(response.headers), bytes };
  } catch (error) {
    told = { failure: String(error.cause ? error.cause.message : error.message) };
  }
  port.postMessage({ number, told });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});`;
const LONGEST_MS = 60_000;

/** HTTP without promises, over the wire. */
export class SynchronousHttp {
  readonly #channel = new MessageChannel();
  readonly #worker: Worker;
  #asked = 0;

  constructor() {
    const { port2: port } = this.#channel;
    this.#worker = new Worker(ASKER, {
      eval: true,
      workerData: { port },
      transferList: [port],
    });
  }

  ask(request: Request): Response {
    this.#asked += 1;
    const number = this.#asked;
    const signal = new Int32Array(new SharedArrayBuffer(4));
    this.#channel.port1.postMessage({ signal, number, request });
    Atomics.wait(signal, 0, 0, LONGEST_MS);
    for (;;) {
      const received = receiveMessageOnPort(this.#channel.port1);
      if (!received) return { failure: "Timeout" };
      // What comes after its time is not taken for the answer to another request.
      if (received.message.number === number) return received.message.told;
    }
  }

  async end(): Promise<void> {
    this.#channel.port1.close();
    await this.#worker.terminate();
  }
}

/** How a server behaves before it passes requests on. */
export interface Trouble {
  /** Answers that it gives first, one a request. */
  readonly first: readonly { readonly status: number; readonly retryAfter?: string }[];
}

const BUSY_SERVER = `
const { workerData: { service, first }, parentPort } = require("node:worker_threads");
const left = [...first];
const server = require("node:http").createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const trouble = left.shift();
  if (trouble) {
    response.writeHead(trouble.status, trouble.retryAfter ? { "Retry-After": trouble.retryAfter } : {});
    response.end("busy");
    return;
  }
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const headers = { "Content-Type": request.headers["content-type"] || "application/json" };
  const passed = await fetch(service + request.url, { method: request.method, headers, body });
  response.writeHead(passed.status, { "Content-Type": passed.headers.get("Content-Type") });
  response.end(Buffer.from(await passed.arrayBuffer()));
});
server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

/** A server in a thread of its own that is in trouble at first, and then passes every request on to the service. */
export async function busyServer(
  service: string,
  { first }: Trouble,
): Promise<{ readonly address: string; end(): Promise<void> }> {
  const worker = new Worker(BUSY_SERVER, { eval: true, workerData: { service, first } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return {
    address: `http://127.0.0.1:${port}`,
    end: async () => {
      await worker.terminate();
    },
  };
}
