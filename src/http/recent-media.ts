import { entityTag } from "./entity-tag.ts";

/** A file in memory that nothing else shares. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A picture or a workbook as it was sent, with its entity tag. */
export interface SentMedium {
  readonly body: Bytes;
  readonly tag: string;
}

/** Keeps what was made for an address beyond the life of an isolate; what it lost, or fails to find, is made again. */
export interface Keep {
  readonly get: (address: string) => Promise<Bytes | undefined>;
  readonly put: (address: string, body: Bytes) => void;
}

/** A sheet shows some dozens of pictures of twenty kilobytes; a Worker has 128 MB. */
const MOST_BYTES = 8_000_000;

/**
 * Pictures and workbooks made last, by address: here, and where the platform keeps them. Each takes as long as
 * hundreds of answers in numbers, and sheets ask for all of theirs whenever they are opened.
 */
export class RecentMedia {
  readonly #made = new Map<string, SentMedium>();
  readonly #keep: Keep | undefined;
  #bytes = 0;

  constructor(keep: Keep | undefined) {
    this.#keep = keep;
  }

  /** What an address shows, made by `make` unless it was made before. */
  async of(address: string, make: () => Promise<Bytes>): Promise<SentMedium> {
    const known = this.#made.get(address);
    if (known) {
      this.#made.delete(address);
      this.#made.set(address, known);
      return known;
    }
    const kept = await this.#keep?.get(address).catch(() => undefined);
    const body = kept ?? (await make());
    if (!kept) this.#keep?.put(address, body);
    const sent = { body, tag: entityTag(body) };
    this.#remember(address, sent);
    return sent;
  }

  #remember(address: string, sent: SentMedium): void {
    if (this.#made.has(address)) return;
    this.#made.set(address, sent);
    this.#bytes += sent.body.length;
    for (const [oldest, { body }] of this.#made) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#made.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
