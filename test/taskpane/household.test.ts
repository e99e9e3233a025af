import { afterEach, describe, expect, it } from "@jest/globals";
import { blockAt, localAddress, type Block } from "../../src/sheets";
import type { CellValue } from "../../src/workbook/host";
import { button, closePanes, field, fill, go, openPane, pick, press, read, settled, spoken, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

const HEADINGS = ["Account", "Account type", "Fund", "Asset class", "Value", "Bonds", "US stocks", "Notes", "Lock"];
const row = (account: string, fund: string, assetClass: string, value: number, ...more: CellValue[]): CellValue[] => [
  ...[account, account, fund, assetClass, value, ...more],
  ...HEADINGS.slice(5 + more.length).map(() => ""),
];

/** Three accounts, a balanced fund and company stock that is left alone among them. */
function household(rows: readonly CellValue[][] = []): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Accounts!A1", [
    HEADINGS,
    row("401(k)", "Balanced fund", "", 40_000, 0.4, 0.6),
    row("401(k)", "Acme stock", "", 9000, "", "", "mine", "hold"),
    row("Roth IRA", "World ex US", "International stocks", 20_000),
    row("Brokerage", "Total bond", "Bonds", 24_000),
    row("Brokerage", "Cash", "", 16_000),
    ...rows,
  ]);
  workbook.select("Accounts!A2");
  return workbook;
}

const asTable = (workbook: PaperWorkbook): PaperWorkbook => {
  workbook.table("Holdings", "Accounts!A1:I6");
  return workbook;
};

/** A field that only a screen reader's words name. */
function labelled(words: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`input[aria-label="${words}"]`);
  if (!found) throw new Error(`no field "${words}" in: ${read()}`);
  return found;
}

async function type(words: string, text: string): Promise<void> {
  const control = labelled(words);
  await settled(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(control, text);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Home, Set up, its first two steps with targets of the owner's own. */
async function upToRule(workbook: PaperWorkbook): Promise<void> {
  await openPane(workbook);
  await press("Set targets by class");
  await press("Next: your targets");
  for (const [name, percent] of [
    ["US stocks", "30"],
    ["International stocks", "20"],
    ["Bonds", "40"],
    ["Cash", "10"],
  ] as const) {
    await fill(name, percent);
  }
  await press("Next: your rule");
}

/** Waits for the plan of the preview, for which the solver is loaded. */
async function planned(): Promise<void> {
  for (let attempt = 0; attempt < 100 && !/\d trades?, \$/.test(read()); attempt++) await settled(() => undefined, 50);
}

describe("a household without targets", () => {
  it("is asked for them by class, and shows its accounts", async () => {
    await openPane(household());
    expect(read()).toContain("Add your targets");
    expect(read()).toContain("A1:I6 on sheet Accounts holds 3 accounts, 5 holdings, $109,000.");
    expect(read()).toContain("401(k) (2 holdings)$49,000");
    expect(spoken()).toBe("Add your targets.");
  });

  it("stops at holdings without a class, names them, and offers to bring the list in", async () => {
    await openPane(household([row("Roth IRA", "Mystery trust", "", 500)]));
    expect(read()).toContain("Mystery trust has no class yet.");
    await go("Set up");
    expect(read()).toContain("Mystery trust has no class yet.");
    expect(button("Next: your targets").getAttribute("aria-disabled")).toBe("true");
    expect(button("Bring it in")).toBeDefined();
  });
});

describe("Set up for several accounts", () => {
  it("says what was read, and asks for a target for each class that is held, cash too", async () => {
    await openPane(household());
    await go("Set up");
    expect(read()).toContain("Your accounts");
    expect(read()).toContain("Found A1:I6 on sheet Accounts: 3 accounts, 5 holdings, $109,000.");
    expect(read()).toContain("Read: Account, Account type, Fund, Asset class, Value, Bonds, US stocks, Lock.");
    expect(read()).toContain("Not needed here: Notes.");
    expect(read()).toContain("Classes: US stocks, International stocks, Bonds and Cash.");
    await press("Next: your targets");
    expect(read()).toContain("Your targets by class");
    await fill("US stocks", "60");
    await fill("Bonds", "30");
    expect(read()).toContain("90% of 100% — 10% still to go");
    await fill("Cash", "10");
    expect(read()).toContain("100% of 100%");
  });

  it("lays a mix over the classes, and adds those that it wants and nobody holds", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Accounts!A1", [
      ["Account", "Fund", "Class", "Value"],
      ["401(k)", "Large", "Large cap", 30_000],
      ["401(k)", "Small", "Small cap", 10_000],
      ["IRA", "World", "Intl", 10_000],
    ]);
    workbook.select("Accounts!A2");
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await pick("60/40");
    expect(["Large cap", "Small cap", "Intl", "Bonds"].map((name) => field(name).value)).toEqual([
      "36",
      "12",
      "12",
      "40",
    ]);
    expect(read()).toContain("100% of 100%");
    await fill("Bonds", "41");
    expect(read()).toContain("You have changed targets that the mix gave.");
  });

  it("asks for the rule without cash, and shows each class's drift, the trades by account and what comes of them", async () => {
    await upToRule(asTable(household()));
    expect(read()).not.toContain("Cash to invest");
    await press("Next: preview");
    expect(read()).toContain("Time to rebalance");
    expect(read()).toContain("2 of 4 classes are outside the band: US stocks and Cash.");
    // Bars of how each class stands until the plan is there, with what becomes of it then.
    await planned();
    // Only the brokerage account may buy Total bond and keeps Cash: nothing else can move.
    expect(read()).toContain("1 trade, $4,800 in all.BrokerageCash From cash $4,800Total bond Buy $4,800");
    expect(read()).toContain(
      "US stocks stays $6,000 short of its goal. The accounts' own money and menus allow no more.",
    );
    expect(read()).toContain("Bonds40% now, 44.8% after; target 40%, band 35% to 45%");
    // By the sheet's rows, as everywhere in the pane.
    expect(read()).toContain("row 5: without a cost basis all that is sold there, in Brokerage, counts as gain.");
    expect(read()).toContain("Acme stock is locked with hold and has no class; its $9,000 stays and was left out.");
    expect(read()).not.toMatch(/Cost of acting|later version/);
  });

  it("writes live formulas over the table, as one step, and takes it back as one", async () => {
    const workbook = asTable(household());
    await upToRule(workbook);
    await press("Next: preview");
    await press("Insert");
    expect(read()).toContain("Your plan is live");
    expect(read()).toContain("Table Targets in A10:B14 on sheet Keel plan: your targets by class");
    const values = "KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy)";
    expect(
      ["Keel plan!D11", "Keel plan!E11", "Keel plan!F11", "Keel plan!I11", "Keel plan!B4", "Keel plan!B5"].map((at) =>
        workbook.formulaAt(at.replace(/^(.*)!/, "'$1'!")),
      ),
    ).toEqual([
      `=${values}`,
      `=KEEL.WEIGHTS(${values})`,
      `=KEEL.DRIFT(${values},Targets[Target])`,
      `=KEEL.STATUS(${values},Targets[Target],Policy)`,
      `=IF(KEEL.ISDUE(${values},Targets[Target],Policy,TODAY()),"Yes","No")`,
      `=KEEL.DRIFTTOTAL(${values},Targets[Target])`,
    ]);
    expect(["A11", "B11", "A14", "B14"].map((at) => workbook.valueAt(`'Keel plan'!${at}`))).toEqual([
      ...["US stocks", 0.3, "Cash", 0.1],
    ]);
    const about = "(Holdings[#All],Targets[#All],Policy,TODAY())";
    expect(["A5", "L5", "T5", "R6", "S6"].map((at) => workbook.formulaAt(`'Keel trades'!${at}`))).toEqual([
      ...[`=KEEL.PLAN${about}`, `=KEEL.PLANCHECK${about}`, `=KEEL.PLANTRADES${about}`],
      ...['=Holdings[Account]&""', '=Holdings[Fund]&""'],
    ]);
    expect(workbook.formulaAt("'Keel plan'!A8")).toBe("='Keel trades'!$A$3");
    expect(read()).toContain("Sheet Keel trades: the trades by account from A5 on, what they come to from L5 on");
    await press("Undo");
    expect(read()).toContain("Your workbook is as it was before.");
    expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Holdings"]);
  });

  it("asks about taxes only where they make a difference, with the usual answers chosen", async () => {
    await upToRule(asTable(household()));
    expect(read()).toContain("How much taxable gain may the trades take?NoneThe usual answer.");
    expect(read()).not.toContain("Amount in dollars");
    await pick("Up to an amount");
    expect(read()).toContain("Type an amount such as 2,000.");
    expect(button("Next: preview").getAttribute("aria-disabled")).toBe("true");
    await fill("Amount in dollars", "2,000");
    await fill("Your tax rate on long-term gains", "15");
    await press("More questions");
    expect(read()).toContain("May it also trade just to hold each class where it is best placed?No");
    expect(read()).toContain("Shall money count what is left of it after tax?No, dollar for dollar");
    await pick("Yes, sell and buy");
    await press("Next: preview");
    await press("Insert");
    await closePanes();

    // Two accounts of one kind, none of which is taxed.
    const workbook = new PaperWorkbook();
    workbook.type("Accounts!A1", [
      ["Account", "Fund", "Class", "Value"],
      ["401(k)", "VTI", "US stocks", 60_000],
      ["IRA", "BND", "Bonds", 40_000],
    ]);
    workbook.select("Accounts!A2");
    await openPane(workbook);
    await press("Set targets by class");
    await press("Next: your targets");
    await fill("US stocks", "50");
    await fill("Bonds", "50");
    await press("Next: your rule");
    await press("More questions");
    expect(read()).not.toMatch(/taxable gain|tax rate|best placed|after tax/);
  });

  it("writes the settings that it asked for into the rule's table", async () => {
    const workbook = asTable(household());
    await upToRule(workbook);
    await pick("As much as it takes");
    await fill("Your tax rate on income", "22%");
    await press("Next: preview");
    await press("Insert");
    const policy = (await workbook.tables()).find(({ name }) => name === "Policy")?.values ?? [];
    const asked = ["Gains", "Income tax rate", "Gains tax rate", "After tax", "Relocate"];
    expect(policy.filter(([label]) => typeof label === "string" && asked.includes(label))).toEqual([
      ["Gains", "allowed"],
      ["Income tax rate", "22%"],
      ["Gains tax rate", ""],
      ["After tax", ""],
      ["Relocate", ""],
    ]);
  });

  it("says on request where classes are best placed, and gives them bands of their own", async () => {
    const workbook = asTable(household());
    await openPane(workbook);
    await press("Set targets by class");
    await press("Next: your targets");
    for (const [name, percent] of [["US stocks", "30"], ["International stocks", "20"], ["Bonds", "40"], ["Cash", "10"]] as const) await fill(name, percent); // prettier-ignore
    await pick("Say where each class is best placed");
    expect(labelled("Deferred, Bonds").value).toBe("3");
    await type("Roth, US stocks", "many");
    expect(read()).toContain("many");
    expect(button("Next: your rule").getAttribute("aria-disabled")).toBe("true");
    await type("Roth, US stocks", "4");
    await pick("Give single classes a band of their own");
    await type("Band of Cash", "10pp");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
    expect(read()).toContain(
      "Table Targets in A10:G14 on sheet Keel plan: your targets by class, bands of their own, and where each class is best placed",
    );
    await press("Insert");
    const targets = (await workbook.tables()).find(({ name }) => name === "Targets")?.values;
    expect(targets).toEqual([
      ["Class", "Target", "Band", "Deferred", "Roth", "HSA", "Taxable"],
      ["US stocks", 0.3, "", 1, 4, 2, 2],
      ["International stocks", 0.2, "", 1, 2, 2, 2],
      ["Bonds", 0.4, "", 3, 0, 0, 0],
      ["Cash", 0.1, "10pp", 1, 1, 1, 1],
    ]);
    expect(workbook.formulaAt("'Keel plan'!L11")).toBe("=KEEL.BANDS(Targets[Target],Policy,Targets[Band])");
    // It is found again, with its bands.
    await press("See how you stand");
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
    await closePanes();
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    expect(read()).not.toContain("Say where each class is best placed");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Update the plan");
    await press("Update");
    expect((await workbook.tables()).find(({ name }) => name === "Targets")?.values).toEqual(targets);
    expect(workbook.formulaAt("'Keel plan'!L11")).toBe("=KEEL.BANDS(Targets[Target],Policy,Targets[Band])");
  });

  it("makes a table of plain cells on the way", async () => {
    const workbook = household();
    await upToRule(workbook);
    await press("Next: preview");
    await press("Insert");
    expect((await workbook.tables()).map(({ name }) => name)).toEqual(["Holdings", "Policy", "Targets"]);
    expect(workbook.formulaAt("'Keel plan'!D11")).toBe("=KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy)");
  });
});

describe("a household with a plan", () => {
  async function withPlan(): Promise<PaperWorkbook> {
    const workbook = asTable(household());
    await upToRule(workbook);
    await press("Next: preview");
    await press("Insert");
    await closePanes();
    return workbook;
  }

  it("is judged by class when the workbook is opened again, whichever of its sheets is in front", async () => {
    const workbook = await withPlan();
    for (const cell of [
      "'Keel plan'!A1",
      "'Keel plan'!D12",
      "'Keel trades'!C7",
      "'Keel trades'!R5",
      "Accounts!B3",
      "Other!A1",
    ]) {
      workbook.select(cell);
      await openPane(workbook);
      expect(read()).toContain("Time to rebalance2 of 4 classes are outside the band: US stocks and Cash.");
      expect(read()).toContain("Holdings on sheet Accounts holds 3 accounts, 5 holdings, $109,000.");
      expect(button("See the trades")).toBeDefined();
      await go("Plan");
      await until(/Trades, account by account/);
      expect(read()).toContain("1 trade to make");
      expect(read()).not.toContain("Keel’s usual rule");
      await go("Share");
      await until(/What your adviser sees/);
      await closePanes();
    }
  });

  it("follows its targets, its rule and its holdings as they change", async () => {
    const workbook = await withPlan();
    await openPane(workbook);
    await settled(() => workbook.type("'Keel plan'!B13", [[0.34], [0.16]]));
    expect(read()).toContain("CashIn band");
    await settled(() => workbook.type("Accounts!E6", [[60_000]]));
    expect(read()).toContain("Time to rebalance");
    await settled(() => workbook.type("'Keel plan'!B11", [[0.5]]));
    expect(read()).toContain("No answer yet");
  });

  it("keeps a column that its owner has put beside its targets, each class in its row, and reads it if it says bands", async () => {
    const workbook = await withPlan();
    workbook.type("'Keel plan'!C10", [["Band"], [""], ["2 points"], [""], ["10 points"]]);
    await workbook.apply({
      title: "",
      steps: [
        { do: "resize table", name: "Targets", block: { sheet: "Keel plan", row: 9, column: 0, height: 5, width: 3 } },
      ],
    });
    await openPane(workbook);
    // Until it is written anew, the plan's formulas don't read it, and the pane says what they say.
    expect(read()).toContain("2 of 4 classes are outside the band: US stocks and Cash.");
    expect(read()).toContain("Beside them are bands that your plan doesn’t read yet: update it in Set up.");
    await go("Set up");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Update the plan");
    await press("Update");
    expect(["A11", "A12", "A13", "A14"].map((at) => workbook.valueAt(`'Keel plan'!${at}`))).toEqual([
      ...["US stocks", "International stocks", "Bonds", "Cash"],
    ]);
    expect(["C10", "C12", "C14"].map((at) => workbook.valueAt(`'Keel plan'!${at}`))).toEqual([
      ...["Band", "2 points", "10 points"],
    ]);
    const table = (await workbook.tables()).find(({ name }) => name === "Targets");
    expect(table && localAddress(table.block)).toBe("A10:C14");
    expect(workbook.formulaAt("'Keel plan'!G11")).toBe("=KEEL.BANDS(Targets[Target],Policy,Targets[Band])");
    await go("Home");
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
    expect(read()).not.toContain("doesn’t read yet");
  });

  it("is updated by Set up: other targets, the same tables", async () => {
    const workbook = await withPlan();
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    expect(field("Bonds").value).toBe("40");
    await fill("Bonds", "34");
    await fill("Cash", "16");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Your plan on sheet Keel plan will be written again. Keel asks first.");
    await press("Update the plan");
    expect(read()).toContain("Update your plan?");
    await press("Update");
    expect(["A13", "B13", "A14", "B14"].map((at) => workbook.valueAt(`'Keel plan'!${at}`))).toEqual([
      ...["Bonds", 0.34, "Cash", 0.16],
    ]);
    await press("Undo");
    expect(workbook.valueAt("'Keel plan'!B13")).toBe(0.4);
  });

  it("that has no trades gets their sheet when it is updated, and loses it by Undo", async () => {
    const workbook = await withPlan();
    // As earlier versions of Keel left it: a remark in the cell of the trades' line, and no other sheet.
    workbook.removeSheet("Keel trades");
    workbook.type("'Keel plan'!A8", [["Trades follow."]]);
    await openPane(workbook);
    expect(read()).toContain("Time to rebalance");
    await go("Set up");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Sheet Keel trades: the trades by account from A5 on");
    await press("Update the plan");
    await press("Update");
    expect(workbook.formulaAt("'Keel trades'!A5")).toBe("=KEEL.PLAN(Holdings[#All],Targets[#All],Policy,TODAY())");
    expect(workbook.formulaAt("'Keel plan'!A8")).toBe("='Keel trades'!$A$3");
    await press("Undo");
    expect(workbook.formulaAt("'Keel trades'!A5")).toBe("");
    expect(workbook.valueAt("'Keel plan'!A8")).toBe("Trades follow.");
  });

  it("keeps what its owner wrote on the trades' sheet when it is updated", async () => {
    const workbook = await withPlan();
    workbook.type("'Keel trades'!A30", [["Ask Ann first"]]);
    await openPane(workbook);
    await go("Set up");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Sheet Keel trades: your trades by account, which stay as they are and follow");
    await press("Update the plan");
    expect(read()).not.toContain("on sheet Keel trades");
    await press("Update");
    expect(workbook.valueAt("'Keel trades'!A30")).toBe("Ask Ann first");
    expect(workbook.formulaAt("'Keel trades'!A5")).toBe("=KEEL.PLAN(Holdings[#All],Targets[#All],Policy,TODAY())");
  });
});

describe("targets by class of the owner's own", () => {
  const own = (workbook: PaperWorkbook): PaperWorkbook => {
    workbook.type("Goals!B2", [
      ["Asset class", "Weight"],
      ["Cash", 10],
      ["Bonds", 40],
      ["US stocks", 30],
      ["International stocks", 20],
    ]);
    workbook.table("Goals", "Goals!B2:C6");
    return workbook;
  };

  it("are found: the verdict is there without a plan", async () => {
    await openPane(own(asTable(household())));
    expect(read()).toContain("2 of 4 classes are outside the band: Cash and US stocks.");
    expect(read()).toContain("Your targets by class are in");
    expect(button("Set up a plan")).toBeDefined();
  });

  it("stand for the household when they are selected, and are used as they are", async () => {
    const workbook = own(asTable(household()));
    workbook.select("Goals!B3");
    await openPane(workbook);
    expect(read()).toContain("2 of 4 classes are outside the band: Cash and US stocks.");
    await press("Set up a plan");
    await press("Next: your targets");
    expect(field("Bonds").value).toBe("40");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("C3:C6 on sheet Goals: your targets by class, which stay");
    await press("Insert");
    expect(workbook.formulaAt("'Keel plan'!F11")).toBe(
      "=KEEL.DRIFT(KEEL.BYCLASS(Holdings[#All],Goals[Asset class],Policy),Goals[Weight])",
    );
    expect(workbook.formulaAt("'Keel plan'!A11")).toBe('=Goals[Asset class]&""');
    await press("See how you stand");
    expect(read()).toContain("2 of 4 classes are outside the band: Cash and US stocks.");
  });

  it("bring bands of single classes, which count in the pane and in the plan's formulas", async () => {
    const workbook = own(asTable(household()));
    // Of 10 % cash 15 % is 10,000 more than there should be, which its own band allows.
    workbook.type("Goals!D2", [["Band"], ["10 points"], [""], [""], [""]]);
    await workbook.apply({
      title: "",
      steps: [{ do: "resize table", name: "Goals", block: blockAt("Goals!B2:D6") as Block }],
    });
    await openPane(workbook);
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
    await press("Set up a plan");
    await press("Next: your targets");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
    await press("Insert");
    const values = "KEEL.BYCLASS(Holdings[#All],Goals[Asset class],Policy)";
    expect(workbook.formulaAt("'Keel plan'!I11")).toBe(`=KEEL.STATUS(${values},Goals[Weight],Policy,Goals[Band])`);
    expect(workbook.formulaAt("'Keel plan'!G11")).toBe("=KEEL.BANDS(Goals[Weight],Policy,Goals[Band])");
    await press("See how you stand");
    expect(read()).toContain("1 of 4 classes is outside the band: US stocks.");
  });

  it("are changed only after a question, in their own form", async () => {
    const workbook = own(asTable(household()));
    await openPane(workbook);
    await press("Set up a plan");
    await press("Next: your targets");
    await fill("Bonds", "30");
    await fill("Cash", "20");
    await press("Next: your rule");
    await press("Next: preview");
    await press("Insert");
    expect(read()).toContain("C3:C6 on sheet Goals: your targets, with the new ones");
    await press("Replace");
    expect(["C3", "C4", "C5", "C6"].map((at) => workbook.valueAt(`Goals!${at}`))).toEqual([20, 30, 30, 20]);
  });
});
