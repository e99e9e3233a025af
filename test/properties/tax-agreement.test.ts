import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { columnsOf, holdingsTable, targetsTable } from "../functions/household-tables";
import { callLater, down } from "../functions/shipped";

// PLAN, SELLORDER and HARVEST are about the same lots by different ways: a linear program, a search along a convex
// function, and a product. On the same sale they agree to the cent.

const AS_OF = "2026-06-15";
const POLICY = "income 22%; gains rate 15%; gains allowed";

const drawn = fc
  .array(
    fc.record({
      shares: fc.integer({ min: 1, max: 400 }),
      cost: fc.integer({ min: 1, max: 60_000 }),
      // Before the 30 days in which another lot would wash a loss.
      acquired: fc.constantFrom("2019-02-28", "2023-11-01", "2025-06-15", "2025-06-16", "2026-01-02"),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((lots) =>
    lots.map(({ shares, cost, acquired }) => ({
      ...{ Account: "Brokerage", Fund: "A", Class: "Stocks", Shares: shares, "Cost basis": cost, Acquired: acquired },
    })),
  );

describe("PLAN, SELLORDER and HARVEST", () => {
  it("agree on the tax of an amount that is raised, to the cent", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.integer({ min: 1, max: 100 }), async (lots, percent) => {
        const held = lots.reduce((sum, { Shares }) => sum + Shares * 100, 0);
        const amount = Math.max(1, Math.floor((held * percent) / 100));
        const order = await callLater(
          ...([
            "SELLORDER",
            holdingsTable(...lots),
            down(100),
            down(amount),
            "min tax",
            down(AS_OF),
            down(POLICY),
          ] as const),
        );
        const rows = lots.map((each, index) => ({
          ...{ ...each, "Asset class": "Stocks", Price: 100, "Cash flow": index === 0 ? -amount : "" },
        }));
        const plan = await callLater(
          "PLAN",
          holdingsTable(...rows),
          targetsTable({ Stocks: 100 }),
          down(POLICY),
          down(AS_OF),
        );
        const sum = (cells: readonly (readonly unknown[])[]): number =>
          Math.round(cells.reduce((all, [cell]) => all + (cell as number) * 100, 0)) + 0;
        expect(sum(columnsOf(order, "Amount"))).toBe(amount * 100);
        expect(sum(columnsOf(order, "Tax"))).toBe(sum(columnsOf(plan, "Tax")));
      }),
      { numRuns: 40 },
    );
  });

  it("agree on what the losses of lots save, where gains use them up", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (lots) => {
        const all = [
          ...lots,
          // Gains of both kinds that no loss exceeds.
          { ...(lots[0] as (typeof lots)[number]), Shares: 5_000, "Cost basis": 1, Acquired: "2015-01-05" },
          { ...(lots[0] as (typeof lots)[number]), Shares: 5_000, "Cost basis": 1, Acquired: "2026-02-02" },
        ];
        const held = all.reduce((sum, { Shares }) => sum + Shares * 100, 0);
        const taxOf = async (rows: typeof all, amount: number): Promise<number> =>
          (
            await callLater(
              "SELLORDER",
              holdingsTable(...rows),
              down(100),
              down(amount),
              "min tax",
              down(AS_OF),
              down(POLICY),
            )
          )
            .slice(1)
            .reduce((sum, row) => sum + Math.round((row[4] as number) * 100), 0);
        const gaining = all.filter(({ Shares, "Cost basis": basis }) => basis <= Shares * 100);
        const gains = await taxOf(
          gaining,
          gaining.reduce((sum, { Shares }) => sum + Shares * 100, 0),
        );
        const found = await callLater(
          "HARVEST",
          holdingsTable(...all),
          [
            ["Fund", "Price"],
            ["A", 100],
          ],
          down(AS_OF),
          down(POLICY),
        );
        const saved = columnsOf(found, "Tax saved").reduce((sum, [cell]) => sum + Math.round(Number(cell) * 100), 0);
        expect((await taxOf(all, held)) + saved).toBe(gains);
      }),
      { numRuns: 40 },
    );
  });
});
