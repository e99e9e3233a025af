import { describe, expect, test } from "@jest/globals";
import type { Setting } from "../../../src/engine";
import { helpExamples } from "../../../src/operations";
import { labelNamed } from "../../../src/ranges/policy/labels";
import { labelOf, questions, readPolicy, settingInPlan, writePolicyRows } from "../../../src/ranges";
import { readClause } from "../../../src/ranges/policy/clauses";
import { settingNames, settingOf } from "../../../src/ranges/policy/every-setting";

const every = settingNames.map((setting): [Setting] => [setting]);

/** The clauses that a setting shows to whoever typed one that Keel doesn't know. */
function knownOf(setting: Setting): readonly string[] {
  const { known } = settingOf(setting);
  // The one that leaves its first word out.
  if (setting === "unassigned") return ["sell", "hold", "stop"].map((word) => `unassigned ${word}`);
  return known.split(", ").filter((clause) => clause !== "");
}

describe.each(every)("%s", (setting) => {
  test("is what its known clauses say", () => {
    expect(knownOf(setting)).not.toHaveLength(0);
    for (const clause of knownOf(setting)) {
      const read = readClause(clause);
      expect([clause, read.ok && read.value.settings[setting] !== undefined]).toEqual([clause, true]);
    }
  });

  test("is known by its label, in any letters", () => {
    expect(labelNamed(labelOf(setting))?.settings).toEqual([setting]);
    expect(labelNamed(labelOf(setting).toUpperCase())?.settings).toEqual([setting]);
  });

  test("has a cell that reads what the clause says, and what is written back", () => {
    for (const clause of knownOf(setting)) {
      const read = readPolicy([[clause]]);
      const value = read.ok && read.value.policy[setting];
      const alone = { [setting]: value };
      const rows = writePolicyRows(alone);
      expect(rows.map(([label]) => label)).toEqual([labelOf(setting)]);
      const back = readPolicy([["Setting", "Value"], ...rows]);
      expect(back.ok && back.value.policy).toEqual(alone);
    }
  });

  test("is in POLICY's help", () => {
    const [clause = ""] = knownOf(setting);
    expect(helpExamples.POLICY.remarks?.join("\n")).toContain(clause);
  });

  test("has a hint beside its cell in a plan that fits into Excel's prompt", () => {
    const { help } = settingInPlan(setting);
    expect(help.length).toBeGreaterThan(0);
    expect(help.length).toBeLessThanOrEqual(255);
    expect(labelOf(setting).length).toBeLessThanOrEqual(32);
  });
});

test("a question says its setting and nothing else, and every plan has a row for it", () => {
  for (const question of questions()) {
    // What only some households are asked has a row in their plans.
    expect(settingInPlan(question.setting).inEveryPlan ?? false).toBe(question.where === undefined);
    if (question.kind !== "list" && question.kind !== "buttons") continue;
    for (const { policy, words } of question.choices()) {
      expect([[], [question.setting]]).toContainEqual(Object.keys(policy));
      if (words === undefined) continue;
      const read = readPolicy([
        ["Setting", "Value"],
        [labelOf(question.setting), words],
      ]);
      expect(read.ok && read.value.policy).toEqual(policy);
    }
  }
});
