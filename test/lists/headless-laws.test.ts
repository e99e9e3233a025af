import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listIn, type List } from "../../src/lists/list";
import { readHoldingsTable, recogniseColumns } from "../../src/ranges";
import type { CellValue } from "../../src/workbook";

/** Lists as people jot them down: no headings, a name and what it is worth, perhaps a target, and a sum below. */
const names = fc.uniqueArray(
  fc.constantFrom(
    ...["VTI", "BND", "FXAIX", "US Stock Index", "Bond fund", "Total Stock Market", "Company stock", "401k growth"],
    ...["Stable value", "Total Bond Market ETF", "International", "Cash", "Target 2045", "Balanced fund"],
  ),
  { minLength: 1, maxLength: 9 },
);
const labels = fc.constantFrom(
  ...[
    "Total",
    "TOTAL",
    "Total:",
    "Grand total",
    "Sum",
    "Subtotal",
    "Account total",
    "Total value",
    "Portfolio balance",
  ],
);
const written = fc.constantFrom<(cents: number) => CellValue>(
  (cents) => cents / 100,
  (cents) => `$${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`,
);

interface Jotted {
  readonly funds: readonly (readonly [name: string, cents: number])[];
  readonly label: string;
  readonly write: (cents: number) => CellValue;
  readonly targets: boolean;
  readonly sumOfTargets: boolean;
  readonly blankRow: boolean;
  readonly off: number;
}
const jotted: fc.Arbitrary<Jotted> = names.chain((funds) =>
  fc.record({
    funds: fc
      .array(fc.integer({ min: 1_000_00, max: 900_000_00 }), { minLength: funds.length, maxLength: funds.length })
      .map((worths) => funds.map((name, index) => [name, worths[index] ?? 0] as const)),
    label: labels,
    write: written,
    targets: fc.boolean(),
    sumOfTargets: fc.boolean(),
    blankRow: fc.boolean(),
    off: fc.constantFrom(0, 0, 0, 100_00),
  }),
);

function cellsOf({ funds, label, write, targets, sumOfTargets, blankRow, off }: Jotted): CellValue[][] {
  const sum = funds.reduce((all, [, cents]) => all + cents, 0) + off;
  const share = (index: number): number => (index === 0 ? Number((1 - 0.05 * (funds.length - 1)).toFixed(2)) : 0.05);
  const width = targets ? 3 : 2;
  return [
    ...funds.map(([name, cents], index) => [name, write(cents), ...(targets ? [share(index)] : [])]),
    ...(blankRow ? [new Array<CellValue>(width).fill("")] : []),
    [label, write(sum), ...(targets ? [sumOfTargets ? 1 : ""] : [])],
  ];
}

function listOf(cells: readonly (readonly CellValue[])[]): List {
  const block = { sheet: "Money", row: 0, column: 0, height: cells.length, width: cells[0]?.length ?? 0 };
  return listIn({ block, values: cells, formulas: cells.map((row) => row.map(() => "")) });
}

describe("a list without headings that ends in its total", () => {
  it("has its funds above and its total below, and neither is the other", () => {
    fc.assert(
      fc.property(jotted, (drawn) => {
        const cells = cellsOf(drawn);
        const list = listOf(cells);
        const { funds, targets, off } = drawn;
        expect(list.columns).toEqual({ fund: 0, value: 1, target: targets ? 2 : undefined });
        expect([list.headed, list.firstRow, list.height]).toEqual([false, 0, funds.length]);
        expect(list.total).toEqual({ row: cells.length - 1, agrees: off === 0 });
        expect([list.held, list.obstacles]).toEqual([funds.length, []]);
      }),
    );
  });

  it("is the same list with its headings, one row further down", () => {
    fc.assert(
      fc.property(jotted, (drawn) => {
        const cells = cellsOf(drawn);
        const plain = listOf(cells);
        const headed = listOf([["Fund", "Value", ...(drawn.targets ? ["Target"] : [])], ...cells]);
        expect(headed.columns).toEqual(plain.columns);
        expect([headed.height, headed.held]).toEqual([plain.height, plain.held]);
        expect(headed.total).toEqual(plain.total && { ...plain.total, row: plain.total.row + 1 });
      }),
    );
  });

  it("has no heading that its total could be taken for, upright or on its side", () => {
    fc.assert(
      fc.property(jotted, (drawn) => {
        const cells = cellsOf(drawn);
        expect(recogniseColumns(cells).headerRow).toBe(-1);
        const read = readHoldingsTable("Money", cells);
        expect(read.ok ? "read" : read.problem.code).toBe("columns missing");
      }),
    );
  });

  it("is another thing than a list with a heading called Total", () => {
    const rows = [
      ["Fund", "Total"],
      ["Stocks", 600],
      ["Bonds", 400],
    ];
    expect(recogniseColumns(rows)).toEqual({ headerRow: 0, columns: { fund: 0, value: 1 } });
  });
});
