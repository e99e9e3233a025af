import { plainSeparators, type Separators } from "../sheets";
import { supports } from "./excel-run";

/** Cultures with a point before the decimals, and a semicolon in lists all the same: Switzerland's and Liechtenstein's. */
const semicolonAfterPoint = /-(CH|LI)$/i;

/**
 * Reads how formulas are typed in this Excel. It tells the sign before decimals, and no other: where that is a comma, a
 * comma can't part arguments too, and Excel takes a semicolon. An older Excel tells nothing. One sync.
 */
export async function separators(context: Excel.RequestContext): Promise<Separators> {
  if (!supports("1.11")) return plainSeparators;
  const { application } = context.workbook;
  application.load("decimalSeparator,cultureInfo/name");
  await context.sync();
  const decimal = application.decimalSeparator === "," ? "," : ".";
  const semicolon = decimal === "," || semicolonAfterPoint.test(application.cultureInfo.name);
  return { argument: semicolon ? ";" : ",", decimal };
}
