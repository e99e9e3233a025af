import { useState } from "react";
import type { Workbook } from "../../../workbook";
import type { Wishes } from "./facts";

const unchanged: Wishes = { title: "", owner: "", trades: true, tickers: true };

/** What was typed and chosen for each open workbook. It lasts as long as the pane, and is never written down. */
const kept = new WeakMap<Workbook, Wishes>();

/** What the owner wishes, and a way to change it that outlives the screen. */
export function useWishes(workbook: Workbook): readonly [Wishes, (change: Partial<Wishes>) => void] {
  const [wishes, setWishes] = useState(() => kept.get(workbook) ?? unchanged);
  const change = (changed: Partial<Wishes>): void => {
    const next = { ...wishes, ...changed };
    kept.set(workbook, next);
    setWishes(next);
  };
  return [wishes, change];
}
