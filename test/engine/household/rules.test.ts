import { describe, expect, it } from "@jest/globals";
import { cents, Decimal, serialOf, type HouseholdPlan, type OffGoalReason, type Policy } from "../../../src/engine";
import { householdOf, type AccountFacts, type Row } from "./households";
import { planning, planOf, traded } from "./planning";

// The rules of the contract (household.md, Rules), a household each, by hand.

const ask = planning();

const plan = (...given: Parameters<typeof ask>): HouseholdPlan => planOf(ask, ...given);

const day = (year: number, month: number, date: number): number => serialOf({ year, month, day: date }) as number;

const TODAY = day(2026, 11, 30);

describe("a lot is held for more than a year", () => {
  const isLong = (acquired: number, today: number): boolean | undefined => {
    const household = householdOf(
      { Joint: { kind: "taxable" } },
      [
        { account: "Joint", fund: "Stocks", value: 60, basis: 40, acquired },
        { account: "Joint", fund: "Bonds", value: 40, basis: 40 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    return plan(household, { gains: "allowed" }, { today }).trades[0]?.isLongTerm;
  };

  it.each([
    ["on the same day of the next year not yet", day(2025, 11, 30), TODAY, false],
    ["the day after", day(2025, 11, 29), TODAY, true],
    ["from 29 February on, on 28 February not yet", day(2024, 2, 29), day(2025, 2, 28), false],
    ["from 29 February on, on 1 March", day(2024, 2, 29), day(2025, 3, 1), true],
  ])("%s", (_, acquired, today, expected) => {
    expect(isLong(acquired, today)).toBe(expected);
  });
});

describe("a loss is washed by a purchase", () => {
  /** What is sold of a lot at a loss of $60, where another lot was bought on some day. */
  const sold = (other: Partial<Row>, accounts: Readonly<Record<string, AccountFacts>> = {}): number => {
    const household = householdOf(
      { Joint: { kind: "taxable" }, ...accounts },
      [
        { account: "Joint", fund: "VTI", in: "Stocks", value: 60, basis: 80 },
        { account: "Joint", fund: "BND", in: "Bonds", value: 40, basis: 40 },
        { account: "Joint", fund: "VTI", in: "Stocks", value: 0, lock: "no buy", ...other },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    const { trades } = plan(household, { gains: "allowed" }, { today: TODAY });
    return trades.reduce((sum, { row, amount }) => (row === 0 ? sum - amount : sum), 0);
  };

  it.each<[string, Partial<Row>, Readonly<Record<string, AccountFacts>>, boolean]>([
    ["on the day itself", { acquired: TODAY }, {}, true],
    ["30 days before", { acquired: TODAY - 30 }, {}, true],
    ["31 days before no more", { acquired: TODAY - 31 }, {}, false],
    ["in another account", { account: "IRA", acquired: TODAY - 30 }, { IRA: { kind: "deferred" } }, true],
    ["of what is the same", { fund: "ITOT", sameAs: "VTI", acquired: TODAY - 5 }, {}, true],
    ["of another fund not", { fund: "SCHB", acquired: TODAY - 5 }, {}, false],
    ["after the day not", { acquired: TODAY + 1 }, {}, false],
  ])("%s", (_, other, accounts, isWashed) => {
    expect(sold(other, accounts)).toBe(isWashed ? 0 : 1_000);
  });

  it("is its own and washes nothing", () => {
    const household = householdOf(
      { Joint: { kind: "taxable" } },
      [
        { account: "Joint", fund: "VTI", in: "Stocks", value: 60, basis: 80, acquired: TODAY - 5 },
        { account: "Joint", fund: "BND", in: "Bonds", value: 40, basis: 40 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    expect(traded(plan(household, {}, { today: TODAY }))).toEqual({ 0: -10, 1: 10 });
  });

  it("of more securities than are all tried leaves the best that was found", () => {
    const names = Array.from({ length: 8 }, (_, index) => `F${index}`);
    const household = householdOf(
      { Joint: { kind: "taxable" }, IRA: { kind: "deferred" } },
      [
        ...names.map((fund): Row => ({ account: "Joint", fund, value: 100, basis: 150 })),
        ...names.map((fund): Row => ({ account: "IRA", fund, value: 0 })),
        { account: "Joint", fund: "Bonds", value: 0 },
        { account: "IRA", fund: "Bonds", value: 1_600 },
      ],
      Object.fromEntries([...names.map((name) => [name, 10] as const), ["Bonds", 20]]),
      [
        ...names.map(() => ({ deferred: 3, Roth: 0, HSA: 0, taxable: 0 })),
        { deferred: 0, Roth: 0, HSA: 0, taxable: 9 },
      ],
    );
    const { status, trades } = plan(household, { relocate: true });
    expect(status).toBe("best found");
    const bought = new Set(trades.filter(({ amount }) => amount > 0).map(({ position }) => position % 8));
    const lost = trades.filter(({ amount, position }) => amount < 0 && position < 8);
    expect(lost.filter(({ position }) => bought.has(position))).toEqual([]);
  });
});

describe("a minimum trade", () => {
  const account = (kind: AccountFacts["kind"], cashFlow = 0): Readonly<Record<string, AccountFacts>> => ({
    One: { kind, cashFlow },
  });
  const rows = (...values: readonly number[]): Row[] =>
    values.map((value, index) => ({ account: "One", fund: "ABCD"[index] as string, value }));
  const thirds = { A: 1, B: 1, C: 1 };

  it("leaves out the smallest, of equal ones the later", () => {
    // A is to lose 20, B and C are to get 10 each: the later, C, is left out, and B's 10 then meet all of A's.
    const household = householdOf(account("deferred"), rows(120, 90, 90), thirds);
    const { trades, dropped, status } = plan(household, { minimumTrade: { amount: cents(1_500) } });
    expect(dropped).toEqual([2]);
    expect(status).toBe("optimal");
    expect(trades.map(({ row, amount }) => [row, amount])).toEqual([
      [0, -1_500],
      [1, 1_500],
    ]);
  });

  it("keeps a trade of the minimum itself", () => {
    const household = householdOf(account("deferred"), rows(120, 90, 90), thirds);
    expect(plan(household, { minimumTrade: { amount: cents(1_000) } }).dropped).toEqual([]);
  });

  it("as a share is one of the household's money after its cash flows", () => {
    const household = householdOf(account("deferred", 100), rows(135, 85, 80), thirds);
    const share = (part: string): Policy => ({ minimumTrade: { share: new Decimal(part) } });
    // A's 1.67 is left out; B and C get 47.50 and 52.50, of which 12 % of 400, 48, leave out one, and of 300 none.
    expect(traded(plan(household, share("0.1")))).toEqual({ 1: 47.5, 2: 52.5 });
    expect(traded(plan(household, share("0.12")))).toEqual({ 2: 100 });
  });

  it("sends a cash flow below it to one row, the largest in its sign, and leaves that", () => {
    const household = householdOf(account("Roth", 30), rows(100, 100, 110), thirds);
    expect(traded(plan(household, { minimumTrade: { amount: cents(10_000) } }))).toEqual({ 0: 30 });
  });

  it("is no matter of cash", () => {
    const household = householdOf(account("deferred"), [...rows(50), { account: "One", fund: "Cash", value: 50 }], {
      A: 52,
      Cash: 48,
    });
    // The fund's trade is too small, so that cash, which isn't, has nothing to trade with.
    expect(plan(household, { minimumTrade: { amount: cents(500) } }).dropped).toEqual([0]);
    const owing = householdOf(account("deferred"), [...rows(50), { account: "One", fund: "Cash", value: -5 }], {
      A: 1,
    });
    expect(traded(plan(owing, { minimumTrade: { amount: cents(1_000) } }))).toEqual({ 0: -5, 1: 5 });
  });
});

describe("a class stays off its goal because of", () => {
  const because = (household: Parameters<typeof ask>[0], policy: Policy = {}, today?: number): OffGoalReason[] =>
    plan(household, policy, today === undefined ? {} : { today }).offGoal.map((off) => off.because);
  const taxable = (row: Partial<Row>, bonds: Partial<Row> = {}): Parameters<typeof ask>[0] =>
    householdOf(
      { Joint: { kind: "taxable" } },
      [
        { account: "Joint", fund: "Stocks", value: 60, basis: 60, ...row },
        { account: "Joint", fund: "Bonds", value: 40, basis: 40, ...bonds },
      ],
      { Stocks: 50, Bonds: 50 },
    );

  it("a fund that no menu has", () => {
    const household = householdOf({ IRA: { kind: "deferred" } }, [{ account: "IRA", fund: "Stocks", value: 100 }], {
      Stocks: 80,
      Gold: 20,
    });
    expect(because(household)).toEqual(["own money and menus", "no menu"]);
  });

  it("a fund that is left alone, which no menu has", () => {
    const household = householdOf(
      { IRA: { kind: "deferred" } },
      [
        { account: "IRA", fund: "Stocks", value: 80 },
        { account: "IRA", fund: "Half", in: { Gold: 50, Other: 50 }, value: 20, isLeftAlone: true },
      ],
      { Stocks: 50, Gold: 50 },
    );
    expect(because(household)).toEqual(["own money and menus", "no menu"]);
  });

  it("locks, before the gains rule", () => {
    expect(because(taxable({ lock: "no sell" }))).toEqual(["locks", "locks"]);
    // Without its lock the gains rule would still bind; without the gains rule the lock would.
    expect(because(taxable({ basis: 30, lock: "no sell" }))).toEqual(["own money and menus", "own money and menus"]);
    const either = householdOf(
      { Joint: { kind: "taxable" } },
      [
        { account: "Joint", fund: "Up", in: "Stocks", value: 30, basis: 10 },
        { account: "Joint", fund: "Even", in: "Stocks", value: 30, basis: 30, lock: "no sell" },
        { account: "Joint", fund: "Bonds", value: 40, basis: 40 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    expect(because(either)).toEqual(["locks", "locks"]);
  });

  it("the gains rule", () => {
    expect(because(taxable({ basis: 30 }))).toEqual(["gains rule", "gains rule"]);
  });

  it("a wash sale", () => {
    const household = householdOf(
      { Joint: { kind: "taxable" } },
      [
        { account: "Joint", fund: "Stocks", value: 60, basis: 80 },
        { account: "Joint", fund: "Stocks", value: 0, basis: 80, acquired: TODAY - 3 },
        { account: "Joint", fund: "Bonds", value: 40, basis: 40 },
      ],
      { Stocks: 50, Bonds: 50 },
    );
    expect(because(household, {}, TODAY)).toEqual(["wash sale", "wash sale"]);
  });

  it("the minimum trade", () => {
    expect(because(taxable({}), { minimumTrade: { amount: cents(1_100) } })).toEqual([
      "minimum trade",
      "minimum trade",
    ]);
  });
});

describe("what is as good is decided by", () => {
  const choice = (one: Partial<Row>, other: Partial<Row>, policy: Policy = {}): Record<number, number> =>
    traded(
      plan(
        householdOf(
          { IRA: { kind: "deferred", cashFlow: 10 } },
          [
            { account: "IRA", fund: "One", in: "Stocks", value: 50, ...one },
            { account: "IRA", fund: "Other", in: "Stocks", value: 50, ...other },
            { account: "IRA", fund: "Third", in: "Bonds", value: 110, expenseRatio: 0.9, lock: "hold" },
          ],
          { Stocks: 50, Bonds: 50 },
        ),
        policy,
      ),
    );

  it("the lower expense, a missing one counting as the mean of those known", () => {
    expect(choice({ expenseRatio: 0.2 }, { expenseRatio: 0.1 })).toEqual({ 1: 10 });
    // The mean of 0.1 and 0.9 is above 0.1, and below 0.6 is the mean of 0.6 and 0.9 not.
    expect(choice({}, { expenseRatio: 0.1 })).toEqual({ 1: 10 });
    expect(choice({ expenseRatio: 0.6 }, {})).toEqual({ 0: 10 });
    expect(choice({}, { expenseRatio: 0.95 })).toEqual({ 0: 10 });
  });

  it("the earlier row", () => {
    expect(choice({}, {})).toEqual({ 0: 10 });
  });

  it("the place, and that only where something trades, unless relocate asks for it", () => {
    const household = (kind: "deferred" | "neutral"): Parameters<typeof ask>[0] =>
      householdOf(
        { One: { kind }, Roth: { kind: "Roth" } },
        [
          { account: "One", fund: "Stocks", value: 50, expenseRatio: 0.1 },
          { account: "One", fund: "Bonds", value: 0, expenseRatio: 0.1 },
          { account: "Roth", fund: "Stocks", value: 0, expenseRatio: 0.1 },
          { account: "Roth", fund: "Bonds", value: 50, expenseRatio: 0.1 },
        ],
        { Stocks: 50, Bonds: 50 },
        [
          { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
          { deferred: 3, Roth: 0, HSA: 0, taxable: 0 },
        ],
      );
    const relocated = { 0: -50, 1: 50, 2: 50, 3: -50 };
    expect(plan(household("deferred")).trades).toEqual([]);
    expect(traded(plan(household("deferred"), { relocate: true }))).toEqual(relocated);
    // Money that is neutral has no place of its own, but the Roth IRA's does.
    expect(traded(plan(household("neutral"), { relocate: true }))).toEqual(relocated);
    const { location } = plan(household("deferred"), { relocate: true });
    expect([location?.before.toNumber(), location?.after.toNumber()]).toEqual([0, 100]);
    expect(plan(household("neutral"), { relocate: true }).location).toBeUndefined();
  });

  it("the place before the expense", () => {
    const household = householdOf(
      { IRA: { kind: "deferred" }, Roth: { kind: "Roth" } },
      [
        { account: "IRA", fund: "Stocks", value: 50, expenseRatio: 0.1 },
        { account: "IRA", fund: "Bonds", value: 0, expenseRatio: 0.9 },
        { account: "Roth", fund: "Stocks", value: 0, expenseRatio: 0.9 },
        { account: "Roth", fund: "Bonds", value: 50, expenseRatio: 0.1 },
      ],
      { Stocks: 50, Bonds: 50 },
      [
        { deferred: 1, Roth: 2, HSA: 2, taxable: 2 },
        { deferred: 3, Roth: 0, HSA: 0, taxable: 0 },
      ],
    );
    expect(traded(plan(household, { relocate: true }))).toEqual({ 0: -50, 1: 50, 2: 50, 3: -50 });
  });
});

describe("what an account keeps", () => {
  const household = (cashFlow: number): Parameters<typeof ask>[0] =>
    householdOf(
      { One: { kind: "Roth", cashFlow }, Other: { kind: "deferred", countsAs: 0.5 } },
      [
        { account: "One", fund: "Stocks", value: 100 },
        { account: "Other", fund: "Stocks", value: 100 },
      ],
      { Stocks: 1 },
    );

  it("is its own amount, or a percent of its own money after the cash", () => {
    expect(traded(plan(household(100), { cashBuffer: { amount: cents(3_000) } }))).toEqual({ 0: 70 });
    expect(traded(plan(household(100), { cashBuffer: { share: new Decimal("0.1") } }))).toEqual({ 0: 80 });
    expect(plan(household(100), { cashBuffer: { share: new Decimal("0.1") } }).leftInCash).toEqual([
      { account: 0, amount: 2_000 },
    ]);
  });

  it("is nothing without incoming cash", () => {
    expect(traded(plan(household(-20), { cashBuffer: { amount: cents(3_000) } }))).toEqual({ 0: -20 });
  });
});

describe("the tax of rows", () => {
  it("is below 0 for a loss as far as gains of its kind use it, in row order", () => {
    const household = householdOf(
      { Joint: { kind: "taxable", cashFlow: -300 } },
      [
        { account: "Joint", fund: "A", value: 100, basis: 160 },
        { account: "Joint", fund: "B", value: 100, basis: 160 },
        { account: "Joint", fund: "C", value: 100, basis: 20 },
        { account: "Joint", fund: "D", value: 0 },
        { account: "Joint", fund: "E", value: 1, basis: 1, lock: "hold" },
      ],
      { A: 0, B: 0, C: 0, D: 0, E: 1 },
    );
    const { trades, tax, gain } = plan(household, { gains: "allowed", gainsRate: new Decimal("0.2") });
    expect(trades.map((trade) => trade.tax)).toEqual([-1_200, -400, 1_600]);
    expect([tax, gain.long]).toEqual([0, -4_000]);
  });

  it("doesn't set a loss of one kind against a gain of the other", () => {
    const household = householdOf(
      { Joint: { kind: "taxable", cashFlow: -200 } },
      [
        { account: "Joint", fund: "A", value: 100, basis: 160, acquired: TODAY - 100 },
        { account: "Joint", fund: "B", value: 100, basis: 50, acquired: TODAY - 800 },
        { account: "Joint", fund: "E", value: 1, basis: 1, lock: "hold" },
      ],
      { A: 0, B: 0, E: 1 },
    );
    const rates = { incomeRate: new Decimal("0.4"), gainsRate: new Decimal("0.2") };
    const { trades, tax } = plan(household, { gains: "allowed", ...rates }, { today: TODAY });
    expect(trades.map((trade) => trade.tax)).toEqual([0, 1_000]);
    expect(tax).toBe(1_000);
  });
});

describe("rows of one fund", () => {
  it("in an account that isn't taxable are sold from the first, and a purchase stands in the first", () => {
    const household = (cashFlow: number): Parameters<typeof ask>[0] =>
      householdOf(
        { IRA: { kind: "deferred", cashFlow } },
        [
          { account: "IRA", fund: "A", value: 30 },
          { account: "IRA", fund: "A", value: 50 },
          { account: "IRA", fund: "B", value: 20, lock: "hold" },
        ],
        { A: 80, B: 20 },
      );
    expect(plan(household(-45)).trades[0]?.rows).toEqual([
      { row: 0, amount: -3_000 },
      { row: 1, amount: -1_500 },
    ]);
    expect(plan(household(10)).trades[0]?.rows).toEqual([{ row: 0, amount: 1_000 }]);
  });
});

describe("money that counts in part", () => {
  it("counts so in cash flows and in what is left in cash", () => {
    const household = householdOf(
      { IRA: { kind: "deferred", countsAs: 0.5, cashFlow: 100 }, Roth: { kind: "Roth" } },
      [
        { account: "IRA", fund: "Stocks", value: 100 },
        { account: "IRA", fund: "Bonds", value: 0 },
        { account: "Roth", fund: "Bonds", value: 100 },
      ],
      { Stocks: 40, Bonds: 60 },
    );
    // Counted: 50 stocks and 100 bonds, and 50 that come in: 80 and 120.
    const { trades, classes } = plan(household);
    expect(trades.map(({ row, amount }) => [row, amount])).toEqual([
      [0, 6_000],
      [1, 4_000],
    ]);
    expect(classes.map(({ goal }) => goal.toNumber())).toEqual([8_000, 12_000]);
    const { unlisted } = plan(household, { cashBuffer: { amount: cents(2_000) } });
    expect(unlisted.after.toNumber()).toBe(1_000);
  });
});

describe("a policy that leaves the classes alone", () => {
  const band: Policy = { band: { kind: "points", width: new Decimal("0.2") } };

  it("needs no trades, but invests cash of no listed class", () => {
    const rows: Row[] = [
      { account: "IRA", fund: "A", value: 60 },
      { account: "IRA", fund: "B", value: 40 },
    ];
    const targets = { A: 50, B: 50 };
    expect(plan(householdOf({ IRA: { kind: "deferred" } }, rows, targets), band).trades).toEqual([]);
    const withCash = [...rows, { account: "IRA", fund: "Cash", value: 10 }];
    expect(traded(plan(householdOf({ IRA: { kind: "deferred" } }, withCash, targets), band))).toEqual({
      1: 10,
      2: -10,
    });
  });
});
