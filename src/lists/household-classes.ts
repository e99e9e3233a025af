import { byClass } from "../operations";
import { assetClasses, guessClass, type AssetClass, type HoldingsTable } from "../ranges";
import type { Usd } from "../engine";
import type { HouseholdList } from "./list";

/** A class that a household's holdings have. */
export interface HeldClass {
  /** As the list spells it. */
  readonly name: string;
  /** Which class of the ready-made mixes it is, as far as its name tells. */
  readonly mixClass: AssetClass | undefined;
  /** Dollars. */
  readonly value: number;
}

/** The classes of a household's holdings, and the holdings that have none. */
export interface HeldClasses {
  readonly classes: readonly HeldClass[];
  /** Money that nothing puts into a class: its rows, counted from 0 within the list's cells. */
  readonly unclassed: readonly { readonly row: number; readonly fund: string; readonly value: Usd }[];
}

/**
 * Which classes a household's holdings have: the owner's own, those of the columns that say what mixed funds are made of,
 * and Cash where cash is held; in the order of `assetClasses`, then as the list names them. Targets for them are what the
 * household needs.
 */
export function heldClasses({ household: { table }, cells }: HouseholdList): HeldClasses {
  const mixColumns = mixColumnsOf(table);
  const names = new Map<string, string>();
  const enter = (name: string): void => {
    const key = name.trim().toLowerCase();
    if (!names.has(key)) names.set(key, name.trim());
  };
  const unclassed: { row: number; fund: string; value: Usd }[] = [];
  for (const { row, fund, value, assetClass, isCash } of table.positions) {
    if (value === 0) continue;
    const mixed = mixColumns.filter(({ cell }) => isPart(cell(row)));
    if (mixed.length > 0) for (const { heading } of mixed) enter(heading);
    else if (assetClass) enter(assetClass.text);
    else if (isCash) enter("Cash");
    else if (!isHeld(table, cells, row)) unclassed.push({ row, fund: fund?.text ?? "", value });
  }
  const order = (name: string): number => {
    const at = assetClasses.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    return at < 0 ? assetClasses.length : at;
  };
  const sorted = [...names.values()].sort((one, other) => order(one) - order(other));
  const sums = byClass.answer(
    cells,
    sorted.map((name) => [name]),
    [["unassigned hold"]],
  );
  const valueOf = (index: number): number => {
    const cell = sums.ok ? sums.cells[index]?.[0] : 0;
    return typeof cell === "number" ? cell : 0;
  };
  return {
    classes: sorted.map((name, index) => ({ name, mixClass: mixClassOf(name), value: valueOf(index) })),
    unclassed,
  };
}

/** Which class of the ready-made mixes a class of the owner's is. */
export function mixClassOf(name: string): AssetClass | undefined {
  return assetClasses.find((one) => one.toLowerCase() === name.trim().toLowerCase()) ?? guessClass([name]);
}

/**
 * The columns that say what share of a fund is in a class: those under a class of Keel's or of the list's own; and, where
 * the rows without a class say their shares in other columns, which add up to the whole, those too.
 */
function mixColumnsOf({ others, positions }: HoldingsTable): HoldingsTable["others"] {
  const own = new Set(positions.flatMap(({ assetClass }) => (assetClass ? [assetClass.key] : [])));
  const known = new Set(assetClasses.map((name) => name.toUpperCase()));
  const headed = others.filter(({ heading }) => heading !== "");
  const without = positions.filter(({ value, assetClass, isCash }) => value !== 0 && !assetClass && !isCash);
  const classed = positions.filter(({ assetClass, isCash }) => assetClass !== undefined || isCash);
  // A column that says something of every holding, such as its risk, says no shares.
  const shares = headed.filter(
    ({ cell }) =>
      without.some(({ row }) => isPart(cell(row))) &&
      !classed.some(({ row, value }) => value !== 0 && isPart(cell(row))),
  );
  const addUp = (row: number): boolean => {
    const sum = shares.reduce((all, { cell }) => all + (isPart(cell(row)) ? Number(cell(row)) : 0), 0);
    return sum === 0 || Math.abs(sum - 1) < 0.01 || Math.abs(sum - 100) < 1;
  };
  const areShares = without.length > 0 && without.every(({ row }) => addUp(row));
  return headed.filter((column) => {
    const name = column.heading.trim().toUpperCase();
    return known.has(name) || own.has(name) || (areShares && shares.includes(column));
  });
}

function isPart(cell: unknown): boolean {
  return typeof cell === "number" && cell > 0 && cell <= 100;
}

function isHeld({ columns }: HoldingsTable, cells: HouseholdList["cells"], row: number): boolean {
  const lock = columns.get("lock");
  const cell = lock && cells[row]?.[lock.column];
  return typeof cell === "string" && cell.trim().toLowerCase() === "hold";
}
