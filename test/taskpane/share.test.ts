import { afterEach, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { WorkbookFailure, type WorkbookFile } from "../../src/workbook/host";
import { drifted, withPlanBeside } from "./drifted";
import { button, closePanes, field, fill, go, openPane, pick, press, read, settled, spoken, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** Waits for the copy: the part that writes workbooks is loaded when it is first needed. */
async function made(): Promise<void> {
  await press("Make the adviser copy");
  for (let attempt = 0; attempt < 200 && /Making the copy/.test(read()); attempt += 1) await settled(() => undefined);
}

/** All texts of a copy, and its formulas. */
function partsOf(file: WorkbookFile | undefined): { readonly texts: string; readonly sheet: string } {
  const parts = unzipSync(file?.bytes ?? new Uint8Array());
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  return { texts: part("xl/sharedStrings.xml"), sheet: part("xl/worksheets/sheet1.xml") };
}

/** An account whose number stands in several places, and a fund that is called by another one. */
function numbered(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("'Fidelity Z12345678'!A1", [
    ["Account", "Fund", "Ticker", "Value", "Target"],
    ["Roth IRA X12-345678", "US stocks", "VTI", 600, 0.5],
    ["Roth IRA X12-345678", "401(k) 98765432", "BND", 400, 0.5],
  ]);
  workbook.select("'Fidelity Z12345678'!B2");
  return workbook;
}

describe("Share", () => {
  it("says what the adviser sees before anything is made, and that nothing is sent", async () => {
    await openPane(drifted());
    await go("Share");
    expect(read()).toContain("4 holdings, each with value, target, weight, drift and status");
    expect(read()).toContain("Your rule: Rebalance whenever a fund is further from its target");
    expect(read()).toContain("4 trades, and what you hold after them");
    expect(read()).toContain("nothing that looks like an account number");
    expect(read()).toContain("Nothing is sent anywhere");
  });

  it("keeps what was typed from screen to screen, and nothing of it for the workbook that is opened next", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Share");
    await fill("Your name", "Ann Example");
    await go("Home");
    await go("Share");
    expect(field("Your name").value).toBe("Ann Example");
    // The workbench opens a file into the same workbook, and draws the pane anew.
    await closePanes();
    await openPane(workbook);
    await go("Share");
    expect(field("Your name").value).toBe("");
  });

  it("makes a workbook of the holdings and hands it to the host, with the button still in its place", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Share");
    await fill("Title", "Ann’s 401(k)");
    await fill("Your name", "Ann Example");
    await made();
    expect(workbook.copies.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^Keel adviser copy \d{4}-\d\d-\d\d\.xlsx$/),
    ]);
    const { texts, sheet } = partsOf(workbook.copies[0]);
    expect(texts).toContain("Ann’s 401(k)");
    expect(texts).toContain("Ann Example");
    expect(texts).toContain("Time to rebalance");
    expect(sheet).toMatch(/<f>B10\/B\$14<\/f>/);
    expect(read()).toContain("The adviser copy is open as a new workbook.");
    expect(spoken()).toContain("The adviser copy is open as a new workbook.");
    expect(document.activeElement).toBe(button("Make another copy"));
    // The test page can't draw; the copy is made all the same, and says so.
    expect(read()).toContain("The chart could not be drawn here; the copy has none.");
  });

  it("shows how account numbers will look, and masks them in the copy", async () => {
    const workbook = numbered();
    await openPane(workbook);
    await go("Share");
    expect(read()).toContain(
      "What looks like an account number is masked: Fidelity ••••5678, Roth IRA ••••5678 and 401(k) ••••5432.",
    );
    await made();
    const { texts } = partsOf(workbook.copies[0]);
    expect(texts).not.toMatch(/345678|98765432/);
    expect(texts).toContain("Roth IRA ••••5678");
  });

  it("leaves out trades and tickers when told to", async () => {
    const workbook = numbered();
    await openPane(workbook);
    await go("Share");
    await pick("Show the trades");
    await pick("Show the tickers");
    expect(read()).toContain("No trades");
    await made();
    const { texts } = partsOf(workbook.copies[0]);
    expect(texts).not.toContain("Value after");
    expect(texts).not.toContain("VTI");
  });

  it("keeps what was typed while other screens are shown", async () => {
    await openPane(drifted());
    await go("Share");
    await fill("Title", "Our plan");
    await pick("Show the trades");
    await go("Home");
    await go("Share");
    expect(field("Title").value).toBe("Our plan");
    expect((field("Show the trades") as HTMLInputElement).checked).toBe(false);
    // This list has none.
    expect(read()).not.toContain("Show the tickers");
  });

  it("follows the list as it changes", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Share");
    await settled(() => workbook.type("'401(k)'!B2", [[30000], [9000], [15000], [6000]]));
    expect(read()).toContain("That there is nothing to trade now");
  });

  it("offers a link to save the copy when the host refuses it", async () => {
    URL.createObjectURL = () => "blob:copy";
    URL.revokeObjectURL = () => undefined;
    const workbook = drifted();
    await openPane(workbook);
    await go("Share");
    workbook.openCopy = () => Promise.reject(new WorkbookFailure("Excel could not open another workbook.", "refused"));
    await made();
    expect(read()).toContain("The copy is ready, but could not be opened here. Excel could not open another workbook.");
    const link = document.querySelector<HTMLAnchorElement>("a[download]");
    expect(link?.href).toBe("blob:copy");
    expect(link?.download).toMatch(/^Keel adviser copy .*\.xlsx$/);
  });

  it("says where to look when the list can't be read", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await settled(() => workbook.type("'401(k)'!B4", [["n/a"]]));
    await go("Share");
    expect(read()).toContain("Nothing to share yet");
    expect(read()).toContain("Look at cell B4 on sheet 401(k).");
  });

  it("says what to do without a list, with half a list, and when the workbook doesn't answer", async () => {
    const workbook = new PaperWorkbook();
    workbook.select("Plan!A1");
    await openPane(workbook);
    await go("Share");
    expect(read()).toContain("Show Keel your funds");
    workbook.type("Plan!A1", [
      ["Fund", "Value"],
      ["World", 100],
    ]);
    await settled(() => workbook.select("Plan!B2"));
    expect(read()).toContain("Nothing to share yet");
    await press("See what is missing");
    expect(read()).toContain("Add your targets");
    await go("Share");
    workbook.failure = new WorkbookFailure("Excel is busy.", "busy");
    await settled(() => workbook.select("Plan!A2"));
    expect(read()).toContain("Excel is busy.");
  });

  it("shows no trades, and why, where the rule can't be carried out", async () => {
    const workbook = drifted();
    await withPlanBeside(workbook, "5/25; no sells", -500);
    await openPane(workbook);
    await go("Share");
    expect(read()).toContain("There are no trades to show:");
    expect((field("Show the trades") as HTMLInputElement).disabled).toBe(true);
    await made();
    expect(partsOf(workbook.copies[0]).texts).not.toContain("Value after");
  });
});

describe("Share of a household", () => {
  /** Three accounts with a mixed fund and a locked one, and targets by class. */
  function household(flow: number | string = ""): PaperWorkbook {
    const workbook = new PaperWorkbook();
    workbook.type("Accounts!A1", [
      [
        "Account",
        "Account type",
        "Ticker",
        "Description",
        "Asset class",
        "US stocks",
        "Bonds",
        "Value",
        "Cost basis",
        "Cash flow",
      ],
      ["401(k) 987654321", "401(k)", "VBIAX", "Balanced Index", "", 0.6, 0.4, 40_000, "", ""],
      ["401(k) 987654321", "401(k)", "BND", "Total Bond", "Bonds", "", "", 10_000, "", ""],
      ["Roth IRA", "Roth IRA", "VTI", "Total Stock", "US stocks", "", "", 20_000, "", flow],
      ["Roth IRA", "Roth IRA", "BND", "Total Bond", "Bonds", "", "", 0, "", ""],
      ["Brokerage", "Taxable", "VTI", "Total Stock", "US stocks", "", "", 30_000, 32_000, ""],
    ]);
    workbook.table("Holdings", "Accounts!A1:J6");
    workbook.type("Targets!A1", [
      ["Class", "Target"],
      ["US stocks", 0.5],
      ["Bonds", 0.5],
    ]);
    workbook.table("Targets", "Targets!A1:B3");
    workbook.select("Accounts!A2");
    return workbook;
  }

  /** The sheets of a copy, and all its texts. */
  function sheetsOf(file: WorkbookFile | undefined): { readonly texts: string; readonly sheets: readonly string[] } {
    const parts = unzipSync(file?.bytes ?? new Uint8Array());
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    return {
      texts: part("xl/sharedStrings.xml"),
      sheets: [1, 2, 3].map((each) => part(`xl/worksheets/sheet${each}.xml`)),
    };
  }

  it("says what the adviser sees, and makes a copy with every holding and a certificate", async () => {
    const workbook = household();
    await openPane(workbook);
    await go("Share");
    await until(/What your adviser sees/);
    expect(read()).toContain("3 accounts with type, total and cash flow");
    expect(read()).toMatch(/[1-9] trades? by account, each with gain, tax and reason/);
    expect(read()).toContain("A sheet with 4 holdings and 1 fund that your accounts offer");
    expect(read()).toContain("A certificate: each rule that the trades keep");
    expect(read()).toContain("What looks like an account number is masked: 401(k) …4321.");
    await fill("Your name", "Ann Example");
    await made();
    const { texts, sheets } = sheetsOf(workbook.copies[0]);
    for (const text of [
      "Ann Example",
      "Trades by account",
      "Every holding",
      "Certificate",
      "Balanced Index",
      "VBIAX",
    ]) {
      expect(texts).toContain(text);
    }
    expect(texts).not.toContain("987654321");
    expect(sheets[2]).toMatch(/<f>AND\([^<]*\)<\/f><v>1<\/v>/);
    expect(sheets.join("")).not.toContain("KEEL");
    expect(read()).toContain("The adviser copy is open as a new workbook.");
    expect(read()).not.toContain("The chart could not be drawn");
  });

  it("leaves out trades and tickers when told to, and says what its certificate then proves", async () => {
    const workbook = household();
    await openPane(workbook);
    await go("Share");
    await until(/What your adviser sees/);
    await pick("Show the trades");
    await pick("Show the tickers");
    expect(read()).toContain("A certificate: how your accounts stand");
    await made();
    const { texts, sheets } = sheetsOf(workbook.copies[0]);
    expect(texts).not.toContain("Trades by account");
    expect(texts).not.toContain("VBIAX");
    expect(sheets[2]).toMatch(/<f>AND\([^<]*\)<\/f><v>1<\/v>/);
  });

  it("makes a copy without trades, and says why, where there is no plan", async () => {
    const workbook = household(-25_000);
    await openPane(workbook);
    await go("Share");
    await until(/There are no trades to show:/);
    expect(read()).toContain("Roth IRA");
    await made();
    expect(sheetsOf(workbook.copies[0]).texts).not.toContain("Trades by account");
  });

  it("asks for targets by class where there are none", async () => {
    const workbook = household();
    workbook.type("Targets!A1", [["Nothing", ""], ["", ""], ["", ""]]); // prettier-ignore
    await openPane(workbook);
    await go("Share");
    expect(read()).toContain("Nothing to share yet");
    await press("Set targets by class");
    expect(read()).toContain("Your accounts");
  });
});

describe("what Excel asks people without Keel", () => {
  /** A workbook whose Excel asks, unless it is told not to. */
  function asking(fails = false): PaperWorkbook {
    let asks = true;
    return Object.assign(drifted(), {
      trust: {
        asks: () => asks,
        letAsk: (ask: boolean) => {
          if (fails) return Promise.reject(new WorkbookFailure("Excel could not keep this. Try again.", "refused"));
          asks = ask;
          return Promise.resolve();
        },
      },
    });
  }

  it("is turned off on Share, which says what that means, and on again", async () => {
    await openPane(asking());
    await go("Share");
    expect(read()).toContain("asks people who don’t have Keel whether to trust it");
    // A plan's formulas ask for today: without Keel they are worked out again as soon as the workbook is opened.
    expect(read()).toContain("and #NAME? where Excel works them out again");
    await pick("Don’t ask people who open it without Keel");
    expect(spoken()).toBe("Excel will not ask. Save your workbook to keep that.");
    expect(read()).toContain("Save your workbook to keep this.");
    await pick("Don’t ask people who open it without Keel");
    expect(spoken()).toBe("Excel asks again.");
  });

  it("stays as it was where the workbook can't keep it", async () => {
    await openPane(asking(true));
    await go("Share");
    await pick("Don’t ask people who open it without Keel");
    expect(read()).toContain("Excel could not keep this. Try again.");
    expect((field("Don’t ask people who open it without Keel") as HTMLInputElement).checked).toBe(false);
  });

  it("is said where no copy can be made, too: the workbook can be shared all the same", async () => {
    const workbook = asking();
    workbook.type("'401(k)'!B3", [["n/a"]]);
    await openPane(workbook);
    await go("Share");
    expect(read()).toContain("Nothing to share yet");
    await pick("Don’t ask people who open it without Keel");
    expect(spoken()).toBe("Excel will not ask. Save your workbook to keep that.");
  });

  it("is not said where Excel asks nothing", async () => {
    await openPane(drifted());
    await go("Share");
    expect(read()).not.toContain("trust");
  });
});

it("offers no link to a file where the window saves none", async () => {
  const workbook = drifted(false);
  workbook.openCopy = () => Promise.reject(new WorkbookFailure("This version of Excel can’t.", "refused"));
  await openPane(workbook);
  await go("Share");
  await made();
  expect(read()).toContain("Excel on a Mac saves no files from a pane.");
  expect(document.querySelector("a[download]")).toBeNull();
});
