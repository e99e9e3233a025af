import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { call, down } from "../functions/shipped";
import { accounts, rowBands, spellings, withContribution, type Account } from "./accounts";
import { inDollars, targetCells, valueCells } from "./asking";

/** One question for each function that reads values, targets or weights. */
const questions: readonly (readonly [
  id: string,
  ask: (values: unknown[][], targets: unknown[][], cash: number, policy: string) => readonly unknown[],
])[] = [
  ["WEIGHTS", (values) => [values]],
  ["DRIFT", (values, targets) => [values, targets]],
  ["DRIFT", (values, targets) => [values, targets, "relative"]],
  ["DRIFT", (values, targets) => [values, targets, "money"]],
  ["DRIFTTOTAL", (values, targets) => [values, targets]],
  ["BANDS", (_, targets, __, policy) => [targets, down(policy)]],
  ["STATUS", (values, targets, _, policy) => [values, targets, down(policy)]],
  ["REBALANCE", (values, targets, cash, policy) => [values, targets, down(cash), down(policy)]],
  ["CONTRIBUTE", (values, targets, cash) => [values, targets, down(cash)]],
  ["WITHDRAW", (values, targets) => [values, targets, down(0.01)]],
  ["ELECTIONS", (values) => [values]],
];

const asked = withContribution(accounts(40));

const frozen = (rows: unknown[][]): unknown[][] => {
  for (const row of rows) Object.freeze(row);
  return Object.freeze(rows) as unknown[][];
};

describe.each(questions)("%s", (id, ask) => {
  const answer = (allocation: Account, amount: bigint, policy: string, blank?: unknown): unknown => {
    const cell = (given: unknown): unknown => (given === 0 && blank !== undefined ? blank : given);
    const values = valueCells(allocation).map((row) => row.map(cell));
    const targets = targetCells(allocation).map((row) => row.map(cell));
    return call(id, ...ask(values, targets, inDollars(amount), policy));
  };

  test("blanks as 0, null and empty text give the same answer", () => {
    fc.assert(
      fc.property(asked, rowBands, ({ allocation, amount }, { text }) => {
        const straight = answer(allocation, amount, text, 0);
        expect(answer(allocation, amount, text, null)).toEqual(straight);
        expect(answer(allocation, amount, text, "")).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  test("17: the same question has the same answer, and its cells are left alone", () => {
    fc.assert(
      fc.property(asked, rowBands, ({ allocation, amount }, { text }) => {
        const given = ask(frozen(valueCells(allocation)), frozen(targetCells(allocation)), inDollars(amount), text);
        const before = JSON.stringify(given);
        const first = JSON.stringify(call(id, ...given));
        // Another question in between: an answer may not depend on what was asked before.
        call(id, ...ask(down(1, 2), down(40, 60), 3, "1%"));
        expect(JSON.stringify(call(id, ...given))).toBe(first);
        expect(JSON.stringify(given)).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  test('19: 60, 0.6 and "60%" are the same', () => {
    const typedThrice = accounts(40).chain((allocation) =>
      spellings(allocation.values.length).map((typed) => ({ allocation, typed })),
    );
    fc.assert(
      fc.property(typedThrice, rowBands, ({ allocation, typed }, { text }) => {
        const values = valueCells(allocation);
        // Every row has a target, so that no row can pass for a total.
        fc.pre(typed.percent.every((target) => target !== 0));
        const spelled = (cells: readonly unknown[]): unknown => call(id, ...ask(values, down(...cells), 100, text));
        const straight = spelled(typed.percent);
        expect(spelled(typed.fraction)).toEqual(straight);
        expect(spelled(typed.text)).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  test("rows laid out across give the same numbers across", () => {
    fc.assert(
      fc.property(asked, rowBands, ({ allocation, amount }, { text }) => {
        fc.pre(allocation.values.length > 1);
        const across = (rows: readonly (readonly unknown[])[]): unknown[][] => [rows.map((row) => row[0])];
        const turned = call(
          id,
          ...ask(across(valueCells(allocation)), across(targetCells(allocation)), inDollars(amount), text),
        );
        const straight = answer(allocation, amount, text) as unknown[][];
        expect(turned).toEqual((straight[0] as unknown[]).map((_, at) => straight.map((row) => row[at])));
      }),
      { numRuns: 30 },
    );
  });
});
