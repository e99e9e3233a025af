/**
 * Drawn rows, and how often a mix is outside its band, apart from Keel's typed arrays: the generator in whole numbers of
 * any length, cut to 32 bits after each step (splitmix32 and xoshiro128**, as the contract writes them).
 */
const BITS = 32n;
const cut = (number: bigint): bigint => BigInt.asUintN(Number(BITS), number);
const turned = (number: bigint, by: bigint): bigint => cut((number << by) | (number >> (BITS - by)));

/** Which of so many rows each draw is, without end. */
export function* drawnRows(seed: number, rows: number): Generator<number, never> {
  let a = cut(BigInt(seed));
  const state = Array.from({ length: 4 }, () => {
    a = cut(a + 0x9e3779b9n);
    const one = cut((a ^ (a >> 16n)) * 0x21f0aaadn);
    const two = cut((one ^ (one >> 15n)) * 0x735a2d97n);
    return two ^ (two >> 15n);
  });
  const limit = ((1n << BITS) / BigInt(rows)) * BigInt(rows);
  for (;;) {
    let [s0, s1, s2, s3] = state as [bigint, bigint, bigint, bigint];
    const drawn = cut(turned(cut(s1 * 5n), 7n) * 9n);
    const kept = cut(s1 << 9n);
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= kept;
    s3 = turned(s3, 11n);
    state.splice(0, 4, s0, s1, s2, s3);
    if (drawn < limit) yield Number(drawn % BigInt(rows));
  }
}

/** The share of paths that are outside at the last of so many rows, or at any of them. */
export function naiveChance(
  {
    values,
    targets,
    returns,
  }: { values: readonly number[]; targets: readonly number[]; returns: readonly (readonly number[])[] },
  reach: readonly number[],
  { rows, paths, seed, atAny }: { rows: number; paths: number; seed: number; atAny: boolean },
): number {
  const draws = drawnRows(seed, returns.length);
  let outside = 0;
  for (let path = 0; path < paths; path++) {
    let held = [...values];
    const looks = Array.from({ length: rows }, () => {
      const row = returns[draws.next().value] as readonly number[];
      held = held.map((value, asset) => value * (1 + (row[asset] as number)));
      const total = held.reduce((all, each) => all + each, 0);
      return held.some(
        (value, asset) => Math.abs(value / total - (targets[asset] as number)) > (reach[asset] as number) + 1e-11,
      );
    });
    if (atAny ? looks.includes(true) : looks.at(-1) === true) outside += 1;
  }
  return outside / paths;
}
