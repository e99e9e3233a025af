import { describe, expect, it } from "@jest/globals";
import { survey } from "../../src/lists";
import { knownTo } from "../../src/taskpane/screens/taxes/known";
import { PaperWorkbook } from "./paper-workbook";
import { TAXES_HOUSEHOLD } from "./taxes-household";

/** The accounts that are known, each with what adds up to its balance. */
async function accounts(workbook: PaperWorkbook): Promise<readonly (readonly [string, number, string | undefined])[]> {
  const found = await survey(workbook, { chosen: [] });
  const known = knownTo({ state: "seen", standing: undefined, today: 46_357, ...found }, "all");
  return known.accounts.map(({ name, balance, from }) => [name, balance, from]);
}

function book(rows: readonly (readonly (string | number)[])[], table?: string): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Accounts!A1", rows);
  const width = String.fromCharCode(64 + (rows[0]?.length ?? 1));
  if (table !== undefined) workbook.table(table, `Accounts!A1:${width}${rows.length}`);
  workbook.select("Accounts!A2");
  return workbook;
}

describe("what balances are made of", () => {
  it("is the rows of the account in a table, and cells where there is none", async () => {
    expect(await accounts(book(TAXES_HOUSEHOLD, "Holdings"))).toContainEqual([
      ...["Acme 401(k)", 80_000, 'SUMIFS(Holdings[Value],Holdings[Account],"Acme 401(k)")'],
    ]);
    expect(await accounts(book(TAXES_HOUSEHOLD))).toContainEqual([
      ...["Brokerage", 15_750, 'SUMIFS(Accounts!$G$2:$G$6,Accounts!$A$2:$A$6,"Brokerage")'],
    ]);
  });

  it("is nothing where the column of values doesn't add up to it", async () => {
    const without = TAXES_HOUSEHOLD.map((row) => row.filter((_, column) => column !== 6));
    const found = await accounts(book(without, "Holdings"));
    expect(found).toContainEqual(["Acme 401(k)", 80_000, undefined]);
  });

  it("is nothing for a name that SUMIFS would take for a pattern", async () => {
    const starred = TAXES_HOUSEHOLD.map((row) => row.map((cell) => (cell === "Brokerage" ? "Brokerage *1234" : cell)));
    const found = await accounts(book(starred, "Holdings"));
    expect(found.map(([name, , from]) => [name, from !== undefined])).toEqual([
      ["Acme 401(k)", true],
      ["Roth IRA", true],
      ["Brokerage *1234", false],
    ]);
  });

  it("is all of a list of one account", async () => {
    const list = [
      ["Fund", "Value", "Target"],
      ["VFIAX", 6000.25, 0.6],
      ["VBTLX", 4000, 0.4],
    ];
    expect((await accounts(book(list, "Funds")))[0]?.slice(1)).toEqual([10_000.25, "SUM(Funds[Value])"]);
  });
});
