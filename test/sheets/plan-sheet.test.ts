import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { policy } from "../../src/operations";
import {
  blockAt,
  claims,
  gapOf,
  isDoneHeading,
  isTicked,
  localAddress,
  overlap,
  placesByPolicy,
  placesByTrade,
  planPlaces,
  planSheet,
  settingLabels,
  sheetOf,
  type Block,
  type Description,
  type PlanChoices,
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
const choices: PlanChoices = {
  sheet: "Keel plan",
  policyTable: "Policy",
  settings: [
    ["Look", "annual"],
    ["Band", "5/25"],
    ["Trigger", "and"],
  ],
  cash: 0,
  names: "all",
  namespace: "KEEL",
  listName: "Holdings on sheet Funds",
};

function formulaAt(description: Description, place: Block): string | undefined {
  return description.steps.flatMap((step) =>
    step.do === "write formula" && step.block.row === place.row && step.block.column === place.column
      ? step.formula
      : [],
  )[0];
}

describe("planSheet", () => {
  test("writes formulas that grow with the owner's table", () => {
    const description = planSheet(table, choices);
    const { columns, act, totalValue } = planPlaces("Keel plan", 6);
    expect(formulaAt(description, columns.fund)).toBe('=Holdings[Fund]&""');
    expect(formulaAt(description, columns.drift)).toBe("=KEEL.DRIFT(Holdings[Value],Holdings[[Target %]])");
    expect(formulaAt(description, columns.trade)).toBe(
      "=KEEL.REBALANCE(Holdings[Value],Holdings[[Target %]],$B$7,Policy,TODAY())",
    );
    expect(formulaAt(description, columns.target)).toBe('=INDEX(KEEL.BANDS(Holdings[[Target %]],""),0,1)');
    expect(formulaAt(description, act)).toBe(
      '=IF(KEEL.ISDUE(Holdings[Value],Holdings[[Target %]],Policy,TODAY()),"Yes","No")',
    );
    expect(formulaAt(description, totalValue)).toBe("=SUM(Holdings[Value])");
  });

  test("writes formulas over fixed cells of a list that is no table, and numbers its rows", () => {
    const description = planSheet(bare, choices);
    const { columns } = planPlaces("Keel plan", 6);
    expect(formulaAt(description, columns.fund)).toBe('="Row "&ROW(Funds!$C$2:$C$7)');
    expect(formulaAt(description, columns.drift)).toBe("=KEEL.DRIFT(Funds!$C$2:$C$7,Funds!$D$2:$D$7)");
  });

  test("says on the sheet whether a new fund is taken in by itself", () => {
    const texts = (source: Source): string =>
      planSheet(source, choices)
        .steps.flatMap((step) => (step.do === "write values" ? step.values.flat() : []))
        .join("\n");
    expect(texts(table)).toContain("they follow it as it changes.");
    expect(texts(bare)).toContain("After you add a fund, run Set up again.");
    expect(texts(bare)).not.toContain("they follow it as it changes.");
  });

  test("touches its own sheet only, each cell once, inside of the place that it names", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (height) => {
        const tall = { ...bare, values: { ...bare.values, height }, targets: { ...bare.targets, height } };
        const description = planSheet(tall, choices);
        const { all } = planPlaces("Keel plan", height);
        expect(new Set(description.steps.map((step) => sheetOf(step) ?? "Keel plan"))).toEqual(new Set(["Keel plan"]));
        const claimed = claims(description);
        const twice = claimed.filter((one, index) => claimed.slice(index + 1).some((other) => overlap(one, other)));
        expect(twice).toEqual([]);
        for (const { row, column, height: rows, width } of claimed) {
          expect(row + rows).toBeLessThanOrEqual(all.row + all.height);
          expect(column + width).toBeLessThanOrEqual(all.column + all.width);
        }
        // Bars over filled cells would hide them.
        for (const step of description.steps) {
          if (step.do === "chart") expect(claimed.filter((one) => overlap(one, step.at))).toEqual([]);
        }
      }),
    );
  });

  test("makes the policy's cells text before it fills them, since 5/25 would become a day in May", () => {
    const { steps } = planSheet(table, choices);
    const format = steps.findIndex((step) => step.do === "format numbers" && step.format === "@");
    const filled = steps.findIndex((step) => step.do === "write values" && step.values[0]?.[0] === "Setting");
    expect(format).toBeGreaterThanOrEqual(0);
    expect(format).toBeLessThan(filled);
  });

  test("keeps prompts and lists within what Excel takes", () => {
    for (const step of planSheet(table, choices).steps) {
      if (step.do !== "validate") continue;
      expect(step.prompt.title.length).toBeLessThanOrEqual(32);
      expect(step.prompt.text.length).toBeLessThanOrEqual(255);
      if (step.allow.kind === "list") expect(step.allow.words.join(",").length).toBeLessThanOrEqual(255);
    }
  });

  test("gives each fund's trade a cell to tick, which keeps what it holds when the plan is written anew", () => {
    const { steps } = planSheet(table, choices);
    const { done, trade } = planPlaces("Keel plan", 6).columns;
    expect(done).toEqual({ ...trade, column: trade.column + 1 });
    expect(steps).toContainEqual(expect.objectContaining({ do: "validate", block: done, allow: { kind: "tick" } }));
    expect(claims(planSheet(table, choices)).filter((one) => overlap(one, done))).toEqual([]);
    const headings = steps.flatMap((step) =>
      step.do === "write values" && step.values[0]?.[0] === "Fund" ? [step] : [],
    );
    expect(headings.map(({ block: { row, column }, values }) => [row, column, values[0]?.at(-1)])).toEqual([
      [done.row - 1, 0, "Done"],
    ]);
    expect(isDoneHeading("Done")).toBe(true);
    // Keel's own words of a ticked cell, and the check box's.
    expect([true, "Yes", " yes ", "x", false, "", "No", 1, 0].map(isTicked)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false, false, false],
    ]);
  });

  test("offers only words that the policy reads", () => {
    for (const step of planSheet(table, choices).steps) {
      if (step.do !== "validate" || step.allow.kind !== "list") continue;
      const { words } = step.allow;
      const label = step.prompt.title;
      for (const word of words) expect([word, policy.answer([["Look", "annual"], ["Band", "5%"], [label, word]].slice(label === "Look" ? 1 : 0)).ok]).toEqual([word, true]); // prettier-ignore
    }
  });

  test("writes a Policy table that says what was chosen, blank settings as Keel's defaults", () => {
    const written = planSheet(table, choices).steps.find(
      (step) => step.do === "write values" && step.values[0]?.[0] === "Setting",
    );
    const rows = written?.do === "write values" ? written.values : [];
    expect(rows.slice(1).map(([label]) => label)).toEqual(settingLabels);
    const read = policy.answer(rows);
    const text = policy.answer([["annual and 5/25"]]);
    expect(read.ok && read.cells.at(-1)).toEqual(text.ok && text.cells.at(-1));
  });
});

describe("finding a plan again", () => {
  test("follows a plan that was moved, and gives up where there is no room for it", () => {
    const { policy: table, cash, columns } = planPlaces("Keel plan", 6);
    const moved = { ...table, row: table.row + 2, column: table.column + 1, height: table.height + 3 };
    const [places] = placesByPolicy(moved, 6);
    expect(places?.policy).toEqual(moved);
    expect(places?.cash).toEqual({ ...cash, row: cash.row + 2, column: cash.column + 1 });
    expect(placesByPolicy({ ...table, row: 0 }, 6)).toEqual([]);
    const trade = { ...columns.trade, row: columns.trade.row + 2, column: columns.trade.column + 1, height: 1 };
    expect(placesByTrade(trade, 6)?.cash).toEqual(places?.cash);
    expect(placesByTrade({ ...trade, row: 0 }, 6)).toBeUndefined();
    expect(placesByTrade({ ...trade, column: 0 }, 6)).toBeUndefined();
  });

  test("knows the ways in which a plan was written: with a blank column beside its ticks, without one, without ticks", () => {
    const now = planPlaces("Keel plan", 6);
    const before = planPlaces("Keel plan", 6, settingLabels.length, 0);
    expect(now.policy.column - now.columns.done.column).toBe(2);
    expect(before.policy.column - before.columns.done.column).toBe(1);
    // The cell of a plan's first fund, and how it can be written once more.
    const ways = (policy: Block): unknown[] =>
      placesByPolicy(policy, 6).map((places) => [places.columns.fund.column, gapOf(places)]);
    const [inL, inK, inJ] = [11, 10, 9].map((column) => ways({ ...now.policy, column }));
    expect(inL).toEqual([
      [0, 1],
      [1, 0],
      [2, undefined],
    ]);
    expect(inK).toEqual([
      [0, 0],
      [1, undefined],
    ]);
    expect(inJ).toEqual([[0, undefined]]);
    expect(gapOf(before)).toBe(0);
    expect(gapOf({ ...now, policy: { ...now.policy, row: 20 } })).toBeUndefined();
  });

  test("writes a plan anew the way it was written, each cell where it was", () => {
    const places = (description: Description): unknown[] => claims(description).map((one) => localAddress(one));
    const before = planSheet(table, { ...choices, gap: 0 });
    const { policy: settings } = planPlaces("Keel plan", 6, settingLabels.length, 0);
    expect(places(before)).toContain(localAddress(settings));
    expect(before.steps.some((step) => step.do === "set width" && step.characters < 5)).toBe(false);
    const blank = planSheet(table, choices).steps.flatMap((step) =>
      step.do === "set width" && step.characters < 5 ? [step.block.column] : [],
    );
    expect(blank).toEqual([planPlaces("Keel plan", 6).columns.done.column + 1]);
  });
});
