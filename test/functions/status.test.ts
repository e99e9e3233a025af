import { describe, expect, it } from "@jest/globals";
import { call, column, down, failure } from "./shipped";

describe("KEEL.STATUS", () => {
  it("says on which side of its band each row is", () => {
    expect(column("STATUS", down(6500, 2300, 1200), down(0.6, 0.3, 0.1), [["5%"]])).toEqual([
      "In band",
      "Under",
      "In band",
    ]);
    expect(column("STATUS", down(66, 34), down(60, 40), [["5%"]])).toEqual(["Over", "Under"]);
  });

  it("counts exactly at the edge as in, and a cent beyond as out", () => {
    expect(column("STATUS", down(65, 35), down(60, 40), [["5%"]])).toEqual(["In band", "In band"]);
    expect(column("STATUS", down(65.01, 34.99), down(60, 40), [["5%"]])).toEqual(["Over", "Under"]);
  });

  it("without a band has only the exact target in", () => {
    expect(column("STATUS", down(60, 40), down(60, 40), null)).toEqual(["In band", "In band"]);
    expect(column("STATUS", down(60.01, 40), down(60, 40), [[""]])).toEqual(["Over", "Under"]);
  });

  it("is empty for header and blank rows", () => {
    expect(column("STATUS", down("Value", 60, null, 40), down("Target", 60, 0, 40), [["5%"]])).toEqual([
      "",
      "In band",
      "",
      "In band",
    ]);
  });

  it("answers across for ranges that lie in a row", () => {
    expect(call("STATUS", [[66, 34]], [[60, 40]], [["5%"]])).toEqual([["Over", "Under"]]);
  });

  it("takes money without a target for over, by the band of a target of 0", () => {
    expect(column("STATUS", down(57, 37, 6), down(60, 40, 0), [["5%"]])).toEqual(["In band", "In band", "Over"]);
    expect(column("STATUS", down(57, 38, 5), down(60, 40, 0), [["5%"]])[2]).toBe("In band");
    expect(column("STATUS", down(599, 400, 1), down(60, 40, 0), [["20% relative"]])[2]).toBe("Over");
  });

  it("leaves held money out of the total", () => {
    expect(column("STATUS", down(60, 40, 900), down(60, 40, 0), [["5%; unassigned hold"]])).toEqual([
      "In band",
      "In band",
      "",
    ]);
  });

  it("points to ISDUE for a band of the whole", () => {
    expect(failure("STATUS", down(60, 40), down(60, 40), [["drift 3%"]]).message).toMatch(/KEEL\.ISDUE/);
  });

  it("says which clause it doesn't know", () => {
    expect(failure("STATUS", down(60, 40), down(60, 40), [["annual; often"]])).toMatchObject({
      code: "#VALUE!",
      message: expect.stringMatching(/^Policy: "often" is not known\. Known are: annual, /),
    });
  });

  it("compares a row with the band of its own, of the whole total, whatever is locked", () => {
    const [values, targets] = [down("Value", 5600, 3100, 1300), down("Target", 60, 30, 10)];
    expect(column("STATUS", values, targets, null, down("Rule", "3pp", "5pp", "2.5pp"))).toEqual([
      "",
      "Under",
      "In band",
      "Over",
    ]);
    const twoColumns = [
      ["Lock", "Band"],
      ["hold", 0.03],
      ["", "5/25"],
      ["no sell", ""],
    ];
    expect(column("STATUS", values, targets, [["2%"]], twoColumns)).toEqual(["", "Under", "In band", "Over"]);
    expect(
      call(
        "STATUS",
        [[5600, 3100, 1300]],
        [[60, 30, 10]],
        [["2%"]],
        [
          ["hold", "no buy", null],
          ["5%", 2, 3],
        ],
      ),
    ).toEqual([["In band", "In band", "In band"]]);
  });
});
