import type { Policy, Setting } from "../../engine";
import type { Given, PolicySetting } from "./setting";
import { afterTax } from "./settings/after-tax";
import { band } from "./settings/band";
import { cashBuffer } from "./settings/cash-buffer";
import { cost } from "./settings/cost";
import { destination } from "./settings/destination";
import { fee } from "./settings/fee";
import { gains } from "./settings/gains";
import { gainsRate } from "./settings/gains-rate";
import { incomeRate } from "./settings/income-rate";
import { lastLook } from "./settings/last-look";
import { look } from "./settings/look";
import { minimumTrade } from "./settings/minimum-trade";
import { relocate } from "./settings/relocate";
import { sells } from "./settings/sells";
import { tradeUnit } from "./settings/trade-unit";
import { trigger } from "./settings/trigger";
import { unassigned } from "./settings/unassigned";
import { volatileLook } from "./settings/volatile-look";

/** Every setting of a policy, in the contract's order, which is the order of POLICY's rows and of a plan's. */
const SETTINGS = {
  look,
  band,
  trigger,
  volatileLook,
  destination,
  sells,
  minimumTrade,
  tradeUnit,
  cost,
  fee,
  cashBuffer,
  gains,
  incomeRate,
  gainsRate,
  afterTax,
  relocate,
  lastLook,
  unassigned,
} as const satisfies EverySetting;

type EverySetting = { readonly [S in Setting]: PolicySetting<S> };

/** A setting's name as the user sees it: the label of its row. */
export type SettingLabel = (typeof SETTINGS)[Setting]["label"];

export const settingNames = Object.keys(SETTINGS) as readonly Setting[];

/** What is known of one setting. */
export function settingOf<S extends Setting>(setting: S): PolicySetting<S> {
  const every: EverySetting = SETTINGS;
  return every[setting];
}

export function labelOf(setting: Setting): SettingLabel {
  return SETTINGS[setting].label;
}

/** What a policy gives, setting by setting, each made into something by what is known of it. */
export function eachGiven<Out>(
  policy: Policy,
  make: (value: Given<Setting>, setting: PolicySetting<Setting>, name: Setting) => Out,
): readonly Out[] {
  return settingNames.flatMap((name) => {
    const value = policy[name];
    return value === undefined ? [] : [make(value, settingOf(name), name)];
  });
}
