import { Home } from "./home/home";
import type { Screen } from "./screen";
import { SetUp } from "./set-up/set-up";

/** The pane's screens in the order of their tabs. A new screen is a folder here, a line here, and a name in `screen.ts`. */
export const screens: readonly Screen[] = [
  { name: "home", label: "Home", Show: Home },
  { name: "set up", label: "Set up", Show: SetUp },
];

export { type ScreenName, type ScreenProps } from "./screen";
