import { solve, type Constraint } from "yalps";

/** A sum of variables, each times its factor, and a constant. */
export interface Sum {
  readonly terms: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** A linear program whose variables are not negative. A name that a row or a sum mentions is a variable. */
export interface Program {
  /** Keeps a sum within bounds. */
  keep(sum: Sum, bounds: { readonly least?: number; readonly most?: number }): void;
  /** Returns the least value of a sum, or undefined if nothing keeps all bounds. */
  least(sum: Sum): number | undefined;
}

/** Thrown where the solver gives up, which says nothing about the program. */
export class GaveUp extends Error {}

/** Makes a program that YALPS solves: a dense tableau in plain JavaScript, nothing that the product uses. */
export function program(): Program {
  const variables = new Map<string, Map<string, number>>();
  const bounds = new Map<string, Constraint>();
  const variable = (name: string): Map<string, number> => {
    const known = variables.get(name);
    if (known) return known;
    const fresh = new Map<string, number>();
    variables.set(name, fresh);
    return fresh;
  };
  return {
    keep: ({ terms, constant }, { least, most }) => {
      const row = `row ${bounds.size}`;
      bounds.set(
        row,
        least !== undefined && least === most
          ? { equal: least - constant }
          : {
              ...(least !== undefined && { min: least - constant }),
              ...(most !== undefined && { max: most - constant }),
            },
      );
      for (const [name, factor] of terms) if (factor !== 0) variable(name).set(row, factor);
    },
    least: ({ terms, constant }) => {
      for (const name of terms.keys()) variable(name);
      const objective = "objective";
      const { status, result } = solve(
        {
          direction: "minimize",
          objective,
          constraints: bounds,
          variables: new Map(
            [...variables].map(([name, factors]) => {
              const factor = terms.get(name);
              return [name, factor === undefined ? factors : new Map(factors).set(objective, factor)];
            }),
          ),
        },
        { precision: 1e-8, maxPivots: 20_000 },
      );
      if (status === "infeasible") return undefined;
      if (status !== "optimal") throw new GaveUp(status);
      return result + constant;
    },
  };
}

export function sumOf(terms: Iterable<readonly [name: string, factor: number]>, constant = 0): Sum {
  const sums = new Map<string, number>();
  for (const [name, factor] of terms) sums.set(name, (sums.get(name) ?? 0) + factor);
  return { terms: sums, constant };
}
