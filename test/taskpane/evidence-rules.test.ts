import { afterEach, describe, expect, it } from "@jest/globals";
import { compare, episodes, history } from "../../src/operations";
import { closePanes, fill, go, openPane, press, read, spoken, until } from "./drive";
import { drifted, driftedWithReturns, withPlanSheet } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

const toldRules = /of your money out of place on average/;
const toldCrash = /your rule would have lost/;

/** The pane at one of Evidence's questions, over a plan with this rule. */
async function at(question: string, settings: Parameters<typeof withPlanSheet>[1]): Promise<PaperWorkbook> {
  const workbook = drifted();
  workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
  await withPlanSheet(workbook, settings);
  await openPane(workbook);
  await go("Evidence");
  await until(/your rule would have made/);
  await press(question);
  return workbook;
}

const which = "Which rule suits me?";
const crash = "How would I have stood a crash?";

/** How often COMPARE says that some rules rebalance, on the months of the plan above. */
async function rebalances(...policies: readonly string[]): Promise<readonly unknown[]> {
  const returns = await history.answer([["monthly stocks, bonds, bills"]]);
  if (!returns.ok) throw new Error("no returns");
  const answer = await compare.answer(
    returns.cells,
    [[0.65], [0.25], [0.1]],
    policies.map((policy) => [policy]),
  );
  if (!answer.ok) throw new Error("no answer");
  const column = answer.cells[0]?.indexOf("Rebalances") ?? -1;
  return answer.cells.slice(1).map((row) => row[column]);
}

function pictures(): readonly (string | null)[] {
  return [...document.querySelectorAll("svg[role=img]")].map((svg) => svg.getAttribute("aria-label"));
}

/** A button of the grid, by what is read of it. */
function ruleButton(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].find((one) => one.textContent.startsWith(name));
  if (!found) throw new Error(`no ${name}`);
  return found;
}

describe("which rule suits", () => {
  it("tells how often the owner's rule and another with its band rebalance, as COMPARE does", async () => {
    await at(which, [
      ["Look", "annual"],
      ["Band", "5pp"],
    ]);
    await until(toldRules);
    const [own, monthly] = await rebalances("annual and 5%", "monthly and 5%");
    expect(read()).toContain(
      `From January 1926 to December 2025, your rule would have rebalanced ${String(own)} times, with`,
    );
    expect(read()).toContain(
      `Looking every month with the same band would have meant rebalancing ${String(monthly)} times, with`,
    );
    expect(read()).toContain("Never rebalancing is not in the picture");
    expect(read()).toContain("so none is counted for any of them");
    expect(read()).toContain("No rule is right for everyone.");
    expect(read()).toContain("monthly averages: volatility about a fifth too low");
    expect(read()).not.toMatch(/\bbest\b/i);
    expect(pictures()).toHaveLength(1);
    expect(pictures()[0]).toContain(`yours ${String(own)} times`);
    const matrix = document.querySelector("table[aria-label^='Rules by band']");
    expect(matrix?.querySelectorAll("button")).toHaveLength(19);
    expect(ruleButton("Every year, 5 points, as your rule:").textContent).toContain(`◆ ${String(own)}×`);
  });

  it("shows a pressed rule's figures beside the owner's, and takes it to Set up", async () => {
    await at(which, [
      ["Look", "annual"],
      ["Band", "5pp"],
      ["Minimum trade", "$100"],
    ]);
    await until(toldRules);
    expect(read()).toContain("counts for it alone");
    const pressed = ruleButton("Every quarter, 5/25:");
    await press(pressed.textContent.trim());
    expect(ruleButton("Every quarter, 5/25:").getAttribute("aria-pressed")).toBe("true");
    const [quarterly] = await rebalances("quarterly and 5/25");
    const figures = document.querySelector("table[aria-label='Your rule and Every quarter, 5/25']");
    expect(figures?.querySelector("tbody tr")?.textContent).toMatch(new RegExp(`^Rebalances\\d+${String(quarterly)}$`));
    await press("Use this rule");
    expect(read()).toContain("Step 3 of 5");
    expect(read()).toContain("Look every quarter and rebalance only if");
    expect(read()).toContain("5 points or 25% of the target");
    expect(read()).toContain("$100");
  });

  it("takes a rule that the questions have no answer for to Set up in words", async () => {
    await at(which, [["Band", "5/25"]]);
    await until(toldRules);
    await press(ruleButton("Every month, 1 point:").textContent.trim());
    await press("Use this rule");
    expect(document.querySelector("textarea")?.value).toBe("monthly and 1%");
  });

  it("says so where a rule never trades, and keeps it out of the picture", async () => {
    await at(which, [["Minimum trade", "$100"]]);
    await until(toldRules);
    expect(read()).toContain("your rule would never have rebalanced, with");
    expect(read()).toContain("Nor is your rule, which would never have rebalanced.");
    expect(pictures()).toHaveLength(1);
  });

  it("says that nothing drifts where all targets stand for one thing", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Sheet1!A1", [
      ["Fund", "Value", "Target"],
      ["Total stock market", 6000, 0.6],
      ["International stock index", 4000, 0.4],
    ]);
    workbook.table("Holdings", "Sheet1!A1:C3");
    workbook.select("Sheet1!B2");
    await openPane(workbook);
    await go("Evidence");
    await until(/your rule would have made/);
    await press(which);
    await until(/one thing alone can’t drift/);
    expect(read()).toContain("All your targets stand for US stocks");
    expect(pictures()).toEqual([]);
  });

  it("goes over a short table of the owner's own, where some rules never trade", async () => {
    const workbook = driftedWithReturns();
    await withPlanSheet(workbook, [["Look", "annual"]]);
    await openPane(workbook);
    await go("Evidence");
    await until(/your rule would have made/);
    await press(which);
    await until(toldRules);
    expect(read()).toContain("From 2021 to 2023, your rule would have rebalanced 2 times");
    expect(read()).toMatch(/“Every year, 10 points”.* which would never have rebalanced/);
    expect(read()).toContain("From your table Returns: 3 periods, 1 a year.");
  });

  it("goes into the workbook as COMPARE with two charts, and one Undo takes it back", async () => {
    const workbook = await at(which, [
      ["Band", "5/25"],
      ["Cost", "0.1%"],
    ]);
    await until(toldRules);
    expect(read()).toContain("All of them pay the costs that your rule names.");
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    const formulas = (await workbook.keelFormulas()).slice(before.length).map(({ formula }) => formula);
    const past = 'KEEL.HISTORY("monthly stocks, bonds, bills"),$B$6:$B$8';
    expect(formulas.slice(0, 2)).toEqual([
      `=KEEL.COMPARE(${past},$A$11:$A$29)`,
      `=INDEX(KEEL.COMPARE(${past},Policy),2,0)`,
    ]);
    // Two for each rule, the owner's among them: how far it strayed, and how rarely it traded.
    expect(formulas.slice(2)).toHaveLength(40);
    const rules = await workbook.read({ sheet: "Keel rules", row: 10, column: 0, height: 20, width: 1 });
    expect(rules.values.flat().slice(0, 3)).toEqual([
      "monthly; cost 0.1%",
      "monthly and 1%; cost 0.1%",
      "monthly and 5%; cost 0.1%",
    ]);
    expect(rules.values.flat().slice(-2)).toEqual(["never; cost 0.1%", "Your rule"]);
    const charts = workbook.applied.at(-1)?.steps.filter((step) => step.do === "chart");
    expect(charts?.map((chart) => chart.series[0]?.values.column)).toEqual([12, 8]);
    expect(spoken()).toBe("The formulas and the chart are on sheet Keel rules.");
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual(before);
  });
});

describe("how a crash would have been stood", () => {
  it("tells the deepest fall in percent and in the owner's dollars, as EPISODES does", async () => {
    await at(crash, [
      ["Look", "annual"],
      ["Band", "5/25"],
    ]);
    await until(toldCrash);
    const answer = await episodes.answer([[0.65], [0.25], [0.1]], [["annual and 5/25"]]);
    if (!answer.ok) throw new Error("no answer");
    const column = answer.cells[0]?.indexOf("Policy's fall") ?? -1;
    const falls = answer.cells.slice(1).map((row) => Number(row[column]));
    const deepest = Math.min(...falls);
    expect(read()).toContain(
      `In the deepest of ${falls.length} falls, from September 1929 to June 1932, your rule would have lost`,
    );
    expect(read()).toContain(`your rule would have lost ${(-deepest * 100).toFixed(1).replace(/\.0$/, "")}%.`);
    const gone = Math.round(-deepest * 60_000).toLocaleString("en-US");
    expect(read()).toContain(
      `Of your $60,000 today, $${gone} would have been gone on paper, 2 years 9 months after the top.`,
    );
    expect(read()).toContain("The mix was back where it had been by");
    expect(read()).toContain("Past falls promise nothing about the next one");
    expect(pictures()[0]).toContain(`How deep ${falls.length} falls went`);
    const tables = [...document.querySelectorAll("table[aria-label]")].map(
      (table) => table.querySelectorAll("tbody tr").length,
    );
    expect(tables).toEqual([falls.length, falls.length]);
  });

  it("says what the deepest fall is where none is deep enough, and offers nothing to insert", async () => {
    const workbook = driftedWithReturns([
      [2021, 0.07, 0.1, -0.02, 0.02],
      [2022, -0.04, -0.05, -0.03, 0.02],
      [2023, 0.05, 0.07, 0.05, 0.03],
    ]);
    await openPane(workbook);
    await go("Evidence");
    await until(/your rule would have made/);
    await press(crash);
    await until(/never fell by 10% in these returns; its deepest fall was 3.3%/);
    // 50 % of −4 %, 15 % of −5 %, 25 % of −3 %, 10 % of 2 %: −3.3 % of $60,000.
    expect(read()).toContain("Of your $60,000 today, $1,980 would have been gone on paper.");
    expect(pictures()).toEqual([]);
    expect(read()).not.toContain("Put it in my workbook");
  });

  it("says that a fall has not come back, and counts rows where they have no dates", async () => {
    const workbook = drifted();
    workbook.type("Past!A1", [
      ["US", "Foreign", "Bonds", "Stable"],
      [0.2, 0.1, 0.02, 0.02],
      [-0.4, -0.5, 0.02, 0.02],
      [0.05, 0.07, 0.05, 0.03],
    ]);
    workbook.table("Returns", "Past!A1:D4");
    await withPlanSheet(workbook, [["Look", "annual"]]);
    await openPane(workbook);
    await go("Evidence");
    await until(/your rule would have made/);
    await press(crash);
    await until(/In the one fall, from row 1 to row 2, your rule would have lost 26.8%/);
    expect(read()).toContain("It has not come back so far.");
    expect(read()).toContain("from row to row of your table");
    expect(read()).toContain("Rows down");
    expect(read()).toContain("not yet");
  });

  it("goes into the workbook as EPISODES of stocks, bonds and bills, with a chart, and one Undo takes it back", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Foreign stock fund", 7400, 0.1]]);
    await withPlanSheet(workbook, [["Band", "5/25"]]);
    await openPane(workbook);
    await go("Evidence");
    await until(/your rule would have made/);
    await press(crash);
    await until(toldCrash);
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    const formulas = (await workbook.keelFormulas()).slice(before.length).map(({ formula }) => formula);
    expect(formulas).toEqual(["=KEEL.EPISODES($B$6:$B$8,Policy)"]);
    const targets = await workbook.read({ sheet: "Keel crashes", row: 5, column: 0, height: 3, width: 2 });
    expect(targets.formulas.map(([, formula]) => formula)).toEqual([
      "=SUM('401(k)'!$C$2:$C$3,'401(k)'!$C$5)/SUM('401(k)'!$C$2:$C$5)",
      "=SUM('401(k)'!$C$4)/SUM('401(k)'!$C$2:$C$5)",
      "",
    ]);
    expect(targets.values[2]).toEqual(["US bills", 0]);
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual(before);
  });

  it("asks about another fund once it is said what it stands for", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Sheet1!A1", [
      ["Fund", "Value", "Target"],
      ["Total stock market", 6000, 0.6],
      ["The Windfall Trust", 4000, 0.4],
    ]);
    workbook.table("Holdings", "Sheet1!A1:C3");
    workbook.select("Sheet1!B2");
    await openPane(workbook);
    await go("Evidence");
    await fill("The Windfall Trust", "bills");
    await until(/your rule would have made/);
    await press(crash);
    await until(/In the deepest of \d+ falls/);
    expect(read()).toContain("Of your $10,000 today");
  });
});
