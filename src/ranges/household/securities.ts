import type { Name } from "../names";

/** A row's fund, and what its owner says that it is the same as. */
export interface SameAs {
  /** The fund's name as names are compared. */
  readonly fund: string;
  readonly sameAs: Name | undefined;
}

/**
 * Tells securities apart: funds are one if they share a text in Same as, or if it is the name of one of them. Returns a
 * number a fund name, equal where a wash sale would see one security.
 */
export function securitiesOf(rows: readonly SameAs[]): ReadonlyMap<string, number> {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  for (const { fund, sameAs } of rows) {
    if (sameAs === undefined) continue;
    const [root, other] = [rootOf(fund), rootOf(sameAs.key)];
    if (root !== other) parent.set(other, root);
  }
  const numbers = new Map<string, number>();
  return new Map(
    rows.map(({ fund }) => {
      const root = rootOf(fund);
      const known = numbers.get(root) ?? numbers.size;
      numbers.set(root, known);
      return [fund, known] as const;
    }),
  );
}
