import { afterEach, describe, expect, it } from "@jest/globals";
import { survey } from "../../src/lists/survey";
import { factsFor, usualWishes } from "../../src/taskpane/screens/share/facts";
import { standingOf } from "../../src/taskpane/standing/list-standing";
import { decisionsOf } from "../../src/lists";
import { blockAt, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook/host";
import { closePanes, go, openPane, press, read, settled } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** A 401(k) with company stock that can't be sold, a fund to leave, and a band of its own for bonds; columns apart. */
function ruled(band: CellValue = "2pp"): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("'401(k)'!A1", [
    ["Fund", "Lock", "Value", "Target", "Band"],
    ["Acme Corp. Stock (restricted)", "hold", 4000, "", ""],
    ["Old fund", "", 1000, 0, ""],
    ["US stocks", "", 3000, 0.6, ""],
    ["Bonds", "", 2000, 0.4, band],
  ]);
  workbook.table("Holdings", "'401(k)'!A1:E5");
  workbook.select("'401(k)'!C3");
  return workbook;
}

const toPreview = async (): Promise<void> => {
  await press("Next: your targets");
  await press("Next: your rule");
  await press("Next: preview");
};

describe("a list with columns Lock and Band", () => {
  it("is judged and traded by them on Home and Plan", async () => {
    await openPane(ruled());
    expect(read()).toContain("Neither bought nor sold, by the list’s column Lock: Acme Corp. Stock (restricted).");
    expect(read()).toContain("Bonds has a band of its own, in place of the rule’s.");
    expect(read()).toContain("band 38% to 42%");
    await go("Plan");
    expect(read()).toContain("3 trades to make");
    expect(read()).toContain("Neither bought nor sold");
    expect(read()).not.toMatch(/Acme Corp. Stock \(restricted\)[+−]/);
    // What may not be bought gets no new money, and the way back by paychecks isn't worked out.
    expect(read()).toContain("without the funds that may not be bought");
    expect(read()).not.toContain("Steer with your paychecks");
  });

  it("says a rule that can't be read by the fund, its column and its cell", async () => {
    await openPane(ruled("a bit"));
    expect(read()).toContain("Look at cell E5 on sheet 401(k).");
    expect(read()).toContain(
      'Band of Bonds: "a bit" is no rule of a row. Type hold, no buy, no sell, a band such as 3%',
    );
  });

  it("is written so into the plan's formulas, which are found again with them", async () => {
    const workbook = ruled();
    await openPane(workbook);
    await go("Set up");
    expect(read()).toContain("Rules of single funds: Lock (column B) and Band (column E).");
    expect(read()).not.toContain("Not needed here");
    await toPreview();
    expect(read()).toContain("Neither bought nor sold, by the list’s column Lock: Acme Corp. Stock (restricted).");
    await press("Insert");
    const rules = "IF({1,0},Holdings[Lock],Holdings[Band])";
    expect(workbook.formulaAt("'Keel plan'!K22")).toBe(
      `=KEEL.REBALANCE(Holdings[Value],Holdings[Target],$C$7,Policy,TODAY(),,,${rules})`,
    );
    expect(workbook.formulaAt("'Keel plan'!J22")).toBe(
      `=KEEL.STATUS(Holdings[Value],Holdings[Target],Policy,${rules})`,
    );
    await go("Home");
    expect(read()).not.toContain("Update the plan");
  });

  it("added after the plan, is said to be unknown to the plan's formulas until it is updated", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("'401(k)'!A1", [
      ["Fund", "Value", "Target"],
      ["US stocks", 7000, 0.6],
      ["Bonds", 3000, 0.4],
    ]);
    workbook.select("'401(k)'!B2");
    await openPane(workbook);
    await go("Set up");
    await toPreview();
    await press("Insert");
    await settled(() => workbook.type("'401(k)'!D1", [["Lock"], ["no sell"], [""]]));
    const block = blockAt("'401(k)'!A1:D3") as Block;
    await workbook.apply({ title: "Grow", steps: [{ do: "resize table", name: "Holdings", block }] });
    await settled(() => workbook.select("'401(k)'!B2"));
    await go("Home");
    expect(read()).toContain("Not sold, by the list’s column Lock: US stocks.");
    expect(read()).toContain("Nothing to trade");
    expect(read()).toContain("Your plan’s formulas were written before the list had these columns");
    await press("Update the plan");
    await toPreview();
    await press("Update the plan");
    await press("Update");
    expect(workbook.formulaAt("'Keel plan'!K22")).toContain("TODAY(),,,Holdings[Lock])");
    await go("Home");
    expect(read()).not.toContain("Update the plan");
  });

  it("is in the adviser copy: bands, trades and what is locked", async () => {
    const { sight } = await survey(ruled(), { chosen: [] });
    if (sight.found !== "list") throw new Error("No list.");
    const standing = standingOf(sight.list, decisionsOf(undefined), 46096);
    if (!standing.ok) throw new Error("No standing.");
    const facts = factsFor(sight.list, standing, usualWishes, 46096);
    expect(facts.holdings.map(({ lowest, highest, trade }) => [lowest, highest, trade])).toEqual([
      [0, 0, 0],
      [0, 0, -1000],
      [0.55, 0.65, 600],
      [0.38, 0.42, 400],
    ]);
    expect(facts.notes[0]).toBe("Neither bought nor sold, by the list’s column Lock: Acme Corp. Stock (restricted).");
    expect(facts.elections).toEqual([
      { fund: "Acme Corp. Stock (restricted)", percent: 0 },
      { fund: "Old fund", percent: 0 },
      { fund: "US stocks", percent: 60 },
      { fund: "Bonds", percent: 40 },
    ]);
  });
});
