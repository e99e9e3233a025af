import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  bands,
  byClass,
  cashNeeded,
  contribute,
  drift,
  driftTotal,
  elections,
  monthsToBand,
  rebalance,
  shares,
  status,
  weights,
  withdraw,
  type Answer,
} from "../../src/operations";
import { explanationSentences, figureWords, type FormulaName } from "../../src/ranges";
import { workOut } from "../oracle/arithmetic";
import {
  accounts,
  bandsWithDestination,
  plainAccounts,
  rowBands,
  vastAccounts,
  wholeDollars,
  withCash,
  withContribution,
  withWithdrawal,
  type Account,
} from "./accounts";

/** Whole cents as the dollars in a cell. */
const inDollars = (cents: bigint): number => Number(cents) / 100;
const valueCells = ({ values }: Pick<Account, "values">): number[][] => values.map((value) => [inDollars(value)]);
const targetCells = ({ typed }: Pick<Account, "typed">): unknown[][] => typed.map((cell) => [cell]);

const drawn = { numRuns: 150 };
const anyAccount = fc.oneof(accounts(12), vastAccounts(), plainAccounts());

/** A line with figures in it, taken apart as its reader does: `row 3: 4 ÷ 8 = 0.5, which becomes 1`. */
interface Line {
  readonly row: number | undefined;
  readonly left: string;
  readonly shown: string;
  readonly becomes: string | undefined;
}

/** The lines below the formulas of these names, for the cell of a result that is asked for. */
function linesOf(answer: Answer, at: { row: number; column: number }, ...names: readonly FormulaName[]): Line[] {
  if (!answer.ok) throw new Error(`No answer: ${JSON.stringify(answer.problem)}`);
  const { steps } = answer.explain(at);
  const wanted = steps.filter((fact) => fact.fact === "formula" && names.includes(fact.formula));
  const told = explanationSentences({ read: [], steps: wanted, bound: [], rounded: [] });
  return told.steps.flatMap((sentence) => sentence.split("\n").slice(1)).map(apart);
}

function apart(line: string): Line {
  const [, row, left = "", shown = "", becomes] =
    /^(?:row (\d+): )?(.*) = (.*?)(?:, which becomes (.*))?$/.exec(line) ?? [];
  return { row: row === undefined ? undefined : Number(row) - 1, left, shown, becomes };
}

/** Asks for every row's line, which must come to the cell to within so much, and say what the cell shows. */
function eachRowComesToItsCell(
  answer: Answer,
  kind: "money" | "percent" | "plain",
  within: number | ((row: number) => number),
  ...names: readonly FormulaName[]
): void {
  if (!answer.ok) throw new Error(`No answer: ${JSON.stringify(answer.problem)}`);
  answer.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (typeof cell !== "number") return;
      // For a first row without anything the first fund is taken.
      const line = linesOf(answer, { row, column }, ...names).find((each) => each.row === row);
      if (line === undefined) {
        // A row without a fund, or without a trade, has nothing to work out.
        expect(cell).toBe(0);
        return;
      }
      expect(line.becomes ?? line.shown).toBe(figureWords({ kind, number: cell }));
      const allowed = typeof within === "number" ? within : within(row);
      expect(workOut(line.left).minus(cell).abs().toNumber()).toBeLessThanOrEqual(allowed);
      // What is said before "which becomes" is what the line comes to.
      if (line.becomes !== undefined) {
        expect(workOut(line.left).minus(workOut(line.shown)).abs().toNumber()).toBeLessThanOrEqual(5e-7);
      }
    }),
  );
}

/** Cells are doubles; the line is worked out exactly. */
const EXACT = 1e-12;
const CENT = 0.010_000_1;
/** A cell of dollars is a double, which above $10 trillion has no cents of its own. */
const cent = (): number => CENT + 0.016;

describe("the figures put into a formula come to what the cell shows", () => {
  it("WEIGHTS, DRIFT in each measure", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const [values, targets] = [valueCells(account), targetCells(account)];
        eachRowComesToItsCell(weights.answer(values), "percent", EXACT, "weight");
        eachRowComesToItsCell(drift.answer(values, targets), "percent", EXACT, "drift in points");
        const relative = drift.answer(values, targets, "relative");
        // A value may be any number of times its target.
        const size = (row: number): number => {
          const cell = relative.ok ? relative.cells[row]?.[0] : 0;
          return EXACT * Math.max(1, typeof cell === "number" ? Math.abs(cell) : 0);
        };
        eachRowComesToItsCell(relative, "percent", size, "relative drift");
        eachRowComesToItsCell(drift.answer(values, targets, "money"), "money", cent(), "drift in money");
      }),
      drawn,
    );
  });

  it("DRIFTTOTAL, to four decimals of a percent a fund", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const answer = driftTotal.answer(valueCells(account), targetCells(account));
        const [line] = linesOf(answer, { row: 0, column: 0 }, "total drift");
        const [[cell]] = answer.ok ? (answer.cells as [[number]]) : [[Number.NaN]];
        expect(
          workOut(line?.left ?? "")
            .minus(cell)
            .abs()
            .toNumber(),
        ).toBeLessThanOrEqual(5e-7 * account.values.length);
        expect(line?.becomes ?? line?.shown).toBe(figureWords({ kind: "percent", number: cell }));
      }),
      drawn,
    );
  });

  it("BANDS and STATUS: edges, and the side of them", () => {
    fc.assert(
      fc.property(anyAccount, rowBands, (account, { text }) => {
        const [values, targets] = [valueCells(account), targetCells(account)];
        eachRowComesToItsCell(bands.answer(targets, [[text]]), "percent", EXACT, "band edges");
        const answer = status.answer(values, targets, [[text]]);
        if (!answer.ok) throw new Error("No answer");
        answer.cells.forEach(([cell], row) => {
          if (cell === "") return;
          const [line] = linesOf(answer, { row, column: 0 }, "in band");
          const [, compared = "", told] = /^(.*): (Over|Under|In band)$/.exec(line?.shown ?? "") ?? [];
          expect(told).toBe(cell);
          const [first = "", ...chain] = compared.split(", and ");
          expect(
            workOut(line?.left ?? "")
              .minus(workOut(first.split(/[<>]/)[0] ?? ""))
              .abs()
              .toNumber(),
          ).toBeLessThan(1e-4);
          for (const link of [first, ...chain]) expect(isTrue(link)).toBe(true);
        });
      }),
      drawn,
    );
  });

  it("REBALANCE under every band and destination, in cents and in whole dollars", () => {
    fc.assert(
      fc.property(withCash(anyAccount), bandsWithDestination, fc.boolean(), ({ allocation, cash }, { text }, whole) => {
        const policy = whole ? `${text}; ${wholeDollars.text}` : text;
        const answer = rebalance.answer(
          valueCells(allocation),
          targetCells(allocation),
          [[inDollars(cash)]],
          [[policy]],
        );
        // Not every amount can be raised in whole dollars.
        fc.pre(answer.ok);
        const unit = whole ? 1.02 : cent();
        eachRowComesToItsCell(answer, "money", unit, "trade to weight", "trade to level", "trade");
      }),
      drawn,
    );
  });

  it("CONTRIBUTE and WITHDRAW", () => {
    fc.assert(
      fc.property(withContribution(anyAccount), withWithdrawal(anyAccount), (more, less) => {
        const given = (account: typeof more.allocation): [unknown[][], unknown[][]] => [
          valueCells(account),
          targetCells(account),
        ];
        for (const answer of [
          contribute.answer(...given(more.allocation), [[inDollars(more.amount)]]),
          withdraw.answer(...given(less.allocation), [[inDollars(less.amount)]]),
        ]) {
          if (answer.ok) {
            eachRowComesToItsCell(answer, "money", cent(), "trade to weight", "trade to level", "trade");
          }
        }
      }),
      drawn,
    );
  });

  it("CASHNEEDED, MONTHSTOBAND's money and its last row", () => {
    fc.assert(
      fc.property(withContribution(anyAccount), rowBands, ({ allocation, amount }, { text }) => {
        const [values, targets] = [valueCells(allocation), targetCells(allocation)];
        const needed = cashNeeded.answer(values, targets);
        if (needed.ok) {
          const [line] = linesOf(needed, { row: 0, column: 0 }, "cash needed");
          const [[cell]] = needed.cells as [[number]];
          expect(line?.becomes ?? line?.shown).toBe(figureWords({ kind: "money", number: cell }));
          expect(
            workOut(line?.left ?? "")
              .minus(cell)
              .abs()
              .toNumber(),
          ).toBeLessThanOrEqual(cent());
        }
        const months = monthsToBand.answer(values, targets, [[inDollars(amount)]], [[text]]);
        fc.pre(months.ok);
        const [paid, before, then] = linesOf(months, { row: 0, column: 0 }, "months to band");
        const [[count]] = months.cells as [[number]];
        expect(
          workOut(paid?.left ?? "")
            .minus(inDollars(amount) * count)
            .abs()
            .toNumber(),
        ).toBeLessThanOrEqual(0.02);
        if (before && then) {
          expect(before.shown).toMatch(/: (Over|Under)$/);
          expect(then.shown).toMatch(/: In band$/);
        }
      }),
      drawn,
    );
  });

  it("ELECTIONS: to less than a percent; SHARES: what it is near to, and the shares themselves", () => {
    fc.assert(
      fc.property(accounts(12), (account) => {
        const elected = elections.answer(valueCells(account));
        if (elected.ok) eachRowComesToItsCell(elected, "plain", 1, "elections");
      }),
      drawn,
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            held: fc.integer({ min: 0, max: 200 }),
            price: fc.integer({ min: 1, max: 50_000 }),
            part: fc.integer({ min: 1, max: 9 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.integer({ min: 1, max: 1_000_000 }),
        (rows, cash) => {
          const total = rows.reduce((sum, { part }) => sum + part, 0);
          const answer = shares.answer(
            rows.map(({ held }) => [held]),
            rows.map(({ price }) => [price / 100]),
            rows.map(({ part }) => [part / total]),
            [[cash / 100]],
          );
          if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
          eachRowComesToItsCell(answer, "plain", Infinity, "shares wanted");
        },
      ),
      drawn,
    );
  });

  it("BYCLASS: each holding's part of it, to the cent a holding", () => {
    const holding = fc.record({ cents: fc.integer({ min: 1, max: 1e11 }), stocks: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(holding, { minLength: 1, maxLength: 20 }), (holdings) => {
        const answer = byClass.answer(
          [
            ["Fund", "Stocks", "Bonds", "Value"],
            ...holdings.map(({ cents, stocks }, row) => [`F${row}`, stocks / 100, (100 - stocks) / 100, cents / 100]),
          ],
          [["Stocks"], ["Bonds"]],
        );
        eachRowComesToItsCell(answer, "money", CENT * holdings.length, "look-through");
      }),
      drawn,
    );
  });
});

/** Whether a chain such as `7.5% ≤ 12.33% ≤ 12.5%` is true of the figures as they are printed. */
function isTrue(chain: string): boolean {
  const parts = chain.split(/ ([<>≤]) /);
  return parts.every((part, index) => {
    if (index % 2 === 0) return true;
    const [left, right] = [workOut(parts[index - 1] ?? ""), workOut(parts[index + 1] ?? "")];
    return part === "<" ? left.lt(right) : part === ">" ? left.gt(right) : left.lte(right);
  });
}
