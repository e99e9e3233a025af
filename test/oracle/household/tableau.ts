/** A whole number over the tableau's denominator. */
interface Fraction {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

/**
 * The simplex method in whole numbers. Basic variables are written by the others,
 *
 *     denominator × x(basic) = right − Σ factor × x(other),
 *
 * all others being 0. Every number is a determinant of the rows as they were given, so that each division comes out even
 * (Edmonds 1967, Bareiss 1968). A variable with the bound 1 that stands there is replaced by what it lacks, 1 − x. An optimum
 * leaves open what its reduced costs allow: columns that would cost something are dropped, and the others are the whole
 * of the best answers.
 */
export class Tableau {
  /** By variable: whether it ends at 1, and whether its lack stands for it now. */
  #isBounded: boolean[] = [];
  #isTurned: boolean[] = [];
  /** The variables of rows and of columns. */
  #basic: number[] = [];
  #others: number[] = [];
  /** A row a basic variable, a factor a column. */
  #factors: bigint[][] = [];
  #right: bigint[] = [];
  #denominator = 1n;
  /** Variables that must be 0 for an equality to hold. */
  #artificial: number[] = [];

  copy(): Tableau {
    const copy = new Tableau();
    copy.#isBounded = [...this.#isBounded];
    copy.#isTurned = [...this.#isTurned];
    copy.#basic = [...this.#basic];
    copy.#others = [...this.#others];
    copy.#factors = this.#factors.map((row) => [...row]);
    copy.#right = [...this.#right];
    copy.#denominator = this.#denominator;
    return copy;
  }

  /** Adds a variable that is not below 0. Returns its number. */
  addColumn(isBounded: boolean): number {
    const variable = this.#variable(isBounded);
    this.#others.push(variable);
    for (const row of this.#factors) row.push(0n);
    return variable;
  }

  /** Adds Σ factor × x ≤ right, which is not below 0, before anything was minimised. */
  addBound(factors: ReadonlyMap<number, bigint>, right: bigint): void {
    this.#addRow(this.#variable(false), factors, right);
  }

  /** Adds Σ factor × x = right, before anything was minimised. */
  addEquality(factors: ReadonlyMap<number, bigint>, right: bigint): void {
    const artificial = this.#variable(false);
    this.#artificial.push(artificial);
    if (right >= 0n) this.#addRow(artificial, factors, right);
    else this.#addRow(artificial, new Map([...factors].map(([variable, factor]) => [variable, -factor])), -right);
  }

  /** Finds values that keep all rows. Returns whether there are any. */
  findAny(): boolean {
    const artificial = new Set(this.#artificial);
    const { numerator } = this.minimise(new Map(this.#artificial.map((variable) => [variable, 1n])));
    if (numerator > 0n) return false;
    this.#keepColumns((column) => !artificial.has(this.#others[column] as number));
    for (let row = this.#basic.length - 1; row >= 0; row--) {
      if (!artificial.has(this.#basic[row] as number)) continue;
      const column = (this.#factors[row] as bigint[]).findIndex((factor) => factor !== 0n);
      if (column >= 0) {
        this.#pivot(row, column);
        this.#keepColumns((each) => each !== column);
      } else {
        // It follows from the other rows.
        this.#basic.splice(row, 1);
        this.#factors.splice(row, 1);
        this.#right.splice(row, 1);
      }
    }
    return true;
  }

  /** Finds the least of Σ cost × x, and leaves open only what reaches it. */
  minimise(costs: ReadonlyMap<number, bigint>): Fraction {
    const { factors: reduced, right } = this.#written(costs, 0n);
    let value = -right;
    // Of several steps that gain nothing the first by number is taken, so that they end (Bland 1977).
    let isStuck = false;
    for (;;) {
      const column = this.#entering(reduced, isStuck);
      if (column === undefined) break;
      const { row, isTurned } = this.#leaving(column);
      if (row === undefined) {
        value += this.#turn(column, reduced);
        isStuck = false;
        continue;
      }
      if (isTurned) this.#turnBasic(row);
      isStuck = this.#right[row] === 0n;
      value = this.#pivot(row, column, reduced, value);
    }
    this.#keepColumns((column) => reduced[column] === 0n);
    return { numerator: value, denominator: this.#denominator };
  }

  /**
   * Adds a variable that no Σ factor × x is above, counted in its whole. Returns it, and for each sum the variable that
   * says what it lacks of it.
   */
  addLargest(sums: readonly { readonly factors: ReadonlyMap<number, bigint>; readonly whole: bigint }[]): {
    readonly largest: number;
    readonly rest: readonly number[];
  } {
    const largest = this.addColumn(false);
    const column = this.#others.length - 1;
    const first = this.#basic.length;
    const rest = sums.map(({ factors, whole }) => {
      const lack = this.#variable(false);
      const row = this.#written(factors, 0n);
      this.#basic.push(lack);
      row.factors[column] = -whole * this.#denominator;
      this.#factors.push(row.factors);
      this.#right.push(row.right);
      return lack;
    });
    // Today's largest takes the row of the sum that it is of; nothing lacks less than 0 then.
    let most = 0;
    for (const [place, { whole }] of sums.entries()) {
      const than = sums[most] as (typeof sums)[number];
      const [one, other] = [this.#right[first + place] as bigint, this.#right[first + most] as bigint];
      if (one * than.whole < other * whole) most = place;
    }
    this.#pivot(first + most, column);
    return { largest, rest };
  }

  /** What a variable is now, times the denominator. */
  valueOf(variable: number): bigint {
    const row = this.#basic.indexOf(variable);
    const value = row < 0 ? 0n : (this.#right[row] as bigint);
    return this.#isTurned[variable] === true ? this.#denominator - value : value;
  }

  #variable(isBounded: boolean): number {
    this.#isTurned.push(false);
    return this.#isBounded.push(isBounded) - 1;
  }

  #addRow(basic: number, factors: ReadonlyMap<number, bigint>, right: bigint): void {
    this.#basic.push(basic);
    this.#factors.push(this.#others.map((variable) => factors.get(variable) ?? 0n));
    this.#right.push(right);
  }

  /** A row for right − Σ factor × x, written by the columns. */
  #written(given: ReadonlyMap<number, bigint>, right: bigint): { readonly factors: bigint[]; readonly right: bigint } {
    let constant = right;
    const signed = new Map<number, bigint>();
    for (const [variable, factor] of given) {
      const isTurned = this.#isTurned[variable] === true;
      if (isTurned) constant -= factor;
      signed.set(variable, isTurned ? -factor : factor);
    }
    constant *= this.#denominator;
    const factors = this.#others.map((variable) => (signed.get(variable) ?? 0n) * this.#denominator);
    for (const [row, variable] of this.#basic.entries()) {
      const factor = signed.get(variable);
      if (factor === undefined) continue;
      constant -= factor * (this.#right[row] as bigint);
      for (const [column, each] of (this.#factors[row] as bigint[]).entries()) {
        if (each !== 0n) factors[column] = (factors[column] as bigint) - factor * each;
      }
    }
    return { factors, right: constant };
  }

  /** The column that gains most for a unit of it; the first by number that gains anything, if asked. */
  #entering(reduced: readonly bigint[], isFirst: boolean): number | undefined {
    let best: number | undefined;
    for (const [column, cost] of reduced.entries()) {
      if (cost >= 0n) continue;
      if (best === undefined) best = column;
      else if (isFirst) {
        if ((this.#others[column] as number) < (this.#others[best] as number)) best = column;
      } else if (cost < (reduced[best] as bigint)) best = column;
    }
    return best;
  }

  /** The row whose variable is the first at a bound when a column grows; without one, the column's own. */
  #leaving(column: number): { readonly row: number | undefined; readonly isTurned: boolean } {
    const entering = this.#others[column] as number;
    let best: { row: number | undefined; isTurned: boolean; room: bigint; pace: bigint } | undefined =
      this.#isBounded[entering] === true
        ? { row: undefined, isTurned: false, room: this.#denominator, pace: this.#denominator }
        : undefined;
    for (const [row, factors] of this.#factors.entries()) {
      const factor = factors[column] as bigint;
      const variable = this.#basic[row] as number;
      const right = this.#right[row] as bigint;
      if (factor === 0n || (factor < 0n && this.#isBounded[variable] !== true)) continue;
      const room = factor > 0n ? right : this.#denominator - right;
      const pace = factor > 0n ? factor : -factor;
      const difference = best === undefined ? -1n : room * best.pace - best.room * pace;
      const isFirst = difference === 0n && best?.row !== undefined && variable < (this.#basic[best.row] as number);
      if (difference < 0n || isFirst) best = { row, isTurned: factor < 0n, room, pace };
    }
    if (best === undefined) throw new RangeError("There is no least value.");
    return best;
  }

  /** Replaces a column's variable by its lack. Returns what that adds to the value. */
  #turn(column: number, reduced: bigint[]): bigint {
    const variable = this.#others[column] as number;
    this.#isTurned[variable] = this.#isTurned[variable] !== true;
    for (const [row, factors] of this.#factors.entries()) {
      const factor = factors[column] as bigint;
      this.#right[row] = (this.#right[row] as bigint) - factor;
      factors[column] = -factor;
    }
    const cost = reduced[column] as bigint;
    reduced[column] = -cost;
    return cost;
  }

  /** Replaces a row's variable by its lack. */
  #turnBasic(row: number): void {
    const variable = this.#basic[row] as number;
    this.#isTurned[variable] = this.#isTurned[variable] !== true;
    this.#right[row] = this.#denominator - (this.#right[row] as bigint);
    this.#factors[row] = (this.#factors[row] as bigint[]).map((factor) => -factor);
  }

  /** Exchanges the variables of a row and a column. Returns the value that goes with the reduced costs. */
  #pivot(row: number, column: number, reduced?: bigint[], value = 0n): bigint {
    const own = this.#factors[row] as bigint[];
    const right = this.#right[row] as bigint;
    const pivot = own[column] as bigint;
    const old = this.#denominator;
    const sign = pivot < 0n ? -1n : 1n;
    const exchanged = (factors: bigint[]): void => {
      const factor = factors[column] as bigint;
      for (const [place, each] of factors.entries()) {
        if (place === column) factors[place] = -sign * factor;
        else if (factor === 0n) factors[place] = (sign * each * pivot) / old;
        else factors[place] = (sign * (each * pivot - factor * (own[place] as bigint))) / old;
      }
    };
    for (const [place, factors] of this.#factors.entries()) {
      if (place === row) continue;
      this.#right[place] =
        (sign * ((this.#right[place] as bigint) * pivot - (factors[column] as bigint) * right)) / old;
      exchanged(factors);
    }
    const changed = reduced ? (sign * (value * pivot + (reduced[column] as bigint) * right)) / old : 0n;
    if (reduced) exchanged(reduced);
    this.#factors[row] = own.map((factor, place) => sign * (place === column ? old : factor));
    this.#right[row] = sign * right;
    this.#denominator = sign * pivot;
    [this.#basic[row], this.#others[column]] = [this.#others[column] as number, this.#basic[row] as number];
    return changed;
  }

  #keepColumns(isKept: (column: number) => boolean): void {
    const kept = [...this.#others.keys()].filter(isKept);
    if (kept.length === this.#others.length) return;
    this.#others = kept.map((column) => this.#others[column] as number);
    this.#factors = this.#factors.map((row) => kept.map((column) => row[column] as bigint));
  }
}
