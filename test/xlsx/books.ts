import * as fc from "fast-check";
import {
  anyPages,
  columnName,
  pageFooter,
  type Block,
  type Book,
  type BookCell,
  type CellStyle,
  type Chart,
  type PrintSetUp,
  type Sheet,
} from "../../src/sheets";

// Books as people and the add-in make them, up to the limits of the file format where a test can afford it.

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((colour) => `#${colour.toString(16).padStart(6, "0").toUpperCase()}`);

/** Only what is set; a style that is all defaults is no look. */
const style: fc.Arbitrary<CellStyle> = fc
  .record(
    {
      bold: fc.constant(true),
      italic: fc.constant(true),
      underline: fc.constant(true),
      strikethrough: fc.constant(true),
      size: fc.constantFrom(6, 8.5, 14, 72),
      font: fc.constantFrom("Arial", "Georgia", "Segoe UI"),
      ink: hex,
      fill: hex,
      across: fc.constantFrom("left", "center", "right"),
      down: fc.constantFrom("top", "middle", "bottom"),
      wrap: fc.constant(true),
      lines: fc
        .dictionary(
          fc.constantFrom("top", "bottom", "left", "right"),
          fc.record({ ink: hex, weight: fc.constantFrom("thin", "medium") }, { noNullPrototype: true }),
          { minKeys: 1, noNullPrototype: true },
        )
        .map((lines) => lines as NonNullable<CellStyle["lines"]>),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .filter((drawn) => Object.keys(drawn).length > 0)
  .map((drawn) => drawn as CellStyle);

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ minLength: 1, maxLength: 30, unit: "binary" }),
  fc.constantFrom("=1+1", "+1", "-", "@x", "_x0041_", "_x005F_x0041_", " ", "\n", "\r\n", "0123", "TRUE", "#N/A", "'x"),
  fc.integer({ min: 1000, max: 32767 }).map((length) => "long ".repeat(length).slice(0, length)),
);

const value: fc.Arbitrary<BookCell["value"]> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  // Days, with and without a time.
  fc.double({ min: 0, max: 2958465, noNaN: true }),
  text,
  fc.boolean(),
  fc.constantFrom("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A").map((error) => ({ error })),
);

const formula = fc.constantFrom(
  "=KEEL.DRIFT(Holdings[Value],$B$2:$B$9)",
  '=KEEL.REBALANCE(A1:A3,B1:B3,1000,"5/25")',
  "=SUM(A1:A9)/COUNTA(B1#)",
  '=IF(A1>0,"up & ""away""","<down>")',
  "=LET(x,A1,y,2,x*y)",
  "=SORT(FILTER(A1:A9,B1:B9<>0))",
  "='O''Neil'!A1*2",
  "=STDEV.S(A1:A9)",
  "=Holdings[[#This Row],[Value]]",
  "={1,2;3,4}",
);

const format = fc.constantFrom("0.0%", "$#,##0.00;-$#,##0.00", "m/d/yyyy", "@", "0", "#,##0", "0.00%", '"x"0;[Red]-0');

const place = fc.record({ row: fc.integer({ min: 0, max: 60 }), column: fc.integer({ min: 0, max: 30 }) });

const cell: fc.Arbitrary<BookCell> = fc
  .record({ place, value, formula, format, style }, { requiredKeys: ["place", "value"], noNullPrototype: true })
  .map(({ place: { row, column }, ...rest }) => ({ row, column, ...rest }));

function blockOn(sheet: string, most = 5): fc.Arbitrary<Block> {
  return fc
    .record({
      row: fc.integer({ min: 0, max: 1_048_000 }),
      column: fc.integer({ min: 0, max: 16_300 }),
      height: fc.integer({ min: 1, max: most }),
      width: fc.integer({ min: 1, max: most }),
    })
    .map((block) => ({ sheet, ...block }));
}

const words = fc.array(fc.constantFrom("5/25", "a, b", "never", 'say "x"', " lead", "=1", "monthly"), {
  minLength: 1,
  maxLength: 5,
});

function validationOn(sheet: string): fc.Arbitrary<Sheet["validations"][number]> {
  const number = fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((drawn) => drawn + 0);
  const checked = fc.oneof(
    fc.record(
      { kind: fc.constant("number" as const), least: number, most: number },
      { requiredKeys: ["kind"], noNullPrototype: true },
    ),
    fc.record({ kind: fc.constant("list" as const), words, strict: fc.boolean() }, { noNullPrototype: true }),
  );
  const prompt = fc.record(
    { title: fc.string({ maxLength: 32 }), text: fc.string({ maxLength: 255 }) },
    { noNullPrototype: true },
  );
  return fc.oneof(
    fc
      .record(
        { block: blockOn(sheet), allow: checked, prompt, refusal: fc.string({ minLength: 1, maxLength: 255 }) },
        { requiredKeys: ["block", "allow", "prompt"], noNullPrototype: true },
      )
      .map((drawn) => drawn as Sheet["validations"][number]),
    fc.record(
      {
        block: blockOn(sheet),
        allow: fc.constant({ kind: "any" as const }),
        prompt: prompt.filter(({ title, text: shown }) => title !== "" || shown !== ""),
      },
      { noNullPrototype: true },
    ),
  );
}

/** A file's names for blank room: sizes with at most two decimals, as Excel shows them. */
const hundredths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 100, max: most * 100 }).map((drawn) => drawn / 100);

/** Charts of a sheet's own cells or of the first sheet's, which every book has. */
function chartOn(name: string, firstSheet: string): fc.Arbitrary<Chart> {
  const said = fc.oneof(
    fc.string({ maxLength: 40, unit: "grapheme" }),
    fc.constantFrom("", "R&D", "two\nlines", "_x0041_"),
  );
  const column = (height: number): fc.Arbitrary<Block> =>
    fc
      .constantFrom(name, firstSheet)
      .chain((from) =>
        fc
          .record({ row: fc.integer({ min: 0, max: 1_048_000 }), column: fc.integer({ min: 0, max: 16_383 }) })
          .map((place) => ({ sheet: from, ...place, height, width: 1 })),
      );
  const framed = { name: said, at: blockOn(name, 20), title: said, words: said };
  const axis = fc.record({ title: said, format }, { noNullPrototype: true });
  const some = <Of>(series: fc.Arbitrary<Of>): fc.Arbitrary<Of[]> => fc.array(series, { minLength: 1, maxLength: 3 });
  return fc.integer({ min: 1, max: 15 }).chain((height) => {
    const columns = { name: said, values: column(height) };
    return fc.oneof(
      fc.record(
        {
          ...framed,
          kind: fc.constant("growth" as const),
          categories: column(height),
          series: some(fc.record(columns, { noNullPrototype: true })),
          format,
        },
        { noNullPrototype: true, requiredKeys: ["name", "at", "title", "words", "categories", "series", "format"] },
      ),
      fc.record(
        {
          ...framed,
          kind: fc.constant("points" as const),
          series: some(
            fc.record(
              { ...columns, x: column(height), joined: fc.constant(true as const) },
              { noNullPrototype: true, requiredKeys: ["name", "values", "x"] },
            ),
          ),
          x: axis,
          y: axis,
        },
        { noNullPrototype: true },
      ),
    );
  });
}

/** Every way to print a sheet. Rows that begin a page and pages that are fitted in height exclude each other in Excel. */
function printOn(name: string): fc.Arbitrary<PrintSetUp> {
  const inches = hundredths(0, 3);
  const from = fc.integer({ min: 0, max: 9 });
  const lines = fc.tuple(from, from).map(([first, more]) => ({ from: first, to: first + more }));
  const breaks = (most: number): fc.Arbitrary<number[]> =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: 3 })
      .map((drawn) => drawn.sort((one, other) => one - other));
  const always = {
    orientation: fc.constantFrom("portrait" as const, "landscape" as const),
    areas: fc.array(blockOn(name, 40), { maxLength: 3 }),
  };
  const sometimes = {
    paper: fc.constantFrom(5, 9),
    repeat: lines,
    repeatColumns: lines,
    margins: fc.record(
      { left: inches, right: inches, top: inches, bottom: inches, header: inches, footer: inches },
      { noNullPrototype: true },
    ),
    header: fc.constantFrom("&LPlan&R&D", '&C&"Arial,Bold"&14R&&D'),
    footer: fc.oneof(fc.string({ minLength: 1, maxLength: 300 }).map(pageFooter), fc.constant("&RPage &P of &N")),
    options: fc.subarray(["centered across", "centered down", "headings", "gridlines"] as const, { minLength: 1 }),
  };
  const sizes = [
    { pagesWide: fc.constantFrom(2, anyPages), pagesTall: fc.integer({ min: 1, max: anyPages }) },
    { pagesTall: fc.constant(anyPages), breaks: breaks(1_048_575) },
    {
      pagesTall: fc.constant(anyPages),
      percent: fc.integer({ min: 10, max: 400 }),
      columnBreaks: breaks(16_383),
      breaks: breaks(1_048_575),
    },
  ];
  return (
    fc
      .oneof(
        ...sizes.map((size) =>
          fc.record<Record<string, unknown>, string>(
            { ...always, ...sometimes, ...size },
            {
              requiredKeys: ["orientation", "areas", "pagesTall", ...("percent" in size ? ["percent"] : [])],
              noNullPrototype: true,
            },
          ),
        ),
      )
      .map((drawn) => drawn as unknown as PrintSetUp)
      // On a new sheet's set-up a file has nothing to say.
      .filter(({ percent, ...rest }) => percent !== 100 || Object.keys(rest).length > 3)
  );
}

function sheet(name: string, index: number, firstSheet: string): fc.Arbitrary<Sheet> {
  return fc
    .record({
      cells: fc.uniqueArray(cell, { maxLength: 25, selector: ({ row, column }) => `${row} ${column}` }),
      widths: fc.uniqueArray(
        fc.record(
          {
            column: fc.integer({ min: 0, max: 16_383 }),
            characters: hundredths(1, 254),
            hidden: fc.constant(true as const),
          },
          { requiredKeys: ["column", "characters"], noNullPrototype: true },
        ),
        { maxLength: 4, selector: ({ column }) => column },
      ),
      heights: fc.uniqueArray(
        fc.record(
          {
            row: fc.integer({ min: 0, max: 1_048_575 }),
            points: hundredths(1, 409),
            hidden: fc.constant(true as const),
          },
          { requiredKeys: ["row", "points"], noNullPrototype: true },
        ),
        { maxLength: 4, selector: ({ row }) => row },
      ),
      // Merged cells may not overlap: one a sheet.
      merged: fc.array(
        blockOn(name).filter(({ height, width }) => height * width > 1),
        { maxLength: 1 },
      ),
      flags: fc.array(
        fc
          .record(
            {
              block: blockOn(name),
              formula: fc.constantFrom("=A1<0", "=ABS($A1)>0.05", '=A1="x"'),
              fill: hex,
              ink: hex,
            },
            { requiredKeys: ["block", "formula", "fill"], noNullPrototype: true },
          )
          .map((drawn) => drawn as Sheet["flags"][number]),
        { maxLength: 3 },
      ),
      validations: fc.array(validationOn(name), { maxLength: 4 }),
      charts: fc.array(chartOn(name, firstSheet), { maxLength: 2 }),
      frozen: fc.option(
        fc
          .record({ rows: fc.integer({ min: 0, max: 20 }), columns: fc.integer({ min: 0, max: 5 }) })
          .filter(({ rows, columns }) => rows + columns > 0),
        { nil: undefined },
      ),
      hidden: index === 0 ? fc.constant(undefined) : fc.option(fc.constant(true), { nil: undefined }),
      gridlines: fc.option(fc.constant(false), { nil: undefined }),
      zoom: fc.option(
        fc.integer({ min: 10, max: 400 }).filter((percent) => percent !== 100),
        { nil: undefined },
      ),
      print: fc.option(printOn(name), { nil: undefined }),
      table: fc.boolean(),
    })
    .map(({ table, frozen, hidden, gridlines, zoom, print, ...rest }) => ({
      name,
      pictures: [],
      ...rest,
      // Below everything else, so that its header is its own.
      cells: table ? [...rest.cells, ...headings] : rest.cells,
      tables: table
        ? [
            {
              name: `Table_${index}`,
              block: { sheet: name, row: 100, column: 2, height: 4, width: 2 },
              ...(index % 2 === 1 && { style: "TableStyleMedium9" }),
            },
          ]
        : [],
      ...(frozen ? { frozen } : {}),
      ...(hidden ? { hidden } : {}),
      ...(gridlines === undefined ? {} : { gridlines }),
      ...(zoom === undefined ? {} : { zoom }),
      ...(print ? { print } : {}),
    }));
}

const headings: readonly BookCell[] = [
  { row: 100, column: 2, value: "Fund" },
  { row: 100, column: 3, value: 'The "value"\nin $ & ¢' },
];

const names = fc.uniqueArray(
  fc.constantFrom("Plan", "O'Neil", "Été 2026", "a.b-c", "R1C1", "1st", "x".repeat(31), "😀"),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** Any book, with every place once. Cells come back in reading order. */
export const books: fc.Arbitrary<Book> = names
  .chain((drawn) =>
    fc.tuple(fc.constant(drawn), fc.tuple(...drawn.map((name, index) => sheet(name, index, drawn[0] ?? name)))),
  )
  .chain(([drawn, sheets]) => {
    const visible = sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
    return fc.record(
      {
        sheets: fc.constant(sheets),
        names: fc.constantFrom(
          [],
          [
            { name: "Cash", refersTo: `'${(drawn[0] ?? "").replaceAll("'", "''")}'!$${columnName(3)}$5` },
            { name: "Half.of_it", refersTo: "Cash/2" },
            { name: "Größe", refersTo: '"a & b"' },
          ],
        ),
        active: fc.constantFrom(...visible),
        title: fc.string({ minLength: 1, maxLength: 40 }),
      },
      { requiredKeys: ["sheets", "names"], noNullPrototype: true },
    );
  });
