import { Decimal, type Policy, type Setting } from "../../engine";
import { settingNames, settingOf } from "./every-setting";
import { settingInPlan } from "./in-plan";

/** Whether two policies mean the same to every function. What makes no difference, as a trigger without a band, is passed over. */
export function samePolicy(one: Policy, other: Policy): boolean {
  return settingNames.every((setting) => {
    const matters = settingInPlan(setting).matters;
    return (matters && !(matters(one) && matters(other))) || sameSetting(setting, one, other);
  });
}

/** Whether two policies have a setting the same, given or by default. */
export function sameSetting(setting: Setting, one: Policy, other: Policy): boolean {
  const unset: unknown = settingOf(setting).unset.value;
  return sameValue(one[setting] ?? unset, other[setting] ?? unset);
}

function sameValue(one: unknown, other: unknown): boolean {
  if (Decimal.isDecimal(one)) return Decimal.isDecimal(other) && one.eq(other);
  if (typeof one !== "object" || one === null) return one === other;
  if (typeof other !== "object" || other === null) return false;
  const [parts, others] = [
    new Map<string, unknown>(Object.entries(one)),
    new Map<string, unknown>(Object.entries(other)),
  ];
  return parts.size === others.size && [...parts].every(([key, part]) => sameValue(part, others.get(key)));
}
