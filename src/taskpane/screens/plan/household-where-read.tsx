import type { ReactElement } from "react";
import { policySentence } from "../../../ranges";
import { nameOf } from "../../../lists";
import type { DecidedPlan } from "../../../operations";
import { CellLink } from "../../components/cell-link";
import { useLayout } from "../../components/layout";
import { householdInWords } from "../../words/household-words";
import type { HouseholdPlanProps } from "./household-props";

type HouseholdWhereReadProps = Pick<HouseholdPlanProps, "sight" | "workbook" | "say"> & {
  readonly decided: DecidedPlan;
};

/** Says which cells a plan was read from, with ways there: the list, the targets, the rule. */
export function HouseholdWhereRead({ sight, decided, workbook, say }: HouseholdWhereReadProps): ReactElement {
  const { list, targets, plan } = sight;
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}: {householdInWords(list.household)}.
      </p>
      {targets && (
        <p className={layout.small}>
          Your targets by class are in <CellLink workbook={workbook} block={targets.weights} say={say} />.
          {plan?.bandsUnread && " Beside them are bands that your plan doesn’t read yet: update it in Set up."}
        </p>
      )}
      <p className={layout.small}>
        {plan ? (
          <>
            Your rule, in <CellLink workbook={workbook} block={plan.policyCells} say={say} />:{" "}
          </>
        ) : (
          "Keel’s usual rule: "
        )}
        {policySentence(decided.policy, "class")}
      </p>
    </div>
  );
}
