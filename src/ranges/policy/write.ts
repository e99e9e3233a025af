import type { Policy } from "../../engine";
import { asClause } from "./clauses";
import { eachGiven, labelOf, type SettingLabel } from "./every-setting";
import { settingInPlan } from "./in-plan";
import { sayJoined } from "./settings/trigger";

/**
 * Writes a policy as a text. Read back, it is the same policy, but for a trigger without both a look and a band to join:
 * a text has no words for it.
 */
export function writePolicy(policy: Policy): string {
  const joined = sayJoined(policy);
  const clauses = eachGiven(policy, (value, setting, name) => {
    const isSaid = joined?.settings.includes(name) === true || setting.forms.length === 0;
    if (isSaid) return [];
    const { clause, say } = settingInPlan(name);
    return [clause ? clause(value) : asClause(setting.cell?.word, say(value))];
  });
  return [...(joined ? [joined.text] : []), ...clauses.flat()].join("; ");
}

/** Writes a policy as the rows of a policy range, label and value, which are read back as the same policy. */
export function writePolicyRows(policy: Policy): readonly (readonly [label: SettingLabel, value: string])[] {
  return eachGiven(policy, (value, _, name) => [labelOf(name), settingInPlan(name).say(value)] as const);
}
