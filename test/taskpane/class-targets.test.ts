import { afterEach, describe, expect, it } from "@jest/globals";
import type { CellValue } from "../../src/workbook/host";
import { closePanes, go, openPane, pick, press, read, until } from "./drive";
import { PaperWorkbook } from "./paper-workbook";

afterEach(closePanes);

interface Kind {
  /** A row a fund: its name, its class ("" for a list without such a column), its dollars. */
  readonly funds: readonly (readonly [fund: string, assetClass: string, value: number])[];
  readonly targets: readonly (readonly [assetClass: string, percent: CellValue])[];
  readonly table?: boolean;
}

/** One account, as Bring in writes it, and its owner's targets by class on a sheet of their own. */
function account({ funds, targets, table = true }: Kind): PaperWorkbook {
  const workbook = new PaperWorkbook();
  const classed = funds.some(([, assetClass]) => assetClass !== "");
  workbook.type("Money!A1", [
    ["Account", "Fund", ...(classed ? ["Asset class"] : []), "Value", "Cost basis"],
    ...funds.map(([fund, assetClass, value]) => ["401(k)", fund, ...(classed ? [assetClass] : []), value, value / 2]),
  ]);
  const last = classed ? "E" : "D";
  if (table) workbook.table("Holdings", `Money!A1:${last}${funds.length + 1}`);
  workbook.type("Plan!A1", [["Class", "Target"], ...targets]);
  workbook.table("Goals", `Plan!A1:B${targets.length + 1}`);
  workbook.select("Money!A2");
  return workbook;
}

const two: Kind["targets"] = [
  ["US stocks", 0.6],
  ["Bonds", 0.4],
];

describe("one account whose classes have one fund each", () => {
  const kind: Kind = {
    funds: [
      ["Total market", "US stocks", 7000],
      ["Bond index", "Bonds", 3000],
    ],
    targets: two,
  };

  it("is judged by class on Home, and its funds get their class's targets in Set up, with trades", async () => {
    const workbook = account(kind);
    await openPane(workbook);
    expect(read()).toContain("2 of 2 classes are outside the band: US stocks and Bonds.");
    expect(read()).toContain("Holdings on sheet Money holds 2 holdings, $10,000.");
    expect(read()).not.toContain("account to another");
    await press("Set up a plan");
    expect(read()).toContain("Targets found by class in Goals on sheet Plan: US stocks 60% and Bonds 40%.");
    expect(read()).toContain("Each class has one fund here, so each gets its class’s target.");
    expect(read()).toContain("Not needed here: Cost basis.");
    await press("Next: your targets");
    expect(read()).toContain("100% of 100%");
    await press("Next: your rule");
    await press("Next: preview");
    expect(read()).toContain("Total market Sell $1,000.00");
    await press("Insert");
    expect(["F1", "F2", "F3"].map((cell) => workbook.valueAt(`Money!${cell}`))).toEqual(["Target", 0.6, 0.4]);
    expect(workbook.formulaAt("'Keel plan'!K22")).toContain("KEEL.REBALANCE(Holdings[Value],Holdings[Target]");
    await go("Plan");
    expect(read()).toContain("2 trades to make");
  });

  it("knows the funds' classes by their tickers, calls them as the targets do, and needs no column for them", async () => {
    const targets: Kind["targets"] = [
      ["US stock market", 0.5],
      ["International stocks", 0.2],
      ["Bonds", 0.3],
      ["Real estate", ""],
    ];
    const funds: Kind["funds"] = [
      ["VTSAX", "", 6000],
      ["VTIAX", "", 1000],
      ["VBTLX", "", 3000],
    ];
    await openPane(account({ funds, targets, table: false }));
    await go("Set up");
    expect(read()).toContain("Each class has one fund here");
    await press("Next: your targets");
    expect([...document.querySelectorAll("input")].map(({ value }) => value).slice(-3)).toEqual(["50", "20", "30"]);
  });
});

describe("one account with several funds in a class", () => {
  const funds: Kind["funds"] = [
    ["Large cap", "US stocks", 5000],
    ["Small cap", "US stocks", 2000],
    ["Bond index", "Bonds", 3000],
  ];

  it("gets a plan by class, and trades that leave its funds of one class in their order", async () => {
    const workbook = account({ funds, targets: two });
    await openPane(workbook);
    await go("Plan");
    await until(/trades to make/);
    expect(read()).toContain("Large cap Sell $1,000.00");
    expect(read()).toContain("Bond index Buy $1,000.00");
    expect(read()).not.toContain("account by account");
    await go("Set up");
    expect(read()).toContain("Your list");
    expect(read()).toContain("Read: Account, Fund, Asset class, Value.Not needed here: Cost basis.");
    expect(read()).toContain("Targets found by class in Goals on sheet Plan");
    for (const step of ["Next: your targets", "Next: your rule", "Next: preview"]) await press(step);
    expect(read()).toContain("Plan: your targets by class, which stay");
    await press("Insert");
    expect(workbook.formulaAt("'Keel plan'!D11")).toBe("=KEEL.BYCLASS(Holdings[#All],Goals[Class],Policy)");
    await go("Home");
    expect(read()).toContain("2 of 2 classes are outside the band");
    expect(read()).toContain("Your classes");
    expect(read()).not.toContain("all accounts together");
  });

  it("may have a target for each fund instead, when its owner says so", async () => {
    await openPane(account({ funds, targets: two }));
    await go("Set up");
    await pick("A target for each fund");
    expect(read()).toContain("Name of the fund");
    await press("Next: your targets");
    expect(read()).toContain("0% of 100%");
    await press("Back");
    await pick("By class, as they are");
    expect(read()).toContain("Read: Account");
  });

  it("gets a column of classes where it has none, as Keel knows its funds", async () => {
    const known: Kind["funds"] = [
      ["VTSAX", "", 5000],
      ["VIGAX", "", 2000],
      ["VBTLX", "", 3000],
    ];
    const workbook = account({ funds: known, targets: two });
    await openPane(workbook);
    expect(read()).toContain("Keel takes its funds for these: VTSAX: US stocks, VIGAX: US stocks and VBTLX: Bonds.");
    await go("Set up");
    expect(read()).toContain("Read: Account, Fund, Value.Not needed here: Cost basis.");
    for (const step of ["Next: your targets", "Next: your rule", "Next: preview"]) await press(step);
    expect(read()).toContain("E1:E4 on sheet Money: the class of each holding");
    await press("Insert");
    expect(["E1", "E2", "E3", "E4"].map((cell) => workbook.valueAt(`Money!${cell}`))).toEqual([
      "Asset class",
      "US stocks",
      "US stocks",
      "Bonds",
    ]);
    await go("Home");
    expect(read()).toContain("2 of 2 classes are outside the band");
  });
});

describe("a list that targets by class are not about", () => {
  it("is asked for its targets where none of its money is in these classes, and judged by its own where it has some", async () => {
    await openPane(account({ funds: [["Beach house", "Property", 7000]], targets: two }));
    expect(read()).toContain("Add your targets");
    expect(read()).not.toContain("outside the band");
    await closePanes();
    const workbook = account({
      funds: [
        ["VTSAX", "US stocks", 7000],
        ["VBTLX", "Bonds", 3000],
      ],
      targets: two,
    });
    workbook.type("Money!E1", [["Target"], [0.7], [0.3]]);
    await openPane(workbook);
    expect(read()).toContain("All 2 funds are inside their bands");
  });
});
