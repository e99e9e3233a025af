import { afterEach, describe, expect, it } from "@jest/globals";
import { frontier, history } from "../../src/operations";
import { closePanes, fill, go, openPane, press, read, spoken, until } from "./drive";
import { drifted, driftedWithReturns } from "./drifted";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

const question = "What does the past say of my mix?";
const told = /give or take [\d.]+% by luck alone/;

/** The figures of the mixes on the screen, by label: a text a column. */
function figures(): ReadonlyMap<string, readonly string[]> {
  const table = document.querySelector('table[aria-label="Mixes, their figures and weights"]');
  return new Map(
    [...(table?.querySelectorAll("tbody") ?? [])].map((row) => [
      row.querySelector("th")?.textContent ?? "",
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    ]),
  );
}

const inPercent = (fraction: unknown): string => `${(Number(fraction) * 100).toFixed(1)}%`;

describe("the mix beside the efficient line", () => {
  it("marks targets, today and the least risk on the built-in months, as FRONTIER has them", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await openPane(workbook);
    await go("Evidence");
    await press(question);
    await until(told);
    const months = await history.answer([["monthly stocks, bonds, bills"]]);
    if (!months.ok) throw new Error("no returns");
    const line = await frontier.answer(months.cells);
    if (!line.ok) throw new Error("no line");
    const [least, best] = [line.cells[1], line.cells.at(-1)];
    expect(figures().get("Risk a year")?.slice(2)).toEqual([inPercent(least?.[0]), inPercent(best?.[0])]);
    expect(figures().get("Return a year")?.slice(2)).toEqual([inPercent(least?.[1]), inPercent(best?.[1])]);
    // Held: 41,600 of stocks, 11,000 of bonds, 7,400 of cash.
    expect(figures().get("In Stocks")?.slice(0, 2)).toEqual(["65.0%", inPercent(41_600 / 60_000)]);
    expect(figures().get("In Bills")?.slice(0, 2)).toEqual(["10.0%", inPercent(7400 / 60_000)]);
    expect(read()).toContain("one standard error of each mean");
    expect(read()).toContain("a ten-billionth of the mean variance (a ridge)");
    expect(read()).toContain("It promises nothing.");
    const label = document.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? "";
    expect(label).toMatch(/Your targets: risk .*Today: risk .*Least risk: risk /);
  });

  it("asks the own returns, says why a short history gives no line, and that one fund leaves no choice", async () => {
    const workbook = driftedWithReturns();
    await openPane(workbook);
    await go("Evidence");
    await press(question);
    await until(/No answer yet/);
    expect(read()).toMatch(/5 periods|at least 5/);
    await closePanes();
    const single = new PaperWorkbook();
    single.type("Sheet1!A1", [
      ["Fund", "Value", "Target"],
      ["Total stock market", 6000, 1],
    ]);
    single.table("Holdings", "Sheet1!A1:C2");
    single.select("Sheet1!B2");
    await openPane(single);
    await go("Evidence");
    await press(question);
    await until(/With a single fund there is no choice of a mix/);
    expect(figures().get("In Stocks")).toEqual(["100.0%", "100.0%", "100.0%", "100.0%"]);
  });

  it("goes into the workbook as live formulas with a chart, and one Undo takes it back", async () => {
    const workbook = drifted();
    await openPane(workbook);
    await go("Evidence");
    await fill("Stable value", "bills");
    await press(question);
    await until(told);
    const before = await workbook.keelFormulas();
    await press("Put it in my workbook");
    expect(spoken()).toBe("The formulas and the chart are on sheet Keel frontier.");
    const past = 'KEEL.HISTORY("monthly stocks, bonds, bills")';
    expect((await workbook.keelFormulas()).slice(before.length).map(({ formula }) => formula)).toEqual([
      `=KEEL.OPTIMIZE(${past},"min variance")`,
      `=KEEL.FRONTIER(${past},20)`,
      `=INDEX(KEEL.BACKTEST(${past},$B$6:$B$8,"monthly"),4,2)`,
      `=B14*INDEX(KEEL.BACKTEST(${past},$B$6:$B$8,"monthly"),5,2)`,
    ]);
    expect(workbook.applied.at(-1)?.steps.some((step) => step.do === "chart")).toBe(true);
    await press("Undo");
    expect(await workbook.keelFormulas()).toEqual(before);
  });
});
