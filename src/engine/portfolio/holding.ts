import type { Usd } from "../units/money";

/**
 * What a fund is made of: `parts[class] ÷ whole` of its money is in each class. Parts are whole numbers above 0; what
 * they lack of the whole is in classes that nobody named.
 */
export interface FundClasses {
  readonly parts: ReadonlyMap<string, number>;
  readonly whole: number;
}

/** Money in one fund: a row of a household's holdings, which is a fund in an account or one lot of it. */
export interface Holding {
  /** "" where the row has no name. */
  readonly fund: string;
  /** Whole cents; below 0 only for cash that is owed. */
  readonly value: Usd;
  readonly fundClasses: FundClasses;
}
