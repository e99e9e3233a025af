import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { policy } from "../../src/operations";
import { questions, readPolicy, samePolicy, writePolicyRows, type Cells } from "../../src/ranges";
import type { Policy } from "../../src/engine";
import {
  answersOf,
  inOrder,
  isChoice,
  policyCells,
  policyOfAnswers,
  policyOfText,
  rowsOfAnswers,
  textOfPolicy,
  troubleWith,
  usualAnswers,
  type RuleAnswers,
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
  ["after tax"],
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
        const read = policyOfText(text);
        expect(read).toBeDefined();
        const table: Cells = [["Setting", "Value"], ...policyCells(inOrder(writePolicyRows(read ?? {})))];
        expect(reading(table)).toEqual(reading([[text]]));
      }),
      { numRuns: 1000 },
    );
  });

  it("comes back as a text that says the same", () => {
    fc.assert(
      fc.property(policies, (text) => {
        const table = policyCells(inOrder(writePolicyRows(policyOfText(text) ?? {})));
        expect(reading([[textOfPolicy(table)]])).toEqual(reading([[text]]));
      }),
      { numRuns: 1000 },
    );
  });

  it("is undefined where it can't be read, and said as it stands", () => {
    expect(policyOfText("sometimes")).toBeUndefined();
    expect(
      textOfPolicy([
        ["Look", "sometimes"],
        ["Band", ""],
      ]),
    ).toBe("Look sometimes; Band");
  });
});

/** Every answer to every question that has a few, and fields as they are typed. */
const answers: fc.Arbitrary<RuleAnswers> = fc
  .tuple(
    fc.tuple(...questions().map((one) => fc.constantFrom(...(isChoice(one) ? one.choices() : [{ policy: {} }])))),
    fc.constantFrom("", "100", "$1,000", "0.5%", "0.75"),
    fc.constantFrom("", "2026-01-05"),
    fc.constantFrom("", "allowed", "up to 2,000", "up to $1,234.50"),
    fc.tuple(fc.constantFrom("", "22%", "37"), fc.constantFrom("", "15%", "12.5 %")),
  )
  .map(([chosen, minimumTrade, lastLook, gains, [incomeRate, gainsRate]]) => ({
    chosen: Object.assign({}, ...chosen.map((choice) => choice.policy)) as Policy,
    typed: { minimumTrade, lastLook, gains, incomeRate, gainsRate },
  }));

const policyIn = (text: string): Policy => {
  const read = readPolicy([[text]]);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.policy;
};

describe("the answers to the questions", () => {
  it("are always a policy that can be read, and come back from its table meaning the same", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const table = policyCells(rowsOfAnswers(given));
        const read = readPolicy(table);
        expect(read.ok && read.value.policy).toEqual(policyOfAnswers(given));
        const back = answersOf(policyOfAnswers(given));
        expect(back).toBeDefined();
        expect(reading(policyCells(rowsOfAnswers(back ?? usualAnswers)))).toEqual(reading(table));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["annual and 5/25; min $1,000.50; last 46027", { minimumTrade: "1,000.50", lastLook: "2026-01-05" }],
    ["annual and 5/25; min 100", { minimumTrade: "100", lastLook: "" }],
    ["annual and 5/25; min 0.5%", { minimumTrade: "0.5%", lastLook: "" }],
    ["annual and 5/25; min 0.07%", { minimumTrade: "0.07%", lastLook: "" }],
    ["annual and 5/25", { minimumTrade: "", lastLook: "" }],
  ])("of %s stand in the fields as they would be typed", (text, typed) => {
    expect(answersOf(policyIn(text))?.typed).toMatchObject(typed);
  });

  it("say what the usual rule says", () => {
    expect(samePolicy(policyOfAnswers(usualAnswers), policyIn("annual and 5/25"))).toBe(true);
  });

  it("stand in the plan as they are called there, and what can't be read as it was typed", () => {
    expect(rowsOfAnswers({ ...usualAnswers, typed: { minimumTrade: "a bit", lastLook: "2026-01-05" } })).toEqual([
      ["Look", "annual"],
      ["Band", "5/25"],
      ["Trigger", "and"],
      ["Destination", "to target"],
      ["Sells", "allowed"],
      ["Minimum trade", "a bit"],
      ["Last look", "2026-01-05"],
    ]);
    const fivePoints = answersOf(policyIn("5%; min $1,234.50"));
    expect(fivePoints?.typed.minimumTrade).toBe("1,234.50");
    expect(fivePoints && rowsOfAnswers(fivePoints)).toEqual([
      ["Band", "5pp"],
      ["Destination", "to target"],
      ["Sells", "allowed"],
      ["Minimum trade", "$1,234.50"],
    ]);
  });

  it.each([
    ["100", { amount: 10_000 }],
    ["0.75", { amount: 75 }],
    ["$1,000", { amount: 100_000 }],
    ["0.5%", { share: 0.005 }],
    ["", undefined],
    ["0", undefined],
  ])("take %j as the smallest trade", (typed, expected) => {
    const { minimumTrade } = policyOfAnswers({ ...usualAnswers, typed: { minimumTrade: typed } });
    const plain = minimumTrade && "share" in minimumTrade ? { share: minimumTrade.share.toNumber() } : minimumTrade;
    expect(plain).toEqual(expected);
  });

  it.each(["7%", "every 18 months", "annual; cost 0.1%", "5/25; to 1pp", "weekly", "drift 3%"])(
    "can't say %s",
    (text) => {
      expect(answersOf(policyIn(text))).toBeUndefined();
    },
  );

  it("have a trouble where a field can't be read, or its day is still to come", () => {
    const trouble = (setting: string, typed: string): string | undefined => {
      const question = questions().find((one) => one.setting === setting);
      return question && troubleWith(question, { ...usualAnswers, typed: { [setting]: typed } }, 46_027);
    };
    expect(trouble("minimumTrade", "a bit")).toBe("Type an amount such as 100, or a percent such as 0.5%.");
    expect(trouble("minimumTrade", "-5")).toBeDefined();
    expect(trouble("minimumTrade", "101%")).toBeDefined();
    expect(trouble("lastLook", "2026-01-06")).toBe("That day is still to come.");
    expect(trouble("lastLook", "2026-01-05")).toBeUndefined();
  });
});
