import { Button, Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ReadSource, SourceChoices } from "../../../lists";
import { columnName } from "../../../sheets";
import { noteSentence, type HoldingColumn, type HoldingsQuestion, type Problem } from "../../../ranges";
import { useLayout } from "../../components/layout";
import { problemSentence } from "../../words/trouble-sentence";
import { leftOutSentence, readingSentences, sourceSentence } from "./bring-in-words";
import { withoutSource, withSourceChoice, type BringIn } from "./state";

const useStyles = makeStyles({
  source: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  file: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0 },
  summary: { cursor: "pointer", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  columns: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  question: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorStatusWarningForeground3}`,
  },
});

/** The columns whose meaning can be changed, and what the menu calls them. */
const CHANGEABLE: readonly (readonly [kind: HoldingColumn, label: string])[] = [
  ["account", "Account"],
  ["account number", "Account number"],
  ["account type", "Account type"],
  ["fund", "Fund"],
  ["ticker", "Ticker"],
  ["asset class", "Asset class"],
  ["value", "Value"],
  ["shares", "Shares"],
  ["price", "Price"],
  ["cost basis", "Cost basis"],
];

/** So many lines that were left out are listed; more are counted. */
const LISTED = 30;

interface SourceCardProps {
  readonly read: ReadSource;
  readonly choices: SourceChoices | undefined;
  readonly change: (next: (old: BringIn) => BringIn) => void;
}

/** What was found in one source, what was left out, what has to be answered, and which column is which. */
export function SourceCard({ read, choices, change }: SourceCardProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { source } = read;
  const alter = (part: Partial<SourceChoices>): void => change((old) => withSourceChoice(old, source.key, part));
  // The sentence above says whose positions they are, or else the source's name.
  const isNamed = !("table" in read) || read.house === undefined;
  const remove = (
    <div className={styles.file}>
      <span className={mergeClasses(layout.small, styles.name)}>{isNamed ? "" : source.name}</span>
      <Button
        size="small"
        aria-label={`Remove ${source.name}`}
        onClick={() => change((old) => withoutSource(old, source.key))}
      >
        Remove
      </Button>
    </div>
  );
  if (!("table" in read)) {
    return (
      <div className={styles.source}>
        <p className={layout.text}>
          <strong>{source.name}</strong>: {notReadSentence(read.problem)}
        </p>
        {remove}
      </div>
    );
  }
  const { table } = read;
  const leftOut = leftOutSentence(table.leftOut);
  const notes = readingSentences(table.notes);
  const agrees = table.leftOut.some((each) => each.code === "total row skipped" && each.amount === table.total);
  const money = table.questions.filter(({ about }) => about === "money");
  return (
    <div className={styles.source}>
      <p className={layout.text}>
        {sourceSentence(read)} {agrees && "That is the file’s own total, too."}
      </p>
      {remove}
      {leftOut !== undefined && (
        <details>
          <summary className={styles.summary}>{leftOut}</summary>
          <ul className={layout.list}>
            {table.leftOut.slice(0, LISTED).map((each, index) => (
              <li key={index}>{noteSentence(each)}</li>
            ))}
            {table.leftOut.length > LISTED && <li>and {table.leftOut.length - LISTED} more</li>}
          </ul>
        </details>
      )}
      {notes.slice(0, LISTED).map((note) => (
        <p key={note} className={layout.small}>
          {note}
        </p>
      ))}
      {money.map((question, index) => (
        <RowQuestion key={index} question={question} choices={choices} alter={alter} />
      ))}
      {table.otherTables.some(({ isTrades }) => !isTrades) && (
        <Field label="Which table of it">
          <Select
            className={layout.choice}
            value={String(choices?.headerRow ?? table.headerRows - 1)}
            onChange={(_, { value }) => alter({ headerRow: Number(value), columns: new Map() })}
          >
            <option value={String(table.headerRows - 1)}>The one from row {table.headerRows}</option>
            {table.otherTables
              .filter(({ isTrades }) => !isTrades)
              .map(({ row, headings }) => (
                <option key={row} value={String(row)}>
                  Row {row + 1}: {headings.slice(0, 4).join(", ")}
                </option>
              ))}
          </Select>
        </Field>
      )}
      <details>
        <summary className={styles.summary}>Which column is which</summary>
        <div className={styles.columns}>
          {CHANGEABLE.map(([kind, label]) => (
            <Field key={kind} label={label} size="small">
              <Select
                className={layout.choice}
                value={String(table.columns.get(kind)?.column ?? "")}
                onChange={(_, { value }) => {
                  const columns = new Map(choices?.columns);
                  columns.set(kind, value === "" ? undefined : Number(value));
                  alter({ columns });
                }}
              >
                <option value="">None</option>
                {headingsOf(read).map(({ column, heading }) => (
                  <option key={column} value={String(column)}>
                    {heading}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
      </details>
    </div>
  );
}

interface RowQuestionProps {
  readonly question: HoldingsQuestion;
  readonly choices: SourceChoices | undefined;
  readonly alter: (part: Partial<SourceChoices>) => void;
}

/** A row that can't be counted as it is: what is wrong, and to leave it out or to count it all the same. */
function RowQuestion({ question: { problem }, choices, alter }: RowQuestionProps): ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const row = "at" in problem ? problem.at.row : undefined;
  const withRow = (rows: ReadonlySet<number> | undefined): ReadonlySet<number> => new Set([...(rows ?? []), row ?? -1]);
  return (
    <div className={styles.question}>
      <p className={layout.text}>{problemSentence(problem)}</p>
      {row !== undefined && (
        <div className={layout.buttons}>
          <Button size="small" onClick={() => alter({ leftOut: withRow(choices?.leftOut) })}>
            Leave row {row + 1} out
          </Button>
          {problem.code === "money below the end" && (
            <Button size="small" onClick={() => alter({ counted: withRow(choices?.counted) })}>
              Count row {row + 1}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Why a source is no table of holdings, and what to bring instead. */
function notReadSentence(problem: Problem): string {
  switch (problem.code) {
    case "columns missing":
    case "missing argument":
      return "no table of holdings was found in it. Keel needs a row of headings with a value, or shares and a price, for each fund. Look for “positions”, “holdings” or “portfolio” where you downloaded it.";
    case "trades for holdings":
      return "it lists trades, not what you hold. Download the positions instead.";
    default:
      return problemSentence(problem);
  }
}

function headingsOf({ source, table }: Extract<ReadSource, { readonly table: unknown }>): readonly {
  readonly column: number;
  readonly heading: string;
}[] {
  const named = new Map<number, string>();
  for (const { column, heading } of table.columns.values()) named.set(column, heading);
  for (const { column, heading } of table.others) if (heading !== "") named.set(column, heading);
  const cells = source.cells[table.headerRows - 1] ?? [];
  return cells.flatMap((cell, column) => {
    const heading = named.get(column) ?? (typeof cell === "string" ? cell.trim() : "");
    return heading === "" ? [] : [{ column, heading: `${heading} (column ${columnName(column)})` }];
  });
}
