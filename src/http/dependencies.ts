import type { Knowledge } from "../engine/report/knowledge.ts";
import type { RasteriserFiles } from "../presentation/pictures/png.ts";
import type { Keep } from "./recent-media.ts";

/** What the app needs of the world; `worker.ts` builds it once, tests build their own. */
export interface Dependencies {
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly isVietnamese: (geography: string) => boolean;
  /** What PNG pictures are drawn with; asked for with the first of them. */
  readonly rasteriserFiles: () => Promise<RasteriserFiles>;
  /** Milliseconds of a clock that only Server-Timing reads. */
  readonly now: () => number;
  /** Is told of errors that are nobody's question's fault. */
  readonly report: (error: unknown) => void;
  /** A file that was built beside the Worker, by its path; undefined where there is none. */
  readonly asset: (path: string) => Promise<ArrayBuffer | undefined>;
  /** Where pictures and workbooks are kept once they are made, if anywhere. */
  readonly keep?: Keep;
}
