import { localAddress, topLeft, type Block } from "../sheets";
import type { CellValue } from "../workbook";
import type { GridWorkbook } from "./grid";
import { place } from "./place";
import type { Problems } from "./problems";
import { validationAt } from "./validations";

/** What errors that the grid gives by itself mean. Keel's own come with a sentence of theirs. */
const gridErrors: Readonly<Record<string, string>> = {
  "#SPILL!": "The cells that this result would fill are not empty. Clear them and it appears.",
  "#NAME?": "The formula has a name that is not known here. Check its spelling.",
  "#REF!": "The formula refers to cells or a table that are gone.",
  "#DIV/0!": "The formula divides by zero or by an empty cell.",
};

const hint = "Type =KEEL. into an empty cell to see the functions, or change a value and watch the pane.";

/**
 * Makes what says below the grid why the selected cell shows an error, or what may be typed into it: Univer shows no
 * prompt beside a cell, as Excel does. Cells are read a moment later: of several readings the last one asked for counts,
 * whichever comes last.
 */
export function reasonTeller(workbook: GridWorkbook, problems: Problems): () => Promise<void> {
  let asked = 0;
  return async () => {
    const mine = ++asked;
    const cell = topLeft(workbook.selected());
    const shown = (await workbook.read(cell)).values[0]?.[0];
    if (mine === asked) tellAbout(workbook, problems, cell, shown);
  };
}

function tellAbout(workbook: GridWorkbook, problems: Problems, cell: Block, shown: CellValue | undefined): void {
  const error = typeof shown === "string" && shown.startsWith("#") ? shown : undefined;
  const filler = workbook.cells.filler(cell);
  const reason = error && (problems.reason(error, { ...cell, sheetId: filler.sheetId }, filler) ?? gridErrors[error]);
  if (reason) {
    tell(`${localAddress(cell)}: ${reason}`, "wrong");
    return;
  }
  const prompt = validationAt(workbook.cells, cell)?.prompt;
  const words = [prompt?.title, prompt?.text].filter(Boolean).join(": ");
  if (words) tell(words, "prompt");
  else tell(hint, "quiet");
}

/** Puts words into the line below the grid. */
export function tell(words: string, kind: "wrong" | "prompt" | "quiet"): void {
  const line = place("reason");
  // Set again, the same words would be read out again.
  if (line.textContent !== words) line.textContent = words;
  line.classList.toggle("wrong", kind === "wrong");
  line.classList.toggle("prompt", kind === "prompt");
}
