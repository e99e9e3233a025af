import { afterEach, describe, expect, it } from "@jest/globals";
import { closePanes, field, fill, go, openPane, press, read, spoken, until } from "./drive";
import { type PaperWorkbook } from "./paper-workbook";
import { householdWorkbook } from "./taxes-household";

afterEach(closePanes);

async function ask(workbook = householdWorkbook()): Promise<PaperWorkbook> {
  await openPane(workbook);
  await go("Taxes");
  await press("Should I convert some to Roth?What a conversion adds to this year’s tax, bracket by bracket.");
  await fill("Tax year", "2026");
  return workbook;
}

async function askJoint(): Promise<PaperWorkbook> {
  const workbook = await ask();
  await fill("How you file your taxes", "joint");
  await fill("Your other income that year", "100,000");
  return workbook;
}

describe("should I convert some to Roth?", () => {
  it("asks for what it needs, and knows what the pre-tax accounts hold", async () => {
    await ask();
    expect(read()).toContain("Say how you file, your other income and how much to convert");
    expect(read()).toContain("Your pre-tax accounts hold $80,000.00.");
    expect(document.activeElement?.textContent).toBe("Should I convert some to Roth?");
  });

  // 2026, joint: 100,000 less 32,200 is 67,800 taxable; the 12 % bracket ends at 100,800, so 33,000 fit, the rest is at 22 %.
  it("stacks the conversion on the other income, bracket by bracket", async () => {
    await askJoint();
    await fill("How much to convert", "50,000");
    await until(/Converting/);
    // 33,000 × 12 % + 17,000 × 22 % = 3,960 + 3,740
    expect(read()).toContain("Converting $50,000.00 adds $7,700.00 to your federal tax of 2026, 15.4% of it.");
    expect(read()).toContain("$33,000.00 taxed at 12%$3,960.00");
    expect(read()).toContain("$17,000.00 taxed at 22%$3,740.00");
    expect(read()).toContain("Rev. Proc. 2025-32");
    expect(read()).toContain("An estimate, not advice.");
    expect(document.querySelector("figure[role=img]")?.getAttribute("aria-label")).toBe(
      "How the brackets fill. 10%: $24,800.00 of your income and $0.00 of the conversion, of $24,800.00; " +
        "12%: $43,000.00 of your income and $33,000.00 of the conversion, of $76,000.00; " +
        "22%: $0.00 of your income and $17,000.00 of the conversion, of $110,600.00.",
    );
    const steps = [...document.querySelectorAll("details li")].map(({ textContent }) => textContent);
    expect(steps.join(" ")).toContain("Income at 12%: $33,000, tax $3,960.");
  });

  it("offers the amount that fills the bracket of the income, and says what it costs", async () => {
    await askJoint();
    await until(/Fill the 12% bracket/);
    await press("Fill the 12% bracket: $33,000.00");
    await until(/Converting/);
    expect(field("How much to convert").value).toBe("33,000");
    expect(read()).toContain("adds $3,960.00");
    expect(read()).toContain("Room left in the 12% bracket after it$0.00");
  });

  it("says what falls under the standard deduction, and refuses a year without its law", async () => {
    await ask();
    await fill("How you file your taxes", "single");
    await fill("Your other income that year", "0");
    await fill("How much to convert", "20000");
    await until(/Converting/);
    expect(read()).toContain("$16,100.00 of it falls under your standard deduction and isn’t taxed.");
    await fill("Tax year", "2031");
    await until(/2024, 2025/);
    expect(read()).not.toContain("Converting");
    await fill("Tax year", "soon");
    expect(read()).toContain("Type a year such as 2026.");
  });

  it("keeps what was typed while other screens are shown", async () => {
    await askJoint();
    await fill("How much to convert", "50,000");
    await go("Home");
    await go("Taxes");
    expect(field("How much to convert").value).toBe("50,000");
    await until(/adds \$7,700.00/);
    await press("All questions");
    expect(read()).toContain("What do you want to know?");
  });

  it("puts a live formula over cells of its own into the workbook, and one Undo takes it back", async () => {
    const workbook = await askJoint();
    await fill("How much to convert", "50,000");
    await until(/Converting/);
    await press("Put this answer in my workbook");
    expect(spoken()).toBe("The formula is in.");
    expect((await workbook.keelFormulas()).map(({ formula }) => formula)).toEqual([
      "=KEEL.ROTHCONVERSION($B$4,$B$5,$B$6,$B$7)",
    ]);
    const { values } = await workbook.read({ sheet: "Keel conversion", row: 0, column: 0, height: 7, width: 2 });
    expect(values).toEqual([
      ["Roth conversion", ""],
      ["An estimate, not advice. Change the yellow cells, and the answer follows.", ""],
      ["", ""],
      ["Amount to convert", 50_000],
      ["Other income that year", 100_000],
      ["Filing", "joint"],
      ["Tax year", 2026],
    ]);
    await fill("How much to convert", "10,000");
    await until(/adds \$1,200.00/);
    await press("Put this answer in my workbook, too");
    expect(await workbook.keelFormulas()).toHaveLength(2);
    await press("Undo");
    expect(await workbook.keelFormulas()).toHaveLength(1);
    expect(read()).toContain("Put this answer in my workbook");
  });
});
