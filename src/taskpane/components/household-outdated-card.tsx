import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { nameOf, type HouseholdList, type OutdatedHousehold, type OutdatedRow } from "../../lists";
import { quoted } from "../../ranges";
import { dayFormat, newValues, type Block, type Description, type Step } from "../../sheets";
import type { Contents } from "../../workbook";
import type { ScreenProps } from "../screens/screen";
import { fundsInWords } from "../words/funds-in-words";
import { outdatedHeadline, outdatedHouseholdSentence, untoldInWords } from "../words/outdated-words";
import { placeInWords } from "./cell-link";
import { count, dollars } from "./figures";
import { useFirstOfMany } from "./first-of-many";
import { useLayout } from "./layout";
import { useFormulas } from "./use-formulas";
import { ValuesPut } from "./values-put";

const useStyles = makeStyles({
  change: { marginLeft: "auto", textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

interface HouseholdOutdatedCardProps extends Pick<
  ScreenProps,
  "workbook" | "surveyAgain" | "typed" | "changeTyped" | "onLook" | "goTo" | "say"
> {
  readonly list: HouseholdList;
  readonly outdated: OutdatedHousehold | undefined;
}

/**
 * Says which rows of a household's list are from before the trades that were logged last, and puts the values after
 * trading in once its owner says so; then offers to take that back. Nothing where neither is the case.
 */
export function HouseholdOutdatedCard(props: HouseholdOutdatedCardProps): ReactElement | null {
  const { list, outdated } = props;
  return (
    <ValuesPut {...props} list={nameOf(list)}>
      {outdated && ((busy, write) => <Before {...props} outdated={outdated} busy={busy} write={write} />)}
    </ValuesPut>
  );
}

/** Of many rows, those come first whose value changes most. */
const mostChanged = { weight: ({ before, after }: OutdatedRow) => Math.abs(after - before), which: "most traded" };

interface BeforeProps extends HouseholdOutdatedCardProps {
  readonly outdated: OutdatedHousehold;
  readonly busy: boolean;
  readonly write: (description: Description) => Promise<void>;
}

function Before({ workbook, onLook, list, outdated, goTo, busy, write }: BeforeProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const formulas = useFormulas(workbook, onLook, list.block);
  const { shown, list: lines, rest } = useFirstOfMany(outdated.rows, "row", mostChanged);
  const { own, worked } = splitByFormulas(outdated, formulas ?? []);
  return (
    <>
      <h2 className={layout.heading} tabIndex={-1}>
        {outdatedHeadline}
      </h2>
      <p className={layout.text}>{outdatedHouseholdSentence(list, outdated)}</p>
      {shown.length > 0 && (
        <ul className={layout.rows} aria-label="Values before and after your trades" ref={lines}>
          {shown.map((row) => (
            <li key={row.row} className={layout.row} aria-setsize={outdated.rows.length}>
              <span className={layout.rowName}>{nameOfRow(row)}</span>{" "}
              <span className={styles.change}>
                {dollars(row.before)} <span aria-hidden="true">→</span>
                <span className={layout.unseen}> before, after </span> {dollars(row.after)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rest}
      {worked.length > 0 && (
        <p className={layout.text}>
          Formulas work out the values of {fundsInWords(worked.map(nameOfRow), 3)}, so Keel leaves them alone. Change
          the cells that they read, such as shares and prices.
        </p>
      )}
      {outdated.untold.map((trade) => (
        <p key={`${trade.account} ${trade.fund} ${trade.amount}`} className={layout.text}>
          {untoldInWords(trade)}
        </p>
      ))}
      {own.length > 0 && formulas && (
        <p className={layout.small}>
          Once the trades have gone through, put these values in, or bring in your brokers’ new files. Keel writes to{" "}
          {count(own.length, "cell")} of {placeInWords(list.block)}: values, and the shares, costs and days that go with
          them.
          {outdated.flows.length > 0 &&
            ` The cash flow of ${fundsInWords([...new Set(outdated.flows.map(({ account }) => account))], 3)} is placed, and is taken out.`}
        </p>
      )}
      <div className={layout.buttons}>
        {own.length > 0 && formulas && (
          <Button
            appearance="primary"
            disabledFocusable={busy}
            onClick={() => void write(descriptionOf(list.block, own))}
          >
            Put in the values after trading
          </Button>
        )}
        <Button onClick={() => goTo("bring in")}>Bring in new files</Button>
      </div>
    </>
  );
}

/** `VTI (Roth IRA)`. */
function nameOfRow({ fund, account }: OutdatedRow): string {
  return `${quoted(fund)} (${quoted(account)})`;
}

type Cell = OutdatedRow["more"][number];

/** The cells to write, those with formulas left alone; and the rows whose values only formulas work out. */
function splitByFormulas(
  { rows, flows }: OutdatedHousehold,
  formulas: Contents["formulas"],
): { readonly own: readonly Cell[]; readonly worked: readonly OutdatedRow[] } {
  const isTyped = (cell: Cell | undefined): boolean =>
    cell !== undefined && (formulas[cell.row]?.[cell.column] ?? "") === "";
  const isOwn = ({ value, shares }: OutdatedRow): boolean => isTyped(value) || isTyped(shares);
  const cells = rows.filter(isOwn).flatMap(({ value, shares, more }) => [value, shares, ...more]);
  return {
    own: [...cells, ...flows].filter((cell) => cell !== undefined).filter(isTyped),
    worked: rows.filter((row) => !isOwn(row)),
  };
}

function descriptionOf(list: Block, cells: readonly Cell[]): Description {
  const blockOf = ({ row, column }: Cell): Block => ({
    ...{ sheet: list.sheet, row: list.row + row, column: list.column + column },
    ...{ height: 1, width: 1 },
  });
  const { title, steps } = newValues(
    "Put in the values after trading",
    list,
    [],
    cells.map((cell) => ({ cell: blockOf(cell), value: cell.value })),
  );
  const days = cells.filter(({ isDay }) => isDay === true);
  return {
    title,
    steps: [...days.map((cell): Step => ({ do: "format numbers", block: blockOf(cell), format: dayFormat })), ...steps],
  };
}
