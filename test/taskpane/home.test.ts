import { afterEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { isoDay } from "../../src/ranges";
import { blockAt, localAddress, planPlaces } from "../../src/sheets";
import { dayInWords, daySerial } from "../../src/taskpane/standing/day";
import { WorkbookFailure } from "../../src/workbook/host";
import { button, closePanes, go, openPane, press, read, settled, spoken } from "./drive";
import { drifted, withPlanBeside, withPlanSheet } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

describe("values from before the trades", () => {
  async function logged(workbook: PaperWorkbook): Promise<void> {
    await openPane(workbook);
    await go("Plan");
    await press("Log this rebalance");
    await press("Write it");
    await go("Home");
  }

  it("are said to be that, without a verdict on them, and make way for those after trading, with one undo", async () => {
    const workbook = drifted();
    await logged(workbook);
    const today = dayInWords(daySerial(new Date()));
    expect(read()).toContain(`You logged 4 trades on ${today}, and Holdings still holds the values from before.`);
    expect(read()).toContain("US stocks $33,600.00 → before, after $30,000.00");
    expect(read()).toContain("Your funds before those trades");
    expect(read()).not.toContain("Time to rebalance");
    expect(spoken()).toContain("These values are from before your trades.");

    await press("Put in the values after trading");
    expect(["B2", "B3", "B4", "B5"].map((cell) => workbook.valueAt(`'401(k)'!${cell}`))).toEqual([
      30000, 9000, 15000, 6000,
    ]);
    expect(read()).toContain("You are fine");
    expect(document.activeElement?.textContent).toBe("The values after trading are in.");

    await go("Plan");
    expect(read()).toContain("No trades needed");
    await go("Home");
    await press("Undo");
    expect(workbook.valueAt("'401(k)'!B2")).toBe(33600);
    expect(read()).toContain("These values are from before your trades");
  });

  it("are known after the pane was loaded again, and are forgotten once the owner has typed others", async () => {
    const workbook = drifted();
    await logged(workbook);
    await closePanes();
    await openPane(workbook);
    expect(read()).toContain("These values are from before your trades");
    await settled(() => workbook.type("'401(k)'!B2", [[30010.5], [8990], [15020]]));
    expect(read()).toContain("for one fund Holdings still holds what was there before.");
    await press("Put in the values after trading");
    expect(workbook.valueAt("'401(k)'!B2")).toBe(30010.5);
    expect(workbook.valueAt("'401(k)'!B5")).toBe(6000);
    await settled(() => workbook.type("'401(k)'!B5", [[6001]]));
    expect(read()).toContain("You are fine");
  });

  it("are left alone where a formula works them out", async () => {
    const workbook = drifted();
    workbook.enter("'401(k)'!B4", "=11*1000", 11000);
    await logged(workbook);
    expect(read()).toContain("Formulas work out the values of Bonds, so Keel leaves them alone.");
    await press("Put in the values after trading");
    expect(workbook.formulaAt("'401(k)'!B4")).toBe("=11*1000");
    expect(workbook.valueAt("'401(k)'!B2")).toBe(30000);
    expect(read()).toContain("for one fund Holdings still holds");
  });

  it("take the cash along that the trades have placed", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25", 600);
    await logged(workbook);
    expect(read()).toContain("and sets the cash in J2 on sheet 401(k) to 0.");
    await press("Put in the values after trading");
    expect(workbook.valueAt("'401(k)'!J2")).toBe(0);
    expect(read()).toContain("You are fine");
    await press("Undo");
    expect(workbook.valueAt("'401(k)'!J2")).toBe(600);
  });
});

describe("Home", () => {
  it("says that it is time to rebalance, which funds are out, and where it read that", async () => {
    await openPane(drifted());
    expect(read()).toContain("Time to rebalance");
    expect(read()).toContain("2 of 4 funds are outside the band: US stocks and Bonds.");
    expect(read()).toContain("Read from Holdings on sheet 401(k), 4 funds.");
    expect(read()).toContain("Total drift8.3%");
    expect(read()).toContain("Over +6.0 points");
    expect(read()).toContain("Under −6.7 points");
    expect(spoken()).toMatch(/^Time to rebalance\./);
  });

  it("leads to the trades when there is something to do, and to a plan", async () => {
    await openPane(drifted());
    await press("See the trades");
    expect(read()).toContain("US stocks Sell $3,600.00");
    expect(document.activeElement?.textContent).toBe("4 trades to make");
    await go("Home");
    await press("Set up a plan");
    expect(document.activeElement?.tagName).toBe("H2");
    expect(read()).not.toContain("Am I fine?");
  });

  it("says that all is fine, and leaves out a total row", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!B3", [
      ["Fund", "Value", "Target"],
      ["Stocks", 5900, 60],
      ["Bonds", 4100, 40],
      ["Total", 10000, 100],
    ]);
    workbook.select("Plan!C4");
    await openPane(workbook);
    expect(read()).toContain("You are fine");
    expect(read()).toContain("Nothing to trade.");
    expect(read()).toContain("Read from B3:D6 on sheet Plan, 2 funds.");
    expect(read()).toContain("Row 6 is the total of the rows above and is left out.");
  });

  it("stops at a total that is not the sum of the rows above", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fund", "Value", "Target"],
      ["Stocks", 5900, 60],
      ["Bonds", 4100, 40],
      ["Total", 9000, 100],
    ]);
    workbook.select("Plan!A1");
    await openPane(workbook);
    expect(read()).toContain("B4 on sheet Plan");
    expect(read()).toContain("it is not the sum of the rows above");
  });

  it("follows the cells as they change, without moving the focus", async () => {
    const workbook = drifted();
    await openPane(workbook);
    button("Set up a plan").focus();
    await settled(() => workbook.type("'401(k)'!B2", [[30000], [9000], [15000], [6000]]));
    expect(read()).toContain("You are fine");
    expect(spoken()).toContain("You are fine");
    expect(document.activeElement).toBe(button("Set up a plan"));
  });

  it("stays with the list while the selection is on cells that are none, and goes to another list", async () => {
    const workbook = drifted();
    workbook.type("Other!A1", [
      ["Fund", "Value", "Target"],
      ["World", 100, 1],
    ]);
    await openPane(workbook);
    await settled(() => workbook.select("'401(k)'!M40"));
    expect(read()).toContain("Read from Holdings");
    await settled(() => workbook.select("Other!B2"));
    expect(read()).toContain("Read from A1:C2 on sheet Other, 1 fund.");
    await settled(() => workbook.select("Other!M40"));
    expect(read()).toContain("Read from A1:C2 on sheet Other");
  });

  it("tells what the list under the selection lacks instead of a verdict on another, leads back to that, and leaves Keel's results alone", async () => {
    const workbook = drifted();
    workbook.type("Other!A1", [
      ["Fund", "Value"],
      ["World", 100],
      ["Cash", 50],
    ]);
    const corner = { sheet: "Other", row: 0, column: 6, height: 1, width: 1 };
    const formula = "=KEEL.EXCHANGES(A2:A3,B2:B3,B2:B3)";
    await workbook.apply({ title: "Exchanges", steps: [{ do: "write formula", block: corner, formula }] });
    workbook.type("Other!H1", [["To", "Amount"]]);
    workbook.type("Other!G2", [["World", "Cash", 50]]);
    await openPane(workbook);
    await settled(() => workbook.select("Other!I2"));
    expect(read()).not.toContain("looks like a list");
    await settled(() => workbook.select("Other!B2"));
    expect(read()).toContain("A1:B3 on sheet Other looks like a list. It has no column of targets.");
    expect(read()).not.toContain("Read from Holdings");
    expect(read()).not.toContain("Time to rebalance");
    await press("Back to Holdings");
    expect(read()).toContain("Read from Holdings");
    await settled(() => workbook.select("Other!B2"));
    await press("Choose the columns");
    expect(read()).toContain("Found A1:B3 on sheet Other, 2 funds.");
  });

  it("says that a rule without a band has none, and what cash the trades are about", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25", -500);
    await openPane(workbook);
    expect(read()).toContain("Cash to take out in J2 on sheet 401(k): $500.00.");
    await settled(() => workbook.type("'401(k)'!J3", [["annual"]]));
    expect(read()).toContain(
      "4 of 4 funds are off target, and your rule has no band: US stocks, Foreign stocks, Bonds and 1 more.",
    );
  });

  it("judges all funds together by a rule that limits their total drift", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "drift 3%");
    await openPane(workbook);
    expect(read()).toContain("Time to rebalance");
    expect(read()).toContain("Total drift is 8.3%, above the 3% at which your rule acts.");
    expect(read()).toContain("Your rule looks at all of them together.");
    expect(read()).not.toMatch(/In band|Over|Under|no band/);
    await press("See the trades");
    expect(read()).toContain("Total drift is 8.3%, above the 3% at which your rule acts.");
    expect(read()).toContain("Above its target, 50%. Goes back to its target, 50%.");
    await go("Home");
    await settled(() => workbook.type("'401(k)'!J3", [["drift 9%"]]));
    expect(read()).toContain("You are fine");
    expect(read()).toContain("Total drift is 8.3%, within the 9% that your rule allows. Nothing to trade.");
  });

  it("judges by the predicted tracking error where a table of past returns is there, and asks for it where none is", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "tracking error 1%");
    await openPane(workbook);
    expect(read()).toContain("Put them in a table called Returns");
    workbook.type("Past!A1", [
      ["US stocks", "Foreign stocks", "Bonds", "Stable value"],
      [0.2, 0.1, 0.01, 0.02],
      [-0.1, -0.2, 0.03, 0.02],
      [0.15, 0.1, 0.02, 0.02],
    ]);
    workbook.table("Returns", "Past!A1:D4");
    await settled(() => workbook.select("'401(k)'!B2"));
    // √(d′Σd), d = 0.06, −0.0167, −0.0667, 0.0233 and Σ the sample covariance: 0.00624 a year.
    expect(read()).toMatch(/The predicted tracking error is 0\.\d+% a year, within the 1% that your rule allows\./);
    await settled(() => workbook.type("'401(k)'!J3", [["tracking error 0.1%"]]));
    expect(read()).toContain("above the 0.1% at which your rule acts.");
    expect(read()).toContain("Time to rebalance");
  });

  it("asks whether a fund typed right below the table belongs to it, includes it when told so, and takes that back", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await settled(() => workbook.type("'401(k)'!A6", [["Gold", 5000, ""]]));
    expect(read()).toContain("Row 6 is just below Holdings and looks like a fund.");
    await press("Leave it out");
    expect(read()).toContain("Left out: row 6, just below Holdings.");
    await settled(() => workbook.type("'401(k)'!A7", [["Silver", 500, ""]]));
    expect(read()).toContain("Rows 6 to 7 are just below Holdings");
    await press("Include them");
    expect(read()).toContain("Read from Holdings on sheet 401(k), 6 funds.");
    await press("Undo including rows in Holdings");
    expect(read()).toContain("Rows 6 to 7 are just below Holdings");
  });

  it("doesn't ask about notes, totals or formulas below the table", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A6", [["Total", 60000, 1]]);
    await openPane(workbook);
    expect(read()).not.toContain("just below");
    await settled(() => workbook.type("'401(k)'!A6", [["as of Friday", "", ""]]));
    expect(read()).not.toContain("just below");
  });

  it("goes on over a blank row where funds follow, whichever part is selected", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!B3", [
      ["Fund", "Value", "Target"],
      ["Stocks", 5900, 60],
    ]);
    workbook.type("Plan!B6", [
      ["Bonds", 3100, 30],
      ["Cash", 1000, 10],
      ["Total", 10000, 100],
    ]);
    workbook.type("Plan!B10", [["Paid in each month", 500]]);
    workbook.select("Plan!C4");
    await openPane(workbook);
    expect(read()).toContain("Read from B3:D8 on sheet Plan, 3 funds.");
    await settled(() => workbook.select("Plan!C7"));
    expect(read()).toContain("Read from B3:D8 on sheet Plan, 3 funds.");
    await closePanes();
    workbook.select("Plan!M40");
    await openPane(workbook);
    expect(read()).toContain("Read from B3:D8 on sheet Plan, 3 funds.");
  });

  it("finds a table of the workbook when nothing is selected", async () => {
    const workbook = drifted();
    workbook.select("'401(k)'!Z90");
    await openPane(workbook);
    expect(read()).toContain("Read from Holdings on sheet 401(k)");
  });

  it("names the cell that can't be read by its address on the sheet, and what to do", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!B3", [
      ["Fund", "Value", "Target"],
      ["Stocks", 100, 60],
      ["Bonds", "n/a", 40],
    ]);
    workbook.select("Plan!B3");
    await openPane(workbook);
    expect(read()).toContain("Look at cell C5 on sheet Plan.");
    expect(read()).toContain('The value of Bonds: "n/a" is not a number.');
    await settled(() => workbook.type("Plan!C5", [[70]]));
    expect(read()).toContain("Read from B3:D5");
    expect(read()).not.toContain("Look at cell");
  });

  it("says in plain words what was accepted but is worth knowing", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fund", "Value", "Target"],
      ["One", "$1,003.5", 33.33],
      ["Two", 100, 33.33],
      ["Three", 100, 33.33],
    ]);
    workbook.select("Plan!A1");
    await openPane(workbook);
    expect(read()).toContain("Worth knowing");
    expect(read()).toContain('The value of One: the text "$1,003.5" was read as $1,003.50.');
    expect(read()).toContain("Targets add up to 99.99%");
  });

  it("says so when funds are out of band and the rule leaves nothing to trade", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25");
    await openPane(workbook);
    await settled(() => workbook.type("'401(k)'!J3", [["5/25; no sells"]]));
    expect(read()).toContain("Nothing to trade");
    expect(read()).toContain("US stocks and Bonds. Your rule leaves no trade to make now.");
  });

  it("leaves out the blank cell beside a list that is selected", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!B3", [
      ["Fund", "Value", "Target"],
      ["Stocks", 5900, 60],
      ["Bonds", 4100, 40],
    ]);
    workbook.select("Plan!E6");
    await openPane(workbook);
    expect(read()).toContain("Read from B3:D5 on sheet Plan, 2 funds.");
  });

  it("says what to select when there is nothing", async () => {
    const workbook = new PaperWorkbook();
    workbook.select("Plan!A1");
    await openPane(workbook);
    expect(read()).toContain("Show Keel your funds");
    expect(read()).toContain("a column called Value and one called Target");
  });

  it("says which column is missing, and takes the owner to where it is chosen", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fonds", "Wert", "Wunsch"],
      ["A", 100, 7],
      ["B", 50, 9],
    ]);
    workbook.select("Plan!A1");
    await openPane(workbook);
    expect(read()).toContain("Add your targets");
    await press("Choose the columns");
    expect(read()).toContain("Step 1 of");
  });

  it("says why the workbook could not be read, and tries again", async () => {
    const workbook = drifted();
    await openPane(workbook);
    workbook.failure = new WorkbookFailure("Excel is busy. Press Enter in the cell you are typing in.", "busy");
    await settled(() => workbook.select("'401(k)'!A2"));
    expect(read()).toContain("Excel is busy.");
    workbook.failure = undefined;
    await press("Try again");
    expect(read()).toContain("Time to rebalance");
  });

  it("judges by the rule in the sheet once formulas are there, and names a rule's cell that can't be read", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25");
    await openPane(workbook);
    expect(read()).toContain("Your rule, in J3 on sheet 401(k): Rebalance whenever");
    await settled(() => workbook.type("'401(k)'!J3", [["10pp"]]));
    expect(read()).toContain("You are fine");
    await settled(() => workbook.type("'401(k)'!J3", [["whenever"]]));
    expect(read()).toContain("Look at cell J3 on sheet 401(k).");
    await press("Go to cell");
    expect(workbook.shown).toEqual(blockAt("'401(k)'!J3"));
  });

  it("reads the rule and the cash of a plan on its own sheet, and goes there", async () => {
    const workbook = drifted();
    await withPlanSheet(workbook, [["Band", "5/25"]], 600);
    await openPane(workbook);
    const { policy, cash } = planPlaces("Plan", 4);
    expect(read()).toContain(`Your rule, in ${localAddress(policy)} on sheet Plan: Rebalance whenever`);
    expect(read()).toContain(`Cash to invest in ${localAddress(cash)} on sheet Plan: $600.00.`);
    expect(() => button("Set up a plan")).toThrow();
    await press(`${localAddress(policy)} on sheet Plan`);
    expect(workbook.shown).toEqual(policy);
    expect(read()).toContain("Read from Holdings");
  });

  it("says when the next look is", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, `annual and 20pp; last ${isoDay(daySerial(new Date()))}`);
    await openPane(workbook);
    expect(read()).toMatch(/Next look\w+ \d+, \d{4}/);
  });

  it("says why the trades can't be worked out, in the card", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25", -1e6);
    await openPane(workbook);
    expect(read()).toContain("Time to rebalance");
    expect(() => button("See the trades")).toThrow();
    expect(read()).toContain("Correct it in the sheet");
  });

  it("says that it is reading only once that takes long", async () => {
    const workbook = drifted();
    workbook.selection = () => new Promise(() => undefined);
    await openPane(workbook);
    expect(read()).not.toContain("Reading your workbook");
    await settled(() => undefined);
    await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(read()).toContain("Reading your workbook");
  });

  it("lets go of the workbook when it is taken away", async () => {
    const workbook = drifted();
    await openPane(workbook);
    expect(workbook.listeners).toBeGreaterThan(0);
    await closePanes();
    expect(workbook.listeners).toBe(0);
  });
});
