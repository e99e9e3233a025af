import type { ReactElement } from "react";
import { nameOf } from "../../../lists";
import type { DecidedPlan } from "../../../operations";
import { useLayout } from "../../components/layout";
import { TargetsAndRule } from "../../components/targets-and-rule";
import { householdInWords } from "../../words/household-words";
import type { HouseholdPlanProps } from "./household-props";

type HouseholdWhereReadProps = Pick<HouseholdPlanProps, "sight" | "workbook" | "say"> & {
  readonly decided: DecidedPlan;
};

/** Says which cells a plan was read from, with ways there: the list, the targets, the rule. */
export function HouseholdWhereRead({ sight, decided, workbook, say }: HouseholdWhereReadProps): ReactElement {
  const { list } = sight;
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}: {householdInWords(list.household)}.
      </p>
      <TargetsAndRule sight={sight} policy={decided.policy} workbook={workbook} say={say} />
    </div>
  );
}
