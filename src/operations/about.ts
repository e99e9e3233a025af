import { answered, operation, type Answer, type HelpExamples } from "./operation";
import packageJson from "../../package.json";

/** The version that the pane, the help pages and KEEL.VERSION all show. */
export const VERSION: string = packageJson.version;

/** VERSION: which Keel answers. */
export const version = operation((): Answer => {
  return answered([[VERSION]]);
});

/** The worked examples of this family's help pages. */
export const aboutExamples: HelpExamples = {
  VERSION: { cells: {}, formula: "=KEEL.VERSION()", result: [[VERSION]] },
};
