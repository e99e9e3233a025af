import type { Cadence, Policy } from "../../../engine";
import type { ScreenProps } from "../screen";
import { draftOfSight, withRule } from "../set-up/draft";

/** Opens Set up at its rule, with another one chosen; nothing is written by that. */
export function useRuleInSetUp({
  survey,
  goTo,
  changeDraft,
}: Pick<ScreenProps, "survey" | "goTo" | "changeDraft">): (rule: Policy) => void {
  const sight = survey.state === "seen" && survey.sight.found !== "nothing" ? survey.sight : undefined;
  return (rule) => {
    if (!sight) return;
    changeDraft((old) => {
      const draft = old.list && old.step !== "done" ? old : draftOfSight(sight);
      return { ...withRule(draft, rule), step: "rule" };
    });
    goTo("set up");
  };
}

/** The rule with its looks as rare as there are rows; where it is its volatile looks that are too many, without those. */
export function lookingLess(
  rule: Policy,
  { given, rows }: { readonly given: Cadence; readonly rows: Cadence },
): Policy {
  const { look, volatileLook, ...rest } = rule;
  return look && look.every === given.every && look.unit === given.unit
    ? { ...rest, look: rows, ...(volatileLook && { volatileLook }) }
    : { ...rest, ...(look && { look }) };
}
