import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { recogniseColumns } from "../../../ranges";
import { columnName, localAddress } from "../../../sheets";
import { valueTrouble } from "../../standing/trouble";
import { obstacleInWords } from "../../words/household-words";
import { troubleInWords } from "../../words/trouble-sentence";
import {
  areInPercents,
  canBeTable,
  columnOf,
  fundRows,
  isValued,
  nameOf,
  ruleColumnsOf,
  type List,
  type Role,
  wrongName,
  shownAs,
} from "../../../lists";
import { count, dollars, inWords, percent } from "../../components/figures";
import { useLayout } from "../../components/layout";
import { StepButtons } from "./step-buttons";

const asked: readonly { readonly role: Role; readonly label: string; readonly none: string }[] = [
  { role: "fund", label: "Name of the fund", none: "None" },
  { role: "value", label: "Value in dollars", none: "Choose a column" },
  { role: "target", label: "Target in percent", none: "None yet: I’ll set targets in the next step" },
];

/** How many cells of a column are shown below its name. */
const SHOWN = 3;

interface FundsStepProps {
  readonly list: List;
  /** Another list, under the selection. */
  readonly selected: List | undefined;
  readonly take: (list: List) => void;
  readonly choose: (list: List, columns: List["columns"]) => void;
  readonly makeTable: boolean;
  readonly setMakeTable: (makeTable: boolean) => void;
  /** What the table would be called. */
  readonly tableName: string;
  readonly next: () => void;
  /** What else was found about the list. */
  readonly children?: ReactNode;
}

/** Step 1: which list, which column is which, and whether plain cells become a table. */
export function FundsStep(props: FundsStepProps): ReactElement {
  const { list, selected, take, choose, makeTable, setMakeTable, tableName, next, children } = props;
  const layout = useLayout();
  const trouble = troubleWith(list);
  const unused = unusedColumns(list);
  const rules = ruleColumnsOf(list).map((column) => optionName(list, list.names[column] ?? "", column));

  const pick = (role: Role, text: string): void => {
    choose(list, { ...list.columns, [role]: text === "" ? undefined : Number(text) });
  };
  return (
    <>
      <p className={layout.text}>
        Found <strong>{nameOf(list)}</strong> on sheet {list.block.sheet}, {count(fundRows(list).length, "fund")}. Is
        this right?
      </p>
      {selected && (
        <div>
          <p className={layout.text}>
            You have now selected {nameOf(selected)} on sheet {selected.block.sheet}.
          </p>
          <Button onClick={() => take(selected)}>
            {isValued(selected) ? "Use this list instead" : "Use the cells I selected"}
          </Button>
        </div>
      )}
      {children}
      {asked.map(({ role, label, none }) => {
        const column = list.columns[role];
        return (
          <Field key={role} label={label} {...(column === undefined ? {} : { hint: firstCells(list, column, role) })}>
            <Select
              className={layout.choice}
              value={column === undefined ? "" : String(column)}
              onChange={(_, { value }) => pick(role, value)}
            >
              {(column === undefined || role !== "value") && <option value="">{none}</option>}
              {list.names.map((name, index) => (
                <option key={index} value={String(index)}>
                  {optionName(list, name, index)}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
      {rules.length > 0 && <p className={layout.small}>Rules of single funds: {inWords(rules)}.</p>}
      {unused.length > 0 && <p className={layout.small}>Not needed here: {unused.join(", ")}.</p>}
      {canBeTable(list) && (
        <Checkbox
          label={`Make it a table called ${tableName}, so that new funds are taken in`}
          checked={makeTable}
          onChange={(_, { checked }) => setMakeTable(checked === true)}
        />
      )}
      {list.total?.agrees === true && (
        <p className={layout.small}>
          Row {list.block.row + list.total.row + 1} is the total of the rows above and is left out.
        </p>
      )}
      {trouble !== undefined && (
        <p className={layout.text} role="status">
          {trouble}
        </p>
      )}
      <StepButtons next="Next: your targets" onNext={next} ready={trouble === undefined} />
    </>
  );
}

/** The columns that nothing reads: those that say which account, ticker or class a row is are shown elsewhere, and used. */
function unusedColumns({ names, columns, cells }: List): readonly string[] {
  const { account, ticker, ...read } = recogniseColumns(cells).columns;
  const used = new Set<number | undefined>([
    ...Object.values(columns),
    account,
    ticker,
    read["account type"],
    read["asset class"],
  ]);
  return names.filter((_, column) => !used.has(column));
}

/** A heading may stand twice, so its column's letter is shown with it. */
function optionName(list: List, name: string, index: number): string {
  const letter = columnName(list.block.column + index);
  return name === `Column ${letter}` ? name : `${name} (column ${letter})`;
}

function firstCells(list: List, column: number, role: Role): string {
  const cells = columnOf(list, column).flat();
  // Targets may be typed as 0.6 or as 60: as in a formula, their sum tells which.
  const inPercents = role === "target" && areInPercents(cells);
  const write = (cell: number): string =>
    role === "value"
      ? dollars(cell)
      : role === "target"
        ? percent(inPercents ? cell / 100 : cell)
        : cell.toLocaleString("en-US", { maximumFractionDigits: 4 });
  const shown = cells
    .slice(0, SHOWN)
    .map((cell) => (cell === "" ? "blank" : shorten(typeof cell === "object" ? shownAs(cell) : cell, write)));
  return `${shown.join(" · ")}${cells.length > SHOWN ? " …" : ""}`;
}

function shorten(cell: number | string | boolean, write: (cell: number) => string): string {
  if (typeof cell === "number") return write(cell);
  const text = String(cell);
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}

function troubleWith(list: List): string | undefined {
  const { value, target } = list.columns;
  if (value === undefined) {
    return list.priced
      ? "It has shares and prices, but no values yet. Add a column called Value with shares × price; Keel will find it."
      : "Choose the column with the values. If there is none, add it to your list; Keel will find it.";
  }
  if (value === target) return "The values and the targets can’t be the same column.";
  if (!isValued(list)) return "The list has no row with a fund yet.";
  const [obstacle] = list.obstacles;
  if (obstacle) return `${obstacleInWords(list, obstacle)} Correct that, or bring the list in.`;
  const wrong = valueTrouble(list);
  if (wrong) return troubleInWords(wrong);
  const name = wrongName(list);
  if (!name) return undefined;
  return `Look at cell ${localAddress(name.at)} on sheet ${name.at.sheet}. It shows ${name.error} where the name of a fund belongs. Type the name there.`;
}
