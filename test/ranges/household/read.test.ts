import { describe, expect, it } from "@jest/globals";
import { decimalOf, type Policy } from "../../../src/engine";
import {
  noteSentence,
  readHousehold,
  readPolicy,
  sentence,
  type Cells,
  type HouseholdRange,
} from "../../../src/ranges";

const TARGETS: Cells = [
  ["Class", "Weight"],
  ["US stocks", 50],
  ["Intl stocks", 20],
  ["Bonds", 30],
];

/** The household of the contract's worked number 14. */
const HOUSEHOLD: Cells = [
  ["Account", "Fund", "US stocks", "Intl stocks", "Bonds", "Value"],
  ["401(k)", "Target date", 0.54, 0.36, 0.1, 80000],
  ["401(k)", "Bond", "", "", 1, 20000],
  ["401(k)", "US", 1, "", "", 0],
  ["Roth IRA", "US", 1, "", "", 30000],
  ["Roth IRA", "Intl", "", 1, "", 0],
  ["Taxable", "US", 1, "", "", 20000],
];

function policyOf(text: string): Policy {
  const read = readPolicy([[text]]);
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value.policy;
}

function household(holdings: Cells, targets: Cells = TARGETS, policy = "", today?: number): HouseholdRange {
  const read = readHousehold(holdings, targets, policyOf(policy), today);
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value;
}

function refused(holdings: Cells, targets: Cells = TARGETS, policy = "", today?: number): string {
  const read = readHousehold(holdings, targets, policyOf(policy), today);
  if (read.ok) throw new Error("no problem");
  return sentence(read.problem);
}

const noted = (holdings: Cells, targets?: Cells, policy?: string): string[] =>
  household(holdings, targets, policy).notes.map((note) => noteSentence(note));

/** Account, fund and cents of each position. */
const held = ({ household: { positions }, accountNames, fundNames }: HouseholdRange): unknown[] =>
  positions.map(({ account, fund, lots }) => [accountNames[account], fundNames[fund], lots.map(({ value }) => value)]);

/** One account's table with columns of one's choice beside account, fund, class and value. */
function table(headings: readonly string[], ...rows: readonly (readonly unknown[])[]): Cells {
  return [["Account", "Fund", "Asset class", "Value", ...headings], ...rows];
}

describe("accounts, funds and lots", () => {
  it("are read as the worked household has them, menus included", () => {
    const range = household(HOUSEHOLD);
    expect(held(range)).toEqual([
      ["401(k)", "Target date", [8_000_000]],
      ["401(k)", "Bond", [2_000_000]],
      ["401(k)", "US", [0]],
      ["Roth IRA", "US", [3_000_000]],
      ["Roth IRA", "Intl", [0]],
      ["Taxable", "US", [2_000_000]],
    ]);
    const { accounts, classes, targets, points, positions } = range.household;
    expect(accounts).toEqual([
      { kind: "deferred", cashFlow: 0, countsAs: 1 },
      { kind: "Roth", cashFlow: 0, countsAs: 1 },
      { kind: "taxable", cashFlow: 0, countsAs: 1 },
    ]);
    expect(classes).toEqual(["US stocks", "Intl stocks", "Bonds"]);
    expect(Array.from(targets.parts, (part) => part / targets.whole)).toEqual([0.5, 0.2, 0.3]);
    expect(points.map(({ deferred, Roth, HSA, taxable }) => [deferred, Roth, HSA, taxable])).toEqual([
      [1, 2, 2, 2],
      [1, 2, 2, 2],
      [3, 0, 0, 0],
    ]);
    // US is one fund in three accounts.
    expect(positions.map(({ fund, security }) => [fund, security])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 2],
      [3, 3],
      [2, 2],
    ]);
    expect(range.isPlanAtWork).toEqual([true, false, false]);
  });

  it("are plans of employers by their types, Roth money of such a plan too", () => {
    const types = ["401(k)", "Roth 401(k)", "Roth TSP", "457(b)", "SIMPLE IRA", "Roth IRA", "Taxable", "HSA"];
    const { isPlanAtWork } = household(
      table(["Account type"], ...types.map((type) => [`Our ${type}`, "VTI", "US stocks", 100, type])),
    );
    expect(isPlanAtWork).toEqual([true, true, true, true, false, false, false, false]);
  });

  it("put the rows of a fund in an account together, each a lot with its basis, day, shares and lock", () => {
    const { household: read } = household(
      table(
        ["Cost basis", "Acquired", "Shares", "Price", "Lock", "Expense ratio"],
        ["Taxable", "VTI", "US stocks", 40000, 28000, "2020-05-06", 160, 250, "", 0.03],
        ["Taxable", "VTI", "US stocks", 10000, 14000, "", 40, 250, "no sell", ""],
        ["Roth IRA", "VTI", "US stocks", 0, "", "", "", 250, "", 0.0003],
      ),
    );
    expect(read.positions).toHaveLength(2);
    const [taxable, roth] = read.positions;
    expect(taxable).toMatchObject({ isCash: false, isLeftAlone: false, mayBuy: true, expenseRatio: 0.03 });
    expect(taxable?.lots).toEqual([
      {
        row: 1,
        value: 4_000_000,
        maySell: true,
        basis: 2_800_000,
        acquired: 43957,
        shares: { digits: 160, places: 0 },
      },
      { row: 2, value: 1_000_000, maySell: false, basis: 1_400_000, shares: { digits: 40, places: 0 } },
    ]);
    expect(roth?.lots).toEqual([{ row: 3, value: 0, maySell: true }]);
    expect(roth?.price).toEqual({ digits: 250, places: 0 });
  });

  it("have the price as typed where it makes the value, and value ÷ shares where it doesn't", () => {
    const { household: read } = household(
      table(
        ["Shares", "Price"],
        ["Roth IRA", "A", "Bonds", 33.33, 3.333, 10],
        ["Roth IRA", "B", "Bonds", 990, 1000, 99],
      ),
    );
    expect(read.positions.map(({ price }) => price && decimalOf(price).toNumber())).toEqual([10, 0.99]);
  });

  it("tell funds apart by name, and securities also by Same as, be it another fund's name", () => {
    const { household: read } = household(
      table(
        ["Same as"],
        ["Taxable", "VTI", "US stocks", 1, ""],
        ["Taxable", "ITOT", "US stocks", 1, "vti"],
        ["Roth IRA", "VOO", "US stocks", 1, "S&P 500"],
        ["Roth IRA", "IVV", "US stocks", 1, "s&p 500"],
        ["Roth IRA", "BND", "Bonds", 1, ""],
        ["401(k)", "bnd", "Bonds", 1, ""],
      ),
    );
    expect(read.positions.map(({ fund }) => fund)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(read.positions.map(({ security }) => security)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("name funds by their class where the table has no names, and refuse a row with neither", () => {
    const range = household([
      ["Account", "Asset class", "Value"],
      ["Roth IRA", "Bonds", 5],
    ]);
    expect(held(range)).toEqual([["Roth IRA", "Bonds", [500]]]);
    expect(
      refused([
        ["Account", "Fund", "Bonds", "Value"],
        ["Roth IRA", "", 1, 5],
      ]),
    ).toBe("Holdings, row 2, Fund: the name is missing, but the row has an amount. Type the fund's name.");
  });

  it("have their types for names where nothing else names accounts", () => {
    const range = household([
      ["Tax status", "Fund", "Asset class", "Value"],
      ["401(k)", "A", "Bonds", 5],
      ["", "B", "Bonds", 6],
      ["Roth", "A", "Bonds", 7],
      ["401(k)", "C", "Bonds", 8],
    ]);
    expect(range.accountNames).toEqual(["401(k)", "Roth"]);
    expect(range.household.positions.map(({ account }) => account)).toEqual([0, 0, 1, 0]);
    expect(range.household.accounts.map(({ kind }) => kind)).toEqual(["deferred", "Roth"]);
    // A title that names the account comes first.
    const titled = household([
      ["Positions for account Rollover IRA", "", "", ""],
      ["Account type", "Fund", "Asset class", "Value"],
      ["Traditional IRA", "A", "Bonds", 5],
    ]);
    expect(titled.accountNames).toEqual(["Rollover IRA"]);
  });

  it("refuse a fund that is in other classes in another row of the account", () => {
    expect(refused(table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "A", "US stocks", 5]))).toBe(
      "Holdings, row 3, Asset class: A in Roth IRA is in other classes here than in row 2. Type the same in both.",
    );
    expect(held(household(table([], ["Roth IRA", "A", "Bonds", 5], ["HSA", "A", "US stocks", 5])))).toHaveLength(2);
  });
});

describe("cash flows", () => {
  it("are read once an account, also where the row holds no fund", () => {
    const { household: read, accountNames } = household(
      table(
        ["Cash flow"],
        ["Roth IRA", "A", "Bonds", 5, ""],
        ["Roth IRA", "", "", "", 500],
        ["HSA", "", "", "", -20.5],
      ),
    );
    expect(accountNames).toEqual(["Roth IRA", "HSA"]);
    expect(read.accounts.map(({ cashFlow }) => cashFlow)).toEqual([50_000, -2_050]);
  });

  it("in two rows of an account are an error that names both, even if equal", () => {
    expect(refused(table(["Cash flow"], ["HSA", "A", "Bonds", 5, 100], ["HSA", "B", "Bonds", 5, 100]))).toBe(
      "Holdings, row 3, Cash flow: HSA has a cash flow in row 2 already. Keep one of the two.",
    );
  });

  it("that no money can be are errors", () => {
    expect(refused(table(["Cash flow"], ["HSA", "A", "Bonds", 5, "soon"]))).toMatch(
      /^Holdings, row 2, Cash flow: "soon"/,
    );
    expect(refused(table(["Cash flow"], ["HSA", "A", "Bonds", 5, 1e15]))).toMatch(/\$90 trillion/);
  });
});

describe("locks", () => {
  const locked = (...locks: readonly unknown[]): unknown[] =>
    household(table(["Lock"], ...locks.map((lock) => ["Taxable", "A", "Bonds", 5, lock]))).household.positions.map(
      ({ mayBuy, lots }) => [mayBuy, lots.map(({ maySell }) => maySell)],
    );

  it("bind the fund in that account when buying, and the lot when selling", () => {
    expect(locked("", "no buy")).toEqual([[false, [true, true]]]);
    expect(locked("No Sell", "")).toEqual([[true, [false, true]]]);
    expect(locked("hold", "")).toEqual([[false, [false, true]]]);
    expect(locked("none", false)).toEqual([[true, [true, true]]]);
  });

  it("of no known words are an error with account, row and choices", () => {
    expect(refused(table(["Lock"], ["Taxable", "A", "Bonds", 5, "frozen"]))).toBe(
      'Holdings, row 2, Lock: "frozen" is no lock of A in Taxable. Type hold, no buy or no sell, or leave the cell empty.',
    );
    expect(refused(table(["Lock"], ["Taxable", "A", "Bonds", 5, true]))).toMatch(/"TRUE" is no lock/);
    expect(refused(table(["Lock"], ["Taxable", "A", "Bonds", 5, 3]))).toMatch(/"3" is no lock/);
  });

  it("that Excel has an error for are an error, as errors in other columns are", () => {
    const lacking = { type: "Error", basicValue: "#N/A", basicType: "Error" };
    for (const column of ["Lock", "Same as", "Acquired", "Cost basis"]) {
      for (const cell of ["#N/A", lacking]) {
        const said = refused(table([column], ["Taxable", "A", "Bonds", 5, cell]));
        expect([column, said]).toEqual([column, expect.stringMatching(/^Holdings, row 2, .*#N\/A/)]);
      }
    }
  });
});

describe("cash", () => {
  it("is in the class Cash if there is one, whatever its own class cell says", () => {
    const targets: Cells = [
      ["Bonds", 90],
      ["Cash", 10],
    ];
    const { household: read } = household(
      table(
        [],
        ["Roth IRA", "SPAXX", "Money market", 5],
        ["Roth IRA", "Pending activity", "", -2],
        ["HSA", "Cash", "", 1],
      ),
      targets,
    );
    expect(read.positions.map(({ isCash, fundClasses }) => [isCash, [...fundClasses.parts.keys()]])).toEqual([
      [true, ["Cash"]],
      [true, ["Cash"]],
      [true, ["Cash"]],
    ]);
  });

  it("is to be invested where there is none, under every setting, with a note", () => {
    for (const policy of ["", "unassigned hold", "unassigned sell"]) {
      const holdings = table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "Cash", "", 7.5]);
      const [, cash] = household(holdings, TARGETS, policy).household.positions;
      expect(cash).toMatchObject({ isCash: true, isLeftAlone: false, mayBuy: true, fundClasses: { whole: 1 } });
      expect(cash?.fundClasses.parts.size).toBe(0);
      expect(noted(holdings, TARGETS, policy)).toEqual([
        "Holdings, row 3: $7.50 of cash is to be invested, because Cash is none of your classes.",
      ]);
    }
  });

  it("that is owed is said", () => {
    expect(noted(table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "Cash", "", -2]))).toEqual([
      "Holdings, row 3: $2 of cash is owed, and is paid first.",
    ]);
  });
});

describe("money of no listed class", () => {
  const holdings = table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "G", "Gold", 3]);
  it("is an error by default, as in BYCLASS", () => {
    expect(refused(holdings)).toMatch(
      /^Holdings, row 3, Asset class: G is in the class "Gold", which is not in your list/,
    );
    expect(refused(table([], ["Roth IRA", "G", "", 3]))).toMatch(
      /^Holdings, row 2, Asset class: G holds money but has no/,
    );
  });

  it("is to be sold, or left alone, as the policy says", () => {
    const sold = household(holdings, TARGETS, "unassigned sell");
    expect(sold.household.positions[1]).toMatchObject({ isLeftAlone: false, mayBuy: true });
    expect(sold.notes.map((note) => noteSentence(note))).toEqual([
      "Holdings, row 3: $3 of G is in no listed class and is to be sold, as the policy says.",
    ]);
    const left = household(holdings, TARGETS, "unassigned hold");
    expect(left.household.positions[1]).toMatchObject({ isLeftAlone: true, mayBuy: false, lots: [{ maySell: false }] });
    expect(left.notes.map((note) => noteSentence(note))).toEqual([
      "Holdings, row 3: $3 of G is in no listed class and was left out.",
    ]);
  });

  it("is in Unclassified if that is a class", () => {
    const { household: read } = household(holdings, [
      ["Bonds", 90],
      ["Unclassified", 10],
    ]);
    expect(read.positions.map(({ fundClasses }) => [...fundClasses.parts.keys()])).toEqual([
      ["Bonds"],
      ["Unclassified"],
    ]);
  });

  it("is left alone under every setting in a row with Lock hold and no class", () => {
    const own = table(["Lock"], ["401(k)", "A", "Bonds", 5, ""], ["401(k)", "Acme", "", 3, "hold"]);
    for (const policy of ["", "unassigned hold", "unassigned sell"]) {
      expect(household(own, TARGETS, policy).household.positions[1]).toMatchObject({
        isLeftAlone: true,
        mayBuy: false,
      });
      expect(noted(own, TARGETS, policy)).toEqual([
        "Holdings, row 3: Acme is locked with hold and has no class; its $3 stays and was left out.",
      ]);
    }
  });

  it("is no matter of a fund on the menu without a class, which is said; a class that isn't listed is", () => {
    const menu = table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "N", "", 0]);
    expect(noted(menu)).toEqual(["Holdings, row 3, Asset class: N has no asset class, so nothing of it is bought."]);
    expect(refused(table([], ["Roth IRA", "A", "Bonds", 5], ["Roth IRA", "N", "Bnods", 0]))).toMatch(/"Bnods"/);
  });
});

describe("what money counts after tax", () => {
  const holdings = table(
    ["Counts as"],
    ["401(k)", "A", "Bonds", 5, ""],
    ["HSA", "A", "Bonds", 5, ""],
    ["Trad IRA", "A", "Bonds", 5, 0.9],
  );
  const counts = (policy: string): unknown =>
    household(holdings, TARGETS, policy).household.accounts.map(({ countsAs }) => countsAs);

  it("is as typed, else what the income rate leaves of a deferred account", () => {
    expect(counts("")).toEqual([1, 1, 0.9]);
    expect(counts("income 22%")).toEqual([1, 1, 0.9]);
    expect(counts("after tax; income 22%")).toEqual([0.78, 1, 0.9]);
  });

  it("can't be told without a rate", () => {
    expect(refused(holdings, TARGETS, "after tax")).toBe(
      'Policy: "after tax" needs your tax rate on income to tell what the money in 401(k) counts. Add it, such as income 22%, or type the account\'s share in a column Counts as.',
    );
    expect(refused(holdings, TARGETS, "after tax; income 100%")).toMatch(/needs your tax rate/);
    expect(
      household(holdings.slice(0, 1).concat(holdings.slice(2)), TARGETS, "after tax").household.accounts,
    ).toHaveLength(2);
  });
});

describe("what a plan must know", () => {
  it("is an error where the table doesn't tell", () => {
    expect(refused(table([], ["Roth IRA", "A", "Bonds", "n"]))).toMatch(/^Holdings, row 2, Value: "n" is not a number/);
    expect(refused(table([], ["Savings plan", "A", "Bonds", 5]))).toMatch(/says no type of account/);
    expect(refused(table(["Account type"], ["X", "A", "Bonds", 5, "Roth"], ["X", "B", "Bonds", 5, "HSA"]))).toMatch(
      /row 3.*"HSA" here but "Roth" in row 2/,
    );
    expect(refused(table(["Acquired"], ["Taxable", "A", "Bonds", 5, "last year"]))).toMatch(
      /row 2, Acquired: "last year" is not a date/,
    );
    expect(refused(table(["Expense ratio"], ["Taxable", "A", "Bonds", 5, "low"]))).toMatch(
      /row 2, Expense ratio: "low"/,
    );
  });

  it("is a day of purchase that isn't after the day asked about", () => {
    const holdings = table(["Acquired"], ["Taxable", "A", "Bonds", 5, "2026-03-02"]);
    expect(refused(holdings, TARGETS, "", 46082)).toBe(
      "Holdings, row 2, Acquired: A in Taxable was bought on 2026-03-02, after the day asked about, 2026-03-01. Correct one of the two days.",
    );
    expect(held(household(holdings, TARGETS, "", 46083))).toHaveLength(1);
    expect(held(household(holdings))).toHaveLength(1);
  });

  it("is what was paid in a taxable account only; without it all is gain, which is said", () => {
    expect(refused(table(["Cost basis"], ["Taxable", "A", "Bonds", 5, "much"]))).toMatch(/row 2, Cost basis: "much"/);
    expect(held(household(table(["Cost basis"], ["Roth IRA", "A", "Bonds", 5, "much"])))).toHaveLength(1);
    expect(noted(table([], ["Joint", "A", "Bonds", 5], ["Joint", "B", "Bonds", 6], ["Joint", "Cash", "", 0]))).toEqual([
      "Holdings, rows 2 and 3: without a cost basis all that is sold there, in Joint, counts as gain.",
    ]);
  });

  it("doesn't say that the lots of a taxable account were added up, and says it of other accounts", () => {
    const rows = (account: string): Cells =>
      table(["Cost basis"], [account, "A", "Bonds", 5, 5], [account, "A", "Bonds", 6, 6]);
    expect(noted(rows("Joint"))).toEqual([]);
    expect(noted(rows("HSA"))).toEqual(["Holdings, row 3: A stands in more than one row; they were added up."]);
  });

  it("points to ELECTIONS for whole percents", () => {
    expect(refused(HOUSEHOLD, TARGETS, "whole percent")).toMatch(/KEEL\.ELECTIONS/);
  });
});

describe("rows", () => {
  it("may trade where they are holdings or blank", () => {
    const { rows } = household([
      ["My money", null, null, null],
      ["Account", "Fund", "Asset class", "Value"],
      ["Roth IRA", "A", "Bonds", 5],
      [null, null, null, null],
      ["Roth IRA", "B", "Bonds", 6],
      ["Total", null, null, 11],
    ]);
    expect([rows.count, rows.header, rows.across]).toEqual([6, 1, false]);
    expect([0, 1, 2, 3, 4, 5].map((row) => rows.isTradable(row))).toEqual([false, false, true, true, true, false]);
  });

  it("of a whole column lose their empty tail", () => {
    const tail = Array.from({ length: 12_000 }, () => [null, null, null, null]);
    expect(household([...table([], ["Roth IRA", "A", "Bonds", 5]), ...tail]).rows.count).toBe(2);
  });
});
