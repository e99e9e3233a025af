import {
  assetClasses,
  nameOf,
  readHoldingsTable,
  type FoundColumn,
  type HoldingColumn,
  type Position,
} from "../../ranges";
import type { Table } from "../../workbook";
import { fundKey, namesOf, type OwnFunds } from "./funds";
import type { FundChoice } from "./source";

/** The owner's table of holdings over several accounts, as Keel writes it and its owner goes on with it. */
export interface OwnTable {
  readonly table: Table;
  readonly accounts: readonly { readonly name: string; readonly type: string | undefined }[];
  readonly rows: readonly OwnRow[];
  /** Where what stands, counted from 0 within the table. */
  readonly columns: ReadonlyMap<HoldingColumn | "as of", number>;
  /** The columns that hold what part of a mixed fund is in a class. */
  readonly classColumns: ReadonlyMap<string, number>;
  /** What it says funds are made of. */
  readonly funds: OwnFunds;
}

export interface OwnRow {
  /** Counted from 0 within the table, its headings included. */
  readonly row: number;
  /** By its place in `accounts`. */
  readonly account: number;
  /** By its key. */
  readonly fund: string;
  readonly name: string;
  /** Cents. */
  readonly value: number;
  /** The day on which the row's lot was bought, as a serial; undefined where the row doesn't say it. */
  readonly acquired: number | undefined;
}

/** What the table is called, and what a table needs to be it: an account, a fund and its value. */
export const ownTableName = "Holdings";
const NEEDED: readonly HoldingColumn[] = ["account", "fund", "value"];

/** Finds the owner's table of holdings: of several the one that is called so, else the first. */
export function ownTableIn(tables: readonly Table[]): OwnTable | undefined {
  const found = tables.flatMap((table) => ownTable(table) ?? []);
  return found.find(({ table }) => nameOf(table.name).key === nameOf(ownTableName).key) ?? found[0];
}

function ownTable(table: Table): OwnTable | undefined {
  const headings = table.values[0] ?? [];
  // A broker's file that was made a table is a source: only a table that Keel wrote says of which day its figures are.
  const asOf = headings.findIndex((heading) => typeof heading === "string" && /^\s*as of\s*$/i.test(heading));
  if (asOf < 0) return undefined;
  const read = readHoldingsTable(table.name, table.values, { details: true, isClass });
  if (!read.ok || !NEEDED.every((kind) => read.value.columns.has(kind))) return undefined;
  const { accounts, positions, columns, others } = read.value;
  const classColumns = new Map(
    others.flatMap(({ heading, column }) => (isClass(heading) ? [[heading, column] as const] : [])),
  );
  return {
    table,
    accounts: accounts.map(({ name, type, row }) => ({
      name: asTyped(table, row, columns.get("account")) ?? name,
      type,
    })),
    rows: positions.map((position) => {
      const names = namesOf(position);
      return {
        row: position.row,
        account: position.account,
        fund: fundKey(names),
        name: names.name,
        value: position.value,
        acquired: position.acquired,
      };
    }),
    columns: new Map<HoldingColumn | "as of", number>([
      ...[...columns].map(([kind, { column }]) => [kind, column] as const),
      ["as of", asOf],
    ]),
    classColumns,
    funds: ownFunds(positions, table, classColumns),
  };
}

/** An account's name as its owner typed it: what is read of names is tidied. */
function asTyped({ values }: Table, row: number | undefined, found: FoundColumn | undefined): string | undefined {
  const cell = row === undefined || !found ? undefined : values[row]?.[found.column];
  return typeof cell === "string" && cell.trim() !== "" ? cell.trim() : undefined;
}

function isClass(heading: string): boolean {
  return assetClasses.some((each) => nameOf(each).key === nameOf(heading).key);
}

function ownFunds(
  positions: readonly Position[],
  { values }: Table,
  classColumns: ReadonlyMap<string, number>,
): OwnFunds {
  const funds = new Map<string, FundChoice>();
  for (const position of positions) {
    const key = fundKey(namesOf(position));
    if (funds.has(key)) continue;
    const weights = [...classColumns].flatMap(([name, column]) => {
      const cell = values[position.row]?.[column];
      return typeof cell === "number" && cell > 0 ? [[name, cell] as const] : [];
    });
    if (weights.length > 0) funds.set(key, { kind: "mix", weights: Object.fromEntries(weights) });
    else if (position.assetClass) funds.set(key, { kind: "class", class: position.assetClass.text });
    else if (typeof position.lock === "string" && /^\s*hold\s*$/i.test(position.lock))
      funds.set(key, { kind: "leave alone" });
  }
  return funds;
}
