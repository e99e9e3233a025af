import { readCsv } from "../../src/csv";
import type { CellValue } from "../../src/workbook";

/** What brokers let their customers download: the shapes are real, figures and owners invented. */
export const brokerExports = {
  etrade: `Account Summary
Account,Net Account Value,Total Gain $,Total Gain %,Day's Gain Unrealized $,Day's Gain Unrealized %,Available For Withdrawal,Cash Purchasing Power
"Rollover IRA -0009",50000.00,5120.00,11.41,24.50,.05,3250.00,3250.00

View Summary - All Positions
Filters applied:
Symbol,Security type(s),Sort by,Sort order,
,All,Symbol,Asc,

Symbol,Last Price $,Change $,Change %,Quantity,Price Paid $,Day's Gain $,Total Gain $,Total Gain %,Value $
BND,72.50,0.05,0.07,200.0000,75.0000,10.0000,-500.0000,-3.3333,14500.0000
VTI,300.00,0.14,0.05,90.0000,240.0000,12.6000,5400.0000,25.0000,27000.0000
VXUS,70.00,0.025,0.04,75.0000,67.0667,1.9000,220.0000,4.3738,5250.0000
CASH,,,,,,,,,3250.00,
TOTAL,,,,,,24.50,5120.00,11.41,50000.00,

Generated at Nov 27 2026 04:05 PM ET
`,
  fidelity: `Account Number,Account Name,Symbol,Description,Quantity,Last Price,Last Price Change,Current Value,Today's Gain/Loss Dollar,Today's Gain/Loss Percent,Total Gain/Loss Dollar,Total Gain/Loss Percent,Percent Of Account,Cost Basis Total,Average Cost Basis,Type
X10000001,ROTH IRA,SPAXX**,HELD IN MONEY MARKET,,,,$1250.50,,,,,3.84%,,,Cash,
X10000001,ROTH IRA,FXAIX,BIG 500 INDEX FUND,120.5,$200.00,+$1.24,$24100.00,+$149.42,+0.62%,+$4100.00,+20.50%,73.93%,$20000.00,$165.98,Cash,
X10000001,ROTH IRA,FTIHX,TOTAL INTL INDEX FUND,500,$15.00,-$0.10,$7500.00,-$50.00,-0.66%,-$500.00,-6.25%,23.00%,$8000.00,$16.00,Cash,
X10000001,ROTH IRA,Pending activity,,,,,-$250.50,,,,,,,,,
20000002,ROLLOVER IRA,FDRXX**,HELD IN MONEY MARKET,,,,$2400.00,,,,,15.19%,,,Cash,
20000002,ROLLOVER IRA,FXNAX,US BOND INDEX FUND,1000,$10.40,,$10400.00,,,--,--,65.82%,--,--,Cash,
20000002,ROLLOVER IRA,FTIHX,TOTAL INTL INDEX FUND,200,$15.00,,$3000.00,,,,,18.99%,$3100.00,$15.50,Cash,

"Placeholder for the first of several long paragraphs of small print."

"Date downloaded Nov-28-2026 4:05 p.m ET"
`,
  schwab: `"Positions for account Rollover IRA ...006 as of 04:05 PM ET, 2026/11/27"

"Symbol","Description","Qty (Quantity)","Price","Price Chng $ (Price Change $)","Price Chng % (Price Change %)","Mkt Val (Market Value)","Day Chng $ (Day Change $)","Day Chng % (Day Change %)","Cost Basis","Gain $ (Gain/Loss $)","Gain % (Gain/Loss %)","Reinvest?","Reinvest Capital Gains?","% of Acct (% of Account)","Asset Type",""
"SCHB","US BROAD MARKET ETF","1,200","$25.50","$0.10","0.2%","$30,600.00","$12.00","0.2%","$21,000.00","$9,600.00","45.71%","No","N/A","51%","ETFs & Closed End Funds",""
"SCHF","INTL EQUITY ETF","500","$24.00","$0.10","0.2%","$12,000.00","$12.00","0.2%","$12,500.00","-$500.00","-4%","No","N/A","20%","ETFs & Closed End Funds",""
"SCHZ","US AGGREGATE BOND ETF","600.5","$24.00","$0.10","0.2%","$14,412.00","$12.00","0.2%","$15,000.00","-$588.00","-3.92%","No","N/A","24.02%","ETFs & Closed End Funds",""
"Cash & Cash Investments","--","--","--","--","--","$2,988.00","$0.00","0%","--","--","--","--","--","4.98%","Cash and Money Market",""
"Positions Total","","--","--","--","--","$60,000.00","$36.00","0.06%","$48,500.00","$8,512.00","17.55%","--","--","--","--",""
`,
} as const;

/** An export as cells: every one a text, or, as Excel opens the file, what looks like a number as one. */
export function cellsOf(broker: keyof typeof brokerExports, opened: "as text" | "by Excel"): readonly CellValue[][] {
  const { rows } = readCsv(brokerExports[broker]);
  return rows.map((row) => row.map((cell) => (opened === "by Excel" ? asExcel(cell) : cell)));
}

function asExcel(text: string): CellValue {
  const [, sign, digits, percent] = /^([-+]?)\$?([\d,]*\.?\d+)(%?)$/.exec(text.trim()) ?? [];
  if (digits === undefined) return text;
  const number = Number(`${digits.replaceAll(",", "")}${percent === "" ? "" : "e-2"}`);
  return sign === "-" ? -number : number;
}
