/** From this row on a tracking error can be predicted; before it nothing is outside such a band. */
const FIRST_ROW = 12;

/**
 * The sample covariance of the rows seen so far (n × n, divisor rows − 1), row by row (B. P. Welford, "Note on a method
 * for calculating corrected sums of squares and products", Technometrics 4, 1962).
 */
export class RunningCovariance {
  readonly #means: Float64Array;
  readonly #products: Float64Array;
  readonly #annual: Float64Array;
  #rows = 0;

  constructor(assets: number) {
    this.#means = new Float64Array(assets);
    this.#products = new Float64Array(assets * assets);
    this.#annual = new Float64Array(assets * assets);
  }

  reset(): void {
    this.#rows = 0;
    this.#means.fill(0);
    this.#products.fill(0);
  }

  /** Takes in a row of returns, which begins at `from` of a table of growth factors (1 + return). */
  add(growth: Float64Array, from: number): void {
    const assets = this.#means.length;
    this.#rows += 1;
    for (let asset = 0; asset < assets; asset++) {
      const before = (growth[from + asset] as number) - 1 - (this.#means[asset] as number);
      this.#means[asset] = (this.#means[asset] as number) + before / this.#rows;
      for (let other = 0; other <= asset; other++) {
        // The means of assets up to this one are new, so each pair is one old and one new difference.
        const after = (growth[from + other] as number) - 1 - (this.#means[other] as number);
        const at = asset * assets + other;
        this.#products[at] = (this.#products[at] as number) + before * after;
      }
    }
  }

  /** Covariance a year; undefined before the 12th row. */
  annual(periodsPerYear: number): Float64Array | undefined {
    if (this.#rows < FIRST_ROW) return undefined;
    const assets = this.#means.length;
    const scale = periodsPerYear / (this.#rows - 1);
    for (let asset = 0; asset < assets; asset++) {
      for (let other = 0; other <= asset; other++) {
        const covariance = (this.#products[asset * assets + other] as number) * scale;
        this.#annual[asset * assets + other] = covariance;
        this.#annual[other * assets + asset] = covariance;
      }
    }
    return this.#annual;
  }
}
