import { beforeEach, describe, expect, jest, test } from "@jest/globals";
import { insertFormulas } from "../../src/commands";
import { excelWorkbook } from "../../src/workbook";
import { openHost, type Host } from "../host";

type Entries = readonly (readonly (string | number)[])[];

const funds: Entries = [
  ["Fund", "Value", "Target"],
  ["VTI", 600, 0.5],
  ["BND", 400, 0.5],
];

let host: Host;
let opened: number;

beforeEach(() => {
  host = openHost();
  opened = 0;
});

function fill(address: string, entries: Entries): void {
  host.model.type(host.model.block(address), entries);
}

function insert(): Promise<string> {
  return insertFormulas(excelWorkbook(), () => Promise.resolve(void (opened += 1)));
}

/** The formulas on the sheet, by column letter and row as in `0 4` for E1. */
function formulas(): Record<string, string> {
  const cells = [...(host.model.sheets[0]?.cells ?? [])];
  return Object.fromEntries(cells.flatMap(([key, { formula }]) => (formula ? [[key, formula]] : [])));
}

describe("Insert formulas", () => {
  test("writes live formulas beside the list around the selected cell", async () => {
    fill("Sheet1!A1:C3", funds);
    host.user.select("Sheet1!B2");
    expect(await insert()).toBe("inserted");
    expect(formulas()).toEqual({
      "1 4": "=KEEL.DRIFT('Sheet1'!B2:B3,'Sheet1'!C2:C3)".replaceAll(/B2:B3|C2:C3/g, fixed),
      "1 5": "=KEEL.STATUS('Sheet1'!B2:B3,'Sheet1'!C2:C3,$J$3)".replaceAll(/B2:B3|C2:C3/g, fixed),
      "1 6": "=KEEL.REBALANCE('Sheet1'!B2:B3,'Sheet1'!C2:C3,$J$2,$J$3,TODAY())".replaceAll(/B2:B3|C2:C3/g, fixed),
    });
    expect(host.model.value("Sheet1", 2, 9)).toBe("5/25");
    expect(opened).toBe(0);
  });

  test("calls the columns of a table by name", async () => {
    fill("Sheet1!A1:C3", funds);
    host.model.addTable(host.model.block("Sheet1!A1:C3")).name = "Holdings";
    host.user.select("Sheet1!A2");
    expect(await insert()).toBe("inserted");
    expect(formulas()["1 4"]).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[Target])");
  });

  test.each<[string, Entries]>([
    ["nothing is selected that is a list", [["just a note", "", ""]]],
    ["a column is missing", [["Fund", "Value", "Note"], ["VTI", 600, "x"]]], // prettier-ignore
    ["the targets don't add up", [...funds, ["GLD", 10, 0.3]]],
    ["a row may be a total", [...funds, ["Total", 1000, ""]]],
    ["a total row has its targets too", [...funds, ["Total", 1000, 1]]],
    ["nothing says which column is which", [["VTI", 600, 0.5], ["BND", 400, 0.5]]], // prettier-ignore
    ["the headings are the owner's own words", [["Was", "Wieviel", "Wohin"], ["VTI", 600, 0.5], ["BND", 400, 0.5]]], // prettier-ignore
    ["a value is a text", [...funds, ["GLD", "n/a", 0]]],
  ])("opens the pane and writes nothing where %s", async (_, entries) => {
    fill(`Sheet1!A1:C${entries.length}`, entries);
    host.user.select("Sheet1!A1");
    expect(await insert()).toBe("pane opened");
    expect(opened).toBe(1);
    expect(formulas()).toEqual({});
  });

  test("opens the pane and writes nothing where the place is filled", async () => {
    fill("Sheet1!A1:C3", funds);
    fill("Sheet1!E2", [["mine"]]);
    host.user.select("Sheet1!A1");
    expect(await insert()).toBe("pane opened");
    expect(formulas()).toEqual({});
    expect(host.model.value("Sheet1", 1, 4)).toBe("mine");
  });
});

describe("the ribbon's action", () => {
  /** Loads the commands' script as the add-in's page does, and gives back the action that it associates. */
  async function action(showAsTaskpane: () => Promise<void>): Promise<() => Promise<number>> {
    const actions = new Map<string, (event: { completed: () => void }) => void>();
    Object.assign(Office, {
      onReady: (ready: () => void) => {
        ready();
        return Promise.resolve();
      },
      actions: {
        associate: (id: string, carryOut: (event: { completed: () => void }) => void) => actions.set(id, carryOut),
      },
      addin: { showAsTaskpane },
    });
    // The page carries the namespace of its build's functions.
    Object.assign(globalThis, { document: { documentElement: { dataset: { namespace: "KEEL" } } } });
    await jest.isolateModulesAsync(async () => {
      await import("../../src/commands/main");
    });
    return async () => {
      let completed = 0;
      await new Promise<void>((resolve) => {
        actions.get("insertFormulas")?.({
          completed: () => {
            completed += 1;
            resolve();
          },
        });
      });
      return completed;
    };
  }

  test("ends when it has inserted formulas", async () => {
    fill("Sheet1!A1:C3", funds);
    const insertFormulasAction = await action(() => Promise.reject(new Error("not asked for")));
    expect(await insertFormulasAction()).toBe(1);
    expect(Object.keys(formulas())).toHaveLength(3);
  });

  test("opens the pane and ends when Excel fails", async () => {
    fill("Sheet1!A1:C3", funds);
    host.model.sheet("Sheet1").protected = true;
    const insertFormulasAction = await action(() => Promise.resolve(void (opened += 1)));
    expect(await insertFormulasAction()).toBe(1);
    expect(opened).toBe(1);
  });
});

function fixed(address: string): string {
  return address.replaceAll(/([A-Z])(\d)/g, "$$$1$$$2");
}
