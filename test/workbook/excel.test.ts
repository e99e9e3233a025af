import { describe, expect, test } from "@jest/globals";
import { blockAt, type Block, type Step } from "../../src/sheets";
import { excelWorkbook, WorkbookFailure, type Workbook } from "../../src/workbook";
import { openHost, type Host } from "../host";

// What only Excel does: everything that both hosts promise is in test/contract. Not observed in a running Excel.

function open(options?: { readonly excelApi: number }): { host: Host; workbook: Workbook } {
  const host = openHost(options);
  return { host, workbook: excelWorkbook() };
}

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

function apply(workbook: Workbook, steps: readonly Step[], replace = false): Promise<unknown> {
  return workbook.apply({ title: "Try Excel", steps }, { replace });
}

function write(address: string, ...values: (string | number)[][]): Step {
  return { do: "write values", block: block(address), values };
}

const failed = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );

const fundsAtB2 = write("Sheet1!B2:C4", ["Fund", "Value"], ["VTI", 600], ["BND", 400]);
const table: Step = { do: "add table", name: "Funds", block: block("Sheet1!B2:C4") };

/** The parts of a sheet that undo has to give back. */
function stateOf({ model }: Host): unknown {
  return {
    sheets: model.sheets.map(({ name, cells, formats, looks, widths, flags, results }) => ({
      name,
      cells: [...cells].sort(),
      formats: [...formats].filter(([, format]) => format !== "General").sort(),
      looks: [...looks]
        .map(([key, { bold = false, italic = false, size = 11, color = "#000000", fill }]) => [
          key,
          JSON.stringify({ bold, italic, size, color, fill }),
        ])
        .filter(([, look]) => look !== JSON.stringify({ bold: false, italic: false, size: 11, color: "#000000" }))
        .sort(),
      widths: [...widths].filter(([, width]) => width !== 48),
      flags,
      results: [...results],
    })),
    tables: model.tables,
    names: [...model.names],
  };
}

describe("syncs", () => {
  test.each([
    ["tables", (workbook: Workbook) => workbook.tables(), 2],
    ["selection", (workbook: Workbook) => workbook.selection(), 2],
    ["read", (workbook: Workbook) => workbook.read(block("Sheet1!A1:Z99")), 1],
    ["apply", (workbook: Workbook) => apply(workbook, [write("Sheet1!H1", [1]), write("Sheet1!H2", [2])]), 3],
    ["undo", (workbook: Workbook) => workbook.undo(), 3],
  ])("%s takes as many however much there is", async (_, action, most) => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    const before = host.requests.length;
    await action(workbook);
    // After the batch the library drops its references by itself.
    const syncs = host.requests
      .slice(before)
      .filter(({ Actions }) => !Actions.some(({ Name }) => Name === "_RemoveReference"));
    expect(syncs).toHaveLength(most);
  });

  test("each asks Excel to wait while a cell is being edited", async () => {
    const { host, workbook } = open();
    await workbook.tables();
    expect(host.requests.length).toBeGreaterThan(0);
    // 64 is the library's word for it; see test/host/protocol.test.ts.
    expect(host.requests.every(({ flags }) => (flags & 64) === 64)).toBe(true);
  });
});

describe("texts", () => {
  test("that Excel would read otherwise get an apostrophe, plain words don't", async () => {
    const { host, workbook } = open();
    await apply(workbook, [write("Sheet1!A1:A3", ["Bonds"], ["=1+1"], ["5/25"])]);
    const set = host.requests.flatMap(({ Actions }) => Actions).find(({ Name }) => Name === "Values");
    expect(set?.ArgumentInfo?.Arguments?.[0]).toEqual([["Bonds"], ["'=1+1"], ["'5/25"]]);
  });

  test("in cells with the format @ get none", async () => {
    const { host, workbook } = open();
    await apply(workbook, [
      { do: "format numbers", block: block("Sheet1!A1"), format: "@" },
      write("Sheet1!A1", ["5/25"]),
    ]);
    const set = host.requests.flatMap(({ Actions }) => Actions).find(({ Name }) => Name === "Values");
    expect(set?.ArgumentInfo?.Arguments?.[0]).toEqual([["5/25"]]);
  });
});

describe("a selection", () => {
  test("of whole columns is cut to what is in them", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2]);
    host.user.select("Sheet1!B1:C1048576");
    const { block: selected, around } = await workbook.selection();
    expect(selected.height).toBe(1_048_576);
    expect(around.block).toEqual(block("Sheet1!B2:C4"));
  });

  test("of empty whole columns is their first cell", async () => {
    const { host, workbook } = open();
    host.user.select("Sheet1!B1:C1048576");
    expect((await workbook.selection()).around.values).toEqual([[""]]);
  });

  test("in a table with a total row leaves the total row out", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    Object.assign(host.model.tables[0] ?? {}, { block: block("Sheet1!B2:C5"), showTotals: true });
    host.model.type(block("Sheet1!B5:C5"), [["Total", 1000]]);
    host.user.select("Sheet1!B3");
    expect((await workbook.selection()).table?.block).toEqual(block("Sheet1!B2:C4"));
    expect((await workbook.tables())[0]?.values).toHaveLength(3);
  });

  test("finds no table whose header row is hidden", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    Object.assign(host.model.tables[0] ?? {}, { showHeaders: false });
    host.user.select("Sheet1!B3");
    expect((await workbook.selection()).table).toBeUndefined();
    expect(await workbook.tables()).toEqual([]);
  });
});

test("a formula's spilled result is read as values without formulas", async () => {
  const { host, workbook } = open();
  await apply(workbook, [{ do: "write formula", block: block("Sheet1!D1:D2"), formula: "=KEEL.DRIFT(A1:A2,B1:B2)" }]);
  host.calculate("Sheet1!D1", [[0.1], [-0.1]]);
  const { values, formulas } = await workbook.read(block("Sheet1!D1:D2"));
  expect(values).toEqual([[0.1], [-0.1]]);
  expect(formulas).toEqual([["=KEEL.DRIFT(A1:A2,B1:B2)"], [""]]);
});

describe("steps", () => {
  test("set widths in points: 8.43 characters are Excel's standard 48", async () => {
    const { host, workbook } = open();
    await apply(workbook, [
      { do: "set width", block: block("Sheet1!B1"), characters: 8.43 },
      { do: "set width", block: block("Sheet1!C1"), characters: 20 },
    ]);
    expect([...(host.model.sheets[0]?.widths ?? [])]).toEqual([
      [1, 48],
      [2, 108.75],
    ]);
  });

  test("flag with a formula, and the same flag again takes the place of the first", async () => {
    const { host, workbook } = open();
    const flag: Step = { do: "flag", block: block("Sheet1!D2:D4"), formula: '=$D2="Over"', look: "act" };
    await apply(workbook, [flag]);
    await apply(workbook, [flag], true);
    expect(host.model.sheets[0]?.flags.map(({ formula, block: where }) => [formula, where])).toEqual([
      ['=$D2="Over"', block("Sheet1!D2:D4")],
    ]);
  });

  test("use a table that is there already under the same name and in the same place", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    await apply(workbook, [fundsAtB2, table], true);
    expect(host.model.tables.map(({ name }) => name)).toEqual(["Funds"]);
  });

  test("don't take a name away from other cells unless told to", async () => {
    const { host, workbook } = open();
    host.model.names.set("Portfolio", "=Sheet1!$Z$1");
    const name: Step = { do: "name block", name: "Portfolio", block: block("Sheet1!A1:B2") };
    expect(await failed(apply(workbook, [name]))).toMatchObject({ reason: "refused" });
    await apply(workbook, [name], true);
    expect(host.model.names.get("Portfolio")).toBe("='Sheet1'!$A$1:$B$2");
    expect(await workbook.undo()).toBe(true);
    expect(host.model.names.get("Portfolio")).toBe("=Sheet1!$Z$1");
  });
});

describe.each([20, 11])("undo in ExcelApi 1.%i", (excelApi) => {
  const everything: readonly Step[] = [
    { do: "add sheet", name: "Plan" },
    write("Plan!A1:B2", ["Class", "Weight"], ["Stocks", 1]),
    { do: "add table", name: "Targets", block: block("Plan!A1:B2") },
    { do: "format numbers", block: block("Sheet1!A1:B3"), format: "@" },
    write("Sheet1!A1:B3", ["a", "b"], ["c", "d"], ["e", "f"]),
    { do: "style", block: block("Sheet1!A1:B3"), style: "input" },
    { do: "style", block: block("Sheet1!A1"), style: "title" },
    { do: "style", block: block("Sheet1!A3"), style: "note" },
    { do: "set width", block: block("Sheet1!A1:B1"), characters: 30 },
    { do: "flag", block: block("Sheet1!A1:B3"), formula: '=A1="a"', look: "fine" },
    { do: "name block", name: "Mine", block: block("Sheet1!A1:B3") },
    { do: "write formula", block: block("Sheet1!D1:D3"), formula: "=KEEL.WEIGHTS(B1:B3)" },
  ];

  /** A sheet with something of each kind, in the cells that `everything` writes over. */
  function furnish({ model }: Host): void {
    model.type(block("Sheet1!A1:B3"), [
      ["'0123", 0.5],
      ["=B1*2", true],
      ["", "'#N/A"],
    ]);
    const [sheet] = model.sheets;
    sheet?.formats.set("0 1", "0.0%");
    sheet?.formats.set("1 0", "@");
    sheet?.looks.set("0 1", { bold: true, fill: "#FFFF00" });
    sheet?.widths.set(1, 75);
  }

  test("gives back formulas, texts, formats, looks, widths, names, flags, tables and sheets", async () => {
    const { host, workbook } = open({ excelApi });
    furnish(host);
    const before = stateOf(host);
    await apply(workbook, everything, true);
    expect(stateOf(host)).not.toEqual(before);
    expect(await workbook.undo()).toBe(true);
    expect(stateOf(host)).toEqual(before);
  });

  test("follows a batch that Excel broke off, of itself", async () => {
    const { host, workbook } = open({ excelApi });
    furnish(host);
    const before = stateOf(host);
    const impossible: Step = { do: "add table", name: "not a name", block: block("Sheet1!H1:I2") };
    expect(await failed(apply(workbook, [...everything, impossible], true))).toMatchObject({ reason: "refused" });
    expect(stateOf(host)).toEqual(before);
    expect(await workbook.undo()).toBe(false);
  });

  test("is not given where the user has gone on with a sheet that was added", async () => {
    const { host, workbook } = open({ excelApi });
    await apply(workbook, everything);
    host.user.type("Plan!F7", [["my note"]]);
    expect(await workbook.undo()).toBe(false);
    expect(host.model.value("Plan", 6, 5)).toBe("my note");
  });

  test("is not given where a table that was added has grown or gone", async () => {
    const { host, workbook } = open({ excelApi });
    await apply(workbook, [fundsAtB2, table]);
    Object.assign(host.model.tables[0] ?? {}, { block: block("Sheet1!B2:C5") });
    expect(await workbook.undo()).toBe(false);
  });

  test("is given when only results have arrived since", async () => {
    const { host, workbook } = open({ excelApi });
    const before = stateOf(host);
    await apply(workbook, [{ do: "write formula", block: block("Sheet1!D1:D3"), formula: "=KEEL.WEIGHTS(B1:B3)" }]);
    host.calculate("Sheet1!D1", [[0.5], [0.25], [0.25]]);
    expect(await workbook.undo()).toBe(true);
    expect(stateOf(host)).toEqual(before);
  });
});

describe("undo where Excel tells of spills", () => {
  const formula = (text: string): Step => ({ do: "write formula", block: block("Sheet1!D1:D3"), formula: text });

  test("gives a formula back that had spilled, without turning its result into values", async () => {
    const { host, workbook } = open();
    await apply(workbook, [formula("=KEEL.WEIGHTS(B1:B3)")]);
    host.calculate("Sheet1!D1", [[0.5], [0.25], [0.25]]);
    await apply(workbook, [formula("=KEEL.DRIFT(B1:B3,C1:C3)")], true);
    host.calculate("Sheet1!D1", [[0], [0], [0]]);
    expect(await workbook.undo()).toBe(true);
    expect(host.model.held("Sheet1", 0, 3).formula).toBe("=KEEL.WEIGHTS(B1:B3)");
    host.calculate("Sheet1!D1", [[0.5], [0.25], [0.25]]);
    expect((await workbook.read(block("Sheet1!D1:D3"))).values).toEqual([[0.5], [0.25], [0.25]]);
  });

  test("is not given where the user has typed in the way of a result", async () => {
    const { host, workbook } = open();
    await apply(workbook, [formula("=KEEL.WEIGHTS(B1:B3)")]);
    host.calculate("Sheet1!D1", [[0.5], [0.25], [0.25]]);
    host.user.type("Sheet1!D2", [["mine"]]);
    expect((await workbook.read(block("Sheet1!D1"))).values).toEqual([["#SPILL!"]]);
    expect(await workbook.undo()).toBe(false);
  });
});

describe("events", () => {
  test("are no longer asked for after the release", async () => {
    const { host, workbook } = open();
    const changes = await workbook.onChange(() => undefined);
    const selections = await workbook.onSelectionChange(() => undefined);
    expect([...host.listening].sort()).toEqual(["Activated", "Calculated", "DataChanged", "SelectionChanged"]);
    await changes();
    await selections();
    expect([...host.listening]).toEqual([]);
  });

  test("tell of a calculation and of another sheet being shown", async () => {
    const { host, workbook } = open();
    host.model.addSheet("Other");
    host.model.type(block("Sheet1!A1"), [["=NOW()"]]);
    const heard: string[] = [];
    const releases = [
      await workbook.onChange(() => heard.push("change")),
      await workbook.onSelectionChange(() => heard.push("selection")),
    ];
    host.calculate("Sheet1!A1", [[46_000]]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    host.user.select("Other!A1");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toEqual(["change", "selection"]);
    await Promise.all(releases.map((release) => release()));
  });
});

describe("failures", () => {
  test("name the sheet's protection", async () => {
    const { host, workbook } = open();
    host.model.sheet("Sheet1").protected = true;
    const failure = await failed(apply(workbook, [write("Sheet1!A1", [1])]));
    expect(failure).toBeInstanceOf(WorkbookFailure);
    expect(failure).toMatchObject({ reason: "protected" });
    expect(String(failure)).toContain("Sheet1");
  });

  test.each([
    ["InvalidOperationInCellEditMode", "busy"],
    ["InvalidSelection", "refused"],
    ["SomethingNew", "refused"],
  ])("of Excel's code %s are %s", async (code, reason) => {
    const { host, workbook } = open();
    host.model.failNext = code;
    expect(await failed(apply(workbook, [write("Sheet1!A1", [1])]))).toMatchObject({ reason, cause: { code } });
    expect((await workbook.read(block("Sheet1!A1"))).values).toEqual([[""]]);
  });

  test("the host's undo is named only where Excel merges undo steps", () => {
    expect(open({ excelApi: 20 }).workbook.host).toEqual({ name: "Excel", undo: "host" });
    expect(open({ excelApi: 19 }).workbook.host).toEqual({ name: "Excel", undo: "keel" });
  });
});
