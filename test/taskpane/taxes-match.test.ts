import { afterEach, describe, expect, it } from "@jest/globals";
import { householdSheet } from "../../src/sheets";
import { drifted } from "./drifted";
import { closePanes, field, fill, go, openPane, press, read, settled, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";
import { householdWorkbook, TAXES_HOUSEHOLD } from "./taxes-household";

afterEach(closePanes);

const MATCH = "Am I getting the whole match?What your employer adds, and what you leave behind.";
const LOSSES = "What losses can I take?Lots of taxable accounts that are below what you paid.";

async function ask(workbook: PaperWorkbook, question: string): Promise<PaperWorkbook> {
  await openPane(workbook);
  await go("Taxes");
  await press(question);
  return workbook;
}

describe("am I getting the whole match?", () => {
  // 100,000: 3 % get 3,000; the whole, 3,000 + 50 % of the next 2 % = 4,000, takes 5 %.
  it("says what is left behind, and what share of pay gets it", async () => {
    const workbook = await ask(householdWorkbook(), MATCH);
    await fill("Tax year", "2026");
    await fill("Your yearly pay", "100,000");
    await fill("You pay in", "3");
    await fill("What your employer adds", "100% of 3%, 50% of 2%");
    await until(/a year/);
    expect(read()).toContain("You leave $1,000.00 a year behind. Pay in 5% of your pay to get all $4,000.00.");
    expect(read()).toContain("Pay counts up to $360,000.00 in 2026");
    expect(document.querySelector("figure[role=img]")?.getAttribute("aria-label")).toBe(
      "You get $3,000.00 of $4,000.00, and leave $1,000.00.",
    );
    await fill("You pay in", "5%");
    await until(/You get the whole match, \$4,000.00 a year./);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.EMPLOYERMATCH($B$4,$B$5,$B$6,$B$7)",
    ]);
    await fill("You pay in", "30");
    await until(/limit/i);
  });

  // 2026: 24,500 and 7,500; in the year of one's 62nd birthday the higher catch-up of 11,250, and 1,100 for IRAs.
  it("says what may be paid in at an age, with the year's figures and their source", async () => {
    const workbook = await ask(householdWorkbook(), MATCH);
    await fill("Tax year", "2026");
    expect(read()).toContain("Say your age, and the limits of the year stand here.");
    await fill("Your age", "40");
    await until(/In 2026 you may pay \$24,500.00 into plans at work/);
    expect(read()).toMatch(/Into IRAs\$7,500.00Traditional and Roth together, 2026: Notice 2025-67/);
    await fill("Your age", "62");
    await until(/you may pay \$35,750.00/);
    expect(read()).toContain("Of that, catch-up$11,250.00");
    expect(read()).toContain("Into IRAs$8,600.00");
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual(["=KEEL.LIMIT($B$4,$B$5)"]);
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual([]);
  });

  // 80,000 × 1.05 + 6,000 × 1.025 = 90,150; × 1.05 + 6,150 = 100,807.50. Growth is 100,807.50 − 80,000 − 12,000.
  it("says what it may come to year by year, the plan's balance taken from the list", async () => {
    const workbook = await ask(householdWorkbook(), MATCH);
    await fill("Tax year", "2026");
    await fill("Your yearly pay", "100,000");
    await fill("You pay in", "3");
    await fill("What your employer adds", "100% of 3%");
    expect(field("What is in this job’s plan").value).toBe("80,000");
    expect(read()).toContain("Say your pay, what you pay in, what your employer adds and how much it may grow");
    await fill("It grows a year", "5");
    await fill("For how many years", "2");
    await until(/By the end of 2027/);
    expect(read()).toContain("By the end of 2027 it comes to $100,807.50, if it grows 5% each year.");
    expect(read()).toContain("You pay in$6,000.00");
    expect(read()).toContain("Your employer adds$6,000.00");
    expect(read()).toContain("Growth$8,807.50");
    expect(read()).toContain("From 2027 on: By the limits of 2026, the last known.");
    expect(document.querySelector("svg[role=img], [role=img] svg")).not.toBeNull();
    const picture = [...document.querySelectorAll("[role=img]")].map((each) => each.getAttribute("aria-label"));
    expect(picture).toContain(
      "The balance goes from $80,000.00 to $100,807.50 at the end of 2027, of which $12,000.00 is paid in and matched.",
    );
    const [insert] = [...document.querySelectorAll("[aria-label='What it may come to'] button")];
    expect(insert?.textContent).toBe("Put this answer in my workbook");
    await settled(() => (insert as HTMLButtonElement).click());
    await until(/stays live/);
    expect(workbook.formulaAt("'Keel projection'!B4")).toBe('=SUMIFS(Holdings[Value],Holdings[Account],"Acme 401(k)")');
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.PROJECT($B$4,$B$5,$B$6,$B$7,$B$8,$B$9,$B$10)",
    ]);
  });

  it("says that a limit holds, in which year it begins to", async () => {
    await ask(householdWorkbook(), MATCH);
    await fill("Tax year", "2026");
    await fill("Your yearly pay", "240,000");
    await fill("You pay in", "10");
    await fill("What your employer adds", "50% up to 6%");
    await fill("It grows a year", "0");
    await fill("Your pay grows a year", "10");
    await until(/By the end of 2045/);
    // 24,000 in the first year is below the limit of 24,500, 26,400 in the second is above.
    expect(read()).toContain("From 2027 on: Contribution at its limit, $24,500.");
    expect(read()).toContain("$24,000.00 in 2026");
    await fill("For how many years", "101");
    expect(read()).toContain("Type a number of years from 1 to 100.");
  });

  it("says what is no formula and no percent", async () => {
    await ask(householdWorkbook(), MATCH);
    await fill("Your yearly pay", "100,000");
    await fill("You pay in", "a lot");
    expect(read()).toContain("Type a percent from 0 to 100, such as 6.");
    await fill("You pay in", "6");
    await fill("What your employer adds", "generous");
    await until(/generous/);
    expect(document.querySelector("[aria-label=Answer] [role=alert]")).not.toBeNull();
    await fill("What your employer adds", "50% up to 6%");
    await fill("Your yearly pay", "0");
    await until(/By this formula your employer adds nothing/);
  });
});

describe("what losses can I take?", () => {
  it("lists the lots at a loss, and says which sale would be washed by what", async () => {
    await ask(householdWorkbook(), LOSSES);
    await until(/2 lots are at a loss/);
    expect(read()).toContain("$3,400.00 together");
    expect(read()).toContain("ITOT−$3,000.00");
    expect(read()).toContain("Brokerage, bought March 15, 2023: $15,000.00 paid, worth $12,000.00. Long-term.");
    expect(read()).not.toContain("BND");
    expect(read()).toContain("their losses don’t count");
    expect(read()).toContain("IRC 1091");
  });

  it("puts HARVEST over the list's own lots and prices into the workbook", async () => {
    const workbook = await ask(householdWorkbook(), LOSSES);
    await until(/2 lots/);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.HARVEST(Holdings[#All],Holdings[#All],TODAY())",
    ]);
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual([]);
  });

  // 100 bought at 10, all sold at 6: a loss of 400; 50 bought again in the IRA 10 days later take half of it for good.
  it("says what the wash-sale rule leaves of losses that were taken, by a table of trades", async () => {
    const workbook = householdWorkbook();
    workbook.type("Trades!A1", [
      ["Date", "Fund", "Shares", "Price", "Account", "Account type"],
      [45_800, "ITOT", 100, 10, "Brokerage", "Taxable"],
      [46_000, "ITOT", -100, 6, "Brokerage", "Taxable"],
      [46_010, "ITOT", 50, 6, "My IRA", "Traditional IRA"],
    ]);
    workbook.table("Trades", "Trades!A1:F4");
    await ask(workbook, LOSSES);
    await until(/Sold December 9, 2025 in Brokerage: \$200.00 of the loss of \$400.00 counts./);
    expect(read()).toContain("$200.00 is a wash sale, by the purchase of December 19, 2025 in My IRA (IRC 1091).");
    expect(read()).not.toContain("may still take some");
    expect(
      [...document.querySelectorAll("button")].filter(({ textContent }) => /^Put this/.test(textContent)),
    ).toHaveLength(2);
  });

  // 22 % of nothing short-term, 15 % of 3,000 and of 400.
  it("says what they would save by the tax rates of the policy, and passes the policy on", async () => {
    const workbook = householdWorkbook();
    await workbook.apply(
      householdSheet(
        {
          holdings: { table: "Holdings" },
          targets: {
            table: "Targets",
            rows: [
              ["US stocks", 60],
              ["International stocks", 30],
              ["Bonds", 10],
            ],
          },
        },
        {
          ...{ sheet: "Keel plan", policyTable: "Policy", names: "all", namespace: "KEEL", listName: "Holdings" },
          settings: [
            ["Income tax rate", "22%"],
            ["Gains tax rate", "15%"],
          ],
        },
      ),
    );
    workbook.select("Accounts!A2");
    await ask(workbook, LOSSES);
    await until(/Against gains of the same kind they would save \$510.00 of tax, by the rates of your policy/);
    await press("Put this answer in my workbook");
    const formulas = (await workbook.keelFormulas()).map(({ formula }) => formula);
    expect(formulas).toContain("=KEEL.HARVEST(Holdings[#All],Holdings[#All],TODAY(),Policy)");
  });

  it("goes by symbols where the list has symbols and names", async () => {
    const workbook = new PaperWorkbook();
    const rows = TAXES_HOUSEHOLD.map((row, index) => [
      ...row.map((cell) => (cell === "Fund" ? "Symbol" : cell)),
      index === 0 ? "Fund" : `A fund called ${index}`,
    ]);
    workbook.type("Accounts!A1", rows);
    workbook.table("Holdings", `Accounts!A1:J${rows.length}`);
    workbook.select("Accounts!A2");
    await ask(workbook, LOSSES);
    await until(/2 lots are at a loss/);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.HARVEST(Holdings[#All],IF({1,0},Holdings[Symbol],Holdings[Price]),TODAY())",
    ]);
  });

  it("refuses inside retirement accounts with the reason, and says what a list lacks", async () => {
    const workbook = householdWorkbook();
    workbook.type("Accounts!B4", [["Traditional IRA"], ["Traditional IRA"], ["Traditional IRA"]]);
    await ask(workbook, LOSSES);
    await until(/There is no tax inside retirement accounts, so no loss to take there/);
    await closePanes();
    await ask(drifted(), LOSSES);
    await until(/Price/);
    expect(document.querySelector("[aria-label=Answer] [role=alert]")).not.toBeNull();
  });
});
