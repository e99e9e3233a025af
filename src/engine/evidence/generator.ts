/*
 * The draws of a simulation: xoshiro128** of D. Blackman and S. Vigna (2018), its state four outputs of splitmix32, in
 * the 32-bit whole numbers that every engine has alike. The same seed gives the same rows everywhere.
 */

/** Draws whole numbers below some n, each as likely as any other. */
export class Draws {
  readonly #state: Uint32Array;
  readonly #below: number;
  /** The largest multiple of `below` up to 2³²: draws from there on are drawn again, or small numbers would be likelier. */
  readonly #limit: number;

  /** `seed` is a whole number, reduced mod 2³²; `below` is from 1 to 2³¹. */
  constructor(seed: number, below: number, state: readonly number[] = stateOf(seed)) {
    this.#state = Uint32Array.from(state);
    this.#below = below;
    this.#limit = Math.floor(TWO_TO_THE_32 / below) * below;
  }

  /** Fills places with the next numbers, from 0 up to and without `below`, in order. */
  fill(places: Int32Array): void {
    // Told to be a whole number of 32 bits, the remainder takes a tenth of the time.
    const below = this.#below >>> 0;
    const limit = this.#limit;
    const state = this.#state;
    // The state in variables of its own: a simulation draws millions of rows.
    let [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = state;
    for (let place = 0; place < places.length;) {
      // Products this small are exact before they are cut to 32 bits.
      const scrambled = (s1 * 5) | 0;
      const drawn = (((scrambled << 7) | (scrambled >>> 25)) * 9) >>> 0;
      const shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);
      if (drawn < limit) places[place++] = drawn % below;
    }
    state.set([s0, s1, s2, s3]);
  }
}

const TWO_TO_THE_32 = 2 ** 32;

/** The state that a seed begins with: four outputs of splitmix32, each from 0 to 2³² − 1. */
export function stateOf(seed: number): [number, number, number, number] {
  let counter = seed >>> 0;
  const next = (): number => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  return [next(), next(), next(), next()];
}
