/**
 * The forecast from monthly history against other engines, on the same series in one run: CPU time in Node and in
 * workerd, `@bsull/augurs` in the same places, and R's automatic models where R is installed. Part of
 * `npm run bench`; alone: `node test/bench/race.ts`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { quantileSorted } from "simple-statistics";
import { SERIES_METHODS } from "../../src/engine/methods/series/index.ts";
import { answerFromHistory } from "./accuracy-history.ts";
import { runInR } from "./r-models.ts";
import { AUGURS_WORKER, augursDirectory, loadAugurs } from "./race-augurs.ts";
import { generated, HORIZON, LENGTHS, questionOf, type RaceSeries, seriesOf } from "./race-series.ts";
import { bundledWorker, type Server, startServer } from "./server.ts";

const WARM_UP = 120;
const RUNS = 300;
const MANY_SERIES = [1, 10, 100] as const;
const MOST_SERIES = 300;
/** R's automatic models take up to seconds a series, so that few race; the slowest last. */
const R_MODELS = [
  { model: "ets", series: 3 },
  { model: "auto.arima", series: 1 },
] as const;

const MOST_SECONDS_IN_R = 60;

/** Milliseconds of CPU time a series. */
interface Times {
  readonly median: number;
  readonly tail: number;
}
type Contestants = Map<string, Times>;

function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return { median: quantileSorted(sorted, 0.5), tail: quantileSorted(sorted, 0.99) };
}

const never = new Int32Array(new SharedArrayBuffer(4));

/** CPU time of this thread so far, milliseconds. The system counts up to the last pause of a thread, hence one here. */
function threadTime(): number {
  Atomics.wait(never, 0, 0, 0.001);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function cpuOf(work: () => unknown): number {
  const before = threadTime();
  work();
  return threadTime() - before;
}

function timeInNode(series: readonly RaceSeries[], run: (series: RaceSeries) => unknown): Times {
  const turn = (i: number): RaceSeries => series[i % series.length] as RaceSeries;
  for (let i = 0; i < WARM_UP; i += 1) run(turn(i));
  return timesOf(Array.from({ length: RUNS }, (_, i) => cpuOf(() => run(turn(i)))));
}

/** One request a series; what a request takes that only reads the series is taken off. */
async function timeInWorkerd(server: Server, series: readonly RaceSeries[]): Promise<Times> {
  const bodies = series.map((s) => JSON.stringify(questionOf(s)));
  const clock = (): number => server.cpuTime() ?? performance.now();
  const ask = async (path: string, i: number): Promise<number> => {
    const before = clock();
    const body = bodies[i % bodies.length] as string;
    const response = await fetch(`${server.url}/race/${path}`, { method: "POST", body });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return clock() - before;
  };
  const all = async (path: string): Promise<Times> => {
    for (let i = 0; i < WARM_UP; i += 1) await ask(path, i);
    const times: number[] = [];
    for (let i = 0; i < RUNS; i += 1) times.push(await ask(path, i));
    return timesOf(times);
  };
  const empty = await all("read");
  const full = await all("forecast");
  return { median: full.median - empty.median, tail: full.tail - empty.median };
}

async function timeOnServer(server: Server): Promise<Map<number, Times>> {
  const times = new Map<number, Times>();
  try {
    for (const length of LENGTHS) times.set(length, await timeInWorkerd(server, seriesOf(length)));
  } finally {
    await server.stop();
  }
  return times;
}

function augursModules(directory: string): Parameters<typeof startServer>[0] {
  return [
    { type: "ESModule", path: "worker.js", contents: AUGURS_WORKER },
    { type: "ESModule", path: "mstl.js", contents: readFileSync(join(directory, "mstl.js"), "utf8") },
    { type: "CompiledWasm", path: "mstl_bg.wasm", contents: readFileSync(join(directory, "mstl_bg.wasm")) },
  ];
}

function printRatios(length: number, contestants: Contestants): void {
  const own = contestants.get("Onpace, Node")?.median as number;
  console.log(
    `\n${length} months`.padEnd(32) + ["median", "99%", "ratio"].map((h) => h.padStart(10)).join(""),
  );
  for (const [name, { median, tail }] of contestants)
    console.log(
      name.padEnd(31) +
        [median.toFixed(2), Number.isNaN(tail) ? "-" : tail.toFixed(2), (median / own).toFixed(2)]
          .map((cell) => cell.padStart(10))
          .join(""),
    );
}

/** What each member of the ensemble takes, fitted to logs and carried on. */
function printMembers(): void {
  console.log(
    "\nmembers, median (Node)".padEnd(32) + LENGTHS.map((length) => `${length}`.padStart(10)).join(""),
  );
  for (const method of SERIES_METHODS) {
    const medians = LENGTHS.map((length) => {
      const run = ({ values }: RaceSeries) =>
        method.fit({ values: Float64Array.from(values, Math.log), period: 12 })?.forecast(HORIZON);
      return timeInNode(seriesOf(length), run).median;
    });
    console.log(method.name.padEnd(31) + medians.map((median) => median.toFixed(2).padStart(10)).join(""));
  }
}

function printManySeries(): void {
  console.log(
    "\nmany series of 120 months (Node)".padEnd(35) + "total".padStart(10) + "a series".padStart(10),
  );
  for (const count of MANY_SERIES) {
    const questions = Array.from({ length: count }, (_, seed) =>
      questionOf(generated("exports", 120, seed + 1)),
    );
    const rounds = Array.from({ length: Math.ceil(MOST_SERIES / count) }, () =>
      cpuOf(() => questions.forEach(answerFromHistory)),
    );
    const { median } = timesOf(rounds);
    console.log(
      String(count).padEnd(34) + median.toFixed(1).padStart(10) + (median / count).toFixed(2).padStart(10),
    );
  }
}

/** Runs every contestant that is installed and prints CPU times and ratios. */
export async function race(): Promise<void> {
  console.log(
    "\nForecast of the year from monthly history, milliseconds of CPU a series (ratio: to Onpace in Node)",
  );
  const augurs = await loadAugurs();
  const directory = augursDirectory();
  const inWorkerd = await timeOnServer(await startServer(bundledWorker()));
  const augursInWorkerd =
    directory === undefined ? undefined : await timeOnServer(await startServer(augursModules(directory)));
  const tasks = R_MODELS.flatMap(({ model, series }) =>
    LENGTHS.flatMap((length) =>
      seriesOf(length)
        .slice(0, series)
        .map(({ values }) => ({ model, values })),
    ),
  );
  const inR = runInR(tasks, HORIZON, MOST_SECONDS_IN_R);
  for (const length of LENGTHS) {
    const series = seriesOf(length);
    const contestants: Contestants = new Map();
    const enter = (name: string, times: Times | undefined): unknown =>
      times === undefined ? undefined : contestants.set(name, times);
    enter(
      "Onpace, Node",
      timeInNode(series, (s) => answerFromHistory(questionOf(s))),
    );
    enter("Onpace, workerd", inWorkerd.get(length));
    if (augurs !== undefined)
      enter(
        "augurs MSTL+AutoETS, Node",
        timeInNode(series, (s) => augurs(s.values, HORIZON)),
      );
    enter("augurs MSTL+AutoETS, workerd", augursInWorkerd?.get(length));
    for (const { model } of R_MODELS) {
      const times = inR
        .filter((_, i) => tasks[i]?.model === model && tasks[i]?.values.length === length)
        .map(({ seconds }) => 1000 * seconds);
      // A handful of series has a median, not a 99th percentile.
      if (times.length > 0)
        enter(`R ${model} (${times.length} series)`, { median: timesOf(times).median, tail: Number.NaN });
    }
    printRatios(length, contestants);
  }
  if (augurs === undefined) console.log("\n@bsull/augurs is not installed: not raced");
  if (inR.length === 0) console.log("\nR with the package forecast is not installed: not raced");
  printMembers();
  printManySeries();
}

if (import.meta.main) await race();
