/** A mistake that the tests must notice: in `file`, `find`, which stands there once, becomes `replace`. */
export interface Fault {
  /** What goes wrong, in plain words. */
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Faults of one file, a line of words each. */
export function faultsOf(
  file: string,
  faults: Readonly<Record<string, readonly [find: string, replace: string]>>,
): Fault[] {
  return Object.entries(faults).map(([name, [find, replace]]) => ({ name, file, find, replace }));
}
