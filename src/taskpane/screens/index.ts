import type { Screen } from "./screen";

/**
 * The pane's screens, in the order of their tabs and then of the list behind "More". A new screen is a folder here, a
 * line here and in `lazy-screens.ts`, and a name in `screen.ts`. Household (several accounts) stands after Plan, as it answers
 * the same question; Evidence stands first behind "More", and so will Taxes. None of them is shown before its functions are there.
 */
export const screens: readonly Screen[] = [
  { name: "home", label: "Home", group: "main" },
  { name: "bring in", label: "Bring in", group: "main" },
  { name: "plan", label: "Plan", group: "main" },
  { name: "set up", label: "Set up", group: "main" },
  { name: "share", label: "Share", group: "main" },
  { name: "evidence", label: "Evidence", group: "more" },
  { name: "taxes", label: "Taxes", group: "more" },
  { name: "explain", label: "Explain", group: "more" },
  { name: "repair", label: "Repair", group: "more" },
  { name: "help", label: "Help", group: "more" },
];

export { type ScreenName, type ScreenProps } from "./screen";
export { useScreen } from "./use-screen";
