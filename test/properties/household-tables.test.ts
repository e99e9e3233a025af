import { beforeAll, describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { byClass, isDue, rebalance } from "../../src/operations";
import { readHousehold, sentence, type Cells, type HouseholdRange } from "../../src/ranges";
import { planned, readySolver } from "../ranges/household/planned";

// Laws of the reader of households, and of a plan's tables, over drawn tables of holdings.

const ACCOUNTS = ["401(k)", "Roth IRA", "HSA", "Joint", "Taxable", "529"] as const;
const FUNDS: Readonly<Record<string, readonly [stocks: number, bonds: number]>> = {
  ...{ VTI: [1, 0], VXUS: [1, 0], BND: [0, 1], TIPS: [0, 1] },
  ...{ "Target 2045": [0.9, 0.1], Balanced: [0.6, 0.4] },
};
const HEADINGS = [
  ...["Account", "Fund", "Stocks", "Bonds", "Asset class", "Value"],
  ...["Cost basis", "Lock", "Same as", "Expense ratio", "Cash flow"],
] as const;

interface Row {
  readonly account: string;
  readonly fund: string;
  /** Whole cents. */
  readonly value: number;
  readonly basis: number;
  readonly lock: string;
  readonly sameAs: string;
  readonly ratio: number;
}

const rows = fc.array(
  fc.record<Row>({
    account: fc.constantFrom(...ACCOUNTS),
    fund: fc.constantFrom(...Object.keys(FUNDS), "Cash", "SPAXX"),
    value: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 9_000_000 }) },
    ),
    basis: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_000_000 })),
    lock: fc.constantFrom("", "", "", "", "no buy", "no sell", "hold"),
    sameAs: fc.constantFrom("", "", "", "vti", "Total bond"),
    ratio: fc.constantFrom(0, 0.03, 0.5),
  }),
  { minLength: 2, maxLength: 12 },
);

/** A household's rows, and what flows into one of its accounts in cents. */
const households = fc.record({ rows, flow: fc.constantFrom(0, 0, 1, 12_345, 500_000) });

interface Drawn {
  readonly rows: readonly Row[];
  readonly flow: number;
}

const dollars = (cents: number): number | string => (cents === 0 ? "" : cents / 100);

/** The table of a household, rows in another order and columns in another order if asked. */
function tableOf({ rows: drawn, flow }: Drawn, columns: readonly number[] = HEADINGS.map((_, at) => at)): Cells {
  const cells = drawn.map(({ account, fund, value, basis, lock, sameAs, ratio }, at) => {
    const [stocks = "", bonds = ""] = FUNDS[fund] ?? [];
    const own = FUNDS[fund] === undefined ? "Cash" : "";
    return [
      account,
      fund,
      stocks,
      bonds,
      own,
      dollars(value),
      dollars(basis),
      lock,
      sameAs,
      ratio,
      at === 0 ? dollars(flow) : "",
    ];
  });
  return [[...HEADINGS], ...cells].map((row) => columns.map((column) => row[column]));
}

const TARGETS: Cells = [
  ["Class", "Weight"],
  ["Stocks", 55],
  ["Bonds", 40],
  ["Cash", 5],
];

function household(cells: Cells): HouseholdRange {
  const read = readHousehold(cells, TARGETS, {});
  if (!read.ok) throw new Error(sentence(read.problem));
  return read.value;
}

/** A household by names, without numbers that depend on the order of its rows. */
function byNames({ household: { accounts, positions, classes }, accountNames, fundNames }: HouseholdRange): unknown {
  const named = (position: number): string => {
    const { account, fund } = positions[position] as (typeof positions)[number];
    return `${accountNames[account] ?? ""}: ${fundNames[fund] ?? ""}`;
  };
  const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
  return {
    accounts: sorted(accounts.map((account, at) => `${accountNames[at] ?? ""} ${JSON.stringify(account)}`)),
    positions: sorted(
      positions.map(({ fundClasses, isCash, isLeftAlone, mayBuy, price, lots }, at) =>
        JSON.stringify([
          named(at),
          classes.map((name) => (fundClasses.parts.get(name) ?? 0) / fundClasses.whole),
          sorted(lots.map((lot) => JSON.stringify({ ...lot, row: undefined }))),
          { isCash, isLeftAlone, mayBuy, price },
        ]),
      ),
    ),
    same: sorted(
      positions.flatMap(({ security }, one) =>
        positions.flatMap((other, at) => (other.security === security ? [`${named(one)} = ${named(at)}`] : [])),
      ),
    ),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe("a household that is read from a table", () => {
  test("has every row once, and all the money to the cent", () => {
    fc.assert(
      fc.property(households, (drawn) => {
        const { positions, accounts } = household(tableOf(drawn)).household;
        const lots = positions.flatMap((position) => position.lots);
        expect(lots.map(({ row }) => row).sort((one, other) => one - other)).toEqual(drawn.rows.map((_, at) => at + 1));
        for (const { row, value } of lots) expect(value).toBe(drawn.rows[row - 1]?.value);
        expect(sum(accounts.map(({ cashFlow }) => cashFlow))).toBe(drawn.flow);
        const keys = positions.map(({ account, fund }) => `${account} ${fund}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 150 },
    );
  });

  test("is the same whatever the order of its columns", () => {
    const order = fc.shuffledSubarray(
      HEADINGS.map((_, at) => at),
      { minLength: HEADINGS.length },
    );
    fc.assert(
      fc.property(households, order, (drawn, columns) => {
        expect(household(tableOf(drawn, columns)).household).toEqual(household(tableOf(drawn)).household);
      }),
      { numRuns: 100 },
    );
  });

  test("is the same whatever the order of its rows, names apart from numbers", () => {
    fc.assert(
      fc.property(households, fc.infiniteStream(fc.nat()), (drawn, draws) => {
        const keys = drawn.rows.map(() => draws.next().value as number);
        const order = keys.map((_, at) => at).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
        const whole = tableOf(drawn);
        const shuffled: Cells = [whole[0] ?? [], ...order.map((at) => whole[at + 1] ?? [])];
        expect(byNames(household(shuffled))).toEqual(byNames(household(whole)));
      }),
      { numRuns: 100 },
    );
  });

  test("leaves out totals, blank rows and small print, and nothing else", () => {
    fc.assert(
      fc.property(households, (drawn) => {
        const [header = [], ...body] = tableOf(drawn);
        const blank = header.map(() => "");
        const total = header.map((heading) =>
          heading === "Account" ? "Total" : heading === "Value" ? sum(drawn.rows.map(({ value }) => value)) / 100 : "",
        );
        const messy: Cells = [
          ["My accounts", ...blank.slice(1)],
          header,
          ...body,
          total,
          blank,
          ["Prices as of yesterday. No advice is meant by any of this.", ...blank.slice(1)],
        ];
        expect(byNames(household(messy))).toEqual(byNames(household([header, ...body])));
      }),
      { numRuns: 100 },
    );
  });

  test("holds in each class what BYCLASS says", () => {
    fc.assert(
      fc.property(households, (drawn) => {
        const cells = tableOf(drawn);
        const { positions, classes } = household(cells).household;
        const answer = byClass.answer(
          cells,
          classes.map((name) => [name]),
        );
        const parts = classes.map((name) =>
          sum(
            positions.flatMap(({ lots, fundClasses: { parts: own, whole } }) =>
              lots.map(({ value }) => (value * (own.get(name) ?? 0)) / whole),
            ),
          ),
        );
        const amounts = answer.ok ? answer.cells.map(([cell]) => Number(cell) * 100) : [];
        // Mixed funds are split to the cent there.
        for (const [index, part] of parts.entries()) expect(Math.abs((amounts[index] ?? NaN) - part)).toBeLessThan(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a plan's tables", () => {
  beforeAll(readySolver);

  const policies = fc.constantFrom(
    ...["", "gains allowed; income 22%; gains rate 15%", "5%", "min $100; gains up to $500; gains rate 15%"],
    ...[
      "no sells; income 22%",
      "relocate",
      "whole dollars; cost 0.1%; fee $4.95",
      "multiples of $10; gains up to $20",
      "keep $50",
    ],
  );
  /** Cents of a cell in dollars. */
  const centsOf = (cell: unknown): number => Math.round(Number(cell) * 100);

  test("say the same money in every way, and what adds up adds up to the cent", () => {
    let plans = 0;
    fc.assert(
      fc.property(households, policies, (drawn, policy) => {
        const cells = tableOf(drawn);
        const isEmpty = sum(drawn.rows.map(({ value }) => value)) + drawn.flow === 0;
        let found;
        try {
          found = planned(cells, TARGETS, policy);
        } catch (failure) {
          // Nothing at all, and money that no fund may take, are said.
          expect(String(failure)).toMatch(isEmpty ? /no account holds money/ : /no fund there may be bought/);
          return;
        }
        plans += 1;
        const { plan, column, check, household: read, record, range } = found;
        const trades = plan.slice(0, record.trades.length);

        // A number beside every row, and no row below 0.
        expect(column).toHaveLength(drawn.rows.length);
        const after = drawn.rows.map(({ value }, at) => value + centsOf(column[at]));
        expect(Math.min(...after)).toBeGreaterThanOrEqual(0);

        // Each account keeps its own total plus its own cash flow, but for what is said to be left in cash.
        for (const [account, { cashFlow }] of read.accounts.entries()) {
          const name = range.accountNames[account];
          const traded = sum(trades.filter((row) => row[0] === name).map((row) => centsOf(row[3])));
          const left = sum(record.leftInCash.filter((each) => each.account === account).map(({ amount }) => amount));
          expect(traded).toBe(cashFlow - left);
          const beside = sum(drawn.rows.map((row, at) => (row.account === name ? centsOf(column[at]) : 0)));
          expect(beside).toBe(traded);
        }

        // The rows' taxes and gains are the plan's.
        const [short, long] = check.get("Gain") ?? [];
        expect(sum(trades.map((row) => centsOf(row[7])))).toBe(centsOf(short) + centsOf(long));
        expect(sum(trades.map((row) => centsOf(row[8])))).toBe(centsOf(check.get("Tax")?.[0]));
        expect(check.get("Trades")?.[0]).toBe(trades.filter((row) => row[2] === "Buy" || row[2] === "Sell").length);

        // The classes are the whole of the money.
        const shares = [...check.entries()].slice(0, [...check.keys()].indexOf("Money traded")).map(([, row]) => row);
        const hadMoney = drawn.rows.some(({ value }) => value > 0);
        const wholes = [0, 1].map((side) => sum(shares.map((row) => Number(row[side]))));
        expect(wholes[0]).toBeCloseTo(hadMoney ? 1 : 0, 9);
        expect(wholes[1]).toBeCloseTo(1, 9);
        for (const [, afterwards, target, gap] of shares) {
          expect(Number(afterwards) - Number(target)).toBeCloseTo(Number(gap), 12);
        }

        // What the sheet gets are numbers and texts, and no −0.
        for (const cell of [...plan, ...check.values(), column].flat()) {
          expect(typeof cell === "string" || (typeof cell === "number" && Number.isFinite(cell))).toBe(true);
          expect(Object.is(cell, -0)).toBe(false);
        }
        for (const row of trades) expect(row[9]).toMatch(/\.$/);
      }),
      { numRuns: 60 },
    );
    expect(plans).toBeGreaterThan(30);
  });

  test("take each class where REBALANCE on BYCLASS would take it, and trade when ISDUE says so", () => {
    const rules = fc.constantFrom(
      ...["", "5%", "5/25", "5/25; to edge", "5%; to halfway", "20% relative; to 1pp", "drift 4%", "drift 4%; to edge"],
      ...["annual and 5%; last 2026-01-05", "annual or 5%; last 2025-06-01", "annual; last 2026-02-01", "no sells"],
    );
    const asOf = 46_174; // 2026-06-01
    let moved = 0;
    let due = 0;
    fc.assert(
      fc.property(households, rules, (drawn, rule) => {
        const cells = tableOf(drawn);
        const names = TARGETS.slice(1).map(([name]) => [name]);
        const weights = TARGETS.slice(1).map(([, weight]) => [weight]);
        const byNow = byClass.answer(cells, names);
        fc.pre(byNow.ok && sum(drawn.rows.map(({ value }) => value)) > 0);
        const wanted = rebalance.answer(byNow.cells, weights, [[drawn.flow / 100]], [[rule]], [[asOf]]);
        if (!wanted.ok) throw new Error(sentence(wanted.problem));
        let record;
        try {
          ({ record } = planned(cells, TARGETS, rule, asOf));
        } catch (failure) {
          expect(String(failure)).toMatch(/no fund there may be bought/);
          return;
        }
        for (const [index, { goal, before }] of record.classes.entries()) {
          const trade = centsOf(wanted.cells[index]?.[0]);
          const amount = centsOf(byNow.cells[index]?.[0]);
          // A class that isn't to move stays what it is, which BYCLASS rounds.
          if (trade === 0) expect(goal.toNumber()).toBe(before.toNumber());
          else expect(goal.toNumber()).toBe(amount + trade);
          moved += trade === 0 ? 0 : 1;
        }
        if (drawn.flow > 0 || rule === "" || rule === "no sells") return;
        const isToTrade = isDue.answer(byNow.cells, weights, [[rule]], [[asOf]]);
        if (!isToTrade.ok) throw new Error(sentence(isToTrade.problem));
        // Without money to place, what ISDUE says is what PLAN says.
        const isDueNow = isToTrade.cells[0]?.[0] === true;
        expect(record.reason === "out of band" || record.reason === "look date").toBe(isDueNow);
        if (!isDueNow) expect(record.trades).toEqual([]);
        due += isDueNow ? 1 : 0;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(moved, due)).toBeGreaterThan(20);
  });
});
