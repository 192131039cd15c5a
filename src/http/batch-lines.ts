import { HttpProblem } from "./problem.ts";

/** As much as a question by itself may have. */
export const MAX_LINE = 250_000;
/** A thousand questions of 5 kB each, a report with eight years of months. */
export const MAX_BATCH = 5_000_000;

/** A line that says something, by its number in the body; its text unless it is longer than `MAX_LINE` bytes. */
export interface Line {
  readonly number: number;
  readonly text?: string;
}

const LINE_FEED = 10;
/** Space, tab, line ends, and the bytes of a byte order mark. */
const BLANK: ReadonlySet<number> = new Set([32, 9, LINE_FEED, 13, 0xef, 0xbb, 0xbf]);

/** What a body begins with, and the body from its beginning. */
export interface Opened {
  /** The first character that is not blank; absent when there is none. */
  readonly first?: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * A body read as far as its first character that is not blank.
 * @throws HttpProblem when it is larger than a batch
 */
export async function opened(body: AsyncIterable<Uint8Array>): Promise<Opened> {
  const rest = limited(body)[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return { chunks: rejoined(read, rest) };
    read.push(value);
    const first = value.find((byte) => !BLANK.has(byte));
    if (first !== undefined) return { first: String.fromCharCode(first), chunks: rejoined(read, rest) };
  }
}

/** The chunks of a body, until there are more bytes than a batch may have. */
async function* limited(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let left = MAX_BATCH;
  for await (const chunk of body) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left < 0)
      throw new HttpProblem(
        "bodyTooLarge",
        `the batch is larger than ${MAX_BATCH} bytes`,
        "send the questions in several batches",
      );
  }
}

async function* rejoined(
  read: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array, undefined>,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    yield* read;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The lines of a body as they arrive, without blank ones; a line that is too long is not kept. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, undefined> {
  let number = 1;
  let begun: Uint8Array[] = [];
  let length = 0;
  const lineOf = (): Line | undefined => {
    if (length > MAX_LINE) return { number };
    const text = textOf(begun).trim();
    return text === "" ? undefined : { number, text };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      const part = chunk.subarray(start, end < 0 ? undefined : end);
      length += part.length;
      if (length > MAX_LINE) begun = [];
      else begun.push(part);
      if (end < 0) break;
      const line = lineOf();
      if (line) yield line;
      number += 1;
      begun = [];
      length = 0;
      start = end + 1;
    }
  }
  const last = lineOf();
  if (last) yield last;
}

/** All of a body as text. */
export async function wholeOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return textOf(read);
}

/** Bytes that are no UTF-8 become replacement characters, as in every body. */
function textOf(parts: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("") + decoder.decode();
}
