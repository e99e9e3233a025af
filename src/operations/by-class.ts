import { dollars, lookThrough, type Note, type Usd } from "../engine";
import { columnOf, readClasses, readHoldings, readPolicy, type Argument } from "../ranges";
import { answered, operation, type Answer, type HelpExamples } from "./operation";

/** BYCLASS: what each asset class is worth, mixed funds taken apart. */
export const byClass = operation((holdings: Argument, classes: Argument, policy?: Argument): Answer => {
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
  const { amounts, leftOut, owed } = lookThrough(read.value.holdings, list.value.classes, unclassified);
  const notes: Note[] = [...rule.value.notes, ...list.value.notes, ...read.value.notes];
  for (const { holding, amount } of leftOut) {
    notes.push({ code: "unlisted money left out", at: holding.at, fund: holding.fund, amount });
  }
  if (owed > 0) notes.push({ code: "owed cash left out", argument: "Holdings", amount: owed });
  return answered(
    columnOf(layout, (row) => {
      const index = classOfRow[row];
      return index === undefined ? 0 : dollars(amounts[index] as Usd);
    }),
    {
      notes,
      read: [
        { fact: "range", argument: "Holdings", rows, headerRows },
        { fact: "range", argument: "Classes", rows: layout.rows, headerRows: layout.headerRows.size },
        { fact: "total", total },
      ],
      steps: [
        {
          fact: "formula",
          words: "A fund's value goes to its asset class; a mixed fund's is split by its class columns.",
        },
      ],
      rounded: [{ fact: "to the cent" }],
    },
  );
});

/** The worked examples of this family's help pages. */
export const byClassExamples: HelpExamples = {
  BYCLASS: {
    cells: {
      "A1:G7": [
        ["Account", "Fund", "Asset class", "US", "Intl", "Bond", "Value"],
        ["401(k)", "Target date 2040", "", 0.54, 0.36, 0.1, 80000],
        ["401(k)", "Bond index", "Bond", "", "", "", 20000],
        ["401(k)", "US index", "US", "", "", "", 0],
        ["Roth IRA", "US index", "US", "", "", "", 30000],
        ["Roth IRA", "International index", "Intl", "", "", "", 0],
        ["Taxable", "US index", "US", "", "", "", 20000],
      ],
      "I2:I4": [["US"], ["Intl"], ["Bond"]],
    },
    formula: "=KEEL.BYCLASS(A1:G7, I2:I4)",
    result: [[93200], [28800], [28000]],
    remarks: [
      "Holdings is a table with its header row, such as Holdings[#All]. Columns are found by name, in any order: Fund or Symbol; Asset class, or for balanced and target-date funds one column a class with that class's name; Value, or Shares and Price. Other columns may hold anything.",
      'So a whole household can be asked about: =KEEL.ISDUE(KEEL.BYCLASS(Holdings[#All], Targets[Class]), Targets[Weight], "5/25", TODAY()).',
      'Money in a class that is not in your list is an error that names the fund. A class called Unclassified in the list takes such money; the policy "unassigned hold" (or "unassigned sell") leaves it out.',
      "The row of the account's cash (Cash, or a core fund such as SPAXX) needs no price, and no asset class if your list has the class Cash. Cash below 0 is taken from the other money in its class; what can't be taken from there is left out.",
      "A row that says Total is left out if it is what the rows above add up to; else it is an error.",
    ],
  },
};
