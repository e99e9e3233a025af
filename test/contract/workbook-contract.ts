import {
  anyPages,
  blockAt,
  bookOf,
  cellStyles,
  starter,
  type Block,
  type Book,
  type Chart,
  type Description,
  type Step,
  type Style,
  type Validation,
  type Value,
} from "../../src/sheets";
import { kept, undoLatest } from "./latest";
import { comparable } from "./same-book";
import { WorkbookFailure, type CellValue, type Receipt, type Release, type Workbook } from "../../src/workbook";

/** A workbook to try the port on: one empty sheet, `Sheet1`, with A1 selected. */
export interface Subject {
  readonly workbook: Workbook;
  /** Does what a user does by hand. */
  readonly user: {
    type(address: string, entries: readonly (readonly CellValue[])[]): void | Promise<void>;
    select(address: string): void | Promise<void>;
  };
  /** Whether formulas calculate here. */
  readonly calculates: boolean;
  /** What an old host can't do: it says so in words before it writes anything, and leaves out flags, which add nothing to words. */
  readonly cannot?: readonly ("resize tables" | "flag cells")[];
  /** Sees what the port doesn't tell, where the test can. */
  readonly see?: {
    /** Names of the charts on a sheet. */
    charts(sheet: string): readonly string[] | Promise<readonly string[]>;
    /** The title of what is said beside a cell while it is selected; "" for none. */
    prompt(address: string): string | Promise<string>;
    /** The whole workbook, as a file would keep it. */
    book(): Book | Promise<Book>;
  };
}

/** Enough of jest's `expect` to be written in a few lines for a page without jest. */
export type Expect = (actual: unknown) => { toEqual(expected: unknown): void };

/** One sentence of the port's. Free of any test runner, so that it can run in jest and in a browser's page. */
export interface Case {
  readonly name: string;
  readonly run: (subject: Subject, expect: Expect) => Promise<void>;
}

function promises(name: string, run: Case["run"]): Case {
  return { name, run };
}

/** What `src/workbook/host.ts` promises, as cases that every host must pass. */
export const workbookCases: readonly Case[] = [
  promises("says which host it is and whose undo takes an apply back", async ({ workbook: { host } }, expect) => {
    expect(["Excel", "workbench"].includes(host.name)).toEqual(true);
    expect(["host", "keel"].includes(host.undo)).toEqual(true);
    return Promise.resolve();
  }),
  promises(
    "reads back numbers, texts, truth values and empty cells as they were written",
    async ({ workbook }, expect) => {
      const values = [
        ["Fund", "Value", "Held"],
        ["Stocks", 268.125, true],
        ["Bonds", -0.1, false],
        ["", 0, ""],
      ];
      await applied(workbook, write("Sheet1!B2:D5", values));
      const contents = await workbook.read(block("Sheet1!B2:D5"));
      expect(contents.values).toEqual(values);
      expect(contents.formulas).toEqual(values.map((row) => row.map(() => "")));
      expect(contents.block).toEqual(block("Sheet1!B2:D5"));
    },
  ),
  promises(
    "writes as far down as a list of thousands goes, on any sheet, and takes it back",
    async ({ workbook }, expect) => {
      const places = ["Sheet1!A3000:B3001", "Long!A5010:B5011"];
      const values = [
        ["Fund", 1],
        ["Bonds", 2],
      ];
      await applied(
        workbook,
        { do: "add sheet", name: "Long" },
        ...places.flatMap((place) => [
          write(place, values),
          { do: "flag", block: block(place), formula: "=$A$1=1", style: "act" } as const,
        ]),
      );
      for (const place of places) expect((await workbook.read(block(place))).values).toEqual(values);
      expect(await undoLatest(workbook)).toEqual(true);
      await applied(workbook, write("Sheet1!A3000:B3001", values));
      expect((await workbook.read(block("Sheet1!A3000:B3001"))).values).toEqual(values);
    },
  ),
  promises("reads a number raw, whatever its format shows", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!A1:B1", [[1234.5, 0.256]]), {
      do: "format numbers",
      block: block("Sheet1!A1:B1"),
      format: "$#,##0",
    });
    expect(await valuesIn(workbook, "Sheet1!A1:B1")).toEqual([[1234.5, 0.256]]);
  }),
  promises("tells how cells show numbers, as Excel names it", async ({ workbook }, expect) => {
    const formats = ["$#,##0.00", '#,##0.00 "€"', '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', "@", "0.0%"];
    const steps = formats.map((format, row) => ({
      do: "format numbers" as const,
      block: { ...block("Sheet1!B2"), row: 1 + row },
      format,
    }));
    await applied(workbook, ...steps);
    expect(await workbook.numberFormats(block("Sheet1!A2:B6"))).toEqual(formats.map((format) => ["General", format]));
    await undoLatest(workbook);
    expect((await workbook.numberFormats(block("Sheet1!B2:B6"))).flat()).toEqual(formats.map(() => "General"));
    expect((await failure(workbook.numberFormats(block("Gone!A1")))).reason).toEqual("lost");
  }),
  promises("tells how formulas are typed", async ({ workbook }, expect) => {
    const { argument, decimal } = await workbook.separators();
    expect([";", ","].includes(argument) && [".", ","].includes(decimal) && argument !== decimal).toEqual(true);
  }),
  promises(
    "makes cells that are ticked, keeps what they hold, and takes it back",
    async ({ workbook, user, see }, expect) => {
      await user.type("Sheet1!B2:B4", [["Yes"], [""], [true]]);
      const tick = {
        allow: { kind: "tick" },
        prompt: { title: "Done", text: "Tick it." },
        refusal: "Yes or blank.",
      } as const;
      await applied(workbook, { do: "validate", block: block("Sheet1!B2:B4"), ...tick });
      expect(await valuesIn(workbook, "Sheet1!B2:B4")).toEqual([["Yes"], [""], [true]]);
      if (see) expect([await see.prompt("Sheet1!B3"), await see.prompt("Sheet1!B5")]).toEqual(["Done", ""]);
      await user.type("Sheet1!B3", [["Yes"]]);
      expect(await valuesIn(workbook, "Sheet1!B2:B4")).toEqual([["Yes"], ["Yes"], [true]]);
      await user.type("Sheet1!B3", [[""]]);
      // What was typed by hand since is the user's, so that the ticks are made plain cells by another rule.
      await applied(workbook, { do: "validate", block: block("Sheet1!B2:B4"), ...(validations[0] as Validation) });
      if (see) expect(await see.prompt("Sheet1!B3")).toEqual("Target");
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect(await see.prompt("Sheet1!B3")).toEqual("Done");
      expect(await valuesIn(workbook, "Sheet1!B2:B4")).toEqual([["Yes"], [""], [true]]);
    },
  ),
  promises("keeps a text a text, whatever it looks like", async ({ workbook }, expect) => {
    const texts = [
      ...["=1+1", "+1", "-x", "@here", "'tis", "''", "0123", "1e5", "5%", "$5", "1,000", "5/25", "2026-01-05"],
      ...["May 25", "12:30", "TRUE", "false", "#N/A", " 7", "401(k)", "Bonds", "5/25; no sells"],
    ].map((text) => [text]);
    const place = `Sheet1!A1:A${texts.length}`;
    await applied(workbook, write(place, texts));
    const contents = await workbook.read(block(place));
    expect(contents.values).toEqual(texts);
    expect(contents.formulas).toEqual(texts.map(() => [""]));
  }),
  promises("keeps a text a text in cells that were formatted as text before", async ({ workbook }, expect) => {
    const texts = [["5/25"], ["0123"], ["5%; no sells"]];
    const place = "Sheet1!C1:C3";
    await applied(workbook, { do: "format numbers", block: block(place), format: "@" }, write(place, texts));
    expect(await valuesIn(workbook, place)).toEqual(texts);
    await applied(workbook, { replace: true }, write(place, texts));
    expect(await valuesIn(workbook, place)).toEqual(texts);
  }),
  promises("writes a block of thousands of cells", async ({ workbook }, expect) => {
    const values = Array.from({ length: 200 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) => row * 20 + column),
    );
    await applied(workbook, write("Sheet1!A1:T200", values));
    expect(await valuesIn(workbook, "Sheet1!A1:T200")).toEqual(values);
  }),
  promises("writes one formula into the top left cell of its block", async ({ workbook, calculates }, expect) => {
    await applied(workbook, write("Sheet1!A1:A3", [[1], [2], [3]]), formula("Sheet1!C1:C3", "=A1:A3*2"));
    const { values, formulas } = await workbook.read(block("Sheet1!C1:C3"));
    expect(formulas[0]).toEqual(["=A1:A3*2"]);
    // Nothing calculates in the in-page host under Excel's library.
    if (calculates) expect(values).toEqual([[2], [4], [6]]);
  }),
  promises("lists no table where there is none", async ({ workbook }, expect) => {
    expect(await workbook.tables()).toEqual([]);
  }),
  promises("adds tables and lists them in sheet order, header rows included", async ({ workbook }, expect) => {
    await applied(
      workbook,
      { do: "add sheet", name: "Later" },
      write("Later!A1:B2", [["Class", "Weight"], ["Stocks", 0.6]]), // prettier-ignore
      { do: "add table", name: "Targets", block: block("Later!A1:B2") },
      write("Sheet1!B3:C5", [["Fund", "Value"], ["VTI", 600], ["BND", 400]]), // prettier-ignore
      { do: "add table", name: "Funds", block: block("Sheet1!B3:C5") },
    );
    const tables = await workbook.tables();
    expect(tables.map(({ name }) => name)).toEqual(["Funds", "Targets"]);
    expect(tables.map((table) => table.block)).toEqual([block("Sheet1!B3:C5"), block("Later!A1:B2")]);
    expect(tables[0]?.values).toEqual([["Fund", "Value"], ["VTI", 600], ["BND", 400]]); // prettier-ignore
    expect(tables[0]?.formulas).toEqual([["", ""], ["", ""], ["", ""]]); // prettier-ignore
  }),
  promises("takes one selected cell for the filled region around it", async ({ workbook, user }, expect) => {
    await applied(workbook, write("Sheet1!B2:C4", funds), write("Sheet1!E2", [["apart"]]));
    await user.select("Sheet1!C3");
    const { block: selected, table, around } = await workbook.selection();
    expect(selected).toEqual(block("Sheet1!C3"));
    expect(table).toEqual(undefined);
    expect(around.block).toEqual(block("Sheet1!B2:C4"));
    expect(around.values).toEqual(funds);
  }),
  promises("takes an empty cell among empty cells for itself", async ({ workbook, user }, expect) => {
    await applied(workbook, write("Sheet1!B2:C4", funds));
    await user.select("Sheet1!H20");
    const { around } = await workbook.selection();
    expect(around.block).toEqual(block("Sheet1!H20"));
    expect(around.values).toEqual([[""]]);
  }),
  promises("takes several selected cells as they are", async ({ workbook, user }, expect) => {
    await applied(workbook, write("Sheet1!B2:C4", funds));
    await user.select("Sheet1!B3:C3");
    const { block: selected, around } = await workbook.selection();
    expect(selected).toEqual(block("Sheet1!B3:C3"));
    expect(around.block).toEqual(block("Sheet1!B3:C3"));
    expect(around.values).toEqual([funds[1]]);
  }),
  promises("finds the table under the selection", async ({ workbook, user }, expect) => {
    await applied(
      workbook,
      write("Sheet1!B2:C4", funds),
      { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") }, //
    );
    await user.select("Sheet1!C4");
    const { table, around } = await workbook.selection();
    expect(table?.name).toEqual("Funds");
    expect(table?.block).toEqual(block("Sheet1!B2:C4"));
    expect(table?.values).toEqual(funds);
    expect(around.block).toEqual(block("Sheet1!B2:C4"));
    await user.select("Sheet1!F9");
    expect((await workbook.selection()).table).toEqual(undefined);
  }),
  promises("selects a block, also on another sheet", async ({ workbook }, expect) => {
    const there = block("'Bob''s plan'!B3:C4");
    await applied(workbook, { do: "add sheet", name: "Bob's plan" }, { do: "select", block: there });
    expect((await workbook.selection()).block).toEqual(there);
  }),
  promises("writes nothing if a cell is filled, and says which", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!B3", [["mine"]]));
    const description = describe(write("Sheet1!A1:C1", [[1, 2, 3]]), write("Sheet1!A3:C3", [[4, 5, 6]]));
    expect(await workbook.apply(description)).toEqual({ outcome: "blocked", filled: [block("Sheet1!B3")] });
    expect(await valuesIn(workbook, "Sheet1!A1:C3")).toEqual([["", "", ""], ["", "", ""], ["", "mine", ""]]); // prettier-ignore
  }),
  promises("counts a cell with a formula as filled, also one that shows nothing", async ({ workbook }, expect) => {
    await applied(workbook, formula("Sheet1!B2", '=""'));
    const outcome = await workbook.apply(describe(write("Sheet1!A1:C3", grid(3, 3, 1))));
    expect(outcome).toEqual({ outcome: "blocked", filled: [block("Sheet1!B2")] });
  }),
  promises("counts the cells that a formula's result will cover as written", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!D3", [["mine"]]));
    const result = formula("Sheet1!D1:D4", "=ROW(A1:A4)");
    expect(await workbook.apply(describe(result))).toEqual({ outcome: "blocked", filled: [block("Sheet1!D3")] });
    expect(await valuesIn(workbook, "Sheet1!D1:D4")).toEqual([[""], [""], ["mine"], [""]]);
  }),
  promises(
    "replaces filled cells when told to, and clears the way for a formula's result",
    async ({ workbook, calculates }, expect) => {
      await applied(workbook, write("Sheet1!D1:D3", [["mine"], ["mine"], ["mine"]]));
      await applied(workbook, { replace: true }, formula("Sheet1!D1:D3", "=ROW(A5:A7)"));
      const { values, formulas } = await workbook.read(block("Sheet1!D1:D3"));
      expect(formulas[0]).toEqual(["=ROW(A5:A7)"]);
      // Nothing calculates in the in-page host under Excel's library.
      expect(values.slice(1)).toEqual(calculates ? [[6], [7]] : [[""], [""]]);
    },
  ),
  promises("carries the same description out again over its own result", async ({ workbook, calculates }, expect) => {
    const steps = [
      write("Sheet1!D1", [["Row"]]),
      formula("Sheet1!D2:D4", "=ROW(A1:A3)"),
      { do: "flag", block: block("Sheet1!D2:D4"), formula: "=$D2>1", style: "act" } as const,
    ];
    await applied(workbook, ...steps);
    expect((await workbook.apply(describe(...steps))).outcome).toEqual("blocked");
    await applied(workbook, { replace: true }, ...steps);
    const { values, formulas } = await workbook.read(block("Sheet1!D1:D4"));
    expect(formulas[1]).toEqual(["=ROW(A1:A3)"]);
    // Nothing calculates in the in-page host under Excel's library.
    if (calculates) expect(values).toEqual([["Row"], [1], [2], [3]]);
  }),
  promises("uses a sheet that is there already as it is", async ({ workbook }, expect) => {
    await applied(workbook, { do: "add sheet", name: "Plan" }, write("Plan!A1", [["kept"]]));
    await applied(workbook, { do: "add sheet", name: "plan" }, write("Plan!A2", [["new"]]));
    expect(await valuesIn(workbook, "Plan!A1:A2")).toEqual([["kept"], ["new"]]);
  }),
  promises("stays on the sheet that is shown when it adds another", async ({ workbook }, expect) => {
    await applied(workbook, { do: "add sheet", name: "Plan" }, write("Plan!A1", [["new"]]));
    expect((await workbook.selection()).block.sheet).toEqual("Sheet1");
  }),
  promises(
    "finds a sheet whatever the case of its name, and reads on sheets with blanks and quotes in theirs",
    async ({ workbook }, expect) => {
      const values = [["in"]];
      await applied(workbook, { do: "add sheet", name: "Bob's 401k" }, write("'Bob''s 401k'!B2", values));
      const contents = await workbook.read(block("'BOB''S 401K'!B2"));
      expect(contents.values).toEqual(values);
      expect(contents.block.sheet).toEqual("Bob's 401k");
    },
  ),
  promises(
    "carries out styles, widths, flags and number formats without touching contents",
    async ({ workbook }, expect) => {
      const place = block("Sheet1!B2:C4");
      await applied(
        workbook,
        write("Sheet1!B2:C4", funds),
        ...(Object.keys(cellStyles) as Style[]).map((style) => ({ do: "style", block: place, style }) as const),
        { do: "set width", block: place, characters: 14 },
        { do: "flag", block: place, formula: "=$C2>100", style: "act" },
        { do: "flag", block: place, formula: "=$C2<=100", style: "fine" },
        { do: "format numbers", block: place, format: "0.0%" },
      );
      expect(await valuesIn(workbook, "Sheet1!B2:C4")).toEqual(funds);
    },
  ),
  promises(
    "sets up how a sheet is printed that it adds, and leaves one that was there as its owner prints it",
    async ({ workbook, see }, expect) => {
      const page = (sheet: string): Step => ({
        do: "set up page",
        block: { ...block("Sheet1!A4:C5"), sheet },
        orientation: "landscape",
      });
      await applied(workbook, write("Sheet1!A1", [["kept"]]), page("Sheet1"));
      await applied(workbook, { do: "add sheet", name: "Plan" }, write("Plan!A4:B6", funds), page("Plan"));
      const printed = async (): Promise<unknown> => (await see?.book())?.sheets.map(({ print }) => print);
      const lying = { orientation: "landscape", areas: [], pagesTall: anyPages, repeat: { from: 3, to: 4 } };
      if (see) expect(await printed()).toEqual([undefined, { ...lying, footer: "&C&A&RPage &P of &N" }]);
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect(await printed()).toEqual([undefined]);
    },
  ),
  promises("says so when a sheet is missing", async ({ workbook }, expect) => {
    expect((await failure(workbook.read(block("Gone!A1")))).reason).toEqual("lost");
    expect((await failure(workbook.apply(describe(write("Gone!A1", [[1]]))))).reason).toEqual("lost");
  }),
  promises(
    "refuses values that don't have their block's height and width, before it writes anything",
    async ({ workbook }, expect) => {
      const misfit = write("Sheet1!A2:B3", [[1, 2], [3]]);
      expect((await failure(workbook.apply(describe(write("Sheet1!A1", [[1]]), misfit)))).reason).toEqual("refused");
      expect(await valuesIn(workbook, "Sheet1!A1:B3")).toEqual(grid(3, 2, ""));
    },
  ),
  promises(
    "refuses a table over another, or with its name, and takes back what it had begun",
    async ({ workbook }, expect) => {
      const table = { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") } as const;
      await applied(workbook, write("Sheet1!B2:C4", funds), table);
      for (const second of [
        { ...table, name: "Other" },
        { ...table, block: block("Sheet1!F2:G4") },
      ]) {
        const steps = [write("Sheet1!F2:G4", funds), second];
        expect((await failure(workbook.apply(describe(...steps)))).reason).toEqual("refused");
        expect(await valuesIn(workbook, "Sheet1!F2:G4")).toEqual(grid(3, 2, ""));
      }
      expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Funds"]);
    },
  ),
  promises(
    "makes of the starter workbook's description what a file of it holds",
    async ({ workbook, see, cannot }, expect) => {
      const description = starter("KEEL");
      expect((await workbook.apply(description)).outcome).toEqual("applied");
      if (!see) return;
      const steps = description.steps.filter((step) => step.do !== "flag" || !cannot?.includes("flag cells"));
      const file = bookOf({ ...description, steps }, () => undefined);
      expect(comparable(await see.book(), description)).toEqual(comparable(file, description));
    },
  ),
  promises("has nothing to undo before the first apply", async ({ workbook }, expect) => {
    expect(await workbook.undo(Symbol("of nothing"))).toEqual(false);
  }),
  promises("takes all that an apply did back at once", async ({ workbook }, expect) => {
    const before = [["kept", 7], ["5/25", 0.5]]; // prettier-ignore
    await applied(workbook, write("Sheet1!A1:B2", before));
    await applied(workbook, formula("Sheet1!C1", "=B1+B2"));
    await applied(
      workbook,
      { replace: true },
      { do: "add sheet", name: "Plan" },
      write("Plan!A1:B3", funds),
      { do: "add table", name: "Funds", block: block("Plan!A1:B3") },
      { do: "format numbers", block: block("Sheet1!A1:B2"), format: "@" },
      write("Sheet1!A1:C2", grid(2, 3, "over")),
      write("Sheet1!A1", [["and over"]]),
      { do: "style", block: block("Sheet1!A1:B2"), style: "input" },
      { do: "set width", block: block("Sheet1!A1:B2"), characters: 30 },
      { do: "flag", block: block("Sheet1!A1:B2"), formula: '=$A1="over"', style: "act" },
      { do: "select", block: block("Plan!A1") },
    );
    expect(await undoLatest(workbook)).toEqual(true);
    const contents = await workbook.read(block("Sheet1!A1:C2"));
    expect(contents.values.map((row) => row.slice(0, 2))).toEqual(before);
    expect(contents.formulas).toEqual([["", "", "=B1+B2"], ["", "", ""]]); // prettier-ignore
    expect(await workbook.tables()).toEqual([]);
    expect((await failure(workbook.read(block("Plan!A1")))).reason).toEqual("lost");
  }),
  promises("takes a table back and leaves the cells that it was made of", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!B2:C4", funds));
    await applied(workbook, { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") });
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await workbook.tables()).toEqual([]);
    expect(await valuesIn(workbook, "Sheet1!B2:C4")).toEqual(funds);
  }),
  promises("takes one apply after the other back, the latest first", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!A1", [["first"]]));
    await applied(workbook, { replace: true }, write("Sheet1!A1:A2", [["second"], ["more"]]));
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await valuesIn(workbook, "Sheet1!A1:A2")).toEqual([["first"], [""]]);
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await valuesIn(workbook, "Sheet1!A1:A2")).toEqual([[""], [""]]);
    expect(await undoLatest(workbook)).toEqual(false);
  }),
  promises(
    "takes back the apply that it is asked for, and no earlier one while a later one stands",
    async ({ workbook }, expect) => {
      const plan = await applied(workbook, { do: "add sheet", name: "Plan" }, write("Plan!A1", [["mine"]]));
      const log = await applied(workbook, { do: "add sheet", name: "Log" }, write("Log!A1", [["today"]]));
      expect(await workbook.undo(plan)).toEqual(false);
      expect(await valuesIn(workbook, "Plan!A1")).toEqual([["mine"]]);
      expect(await valuesIn(workbook, "Log!A1")).toEqual([["today"]]);
      expect(await workbook.undo(log)).toEqual(true);
      expect((await failure(workbook.read(block("Log!A1")))).reason).toEqual("lost");
      expect(await valuesIn(workbook, "Plan!A1")).toEqual([["mine"]]);
      expect(await workbook.undo(log)).toEqual(false);
      expect(await workbook.undo(plan)).toEqual(true);
      expect((await failure(workbook.read(block("Plan!A1")))).reason).toEqual("lost");
      expect(await workbook.undo(plan)).toEqual(false);
    },
  ),
  promises("takes formulas back whose results have spilled", async ({ workbook, calculates }, expect) => {
    await applied(workbook, formula("Sheet1!B1:B3", "=ROW(A1:A3)"));
    await applied(workbook, { replace: true }, formula("Sheet1!B1:B3", "=ROW(A4:A6)"));
    expect(await undoLatest(workbook)).toEqual(true);
    const { values, formulas } = await workbook.read(block("Sheet1!B1:B3"));
    expect(formulas[0]).toEqual(["=ROW(A1:A3)"]);
    // Nothing calculates in the in-page host under Excel's library.
    if (calculates) expect(values).toEqual([[1], [2], [3]]);
  }),
  promises("takes nothing back over what the user has changed since", async ({ workbook, user }, expect) => {
    await applied(workbook, write("Sheet1!A1:A2", [[1], [2]]));
    await user.type("Sheet1!A2", [["mine"]]);
    expect(await undoLatest(workbook)).toEqual(false);
    expect(await valuesIn(workbook, "Sheet1!A1:A2")).toEqual([[1], ["mine"]]);
  }),
  promises("has nothing to undo after an apply that was blocked or failed", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!A1", [["mine"]]));
    await workbook.apply(describe(write("Sheet1!A1", [["over"]])));
    await failure(workbook.apply(describe(write("Gone!A1", [[1]]))));
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await valuesIn(workbook, "Sheet1!A1")).toEqual([[""]]);
    expect(await undoLatest(workbook)).toEqual(false);
  }),
  promises("gives a table another extent, and its former one back", async ({ workbook, cannot = [] }, expect) => {
    const table = { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") } as const;
    await applied(workbook, write("Sheet1!B2:C4", funds), table);
    const wider: Step[] = [
      write("Sheet1!D2:D5", [["Target"], [0.6], [0.3], [0.1]]),
      write("Sheet1!B5:C5", [["GLD", 0]]),
      { do: "resize table", name: "Funds", block: block("Sheet1!B2:D5") },
    ];
    if (cannot.includes("resize tables")) {
      expect((await failure(workbook.apply(describe(...wider)))).reason).toEqual("refused");
      expect(await valuesIn(workbook, "Sheet1!D2:D5")).toEqual(grid(4, 1, ""));
      return;
    }
    await applied(workbook, ...wider);
    const [grown] = await workbook.tables();
    expect(grown?.block).toEqual(block("Sheet1!B2:D5"));
    expect(grown?.values[0]).toEqual(["Fund", "Value", "Target"]);
    expect(await undoLatest(workbook)).toEqual(true);
    const [former, ...others] = await workbook.tables();
    expect(former?.block).toEqual(block("Sheet1!B2:C4"));
    expect(former?.values).toEqual(funds);
    expect(others).toEqual([]);
    expect(await valuesIn(workbook, "Sheet1!D2:D5")).toEqual(grid(4, 1, ""));
  }),
  promises(
    "gives no extent to a table that is gone or elsewhere, or over another, and then writes nothing",
    async ({ workbook }, expect) => {
      await applied(workbook, write("Sheet1!B2:C4", funds), {
        do: "add table",
        name: "Funds",
        block: block("Sheet1!B2:C4"),
      });
      await applied(workbook, write("Sheet1!E2:F4", funds), {
        do: "add table",
        name: "Others",
        block: block("Sheet1!E2:F4"),
      });
      for (const [name, place] of [
        ["Gone", "Sheet1!B2:C6"],
        ["Funds", "Sheet1!C2:D4"],
        ["Funds", "Sheet1!B2:E4"],
      ] as const) {
        const resize: Step = { do: "resize table", name, block: block(place) };
        await failure(workbook.apply(describe(write("Sheet1!H1", [[1]]), resize)));
        expect(await valuesIn(workbook, "Sheet1!H1")).toEqual([[""]]);
      }
      expect((await workbook.tables()).map((table) => table.block)).toEqual([
        block("Sheet1!B2:C4"),
        block("Sheet1!E2:F4"),
      ]);
    },
  ),
  promises(
    "says beside cells what may be typed, without touching what they hold, and takes it back",
    async ({ workbook, see }, expect) => {
      await applied(workbook, write("Sheet1!B2:C4", funds));
      const [number, list, any] = validations.map((rule) => rule.prompt.title);
      const steps = (["Sheet1!C3:C4", "Sheet1!B3", "Sheet1!B4"] as const).map(
        (place, index) => ({ do: "validate", block: block(place), ...(validations[index] as Validation) }) as const,
      );
      await applied(workbook, ...steps);
      expect(await valuesIn(workbook, "Sheet1!B2:C4")).toEqual(funds);
      if (see) {
        expect([await see.prompt("Sheet1!C4"), await see.prompt("Sheet1!B3")]).toEqual([number, list]);
        expect([await see.prompt("Sheet1!B4"), await see.prompt("Sheet1!B2")]).toEqual([any, ""]);
      }
      // Another rule takes the place of the first, and gives it back.
      const [first] = validations;
      await applied(workbook, { do: "validate", block: block("Sheet1!B2:B4"), ...(first as Validation) });
      if (see) expect(await see.prompt("Sheet1!B3")).toEqual(number);
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect([await see.prompt("Sheet1!B2"), await see.prompt("Sheet1!B3")]).toEqual(["", list]);
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect([await see.prompt("Sheet1!C4"), await see.prompt("Sheet1!B3")]).toEqual(["", ""]);
      expect(await valuesIn(workbook, "Sheet1!B2:C4")).toEqual(funds);
    },
  ),
  promises(
    "draws a chart in the place of the former one of its name, and gives that back",
    async ({ workbook, see }, expect) => {
      await applied(workbook, write("Sheet1!B2:D4", [["Fund", "Now", "Target"], ["VTI", 0.6, 0.5], ["BND", 0.4, 0.5]])); // prettier-ignore
      await applied(workbook, { do: "chart", ...chart("Sheet1") });
      if (see) expect(await see.charts("Sheet1")).toEqual(["Mix"]);
      await applied(workbook, { do: "chart", ...chart("Sheet1"), title: "Drawn again" });
      if (see) expect(await see.charts("Sheet1")).toEqual(["Mix"]);
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect(await see.charts("Sheet1")).toEqual(["Mix"]);
      expect(await undoLatest(workbook)).toEqual(true);
      if (see) expect(await see.charts("Sheet1")).toEqual([]);
      expect(await valuesIn(workbook, "Sheet1!F2:L16")).toEqual(grid(15, 7, ""));
      expect((await failure(workbook.apply(describe({ do: "chart", ...chart("Gone") })))).reason).toEqual("lost");
    },
  ),
  promises(
    "fills a sheet that it adds with all there is at once, takes all of it back, and can do it again",
    async ({ workbook, see, calculates }, expect) => {
      await applied(workbook, write("Sheet1!A1", [["kept"]]));
      for (let time = 1; time <= 2; time += 1) {
        await applied(workbook, ...wholeSheet);
        const tables = await workbook.tables();
        expect(tables.map(({ name }) => name)).toEqual(["Mixes", "Rules"]);
        expect(tables[0]?.formulas.map((row) => row[3])).toEqual(["", "=C2-B2", "=C3-B3"]);
        if (calculates) expect(tables[0]?.values.map((row) => row[3])).toEqual(["Gap", 0.25, -0.25]);
        if (see) {
          expect(await see.charts("Plan")).toEqual(["Mix", "Gaps"]);
          expect(await see.prompt("Plan!C2")).toEqual(validations[0]?.prompt.title ?? "");
        }
        expect(await undoLatest(workbook)).toEqual(true);
        expect(await workbook.tables()).toEqual([]);
        expect((await failure(workbook.read(block("Plan!A1")))).reason).toEqual("lost");
        expect(await valuesIn(workbook, "Sheet1!A1")).toEqual([["kept"]]);
      }
    },
  ),
  promises("makes a table of a list that is there, and a list of it again", async ({ workbook, user }, expect) => {
    await user.type("Sheet1!B2:C4", funds);
    await user.type("Sheet1!E2", [["=SUM(C3:C4)"]]);
    await applied(workbook, { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") });
    expect((await workbook.tables()).map((table) => table.values)).toEqual([funds]);
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await workbook.tables()).toEqual([]);
    const { values, formulas } = await workbook.read(block("Sheet1!B2:E4"));
    expect(values.map((row) => row.slice(0, 2))).toEqual(funds);
    expect(formulas[0]).toEqual(["", "", "", "=SUM(C3:C4)"]);
  }),
  promises("shows a block, also on another sheet, and changes nothing by it", async ({ workbook }, expect) => {
    await applied(workbook, { do: "add sheet", name: "Bob's plan" });
    await workbook.show(block("'Bob''s plan'!B3:C4"));
    expect((await workbook.selection()).block).toEqual(block("'Bob''s plan'!B3:C4"));
    await workbook.show(block("Sheet1!D9"));
    expect((await workbook.selection()).block).toEqual(block("Sheet1!D9"));
    expect((await failure(workbook.show(block("Gone!A1")))).reason).toEqual("lost");
    // The last step is still the sheet.
    expect(await undoLatest(workbook)).toEqual(true);
    expect(await undoLatest(workbook)).toEqual(false);
  }),
  promises("finds the formula that fills a cell", async ({ workbook, calculates }, expect) => {
    await applied(
      workbook,
      write("Sheet1!A1:A3", [[1], [2], [3]]),
      formula("Sheet1!C1:C3", "=A1:A3*2"),
      formula("Sheet1!E5", "=A1+1"),
    );
    const own = await workbook.formulaFor(block("Sheet1!E5"));
    expect([own?.cell, own?.formula]).toEqual([block("Sheet1!E5"), "=A1+1"]);
    const first = await workbook.formulaFor(block("Sheet1!C1"));
    expect([first?.cell, first?.formula]).toEqual([block("Sheet1!C1"), "=A1:A3*2"]);
    expect(await workbook.formulaFor(block("Sheet1!A2"))).toEqual(undefined);
    expect(await workbook.formulaFor(block("Sheet1!H8"))).toEqual(undefined);
    expect((await failure(workbook.formulaFor(block("Gone!A1")))).reason).toEqual("lost");
    // Nothing calculates, and so nothing spills, in the in-page host under Excel's library.
    if (!calculates) return;
    const spilled = await workbook.formulaFor(block("Sheet1!C3"));
    expect(spilled).toEqual({ cell: block("Sheet1!C1"), formula: "=A1:A3*2", shows: 2 });
    expect(own?.shows).toEqual(2);
  }),
  promises("finds every formula that calls Keel, in sheet order", async ({ workbook }, expect) => {
    expect(await workbook.keelFormulas()).toEqual([]);
    await applied(
      workbook,
      { do: "add sheet", name: "Plan" },
      formula("Plan!B2", "=IFERROR(KEEL.VERSION(),0)"),
      write("Sheet1!A1:B3", [["Value", "Target"], [600, 0.5], [400, 0.5]]), // prettier-ignore
      formula("Sheet1!D2:D3", "=KEEL.DRIFT(A2:A3,B2:B3)"),
      formula("Sheet1!C1", "=KEELDEV.VERSION()"),
      formula("Sheet1!E1", "=SUM(A2:A3)"),
      formula("Sheet1!F1", '="KEEL.DRIFT(A1)"'),
      write("Sheet1!G1", [["=KEEL.VERSION()"]]),
    );
    expect((await workbook.keelFormulas()).map(({ cell, formula: text }) => [cell, text])).toEqual([
      [block("Sheet1!C1"), "=KEELDEV.VERSION()"],
      [block("Sheet1!D2"), "=KEEL.DRIFT(A2:A3,B2:B3)"],
      [block("Plan!B2"), "=IFERROR(KEEL.VERSION(),0)"],
    ]);
  }),
  promises("hands a copy over, and the workbook stays as it is", async ({ workbook }, expect) => {
    await applied(workbook, write("Sheet1!A1", [["kept"]]));
    const outcome = await workbook.openCopy({ name: "Copy.xlsx", bytes: emptyZip });
    expect(["opened", "downloaded"].includes(outcome)).toEqual(true);
    expect(await valuesIn(workbook, "Sheet1!A1")).toEqual([["kept"]]);
  }),
  promises("says how it is, and when it last calculated", async ({ workbook, calculates }, expect) => {
    const release = await workbook.onChange(() => undefined);
    const before = Date.now();
    await applied(workbook, write("Sheet1!A1", [[1]]), formula("Sheet1!B1", "=A1+1"));
    await new Promise((resolve) => setTimeout(resolve, longerThanABurst));
    const { functions, lastCalculation } = await workbook.health();
    expect(functions === undefined || /^\d/.test(functions)).toEqual(true);
    // Nothing calculates in the in-page host under Excel's library.
    if (calculates) expect(lastCalculation !== undefined && lastCalculation >= before - 1000).toEqual(true);
    else expect(lastCalculation).toEqual(undefined);
    await release();
  }),
  promises("tells of changes once for a burst, until it is released", async ({ workbook, user }, expect) => {
    await told(
      (listener) => workbook.onChange(listener),
      async () => {
        await user.type("Sheet1!A1", [[1]]);
        await user.type("Sheet1!A2", [[2]]);
        await user.type("Sheet1!B5:C5", [["typed", "too"]]);
      },
      expect,
    );
  }),
  promises(
    "tells when the selection moved, once for a burst, until it is released",
    async ({ workbook, user }, expect) => {
      await told(
        (listener) => workbook.onSelectionChange(listener),
        async () => {
          await user.select("Sheet1!B2");
          await user.select("Sheet1!C3:D4");
        },
        expect,
      );
    },
  ),
];

const funds = [
  ["Fund", "Value"],
  ["VTI", 600],
  ["BND", 400],
];

/** The smallest file that is a zip, as a workbook file is. */
const emptyZip = new Uint8Array([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

/** One rule of each kind. */
const validations: readonly Validation[] = [
  {
    allow: { kind: "number", least: 0, most: 1 },
    prompt: { title: "Target", text: "A share of the whole: 60% or 0.6." },
    refusal: "Type a percentage from 0% to 100%.",
  },
  {
    allow: { kind: "list", words: ["5/25", "5%", "20% of target"], strict: false },
    prompt: { title: "Band", text: "How far a fund may drift before you act." },
    refusal: "Keel doesn’t know this band.",
  },
  { allow: { kind: "any" }, prompt: { title: "Last look", text: "The day you last looked." } },
];

function chart(sheet: string): Chart {
  return {
    name: "Mix",
    at: { ...block("Sheet1!F2:L16"), sheet },
    title: "Now and target",
    words: "VTI is at 60% against a target of 50%, BND at 40% against 50%.",
    categories: { ...block("Sheet1!B3:B4"), sheet },
    series: [
      { name: "Now", values: { ...block("Sheet1!C3:C4"), sheet } },
      { name: "Target", values: { ...block("Sheet1!D3:D4"), sheet } },
    ],
    format: "0%",
  };
}

/** A sheet with a step of each kind; one of its tables has formulas in cells that were written before it was added. */
const wholeSheet: readonly Step[] = [
  { do: "add sheet", name: "Plan" },
  { do: "format numbers", block: blockAt("Plan!G1:G2") as Block, format: "@" },
  { do: "write values", block: blockAt("Plan!A1:D1") as Block, values: [["Fund", "Now", "Target", "Gap"]] },
  { do: "write values", block: blockAt("Plan!A2:C3") as Block, values: [["VTI", 0.5, 0.75], ["BND", 0.5, 0.25]] }, // prettier-ignore
  { do: "write formula", block: blockAt("Plan!D2") as Block, formula: "=C2-B2" },
  { do: "write formula", block: blockAt("Plan!D3") as Block, formula: "=C3-B3" },
  { do: "add table", name: "Mixes", block: blockAt("Plan!A1:D3") as Block },
  { do: "write values", block: blockAt("Plan!F1:G2") as Block, values: [["Setting", "Value"], ["Band", "5/25"]] }, // prettier-ignore
  { do: "add table", name: "Rules", block: blockAt("Plan!F1:G2") as Block },
  { do: "style", block: blockAt("Plan!B2:C3") as Block, style: "input" },
  { do: "validate", block: blockAt("Plan!C2:C3") as Block, ...(validations[0] as Validation) },
  { do: "flag", block: blockAt("Plan!A2:D3") as Block, formula: "=$D2<0", style: "act" },
  { do: "set width", block: blockAt("Plan!A1:D1") as Block, characters: 12 },
  { do: "chart", ...chart("Plan"), at: blockAt("Plan!A6:D20") as Block },
  {
    do: "chart",
    ...{ kind: "points", name: "Gaps", title: "Gaps by weight", words: "VTI lies above 0, BND below." },
    at: blockAt("Plan!F6:J20") as Block,
    series: [
      { name: "Gap", x: blockAt("Plan!B2:B3") as Block, values: blockAt("Plan!D2:D3") as Block },
      { name: "Target", x: blockAt("Plan!B2:B3") as Block, values: blockAt("Plan!C2:C3") as Block, joined: true },
    ],
    x: { title: "Now", format: "0%" },
    y: { title: "Gap", format: "0.0%" },
  },
  { do: "select", block: blockAt("Plan!A1") as Block },
];

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

function grid<T>(height: number, width: number, value: T): T[][] {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => value));
}

function write(address: string, values: readonly (readonly Value[])[]): Step {
  return { do: "write values", block: block(address), values };
}

function formula(address: string, text: string): Step {
  return { do: "write formula", block: block(address), formula: text };
}

function describe(...steps: readonly Step[]): Description {
  return { title: "Try the port", steps };
}

/** Applies steps and insists that they were carried out. Returns what takes them back. */
async function applied(workbook: Workbook, ...given: readonly (Step | { readonly replace: true })[]): Promise<Receipt> {
  const steps = given.filter((each): each is Step => "do" in each);
  const replace = given.some((each) => "replace" in each);
  const answer = kept(workbook, await workbook.apply(describe(...steps), replace ? { replace } : undefined));
  if (answer.outcome !== "applied") throw new Error(`The steps were ${answer.outcome}.`);
  return answer.receipt;
}

async function valuesIn(workbook: Workbook, address: string): Promise<readonly (readonly CellValue[])[]> {
  return (await workbook.read(block(address))).values;
}

/** The failure that a promise is rejected with, and insists that it is one in words. */
async function failure(promise: Promise<unknown>): Promise<WorkbookFailure> {
  try {
    await promise;
  } catch (cause) {
    if (cause instanceof WorkbookFailure && cause.message.endsWith(".")) return cause;
    throw cause;
  }
  throw new Error("Nothing failed.");
}

/** Longer than any host gathers a burst, in milliseconds. */
const longerThanABurst = 400;

/** Insists that a listener is called once for what `happen` does, again for a second burst, and not after its release. */
async function told(
  listen: (listener: () => void) => Promise<Release>,
  happen: () => Promise<void>,
  expect: Expect,
): Promise<void> {
  const pass = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, longerThanABurst));
  let calls = 0;
  const release = await listen(() => {
    calls += 1;
  });
  await pass();
  calls = 0;
  await happen();
  await pass();
  expect(calls).toEqual(1);
  await happen();
  await pass();
  expect(calls).toEqual(2);
  await happen();
  await release();
  await release();
  await pass();
  expect(calls).toEqual(2);
}
