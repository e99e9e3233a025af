import { beforeAll, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { noteSentence, type Cells } from "../../src/ranges";
import { planned, readySolver } from "../ranges/household/planned";

// The bad inputs of tables of holdings, given to PLAN: the verdict is BYCLASS's, or the difference has its reason here.

interface BadHoldings {
  readonly id: number;
  readonly input: string;
  readonly function: string;
  readonly arguments: readonly [Cells, readonly unknown[], string?];
  readonly verdict: "OK" | "NOTE" | "STOP";
  readonly notes?: readonly string[];
  readonly sentence?: string;
}

const { cases } = JSON.parse(readFileSync(path.join(__dirname, "bad-inputs.json"), "utf8")) as {
  cases: readonly BadHoldings[];
};

/** Where PLAN doesn't say what BYCLASS says, by the case's own words: what it says, if anything. */
const OTHERWISE: Readonly<Record<string, { readonly verdict: "NOTE" | "STOP"; readonly says: readonly string[] }>> = {
  // BYCLASS leaves such money out, PLAN sells it.
  "fund in a class that isn't listed, to be sold": {
    verdict: "NOTE",
    says: ["Holdings, row 2: $1,000 of GLD is in no listed class and is to be sold, as the policy says."],
  },
  // The plan's own rows say it: From cash, and To cash.
  "cash that is owed": { verdict: "NOTE", says: [] },
  // A class's owed cash can count as 0; an account's must be brought to 0.
  "more cash owed than its class has": {
    verdict: "STOP",
    says: [
      "401(k): $200 is to be taken out, but only $150 may be sold, which is all there is. Take out that much or less.",
    ],
  },
};

beforeAll(readySolver);

describe("bad holdings, given to PLAN", () => {
  const tables = cases.filter((each) => each.function === "BYCLASS");

  it.each(tables.map((each) => [each.id, each.input, each] as const))("%i: %s", (_, input, each) => {
    const [holdings, classes, policy = ""] = each.arguments;
    const usual = each.verdict === "STOP" ? [each.sentence ?? ""] : (each.notes ?? []);
    const { verdict, says } = OTHERWISE[input] ?? {
      verdict: each.verdict,
      says: usual.map((sentence) => sentence.replace(/^Classes, /, "Targets, ")),
    };
    const listed = classes.filter((name) => name !== "Class");
    const weights = classes.map((name) => [name, name === "Class" ? "Weight" : 100 / listed.length]);
    const plan = (): readonly string[] => planned(holdings, weights, policy).range.notes.map((note) => noteSentence(note));
    if (verdict === "STOP") expect(plan).toThrow(new Error(says[0]));
    else expect(plan()).toEqual(expect.arrayContaining([...says]));
  });
});
