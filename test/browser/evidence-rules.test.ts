import { describe, expect, test } from "@jest/globals";
import { complaints, screenshot } from "./browser";
import { goToEvidence, wholePane } from "./evidence-screen";
import { eventually, openWorkbench, valuesIn } from "./grid";

describe("which rule suits, and how a crash was stood, in the workbench", () => {
  test("go into the workbook as formulas that calculate, with charts, and one Undo takes each back", async () => {
    const page = await openWorkbench({ height: 1100 });
    await goToEvidence(page);
    await page.getByLabel("Vanguard Real Estate Index").selectOption({ label: "US stocks" });
    await page.getByRole("button", { name: "Which rule suits me?" }).click();
    const headline = page.getByRole("heading", { name: /your rule would have rebalanced \d+ times/ });
    await headline.waitFor();
    const times = Number(/rebalanced (\d+) times/.exec((await headline.textContent()) ?? "")?.[1]);
    await page.getByRole("button", { name: "Put it in my workbook" }).click();
    await page.getByText(/It is on sheet/).waitFor();
    const rules = await eventually(
      page,
      () => valuesIn(page, { sheet: "Keel rules", row: 0, column: 0, height: 40, width: 14 }),
      (rows) => rows.filter((row) => typeof row[8] === "number" && typeof row[12] === "number").length === 20,
    );
    await page.waitForTimeout(500);
    await screenshot(page, "evidence-rules-sheet");
    const headings = rules.find((row) => row[0] === "Rules to compare");
    expect(headings?.slice(1, 3)).toEqual(["Policy", "Final value"]);
    expect(headings?.[8]).toBe("Rebalances");
    const own = rules.find((row) => row[0] === "Your rule");
    expect(own?.[8]).toBe(times);
    // How much lay out of place is the page's figure, and never rebalancing strays the furthest of all.
    const strayed = Number(/with ([\d.]+)% of your money/.exec((await headline.textContent()) ?? "")?.[1]);
    expect(Number(own?.[12]) * 100).toBeCloseTo(strayed, 1);
    expect(own?.[13]).toBeCloseTo(1200 / times, 9);
    const all = rules.filter((row) => typeof row[12] === "number");
    expect(all.find((row) => row[0] === "never")?.[12]).toBe(Math.max(...all.map((row) => Number(row[12]))));
    // COMPARE has each rule beside the cell that says it.
    const compared = rules.filter((row) => typeof row[8] === "number" && row[0] !== "Your rule");
    expect(compared.map((row) => row[1])).toEqual(compared.map((row) => row[0]));
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByText("Taken back.").waitFor({ state: "attached" });

    await page.getByRole("button", { name: "How would I have stood a crash?" }).click();
    const crash = page.getByText(/today, \$[\d,]+ would have been gone on paper/);
    await crash.waitFor();
    const gone = /today, \$([\d,]+) would/.exec((await crash.textContent()) ?? "")?.[1];
    await page.getByRole("button", { name: "Put it in my workbook" }).click();
    await page.getByText(/It is on sheet/).waitFor();
    const crashes = await eventually(
      page,
      () => valuesIn(page, { sheet: "Keel crashes", row: 0, column: 0, height: 40, width: 11 }),
      (rows) => rows.filter((row) => typeof row[10] === "number").length === 10,
    );
    await page.waitForTimeout(500);
    await screenshot(page, "evidence-crashes-sheet");
    const falls = crashes.filter((row) => typeof row[10] === "number");
    expect(falls[0]?.[0]).toBe("1929–1932");
    const most = Math.max(...falls.map((row) => Number(row[10])));
    expect(Math.round(most).toLocaleString("en-US")).toBe(gone);
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByText("Taken back.").waitFor({ state: "attached" });
    expect(complaints(page)).toEqual([]);
  }, 120_000);

  test("are told of a household's classes, and a press on a dot picks its rule", async () => {
    const page = await openWorkbench({}, "household");
    await goToEvidence(page);
    for (const choice of await page.locator("#pane select").all()) {
      if ((await choice.inputValue()) === "") await choice.selectOption({ label: "US stocks" });
    }
    await page.getByRole("button", { name: "Which rule suits me?" }).click();
    await page.getByRole("img", { name: /rules by how often/ }).waitFor();
    await page.locator("#pane svg[role=img] path").nth(4).click();
    const pressed = page.locator("#pane table button[aria-pressed=true]");
    expect(await pressed.count()).toBe(1);
    const name = ((await pressed.textContent()) ?? "").split(":")[0]?.replace(", as your rule", "");
    await page.getByRole("table", { name: `Your rule and ${name}` }).waitFor();
    await wholePane(page, "evidence-rules-household");
    await page.getByRole("button", { name: "How would I have stood a crash?" }).click();
    await page.getByText(/would have been gone on paper/).waitFor();
    await wholePane(page, "evidence-crashes-household");
    await page.getByRole("button", { name: "Which rule suits me?" }).click();
    await page.getByRole("button", { name: "Every year, 5 points:" }).click();
    await page.getByRole("button", { name: "Use this rule" }).click();
    await page
      .getByRole("status", { name: "What it means" })
      .getByText("Look once a year and rebalance only if a class is more than 5 points from its target")
      .waitFor();
    await page.getByRole("button", { name: "Next: preview" }).waitFor();
    expect(complaints(page)).toEqual([]);
  }, 90_000);
});
