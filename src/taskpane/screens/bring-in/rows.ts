import type { Changes, Found, FoundFund, FoundHolding, Matched, OwnTable } from "../../../lists";
import {
  mixesSheet,
  mixesTable,
  type FoundHoldings,
  type HoldingChange,
  type HoldingRow,
  type MixRow,
} from "../../../sheets";
import type { Table } from "../../../workbook";
import { mixSource } from "./bring-in-words";

/** What stands in a cell that says a fund is left alone: see `Lock`. */
const HOLD = "hold";

/** The rows of a new table of holdings. */
export function rowsOf({ holdings, accounts, funds }: Found): readonly HoldingRow[] {
  const byKey = new Map(accounts.map((account) => [account.key, account]));
  const known = new Map(funds.map((fund) => [fund.key, fund]));
  return holdings.flatMap((holding) => {
    const account = byKey.get(holding.account);
    const fund = known.get(holding.fund);
    return account && fund ? [rowOf(holding, account.name, account.type ?? "", fund)] : [];
  });
}

function rowOf(holding: FoundHolding, account: string, accountType: string, fund: FoundFund): HoldingRow {
  const { value, shares, price, costBasis, acquired, asOf } = holding;
  const { made } = fund;
  return {
    ...{ account, accountType, fund: fund.name },
    ...(fund.ticker === undefined ? {} : { ticker: fund.ticker }),
    ...(made.kind === "class" ? { assetClass: made.class } : {}),
    ...(made.kind === "leave alone" || made.kind === "open" ? { lock: HOLD } : {}),
    ...(shares === undefined ? {} : { shares }),
    // Of bonds quoted per 100, what a share is worth.
    ...(price === undefined ? {} : { price: Number(price.toFixed(6)) }),
    value: value / 100,
    ...(costBasis === undefined ? {} : { costBasis: costBasis / 100 }),
    ...(acquired === undefined ? {} : { acquired }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** The rows of the table of mixes: a fund of several classes each. */
export function mixesOf(funds: readonly FoundFund[]): readonly MixRow[] {
  return funds.flatMap(({ name, made }) =>
    made.kind === "mix" ? [{ fund: name, weights: made.weights, source: mixSource(made) }] : [],
  );
}

/** What becomes of the rows that the owner's table has. */
export function changesOf({ changed, unchanged, gone }: Changes): readonly HoldingChange[] {
  const figures = ({ holding, row }: Matched): HoldingChange => {
    const { value, shares, price, costBasis, acquired, asOf } = holding;
    return {
      row: row.row,
      value: value / 100,
      ...(shares === undefined ? {} : { shares }),
      ...(price === undefined ? {} : { price: Number(price.toFixed(6)) }),
      ...(costBasis === undefined ? {} : { costBasis: costBasis / 100 }),
      ...(acquired === undefined || row.acquired !== undefined ? {} : { acquired }),
      ...(asOf === undefined ? {} : { asOf }),
    };
  };
  return [
    ...[...changed, ...unchanged].map(figures),
    ...gone.map(({ row }) => ({ row: row.row, value: 0, shares: 0 })),
  ];
}

/** The rows that the owner's table doesn't have yet. */
export function addedRowsOf(
  { added }: Changes,
  { accounts }: OwnTable,
  funds: readonly FoundFund[],
): readonly HoldingRow[] {
  const known = new Map(funds.map((fund) => [fund.key, fund]));
  return added.flatMap(({ holding, account: { found, own } }) => {
    const fund = known.get(holding.fund);
    const there = own === undefined ? undefined : accounts[own];
    return fund ? [rowOf(holding, there?.name ?? found.name, there?.type ?? found.type ?? "", fund)] : [];
  });
}

/** The owner's table as an update needs it, and the table of mixes beside it. */
export function foundHoldings({ table, columns, classColumns }: OwnTable, tables: readonly Table[]): FoundHoldings {
  const mixes = tables.find(({ name }) => name !== table.name && name.startsWith(mixesTable));
  const place = (kind: Parameters<typeof columns.get>[0]): number | undefined => columns.get(kind);
  const places = {
    ...{ account: place("account"), accountType: place("account type"), fund: place("fund"), ticker: place("ticker") },
    ...{ assetClass: place("asset class"), shares: place("shares"), price: place("price"), value: place("value") },
    ...{ costBasis: place("cost basis"), acquired: place("acquired"), asOf: place("as of"), lock: place("lock") },
  };
  return {
    name: table.name,
    block: table.block,
    formulas: table.formulas,
    places: Object.fromEntries(Object.entries(places).filter(([, column]) => column !== undefined)),
    classColumns,
    mixes: mixes
      ? { name: mixes.name, block: mixes.block, headings: (mixes.values[0] ?? []).map(String) }
      : { mixesSheet, mixesTable },
  };
}
