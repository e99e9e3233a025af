import { beforeEach, describe, expect, test } from "@jest/globals";
import {
  cellStyles,
  planSheet,
  sample,
  sampleSource,
  starterChoices,
  type CellStyle,
  type Description,
  type Step,
} from "../../src/sheets";
import { excelWorkbook, type Workbook } from "../../src/workbook";
import { kept, undoLatest } from "../contract/latest";
import { openHost, type Host } from "../host";

// What the wizard asks of Excel, as the genuine client library sends it. Not observed in a running Excel.

type Request = Host["requests"][number];

const plan: Description = planSheet(sampleSource, starterChoices("KEEL"));

let host: Host;
let workbook: Workbook;

beforeEach(async () => {
  host = openHost();
  workbook = excelWorkbook();
  await workbook.apply(sample);
});

/** The requests that something takes, without those in which the library drops its references by itself. */
async function requestsOf(action: () => Promise<unknown>): Promise<readonly Request[]> {
  const before = host.requests.length;
  await action();
  return host.requests.slice(before).filter((request) => !namesIn(request).includes("_RemoveReference"));
}

/** The library's flags: 1 for a request that changes something, 64 for one that waits while a cell is being edited. */
const writes = ({ flags }: Request): boolean => (flags & 1) === 1;
const waits = ({ flags }: Request): boolean => (flags & 64) === 64;

/** Names of the methods and properties that a request calls and sets, in order; what only finds and loads is left out. */
function namesIn({ Actions }: Request): readonly string[] {
  return Actions.flatMap(({ ActionType, Name }) =>
    (ActionType === 3 || ActionType === 4) && Name !== "_KeepReference" ? [Name] : [],
  );
}

/** Methods that the library takes for changes, and that only read. */
const reads = new Set(["GetCellProperties"]);

/** Names of the methods by which a request adds objects. */
function addedIn({ ObjectPaths }: Request): readonly string[] {
  const paths = Object.values(ObjectPaths);
  return paths.flatMap(({ Name, ParentObjectPathId }) => {
    const parent = paths.find(({ Id }) => Id === ParentObjectPathId);
    return Name === "Add" && parent ? [parent.Name] : [];
  });
}

/** What of Excel's each part of a style is, in the order in which Keel sets them. */
const lookNames: readonly (readonly [part: keyof CellStyle, name: string])[] = [
  ["bold", "Bold"],
  ["italic", "Italic"],
  ["size", "Size"],
  ["ink", "Color"],
  ["fill", "Color"],
  ["across", "HorizontalAlignment"],
  ["down", "VerticalAlignment"],
  ["wrap", "WrapText"],
];

/** What Excel is asked to do for a step. */
function namesFor(step: Step): readonly string[] {
  switch (step.do) {
    case "add sheet":
      return [];
    case "write values":
      return ["Values"];
    case "write formula":
      return ["Clear", "Formulas"];
    case "add table":
      return ["Name"];
    case "resize table":
      return ["Resize"];
    case "format numbers":
      return ["NumberFormat"];
    case "style":
      return lookNames.flatMap(([part, name]) => (part in cellStyles[step.style] ? [name] : []));
    case "flag":
      return ["Formula", "Color", "Color"];
    case "validate":
      return step.allow.kind === "any" ? ["Clear", "Prompt"] : ["Clear", "Rule", "Prompt", "ErrorAlert"];
    case "chart":
      return [
        "Name",
        "Text",
        ...step.series.flatMap(() => ["Name", "SetValues", "SetXAxisValues", "GapWidth", "SetSolidColor"]),
        ...["ReversePlotOrder", "Position", "NumberFormat", "Position", "SetPosition"],
      ];
    case "set width":
      return ["ColumnWidth"];
    case "set up page":
      return [
        ...["Orientation", "Zoom", "SetPrintMargins", ...(step.columns ? ["SetPrintArea"] : [])],
        ...["SetPrintTitleRows", "CenterFooter", "RightFooter"],
      ];
    case "select":
      return ["Activate", "Select"];
  }
}

const count = (kind: Step["do"]): number => plan.steps.filter((step) => step.do === kind).length;

describe("the wizard's plan", () => {
  test("is written by one request, after one that sees which sheets are there and one that looks at them", async () => {
    const requests = await requestsOf(() => workbook.apply(plan));
    expect(requests.map(writes)).toEqual([false, false, true]);
    expect(requests.every(waits)).toBe(true);
    const [sheets, there, written] = requests;
    expect(sheets && namesIn(sheets)).toEqual([]);
    expect(there && namesIn(there)).toEqual([]);
    expect(written && [...addedIn(written)].sort()).toEqual(
      [
        ...Array.from({ length: count("add sheet") }, () => "Worksheets"),
        ...Array.from({ length: count("add table") }, () => "Tables"),
        ...Array.from({ length: count("flag") }, () => "ConditionalFormats"),
        ...Array.from({ length: count("chart") }, () => "Charts"),
        // The first series comes with the chart.
        ...plan.steps.flatMap((step) => (step.do === "chart" ? step.series.slice(1).map(() => "Series") : [])),
      ].sort(),
    );
  });

  test("asks for each step what the step says, in order, but adds a table after the values beside it", async () => {
    const requests = await requestsOf(() => workbook.apply(plan));
    const written = requests.at(-1);
    const [tables, others] = [
      plan.steps.filter((step) => step.do === "add table"),
      plan.steps.filter((step) => step.do !== "add table"),
    ];
    const firstFormula = others.findIndex((step) => step.do === "write formula");
    const ordered = [...others.slice(0, firstFormula), ...tables, ...others.slice(firstFormula)];
    expect(written && namesIn(written)).toEqual(ordered.flatMap(namesFor));
  });

  test("written again asks first, and then replaces what is there without adding anything twice", async () => {
    await workbook.apply(plan);
    const asked = await requestsOf(() => workbook.apply(plan));
    expect(asked).toHaveLength(2);
    expect(new Set(asked.flatMap(namesIn))).toEqual(reads);
    const requests = await requestsOf(() => workbook.apply(plan, { replace: true }));
    expect(requests).toHaveLength(3);
    expect(new Set(requests.slice(0, 2).flatMap(namesIn))).toEqual(reads);
    expect(host.model.sheets.map(({ name }) => name)).toEqual(["Sheet1", "401(k)", "Keel plan"]);
    expect(host.model.tables.map(({ name }) => name)).toEqual(["Holdings", "Policy"]);
    const sheet = host.model.sheet("Keel plan");
    expect(sheet.charts).toHaveLength(count("chart"));
    expect(sheet.flags).toHaveLength(count("flag"));
  });

  test("is taken back by two requests, with its sheet and all that is on it", async () => {
    kept(workbook, await workbook.apply(plan));
    const requests = await requestsOf(() => undoLatest(workbook));
    expect(requests.map(writes)).toEqual([false, true]);
    expect(requests.flatMap(namesIn)).toEqual(["Delete"]);
    expect(host.model.sheets.map(({ name }) => name)).toEqual(["Sheet1", "401(k)"]);
    expect(host.model.tables.map(({ name }) => name)).toEqual(["Holdings"]);
  });
});
