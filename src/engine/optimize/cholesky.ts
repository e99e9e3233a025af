/**
 * Factorises a symmetric matrix, row by row (size × size), into L L′ in place, L below the diagonal. False where it isn't
 * positive definite.
 */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let column = 0; column < size; column++) {
    let pivot = matrix[column * size + column] as number;
    for (let at = 0; at < column; at++) pivot -= (matrix[column * size + at] as number) ** 2;
    if (!(pivot > 0)) return false;
    const root = Math.sqrt(pivot);
    matrix[column * size + column] = root;
    for (let row = column + 1; row < size; row++) {
      let entry = matrix[row * size + column] as number;
      for (let at = 0; at < column; at++) {
        entry -= (matrix[row * size + at] as number) * (matrix[column * size + at] as number);
      }
      matrix[row * size + column] = entry / root;
    }
  }
  return true;
}

/** Solves L L′ x = right side, for what `factorise` made. */
export function solveFactorised(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = right.slice();
  for (let row = 0; row < size; row++) {
    let entry = solution[row] as number;
    for (let at = 0; at < row; at++) entry -= (factor[row * size + at] as number) * (solution[at] as number);
    solution[row] = entry / (factor[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let entry = solution[row] as number;
    for (let at = row + 1; at < size; at++) entry -= (factor[at * size + row] as number) * (solution[at] as number);
    solution[row] = entry / (factor[row * size + row] as number);
  }
  return solution;
}
