import { describe, expect, it, test } from "@jest/globals";
import {
  blockAt,
  isAbout,
  localAddress,
  planSheet,
  readsRules,
  subjectOf,
  type Block,
  type Source,
} from "../../src/sheets";

const block = (address: string): Block => {
  const found = blockAt(address);
  if (!found) throw new Error(address);
  return found;
};

const table: Source = {
  list: block("Funds!A1:D7"),
  values: block("Funds!C2:C7"),
  targets: block("Funds!D2:D7"),
  funds: block("Funds!A2:A7"),
  table: { name: "Holdings", value: "Value", target: "Target %", fund: "Fund" },
};
const bare: Source = { list: table.list, values: table.values, targets: table.targets };

describe("reading what a plan is about", () => {
  it.each([
    ["=KEEL.DRIFT(Holdings[Value],Holdings[Target])", { table: "Holdings", value: "Value", target: "Target" }],
    ["=_xldudf_KEEL_DRIFT(H[[Value (USD)]],H[['# goal]])", { table: "H", value: "Value (USD)", target: "# goal" }],
    ["=KEEL.DRIFT(H[[A, B]],H[Target])", { table: "H", value: "A, B", target: "Target" }],
  ])("%s", (formula, subject) => {
    expect(subjectOf(formula, "Keel plan")).toEqual(subject);
  });

  it("reads addresses, also of sheets with a comma in their name", () => {
    const subject = subjectOf("=KEEL.DRIFT('Mine, too'!$B$2:$B$4,'Mine, too'!$C$2:$C$4)", "Keel plan");
    expect(subject && "values" in subject && [subject.values.sheet, localAddress(subject.targets)]).toEqual([
      "Mine, too",
      "C2:C4",
    ]);
    expect(subjectOf("=KEEL.DRIFTTOTAL(A1:A2,B1:B2)", "Keel plan")).toBeUndefined();
    expect(subjectOf("=SUM(A1:A2)", "Keel plan")).toBeUndefined();
  });

  it("reads an address without a sheet as one on the plan's own", () => {
    expect(subjectOf("=KEEL.DRIFT(B2:B4,C2:C4)", "Mine")).toEqual({
      values: block("Mine!B2:B4"),
      targets: block("Mine!C2:C4"),
    });
  });

  it.each([
    "=KEEL.DRIFT(Holdings[Value],Others[Target])",
    "=KEEL.DRIFT(Holdings[[#All],[Value]],Holdings[[#All],[Target]])",
    "=KEEL.DRIFT(Holdings[[Value]:[Target]],Holdings[Target])",
    "=KEEL.DRIFT(Funds!B2:B4,Others!C2:C4)",
    "=KEEL.DRIFT(Funds!B2:C4,Funds!D2:D4)",
    "=KEEL.DRIFT(Funds!B2:B4,Holdings[Target])",
    '=KEEL.DRIFT(Holdings[Value],Holdings[Target],"money")',
    "=KEEL.DRIFT(Mine,Wanted)",
    "",
  ])("makes nothing of %s", (formula) => expect(subjectOf(formula, "Keel plan")).toBeUndefined());

  it.each([
    ['=Holdings[Fund]&""', { fund: "Fund" }],
    ['=Holdings[[Fund / option]]&""', { fund: "Fund / option" }],
    ["=Holdings[Fund]", { fund: "Fund" }],
    ['=Others[Fund]&""', {}],
    ['="Row "&ROW(Holdings[Value])', {}],
    ["", {}],
  ])("takes the funds' names from %s", (formula, fund) => {
    expect(subjectOf("=KEEL.DRIFT(Holdings[Value],Holdings[Target])", "Plan", formula)).toEqual({
      ...{ table: "Holdings", value: "Value", target: "Target" },
      ...fund,
    });
  });

  const odd = { name: "H", value: "Val, [$]", target: "# goal", fund: "It's @ home" };
  const inHoldings = { table: "Holdings", value: "Value", target: "Target %", fund: "Fund" };
  const inOdd = { table: "H", value: "Val, [$]", target: "# goal", fund: "It's @ home" };
  const inCells = { values: table.values, targets: table.targets, funds: table.funds };
  it.each([
    ["a table's columns", table, "all", inHoldings],
    ["a table's columns with plain names", table, "plain", inHoldings],
    ["columns with signs in their names", { ...table, table: odd }, "all", inOdd],
    ["the cells of columns that may not be named", { ...table, table: odd }, "plain", inCells],
    ["plain cells", { list: table.list, ...inCells } as Source, "all", inCells],
    ["cells without names", bare, "all", { values: bare.values, targets: bare.targets }],
  ] as const)("reads back what is written about %s", (_, source, names, subject) => {
    const { steps } = planSheet(source, {
      ...{ sheet: "Keel plan", policyTable: "Policy", settings: [], cash: 0, names, namespace: "KEEL" },
      listName: "the list",
    });
    const formulas = steps.flatMap((step) => (step.do === "write formula" ? [step.formula] : []));
    const drift = formulas.find((formula) => formula.startsWith("=KEEL.DRIFT(")) ?? "";
    const found = subjectOf(
      drift,
      "Keel plan",
      formulas.find((formula) => formula.endsWith('&""')),
    );
    expect(found).toEqual(subject);
    expect(found && isAbout(found, source)).toBe(true);
  });
});

describe("the rules of rows", () => {
  const [lock, band] = [block("Funds!E2:E7"), block("Funds!H2:H7")];
  const named = { name: "Holdings", value: "Value", target: "Target %", fund: "Fund" };
  const ruled = (...columns: readonly (readonly [Block, string])[]): Source => ({
    ...table,
    rules: columns.map(([cells]) => cells),
    table: { ...named, rules: columns.map(([, heading]) => heading) },
  });
  const [onlyLock, onlyBand, both] = [
    ruled([lock, "Lock"]),
    ruled([band, "Band"]),
    ruled([lock, "Lock"], [band, "Band"]),
  ];
  const { list, values, targets } = table;
  const bothInCells: Source = { list, values, targets, rules: [lock, band] };
  const formulasOf = (source: Source): readonly string[] =>
    planSheet(source, {
      ...{ sheet: "Keel plan", policyTable: "Policy", settings: [], cash: 0, names: "all", namespace: "KEEL" },
      listName: "the list",
    }).steps.flatMap((step) => (step.do === "write formula" ? [step.formula] : []));

  it.each([
    ["one column", onlyLock, "Holdings[Lock]"],
    ["two that stand apart", both, "IF({1,0},Holdings[Lock],Holdings[Band])"],
    ["two in plain cells", bothInCells, "IF({1,0},Funds!$E$2:$E$7,Funds!$H$2:$H$7)"],
  ])("are the last argument of what takes them: %s", (_case, source, rules) => {
    const formulas = formulasOf(source).filter((formula) => formula.includes(rules));
    expect(
      formulas.map((formula) => formula.replace(/Holdings\[\[?(Value|Target %)\]?\]|Funds!\$[CD]\$2:\$[CD]\$7/g, "…")),
    ).toEqual([
      `=IF(KEEL.ISDUE(…,…,Policy,TODAY(),,,${rules}),"Yes","No")`,
      `=KEEL.BANDS(…,Policy,${rules})`,
      `=KEEL.STATUS(…,…,Policy,${rules})`,
      `=KEEL.REBALANCE(…,…,$C$7,Policy,TODAY(),,,${rules})`,
    ]);
  });

  it.each([
    ["none", table, [false, false, false]],
    ["Lock", onlyLock, [true, false, false]],
    ["Band", onlyBand, [false, true, false]],
    ["both", both, [true, true, true]],
  ])("are read back from the trades, and what a list has besides is told: %s", (_case, source, known) => {
    const formulas = formulasOf(source);
    const [drift = "", trade = ""] = ["=KEEL.DRIFT(", "=KEEL.REBALANCE("].map((one) =>
      formulas.find((formula) => formula.startsWith(one)),
    );
    const subject = subjectOf(drift, "Keel plan", "", trade);
    if (!subject) throw new Error("The plan is about nothing.");
    expect(subject).toMatchObject(source.table?.rules ? { rules: source.table.rules } : { table: "Holdings" });
    expect([onlyLock, onlyBand, both].map((list) => readsRules(subject, list))).toEqual(known);
  });
});

describe("finding a plan again", () => {
  const isFormulaAbout = (formula: string, source: Source): boolean => {
    const subject = subjectOf(formula, "Keel plan");
    return subject !== undefined && isAbout(subject, source);
  };

  test("tells the list that a drift formula is about", () => {
    expect(isFormulaAbout("=KEEL.DRIFT(Holdings[Value],Holdings[[Target %]])", table)).toBe(true);
    expect(isFormulaAbout("=_xldudf_KEEL_DRIFT(Holdings[Value],Holdings[[Target %]])", table)).toBe(true);
    expect(isFormulaAbout("=KEEL.DRIFT('Funds'!$C$2:$C$7,'Funds'!$D$2:$D$7)", bare)).toBe(true);
    // Written when the list had a row more.
    expect(isFormulaAbout("=KEEL.DRIFT(Funds!$C$2:$C$8,Funds!$D$2:$D$8)", bare)).toBe(true);
    expect(isFormulaAbout("=KEEL.DRIFT(Funds!$C$12:$C$17,Funds!$D$12:$D$17)", bare)).toBe(false);
    expect(isFormulaAbout("=KEEL.DRIFT(Others!$C$2:$C$7,Others!$D$2:$D$7)", bare)).toBe(false);
    expect(isFormulaAbout("=KEEL.DRIFT(Other[Value],Other[[Target %]])", table)).toBe(false);
  });

  test("Excel's names don't tell capitals from small letters", () => {
    expect(isFormulaAbout("=KEEL.DRIFT(HOLDINGS[VALUE],holdings[[target %]])", table)).toBe(true);
    expect(isFormulaAbout("=KEEL.DRIFT(FUNDS!C2:C7,FUNDS!D2:D7)", bare)).toBe(true);
  });
});
