import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { errorKind } from "../../src/ranges/error-words";
import { readName } from "../../src/ranges/names";
import { readNumber } from "../../src/ranges/numbers";

const { words } = JSON.parse(readFileSync(join(__dirname, "error-words.json"), "utf8")) as {
  /** By language, then by the error's English word. */
  words: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const AT = { argument: "Values", row: 1 };

describe("Excel's errors in its languages", () => {
  it.each(Object.entries(words))("%s", (_, local) => {
    for (const [english, word] of Object.entries(local)) {
      const kind =
        english === "#N/A"
          ? "not available"
          : english === "#NAME?"
            ? "unknown name"
            : english === "#GETTING_DATA"
              ? "under way"
              : "fault";
      expect([word, errorKind(word)]).toEqual([word, kind]);
      // The same in a column of numbers and in one of names: an error, never a header and never a fund.
      const code = kind === "under way" ? "still loading" : "error in a cell";
      expect(readNumber(word, AT, "money")).toMatchObject({ kind: "problem", problem: { code } });
      expect(readName(word, AT)).toMatchObject({ kind: "problem", problem: { code } });
    }
  });

  it("are in English as well, in any case", () => {
    const faults = "VALUE REF DIV/0 NUM NULL SPILL CALC FIELD CONNECT BLOCKED UNKNOWN EXTERNAL PYTHON".split(" ");
    for (const word of faults)
      expect([word, errorKind(`#${word}!`), errorKind(`#${word.toLowerCase()}!`)]).toEqual([word, "fault", "fault"]);
    expect(["#N/A", "#n/a", "#NAME?", "#BUSY!", "#GETTING_DATA"].map(errorKind)).toEqual([
      "not available",
      "not available",
      "unknown name",
      "under way",
      "under way",
    ]);
  });

  it.each([
    "Wert/Ziel",
    "Value/Target",
    "N/A",
    "NV",
    "# of shares",
    "#",
    "#1",
    "#Shares?",
    "Stop!",
    "Really?",
    "#1 FUND",
    "No.#",
  ])("are not what a heading such as %s is", (heading) => {
    expect(errorKind(heading)).toBeUndefined();
    expect(readNumber(heading, AT, "money").kind).not.toBe("problem");
  });
});
