import { expect, it } from "@jest/globals";
import { fundsInWords } from "../../src/taskpane/words/funds-in-words";

it("funds are named in a sentence by no more than 60 letters each", () => {
  const long = "Vanguard Institutional Total International Stock Market Index Fund Institutional Plus Shares";
  expect(fundsInWords([long, "VTI", "x".repeat(30_000), "A"], 3)).toBe(
    `${long.slice(0, 59)}…, VTI, ${"x".repeat(59)}… and 1 more`,
  );
});
