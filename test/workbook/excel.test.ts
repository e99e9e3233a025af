import { describe, expect, test } from "@jest/globals";
import {
  blockAt,
  pointColours,
  seriesColours,
  type Block,
  type CategoryChart,
  type PointsChart,
  type Step,
  type Validation,
} from "../../src/sheets";
import { excelWorkbook, WorkbookFailure, type Applied, type Workbook } from "../../src/workbook";
import { kept, undoLatest } from "../contract/latest";
import { openHost, type Host } from "../host";
import { stateOf } from "./state";

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

async function apply(workbook: Workbook, steps: readonly Step[], replace = false): Promise<Applied> {
  return kept(workbook, await workbook.apply({ title: "Try Excel", steps }, { replace }));
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

function bars(sheet: string): CategoryChart {
  const at = (address: string): Block => ({ ...block(`Sheet1!${address}`), sheet });
  return {
    name: "Mix",
    at: at("K2:P12"),
    title: "Now and target",
    words: "Bars",
    categories: at("B3:B4"),
    series: [
      { name: "Now", values: at("C3:C4") },
      { name: "Target", values: at("D3:D4") },
    ],
    format: "0%",
  };
}

/** How many requests something takes, without those in which the library drops its references by itself. */
async function syncsOf(host: Host, action: () => Promise<unknown>): Promise<number> {
  const before = host.requests.length;
  await action();
  return host.requests.slice(before).filter(({ Actions }) => !Actions.some(({ Name }) => Name === "_RemoveReference"))
    .length;
}

describe("syncs", () => {
  const stepsOfAllKinds: readonly Step[] = [
    write("Sheet1!H1:H2", [1], [2]),
    { do: "style", block: block("Sheet1!H1"), style: "input" },
    { do: "validate", block: block("Sheet1!H1"), allow: { kind: "any" }, prompt: { title: "Cash", text: "Dollars." } },
    { do: "flag", block: block("Sheet1!H1"), formula: "=H1>0", style: "act" },
    { do: "chart", ...bars("Sheet1") },
    { do: "resize table", name: "Funds", block: block("Sheet1!B2:C5") },
    { do: "add table", name: "Other", block: block("Sheet1!H1:H2") },
    { do: "set width", block: block("Sheet1!H1"), characters: 12 },
  ];

  test.each<[string, number, (workbook: Workbook) => Promise<unknown>]>([
    ["tables", 2, (workbook) => workbook.tables()],
    ["selection", 2, (workbook) => workbook.selection()],
    ["read", 1, (workbook) => workbook.read(block("Sheet1!A1:Z99"))],
    ["apply", 2, (workbook) => apply(workbook, stepsOfAllKinds)],
    ["apply with a sheet", 3, (workbook) => apply(workbook, [{ do: "add sheet", name: "Plan" }, ...stepsOfAllKinds])],
    ["apply where cells are filled", 1, (workbook) => apply(workbook, [write("Sheet1!B2", [1])])],
    ["undo", 2, undoLatest],
    ["show", 2, (workbook) => workbook.show(block("Sheet1!B2"))],
    ["formulaFor", 1, (workbook) => workbook.formulaFor(block("Sheet1!B2"))],
    ["keelFormulas", 2, (workbook) => workbook.keelFormulas()],
    ["openCopy", 1, (workbook) => workbook.openCopy({ name: "Copy.xlsx", bytes: new Uint8Array(9) })],
    ["health", 0, (workbook) => workbook.health()],
    ["onChange", 1, (workbook) => workbook.onChange(() => undefined)],
  ])("%s takes %i however much there is", async (_, count, action) => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    expect(await syncsOf(host, () => action(workbook))).toBe(count);
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
    const flag: Step = { do: "flag", block: block("Sheet1!D2:D4"), formula: '=$D2="Over"', style: "act" };
    await apply(workbook, [flag]);
    await apply(workbook, [flag], true);
    const flags = (): unknown => host.model.sheets[0]?.flags.map(({ formula, block: where }) => [formula, where]);
    expect(flags()).toEqual([['=$D2="Over"', block("Sheet1!D2:D4")]]);
    // Taken back, the second leaves a flag as it found one.
    expect(await undoLatest(workbook)).toBe(true);
    expect(flags()).toEqual([['=$D2="Over"', block("Sheet1!D2:D4")]]);
  });

  test("flag two blocks in the place of one flag that covered both, which can be deleted once", async () => {
    const { host, workbook } = open();
    const flag = (place: string): Step => ({ do: "flag", block: block(place), formula: "=$D2>0", style: "act" });
    await apply(workbook, [flag("Sheet1!D2:D5")]);
    await apply(workbook, [flag("Sheet1!D2:D3"), flag("Sheet1!D4:D5")]);
    expect(host.model.sheets[0]?.flags.map(({ block: where }) => where)).toEqual([
      block("Sheet1!D2:D3"),
      block("Sheet1!D4:D5"),
    ]);
  });

  test("use a table that is there already under the same name and in the same place", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    await apply(workbook, [fundsAtB2, table], true);
    expect(host.model.tables.map(({ name }) => name)).toEqual(["Funds"]);
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
    { do: "flag", block: block("Sheet1!A1:B3"), formula: '=A1="a"', style: "fine" },
    { do: "write formula", block: block("Sheet1!D1:D3"), formula: "=KEEL.WEIGHTS(B1:B3)" },
    { do: "style", block: block("Sheet1!A2:B2"), style: "figure heading" },
    {
      do: "validate",
      block: block("Sheet1!A1:B3"),
      allow: { kind: "number", least: 0 },
      prompt: { title: "Value", text: "Dollars." },
    },
    { do: "chart", ...bars("Sheet1") },
    { do: "chart", ...bars("Plan") },
    ...(excelApi < 13
      ? []
      : [
          write("Sheet1!H4:H5", ["e"], ["f"]),
          { do: "resize table", name: "Theirs", block: block("Sheet1!G1:H5") } as const,
        ]),
  ];

  /** A sheet with something of each kind, in the cells that `everything` writes over. */
  function furnish({ model }: Host): void {
    model.type(block("Sheet1!A1:B3"), [
      ["'0123", 0.5],
      ["=B1*2", true],
      ["", "'#N/A"],
    ]);
    const [sheet] = model.sheets;
    model.type(block("Sheet1!G1:H3"), [
      ["Fund", "Value"],
      ["=B1", 1],
      ["y", 2],
    ]);
    Object.assign(model.addTable(block("Sheet1!G1:H3")), { name: "Theirs" });
    sheet?.validations.set("0 0", {
      rule: { list: { inCellDropDown: true, source: "a,b" } },
      prompt: { title: "", message: "", showPrompt: true },
      errorAlert: { title: "No", message: "a or b", style: "Stop", showAlert: true },
      ignoreBlanks: false,
    });
    sheet?.styles.set("1 1", {
      horizontalAlignment: "Center",
      borders: { top: { style: "Double", color: "#FF0000" } },
    });
    sheet?.formats.set("0 1", "0.0%");
    sheet?.formats.set("1 0", "@");
    sheet?.styles.set("0 1", { bold: true, fill: "#FFFF00" });
    sheet?.widths.set(1, 75);
  }

  test("gives back formulas, texts, formats, looks, widths, flags, tables and sheets", async () => {
    const { host, workbook } = open({ excelApi });
    furnish(host);
    const before = stateOf(host);
    await apply(workbook, everything, true);
    expect(stateOf(host)).not.toEqual(before);
    expect(await undoLatest(workbook)).toBe(true);
    expect(stateOf(host)).toEqual(before);
  });

  test("follows a batch that Excel broke off, of itself", async () => {
    const { host, workbook } = open({ excelApi });
    furnish(host);
    const before = stateOf(host);
    const impossible: Step = { do: "add table", name: "not a name", block: block("Sheet1!H1:I2") };
    expect(await failed(apply(workbook, [...everything, impossible], true))).toMatchObject({ reason: "refused" });
    expect(stateOf(host)).toEqual(before);
    expect(await undoLatest(workbook)).toBe(false);
  });

  test("is not given where the user has gone on with a sheet that was added", async () => {
    const { host, workbook } = open({ excelApi });
    furnish(host);
    await apply(workbook, everything, true);
    host.user.type("Plan!F7", [["my note"]]);
    expect(await undoLatest(workbook)).toBe(false);
    expect(host.model.value("Plan", 6, 5)).toBe("my note");
  });

  test("is not given where a table that was added has grown or gone", async () => {
    const { host, workbook } = open({ excelApi });
    await apply(workbook, [fundsAtB2, table]);
    Object.assign(host.model.tables[0] ?? {}, { block: block("Sheet1!B2:C5") });
    expect(await undoLatest(workbook)).toBe(false);
  });

  test("is given when only results have arrived since", async () => {
    const { host, workbook } = open({ excelApi });
    const before = stateOf(host);
    await apply(workbook, [{ do: "write formula", block: block("Sheet1!D1:D3"), formula: "=KEEL.WEIGHTS(B1:B3)" }]);
    host.calculate("Sheet1!D1", [[0.5], [0.25], [0.25]]);
    expect(await undoLatest(workbook)).toBe(true);
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
    expect(await undoLatest(workbook)).toBe(true);
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
    expect(await undoLatest(workbook)).toBe(false);
  });
});

describe("what may be typed into cells", () => {
  const rule = (allow: Validation["allow"], refusal?: string): Step => ({
    do: "validate",
    block: block("Sheet1!C3:C4"),
    allow,
    prompt: { title: "Target", text: "A share of the whole." },
    ...(refusal === undefined ? {} : { refusal }),
  });
  const ruleAt = ({ model }: Host, key: string): unknown => model.sheet("Sheet1").validations.get(key);

  test.each<[string, Validation["allow"], object | undefined, string]>([
    [
      "numbers",
      { kind: "number", least: 0, most: 1 },
      { decimal: { formula1: "=0", formula2: "=1", operator: "Between" } },
      "Stop",
    ],
    [
      "strict lists",
      { kind: "list", words: ["5/25", "5%"], strict: true },
      { list: { inCellDropDown: true, source: "5/25,5%" } },
      "Stop",
    ],
    [
      "lists with a question",
      { kind: "list", words: ["a"], strict: false },
      { list: { inCellDropDown: true, source: "a" } },
      "Warning",
    ],
    ["anything", { kind: "any" }, undefined, "Stop"],
  ])("is told for %s", async (_, allow, expected, style) => {
    const { host, workbook } = open();
    await apply(workbook, [rule(allow, "Type something else.")]);
    for (const key of ["2 2", "3 2"]) {
      expect(ruleAt(host, key)).toMatchObject({
        prompt: { title: "Target", message: "A share of the whole.", showPrompt: true },
        errorAlert: { style, ...(expected ? { message: "Type something else." } : {}) },
        ...(expected ? { rule: expected } : {}),
      });
    }
  });

  test("replaces different rules in one go, and gives each back", async () => {
    const { host, workbook } = open();
    await apply(workbook, [{ ...rule({ kind: "number", least: 5 }), block: block("Sheet1!C3") } as Step]);
    await apply(workbook, [{ ...rule({ kind: "any" }), block: block("Sheet1!C4") } as Step]);
    const before = stateOf(host);
    await apply(workbook, [rule({ kind: "list", words: ["a", "b"], strict: true })]);
    expect(stateOf(host)).not.toEqual(before);
    expect(await undoLatest(workbook)).toBe(true);
    expect(stateOf(host)).toEqual(before);
  });

  test.each<[string, Step]>([
    ["a list is too long", rule({ kind: "list", words: ["x".repeat(256)], strict: true })],
    ["a word has a comma", rule({ kind: "list", words: ["5, or 25"], strict: true })],
    ["a refusal is too long", rule({ kind: "any" }, "x".repeat(226))],
  ])("is refused before anything is written where %s", async (_, step) => {
    const { host, workbook } = open();
    expect(await failed(apply(workbook, [write("Sheet1!A1", [1]), step]))).toMatchObject({ reason: "refused" });
    expect(host.requests).toEqual([]);
  });
});

describe("a chart", () => {
  test("has its series set one by one, the first category on top, and Keel's colours", async () => {
    const { host, workbook } = open();
    await apply(workbook, [{ do: "chart", ...bars("Sheet1") }]);
    const [chart, ...others] = host.model.sheet("Sheet1").charts;
    expect(others).toEqual([]);
    expect(chart).toMatchObject({
      name: "Mix",
      type: "BarClustered",
      title: "Now and target",
      at: block("Sheet1!K2:P12"),
      categoryAxis: { ReversePlotOrder: true, Position: "Maximum" },
      valueAxis: { NumberFormat: "0%" },
      legend: { Position: "Bottom" },
    });
    expect(chart?.series).toEqual(
      bars("Sheet1").series.map(({ name, values }, index) => ({
        name,
        values,
        categories: block("Sheet1!B3:B4"),
        looks: { Fill: seriesColours[index], GapWidth: 60 },
      })),
    );
  });

  test("of lines has an axis on which twice as much is always as far above", async () => {
    const { host, workbook } = open();
    await apply(workbook, [{ do: "chart", ...bars("Sheet1"), kind: "growth" }]);
    const [chart] = host.model.sheet("Sheet1").charts;
    expect(chart).toMatchObject({ type: "Line", categoryAxis: {}, valueAxis: { ScaleType: "Logarithmic" } });
    expect(chart?.series.map(({ looks }) => looks)).toEqual(seriesColours.map((Line) => ({ Line })));
  });

  test("of points has its own figures across for each series, marks of different forms, and lines where they are joined", async () => {
    const { host, workbook } = open();
    const points: PointsChart = {
      ...{ kind: "points", name: "Mixes", at: block("Sheet1!K2:P12"), title: "Risk and return", words: "Points" },
      series: [
        { name: "Yours", x: block("Sheet1!B3:B4"), values: block("Sheet1!C3:C4") },
        { name: "Least", x: block("Sheet1!B5"), values: block("Sheet1!C5") },
        { name: "Line", x: block("Sheet1!E3:E9"), values: block("Sheet1!F3:F9"), joined: true },
      ],
      x: { title: "Risk", format: "0.0%" },
      y: { title: "Return", format: "0%" },
    };
    await apply(workbook, [{ do: "chart", ...points }]);
    const [chart] = host.model.sheet("Sheet1").charts;
    expect(chart).toMatchObject({
      ...{ name: "Mixes", type: "XYScatter", title: "Risk and return", legend: { Position: "Bottom" } },
      categoryAxis: { Title: "Risk", NumberFormat: "0.0%" },
      valueAxis: { Title: "Return", NumberFormat: "0%" },
    });
    expect(chart?.series.map(({ name, categories, values }) => ({ name, x: categories, values }))).toEqual(
      points.series.map(({ name, x, values }) => ({ name, x, values })),
    );
    const [yours, least, line] = pointColours;
    const mark = (colour: string | undefined): object => ({
      ...{ MarkerSize: 8, MarkerBackgroundColor: colour, MarkerForegroundColor: colour },
    });
    expect(chart?.series.map(({ looks }) => looks)).toEqual([
      { MarkerStyle: "Circle", ...mark(yours) },
      { MarkerStyle: "Square", ...mark(least) },
      { ChartType: "XYScatterLinesNoMarkers", Line: line },
    ]);
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.sheet("Sheet1").charts).toEqual([]);
  });

  test("leaves other charts alone", async () => {
    const { host, workbook } = open();
    await apply(workbook, [{ do: "chart", ...bars("Sheet1") }]);
    await apply(workbook, [{ do: "chart", ...bars("Sheet1"), name: "Other" }]);
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.sheet("Sheet1").charts.map(({ name }) => name)).toEqual(["Mix"]);
  });
});

describe("a table", () => {
  test("over the owner's list becomes cells again, with what the owner has typed since", async () => {
    const { host, workbook } = open();
    host.user.type("Sheet1!B2:C4", [["Fund", 2026], ["VTI", "=C4*2"], ["BND", 400]]); // prettier-ignore
    const before = stateOf(host);
    await apply(workbook, [table, { do: "format numbers", block: block("Sheet1!C3:C4"), format: "$#,##0" }]);
    expect(host.model.tables).toHaveLength(1);
    host.user.type("Sheet1!C4", [[450]]);
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.value("Sheet1", 3, 2)).toBe(450);
    host.user.type("Sheet1!C4", [[400]]);
    expect(stateOf(host)).toEqual(before);
  });

  test("whose heading the owner has changed is not taken back", async () => {
    const { host, workbook } = open();
    host.user.type("Sheet1!B2:C4", [["Fund", "Value"], ["VTI", 600], ["BND", 400]]); // prettier-ignore
    await apply(workbook, [table]);
    host.user.type("Sheet1!C2", [["Market value"]]);
    expect(await undoLatest(workbook)).toBe(false);
  });

  test("takes in nothing that is written beside it, at first and again, whatever AutoCorrect does", async () => {
    const { host, workbook } = open();
    const steps = [fundsAtB2, table, write("Sheet1!D3:D4", ["a note"], ["another"]), write("Sheet1!B5", ["below"])];
    await apply(workbook, steps);
    expect(host.model.tables.map((each) => each.block)).toEqual([block("Sheet1!B2:C4")]);
    expect(host.model.value("Sheet1", 1, 3)).toBe("");
    await apply(workbook, steps, true);
    expect(host.model.tables.map((each) => each.block)).toEqual([block("Sheet1!B2:C4")]);
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.tables.map((each) => each.block)).toEqual([block("Sheet1!B2:C4")]);
  });

  test("can't be resized by an old Excel, which says so before it writes", async () => {
    const { host, workbook } = open({ excelApi: 12 });
    await apply(workbook, [fundsAtB2, table]);
    const before = host.requests.length;
    const resize: Step = { do: "resize table", name: "Funds", block: block("Sheet1!B2:D4") };
    const failure = await failed(apply(workbook, [write("Sheet1!D2:D4", ["Target"], [1], [0]), resize]));
    expect(failure).toMatchObject({ reason: "refused" });
    expect(String(failure)).toContain("change the size of a table");
    expect(host.requests.length).toBe(before);
  });

  test("of thousands of cells is added without asking how each looks, which would be too much of an answer", async () => {
    const { host, workbook } = open();
    host.model.type(block("Sheet1!A1:B1"), [["Fund", "Value"]]);
    await apply(workbook, [{ do: "add table", name: "Funds", block: block("Sheet1!A1:B3000") }]);
    const asked = host.requests.flatMap(({ Actions }) => Actions.map(({ Name }) => Name));
    expect(asked).not.toContain("GetCellProperties");
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.tables).toEqual([]);
  });

  test("with a total row is made wider with it, and not higher", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    host.model.type(block("Sheet1!B5:C5"), [["Total", 1000]]);
    Object.assign(host.model.tables[0] ?? {}, { block: block("Sheet1!B2:C5"), showTotals: true });
    const resize = (place: string): Step => ({ do: "resize table", name: "Funds", block: block(place) });
    const targets = write("Sheet1!D2:D4", ["Target"], [0.6], [0.4]);
    await apply(workbook, [targets, resize("Sheet1!B2:D4")]);
    expect(host.model.tables[0]?.block).toEqual(block("Sheet1!B2:D5"));
    expect(await undoLatest(workbook)).toBe(true);
    expect(host.model.tables[0]?.block).toEqual(block("Sheet1!B2:C5"));
    const failure = await failed(apply(workbook, [resize("Sheet1!B2:C7")]));
    expect(String(failure)).toContain("total row");
    expect(host.model.tables[0]?.block).toEqual(block("Sheet1!B2:C5"));
  });

  test("grows by a row below it and shrinks again, whatever AutoCorrect does", async () => {
    const { host, workbook } = open();
    await apply(workbook, [fundsAtB2, table]);
    const before = stateOf(host);
    for (let time = 1; time <= 2; time += 1) {
      await apply(workbook, [
        write("Sheet1!B5", ["GLD"]),
        write("Sheet1!C5", [0]),
        { do: "resize table", name: "Funds", block: block("Sheet1!B2:C5") },
      ]);
      expect(host.model.tables[0]?.block).toEqual(block("Sheet1!B2:C5"));
      expect(await undoLatest(workbook)).toBe(true);
      expect(stateOf(host)).toEqual(before);
    }
  });

  test("that is not there can't be spoken of in a formula", async () => {
    const { workbook } = open();
    const sum: Step = { do: "write formula", block: block("Sheet1!F1"), formula: "=SUM(Funds[Value])" };
    expect(await failed(apply(workbook, [sum]))).toMatchObject({ reason: "refused" });
    await apply(workbook, [fundsAtB2, table, sum]);
  });
});

describe("showing a block", () => {
  test("on a hidden sheet says how to unhide it", async () => {
    const { host, workbook } = open();
    host.model.addSheet("Old").visibility = "VeryHidden";
    const failure = await failed(workbook.show(block("Old!A1")));
    expect(failure).toMatchObject({ reason: "refused" });
    expect(String(failure)).toContain("The sheet Old is hidden.");
  });
});

describe("formulas", () => {
  const drift = "=KEEL.DRIFT(A1:A3,B1:B3)";

  test("that spill are found from the cells that they fill", async () => {
    const { host, workbook } = open();
    host.user.type("Sheet1!D1", [[drift]]);
    host.calculate("Sheet1!D1", [[0.1], [-0.1], [0]]);
    expect(await workbook.formulaFor(block("Sheet1!D3"))).toEqual({
      cell: block("Sheet1!D1"),
      formula: drift,
      shows: 0.1,
    });
    expect((await workbook.formulaFor(block("Sheet1!D1")))?.cell).toEqual(block("Sheet1!D1"));
    expect(await workbook.formulaFor(block("Sheet1!D4"))).toBeUndefined();
  });

  test("are found in their own cells where Excel doesn't tell of spills", async () => {
    const { host, workbook } = open({ excelApi: 11 });
    host.user.type("Sheet1!D1", [[drift]]);
    host.calculate("Sheet1!D1", [[0.1], [-0.1]]);
    expect((await workbook.formulaFor(block("Sheet1!D1")))?.formula).toBe(drift);
    expect(await workbook.formulaFor(block("Sheet1!D2"))).toBeUndefined();
  });

  test("of Keel's are found in whatever spelling, on hidden and protected sheets, each once", async () => {
    const { host, workbook } = open();
    const spelled = [
      "=_xldudf_KEEL_DRIFT(A1:A3,B1:B3)",
      "=[1]!KEEL.VERSION()",
      "=1+keel.drifttotal(A1:A3,B1:B3)",
      drift,
    ];
    host.model.addSheet("Old").visibility = "VeryHidden";
    host.user.type("Old!B2:B5", spelled.map((formula) => [formula])); // prettier-ignore
    host.model.sheet("Old").protected = true;
    host.user.type("Sheet1!C1:C3", [[drift], ["=SUM(A1:A3)"], ["=MYKEEL.DRIFT(A1)"]]);
    host.calculate("Sheet1!C1", [[0.5], [0.5]]);
    const found = await workbook.keelFormulas();
    expect(found.map(({ cell, formula }) => [cell.sheet, cell.row, formula])).toEqual([
      ["Sheet1", 0, drift],
      ...spelled.map((formula, index) => ["Old", index + 1, formula]),
    ]);
  });

  test("are given the version of Keel's functions that is loaded", async () => {
    const { workbook } = open();
    expect(await workbook.health()).toEqual({});
    try {
      Object.assign(globalThis, { keelFunctions: { version: "1.2.3" } });
      expect(await workbook.health()).toEqual({ functions: "1.2.3" });
      Object.assign(globalThis, { keelFunctions: { version: 1 } });
      expect(await workbook.health()).toEqual({});
    } finally {
      Reflect.deleteProperty(globalThis, "keelFunctions");
    }
  });

  test("have last calculated when Excel said so to a listener", async () => {
    const { host, workbook } = open();
    host.user.type("Sheet1!A1", [["=NOW()"]]);
    const release = await workbook.onChange(() => undefined);
    expect((await workbook.health()).lastCalculation).toBeUndefined();
    const before = Date.now();
    host.calculate("Sheet1!A1", [[46_000]]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await workbook.health()).lastCalculation).toBeGreaterThanOrEqual(before);
    await release();
  });
});

describe("a copy", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);

  test("is opened as a new workbook, byte for byte", async () => {
    const { host, workbook } = open();
    expect(await workbook.openCopy({ name: "Adviser copy.xlsx", bytes })).toBe("opened");
    expect(host.model.opened.map((text) => [...Buffer.from(text, "base64")])).toEqual([[...bytes]]);
  });

  test("is refused in words by an Excel that can't open one", async () => {
    const { host, workbook } = open({ excelApi: 7 });
    expect(await failed(workbook.openCopy({ name: "Copy.xlsx", bytes }))).toMatchObject({ reason: "refused" });
    expect(host.requests).toEqual([]);
  });

  test.each([
    ["AccessDenied", "refused"],
    ["HostIsBusy", "busy"],
  ])("that Excel turns down with %s is %s", async (code, reason) => {
    const { host, workbook } = open();
    host.model.failNext = code;
    expect(await failed(workbook.openCopy({ name: "Copy.xlsx", bytes }))).toMatchObject({ reason });
  });
});

describe("undo where parts are gone", () => {
  test("is not given where a sheet that was worked on has been deleted", async () => {
    const { host, workbook } = open();
    host.model.addSheet("Mine");
    await apply(workbook, [
      { do: "flag", block: block("Mine!A1:A2"), formula: "=A1>0", style: "act" },
      { do: "style", block: block("Mine!A1:A2"), style: "input" },
    ]);
    host.model.removeSheet(host.model.sheet("Mine"));
    expect(await undoLatest(workbook)).toBe(false);
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
    expect(open({ excelApi: 20 }).workbook.host).toEqual({ name: "Excel", undo: "host", savesFiles: true });
    expect(open({ excelApi: 19 }).workbook.host).toEqual({ name: "Excel", undo: "keel", savesFiles: true });
  });
});
