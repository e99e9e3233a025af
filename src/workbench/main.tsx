// Knows: the workbench page: how the grid, the functions and the pane come together.
// Doesn't know: how the grid carries out the port (grid.ts), how functions are called (call.ts), what the pane shows.
// Add here: a part of the page around grid and pane.
import { IUndoRedoService } from "@univerjs/core";
import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { localAddress } from "../sheets";
import { mountPane } from "../taskpane";
import type { Declared } from "./call";
import { registerFunctions } from "./formulas";
import { GridWorkbook } from "./grid";
import { Problems } from "./problems";
import { associated } from "./runtime";
import { sample, sampleSheet } from "./sample";
import { sheetSize } from "./steps";
import { startUniver } from "./univer";
import "./workbench.css";

/** The workbook that the page shows, for whoever looks at it in the browser's console. */
declare global {
  var keelWorkbench: { readonly workbook: GridWorkbook };
}

/** What errors that the grid gives by itself mean. Keel's own come with a sentence of theirs. */
const gridErrors: Readonly<Record<string, string>> = {
  "#SPILL!": "The cells that this result would fill are not empty. Clear them and it appears.",
  "#NAME?": "The formula has a name that is not known here. Check its spelling.",
  "#REF!": "The formula refers to cells or a table that are gone.",
  "#DIV/0!": "The formula divides by zero or by an empty cell.",
};

const hint = "Type =KEEL. into an empty cell to see the functions, or change a value and watch the pane.";

async function start(): Promise<void> {
  const spreadsheet = startUniver(place("grid"));
  const { api, injector } = spreadsheet;
  const book = api.createWorkbook({
    name: "Keel workbench",
    sheetOrder: ["plan"],
    sheets: { plan: { id: "plan", name: sampleSheet, ...sheetSize } },
  });
  const problems = new Problems();
  const missing = registerFunctions(injector, await declaredFunctions(), associated, problems, () => {
    void api.executeCommand(SetTriggerFormulaCalculationStartMutation.id, { commands: [], forceCalculation: true });
  });
  if (missing.length > 0) throw new Error(`These functions were described, but not loaded: ${missing.join(", ")}.`);

  const workbook = new GridWorkbook(spreadsheet, book);
  await workbook.apply(sample);
  // The sample is where one starts: undo doesn't go behind it.
  injector.get(IUndoRedoService).clearUndoRedo(book.getId());
  globalThis.keelWorkbench = { workbook };

  const look = (): void => void tellReason(workbook, problems);
  await workbook.onSelectionChange(look);
  await workbook.onChange(look);
  look();
  mountPane(place("pane"), workbook, { theme: "light" });
}

async function declaredFunctions(): Promise<readonly Declared[]> {
  const answer = await fetch(new URL("functions.json", document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw new Error("The list of functions, functions.json, could not be loaded.");
  const { functions } = (await answer.json()) as { readonly functions: readonly Declared[] };
  return functions;
}

/** Says below the grid why the selected cell shows an error. */
async function tellReason(workbook: GridWorkbook, problems: Problems): Promise<void> {
  const { block } = await workbook.selection();
  const cell = { ...block, height: 1, width: 1 };
  const shown = (await workbook.read(cell)).values[0]?.[0];
  const error = typeof shown === "string" && shown.startsWith("#") ? shown : undefined;
  const formula = workbook.cells.formulaFor(cell);
  const reason = error && (problems.reason(error, { ...cell, sheet: formula.sheet }, formula) ?? gridErrors[error]);
  tell(reason ? `${localAddress(cell)}: ${reason}` : hint, Boolean(reason));
}

function tell(words: string, wrong: boolean): void {
  const line = place("reason");
  // Set again, the same words would be read out again.
  if (line.textContent !== words) line.textContent = words;
  line.classList.toggle("wrong", wrong);
}

function place(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no place called ${id}.`);
  return element;
}

void start().catch((failure: unknown) => {
  tell(`The workbench could not start. Reload the page. ${failure instanceof Error ? failure.message : ""}`, true);
  throw failure;
});
