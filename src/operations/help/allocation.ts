import { FUNDS, type ExamplesOf } from "./example";

export const allocation = {
  WEIGHTS: {
    cells: { "B2:B4": [[6500], [2300], [1200]] },
    formula: "=KEEL.WEIGHTS(B2:B4)",
    result: [[0.65], [0.23], [0.12]],
  },
  DRIFT: {
    cells: FUNDS,
    formula: "=KEEL.DRIFT(B2:B4, C2:C4)",
    result: [[0.05], [-0.07], [0.02]],
    remarks: [
      "Points is weight minus target: 0.05 is five percentage points too much. Relative compares with the target: 0.25 is a quarter too much. Money is dollars above the target.",
      'Money without a target counts as a fund to sell. The policy "unassigned hold" leaves it out of the total, here and in DRIFTTOTAL and TRACKINGERROR.',
    ],
  },
  DRIFTTOTAL: { cells: FUNDS, formula: "=KEEL.DRIFTTOTAL(B2:B4, C2:C4)", result: [[0.07]] },
  BANDS: {
    cells: { "C2:C4": [[0.6], [0.3], [0.1]] },
    formula: '=KEEL.BANDS(C2:C4, "5/25")',
    result: [
      [0.55, 0.65],
      [0.25, 0.35],
      [0.075, 0.125],
    ],
    remarks: [
      "5/25 allows five points or a quarter of the target either side, whichever is smaller.",
      "A band in the last argument, a column beside the targets, is that row's own in place of the policy's.",
    ],
  },
  STATUS: {
    cells: FUNDS,
    formula: '=KEEL.STATUS(B2:B4, C2:C4, "5%")',
    result: [["In band"], ["Under"], ["In band"]],
    remarks: [
      "Exactly at the edge of the band is in. Without a band only the exact target is in.",
      "A band in the last argument, a column beside the values, is that row's own in place of the policy's. Rows that are held are compared like the others.",
    ],
  },

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
      "A row without a class whose column Lock says hold, such as company stock, keeps its money and is left out of the classes, also of Unclassified.",
      "The row of the account's cash (Cash, or a core fund such as SPAXX) needs no price, and no asset class if your list has the class Cash. Cash below 0 is taken from the other money in its class; what can't be taken from there is left out.",
      "A row that says Total is left out if it is what the rows above add up to; else it is an error.",
    ],
  },
} as const satisfies ExamplesOf;
