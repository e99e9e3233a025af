import type { DecidedHarvest } from "../../../operations";
import type { Cells } from "../../../ranges";
import { isHousehold, type List } from "../../../lists";
import { address, columnReference } from "../../../sheets";
import { inDollars } from "./entries";
import { wholeList } from "./known";

/** A lot that is worth less than was paid for it. Dollars; days as Excel counts them. */
export interface LossFound {
  /** The row of the list, counted from 0. */
  readonly row: number;
  readonly fund: string;
  readonly account: string;
  readonly acquired: number | undefined;
  readonly basis: number;
  readonly worth: number;
  readonly loss: number;
  readonly isLongTerm: boolean;
  readonly taxSaved: number;
  /** The purchase that makes selling it a wash sale. */
  readonly washedBy: { readonly day: number; readonly account: string } | undefined;
}

/** The losses of a record, in its order. */
export function lossesIn({ range: { positions, accounts, funds }, found }: DecidedHarvest): readonly LossFound[] {
  const accountOf = (position: number): string => accounts[positions[position]?.account ?? -1]?.name ?? "";
  return found.flatMap(({ position, place, loss, isLongTerm, taxSaved, washedBy }) => {
    const held = positions[position];
    const lot = held?.lots[place];
    if (!held || !lot) return [];
    return [
      {
        ...{ row: lot.row, fund: funds[held.fund]?.text ?? "", account: accountOf(position), acquired: lot.acquired },
        ...{ basis: inDollars(lot.basis ?? 0), worth: inDollars(lot.value), loss: inDollars(loss), isLongTerm },
        taxSaved: inDollars(taxSaved),
        washedBy: washedBy && { day: washedBy.day, account: accountOf(washedBy.position) },
      },
    ];
  });
}

/** Whether any lot is in a taxable account, and whether any is in another. */
export function kindsIn({ range: { positions, accounts } }: DecidedHarvest): {
  readonly taxable: boolean;
  readonly others: boolean;
} {
  const kinds = positions.map(({ account }) => accounts[account]?.kind);
  return {
    taxable: kinds.includes("taxable"),
    others: kinds.some((kind) => kind !== undefined && kind !== "taxable"),
  };
}

/** Lots and their prices, as cells and as formulas refer to them. */
export interface LotsSource {
  readonly lots: Cells;
  readonly prices: Cells;
  readonly references: { readonly lots: string; readonly prices: string };
}

/**
 * The lots of a list, and the prices that stand in it. Lots go by their symbol where there is one, and so do the prices: two
 * columns side by side.
 */
export function lotsSource(list: List, names: "plain" | "all"): LotsSource {
  const whole = wholeList(list);
  const same = { lots: list.cells, prices: list.cells, references: { lots: whole, prices: whole } };
  if (!isHousehold(list)) return same;
  const { columns } = list.household.table;
  const [symbol, price] = [columns.get("ticker"), columns.get("price")];
  if (!symbol || !price) return same;
  const body = list.cells.slice(list.firstRow, list.firstRow + list.height);
  const references = [symbol, price].map(({ column, heading }) =>
    list.table === undefined
      ? address(
          {
            ...{ sheet: list.block.sheet, row: list.block.row + list.firstRow, height: list.height, width: 1 },
            column: list.block.column + column,
          },
          true,
        )
      : columnReference(list.table, heading, names),
  );
  if (references.includes(undefined)) return same;
  return {
    lots: list.cells,
    prices: body.map((row) => [row[symbol.column] ?? "", row[price.column] ?? ""]),
    references: { lots: whole, prices: `IF({1,0},${references.join(",")})` },
  };
}
