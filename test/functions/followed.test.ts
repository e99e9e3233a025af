import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater } from "./shipped";

const LOG = [
  ["Date", "Reason", "Traded"],
  ["2023-01-05", "look", ""],
  ["2024-01-10", "look", 2_500],
  ["2024-07-01", "drift", 800],
  ["2025-02-20", "look", 0],
];

describe("KEEL.FOLLOWED", () => {
  it("holds the log against the rule", async () => {
    const verdicts = async (policy: string, asOf: unknown = null): Promise<unknown> =>
      (await callLater("FOLLOWED", LOG, down(policy), asOf)).slice(1).map((row) => row[4]);
    expect(await verdicts("annual and 5%")).toEqual(["on time", "not due", "late"]);
    expect(await verdicts("annual")).toEqual(["on time", "not due", "late"]);
    expect(await verdicts("annual or 5%")).toEqual(["on time", "late"]);
    expect(await verdicts("annual", down("2026-03-30"))).toEqual(["on time", "not due", "late", "late"]);
    expect(await verdicts("annual", down("2027-02-20"))).toEqual(["on time", "not due", "late", "missed", "due"]);
  });

  it("says when no look was due", async () => {
    expect((await callLater("FOLLOWED", LOG.slice(0, 2), down("annual")))[1]).toEqual([
      "",
      "",
      "",
      "",
      "No look was due",
    ]);
  });

  it("names what is wrong", async () => {
    expect(await failureLater("FOLLOWED", LOG, down("5%"))).toMatchObject({
      code: "#N/A",
      message: "The policy has no calendar, so no look is ever due. Add one, such as annual.",
    });
    expect(
      (
        await failureLater(
          "FOLLOWED",
          [
            ["Date", "Traded"],
            ["soon", 1],
          ],
          down("annual"),
        )
      ).message,
    ).toMatch(/^Log, row 2, Date: "soon"/);
    expect((await failureLater("FOLLOWED", [["Traded"], [1]], down("annual"))).message).toMatch(
      /no column is named Date/,
    );
    expect(
      (
        await failureLater(
          "FOLLOWED",
          [
            ["Date", "Traded"],
            ["", 5],
          ],
          down("annual"),
        )
      ).message,
    ).toMatch(/the date is missing/);
  });
});
