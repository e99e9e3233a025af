import { FUNDS, type ExamplesOf } from "./example";

export const rebalance = {
  REBALANCE: {
    cells: FUNDS,
    formula: '=KEEL.REBALANCE(B2:B4, C2:C4, 200, "5/25")',
    result: [[-380], [760], [-180]],
    remarks: [
      "Cash is placed first, without selling. Only if a fund is then still outside its band is anything else traded: by default every fund goes back to its target; with “to edge” or “to halfway” only as far as that.",
      "The trades add up to the cash, to the cent, less what “keep”, “whole dollars” or “multiples of $10” hold back.",
      "The last argument has the rules of single rows: a column beside the values with hold (company stock that can't be traded), no buy, no sell, a band of the row's own such as 3%, or both, such as no buy; 3%. Held rows stay as they are, and the others share what is left. Cash that no row may take is an error that names the rows.",
      "Give a date as the fifth argument to follow the policy's calendar: when no look is due, only the cash is placed.",
    ],
  },
  CONTRIBUTE: {
    cells: FUNDS,
    formula: "=KEEL.CONTRIBUTE(B2:B4, C2:C4, 1700)",
    result: [[500], [1200], [0]],
    remarks: [
      "The emptiest funds, compared with their targets, are raised to a common level first.",
      "Rows whose rule, in the last argument, says hold or no buy get nothing.",
    ],
  },
  WITHDRAW: {
    cells: FUNDS,
    formula: "=KEEL.WITHDRAW(B2:B4, C2:C4, 1400)",
    result: [[-1100], [0], [-300]],
    remarks: [
      "Type the amount as a positive number. The fullest funds, compared with their targets, are lowered first.",
      "Rows whose rule, in the last argument, says hold or no sell give nothing.",
    ],
  },
  CASHNEEDED: {
    cells: FUNDS,
    formula: "=KEEL.CASHNEEDED(B2:B4, C2:C4)",
    result: [[2000]],
    remarks: [
      "It is #N/A with money in a fund whose target is 0, unless its rule in the last argument says hold or no sell. Rows that are held, or may not be bought, keep what they have, and the others are filled up to the fullest row that isn't held.",
    ],
  },
  MONTHSTOBAND: {
    cells: FUNDS,
    formula: '=KEEL.MONTHSTOBAND(B2:B4, C2:C4, 100, "5/25")',
    result: [[3]],
    remarks: [
      "One contribution a month, the same each time. Nothing is sold and prices stay as they are: each contribution goes where KEEL.CONTRIBUTE puts it. 0 means that every row is in band now.",
      "Without a band it is the months until every row is at its target: KEEL.CASHNEEDED divided by the contribution, rounded up.",
      "It is #N/A if no number of contributions is enough, as with money in a fund whose target is 0 and whose band allows none.",
      "A minimum trade, whole dollars or multiples of dollars, and a percent to keep make each contribution depend on those before it. Then each is worked out in turn, and if thousands of them are not enough, the answer is #N/A.",
    ],
  },
  ELECTIONS: {
    cells: { "B2:B4": [[1], [1], [1]] },
    formula: "=KEEL.ELECTIONS(B2:B4)",
    result: [[34], [33], [33]],
    remarks: [
      "The result is whole numbers to type into the plan's page: 34, not 0.34. They add up to exactly 100.",
      "One minimum for all funds binds the funds that get anything; a column of minimums binds each fund.",
    ],
  },

  SHARES: {
    cells: {
      "B2:B3": [[0], [0]],
      "C2:C3": [[5.3], [1.3]],
      "D2:D3": [[0.6], [0.4]],
    },
    formula: "=KEEL.SHARES(B2:B3, C2:C3, D2:D3, 100)",
    result: [[11], [32]],
    remarks: [
      "Whole shares unless the policy says “fractional” (four decimals). Your positions keep the fractions they have.",
      "The result is proved to be the best for up to 30 funds with a fee or cost and 200 without: with no other trades do the gaps to the targets, the cash left over and the costs add up to less, and never more is spent than there is. Among equal answers it is the one that costs least, then leaves the least cash, then trades the least money.",
      "A fund whose target is 0 is never bought, even if you hold it: cash that buys nothing you want stays cash.",
      "A fee or a cost in the policy is reserved.",
      "Rows whose rule, in the last argument, says hold keep their shares; no buy and no sell bind here too.",
      "With more funds, if the proof takes too much work, the result is the best that was found, and Explain says how far from the best possible it can be, such as “within $1.20 of the best possible”. It is #N/A only if no trades raise the money to take out.",
    ],
  },

  EXCHANGES: {
    cells: {
      "A2:A6": [["Large company"], ["Bond"], ["International"], ["Stable value"], ["Real estate"]],
      "B2:B6": [[7000], [3000], [2000], [1000], [0]],
      "C2:C6": [[-700], [-300], [600], [300], [100]],
    },
    formula: "=KEEL.EXCHANGES(A2:A6, B2:B6, C2:C6)",
    result: [
      ["From", "To", "Amount", "Percent of From"],
      ["Large company", "International", 600, 600 / 7000],
      ["Large company", "Real estate", 100, 100 / 7000],
      ["Bond", "Stable value", 300, 0.1],
    ],
    remarks: [
      "Up to 16 trades the number of exchanges is proved to be the smallest. With more, it is at most one fewer than there are trades, and the last header cell says so.",
      "Trades that don't add up to 0 put money in or take it out: that money is shown as the fund Cash, together with a fund of your own by that name.",
      "Barred exchanges are two columns, From and To, for exchanges that your plan doesn't take, such as from stable value to money market. Money never takes a way through a third fund instead. If nothing else is left, the answer is #N/A.",
    ],
  },
  ROUNDTRIPS: {
    cells: {
      "A1:C4": [
        ["Date", "Fund", "Amount"],
        ["2026-05-01", "Large company", 5000],
        ["2026-05-01", "Bond", -5000],
        ["2026-05-12", "Large company", -2500],
      ],
    },
    formula: '=KEEL.ROUNDTRIPS(A1:C4, "2026-06-15")',
    result: [
      ["Fund", "Last trade", "Next allowed date", "Status"],
      [
        "Large company",
        46154,
        46173,
        "Free to trade. One roundtrip counts, from 2026-05-12: another before 2026-08-10 blocks purchases for 85 days.",
      ],
      ["Bond", 46143, 46143, "Free to trade"],
    ],
    remarks: [
      "Amounts are + for money into the fund and − for money out. A row may also have an Account and Automatic (yes or no); with accounts the result has a last column that names them. Automatic trades, such as payroll contributions, never count.",
      "The rule \"fidelity\", which is used if you give none: a purchase and then a sale of the same fund in the same account within 30 days is a roundtrip; a second one within 90 days blocks purchases of that fund in every account for 85 days. A day's purchases or sales of a fund of $1,000 or less don't count. Source: Fidelity, Excessive Trading Policy.",
      'The rule "vanguard": no purchase of a fund within 30 days of its sale. Source: Vanguard, Frequent-Trading Limits. A number instead is so many days between a trade and one the other way, for other plans.',
      "The day itself is free: with 30 days, what is bought on May 1 may be sold on May 31. Last trade is the last one that the rule counts. The dates are Excel dates: give the cells a date format.",
      "As of is the last trade's date if you leave it out; trades after it are left out. Ask your plan for its own rule: it may differ.",
    ],
  },
} as const satisfies ExamplesOf;
