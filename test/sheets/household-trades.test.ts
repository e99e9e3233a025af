import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blockAt,
  claims,
  householdTrades,
  overlap,
  printOf,
  tradesCallIn,
  tradesPlaces,
  within,
  type Block,
  type Description,
  type HouseholdSource,
  type StepOf,
  type TradesChoices,
} from "../../src/sheets";

const block = (address: string): Block => blockAt(address) as Block;
const column = (letters: string, height = 7): Block => block(`Accounts!${letters}1:${letters}${height}`);
const choices: TradesChoices = {
  ...{ sheet: "Keel trades", policyTable: "Policy", namespace: "KEEL", names: "all", listName: "Holdings" },
  beside: [
    { heading: "Account", cells: column("A") },
    { heading: "Fund", cells: column("C") },
  ],
  ...{ holdings: 7, classes: 3, hasUnlisted: false },
};
const table: HouseholdSource = {
  holdings: { table: "Holdings" },
  targets: { table: "Targets", rows: [["US stocks", 60], ["Bonds", 27.5], ["Cash", 12.5]] }, // prettier-ignore
};

function formulaAt({ steps }: Description, { row, column: at }: Block): string {
  return steps.flatMap((step) => (step.do === "write formula" && step.block.row === row && step.block.column === at ? [step.formula] : []))[0] ?? ""; // prettier-ignore
}

const stepsOf = <Kind extends Description["steps"][number]["do"]>({ steps }: Description, kind: Kind): StepOf<Kind>[] =>
  steps.filter((step): step is StepOf<Kind> => step.do === kind);

describe("householdTrades", () => {
  it("plans over the tables, and puts each row's trade beside the list's own account and fund", () => {
    const description = householdTrades(table, choices);
    const { plan, check, beside, rows } = tradesPlaces("Keel trades", { holdings: 7, classes: 3, beside: 2 });
    const about = "(Holdings[#All],Targets[#All],Policy,TODAY())";
    expect([plan, check, rows].map((place) => formulaAt(description, place))).toEqual([
      ...[`=KEEL.PLAN${about}`, `=KEEL.PLANCHECK${about}`, `=KEEL.PLANTRADES${about}`],
    ]);
    // Its heading stands beside theirs, its numbers beside the table's rows.
    const [account] = beside as readonly [Block, Block];
    expect(account.row).toBe(rows.row);
    expect(description.steps).toContainEqual({ do: "write values", block: { ...account, height: 1 }, values: [["Account"]] }); // prettier-ignore
    expect(formulaAt(description, { ...account, row: account.row + 1 })).toBe('=Holdings[Account]&""');
    for (const [place, name] of [
      [plan, "PLAN"],
      [check, "PLANCHECK"],
      [rows, "PLANTRADES"],
    ] as const) {
      expect(tradesCallIn(formulaAt(description, place), "Keel trades", "policy")).toBe(name);
      expect(tradesCallIn(formulaAt(description, place), "Keel trades", "Policy2")).toBeUndefined();
    }
  });

  it("reads plain cells of the owner's, and a table's odd headings by their cells where the host can't name them", () => {
    const cells: HouseholdSource = {
      holdings: { cells: block("Accounts!A1:E7") },
      targets: {
        classes: block("Goals!B3:B6"),
        weights: block("Goals!C3:C6"),
        whole: { block: block("Goals!B2:G6") },
      },
    };
    const { plan, beside } = tradesPlaces("Keel trades", { holdings: 7, classes: 3, beside: 2 });
    const description = householdTrades(cells, choices);
    expect(formulaAt(description, plan)).toBe("=KEEL.PLAN(Accounts!$A$1:$E$7,Goals!$B$2:$G$6,Policy,TODAY())");
    expect(formulaAt(description, beside[1] as Block)).toBe('=Accounts!$C$1:$C$7&""');
    const odd = { ...choices, names: "plain", beside: [{ heading: "Account #", cells: column("A") }] } as const;
    expect(formulaAt(householdTrades(table, odd), beside[0] as Block)).toBe('=Accounts!$A$1:$A$7&""');
  });

  it("leaves room for each result to grow, with its number formats", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), fc.integer({ min: 1, max: 40 }), (holdings, classes) => {
        const description = householdTrades(table, { ...choices, holdings, classes });
        const places = tradesPlaces("Keel trades", { holdings, classes, beside: 2 });
        const results = [places.plan, places.check, ...places.beside, places.rows];
        for (const [at, one] of results.entries()) {
          const downward = { ...one, height: 10_000 };
          for (const other of results.slice(at + 1)) expect(overlap(downward, other)).toBe(false);
          expect(within(places.all, one)).toBe(true);
        }
        for (const claim of claims(description)) expect(within(places.all, claim)).toBe(true);
        // Twice as many trades still show as money, and twice as long a list.
        const money = stepsOf(description, "format numbers").filter(({ format }) => format.includes("$"));
        for (const { row, column: first, height } of [{ ...places.plan, column: 3 }, places.rows]) {
          expect(money.some((step) => within(step.block, { row: row + 2 * (height - 1), column: first }))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is printed in landscape, its trades on one page's width and what they come to on another's", () => {
    const [page] = stepsOf(householdTrades(table, choices), "set up page");
    const print = page && printOf(page);
    expect(print).toMatchObject({ orientation: "landscape", repeat: { from: 4, to: 4 } });
    expect(print?.areas.map(({ column: first, width, height }) => [first, width, height])).toEqual([
      ...[[0, 10, 1_048_576], [11, 6, 1_048_576]], // prettier-ignore
    ]);
  });
});
