import type { Description, Step } from "./description";
import { typedCall } from "./keel-spelling";
import { dollarPatterns } from "./money-pattern";
import { address, localAddress, type Block } from "./place";
import type { Choices, Source } from "./plan-formulas";
import { references } from "./plan-sheet";

/** What the owner decides before the formulas are written. */
export interface PaycheckChoices extends Pick<Choices, "names" | "namespace"> {
  /** The cell of the first label. */
  readonly at: Pick<Block, "sheet" | "row" | "column">;
  /** Dollars that each paycheck puts in. */
  readonly paycheck: number;
  /** The policy as a formula refers to it: a table's name or a cell. */
  readonly policy: string;
}

/** How many rows stand above those of the funds: the paycheck, its count, the headings. */
export const rowsAboveFunds = 3;

/** All cells that are written, for so many funds. */
export function paycheckPlace({ sheet, row, column }: PaycheckChoices["at"], funds: number): Block {
  return { sheet, row, column, height: rowsAboveFunds + funds, width: 2 };
}

/**
 * Describes live formulas beside a plan: what each paycheck puts in, which the owner may change, after how many of them
 * every fund is in its band (MONTHSTOBAND), and what percent of each goes to each fund (ELECTIONS of CONTRIBUTE).
 */
export function paycheckFormulas(source: Source, choices: PaycheckChoices): Description {
  const { at, paycheck, policy, namespace } = choices;
  const { values, targets, funds } = references(source, choices.names);
  const { money = dollarPatterns } = source;
  const { height } = source.values;
  const cell = (down: number, across: number, tall = 1): Block => ({
    sheet: at.sheet,
    row: at.row + down,
    column: at.column + across,
    height: tall,
    width: 1,
  });
  const [amount, count] = [cell(0, 1), cell(1, 1)];
  const [each, times] = [localAddress(amount, true), localAddress(count, true)];
  const keel = (name: string, ...given: readonly string[]): string => typedCall(namespace, name, ...given);
  const write = (block: Block, formula: string): Step => ({ do: "write formula", block, formula: `=${formula}` });
  const headings: Block = { ...cell(2, 0), width: 2 };
  return {
    title: `Insert the percents of a paycheck in ${address(cell(0, 0))}`,
    steps: [
      { do: "write values", block: cell(0, 0, 2), values: [["Each paycheck"], ["Paychecks to the band"]] },
      { do: "style", block: cell(0, 0, 2), style: "label" },
      { do: "format numbers", block: amount, format: money.value },
      { do: "write values", block: amount, values: [[paycheck]] },
      { do: "style", block: amount, style: "input" },
      {
        do: "validate",
        block: amount,
        allow: { kind: "number", least: 0 },
        prompt: { title: "Each paycheck", text: "Dollars that one paycheck puts into this account." },
        refusal: "Type an amount such as 500.",
      },
      { do: "format numbers", block: count, format: "0" },
      { do: "style", block: count, style: "figure" },
      write(count, keel("MONTHSTOBAND", values, targets, each, policy)),
      { do: "write values", block: headings, values: [["Fund", "Percent of it"]] },
      { do: "style", block: cell(2, 0), style: "heading" },
      { do: "style", block: cell(2, 1), style: "figure heading" },
      { do: "format numbers", block: cell(rowsAboveFunds, 1, height), format: "0" },
      write(cell(rowsAboveFunds, 0, height), funds),
      // In band already, the next paycheck keeps it there.
      write(
        cell(rowsAboveFunds, 1, height),
        keel("ELECTIONS", keel("CONTRIBUTE", values, targets, `${each}*MAX(1,${times})`, policy)),
      ),
      { do: "set width", block: cell(0, 0), characters: 36 },
      { do: "set width", block: cell(0, 1), characters: 15 },
      { do: "select", block: amount },
    ],
  };
}
