import { describe, expect, test } from "@jest/globals";
import { fundName, isReady, listIn, shownAs } from "../../src/lists";
import { operationByName } from "../../src/operations";
import { blockAt, type Block } from "../../src/sheets";
import { excelWorkbook } from "../../src/workbook";
import { openHost, type Host } from "../host";

// Not observed in a running Excel: that `text` of a Stocks cell is what the cell shows, as documented for `Range.text`.

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

const VTI = "Vanguard Total Stock Market ETF (ARCX:VTI)";

function withStocks(): Host {
  const host = openHost();
  host.user.type("Sheet1!A1:D1", [["Fund", "Value", "Target", "Price"]]);
  host.user.type("Sheet1!B2:D3", [
    [600, 0.5, 300],
    [400, 0.5, 72.5],
  ]);
  host.user.type("Sheet1!A3", [["BND"]]);
  host.model.putCard("Sheet1!A2", VTI);
  return host;
}

describe("a list with a Stocks cell", () => {
  test("is read with the fund's name as the cell shows it, wherever it is read", async () => {
    const host = withStocks();
    const workbook = excelWorkbook();
    const card = { type: "Entity", basicValue: "#VALUE!", text: VTI };
    expect((await workbook.read(block("Sheet1!A2:B3"))).values).toEqual([
      [card, 600],
      ["BND", 400],
    ]);
    host.user.select("Sheet1!B2");
    const { around } = await workbook.selection();
    const list = listIn(around);
    expect(isReady(list)).toBe(true);
    expect([fundName(list, 0), fundName(list, 1)]).toEqual([VTI, "BND"]);
    expect(list.cells[1]?.map((cell) => shownAs(cell))).toEqual([VTI, "600", "0.5", "300"]);

    host.model.addTable(block("Sheet1!A1:D3"));
    const [table] = await workbook.tables();
    expect(table?.values[1]?.[0]).toEqual(card);
  });

  test("is the same list when nothing has changed, and another once the card shows something else", async () => {
    const host = withStocks();
    const workbook = excelWorkbook();
    const read = async (): Promise<unknown> => listIn(await workbook.read(block("Sheet1!A1:D3")));
    const first = await read();
    expect(await read()).toBe(first);
    host.model.putCard("Sheet1!A2", "VTI");
    expect(await read()).not.toBe(first);
  });

  test("says to work the amount out from the price where a card stands for an amount", async () => {
    const host = withStocks();
    host.model.putCard("Sheet1!B2", VTI);
    const { values } = await excelWorkbook().read(block("Sheet1!B2:B3"));
    const answer = operationByName("WEIGHTS")?.answer(values);
    expect(answer).toMatchObject({ ok: false, problem: { code: "card for a number", found: VTI } });
  });

  test("leaves errors errors, in the owner's language too, and asks nothing more where there are none", async () => {
    const host = openHost();
    host.user.type("Sheet1!A1:A2", [["#VALUE!"], ["#WERT!"]]);
    expect((await excelWorkbook().read(block("Sheet1!A1:A2"))).values).toEqual([["#VALUE!"], ["#WERT!"]]);
    const before = host.requests.length;
    await excelWorkbook().read(block("Sheet1!A3:A4"));
    const asked = JSON.stringify(host.requests.slice(before));
    expect(asked).not.toContain('"text"');
  });
});

test("a formula is told in the owner's language as well, where that is another one", async () => {
  const host = openHost();
  const workbook = excelWorkbook();
  host.user.type("Sheet1!A1", [["=SUM(KEEL.WEIGHTS(B1:B2),1)"]]);
  expect(await workbook.formulaFor(block("Sheet1!A1"))).not.toHaveProperty("local");
  host.model.localized = (formula) => formula.replace("SUM(", "SUMME(").replaceAll(",", ";");
  expect(await workbook.formulaFor(block("Sheet1!A1"))).toMatchObject({
    formula: "=SUM(KEEL.WEIGHTS(B1:B2),1)",
    local: "=SUMME(KEEL.WEIGHTS(B1:B2);1)",
  });
});

describe("a card is not written over", () => {
  const overwrite = (place: string) =>
    ({
      title: "Write",
      steps: [{ do: "write values", block: block(place), values: [["new"]] }],
    }) as const;

  test("that nothing could put back: it is refused in words before anything is written", async () => {
    const host = withStocks();
    const workbook = excelWorkbook();
    await expect(workbook.apply(overwrite("Sheet1!A2"), { replace: true })).rejects.toMatchObject({
      reason: "refused",
      message: expect.stringMatching(/^A2 on sheet Sheet1 holds “Vanguard .*”, a card .* Move it or clear the cell/),
    });
    expect((await workbook.read(block("Sheet1!A2"))).values[0]?.[0]).toMatchObject({ text: VTI });
    expect(host.model.value("Sheet1", 1, 0)).toBe("#VALUE!");
  });

  test("unless a formula gives it, and an error is no card: both come back by an undo", async () => {
    const host = withStocks();
    const workbook = excelWorkbook();
    host.user.type("Sheet1!F2", [["=A2"]]);
    host.user.type("Sheet1!G2", [["#VALUE!"]]);
    for (const place of ["Sheet1!F2", "Sheet1!G2"]) {
      const before = await workbook.read(block(place));
      const applied = await workbook.apply(overwrite(place), { replace: true });
      if (applied.outcome !== "applied") throw new Error("It was not applied.");
      expect((await workbook.read(block(place))).values).toEqual([["new"]]);
      expect(await workbook.undo(applied.receipt)).toBe(true);
      expect(await workbook.read(block(place))).toEqual(before);
    }
  });
});

test.each([
  [{ name: "de-DE", decimal: "," }, 20, { argument: ";", decimal: "," }],
  [{ name: "fr-CA", decimal: "," }, 20, { argument: ";", decimal: "," }],
  [{ name: "de-CH", decimal: "." }, 20, { argument: ";", decimal: "." }],
  [{ name: "en-US", decimal: "." }, 20, { argument: ",", decimal: "." }],
  // An older Excel doesn't tell.
  [{ name: "de-DE", decimal: "," }, 10, { argument: ",", decimal: "." }],
] as const)("formulas are typed with the signs of %j in ExcelApi 1.%d", async (culture, excelApi, separators) => {
  const host = openHost({ excelApi });
  host.model.culture = culture;
  expect(await excelWorkbook().separators()).toEqual(separators);
});
