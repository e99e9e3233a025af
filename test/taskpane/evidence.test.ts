import { afterEach, describe, expect, it } from "@jest/globals";
import { backtest, history } from "../../src/operations";
import { closePanes, fill, go, openPane, pick, press, read, settled, spoken, until } from "./drive";
import { drifted, driftedWithReturns, withPlanSheet } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

const toldPast = /your rule would have made/;

/** What BACKTEST answers about months of stocks and bonds, below its headings, by label. */
async function figures(
  names: string,
  targets: readonly number[],
  policy: string,
): Promise<ReadonlyMap<string, number>> {
  const returns = await history.answer([[`monthly ${names}`]]);
  if (!returns.ok) throw new Error("no returns");
  const answer = await backtest.answer(
    returns.cells,
    targets.map((target) => [target]),
    [[policy]],
  );
  if (!answer.ok) throw new Error("no answer");
  return new Map(
    answer.cells.slice(1).map(([label, value]) => [typeof label === "string" ? label : "", Number(value)]),
  );
}

describe("what a rule would have done", () => {
  it("tells of the plan's rule by the built-in months that its funds stand for, as BACKTEST does", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await withPlanSheet(workbook, [
      ["Look", "annual"],
      ["Band", "5/25"],
    ]);
    await openPane(workbook);
    await go("Evidence");
    await until(toldPast);
    const told = await figures("stocks, bonds, bills", [0.65, 0.25, 0.1], "annual and 5/25");
    const never = await figures("stocks, bonds, bills", [0.65, 0.25, 0.1], "");
    const millions = (value = 0): string => `$${(value / 1e6).toFixed(value > 1e7 ? 0 : 1)} million`;
    expect(read()).toContain(
      `From January 1926 to December 2025, your rule would have made $10,000 into ${millions(told.get("Final value"))}.`,
    );
    expect(read()).toContain(`It would have rebalanced ${told.get("Rebalances") ?? 0} times`);
    expect(read()).toContain(`Never rebalancing would have ended with ${millions(never.get("Final value"))}`);
    expect(read()).toContain("US stocks at 65%, for US stocks and Foreign stocks.");
    expect(read()).toContain("US Treasury bills at 10%, for Money market.");
    expect(read()).toContain("monthly averages: volatility about a fifth too low");
    expect(read()).toContain("It promises nothing.");
    const [growth, falls] = [...document.querySelectorAll("svg[role=img]")].map((svg) =>
      svg.getAttribute("aria-label"),
    );
    expect(growth).toContain("Growth of $10,000");
    expect(falls).toContain(`at worst ${((told.get("Max drawdown") ?? 0) * -100).toFixed(1)}% with your rule`);
  });

  it("asks what a fund stands for that it can't tell, and keeps the answer", async () => {
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
    expect(read()).toContain("Keel can’t tell what The Windfall Trust is made of.");
    // What there is to ask is no secret until then.
    expect(read()).toContain("Then you can ask: What would my rule have done? How would I have stood a crash?");
    expect(read()).not.toMatch(toldPast);
    await fill("The Windfall Trust", "bonds");
    await until(toldPast);
    await go("Home");
    await go("Evidence");
    await until(toldPast);
    expect(read()).toContain("US bonds at 40%, for The Windfall Trust.");
  });

  it("asks the workbook's own table of returns, and the built-in ones where these can't be read", async () => {
    const workbook = driftedWithReturns();
    await openPane(workbook);
    await go("Evidence");
    await until(toldPast);
    expect(read()).toContain("From 2021 to 2023, your rule would have made $10,000 into");
    expect(read()).toContain("From your table Returns: 3 periods, 1 a year.");
    await withPlanSheet(workbook, [["Look", "monthly"]]);
    await until(/No answer yet/);
    expect(read()).toContain("Your rule looks every month, and these returns have one figure every year");
    expect(read()).toContain("Look every year instead");
    await press("Ask the built-in US returns");
    await fill("Stable value", "bills");
    await until(toldPast);
    expect(read()).toContain("From January 1926 to December 2025");
    // The rule measures nothing by the table: what is wrong with it is told to whoever asks it, and keeps no other answer.
    workbook.type("Past!B3", [["much"]]);
    await settled(() => undefined);
    expect(read()).toMatch(toldPast);
    await pick("Ask my own table Returns, not the built-in US returns");
    await until(/"much" is not a number/);
    await press("Ask the built-in US returns");
    await until(toldPast);
  });

  it("says that a rule with neither dates nor a band never trades by itself", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await withPlanSheet(workbook, [["Minimum trade", "$100"]]);
    await openPane(workbook);
    await go("Evidence");
    await until(toldPast);
    expect(read()).toContain("Your rule has neither dates nor a band");
  });

  it("says in words where a rule looks more often than the returns have rows", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await withPlanSheet(workbook, [
      ["Look", "weekly"],
      ["Band", "5/25"],
    ]);
    await openPane(workbook);
    await go("Evidence");
    await until(/No answer yet/);
    expect(read()).toContain("Your rule looks every week, and these returns have one figure every month");
    expect(read()).not.toContain("periodsPerYear");
    await press("Change my rule");
    expect(read()).toContain("Step 1 of 5");
  });

  it("takes such a rule to Set up as one that looks as often as there are rows, in one press, whichever was asked", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await withPlanSheet(workbook, [
      ["Look", "daily"],
      ["Band", "5/25"],
    ]);
    await openPane(workbook);
    await go("Evidence");
    await until(/No answer yet/);
    await press("Which rule suits me?");
    await until(/Your rule looks every day/);
    await press("Look every month instead");
    expect(read()).toContain("Step 3 of 5");
    expect(read()).toContain("Look every month and rebalance only if");
    expect(read()).toContain("5 points or 25% of the target");
  });

  it("asks for targets where a list has none", async () => {
    const workbook = new PaperWorkbook();
    workbook.type("Sheet1!A1", [
      ["Fund", "Value"],
      ["Stocks", 6000],
      ["Bonds", 4000],
    ]);
    workbook.select("Sheet1!B2");
    await openPane(workbook);
    await go("Evidence");
    expect(read()).toContain("It has no column of targets.");
    expect(read()).not.toMatch(toldPast);
  });

  it("puts it into the workbook as live formulas with a chart, and one Undo takes it back", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await withPlanSheet(workbook, [["Band", "5/25"]]);
    await openPane(workbook);
    await go("Evidence");
    await until(toldPast);
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    const formulas = (await workbook.keelFormulas()).slice(before.length).map(({ formula }) => formula);
    const past = 'KEEL.HISTORY("monthly stocks, bonds, bills"),$B$6:$B$8';
    expect(formulas).toEqual([
      `=KEEL.BACKTEST(${past},Policy,$B$10)`,
      `=INDEX(KEEL.BACKTEST(${past},"",$B$10),0,2)`,
      `=KEEL.BACKTESTPATH(${past},Policy,$B$10)`,
      `=INDEX(KEEL.BACKTESTPATH(${past},"",$B$10),0,2)`,
    ]);
    const targets = await workbook.read({ sheet: "Keel evidence", row: 5, column: 1, height: 3, width: 1 });
    expect(targets.formulas).toEqual([
      ["=SUM('401(k)'!$C$2:$C$3)/SUM('401(k)'!$C$2:$C$5)"],
      ["=SUM('401(k)'!$C$4)/SUM('401(k)'!$C$2:$C$5)"],
      ["=SUM('401(k)'!$C$5)/SUM('401(k)'!$C$2:$C$5)"],
    ]);
    const chart = workbook.applied.at(-1)?.steps.find((step) => step.do === "chart");
    expect(chart).toMatchObject({ kind: "growth", categories: { row: 13, column: 4, height: 1200 } });
    expect(spoken()).toBe("The formulas and the chart are on sheet Keel evidence.");
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual(before);
  });
});
