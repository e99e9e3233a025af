import {
  anyPages,
  blockAt,
  type Block,
  type Book,
  type BookCell,
  type CellStyle,
  type Chart,
  type Flag,
  type Sheet,
  type Validation,
} from "../../src/sheets";
import {
  keyOf,
  standardWidth,
  type CellValidation,
  type Chart as HostChart,
  type HostStyle,
  type Sheet as HostSheet,
  type WorkbookModel,
} from "./model";

/** The workbook as far as Keel keeps one in a file, read from what Excel would hold. */
export function asBook(model: WorkbookModel): Book {
  return {
    sheets: model.sheets.map((sheet) => sheetOf(model, sheet)),
    names: [],
    active: model.selected.sheet,
  };
}

function sheetOf(model: WorkbookModel, sheet: HostSheet): Sheet {
  const { cells, formats, styles, results } = sheet;
  const keys = new Set([...cells.keys(), ...formats.keys(), ...styles.keys(), ...results.keys()]);
  return {
    name: sheet.name,
    cells: [...keys].map((key) => cellAt(model, sheet, key)),
    widths: [...sheet.widths].flatMap(([column, points]) =>
      points === standardWidth ? [] : [{ column, characters: charactersIn(points) }],
    ),
    heights: [],
    merged: [],
    tables: model.tables.filter(({ block }) => block.sheet === sheet.name).map(({ name, block }) => ({ name, block })),
    flags: sheet.flags.map(({ block, formula, fill, color }): Flag => ({ block, formula, fill, ink: color })),
    validations: [...sheet.validations].map(([key, validation]) => ({
      block: { sheet: sheet.name, ...placeOf(key), height: 1, width: 1 },
      ...validationOf(validation),
    })),
    charts: sheet.charts.map(chartOf),
    pictures: [],
    ...(sheet.visibility === "Visible" ? {} : { hidden: true }),
    ...printOf(sheet.name, sheet.page),
  };
}

/** How a sheet is printed, if that was set. */
function printOf(
  name: string,
  { orientation, zoom = {}, area, titleRows, footer }: HostSheet["page"],
): Pick<Sheet, "print"> {
  if (orientation === undefined) return {};
  const { horizontalFitToPages, verticalFitToPages = anyPages, scale } = zoom;
  const middle = footer.center === undefined ? "" : `&C${footer.center}`;
  const right = footer.right === undefined ? "" : `&R${footer.right}`;
  return {
    print: {
      orientation: orientation === "Landscape" ? "landscape" : "portrait",
      areas: (area?.split(",") ?? []).flatMap((columns): Block[] => {
        const [from = "", to = ""] = columns.split(":");
        const block = blockAt(`Sheet!${from}1:${to}1048576`);
        return block ? [{ ...block, sheet: name }] : [];
      }),
      pagesTall: verticalFitToPages,
      ...(horizontalFitToPages === 1 ? {} : { pagesWide: horizontalFitToPages ?? anyPages }),
      ...(scale === undefined ? {} : { percent: scale }),
      ...(titleRows ? { repeat: titleRows } : {}),
      ...(middle + right === "" ? {} : { footer: middle + right }),
    },
  };
}

function placeOf(key: string): { readonly row: number; readonly column: number } {
  const [row = 0, column = 0] = key.split(" ").map(Number);
  return { row, column };
}

function cellAt(model: WorkbookModel, sheet: HostSheet, key: string): BookCell {
  const { row, column } = placeOf(key);
  const { formula } = model.held(sheet.name, row, column);
  const format = sheet.formats.get(keyOf(row, column)) ?? "General";
  const style = hostStyleOf(sheet.styles.get(key) ?? {});
  return {
    row,
    column,
    value: model.value(sheet.name, row, column),
    ...(formula === "" ? {} : { formula }),
    ...(format === "General" ? {} : { format }),
    ...(Object.keys(style).length === 0 ? {} : { style }),
  };
}

function hostStyleOf({ bold, italic, size, color, fill, wrapText, horizontalAlignment }: HostStyle): CellStyle {
  const across = horizontalAlignment?.toLowerCase();
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(size === undefined ? {} : { size }),
    ...(color === undefined ? {} : { ink: color }),
    ...(fill === undefined ? {} : { fill }),
    ...(wrapText ? { wrap: true } : {}),
    ...(across === "left" || across === "center" || across === "right" ? { across } : {}),
  };
}

/** The width of a column of so many points, in characters of the default font. */
function charactersIn(points: number): number {
  return Math.round(((points / 0.75 - 5) / 7) * 100) / 100;
}

function validationOf({ rule, prompt, errorAlert }: CellValidation): Validation {
  return {
    allow: allowIn(rule, errorAlert.style),
    prompt: { title: prompt.title, text: prompt.message },
    ...(errorAlert.message === "" ? {} : { refusal: errorAlert.message }),
  };
}

function allowIn(rule: CellValidation["rule"], style: string): Validation["allow"] {
  const { list, decimal } = (rule ?? {}) as {
    readonly list?: { readonly source: string };
    readonly decimal?: { readonly formula1: string; readonly formula2: string };
  };
  if (list) return { kind: "list", words: list.source.split(","), strict: style === "Stop" };
  if (!decimal) return { kind: "any" };
  const [least, most] = [decimal.formula1, decimal.formula2].map((formula) => Number(formula.slice(1)));
  const isLimit = (number: number | undefined): number is number =>
    number !== undefined && Math.abs(number) < Number.MAX_VALUE / 100;
  return { kind: "number", ...(isLimit(least) ? { least } : {}), ...(isLimit(most) ? { most } : {}) };
}

function chartOf({ name, at, title, series, valueAxis }: HostChart): Chart {
  const [first] = series;
  if (!at || !first?.categories) throw new Error(`The chart ${name} has no place or no categories.`);
  return {
    name,
    at,
    title,
    words: "",
    categories: first.categories,
    series: series.flatMap((each) => (each.values ? [{ name: each.name, values: each.values }] : [])),
    format: String(valueAxis["NumberFormat"]),
  };
}
