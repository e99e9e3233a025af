import type { Policy } from "../../../engine";
import { policySentence, settingRows, sideWord } from "../../../ranges";
import type { AdviserFacts, AdviserHolding } from "../../../sheets";
import { dayInWords } from "../../standing/day";

/** Says the owner's policy, of funds or of classes, to an adviser; `nextLook` as Excel counts days. */
export function policyInWords(
  policy: Policy,
  nextLook: number | undefined,
  thing: "fund" | "class" = "fund",
): AdviserFacts["policy"] {
  return {
    sentence: policySentence(policy, thing),
    settings: settingRows(policy).flatMap(({ setting, value, given }) => (given ? [{ setting, value }] : [])),
    ...(nextLook === undefined ? {} : { nextLook: dayInWords(nextLook) }),
    costs: policy.cost !== undefined || policy.fee !== undefined,
  };
}

/** Says where a fund stands against its band, as STATUS does. */
export function statusInWords(side: -1 | 0 | 1): AdviserHolding["status"] {
  return sideWord(side);
}
