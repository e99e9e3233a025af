import { describe, expect, it } from "@jest/globals";
import { cellError, exchanges, roundtrips, sentence, type Answer } from "../../src/operations";

function cellsOf(answer: Answer): readonly (readonly unknown[])[] {
  if (!answer.ok) throw new Error(sentence(answer.problem));
  return answer.cells;
}

function wordsOf(answer: Answer): string {
  if (answer.ok) throw new Error("It answered where it should have failed.");
  return `${cellError(answer.problem)} ${sentence(answer.problem)}`;
}

function notesOf(answer: Answer): string[] {
  return answer.ok ? answer.notes.map(({ code }) => code) : [];
}

function down(...cells: readonly unknown[]): unknown[][] {
  return cells.map((cell) => [cell]);
}

const HEADER = ["From", "To", "Amount", "Percent of From"];

describe("EXCHANGES", () => {
  const FUNDS = down("A", "B", "C", "D", "E");
  const VALUES = down(1000, 1000, 0, 0, 0);
  const TRADES = down(-700, -300, 600, 300, 100);

  it("answers the worked number (line 15)", () => {
    expect(cellsOf(exchanges.answer(FUNDS, VALUES, TRADES))).toEqual([
      HEADER,
      ["A", "C", 600, 0.6],
      ["A", "E", 100, 0.1],
      ["B", "D", 300, 0.3],
    ]);
  });

  it("reads ranges with headers, blank rows, and across", () => {
    const withHeader = exchanges.answer(
      [["Fund"], ...FUNDS, [0]],
      [["Value"], ...VALUES, [0]],
      [["Trade"], ...TRADES, [null]],
    );
    expect(cellsOf(withHeader)).toEqual(cellsOf(exchanges.answer(FUNDS, VALUES, TRADES)));
    const flat = (rows: unknown[][]): unknown[][] => [rows.map(([cell]) => cell)];
    expect(cellsOf(exchanges.answer(flat(FUNDS), flat(VALUES), flat(TRADES)))).toEqual(
      cellsOf(exchanges.answer(FUNDS, VALUES, TRADES)),
    );
  });

  it("shows net cash together with the fund called Cash", () => {
    expect(cellsOf(exchanges.answer(down("A", "B"), down(10, 10), down(300, 100)))).toEqual([
      HEADER,
      ["Cash", "A", 300, 0.75],
      ["Cash", "B", 100, 0.25],
    ]);
    expect(cellsOf(exchanges.answer(down("A", "CASH"), down(400, 100), down(-300, -100)))).toEqual([
      HEADER,
      ["A", "CASH", 300, 0.75],
    ]);
    expect(cellsOf(exchanges.answer(down("A", "Cash"), down(0, -50), down(100, 0)))).toEqual([
      HEADER,
      ["Cash", "A", 100, 1],
    ]);
  });

  it("adds the rows of one fund up, and leaves out a total row that agrees", () => {
    const lots = exchanges.answer(down("A", "B", "a ", "Total"), down(500, 0, 500, 1000), down(-100, 300, -200, 0));
    expect(cellsOf(lots)).toEqual([HEADER, ["A", "B", 300, 0.3]]);
    expect(notesOf(lots)).toEqual(["rows of one fund added", "total row skipped"]);
    expect(wordsOf(exchanges.answer(down("A", "B", "Total"), down(500, 0, 400), down(-1, 1, 0)))).toBe(
      "#VALUE! Funds, row 3 says that it is a total, but its amount is not what the rows above add up to. Correct it, or leave the row out of the range.",
    );
  });

  it("says that nothing is needed", () => {
    expect(cellsOf(exchanges.answer(FUNDS, VALUES, down(0, 0, 0, 0, null)))).toEqual([
      HEADER,
      ["No exchanges needed", "", "", ""],
    ]);
  });

  it("says in the header that more than 16 trades are not proved", () => {
    const rows = Array.from({ length: 17 }, (_, row) => row);
    const trades = rows.map((row) => [row === 16 ? 136 : -(row + 1)]);
    const cells = cellsOf(
      exchanges.answer(
        rows.map((row) => [`Fund ${row}`]),
        rows.map(() => [1000]),
        trades,
      ),
    );
    expect(cells[0]).toEqual([
      ...HEADER.slice(0, 3),
      "Percent of From (more than 16 trades: perhaps not the fewest exchanges)",
    ]);
    expect(cells).toHaveLength(17);
  });

  it("keeps off barred exchanges, whatever the spelling", () => {
    const barred = [
      ["From", "To"],
      ["a", " C"],
      ["", null],
      ["A", "Gold"],
    ];
    const answer = exchanges.answer(down("A", "B", "C", "D"), down(9, 9, 9, 9), down(-1, -1, 1, 1), barred);
    expect(cellsOf(answer).slice(1)).toEqual([
      ["A", "D", 1, 1 / 9],
      ["B", "C", 1, 1 / 9],
    ]);
    expect(notesOf(answer)).toEqual(["barred fund not listed"]);
    expect(cellsOf(exchanges.answer(FUNDS, VALUES, TRADES, [[""]]))).toEqual(
      cellsOf(exchanges.answer(FUNDS, VALUES, TRADES)),
    );
  });

  it("reads trades as text, with a note", () => {
    const answer = exchanges.answer(down("A", "B"), down("$1,000.00", 0), down("(250.00)", "250"));
    expect(cellsOf(answer)[1]).toEqual(["A", "B", 250, 0.25]);
    expect(notesOf(answer)).toContain("read as number");
  });

  it.each([
    [
      "a sale above the holding",
      [FUNDS, down(600, 1000, 0, 0, 0), TRADES],
      "#VALUE! Trades: $700 of A is to be sold, but it holds only $600. Sell that much or less.",
    ],
    [
      "no way round the bars",
      [down("Stable value", "Money market"), down(500, 0), down(-500, 500), [["Stable value", "Money market"]]],
      "#N/A The trades can't be carried out without an exchange that is barred: Stable value to Money market. Change the trades, or take the pair out of the barred ones.",
    ],
    [
      "half a pair",
      [FUNDS, VALUES, TRADES, [["A", ""]]],
      "#VALUE! Barred, row 1: only one fund is named. Type the fund that money leaves in the first column and the one it goes to in the second.",
    ],
    [
      "bars in three columns",
      [FUNDS, VALUES, TRADES, [["A", "B", "C"]]],
      "#VALUE! Barred is 1 row by 3 columns. Give two columns, From and To.",
    ],
    [
      "a trade without a fund",
      [down("A", ""), down(5, 5), down(-1, 1)],
      "#VALUE! Funds, row 2: the name is missing, but the row has an amount. Type the fund's name.",
    ],
    [
      "a fund that Excel turned into a date",
      [down("A", 45352), down(5, 5), down(-1, 1)],
      "#VALUE! Funds, row 2: a name belongs here, but Excel turned it into a date (2024-03-01). Format the cell as Text and type the name again.",
    ],
    [
      "a fund that is a number",
      [down("A", 968123), down(5, 5), down(-1, 1)],
      "#VALUE! Funds, row 2: a number, 968123, stands where a name belongs. Check the columns; if it is the fund's name, format the cell as Text and type it again.",
    ],
    [
      "look-alike letters",
      [down("AAPL", "\u0410APL"), down(5, 5), down(-1, 1)],
      '#VALUE! Funds, row 2: "\u0410APL" looks like "AAPL" but has another letter, \u0410 (U+0410), in it. Type one of the names again by hand.',
    ],
    [
      "a value below 0",
      [down("A", "B"), down(5, -5), down(-1, 1)],
      "#VALUE! Values, row 2: -5 is below 0. Type what you hold as a positive amount, or 0.",
    ],
    [
      "text for a trade",
      [down("A", "B"), down(5, 5), down(-1, "n/a")],
      '#VALUE! Trades, row 2: "n/a" is not a number. Type an amount such as 12500, or leave the cell empty.',
    ],
    [
      "unequal heights",
      [down("A", "B", "C"), down(5, 5), down(-1, 1)],
      "#VALUE! Funds has 3 rows, Trades has 2. Select the same rows for both.",
    ],
    ["no funds", [null, VALUES, TRADES], "#VALUE! Funds is missing. Give a column of fund names."],
    [
      "too much money",
      [down("A", "B"), down(1e308, 5), down(-1, 1)],
      "#VALUE! Values: the amounts go beyond $90 trillion in all, more than Keel can count to the cent. Look for a number typed too large.",
    ],
  ] as const)("says what to do about %s", (_, [funds, values, trades, barred], words) => {
    expect(wordsOf(exchanges.answer(funds, values, trades, barred))).toBe(words);
  });
});

describe("ROUNDTRIPS", () => {
  const TITLES = ["Date", "Fund", "Amount"];
  const MAY_1 = 46143;

  it("takes columns by name, in any order, or in the usual order without a header", () => {
    const expected = [
      ["Fund", "Last trade", "Next allowed date", "Status"],
      [
        "VTI",
        MAY_1,
        MAY_1 + 30,
        "Don't sell before 2026-05-31: bought on 2026-05-01, and a sale within 30 days makes a roundtrip.",
      ],
    ];
    expect(cellsOf(roundtrips.answer([TITLES, [MAY_1, "VTI", 5000]]))).toEqual(expected);
    expect(
      cellsOf(
        roundtrips.answer([
          ["Net Amount", "Symbol", "Trade Date"],
          [5000, "vti", "2026-05-01"],
        ]),
      )[1]?.slice(1),
    ).toEqual(expected[1]?.slice(1));
    expect(cellsOf(roundtrips.answer([["May 1, 2026", "VTI", "$5,000"]]))).toEqual(expected);
  });

  it.each([
    ["fidelity", MAY_1, "Free to trade"],
    ["Vanguard", MAY_1 + 30, "Don't buy before 2026-05-31: sold on 2026-05-01."],
    [45, MAY_1 + 45, "Don't buy before 2026-06-15: sold on 2026-05-01."],
    ["45", MAY_1 + 45, "Don't buy before 2026-06-15: sold on 2026-05-01."],
    ["45 days", MAY_1 + 45, "Don't buy before 2026-06-15: sold on 2026-05-01."],
    [null, MAY_1, "Free to trade"],
    [[["vanguard"]], MAY_1 + 30, "Don't buy before 2026-05-31: sold on 2026-05-01."],
  ])("carries out the rule %p", (rule, next, status) => {
    const cells = cellsOf(roundtrips.answer([TITLES, [MAY_1, "VTI", -5000]], null, rule));
    expect(cells[1]).toEqual(["VTI", MAY_1, next, status]);
  });

  it("names accounts in a last column, and the account of a block", () => {
    const rows = [
      ["Date", "Account", "Fund", "Amount", "Automatic"],
      ["2026-05-01", "IRA", "VTI", 5000, ""],
      ["2026-05-05", "IRA", "VTI", -5000, false],
      ["2026-06-01", "IRA", "VTI", 5000, "no"],
      ["2026-06-05", "IRA", "VTI", -5000, 0],
      ["2026-04-01", 12345, "VTI", 9000, "yes"],
    ];
    expect(cellsOf(roundtrips.answer(rows, [["2026-07-10"]]))).toEqual([
      ["Fund", "Last trade", "Next allowed date", "Status", "Account"],
      [
        "VTI",
        46178,
        46178 + 85,
        "Don't buy before 2026-08-29: a second roundtrip on 2026-06-05 blocks purchases for 85 days.",
        "IRA",
      ],
      [
        "VTI",
        46113,
        46178 + 85,
        "Don't buy before 2026-08-29: a second roundtrip in IRA on 2026-06-05 blocks purchases for 85 days.",
        "12345",
      ],
    ]);
  });

  it("leaves out trades after the day asked about, rows without an amount, and a total row", () => {
    const rows = [TITLES, [MAY_1, "VTI", 5000], ["", "BND", 0], [MAY_1 + 9, "BND", 2000], ["Total", "", 7000]];
    const answer = roundtrips.answer(rows, [[MAY_1 + 5]]);
    expect(cellsOf(answer).map(([fund]) => fund)).toEqual(["Fund", "VTI"]);
    expect(notesOf(answer)).toEqual(["total row skipped", "later trades left out"]);
    expect(cellsOf(roundtrips.answer([TITLES]))).toEqual([
      ["Fund", "Last trade", "Next allowed date", "Status"],
      ["No trades", "", "", ""],
    ]);
  });

  it.each([
    [
      "an ambiguous date",
      [[TITLES, ["03/04/2024", "VTI", 1]]],
      '#VALUE! Trades, row 2, Date: "03/04/2024" is text that can mean more than one day. Type a real date, or year first: 2026-01-05.',
    ],
    ["no date", [[TITLES, ["", "VTI", 1]]], "#VALUE! Trades, row 2, Date: the date is missing. Type it as 2026-01-05."],
    [
      "a bad date",
      [[TITLES, ["soon", "VTI", 1]]],
      '#VALUE! Trades, row 2, Date: "soon" is not a date. Type it as 2026-01-05.',
    ],
    [
      "no fund",
      [[TITLES, [MAY_1, "", 1]]],
      "#VALUE! Trades, row 2, Fund: the name is missing, but the row has an amount. Type the fund's name.",
    ],
    [
      "text for an amount",
      [[TITLES, [MAY_1, "VTI", "much"]]],
      '#VALUE! Trades, row 2, Amount: "much" is not a number. Type an amount such as 12500, or leave the cell empty.',
    ],
    [
      "a column that is missing",
      [
        [
          ["Date", "Fund", "Units"],
          [MAY_1, "VTI", 1],
        ],
      ],
      "#VALUE! Trades: no column is named Amount. Give the range with its header row; it needs the columns Date, Fund and Amount (or Shares and Price).",
    ],
    [
      "an answer other than yes or no",
      [
        [
          [...TITLES, "Automatic"],
          [MAY_1, "VTI", 1, "maybe"],
        ],
      ],
      '#VALUE! Trades, row 2, Automatic: "maybe" is neither yes nor no. Type yes or no.',
    ],
    [
      "an unknown rule",
      [[TITLES, [MAY_1, "VTI", 1]], null, "schwab"],
      '#VALUE! Rule: "schwab" is not known. Type fidelity, vanguard or a number of days.',
    ],
    [
      "too many days",
      [[TITLES, [MAY_1, "VTI", 1]], null, 1000],
      "#VALUE! Rule: 1000 is not between 1 and 366. Type a number in that range.",
    ],
    [
      "half a day",
      [[TITLES, [MAY_1, "VTI", 1]], null, 30.5],
      "#VALUE! Rule: 30.5 is not a whole number. Type a whole number such as 5.",
    ],
    ["no table", [null], "#VALUE! Trades is missing. Give the range of a table, its header row included."],
    [
      "a bad day to judge from",
      [[TITLES, [MAY_1, "VTI", 1]], [["Dec-24"]]],
      '#VALUE! As of: "Dec-24" is text that can mean more than one day. Type a real date, or year first: 2026-01-05.',
    ],
  ] as const)("says what to do about %s", (_, [trades, asOf, rule], words) => {
    expect(wordsOf(roundtrips.answer(trades, asOf, rule))).toBe(words);
  });
});
