import { succeeded } from "../../engine";
import type { Argument } from "../cells";
import { NameList, readName, type Name } from "../names";
import { decimalMarkOf, readNumber } from "../numbers";
import { failed, type CellPlace, type Note, type Read } from "../problem";
import { readTable, type TableColumn } from "../table";

const COLUMNS: Readonly<Record<"fund" | "price", TableColumn>> = {
  fund: { name: "Fund", known: /^(fund|fund name|name|holding|security|ticker|symbol|investment)$/, required: true },
  price: { name: "Price", known: /^(price|last price|share price|unit price|nav|current price|last)$/, required: true },
};

/** What a share of each fund costs, in dollars. */
export interface PricesRange {
  readonly of: (fund: Name) => number | undefined;
  readonly notes: readonly Note[];
}

/** Reads a table of funds and prices, found by name, or taken in this order where there is no header. */
export function readPrices(cells: Argument): Read<PricesRange> {
  const table = readTable("Prices", cells, COLUMNS, { inOrder: 2 });
  if (!table.ok) return table;
  const { rows, cell, at } = table.value;
  const mark = decimalMarkOf(rows.map((row) => cell(row, "price")));
  const notes: Note[] = [...table.value.notes];
  const names = new NameList();
  const prices = new Map<string, { readonly price: number; readonly row: number }>();
  for (const row of rows) {
    const fund = readName(cell(row, "fund"), at(row, "fund"));
    if (fund.kind === "problem") return failed(fund.problem);
    const reading = readNumber(cell(row, "price"), at(row, "price"), "price", mark);
    if (reading.kind === "problem" || reading.kind === "text") return failed(reading.problem);
    if (reading.kind === "blank" || reading.number === 0) continue;
    if (fund.kind === "blank") return failed({ code: "name missing", at: at(row, "fund") });
    if (reading.note) notes.push(reading.note);
    const { number: price } = reading;
    if (price < 0) return failed({ code: "negative", at: at(row, "price"), found: price, wanted: "price" });
    const name = names.enter(fund.name, at(row, "fund"));
    if (!name.ok) return name;
    const before = prices.get(name.value.key);
    if (before !== undefined && before.price !== price) {
      const place: CellPlace = at(row, "price");
      const first = { firstPrice: before.price, first: before.row };
      return failed({ code: "two prices", at: place, fund: name.value.text, price, ...first });
    }
    prices.set(name.value.key, { price, row });
  }
  return succeeded({ of: ({ key }) => prices.get(key)?.price, notes });
}
