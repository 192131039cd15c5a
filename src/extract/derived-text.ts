/** Text that was taken out of another, each unit with the place in the other that it came from. */
export interface DerivedText {
  readonly text: string;
  /** Where the units of `text` begin in the text it was taken from. */
  readonly starts: Uint32Array;
  /** Where they end there, exclusive. */
  readonly ends: Uint32Array;
}

/** Writes units and where they came from; there are never more of them than there were in the source. */
export class DerivedTextWriter {
  readonly #units: Uint16Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #length = 0;

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  write(unit: number, start: number, end: number): void {
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  derived(): DerivedText {
    const parts: string[] = [];
    const step = 8192;
    for (let at = 0; at < this.#length; at += step) {
      const units = this.#units.subarray(at, Math.min(at + step, this.#length));
      // Spreading an array of this kind takes ten times as long.
      parts.push(String.fromCharCode.apply(undefined, units as unknown as number[]));
    }
    return {
      text: parts.join(""),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }
}
