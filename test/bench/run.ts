import { benchAllocation } from "./allocation";
import { benchEvidence } from "./evidence";
import { benchLists } from "./lists";
import { benchPlan } from "./plan";
import { benchPortfolios } from "./portfolios";
import { benchRows } from "./rows";
import { benchShares } from "./shares";
import { benchStory } from "./story";
import { benchWorkbook } from "./workbook";

/** What is measured, by the name that `npm run bench -- rows` takes, with what may follow it. */
const benches: Readonly<Record<string, (...more: string[]) => void | Promise<void>>> = {
  allocation: benchAllocation,
  // `rows before.js` measures those of another functions.js beside them.
  rows: benchRows,
  shares: benchShares,
  plan: benchPlan,
  evidence: benchEvidence,
  portfolios: benchPortfolios,
  workbook: benchWorkbook,
  lists: benchLists,
  story: benchStory,
};

/** What is measured where nothing is named: all that needs no browser. */
const usual = ["allocation", "rows", "workbook", "shares", "plan", "evidence", "portfolios"];

async function run([named, ...more]: readonly string[]): Promise<void> {
  if (named !== undefined && !benches[named]) {
    throw new Error(`There is no bench ${named}. There are: ${Object.keys(benches).join(", ")}.`);
  }
  for (const name of named === undefined ? usual : [named]) await benches[name]?.(...more);
}

void run(process.argv.slice(2));
