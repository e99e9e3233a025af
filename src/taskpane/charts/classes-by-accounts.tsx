import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { dollars, dollarsInShort, percent, percentInColumn, percentRange } from "../components/figures";
import { useLayout } from "../components/layout";
import {
  asMove,
  headsOf,
  isMoved,
  moneyReach,
  MOST_BESIDE,
  shareReach,
  type AccountColumn,
  type ClassRow,
  type Moved,
  type MoneyTable,
} from "./money-table";
import { MovedBars, MovedWeight, NowAndAfterLegend } from "./now-and-after";
import { isBounded } from "./weight-scale";

const useStyles = makeStyles({
  // Laid out as a grid, so that a class has a line of its own above its accounts, it stays a table for whoever can't see it.
  table: { display: "block", width: "100%", fontVariantNumeric: "tabular-nums" },
  block: { display: "block" },
  row: {
    display: "grid",
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heads: { paddingTop: 0, borderTop: "none" },
  cell: {
    padding: 0,
    minWidth: 0,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  name: { gridColumnStart: "1", gridColumnEnd: "-1", gridRow: "1", fontSize: tokens.fontSizeBase300 },
  whole: { gridColumnStart: "1", gridColumnEnd: "-1", gridRow: "2" },
  head: { color: tokens.colorNeutralForeground2, alignSelf: "end", fontWeight: tokens.fontWeightSemibold },
  figures: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  share: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  after: { display: "block", whiteSpace: "nowrap", fontWeight: tokens.fontWeightSemibold },
  now: { display: "block", whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  scale: { display: "block", width: "100%", height: "1.25rem", overflow: "hidden" },
  small: { display: "block", width: "100%", height: "0.75rem", overflow: "hidden" },
  letters: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

type Styles = ReturnType<typeof useStyles>;

/**
 * Draws where a household's money lies: a class a row, with the share of the whole against its target and band, and below it
 * an account a column, each with its money now (outlined) and after (solid) on one scale. All of it stands beside the
 * bars as figures.
 */
export function ClassesByAccounts({ money }: { readonly money: MoneyTable }): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { accounts, classes } = money;
  const heads = headsOf(accounts);
  const lettered = heads.some((head, index) => head !== accounts[index]?.name);
  const beside = Math.min(accounts.length, MOST_BESIDE);
  const columns = { gridTemplateColumns: `repeat(${beside}, minmax(0, 1fr))` };
  // Where they are wrapped, no heading stands above its cells.
  const wrapped = accounts.length > beside;
  const reach = { money: moneyReach(money), share: shareReach(money) };
  return (
    <div className={layout.stack}>
      <NowAndAfterLegend banded={classes.some((row) => isBounded(asMove(row)))} />
      {lettered && (
        <ul className={styles.letters} aria-hidden="true">
          {accounts.map(({ name }, index) => (
            <li key={index}>
              <strong>{heads[index]}</strong> {name}
            </li>
          ))}
        </ul>
      )}
      <table role="table" className={styles.table} aria-label="Your classes by account, now and after">
        <thead role="rowgroup" className={styles.block}>
          <tr role="row" className={mergeClasses(styles.row, styles.heads)} style={columns}>
            <th role="columnheader" scope="col" className={layout.unseen}>
              Class
            </th>
            <th role="columnheader" scope="col" className={layout.unseen}>
              All accounts
            </th>
            {accounts.map(({ name }, index) => (
              <th
                key={index}
                role="columnheader"
                scope="col"
                className={wrapped ? layout.unseen : mergeClasses(styles.cell, styles.head)}
              >
                <span aria-hidden="true">{heads[index]}</span>
                <span className={layout.unseen}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.block}>
          {classes.map((row, index) => (
            <tr key={index} role="row" className={styles.row} style={columns}>
              <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {row.name}
              </th>
              <td role="cell" className={mergeClasses(styles.cell, styles.whole)}>
                <Whole row={row} reach={reach.share} styles={styles} />
              </td>
              {row.cells.map((cell, account) => (
                <td key={account} role="cell" className={styles.cell}>
                  {wrapped && (
                    <span aria-hidden="true" className={styles.quiet}>
                      {heads[account]}
                    </span>
                  )}
                  <Cell cell={cell} reach={reach.money} styles={styles} />
                </td>
              ))}
            </tr>
          ))}
          <Totals accounts={accounts} columns={columns} styles={styles} />
        </tbody>
      </table>
    </div>
  );
}

interface WholeProps {
  readonly row: ClassRow;
  readonly reach: number;
  readonly styles: Styles;
}

/** A class in all accounts together: its share of the whole, against its target and its band. */
function Whole({ row, reach, styles }: WholeProps): ReactElement {
  const layout = useLayout();
  const move = asMove(row);
  const { before, after, target, band, isRest } = row;
  return (
    <>
      <svg className={styles.scale} aria-hidden="true" focusable="false">
        <MovedWeight move={move} reach={reach} targeted={isRest !== true} />
      </svg>
      <span className={styles.figures}>
        <span>
          {percentInColumn(before)}
          <span className={layout.unseen}> now,</span> <span aria-hidden="true">→</span>{" "}
          <span className={styles.share}>{percentInColumn(after)}</span>
          <span className={layout.unseen}> after;</span>
        </span>{" "}
        {!isRest && (
          <span className={styles.quiet}>
            target {percent(target)}
            {band && isBounded(move) && `, band ${percentRange(band.lowest, band.highest)}`}
          </span>
        )}
      </span>
    </>
  );
}

interface CellProps {
  readonly cell: Moved;
  readonly reach: number;
  readonly styles: Styles;
}

/** A class in one account. */
function Cell({ cell, reach, styles }: CellProps): ReactElement {
  const { before, after } = cell;
  if (before === 0 && after === 0) return <Amounts cell={cell} styles={styles} />;
  return (
    <>
      <svg className={styles.small} aria-hidden="true" focusable="false">
        <MovedBars before={before} after={after} reach={reach} />
      </svg>
      <Amounts cell={cell} styles={styles} />
    </>
  );
}

/** The figures of a cell: in a few digits for the eye, in full for whoever hears them. */
function Amounts({ cell, styles }: Omit<CellProps, "reach">): ReactElement {
  const layout = useLayout();
  const { before, after } = cell;
  if (before === 0 && after === 0) {
    return (
      <>
        <span aria-hidden="true" className={styles.now}>
          –
        </span>
        <span className={layout.unseen}>nothing</span>
      </>
    );
  }
  if (!isMoved(cell)) {
    return (
      <>
        <span aria-hidden="true" className={styles.now}>
          {dollarsInShort(after)}
        </span>
        <span className={layout.unseen}>{dollars(after)}, stays</span>
      </>
    );
  }
  return (
    <>
      <span aria-hidden="true" className={styles.now}>
        {dollarsInShort(before)}
      </span>
      <span aria-hidden="true" className={styles.after}>
        {dollarsInShort(after)}
      </span>
      <span className={layout.unseen}>
        {dollars(before)} now, {dollars(after)} after
      </span>
    </>
  );
}

interface TotalsProps {
  readonly accounts: readonly AccountColumn[];
  readonly columns: { readonly gridTemplateColumns: string };
  readonly styles: Styles;
}

/** What each account holds, which its trades leave as it is. */
function Totals({ accounts, columns, styles }: TotalsProps): ReactElement {
  const layout = useLayout();
  const sum = (of: keyof Moved): number => accounts.reduce((all, account) => all + account[of], 0);
  const whole = { before: sum("before"), after: sum("after") };
  return (
    <tr role="row" className={styles.row} style={columns}>
      <th role="rowheader" scope="row" className={mergeClasses(styles.cell, styles.name)}>
        Account in all
      </th>
      <td role="cell" className={layout.unseen}>
        {dollars(whole.before)} now, {dollars(whole.after)} after
      </td>
      {accounts.map((account, index) => (
        <td key={index} role="cell" className={styles.cell}>
          <Amounts cell={account} styles={styles} />
        </td>
      ))}
    </tr>
  );
}
