import { describe, expect, it } from "@jest/globals";
import { callLater, down, failureLater, typed } from "./shipped";

describe("KEEL.RMD", () => {
  it("divides by the Uniform Lifetime Table, from the start age on", async () => {
    expect(await callLater("RMD", ...typed(205_000, 74))).toEqual([[8_039.22]]);
    expect(await callLater("RMD", ...typed(205_000, 74, 1960))).toEqual([[0]]);
    expect(await callLater("RMD", ...typed(100_000, down("Age", 72, 73, "", 75)))).toEqual(
      down("", 0, 3_773.58, 0, 4_065.04),
    );
    expect(await callLater("RMD", ...typed(down(100_000, 0), down(75, 75), down(1960, 1959)))).toEqual(
      down(4_065.04, 0),
    );
  });

  it("names what is wrong", async () => {
    expect((await failureLater("RMD", ...typed(-1, 74))).message).toMatch(/^Balance: -1 is not between/);
    expect((await failureLater("RMD", ...typed(1, 74.5))).message).toMatch(/^Age: 74\.5 is not a whole number/);
    expect((await failureLater("RMD", ...typed(1, 74, 52))).message).toMatch(/^Birth year: 52 is not between/);
    expect((await failureLater("RMD", ...typed(1, null))).message).toMatch(/^Age/);
  });
});
