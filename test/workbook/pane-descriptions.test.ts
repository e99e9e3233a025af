import { beforeEach, expect, test } from "@jest/globals";
import {
  blockAt,
  defaultChoices,
  logRebalance,
  logTable,
  planFormulas,
  repair,
  sample,
  sampleSource,
  starterChoices,
  type Block,
  type Description,
  type Step,
} from "../../src/sheets";
import { isHousehold, isValued, listIn } from "../../src/lists/list";
import { propose } from "../../src/lists/proposed";
import { householdWriting } from "../../src/taskpane/screens/set-up/household-writing";
import { writingFor, type Wish } from "../../src/taskpane/screens/set-up/writing";
import { excelWorkbook, type Workbook } from "../../src/workbook";
import { kept, undoLatest } from "../contract/latest";
import { openHost, type Host } from "../host";
import { stateOf } from "./state";

// What the pane's screens write, over the genuine client library: each is done, and taken back to the very workbook that
// was there. Not observed in a running Excel.

let host: Host;
let workbook: Workbook;

beforeEach(() => {
  host = openHost();
  workbook = excelWorkbook();
});

const block = (address: string): Block => blockAt(address) as Block;

/** Carries a description out, sees it done, and takes it back; then carries it out again and leaves it. */
async function thereAndBack(description: Description, done: () => void, replace = false): Promise<void> {
  const before = stateOf(host);
  expect(kept(workbook, await workbook.apply(description, { replace })).outcome).toBe("applied");
  done();
  expect(await undoLatest(workbook)).toBe(true);
  expect(stateOf(host)).toEqual(before);
  expect((await workbook.apply(description, { replace })).outcome).toBe("applied");
  done();
}

const wish: Wish = {
  sheet: "Keel plan",
  settings: starterChoices("KEEL").settings,
  cash: 1200,
  namespace: "KEEL",
  host: "Excel",
  taken: [],
};

/** What the wizard writes over the list around a cell. */
async function wizard(cell: string, percents: readonly number[], tableName?: string): Promise<Description> {
  host.user.select(cell);
  const { table, around } = await workbook.selection();
  const list = listIn(table ?? around);
  const proposal = isValued(list) ? propose(list, percents, tableName) : undefined;
  if (!proposal) throw new Error("The cells are no list of funds.");
  return writingFor(proposal, wish, undefined, []).description;
}

const tables = (): unknown => host.model.tables.map(({ name, block: place }) => [name, place]);
const formulaAt = (address: string): string => {
  const { sheet, row, column } = block(address);
  return host.model.held(sheet, row, column).formula;
};

test("the sample and a plan over it", async () => {
  await thereAndBack(sample, () => expect(tables()).toEqual([["Holdings", sampleSource.list]]));
  const plan = await wizard("'401(k)'!C5", [40, 10, 20, 20, 5, 5]);
  await thereAndBack(plan, () => {
    expect(host.model.sheets.map(({ name }) => name)).toEqual(["Sheet1", "401(k)", "Keel plan"]);
    expect(host.model.tables.map(({ name }) => name)).toEqual(["Holdings", "Policy"]);
  });
});

test("a plan over a bare list, which gets a column of targets and becomes a table", async () => {
  host.user.type("Sheet1!B2:C4", [["Fund", "Value"], ["VTI", 600], ["BND", "=C3/2"]]); // prettier-ignore
  const plan = await wizard("Sheet1!B3", [60, 40], "Holdings");
  await thereAndBack(plan, () => {
    expect(host.model.tables.map(({ name, block: place }) => [name, place])).toEqual([
      ["Holdings", block("Sheet1!B2:D4")],
      ["Policy", expect.anything()],
    ]);
    expect(host.model.value("Sheet1", 2, 3)).toBe(0.6);
    expect(formulaAt("Sheet1!C4")).toBe("=C3/2");
    expect([...host.model.sheet("Keel plan").cells.values()].map(({ formula }) => formula)).toContain(
      "=KEEL.DRIFT(Holdings[Value],Holdings[Target])",
    );
  });
});

test("a plan over a table without targets, which grows by a column", async () => {
  host.user.type("Sheet1!B2:C4", [["Fund", "Value"], ["VTI", 600], ["BND", 300]]); // prettier-ignore
  host.model.addTable(block("Sheet1!B2:C4")).name = "Mine";
  const plan = await wizard("Sheet1!B3", [60, 40]);
  await thereAndBack(plan, () =>
    expect(host.model.tables[0]).toMatchObject({ name: "Mine", block: block("Sheet1!B2:D4") }),
  );
});

test("a household's plan: plain cells become a table, and targets by class stand beside live formulas", async () => {
  host.user.type("Sheet1!A1:D4", [["Account", "Fund", "Class", "Value"], ["401(k)", "VTI", "Stocks", 600], ["IRA", "BND", "Bonds", 300], ["Total", "", "", 900]]); // prettier-ignore
  host.user.select("Sheet1!A2");
  const list = listIn((await workbook.selection()).around);
  if (!isHousehold(list)) throw new Error("The cells are no household.");
  const targets = [["Stocks", 60] as const, ["Bonds", 40] as const];
  const { description } = householdWriting({ ...wish, list, tableName: "Holdings", targets, own: undefined, plan: undefined, tradesSheet: "Keel trades" }); // prettier-ignore
  await thereAndBack(description, () => {
    expect(tables()).toEqual([
      ["Holdings", block("Sheet1!A1:D3")],
      ["Policy", expect.anything()],
      ["Targets", block("'Keel plan'!A10:B12")],
    ]);
    expect(formulaAt("'Keel plan'!D11")).toBe("=KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy)");
    expect(formulaAt("'Keel plan'!A8")).toBe("='Keel trades'!$A$3");
    const trades = ["A5", "L5", "T5", "R6", "S6"].map((cell) => formulaAt(`'Keel trades'!${cell}`));
    const about = "(Holdings[#All],Targets[#All],Policy,TODAY())";
    expect(trades).toEqual([
      ...[`=KEEL.PLAN${about}`, `=KEEL.PLANCHECK${about}`, `=KEEL.PLANTRADES${about}`],
      ...['=Holdings[Account]&""', '=Holdings[Fund]&""'],
    ]);
    expect(host.model.sheet("Keel trades").page).toMatchObject({ orientation: "Landscape", area: "A:J,L:Q", titleRows: { from: 4, to: 4 } }); // prettier-ignore
    expect(host.model.value("Keel plan", 11, 1)).toBe(0.4);
  });
});

test("formulas beside the list, as the ribbon's button inserts them", async () => {
  await workbook.apply(sample);
  await thereAndBack(planFormulas(sampleSource, defaultChoices), () =>
    expect(tables()).toEqual([["Holdings", sampleSource.list]]),
  );
});

test("a rebalance logged twice: a sheet with a table, then a row", async () => {
  const entry = { date: 46_349, reason: "Two funds out of band", driftBefore: 0.071, driftAfter: 0, traded: 24_500 };
  const log = logRebalance(entry, "Rebalance log");
  if (!log) throw new Error("There is no log to write.");
  await thereAndBack(log, () => expect(tables()).toEqual([[logTable, block("'Rebalance log'!A4:F5")]]));
  const [found] = await workbook.tables();
  const next = found && logRebalance({ ...entry, date: 46_400 }, found);
  if (!next) throw new Error("There is no row to write.");
  await thereAndBack(next, () => expect(tables()).toEqual([[logTable, block("'Rebalance log'!A4:F6")]]));
  expect((await workbook.tables())[0]?.values.map(([date]) => date)).toEqual(["Date", 46_349, 46_400]);
});

test("formulas that Excel has lost, entered again where they stood, without their results in their way", async () => {
  await workbook.apply(sample);
  host.user.type("'401(k)'!F4", [["=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[Target])"]]);
  host.calculate("'401(k)'!F4", Array.from({ length: 6 }, () => ["#NAME?"])); // prettier-ignore
  const found = await workbook.keelFormulas();
  expect(found).toHaveLength(1);
  const steps: readonly Step[] = repair(found, "KEEL").steps;
  expect((await workbook.apply({ title: "Repair formulas", steps }, { replace: true })).outcome).toBe("applied");
  expect(formulaAt("'401(k)'!F4")).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[Target])");
  expect(formulaAt("'401(k)'!F5")).toBe("");
  expect(host.model.value("401(k)", 4, 5)).toBe("");
});
