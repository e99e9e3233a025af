import type { ExamplesOf } from "./example";

/** Two accounts in A1:D5, and what their classes should be in F1:G3. */
const ACCOUNTS = {
  "A1:D5": [
    ["Account", "Fund", "Asset class", "Value"],
    ["401(k)", "Stock index", "Stocks", 66000],
    ["401(k)", "Bond index", "Bonds", 19000],
    ["Roth IRA", "Stock index", "Stocks", 10000],
    ["Roth IRA", "Bond index", "Bonds", 5000],
  ],
  "F1:G3": [
    ["Class", "Weight"],
    ["Stocks", 0.7],
    ["Bonds", 0.3],
  ],
} as const;

export const household = {
  PLAN: {
    cells: ACCOUNTS,
    formula: '=KEEL.PLAN(A1:D5, F1:G3, "5%")',
    result: [
      ["Account", "Fund", "Action", "Amount", "Shares", "From %", "To %", "Gain", "Tax", "Why"],
      ["401(k)", "Stock index", "Sell", -6000, "", 66 / 85, 60 / 85, 0, 0, "Stocks: $6,000 over its goal."],
      ["401(k)", "Bond index", "Buy", 6000, "", 19 / 85, 25 / 85, 0, 0, "Bonds: $6,000 under its goal."],
    ],
    remarks: [
      "Holdings has a header row, and its columns are found by name: Account, Account type, Fund, Asset class (or a column a class, for mixed funds), Value (or Shares and Price), and where they matter Cost basis, Acquired, Expense ratio, Cash flow, Lock, Same as and Counts as. A row whose value is 0 is a fund that the account offers; a fund without a row in an account is never bought there. Rows of one fund in a taxable account are lots.",
      "The classes should hold what KEEL.REBALANCE would leave in them under your rule if all accounts were one. The plan comes as near to that as the accounts allow; of all such plans it is the one with the least tax, of those the most even one, then the one that trades least, then the one with the least gain, the best places and the lowest expenses. With “relocate” places and expenses come before the least traded, and funds change places even where no class is off.",
      "Each account keeps its own money and its own Cash flow: + to invest, − to take out. A required distribution, a conversion or a rollover is a − in one account and a + in another.",
      "“gains none” and “gains up to $2,000” limit the net gain of all taxable sales; “income 22%” and “gains rate 15%” give the tax. Nothing is sold at a loss if the same fund was bought in the 30 days before asOf, or is bought by the plan, in any account: that would be a wash sale.",
      "A class that stays off its goal has a row at the end, Short or Over, with the reason.",
      "The first plan loads a solver, HiGHS, from the place that Keel itself comes from; it works on your computer. It is arithmetic on what you typed, not tax advice.",
    ],
  },
  PLANCHECK: {
    cells: ACCOUNTS,
    formula: '=INDEX(KEEL.PLANCHECK(A1:D5, F1:G3, "5%"), 2, 3)',
    result: [[0.7]],
    remarks: [
      "Without INDEX the whole table spills: a row a class with its weight before and after, its target and the gap; then the money traded, the number of trades, net gains (short-term, long-term), tax, cost, location score and average expense ratio (before, after), what is left in cash, trades below the minimum that were dropped, the status, and notes.",
      "Status is “optimal” where it is proved that no other plan comes nearer to the goals. The location score goes from 0 to 100, the best places that the same accounts and classes could have, whatever funds they offer; see KEEL.LOCATION.",
    ],
  },
  PLANTRADES: {
    cells: ACCOUNTS,
    formula: '=KEEL.PLANTRADES(A1:D5, F1:G3, "5%")',
    result: [["Trade"], [-6000], [6000], [0], [0]],
    remarks: [
      "It has one row for each row of the holdings, so that it can stand beside them: put it into the row of their headings.",
      "Its numbers feed the other functions, account by account: KEEL.EXCHANGES for a plan's exchanges, KEEL.ELECTIONS for its percents.",
    ],
  },
  LOCATION: {
    cells: { "A1:A4": [["Class"], ["US stocks"], ["Bonds"], ["Real estate"]] },
    formula: "=KEEL.LOCATION(A1:A4)",
    result: [
      ["Class", "Read as", "Deferred", "Roth", "HSA", "Taxable"],
      ["US stocks", "stocks", 1, 2, 2, 2],
      ["Bonds", "bonds", 3, 0, 0, 0],
      ["Real estate", "real assets", 2, 2, 2, 0],
    ],
    remarks: [
      "A higher number is a better place; only the differences count. KEEL.PLAN looks for better places after the classes' goals, tax and evenness, and with “relocate” before the least traded.",
      "These are conventions, not law, and people differ about them: see the Bogleheads wiki (“Tax-efficient fund placement”), White Coat Investor and Oblivious Investor on asset location. US and international stocks are deliberately equal. Your own points count instead if your table has columns called Deferred, Roth, HSA and Taxable.",
    ],
  },
} as const satisfies ExamplesOf;
