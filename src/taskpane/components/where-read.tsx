import type { ReactElement } from "react";
import type { Workbook } from "../../workbook/index";
import type { ListStanding } from "../standing/list-standing";
import { nameOf, type Plan, type ReadyList } from "../../lists";
import { policySentence } from "../../ranges";
import { CellLink } from "./cell-link";
import { count, dollars } from "./figures";
import { useLayout } from "./layout";

interface WhereReadProps {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
  readonly standing: ListStanding;
  readonly workbook: Workbook;
  readonly say: (sentence: string) => void;
}

/** Says which cells an answer was read from, with ways there: the list, the rule, the cash. */
export function WhereRead({ list, plan, standing, workbook, say }: WhereReadProps): ReactElement {
  const layout = useLayout();
  // Cash that was typed into the plan a month ago still changes the trades, and its cell may be out of sight.
  const cash = typeof plan?.cash === "number" ? plan.cash : 0;
  return (
    <div className={layout.stack}>
      <p className={layout.small}>
        Read from {nameOf(list)} on sheet {list.block.sheet}, {count(standing.funds.length, "fund")}.
      </p>
      <p className={layout.small}>
        {plan ? (
          <>
            Your rule, in <CellLink workbook={workbook} block={plan.policyCells} say={say} />:{" "}
          </>
        ) : (
          "Keel’s usual rule: "
        )}
        {policySentence(standing.rule.policy)}
      </p>
      {plan && cash !== 0 && (
        <p className={layout.small}>
          {cash > 0 ? "Cash to invest" : "Cash to take out"} in{" "}
          <CellLink workbook={workbook} block={plan.cashCell} say={say} />: {dollars(Math.abs(cash))}.
        </p>
      )}
    </div>
  );
}
