import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { blockOf, nameOf, type Outdated, type OutdatedFund, type Plan, type ReadyList } from "../../lists";
import { newValues, type Block, type Description } from "../../sheets";
import type { ScreenProps } from "../screens/screen";
import { fundsInWords } from "../words/funds-in-words";
import { outdatedHeadline, outdatedSentence } from "../words/outdated-words";
import { placeInWords } from "./cell-link";
import { count, dollars } from "./figures";
import { useFirstOfMany } from "./first-of-many";
import { useLayout } from "./layout";
import { useFormulas } from "./use-formulas";
import { ValuesPut } from "./values-put";

const useStyles = makeStyles({
  // In large text the two values don't fit on one line of a narrow pane.
  change: { marginLeft: "auto", textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

interface OutdatedCardProps extends Pick<
  ScreenProps,
  "workbook" | "surveyAgain" | "typed" | "changeTyped" | "onLook" | "say"
> {
  readonly list: ReadyList;
  readonly plan: Plan | undefined;
  readonly outdated: Outdated | undefined;
}

/** Of many funds, those come first whose value changes most. */
const mostChanged = { weight: ({ before, after }: OutdatedFund) => Math.abs(after - before), which: "most traded" };

/**
 * Says which values of the list are from before the trades that were logged last, and puts those after trading in once
 * its owner says so; then offers to take that back. Nothing where neither is the case.
 */
export function OutdatedCard(props: OutdatedCardProps): ReactElement | null {
  const { list, plan, outdated } = props;
  const column = blockOf(list, list.columns.value);
  return (
    <ValuesPut {...props} list={nameOf(list)}>
      {outdated &&
        ((busy, write) => (
          <Before {...props} outdated={outdated} column={column} plan={plan} busy={busy} write={write} />
        ))}
    </ValuesPut>
  );
}

interface BeforeProps extends Pick<OutdatedCardProps, "workbook" | "onLook" | "list" | "plan"> {
  readonly outdated: Outdated;
  /** The list's column of values. */
  readonly column: Block;
  readonly busy: boolean;
  readonly write: (description: Description) => Promise<void>;
}

function Before({ workbook, onLook, list, plan, outdated, column, busy, write }: BeforeProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const formulas = useFormulas(workbook, onLook, column);
  const { shown, list: lines, rest } = useFirstOfMany(outdated.funds, "fund", mostChanged);
  const worked = outdated.funds.filter(({ row }) => (formulas?.[row]?.[0] ?? "") !== "");
  const own = outdated.funds.filter((fund) => !worked.includes(fund));
  const placed = worked.length === 0 ? placedCash(plan, outdated.funds) : undefined;
  const cash = useFormulas(workbook, onLook, placed ?? column)?.[0]?.[0] === "" ? placed : undefined;
  const description = newValues(
    "Put in the values after trading",
    column,
    own.map(({ row, after }) => ({ row, value: after })),
    cash ? [{ cell: cash, value: 0 }] : [],
  );
  return (
    <>
      <h2 className={layout.heading} tabIndex={-1}>
        {outdatedHeadline}
      </h2>
      <p className={layout.text}>{outdatedSentence(list, outdated)}</p>
      <ul className={layout.rows} aria-label="Values before and after your trades" ref={lines}>
        {shown.map(({ row, fund, before, after }) => (
          <li key={row} className={layout.row} aria-setsize={outdated.funds.length}>
            <span className={layout.rowName}>{fund}</span>{" "}
            <span className={styles.change}>
              {dollars(before)} <span aria-hidden="true">→</span>
              <span className={layout.unseen}> before, after </span> {dollars(after)}
            </span>
          </li>
        ))}
      </ul>
      {rest}
      {worked.length > 0 && (
        <p className={layout.text}>
          Formulas work out the values of{" "}
          {fundsInWords(
            worked.map(({ fund }) => fund),
            3,
          )}
          , so Keel leaves them alone. Change the cells that they read, such as shares and prices.
        </p>
      )}
      {own.length > 0 && formulas && (
        <>
          <p className={layout.small}>
            Once the trades have gone through, put these values in, or type those that your account’s page shows. Keel
            writes to {count(own.length, "cell")} of {placeInWords(column)}
            {cash && `, and sets the cash in ${placeInWords(cash)} to 0`}.
          </p>
          <div className={layout.buttons}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void write(description)}>
              Put in the values after trading
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** The cell of the plan's cash, if it holds just what the trades have placed: it isn't there to be invested again. */
function placedCash(plan: Plan | undefined, funds: readonly OutdatedFund[]): Block | undefined {
  if (!plan || typeof plan.cash !== "number" || plan.cash === 0) return undefined;
  const placed = funds.reduce((sum, { before, after }) => sum + Math.round((after - before) * 100), 0);
  return placed === Math.round(plan.cash * 100) ? plan.cashCell : undefined;
}
