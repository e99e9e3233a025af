import {
  countedHoldings,
  dollars,
  lookThrough,
  moneyInClass,
  netCash,
  succeeded,
  type ClassPart,
  type Usd,
} from "../engine";
import {
  columnOf,
  moneyTerm,
  partTerm,
  readClasses,
  readHoldings,
  readPolicy,
  terms,
  type Argument,
  type ClassRange,
  type Note,
  type Term,
  type Worked,
} from "../ranges";
import { formulaFact, fundBeside, operation, type ResultPlace } from "./operation";
import { POLICY } from "./usual-arguments";

/** BYCLASS: what each asset class is worth, mixed funds taken apart. */
export const byClass = operation({
  name: "BYCLASS",
  family: "allocation",
  arguments: [{ name: "holdings", holds: "by heading" }, { name: "classes", holds: "plain" }, POLICY],
  holds: "money",
  decide: (holdings: Argument, classes: Argument, policy?: Argument) => {
    const rule = readPolicy(policy);
    if (!rule.ok) return rule;
    const list = readClasses("Classes", classes);
    if (!list.ok) return list;
    const { unclassified, classOfRow, layout } = list.value;
    const { unassigned } = rule.value.policy;
    const mayLackClass = unclassified !== undefined || unassigned === "hold" || unassigned === "sell";
    const read = readHoldings("Holdings", holdings, list.value, mayLackClass, rule.value.policy);
    if (!read.ok) return read;

    const { rows, headerRows, total, at } = read.value;
    const net = netCash(countedHoldings(read.value.holdings));
    const { amounts, leftOut } = lookThrough(net.holdings, list.value.classes, unclassified);
    const notes: Note[] = [...rule.value.notes, ...list.value.notes, ...read.value.notes];
    for (const { holding, amount } of leftOut) {
      notes.push({ code: "unlisted money left out", at: at(holding.row), fund: holding.fund, amount });
    }
    for (const { row, fund, value } of read.value.held)
      notes.push({ code: "held money left out", at: at(row), fund, amount: value });
    for (const { holding, amount } of net.owed) notes.push({ code: "owed cash left out", at: at(holding.row), amount });
    const { classes: names } = list.value;
    return succeeded({
      rows,
      headerRows,
      total,
      layout,
      classOfRow,
      amounts,
      inClass: (index: number) => moneyInClass(net.holdings, names, index, unclassified),
      notes,
    });
  },
  show: ({ layout, classOfRow, amounts }) =>
    columnOf(layout, (row) => {
      const index = classOfRow[row];
      return index === undefined ? 0 : dollars(amounts[index] as Usd);
    }),
  explain: ({ rows, headerRows, layout, total, classOfRow, amounts, inClass }, at) => ({
    read: [
      { fact: "range", argument: "Holdings", rows, headerRows },
      { fact: "range", argument: "Classes", rows: layout.rows, headerRows: layout.headerRows.size },
      { fact: "total", total },
    ],
    steps: [formulaFact("look-through", workedClass({ layout, classOfRow, amounts, inClass }, at))],
    rounded: [{ fact: "to the cent" }],
  }),
});

/** The money of one class, a term for each holding that has some of it. */
function workedClass(
  {
    layout,
    classOfRow,
    amounts,
    inClass,
  }: Pick<ClassRange, "layout" | "classOfRow"> & {
    readonly amounts: readonly Usd[];
    readonly inClass: (index: number) => readonly ClassPart[];
  },
  at: ResultPlace | undefined,
): readonly Worked[] {
  const beside = fundBeside(layout, (row) => classOfRow[row] !== undefined, at);
  const index = beside && classOfRow[beside.row];
  if (beside === undefined || index === undefined) return [];
  const parts = inClass(index);
  if (parts.length === 0) return [];
  const gives = { kind: "money", number: dollars(amounts[index] as Usd) } as const;
  return [{ row: beside.row, term: terms("+", ...parts.map(partOfHolding)), gives }];
}

function partOfHolding({ value, part, whole }: ClassPart): Term {
  return part === whole ? moneyTerm(value) : terms("×", moneyTerm(value), partTerm(part, whole));
}
