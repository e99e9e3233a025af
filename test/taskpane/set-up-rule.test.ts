import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { policy } from "../../src/operations";
import type { Cells } from "../../src/ranges";
import { offered } from "../../src/taskpane/screens/set-up/questions";
import {
  answersOf,
  inOrder,
  policyCells,
  sameRule,
  settingsOf,
  settingsOfText,
  textOfPolicy,
  usualAnswers,
} from "../../src/taskpane/screens/set-up/rule";

/** What `KEEL.POLICY` says of a policy, without where each setting comes from. */
function reading(cells: Cells): unknown {
  const read = policy.answer(cells);
  return read.ok ? read.cells.map(([setting, value]) => [setting, value]) : read.problem;
}

/** A clause of each kind, or none, in the spellings that people use. */
const clauses: readonly (readonly string[])[] = [
  [
    "annual",
    "every 18 months",
    "weekly",
    "Quarterly",
    "5/25",
    "5%",
    "2.5pp",
    "20% relative",
    "drift 3%",
    "annual and 5/25",
    "5% or monthly",
    "once a year or 12,5% relative",
    "tracking error 1%",
    "swedroe",
  ],
  ["monthly when volatility > 20%", "every week when volatility is above 15 %"],
  ["to target", "halfway", "To Halfway", "to the edge", "to 1.75pp", "edge"],
  ["no sells", "no sell", "sells allowed"],
  ["min $100", "min 100", "min 0.5", "min 0.5%", "Minimum trade $1,000", "min 1,000.50", "minimum 2 %"],
  ["whole dollars", "whole percent", "fractional", "cents", "whole shares"],
  ["cost 0.1%", "Cost 0.25 %", "cost 0%"],
  ["fee $4.95", "fee 5"],
  ["keep $500", "keep 1%", "keep 250", "keep 0.5"],
  ["gains none", "gains up to $2,000", "gains allowed"],
  ["income 22%"],
  ["gains rate 15%"],
  ["relocate"],
  ["last 2026-01-05", "last 46027"],
  ["unassigned hold", "unassigned sell", "unassigned stop"],
];
const policies = fc
  .tuple(
    fc.tuple(...clauses.map((kind) => fc.option(fc.constantFrom(...kind), { nil: "" }))),
    fc.constantFrom("; ", ", ", "\n"),
    fc.boolean(),
  )
  .map(([said, between, backwards]) => {
    const given = said.filter((clause) => clause !== "");
    return (backwards ? given.reverse() : given).join(between);
  });

describe("a policy in the owner's words", () => {
  it("says the same as the rows of the Policy table that are made of it", () => {
    fc.assert(
      fc.property(policies, (text) => {
        const settings = settingsOfText(text);
        expect(settings).toBeDefined();
        const table: Cells = [["Setting", "Value"], ...policyCells(inOrder(settings ?? []))];
        expect(reading(table)).toEqual(reading([[text]]));
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back as a text that says the same", () => {
    fc.assert(
      fc.property(policies, (text) => {
        const table = policyCells(inOrder(settingsOfText(text) ?? []));
        expect(reading([[textOfPolicy(table)]])).toEqual(reading([[text]]));
      }),
      { numRuns: 1000 },
    );
  });

  it("is undefined where it can't be read, and said as it stands", () => {
    expect(settingsOfText("sometimes")).toBeUndefined();
    expect(
      textOfPolicy([
        ["Look", "sometimes"],
        ["Band", ""],
      ]),
    ).toBe("Look sometimes; Band");
  });
});

const answers = fc.record({
  look: fc.constantFrom(...offered.looks),
  band: fc.constantFrom(...offered.bands),
  trigger: fc.constantFrom("and", "or"),
  destination: fc.constantFrom(...offered.destinations),
  sells: fc.constantFrom("allowed", "no sells"),
  minimum: fc.constantFrom("", "100", "$1,000", "0.5%", "0.75"),
  lastLook: fc.constantFrom("", "2026-01-05"),
});

describe("the answers to the questions", () => {
  it("are always a policy that can be read, and come back from its table meaning the same", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const table = policyCells(settingsOf(given));
        const back = answersOf(table, offered);
        expect(back).toBeDefined();
        expect(reading(policyCells(settingsOf(back ?? usualAnswers)))).toEqual(reading(table));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["annual and 5/25; min $1,000.50; last 46027", { minimum: "1,000.50", lastLook: "2026-01-05" }],
    ["annual and 5/25; min 100", { minimum: "100", lastLook: "" }],
    ["annual and 5/25; min 0.5%", { minimum: "0.5%", lastLook: "" }],
    ["annual and 5/25; min 0.07%", { minimum: "0.07%", lastLook: "" }],
    ["annual and 5/25", { minimum: "", lastLook: "" }],
  ])("of %s stand in the fields as they would be typed", (text, typed) => {
    expect(answersOf([[text]], offered)).toMatchObject(typed);
  });

  it("say what the usual rule says", () => {
    expect(sameRule(policyCells(settingsOf(usualAnswers)), [["annual and 5/25"]])).toBe(true);
  });

  it.each(["7%", "every 18 months", "annual; cost 0.1%", "5/25; to 1pp", "weekly", "drift 3%"])(
    "can't say %s",
    (text) => {
      expect(answersOf([[text]], offered)).toBeUndefined();
    },
  );
});
