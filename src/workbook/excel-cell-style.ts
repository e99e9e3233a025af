import { flagStyles, type Block, type CellStyle } from "../sheets";
import { rangeOf } from "./excel-contents";
import type { Reading, There } from "./excel-there";

/** What of a cell's style Keel changes; a table, too, leaves its colours and lines behind when it becomes plain cells. */
const styleProperties: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, italic: true, underline: true, strikethrough: true, color: true, size: true, name: true },
    borders: { color: true, style: true, weight: true },
    wrapText: true,
    horizontalAlignment: true,
    verticalAlignment: true,
  },
};

/** Queues the reading of how each cell of a range looks. Call what it returns after the next sync. */
export function cellStylesOf(range: Excel.Range): () => Excel.SettableCellProperties[][] {
  const found = range.getCellProperties(styleProperties);
  return () => found.value.map((row) => row.map(settable));
}

/**
 * How a cell looks takes some 600 letters to say, and Excel on the web answers with 5 MB at most. Of a block with more
 * cells nothing is remembered: after the undo of such a table its cells keep the table's colours.
 */
const mostCells = 5000;

/** How the cells of a block looked. */
export interface RememberedStyles {
  readonly block: Block;
  readonly styles: Excel.SettableCellProperties[][];
}

/** Queues the reading of how cells look, to be given back; undefined where that can't be told. */
export function rememberStyles(there: There, block: Block): Reading<RememberedStyles | undefined> {
  const range = block.height * block.width > mostCells ? undefined : there.range(block);
  const styles = range && cellStylesOf(range);
  return { read: () => styles && { block, styles: styles() } };
}

/** Queues giving cells back how they looked, if that is remembered. */
export function restoreStyles(context: Excel.RequestContext, remembered: RememberedStyles | undefined): void {
  if (remembered) rangeOf(context, remembered.block).setCellProperties(remembered.styles);
}

const across = { left: "Left", center: "Center", right: "Right" } as const;
const down = { top: "Top", middle: "Center", bottom: "Bottom" } as const;
const sides = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
const weights = { thin: "Thin", medium: "Medium" } as const;

/** Queues giving a range a style, on top of what it looks like. */
export function dress(format: Excel.RangeFormat, style: CellStyle): void {
  const { font, fill } = format;
  if (style.bold !== undefined) font.bold = style.bold;
  if (style.italic !== undefined) font.italic = style.italic;
  if (style.underline !== undefined) font.underline = style.underline ? "Single" : "None";
  if (style.strikethrough !== undefined) font.strikethrough = style.strikethrough;
  if (style.size !== undefined) font.size = style.size;
  if (style.font !== undefined) font.name = style.font;
  if (style.ink !== undefined) font.color = style.ink;
  if (style.fill !== undefined) fill.color = style.fill;
  if (style.across !== undefined) format.horizontalAlignment = across[style.across];
  if (style.down !== undefined) format.verticalAlignment = down[style.down];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = style.lines?.[side];
    if (!line) continue;
    const border = format.borders.getItem(sides[side]);
    border.style = "Continuous";
    border.weight = weights[line.weight];
    border.color = line.ink;
  }
}

/** Adds a conditional format. */
export function flag(range: Excel.Range, formula: string, style: keyof typeof flagStyles): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  custom.format.fill.color = flagStyles[style].fill;
  custom.format.font.color = flagStyles[style].ink;
}

/**
 * Keeps of a cell's style what can be given back. No fill is told by its pattern; its colour then reads white, and given
 * back it would paint the gridlines over. In the same way only a line that is there has a colour.
 */
function settable({ format }: Excel.CellProperties): Excel.SettableCellProperties {
  const { fill, font, borders, wrapText, horizontalAlignment, verticalAlignment } = format ?? {};
  const color = fill?.color;
  const pattern: string | undefined = fill?.pattern;
  return {
    format: given({
      fill: pattern === "None" || color === undefined ? { pattern: "None" as const } : { color },
      font: given({ ...font }),
      borders: borders && {
        ...(borders.top && { top: line(borders.top) }),
        ...(borders.bottom && { bottom: line(borders.bottom) }),
        ...(borders.left && { left: line(borders.left) }),
        ...(borders.right && { right: line(borders.right) }),
      },
      wrapText,
      horizontalAlignment,
      verticalAlignment,
    }),
  };
}

function line({ style, color, weight }: Excel.CellBorder): Excel.CellBorder {
  return style === "None" ? { style } : given({ style, color, weight });
}

/** Leaves out what is not given, as Excel's types want it. */
function given<T extends object>(properties: T): { [name in keyof T]?: Exclude<T[name], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [name in keyof T]?: Exclude<T[name], undefined>;
  };
}
