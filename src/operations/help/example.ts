/** A worked example for a help page: what stands in which cells, the formula, and what it shows. The tests run it. */
export interface HelpExample {
  /** Blocks of cells by address, each as rows: `{"B2:B3": [[600], [400]]}`. */
  readonly cells: Readonly<Record<string, readonly (readonly (number | string)[])[]>>;
  readonly formula: string;
  readonly result: readonly (readonly (number | string | boolean)[])[];
  /** Figures from elsewhere beside these, with what they are; the first two rows are headings. */
  readonly beside?: { readonly caption: string; readonly rows: readonly (readonly (number | string)[])[] };
  /** What else a reader should know, a paragraph each. */
  readonly remarks?: readonly string[];
}

/** Worked examples by function name. */
export type ExamplesOf = Readonly<Record<string, HelpExample>>;

/** Three funds that several examples are about: values in B, targets in C. */
export const FUNDS = { "B2:B4": [[6500], [2300], [1200]], "C2:C4": [[0.6], [0.3], [0.1]] } as const;
