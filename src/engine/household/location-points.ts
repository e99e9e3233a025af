/** How good a place a class has in each kind of account: only differences count, and a higher number is a better place. */
export interface LocationPoints {
  readonly deferred: number;
  readonly Roth: number;
  readonly HSA: number;
  readonly taxable: number;
}
