import { describe, expect, it } from "@jest/globals";
import { leftOutSentences } from "../../src/taskpane/screens/bring-in/bring-in-words";

describe("what an update leaves out", () => {
  it("is nothing where the table has a column for all of it", () => {
    expect(leftOutSentences({ leftOut: [] }, "Holdings")).toEqual([]);
  });

  it("names the columns to add", () => {
    expect(leftOutSentences({ leftOut: ["cost basis"] }, "Holdings")).toEqual([
      "Holdings has no column Cost basis, so what the files say of it isn’t written. Add it first if you want it kept.",
    ]);
    const [columns, days] = leftOutSentences({ leftOut: ["shares", "price", "acquired"] }, "Accounts");
    expect(columns).toMatch(/^Accounts has no columns Shares and Price, so what the files say of them isn’t written/);
    expect(days).toMatch(/Accounts has no column Acquired.* each lot gets a row of its own/);
  });
});
