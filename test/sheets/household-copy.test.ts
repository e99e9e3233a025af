import { describe, expect, it } from "@jest/globals";
import { Decimal, cents, type Policy } from "../../src/engine";
import { householdCopy, type Book, type HouseholdCopyFacts } from "../../src/sheets";
import { householdOf, type Row } from "../engine/household/households";
import { planning, planOf } from "../engine/household/planning";
import { checksIn, copyFacts } from "./household-copies";

const ask = planning();
const TODAY = 46_356;

const rows: readonly Row[] = [
  { account: "401(k)", fund: "Target date", in: { US: 60, Bonds: 40 }, value: 50_000 },
  { account: "401(k)", fund: "Bond", in: "Bonds", value: 10_000 },
  { account: "401(k)", fund: "US", in: "US", value: 20_000, lock: "no buy" },
  { account: "Taxable", fund: "US", in: "US", value: 30_000, basis: 10_000, acquired: 40_000 },
  { account: "Taxable", fund: "US", in: "US", value: 12_000, basis: 15_000, acquired: TODAY - 200 },
  { account: "Taxable", fund: "Muni", in: "Bonds", value: 5_000, basis: 4_000, acquired: TODAY - 10, lock: "no sell" },
  { account: "Taxable", fund: "Cash", in: "Cash", value: 4_000 },
  { account: "Roth", fund: "US", in: "US", value: 9_000 },
  { account: "Roth", fund: "Bond", in: "Bonds", value: 0 },
];
const policy: Policy = {
  gains: { upTo: cents(500_000) },
  incomeRate: new Decimal("0.24"),
  gainsRate: new Decimal("0.15"),
};

function facts(more: Policy = policy, shown = true): HouseholdCopyFacts {
  const household = householdOf(
    { "401(k)": { kind: "deferred" }, Taxable: { kind: "taxable", cashFlow: 2000 }, Roth: { kind: "Roth" } },
    rows,
    { US: 40, Bonds: 55, Cash: 5 },
  );
  const now = { today: TODAY };
  return copyFacts(household, more, now, planOf(ask, household, more, now), shown);
}

/** Changes what a formula-free cell of Holdings holds, under a heading and in a row of the owner's list. */
function withCell(book: Book, heading: string, row: number, change: (value: number) => number | string): Book {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      if (sheet.name !== "Holdings") return sheet;
      const column = sheet.cells.find(({ value }) => typeof value === "string" && value.startsWith(heading))?.column;
      const at = sheet.cells.find((cell) => cell.column === 0 && cell.value === row)?.row;
      let found = 0;
      const cells = sheet.cells.map((cell) => {
        if (cell.row !== at || cell.column !== column || cell.formula !== undefined) return cell;
        found += 1;
        return { ...cell, value: change(Number(cell.value)) };
      });
      if (found === 0) throw new Error(`no cell ${heading} of row ${row}`);
      return { ...sheet, cells };
    }),
  };
}

const broken = (book: Book): string[] => [...checksIn(book)].flatMap(([rule, holds]) => (holds === true ? [] : [rule]));

describe("the certificate of a household's copy", () => {
  it("holds, and has a check for each rule of the policy", () => {
    const book = householdCopy(facts());
    expect(broken(book)).toEqual([]);
    const rules = [...checksIn(book).keys()];
    expect(rules).toEqual(
      expect.arrayContaining([
        "Account 2: what is in it after = before + its cash flow",
        "No more is sold than is held, of any row",
        "Nothing is bought against a lock",
        "Nothing is sold against a lock",
        "No fund is both bought and sold in one account",
        "No wash sale by what this plan buys",
        "No wash sale by what was bought in the 30 days before",
        "The net gain stays within the policy’s bound",
        "The tax is rate × gain",
        "Bonds: the money in it after the trades",
      ]),
    );
    expect(book.sheets.flatMap(({ cells }) => cells).some(({ formula }) => formula?.includes("KEEL"))).toBe(false);
  });

  it.each([
    ["a trade that moves money out of its account", "Trade", 10, (trade: number) => trade + 5, "Account 3: what is in it after = before + its cash flow"], // prettier-ignore
    ["a sale of more than there is", "Trade", 10, () => -10_000, "No more is sold than is held, of any row"],
    ["a purchase against a lock", "Trade", 4, () => 100, "Nothing is bought against a lock"],
    ["a sale against a lock", "Trade", 7, () => -100, "Nothing is sold against a lock"],
    ["more gains", "Trade", 5, () => -30_000, "The net gain stays within the policy’s bound"],
    ["another class", "Bonds", 3, () => 0.5, "Bonds: the money in it now"],
    [
      "a trade of another account's fund",
      "Account no.",
      6,
      () => 1,
      "Account 1: it trades the funds that it offers, each on the first sheet",
    ],
    ["another basis", "Cost basis", 6, () => 11_000, "The short-term gains are what they are said to be"],
  ] as const)("shows %s", (_, heading, row, change, rule) => {
    const book = householdCopy(facts());
    expect(broken(withCell(book, heading, row, change))).toContain(rule);
  });

  it("shows a wash sale, by a purchase now and by one before", () => {
    const book = householdCopy(facts());
    const sold = withCell(book, "Trade", 6, () => -1000);
    expect(broken(withCell(sold, "Trade", 9, () => 1000))).toContain("No wash sale by what this plan buys");
    expect(broken(withCell(sold, "Acquired", 5, () => TODAY - 30))).toContain(
      "No wash sale by what was bought in the 30 days before",
    );
    expect(broken(withCell(sold, "Acquired", 5, () => TODAY - 31))).not.toContain(
      "No wash sale by what was bought in the 30 days before",
    );
  });

  it("proves only how the accounts stand where no trades are shown", () => {
    const book = householdCopy(facts(policy, false));
    expect(broken(book)).toEqual([]);
    expect([...checksIn(book).keys()].some((rule) => rule.includes("trades"))).toBe(false);
    const texts = book.sheets.flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(texts).not.toContain("Trades by account");
    expect(texts).not.toContain("Wanted");
  });

  it("masks account numbers, and leaves texts that look like formulas texts", () => {
    const given = facts();
    const [first, ...others] = given.accounts;
    if (!first) throw new Error("no account");
    const book = householdCopy({
      ...given,
      title: "Plan X12-345678",
      owner: "=1+1",
      accounts: [{ ...first, name: "Fidelity X12-345678", type: "401(k) X12-345678" }, ...others],
      holdings: given.holdings.map((holding) => ({ ...holding, fund: "@Fund X12-345678" })),
      notes: ["Fund X12-345678 stands twice."],
    });
    expect(JSON.stringify(book)).not.toContain("345678");
    const texts = book.sheets.flatMap(({ cells }) => cells).filter(({ value }) => value === "@Fund ••••5678");
    expect(texts.length).toBe(given.holdings.length);
    expect(texts.every(({ formula }) => formula === undefined)).toBe(true);
  });

  it("uses each cell once and prints the first sheet on two pages on their side", () => {
    for (const { cells, print } of householdCopy(facts()).sheets) {
      expect(new Set(cells.map(({ row, column }) => `${row},${column}`)).size).toBe(cells.length);
      expect(print?.orientation).toBe("landscape");
    }
    expect(householdCopy(facts()).sheets[0]?.print?.pagesTall).toBeLessThanOrEqual(2);
  });
});
