import { createRoot } from "react-dom/client";
import { defaultChoices } from "../sheets";
import type { Workbook } from "../workbook";
import type { FollowTheme, ThemeChoice } from "./components/use-dark";
import { Pane } from "./pane";

export interface PaneOptions {
  /** `system`, the default, follows the reader's setting. */
  readonly theme?: ThemeChoice;
  /** Calls back when the host's own colours change. */
  readonly onThemeChange?: FollowTheme;
  /** What stands before the dot of Keel's functions in this workbook; `KEEL` unless this is another build. */
  readonly namespace?: string;
}

/** Draws the task pane into an element, which gives it its size. Returns what takes it away again. */
export function mountPane(element: HTMLElement, workbook: Workbook, options: PaneOptions = {}): () => void {
  const root = createRoot(element);
  root.render(
    <Pane
      workbook={workbook}
      theme={options.theme ?? "system"}
      onThemeChange={options.onThemeChange}
      namespace={options.namespace ?? defaultChoices.namespace}
    />,
  );
  return () => root.unmount();
}
