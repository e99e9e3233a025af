import { multiplyDivide } from "../units/exact";
import { LOST } from "./least-trades";

/** How many cents are missing of the cash once all trades are cut, in their sign, and which rows of it get one. */
export interface MissingCents {
  readonly sign: number;
  /** Whether a row, with what was cut off its trade (of the level's parts), is among those that get one. */
  gets(row: number, cut: number): boolean;
}

/**
 * Rows by their parts, each class in the order of its values, of which some are taken out. All rows of a class have one
 * parts × level, so that counting who lies below it takes a search a class, and not a look at each row.
 */
export class ValueClasses {
  readonly #values: Float64Array;
  /** The rows by parts and value, where each class starts (and the last one ends), and each row's place. */
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #classParts: Float64Array;
  readonly #placeOf: Uint32Array;
  readonly #classOf: Uint32Array;
  readonly #gone: Uint8Array;
  /** Per class a binary indexed tree of how many rows are left (P. Fenwick, 1994), on the class's own places. */
  readonly #tree: Uint32Array;
  readonly #left: Uint32Array;
  /** Per class, at the level that was last asked about: its trades' whole and broken cents, and who trades. */
  readonly #floors: Float64Array;
  readonly #fractions: Float64Array;
  readonly #buying: Uint32Array;
  readonly #selling: Uint32Array;

  /** `rows` come by their parts, and of like parts by their values. */
  constructor(values: Float64Array, parts: Float64Array, rows: Uint32Array) {
    this.#values = values;
    this.#rows = rows;
    this.#placeOf = new Uint32Array(values.length);
    this.#classOf = new Uint32Array(values.length);
    this.#gone = new Uint8Array(values.length);
    const starts: number[] = [];
    rows.forEach((row, place) => {
      if (place === 0 || parts[row] !== parts[rows[place - 1] as number]) starts.push(place);
      this.#placeOf[row] = place;
      this.#classOf[row] = starts.length - 1;
    });
    const classes = starts.length;
    this.#starts = Uint32Array.from([...starts, rows.length]);
    this.#classParts = Float64Array.from(starts, (place) => parts[rows[place] as number] as number);
    this.#left = Uint32Array.from({ length: classes }, (_, each) => this.#end(each) - this.#start(each));
    this.#floors = new Float64Array(classes);
    this.#fractions = new Float64Array(classes);
    this.#buying = new Uint32Array(classes);
    this.#selling = new Uint32Array(classes);
    this.#tree = new Uint32Array(rows.length + 1);
    for (let each = 0; each < classes; each++) {
      const start = this.#start(each);
      for (let node = 1; node <= (this.#left[each] as number); node++) this.#tree[start + node - 1] = node & -node;
    }
  }

  /** Takes out a row that is left. */
  take(row: number): void {
    const each = this.#classOf[row] as number;
    const start = this.#start(each);
    const size = this.#end(each) - start;
    this.#gone[row] = 1;
    this.#left[each] = (this.#left[each] as number) - 1;
    for (let node = (this.#placeOf[row] as number) - start + 1; node <= size; node += node & -node) {
      this.#tree[start + node - 1] = (this.#tree[start + node - 1] as number) - 1;
    }
  }

  /**
   * The cents that are missing once every trade, parts × money ÷ whole − value, is cut to whole cents, and who gets them:
   * as `roundToTotal` gives them, to the largest cut parts of their sign, ties by row order. The rows on one side of
   * the level alone trade where `side` isn't 0, and `money` is what they hold and the cash.
   */
  missingCents(money: number, whole: number, side: number): MissingCents {
    const level = money / whole;
    const [values, placed, starts, classParts] = [this.#values, this.#rows, this.#starts, this.#classParts];
    const [left, floors, fractions] = [this.#left, this.#floors, this.#fractions];
    const [buying, selling] = [this.#buying, this.#selling];
    const classes = left.length;
    let missing = money;
    let largest = 0;
    for (let each = 0; each < classes; each++) {
      const rows = left[each] as number;
      if (rows === 0) {
        buying[each] = selling[each] = 0;
        continue;
      }
      const reached = (classParts[each] as number) * level;
      if (reached > largest) largest = reached;
      let floor = Math.floor(reached);
      let fraction = reached - floor;
      const doubt = reached * LOST;
      if (fraction <= doubt || fraction >= 1 - doubt) {
        const exact = multiplyDivide(classParts[each] as number, money, whole);
        floor = exact.quotient;
        fraction = exact.remainder / whole;
      }
      // A row whose value is the whole part trades what is left of it, if anything.
      const reach = fraction > 0 || side === 0 ? floor : floor - 1;
      let upTo: number;
      let within: number;
      if (rows === 1 && starts[each + 1] === (starts[each] as number) + 1) {
        const value = values[placed[starts[each] as number] as number] as number;
        upTo = value <= floor ? 1 : 0;
        within = value <= reach ? 1 : 0;
      } else {
        upTo = this.#countUpTo(each, floor);
        within = reach === floor ? upTo : this.#countUpTo(each, reach);
      }
      const buys = side < 0 ? 0 : within;
      const sells = side > 0 ? 0 : rows - upTo;
      missing -= buys * floor + sells * (floor + (fraction > 0 ? 1 : 0));
      floors[each] = floor;
      fractions[each] = fraction;
      buying[each] = buys;
      selling[each] = sells;
    }
    const sign = Math.sign(missing);
    const count = Math.abs(missing);
    const rows = sign < 0 ? selling : buying;
    /** What was cut off a class's trades, in whole numbers of the level's parts. */
    const cutOf = (each: number): number => {
      const { remainder } = multiplyDivide(classParts[each] as number, money, whole);
      return sign < 0 && remainder > 0 ? whole - remainder : remainder;
    };
    // Nearer to each other than this, doubles can't tell which of two trades was cut more.
    const doubt = (largest + 1) * LOST;
    return {
      sign,
      gets: (row, cut) => {
        const fractionCut = cut / whole;
        let before = 0;
        const alike: number[] = [];
        for (let each = 0; each < classes && before < count; each++) {
          if (rows[each] === 0) continue;
          const fraction = fractions[each] as number;
          let more = (sign < 0 && fraction > 0 ? 1 - fraction : fraction) - fractionCut;
          if (more <= doubt && more >= -doubt) {
            more = cutOf(each) - cut;
            if (more === 0) alike.push(each);
          }
          if (more > 0) before += rows[each] as number;
        }
        for (const each of alike) {
          if (before >= count) break;
          before += this.#earlier(each, row, floors[each] as number, sign);
        }
        return before < count;
      },
    };
  }

  /** How many rows of a class that are left lie above `row` in the list, and buy (or sell) at a level. */
  #earlier(each: number, row: number, floor: number, sign: number): number {
    const middle = this.#search(each, floor);
    const [from, to] = sign < 0 ? [middle, this.#end(each)] : [this.#start(each), middle];
    let count = 0;
    for (let place = from; place < to; place++) {
      const other = this.#rows[place] as number;
      if (other < row && this.#gone[other] === 0) count++;
    }
    return count;
  }

  /** How many rows of a class that are left have a value up to `value`. */
  #countUpTo(each: number, value: number): number {
    const start = this.#start(each);
    let count = 0;
    for (let node = this.#search(each, value) - start; node > 0; node -= node & -node) {
      count += this.#tree[start + node - 1] as number;
    }
    return count;
  }

  /** The first place of a class whose value is above `value`. */
  #search(each: number, value: number): number {
    let low = this.#start(each);
    let high = this.#end(each);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#values[this.#rows[middle] as number] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #start(each: number): number {
    return this.#starts[each] as number;
  }

  #end(each: number): number {
    return this.#starts[each + 1] as number;
  }
}
