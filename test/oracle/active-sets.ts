/**
 * Portfolios of a few assets by enumeration: every asset is at its least, at its most, or free; the free ones follow from
 * linear equations (the conditions of Karush, Kuhn and Tucker). Of all that keep the bounds the best one is the optimum,
 * because the optimum is one of them. Plain Gaussian elimination, and nothing of the engine's.
 */
export interface Question {
  /** n × n. */
  readonly matrix: readonly (readonly number[])[];
  readonly gains: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Σ weight × mean is to be this. */
  readonly held?: { readonly means: readonly number[]; readonly returns: number };
}

/** The least ½ w′Hw − gains · w, and its weights; undefined if nothing is allowed. */
export function byEnumeration(question: Question): { readonly least: number; readonly weights: number[] } | undefined {
  const { least, most, held } = question;
  const size = least.length;
  let best: { least: number; weights: number[] } | undefined;
  for (let code = 0; code < 3 ** size; code++) {
    const places = Array.from({ length: size }, (_, asset) => Math.floor(code / 3 ** asset) % 3);
    const weights = withFree(question, places);
    if (!weights) continue;
    const allowed = weights.every(
      (weight, asset) => weight >= (least[asset] as number) - 1e-9 && weight <= (most[asset] as number) + 1e-9,
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    if (!allowed || Math.abs(sum - 1) > 1e-9) continue;
    if (held && Math.abs(inner(held.means, weights) - held.returns) > 1e-9) continue;
    const value = objective(question, weights);
    if (best === undefined || value < best.least) best = { least: value, weights };
  }
  return best;
}

export function objective({ matrix, gains }: Question, weights: readonly number[]): number {
  return (
    inner(
      weights,
      matrix.map((row) => inner(row, weights)),
    ) /
      2 -
    inner(gains, weights)
  );
}

function inner(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, each, at) => sum + each * (other[at] as number), 0);
}

/** The weights where assets are at their least (0), at their most (1) or free (2) and level; undefined if that has no answer. */
function withFree({ matrix, gains, least, most, held }: Question, places: readonly number[]): number[] | undefined {
  const size = places.length;
  const fixed = places.map((place, asset) => (place === 0 ? least[asset] : place === 1 ? most[asset] : 0) as number);
  const free = places.flatMap((place, asset) => (place === 2 ? [asset] : []));
  const rules = held ? [Array<number>(size).fill(1), held.means] : [Array<number>(size).fill(1)];
  const wanted = held ? [1, held.returns] : [1];
  if (free.length < rules.length) return free.length === 0 ? fixed : undefined;
  const rows = free.map((asset) => [
    ...free.map((other) => matrix[asset]?.[other] as number),
    ...rules.map((rule) => rule[asset] as number),
    (gains[asset] as number) - inner(matrix[asset] ?? [], fixed),
  ]);
  for (const [index, rule] of rules.entries()) {
    rows.push([
      ...free.map((asset) => rule[asset] as number),
      ...rules.map(() => 0),
      (wanted[index] as number) - inner(rule, fixed),
    ]);
  }
  const solved = solve(rows);
  if (!solved) return undefined;
  free.forEach((asset, index) => (fixed[asset] = solved[index] as number));
  return fixed;
}

/** Solves linear equations, each row with its right side last; undefined for singular ones. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const [pivot = column] = Array.from({ length: size - column }, (_, at) => column + at).sort(
      (one, other) => Math.abs(rows[other]?.[column] as number) - Math.abs(rows[one]?.[column] as number),
    );
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    if (Math.abs(top[column] as number) < 1e-13) return undefined;
    for (const row of rows) {
      if (row === top) continue;
      const factor = (row[column] as number) / (top[column] as number);
      for (let at = column; at <= size; at++) row[at] = (row[at] as number) - factor * (top[at] as number);
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number));
}
