import { describe, expect, it, test } from "@jest/globals";
import { byClass } from "../../src/operations";
import { readHoldingsTable, type Cells } from "../../src/ranges";
import { brokerTable, CLASSES } from "../ranges/broker-tables";

const HEADINGS = ["Account", "Fund", "Asset class", "Stocks", "Bonds", "Lock", "Value"];
const HOUSEHOLD: Cells = [
  HEADINGS,
  ["401(k)", "Acme Corp. stock", "", "", "", "Hold", 9000],
  ["401(k)", "Balanced", "", 0.6, 0.4, "hold", 1000],
  ["401(k)", "Bond index", "Bonds", "", "", "", 2000],
  ["IRA", "Stock index", "Stocks", "", "", "hold", 3000],
];
const down = (...cells: readonly unknown[]): Cells => cells.map((cell) => [cell]);
/** The household with another cell in its first row. */
const withCell = (column: number, cell: unknown): Cells =>
  HOUSEHOLD.map((row, at) => (at === 1 ? row.map((each, place) => (place === column ? cell : each)) : row));
const POLICIES = [null, [["unassigned stop"]], [["unassigned hold"]], [["unassigned sell"]]];

describe("a row without a class, locked with hold", () => {
  it.each(POLICIES)("keeps its money, is left out and said: %j", (policy) => {
    const answer = byClass.answer(HOUSEHOLD, down("Stocks", "Bonds"), policy);
    // Half of the balanced fund's class is told by its columns: it counts, locked or not.
    expect(answer).toMatchObject({ ok: true, cells: [[3600], [2400]] });
    expect(answer.ok && answer.notes).toEqual([
      {
        code: "held money left out",
        at: { argument: "Holdings", row: 1 },
        fund: "Acme Corp. stock",
        amount: 900_000,
      },
    ]);
  });

  it("is in no class for what has none, either", () => {
    expect(byClass.answer(HOUSEHOLD, down("Stocks", "Bonds", "Unclassified"))).toMatchObject({
      cells: [[3600], [2400], [0]],
    });
  });

  it.each(["", "no buy", "no sell", "holds", 1])("is an error with any other lock: %j", (lock) => {
    expect(byClass.answer(withCell(5, lock), down("Stocks", "Bonds"))).toMatchObject({
      problem: { code: "class missing", at: { row: 1 }, fund: "Acme Corp. stock" },
    });
  });

  it("is an error where its class is none of the list's, or its class columns don't add up", () => {
    expect(byClass.answer(withCell(2, "Company"), down("Stocks", "Bonds"))).toMatchObject({
      problem: { code: "class not listed" },
    });
    expect(byClass.answer(withCell(3, 0.5), down("Stocks", "Bonds"))).toMatchObject({
      problem: { code: "classes don't add up" },
    });
  });

  it("is found in a table that lies on its side", () => {
    const turned = HEADINGS.map((_, column) => HOUSEHOLD.map((row) => row[column]));
    expect(byClass.answer(turned, down("Stocks", "Bonds"))).toMatchObject({ cells: [[3600], [2400]] });
  });
});

test("rows left alone change no class of drawn tables, under any setting", () => {
  const classes = down(...CLASSES);
  let held = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const { cells } = brokerTable(seed);
    const read = readHoldingsTable("Holdings", cells);
    if (!read.ok) throw new Error(read.problem.code);
    const { columns, headerRows, leftOut } = read.value;
    // A total that agreed before doesn't with more money in it.
    if (leftOut.some(({ code }) => code === "total row skipped" || code === "window left out")) continue;
    // Where accounts stand above their rows, a row between the two would be another account's.
    if (!columns.has("account") && !columns.has("account number")) continue;
    const locked = cells.map((row, at) => [...row, at === headerRows - 1 ? "Lock" : ""]);
    const policy = POLICIES[seed % POLICIES.length] ?? null;
    const before = byClass.answer(locked, classes, policy);
    if (!before.ok) throw new Error(`seed ${seed}: ${before.problem.code}`);
    const stock = Array.from({ length: cells[0]?.length ?? 0 }, (): unknown => "");
    for (const kind of ["account", "account number", "account type"] as const) {
      const column = columns.get(kind)?.column;
      if (column !== undefined) stock[column] = cells[headerRows]?.[column];
    }
    for (const [kind, figure] of [["value", 77_777] as const, ["shares", 7] as const, ["price", 11_111] as const]) {
      const column = columns.get(kind)?.column;
      if (column !== undefined) stock[column] = figure;
    }
    stock[(columns.get("ticker") ?? columns.get("fund"))?.column ?? -1] = "ACME";
    const after = byClass.answer(
      [...locked.slice(0, headerRows), [...stock, "hold"], ...locked.slice(headerRows)],
      classes,
      policy,
    );
    const said = after.ok ? after.notes.filter(({ code }) => code === "held money left out").length : 0;
    expect({ seed, cells: after.ok ? after.cells : after.problem, said }).toEqual({
      ...{ seed, cells: before.cells, said: 1 },
    });
    held += 1;
  }
  expect(held).toBeGreaterThan(100);
});

describe("after tax", () => {
  const holdings: Cells = [
    ["Account", "Fund", "Asset class", "Value"],
    ["401(k)", "Bond index", "Bonds", 50_000],
    ["Roth IRA", "Stock index", "Stocks", 50_000],
  ];
  const classes = down("Stocks", "Bonds");

  it("a deferred account counts what the income rate leaves of it", () => {
    // Worked number 45's household, by the policy instead of the column.
    expect(byClass.answer(holdings, classes, [["after tax; income 20%"]])).toMatchObject({
      cells: [[50_000], [40_000]],
    });
    expect(byClass.answer(holdings, classes, [["income 20%"]])).toMatchObject({ cells: [[50_000], [50_000]] });
  });

  it("what the account's own column says comes first", () => {
    const own = holdings.map((row, at) => [...row, at === 0 ? "Counts as" : at === 1 ? 0.9 : ""]);
    expect(byClass.answer(own, classes, [["after tax; income 20%"]])).toMatchObject({ cells: [[50_000], [45_000]] });
    expect(byClass.answer(own, classes, [["after tax"]])).toMatchObject({ cells: [[50_000], [45_000]] });
  });

  it("needs the rate, and the account's type", () => {
    expect(byClass.answer(holdings, classes, [["after tax"]])).toMatchObject({
      problem: { code: "income rate needed", account: "401(k)" },
    });
    const untyped = holdings.map((row, at) => (at === 1 ? ["Savings plan", ...row.slice(1)] : row));
    expect(byClass.answer(untyped, classes, [["after tax; income 20%"]])).toMatchObject({
      problem: { code: "account type unknown" },
    });
    expect(byClass.answer(untyped, classes)).toMatchObject({ ok: true });
  });
});
