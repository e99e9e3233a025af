import { describe, expect, it } from "@jest/globals";
import { call, failure } from "./shipped";

const BOUGHT_MAY_1 = [
  ["Date", "Fund", "Amount"],
  [46143, "VTI", 5000],
];

describe("KEEL.ROUNDTRIPS", () => {
  it("gives the day from which a purchase may be sold again", () => {
    expect(call("ROUNDTRIPS", BOUGHT_MAY_1, null, null)).toEqual([
      ["Fund", "Last trade", "Next allowed date", "Status"],
      [
        "VTI",
        46143,
        46173,
        "Don't sell before 2026-05-31: bought on 2026-05-01, and a sale within 30 days makes a roundtrip.",
      ],
    ]);
    expect(call("ROUNDTRIPS", BOUGHT_MAY_1, [["2026-05-31"]], "fidelity")[1]?.[3]).toBe("Free to trade");
  });

  it("takes a number of days as a number or as text, as Excel hands it over", () => {
    expect(call("ROUNDTRIPS", BOUGHT_MAY_1, null, "60")[1]?.[2]).toBe(46203);
    expect(call("ROUNDTRIPS", BOUGHT_MAY_1, null, 60)[1]?.[2]).toBe(46203);
  });

  it("asks for a real date where a text can mean two", () => {
    const ambiguous = failure("ROUNDTRIPS", [...BOUGHT_MAY_1, ["03/04/2026", "VTI", 1]]);
    expect(ambiguous.code).toBe("#VALUE!");
    expect(ambiguous.message).toMatch(/^Trades, row 3, Date: "03\/04\/2026"/);
  });
});

describe("KEEL.ROUNDTRIPS of trades in shares", () => {
  it("takes the direction from the shares, and the amount by its size or from the price", () => {
    const sold = [
      ["Date", "Fund", "Shares", "Amount", "Price"],
      [46143, "VTI", 100, -5000, ""],
      [46150, "VTI", -100, "", 51],
    ];
    expect(call("ROUNDTRIPS", sold, null, "vanguard")[1]).toEqual([
      ...["VTI", 46150, 46180, "Don't buy before 2026-06-07: sold on 2026-05-08."],
    ]);
    expect(call("ROUNDTRIPS", sold, null, "fidelity")[1]?.[3]).toMatch(
      /^Don't sell before 2026-05-31: bought on 2026-05-01/,
    );
  });
});
