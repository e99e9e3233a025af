import { describe, expect, it } from "@jest/globals";
import {
  cents,
  Decimal,
  exactly,
  type HouseholdPlan,
  type HouseholdTrade,
  type OffGoalReason,
  type Policy,
  type Usd,
  type Why,
} from "../../../src/engine";
import {
  checkCells,
  checkKinds,
  explanationSentences,
  locationCells,
  noteSentence,
  planCells,
  planFacts,
  planNotes,
  readHousehold,
  readPlaces,
  sentence,
  tradeColumn,
  withNames,
  type Cells,
  type HouseholdRange,
  type Note,
  type PlacesRange,
} from "../../../src/ranges";

const TARGETS: Cells = [
  ["Class", "Weight"],
  ["Stocks", 60],
  ["Bonds", 40],
];

const HOLDINGS: Cells = [
  ["Account", "Fund", "Asset class", "Shares", "Price", "Value", "Cost basis", "Cash flow"],
  ["401(k)", "Bond index", "Bonds", "", "", 40_000, "", 1000],
  ["401(k)", "Stock index", "Stocks", "", "", 0, "", ""],
  ["401(k)", "Cash", "", "", "", 1000, "", ""],
  ["Taxable", "VTI", "Stocks", 160, 250, 40_000, 28_000, ""],
  ["Taxable", "VTI", "Stocks", 40, 250, 10_000, 14_000, ""],
  ["Taxable", "BND", "Bonds", "", "", 10_000, 10_000, ""],
  ["Total", "", "", "", "", 101_000, "", ""],
];

function household(holdings: Cells = HOLDINGS, policy: Policy = {}, today?: number): HouseholdRange {
  const read = readHousehold(holdings, TARGETS, policy, today);
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value;
}

const usd = (dollars: number): Usd => cents(Math.round(dollars * 100));

/** A trade of one row, in dollars. */
function trade(position: number, row: number, dollars: number, more: Partial<HouseholdTrade> = {}): HouseholdTrade {
  const amount = usd(dollars);
  const why: Why = { code: "under", classIndex: 0 };
  return { position, row, amount, rows: [{ row, amount }], gain: cents(0), tax: cents(0), why, ...more };
}

const money = (dollars: number): Decimal => new Decimal(dollars).times(100);

/** A plan in which nothing is to be done, but for what a case says. */
function planOf(said: Partial<HouseholdPlan> = {}): HouseholdPlan {
  return {
    status: "optimal",
    reason: "no rule",
    trades: [],
    classes: [
      { before: money(50_000), goal: money(61_200), after: money(61_200) },
      { before: money(50_000), goal: money(40_800), after: money(40_800) },
    ],
    unlisted: { before: money(1000), after: money(0) },
    offGoal: [],
    dropped: [],
    leftInCash: [],
    moneyTraded: cents(0),
    tradeCount: 0,
    gain: { short: cents(0), long: cents(0) },
    tax: cents(0),
    cost: cents(0),
    ...said,
  };
}

describe("PLAN", () => {
  const header = ["Account", "Fund", "Action", "Amount", "Shares", "From %", "To %", "Gain", "Tax", "Why"];

  it("has a row a trade, with its action, signed money, shares of the account, gain, tax and reason", () => {
    const plan = planOf({
      trades: [
        trade(0, 1, -10_000, { why: { code: "over", classIndex: 1 } }),
        trade(2, 3, -1000, { why: { code: "cash to invest" } }),
        trade(1, 2, 12_000.5),
        trade(3, 5, -2500, {
          shares: exactly(-10.00009),
          gain: usd(-1000),
          tax: usd(-150),
          isLongTerm: true,
          why: { code: "makes room", classIndex: 0 },
        }),
        trade(4, 6, 2500, { why: { code: "takes room", classIndex: 1 } }),
      ],
    });
    expect(planCells(household(), plan, {})).toEqual([
      header,
      [
        "401(k)",
        "Bond index",
        "Sell",
        -10_000,
        "",
        40_000 / 41_000,
        30_000 / 42_000,
        0,
        0,
        "Bonds: $9,200 over its goal.",
      ],
      [
        "401(k)",
        "Cash",
        "From cash",
        -1000,
        "",
        1000 / 41_000,
        0,
        0,
        0,
        "Invests cash, which is none of your classes.",
      ],
      ["401(k)", "Stock index", "Buy", 12_000.5, "", 0, 12_000.5 / 42_000, 0, 0, "Stocks: $11,200 under its goal."],
      // The lot's own share, and shares cut toward 0.
      ["Taxable", "VTI", "Sell", -2500, -10, 1 / 6, 0.125, -1000, -150, "Frees money for what its account buys."],
      [
        "Taxable",
        "BND",
        "Buy",
        2500,
        "",
        1 / 6,
        12_500 / 60_000,
        0,
        0,
        "Takes the money that its account's sales free.",
      ],
    ]);
  });

  it("says what no trades mean, and each class that stays off its goal", () => {
    const blank = (...cells: readonly unknown[]): unknown[] => header.map((_, column) => cells[column] ?? "");
    expect(planCells(household(), planOf(), {})).toEqual([header, blank("No trades needed")]);
    const off = planOf({ offGoal: [{ classIndex: 0, gap: new Decimal("-123456.4"), because: "locks" }] });
    const row = ["", "Stocks", "Short", 1234.56, "", "", "", "", "", "Locks hold back the rest."];
    expect(planCells(household(), off, {})).toEqual([header, blank("No trades possible"), row]);
    const traded = { ...off, trades: [trade(1, 2, 1)] };
    expect(planCells(household(), traded, {}).map((cells) => cells[0])).toEqual(["Account", "401(k)", ""]);
  });

  it.each<[OffGoalReason, Policy, string]>([
    ["no menu", {}, "No account offers a fund for Stocks."],
    ["gains rule", {}, "The gains rule holds back the rest: gains none."],
    ["gains rule", { gains: { upTo: usd(2000) } }, "The gains rule holds back the rest: gains up to $2,000."],
    ["wash sale", {}, "The wash-sale rule holds back the rest."],
    ["minimum trade", {}, "What is left is below the minimum trade."],
    ["trade unit", { tradeUnit: "whole shares" }, "Trades in whole shares come no nearer."],
    ["trade unit", { tradeUnit: { multiplesOf: usd(10) } }, "Trades in multiples of $10 come no nearer."],
    ["own money and menus", {}, "The accounts' own money and menus allow no more."],
  ])("says why a class is off its goal: %s", (because, policy, said) => {
    const rows = planCells(household(), planOf({ offGoal: [{ classIndex: 0, gap: money(5), because }] }), policy);
    expect(rows.at(-1)).toEqual(["", "Stocks", "Over", 5, "", "", "", "", "", said]);
  });

  it.each<[Why, number, string]>([
    [{ code: "cash flow" }, 1, "Places the money that goes into the account."],
    [{ code: "owed cash" }, 1, "Pays the cash that the account owes."],
    [{ code: "no class" }, -1, "Sells what is in none of your classes."],
    [{ code: "location", classIndex: 1 }, 1, "Holds Bonds in a better account; the household's mix stays."],
    [{ code: "expense", classIndex: 1 }, 1, "Holds Bonds in a cheaper fund; the household's mix stays."],
  ])("says why a row trades: %j", (why, dollars, said) => {
    expect(planCells(household(), planOf({ trades: [trade(1, 2, dollars, { why })] }), {})[1]?.[9]).toBe(said);
  });

  it("says that money leaves an account where it does", () => {
    const out = HOLDINGS.map((row, at) => (at === 1 ? [...row.slice(0, 7), -500] : row));
    const plan = planOf({ trades: [trade(0, 1, -500, { why: { code: "cash flow" } })] });
    const [, row] = planCells(household(out), plan, {});
    expect(row?.slice(5, 7)).toEqual([40_000 / 41_000, 39_500 / 40_500]);
    expect(row?.[9]).toBe("Raises the money that leaves the account.");
  });

  it("says 0 of an account that is, or becomes, empty", () => {
    const empty: Cells = [
      ["Account", "Fund", "Asset class", "Value", "Cash flow"],
      ["HSA", "A", "Stocks", 0, 500],
      ["Roth IRA", "A", "Stocks", 500, -500],
    ];
    const plan = planOf({ trades: [trade(0, 1, 500), trade(1, 2, -500)] });
    expect(
      planCells(household(empty), plan, {})
        .slice(1)
        .map((row) => row.slice(5, 7)),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe("PLANCHECK", () => {
  it("has the classes in fractions, then what the plan comes to", () => {
    const plan = planOf({
      moneyTraded: usd(25_000.5),
      tradeCount: 4,
      gain: { short: usd(-20), long: usd(3000) },
      tax: usd(450),
      cost: usd(25),
      location: { before: new Decimal(20), after: new Decimal(75.5) },
      expense: { before: new Decimal(0.04), after: new Decimal(0.03) },
      leftInCash: [{ account: 0, amount: usd(3.5) }],
      dropped: [6],
      status: "best found",
    });
    expect(checkCells(household(), plan, [{ code: "no day given" }])).toEqual([
      ["Class", "Before", "After", "Target", "Gap"],
      ["Stocks", 50 / 101, 0.6, 0.6, 0],
      ["Bonds", 50 / 101, 0.4, 0.4, 0],
      ["In none of the classes", 1 / 101, 0, 0, 0],
      ["Money traded", 25_000.5, "", "", ""],
      ["Trades", 4, "", "", ""],
      ["Gain", -20, 3000, "", ""],
      ["Tax", 450, "", "", ""],
      ["Cost", 25, "", "", ""],
      ["Location score", 20, 75.5, "", ""],
      ["Expense ratio", 0.04, 0.03, "", ""],
      ["Left in cash", 3.5, "401(k)", "", ""],
      ["Dropped", 1, "row 7 (BND in Taxable)", "", ""],
      ["Status", "best found", "", "", ""],
      ["Note", noteSentence({ code: "no day given" }), "", "", ""],
    ]);
  });

  it("leaves blank what there is not, and names several accounts with their amounts", () => {
    const plan = planOf({
      unlisted: { before: money(0), after: money(0) },
      leftInCash: [
        { account: 0, amount: usd(3.5) },
        { account: 1, amount: usd(1) },
      ],
    });
    const rows = new Map(checkCells(household(), plan, []).map(([label, ...cells]) => [label, cells]));
    expect(rows.has("In none of the classes")).toBe(false);
    expect(rows.get("Location score")).toEqual(["", "", "", ""]);
    expect(rows.get("Expense ratio")).toEqual(["", "", "", ""]);
    expect(rows.get("Left in cash")).toEqual([4.5, "401(k) $3.50 and Taxable $1", "", ""]);
    expect(rows.get("Dropped")).toEqual([0, "", "", ""]);
  });

  it("counts notes of a kind where there are many", () => {
    const texts = [1, 2, 3, 4, 5].map((row): Note => ({
      code: "dash read as zero",
      at: { argument: "Holdings", row },
    }));
    const rows = checkCells(household(), planOf(), [...texts.slice(0, 4), { code: "no day given" }, ...texts.slice(4)]);
    expect(rows.slice(-5).map(([label, words]) => [label, words])).toEqual([
      ...[2, 3, 4].map((row) => ["Note", `Holdings, row ${row}: a dash was read as 0.`]),
      ["Note", "2 more notes are like the last."],
      ["Note", noteSentence({ code: "no day given" })],
    ]);
  });

  it("says what the numbers of each row stand for", () => {
    const kinds = checkKinds(household(), planOf(), [{ code: "no day given" }]);
    const cells = checkCells(household(), planOf(), [{ code: "no day given" }]);
    expect(kinds.map((row) => row.length)).toEqual(cells.map((row) => row.length));
    expect(cells.map(([label], row) => [label, kinds[row]?.[1]])).toEqual([
      ["Class", "plain"],
      ...["Stocks", "Bonds", "In none of the classes"].map((label) => [label, "percent"]),
      ["Money traded", "money"],
      ["Trades", "plain"],
      ...["Gain", "Tax", "Cost"].map((label) => [label, "money"]),
      ...["Location score", "Expense ratio"].map((label) => [label, "plain"]),
      ["Left in cash", "money"],
      ...["Dropped", "Status", "Note"].map((label) => [label, "plain"]),
    ]);
  });
});

describe("PLANTRADES", () => {
  const plan = planOf({
    trades: [
      trade(1, 2, 100.25),
      trade(3, 4, -70, {
        rows: [
          { row: 4, amount: usd(-30) },
          { row: 5, amount: usd(-40) },
        ],
      }),
    ],
  });

  it("has a number beside each row, its heading beside the headings, and blanks beside titles and totals", () => {
    expect(tradeColumn(household(), plan)).toEqual([["Trade"], [0], [100.25], [0], [-30], [-40], [0], [""]]);
    const titled: Cells = [["Mine", "", "", "", "", "", "", ""], ...HOLDINGS.slice(0, 3)];
    expect(tradeColumn(household(titled), planOf())).toEqual([[""], ["Trade"], [0], [0]]);
  });

  it("lies across beside a table on its side", () => {
    const turned = (HOLDINGS[0] ?? []).map((_, column) => HOLDINGS.slice(0, 4).map((row) => row[column]));
    expect(tradeColumn(household(turned), planOf({ trades: [trade(1, 2, 5)] }))).toEqual([["Trade", 0, 5, 0]]);
  });
});

describe("LOCATION", () => {
  it("shows the points in use and where they come from", () => {
    const read = readPlaces([
      ["Class", "Taxable"],
      ["US stocks", ""],
      ["Bonds", 1],
    ]);
    expect(locationCells((read as { value: PlacesRange }).value)).toEqual([
      ["Class", "Read as", "Deferred", "Roth", "HSA", "Taxable"],
      ["US stocks", "stocks", 1, 2, 2, 2],
      ["Bonds", "your own points", 3, 0, 0, 1],
    ]);
  });
});

describe("notes of a plan", () => {
  const said = (range: HouseholdRange, plan: HouseholdPlan, policy: Policy, today?: number): string[] =>
    planNotes(range, plan, policy, today).map((note) => noteSentence(note));
  const rates: Policy = { incomeRate: new Decimal(0.22) };

  it("say what nobody gave, and losses that are left over", () => {
    expect(said(household(), planOf(), {})).toEqual([
      "Holdings, row 8: the total row was left out.",
      "Holdings, row 4: $1,000 of cash is to be invested, because Cash is none of your classes.",
      "No date is given: every gain counts as long-term, the calendar is ignored, and purchases before this plan aren't looked at.",
      "No tax rates are given: a dollar of gain counts like any other, and Tax is 0. Add them to the policy, such as income 22%; gains rate 15%.",
    ]);
    const loss = planOf({ gain: { short: usd(-20), long: usd(-5) } });
    expect(said(household(), loss, rates, 46000).slice(2)).toEqual([
      "Losses left over: $20 short-term and $5 long-term. They aren't set against other gains here; your tax return does that.",
    ]);
    const sheltered = HOLDINGS.slice(0, 4);
    expect(said(household(sheltered), planOf(), {}, 46000)).toHaveLength(1);
  });

  it("say where purchases in a plan at work count for the wash-sale rule", () => {
    const both = (plan: string, day: unknown): Cells => [
      ["Account", "Fund", "Asset class", "Value", "Cost basis", "Acquired"],
      ["Taxable", "VTI", "Stocks", 10, 15, ""],
      [plan, "VTI", "Stocks", 10, "", day],
    ];
    const washed =
      "Purchases of VTI in 401(k) count for the wash-sale rule here, though the ruling, Rev. Rul. 2008-5, names only IRAs.";
    expect(said(household(both("401(k)", 45980), {}, 46000), planOf(), rates, 46000)).toEqual([washed]);
    expect(said(household(both("401(k)", 45960), {}, 46000), planOf(), rates, 46000)).toEqual([]);
    expect(said(household(both("Rollover IRA", 45980), {}, 46000), planOf(), rates, 46000)).toEqual([]);
    const bought = planOf({ trades: [trade(1, 2, 5)] });
    expect(said(household(both("401(k)", ""), {}, 46000), bought, rates, 46000)).toEqual([washed]);
  });
});

describe("explanation", () => {
  it("says what was read, how the plan is chosen, and what bound", () => {
    const policy: Policy = { incomeRate: new Decimal(0.2), afterTax: true };
    const plan = planOf({
      gainsBound: { policy: cents(0), used: usd(7500) },
      dropped: [6],
      leftInCash: [{ account: 0, amount: usd(3.5) }],
    });
    const { read, steps, bound, rounded } = explanationSentences(
      planFacts(household(HOLDINGS, policy), plan, policy, 46000),
    );
    expect(read).toEqual([
      "Holdings: 8 rows, header included.",
      "Targets: 3 rows, header included.",
      "Total: $101,000.",
      "Cash to invest: $1,000.",
      "401(k): 80% of the money counts, what is left of it after tax.",
      expect.stringMatching(/^Policy: /),
      "Date: 2025-12-09.",
    ]);
    expect(steps).toHaveLength(3);
    expect(bound).toEqual([
      "The net gain may be $0, and is $7,500 at most here, because the money to take out needs it.",
      "Left alone, because the trade would be below the minimum: row 7.",
      "401(k) keeps $3.50 in cash.",
    ]);
    expect(rounded).toHaveLength(1);
  });
});

describe("why there is no plan", () => {
  const named = (problem: Parameters<typeof withNames>[0]): string => sentence(withNames(problem, household()));

  it("names the account, the amounts and the rule", () => {
    expect(named({ code: "account cannot place", account: 1, amount: usd(500) })).toBe(
      "Taxable: $500 to invest, but no fund there may be bought. List one with the value 0, take its lock away, or leave the money out.",
    );
    expect(named({ code: "no sells, but account pays out", account: 0, asked: usd(500) })).toMatch(
      /^The policy says "no sells", but \$500 is to be taken out of 401\(k\)/,
    );
    const raise = { code: "account cannot raise", account: 1, asked: usd(900), most: usd(100) } as const;
    for (const [because, rule] of [
      ["locks", /only \$100 may be sold, because locks/],
      ["holdings", /which is all there is/],
      ["wash sale", /wash-sale rule/],
      ["no sells", /"no sells"/],
    ] as const) {
      expect(named({ ...raise, because })).toMatch(/^Taxable: \$900 is to be taken out, but only \$100 may be sold, /);
      expect(named({ ...raise, because })).toMatch(rule);
    }
    expect(named({ code: "no plan found" })).toMatch(/work limit/);
    expect(named({ code: "nothing to invest" })).toBe(
      "Holdings: no account holds money, and there is no cash to invest. Type what each fund is worth, or a cash flow.",
    );
    expect(named({ code: "bands of two kinds", row: 1 })).toBe(
      "Targets, row 3, Band: Bonds has a band of its own, but the policy's band looks at all classes at once. Keep one of the two.",
    );
  });
});
