import { describe, expect, it } from "@jest/globals";
import { call, CellError, down, failure } from "./shipped";

const VALUES = down(33600, 8000, 11000, 7400);
const TARGETS = down(50, 15, 25, 10);
const months = (contribution: unknown, policy?: string): unknown =>
  call("MONTHSTOBAND", VALUES, TARGETS, [[contribution]], policy === undefined ? null : [[policy]])[0]?.[0];

describe("KEEL.MONTHSTOBAND", () => {
  it("counts contributions until the last row is in", () => {
    // Row 1 comes below 55 % with 1,090.91 more, row 3 up to 20 % with 1,250.
    expect(months(500, "5/25")).toBe(3);
    expect(months(1250, "5/25")).toBe(1);
    expect(months(1249.99, "5/25")).toBe(2);
    expect(months(0.01, "5/25")).toBe(125_000);
  });

  it("is CASHNEEDED in contributions without a band", () => {
    expect(months(500)).toBe(28);
    expect(months(500.01)).toBe(28);
    expect(months(499.99)).toBe(29);
  });

  it("is 0 where everything is in band now, even with nothing to contribute", () => {
    expect(months(500, "20%")).toBe(0);
    expect(months(null, "20%")).toBe(0);
    expect(call("MONTHSTOBAND", down(0, 0), down(60, 40), [[100]])).toEqual([[0]]);
  });

  it("reads blank rows, headers and rows that lie across as the other functions do", () => {
    expect(
      call("MONTHSTOBAND", [["Value", 600, "", 300, 100]], [["Target", "60%", null, "40%", 0]], [[100]], [["5%"]]),
    ).toEqual([[10]]);
  });

  it("sells nothing, so that no sells changes nothing", () => {
    expect(months(500, "no sells; 5/25")).toBe(3);
  });

  it("takes what the policy keeps back off each contribution", () => {
    expect(months(600, "5/25; keep $100")).toBe(3);
    // 1,250 are invested, and kept back is a hundredth of the total after: by 3 × 500 it is not enough.
    expect(months(500, "5/25; keep 0.5%")).toBe(7);
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[100]], [["5/25; keep $100"]])).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Contribution: nothing of it is invested/),
    });
  });

  it("follows each contribution where they depend on each other", () => {
    expect(months(500.99, "5/25; whole dollars")).toBe(3);
    expect(months(509.99, "5/25; multiples of $10")).toBe(3);
    expect(months(500, "5/25; min $400")).toBe(3);
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[0.5]], [["5/25; whole dollars"]]).code).toBe("#N/A");
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[0.01]], [["5/25; min $400"]])).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Contribution: after 41,666 of them some row is still outside/),
    });
  });

  it("knows the band of the whole portfolio by its drift", () => {
    // 6 + 2.33 points over, of 60,000: 5,000 − … ≤ 3 % of the total.
    expect(months(1000, "drift 3%")).toBe(6);
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[500]], [["tracking error 1%"]]).message).toMatch(
      /^The policy has a tracking error band/,
    );
  });

  it("has no answer where no contribution is enough", () => {
    expect(failure("MONTHSTOBAND", down(60, 40, 5), down(60, 40, 0), [[100]], [["20% relative"]])).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^Values, row 3 holds money but its target is 0/),
    });
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[0]], [["5/25"]]).code).toBe("#N/A");
    expect(call("MONTHSTOBAND", down(60, 40, 5), down(60, 40, 0), [[100]], [["unassigned hold"]])).toEqual([[0]]);
  });

  it("says what is wrong with what it was given", () => {
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[-5]]).message).toBe(
      "Contribution: -5 is below 0. Type a positive amount.",
    );
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, null).message).toMatch(/^Contribution is missing/);
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [["soon"]]).message).toMatch(
      /^Contribution: "soon" is not a number/,
    );
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[500]], [["whole shares"]]).message).toMatch(/needs prices/);
    expect(failure("MONTHSTOBAND", VALUES, TARGETS, [[new CellError("#N/A", "")]])).toBeInstanceOf(CellError);
    expect(failure("MONTHSTOBAND", down(50e12, 1), down(1, 99), [[500]]).code).toBe("#VALUE!");
  });
});
