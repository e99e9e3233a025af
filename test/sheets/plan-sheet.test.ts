import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { policy } from "../../src/operations";
import {
  blockAt,
  claims,
  columnPixels,
  isDoneHeading,
  isTicked,
  layoutOf,
  overlap,
  placesByPolicy,
  placesByTrade,
  planPlaces,
  planSheet,
  settingLabels,
  sheetOf,
  usualLayout,
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
      "=KEEL.REBALANCE(Holdings[Value],Holdings[[Target %]],$C$7,Policy,TODAY())",
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
      step.do === "write values" && step.values[0]?.[0] === "Value" ? [step] : [],
    );
    expect(headings.map(({ block: { row, column }, values }) => [row, column, values[0]?.at(-1)])).toEqual([
      [done.row - 1, 3, "Done"],
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
  const drawn = fc.record({
    down: fc.integer({ min: 0, max: 40 }),
    right: fc.integer({ min: 0, max: 9 }),
    height: fc.integer({ min: 1, max: 60 }),
    settings: fc.integer({ min: 1, max: 17 }),
    layout: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom<0 | 1>(0, 1).map((gap) => ({ policy: "beside", gap }) as const),
    ),
  });

  test("follows a plan that has moved as a whole, however it is laid out", () => {
    fc.assert(
      fc.property(drawn, ({ down, right, height, settings, layout = usualLayout(settings) }) => {
        const now = planPlaces("Keel plan", height, settings, layout);
        const moved = (one: Block): Block => ({ ...one, row: one.row + down, column: one.column + right });
        const found = placesByPolicy(moved(now.policy), height);
        const same = found.find((places) => JSON.stringify(layoutOf(places)) === JSON.stringify(layout));
        expect(same?.all).toEqual(moved(now.all));
        expect(same?.columns.done).toEqual(moved(now.columns.done));
        expect(same?.cash).toEqual(moved(now.cash));
        expect(same?.lastLook).toEqual(moved(now.lastLook));
      }),
    );
  });

  test("gives up where there is no room for the rest", () => {
    const { policy: table, columns } = planPlaces("Keel plan", 6);
    expect(placesByPolicy({ ...table, row: 0 }, 6)).toEqual([]);
    const trade = { ...columns.trade, height: 1 };
    expect(placesByTrade(trade, 6).map(({ columns: { fund } }) => fund.column)).toEqual([0, 2]);
    expect(placesByTrade({ ...trade, row: 0 }, 6)).toEqual([]);
    expect(placesByTrade({ ...trade, column: 0 }, 6)).toEqual([]);
  });

  test("knows the ways in which an earlier Keel wrote a plan: with a blank column beside its ticks, without one, without ticks", () => {
    const beside = planPlaces("Keel plan", 6, settingLabels.length, { policy: "beside", gap: 1 });
    const before = planPlaces("Keel plan", 6, settingLabels.length, { policy: "beside", gap: 0 });
    expect(beside.policy.column - beside.columns.done.column).toBe(2);
    expect(before.policy.column - before.columns.done.column).toBe(1);
    // The cell of a plan's first fund, and how it can be written once more.
    const ways = (policy: Block): unknown[] =>
      placesByPolicy(policy, 6).map((places) => [places.columns.fund.column, layoutOf(places)]);
    const [inL, inK, inJ] = [11, 10, 9].map((column) => ways({ ...beside.policy, column }));
    expect(inL).toEqual([
      [0, { policy: "beside", gap: 1 }],
      [1, { policy: "beside", gap: 0 }],
      [2, undefined],
    ]);
    expect(inK).toEqual([
      [0, { policy: "beside", gap: 0 }],
      [1, undefined],
    ]);
    expect(inJ).toEqual([[0, undefined]]);
    expect(layoutOf({ ...beside, policy: { ...beside.policy, row: 20 } })).toBeUndefined();
    expect(layoutOf({ ...beside, act: { ...beside.act, column: 5 } })).toBeUndefined();
  });

  test("writes a plan anew the way it was written, each cell where it was", () => {
    for (const gap of [0, 1] as const) {
      const layout = { policy: "beside", gap } as const;
      const before = planSheet(table, { ...choices, layout });
      const places = planPlaces("Keel plan", 6, settingLabels.length, layout);
      expect(claims(before)).toContainEqual(places.policy);
      // Hints stand where they stood.
      expect(claims(before)).toContainEqual({
        ...places.policy,
        row: places.policy.row + 1,
        column: places.policy.column + 2,
        height: settingLabels.length,
        width: 1,
      });
      const narrow = before.steps.flatMap((step) =>
        step.do === "set width" && step.characters < 4 ? [step.block.column] : [],
      );
      expect(narrow).toEqual(gap === 1 ? [places.columns.done.column + 1] : []);
    }
  });
});

describe("the layout of a plan", () => {
  /** What the cells beside the pane of a window 1,400 pixels wide and 900 high have room for. */
  const first = { width: 1400 - 340 - 46 - 10, rows: 31 };

  test("shows the verdict, the rule and the chart in the first window, with 5 funds and with 40", () => {
    for (const height of [5, 40]) {
      const tall = { ...bare, values: { ...bare.values, height }, targets: { ...bare.targets, height } };
      const { policy: rule, chart, columns, act } = planPlaces("Keel plan", height);
      const widths = new Map(
        planSheet(tall, choices).steps.flatMap((step) =>
          step.do === "set width" ? [[step.block.column, columnPixels(step.characters)] as const] : [],
        ),
      );
      const right = (block: Block): number =>
        Array.from({ length: block.column + block.width }, (_, column) => widths.get(column) ?? 64).reduce(
          (sum, each) => sum + each,
          0,
        );
      for (const block of [act, rule, chart, columns.done]) expect(right(block)).toBeLessThanOrEqual(first.width);
      for (const block of [act, rule, chart]) expect(block.row + block.height).toBeLessThanOrEqual(first.rows);
      // And some of the funds, all where they are few.
      expect(columns.fund.row + Math.min(height, 9)).toBeLessThanOrEqual(first.rows);
    }
  });

  test("lets the list and the rule grow: nothing stands below either", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 7, max: 17 }),
        fc.integer({ min: 0, max: 30 }),
        (height, settings, more) => {
          const { policy: rule, columns, headings, chart } = planPlaces("Keel plan", height, settings);
          const grown = { ...rule, height: rule.height + more };
          for (const column of Object.values(columns)) {
            const longer = { ...column, height: column.height + more };
            expect(overlap(longer, grown) || overlap(longer, chart)).toBe(false);
          }
          expect(rule.row + rule.height).toBeLessThan(headings.row);
          expect(overlap(chart, grown) || overlap(chart, headings)).toBe(false);
        },
      ),
    );
  });

  test("repeats the funds' headings on each printed page, which lies only where all funds fit on it", () => {
    const page = (height: number): unknown => {
      const tall = { ...bare, values: { ...bare.values, height }, targets: { ...bare.targets, height } };
      return planSheet(tall, choices).steps.filter((step) => step.do === "set up page");
    };
    const { headings } = planPlaces("Keel plan", 5);
    expect(page(5)).toEqual([{ do: "set up page", block: headings, orientation: "landscape" }]);
    expect(page(40)).toEqual([{ do: "set up page", block: headings, orientation: "portrait" }]);
  });
});
