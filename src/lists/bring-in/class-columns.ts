import { assetClasses, guessClass, nameOf, type HoldingsTable } from "../../ranges";
import type { FundChoice, Source } from "./source";

/** How far a row's parts may be from the whole of it: thirds are typed as 33.3. */
const NEAR = 0.005;

/**
 * Makes a reader of what a row's own columns say its fund is made of: one column a class, a part of the fund in each, as
 * fractions or as percents. Columns count only if they are called like classes and every row that fills them adds up to
 * a whole. What the columns say is the owner's word, before anything that Keel knows of a fund. Undefined for a row
 * whose columns say nothing.
 */
export function mixReader(
  { others, positions }: HoldingsTable,
  { cells }: Source,
): (row: number) => FundChoice | undefined {
  const columns = others.filter(({ heading }) => isClass(heading));
  const partsOf = (row: number): readonly number[] =>
    columns.map(({ column }) => {
      const cell = cells[row]?.[column];
      const typed = typeof cell === "string" ? /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(cell) : null;
      return typeof cell === "number" ? cell : typed ? Number(typed[1]) : 0;
    });
  const sums = positions.map(({ row }) => partsOf(row).reduce((sum, part) => sum + part, 0)).filter((sum) => sum !== 0);
  const whole = [1, 100].find((all) => sums.every((sum) => Math.abs(sum / all - 1) <= NEAR));
  if (sums.length === 0 || whole === undefined) return () => undefined;
  return (row) => {
    const parts = partsOf(row);
    const sum = parts.reduce((all, part) => all + part, 0);
    const held = columns.flatMap(({ heading }, index) => {
      const part = parts[index] ?? 0;
      return part > 0 ? [[heading, Number((part / sum).toFixed(6))] as const] : [];
    });
    const [only] = held;
    if (only === undefined) return undefined;
    return held.length === 1 ? { kind: "class", class: only[0] } : { kind: "mix", weights: Object.fromEntries(held) };
  };
}

function isClass(heading: string): boolean {
  return assetClasses.some((name) => nameOf(name).key === nameOf(heading).key) || guessClass([heading]) !== undefined;
}
