import type { ExamplesOf } from "./example";

const TRADES_REMARK =
  "Columns are found by name, in any order: Date, Fund, Shares (+ bought, − sold), Amount or Price, Account, and where they matter Account type, Acquired (the day of the lot that is sold), Cost (the basis of a sale), Same as (funds that share a text there are substantially identical) and Automatic. Where shares are given they alone say the direction; without them a positive amount buys.";

export const harvest = {
  HARVEST: {
    cells: {
      "A1:E4": [
        ["Account", "Fund", "Shares", "Cost basis", "Acquired"],
        ["Brokerage", "VTI", 100, 12000, "2024-03-01"],
        ["Brokerage", "BND", 200, 15000, "2026-02-02"],
        ["Roth IRA", "BND", 10, 720, "2026-06-05"],
      ],
      "G1:H3": [
        ["Fund", "Price"],
        ["VTI", 100],
        ["BND", 72],
      ],
    },
    formula: '=KEEL.HARVEST(A1:E4, G1:H3, "2026-06-15", "income 22%; gains rate 15%")',
    result: [
      [
        "Account",
        "Fund",
        "Acquired",
        "Shares",
        "Worth",
        "Basis",
        "Loss",
        "Term",
        "Tax saved",
        "Wash sale",
        "Buy again from",
      ],
      ["Brokerage", "VTI", 45352, 100, 10000, 12000, 2000, "Long-term", 300, "Clear", 46219],
      [
        ...(["Brokerage", "BND", 46055, 200, 14400, 15000, 600, "Short-term", 132] as const),
        ...(["Wash sale: bought 2026-06-05 in Roth IRA", 46219] as const),
      ],
      ["No tax inside retirement accounts", "", "", "", "", "", "", "", "", "", ""],
    ],
    remarks: [
      "The lots are your table of holdings, one row a lot, of all accounts: retirement accounts are never harvested, as their trades aren't taxed, but what was bought there counts. A lot's worth is its shares × its price.",
      "Tax saved is the loss × the rate of its kind, as if there were gains of that kind to set it against. A loss is a wash sale if the fund, or one with the same text in Same as, was bought in any account in the 30 days before; and if it is bought again before the last column's day, payroll and reinvested dividends included.",
      "It is arithmetic on what you typed, not tax advice.",
    ],
  },
  WASHSALES: {
    cells: {
      "A1:F5": [
        ["Date", "Account", "Fund", "Shares", "Price", "Account type"],
        ["2025-01-10", "Taxable", "VTI", 100, 10, ""],
        ["2025-05-20", "Roth IRA", "VTI", 30, 8, ""],
        ["2025-06-15", "Taxable", "VTI", -100, 7.5, ""],
        ["2025-07-01", "Taxable", "VTI", 40, 8, ""],
      ],
    },
    formula: '=KEEL.WASHSALES(A1:F5, "2025-08-01")',
    result: [
      ["Account", "Fund", "Sold", "Loss", "Disallowed", "Allowed", "Replacement", "New basis", "Status"],
      ["Taxable", "VTI", 45823, 250, 75, 75, "30 bought 2025-05-20 in Roth IRA", "", "final"],
      ["Taxable", "VTI", 45823, "", 100, "", "40 bought 2025-07-01 in Taxable", 420, "final"],
    ],
    remarks: [
      TRADES_REMARK,
      "Give the trades of all accounts, your spouse's too, with reinvested dividends and payroll purchases. A sale is matched with what its account bought first, unless Acquired names the lot; a loss with the purchases from 30 days before to 30 days after it in their order, each share once. In a taxable account what is disallowed goes onto the new shares' basis, and the holding period carries over; in an IRA, a Roth or an HSA it is gone.",
      "The ruling on IRAs (Rev. Rul. 2008-5) names no 401(k); practitioners treat it the same, and the status says so. A sale is open as long as a purchase may still change it.",
    ],
  },
  SELLORDER: {
    cells: {
      "A1:E4": [
        ["Account", "Fund", "Shares", "Cost basis", "Acquired"],
        ["Brokerage", "VTI", 100, 5000, "2020-04-01"],
        ["Brokerage", "VTI", 100, 9500, "2026-03-02"],
        ["Brokerage", "VTI", 100, 12000, "2023-05-01"],
      ],
    },
    formula: '=KEEL.SELLORDER(A1:E4, 100, 15000, "min tax", "2026-06-15", "income 22%; gains rate 15%")',
    result: [
      ["Lot", "Shares", "Amount", "Gain", "Tax"],
      ["2023-05-01", 100, 10000, -2000, -300],
      ["2020-04-01", 40, 4000, 2000, 300],
      ["2026-03-02", 10, 1000, 50, 11],
    ],
    remarks: [
      "“min tax” is the least tax that raises the amount, proved: short-term and long-term gains each by themselves, not below 0, as KEEL.PLAN counts them; of equal ones the least net gain. “fifo” sells the oldest first, “highest cost” the dearest. Without rates it is the least net gain, without a date every gain is long-term.",
      "A row's tax is its rate × its gain; a loss has a negative one as far as gains of its kind use it, so the column adds up to the tax. The wash-sale rule is not looked at here: see KEEL.HARVEST.",
    ],
  },
  FOLLOWED: {
    cells: {
      "A1:B5": [
        ["Date", "Traded"],
        ["2023-01-05", 0],
        ["2024-01-10", 2500],
        ["2024-07-01", 800],
        ["2025-02-20", 0],
      ],
    },
    formula: '=KEEL.FOLLOWED(A1:B5, "annual and 5%")',
    result: [
      ["Due", "Looked", "Days late", "Traded", "Verdict"],
      [45296, 45301, 5, 2500, "on time"],
      ["", 45474, "", 800, "not due"],
      [45667, 45708, 41, 0, "late"],
    ],
    remarks: [
      "A row of the log is a look, also one that traded nothing. From the first one on a look is due an interval after the one that answered the last due date, or after that date if it was missed. It is on time up to 15 days before and after (half the interval, if that is less), late after that, and missed once the next one is due.",
      "Under a calendar alone, or “and”, a trade between looks is “not due”; under “or” it is within the rule.",
    ],
  },
  SAFEDATES: {
    cells: {
      "A1:E3": [
        ["Date", "Account", "Fund", "Shares", "Price"],
        ["2025-01-10", "Taxable", "VTI", 100, 10],
        ["2025-06-15", "Taxable", "VTI", -100, 7.5],
      ],
    },
    formula: '=KEEL.SAFEDATES(A1:E3, , "annual; last 2025-01-10")',
    result: [
      ["Date", "What", "Fund", "Why"],
      [
        45853,
        "Last day of the wash-sale window",
        "VTI",
        "Sold at a loss on 2025-06-15; a purchase up to this day disallows it (IRC 1091).",
      ],
      [
        45854,
        "Buy again without a wash sale",
        "VTI",
        "Sold at a loss on 2025-06-15; in any account, payroll and reinvested dividends included (IRC 1091).",
      ],
      [46032, "Next look", "", "Your policy's calendar."],
    ],
    remarks: [
      TRADES_REMARK,
      "It puts the days together that KEEL.NEXTLOOK, KEEL.ROUNDTRIPS (by Fidelity's rule) and KEEL.WASHSALES give, and with lots those from which a loss that waits may be taken. Only days from the date on are shown.",
    ],
  },
} as const satisfies ExamplesOf;
