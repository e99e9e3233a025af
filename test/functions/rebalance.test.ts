import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

const VALUES = down(6500, 2300, 1200);
const TARGETS = down(0.6, 0.3, 0.1);

describe("KEEL.REBALANCE", () => {
  it("goes all the way to the target without a band", () => {
    expect(column("REBALANCE", VALUES, TARGETS)).toEqual([-500, 700, -200]);
  });

  it("adds up to the cash, in or out", () => {
    expect(column("REBALANCE", VALUES, TARGETS, [[1000]])).toEqual([100, 1000, -100]);
    expect(column("REBALANCE", VALUES, TARGETS, [[-1000]])).toEqual([-1100, 400, -300]);
    expect(column("REBALANCE", VALUES, TARGETS, [[-10000]])).toEqual([-6500, -2300, -1200]);
  });

  it.each([[null], [undefined], [[[""]]], [[[null]]], [[[0]]]])("takes %p for no cash and no policy", (left) => {
    expect(column("REBALANCE", VALUES, TARGETS, left, left)).toEqual([-500, 700, -200]);
  });

  it("trades nothing inside the band, the edge included", () => {
    expect(column("REBALANCE", down(65, 35), down(60, 40), null, [["5%"]])).toEqual([0, 0]);
    expect(column("REBALANCE", down(65.01, 34.99), down(60, 40), null, [["5%"]])).toEqual([-5.01, 5.01]);
  });

  it("places cash first, and stops there if that brings every row into its band", () => {
    expect(column("REBALANCE", VALUES, TARGETS, [[900]], [["5%"]])).toEqual([0, 900, 0]);
    expect(column("REBALANCE", VALUES, TARGETS, [[500]], [["3%"]])).toEqual([-200, 850, -150]);
  });

  it("invests cash in an empty portfolio", () => {
    expect(column("REBALANCE", down(0, null), down(60, 40), [[100]], [["5%"]])).toEqual([60, 40]);
  });

  it("answers across for ranges that lie in a row", () => {
    expect(call("REBALANCE", [[6500, 2300, 1200]], [[0.6, 0.3, 0.1]])).toEqual([[-500, 700, -200]]);
  });

  it("leaves the header empty and blank rows at 0", () => {
    expect(column("REBALANCE", down("Value", 60, null, 60, ""), down("", 60, 0, 40, ""))).toEqual(["", 12, 0, -12, 0]);
  });

  it("answers a blank the same whichever way the host says it", () => {
    const blanks = [0, null, ""].map((blank) => column("REBALANCE", down(60, blank, 60), down(50, 40, 10)));
    expect(blanks).toEqual([blanks[0], blanks[0], blanks[0]]);
  });

  it("shows 0 and never −0", () => {
    expect(column("REBALANCE", down(60, 40, 0), down(60, 40, 0))).toEqual([0, 0, 0]);
    expect(column("REBALANCE", down(60, 40, 0), down(60, 40, 0), null, [["5%"]])).toEqual([0, 0, 0]);
  });

  it("answers the same twice, and leaves its arguments as they were", () => {
    const [values, targets] = [down(6500, "$2,300.00", 1200), down("60%", 0.3, 0.1)];
    const first = column("REBALANCE", values, targets, [[5]]);
    expect(column("REBALANCE", values, targets, [[5]])).toEqual(first);
    expect([values, targets]).toEqual([down(6500, "$2,300.00", 1200), down("60%", 0.3, 0.1)]);
  });

  it("doesn't take out more than there is", () => {
    expect(failure("REBALANCE", VALUES, TARGETS, [[-10000.01]])).toMatchObject({
      code: "#VALUE!",
      message: "$10,000.01 is to be taken out, but there is only $10,000. Ask for that much or less.",
    });
  });

  it("takes cash from one cell only", () => {
    expect(failure("REBALANCE", VALUES, TARGETS, down(100, 200))).toMatchObject({
      code: "#VALUE!",
      message: "Cash is 2 rows by 1 column. Give a single cell.",
    });
  });

  it("names the argument of cash that is no number", () => {
    expect(failure("REBALANCE", VALUES, TARGETS, [["soon"]]).message).toMatch(/^Cash: "soon" is not a number\./);
  });

  describe("with rules of rows", () => {
    const VALUES = down(33_600, 8_000, 11_000, 7_400);
    const TARGETS = down(50, 15, 25, 10);
    const ruled = (rules: readonly unknown[], cash = 0, policy: string | null = null): unknown[] =>
      column("REBALANCE", VALUES, TARGETS, [[cash]], policy && [[policy]], null, null, null, down(...rules));

    it("leaves a held row alone, and the others share what is left", () => {
      expect(ruled(["", "", "", "hold"])).toEqual([-4377.77, 766.66, 3611.11, 0]);
      const [values, targets] = [down(4000, 1000, 3000, 2000), down(null, 0, 60, 40)];
      const rules = down("hold", null, null, null);
      expect(column("REBALANCE", values, targets, null, null, null, null, null, rules)).toEqual([0, -1000, 600, 400]);
      // A blank target is fine: the policy's word on money without one is about the other rows.
      expect(
        failure("REBALANCE", values, targets, null, [["unassigned stop"]], null, null, null, rules).message,
      ).toMatch(/row 2/);
      expect(column("REBALANCE", values, targets, null, [["unassigned hold"]], null, null, null, rules)).toEqual([
        0, 0, 0, 0,
      ]);
    });

    it("sells nothing of what may not be sold, and buys nothing of what may not be bought", () => {
      // 33,600 stay; 26,400 are shared 15 : 25 : 10.
      expect(ruled(["no sell", "", "", ""])).toEqual([0, -80, 2200, -2120]);
      // 11,000 stay below their 15,000; 49,000 are shared 50 : 15 : 10.
      expect(ruled(["", "", "no buy", ""])).toEqual([-933.33, 1800, 0, -866.67]);
      // What nobody may take stays where it is.
      expect(ruled(["", "no buy", "no buy", "hold"])).toEqual([0, 0, 0, 0]);
      expect(
        column("REBALANCE", down(100, 50), down(0, 100), [[-30]], null, null, null, null, down("", "no buy")),
      ).toEqual([-30, 0]);
    });

    it("goes part of the way within the locks", () => {
      const at = (values: readonly number[], rules: readonly string[], policy: string): unknown[] =>
        column("REBALANCE", down(...values), down(60, 20, 20), null, [[policy]], null, null, null, down(...rules));
      // Row 3 is under its band, and row 1 may not pay for it: row 2 does, as far as it has more than its share.
      expect(at([6800, 2100, 1100], ["no sell", "", ""], "5%; to edge")).toEqual([0, -400, 400]);
      expect(at([7000, 1500, 1500], ["", "", "no buy"], "5%; to edge")).toEqual([-500, 500, 0]);
      expect(at([7000, 1500, 1500], ["", "no buy", "no buy"], "5%; to edge")).toEqual([0, 0, 0]);
      // Without locks and with the policy's band in each row, it is worked number 6.
      expect(at([7000, 1500, 1500], ["5%", "5pp", "5%"], "to edge")).toEqual([-500, 250, 250]);
      expect(at([7000, 1500, 1500], ["5%", "5pp", "5%"], "to halfway")).toEqual([-750, 375, 375]);
      // A band of its own that is wide keeps a row quiet, and one that is narrow moves it.
      expect(at([7000, 1500, 1500], ["15%", "", ""], "5%")).toEqual([0, 0, 0]);
      expect(at([6200, 1900, 1900], ["1%", "", ""], "5%; to edge")).toEqual([-100, 50, 50]);
    });

    it("places cash where it may go, and says which rows bar it", () => {
      expect(ruled(["", "", "no buy", "hold"], 1200, "9%")).toEqual([0, 1200, 0, 0]);
      // Row 3 is outside its band then, but rows 1 and 2 alone may mend what they can: 42,800 are shared 50 : 15.
      expect(ruled(["", "", "no buy", "hold"], 1200, "5/25")).toEqual([-676.92, 1876.92, 0, 0]);
      const barred = failure(
        "REBALANCE",
        VALUES,
        TARGETS,
        [[1200]],
        null,
        null,
        null,
        null,
        down("hold", "no buy", "hold", "no buy"),
      );
      expect(barred.code).toBe("#N/A");
      expect(barred.message).toBe(
        '$1,200 can\'t be placed: no row with a target may be bought. Take "hold" or "no buy" from rows 1, 2, 3 and 4, where you want more.',
      );
      const raised = failure(
        "REBALANCE",
        VALUES,
        TARGETS,
        [[-30_000]],
        null,
        null,
        null,
        null,
        down("no sell", "", "", "hold"),
      );
      expect(raised.code).toBe("#N/A");
      expect(raised.message).toBe(
        '$30,000 can\'t be raised: the rows that may be sold hold $19,000. Ask for less, or take "hold" or "no sell" from rows 1 and 4.',
      );
    });

    it("drops small trades, and rounds to the unit, within the locks", () => {
      expect(ruled(["no sell", "", "", ""], 0, "min $100")).toEqual([0, 0, 2142.85, -2142.85]);
      expect(ruled(["", "", "no buy", ""], 0, "multiples of $100")).toEqual([-900, 1800, 0, -900]);
      expect(ruled(["no sell", "", "", ""], 0, "drift 1%; to edge")[0]).toBe(0);
    });

    it.each([
      [
        ["hodl"],
        'Rows, row 1: "hodl" is no rule of a row. Type hold, no buy, no sell, a band such as 3%, 20% relative or 5/25, or both, such as no buy; 3%.',
      ],
      [
        ["", "drift 3%"],
        'Rows, row 2: "drift 3%" looks at the whole portfolio, so it is no band of one row. Type 3%, 20% relative or 5/25, or say it in the policy.',
      ],
      [["150%"], 'Rows, row 1: "150%" is out of range. Give a number from above 0% to 100%.'],
      [["no buy; no sell"], 'Rows, row 1: "no buy" and "no sell" can\'t both hold for one row. Keep one of them.'],
      [["3%; 4%"], 'Rows, row 1: "3%" and "4%" can\'t both hold for one row. Keep one of them.'],
      [[1], "Rows, row 1: a band of 1 can mean one point or 100%. Type 1pp or 100%."],
      [
        [true],
        'Rows, row 1: "TRUE" is no rule of a row. Type hold, no buy, no sell, a band such as 3%, 20% relative or 5/25, or both, such as no buy; 3%.',
      ],
      [["#N/A"], "Rows, row 1 holds the error #N/A. Correct that cell first."],
    ])("refuses %j", (rules, message) => {
      const all = [...rules, "", "", ""].slice(0, 4);
      expect(failure("REBALANCE", VALUES, TARGETS, null, null, null, null, null, down(...all)).message).toBe(message);
    });

    it("refuses a range of another height or width, and what can't go together", () => {
      const refused = (policy: string | null, rules: readonly (readonly unknown[])[]): string =>
        failure("REBALANCE", VALUES, TARGETS, null, policy && [[policy]], null, null, null, rules).message;
      expect(refused(null, down("hold"))).toBe("Values has 4 rows, Rows has 1. Select the same rows for both.");
      expect(refused(null, down("", "", "", "", "hold"))).toBe(
        "Values has 4 rows, Rows has 5. Select the same rows for both.",
      );
      expect(
        refused(null, [
          ["a", "b", "c"],
          ["", "", ""],
          ["", "", ""],
          ["", "", ""],
        ]),
      ).toBe(
        "Rows is 4 rows by 3 columns. Give one column with a rule a row, or two, Lock and Band, beside the other ranges.",
      );
      expect(refused("whole percent", down("hold", "", "", ""))).toBe(
        'The policy says "whole percent", which trades every row, but the rules of row 1 lock them. Keep one of the two.',
      );
      expect(refused("drift 3%", down("", "3%", "", ""))).toBe(
        "Rows, row 2: the row has a band of its own, but the policy's band looks at all rows at once. Keep one of the two.",
      );
      expect(ruled(["", "", "", "", "", ""])).toEqual([-3600, 1000, 4000, -1400]);
    });
  });
});
