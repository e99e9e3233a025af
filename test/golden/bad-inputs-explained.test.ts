import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "@jest/globals";
import type { OperationName } from "../../src/operations";
import { catalogueIn } from "../../src/taskpane/catalogue/catalogue";
import { explain } from "../../src/taskpane/screens/explain/explanation";
import type { CellValue } from "../../src/workbook";
import { fromDist } from "../dist";
import { PaperWorkbook } from "../taskpane/paper-workbook";

// The errors and cards among the bad inputs, as the pane reads them from cells: it says what the function says, and names
// the cell where that names the row.

interface BadInput {
  readonly id: number;
  readonly input: string;
  readonly function: OperationName;
  readonly arguments: readonly (string | readonly unknown[])[];
  readonly verdict: "OK" | "NOTE" | "STOP";
  readonly answer?: readonly unknown[];
  readonly sentence?: string;
}

const catalogue = catalogueIn(JSON.parse(fromDist("functions.json")) as unknown);
const { cases } = JSON.parse(readFileSync(path.join(__dirname, "bad-inputs.json"), "utf8")) as {
  cases: readonly BadInput[];
};

/** A cell as the pane reads it: an error is its word, a formatted number its number, and a card what it shows. */
function inCell(cell: unknown): CellValue {
  if (typeof cell !== "object" || cell === null) return cell as CellValue;
  const { type, basicValue, text } = cell as { type: string; basicValue: CellValue; text?: string };
  return type === "LinkedEntity" && text !== undefined ? { type: "Entity", basicValue: "#VALUE!", text } : basicValue;
}

/** Types each argument into columns of its own from row 1 on, and asks for the formula's explanation. */
async function explained({ function: name, arguments: given }: BadInput): Promise<unknown> {
  const workbook = new PaperWorkbook();
  const addresses = given.map((argument, index) => {
    if (typeof argument === "string" && !argument.startsWith("#")) return JSON.stringify(argument);
    const rows = (Array.isArray(argument) ? argument : [argument]).map((row: unknown) =>
      (Array.isArray(row) ? row : [row]).map(inCell),
    );
    const [first, last] = [index * 5, index * 5 + (rows[0]?.length ?? 1) - 1].map((at) => String.fromCharCode(65 + at));
    workbook.type(`Sheet1!${first}1`, rows);
    return `${first}1:${last}${rows.length}`;
  });
  workbook.enter("Sheet1!Z1", `=KEEL.${name}(${addresses.join(",")})`);
  const formula = await workbook.formulaFor({ sheet: "Sheet1", row: 0, column: 25, height: 1, width: 1 });
  const answer = formula && (await explain(workbook, formula, catalogue, undefined, { namespace: "KEEL" }));
  return answer?.calls[0]?.outcome;
}

const about = cases.filter(({ id }) => id === 5 || id === 6);

it.each(about.map((each) => [each.input, each.function, each] as const))(
  "the pane says of %s what %s says",
  async (_, __, each) => {
    const outcome = await explained(each);
    if (each.verdict === "STOP") {
      expect(outcome).toMatchObject({ is: "error" });
      const { because } = outcome as { readonly because: string };
      expect(because).toMatch(/, cell [A-Z]+\d/);
      // An argument that is one cell has no rows to name.
      const hasRows = /, row \d/.test(each.sentence ?? "");
      expect(because.replace(/, cell [A-Z]+(\d+)/, hasRows ? ", row $1" : "")).toBe(each.sentence);
    } else {
      expect(outcome).toMatchObject({ is: "answered", cells: each.answer?.map((cell) => [cell]) });
    }
  },
);
