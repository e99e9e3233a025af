import { benchAllocation } from "./allocation";
import { benchRows } from "./rows";
import { benchShares } from "./shares";

// `npm run bench -- rows before.js` measures the row functions alone, beside those of another functions.js.
const [only, before] = process.argv.slice(2);
if (only === undefined) benchAllocation();
benchRows(before);
if (only === undefined) void benchShares();
