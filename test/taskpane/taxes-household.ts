import { daySerial } from "../../src/taskpane/standing/day";
import { PaperWorkbook } from "./paper-workbook";

/** A purchase that a sale of today would be washed by. */
const LATELY = daySerial(new Date()) - 16;

/** A 401(k), a Roth IRA and a taxable account with lots, two of them at a loss, one of these bought again in the Roth. */
export const TAXES_HOUSEHOLD = [
  [...["Account", "Account type", "Fund", "Asset class", "Shares", "Price", "Value", "Cost basis", "Acquired"]],
  ["Acme 401(k)", "401(k)", "Target 2040", "US stocks", 4000, 20, 80_000, "", ""],
  ["Roth IRA", "Roth IRA", "VXUS", "International stocks", 100, 60, 6000, "", LATELY],
  ["Brokerage", "Taxable", "ITOT", "US stocks", 100, 120, 12_000, 15_000, 45_000],
  ["Brokerage", "Taxable", "VXUS", "International stocks", 50, 60, 3000, 3400, 45_100],
  ["Brokerage", "Taxable", "BND", "Bonds", 10, 75, 750, 700, 45_100],
] as const;

/** Its trades as Keel logs them: 20 days ago a purchase in the plan, and a sale in the taxable account. */
export const TAXES_LOG = [
  [...["Date", "Fund", "Amount", "Account", "Value before"]],
  [LATELY - 4, "Target 2040", 5000, "Acme 401(k)", 75_000],
  [LATELY - 4, "BND", -2000, "Brokerage", 2750],
] as const;

/** A workbook with that household in a table, and nothing else. */
export function householdWorkbook(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Accounts!A1", TAXES_HOUSEHOLD);
  workbook.table("Holdings", `Accounts!A1:I${TAXES_HOUSEHOLD.length}`);
  workbook.select("Accounts!A2");
  return workbook;
}
