import type { Setting } from "../../engine";
import { labelOf, settingNames, type SettingLabel } from "./every-setting";
import type { Question, SettingInPlan } from "./setting";
import { afterTaxInPlan } from "./settings/after-tax";
import { bandInPlan } from "./settings/band";
import { cashBufferInPlan } from "./settings/cash-buffer";
import { costInPlan } from "./settings/cost";
import { destinationInPlan } from "./settings/destination";
import { feeInPlan } from "./settings/fee";
import { gainsInPlan } from "./settings/gains";
import { gainsRateInPlan } from "./settings/gains-rate";
import { incomeRateInPlan } from "./settings/income-rate";
import { lastLookInPlan } from "./settings/last-look";
import { lookInPlan } from "./settings/look";
import { minimumTradeInPlan } from "./settings/minimum-trade";
import { relocateInPlan } from "./settings/relocate";
import { sellsInPlan } from "./settings/sells";
import { tradeUnitInPlan } from "./settings/trade-unit";
import { triggerInPlan } from "./settings/trigger";
import { unassignedInPlan } from "./settings/unassigned";
import { volatileLookInPlan } from "./settings/volatile-look";

/** How each setting is written back, how a plan's sheet shows it, and how the wizard asks for it. */
const IN_PLAN: { readonly [S in Setting]: SettingInPlan<S> } = {
  look: lookInPlan,
  band: bandInPlan,
  trigger: triggerInPlan,
  volatileLook: volatileLookInPlan,
  destination: destinationInPlan,
  sells: sellsInPlan,
  minimumTrade: minimumTradeInPlan,
  tradeUnit: tradeUnitInPlan,
  cost: costInPlan,
  fee: feeInPlan,
  cashBuffer: cashBufferInPlan,
  gains: gainsInPlan,
  incomeRate: incomeRateInPlan,
  gainsRate: gainsRateInPlan,
  afterTax: afterTaxInPlan,
  relocate: relocateInPlan,
  lastLook: lastLookInPlan,
  unassigned: unassignedInPlan,
};

/** How one setting is written, and how a plan shows it. */
export function settingInPlan<S extends Setting>(setting: S): SettingInPlan<S> {
  return IN_PLAN[setting];
}

/** The labels of the settings that every plan has a row for, in its order. */
export function usualLabels(): readonly SettingLabel[] {
  return settingNames.filter((name) => IN_PLAN[name].inEveryPlan === true).map(labelOf);
}

/** Whether a word is the label of a plan's row, in the spelling of `KEEL.POLICY`. */
export function isSettingLabel(word: string): word is SettingLabel {
  return settingNames.some((name) => labelOf(name) === word);
}

/** How a plan shows the setting of a label. */
export function labelledInPlan(label: SettingLabel): SettingInPlan<Setting> {
  return settingInPlan(settingNames.find((name) => labelOf(name) === label) as Setting);
}

/** What the wizard asks, in its order, with the setting that each question is about. */
export function questions(): readonly (Question & { readonly setting: Setting })[] {
  return settingNames.flatMap((setting) => {
    const { question } = IN_PLAN[setting];
    return question ? [{ ...question, setting }] : [];
  });
}
