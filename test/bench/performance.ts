/**
 * `npm run bench`: the time of each operation, requests per second beside an empty route of the same server in
 * the same run, and the race with other engines. Times differ between machines; the ratios are what the budgets are about.
 */
import autocannon from "autocannon";
import { quantileSorted } from "simple-statistics";
import { LARGEST, OPERATIONS_TIMED, QUESTIONS } from "./operations.ts";
import { race } from "./race.ts";
import { bundledWorker, startServer } from "./server.ts";

const SECONDS = 3;
const ROUNDS = 4;
const CONNECTIONS = 32;
const DIFFERENT_QUESTIONS = 1000;

timeOperations();
const server = await startServer(bundledWorker());
try {
  await timeInWorkerd(server.url);
  await measureThroughput(server.url);
} finally {
  await server.stop();
}
await race();

function timeOperations(): void {
  console.log("Time per operation, microseconds (Node)\n");
  console.log(`${"operation".padEnd(26)}${"median".padStart(10)}${"99%".padStart(10)}`);
  for (const [name, run] of Object.entries(OPERATIONS_TIMED)) {
    const rounds = name === LARGEST ? 100 : 5000;
    for (let warm = 0; warm < rounds / 2; warm += 1) run();
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      run();
      return (performance.now() - start) * 1000;
    }).sort((a, b) => a - b);
    const [median, tail] = [quantileSorted(times, 0.5), quantileSorted(times, 0.99)];
    console.log(`${name.padEnd(26)}${median.toFixed(1).padStart(10)}${tail.toFixed(1).padStart(10)}`);
  }
}

async function timeInWorkerd(url: string): Promise<void> {
  const roundTrip = async (path: string): Promise<number> => {
    const start = performance.now();
    const response = await fetch(url + path);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return performance.now() - start;
  };
  const median = async (path: string): Promise<number> => {
    const all: number[] = [];
    for (let round = 0; round < 15; round += 1) all.push(await roundTrip(path));
    return quantileSorted(
      all.sort((a, b) => a - b),
      0.5,
    );
  };
  console.log(
    "\nTime per operation, microseconds (workerd, mean of many in a request, median of 15 requests)\n",
  );
  const empty = await median("/empty");
  for (const name of Object.keys(OPERATIONS_TIMED)) {
    const times = name === LARGEST ? 10 : 500;
    const time = ((await median(`/engine/${encodeURIComponent(name)}/${times}`)) - empty) / times;
    console.log(`${name.padEnd(26)}${(time * 1000).toFixed(1).padStart(10)}`);
  }
}

async function measureThroughput(url: string): Promise<void> {
  // Questions that differ from request to request, so that none is answered from the recent ones.
  const different = (name: string): readonly string[] =>
    Array.from(
      { length: DIFFERENT_QUESTIONS },
      (_, step) => `/v1/${name}?${QUESTIONS.growth.replace("over+290", `${290 + step / 1000}`)}`,
    );
  const paths: Readonly<Record<string, readonly string[]>> = {
    "empty route": ["/empty"],
    "/v1/run-rate": different("run-rate"),
    "/v1/run-rate, same cell": [`/v1/run-rate?${QUESTIONS.growth}`],
    "/v1/outlook": different("outlook"),
    "/v1/outlook.txt": different("outlook.txt"),
    "/v1/coherence": different("coherence"),
  };
  const rates = new Map<string, number[]>(Object.keys(paths).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, addresses] of Object.entries(paths)) {
      const result = await autocannon({
        url,
        requests: addresses.map((path) => ({ path })),
        connections: CONNECTIONS,
        duration: round === 0 ? 1 : SECONDS,
      });
      if (result.non2xx > 0 || result.errors > 0) throw new Error(`${name} failed under load`);
      // The first round only warms up.
      if (round > 0) rates.get(name)?.push(result.requests.average);
    }
  console.log(
    `\nRequests per second (workerd, ${CONNECTIONS} connections, best of ${ROUNDS} runs of ${SECONDS} s)\n`,
  );
  const empty = Math.max(...(rates.get("empty route") ?? []));
  for (const [name, all] of rates) {
    const best = Math.max(...all);
    console.log(
      `${name.padEnd(26)}${best.toFixed(0).padStart(10)}${`${((100 * best) / empty).toFixed(0)}%`.padStart(10)}`,
    );
  }
}
