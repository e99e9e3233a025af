import { Workbook, type CellValue, type Style, type Worksheet } from "exceljs";

// Workbooks as people make them, written by another program: lists of funds with amounts, days, percents, notes and sums.

/** Draws from a seed, the same each time: numbers from 0 to 1. Source: mulberry32, a public-domain generator. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const funds = [
  "Vanguard 500 Index",
  "S&P 500 <core>",
  "Größe Fonds",
  "国際株式",
  "Ünïted 😀",
  "Int'l Growth",
  "Cash, at bank",
];
const formats = ["0.00%", "$#,##0.00", "#,##0", "0.0000", "m/d/yyyy", "yyyy-mm-dd", "[h]:mm:ss", "@", '[Red]-0.0;"x"0'];
const colours = ["FFFFD700", "FF0B6E85", "FFFFE8CC", "FFDFF3E3"];

/** Writes the workbook of a seed with exceljs. */
export async function exceljsBook(seed: number): Promise<Uint8Array> {
  const draw = drawing(seed);
  const chance = (share: number): boolean => draw() < share;
  const whole = (least: number, most: number): number => least + Math.floor(draw() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;

  const workbook = new Workbook();
  workbook.title = "A plan & more";
  workbook.properties.date1904 = chance(0.2);
  const name = pick(["Portfolio", "My plan (2026)", "O'Neil", "Été", "1st"]);
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const sheet = workbook.addWorksheet(name, {
    views: [
      chance(0.5)
        ? { state: "frozen", xSplit: whole(0, 1), ySplit: whole(1, 3), showGridLines: chance(0.5) }
        : { state: "normal" },
    ],
    ...(chance(0.5) && {
      pageSetup: {
        orientation: pick(["portrait", "landscape"] as const),
        ...({ paperSize: 9 } as object),
        printArea: pick(["A1:D9", "A1:B9&&D1:E9"]),
        printTitlesRow: "1:2",
        ...(chance(0.5) ? { fitToPage: true, fitToHeight: 0 } : { scale: whole(20, 200) }),
        ...(chance(0.5) && { printTitlesColumn: "A:B" }),
      },
      headerFooter: { oddHeader: "&LPlan", oddFooter: "&CR&&D &P" },
    }),
  });
  const look = (): Partial<Style> => ({
    ...(chance(0.4) && { numFmt: pick(formats) }),
    ...(chance(0.3) && {
      font: {
        bold: chance(0.5),
        italic: chance(0.3),
        underline: chance(0.2),
        strike: chance(0.1),
        size: pick([8, 11, 14]),
        name: pick(["Calibri", "Arial"]),
        color: { argb: pick(colours) },
      },
    }),
    ...(chance(0.3) && { fill: { type: "pattern", pattern: "solid", fgColor: { argb: pick(colours) } } }),
    ...(chance(0.2) && {
      border: { top: { style: "thin", color: { argb: pick(colours) } }, bottom: { style: pick(["medium", "double"]) } },
    }),
    ...(chance(0.2) && {
      alignment: {
        horizontal: pick(["left", "center", "right"]),
        vertical: pick(["top", "middle"]),
        wrapText: chance(0.5),
      },
    }),
  });
  const texts: readonly CellValue[] = [
    "two\nlines",
    " blanks ",
    "=1+1",
    "_x0041_",
    true,
    false,
    0,
    -1.5e-9,
    { error: "#N/A" },
    null,
  ];
  const rows = whole(3, 20);
  const end = rows + 1;
  sheet.addRow(["Fund", "Value", "Target", "Weight", "Bought", "Note"]);
  for (let row = 2; row <= end; row++) {
    sheet.addRow([
      `${pick(funds)} ${row}`,
      Math.round((draw() * 1e5 - 100) * 1e4) / 1e4,
      Math.round(draw() * 1e4) / 1e4,
      { formula: `B${row}/SUM(B$2:B$${end})`, result: draw() },
      new Date(Date.UTC(2020, 0, whole(1, 2000), pick([0, 12]))),
      pick(texts),
    ]);
    for (let column = 1; column <= 6; column++) Object.assign(sheet.getCell(row, column), { style: look() });
    sheet.getCell(row, 5).numFmt = pick(["m/d/yyyy", "yyyy-mm-dd h:mm"]);
  }
  addSums(sheet, end);
  if (chance(0.5)) {
    sheet.fillFormula(`H2:H${end}`, "B2*2", (row: number) => row);
  }
  sheet.mergeCells(end + 5, 1, end + 5 + whole(0, 2), 4);
  for (const column of [1, 2, 3]) if (chance(0.6)) sheet.getColumn(column).width = pick([4, 9.5, 44.71]);
  if (chance(0.4)) sheet.getColumn(7).hidden = true;
  if (chance(0.4)) sheet.getRow(1).height = pick([12, 45.75]);
  if (chance(0.3)) sheet.getRow(3).hidden = true;
  if (chance(0.6)) {
    sheet.addConditionalFormatting({
      ref: `C2:C${end}`,
      rules: [
        {
          type: "expression",
          priority: 1,
          formulae: ["ABS($D2-$C2)>0.05"],
          style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: pick(colours) } } },
        },
        {
          type: "cellIs",
          operator: "lessThan",
          priority: 2,
          formulae: [0.1],
          style: { font: { color: { argb: pick(colours) } } },
        },
      ],
    });
  }
  if (chance(0.6)) {
    const message = { showInputMessage: true, promptTitle: "Tip", prompt: "What goes\nhere & why" };
    sheet.getCell("J1").dataValidation = {
      type: "list",
      formulae: [pick(['"yes,no,maybe"', `$A$2:$A$${end}`, "Funds"])],
      ...message,
    };
    sheet.getCell("J2").dataValidation = { type: "decimal", operator: "between", formulae: [0, 1], ...message };
    sheet.getCell("J3").dataValidation = { type: "custom", formulae: ["ISNUMBER(J3)"], ...message };
  }
  workbook.definedNames.add(`${quoted}!$A$2:$A$${end}`, "Funds");
  if (chance(0.5)) {
    const other = workbook.addWorksheet(pick(["Notes", "2026", "R"]), {
      state: pick(["visible", "hidden", "veryHidden"]),
    });
    other.getCell("A1").value = { formula: `${quoted}!B2*2`, result: 1 };
    other.getCell("B2").value = "x".repeat(pick([1, 300, 5000]));
    other.getCell("C1").value = { richText: [{ text: "rich " }, { font: { bold: true }, text: "text" }] };
    other.getCell("C2").value = { text: "a link", hyperlink: "https://example.com/" };
  }
  if (chance(0.4)) {
    const list = workbook.addWorksheet("List");
    list.addTable({
      name: "Holdings",
      ref: "B3",
      headerRow: true,
      totalsRow: chance(0.5),
      columns: [
        { name: "Fund", totalsRowLabel: "All" },
        { name: "Value", totalsRowFunction: "sum" },
      ],
      rows: Array.from({ length: whole(1, 8) }, () => [pick(funds), whole(1, 99_999) / 100]),
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSums(sheet: Worksheet, end: number): void {
  sheet.getCell(end + 2, 2).value = { formula: `SUM(B2:B${end})`, result: 1 };
  sheet.getCell(end + 2, 3).value = {
    formula: `IF(ABS(SUM(C2:C${end})-1)<0.0001,"OK","Adds up to "&TEXT(SUM(C2:C${end}),"0%"))`,
    result: "Adds up to 20%",
  };
  sheet.getCell(end + 3, 2).value = { formula: `SUMPRODUCT(B2:B${end},C2:C${end})`, result: 2 };
  sheet.getCell(end + 3, 3).value = { formula: "1/0", result: { error: "#DIV/0!" } };
}
