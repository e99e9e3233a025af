import { expect, it, test } from "@jest/globals";
import * as fc from "fast-check";
import { readClasses, readHoldings } from "../../src/ranges";
import "../properties/seed";

type Row = readonly unknown[];

const HEADER: Row = ["Account", "Fund", "Asset class", "Value"];
const classes = readClasses("Classes", [["US"], ["Bond"]]);

/** The problem of a table of holdings; undefined where it is read. */
function problemOf(rows: readonly Row[]): unknown {
  if (!classes.ok) throw new Error(classes.problem.code);
  const read = readHoldings("Holdings", rows, classes.value, false);
  return read.ok ? undefined : read.problem;
}

/** A row of a drawn table: a holding, or a total with the first of the holdings that it stands for. */
type Line = { readonly is: "fund"; readonly cents: number } | { readonly is: "total"; readonly from: number };

interface Drawn {
  readonly lines: readonly (Line & { readonly account: string; readonly label: string })[];
  /** Which of the totals is wrong, and what it says for each cent. */
  readonly wrong: number;
  readonly factor: number;
}

const funds = fc.array(fc.integer({ min: 100, max: 9_000_000 }), { minLength: 1, maxLength: 4 });

/** Accounts of groups of funds; totals of groups, of accounts, of everything. */
const tables: fc.Arbitrary<Drawn> = fc
  .record({
    accounts: fc.array(fc.array(funds, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
    isNamed: fc.boolean(),
    ofGroups: fc.boolean(),
    ofAccounts: fc.constantFrom("none", "Total", "named", "Account total"),
    ofAll: fc.constantFrom("none", "Total", "Grand total"),
    wrong: fc.nat(),
    factor: fc.double({ min: 0.2, max: 3, noNaN: true }),
  })
  .map(({ accounts, isNamed, ofGroups, ofAccounts, ofAll, wrong, factor }) => {
    const lines: Drawn["lines"][number][] = [];
    let count = 0;
    accounts.forEach((groups, place) => {
      const name = ["Rollover IRA", "Roth IRA", "HSA", "Joint"][place] as string;
      const account = isNamed ? name : "";
      const first = count;
      for (const group of groups) {
        const from = count;
        for (const cents of group) lines.push({ is: "fund", cents, account, label: `Fund ${++count}` });
        if (ofGroups) lines.push({ is: "total", from, account: "", label: "Subtotal" });
      }
      const label = ofAccounts === "named" ? (isNamed ? `Total ${name}` : "Total") : ofAccounts;
      if (ofAccounts !== "none") lines.push({ is: "total", from: first, account: "", label });
    });
    // Below the last account's funds or groups, a plain `Total` may as well be that account's.
    const label = ofAccounts === "none" ? "Grand total" : ofAll;
    if (ofAll !== "none") lines.push({ is: "total", from: 0, account: "", label });
    return { lines, wrong, factor };
  });

const sum = (cents: readonly number[]): number => cents.reduce((all, each) => all + each, 0);

test("a total that is wrong is compared with the rows that it stands for", () => {
  let compared = 0;
  fc.assert(
    fc.property(tables, ({ lines, wrong, factor }) => {
      const totals = lines.flatMap(({ is }, place) => (is === "total" ? [place] : []));
      fc.pre(totals.length > 0);
      const place = totals[wrong % totals.length] as number;
      const held: number[] = [];
      let [right, stated] = [0, 0];
      const rows = lines.map((line, at): Row => {
        if (line.is === "fund") held.push(line.cents);
        const own = line.is === "fund" ? line.cents : sum(held.slice(line.from));
        if (at === place) [right, stated] = [own, Math.round(own * factor)];
        return [line.account, line.label, line.is === "fund" ? "US" : "", (at === place ? stated : own) / 100];
      });
      // What comes near to other rows' sum may be theirs.
      const isNear = (other: number): boolean => Math.abs(other - stated) <= 0.011 * other + 1;
      for (let from = 0; from < held.length; from++) {
        for (let to = from + 1; to <= held.length; to++) fc.pre(!isNear(sum(held.slice(from, to))));
      }
      compared++;
      const at = { argument: "Holdings", row: place + 1 };
      expect(problemOf([HEADER, ...rows])).toEqual({ code: "total differs", at, stated, sum: right });
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(100);
});

const TWO_ACCOUNTS: readonly Row[] = [
  ["IRA", "A", "US", 30_000],
  ["IRA", "B", "Bond", 20_000],
  ["", "Subtotal", "", 50_000],
  ["Roth", "A", "US", 43_000],
];

it.each([
  ["an account’s subtotal, not with the account above", [["", "Subtotal", "", 74_000]], 43_000],
  ["a grand total, with all accounts", [["", "Grand total", "", 74_000]], 93_000],
  ["a total that comes within 1% of everything, with everything", [["", "Total", "", 93_500]], 93_000],
  [
    "a total below a subtotal, with all that it has above it",
    [
      ["", "Subtotal", "", 43_000],
      ["", "Total", "", 74_000],
    ],
    93_000,
  ],
  ["a total that names its account, with that account", [["", "Total IRA", "", 74_000]], 50_000],
])("compares %s", (_, rows: readonly Row[], right) => {
  expect(problemOf([HEADER, ...TWO_ACCOUNTS, ...rows])).toMatchObject({
    ...{ code: "total differs", stated: rows.at(-1)?.[3] === 93_500 ? 9_350_000 : 7_400_000, sum: right * 100 },
  });
});

it("compares totals above their rows with the rows below", () => {
  const rows = (stated: number): readonly Row[] => [
    ["", "Total", "", 50],
    ["IRA", "A", "US", 30],
    ["IRA", "B", "Bond", 20],
    ["", "Total", "", stated],
    ["Roth", "C", "US", 40],
  ];
  expect(problemOf([HEADER, ...rows(40)])).toBeUndefined();
  expect(problemOf([HEADER, ...rows(33)])).toMatchObject({ code: "total differs", stated: 3300, sum: 4000 });
});
