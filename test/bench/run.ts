import { benchAllocation } from "./allocation";
import { benchRows } from "./rows";
import { benchShares } from "./shares";
import { benchWorkbook } from "./workbook";

/** `npm run bench -- rows before.js` measures the row functions alone, beside those of another functions.js. */
async function run([only, before]: readonly string[]): Promise<void> {
  if (only === "rows") {
    benchRows(before);
    return;
  }
  benchAllocation();
  benchRows(undefined);
  await benchWorkbook();
  await benchShares();
}

void run(process.argv.slice(2));
