// Knows: the Excel functions: their names, arguments and descriptions, which become functions.json.
// Doesn't know: how anything is answered; each body is one call of its operation.
// Add here: the declaration of a new Excel function, in the file of its family.
import "./outside-excel"; // first: the others associate as they load
import "./allocation";
import "./rebalance";
import "./policy";
import "./evidence";
import "./statistics";
import "./dynamic";
import "./household";
import "./retirement";
import "./harvest";
import "./discipline";
import "./about";

/** The version of the functions, left as the global `keelFunctions` for the pane to see that they are loaded. */
export { VERSION as version } from "../operations";
