import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

describe("KEEL.SHARES", () => {
  it("trades in whole shares, and keeps the fractions that positions have", () => {
    expect(column("SHARES", down(10.5, 4), down(100, 50), down(50, 50))).toEqual([-4, 8]);
  });

  it("trades in fractions where the policy says so", () => {
    const [stocks, bonds] = column("SHARES", down(0, 0), down(30, 70), down(50, 50), [[1000]], [["fractional"]]);
    expect([stocks, bonds]).toEqual([16.6668, 7.1428]);
  });

  it("makes no trades in band and without cash", () => {
    expect(column("SHARES", down(65, 35), down(1, 1), down(60, 40), null, [["5%"]])).toEqual([0, 0]);
  });

  it("never sells under no sells, and never overspends", () => {
    const trades = column("SHARES", down(100, 0), down(10, 10), down(50, 50), [[55]], [["no sells"]]);
    expect(trades).toEqual([0, 5]);
  });

  it("raises money that is taken out in full", () => {
    const [trade] = column("SHARES", down(10), down(33), down(100), [[-100]]);
    expect(trade).toBe(-4);
  });

  it("reserves a fee and a cost", () => {
    expect(column("SHARES", down(0), down(10), down(100), [[100]], [["fee $1"]])).toEqual([9]);
    expect(column("SHARES", down(0), down(10), down(100), [[100]], [["cost 1%"]])).toEqual([9]);
  });

  it("takes prices as small as a billionth of a dollar", () => {
    // $0.52 of the dollar from the sale buys nothing that is short: of equally near trades those that leave no cash come first.
    expect(column("SHARES", down(0, 1, 1), down(1, 1e-9, 1), down(5, 48, 47))).toEqual([0, 1_000_000_000, -1]);
    expect(failure("SHARES", down(0, 0), down(1e-9, 1), down(50, 50), [[1e13]]).message).toBe(
      "Prices, row 1: at 1e-9 a share there would be more shares than Keel can count. Look for a price typed too small.",
    );
    expect(failure("SHARES", down(0, "", 0), down(1e9, "", 0.00000012), down(50, "", 50), [[1]]).message).toBe(
      "Prices, row 3: 1.2e-7 has too many decimals to be counted exactly beside the dearest price. Round it to 4 decimals.",
    );
  });

  it("answers with a fee and a cost in fractions of a share", () => {
    const trades = column(
      "SHARES",
      down(10, 5, 0),
      down(100, 58.7481, 33.33),
      down(40, 30, 30),
      [[500]],
      [["fractional; fee $4.95; cost 0.1%"]],
    ) as number[];
    const paid = [100, 58.7481, 33.33].reduce((sum, price, row) => {
      const traded = (trades[row] as number) * price;
      return sum + traded + Math.abs(traded) * 0.001 + (traded === 0 ? 0 : 4.95);
    }, 0);
    expect(paid).toBeLessThanOrEqual(500 + 1e-9);
    expect(paid).toBeGreaterThan(500 - 1e-5);
  });

  it("never buys a fund whose target is 0", () => {
    expect(column("SHARES", down(0, 0), down(70, 1), down(100, 0), [[100]])).toEqual([1, 0]);
    expect(column("SHARES", down(1, 2), down(100, 30), down(100, 0), [[35]])).toEqual([0, 0]);
    // A sale may stay undone where its money would buy nothing, but no more is bought than was held.
    expect(column("SHARES", down(1, 2), down(100, 30), down(100, 0), [[65]])).toEqual([1, -2]);
  });

  it("takes a price that a formula left noise in", () => {
    expect(column("SHARES", down(0), down(93.539999999999992), down(100), [[1000]])).toEqual([10]);
  });

  it("keeps what is held without a target out of it", () => {
    const trades = column("SHARES", down(6, 3, 1), down(100, 100, 100), down(50, 50, 0), null, [["unassigned hold"]]);
    expect(trades).toEqual([-1, 1, 0]);
  });

  it("lies as its ranges lie, header and blank rows included", () => {
    expect(call("SHARES", [[0, 0]], [[30, 30]], [[50, 50]], [[90]])).toEqual([[2, 1]]);
    const headed = column("SHARES", down("Shares", 0, "", 0), down("Price", 30, "", 30), down("Target", 0.5, "", 0.5), [
      [90],
    ]);
    expect(headed).toEqual(["", 2, 0, 1]);
  });

  it.each([
    [
      down(5),
      down(0),
      down(100),
      "#N/A",
      "Prices, row 1: the price is missing, but the row holds 5 shares. Type the price of one share.",
    ],
    [
      down(5),
      down(""),
      down(100),
      "#N/A",
      "Prices, row 1: the price is missing, but the row holds 5 shares. Type the price of one share.",
    ],
    [
      down(0),
      down(""),
      down(100),
      "#N/A",
      "Prices, row 1: the price is missing, so nothing can be bought. Type the price of one share, or set the target to 0%.",
    ],
    [down(-5), down(10), down(100), "#VALUE!", /^Shares, row 1: -5 is below 0\./],
    [down(5), down(-10), down(100), "#VALUE!", /^Prices, row 1: -10 is below 0\./],
    [down(1e20), down(10), down(100), "#VALUE!", /^Shares, row 1: /],
  ])("refuses %p at %p", (shares, prices, targets, code, message) => {
    const refused = failure("SHARES", shares, prices, targets);
    expect(refused.code).toBe(code);
    if (typeof message === "string") expect(refused.message).toBe(message);
    else expect(refused.message).toMatch(message);
  });

  it.each(["whole dollars", "whole percent", "multiples of $10"])("can't trade shares in %s", (unit) => {
    expect(failure("SHARES", down(5), down(10), down(100), null, [[unit]]).message).toBe(
      `The policy says "${unit}", which trades in shares can't keep. Say "whole shares" or "fractional" instead.`,
    );
  });

  it("can't follow a tracking error band, which needs returns", () => {
    const refused = failure("SHARES", down(5), down(10), down(100), null, [["tracking error 1%"]]);
    expect(refused.message).toMatch(/^The policy has a tracking error band, which needs past returns/);
  });

  it("keeps to the rules of rows", () => {
    const [held, prices, targets] = [down(40, 10, 30, 20), down(100, 100, 100, 100), down(40, 0, 36, 24)];
    const ruled = (rules: readonly string[], cash = 0): unknown[] =>
      column("SHARES", held, prices, targets, [[cash]], null, down(...rules));
    expect(ruled(["", "", "", ""])).toEqual([0, -10, 6, 4]);
    expect(ruled(["hold", "", "no buy", ""])).toEqual([0, -10, 0, 10]);
    // Row 2 may not be sold, so that nothing pays for the others; cash goes where it may.
    expect(ruled(["hold", "no sell", "", ""])).toEqual([0, 0, 0, 0]);
    expect(ruled(["hold", "hold", "no buy", ""], 350)).toEqual([0, 0, 0, 3]);
    expect(ruled(["no sell", "hold", "", ""], -500)).toEqual([0, 0, -3, -2]);
    expect(failure("SHARES", held, prices, targets, [[350]], null, down("hold", "", "no buy", "hold")).message).toMatch(
      /^\$350 can't be placed: no row with a target may be bought\./,
    );
  });

  it("trades within the locks as near to what REBALANCE wants as whole shares come, whatever is tried", () => {
    const locks = ["", "hold", "no buy", "no sell"];
    for (let one = 0; one < 64; one++) {
      const rules = [locks[one & 3], locks[(one >> 2) & 3], locks[one >> 4]];
      const [held, prices, targets] = [
        [7, 4, 9],
        [31, 47, 23],
        [30, 50, 20],
      ];
      const cells = [down(...held), down(...prices), down(...targets)] as const;
      const values = down(...held.map((shares, row) => shares * (prices[row] as number)));
      const wanted = column("REBALANCE", values, cells[2], null, null, null, null, null, down(...rules)) as number[];
      const error = (trades: readonly number[]): number => {
        const spent = trades.reduce((sum, trade, row) => sum + trade * (prices[row] as number), 0);
        const gaps = trades.map((trade, row) => Math.abs(trade * (prices[row] as number) - (wanted[row] as number)));
        return spent > 0 ? Infinity : gaps.reduce((sum, gap) => sum + gap, -spent);
      };
      const found = column("SHARES", ...cells, null, null, down(...rules)) as number[];
      let least = Infinity;
      const changes = held.map((shares, row) => {
        const low = rules[row] === "hold" || rules[row] === "no sell" ? 0 : -shares;
        const high = rules[row] === "hold" || rules[row] === "no buy" ? 0 : 20;
        expect(found[row]).toBeGreaterThanOrEqual(low);
        expect(found[row]).toBeLessThanOrEqual(high);
        return Array.from({ length: high - low + 1 }, (_, step) => low + step);
      });
      for (const first of changes[0] ?? [])
        for (const second of changes[1] ?? [])
          for (const third of changes[2] ?? []) least = Math.min(least, error([first, second, third]));
      expect(error(found)).toBeCloseTo(least, 6);
    }
  });
});
