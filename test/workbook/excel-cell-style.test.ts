import { expect, test } from "@jest/globals";
import type { CellStyle } from "../../src/sheets";
import { dress, cellStylesOf } from "../../src/workbook/excel-cell-style";
import { cellProperties, openHost } from "../host";

const everything: Required<CellStyle> = {
  bold: true,
  italic: true,
  underline: true,
  strikethrough: true,
  size: 14,
  font: "Georgia",
  ink: "#0B6E85",
  fill: "#F1F9FB",
  across: "center",
  down: "middle",
  wrap: true,
  lines: { top: { ink: "#0B6E85", weight: "thin" }, bottom: { ink: "#616161", weight: "medium" } },
};

test("a look is carried out in all its parts, and taken back to what was there", async () => {
  const { model } = openHost();
  const sheet = model.sheet("Sheet1");
  const before = {
    italic: true,
    fill: "#FFFF00",
    borders: { left: { style: "Double", color: "#FF0000", weight: "Thick" } },
  };
  sheet.styles.set("0 0", before);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 2, 1);
    const snapshot = cellStylesOf(range);
    await context.sync();
    dress(range.format, everything);
    await context.sync();
    const line = { style: "Continuous", color: "#0B6E85", weight: "Thin" };
    expect(sheet.styles.get("0 0")).toMatchObject({
      ...{ bold: true, italic: true, underline: "Single", strikethrough: true, size: 14, name: "Georgia" },
      ...{ color: "#0B6E85", fill: "#F1F9FB", wrapText: true },
      ...{ horizontalAlignment: "Center", verticalAlignment: "Center" },
      borders: { top: line },
    });
    // The lines are around the block, not between its cells.
    expect(sheet.styles.get("0 0")?.borders?.bottom).toBeUndefined();
    expect(sheet.styles.get("1 0")?.borders).toEqual({
      bottom: { style: "Continuous", color: "#616161", weight: "Medium" },
    });
    range.setCellProperties(snapshot());
    await context.sync();
  });
  expect(cellProperties(sheet.styles.get("0 0") ?? {})).toEqual(cellProperties(before));
  expect(cellProperties(sheet.styles.get("1 0") ?? {})).toEqual(cellProperties({}));
});

test("a look without a part leaves it as it is", async () => {
  const { model, requests } = openHost();
  await Excel.run(async (context) => {
    dress(context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, 1, 1).format, { bold: false });
    await context.sync();
  });
  expect(model.sheet("Sheet1").styles.get("0 0")).toEqual({ bold: false });
  expect(requests[0]?.Actions.filter(({ ActionType }) => ActionType === 4).map(({ Name }) => Name)).toEqual(["Bold"]);
});
