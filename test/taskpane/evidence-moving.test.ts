import { afterEach, describe, expect, it } from "@jest/globals";
import { backtest } from "../../src/operations";
import { closePanes, fill, go, openPane, press, read, spoken, until } from "./drive";
import { drifted, withPlanSheet } from "./drifted";
import type { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

/** Month ends from January 2019 on, with returns of four funds that swing, rise and fall. */
const months: readonly (readonly (string | number)[])[] = Array.from({ length: 60 }, (_, month) => [
  new Date(Date.UTC(2019, month + 1, 0)).toISOString().slice(0, 10),
  Math.round(40 * Math.sin(month / 5) + 25 * Math.sin(month * 1.7)) / 1000,
  Math.round(45 * Math.sin(month / 5 + 0.4) - 20 * Math.sin(month * 2.3)) / 1000,
  Math.round(15 * Math.sin(month / 7) + 3) / 1000,
  0.002,
]);

function withReturns(rows: readonly (readonly (string | number)[])[] = months): PaperWorkbook {
  const workbook = drifted();
  workbook.type("'401(k)'!A5", [["The Windfall Trust", 7400, 0.1]]);
  const table = [["Date", "US", "Foreign", "Bond fund", "Stable"], ...rows];
  workbook.type("Past!A1", table);
  workbook.table("Returns", `Past!A1:E${table.length}`);
  return workbook;
}

const question = "What if my targets moved?";
const told = /your fixed targets would have made/;

/** The figures of the table on the screen, by label: a text a column. */
function figures(): ReadonlyMap<string, readonly string[]> {
  const table = document.querySelector('table[aria-label="Fixed targets and targets that move"]');
  return new Map(
    [...(table?.querySelectorAll("tbody") ?? [])].map((row) => [
      row.querySelector("th")?.textContent ?? "",
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    ]),
  );
}

async function ask(workbook: PaperWorkbook): Promise<void> {
  await openPane(workbook);
  await go("Evidence");
  await press(question);
}

describe("targets that move", () => {
  it("says how to have returns where the workbook has none, and why the built-in ones don't serve", async () => {
    const workbook = drifted();
    workbook.type("'401(k)'!A5", [["Money market", 7400, 0.1]]);
    await ask(workbook);
    expect(read()).toContain("Returns of your own come first");
    expect(read()).toContain("flatter a trend rule by some 1.5 points a year");
    expect(read()).toContain("Give each fund of Holdings a column of its own, in the same order");
    expect(read()).toContain("call the table Returns");
  });

  it("compares the fixed mix, as BACKTEST has it, with targets by volatility and trend, and by age once it is typed", async () => {
    const workbook = withReturns();
    await withPlanSheet(workbook, [
      ["Look", "quarterly"],
      ["Band", "2%"],
      ["Cost", "0.1%"],
    ]);
    await ask(workbook);
    await until(told);
    expect(read()).toContain("From January 2019 to December 2023");
    const answer = await backtest.answer(months, [[0.5], [0.15], [0.25], [0.1]], [["quarterly and 2%; cost 0.1%"]]);
    if (!answer.ok) throw new Error("no answer");
    const fixed = new Map(
      answer.cells.map(([label, value]) => [typeof label === "string" ? label : "", Number(value)]),
    );
    expect(figures().get("Rebalances")?.[0]).toBe(String(fixed.get("Rebalances")));
    expect(figures().get("Deepest fall")?.[0]).toBe(`−${((fixed.get("Max drawdown") ?? 0) * -100).toFixed(1)}%`);
    expect(figures().get("At the end")).toHaveLength(3);
    // Such rules trade more, which the screen says with its own counts.
    const [fixedMoved = 0, volatility = 0, trend = 0] = (figures().get("Moved a year") ?? []).map(parseFloat);
    expect(Math.min(volatility, trend)).toBeGreaterThan(fixedMoved);
    expect(read()).toMatch(/would have bought back within 90 days of selling \d+ times/);
    expect(read()).toContain("Many plans bar you from buying a fund for 30, 60 or 90 days after you sold it.");
    expect(read()).toContain("It promises nothing.");
    // What that fund is, its name doesn't tell.
    expect(read()).toContain("For a path by age, say what these are:");
    await fill("The Windfall Trust", "bills");
    await until(/Type your age to see a path by age as well/);
    await fill("Your age at the end of the table", "52");
    await until(/targets moved by age/);
    expect(figures().get("At the end")).toHaveLength(4);
    await fill("Your age at the end of the table", "old");
    await until(/By age: Age/);
    expect(figures().get("At the end")).toHaveLength(3);
    expect(document.querySelectorAll("svg[role=img]")).toHaveLength(3);
  });

  it("says of each number that is none what is wrong, and tells of the others", async () => {
    await ask(withReturns());
    await until(told);
    await fill("Rows to judge the trend by", "1");
    await until(/By trend: Lookback: 1 is not between 2 and 1000/);
    expect(figures().get("At the end")).toHaveLength(2);
    await fill("Volatility a year that you want", "");
    await until(/By volatility: /);
    expect(figures().get("At the end")).toHaveLength(1);
    await fill("Rows to judge the trend by", "70");
    await until(/By trend needs 70 rows before its first judgement, and your table has 60: nothing moved/);
  });

  it("asks for dates, and says where a rule never follows", async () => {
    const undated = drifted();
    undated.type("Past!A1", [
      ["US", "Foreign", "Bond fund", "Stable"],
      [0.1, 0.12, 0.03, 0.02],
      [-0.2, -0.12, 0.03, 0.02],
    ]);
    undated.table("Returns", "Past!A1:D3");
    await ask(undated);
    await until(/Dates come first/);
    await closePanes();
    const workbook = withReturns();
    await withPlanSheet(workbook, [["Minimum trade", "$100"]]);
    await ask(workbook);
    await until(/targets that move are never followed/);
  });

  it("goes into the workbook only from there, as live formulas, and into the targets after a yes; Undo takes back each", async () => {
    const workbook = withReturns();
    await ask(workbook);
    await until(told);
    await fill("A rule for my workbook", "trend");
    await press("Put its targets in my workbook");
    const sheet = "Keel moving targets";
    expect(spoken()).toBe(`The targets are on sheet ${sheet}, as live formulas.`);
    const data = "Returns[#Data]";
    const rows = `INDEX(${data},SEQUENCE($B$6,1,ROWS(${data})-$B$6+1),SEQUENCE(1,4,2))`;
    expect((await workbook.keelFormulas()).at(-1)?.formula).toBe(
      `=KEEL.TRENDFOLLOW($B$9:$B$12,EXP(MMULT(--(SEQUENCE($B$6)>=SEQUENCE(1,$B$6)),LN(1+${rows}))),$B$6,4)`,
    );
    await press("Use them as my targets");
    await press("Yes, replace my targets");
    expect(read()).toContain("the targets on that sheet don’t come to 100% yet");
    const formula = (await workbook.keelFormulas()).at(-1)?.formula ?? "";
    workbook.answers = (written) => (written.endsWith("$9") ? 0.7 : 0.1);
    workbook.enter(`'${sheet}'!C9`, formula, [[0.7], [0.1], [0.1], [0.1]]);
    await press("Use them as my targets");
    expect(read()).toContain("Replace the targets of Holdings with formulas");
    await press("No");
    await press("Use them as my targets");
    await press("Yes, replace my targets");
    const targets = { sheet: "401(k)", row: 1, column: 2, height: 4, width: 1 };
    expect((await workbook.read(targets)).formulas).toEqual([9, 10, 11, 12].map((row) => [`='${sheet}'!$C$${row}`]));
    await press("Undo");
    expect((await workbook.read(targets)).values).toEqual([[0.5], [0.15], [0.25], [0.1]]);
    await press("Undo");
    expect((await workbook.keelFormulas()).some(({ formula }) => formula.includes("TRENDFOLLOW"))).toBe(false);
  });
});
