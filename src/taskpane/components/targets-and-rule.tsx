import type { ReactElement } from "react";
import type { Policy } from "../../engine";
import { policySentence } from "../../ranges";
import type { HouseholdSight } from "../../lists";
import type { ScreenProps } from "../screens/screen";
import { CellLink } from "./cell-link";
import { useLayout } from "./layout";

interface TargetsAndRuleProps extends Pick<ScreenProps, "workbook" | "say"> {
  readonly sight: HouseholdSight;
  readonly policy: Policy;
}

/** Says which cells a household's targets and rule were read from, with ways there. */
export function TargetsAndRule({ sight: { targets, plan }, policy, workbook, say }: TargetsAndRuleProps): ReactElement {
  const layout = useLayout();
  return (
    <>
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
        {policySentence(policy, "class")}
      </p>
    </>
  );
}
