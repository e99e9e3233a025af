import { parseDay } from "../../src/ranges";
import { blockAt, localAddress, planSheet, type Block } from "../../src/sheets";
import { afterEach, describe, expect, it } from "@jest/globals";
import { button, closePanes, field, fill, go, openPane, pick, press, read, settled } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

function funds(
  rows: readonly (readonly [string, number, number])[],
  host: "Excel" | "workbench" = "Excel",
): PaperWorkbook {
  const workbook = new PaperWorkbook(host);
  workbook.type("'401(k)'!A1", [["Fund", "Value", "Target"], ...rows]);
  workbook.table("Holdings", `'401(k)'!A1:C${rows.length + 1}`);
  workbook.select("'401(k)'!B2");
  return workbook;
}

const two = [
  ["Stocks", 7000, 0.6],
  ["Bonds", 3000, 0.4],
] as const;

/** A list of plain cells without targets. */
function bareList(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Money!A1", [
    ["Fund", "Ticker", "Balance"],
    ["Total Stock Market", "VTSAX", 60_000],
    ["Total International", "VTIAX", 10_000],
    ["Total Bond Market", "VBTLX", 30_000],
  ]);
  workbook.select("Money!A2");
  return workbook;
}

async function toRule(): Promise<void> {
  await go("Set up");
  await press("Next: your targets");
  await press("Next: your rule");
}

async function toPreview(): Promise<void> {
  await toRule();
  await press("Next: preview");
}

function ownWords(): HTMLTextAreaElement {
  const area = document.querySelector("textarea");
  if (!area) throw new Error(`no rule to type in: ${read()}`);
  return area;
}

async function writeRule(text: string): Promise<void> {
  const area = ownWords();
  await settled(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

const isReady = (name: string): boolean => button(name).getAttribute("aria-disabled") !== "true";

describe("Set up", () => {
  it("goes from a list with targets to a live plan in five steps, and back", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    expect(read()).toContain("Step 1 of 5");
    expect(read()).toContain("Found Holdings on sheet 401(k), 2 funds.");
    expect((field("Value in dollars") as HTMLSelectElement).selectedOptions[0]?.text).toBe("Value (column B)");
    await press("Next: your targets");
    expect(document.activeElement?.textContent).toBe("Your targets");
    expect(field("Stocks").value).toBe("60");
    expect(read()).toContain("100% of 100%");
    await press("Next: your rule");
    expect(document.activeElement?.textContent).toBe("Your rule");
    await pick("5 points");
    await fill("Cash to invest", "$100");
    expect(read()).toContain("Look once a year and rebalance only if a fund is more than 5 points from its target");
    await press("Next: preview");
    expect(read()).toContain("Stocks Sell $940.00");
    expect(read()).toContain("Bonds Buy $1,040.00");
    expect(read()).toContain("Cost of acting: not known.");
    expect(read()).toContain("70% now, 60% after; target 60%, band 55% to 65%");
    expect(field("Sheet for the plan").value).toBe("Keel plan");
    await press("Insert");
    expect(read()).toContain("Your plan is live");
    expect(read()).toContain("Step 5 of 5");
    expect(workbook.applied).toHaveLength(1);
    expect(workbook.formulaAt("'Keel plan'!G22")).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[Target])");
    expect(workbook.formulaAt("'Keel plan'!K22")).toBe(
      "=KEEL.REBALANCE(Holdings[Value],Holdings[Target],$C$7,Policy,TODAY())",
    );
    expect(workbook.valueAt("'Keel plan'!C7")).toBe(100);
    expect((await workbook.tables()).find(({ name }) => name === "Policy")?.values.slice(1)).toEqual([
      ["Look", "annual"],
      ["Band", "5pp"],
      ["Trigger", "and"],
      ["Destination", "to target"],
      ["Sells", "allowed"],
      ["Minimum trade", ""],
      ["Last look", ""],
    ]);
    // Unchanged targets are not written.
    expect(workbook.valueAt("'401(k)'!C2")).toBe(0.6);
    await press("Go to sheet Keel plan");
    expect(workbook.shown?.sheet).toBe("Keel plan");
    await press("Undo");
    expect(read()).toContain("Your workbook is as it was before.");
    expect(workbook.formulaAt("'Keel plan'!G22")).toBe("");
    await press("Back to the preview");
    expect(read()).toContain("Bonds Buy $1,040.00");
  });

  it("takes nothing back while something that was written later stands, and says so", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Insert");
    await go("Plan");
    await press("Log this rebalance");
    await press("Write it");
    await go("Set up");
    await press("Undo");
    expect(read()).toContain("Keel can’t take this back now: the workbook was changed after it.");
    expect(workbook.formulaAt("'Keel plan'!G22")).not.toBe("");
    expect(workbook.valueAt("'Rebalance log'!A5")).not.toBe("");
    // The log’s own Undo is still where it was written.
    await go("Plan");
    expect(read()).toContain("Logged in row 5 of sheet Rebalance log.");
    await press("Undo");
    expect(workbook.valueAt("'Rebalance log'!A5")).toBe("");
    expect(read()).not.toContain("Logged in row 5");
    await go("Set up");
    await press("Undo");
    expect(read()).toContain("Your workbook is as it was before.");
    expect(workbook.formulaAt("'Keel plan'!G22")).toBe("");
  }, 20_000);

  it("makes a table of a bare list and adds the targets of a mix to it", async () => {
    const workbook = bareList();
    await openPane(workbook);
    await go("Set up");
    expect(field("Target in percent").value).toBe("");
    expect((field("Make it a table called Holdings") as HTMLInputElement).checked).toBe(true);
    await press("Next: your targets");
    expect(isReady("Next: your rule")).toBe(false);
    expect(read()).toContain("0% of 100% — 100% still to go");
    await pick("Three-fund mix");
    expect(field("Target of Total Stock Market").value).toBe("64");
    expect(field("Target of Total International").value).toBe("16");
    expect(field("Target of Total Bond Market").value).toBe("20");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("D1:D4 on sheet Money: a new column with your targets");
    expect(read()).toContain("A1:D4 on sheet Money: becomes table Holdings");
    await press("Insert");
    expect(workbook.valueAt("Money!D1")).toBe("Target");
    expect(workbook.valueAt("Money!D2")).toBe(0.64);
    expect(workbook.formulaAt("'Keel plan'!G22")).toBe("=KEEL.DRIFT(Holdings[Balance],Holdings[Target])");
    await press("See how you stand");
    expect(read()).toContain("Total Bond Market");
    // Taken back, the list is plain cells again, and the wizard goes on with it.
    await go("Set up");
    await press("Undo");
    await press("Back to the preview");
    expect(isReady("Insert")).toBe(true);
  });

  it("works out targets by age, says which class has no fund, and lets it all be changed", async () => {
    const workbook = bareList();
    workbook.type("Money!A5", [["Some Fund Of Ours", "", 5000]]);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await pick("By the years to retirement");
    expect(isReady("Next: your rule")).toBe(false);
    await fill("Your age", "50");
    // 74 % stocks fifteen years before retirement, a fifth of them international.
    expect(field("Target of Total Stock Market").value).toBe("59");
    expect(field("Target of Total International").value).toBe("15");
    expect(field("Target of Total Bond Market").value).toBe("26");
    expect(read()).toContain("One fund has no class yet");
    await fill("Class of Some Fund Of Ours", "Bonds");
    expect(field("Target of Total Bond Market").value).toBe("22");
    expect(field("Target of Some Fund Of Ours").value).toBe("4");
    await fill("Cash", "10");
    expect(read()).toContain("No fund here holds cash, so 10% has no place yet.");
    expect(read()).toContain("The mix adds up to 110% instead of 100%.");
    await fill("Bonds", "16");
    expect(read()).toContain("90% of 100% — 10% still to go");
    await fill("Target of Total Bond Market", "24");
    expect(read()).toContain("100% of 100%");
    await press("Back to the mix’s targets");
    expect(field("Target of Total Bond Market").value).toBe("14");
  });

  it("asks before it rewrites targets, and keeps those that are as they were", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await fill("Stocks", "50%");
    expect(read()).toContain("90% of 100% — 10% still to go");
    await fill("Bonds", "60");
    expect(read()).toContain("110% of 100% — 10% too much");
    await fill("Bonds", "5o");
    expect(read()).toContain("“5o” is not a percent.");
    await fill("Bonds", "50");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("C2:C3 on sheet 401(k): your new targets");
    await press("Insert");
    expect(read()).toContain("C2:C3 on sheet 401(k): your targets, with the new ones");
    expect(document.activeElement?.textContent).toBe("Replace what is in these cells?");
    expect(workbook.applied).toHaveLength(0);
    await press("Cancel");
    expect(workbook.valueAt("'401(k)'!C2")).toBe(0.6);
    await press("Insert");
    await press("Replace");
    expect(workbook.valueAt("'401(k)'!C2")).toBe(0.5);
    expect(read()).toContain("Your plan is live");
  });

  it("proposes a free sheet, and asks before it writes over a filled one", async () => {
    const workbook = funds(two);
    workbook.type("'Keel plan'!A1", [["mine"]]);
    await openPane(workbook);
    await toPreview();
    expect(field("Sheet for the plan").value).toBe("Keel plan 2");
    await fill("Sheet for the plan", "A/B");
    expect(read()).toContain("A sheet’s name can’t have");
    expect(isReady("Insert")).toBe(false);
    await fill("Sheet for the plan", "Keel plan");
    await press("Insert");
    expect(read()).toContain("A1 on sheet Keel plan");
    await press("Use sheet Keel plan 2 instead");
    await press("Insert");
    expect(workbook.valueAt("'Keel plan'!A1")).toBe("mine");
    expect(workbook.formulaAt("'Keel plan 2'!G22")).toContain("KEEL.DRIFT");
  });

  it("begins with what the plan says, and updates it after a yes", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toRule();
    await pick("20% of the target");
    await press("More questions");
    await pick("Halfway");
    await fill("Leave out trades smaller than", "1,000");
    await fill("When did you last look?", "2026-01-05");
    await fill("Cash to invest", "250");
    await press("Next: preview");
    await press("Insert");
    await press("Set up another list");
    await settled(() => workbook.select("'Keel plan'!D22"));
    expect(read()).toContain("Found Holdings on sheet 401(k)");
    await press("Next: your targets");
    await press("Next: your rule");
    expect((field("20% of the target") as HTMLInputElement).checked).toBe(true);
    expect(field("Cash to invest").value).toBe("250");
    await press("More questions");
    expect((field("Halfway") as HTMLInputElement).checked).toBe(true);
    expect(field("Leave out trades smaller than").value).toBe("1,000");
    expect(field("When did you last look?").value).toBe("2026-01-05");
    await fill("Leave out trades smaller than", "");
    await press("Next: preview");
    expect(read()).toContain("Your plan on sheet Keel plan will be written again.");
    await press("Update the plan");
    expect(read()).toContain("Update your plan?");
    expect(workbook.applied).toHaveLength(1);
    await press("Update");
    expect(workbook.applied).toHaveLength(2);
    expect(workbook.valueAt("'Keel plan'!C16")).toBe("");
  });

  it("gives a plan of an earlier Keel its column Done, and keeps what is ticked in one that has it", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toPreview();
    await press("Insert");
    const update = async (): Promise<void> => {
      await press("Set up another list");
      await press("Next: your targets");
      await press("Next: your rule");
      await press("Next: preview");
      expect(read()).toContain("Your plan on sheet Keel plan will be written again.");
      await press("Update the plan");
      await press("Update");
    };
    await settled(() => workbook.type("'Keel plan'!L21", [[""]]));
    await update();
    expect(workbook.valueAt("'Keel plan'!L21")).toBe("Done");
    const ticks = workbook.applied.at(-1)?.steps.filter((step) => step.do === "validate" && step.allow.kind === "tick");
    expect(ticks).toMatchObject([{ block: { sheet: "Keel plan", row: 21, column: 11, height: 2, width: 1 } }]);
    await settled(() => workbook.type("'Keel plan'!L22", [["Yes"]]));
    await update();
    expect(workbook.valueAt("'Keel plan'!L22")).toBe("Yes");
  });

  it("writes a plan of an earlier Keel, without a blank column beside its ticks, again where it stands", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Money!A1", [["Fund", "Value", "Target"], ...two]);
    const block = (address: string): Block => blockAt(address) as Block;
    await workbook.apply(
      planSheet(
        {
          list: block("Money!A1:C3"),
          values: block("Money!B2:B3"),
          targets: block("Money!C2:C3"),
          funds: block("Money!A2:A3"),
        },
        {
          sheet: "Keel plan",
          policyTable: "Policy",
          settings: [["Band", "5pp"]],
          layout: { policy: "beside", gap: 0 },
          cash: 250,
          names: "all",
          namespace: "KEEL",
          listName: "your list",
        },
      ),
    );
    workbook.type("Money!A2", [...two, ["Gold", 500, 0]]);
    workbook.select("Money!A2");
    await openPane(workbook);
    await toRule();
    expect(field("Cash to invest").value).toBe("250");
    await press("Next: preview");
    expect(read()).toContain("Your plan on sheet Keel plan will be written again.");
    await press("Update the plan");
    await press("Update");
    // The list is a table now, so that the fund that was added is in it; and nothing has moved.
    expect(workbook.formulaAt("'Keel plan'!E11")).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[Target])");
    expect(workbook.valueAt("'Keel plan'!J10")).toBe("Done");
    expect([4, 6].map((row) => workbook.valueAt(`'Keel plan'!K${row}`))).toEqual(["Setting", "Band"]);
    expect(workbook.valueAt("'Keel plan'!L6")).toBe("5pp");
    expect(workbook.valueAt("'Keel plan'!M4")).toBe("");
  });

  it("gives the owner's figures a number format where they have none, says so, and leaves those they chose", async () => {
    const workbook = funds([
      ["Stocks", 700, 0.625],
      ["Bonds", 300.5, 0.375],
    ]);
    workbook.formats.push({ block: blockAt("'401(k)'!C3") as Block, format: "0.00%" });
    await openPane(workbook);
    await toPreview();
    expect(read()).toContain("B2:B3 on sheet 401(k): shown as money where cells have no number format yet");
    expect(read()).toContain("C2:C3 on sheet 401(k): shown as percents where cells have no number format yet");
    await press("Insert");
    const onList = workbook.applied[0]?.steps.flatMap((step) =>
      step.do === "format numbers" && step.block.sheet === "401(k)" ? [[localAddress(step.block), step.format]] : [],
    );
    expect(onList).toEqual([
      ["B2:B3", "$#,##0.00"],
      ["C2", "0.0#%"],
    ]);
  });

  it("keeps the format of targets that it writes anew, and gives percents such as 60 none", async () => {
    const formatted = async (target: number, format: string, typed: string): Promise<unknown> => {
      const workbook = funds([
        ["Stocks", 700, target],
        ["Bonds", 300, target],
      ]);
      workbook.formats.push({ block: blockAt("'401(k)'!B2:B3") as Block, format: "#,##0" });
      if (format !== "") workbook.formats.push({ block: blockAt("'401(k)'!C2:C3") as Block, format });
      await openPane(workbook);
      await go("Set up");
      await press("Next: your targets");
      await fill("Stocks", typed);
      await fill("Bonds", String(100 - Number(typed)));
      for (const button of ["Next: your rule", "Next: preview", "Insert", "Replace"]) await press(button);
      await closePanes();
      return workbook.applied[0]?.steps.flatMap((step) =>
        step.do === "format numbers" && step.block.sheet === "401(k)" ? [[localAddress(step.block), step.format]] : [],
      );
    };
    expect(await formatted(0.5, "0.00%", "62.5")).toEqual([]);
    expect(await formatted(0.5, "", "62.5")).toEqual([["C2:C3", "0.0#%"]]);
    expect(await formatted(50, "", "62.5")).toEqual([]);
  });

  it("shows money as the list does", async () => {
    const workbook = funds(two);
    workbook.formats.push({ block: blockAt("'401(k)'!B2:B3") as Block, format: "#,##0 [$€-2]" });
    await openPane(workbook);
    await toPreview();
    await press("Insert");
    const written = workbook.applied[0]?.steps.flatMap((step) => (step.do === "format numbers" ? [step.format] : []));
    expect(written).toEqual(expect.arrayContaining(["#,##0 [$€-2]", "+#,##0 [$€-2];-#,##0 [$€-2];0 [$€-2]"]));
    expect(written?.join("")).not.toContain("$#");
  });

  it("keeps a look that was logged in the plan meanwhile", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toPreview();
    await press("Insert");
    await press("Set up another list");
    await press("Next: your targets");
    await press("Next: your rule");
    await settled(() => workbook.type("'Keel plan'!C17", [["2026-03-04"]]));
    await press("Next: preview");
    await press("Update the plan");
    await press("Update");
    expect(workbook.valueAt("'Keel plan'!C17")).toBe(parseDay("2026-03-04"));
  });

  it("changes the settings alone where the owner has moved parts of the plan", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toPreview();
    await press("Insert");
    await settled(() => {
      workbook.type("'Keel plan'!P20", [
        ["Setting", "Value"],
        ["Sells", "allowed"],
        ["Band", "5pp"],
      ]);
      void workbook.apply({
        title: "",
        steps: [
          {
            do: "resize table",
            name: "Policy",
            block: { sheet: "Keel plan", row: 19, column: 15, height: 3, width: 2 },
          },
        ],
      });
      workbook.select("'401(k)'!B2");
    });
    await press("Set up another list");
    await press("Next: your targets");
    await press("Next: your rule");
    expect((field("5 points") as HTMLInputElement).checked).toBe(true);
    await pick("20% of the target");
    await fill("How often do you want to look?", "monthly");
    await press("Next: preview");
    expect(read()).toContain("You have moved parts of your plan on sheet Keel plan");
    await press("Update the plan");
    await press("Update");
    expect(workbook.valueAt("'Keel plan'!Q22")).toBe("20% relative");
    expect(workbook.valueAt("'Keel plan'!P23")).toBe("Look");
    expect(workbook.valueAt("'Keel plan'!Q23")).toBe("monthly");
    expect((await workbook.tables()).find(({ name }) => name === "Policy")?.values).toHaveLength(6);
  });

  it("lets a column be chosen that has another name, and remembers it", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Plan!A1", [
      ["Fonds", "Wert", "Wunsch", "Gebühr"],
      ["A", 700, 60, 3],
      ["B", 300, 40, 5],
    ]);
    workbook.select("Plan!A2");
    await openPane(workbook);
    await go("Set up");
    await fill("Target in percent", "3");
    await press("Next: your targets");
    expect(read()).toContain("8% of 100% — 92% still to go");
    await press("Back");
    await fill("Target in percent", "2");
    await pick("Make it a table called Holdings");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Insert");
    expect(workbook.formulaAt("'Keel plan'!G22")).toBe("=KEEL.DRIFT(Plan!$B$2:$B$3,Plan!$C$2:$C$3)");
    await press("See how you stand");
    expect(read()).toContain("A1:D3 on sheet Plan");
  });

  it("checks a rule in the owner's words while it is typed, and starts it from the answers", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toRule();
    await press("More questions");
    await press("Write the rule in my own words");
    expect(ownWords().value).toBe("annual and 5/25; to target; sells allowed");
    await writeRule("");
    expect(isReady("Next: preview")).toBe(false);
    await writeRule("sometimes");
    expect(read()).toContain("Keel doesn’t know “sometimes”.");
    await writeRule("4%; whole dollars; cost 0.1%");
    expect(read()).toContain("4 points");
    await press("Next: preview");
    expect(read()).toContain("Cost of acting: $2.");
    await press("Insert");
    expect((await workbook.tables()).find(({ name }) => name === "Policy")?.values.slice(1)).toEqual([
      ["Look", ""],
      ["Band", "4%"],
      ["Trigger", ""],
      ["Destination", ""],
      ["Sells", ""],
      ["Minimum trade", ""],
      ["Last look", ""],
      ["Trade unit", "whole dollars"],
      ["Cost", "0.1%"],
    ]);
  });

  it("says what is wrong beside the field that it belongs to", async () => {
    await openPane(funds(two));
    await toRule();
    await fill("Cash to invest", "12oo");
    expect(read()).toContain("Type an amount such as 1,200");
    await fill("Cash to invest", "-20,000");
    expect(read()).toContain("there is only $10,000");
    expect(isReady("Next: preview")).toBe(false);
    await fill("Cash to invest", "");
    await press("More questions");
    await fill("Leave out trades smaller than", "a bit");
    expect(read()).toContain("Type an amount such as 100, or a percent such as 0.5%.");
    await fill("Leave out trades smaller than", "0.5%");
    expect(read()).toContain("leave out trades below 0.5% of the total");
    await fill("When did you last look?", "2999-01-01");
    expect(read()).toContain("That day is still to come.");
    expect(isReady("Next: preview")).toBe(false);
  });

  it("loses nothing that was typed when the list changes or the owner looks elsewhere", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await fill("Stocks", "55");
    await fill("Bonds", "45");
    await press("Next: your rule");
    await press("More questions");
    await press("Write the rule in my own words");
    await writeRule("7%");
    await fill("Cash to invest", "300");
    await settled(() => workbook.type("'401(k)'!B2", [[9000]]));
    await settled(() => workbook.select("'401(k)'!Z99"));
    expect(ownWords().value).toBe("7%");
    await go("Home");
    await go("Set up");
    expect(ownWords().value).toBe("7%");
    expect(field("Cash to invest").value).toBe("300");
    await press("Answer questions instead");
    await press("Write the rule in my own words");
    expect(ownWords().value).toBe("7%");
    await press("Back");
    expect(field("Stocks").value).toBe("55");
    // What is typed for a way to set targets stays while another one is tried.
    await pick("60/40");
    await pick("I type my own");
    expect(field("Bonds").value).toBe("45");
    // A value that can't be read holds the wizard up, and gives everything back once it is put right.
    await settled(() => workbook.type("'401(k)'!B1", [["Wert"]]));
    await settled(() => workbook.type("'401(k)'!B1", [["Value"]]));
    expect(field("Stocks").value).toBe("55");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Stocks Sell");
  });

  it("holds the later steps up while targets don't add up any more", async () => {
    const workbook = funds(two);
    await openPane(workbook);
    await toRule();
    await settled(() => workbook.type("'401(k)'!C2", [["n/a"]]));
    expect(read()).toContain("Your targets don’t add up to 100% anymore.");
    expect(isReady("Next: preview")).toBe(false);
    await settled(() => workbook.type("'401(k)'!C2", [[0.6]]));
    expect(isReady("Next: preview")).toBe(true);
  });

  it("stays with its list, and offers another one that is selected", async () => {
    const workbook = funds(two);
    workbook.type("Other!A1", [
      ["Fund", "Value"],
      ["World", 100],
    ]);
    await openPane(workbook);
    await go("Set up");
    await settled(() => workbook.select("Other!A2"));
    expect(read()).toContain("Found Holdings");
    await press("Use this list instead");
    expect(read()).toContain("Found A1:B2 on sheet Other");
  });

  it("offers sample data where there is no list", async () => {
    const workbook = new PaperWorkbook();
    await openPane(workbook);
    await go("Set up");
    await press("Look at the sample");
    expect(read()).toContain("Found Holdings on sheet 401(k), 6 funds.");
  });

  it("calls columns by address where the workbench can't read their names", async () => {
    for (const [host, formula] of [
      ["Excel", "=KEEL.DRIFT(Holdings[[Value (USD)]],Holdings[Target])"],
      ["workbench", "=KEEL.DRIFT('401(k)'!$B$2:$B$3,'401(k)'!$C$2:$C$3)"],
    ] as const) {
      const workbook = funds(two, host);
      workbook.type("'401(k)'!B1", [["Value (USD)"]]);
      await openPane(workbook);
      await toPreview();
      await press("Insert");
      expect(workbook.formulaAt("'Keel plan'!G22")).toBe(formula);
      await closePanes();
    }
  });
});
