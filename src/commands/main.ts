import { excelWorkbook, openPane } from "../workbook";
import { defaultChoices } from "../sheets";
import { insertFormulas } from "./insert-formulas";

// The page of the shared runtime is also opened in browsers, where there is no Office.
if (typeof Office !== "undefined") {
  void Office.onReady(() => {
    // Where there is no ribbon, Office may come without what ribbons need.
    if (!("actions" in Office)) return;
    Office.actions.associate("insertFormulas", (event: Office.AddinCommands.Event) => {
      void carryOut(() => insertFormulas(excelWorkbook(), openPane, namespace()), event);
    });
  });
}

/** The namespace of this build's functions, which its page carries: the development add-in has one of its own. */
function namespace(): string {
  return document.documentElement.dataset["namespace"] ?? defaultChoices.namespace;
}

/** Carries out a ribbon action. Excel waits until it hears that the action has ended, however it did. */
async function carryOut(action: () => Promise<unknown>, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await action();
  } catch {
    // A ribbon action has no place for words. The pane meets the same trouble when it reads the workbook, and says so.
    await openPane();
  } finally {
    event.completed();
  }
}
