import { countedHoldings, dollars, lookThrough, netCash, succeeded, type Usd } from "../engine";
import { columnOf, readClasses, readHoldings, readPolicy, type Argument, type Note } from "../ranges";
import { operation } from "./operation";
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
    const read = readHoldings("Holdings", holdings, list.value, mayLackClass);
    if (!read.ok) return read;

    const { rows, headerRows, total } = read.value;
    const net = netCash(countedHoldings(read.value.holdings));
    const { amounts, leftOut } = lookThrough(net.holdings, list.value.classes, unclassified);
    const notes: Note[] = [...rule.value.notes, ...list.value.notes, ...read.value.notes];
    for (const { holding, amount } of leftOut) {
      notes.push({ code: "unlisted money left out", at: holding.at, fund: holding.fund, amount });
    }
    for (const { holding, amount } of net.owed) notes.push({ code: "owed cash left out", at: holding.at, amount });
    return succeeded({ rows, headerRows, total, layout, classOfRow, amounts, notes });
  },
  show: ({ layout, classOfRow, amounts }) =>
    columnOf(layout, (row) => {
      const index = classOfRow[row];
      return index === undefined ? 0 : dollars(amounts[index] as Usd);
    }),
  explain: ({ rows, headerRows, layout, total }) => ({
    read: [
      { fact: "range", argument: "Holdings", rows, headerRows },
      { fact: "range", argument: "Classes", rows: layout.rows, headerRows: layout.headerRows.size },
      { fact: "total", total },
    ],
    steps: [{ fact: "formula", formula: "look-through" }],
    rounded: [{ fact: "to the cent" }],
  }),
});
