import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { monthsToBand, status, steering } from "../../src/operations";
import { plainAccounts, rowBands, withContribution, accounts, type Account } from "./accounts";

const inDollars = (cents: bigint): number => Number(cents) / 100;
const valueCells = ({ values }: Account): number[][] => values.map((value) => [inDollars(value)]);
const targetCells = ({ typed }: Account): unknown[][] => typed.map((cell) => [cell]);

it("steering by whole percents ends in band, no sooner than contributions to the emptiest funds do", () => {
  let reached = 0;
  fc.assert(
    fc.property(
      withContribution(fc.oneof(plainAccounts(), accounts(8))),
      rowBands,
      ({ allocation, amount }, { text }) => {
        const [values, targets] = [valueCells(allocation), targetCells(allocation)];
        const question = { values, targets, policy: [[text]], paycheck: [[inDollars(amount)]] };
        const found = steering(question);
        const months = monthsToBand.answer(values, targets, [[inDollars(amount)]], [[text]]);
        expect(found.ok).toBe(months.ok);
        fc.pre(found.ok && months.ok);
        const { paychecks, percents, path, reaches } = found.value;
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100);
        expect(percents.every((percent) => Number.isInteger(percent) && percent >= 0)).toBe(true);
        expect(paychecks).toBeGreaterThanOrEqual(months.cells[0]?.[0] as number);
        expect([path[0]?.paychecks, path.at(-1)?.paychecks]).toEqual([0, paychecks]);
        // By another route: what each fund has after so many paychecks, judged as a cell is.
        const after = allocation.values.map((value, row) => [
          inDollars(value + (amount * BigInt(paychecks) * BigInt(percents[row] ?? 0) + 50n) / 100n),
        ]);
        const judged = status.answer(after, targets, [[text]]);
        const allIn = judged.ok && judged.cells.every(([cell]) => cell === "In band" || cell === "");
        expect(allIn).toBe(reaches);
        expect(path.at(-1)?.outside === 0).toBe(reaches);
        if (reaches && paychecks > 0) reached += 1;
      },
    ),
    { numRuns: 300 },
  );
  expect(reached).toBeGreaterThan(20);
});
