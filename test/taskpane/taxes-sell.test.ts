import { afterEach, describe, expect, it } from "@jest/globals";
import { householdSheet } from "../../src/sheets";
import { dayInWords, daySerial } from "../../src/taskpane/standing/day";
import { closePanes, field, fill, go, openPane, press, read, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";
import { householdWorkbook } from "./taxes-household";

afterEach(closePanes);

const NOW = "I need money nowWhat is left of an early withdrawal after tax and penalty.";
const LATELY = daySerial(new Date()) - 100;

/** A taxable account with three lots of a fund at 120: a loss, a short-term gain and a long-term one. */
function withLots(): PaperWorkbook {
  const workbook = new PaperWorkbook();
  workbook.type("Accounts!A1", [
    [...["Account", "Account type", "Fund", "Asset class", "Shares", "Price", "Value", "Cost basis", "Acquired"]],
    ["Acme 401(k)", "401(k)", "Target 2040", "US stocks", 4000, 20, 80_000, "", ""],
    ["Brokerage", "Taxable", "ITOT", "US stocks", 100, 120, 12_000, 15_000, 45_000],
    ["Brokerage", "Taxable", "ITOT", "US stocks", 50, 120, 6000, 3000, LATELY],
    ["Brokerage", "Taxable", "ITOT", "US stocks", 100, 120, 12_000, 6000, 44_000],
    ["Brokerage", "Taxable", "BND", "Bonds", 10, 75, 750, "", ""],
  ]);
  workbook.table("Holdings", "Accounts!A1:I6");
  workbook.select("Accounts!A2");
  return workbook;
}

/** The same with a rule that says tax rates. */
async function withRates(workbook: PaperWorkbook): Promise<PaperWorkbook> {
  const rows = [
    ["US stocks", 80],
    ["Bonds", 20],
  ] as const;
  await workbook.apply(
    householdSheet(
      { holdings: { table: "Holdings" }, targets: { table: "Targets", rows } },
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
  return workbook;
}

async function ask(workbook: PaperWorkbook): Promise<PaperWorkbook> {
  await openPane(workbook);
  await go("Taxes");
  await press(NOW);
  await fill("From which account", "lots Brokerage");
  return workbook;
}

describe("money out of a taxable account", () => {
  // The loss of 3,000 in 12,000, then 600 of the long-term lot, half of them gain, which the loss more than sets off.
  // 24,600: long-term 6,000 − 3,000 at 15 % is 450, and 600 of the short-term lot, 300 of gain at 22 %, is 66.
  it("says which lots to sell for the least tax, and what of each", async () => {
    await ask(await withRates(withLots()));
    expect(field("Price of a share").value).toBe("120");
    await fill("How much to take out", "12,600");
    await until(/Selling/);
    expect(read()).toContain("Selling $12,600.00 of ITOT makes a loss of $2,700.00, and costs $0.00 of tax.");
    expect(read()).toContain(`100 shares bought ${dayInWords(45_000)}$12,000.00Long-term loss $3,000.00`);
    expect(read()).toContain(`5 shares bought ${dayInWords(44_000)}$600.00Long-term gain $300.00`);
    expect(read()).toContain("(IRC 1222)");
    await fill("How much to take out", "24,600");
    await until(/costs \$516.00 of tax/);
    expect(read()).toContain(`5 shares bought ${dayInWords(LATELY)}$600.00Short-term gain $300.00, tax $66.00`);
    expect(document.querySelector("figure[role=img]")?.getAttribute("aria-label")).toBe(
      "You keep $24,084.00, tax $516.00.",
    );
    // The oldest lot alone: 6,000 of gain at 15 %.
    await fill("Which lots first", "fifo");
    await fill("How much to take out", "12,000");
    await until(/costs \$900.00 of tax/);
  });

  it("puts the lots in as references to their cells, with SELLORDER over them, and takes all back", async () => {
    const workbook = await ask(await withRates(withLots()));
    await fill("How much to take out", "12,600");
    await until(/Selling/);
    const before = (await workbook.keelFormulas()).length;
    await press("Put this answer in my workbook");
    const sheet = "'Keel lots to sell'";
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toContain(
      "=KEEL.SELLORDER($A$9:$F$12,$B$4,$B$5,$B$6,TODAY(),Policy)",
    );
    expect(workbook.formulaAt(`${sheet}!B4`)).toBe("=Accounts!$F$3");
    expect(workbook.valueAt(`${sheet}!B5`)).toBe(12_600);
    expect(["A9", "B9", "C9", "D9", "E9", "F9"].map((cell) => workbook.valueAt(`${sheet}!${cell}`))).toEqual([
      ...["Account", "Account type", "Fund", "Shares", "Cost basis", "Acquired"],
    ]);
    expect(["D10", "E11", "F12"].map((cell) => workbook.formulaAt(`${sheet}!${cell}`))).toEqual([
      ...["=Accounts!$E$3", "=Accounts!$H$4", "=Accounts!$I$5"],
    ]);
    await press("Undo");
    expect(await workbook.keelFormulas()).toHaveLength(before);
    expect(workbook.formulaAt(`${sheet}!D10`)).toBe("");
  });

  it("does without rates, a day and a basis, and says so; asks for no more than there is", async () => {
    await ask(withLots());
    await fill("How much to take out", "600");
    await until(/Selling \$600.00 of ITOT makes a loss of \$150.00\./);
    expect(read()).toContain("Your rule gives no tax rates");
    await fill("Which fund to sell", "BND");
    await until(/of BND makes a gain of \$600.00/);
    await fill("How much to take out", "800");
    await until(/750/);
    expect(document.querySelector("[aria-label=Answer] [role=alert]")).not.toBeNull();
    await fill("From which account", "account Acme 401(k)");
    expect(read()).toContain("Say how much to take out, how you file");
  });

  it("says what the list lacks where it has no shares", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Accounts!A1", [
      ["Account", "Account type", "Fund", "Asset class", "Value"],
      ["Acme 401(k)", "401(k)", "Target 2040", "US stocks", 80_000],
      ["Brokerage", "Taxable", "ITOT", "US stocks", 12_000],
    ]);
    workbook.table("Holdings", "Accounts!A1:E3");
    workbook.select("Accounts!A2");
    await ask(workbook);
    expect(read()).toContain("Your list says no shares for Brokerage.");
  });
});

// 80,000 ÷ 24.6, the years of the table at 75.
describe("what must be taken out", () => {
  it("is asked from 70 on, by the year of birth and the balance of December 31", async () => {
    const workbook = householdWorkbook();
    await openPane(workbook);
    await go("Taxes");
    await press(NOW);
    await fill("Tax year", "2026");
    await fill("Your age", "69");
    expect(read()).not.toContain("What you must take out");
    await fill("Your age", "75");
    expect(field("What the account held last December 31").value).toBe("80,000");
    await fill("The year you were born", "1951");
    await until(/In 2026 you must take out \$3,252.03/);
    expect(read()).toContain("Uniform Lifetime Table");
    expect(read()).toContain("IRC 401(a)(9)(C)");
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual(["=KEEL.RMD($B$4,$B$5,$B$6)"]);
    expect(workbook.formulaAt("'Keel distribution'!B4")).toBe(
      '=SUMIFS(Holdings[Value],Holdings[Account],"Acme 401(k)")',
    );
    expect(read()).toContain("December 31, 2026");
    // The first one, at 73, may wait.
    await fill("The year you were born", "1953");
    await until(/April 1, 2027/);
    expect(read()).not.toContain("December 31, 2026");
    await fill("The year you were born", "1955");
    await until(/must take out nothing: it begins in the year in which you turn 73, 2028/);
    expect(read()).not.toContain("No later than");
    await fill("The year you were born", "1959");
    await until(/proposed/i);
  });
});
