/** A pivot below this share of its diagonal says that the column depends on those before it. */
const DEPENDENT = 1e-13;

/** Cholesky factor of a symmetric matrix, in place, lower triangle by rows; columns that depend on others drop out. */
export function factorise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    const diagonal = matrix[row + i] as number;
    let pivot = diagonal;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let sum = matrix[row + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[row + k] as number) * (matrix[other + k] as number);
      if (j < i) {
        sum /= matrix[other + j] as number;
        matrix[row + j] = sum;
      } else pivot = sum;
    }
    matrix[row + i] = pivot > DEPENDENT * diagonal ? Math.sqrt(pivot) : Number.POSITIVE_INFINITY;
  }
}

/** Divides a vector, in place, by the lower triangle that `factorise` left. */
export function solveLower(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = vector[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] as number) * (vector[k] as number);
    vector[i] = sum / (factor[i * size + i] as number);
  }
}

/** Solves the symmetric system whose factor `factorise` left, in place. */
export function solve(factor: Float64Array, size: number, vector: Float64Array): void {
  solveLower(factor, size, vector);
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] as number) * (vector[k] as number);
    vector[i] = sum / (factor[i * size + i] as number);
  }
}
