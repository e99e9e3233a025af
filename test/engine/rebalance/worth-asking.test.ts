import { describe, expect, it } from "@jest/globals";
import { WorthAsking } from "../../../src/engine/rebalance/worth-asking";

/** For each drop, whether bounds are asked, where they settle just the drops with these numbers. */
function asked(drops: number, settled: readonly number[]): string {
  const bounds = new WorthAsking();
  let said = "";
  for (let drop = 0; drop < drops; drop++) {
    const isAsked = bounds.isWorthAsking();
    said += isAsked ? "?" : ".";
    if (!(isAsked && settled.includes(drop))) bounds.leftOpen();
  }
  return said;
}

describe("WorthAsking", () => {
  it("asks bounds for each drop while they settle them", () => {
    expect(asked(5, [0, 1, 2, 3, 4])).toBe("?????");
  });

  it("asks them again at once after one that they left open", () => {
    expect(asked(5, [0, 2, 4])).toBe("?????");
  });

  it("asks them less and less where they leave each open, and never for more than 16 drops not", () => {
    const pauses = asked(80, []).split("?").slice(1, -1);
    expect(pauses.map((pause) => pause.length)).toEqual([0, 1, 3, 7, 15, 16, 16]);
  });

  it("asks them for each again once they have settled one", () => {
    // Left open at 0, 1 and 3, settled at 7, left open at 8 and 9.
    expect(asked(12, [7])).toBe("??.?...???.?");
  });
});
