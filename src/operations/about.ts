import { answered, operation, type Answer } from "./operation";
import packageJson from "../../package.json";

/** The version that the pane, the help pages and KEEL.VERSION all show. */
export const VERSION: string = packageJson.version;

/** VERSION: which Keel answers. */
export const version = operation({
  functionName: "VERSION",
  example: { cells: {}, formula: "=KEEL.VERSION()", result: [[VERSION]] },
  answer(): Answer {
    return answered([[VERSION]]);
  },
});
