import { describe, expect, test } from "@jest/globals";
import {
  foundIn,
  noChoices,
  openIn,
  type AccountChoice,
  type Choices,
  type Found,
  type FundChoice,
  type Source,
} from "../../src/lists";
import { brokerFiles, brokerSource } from "./broker-files";

/** 30 November 2026. */
const TODAY = 46_356;

function choosing(
  accounts: Readonly<Record<string, AccountChoice>> = {},
  funds: Readonly<Record<string, FundChoice>> = {},
): Choices {
  return { ...noChoices, accounts: new Map(Object.entries(accounts)), funds: new Map(Object.entries(funds)) };
}

const cellsOf = (name: string, ...cells: Source["cells"]): Source => ({ key: name, name, from: "pasted", cells });

/** What each account holds, in dollars. */
function totals({ accounts, holdings }: Found): Record<string, number> {
  return Object.fromEntries(
    accounts.map(({ key, name }) => [
      name,
      holdings.reduce((sum, { account, value }) => sum + (account === key ? value : 0), 0) / 100,
    ]),
  );
}

const classOf = ({ funds }: Found, ticker: string): unknown => funds.find((fund) => fund.ticker === ticker)?.made;

describe("four brokers' files together", () => {
  const found = foundIn(
    brokerFiles.map((name) => brokerSource(name)),
    noChoices,
    TODAY,
  );

  test("come to one list of accounts, to the cent, each named with the last of its number only", () => {
    expect(totals(found)).toEqual({
      "ROTH IRA …0001": 32_600,
      "ROLLOVER IRA …0002": 15_800,
      "Rollover IRA …006": 60_000,
      "Vanguard …0004": 51_000,
      "Vanguard …0005": 23_000,
      "Rollover IRA …0009": 50_000,
    });
    expect(found.total).toBe(23_240_000);
  });

  test("have types where they say one, and a question where they don't", () => {
    expect(found.accounts.map(({ type }) => type)).toEqual([
      "Roth IRA",
      "Rollover IRA",
      "Rollover IRA",
      undefined,
      undefined,
      "Rollover IRA",
    ]);
    expect(openIn(found, noChoices)).toEqual({ money: 0, files: 0, accounts: 2, funds: 0 });
    const answered = choosing({
      "number 40000004": { type: "Taxable" },
      "number 50000005": { type: "Traditional IRA" },
    });
    const again = foundIn(
      brokerFiles.map((name) => brokerSource(name)),
      answered,
      TODAY,
    );
    expect(openIn(again, answered)).toEqual({ money: 0, files: 0, accounts: 0, funds: 0 });
  });

  test("know their house, and their day where they say one", () => {
    expect(found.sources.map((read) => [read.house, "table" in read ? read.asOf : undefined])).toEqual([
      ["Fidelity", 46_354],
      ["Schwab", 46_353],
      ["Vanguard", undefined],
      ["E*TRADE", 46_353],
    ]);
  });

  test("count pending activity in the account's cash, and say so", () => {
    expect(found.pending).toEqual([{ account: "number X10000001", amount: -25_050 }]);
    const cash = found.holdings.filter(
      ({ account, fund }) => account === "number X10000001" && fund === "ticker SPAXX",
    );
    expect(cash.map(({ value }) => value)).toEqual([100_000]);
  });

  test("have classes by ticker, by name and as cash", () => {
    expect(classOf(found, "FXAIX")).toMatchObject({ class: "US stocks", from: "table" });
    expect(classOf(found, "VTIAX")).toMatchObject({ class: "International stocks" });
    const treasury = found.funds.find(({ name }) => name.startsWith("U S TREASURY NOTE"));
    expect(treasury?.made).toMatchObject({ class: "Bonds", from: "words" });
    expect(classOf(found, "VMFXX")).toMatchObject({ class: "Cash" });
  });
});

test("an account that stands in two files is counted once, from the later one", () => {
  const older = brokerSource("fidelity-positions", (text) => text.replace("Nov-28-2026", "Oct-30-2026"));
  const newer: Source = {
    ...brokerSource("fidelity-positions", (text) => text.replace("$24100.00", "$25100.00")),
    key: "new",
  };
  for (const sources of [
    [older, newer],
    [newer, older],
  ]) {
    const found = foundIn(sources, noChoices, TODAY);
    expect(found.total).toBe(4_940_000);
    expect(found.repeated.map(({ counted, leftOut }) => [counted, leftOut])).toEqual([
      ["new", "fidelity-positions"],
      ["new", "fidelity-positions"],
    ]);
  }
});

test("cash that is owed beyond an account's cash stays a row of its own", () => {
  const found = foundIn(
    [brokerSource("fidelity-positions", (text) => text.replace("-$250.50", "-$2250.50"))],
    noChoices,
    TODAY,
  );
  expect(found.pending).toEqual([]);
  expect(found.holdings.filter(({ value }) => value < 0)).toMatchObject([
    { fund: "name PENDING ACTIVITY", value: -225_050 },
  ]);
});

test("rows of one fund in an account add up: values, shares and costs", () => {
  const head = ["Account", "Symbol", "Shares", "Price", "Value", "Cost basis"];
  const found = foundIn(
    [
      cellsOf(
        "a",
        head,
        ["IRA", "VTI", 10, 300, 3000, 2000],
        ["IRA", "VTI", 5, 300, 1500, 1200],
        ["HSA", "VTI", 1, 300, 300, ""],
      ),
    ],
    noChoices,
    TODAY,
  );
  expect(found.holdings.map(({ value, shares, price, costBasis }) => [value, shares, price, costBasis])).toEqual([
    [450_000, 15, 300, 320_000],
    [30_000, 1, 300, undefined],
  ]);
});

describe("what a fund is made of", () => {
  const table = (...rows: readonly (readonly (string | number)[])[]): Source =>
    cellsOf("a", ["Account", "Fund", "Value", "Asset class"], ...rows.map((row) => ["IRA", ...row]));

  test("the owner's class, else what is known of the ticker, else a mix, else a question", () => {
    const found = foundIn(
      [
        table(
          ["VTI", 1, "Growth"],
          ["FXAIX", 1, ""],
          ["Target Retirement 2045 Trust", 1, ""],
          ["Stable Value Fund", 1, ""],
          ["Company Stock", 1, ""],
          ["Quux Fund", 1, ""],
        ),
      ],
      noChoices,
      TODAY,
    );
    expect(found.funds.map(({ made }) => made)).toMatchObject([
      { kind: "class", class: "Growth", from: "owner" },
      { kind: "class", class: "US stocks", from: "table" },
      { kind: "mix", from: "assumed", year: 2045 },
      { kind: "open", about: "stable value" },
      { kind: "leave alone", why: "company stock" },
      { kind: "open", about: "unknown fund" },
    ]);
  });

  test("the owner's columns of classes come before what Keel knows, as fractions or as percents", () => {
    for (const [stocks, bonds] of [
      [0.9, 0.1],
      [90, 10],
      ["90%", "10%"],
    ]) {
      const source = cellsOf(
        "a",
        ["Account", "Fund", "Stocks", "Bonds", "Value"],
        ["401k", "Target Retirement 2045", stocks ?? "", bonds ?? "", 50_000],
        ["401k", "VTI", "", "", 10_000],
      );
      expect(foundIn([source], noChoices, TODAY).funds.map(({ made }) => made)).toMatchObject([
        { kind: "mix", weights: { Stocks: 0.9, Bonds: 0.1 }, from: "owner" },
        { kind: "class", class: "US stocks", from: "table" },
      ]);
    }
    const change = cellsOf("b", ["Account", "Fund", "Stocks", "Bonds", "Value"], ["401k", "VTI", 3, 4, 10]);
    expect(foundIn([change], noChoices, TODAY).funds[0]?.made).toMatchObject({ class: "US stocks", from: "table" });
  });

  test("an account that nothing names is asked", () => {
    const source = cellsOf("a", ["Symbol", "Value"], ["VTI", 1]);
    expect(openIn(foundIn([source], noChoices, TODAY), noChoices).accounts).toBe(1);
  });

  test("a broker's kind of security is no class of the owner's", () => {
    const source = cellsOf(
      "a",
      ["Account", "Symbol", "Value", "Security Type"],
      ["IRA", "SCHB", 1, "ETFs & Closed End Funds"],
    );
    expect(foundIn([source], noChoices, TODAY).funds[0]?.made).toMatchObject({ class: "US stocks", from: "table" });
  });

  test("what the owner chooses counts in every account, and what the owner's table says before what Keel knows", () => {
    const source = table(["VTI", 1, ""]);
    const own = new Map([["ticker VTI", { kind: "class", class: "Core" } as const]]);
    expect(foundIn([source], noChoices, TODAY, own).funds[0]?.made).toMatchObject({ class: "Core", from: "owner" });
    const choices = choosing({}, { "ticker VTI": { kind: "mix", weights: { Bonds: 1 } } });
    expect(foundIn([source], choices, TODAY, own).funds[0]?.made).toMatchObject({ kind: "mix", from: "chosen" });
  });
});

describe("money by source", () => {
  const source = cellsOf(
    "plan",
    ["Fund", "Ticker", "Price", "Pre-tax balance", "Roth balance", "Total balance"],
    ["500 Index", "VFIAX", 100, 600, 400, 1000],
    ["Bonds", "VBTLX", 10, 500, 0, 500],
  );

  test("is asked about, and split to the cent once its owner says two accounts", () => {
    const found = foundIn([source], noChoices, TODAY);
    const [key = ""] = found.twoKinds;
    expect(Object.values(totals(found))).toEqual([1500]);
    // Nothing names the account, so its type is asked too.
    expect(openIn(found, noChoices).accounts).toBe(2);
    const two = choosing({ [key]: { split: true, type: "401(k)" } });
    const split = foundIn([source], two, TODAY);
    expect(openIn(split, two).accounts).toBe(0);
    expect(split.accounts.map(({ kind }) => kind)).toEqual(["deferred", "Roth"]);
    expect(Object.values(totals(split))).toEqual([1100, 400]);
    expect(split.total).toBe(found.total);
    const one = choosing({ [key]: { split: false, type: "401(k)" } });
    expect(openIn(foundIn([source], one, TODAY), one).accounts).toBe(0);
  });
});

test("rows that can't be counted are questions, and leaving one out answers it", () => {
  const source = cellsOf(
    "a",
    ["Account", "Symbol", "Value"],
    ["IRA", "VTI", 100],
    ["IRA", "BND", 50],
    ["IRA", "Total", 160],
  );
  const open = foundIn([source], noChoices, TODAY);
  expect(openIn(open, noChoices).money).toBe(1);
  const choices: Choices = { ...noChoices, sources: new Map([["a", { leftOut: new Set([3]) }]]) };
  const answered = foundIn([source], choices, TODAY);
  expect(openIn(answered, choices).money).toBe(0);
  expect(answered.total).toBe(15_000);
});

test("a source without holdings is a question, and hides no other", () => {
  const found = foundIn(
    [cellsOf("letter", ["Dear all"], ["nothing here"]), brokerSource("schwab-positions")],
    noChoices,
    TODAY,
  );
  expect(openIn(found, noChoices)).toMatchObject({ money: 0, files: 1 });
  expect(found.total).toBe(6_000_000);
});
