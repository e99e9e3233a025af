import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { assess, bands, checkup, isDue, rebalance, status, type Assessed } from "../../src/operations";
import { statusWords, type Argument, type ResultCells } from "../../src/ranges";
import "../properties/seed";

/** 2026-03-15 */
const TODAY = 46096;

interface Asked {
  readonly values: Argument;
  readonly targets: Argument;
  readonly policy: Argument;
  readonly rows?: Argument;
  readonly returns?: Argument;
}

function assessed(asked: Asked, cash = 0): Assessed {
  const parts = assess({ ...asked, cash: [[cash]], today: TODAY });
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
  }
}

const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);

function cellsOf(answer: { readonly ok: boolean; readonly cells?: ResultCells }): ResultCells {
  if (!answer.ok || !answer.cells) throw new Error("A function has no answer where the assessment has one.");
  return answer.cells;
}

describe("past returns in the assessment", () => {
  const returns = [["Month", "A", "B"], [46000, 0.01, 0.02], [45970, 0.02, 0.01], [45940, 0.01, 0.03]]; // prettier-ignore
  const asked = { values: column([6000, 4000]), targets: column([50, 50]), returns };

  it("say nothing where the rule doesn't ask them, whatever is wrong with them", () => {
    expect(assessed({ ...asked, policy: column(["5pp"]) }).ok).toBe(true);
  });

  it("are an error where the rule measures by them", () => {
    const found = assessed({ ...asked, policy: column(["tracking error 1%"]) });
    expect(found.ok ? undefined : found.about).toBe("policy");
  });
});

describe("rules of rows in the assessment", () => {
  it("leave a held fund alone and sell one whose target is 0, as REBALANCE does", () => {
    // A fund that can't be sold beside one that is to go; the rest 60/40 of the 6,000 that are left.
    const found = assessed({
      values: column([4000, 1000, 3000, 2000]),
      targets: column(["", 0, 60, 40]),
      policy: null,
      rows: column(["hold", "", "", ""]),
    });
    expect(found.ok && found.value.acting.ok && found.value.acting.value.rebalancing.trades).toEqual([
      0, -100_000, 60_000, 40_000,
    ]);
    expect(found.ok && found.value.rows.map(({ lock }) => lock)).toEqual(["hold", undefined, undefined, undefined]);
  });

  it("give each row the band of its own", () => {
    // −4, +1 and +3 points from target.
    const found = assessed({
      values: column([5600, 3100, 1300]),
      targets: column([60, 30, 10]),
      policy: column(["20pp"]),
      rows: [
        ["", "3pp"],
        ["", "5pp"],
        ["", ""],
      ],
    });
    expect(found.ok && found.value.rows.map(({ side, lowest, ownBand }) => [side, lowest, ownBand])).toEqual([
      [-1, 0.57, true],
      [0, 0.25, true],
      [0, 0, undefined],
    ]);
  });

  it("stop it with the row where one can't be read", () => {
    const found = assessed({
      values: column([1, 1]),
      targets: column([50, 50]),
      policy: null,
      rows: column(["", "maybe"]),
    });
    expect(found).toMatchObject({ ok: false, about: "list", problem: { code: "unknown row rule", at: { row: 1 } } });
  });

  it("come to what the functions answer with the same columns", () => {
    const one = fc.record({
      value: fc.integer({ min: 0, max: 90_000 }),
      part: fc.integer({ min: 0, max: 9 }),
      lock: fc.constantFrom("", "", "", "hold", "no buy", "no sell"),
      band: fc.constantFrom<string | number>("", "", "3pp", "20% relative", 0.04),
    });
    const policies = ["5/25", "5%; to edge", "10% relative; to halfway", "annual and 5%; last 2025-01-02", ""];
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 2, maxLength: 7 }),
        fc.constantFrom(...policies),
        fc.integer({ min: 0, max: 5000 }),
        (rows, policy, cash) => {
          const whole = rows.reduce((sum, { part }) => sum + part, 0);
          fc.pre(whole > 0 && rows.some(({ value }) => value > 0));
          const asked = {
            values: column(rows.map(({ value }) => value)),
            targets: column(rows.map(({ part }) => part / whole)),
            policy: column([policy === "" ? "unassigned sell" : `${policy}; unassigned sell`]),
            rows: rows.map(({ lock, band }) => [lock, band]),
          };
          const { values, targets, policy: rule } = asked;
          const found = assessed(asked, cash);
          if (!found.ok) throw new Error(found.problem.code);
          const { rows: stand, acting, due, checkup: checked } = found.value;
          const edges = cellsOf(bands.answer(targets, rule, asked.rows));
          const words = cellsOf(status.answer(values, targets, rule, asked.rows));
          for (const { row, lowest, highest, side } of stand) {
            expect([lowest, highest]).toEqual(edges[row]);
            expect([statusWords.under, statusWords.inBand, statusWords.over][side + 1]).toBe(words[row]?.[0]);
          }
          const trades = rebalance.answer(values, targets, [[cash]], rule, [[TODAY]], null, null, asked.rows);
          expect(acting.ok).toBe(trades.ok);
          if (acting.ok && trades.ok) {
            expect(acting.value.rebalancing.trades.map((trade) => [trade / 100])).toEqual(trades.cells);
          }
          const day = [[TODAY]];
          expect([[due.due]]).toEqual(cellsOf(isDue.answer(values, targets, rule, day, null, null, asked.rows)));
          const asChecked = checkup.decide(values, targets, rule, day, null, null, null, asked.rows);
          const own = checked();
          expect(own.ok && own.value.effect.trades).toEqual(asChecked.ok && asChecked.value.found.effect.trades);
        },
      ),
      { numRuns: 150 },
    );
  });
});
