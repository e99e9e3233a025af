// Knows: the workbench page: how the grid, the functions, the pane and the files come together.
// Doesn't know: how the grid carries out the port (grid.ts), how functions are called (call.ts), what the pane shows.
// Add here: a part of the page around grid and pane.
import { ILayoutService } from "@univerjs/ui";
import { mountPane } from "../taskpane";
import { sampleSheet, type Book } from "../sheets";
import { bookFromGrid } from "./book-from-grid";
import type { Declared } from "./call";
import { emptyWorkbook } from "./empty-workbook";
import { startFileBar } from "./file-bar";
import { registerFunctions } from "./formulas";
import { GridWorkbook } from "./grid";
import { place } from "./place";
import { Problems } from "./problems";
import { reasonTeller, tell } from "./reason-line";
import { followF6 } from "./regions";
import { associated } from "./runtime";
import { Saving } from "./saving";
import { followDarkness } from "./darkness";
import { formatTyped, TypedResults } from "./typed-results";
import { startUniver } from "./univer";
import { sampleName } from "./workbook-files";
import "./workbench.css";

/** The workbook that the page shows, and what a file of it would hold, for whoever looks at it in the browser's console. */
declare global {
  var keelWorkbench: { readonly workbook: GridWorkbook; readonly book: () => Book };
}

async function start(): Promise<void> {
  const spreadsheet = startUniver(place("grid"));
  const workbook = new GridWorkbook(
    spreadsheet,
    spreadsheet.api.createWorkbook(emptyWorkbook(sampleName, sampleSheet)),
  );
  const problems = new Problems();
  const typed = new TypedResults();
  const missing = registerFunctions(
    spreadsheet.injector,
    await declaredFunctions(),
    associated,
    problems,
    typed,
    workbook.later,
  );
  if (missing.length > 0) throw new Error(`These functions were described, but not loaded: ${missing.join(", ")}.`);

  const saving = new Saving(workbook, spreadsheet);
  await saving.restore();
  startFileBar(workbook, saving);
  followF6(() => spreadsheet.injector.get(ILayoutService).focus());
  followDarkness(spreadsheet);
  formatTyped(workbook, spreadsheet, typed);
  globalThis.keelWorkbench = { workbook, book: () => bookFromGrid(workbook.cells) };

  const tellReason = reasonTeller(workbook, problems);
  const style = (): void => void tellReason();
  await workbook.onSelectionChange(style);
  await workbook.onChange(style);
  style();
  let takeAway = showPane(workbook);
  // What was chosen and typed in the pane was about the workbook before.
  workbook.onOpen = () => {
    takeAway();
    takeAway = showPane(workbook);
  };
}

function showPane(workbook: GridWorkbook): () => void {
  return mountPane(place("pane"), workbook);
}

async function declaredFunctions(): Promise<readonly Declared[]> {
  const answer = await fetch(new URL("functions.json", document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw new Error("The list of functions, functions.json, could not be loaded.");
  const { functions } = (await answer.json()) as { readonly functions: readonly Declared[] };
  return functions;
}

void start().catch((failure: unknown) => {
  tell(`The workbench could not start. Reload the page. ${failure instanceof Error ? failure.message : ""}`, "wrong");
  throw failure;
});
