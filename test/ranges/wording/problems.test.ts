import { describe, expect, it } from "@jest/globals";
import { sentence } from "../../../src/ranges";

describe("problems that the engine finds", () => {
  // The engine knows no arguments: which one is to be filled or mended is said here.
  it("names the argument that the policy looks at", () => {
    expect(sentence({ code: "volatility needed" })).toBe(
      "Volatility is missing. Type a yearly volatility such as 18%.",
    );
    expect(sentence({ code: "returns needed" })).toBe(
      "Returns is missing. Select the funds' past returns: one column a fund, in the order of the rows.",
    );
  });

  it("looks for the number that makes a contribution too large", () => {
    expect(sentence({ code: "contribution too large" })).toBe(
      "Values: the amounts go beyond $90 trillion in all, more than Keel can count to the cent. Look for a number typed too large.",
    );
  });
});
