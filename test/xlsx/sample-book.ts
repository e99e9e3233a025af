import { blankSheet, pageFooter, type Book } from "../../src/sheets";

/** The smallest picture there is: one pixel. */
export const pixel = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

const funds = [
  ["Vanguard Total Stock Market Index", 60200.5, 0.6],
  ["Vanguard Total International Stock", 18100, 0.2],
  ["Vanguard Total Bond Market Index", 21700.25, 0.2],
] as const;
const drifts = [0.002, -0.019, 0.017];

/** A small plan as the wizard makes it, with one of everything that a file keeps. */
export const plan: Book = {
  title: "Keel & a plan",
  active: "Plan",
  names: [
    { name: "Cash_to_invest", refersTo: "Plan!$G$3" },
    { name: "Half_of_it", refersTo: "Plan!$G$3/2" },
    { name: "Values", refersTo: "Holdings[Value]" },
  ],
  sheets: [
    { ...blankSheet, name: "O'Neil's list", cells: [{ row: 0, column: 0, value: "Notes" }], hidden: true },
    {
      ...blankSheet,
      name: "Plan",
      cells: [
        { row: 0, column: 0, value: "My 401(k)", style: { bold: true, size: 14 } },
        ...["Fund", "Value", "Target", "Half"].map((value, column) => ({
          row: 2,
          column,
          value,
          style: { bold: true, wrap: true, down: "bottom" } as const,
        })),
        ...funds.flatMap(([fund, value, target], index) => [
          { row: 3 + index, column: 0, value: fund },
          { row: 3 + index, column: 1, value, format: "$#,##0.00;-$#,##0.00" },
          { row: 3 + index, column: 2, value: target, format: "0.0%", style: { ink: "#0000FF", fill: "#FFF9E5" } },
          { row: 3 + index, column: 3, value: value / 2, formula: "=Holdings[[#This Row],[Value]]/2" },
        ]),
        { row: 2, column: 4, value: "Drift", style: { bold: true } },
        {
          row: 3,
          column: 4,
          value: drifts[0] ?? 0,
          formula: "=KEEL.DRIFT(Holdings[Value],Holdings[Target])",
          spill: { height: 3, width: 1 },
          format: "0.0%",
        },
        ...drifts.slice(1).map((value, index) => ({ row: 4 + index, column: 4, value, format: "0.0%" })),
        { row: 2, column: 6, value: 1000 },
        { row: 3, column: 6, value: true, formula: '=KEEL.ISDUE(Holdings[Value],Holdings[Target],"5/25",TODAY())' },
        { row: 4, column: 6, value: 3, formula: "=ROWS(E4#)" },
        { row: 5, column: 6, value: { error: "#N/A" }, formula: '=XLOOKUP("x",Holdings[Fund],Holdings[Value])' },
        { row: 6, column: 6, value: "", formula: '=IF(G3>0,"","none")' },
        { row: 7, column: 6, value: { error: "#DIV/0!" } },
        { row: 8, column: 6, value: false },
        { row: 9, column: 6, value: "=1+1" },
        { row: 10, column: 6, value: "+1 (555) 0100", style: { italic: true } },
        { row: 11, column: 6, value: "@home" },
        { row: 12, column: 6, value: "0123" },
        { row: 13, column: 6, value: 46349.123456789, format: "m/d/yyyy" },
        { row: 14, column: 6, value: 59, format: "m/d/yyyy" },
        { row: 15, column: 6, value: ' two\nlines, \u00e9\u{1F600} & <tag> "quoted" _x0041_ \u0007\r\n ' },
        {
          row: 16,
          column: 6,
          value: "",
          style: {
            font: "Georgia",
            underline: true,
            strikethrough: true,
            across: "center",
            down: "middle",
            lines: { top: { ink: "#0B6E85", weight: "thin" }, left: { ink: "#123456", weight: "medium" } },
          },
        },
      ],
      widths: [
        { column: 0, characters: 34 },
        { column: 1, characters: 12.43 },
        { column: 5, characters: 3, hidden: true },
      ],
      heights: [
        { row: 0, points: 24 },
        { row: 30, points: 15, hidden: true },
      ],
      merged: [{ sheet: "Plan", row: 0, column: 0, height: 1, width: 4 }],
      tables: [{ name: "Holdings", block: { sheet: "Plan", row: 2, column: 0, height: 4, width: 4 } }],
      flags: [
        {
          block: { sheet: "Plan", row: 3, column: 4, height: 3, width: 1 },
          formula: "=ABS($E4)>0.015",
          fill: "#FFE8CC",
          ink: "#8A3707",
        },
        { block: { sheet: "Plan", row: 3, column: 4, height: 3, width: 1 }, formula: "=$E4=0", ink: "#0E5A1F" },
      ],
      validations: [
        {
          block: { sheet: "Plan", row: 3, column: 2, height: 3, width: 1 },
          allow: { kind: "number", least: 0, most: 1 },
          prompt: { title: "Target", text: "A share between 0% and 100%.\nAll add up to 100%." },
          refusal: "A target is between 0% and 100%.",
        },
        {
          block: { sheet: "Plan", row: 2, column: 6, height: 1, width: 1 },
          allow: { kind: "number" },
          prompt: { title: "Cash", text: "Below zero takes money out." },
        },
        {
          block: { sheet: "Plan", row: 3, column: 6, height: 1, width: 1 },
          allow: { kind: "list", words: ["5/25", "calendar", "never"], strict: false },
          prompt: { title: "", text: "" },
        },
        {
          block: { sheet: "Plan", row: 4, column: 6, height: 2, width: 1 },
          allow: { kind: "list", words: ["5%; no sells", "look monthly, band 5%", "never"], strict: true },
          prompt: { title: "Policy", text: "When to trade & how far" },
        },
        {
          block: { sheet: "Plan", row: 8, column: 6, height: 1, width: 1 },
          allow: { kind: "any" },
          prompt: { title: "Hint", text: "Anything goes" },
        },
      ],
      charts: [
        {
          name: "Weights",
          at: { sheet: "Plan", row: 8, column: 0, height: 14, width: 4 },
          title: "Weights & targets",
          words: "Three funds, each near its target.",
          categories: { sheet: "Plan", row: 3, column: 0, height: 3, width: 1 },
          series: [
            { name: "Drift", values: { sheet: "Plan", row: 3, column: 4, height: 3, width: 1 } },
            { name: "Target", values: { sheet: "Plan", row: 3, column: 2, height: 3, width: 1 } },
          ],
          format: "0%",
        },
      ],
      pictures: [
        { at: { sheet: "Plan", row: 24, column: 0, height: 3, width: 1 }, png: pixel, words: "A dot <small>" },
      ],
      frozen: { rows: 3, columns: 1 },
      gridlines: false,
      print: {
        orientation: "landscape",
        areas: [{ sheet: "Plan", row: 0, column: 0, height: 30, width: 7 }],
        pagesTall: 2,
        repeat: { from: 2, to: 2 },
        footer: pageFooter("R&D plan, 23 November 2026"),
      },
    },
  ],
};

/** A book as it comes back: without pictures, which are only written, and in reading order. */
export function comparable(book: Book): Book {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      pictures: [],
      cells: [...sheet.cells].sort((one, other) => one.row - other.row || one.column - other.column),
      widths: [...sheet.widths].sort((one, other) => one.column - other.column),
      heights: [...sheet.heights].sort((one, other) => one.row - other.row),
    })),
  };
}
