import { expect, test } from "@jest/globals";
import { byClass } from "../../src/operations";
import { readHoldingsTable, type HoldingsTable } from "../../src/ranges";
import { brokerTable, CLASSES, type BrokerTable } from "./broker-tables";

/** How many tables are drawn; `KEEL_TABLES=20000` draws more. */
const TABLES = Number(process.env["KEEL_TABLES"] ?? 1500);

function read({ cells }: BrokerTable): HoldingsTable {
  const table = readHoldingsTable("Holdings", cells, { details: true });
  if (!table.ok) throw new Error(JSON.stringify(table.problem));
  return table.value;
}

/** What was read of a table, in the form in which the truth is known. */
function found(table: HoldingsTable): unknown {
  const accounts = new Map<number, number>();
  const count = (...codes: readonly string[]): number =>
    table.leftOut.filter(({ code }) => codes.includes(code)).length;
  return {
    positions: table.positions.map((position) => {
      if (!accounts.has(position.account)) accounts.set(position.account, accounts.size);
      return {
        row: position.row,
        account: accounts.get(position.account),
        kind: table.accounts[position.account]?.kind,
        cents: position.value,
        isCash: position.isCash,
        assetClass: position.assetClass?.text,
        name: position.fund?.text,
      };
    }),
    leftOut: {
      totals: count("total row skipped"),
      loans: count("loan left out"),
      windows: count("window left out"),
      tables: count("table left out"),
    },
    asked: table.questions,
  };
}

test(`reads ${TABLES} tables as brokers could write them: positions, accounts, types, classes, to the cent`, () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const drawn = brokerTable(seed);
    const { positions, leftOut } = drawn.truth;
    // A plan may number accounts and say nothing of their types.
    const table = read(drawn);
    const isNamed = table.accounts.every(({ name }) => !name.startsWith("…"));
    const expected = isNamed ? positions : positions.map((each) => ({ ...each, kind: undefined }));
    expect({ seed, ...(found(table) as object), asked: isNamed ? table.questions : [] }).toEqual({
      ...{ seed, positions: expected, leftOut, asked: [] },
    });
  }
});

test("BYCLASS adds the same tables up", () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const { cells, truth } = brokerTable(seed);
    const answer = byClass.answer(
      cells,
      CLASSES.map((each) => [each]),
    );
    const sums = answer.ok ? answer.cells.map(([cell]) => Math.round(Number(cell) * 100)) : answer.problem;
    expect({ seed, sums }).toEqual({ seed, sums: CLASSES.map((each) => truth.byClass.get(each)) });
  }
});
