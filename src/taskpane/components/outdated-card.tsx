import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { blockOf, nameOf, type Outdated, type OutdatedFund, type Plan, type ReadyList } from "../../lists";
import { newValues, type Block, type Description } from "../../sheets";
import type { Contents } from "../../workbook";
import type { ScreenProps } from "../screens/screen";
import { useLooks } from "../standing/use-survey";
import { fundsInWords } from "../words/funds-in-words";
import { outdatedHeadline, outdatedSentence } from "../words/outdated-words";
import { placeInWords } from "./cell-link";
import { count, dollars } from "./figures";
import { useFirstOfMany } from "./first-of-many";
import { useLayout } from "./layout";
import { notTakenBack } from "./not-taken-back";
import { Trouble } from "./trouble";
import { useDeeds } from "./use-deeds";

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
  const { workbook, typed, changeTyped, list, plan, outdated } = props;
  const layout = useLayout();
  const { busy, trouble, carryOut } = useDeeds(props);
  const [fresh, setFresh] = useState(false);
  const put = typed.valuesPut?.list === nameOf(list) ? typed.valuesPut : undefined;
  const column = blockOf(list, list.columns.value);

  const write = (description: Description): Promise<void> =>
    carryOut(async () => {
      const applied = await workbook.apply(description, { replace: true });
      if (applied.outcome === "blocked") return `Nothing was written: ${applied.filled.map(placeInWords).join(", ")}.`;
      setFresh(true);
      changeTyped(() => ({ valuesPut: { list: nameOf(list), receipt: applied.receipt } }));
      return undefined;
    });
  const undo = (): Promise<void> =>
    carryOut(async () => {
      if (!put || !(await workbook.undo(put.receipt))) return notTakenBack;
      changeTyped(() => ({ valuesPut: undefined }));
      return undefined;
    });

  if (!outdated && !put) return null;
  return (
    <section className={layout.card} aria-label="Values from before your trades">
      {outdated ? (
        <Before {...props} outdated={outdated} column={column} plan={plan} busy={busy} write={write} />
      ) : (
        <Done fresh={fresh} busy={busy} undo={() => void undo()} />
      )}
      <Trouble words={trouble} />
    </section>
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

interface DoneProps {
  /** Whether they were put in just now, and not before another screen was shown. */
  readonly fresh: boolean;
  readonly busy: boolean;
  readonly undo: () => void;
}

function Done({ fresh, busy, undo }: DoneProps): ReactElement {
  const layout = useLayout();
  const place = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone; what came of it takes the focus.
  useEffect(() => {
    if (fresh) place.current?.focus();
  }, [fresh]);
  return (
    <>
      <p className={layout.text} tabIndex={-1} ref={place}>
        The values after trading are in.
      </p>
      <div className={layout.buttons}>
        <Button disabledFocusable={busy} onClick={undo}>
          Undo
        </Button>
      </div>
    </>
  );
}

/** The cell of the plan's cash, if it holds just what the trades have placed: it isn't there to be invested again. */
function placedCash(plan: Plan | undefined, funds: readonly OutdatedFund[]): Block | undefined {
  if (!plan || typeof plan.cash !== "number" || plan.cash === 0) return undefined;
  const placed = funds.reduce((sum, { before, after }) => sum + Math.round((after - before) * 100), 0);
  return placed === Math.round(plan.cash * 100) ? plan.cashCell : undefined;
}

/** The formulas in a column of cells, read again after each look at the workbook; undefined until then. */
function useFormulas(
  workbook: ScreenProps["workbook"],
  onLook: ScreenProps["onLook"],
  { sheet, row, column, height, width }: Block,
): Contents["formulas"] | undefined {
  const [formulas, setFormulas] = useState<Contents["formulas"]>();
  const looks = useLooks(onLook);
  useEffect(() => {
    let current = true;
    workbook.read({ sheet, row, column, height, width }).then(
      (contents) => current && setFormulas(contents.formulas),
      // What can't be read now is read at the next look; until then nothing is offered.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook, looks, sheet, row, column, height, width]);
  return formulas;
}
