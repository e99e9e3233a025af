import { BringIn } from "./bring-in/bring-in";
import { Evidence } from "./evidence/evidence";
import { Explain } from "./explain/explain";
import { Help } from "./help/help";
import { Plan } from "./plan/plan";
import { Repair } from "./repair/repair";
import type { ScreenName, Show } from "./screen";
import { SetUp } from "./set-up/set-up";
import { Share } from "./share/share";
import { Taxes } from "./taxes/taxes";

/** What is drawn for each screen but Home: a file of its own, so that the pane opens without waiting for all of them. */
export const lazyScreens: Readonly<Record<Exclude<ScreenName, "home">, Show>> = {
  "bring in": BringIn,
  plan: Plan,
  "set up": SetUp,
  share: Share,
  evidence: Evidence,
  taxes: Taxes,
  explain: Explain,
  repair: Repair,
  help: Help,
};
