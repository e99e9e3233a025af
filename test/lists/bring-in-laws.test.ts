import { expect, test } from "@jest/globals";
import { changesTo, foundIn, noChoices, ownTableIn, type Found, type Source } from "../../src/lists";
import { newHoldings, type Step } from "../../src/sheets";
import { mixesOf, rowsOf } from "../../src/taskpane/screens/bring-in/rows";
import type { CellValue, Table } from "../../src/workbook";
import { brokerTable } from "../ranges/broker-tables";

const TODAY = 46_356;
/** How many tables are drawn; `KEEL_TABLES=20000` draws more. */
const TABLES = Math.min(Number(process.env["KEEL_TABLES"] ?? 200), 20_000);

const sourceOf = (seed: number): Source => ({
  ...{ key: String(seed), name: `file ${seed}.csv`, from: "file" },
  cells: brokerTable(seed).cells as readonly (readonly CellValue[])[],
});

/** The cells that a description leaves on one sheet; formulas show 0, as the workbook isn't there to work them out. */
function written(steps: readonly Step[], sheet: string): Table {
  const cells = new Map<string, CellValue>();
  let table: Table["block"] | undefined;
  let name = "";
  for (const step of steps) {
    if (step.do === "add table" && step.block.sheet === sheet) ({ name, block: table } = step);
    if (step.do !== "write values" || step.block.sheet !== sheet) continue;
    step.values.forEach((row, down) =>
      row.forEach((value, across) => cells.set(`${step.block.row + down} ${step.block.column + across}`, value)),
    );
  }
  if (!table) throw new Error("no table");
  const { height, width } = table;
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => cells.get(`${row} ${column}`) ?? ""),
  );
  return { name, block: table, values, formulas: values.map((row) => row.map(() => "")) };
}

function tableOf(found: Found): Table {
  const places = { sheet: "My accounts", table: "Holdings", mixesSheet: "Fund mixes", mixesTable: "FundMixes" };
  return written(newHoldings(rowsOf(found), mixesOf(found.funds), places, []).steps, places.sheet);
}

const sum = (cents: readonly number[]): number => cents.reduce((total, each) => total + each, 0);

test(`${TABLES} brokers' tables are brought in to the cent, every account with all that it holds`, () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const { truth } = brokerTable(seed);
    const found = foundIn([sourceOf(seed)], noChoices, TODAY);
    expect({ seed, total: found.total }).toEqual({ seed, total: sum(truth.positions.map(({ cents }) => cents)) });
    const held = (account: number): number =>
      sum(truth.positions.filter((position) => position.account === account).map(({ cents }) => cents));
    const accounts = [...new Set(truth.positions.map(({ account }) => account))];
    expect({
      seed,
      held: found.accounts
        .map(({ key }) => sum(found.holdings.filter((each) => each.account === key).map(({ value }) => value)))
        .sort((one, other) => one - other),
    }).toEqual({
      seed,
      held: accounts.map(held).sort((one, other) => one - other),
    });
  }
});

test("the table that is written says the same money, and bringing the same file in again changes nothing", () => {
  for (let seed = 1; seed <= TABLES; seed++) {
    const source = sourceOf(seed);
    const found = foundIn([source], noChoices, TODAY);
    const table = tableOf(found);
    const own = ownTableIn([table]);
    if (!own) throw new Error(`no table of holdings in ${seed}`);
    expect({ seed, total: sum(own.rows.map(({ value }) => value)) }).toEqual({ seed, total: found.total });
    const again = foundIn([source], noChoices, TODAY, own.funds);
    const { changed, added, gone, several, untouched } = changesTo(own, again, noChoices);
    expect({ seed, changed, added, gone, several, untouched }).toEqual({
      ...{ seed, changed: [], added: [], gone: [], several: [], untouched: [] },
    });
  }
});

test("two files together hold what each holds", () => {
  for (let seed = 1; seed <= TABLES / 4; seed++) {
    const [one, other] = [sourceOf(2 * seed), sourceOf(2 * seed + 1)];
    const apart = [one, other].map((source) => foundIn([source], noChoices, TODAY));
    const keys = apart.map(({ accounts }) => accounts.map(({ key }) => key));
    // Accounts that happen to have one number or name are one.
    if (keys[0]?.some((key) => keys[1]?.includes(key))) continue;
    const together = foundIn([one, other], noChoices, TODAY);
    expect({ seed, total: together.total }).toEqual({ seed, total: sum(apart.map(({ total }) => total)) });
  }
});
