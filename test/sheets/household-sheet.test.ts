import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  blockAt,
  cellReadBy,
  claims,
  columnPixels,
  firstFigureBeside,
  householdPlaces,
  householdPlacesBy,
  householdSheet,
  householdSubjectOf,
  overlap,
  type Block,
  type Description,
  type HouseholdChoices,
  type HouseholdSource,
} from "../../src/sheets";

const block = (address: string): Block => blockAt(address) as Block;
const choices: HouseholdChoices = {
  sheet: "Keel plan",
  policyTable: "Policy2",
  settings: [["Band", "5/25"]],
  names: "all",
  namespace: "KEEL",
  listName: "Holdings on sheet Accounts",
};
const written: HouseholdSource = {
  holdings: { table: "Holdings" },
  targets: { table: "Targets", rows: [["US stocks", 60], ["Bonds", 27.5], ["Cash", 12.5]] }, // prettier-ignore
};
const owners: HouseholdSource = {
  holdings: { cells: block("'My accounts'!B2:F20") },
  targets: {
    classes: block("Goals!B3:B6"),
    weights: block("Goals!C3:C6"),
    columns: { table: "Goals", class: "Asset class", weight: "Target %" },
    whole: { block: block("Goals!B2:C6") },
  },
};

function formulaAt(description: Description, place: Block): string {
  const found = description.steps.flatMap((step) =>
    step.do === "write formula" && step.block.row === place.row && step.block.column === place.column
      ? [step.formula]
      : [],
  );
  return found[0] ?? "";
}

describe("householdSheet", () => {
  it("writes targets as a table, and each class's figures beside it", () => {
    const description = householdSheet(written, choices);
    const { columns, targets, act } = householdPlaces("Keel plan", 3);
    expect(description.steps).toContainEqual({ do: "add table", name: "Targets", block: targets });
    const values = "KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy2)";
    expect(formulaAt(description, columns.value)).toBe(`=${values}`);
    expect(formulaAt(description, columns.status)).toBe(`=KEEL.STATUS(${values},Targets[Target],Policy2)`);
    expect(formulaAt(description, act)).toBe(`=IF(KEEL.ISDUE(${values},Targets[Target],Policy2,TODAY()),"Yes","No")`);
    // No formula's result lies in a table: Excel would show #SPILL!.
    for (const step of description.steps) {
      if (step.do === "write formula") expect(overlap(step.block, targets)).toBe(false);
    }
  });

  it("reads the owner's own targets where they stand, and only those that all formulas can name", () => {
    const description = householdSheet(owners, choices);
    const { columns } = householdPlaces("Keel plan", 4);
    expect(formulaAt(description, columns.class)).toBe('=Goals[Asset class]&""');
    expect(formulaAt(description, columns.drift)).toBe(
      "=KEEL.DRIFT(KEEL.BYCLASS('My accounts'!$B$2:$F$20,Goals[Asset class],Policy2),Goals[[Target %]])",
    );
    expect(claims(description).every(({ sheet }) => sheet === "Keel plan")).toBe(true);
  });

  it("reads bands of single classes that stand beside the targets, and is read back with them", () => {
    const beside: HouseholdSource = {
      ...owners,
      targets: {
        ...{ classes: block("Goals!B3:B6"), weights: block("Goals!C3:C6"), bands: block("Goals!E3:E6") },
        columns: { table: "Goals", class: "Asset class", weight: "Target %", band: "Band" },
        whole: { block: block("Goals!B2:E6") },
      },
    };
    const onPlan: HouseholdSource = {
      ...written,
      targets: { table: "Targets", rows: [["Bonds", 100]], width: 3, band: "My band" },
    };
    // A plan that is there keeps its columns: its owner's own one stands where a blank one was.
    const there = { ...choices, firstFigure: firstFigureBeside(2) };
    for (const [source, column, band] of [
      [beside, "Goals[Band]", { table: "Goals", heading: "Band" }],
      [onPlan, "Targets[My band]", { table: "Targets", heading: "My band" }],
    ] as const) {
      const description = householdSheet(source, there);
      const { columns, act } = householdPlaces("Keel plan", 4);
      for (const place of [columns.lowest, columns.status]) {
        expect(formulaAt(description, place)).toMatch(new RegExp(`,Policy2,${column.replace(/[[\]]/g, "\\$&")}\\)$`));
      }
      expect(formulaAt(description, act)).toContain(`,Policy2,TODAY(),,,${column}),"Yes","No")`);
      expect(householdSubjectOf(formulaAt(description, act), "Keel plan", "Policy2")).toMatchObject({ bands: band });
    }
    // A table that names no column of it leaves the cells to be called by their addresses, all of them.
    const cells = { ...beside, targets: { ...beside.targets, columns: { table: "Goals", class: "Asset class", weight: "Target %" } } }; // prettier-ignore
    expect(formulaAt(householdSheet(cells, choices), householdPlaces("Keel plan", 4).columns.lowest)).toBe(
      "=KEEL.BANDS(Goals!$C$3:$C$6,Policy2,Goals!$E$3:$E$6)",
    );
    // A table of its owner's with more columns than Keel writes keeps them.
    const { targets } = householdPlaces("Keel plan", 1);
    expect(householdSheet(onPlan, choices).steps).toContainEqual({
      ...{ do: "add table", name: "Targets" },
      block: { ...targets, width: 3 },
    });
  });

  it("shows the verdict, the rule and the chart in the first window of a screen 1,400 pixels wide", () => {
    const rows = Array.from({ length: 6 }, (_, row) => [`Class ${row}`, row] as const);
    const { steps } = householdSheet({ ...written, targets: { table: "Targets", rows } }, choices);
    const { policy, chart, columns } = householdPlaces("Keel plan", 6);
    const widths = new Map(
      steps.flatMap((step) => (step.do === "set width" ? [[step.block.column, columnPixels(step.characters)]] : [])),
    );
    const right = ({ column, width }: Block): number =>
      Array.from({ length: column + width }, (_, at) => widths.get(at) ?? 64).reduce((sum, each) => sum + each, 0);
    for (const one of [policy, chart, columns.status]) expect(right(one)).toBeLessThanOrEqual(1400 - 340 - 46 - 10);
    expect(chart.row).toBeLessThan(15);
  });

  it("shows the trades in one line, of the sheet that plans them", () => {
    const trades = block("'Keel trades'!A3");
    const { steps } = householdSheet(written, { ...choices, trades });
    const places = householdPlaces("Keel plan", 3);
    expect(formulaAt({ title: "", steps }, places.trades)).toBe("='Keel trades'!$A$3");
    expect(cellReadBy("='Keel trades'!$A$3", "Keel plan")).toEqual(trades);
    // A plan by class has no trades of its own: its classes share no account.
    for (const source of [written, owners]) {
      const calls = householdSheet(source, choices).steps.flatMap((step) =>
        step.do === "write formula" ? step.formula : [],
      );
      expect(calls.join()).not.toMatch(/REBALANCE|CONTRIBUTE|SHARES|EXCHANGES|PLAN/);
    }
  });

  it("writes bands and places of the classes beside their targets, and the figures right of all of it", () => {
    const more = [
      { heading: "Band", cells: ["5/25", "", ""], says: "bands" },
      ...["Deferred", "Roth", "HSA", "Taxable"].map(
        (heading) => ({ heading, cells: [1, 3, 1], says: "points" }) as const,
      ),
    ] as const;
    const source: HouseholdSource = {
      ...written,
      targets: { table: "Targets", rows: [["US stocks", 60], ["Bonds", 27.5], ["Cash", 12.5]], more, band: "Band" }, // prettier-ignore
    };
    const description = householdSheet(source, choices);
    const { targets, columns, policy, act } = householdPlaces("Keel plan", 3, undefined, firstFigureBeside(7));
    const table = { ...targets, width: 7 };
    expect(description.steps).toContainEqual({ do: "add table", name: "Targets", block: table });
    expect(description.steps).toContainEqual({
      ...{ do: "write values", block: table },
      values: [
        ["Class", "Target", "Band", "Deferred", "Roth", "HSA", "Taxable"],
        ["US stocks", 0.6, "5/25", 1, 1, 1, 1],
        ["Bonds", 0.275, "", 3, 3, 3, 3],
        ["Cash", 0.125, "", 1, 1, 1, 1],
      ],
    });
    // As text before it is filled: Excel would take 5/25 for the 25th of May.
    const ofBands = { ...columns.class, column: 2 };
    const formatted = description.steps.findIndex(
      (step) => step.do === "format numbers" && step.format === "@" && step.block.column === ofBands.column,
    );
    const filled = description.steps.findIndex((step) => step.do === "write values" && step.block.width === 7);
    expect(formatted).toBeGreaterThanOrEqual(0);
    expect(formatted).toBeLessThan(filled);
    expect(formulaAt(description, columns.lowest)).toBe("=KEEL.BANDS(Targets[Target],Policy2,Targets[Band])");
    for (const step of description.steps) {
      if (step.do === "write formula") expect(overlap(step.block, table)).toBe(false);
    }
    expect(householdPlacesBy(3, policy, act)?.firstFigure).toBe(8);
  });

  it("keeps to its places, whatever the number of classes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (height) => {
        const rows = Array.from({ length: height }, (_, row) => [`Class ${row}`, row] as const);
        const description = householdSheet({ ...written, targets: { table: "Targets", rows } }, choices);
        const { all, chart, columns } = householdPlaces("Keel plan", height);
        for (const each of claims(description)) {
          expect(each.row + each.height).toBeLessThanOrEqual(all.row + all.height);
          expect(each.column + each.width).toBeLessThanOrEqual(all.column + all.width);
        }
        expect(overlap(chart, { ...columns.class, width: 9 })).toBe(false);
        // A plan that has moved as a whole is found by its Policy table.
        const { policy, act } = householdPlaces("Keel plan", height);
        const away = (one: Block): Block => ({ ...one, row: one.row + 4, column: one.column + 2 });
        const moved = householdPlacesBy(height, away(policy), away(act));
        expect(moved?.columns.status).toEqual(away(columns.status));
      }),
    );
  });
});

describe("householdSubjectOf", () => {
  const subjectIn = (source: HouseholdSource, policyTable = "policy2"): unknown =>
    householdSubjectOf(
      formulaAt(householdSheet(source, choices), householdPlaces("Keel plan", 1).act),
      "Keel plan",
      policyTable,
    );

  it("reads back what the sheet was written about", () => {
    expect(subjectIn(written)).toEqual({
      holdings: { table: "Holdings" },
      classes: { table: "Targets", heading: "Class" },
      weights: { table: "Targets", heading: "Target" },
    });
    expect(subjectIn(owners)).toEqual({
      holdings: { cells: block("'My accounts'!B2:F20") },
      classes: { table: "Goals", heading: "Asset class" },
      weights: { table: "Goals", heading: "Target %" },
    });
  });

  it.each([
    "=KEEL.ISDUE(Holdings[Value],Holdings[Target],Policy2,TODAY())",
    "=KEEL.ISDUE(KEEL.BYCLASS(Holdings[Value],Targets[Class]),Targets[Target],Policy2,TODAY())",
    '=KEEL.ISDUE(KEEL.BYCLASS(Holdings[#All],Targets[Class]),Targets[Target],"5/25",TODAY())',
    "=SUM(KEEL.BYCLASS(Holdings[#All],Targets[Class],Policy2))",
    "",
  ])("passes over what is no household's plan: %s", (formula) => {
    expect(householdSubjectOf(formula, "Keel plan", "Policy2")).toBeUndefined();
  });

  it("passes over the plan of another Policy table", () => {
    expect(subjectIn(written, "Policy")).toBeUndefined();
  });
});
