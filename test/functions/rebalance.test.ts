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
});
