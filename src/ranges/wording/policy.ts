import type { Policy, Setting } from "../../engine";
import { eachGiven, labelOf, settingNames, settingOf } from "../policy/every-setting";
import { outsideWords, type Ruled } from "../policy/settings/band";
import { destinationWords } from "../policy/settings/destination";
import { cadenceInSentence } from "../policy/settings/look";

/** What clauses look like, for whoever typed one that Keel doesn't know. */
export function knownClauses(): string {
  return settingNames.map((setting) => settingOf(setting).known).join("; ");
}

/** One setting as it was read, in words; its default where it was not given. */
export interface SettingRow {
  readonly setting: string;
  readonly value: string;
  readonly given: boolean;
}

/** Says every setting of a policy, in the contract's order. */
export function settingRows(policy: Policy): readonly SettingRow[] {
  return settingNames.map((name) => ({
    setting: labelOf(name),
    value: settingWords(name, policy),
    given: policy[name] !== undefined,
  }));
}

/** What POLICY shows of one setting: its value, or its default where it was not given. */
function settingWords(name: Setting, policy: Policy): string {
  const { show, unset } = settingOf(name);
  const value = policy[name];
  return value === undefined ? unset.shown : show(value);
}

/** Says a whole policy in one plain sentence, of funds if not said otherwise. */
export function policySentence(policy: Policy, ruled: Ruled = "fund"): string {
  const { look, band } = policy;
  const dates = look ? cadenceInSentence(look) : "";
  const outside = band ? outsideWords(band, ruled) : "";
  const when =
    look && band
      ? policy.trigger === "or"
        ? `Rebalance ${dates}, and also whenever ${outside}`
        : `Look ${dates} and rebalance only if ${outside}`
      : look
        ? `Rebalance ${dates}`
        : band
          ? `Rebalance whenever ${outside}`
          : "Rebalance whenever you ask";
  const back = `${when}, and trade back ${destinationWords(policy.destination ?? { kind: "target" })}`;
  const phrases = eachGiven(policy, (value, setting) => setting.phrase?.(value));
  return `${[back, ...phrases.filter((phrase) => phrase !== undefined)].join("; ")}.`;
}
