import { succeeded, washSaleLedger, type LossSale } from "../../engine";
import {
  refusedByLaw,
  readDay,
  readShareTrades,
  washSalesCells,
  type Argument,
  type Note,
  type Read,
  type ShareTradesRange,
} from "../../ranges";
import type { Work } from "../later";
import type { CellKind, Decided } from "../operation";

export interface DecidedWashSales extends Decided {
  readonly range: ShareTradesRange;
  readonly sales: readonly LossSale[];
  readonly asOf: number;
}

/** Works wash sales out up to a day, the last trade's if none is given; trades after it are left out, and said. */
export function washSalesOf(range: ShareTradesRange, day: number | undefined): Read<DecidedWashSales> {
  const asOf = day ?? range.lastDay ?? 0;
  const past = range.trades.filter((trade) => trade.day <= asOf);
  const later = range.trades.length - past.length;
  const ledger = washSaleLedger(past);
  if (!ledger.ok) {
    const trade = range.trades.find(({ row }) => row === ledger.row);
    const shares = { sold: ledger.sold.toNumber(), bought: ledger.known.toNumber() };
    return refusedByLaw({
      ...{ code: "basis unknown", at: range.at(ledger.row), fund: range.funds[trade?.fund ?? 0] ?? "", ...shares },
    });
  }
  const notes: Note[] = [...range.notes];
  if (later > 0) notes.push({ code: "later trades left out", argument: "Trades", trades: later });
  return succeeded({ range, sales: ledger.sales, asOf, notes });
}

const KINDS: readonly CellKind[] = [
  ...(["plain", "plain", "day", "money", "money", "money", "plain", "money", "plain"] as const),
];

/** What WASHSALES does. */
export const washSales: Work<readonly [trades: Argument, asOf?: Argument], DecidedWashSales> = {
  holds: [KINDS],
  decide: (trades, asOf) => {
    const range = readShareTrades(trades);
    if (!range.ok) return range;
    const notes: Note[] = [];
    const day = readDay("As of", asOf, notes);
    if (!day.ok) return day;
    const found = washSalesOf(range.value, day.value);
    return found.ok ? succeeded({ ...found.value, notes: [...notes, ...found.value.notes] }) : found;
  },
  show: ({ range, sales, asOf }) => washSalesCells(range, sales, asOf),
  explain: ({ range: { log }, asOf }) => ({
    read: [
      { fact: "range", argument: "Trades", rows: log.rows, headerRows: log.headerRows },
      { fact: "day", day: asOf },
    ],
    steps: [{ fact: "formula", formula: "wash sale" }],
  }),
};
