import { describe, expect, it } from "@jest/globals";
import { readClasses, readHoldings, type HoldingsRange } from "../../src/ranges";

type Rows = readonly (readonly unknown[])[];

function read(rows: Rows, { classes = ["US", "Intl", "Bond", "Cash"], mayLackClass = false } = {}) {
  const list = readClasses(
    "Classes",
    classes.map((each) => [each]),
  );
  if (!list.ok) throw new Error(list.problem.code);
  return readHoldings("Holdings", rows, list.value, mayLackClass);
}

function holdings(...given: Parameters<typeof read>): HoldingsRange {
  const found = read(...given);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

/** Fund, cents, and parts of a hundred of each class. */
function shown(...given: Parameters<typeof read>): unknown[] {
  return holdings(...given).holdings.map(({ fund, value, fundClasses: { parts, whole } }) => [
    fund,
    value,
    Object.fromEntries([...parts].map(([name, part]) => [name, (part / whole) * 100])),
  ]);
}

function problem(...given: Parameters<typeof read>): unknown {
  const found = read(...given);
  return found.ok ? undefined : found.problem;
}

function notes(...given: Parameters<typeof read>): unknown[] {
  return [...holdings(...given).notes];
}

const PLAIN = ["Fund", "Asset class", "Value"];
const MIXED = ["Fund", "US", "Bond", "Value"];
const PRICED = ["Symbol", "Asset class", "Shares", "Price"];
const row = (number: number) => ({ argument: "Holdings", row: number });

describe("readHoldings", () => {
  it("finds columns by name in any order, and doesn't look at others", () => {
    const rows = [
      ["Market value", "Gain", "Category", "Account type", "Investment"],
      [600, "#REF!", "us", "Roth IRA", "A"],
      [400, { type: "Error", basicValue: "#N/A" }, "BOND ", 7, "B"],
    ];
    expect(shown(rows)).toEqual([
      ["A", 60000, { US: 100 }],
      ["B", 40000, { Bond: 100 }],
    ]);
    expect(holdings(rows).total).toBe(100000);
  });

  it("takes one column a class for mixed funds, as fractions or percents row by row", () => {
    expect(
      shown([
        ["Fund", "Asset class", "BOND", "us", "Value"],
        ["A", "Balanced", 40, 60, 1],
        ["B", "", "40%", 0.6, 1],
        ["C", "", "", 1, 1],
        ["D", "Intl", null, 0, 1],
        ["E", "Bond", 1, "", 1],
      ]),
    ).toEqual([
      ["A", 100, { US: 60, Bond: 40 }],
      ["B", 100, { US: 60, Bond: 40 }],
      ["C", 100, { US: 100 }],
      ["D", 100, { Intl: 100 }],
      ["E", 100, { Bond: 100 }],
    ]);
  });

  it("scales rounded shares, and says so", () => {
    const rows = [MIXED, ["A", 66.7, 33.2, 3]];
    expect(notes(rows)).toEqual([{ code: "classes scaled", at: row(1), fund: "A", sum: 99.9, as: "percents" }]);
    expect(holdings(rows).holdings[0]?.fundClasses.whole).toBe(0.999 * 1e15);
    // Of each row, however many are made alike.
    const alike = notes([...rows, ["B", 60, 40, 1], ["C", 66.7, 33.2, 1], ["D", 60, 40, 1]]);
    expect(alike).toMatchObject([{ fund: "A" }, { fund: "C" }]);
  });

  it("holds a fund to its whole, although one made alike may lack a class", () => {
    // Owed cash may be in no class.
    const owed = ["Cash", 60, 30, -5];
    expect(shown([MIXED, owed, ["A", 70, 30, 50]])).toEqual([
      ["Cash", -500, { US: 60, Bond: 30 }],
      ["A", 5000, { US: 70, Bond: 30 }],
    ]);
    expect(problem([MIXED, owed, ["A", 60, 30, 50]])).toMatchObject({ code: "classes don't add up", at: row(2) });
  });

  it("tells more mixes apart than it remembers", () => {
    const rows = Array.from({ length: 3000 }, (_, index) => [
      `F${index}`,
      (index % 1500) / 15,
      100 - (index % 1500) / 15,
      1,
    ]);
    for (const [index, { fundClasses }] of holdings([MIXED, ...rows]).holdings.entries()) {
      const share = (fundClasses.parts.get("US") ?? 0) / fundClasses.whole;
      expect(share).toBeCloseTo((index % 1500) / 1500, 12);
    }
  });

  it.each([
    [[60, 30], { sum: 90, gap: -10, as: "percents" }],
    [[0.6, 0.3], { sum: 0.9, as: "fractions" }],
    [[60, 50], { sum: 110, gap: 10 }],
    [[60, 0.4], { sum: 60.4, mixed: true }],
  ])("refuses classes that don't add up: %j", (shares, expected) => {
    expect(problem([MIXED, ["A", ...shares, 5]])).toMatchObject({
      code: "classes don't add up",
      at: row(1),
      fund: "A",
      ...expected,
    });
  });

  it.each([
    ["one", ["Fund", "US", "Gold", "Notes", "Value"], ["A", 60, 40, 7, 5], ["Gold"]],
    ["several", ["Fund", "US", "Gold", "Oil", "Value"], ["A", 60, 30, 10, 5], ["Gold", "Oil"]],
    ["none", ["Fund", "US", "Year", "Value"], ["A", 60, 2040, 5], []],
  ])("names the columns that hold the rest: %s", (_, header, fund, unlisted) => {
    expect(problem([header, fund])).toMatchObject({ code: "classes don't add up", unlisted });
  });

  it("lets money lack a class where it has somewhere to go", () => {
    const header = ["Fund", "Asset class", "US", "Gold", "Value"];
    const options = { mayLackClass: true };
    expect(
      shown(
        [header, ["A", "", 60, 40, 5], ["B", "Gold", "", "", 5], ["C", "", "", "", 5], ["D", "", 2, 98, 5]],
        options,
      ),
    ).toEqual([
      ["A", 500, { US: 60 }],
      ["B", 500, {}],
      ["C", 500, {}],
      ["D", 500, { US: 2 }],
    ]);
    // 1% or all of it?
    expect(problem([header, ["A", "", 60, 40, 5], ["B", "", 1, 99, 5]], options)).toMatchObject({
      code: "classes don't add up",
      mixed: true,
      at: row(2),
    });
    expect(problem([header, ["A", "", 110, "", 5]], options)).toMatchObject({ code: "classes don't add up", gap: 10 });
  });

  it("names the fund and its class where no listed class takes it", () => {
    const at = { ...row(1), column: "Asset class" };
    expect(problem([PLAIN, ["Gold trust", "Gold", 5]])).toEqual({
      code: "class not listed",
      at,
      fund: "Gold trust",
      class: "Gold",
    });
    expect(problem([PLAIN, ["A", "", 5]])).toEqual({ code: "class missing", at, fund: "A" });
    const lookAlike = { code: "class not listed", fund: "A", class: "Вond", alike: { class: "Bond", letter: "В" } };
    expect(problem([PLAIN, ["A", "Вond", 5]])).toMatchObject(lookAlike);
    // Nobody means it as another class, whatever may lack one.
    expect(problem([PLAIN, ["A", "Вond", 5]], { mayLackClass: true })).toMatchObject(lookAlike);
    expect(
      problem(
        [
          ["Fund", "US", "Вond", "Value"],
          ["A", 60, 40, 5],
        ],
        { mayLackClass: true },
      ),
    ).toMatchObject({
      code: "look-alike names",
      at: { row: 0 },
    });
  });

  it("refuses an asset class that the class columns contradict", () => {
    const header = ["Fund", "Asset class", "US", "Bond", "Value"];
    expect(problem([header, ["A", "US", 60, 40, 5]])).toMatchObject({
      code: "classes disagree",
      fund: "A",
      class: "US",
    });
    expect(problem([header, ["A", "Bond", 1, "", 5]])).toMatchObject({ code: "classes disagree" });
    expect(shown([header, ["A", "US", 100, "", 5]])).toEqual([["A", 500, { US: 100 }]]);
  });

  it("passes over rows without money, whatever else they say", () => {
    expect(shown([PLAIN, ["A", "Gold", 0], ["", "", ""], [45352, "#N/A", null], ["B", "US", 5]])).toEqual([
      ["B", 500, { US: 100 }],
    ]);
  });

  it("counts shares × price to the cent, half away from zero, where there is no value", () => {
    expect(shown([PRICED, ["A", "US", 3, 0.335], ["B", "US", 1.005, 1]])).toEqual([
      ["A", 101, { US: 100 }],
      ["B", 101, { US: 100 }],
    ]);
    const both = ["Fund", "Asset class", "Shares", "Price", "Value"];
    expect(shown([both, ["A", "US", 2, "#N/A", 7], ["B", "US", 2, 3, ""]])).toEqual([
      ["A", 700, { US: 100 }],
      ["B", 600, { US: 100 }],
    ]);
  });

  it.each([
    [[10, ""], { code: "price missing", fund: "VTI", shares: 10 }],
    [[10, 0], { code: "price missing" }],
    [[-10, 5], { code: "negative", wanted: "shares" }],
    [[10, -5], { code: "negative", wanted: "price" }],
    [[1e308, 1e308], { code: "out of range" }],
    [[1e-320, 1], { code: "out of range" }],
    [[1e14, 1e14], { code: "too much money" }],
    [["TBD", 5], { code: "not a number", found: "TBD" }],
    [[5, "#BUSY!"], { code: "still loading" }],
  ])("refuses shares and price %j", (figures, expected) => {
    expect(problem([PRICED, ["VTI", "US", ...figures]])).toMatchObject(expected);
  });

  it("refuses two prices of one fund, however it is spelled", () => {
    expect(problem([PRICED, ["VTI", "US", 1, 250], ["BND", "Bond", 1, 75], ["vti ", "US", 1, 251]])).toMatchObject({
      code: "two prices",
      at: row(3),
      fund: "VTI",
      price: 251,
      firstPrice: 250,
      first: 1,
    });
  });

  it("adds rows of one fund in one account, and says so once", () => {
    const header = ["Account", ...PLAIN];
    expect(
      notes([header, ["IRA", "A", "US", 1], ["IRA", "a", "US", 1], [401, "A", "US", 1], ["IRA", "A", "US", 1]]),
    ).toEqual([{ code: "rows of one fund added", at: row(2), fund: "A" }]);
  });

  it.each([["Cash"], ["USD"], ["CASH & MMF"], ["SPAXX"], ["SPAXX**"], ["Cash & Cash Investments"], ["vmfxx"]])(
    "knows %p for cash: a dollar a share, class Cash, below 0 if owed",
    (name) => {
      expect(shown([PRICED, [name, "", 1234.5, ""]])).toEqual([[name, 123450, { Cash: 100 }]]);
      expect(notes([PRICED, [name, "", 5, null]])).toMatchObject([{ code: "cash price of 1" }]);
      expect(shown([PLAIN, [name, "Bond", 5]])).toEqual([[name, 500, { Bond: 100 }]]);
      expect(notes([PLAIN, [name, "", -5]])).toEqual([{ code: "cash owed", at: row(1), amount: -500 }]);
    },
  );

  it("refuses other money below 0, and cash without a class in the list", () => {
    expect(problem([PLAIN, ["A", "US", -5]])).toMatchObject({ code: "negative", wanted: "money" });
    expect(problem([PLAIN, ["Cash", "", 5]], { classes: ["US"] })).toMatchObject({ class: "Cash", fund: "Cash" });
    // Owed cash is nobody's money.
    expect(shown([PLAIN, ["Cash", "", -5]], { classes: ["US"] })).toEqual([["Cash", -500, {}]]);
  });

  it.each([
    ["in the fund's column", ["Total", "", 11], { amount: 1100 }],
    ["in the class's column", ["", "grand total", 11.01], { amount: 1101 }],
    ["of the rows since the last one", ["Subtotal:", "", 11], { amount: 1100 }],
    ["without an amount", ["Sum", "", ""], {}],
  ])("leaves out a total %s that agrees within a cent", (_, total, said) => {
    const rows = [PLAIN, ["A", "US", 5], ["B", "Bond", 6], total];
    expect(shown(rows)).toHaveLength(2);
    expect(notes(rows)).toEqual([{ code: "total row skipped", at: row(3), ...said }]);
  });

  it("finds totals under any heading of the leftmost column, and between accounts", () => {
    const rows = [
      ["Where", "Fund", "Asset class", "Value"],
      ["IRA", "A", "US", 5],
      ["Total", "", "", 5],
      ["401(k)", "B", "US", 6],
      ["Subtotal", "", "", 6],
      ["Grand total", "", "", 11],
    ];
    expect(shown(rows, { mayLackClass: true })).toHaveLength(2);
  });

  it("doesn't take added-up shares for money", () => {
    expect(shown([PRICED, ["A", "US", 5, 2], ["Total", "", 5, ""]])).toHaveLength(1);
  });

  it("stops at a total that doesn't agree", () => {
    const differs = { code: "total differs", at: row(2), stated: 502, sum: 500 };
    expect(problem([PLAIN, ["A", "US", 5], ["Total", "", 5.02]])).toEqual(differs);
    expect(problem([PLAIN, ["A", "US", 5], ["Total", "", 4.98]])).toEqual({ ...differs, stated: 498 });
    for (const near of [4.99, 5, 5.01]) expect(shown([PLAIN, ["A", "US", 5], ["Total", "", near]])).toHaveLength(1);
    expect(problem([PLAIN, ["Total", "", 6], ["A", "US", 5]])).toMatchObject({ code: "total differs" });
  });

  it.each([
    [11.5, 1100],
    [6.5, 600],
  ])("says of a total of %d that doesn't agree what comes nearest to it", (stated, sum) => {
    const accounts = [
      ["Account", ...PLAIN],
      ["IRA", "A", "US", 5],
      ["Roth", "B", "US", 6],
    ];
    expect(problem([...accounts, ["", "Total", "", stated]])).toMatchObject({ code: "total differs", sum });
  });

  it("takes a total above its rows for one", () => {
    expect(shown([PLAIN, ["Total", "", 11], ["A", "US", 5], ["B", "US", 6]])).toHaveLength(2);
  });

  it("reads below titles and units, and tables on their side", () => {
    expect(shown([["Holdings 2026", "", ""], PLAIN, ["", "", "in dollars"], ["A", "US", 5]])).toEqual([
      ["A", 500, { US: 100 }],
    ]);
    const turned = [
      ["Fund", "A", "B"],
      ["Class", "US", "Bond"],
      ["Value", 5, 6],
    ];
    expect(shown(turned)).toHaveLength(2);
    expect(notes(turned)).toEqual([{ code: "table turned", argument: "Holdings" }]);
  });

  it("refuses a symbol that Excel turned into a date, and takes TRUE for a symbol", () => {
    expect(problem([PRICED, [45352, "US", 1, 1]])).toMatchObject({ code: "number for a name", day: 45352 });
    expect(shown([PRICED, [true, "US", 1, 1]])).toEqual([["TRUE", 100, { US: 100 }]]);
  });

  it("says which column is missing", () => {
    expect(
      problem([
        ["Fund", "Asset class"],
        ["A", "US"],
      ]),
    ).toMatchObject({ code: "columns missing", names: ["Value"] });
    expect(
      problem([
        ["Fund", "Asset class", "Shares"],
        ["A", "US", 1],
      ]),
    ).toMatchObject({ names: ["Value"] });
    expect(
      problem([
        ["Fund", "Value"],
        ["A", 5],
      ]),
    ).toMatchObject({ names: ["Asset class"] });
    expect(problem([["A", "US", 5]])).toMatchObject({ code: "columns missing" });
  });

  it("refuses more money than can be counted", () => {
    expect(problem([PLAIN, ["A", "US", 5e13], ["B", "US", 5e13]])).toMatchObject({ code: "too much money" });
    expect(problem([PLAIN, ["A", "US", 1e300]])).toMatchObject({ code: "too much money" });
  });

  it("needs no fund names", () => {
    expect(
      shown([
        ["Class", "Value"],
        ["US", 5],
      ]),
    ).toEqual([["", 500, { US: 100 }]]);
  });
});
