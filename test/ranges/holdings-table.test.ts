import { describe, expect, it } from "@jest/globals";
import { noteSentence, readHoldingsTable, sentence, type HoldingsOptions, type HoldingsTable } from "../../src/ranges";

type Rows = readonly (readonly unknown[])[];

function table(cells: Rows, options: HoldingsOptions = {}): HoldingsTable {
  const read = readHoldingsTable("Holdings", cells, { details: true, ...options });
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value;
}

/** Fund and cents of each position. */
function held(cells: Rows, options?: HoldingsOptions): unknown[] {
  return table(cells, options).positions.map(({ fund, value }) => [fund?.text, value]);
}

/** Account, its kind and the funds in it. */
function accounts(cells: Rows): unknown[] {
  const { positions, accounts: all } = table(cells);
  return all.map(({ name, kind }, index) => [
    name,
    kind,
    positions.filter(({ account }) => account === index).map(({ fund }) => fund?.text),
  ]);
}

const leftOut = (cells: Rows): string[] => table(cells).leftOut.map((each) => noteSentence(each));
const asked = (cells: Rows): string[] => table(cells).questions.map(({ problem }) => sentence(problem));
const noted = (cells: Rows): string[] => table(cells).notes.map((note) => noteSentence(note));

describe("figures", () => {
  it.each([
    ["1,234.50", 123_400],
    ["2,5", 123],
  ])("beside %p a formatted value of 1,234 has its column's decimal mark, as a text has", (other, cents) => {
    for (const cell of ["1,234", { type: "FormattedNumber", basicValue: "1,234", numberFormat: "@" }]) {
      expect(
        held([
          ["Fund", "Value"],
          ["A", cell],
          ["B", other],
        ])[0],
      ).toEqual(["A", cents]);
    }
  });
});

describe("headings", () => {
  it.each([
    ["Beginning Balance", "Ending Balance"],
    ["Vested Balance", "Balance"],
    ["Balance", "Total balance"],
    ["Amount", "Market value"],
    ["Value %", "Value $"],
    ["Cost Basis Total", "Current Value"],
    ["Price Paid $", "Mkt Val (Market Value)"],
    ["Total Gain/Loss Dollar", "Value – USD"],
    ["Contributions", "Ending\nBalance"],
  ])("takes of %p and %p the second for the value, in any order", (one, other) => {
    for (const header of [
      ["Fund", one, other],
      ["Fund", other, one],
    ]) {
      const row = ["A", ...header.slice(1).map((heading) => (heading === other ? 5 : 7))];
      expect(held([header, row])).toEqual([["A", 500]]);
    }
  });

  it("stands up to 30 rows down, below summaries and filters that are none", () => {
    const above = Array.from({ length: 30 }, (_, row) => [`Line ${row}`, null]);
    expect(held([...above, ["Fund", "Value"], ["A", 5]])).toEqual([["A", 500]]);
    expect(() => held([...above, ["One more"], ["Fund", "Value"], ["A", 5]])).toThrow("no column is named Value");
    expect(
      held([
        ["Account", "Net Account Value"],
        ["Rollover IRA -0009", 5],
        ["Symbol", "Value $"],
        ["A", 5],
      ]),
    ).toEqual([["A", 500]]);
  });

  it("is read together from two rows of text", () => {
    expect(
      held([
        ["", "Market", "Beginning", "Ending"],
        ["Fund", "Value", "Balance", "Balance"],
        ["A", 5, 6, 7],
      ]),
    ).toEqual([["A", 700]]);
  });

  it("takes a Type for the account's only if its cells are types of accounts", () => {
    const rows = (type: string): Rows => [
      ["Account", "Type", "Symbol", "Value"],
      ["Mine", type, "A", 5],
    ];
    expect(accounts(rows("Roth IRA"))).toEqual([["Mine", "Roth", ["A"]]]);
    expect(accounts(rows("Cash"))).toEqual([["Mine", undefined, ["A"]]]);
  });

  it("refuses a list of trades", () => {
    expect(() =>
      held([
        ["Trade Date", "Transaction Type", "Symbol", "Shares", "Value"],
        ["2026-01-02", "Buy", "VTI", 1, 5],
      ]),
    ).toThrow("this is a table of trades (Trade Date and Transaction Type), not of holdings");
  });
});

describe("totals", () => {
  const rows = (...last: readonly (readonly unknown[])[]): Rows => [
    ["Fund", "Ticker", "Value"],
    ["A", "AA", 5],
    ["B", "BB", 6],
    ...last,
  ];

  it.each([
    "Account Total",
    "Positions Total",
    "Portfolio balance",
    "Account value",
    "Total for Jane",
    "",
    "Total Equities",
  ])("leaves %p out where it agrees, to the cent", (label) => {
    expect(held(rows([label, "", 11.01]))).toHaveLength(2);
    expect(leftOut(rows([label, "", 11.01]))).toEqual(["Holdings, row 4: the total row was left out."]);
  });

  it("names both sums where it doesn't agree", () => {
    expect(asked(rows(["Account Total", "", 12]))).toEqual([
      "Holdings, row 4 says that it is a total, $12, but the rows that it stands for add up to $11. Correct it, or leave the row out of the range.",
    ]);
  });

  it("counts funds that are called so", () => {
    expect(held(rows(["Total Bond Market Trust", "", 11]))).toHaveLength(3);
    expect(held(rows(["Summit Materials", "SUM", 12]))).toHaveLength(3);
    // Without other columns its label alone tells.
    const plain = [
      ["Fund", "Value"],
      ["A", 5],
      ["B", 6],
    ];
    expect(held([...plain, ["Total for Jane", 11]])).toHaveLength(3);
    expect(held([...plain, ["Total", 11]])).toHaveLength(2);
  });

  it("are of accounts, blocks and the table, with what is left out of it or without", () => {
    const header = ["Account", "Fund", "Value"];
    const households = [
      header,
      ["Acme 401k", "A", 5],
      ["Acme 401k", "401(k) loan", 2],
      ["IRA", "B", 6],
      ["", "Acme 401k total", 7],
      ["", "IRA total", 6],
      ["", "Total", 11],
    ];
    expect(held(households)).toEqual([
      ["A", 500],
      ["B", 600],
    ]);
    expect(leftOut(households)).toHaveLength(4);
  });
});

describe("rows", () => {
  it("of an account below a filled cell are its own, and a lone text may name it", () => {
    expect(
      accounts([
        ["Account", "Fund", "Value"],
        ["My Roth", "A", 5],
        ["", "B", 6],
        ["", "", ""],
        ["Joint", "", ""],
        ["", "C", 7],
      ]),
    ).toEqual([
      ["My Roth", "Roth", ["A", "B"]],
      ["Joint", "taxable", ["C"]],
    ]);
    expect(
      accounts([
        ["Fund", "Value"],
        ["Roth IRA", ""],
        ["A", 5],
        ["Rollover IRA", ""],
        ["A", 6],
      ]),
    ).toEqual([
      ["Roth IRA", "Roth", ["A"]],
      ["Rollover IRA", "deferred", ["A"]],
    ]);
  });

  it("continue below repeated headings, under the title above these", () => {
    expect(
      accounts([
        ["Individual ...123", "", ""],
        ["Symbol", "Value", "Asset class"],
        ["A", 5, "US"],
        ["", "", ""],
        ["Roth IRA ...456", "", ""],
        ["Symbol", "Value", ""],
        ["B", 6, "US"],
      ]),
    ).toEqual([
      ["Individual ...123", "taxable", ["A"]],
      ["Roth IRA ...456", "Roth", ["B"]],
    ]);
  });

  it("go on behind a blank row and an owner's note, and end at prose", () => {
    const header = ["Fund", "Class", "Value", "Notes"];
    const text = ["", "", "", "Sold half of it in May"];
    expect(held([header, ["A", "US", 5, ""], text, ["B", "US", 6, ""]])).toHaveLength(2);
    expect(held([header, ["A", "US", 5, ""], ["", "", "", ""], ["B", "US", 6, ""]])).toHaveLength(2);
    const ended = [header, ["A", "US", 5, ""], ["", "", "", ""], text, ["", "", "", ""], ["B", "US", 6, ""]];
    expect(held(ended)).toEqual([["A", 500]]);
    expect(asked(ended)).toEqual([
      "Holdings, row 6: B stands below the text in row 4, which ends the table. Move it up to the other holdings, or leave it out of the range.",
    ]);
    expect(held(ended, { counted: new Set([5]) })).toHaveLength(2);
  });

  it("of another table are left out, and can be chosen", () => {
    const cells = [
      ["Symbol", "Value", ""],
      ["VTI", 5, ""],
      ["", "", ""],
      ["Fund", "Balance", "Note"],
      ["B", 7, ""],
    ];
    expect(held(cells)).toEqual([["VTI", 500]]);
    expect(leftOut(cells)).toEqual(["Holdings, row 4: another table begins here and was left out (2 rows)."]);
    expect(held(cells, { headerRow: table(cells).otherTables[0]?.row ?? 0 })).toEqual([["B", 700]]);
  });

  it("without a figure are 0, and are said where a text stands for it", () => {
    const cells = [
      ["Symbol", "Shares", "Price", "Value", "Cost basis"],
      ["VTI", "--", "n/a", "…", "--"],
      ["BND", 0, 0, 0, 0],
      ["", 0, 0, 0, 0],
      ["X", 10, "--", "--", 5],
    ];
    expect(held(cells)).toEqual([
      ["VTI", 0],
      ["BND", 0],
    ]);
    expect(noted(cells)[0]).toBe("Holdings, row 2: VTI has no figure and counts 0.");
    expect(asked(cells)).toEqual([
      "Holdings, row 5, Price: X has 10 shares but no price. Type the price of one share.",
    ]);
    expect(table(cells).positions[0]?.costBasis).toBeUndefined();
  });

  it("of bonds count by their value, or are asked for it", () => {
    const bond = "US TREASURY NOTE 4.125 11/15/27";
    const header = ["Description", "Quantity", "Price", "Value"];
    expect(table([header, [bond, 5000, 100.33, 5016.5]]).positions[0]).toMatchObject({ value: 501_650, price: 1.0033 });
    expect(held([header, [bond, 5000, 1.0033, ""]])).toEqual([[bond, 501_650]]);
    expect(asked([header, [bond, 5000, 100.33, ""]])).toEqual([
      `Holdings, row 2, Value: ${bond} is a bond, whose price is per 100 of its face value. Type its value in dollars.`,
    ]);
  });

  it("are known by their description where Excel made a number of the symbol", () => {
    const cells = [
      ["Symbol", "Description", "Value"],
      [912_828_120, "TREASURY NOTE", 5],
      ["null", "CD", 6],
      [45_352, "", 7],
    ];
    expect(held(cells)).toEqual([
      ["TREASURY NOTE", 500],
      ["CD", 600],
    ]);
    expect(asked(cells)[0]).toContain("Excel turned it into a date");
  });

  it("have one price an account, where their value is worked out from it", () => {
    const header = ["Account", "Symbol", "Shares", "Price"];
    expect(held([header, ["A IRA", "VTI", 1, 5], ["B IRA", "VTI", 1, 6]])).toHaveLength(2);
    expect(asked([header, ["A IRA", "VTI", 1, 5], ["A IRA", "VTI", 1, 6]])).toHaveLength(1);
    expect(
      held([
        [...header, "Value"],
        ["A IRA", "VTI", 1, 5, 5],
        ["A IRA", "VTI", 1, 6, 6],
      ]),
    ).toHaveLength(2);
  });

  it("of short positions are asked to be left out", () => {
    expect(
      asked([
        ["Symbol", "Quantity", "Value"],
        ["VTI", 10, 50],
        ["VTI 300 Call", -1, -300],
      ]),
    ).toEqual([
      "Holdings, row 3, Value: VTI 300 Call, -300, is below 0. Keel doesn't plan short positions; only cash may be below 0. Leave the row out of the range.",
    ]);
  });

  it("of a brokerage window stay alone, and are left out beside an account that lists it", () => {
    const header = ["Account", "Fund", "Value"];
    expect(held([header, ["401k", "A", 5], ["401k", "BrokerageLink", 6]])).toHaveLength(2);
    expect(held([header, ["401k", "Self-directed brokerage", 6], ["Other", "B", 6]])).toEqual([["B", 600]]);
    for (const [said, rows] of [
      [5.98, 2],
      [5.99, 1],
      [6.01, 1],
      [6.02, 2],
    ] as const) {
      expect(held([header, ["401k", "Self-directed brokerage", said], ["Other", "B", 6]])).toHaveLength(rows);
    }
    const named = [header, ["401k", "BROKERAGELINK", 100], ["BrokerageLink", "VTI", 60], ["BrokerageLink", "Cash", 39]];
    expect(leftOut(named)).toEqual([
      "Holdings, row 2: BROKERAGELINK, $100, was left out, because the account BrokerageLink lists what is in it; there it adds up to $99.",
    ]);
  });

  it("of an account's total agree with a loan and a window in it, with either and with neither", () => {
    const rows = [
      ["Account", "Fund", "Value"],
      ["401k", "A", 50],
      ["401k", "BrokerageLink", 100],
      ["401k", "Plan loan", 7],
    ];
    const listed = ["BrokerageLink", "VTI", 60];
    for (const total of [50, 57, 150, 157]) {
      expect(held([...rows, ["401k", "Total", total], listed])).toEqual([
        ["A", 5000],
        ["VTI", 6000],
      ]);
    }
    expect(asked([...rows, ["401k", "Total", 107], listed])[0]).toContain("says that it is a total, $107, but");
  });
});

describe("numbers", () => {
  const header = ["Symbol", "Shares", "Price", "Value"];

  it("take the decimal mark from their column, else from the table, else from the file, and are asked about without", () => {
    expect(held([header.slice(0, 3), ["A", "23,000", "41,249"]], { mark: "," })).toEqual([["A", 94_873]]);
    expect(asked([header.slice(0, 3), ["A", "23,000", "41,249"]])[0]).toContain("can mean two numbers");
    const table = [
      [...header.slice(0, 3), "Gain"],
      ["A", "23,000", "41,249", "1,5"],
    ];
    expect(held(table)).toEqual([["A", 94_873]]);
    expect(held([header, ["A", "", "", "+$7,122.01"], ["B", "", "", "(0.00)"]])[0]).toEqual(["A", 712_201]);
  });

  it("of shares that can't be read beside a value are worth a note", () => {
    const cells = [header, ["A", "about 10", "", 50]];
    expect(held(cells)).toEqual([["A", 5000]]);
    expect(noted(cells)[0]).toBe(
      'Holdings, row 2, Shares: "about 10" could not be read as shares; the row\'s value counts.',
    );
  });
});

describe("accounts", () => {
  it("are told apart by number and shown by name, or masked", () => {
    const cells = [
      ["Account Number", "Account Name", "Fund", "Value"],
      ["X10000001", "IRA", "A", 5],
      ["X10000002", "IRA", "B", 6],
      [40_000_004, "", "C", 7],
    ];
    expect(table(cells).accounts).toMatchObject([
      { name: "IRA", number: "X10000001" },
      { name: "IRA", number: "X10000002" },
      { name: "…0004", number: "40000004" },
    ]);
  });

  it("say their type in a column, in their name, or are one 401(k) where nothing names any", () => {
    const header = ["Account", "Account type", "Fund", "Value"];
    expect(
      accounts([header, ["Mine", "", "A", 5], ["Mine", "HSA", "B", 6], ["Fidelity Roth IRA", "", "C", 7]]),
    ).toEqual([
      ["Mine", "HSA", ["A", "B"]],
      ["Fidelity Roth IRA", "Roth", ["C"]],
    ]);
    expect(accounts([header.slice(2), ["A", 5]])).toEqual([["401(k)", "deferred", ["A"]]]);
    expect(noted([header.slice(2), ["A", 5]])).toEqual([
      "Holdings: nothing says which account this is; it was taken for one 401(k).",
    ]);
    expect(asked([header, ["X", "Roth IRA", "A", 5], ["X", "401k", "B", 5]])[0]).toContain(
      '"401k" here but "Roth IRA"',
    );
    expect(asked([header, ["X", "401k", "A", 5], ["X", "IRA", "B", 5]])).toEqual([]);
    expect(asked([header, ["X", "Foo", "A", 5]])[0]).toContain('"Foo" says no type of account');
  });

  it("with pre-tax and Roth money are asked about", () => {
    const cells = [
      ["Fund", "Pre-tax", "Roth", "Employer match", "Total"],
      ["A", 5, 3, 2, 10],
      ["Total", 5, 3, 2, 10],
    ];
    expect(held(cells)).toEqual([["A", 1000]]);
    expect(table(cells).sources.map(({ source }) => source)).toEqual(["pre-tax", "Roth", "other"]);
    expect(asked(cells)).toEqual([
      "Holdings: 401(k) has Pre-tax and Roth money, which are taxed apart. List them as two accounts.",
    ]);
  });

  it("have one cash flow, less what is taken out, and one share that counts", () => {
    const header = ["Account", "Fund", "Value", "Cash flow", "Withdrawal", "Counts as"];
    expect(table([header, ["IRA", "A", 5, 100, 30, "80%"], ["IRA", "B", 5, "", "", 0.8]]).accounts[0]).toMatchObject({
      cashFlow: { amount: 7000, row: 1 },
      countsAs: { share: 0.8, row: 1 },
    });
    expect(asked([header, ["IRA", "A", 5, 100, "", 80], ["IRA", "B", 5, 100, "", 70]])).toEqual([
      "Holdings, row 3, Counts as: IRA has another Counts as in row 2 already. Keep one of the two.",
      "Holdings, row 3, Cash flow: IRA has a cash flow in row 2 already. Keep one of the two.",
    ]);
  });
});

it("reads lots: basis of the whole row or by the share, day, lock, what is identical", () => {
  const cells = [
    ["Account", "Fund", "Shares", "Value", "Avg cost/share", "Acquired", "Lock", "Same as", "Net expense ratio"],
    ["Joint", "A", 10, 50, 4.5, "2024-03-01", "no buy", "S&P 500", 0.04],
  ];
  expect(table(cells).positions[0]).toMatchObject({
    ...{ costBasis: 4500, acquired: 45_352, lock: "no buy", expenseRatio: 0.04 },
    sameAs: { text: "S&P 500" },
  });
  expect(noted(cells)[0]).toBe("Holdings: Avg cost/share is per share, and was multiplied by the shares.");
});

it("takes an owner's word for columns, and for rows to count or to leave out", () => {
  const cells = [
    ["Fund", "Value", "Amount"],
    ["A", 5, 7],
    ["401(k) loan", 2, 2],
  ];
  expect(held(cells, { columns: new Map([["value", 2]]) })).toEqual([["A", 700]]);
  expect(held(cells, { counted: new Set([2]) })).toHaveLength(2);
  expect(held(cells, { leftOut: new Set([1]) })).toEqual([]);
});
