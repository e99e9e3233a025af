import { expect, it } from "@jest/globals";
import { readTyped } from "../../src/lists";
import { targetSentence } from "../../src/taskpane/words/target-sentence";

function said(text: string): string | undefined {
  const [problem] = readTyped([text]).problems;
  return problem && targetSentence(problem);
}

it.each([
  ["forty", "“forty” is not a percent. Type a number such as 40."],
  ["-5", "A target can’t be below 0%."],
  ["150%", "A target can’t be above 100%."],
])("%s", (text, sentence) => {
  expect(said(text)).toBe(sentence);
});

it("quotes no more than 60 letters of a field", () => {
  expect(said("n/a ".repeat(5000))).toBe(`“${"n/a ".repeat(14)}n/a…” is not a percent. Type a number such as 40.`);
});
