import type { Setting } from "../../engine";
import { settingNames, settingOf } from "./every-setting";

/** A label of a policy range, and the settings that its value may say. */
export interface Label {
  readonly name: string;
  readonly settings: readonly Setting[];
}

/** Every label, in the order of the settings; one that several share stands before the first of these. */
export function labels(): readonly Label[] {
  const all: Label[] = [];
  for (const setting of settingNames) {
    const { label, shortLabel, sharedLabel } = settingOf(setting);
    if (sharedLabel !== undefined && !all.some(({ name }) => name === sharedLabel)) {
      const settings = settingNames.filter((other) => settingOf(other).sharedLabel === sharedLabel);
      all.push({ name: sharedLabel, settings });
    }
    all.push({ name: shortLabel ?? label, settings: [setting] });
  }
  return all;
}

/** The label that tidied words are, by its name or by another one for the same. */
export function labelNamed(words: string): Label | undefined {
  const word = words.toLowerCase();
  return labels().find(
    ({ name, settings: [setting, ...others] }) =>
      name.toLowerCase() === word ||
      (others.length === 0 && setting !== undefined && settingOf(setting).alsoLabelled?.test(word) === true),
  );
}

/** Whether a cell holds a label of that setting, in any of its spellings. */
export function isLabelOf(cell: unknown, setting: Setting): boolean {
  return typeof cell === "string" && labelNamed(cell.trim())?.settings.includes(setting) === true;
}
