import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blankSheet,
  blockAt,
  cellsOfChart,
  claims,
  crashPlace,
  crashSheet,
  frontierPlace,
  frontierSheet,
  overlap,
  rulesPlace,
  rulesSheet,
  type Block,
  type BookCell,
  type CrashChoices,
  type Description,
  type EvidenceSource,
  type FrontierChoices,
  type RulesChoices,
} from "../../src/sheets";
import { Calculator } from "./calculator";

const block = (address: string): Block => blockAt(address) as Block;

const builtIn: EvidenceSource = {
  listName: "Holdings",
  policy: "Policy",
  past: {
    builtIn: [
      { series: "stocks", targets: [block("Sheet1!C2"), block("Sheet1!C4")] },
      { series: "bills", targets: [block("Sheet1!C3")] },
    ],
  },
};
const ownReturns: EvidenceSource = {
  listName: "Holdings",
  policy: `"5/25"`,
  past: { table: "Returns", targets: block("Sheet1!C2:C13") },
};
const compareKinds = ["plain", "money", "percent", "percent", "plain", "percent", "percent", "plain", "percent", "percent", "money"] as const; // prettier-ignore
const rules: RulesChoices = {
  ...{ sheet: "Keel rules", namespace: "KEEL", title: "Rules", first: "Stocks", kinds: compareKinds },
  groups: [
    { name: "Every month", rules: ["monthly"] },
    { name: "Every year", rules: ["annual and 5%; cost 0.1%"] },
  ],
  never: "never; cost 0.1%",
  ...{ targetRows: [0, 1], periods: "Months" },
};
const crashKinds = (when: "day" | "plain"): CrashChoices["kinds"] =>
  [when, when, when, "percent", "plain", "plain", "percent", "percent", "percent"] as const;
const crashes: CrashChoices = {
  ...{ sheet: "Keel crashes", namespace: "KEEL", title: "Crashes", worth: 48_400 },
  ...{ falls: 2, most: 10, kinds: crashKinds("day") },
};

function formulas(description: Description): readonly string[] {
  return description.steps.flatMap((step) => (step.do === "write formula" ? [step.formula] : []));
}

/** What a description fills or covers must lie in the place that is looked through for a free sheet, and once only. */
function expectToFit(description: Description, place: Block): void {
  const filled = claims(description);
  const charts = description.steps.flatMap((step) => (step.do === "chart" ? [step.at] : []));
  for (const each of [...filled, ...charts]) {
    expect(each.sheet).toBe(place.sheet);
    expect(each.row + each.height).toBeLessThanOrEqual(place.row + place.height);
    expect(each.column + each.width).toBeLessThanOrEqual(place.column + place.width);
  }
  for (const [index, each] of [...filled, ...charts].entries()) {
    const others = [...filled, ...charts].filter((_, at) => at !== index);
    expect(others.filter((other) => overlap(each, other))).toEqual([]);
  }
}

describe("the sheet with rules side by side", () => {
  it("compares the rules in its cells, and the owner's in the row below", () => {
    expect(formulas(rulesSheet(builtIn, rules)).slice(0, 4)).toEqual([
      "=SUM('Sheet1'!$C$2,'Sheet1'!$C$4)/SUM('Sheet1'!$C$2:$C$4)",
      "=SUM('Sheet1'!$C$3)/SUM('Sheet1'!$C$2:$C$4)",
      '=KEEL.COMPARE(KEEL.HISTORY("monthly stocks, bills"),$B$6:$B$7,$A$10:$A$12)',
      '=INDEX(KEEL.COMPARE(KEEL.HISTORY("monthly stocks, bills"),$B$6:$B$7,Policy),2,0)',
    ]);
    expect(formulas(rulesSheet(ownReturns, rules)).slice(0, 2)).toEqual([
      "=KEEL.COMPARE(Returns[#All],'Sheet1'!$C$2:$C$13,$A$6:$A$8)",
      `=INDEX(KEEL.COMPARE(Returns[#All],'Sheet1'!$C$2:$C$13,"5/25"),2,0)`,
    ]);
  });

  it("works out for each row how far its path strayed from the targets, and how many rows lay between two trades", () => {
    const all = formulas(rulesSheet(ownReturns, { ...rules, targetRows: [0, 2] })).slice(2);
    expect(all).toHaveLength(8);
    const path = (policy: string): string => `KEEL.BACKTESTPATH(Returns[#All],'Sheet1'!$C$2:$C$13,${policy})`;
    const target = (row: number): string => `INDEX('Sheet1'!$C$2:$C$13,${row})/SUM('Sheet1'!$C$2:$C$13)`;
    const drift = (policy: string): string =>
      `=(SUM(IFERROR(ABS(INDEX(${path(policy)},0,3)-${target(1)}),0))+SUM(IFERROR(ABS(INDEX(${path(policy)},0,4)-${target(3)}),0)))/2/(ROWS(${path(policy)})-2)`;
    const said = 'IF(LEFT(TRIM(A6),5)="never","",A6)';
    expect(all[0]).toBe(drift(said));
    expect(all[1]).toBe(`=(ROWS(${path(said)})-2)/MAX(1,I6)`);
    expect(all[6]).toBe(drift(`"5/25"`));
  });

  it("charts the owner's rule and each group of the others, and never only in its bars", () => {
    const { steps } = rulesSheet(ownReturns, rules);
    const [points, bars] = steps.flatMap((step) => (step.do === "chart" ? [step] : []));
    expect(points?.series.map(({ name }) => name)).toEqual(["Your rule", "Every month", "Every year"]);
    const cells = (...addresses: readonly string[]): readonly Block[] =>
      addresses.map((each) => block(`'Keel rules'!${each}`));
    expect(points && cellsOfChart(points)).toEqual(cells("N9", "M9", "N6", "M6", "N7", "M7"));
    expect(bars && cellsOfChart(bars)).toEqual(cells("A6:A9", "I6:I9"));
  });

  it("fits its place, of however many rules and columns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.boolean(), (many, ranOut, isOwn) => {
        const source = isOwn ? ownReturns : builtIn;
        const choices: RulesChoices = {
          ...rules,
          groups: [{ name: "Months", rules: Array.from({ length: many }, (_, index) => `every ${index + 1} months`) }],
          kinds: ranOut ? [...compareKinds, "day"] : compareKinds,
        };
        expectToFit(rulesSheet(source, choices), rulesPlace(source, choices));
      }),
    );
  });
});

describe("the sheet with the efficient line", () => {
  const choices: FrontierChoices = {
    ...{ sheet: "Keel frontier", namespace: "KEEL", title: "Mix", names: ["Stocks", "Bills"] },
    ...{ targetRows: [0, 1], periodsPerYear: 12 },
  };

  it("says what the targets came to by a rule that trades on every row, and the least risk by where the line begins", () => {
    const kept = (look: string, row: number): string =>
      `INDEX(KEEL.BACKTEST(KEEL.HISTORY("monthly stocks, bills"),$B$6:$B$7,"${look}"),${row},2)`;
    const all = formulas(frontierSheet(builtIn, choices));
    expect(all).toContain(`=${kept("monthly", 4)}`);
    expect(all).toContain(`=B12*${kept("monthly", 5)}`);
    expect(all.slice(-2)).toEqual(["=E10", "=F10"]);
    expect(formulas(frontierSheet(builtIn, { ...choices, periodsPerYear: 252 }))).toContain(`=${kept("daily", 4)}`);
  });

  it("charts both mixes as points beside the line, which is joined", () => {
    const { steps } = frontierSheet(builtIn, choices);
    const [points] = steps.flatMap((step) => (step.do === "chart" && step.kind === "points" ? [step] : []));
    expect(points?.series.map(({ joined }) => joined)).toEqual([undefined, undefined, true]);
    expect(points && cellsOfChart(points)).toEqual(
      ["B12", "B13", "C12", "C13", "E10:E29", "F10:F29"].map((each) => block(`'Keel frontier'!${each}`)),
    );
  });

  it("fits its place, of however many funds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), (funds, isOwn) => {
        const source = isOwn ? ownReturns : builtIn;
        const names = Array.from({ length: funds }, (_, fund) => `Fund ${fund}`);
        const many = { ...choices, names, targetRows: names.map((_, row) => row) };
        expectToFit(frontierSheet(source, many), frontierPlace(source, many));
      }),
    );
  });
});

describe("the sheet with past crashes", () => {
  it("asks EPISODES for stocks, bonds and bills in their order, with 0 for what none stands for", () => {
    const description = crashSheet(builtIn, crashes);
    expect(formulas(description).slice(0, 3)).toEqual([
      "=SUM('Sheet1'!$C$2,'Sheet1'!$C$4)/SUM('Sheet1'!$C$2:$C$4)",
      "=SUM('Sheet1'!$C$3)/SUM('Sheet1'!$C$2:$C$4)",
      "=KEEL.EPISODES($B$6:$B$8,Policy)",
    ]);
    expect(description.steps).toContainEqual({
      do: "write values",
      block: block("'Keel crashes'!B7"),
      values: [[0]],
    });
    expect(formulas(crashSheet(ownReturns, crashes))[0]).toBe(
      `=KEEL.EPISODES('Sheet1'!$C$2:$C$13,"5/25",Returns[#All])`,
    );
  });

  it("works out what would be gone from EPISODES' cells, and names the falls", () => {
    const choices: CrashChoices = { ...crashes, most: 4, kinds: crashKinds("plain") };
    const { steps } = crashSheet(ownReturns, choices);
    const spilled = [
      [1, 3, 6, -0.4, 2, 3, 0.1, -0.38, -0.35],
      // A rule can gain while the mix falls; then nothing is gone.
      [9, 12, "", -0.11, 3, "", 0, 0.01, -0.02],
      [2008, 2008, 2009, -0.2, 1, 1, 0, -0.2, -0.2],
    ];
    const cells: BookCell[] = steps.flatMap((step): readonly BookCell[] => {
      if (step.do === "write values") {
        return step.values.flatMap((row, down) =>
          row.map((value, across) => ({ row: step.block.row + down, column: step.block.column + across, value })),
        );
      }
      if (step.do !== "write formula") return [];
      const { row, column } = step.block;
      if (!step.formula.includes("EPISODES")) return [{ row, column, value: "", formula: step.formula }];
      return spilled.flatMap((values, down) =>
        values.map((value, across) => ({ row: row + 1 + down, column: column + across, value })),
      );
    });
    const calculator = new Calculator({ ...blankSheet, name: "Keel crashes", cells });
    const table = 7;
    expect([1, 2, 3, 4].map((row) => calculator.valueOf(`=A${table + row}`))).toEqual(["1–3", "9–12", "2008", ""]);
    expect([1, 2, 3, 4].map((row) => calculator.valueOf(`=K${table + row}`))).toEqual([0.38 * 48_400, 0, 9680, ""]);
  });

  it("names falls by their years where EPISODES gives days, and the start, which has none, as it stands", () => {
    const [name] = formulas(crashSheet(builtIn, crashes)).filter((formula) => formula.includes("YEAR"));
    expect(name).toBe(
      '=IF(B13="","",IF(IFERROR(YEAR(B13),B13)=IFERROR(YEAR(C13),C13),"",IFERROR(YEAR(B13),B13)&"–")&IFERROR(YEAR(C13),C13))',
    );
  });

  it("fits its place, of however many falls", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.boolean(), (falls, isOwn) => {
        const source = isOwn ? ownReturns : builtIn;
        const choices: CrashChoices = { ...crashes, falls, most: isOwn ? Math.max(5, falls) : 10 };
        expectToFit(crashSheet(source, choices), crashPlace(source, choices));
      }),
    );
  });
});
