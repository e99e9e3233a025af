import { succeeded } from "../engine";
import packageJson from "../../package.json";
import { operation } from "./operation";

/** The version that the pane, the help pages and KEEL.VERSION all show. */
export const VERSION: string = packageJson.version;

/** VERSION: which Keel answers. */
export const version = operation({
  name: "VERSION",
  family: "about",
  arguments: [],
  holds: "plain",
  decide: () => succeeded({ version: VERSION, notes: [] }),
  show: (record) => [[record.version]],
  explain: () => ({}),
});
