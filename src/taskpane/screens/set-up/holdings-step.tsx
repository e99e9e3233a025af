import { Button, Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { columnName } from "../../../sheets";
import { assess } from "../../holdings/assess";
import { columnOf, isReady, nameOf, type List, type ReadyList, type Role } from "../../holdings/list";
import { count, dollars, percent } from "../../look/figures";
import { useLayout } from "../../look/layout";
import { freshDraft } from "./draft";
import { StepButtons } from "./step-buttons";

const asked: readonly { readonly role: Role; readonly label: string; readonly wanted: boolean }[] = [
  { role: "fund", label: "Name of the fund", wanted: false },
  { role: "value", label: "Value in dollars", wanted: true },
  { role: "target", label: "Target in percent", wanted: true },
];

/** How many cells of a column are shown below its name. */
const SHOWN = 3;

interface HoldingsStepProps {
  readonly list: List;
  /** Another list, under the selection. */
  readonly selected: ReadyList | undefined;
  readonly take: (list: ReadyList) => void;
  readonly choose: (list: List, columns: List["columns"]) => void;
  readonly next: () => void;
}

/** Step 1: which list, and which column is which. */
export function HoldingsStep({ list, selected, take, choose, next }: HoldingsStepProps): ReactElement {
  const layout = useLayout();
  const trouble = troubleWith(list);
  const unused = list.names.filter((_, column) => !Object.values(list.columns).includes(column));

  const pick = (role: Role, text: string): void => {
    choose(list, { ...list.columns, [role]: text === "" ? undefined : Number(text) });
  };
  return (
    <>
      <p className={layout.text}>
        Found <strong>{nameOf(list)}</strong> on sheet {list.block.sheet}, {count(fundRows(list), "fund")}. Is this
        right?
      </p>
      {selected && (
        <div>
          <p className={layout.text}>
            You have now selected {nameOf(selected)} on sheet {selected.block.sheet}.
          </p>
          <Button onClick={() => take(selected)}>Use this list instead</Button>
        </div>
      )}
      {asked.map(({ role, label, wanted }) => {
        const column = list.columns[role];
        return (
          <Field key={role} label={label} {...(column === undefined ? {} : { hint: firstCells(list, column, role) })}>
            <Select
              className={layout.choice}
              value={column === undefined ? "" : String(column)}
              onChange={(_, { value }) => pick(role, value)}
            >
              {(column === undefined || !wanted) && <option value="">{wanted ? "Choose a column" : "None"}</option>}
              {list.names.map((name, index) => (
                <option key={index} value={String(index)}>
                  {optionName(list, name, index)}
                </option>
              ))}
            </Select>
          </Field>
        );
      })}
      {unused.length > 0 && <p className={layout.small}>Not needed here: {unused.join(", ")}.</p>}
      {trouble !== undefined && (
        <p className={layout.text} role="status">
          {trouble}
        </p>
      )}
      <StepButtons next="Next: your rule" onNext={next} ready={trouble === undefined} />
    </>
  );
}

/** A heading may stand twice, so its column's letter is shown with it. */
function optionName(list: List, name: string, index: number): string {
  const letter = columnName(list.block.column + index);
  return name === `Column ${letter}` ? name : `${name} (column ${letter})`;
}

function firstCells(list: List, column: number, role: Role): string {
  const cells = columnOf(list, column).flat();
  const sum = cells.reduce<number>((so, cell) => so + (typeof cell === "number" ? cell : 0), 0);
  const write = (cell: number): string =>
    role === "value"
      ? dollars(cell)
      : // Targets may be typed as 0.6 or as 60: as in a formula, their sum tells which.
        role === "target"
        ? percent(sum >= 3 ? cell / 100 : cell)
        : cell.toLocaleString("en-US", { maximumFractionDigits: 4 });
  const shown = cells.slice(0, SHOWN).map((cell) => (cell === "" ? "blank" : shorten(cell, write)));
  return `${shown.join(" · ")}${cells.length > SHOWN ? " …" : ""}`;
}

function shorten(cell: number | string | boolean, write: (cell: number) => string): string {
  if (typeof cell === "number") return write(cell);
  const text = String(cell);
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}

function fundRows(list: List): number {
  const rows = list.cells.slice(list.firstRow, list.firstRow + list.height);
  return rows.filter((row) => row.some((cell) => cell !== "" && cell !== 0)).length;
}

function troubleWith(list: List): string | undefined {
  const { value, target } = list.columns;
  if (value === undefined || target === undefined) {
    const lacking = [...(value === undefined ? ["the values"] : []), ...(target === undefined ? ["the targets"] : [])];
    return `Choose the column with ${lacking.join(" and the one with ")}. If there is none, add it to your list; Keel will find it.`;
  }
  if (value === target) return "The values and the targets can't be the same column.";
  if (!isReady(list)) return "The list has no row with a fund yet.";
  const assessed = assess(list, { cash: 0, policy: freshDraft.band });
  if (assessed.ok) return undefined;
  const { cell, sentence } = assessed.trouble;
  return cell === undefined ? sentence : `Look at cell ${cell}. ${sentence}`;
}
