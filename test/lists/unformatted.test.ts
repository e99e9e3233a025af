import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { blockAt, type Block, type Description } from "../../src/sheets";
import { formatsOf, formatsWhereNone } from "../../src/lists/unformatted";
import { PaperWorkbook } from "../taskpane/paper-workbook";

const block = (address: string): Block => blockAt(address) as Block;

/** Which rows of a column a description formats. */
function rowsOf(steps: Description["steps"], from: Block): number[] {
  return steps.flatMap((step) =>
    step.do === "format numbers"
      ? Array.from({ length: step.block.height }, (_, down) => step.block.row + down - from.row)
      : [],
  );
}

describe("formatsWhereNone", () => {
  it("formats cells with numbers that nobody has formatted, neighbours in one step", () => {
    const cells = [100, 200, "n/a", 300, "", 400];
    const formats = ["General", "General", "General", "#,##0 [$€-2]", "General", "General"];
    const column = block("Money!B2:B7");
    expect(formatsWhereNone({ block: column, cells, format: "$#,##0.00" }, formats)).toEqual([
      { do: "format numbers", block: block("Money!B2:B3"), format: "$#,##0.00" },
      { do: "format numbers", block: block("Money!B7"), format: "$#,##0.00" },
    ]);
  });

  it("touches no cell that has a format, holds no number or isn't known", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            cell: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom("", "n/a", true)),
            format: fc.constantFrom("General", "General", "0.00%", "@", "$#,##0", "yyyy-mm-dd"),
          }),
          { minLength: 1, maxLength: 40 },
        ),
        fc.nat(40),
        (rows, known) => {
          const column = { sheet: "Money", row: 7, column: 2, height: rows.length, width: 1 };
          const cells = rows.map(({ cell }) => cell);
          const formats = rows.slice(0, known).map(({ format }) => format);
          const steps = formatsWhereNone({ block: column, cells, format: "0%" }, formats);
          const wanted = rows.flatMap(({ cell, format }, row) =>
            typeof cell === "number" && format === "General" && row < known ? [row] : [],
          );
          expect(rowsOf(steps, column)).toEqual(wanted);
        },
      ),
    );
  });

  it("asks the workbook, and passes over cells that are gone", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [[1], [2]]);
    workbook.formats.push({ block: block("Money!A2"), format: "0.0%" });
    expect(await formatsOf(workbook, block("Money!A1:A2"))).toEqual(["General", "0.0%"]);
  });
});
