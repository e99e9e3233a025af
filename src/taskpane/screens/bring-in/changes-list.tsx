import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Changes, Found, OwnTable } from "../../../lists";
import { dollars } from "../../components/figures";
import { useFirstOfMany } from "../../components/first-of-many";
import { useLayout } from "../../components/layout";
import { changesSentence, fundLabel, leftOutSentences, lotLabel, untouchedSentence } from "./bring-in-words";

const useStyles = makeStyles({
  change: { marginLeft: "auto", textAlign: "right", fontVariantNumeric: "tabular-nums" },
  account: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One line of what changes: cents before and after; undefined where there is none. */
interface Line {
  readonly key: string;
  readonly fund: string;
  readonly account: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

const mostChanged = {
  weight: ({ before = 0, after = 0 }: Line) => Math.abs(after - before),
  which: "most changed",
};

interface ChangesListProps {
  readonly own: OwnTable;
  readonly found: Found;
  readonly changes: Changes;
}

/** Everything that an update changes, before anything is written. */
export function ChangesList({ own, found, changes }: ChangesListProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const lines = linesOf(own, found, changes);
  const { shown, list, rest } = useFirstOfMany(lines, "change", mostChanged);
  const untouched = untouchedSentence(changes);
  const several = changes.several.map(({ holding, rows }) => {
    const fund = found.funds.find(({ key }) => key === holding.fund);
    return `${fund ? fundLabel(fund) : ""} has ${String(rows.length)} rows in one account. They stay as they are; it now holds ${dollars(holding.value / 100)} in all, so change the rows by hand.`;
  });
  return (
    <>
      <p className={layout.text}>{changesSentence(changes)}</p>
      <ul className={layout.rows} aria-label="What changes" ref={list}>
        {shown.map(({ key, fund, account, before, after }) => (
          <li key={key} className={layout.row} aria-setsize={lines.length}>
            <span className={layout.rowName}>
              {fund} <span className={styles.account}>{account}</span>
            </span>{" "}
            <span className={styles.change}>
              {before === undefined ? "new" : dollars(before / 100)} <span aria-hidden="true">→</span>
              <span className={layout.unseen}> before, after </span> {dollars((after ?? 0) / 100)}
              {after === undefined && " (gone)"}
            </span>
          </li>
        ))}
      </ul>
      {rest}
      {several.map((words) => (
        <p key={words} className={layout.text}>
          {words}
        </p>
      ))}
      {leftOutSentences(changes, own.table.name).map((words) => (
        <p key={words} className={layout.text}>
          {words}
        </p>
      ))}
      {changes.gone.length > 0 && (
        <p className={layout.small}>What is gone is set to 0 and stays in its account’s list of funds.</p>
      )}
      {untouched !== undefined && <p className={layout.small}>{untouched}</p>}
      <p className={layout.small}>
        Your targets, classes, and the columns that you added stay. One Undo takes all of it back.
      </p>
    </>
  );
}

function linesOf(own: OwnTable, { funds }: Found, { changed, added, gone }: Changes): readonly Line[] {
  const names = new Map(funds.map((fund) => [fund.key, fundLabel(fund)]));
  return [
    ...changed.map(({ holding, row }) => ({
      key: `row ${String(row.row)}`,
      fund: lotLabel(names.get(holding.fund) ?? row.name, row.acquired),
      account: own.accounts[row.account]?.name ?? "",
      before: row.value,
      after: holding.value,
    })),
    ...added.map(({ holding, account: { found, own: place } }) => ({
      key: `new ${holding.account} ${holding.fund} ${String(holding.acquired)}`,
      fund: lotLabel(names.get(holding.fund) ?? "", holding.acquired),
      account: place === undefined ? found.name : (own.accounts[place]?.name ?? ""),
      before: undefined,
      after: holding.value,
    })),
    ...gone.map(({ row, account }) => ({
      key: `row ${String(row.row)}`,
      ...{ fund: lotLabel(row.name, row.acquired), account, before: row.value, after: undefined },
    })),
  ];
}
