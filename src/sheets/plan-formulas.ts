import type { Description, Step } from "./description";
import { typedCall } from "./keel-spelling";
import { signedPercentPattern } from "./percent-pattern";
import { dollarPatterns, type MoneyPatterns } from "./money-pattern";
import { address, localAddress, type Block } from "./place";
import { isInBand, isOutOfBand } from "./status-flags";

/** The owner's list of funds, and the two of its columns that formulas are about. */
export interface Source {
  /** The whole list with its header row. What Keel writes stands to the right of it. */
  readonly list: Block;
  /** The rows of the funds: one column each, equally high, without header and total row. */
  readonly values: Block;
  readonly targets: Block;
  /** The names of the funds, if a column holds them. */
  readonly funds?: Block;
  /** The rules of single rows, if there are any: one column each, Lock before Band. */
  readonly rules?: readonly Block[];
  /** Given if the list is a named table and the blocks are the whole body of these columns: formulas then grow with it. */
  readonly table?: {
    readonly name: string;
    readonly value: string;
    readonly target: string;
    readonly fund?: string;
    readonly rules?: readonly string[];
  };
  /** How the values show money; dollars and cents if not given. */
  readonly money?: MoneyPatterns;
}

/** What the owner decides before formulas are inserted. */
export interface Choices {
  /** Money to invest in dollars; negative = money to take out. */
  readonly cash: number;
  /** A policy in Keel's words: "5/25", "5%; no sells". */
  readonly policy: string;
  /** The first column that is written to, counted from 0. Without it, one blank column is left beside the list. */
  readonly firstColumn?: number;
  /**
   * Which table columns formulas may call by name: all, as Excel can, or only those whose names need neither escape
   * nor parenthesis, for a host whose formula reader trips over these. Other columns are called by address.
   */
  readonly names: "all" | "plain";
  /** What stands before the dot of Keel's functions where the formulas are to work. */
  readonly namespace: string;
}

export const defaultChoices: Choices = { cash: 0, policy: "5/25", names: "all", namespace: "KEEL" };

/** Where each thing that `planFormulas` writes stands. */
export interface Places {
  /** Everything together, blank column between results and inputs included. */
  readonly all: Block;
  /** The names over the three columns; undefined if the list begins in the sheet's first row and has no header. */
  readonly headings?: Block;
  readonly drift: Block;
  readonly status: Block;
  readonly trade: Block;
  /** Labels beside the two cells that the owner changes. */
  readonly labels: Block;
  readonly cash: Block;
  readonly policy: Block;
}

export const cashLabel = "Cash to invest";
export const policyLabel = "Policy";

/** Says where `planFormulas` writes, for this list and these choices. */
export function placesFor(source: Source, choices: Pick<Choices, "firstColumn"> = {}): Places {
  const { list, values } = source;
  const first = choices.firstColumn ?? list.column + list.width + 1;
  const beside = (column: number): Block => ({
    sheet: list.sheet,
    row: values.row,
    column,
    height: values.height,
    width: 1,
  });
  const inputs = first + 4;
  const cash = { ...beside(inputs + 1), height: 1 };
  const policy = { ...cash, row: cash.row + 1 };
  const top = Math.max(0, values.row - 1);
  const bottom = Math.max(values.row + values.height, policy.row + 1);
  return {
    all: { sheet: list.sheet, row: top, column: first, height: bottom - top, width: 6 },
    ...(values.row > 0 ? { headings: { ...beside(first), row: values.row - 1, height: 1, width: 3 } } : {}),
    drift: beside(first),
    status: beside(first + 1),
    trade: beside(first + 2),
    labels: { ...beside(inputs), height: 2 },
    cash,
    policy,
  };
}

/**
 * Describes live formulas beside a list of funds: Drift, Status and Trade, a row a fund, and two cells that the owner
 * changes, Cash to invest and Policy, that the formulas read.
 */
export function planFormulas(source: Source, choices: Choices = defaultChoices): Description {
  const places = placesFor(source, choices);
  const { values, targets, rules } = formulaColumns(source, choices.names);
  const { money = dollarPatterns } = source;
  const cash = localAddress(places.cash, true);
  const policy = localAddress(places.policy, true);
  const signal = `$${localAddress({ ...places.status, height: 1 })}`;

  const keel = (name: string, ...given: readonly string[]): string =>
    `=${typedCall(choices.namespace, name, ...given)}`;
  const headings: Step[] = places.headings
    ? [
        { do: "write values", block: places.headings, values: [["Drift", "Status", "Trade"]] },
        { do: "style", block: places.headings, style: "heading" },
      ]
    : [];
  return {
    title: "Insert drift, status and trades",
    steps: [
      ...headings,
      { do: "write values", block: places.labels, values: [[cashLabel], [policyLabel]] },
      { do: "style", block: places.labels, style: "label" },
      // Formatted before it is filled: Excel would take 5/25 for the 25th of May.
      { do: "format numbers", block: places.policy, format: "@" },
      { do: "format numbers", block: places.cash, format: money.either },
      { do: "write values", block: places.cash, values: [[choices.cash]] },
      { do: "write values", block: places.policy, values: [[choices.policy]] },
      { do: "style", block: places.cash, style: "input" },
      { do: "style", block: places.policy, style: "input" },
      { do: "format numbers", block: places.drift, format: signedPercentPattern(source.values.height) },
      { do: "format numbers", block: places.trade, format: money.signed },
      { do: "write formula", block: places.drift, formula: keel("DRIFT", values, targets) },
      { do: "write formula", block: places.status, formula: keel("STATUS", values, targets, policy, ...rules) },
      {
        do: "write formula",
        block: places.trade,
        formula: keel("REBALANCE", values, targets, cash, policy, "TODAY()", ...behindReturns(rules)),
      },
      { do: "flag", block: places.status, formula: `=${isOutOfBand(signal)}`, style: "act" },
      { do: "flag", block: places.status, formula: `=${isInBand(signal)}`, style: "fine" },
      { do: "set width", block: places.drift, characters: 10 },
      { do: "set width", block: places.status, characters: 11 },
      { do: "set width", block: places.trade, characters: 16 },
      { do: "set width", block: places.labels, characters: 18 },
      { do: "set width", block: places.cash, characters: Math.min(60, Math.max(14, choices.policy.length + 2)) },
      { do: "select", block: places.drift },
    ],
  };
}

/** The columns that formulas are about, as formulas refer to them. */
export interface FormulaColumns {
  readonly values: string;
  readonly targets: string;
  /** The last argument of the functions that take rules of rows; none where the list has none. */
  readonly rules: readonly [] | readonly [string];
  /** Whether a fund that is added to the list is taken in by itself. */
  readonly grow: boolean;
}

/** Refers to a list's columns by their names in its table, or by their cells. */
export function formulaColumns({ table, ...blocks }: Source, names: Choices["names"]): FormulaColumns {
  const inTable = (column: string): string | undefined => table && columnReference(table.name, column, names);
  const [values, targets] = [table && inTable(table.value), table && inTable(table.target)];
  const rules = (table?.rules ?? []).flatMap((column) => inTable(column) ?? []);
  // Either all grow with the table or none does: a new row must not make them unequal.
  if (values && targets && rules.length === (blocks.rules ?? []).length) {
    return { values, targets, rules: rulesFrom(rules), grow: true };
  }
  return {
    values: address(blocks.values, true),
    targets: address(blocks.targets, true),
    rules: rulesFrom((blocks.rules ?? []).map((block) => address(block, true))),
    grow: false,
  };
}

/**
 * One column of rules, or two side by side, wherever they stand: a range from one to the other would take in a column
 * that is put between them later, and not every Excel has HSTACK. `keelCalls` reads it back.
 */
function rulesFrom([first, second]: readonly string[]): FormulaColumns["rules"] {
  if (first === undefined) return [];
  return [second === undefined ? first : `IF({1,0},${first},${second})`];
}

/** The rules of rows where volatility and returns, which are left out, come before them. */
export function behindReturns(rules: FormulaColumns["rules"]): readonly string[] {
  return rules.length === 0 ? [] : ["", "", ...rules];
}

/**
 * Writes a column of a table as a formula refers to it: `Holdings[Value]`, `Holdings[[Target %]]`, `Holdings[['# owned]]`.
 * Undefined for a name that can't be written safely, or that `names` leaves out.
 * Source: Microsoft, "Using structured references with Excel tables": special characters need a second pair of
 * brackets; `[ ] # '` (and `@`) an apostrophe before them.
 */
export function columnReference(table: string, column: string, names: Choices["names"] = "all"): string | undefined {
  // Line breaks, tabs and spaces at the ends are lost or changed when a formula is typed or shown.
  if (column === "" || column !== column.trim() || /\p{Cc}/u.test(column)) return undefined;
  if (/^[\p{L}\p{N} ]+$/u.test(column)) return `${table}[${column}]`;
  if (names === "plain" && !/^[\p{L}\p{N} %]+$/u.test(column)) return undefined;
  return `${table}[[${column.replace(/[[\]#'@]/g, "'$&")}]]`;
}
