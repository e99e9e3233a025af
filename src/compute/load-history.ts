import type * as History from "./history/index";

/** Loads the past returns that come with Keel. */
export function loadHistory(): Promise<typeof History> {
  return import(/* webpackChunkName: "history" */ "./history/index");
}
