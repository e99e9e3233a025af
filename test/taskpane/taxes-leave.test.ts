import { afterEach, describe, expect, it } from "@jest/globals";
import { closePanes, field, fill, go, openPane, press, read, until } from "./drive";
import type { PaperWorkbook } from "./paper-workbook";
import { householdWorkbook } from "./taxes-household";

afterEach(closePanes);

async function ask(question: string, age: string): Promise<PaperWorkbook> {
  const workbook = householdWorkbook();
  await openPane(workbook);
  await go("Taxes");
  await press(question);
  await fill("Tax year", "2026");
  await fill("How you file your taxes", "single");
  await fill("Your other income that year", "60000");
  await fill("Your age", age);
  return workbook;
}

const NOW = "I need money nowWhat is left of an early withdrawal after tax and penalty.";
const LEAVE = "I’m leaving my jobThe four things you can do with your plan, side by side.";

// 2026, single: 60,000 less 16,100 is 43,900 taxable; the 12 % bracket ends at 50,400, so of 20,000 more 6,500 are at
// 12 % and 13,500 at 22 %: 780 + 2,970 = 3,750.
describe("I need money now", () => {
  it("says what is left after tax and penalty, from an account of the workbook", async () => {
    await ask(NOW, "40");
    expect(read()).toContain("Acme 401(k), $80,000.00");
    expect(read()).toContain("Roth IRA, $6,000.00");
    expect(read()).toContain("Roth IRA, $6,000.00Brokerage, $15,750.00Another: 401(k)");
    await fill("How much to take out", "20,000");
    await until(/you keep/);
    expect(read()).toContain("Of $20,000.00 taken out in 2026, you keep $14,250.00.");
    expect(read()).toContain("Tax takes $3,750.00 and the penalty $2,000.00.");
    expect(read()).toContain("Withheld when it is paid$4,000.0020% of the taxable part, toward that tax (IRC 3405).");
    expect(read()).toContain("IRC 72(t)(1)");
    expect(document.querySelector("figure[role=img]")?.getAttribute("aria-label")).toBe(
      "You keep $14,250.00, federal tax $3,750.00, penalty $2,000.00.",
    );
  });

  it("knows exceptions, their caps, and for which account they are none", async () => {
    await ask(NOW, "40");
    await fill("How much to take out", "20,000");
    await fill("What it is for", "birth or adoption");
    await until(/covers \$5,000/);
    expect(read()).toContain("the penalty $1,500.00");
    await fill("What it is for", "first home");
    await until(/first home is an exception for IRAs only/);
    await fill("From which account", "type Traditional IRA");
    await until(/the penalty \$1,000.00/);
    expect(read()).toContain("10% of the taxable part, toward that tax");
  });

  it("asks of a Roth what was taxed before, and says when an account holds less", async () => {
    await ask(NOW, "40");
    await fill("How much to take out", "7000");
    await fill("From which account", "account Roth IRA");
    expect(read()).toContain("Roth IRA holds $6,000.00 only.");
    expect(read()).toContain("Say how much to take out");
    await fill("Of that, taxed before", "7000");
    await until(/you keep \$7,000.00/);
    await fill("Of that, taxed before", "8000");
    await until(/8,000/);
    expect(document.querySelector("[aria-label=Answer] [role=alert]")).not.toBeNull();
  });

  it("counts leaving at 55, and puts the formula with what was left out into the workbook", async () => {
    const workbook = await ask(NOW, "56");
    await fill("How much to take out", "20,000");
    await fill("Age in the year you left this job", "55");
    await until(/there is no penalty/);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.EARLYWITHDRAWAL($B$4,$B$5,$B$6,$B$7,$B$8,,$B$9,$B$10)",
    ]);
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual([]);
  });
});

describe("I'm leaving my job", () => {
  // Single, 60,000 and 80,000 more: 6,500 at 12 %, 55,300 at 22 %, the rest of 18,200 at 24 %.
  it("fills the balance in, and shows the four choices with their rules", async () => {
    await ask(LEAVE, "40");
    expect(field("What is in this job’s plan").value).toBe("80,000");
    expect(read()).toContain("Filled in from Acme 401(k) in your workbook.");
    expect(field("Age in the year you leave").value).toBe("40");
    await until(/Cashing out costs/);
    const tax = 6500 * 0.12 + 55_300 * 0.22 + 18_200 * 0.24;
    const lost = (tax + 8000).toLocaleString("en-US", { style: "currency", currency: "USD" });
    expect(read()).toContain(`keeps all $80,000.00. Cashing out costs ${lost} of it.`);
    for (const choice of ["Leave it", "Roll to an IRA", "Roll to the new plan", "Cash out"]) {
      expect([...document.querySelectorAll("h3")].map(({ textContent }) => textContent)).toContain(choice);
    }
    expect(read()).toContain("Withheld when it is paid$16,000.00");
    expect(document.querySelector("figure[role=img]")?.getAttribute("aria-label")).toContain(
      "Leave it: $80,000.00 kept, tax $0.00, penalty $0.00;",
    );
  });

  it("goes by the age in the year of leaving, and puts the formula into the workbook", async () => {
    const workbook = await ask(LEAVE, "54");
    await fill("Age in the year you leave", "55");
    await until(/Exception: separation at 55/);
    await press("Put this answer in my workbook");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.JOBCHANGE($B$4,$B$5,$B$6,$B$7,$B$8,$B$9)",
    ]);
    // The balance is the list's own as long as nobody types another.
    expect(workbook.formulaAt("'Keel job change'!B4")).toBe('=SUMIFS(Holdings[Value],Holdings[Account],"Acme 401(k)")');
    await fill("What is in this job’s plan", "70,000");
    await until(/keeps all \$70,000.00/);
    await press("Put this answer in my workbook, too");
    expect(workbook.formulaAt("'Keel job change 2'!B4")).toBe("");
    expect(workbook.valueAt("'Keel job change 2'!B4")).toBe(70_000);
    await fill("Age in the year you leave", "70");
    await until(/70/);
    expect(document.querySelector("[aria-label=Answer] [role=alert]")).not.toBeNull();
  });
});
