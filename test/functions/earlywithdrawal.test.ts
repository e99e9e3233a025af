import { describe, expect, it } from "@jest/globals";
import { callLater, failureLater, typed } from "./shipped";

const LABELS = [
  ...["Item", "Amount", "Taxable", "Federal tax", "Penalty", "Why", "Withheld", "Paid out now", "In hand"],
  ...["Amount for that much in hand", "Year and sources"],
];

async function withdrawal(...args: readonly unknown[]): Promise<Readonly<Record<string, unknown>>> {
  const table = await callLater("EARLYWITHDRAWAL", ...typed(...args));
  expect(table.map(([label]) => label)).toEqual(LABELS);
  return Object.fromEntries(table.map(([label, value]) => [label as string, value]));
}

describe("KEEL.EARLYWITHDRAWAL", () => {
  it("says what a withdrawal costs, and what would leave that much", async () => {
    expect(await withdrawal(10_000, 45, 60_000, "single", 2026)).toEqual({
      Item: "Value",
      Amount: 10_000,
      Taxable: 10_000,
      "Federal tax": 1_550,
      Penalty: 1_000,
      Why: "Under 59½ without an exception: 10% of the taxable part is due (IRC 72(t)(1)).",
      Withheld: 2_000,
      "Paid out now": 8_000,
      "In hand": 7_450,
      "Amount for that much in hand": 13_750,
      "Year and sources": "2026: Rev. Proc. 2025-32; IRC 72(t), 3405. An estimate, not advice.",
    });
  });

  it("reads the account's type, and needs the basis of a Roth", async () => {
    const of = async (type: string, basis?: unknown): Promise<unknown[]> => {
      const { Penalty: fine, Withheld: withheld } = await withdrawal(
        ...[10_000, 45, 0, "single", 2026, null, type, null, basis],
      );
      return [fine, withheld];
    };
    expect(await of("Rollover IRA")).toEqual([1_000, 1_000]);
    expect(await of("SIMPLE IRA")).toEqual([1_000, 1_000]);
    expect(await of("SIMPLE first two years")).toEqual([2_500, 1_000]);
    expect(await of("SIMPLE IRA, first 2 years")).toEqual([2_500, 1_000]);
    expect(await of("403(b)")).toEqual([1_000, 2_000]);
    expect(await of("457(b)")).toEqual([0, 2_000]);
    expect(await of("Roth IRA", 7_000)).toEqual([300, 300]);
    expect(await of("Roth 401(k)", 7_000)).toEqual([300, 600]);
    const failing = async (type: string): Promise<string> =>
      (await failureLater("EARLYWITHDRAWAL", ...typed(10_000, 45, 0, "single", 2026, null, type))).message;
    expect(await failing("Roth IRA")).toMatch(/^Basis is missing\. .* 0 if none\.$/);
    // Desktop Excel hands an empty cell over as 0.
    for (const none of [0, null, ""]) {
      const asked = typed(10_000, 45, 0, "single", 2026, null, "Roth IRA", null);
      expect((await callLater("EARLYWITHDRAWAL", ...asked, [[none]]))[4]?.[1]).toBe(1_000);
    }
    expect(await failing("HSA")).toMatch(/20% more before 65/);
    expect(await failing("Brokerage")).toMatch(/KEEL\.SELLORDER/);
    expect(await failing("shoe box")).toMatch(/"shoe box" says no type of account/);
  });

  it("says what an exception covers, depends on, and where it doesn't hold", async () => {
    const why = async (exception: string, type = "401(k)", year = 2026): Promise<unknown> =>
      (await withdrawal(30_000, 45, 0, "single", year, exception, type))["Why"];
    expect(await why("first home")).toBe(
      "first home is an exception for IRAs only, so 10% of the taxable part is due.",
    );
    expect(await why("first home", "IRA")).toBe(
      "Exception: first home (IRC 72(t)(2)(F)), if the $10,000 are for life. It covers $10,000; the rest is penalised.",
    );
    expect(await why("domestic abuse")).toMatch(/It covers \$10,500, a figure that is not verified; the rest/);
    expect(await why("domestic abuse", "IRA", 2025)).toMatch(/It covers \$10,300; the rest/);
    expect(await why("long-term care", "401(k)", 2024)).toBe(
      "long-term care is no exception in that year, so 10% of the taxable part is due.",
    );
    expect(await why("rule of 55")).toMatch(/^Without the age in the year of leaving/);
    expect(await why("hardship")).toMatch(/^A hardship withdrawal is no exception of its own: 10%/);
    expect((await failureLater("EARLYWITHDRAWAL", ...typed(1, 45, 0, "single", 2026, "lottery"))).message).toMatch(
      /^Exception: "lottery" is not known\. Type 59½, death, /,
    );
  });

  it("from 55 a plan left in or after that year pays without penalty", async () => {
    const fine = async (age: number, left: number, type: string): Promise<unknown> =>
      (await withdrawal(10_000, age, 0, "single", 2026, null, type, left))["Penalty"];
    expect(await fine(56, 55, "401(k)")).toBe(0);
    expect(await fine(54.8, 55, "401(k)")).toBe(0);
    expect(await fine(56, 54, "401(k)")).toBe(1_000);
    expect(await fine(56, 55, "IRA")).toBe(1_000);
    expect((await failureLater("EARLYWITHDRAWAL", ...typed(1, 45, 0, "single", 2026, null, null, 55))).message).toBe(
      "Separation age: 55 is not between 1 and 46. Type a number in that range.",
    );
  });

  it("keeps the basis in dollars for the amount in hand, at most the amount", async () => {
    const found = await withdrawal(10_000, 45, 60_000, "single", 2026, null, "Roth IRA", null, 10_000);
    expect([found["Federal tax"], found["Penalty"], found["Amount for that much in hand"]]).toEqual([0, 0, 10_000]);
    const some = await withdrawal(10_000, 45, 60_000, "single", 2026, null, "Roth IRA", null, 7_450);
    // 2,550 more in hand: at 12% and 10% of penalty.
    expect(some["Amount for that much in hand"]).toBe(10_719.23);
    expect(
      (await failureLater("EARLYWITHDRAWAL", ...typed(100, 45, 0, "single", 2026, null, null, null, 100.01))).message,
    ).toBe("Basis: $100.01 is more than the amount, $100. Type what of the amount was taxed before.");
  });

  it("names what is wrong", async () => {
    expect((await failureLater("EARLYWITHDRAWAL", ...typed(null, 45, 0, "single", 2026))).message).toMatch(/^Amount/);
    expect((await failureLater("EARLYWITHDRAWAL", ...typed(1, null, 0, "single", 2026))).message).toMatch(/^Age/);
    expect((await failureLater("EARLYWITHDRAWAL", ...typed(1, 45, 0, "single", 2031))).message).toMatch(
      /^Year: the law of 2031/,
    );
  });
});
