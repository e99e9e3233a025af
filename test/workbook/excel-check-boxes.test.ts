import { afterEach, describe, expect, test } from "@jest/globals";
import { blockAt, type Block, type Step } from "../../src/sheets";
import { excelWorkbook } from "../../src/workbook";
import { keyOf, openHost, type Host } from "../host";
import { checkBoxesOn, playCheckBoxes } from "../host/check-boxes";
import { stateOf } from "./state";

// Not observed in a running Excel: the library of these tests lacks Range.control, which is played after its documentation.

function block(address: string): Block {
  const found = blockAt(address);
  if (!found) throw new Error(`${address} is not an address.`);
  return found;
}

const ticks: Step = {
  do: "validate",
  block: block("Sheet1!B2:B4"),
  allow: { kind: "tick" },
  prompt: { title: "Done", text: "Tick it." },
  refusal: "Choose Yes.",
};
const boxes = ["1 1", "2 1", "3 1"];

let takeAway: (() => void) | undefined;
afterEach(() => {
  takeAway?.();
  takeAway = undefined;
});

function rulesOf({ model }: Host): unknown {
  return model.sheet("Sheet1").validations.get(keyOf(1, 1))?.rule;
}

async function tick(): Promise<() => Promise<boolean>> {
  const workbook = excelWorkbook();
  const applied = await workbook.apply({ title: "Ticks", steps: [ticks] });
  if (applied.outcome !== "applied") throw new Error("It was not applied.");
  return () => workbook.undo(applied.receipt);
}

describe("cells to tick", () => {
  test("are check boxes in an Excel that has them, keep what they hold, and one undo takes them back", async () => {
    const host = openHost();
    takeAway = playCheckBoxes();
    host.user.type("Sheet1!B3", [[true]]);
    const before = stateOf(host);
    const undo = await tick();
    expect(checkBoxesOn(host.model, "Sheet1")).toEqual(boxes);
    expect(rulesOf(host)).toBeUndefined();
    expect(host.model.sheet("Sheet1").validations.get(keyOf(1, 1))?.prompt.message).toBe("Tick it.");
    expect(host.model.value("Sheet1", 2, 1)).toBe(true);
    expect(await undo()).toBe(true);
    expect(checkBoxesOn(host.model, "Sheet1")).toEqual([]);
    expect(stateOf(host)).toEqual(before);
  });

  test("stay check boxes when they are made anew and that is taken back", async () => {
    const host = openHost();
    takeAway = playCheckBoxes();
    await tick();
    const undo = await tick();
    expect(await undo()).toBe(true);
    expect(checkBoxesOn(host.model, "Sheet1")).toEqual(boxes);
  });

  test.each([
    ["before ExcelApi 1.18", 17, true],
    ["where the library that came with Excel knows no check boxes", 20, false],
  ])("are Yes or blank %s", async (_, excelApi, known) => {
    const host = openHost({ excelApi });
    if (known) takeAway = playCheckBoxes();
    const undo = await tick();
    expect(checkBoxesOn(host.model, "Sheet1")).toEqual([]);
    expect(rulesOf(host)).toEqual({ list: { inCellDropDown: true, source: "Yes" } });
    expect(host.model.sheet("Sheet1").validations.get(keyOf(1, 1))?.errorAlert.style).toBe("Stop");
    expect(await undo()).toBe(true);
    expect(rulesOf(host)).toBeUndefined();
  });
});
