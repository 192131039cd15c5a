/**
 * A symmetric matrix whose entries further than `halfWidth` from the diagonal are zero, factorised in place as
 * L D L' without exchanging rows; every leading block must be regular, which holds for a positive definite matrix
 * and for a constrained least-squares system whose multipliers follow enough of their unknowns. Work grows with
 * size times halfWidth squared.
 * @see Golub and Van Loan (2013), Matrix Computations, 4th ed., sections 4.1.2 and 4.3.5
 */
export class SymmetricBand {
  readonly size: number;
  readonly halfWidth: number;
  /** Row by row: the entry (row, row - back) of the lower triangle is at row * (halfWidth + 1) + back. */
  readonly #entries: Float64Array;

  constructor(size: number, halfWidth: number) {
    this.size = size;
    this.halfWidth = halfWidth;
    this.#entries = new Float64Array(size * (halfWidth + 1));
  }

  /** Adds to the entry (row, column) and to its mirror image; `row` is at least `column`. */
  add(row: number, column: number, amount: number): void {
    const at = row * (this.halfWidth + 1) + row - column;
    this.#entries[at] = (this.#entries[at] as number) + amount;
  }

  /** Replaces the matrix by its factors; afterwards only `solve` and `inverseDiagonal` make sense. */
  factorise(): void {
    const entries = this.#entries;
    const width = this.halfWidth;
    const stride = width + 1;
    for (let row = 0; row < this.size; row++) {
      const start = Math.max(0, row - width);
      let pivot = entries[row * stride] as number;
      for (let column = start; column < row; column++) {
        let sum = entries[row * stride + row - column] as number;
        for (let k = Math.max(start, column - width); k < column; k++)
          sum -=
            (entries[row * stride + row - k] as number) * (entries[column * stride + column - k] as number);
        entries[row * stride + row - column] = sum;
      }
      // Until here the row holds L times D; the division comes last, so that each product above needs one factor.
      for (let column = start; column < row; column++) {
        const scaled = entries[row * stride + row - column] as number;
        const factor = scaled / (entries[column * stride] as number);
        entries[row * stride + row - column] = factor;
        pivot -= scaled * factor;
      }
      entries[row * stride] = pivot;
    }
  }

  /** The solution for the right-hand side, which it replaces. */
  solve(right: Float64Array): Float64Array {
    const entries = this.#entries;
    const width = this.halfWidth;
    const stride = width + 1;
    for (let row = 0; row < this.size; row++) {
      let sum = right[row] as number;
      for (let k = Math.max(0, row - width); k < row; k++)
        sum -= (entries[row * stride + row - k] as number) * (right[k] as number);
      right[row] = sum;
    }
    for (let row = this.size - 1; row >= 0; row--) {
      let sum = (right[row] as number) / (entries[row * stride] as number);
      for (let k = Math.min(this.size - 1, row + width); k > row; k--)
        sum -= (entries[k * stride + k - row] as number) * (right[k] as number);
      right[row] = sum;
    }
    return right;
  }

  /**
   * The diagonal of the inverse, by the recursion that needs no entry outside the band.
   * @see Takahashi, Fagan and Chin (1973); Erisman and Tinney (1975), Comm. ACM 18, 177-179
   */
  inverseDiagonal(): Float64Array {
    const entries = this.#entries;
    const width = this.halfWidth;
    const stride = width + 1;
    const inverse = new Float64Array(entries.length);
    const diagonal = new Float64Array(this.size);
    for (let row = this.size - 1; row >= 0; row--) {
      const last = Math.min(this.size - 1, row + width);
      for (let column = last; column >= row; column--) {
        let sum = column === row ? 1 / (entries[row * stride] as number) : 0;
        for (let k = row + 1; k <= last; k++) {
          const between = k > column ? k * stride + k - column : column * stride + column - k;
          sum -= (entries[k * stride + k - row] as number) * (inverse[between] as number);
        }
        inverse[column * stride + column - row] = sum;
      }
      diagonal[row] = inverse[row * stride] as number;
    }
    return diagonal;
  }
}
