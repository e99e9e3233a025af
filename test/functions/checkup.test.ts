import { describe, expect, it } from "@jest/globals";
import { call, down } from "./shipped";

const VALUES = down(33600, 8000, 11000, 7400);
const TARGETS = down(50, 15, 25, 10);

/** The table as topic: finding, and the pitfalls in order. */
function checkup(policy: string, day: string, log: unknown[][] | null = null, values = VALUES, targets = TARGETS) {
  const rows = call("CHECKUP", values, targets, [[policy]], [[day]], null, null, log).slice(1);
  const pitfalls = rows.filter(([topic]) => topic === "Pitfall").map(([, finding]) => String(finding));
  return { findings: new Map(rows.map(([topic, finding]) => [topic, finding])), pitfalls };
}

describe("KEEL.CHECKUP", () => {
  it("says due or not and why, drifts, trades and what they cost", () => {
    const { findings } = checkup("annual and 5/25; last 2026-01-05; cost 0.1%; fee $4.95", "2026-06-01");
    expect(findings.get("Due")).toBe("No. The next look is due on 2027-01-05.");
    expect(findings.get("Next look")).toBe("2027-01-05");
    expect(findings.get("Largest drift")).toBe("Row 3: 6.67 points under.");
    expect(findings.get("Trades if you act")).toBe("4 trades: $5,000 sold, $5,000 bought.");
    // 0.1 % of 10,000 and four fees
    expect(findings.get("Cost of acting")).toBe("$29.80.");
  });

  it("says which rows are outside", () => {
    const { findings } = checkup("5/25", "2026-06-01");
    expect(findings.get("Due")).toBe("Yes. The portfolio is outside its band. Outside: rows 1 and 3.");
  });

  it.each([
    [
      "too often",
      "annual",
      down("Date", "2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05"),
      /^You rebalanced 5 times/,
    ],
    ["on every look", "monthly", null, /^The policy trades monthly, whatever the drift/],
    ["not often enough", "annual and 5/25; last 2020-01-05", null, /^The last look was .* days ago/],
    ["no rule", "", null, /^The policy has neither a calendar nor a band/],
  ])("knows the pitfall of %s", (_, policy, log, sentence) => {
    expect(checkup(policy, "2026-06-01", log).pitfalls).toContainEqual(expect.stringMatching(sentence));
  });

  it("counts a log's looks without trades as looks, and not as rebalances", () => {
    const days = ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05"];
    const log = (...traded: readonly unknown[]): unknown[][] => [
      ["Date", "Reason", "Traded"],
      ...days.map((day, row) => [day, "", traded[row]]),
    ];
    const often = expect.stringMatching(/^You rebalanced 5 times/);
    const policy = "annual and 5/25; last 2020-01-05";
    expect(checkup(policy, "2026-06-01", log(1, 2, 3, 4, 5)).pitfalls).toContainEqual(often);
    for (const none of [0, null, ""]) {
      const { pitfalls } = checkup(policy, "2026-06-01", log(1, none, 3, 4, 5));
      expect(pitfalls).not.toContainEqual(often);
      // The last look is the log's, traded or not.
      expect(checkup(policy, "2026-06-01", log(1, 2, 3, 4, none)).pitfalls.join()).not.toMatch(/The last look was/);
    }
  });

  it("knows small trades, money without a target, and sales that a contribution could avoid", () => {
    const small = checkup("", "2026-06-01", null, down(50001, 49999), down(50, 50));
    expect(small.pitfalls).toContainEqual(
      expect.stringMatching(/^Trades below a thousandth of the total: rows 1 and 2/),
    );
    expect(small.pitfalls).toContainEqual("A contribution of $2 would reach the targets without any sale.");
    const stray = checkup("5%", "2026-06-01", null, down(600, 300, 50), down(60, 40, 0));
    expect(stray.pitfalls).toContainEqual(expect.stringMatching(/^Money without a target: row 3/));
  });

  it("tells that targets were scaled", () => {
    const { findings } = checkup("5%", "2026-06-01", null, down(1, 1, 1), down(33.33, 33.33, 33.33));
    expect(findings.get("Note")).toBe("Targets add up to 99.99%; they were scaled to 100%.");
  });

  it("names each row that is held out of the total, and its money", () => {
    const rows = call(
      "CHECKUP",
      down(6000, 3000, 1000, 250.5),
      down(60, 40, null, 0),
      [["unassigned hold"]],
      [["2026-06-01"]],
    );
    expect(rows.filter(([topic]) => topic === "Note").map(([, finding]) => finding)).toEqual([
      "Values, row 3: $1,000 without a target is left out of the total, as the policy says.",
      "Values, row 4: $250.50 without a target is left out of the total, as the policy says.",
    ]);
  });

  it("keeps to the rules of rows, and says where they leave nothing to trade", () => {
    const found = call(
      "CHECKUP",
      down(70, 30),
      down(60, 40),
      [["5%"]],
      [["2026-06-01"]],
      null,
      null,
      null,
      down("no sell", ""),
    );
    expect(found[1]).toEqual(["Due", "No. The rules of the rows leave nothing to trade. Outside: rows 1 and 2."]);
    expect(found).toContainEqual(["Trades if you act", "None."]);
  });
});
