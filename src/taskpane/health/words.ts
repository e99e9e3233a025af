import { VERSION } from "../../operations";
import { count } from "../components/figures";
import type { HealthReport } from "./health";
import type { Checking } from "./use-health";

/** The footer's line: `9 formulas, all well · calculated 2:32 PM`. "" while nothing is known. */
export function healthLine(checking: Checking): string {
  if (checking.state !== "checked") return "";
  const time = checking.lastCalculation === undefined ? [] : [`calculated ${timeInWords(checking.lastCalculation)}`];
  return [formulasInWords(checking), ...time].join(" · ");
}

/** `9 formulas, all well`, `9 formulas, 2 need a look`. */
export function formulasInWords({ formulas, ailing, misspelled, wrong }: HealthReport): string {
  if (formulas === 0) return "no formulas yet";
  const unwell = ailing.length + misspelled.length + wrong.length;
  if (unwell === 0) return `${count(formulas, "formula")}, ${formulas === 1 ? "well" : "all well"}`;
  return `${count(formulas, "formula")}, ${unwell} ${unwell === 1 ? "needs" : "need"} a look`;
}

/** Whether the functions are loaded, and of the pane's own version. */
export function functionsInWords({ functions }: HealthReport): string {
  if (functions === undefined) return "Not loaded yet. They load when a cell first needs them.";
  if (functions === VERSION) return `Version ${functions}, loaded.`;
  return `Version ${functions}, but this pane is ${VERSION}. Close and reopen the workbook so that both are the same.`;
}

/** A time of day: `2:32 PM`. */
export function timeInWords(moment: number): string {
  return new Date(moment).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
}

/** Whether some formula shows something that its owner should look at. */
export function needsALook(checking: Checking): boolean {
  return (
    checking.state === "checked" && checking.ailing.length + checking.misspelled.length + checking.wrong.length > 0
  );
}
